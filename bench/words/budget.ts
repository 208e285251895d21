// How well the words keep to a budget: every program of a file is run, told within the budget in every style, read back
// and checked. Prints the shares that fit, are faithful and are complete, medians, and the slowest programs.
import { DEFAULT_LIMITS } from '../../interpreter/index.ts';
import { command, file, listOf, rowsOf, wholeNumber } from '../../scripts/command-line.js';
import { compileProgram, execute, Rejected } from '../../src/pipeline/index.ts';
import { loadTokenCounter } from '../../src/pipeline/tokens.ts';
import { check, explain, storyOf, styleNames, STYLES, type StyleName } from '../../verbalizer/index.ts';

interface ProgramLine {
  readonly id: string;
  readonly code: string;
  readonly call?: string | null;
}

interface Tally {
  told: number;
  within: number;
  faithful: number;
  complete: number;
  readonly tokens: number[];
  readonly seconds: number[];
}

interface Slow {
  readonly id: string;
  readonly events: number;
  readonly steps: number;
  readonly run: number;
  readonly story: number;
  readonly told: number;
}

/** CPU seconds of this process so far. */
function cpu(): number {
  const { user, system } = process.cpuUsage();
  return (user + system) / 1e6;
}

function median(numbers: readonly number[]): number {
  return [...numbers].sort((a, b) => a - b)[Math.floor(numbers.length / 2)] ?? 0;
}

function share(part: number, whole: number): string {
  return whole === 0 ? '–' : `${((100 * part) / whole).toFixed(2)} %`;
}

async function run(
  rows: readonly ProgramLine[],
  budget: number,
  styles: readonly StyleName[],
  slowest: number,
): Promise<number> {
  const count = await loadTokenCounter();
  const tallies = new Map<StyleName, Tally>(
    styles.map((style) => [style, { told: 0, within: 0, faithful: 0, complete: 0, tokens: [], seconds: [] }]),
  );
  const slow: Slow[] = [];
  const bad: string[] = [];
  let refused = 0;
  for (const { id, code, call } of rows) {
    const started = cpu();
    let trace;
    try {
      const compiled = compileProgram({ name: id, source: code, call: call ?? null, input: '' });
      const { ending, result } = execute(compiled, { limits: DEFAULT_LIMITS, traced: true });
      if (ending.kind === 'returned' || ending.kind === 'raised') trace = result.trace;
    } catch (error) {
      if (!(error instanceof Rejected)) throw error;
    }
    if (trace === undefined || trace === null) {
      refused++;
      continue;
    }
    const ran = cpu();
    const story = storyOf(trace);
    const built = cpu();
    for (const [style, tally] of tallies) {
      const from = cpu();
      const { text } = explain(story, { style, seed: 1, budget, count });
      const verdict = check(text, story, style);
      tally.seconds.push(cpu() - from);
      const tokens = count(text);
      tally.told++;
      tally.tokens.push(tokens);
      if (tokens <= budget) tally.within++;
      if (verdict.faithful) tally.faithful++;
      if (verdict.complete) tally.complete++;
      if (tokens > budget || !verdict.faithful || !verdict.complete) {
        const why =
          verdict.violations[0]?.message ??
          verdict.missing[0]?.message ??
          (verdict.unverified[0] === undefined ? '' : `unread: ${verdict.unverified[0].text}`);
        bad.push(`${id} (${style}): ${tokens} tokens${why === '' ? '' : `; ${why.slice(0, 300)}`}`);
      }
    }
    slow.push({
      id,
      events: trace.length,
      steps: story.steps.length,
      run: ran - started,
      story: built - ran,
      told: cpu() - built,
    });
  }
  console.table(
    [...tallies].map(([style, t]) => ({
      style,
      told: t.told,
      within: share(t.within, t.told),
      faithful: share(t.faithful, t.told),
      complete: share(t.complete, t.told),
      'median tokens': median(t.tokens),
      'most tokens': Math.max(0, ...t.tokens),
      'CPU s': t.seconds.reduce((a, b) => a + b, 0).toFixed(1),
    })),
  );
  slow.sort((a, b) => b.run + b.story + b.told - (a.run + a.story + a.told));
  console.table(
    slow.slice(0, slowest).map((s) => ({
      ...s,
      run: s.run.toFixed(2),
      story: s.story.toFixed(2),
      told: s.told.toFixed(2),
    })),
  );
  for (const line of bad) console.log(line);
  console.log(
    `${rows.length} programs, ${refused} not run to an end; ${bad.length} texts out of order; ${cpu().toFixed(1)} CPU s, ` +
      `${Math.round(process.resourceUsage().maxRSS / 1024)} MB at most`,
  );
  return bad.length;
}

const program = command(
  'budget',
  'Runs every program of a file, tells it within a budget in every style, reads that back and checks it: the shares ' +
    'that fit, are faithful and are complete, medians, and the slowest programs.',
  'programs.jsonl --max-tokens 500',
)
  .argument('<FILE>', 'programs, rows {id, code, call} of JSON', file)
  .option('--max-tokens <N>', 'the budget', wholeNumber, 2000)
  .option(
    '--styles <LIST>',
    `of ${styleNames.join(', ')}`,
    listOf(styleNames),
    Object.keys(STYLES) as StyleName[],
  )
  .option('--slow <N>', 'the slowest programs that are printed', wholeNumber, 5)
  .parse();
const { maxTokens, styles, slow } = program.opts<{ maxTokens: number; styles: StyleName[]; slow: number }>();
const rows = rowsOf(program, program.args[0]!) as ProgramLine[];
process.exitCode = (await run(rows, maxTokens, styles, slow)) === 0 ? 0 : 1;
