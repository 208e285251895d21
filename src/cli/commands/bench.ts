// `lockstep bench`: how fast the user's own program runs, untraced and traced, with CPython's tracer beside it.
import type { Command } from 'commander';
import type { TierName } from '../../../interpreter/index.ts';
import type { ProgramText } from '../../pipeline/program.ts';
import type { PeerRun } from '../../speed/cpython.ts';
import type { Speed, Way } from '../../speed/own.ts';
import { endWith } from '../ending.ts';
import { EXIT, type ExitCode } from '../failure.ts';
import { parseAmount } from '../options.ts';
import { note, writeJson, writeOut } from '../output.ts';
import {
  declareProgram,
  limitsOf,
  readProgram,
  tierOption,
  TRACED_LIMITS,
  type ProgramOptions,
} from '../program-options.ts';
import type { Act, Verb } from '../verb.ts';

interface Options extends ProgramOptions {
  readonly seconds: number;
  readonly tier: TierName;
}

export const bench: Verb = {
  name: 'bench',
  summary: 'measure how fast a program runs, untraced and traced',
  examples: [
    {
      line: 'lockstep bench docs/examples/count_pairs.py --call "count_pairs(list(range(60)), 50)" --seconds 0.5',
      about: 'beside sys.settrace with the repr of changed variables, where python3.11 is installed',
    },
  ],
  declare(command: Command, act: Act): void {
    declareProgram(command, TRACED_LIMITS);
    command
      .option('--seconds <N>', 'how long to measure, here and under CPython', parseAmount, 2)
      .addOption(tierOption());
    command.action(act(benchProgram));
  },
};

const ABOUT: Readonly<Record<Way, string>> = {
  untraced: 'untraced',
  hashed: 'traced, hashed',
  kept: 'traced, kept',
  lines: 'told by line',
};

async function benchProgram(file: string, options: Options): Promise<ExitCode> {
  const text = await readProgram(file, options);
  const { compileProgram } = await import('../../pipeline/program.ts');
  const { execute } = await import('../../pipeline/execution.ts');
  const { speedOf } = await import('../../speed/own.ts');
  const limits = limitsOf(options, TRACED_LIMITS);
  const compiled = compileProgram(text);
  const { ending } = execute(compiled, { limits, traced: false });
  if (ending.kind !== 'returned') {
    note('a run that does not return is not measured');
    return endWith(ending);
  }
  const speed = speedOf(compiled.program, limits, text.input, options);
  const peer = file === '-' ? null : await underCPython(text, file, options.seconds);
  const agrees = peer === null || text.call === null || peer.answer === ending.result;
  if (options.json) await writeJson(asData(speed, peer));
  else await writeOut(asText(speed, peer));
  if (agrees) return EXIT.done;
  note(`CPython came to ${peer.answer} instead of ${ending.result}`);
  return EXIT.no;
}

async function underCPython(text: ProgramText, file: string, seconds: number): Promise<PeerRun | null> {
  const { runUnder } = await import('../../speed/cpython.ts');
  const { call, input } = text;
  return runUnder('python3.11', { file, call, input, tracer: 'settrace', seconds });
}

function asData({ instructions, lines, seconds, turns }: Speed, peer: PeerRun | null): object {
  const settrace = peer && { version: peer.version, lines: peer.lines, seconds: peer.seconds };
  return { instructions, lines, turns, seconds, settrace };
}

function asText({ instructions, lines, seconds, turns }: Speed, peer: PeerRun | null): string {
  const row = (name: string, each: number, cost: number, perEvent = true): string => {
    const events = perEvent ? (instructions / each / 1e6).toFixed(1) : '';
    const cells = [name.padEnd(34), events.padStart(16), (lines / each / 1e6).toFixed(2).padStart(10)];
    return `${cells.join('')}${`${cost.toFixed(1)}×`.padStart(10)}\n`;
  };
  const head = `${String(instructions)} instructions, ${lines} lines; CPU time, medians of ${turns}\n`;
  const titles = `${''.padEnd(34)}${'M instructions/s'.padStart(16)}${'M lines/s'.padStart(10)}${'costs'.padStart(10)}\n`;
  const ours = Object.entries(ABOUT).map(([way, about]) => {
    const each = seconds[way as Way];
    return row(about, each, each / seconds.untraced);
  });
  const theirs =
    peer === null
      ? 'no python3.11 here to compare with\n'
      : row(
          `CPython ${peer.version}, sys.settrace and repr`,
          peer.seconds,
          peer.seconds / seconds.untraced,
          false,
        ) +
        `lines/s against that: ${(peer.seconds / seconds.hashed).toFixed(0)}× hashed, ` +
        `${(peer.seconds / seconds.kept).toFixed(0)}× kept, ${(peer.seconds / seconds.lines).toFixed(1)}× told by line\n`;
  return head + titles + ours.join('') + theirs;
}
