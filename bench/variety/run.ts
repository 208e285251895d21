// How varied the prose styles are: over many generated rows, the share of each sentence frame (a sentence with its
// slots blanked). Every text is read back too, so that variety is never bought with words that the reader lacks.
import { command, wholeNumber } from '../../scripts/command-line.js';
import { catalogueOf, generateExercise, LEVELS } from '../../corpus/generate.ts';
import { print, printExpr } from '../../grammar/index.ts';
import { DEFAULT_LIMITS } from '../../interpreter/index.ts';
import { compileProgram, execute } from '../../src/pipeline/index.ts';
import { foldToCost } from '../../verbalizer/fold/budget.ts';
import { judge } from '../../verbalizer/check.ts';
import { readerFor, storyOf } from '../../verbalizer/index.ts';
import { plan, type PlannedClause } from '../../verbalizer/plan/plan.ts';
import { render } from '../../verbalizer/render.ts';
import { STYLES, type ProseName } from '../../verbalizer/styles/index.ts';

/** The largest share that one frame may have. */
const MOST = 0.05;
/** Tokens that a text has at most; longer ones are folded, as they are in a dataset. */
const BUDGET = 2000;

const { count, seed, top } = command(
  'variety',
  'How varied the sentences of generated rows are, by their frames; exit code 1 when one is above 5 % or a text fails.',
  '--count 200',
)
  .option('--count <N>', 'rows', wholeNumber, 1000)
  .option('--seed <N>', 'of rows and phrasings', wholeNumber, 1)
  .option('--top <N>', 'frames that are printed', wholeNumber, 12)
  .parse()
  .opts<{ count: number; seed: number; top: number }>();

/** The frames of a text's sentences. */
function framesOf(clauses: readonly PlannedClause[]): string[] {
  const frames: string[] = [];
  for (const { template, joint } of clauses) {
    const words = template.text.replace(/\{[^}]*\}/g, '_');
    if (joint === 'sentence' || joint === 'paragraph') frames.push(words);
    else frames.push(`${frames.pop() ?? ''}${joint}${words}`);
  }
  return frames;
}

interface Tally {
  readonly frames: Map<string, number>;
  sentences: number;
  unfaithful: number;
}

const tallies = new Map<ProseName, Tally>(
  (Object.keys(STYLES) as ProseName[]).map((name) => [
    name,
    { frames: new Map(), sentences: 0, unfaithful: 0 },
  ]),
);
const catalogue = catalogueOf({ levels: LEVELS, families: [] });
for (let index = 0; index < count; index++) {
  const { module, call, family } = generateExercise(seed, index, catalogue);
  const text = { name: family, source: print(module), call: printExpr(call), input: '' };
  const { result } = execute(compileProgram(text), { limits: DEFAULT_LIMITS, traced: true });
  if (result.trace === null) continue;
  const story = storyOf(result.trace);
  const { told } = foldToCost(story, BUDGET);
  for (const [name, tally] of tallies) {
    const clauses = plan(told, STYLES[name], seed + index);
    for (const frame of framesOf(clauses)) {
      tally.sentences++;
      tally.frames.set(frame, (tally.frames.get(frame) ?? 0) + 1);
    }
    const verdict = judge(readerFor(name).read(render(clauses).text), story);
    if (!verdict.faithful || !verdict.complete) tally.unfaithful++;
  }
}

for (const [name, { frames, sentences, unfaithful }] of tallies) {
  const ranked = [...frames].sort((a, b) => b[1] - a[1]);
  console.log(
    `${name}: ${count} rows, ${sentences} sentences, ${frames.size} frames, ${unfaithful} not read back as true`,
  );
  for (const [frame, times] of ranked.slice(0, top))
    console.log(`${((100 * times) / sentences).toFixed(2).padStart(6)} %  ${frame}`);
  if (ranked[0]![1] / sentences > MOST || unfaithful > 0) process.exitCode = 1;
}
