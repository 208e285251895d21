// A step in plain words, for messages about it. Knows nothing of the text that the message is about.
import { slotTypes, type Claim, type ClaimKind, type SlotValue } from './claims.ts';
import { plan } from './plan/plan.ts';
import { render } from './render.ts';
import type { Step } from './steps/step.ts';
import { STYLES } from './styles/index.ts';

/** The step as the narrative style tells it, in quotes: `"withdraw is called with balance = 50"`. */
export function inWords(step: Step): string {
  const { text } = render(plan([step], STYLES.narrative, 0));
  return `"${text.replace(/\.$/, '')}"`;
}

/** How a claim differs from a step in a slot: `says left 1 + 2 = 4; in the run it is 1 + 3 = 4`. */
export function differs(claim: Claim, slot: string, step: Step): string {
  const [said, is] = [claim.slots[slot], step.facts[slot]].map((value) => shownSlot(value, claim.kind, slot));
  return said === undefined || is === undefined
    ? `the run has ${inWords(step)} here`
    : `says ${slot} ${said}; in the run it is ${is}`;
}

/** What is in a slot as a reader would see it; undefined for nothing. */
function shownSlot(value: SlotValue | undefined, kind: ClaimKind, slot: string): string | undefined {
  if (value === undefined || typeof value === 'string') return value;
  const type = slotTypes(kind)[slot];
  if (type === 'bindings')
    return value.flatMap((name, i) => (i % 2 === 0 ? [`${name} = ${value[i + 1]}`] : [])).join(', ');
  return value.join(type === 'chain' ? ' = ' : ', ');
}
