// What a regular expression says, as a tree: made by the parser, measured by `width.ts`, compiled by `compiler.ts`.
// Pure data. https://docs.python.org/3.11/library/re.html#regular-expression-syntax

/** The flags by bit, as CPython numbers them. */
export const FLAG = {
  TEMPLATE: 1,
  IGNORECASE: 2,
  LOCALE: 4,
  MULTILINE: 8,
  DOTALL: 16,
  UNICODE: 32,
  VERBOSE: 64,
  DEBUG: 128,
  ASCII: 256,
} as const;

/** Stands for "as often as you like"; no number of repetitions can reach it. */
export const UNBOUNDED = 4294967295;

/** What `\d`, `\s` and `\w` stand for. */
export type Category = 'digit' | 'space' | 'word';

/** A part of `[…]`. */
export type SetItem =
  | { readonly kind: 'point'; readonly point: number }
  | { readonly kind: 'range'; readonly low: number; readonly high: number }
  | { readonly kind: 'category'; readonly category: Category; readonly negated: boolean };

/** Where `^`, `$`, `\A`, `\Z`, `\b` and `\B` match; the first two by their flags. */
export type Anchor = 'start' | 'line-start' | 'end' | 'line-end' | 'text-end' | 'boundary' | 'no-boundary';

/** `possessive` repetitions never give back what they have taken. */
export type Eagerness = 'greedy' | 'lazy' | 'possessive';

/** A part of a pattern; `flags` are those in force where it is written. */
export type RegexNode =
  | {
      readonly kind: 'set';
      readonly items: readonly SetItem[];
      readonly negated: boolean;
      readonly flags: number;
    }
  | { readonly kind: 'any'; readonly flags: number }
  | { readonly kind: 'anchor'; readonly anchor: Anchor; readonly flags: number }
  | { readonly kind: 'branch'; readonly options: readonly Sequence[] }
  /** `group` is null for `(?:…)`; `plain` when it does not even change flags. */
  | {
      readonly kind: 'group';
      readonly group: number | null;
      readonly plain: boolean;
      readonly body: Sequence;
    }
  | {
      readonly kind: 'repeat';
      readonly min: number;
      readonly max: number;
      readonly eagerness: Eagerness;
      readonly body: Sequence;
    }
  | { readonly kind: 'atomic'; readonly body: Sequence }
  | { readonly kind: 'look'; readonly behind: boolean; readonly negated: boolean; readonly body: Sequence }
  | { readonly kind: 'reference'; readonly group: number; readonly flags: number }
  | {
      readonly kind: 'conditional';
      readonly group: number;
      readonly yes: Sequence;
      readonly no: Sequence | null;
    };

/** Parts that follow one another. */
export type Sequence = readonly RegexNode[];

/** A whole pattern. */
export interface Regex {
  readonly body: Sequence;
  /** The flags given and those written at the start, UNICODE unless ASCII. */
  readonly flags: number;
  /** How many capturing groups there are. */
  readonly groups: number;
  /** The numbers of the named ones, in the order of their opening. */
  readonly names: ReadonlyMap<string, number>;
  /** What each capturing group holds, by number. */
  readonly bodies: readonly (Sequence | undefined)[];
}
