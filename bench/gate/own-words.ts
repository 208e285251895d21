// How much of our own text the gate would pass if somebody else had written it: a broad set of true texts, over all families,
// that nobody wrote for the gate. A model keeps much of what it is given, so what the gate cannot read of it costs answers.
import { command, wholeNumber } from '../../scripts/command-line.js';
import { catalogueOf, generateExercise } from '../../corpus/generate.ts';
import { print, printExpr } from '../../grammar/index.ts';
import { DEFAULT_LIMITS } from '../../interpreter/index.ts';
import { compileProgram, execute, tell } from '../../src/pipeline/index.ts';
import { RewritingJudge } from '../../src/pipeline/rewriting.ts';
import { gate, gateOriginal } from '../../verbalizer/gate/index.ts';
import { viewOf } from '../../src/pipeline/any-text.ts';
import { askAgain, TracedRun } from '../../src/tasks/index.ts';

const { count, seed, shown } = command(
  'gate:own',
  'Reads texts of generated exercises as if others had written them, and prints how many of them, and of their sentences, ' +
    'the gate lets through.',
  '--count 50 --shown 5',
)
  .option('--count <N>', 'exercises of levels 1 to 4', wholeNumber, 150)
  .option('--seed <N>', 'of the exercises', wholeNumber, 77)
  .option('--shown <N>', 'refusals that are printed', wholeNumber, 20)
  .parse()
  .opts<{ count: number; seed: number; shown: number }>();

const catalogue = catalogueOf({ levels: [1, 4], families: [] });
const tally = { texts: 0, passed: 0, sentences: 0, sentencesPassed: 0, refusals: 0 };
for (let index = 0; index < count; index++) {
  const { module, call, family } = generateExercise(seed, index, catalogue);
  const id = `${family} ${index}`;
  const program = { name: id, source: print(module), call: printExpr(call), input: '' };
  const execution = execute(compileProgram(program), { limits: DEFAULT_LIMITS, traced: true });
  const posed = askAgain(new TracedRun(execution, DEFAULT_LIMITS), 'output', null);
  const { reasoning } = await tell(posed, { style: 'narrative', seed: index, maxTokens: 1000 });
  const view = viewOf(posed.story)!;
  const verdict = gate(gateOriginal(view, reasoning, 'narrative'), reasoning);
  tally.texts++;
  if (verdict.accepted) tally.passed++;
  else if (tally.refusals++ < shown) {
    const [first] = verdict.violations;
    console.log(`${id}: "${first!.quote.slice(0, 120)}": ${first!.message.slice(0, 120)}`);
  }
  const judge = new RewritingJudge(posed, reasoning, 'narrative');
  judge.pieces('sentence').forEach(({ text, open }, i) => {
    if (!open) return;
    tally.sentences++;
    if (judge.judgePiece(text.trim(), 'sentence', i).passed) tally.sentencesPassed++;
  });
}
const share = (part: number, whole: number): string =>
  `${part} of ${whole} (${((100 * part) / whole).toFixed(1)} %)`;
console.log(
  `our own texts that the gate lets through as if others had written them: ${share(tally.passed, tally.texts)}; ` +
    `sentences, each on its own: ${share(tally.sentencesPassed, tally.sentences)}`,
);
