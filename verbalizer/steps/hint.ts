// Hints: what is known of a step that helps to word it. Some are stated by words, as by `rises`, and then are part of
// what is checked (`style.ts` has which). A set of them is one number.
import type { Step } from './step.ts';

export const HINTS = {
  /** The name had no value before. */
  first: 1 << 0,
  /** The value stands in the source as it is. */
  constant: 1 << 1,
  /** It is the first thing in the branch that the last test opened. */
  branch: 1 << 2,
  /** The value did not change. */
  same: 1 << 3,
  /** There is nothing to work out. */
  plain: 1 << 4,
  /** Nothing is in it: no arguments, no elements, no message. */
  empty: 1 << 5,
  /** No statement asks for it. */
  implicit: 1 << 6,
  /** What kind of value it is about. */
  number: 1 << 7,
  text: 1 << 8,
  list: 1 << 9,
  dict: 1 << 10,
  set: 1 << 11,
  bool: 1 << 12,
  /** A number that grew, or shrank. */
  up: 1 << 13,
  down: 1 << 14,
  /** Of a while loop. */
  while: 1 << 15,
  /** The condition is a comparison. */
  compare: 1 << 16,
  /** The target is an element or attribute. */
  element: 1 << 17,
  /** A container got one more element. */
  grown: 1 << 18,
  /** Too long to be shown. */
  long: 1 << 19,
  /** At the top level of the module. */
  module: 1 << 20,
  /** There is only one element. */
  single: 1 << 21,
  /** The condition of `a if test else b`. */
  choice: 1 << 23,
  /** An object is being made. */
  making: 1 << 24,
  /** The function has been entered more than once. */
  nested: 1 << 25,
  /** Set while a text is planned: the same has been said before, or control has just been said to be back. */
  again: 1 << 26,
  back: 1 << 27,
  /** What is afterwards takes much room. */
  wide: 1 << 22,
  /** The same constant was put there by the same line before. */
  reset: 1 << 28,
  /** A condition that is a call of the program's, whose return tells how it came out. */
  called: 1 << 30,
  /** A condition of which more can be said than how it came out: sides to work out, a value's kind, two operands. */
  reasoned: 1 << 29,
} as const;

export type Hint = keyof typeof HINTS;

/** The number that stands for these hints; nulls are left out. */
export function hintsOf(hints: readonly (Hint | null)[]): number {
  let bits = 0;
  for (const hint of hints) if (hint !== null) bits |= HINTS[hint];
  return bits;
}

export function hasHint(step: Step, hint: Hint): boolean {
  return (step.hints & HINTS[hint]) !== 0;
}
