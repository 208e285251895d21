// How many tokens the runs of a file of programs take in each style, and whether all texts are faithful and complete.
import { command, files, rowsOf, wholeNumber } from '../../scripts/command-line.js';
import { DEFAULT_LIMITS } from '../../interpreter/index.ts';
import { compileProgram, execute, Rejected } from '../../src/pipeline/index.ts';
import { ENCODING, loadTokenCounter, type TokenCounter } from '../../src/pipeline/tokens.ts';
import { check, explain, storyOf, styleNames, type Story, type StyleName } from '../../verbalizer/index.ts';

const LIMITS = { ...DEFAULT_LIMITS, fuel: 10_000_000, output: 1_000_000 };

interface Tally {
  readonly tokens: number[];
  over: number;
  readonly wrong: string[];
}

interface ProgramLine {
  readonly id: string;
  readonly code: string;
  readonly call?: string | null;
  readonly stdin?: string;
}

/** The story of a program that comes to its end; null for one that does not, or is outside the language. */
function storyFrom({ id, code, call, stdin }: ProgramLine): Story | null {
  try {
    const program = compileProgram({ name: id, source: code, call: call ?? null, input: stdin ?? '' });
    const { ending, result } = execute(program, { limits: LIMITS, traced: true });
    return ending.kind === 'returned' || ending.kind === 'raised' ? storyOf(result.trace!) : null;
  } catch (error) {
    if (error instanceof Rejected) return null;
    throw error;
  }
}

function tally(
  story: Story,
  style: StyleName,
  budget: number,
  count: TokenCounter,
  into: Tally,
  id: string,
): void {
  const options = budget === 0 ? {} : { budget, count };
  const { text } = explain(story, { style, seed: 1, ...options });
  const tokens = count(text);
  into.tokens.push(tokens);
  if (budget > 0 && tokens > budget) into.over++;
  const { faithful, complete } = check(text, story, style);
  if (!faithful || !complete) into.wrong.push(id);
}

const program = command(
  'tokens',
  'Tokens of the tellings of programs, by style, all checked.',
  'programs.jsonl',
)
  .argument('<FILES...>', 'programs, rows {id, code, call} of JSON', files)
  .option('--max-tokens <N>', 'the budget; 0: nothing is folded', wholeNumber, 2000)
  .parse();
const budget = program.opts<{ maxTokens: number }>().maxTokens;
const count = await loadTokenCounter();
const tallies = new Map<StyleName, Tally>(
  styleNames.map((style) => [style, { tokens: [], over: 0, wrong: [] }]),
);
let left = 0;
for (const row of program.args.flatMap((path) => rowsOf(program, path)) as ProgramLine[]) {
  const story = storyFrom(row);
  if (story === null) left++;
  else for (const [style, into] of tallies) tally(story, style, budget, count, into, row.id);
}
console.table(
  [...tallies].map(([style, { tokens, over, wrong }]) => {
    const sorted = tokens.toSorted((a, b) => a - b);
    const at = (share: number): number =>
      sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))] ?? 0;
    return {
      style,
      runs: sorted.length,
      median: at(0.5),
      p90: at(0.9),
      longest: at(1),
      over,
      wrong: wrong.length,
    };
  }),
);
for (const [style, { wrong }] of tallies)
  if (wrong.length > 0)
    console.log(`${style}, not faithful or not complete: ${wrong.slice(0, 10).join(', ')}`);
console.log(
  `tokens in ${ENCODING}; budget ${budget === 0 ? 'none' : budget}; ${left} programs have no run that came to its end`,
);
process.exitCode = [...tallies.values()].some(({ over, wrong }) => over > 0 || wrong.length > 0) ? 1 : 0;
