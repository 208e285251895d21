// The arguments that every verb about one program shares: the file, the call, the input, the limits.
// Knows nothing of what is done with the program.
import type { Command, Option } from 'commander';
import { BadInput } from '../bad-input.ts';
import { DEFAULT_LIMITS, type LimitName, type Limits } from '../../interpreter/limits.ts';
import { TIERS } from '../../interpreter/run.ts';
import type { ProgramText } from '../pipeline/program.ts';
import { readText } from './files.ts';
import { choiceOption, parseCount } from './options.ts';

export type LimitOptions = Partial<Record<LimitName, number>>;

export interface ProgramOptions extends LimitOptions {
  readonly call?: string;
  readonly input?: string;
  readonly inputFile?: string;
  readonly json: boolean;
}

const LIMIT_HELP: Readonly<Record<LimitName, string>> = {
  fuel: 'instructions it may run',
  memory: 'size of its largest object: elements, characters, 32-bit digits',
  depth: 'calls that may be open at once',
  output: 'characters it may print',
};

/** For runs whose every event is kept: a longer trace is nothing to read, and `--fuel` allows it all the same. */
export const TRACED_LIMITS: Limits = { ...DEFAULT_LIMITS, fuel: 10_000_000, output: 1_000_000 };

/** Declares FILE, `--call`, `--input`, `--input-file` and the limits. */
export function declareProgram(command: Command, presets: Limits = DEFAULT_LIMITS): void {
  command
    .argument('<FILE>', 'a Primer program; - reads standard input')
    .option('-c, --call <EXPR>', 'an expression to evaluate after the program, such as "f([1, 2])"')
    .option('--input <TEXT>', 'what input() reads')
    .option('--input-file <FILE>', 'a file with what input() reads');
  declareLimits(command, presets);
}

/** Declares one option per limit. `presets` are this verb's own; the interpreter's stand for the others. */
export function declareLimits(command: Command, presets: Limits = DEFAULT_LIMITS): void {
  for (const [name, about] of Object.entries(LIMIT_HELP)) {
    const preset = presets[name as LimitName];
    command.option(`--${name} <N>`, `${about} (default: ${shortCount(preset)})`, parseCount(1));
  }
}

/** `--tier`, for verbs that run programs without keeping their events. */
export function tierOption(): Option {
  const about =
    'how it is run where no event is kept, with the same result: auto compiles to JavaScript what runs long, base carries out every instruction one by one';
  return choiceOption('--tier <NAME>', about, TIERS, 'auto');
}

/** The limits that were asked for, the presets for the rest. */
export function limitsOf(options: LimitOptions, presets: Limits = DEFAULT_LIMITS): Limits {
  const { fuel, memory, depth, output } = { ...presets, ...options };
  return { fuel, memory, depth, output };
}

/** Reads what the arguments name. @throws BadInput when a file cannot be read */
export async function readProgram(file: string, options: ProgramOptions): Promise<ProgramText> {
  if (options.input !== undefined && options.inputFile !== undefined) {
    throw new BadInput('usage', '--input and --input-file exclude each other');
  }
  if (file === '-' && options.inputFile === '-') {
    throw new BadInput('usage', 'the program and its input cannot both come from standard input');
  }
  const { name, text } = await readText(file);
  const input =
    options.inputFile === undefined ? (options.input ?? '') : (await readText(options.inputFile)).text;
  return { name, source: text, call: options.call ?? null, input };
}

function shortCount(count: number): string {
  if (count % 1e6 === 0) return `${count / 1e6}M`;
  return count % 1e3 === 0 ? `${count / 1e3}k` : String(count);
}
