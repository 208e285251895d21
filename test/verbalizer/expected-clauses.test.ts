// The checker reads clauses as what the run has next, and reads whatever stands there when that fails: both ways give
// the same verdict, on true texts told in full and folded, and on corrupted ones.
import { describe, expect, it } from 'vitest';
import { generatedRuns } from '../../bench/faithfulness/subjects.ts';
import { targetOf } from '../../bench/faithfulness/ways.ts';
import { explain, readerFor, STYLES, type ProseName } from '../../verbalizer/index.ts';
import { judge, judgeText } from '../../verbalizer/check.ts';
import { Chooser } from '../../verbalizer/text/random.ts';

const RUNS = Number(process.env['LOCKSTEP_RUNS'] ?? 6);
/** Characters: all, and few enough for folds. */
const BUDGETS = [undefined, 1200];

describe.each(Object.keys(STYLES) as ProseName[])('%s', (style) => {
  const reader = readerFor(style);
  it('is judged alike by both ways', () => {
    for (const { story, index } of generatedRuns(31)) {
      if (index >= RUNS) break;
      for (const budget of BUDGETS) {
        const options = { style, seed: index, count: (text: string) => text.length };
        const told = explain(story, budget === undefined ? options : { ...options, budget });
        const { text } = told;
        const verdict = judge(reader.read(text), story);
        expect(verdict.faithful && verdict.complete, text).toBe(true);
        expect(judgeText(text, reader, story)).toEqual(verdict);
        const foreign = { other: 'x becomes 3.', otherStyle: 'y is 4.' };
        for (const [kind, corrupt] of targetOf(style, story, told, foreign).kinds) {
          const changed = corrupt(new Chooser(index));
          if (changed === null) continue;
          const { faithful, complete } = judge(reader.read(changed), story);
          const quick = judgeText(changed, reader, story);
          expect(quick.faithful && quick.complete, `${kind}\n${text}\n${changed}`).toBe(faithful && complete);
        }
      }
    }
  });
});
