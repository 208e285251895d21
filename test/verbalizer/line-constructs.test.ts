// The line styles over every construct: the programs of test/programs meet all node kinds and instructions; each is
// told by every style, in full and folded, so that it reads back, checks and is recognised without naming its style.
import { describe, expect, it } from 'vitest';
import { check, explain, LINE_STYLES, storyOf, type StyleName } from '../../verbalizer/index.ts';
import { listingOf } from '../../verbalizer/lines/listing.ts';
import { recognise } from '../../verbalizer/read/recognise.ts';
import { annotatedPrograms } from '../programs/annotated.ts';
import { run } from '../support/compile.ts';

/** Characters: all, and few enough for folds. */
const BUDGETS = [undefined, 900];

describe.each(annotatedPrograms())('$name', ({ text: source }) => {
  const trace = run(source, { trace: true }).trace!;
  const story = storyOf(trace);
  const listing = listingOf(trace.program);

  it.each(Object.values(LINE_STYLES))('is told in the style $name', (style) => {
    const name = style.name as StyleName;
    for (const budget of BUDGETS) {
      const options = { style: name, seed: 1, count: (text: string) => text.length };
      const { text, claims } = explain(story, budget === undefined ? options : { ...options, budget });
      const reading = style.read(text, listing);
      expect(reading.unread, text).toEqual([]);
      expect(reading.claims).toEqual(
        claims.map(({ claim: { kind, slots }, span }) => ({ kind, slots, span })),
      );
      const { violations, missing } = check(text, story, name);
      expect([violations, missing], text).toEqual([[], []]);
      if (budget === undefined) expect(recognise(text, trace.program)).toContain(name);
    }
  });
});
