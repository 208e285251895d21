// Where a walk over a trace abbreviates a value, for whoever walks it again to look at the whole of it. Values are
// noted as they pass by, because a walk changes them in place and keeping them all would take too much. Knows no texts.
import type { Value } from '../../interpreter/values/objects.ts';

/** Told of every value that is abbreviated, with its text and the event during which that happens. */
export type Witness = (text: string, value: Value, event: number) => void;

let witness: Witness | null = null;
let now = 0;

/**
 * The walk comes to an event.
 * @param before true while it settles what was over before that event
 */
export function comesTo(event: number, before = false): void {
  now = before ? event - 0.5 : event;
}

/** A value stands abbreviated as `text`. */
export function abbreviated(text: string, value: Value): string {
  if (witness !== null) witness(text, value, now);
  return text;
}

/** Does some walking under the eyes of a witness. */
export function witnessed(by: Witness, walk: () => void): void {
  const before = witness;
  witness = by;
  try {
    walk();
  } finally {
    witness = before;
  }
}
