// What a stretch of free text can say of a run: kinds of claims, before anything is known of their truth. Data only.

/** What a claim is about: code, perhaps with its value beside it (`the amount, 80,`); or a word (`it`, `which`, `the sum`) whose meaning the context gives. */
export type Ref = { readonly code: string; readonly is?: string } | { readonly loose: string };

export type Body =
  /** `subject = chain[0] = … = last`; `becomes` tells of a change, `was` of the value before it. */
  | {
      readonly kind: 'value';
      readonly subject: Ref;
      readonly chain: readonly string[];
      readonly mode: 'is' | 'becomes' | 'was';
      readonly negated: boolean;
      /** It may also have been put into the subject: `row gets 1`. */
      readonly put?: true;
    }
  /** `left op right`, with its truth; null when the text only asks. `op` is Python's, or `true` for plain truth. */
  | {
      readonly kind: 'relation';
      readonly left: Ref;
      readonly op: string;
      readonly right: Ref;
      readonly truth: boolean | null;
    }
  /** The condition at hand came out true or false; `match` says it of an equality. */
  | { readonly kind: 'verdict'; readonly truth: boolean; readonly answer: boolean }
  /** The predicate of the last relation, of another subject (`the letter 'e' is`). */
  | { readonly kind: 'same'; readonly subject: Ref; readonly truth: boolean }
  /** Where control goes. */
  | { readonly kind: 'effect'; readonly what: EffectName; readonly negated: boolean }
  /** An element comes up: `the second letter is 'b'`. */
  | {
      readonly kind: 'item';
      readonly code: string;
      readonly nth: number | null;
      readonly noun: string | null;
    }
  /** A round by its number. */
  | {
      readonly kind: 'round';
      readonly nth: number;
      /** It is a call that is counted. */
      readonly call?: true;
    }
  /** Rounds counted: all of a loop, or those that a summary covers (`more`). */
  | {
      readonly kind: 'count';
      readonly n: number;
      readonly more: boolean;
      readonly after: boolean;
      /** Calls of this function are counted. */
      readonly func?: string;
      /** Calls are counted that are inside what is told as one. */
      readonly inside?: true;
    }
  /** What a loop goes over; `range` gives only the ends. */
  | {
      readonly kind: 'loop';
      readonly target: string | null;
      readonly items: readonly string[];
      readonly range: boolean;
      /** How the program writes it, with its working. */
      readonly over?: readonly string[];
    }
  /** What was made of each of the elements, or which of them passed a test; what is not said is null. */
  | {
      readonly kind: 'each';
      readonly target: string;
      readonly items: readonly string[] | null;
      readonly test: string | null;
      readonly kept: readonly string[] | null;
      readonly source: string | null;
      readonly results: readonly string[] | null;
      /** All results are this. */
      readonly all: string | null;
    }
  | { readonly kind: 'call'; readonly func: string; readonly args: readonly string[] }
  /** An argument is the same as in the last call of the function. */
  | { readonly kind: 'kept'; readonly name: string }
  /** What was returned; `args` tell which call. */
  | {
      readonly kind: 'return';
      readonly func: string | null;
      readonly args: readonly string[];
      readonly value: Ref;
      readonly chain: readonly string[];
      /** It is said of the call with this number, from 1. */
      readonly nth?: number;
    }
  /** `result`: `the output is …` may be said of what is returned. */
  | { readonly kind: 'print'; readonly code: string; readonly times: number; readonly result?: true }
  | { readonly kind: 'raise'; readonly type: string; readonly text: string | null }
  | {
      readonly kind: 'catch';
      readonly type: string | null;
      readonly negated: boolean;
      /** Of this function only; a caller may catch what it does not. */
      readonly func?: string;
    }
  /** A method changes an object. */
  | {
      readonly kind: 'mutate';
      readonly verb: 'append' | 'pop' | 'remove' | 'reverse' | 'sort' | 'insert' | 'swap' | 'join' | 'split';
      readonly item: Ref | null;
      readonly object: Ref | null;
      readonly negated: boolean;
      /** Where in the object. */
      readonly key?: string;
      /** The call that does it. */
      readonly call?: string;
    }
  /** `target` changes by an amount. */
  | { readonly kind: 'delta'; readonly target: Ref; readonly op: string; readonly by: string }
  /** `quotient` is how often `divisor` goes into `dividend`. */
  | {
      readonly kind: 'goes-into';
      readonly divisor: string;
      readonly dividend: string;
      readonly times: number;
    }
  | { readonly kind: 'left-over'; readonly rest: string }
  /** `subject` goes from one value to another; a loop's variable may take all between. */
  | {
      readonly kind: 'change';
      readonly subject: Ref;
      readonly from: string;
      readonly chain: readonly string[];
    }
  /** Values that come one after the other. */
  | { readonly kind: 'sequence'; readonly subject: string | null; readonly items: readonly string[] }
  /** A word that no rule reads and that may be wrong: `sorted`, `third`, `largest`. */
  | { readonly kind: 'word'; readonly word: string; readonly opens: boolean; readonly of: string | null }
  /** A piece of code that stands alone. */
  | { readonly kind: 'mention'; readonly code: string; readonly number: boolean };

export type EffectName = 'base' | 'skip' | 'body' | 'else' | 'again' | 'leave' | 'break' | 'end';

export type Claim = Body & {
  /** UTF-16 offsets into the text. */
  readonly span: readonly [number, number];
  /** Number of its sentence and paragraph. */
  readonly sentence: number;
  readonly paragraph: number;
  /** It gives the reason of what stands before it (`because …`). */
  readonly reason: boolean;
  /** A colon follows: it says of what the rest of the sentence is (`n = 7: …`). */
  readonly header: boolean;
};

export type ClaimOf<K extends Body['kind']> = Extract<Claim, { kind: K }>;

/** A stretch that no rule reads. */
export interface Unread {
  readonly span: readonly [number, number];
  readonly text: string;
}

export interface FreeReading {
  readonly claims: readonly Claim[];
  readonly unread: readonly Unread[];
  /** Words that no rule read and that may say something of the run; the rest is known to say nothing. */
  readonly strange: readonly Unread[];
  readonly sentences: readonly (readonly [number, number])[];
  /** Paragraphs as stretches of the text. */
  readonly paragraphs: readonly (readonly [number, number])[];
}
