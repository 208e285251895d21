// What a line of a line style says: a kind and its slots, as read from the text or as the run has it. The two are
// compared slot by slot. Knows neither wording nor runs.
import type { SlotValue } from '../claims.ts';

export const LINE_KINDS = [
  // moments
  'call',
  'resume',
  'line',
  'back',
  'result',
  'note', // a moment in the inline style, where its place says of what kind it is
  'frame', // a row of the frames style
  'output', // text printed, in the frames style
  'instruction',
  // folds
  'rounds',
  'activation',
  'stretch',
] as const;
export type LineKind = (typeof LINE_KINDS)[number];

export const FOLD_KINDS: ReadonlySet<LineKind> = new Set(['rounds', 'activation', 'stretch']);

export interface LineClaim {
  readonly kind: LineKind;
  readonly slots: Readonly<Record<string, SlotValue>>;
}

/** A claim with the place in the text where it stands (UTF-16 offsets, half-open). */
export interface PlacedLineClaim extends LineClaim {
  readonly span: readonly [number, number];
}

/** A claim of a rendered text with the moment it tells; a fold has the first one it covers. */
export interface ToldLineClaim extends PlacedLineClaim {
  readonly step: number;
}

function same(a: SlotValue | undefined, b: SlotValue | undefined): boolean {
  if (a === undefined || b === undefined) return a === b;
  if (typeof a === 'string' || typeof b === 'string') return a === b;
  return a.length === b.length && a.every((x, i) => x === b[i]);
}

/** The first slot in which two claims of one kind differ, or null. A slot that only one of them has counts. */
export function difference(said: LineClaim, fact: LineClaim): string | null {
  for (const slot of Object.keys(fact.slots)) if (!same(said.slots[slot], fact.slots[slot])) return slot;
  for (const slot of Object.keys(said.slots)) if (fact.slots[slot] === undefined) return slot;
  return null;
}
