// Every task on many programs, in every style and within budgets: how many are asked, and whether all that is told is
// faithful, complete and within the budget. Prints a table, why programs offered no question, and every failure.
import { catalogueOf, generateExercise, LEVELS } from '../../corpus/generate.ts';
import { print, printExpr } from '../../grammar/index.ts';
import { DEFAULT_LIMITS } from '../../interpreter/index.ts';
import { command, files, listOf, rowsOf, wholeNumber, wholeNumbers } from '../../scripts/command-line.js';
import { compileProgram, execute, Rejected } from '../../src/pipeline/index.ts';
import { loadTokenCounter } from '../../src/pipeline/tokens.ts';
import { ask, NoQuestion, taskNames, TracedRun, type Posed, type TaskName } from '../../src/tasks/index.ts';
import { isFolded, isTellable } from '../../src/tasks/tellable.ts';
import { check, explain, styleNames, type StyleName } from '../../verbalizer/index.ts';

interface Options {
  readonly count: number;
  readonly generated: number;
  readonly budgets: number[];
  readonly tasks: TaskName[];
  readonly styles: StyleName[];
  readonly seed: number;
  readonly shown: number;
}

interface Program {
  readonly id: string;
  readonly source: string;
  readonly call: string | null;
}

/** What became of one task in one style within one budget. */
interface Tally {
  told: number;
  good: number;
  within: number;
  readonly tokens: number[];
}

const MOST_EVENTS = 1_000_000;

function* generated(count: number, seed: number): Iterable<Program> {
  const catalogue = catalogueOf({ levels: [LEVELS[0], LEVELS[1]], families: [] });
  for (let index = 0; index < count; index++) {
    const { module, call, family } = generateExercise(seed, index, catalogue);
    yield { id: `${family} ${index}`, source: print(module), call: printExpr(call) };
  }
}

/** `count` programs of the rows, evenly spread over all of them. */
function* spread(rows: readonly unknown[], count: number): Iterable<Program> {
  for (let i = 0; i < Math.min(count, rows.length); i++) {
    const row = rows[Math.floor((i * rows.length) / Math.min(count, rows.length))] as {
      id: string;
      code: string;
      call?: string | null;
    };
    yield { id: row.id, source: row.code, call: row.call ?? null };
  }
}

/** Null when the program has no answer: it is not Primer, or it was stopped. */
function runOf({ id, source, call }: Program): TracedRun | null {
  try {
    const limits = { ...DEFAULT_LIMITS, fuel: MOST_EVENTS };
    const compiled = compileProgram({ name: id, source, call, input: '' });
    const execution = execute(compiled, { limits, traced: true });
    const { kind } = execution.ending;
    return kind === 'returned' || kind === 'raised' ? new TracedRun(execution, limits) : null;
  } catch (error) {
    if (error instanceof Rejected) return null;
    throw error;
  }
}

class Report {
  private readonly tallies = new Map<string, Tally>();
  private readonly reasons = new Map<string, number>();
  private readonly faults: string[] = [];
  private readonly options: Options;
  private readonly count: (text: string) => number;
  programs = 0;
  unrun = 0;

  constructor(options: Options, count: (text: string) => number) {
    this.options = options;
    this.count = count;
  }

  take(program: Program, index: number): void {
    const run = runOf(program);
    if (run === null) {
      this.unrun++;
      return;
    }
    this.programs++;
    for (const task of this.options.tasks) {
      const able = this.options.styles.filter((style) => isTellable(task, style));
      // a style that folds a task is asked about longer runs than one that tells it step by step
      const folding = able.filter((style) => isFolded(task, [style]));
      for (const styles of [folding, able.filter((style) => !folding.includes(style))])
        if (styles.length > 0) this.ask(run, task, styles, program.id, index);
    }
  }

  private ask(run: TracedRun, task: TaskName, styles: readonly StyleName[], id: string, index: number): void {
    const posed = this.asked(run, task, styles, id);
    if (posed === null) return;
    const judged = posed.check(posed.answer);
    if (!judged.right) this.faults.push(`${id}, ${task}: the answer ${posed.answer} is not right`);
    for (const style of styles)
      for (const budget of this.options.budgets) this.tell(posed, style, budget, id, index);
  }

