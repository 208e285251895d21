// The checker against corrupted texts in the line styles: every corruption that changes what a text says is caught.
// `npm run faithfulness` does the same in the large; this keeps the law in the test run.
import { describe, expect, it } from 'vitest';
import { LINE_CORRUPTIONS } from '../../bench/faithfulness/line-corruptions.ts';
import { catalogueOf, generateExercise } from '../../corpus/generate.ts';
import { print, printExpr } from '../../grammar/index.ts';
import { DEFAULT_LIMITS } from '../../interpreter/index.ts';
import { compileProgram, execute } from '../../src/pipeline/index.ts';
import { check, explain, LINE_STYLES, storyOf, type Story, type StyleName } from '../../verbalizer/index.ts';
import { listingOf } from '../../verbalizer/lines/listing.ts';
import { endOfShown, guarded } from '../../verbalizer/lines/shown.ts';
import { Chooser } from '../../verbalizer/text/random.ts';

const RUNS = 12;
/** Characters: short enough for folds. */
const BUDGET = 1200;

function storyAt(index: number): Story {
  const { module, call, family } = generateExercise(11, index, catalogueOf({ levels: [2, 6], families: [] }));
  const program = compileProgram({ name: family, source: print(module), call: printExpr(call), input: '' });
  return storyOf(execute(program, { limits: DEFAULT_LIMITS, traced: true }).result.trace!);
}

const stories = Array.from({ length: RUNS }, (_, index) => storyAt(index));

describe.each(Object.values(LINE_STYLES))('style $name', (style) => {
  const name = style.name as StyleName;
  const texts = stories.map((story) =>
    explain(story, { style: name, seed: 1, budget: BUDGET, count: (text) => text.length }),
  );

  function claimsOf(text: string, story: Story): string {
    const { claims } = style.read(text, listingOf(story.trace!.program));
    return JSON.stringify(claims.map(({ kind, slots }) => [kind, Object.entries(slots).sort()]));
  }

  it.each(Object.entries(LINE_CORRUPTIONS))('%s is caught', (_kind, corrupt) => {
    stories.forEach((story, i) => {
      const { text, claims } = texts[i]!;
      const subject = {
        text,
        claims: claims.map(({ claim, span }) => ({ ...claim, span })),
        other: texts[(i + 1) % RUNS]!.text,
      };
      for (let seed = 0; seed < 4; seed++) {
        const changed = corrupt(subject, new Chooser(seed * RUNS + i));
        if (changed === null || changed === text) continue;
        const { faithful, complete } = check(changed, story, name);
        if (faithful && complete) expect(claimsOf(changed, story), changed).toBe(claimsOf(text, story));
      }
    });
  });
});

it.each(["re.compile('a", '`x`', 'a\nb', '(1, 2', "{'a': 1}", 'x y', '<function f>'])(
  'the end of %j is found where it stands before a comma',
  (value) => {
    const text = guarded(value);
    expect(endOfShown(`${text}, y = 1`, 0)).toBe(text.length);
  },
);
