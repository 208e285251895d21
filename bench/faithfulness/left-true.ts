// Whether a corrupted text still says only what happened, judged without the checker: its clauses are compared with
// those of the text that it was made from, one by one and in order, and where they differ with the step that stood
// there, by a comparison of its own.
import { slotType, type Claim, type SlotValue } from '../../verbalizer/claims.ts';
import { FOLD_KINDS } from '../../verbalizer/fold/fold.ts';
import { HINTS } from '../../verbalizer/steps/hint.ts';
import type { Clause } from '../../verbalizer/read/read.ts';
import type { RenderedClaim } from '../../verbalizer/render.ts';
import type { Step, Story } from '../../verbalizer/index.ts';

/** The text before: its claims as written, and the clauses that they were read back as. */
export interface Before {
  readonly story: Story;
  readonly claims: readonly RenderedClaim[];
  readonly clauses: readonly Clause[];
}

function asList(value: SlotValue): readonly string[] {
  return typeof value === 'string' ? [value] : value;
}

/** Words for a direction fit the numbers: `rises` only of what is greater than it was. */
function movesAs({ asserts = 0 }: Claim, { facts, hints }: Step): boolean {
  // a loop goes up or down by its step, a name from its old value to its new one
  const [before, after] =
    facts['by'] !== undefined && facts['start'] !== undefined
      ? [0, Number(facts['by'])]
      : [Number(facts['old']), Number(facts['chain']?.at(-1))];
  if ((asserts & HINTS.up) !== 0 && !(after > before)) return false;
  if ((asserts & HINTS.down) !== 0 && !(after < before)) return false;
  if ((asserts & HINTS.same) !== 0 && facts['old'] !== undefined && facts['chain']?.at(-1) !== facts['old'])
    return false;
  return (asserts & ~hints & HINTS.first) === 0;
}

/** Every slot says what the step has: of a working, some of the stages with the value last. */
function agrees(step: Step, claim: Claim): boolean {
  if (claim.kind !== step.kind || !movesAs(claim, step)) return false;
  return Object.entries(claim.slots).every(([slot, value]) => {
    const fact = step.facts[slot];
    if (fact === undefined) return false;
    const [said, all] = [asList(value), asList(fact)];
    if (said.at(-1) !== all.at(-1)) return false;
    if (slotType(claim.kind, slot) !== 'chain') return said.join('\u0000') === all.join('\u0000');
    let at = -1;
    return said.every((link) => (at = all.indexOf(link, at + 1)) >= 0);
  });
}

export function leftTrue({ story, claims, clauses }: Before, after: readonly Clause[]): boolean {
  // what must be told, in order
  const needed = claims.flatMap((claim, i) =>
    FOLD_KINDS.has(claim.kind) || claim.told.essential
      ? [
          {
            step: claim.told.index,
            fold: FOLD_KINDS.has(claim.kind),
            said: JSON.stringify(clauses[i]?.readings),
          },
        ]
      : [],
  );
  let at = 0;
  // what may be told besides: never twice, and in order
  let passed = -1;
  for (const { readings } of after) {
    const next = needed[at];
    if (next !== undefined) {
      const step = story.steps[next.step]!;
      const same = JSON.stringify(readings) === next.said;
      if (same || (!next.fold && readings.some((r) => agrees(step, r)))) {
        at++;
        passed = Math.max(passed, next.step);
        continue;
      }
    }
    const end = next === undefined ? story.steps.length : next.step;
    const found = story.steps.findIndex(
      (s) => s.index > passed && s.index < end && !s.essential && readings.some((r) => agrees(s, r)),
    );
    if (found < 0) return false;
    passed = found;
  }
  return at === needed.length;
}
