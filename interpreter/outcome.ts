// How a run ends, as data, and the JavaScript errors that carry the abrupt ends through native code to the facade.
// Knows nothing of the machine.
import type { Span } from '../grammar/ast.ts';
import type { LimitName } from './limits.ts';
import type { PyException } from './values/class.ts';
import type { Value } from './values/objects.ts';

/** Where an outcome arose: offsets into the program's text, or into the call expression's. */
export interface Place {
  readonly span: Span;
  readonly line: number;
  readonly inCall: boolean;
}

export type Outcome =
  /** The value of the call expression; None when there was none. */
  | { readonly kind: 'returned'; readonly value: Value }
  | { readonly kind: 'raised'; readonly exception: PyException; readonly place: Place | null }
  | { readonly kind: 'limit'; readonly limit: LimitName; readonly max: number; readonly place: Place | null }
  /** `construct` is a noun phrase: what the program uses that Primer has not. */
  | { readonly kind: 'unsupported'; readonly construct: string; readonly place: Place | null }
  /** `what` says which result depends on the hash seed. */
  | { readonly kind: 'nondeterministic'; readonly what: string };

/** Ends the run with a `limit` outcome. Not an exception of the program: nothing in it can catch this. */
export class LimitReached extends Error {
  readonly limit: LimitName;
  readonly max: number;
  constructor(limit: LimitName, max: number) {
    super(`${limit} limit of ${max} reached`);
    this.limit = limit;
    this.max = max;
  }
}

/** Ends compilation or the run with an `unsupported` outcome. */
export class Unsupported extends Error {
  readonly construct: string;
  /** The place, when known to the thrower; the machine adds the place of the running instruction otherwise. */
  readonly place: Place | null;
  constructor(construct: string, place: Place | null = null) {
    super(`unsupported: ${construct}`);
    this.construct = construct;
    this.place = place;
  }
}
