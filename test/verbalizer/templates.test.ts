// Law: what a template writes, the reader reads back to the same claim, whatever stands in the slots and whichever
// clauses stand around it.
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { slotType, type Claim } from '../../verbalizer/claims.ts';
import { QUESTION_WORDS } from '../../verbalizer/questions.ts';
import { Reader } from '../../verbalizer/read/read.ts';
import { STYLES } from '../../verbalizer/styles/index.ts';
import type { Style } from '../../verbalizer/style.ts';
import { renderClause, type Template } from '../../verbalizer/template.ts';
import { slotContent } from './arbitrary-slots.ts';

function claimFor(t: Template): fc.Arbitrary<Claim> {
  const record = Object.fromEntries(
    [...new Set(t.slots)].map((slot) => [slot, slotContent(slotType(t.kind, slot))]),
  );
  const stated = t.asserts === 0 && t.denies === 0 ? {} : { asserts: t.asserts, denies: t.denies };
  return fc.record(record).map((slots) => ({ kind: t.kind, slots: { ...t.fixed, ...slots }, ...stated }));
}

describe.each(Object.values(STYLES) as Style[])('style $name', (style) => {
  const templates = [style.wordings, QUESTION_WORDS].flatMap((words) =>
    Object.values(words).flatMap((ws) => ws.map((w) => w.template)),
  );
  const reader = new Reader(templates);
  const call = templates.find((t) => t.kind === 'call' && t.slots.includes('args'))!;
  const neighbour = renderClause(call, { kind: 'call', slots: { func: 'f', args: ['x', '3'] } }, true);

  it.each(templates)('$kind: $text', (t) => {
    fc.assert(
      fc.property(claimFor(t), fc.boolean(), (claim, start) => {
        const clause = renderClause(t, claim, true);
        const text = start ? `${clause}. ${neighbour}.` : `${neighbour}; ${renderClause(t, claim, false)}.`;
        const reading = reader.read(text);
        const index = start ? 0 : 1;
        expect(reading.unread).toEqual([]);
        expect(reading.clauses[index]!.readings).toContainEqual(claim);
      }),
      { numRuns: 60 },
    );
  });
});