  private asked(run: TracedRun, task: TaskName, styles: readonly StyleName[], id: string): Posed | null {
    try {
      return ask(run, [task], { seed: this.options.seed, id }, styles);
    } catch (error) {
      if (!(error instanceof NoQuestion)) throw error;
      const why = error.message.replace(/\d+/g, 'N');
      this.reasons.set(why, (this.reasons.get(why) ?? 0) + 1);
      return null;
    }
  }

  private tell({ task, story }: Posed, style: StyleName, budget: number, id: string, seed: number): void {
    const key = `${task} ${style} ${budget}`;
    const tally = this.tallies.get(key) ?? { told: 0, good: 0, within: 0, tokens: [] };
    this.tallies.set(key, tally);
    const { text } = explain(story, { style, seed, budget, count: this.count });
    const { faithful, complete, violations, unverified, missing } = check(text, story, style);
    tally.told++;
    if (faithful && complete) tally.good++;
    else {
      const why = violations[0]?.message ?? missing[0]?.message ?? unverified[0]?.text ?? '';
      this.faults.push(`${id}, ${task} in ${style} within ${budget}: ${why}`);
    }
    const tokens = this.count(text);
    tally.tokens.push(tokens);
    if (tokens <= budget) tally.within++;
  }

  /** Whether all is well. */
  print(): boolean {
    const { tasks, styles, budgets, shown } = this.options;
    const rows = tasks.flatMap((task) =>
      styles.map((style) => {
        const row: Record<string, string | number> = { task, style };
        for (const budget of budgets) {
          const tally = this.tallies.get(`${task} ${style} ${budget}`);
          row['asked'] = tally?.told ?? (isTellable(task, style) ? 0 : 'refused');
          row[`good ${budget}`] = tally?.good ?? '–';
          row[`within ${budget}`] = tally?.within ?? '–';
          row[`median ${budget}`] = tally === undefined ? '–' : medianOf(tally.tokens);
        }
        return row;
      }),
    );
    console.table(rows);
    console.log('\nPrograms without a question, by task and reason:');
    for (const [why, count] of [...this.reasons].sort(([a], [b]) => a.localeCompare(b)))
      console.log(`${String(count).padStart(5)}  ${why}`);
    const told = [...this.tallies.values()].reduce((sum, tally) => sum + tally.told, 0);
    const good = [...this.tallies.values()].reduce((sum, tally) => sum + tally.good, 0);
    for (const fault of this.faults.slice(0, shown)) console.log(`FAULT ${fault}`);
    console.log(
      `\n${this.programs} programs (${this.unrun} more had no answer), ${told} tellings, ` +
        `${good} faithful and complete, ${this.faults.length} faults`,
    );
    return this.faults.length === 0;
  }
}

function medianOf(numbers: readonly number[]): number {
  return numbers.toSorted((a, b) => a - b)[Math.floor(numbers.length / 2)] ?? 0;
}

const program = command(
  'tasks',
  'Asks every task about many programs, tells each in every style within budgets, and checks all that is told.',
  '--count 0 --generated 50 --styles narrative',
)
  .argument('[FILES...]', 'programs, rows {id, code, call} of JSON', files)
  .option('--count <N>', 'programs of the files', wholeNumber, 300)
  .option('--generated <N>', 'exercises of the corpus', wholeNumber, 300)
  .option('--budgets <LIST>', 'tokens', wholeNumbers, [500, 2000])
  .option('--tasks <LIST>', 'tasks', listOf(taskNames), [...taskNames])
  .option('--styles <LIST>', 'styles', listOf(styleNames), [...styleNames])
  .option('--seed <N>', 'of exercises and questions', wholeNumber, 1)
  .option('--shown <N>', 'faults that are printed', wholeNumber, 20)
  .parse();
const options = program.opts<Options>();
const report = new Report(options, await loadTokenCounter());
let index = 0;
const rows = program.args.flatMap((path) => rowsOf(program, path));
for (const source of [spread(rows, options.count), generated(options.generated, options.seed)])
  for (const one of source) report.take(one, index++);
process.exitCode = report.print() ? 0 : 1;
