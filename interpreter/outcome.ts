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
  /** The value of the call expression and its `repr`; None when there was none. */
  | { readonly kind: 'returned'; readonly value: Value; readonly repr: string }
  /** `type` is the name of the exception's class, `message` its `str`. */
  | {
      readonly kind: 'raised';
      readonly exception: PyException;
      readonly type: string;
      readonly message: string;
      readonly place: Place | null;
    }
  | { readonly kind: 'limit'; readonly limit: LimitName; readonly max: number; readonly place: Place | null }
  /** `construct` is a noun phrase: what the program uses that Primer has not. */
  | { readonly kind: 'unsupported'; readonly construct: string; readonly place: Place | null }
  /** `what` is not the same in every run of CPython; `cause` says for what. */
  | {
      readonly kind: 'nondeterministic';
      readonly what: 'the result' | 'the output';
      readonly cause: NondeterminismCause;
    };

/** The order of a set, which depends on the hash seed; or random numbers without a seed, the clock. */
export type NondeterminismCause = 'set-order' | 'chance';

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
