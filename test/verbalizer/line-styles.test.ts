// Laws of the line styles over runs of all families: what is written is read back as the same claims, told in full
// and folded; the checker finds it faithful and complete; the text is recognised without naming its style.
import { describe, expect, it } from 'vitest';
import { catalogueOf, generateExercise } from '../../corpus/generate.ts';
import { FAMILIES } from '../../corpus/families/index.ts';
import { print, printExpr } from '../../grammar/index.ts';
import { DEFAULT_LIMITS } from '../../interpreter/index.ts';
import { compileProgram, execute } from '../../src/pipeline/index.ts';
import { check, explain, LINE_STYLES, storyOf, type Story, type StyleName } from '../../verbalizer/index.ts';
import { listingOf } from '../../verbalizer/lines/listing.ts';
import { recognise } from '../../verbalizer/read/recognise.ts';

/** Characters that folded texts may have. */
const BUDGETS = [undefined, 900, 200];

function storiesOf(family: string): { story: Story; program: string }[] {
  return [0].map((index) => {
    const exercise = generateExercise(7, index, catalogueOf({ levels: [1, 10], families: [family] }));
    const text = {
      name: family,
      source: print(exercise.module),
      call: printExpr(exercise.call),
      input: '',
    };
    const { result } = execute(compileProgram(text), { limits: DEFAULT_LIMITS, traced: true });
    return { story: storyOf(result.trace!), program: `${text.source}\n>>> ${text.call}` };
  });
}

const families = FAMILIES.filter((family) => family.levels[0] <= 5).map((family) => family.name);

describe.each(families)('%s', (family) => {
  it('is told by every line style so that it reads back and checks', () => {
    for (const { story, program } of storiesOf(family))
      for (const style of Object.values(LINE_STYLES))
        for (const budget of BUDGETS) {
          const options = { style: style.name as StyleName, seed: 1, count: (text: string) => text.length };
          const { text, claims } = explain(story, budget === undefined ? options : { ...options, budget });
          const hint = `${style.name} within ${budget}\n${program}\n${text}`;
          const reading = style.read(text, listingOf(story.trace!.program));
          expect(reading.unread, hint).toEqual([]);
          expect(reading.claims, hint).toEqual(
            claims.map(({ claim: { kind, slots }, span }) => ({ kind, slots, span })),
          );
          for (const named of [style.name as StyleName, null]) {
            const verdict = check(text, story, named);
            expect([verdict.violations, verdict.missing], hint).toEqual([[], []]);
          }
          // a text that is all folds can be in several styles
          if (budget === undefined) expect(recognise(text, story.trace!.program), hint).toContain(style.name);
        }
  });
});
