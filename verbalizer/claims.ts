// What a sentence of ours can say: the kinds of claims and their slots, declared once. Templates put them into
// words, the reader gets them back, the checker holds them against the run. Knows nothing of wording.

/**
 * What may stand in a slot, and so how the reader finds its end:
 * `name` an identifier; `value` one value as Python's repr; `expr` an expression; `chain` expressions joined by
 * ` = `, the last one a value; `bindings` `name = value` pairs; `values` values listed with commas and `and`;
 * `count` a whole number; `ordinal` the same said as `1st`, `2nd`, `3rd`; `moves` names with the value before and
 * after, `name from value to value`; `phrase` a call, a slice or an element in words with what it comes to (a row of
 * `text/phrases.ts`, its parts, the value).
 */
export type SlotType =
  'name' | 'value' | 'expr' | 'chain' | 'bindings' | 'values' | 'count' | 'ordinal' | 'moves' | 'phrase';

/** Claim kinds with their slots. A slot may be left out by a template; which ones must not is the checker's matter. */
export const CLAIMS = {
  /**
   * A function of the program is entered; `args` are its parameters' values. `cls` when an object of that class is
   * being made, `again` when the function calls itself. A method has its object (`on`). Where no call is written, `site`
   * is the expression that makes it, `sets` the attribute that is assigned to, `what` the statement. `same` are the long arguments that its last call had as well,
   * `news` the others.
   */
  call: {
    func: 'name',
    args: 'bindings',
    cls: 'name',
    again: 'count',
    on: 'value',
    site: 'expr',
    sets: 'expr',
    what: 'name',
    news: 'bindings',
    same: 'values',
  },
  /**
   * A function returns the last link of `chain`; the links before show how it was worked out, `said` does in words.
   * A generator that comes to its end is `exhausted` (`what`).
   */
  return: { func: 'name', chain: 'chain', said: 'phrase', what: 'name' },
  /** Control is back in a function after a call that it made. */
  resume: { func: 'name', args: 'bindings' },
  /** A generator hands out a value. */
  yield: { func: 'name', chain: 'chain' },
  /** `target` gets the last link of `chain`; it was `old` before, or something long that is the `same`. `over` is the amount of an augmented assignment. */
  bind: { target: 'expr', chain: 'chain', old: 'value', same: 'count', by: 'chain', said: 'phrase' },
  /** Several targets get their values at once. */
  unpack: { pairs: 'bindings', from: 'chain' },
  /**
   * A condition: as written (`source`), with values put in (`chain`), and whether it holds (`truth`). What decided it:
   * a comparison (`left`, `op`, `right`), the kind of value that `on` has (`why`, of which the condition may be the
   * negation, `not`), or two operands (`first`, `second`, and how they are joined).
   */
  test: {
    source: 'expr',
    chain: 'chain',
    truth: 'count',
    left: 'chain',
    op: 'name',
    right: 'chain',
    on: 'chain',
    why: 'name',
    not: 'count',
    first: 'expr',
    second: 'expr',
    join: 'name',
  },
  /** The pattern that the subject of a `match` fits first, and the names that it gives values to. */
  case: { subject: 'chain', pattern: 'expr', pairs: 'bindings' },
  /** What the last condition leads to. */
  effect: { what: 'name' },
  /**
   * A loop begins: `target` will take the elements of `over`, which are `items`, or the numbers from `start` to `last`
   * in steps of `by`; `name` is how the program writes what is looped over, `said` has it in words. A `while` loop goes on as long
   * as `source` holds; `why` is what a value must be for that, where it is no condition as it is written.
   */
  loop: {
    target: 'expr',
    over: 'chain',
    items: 'values',
    start: 'value',
    last: 'value',
    by: 'value',
    source: 'expr',
    why: 'name',
    name: 'expr',
    said: 'phrase',
  },
  /** A round of the loop begins with these values of the loop's variables. */
  round: { pairs: 'bindings', nth: 'count' },
  /** The loop is over after `rounds`; `why` is one of the reasons in `steps`. */
  done: { why: 'name', rounds: 'count', target: 'expr' },
  /**
   * Rounds of a loop that are told together: how many, the loop's variables in the first and the last of them, what
   * names and objects have come to at their end (`moves` where the value before is known), how many lines they print,
   * the only condition asked in each of them when it is false (or true) in all.
   */
  fold: {
    count: 'count',
    first: 'bindings',
    last: 'bindings',
    fails: 'expr',
    holds: 'expr',
    moves: 'moves',
    changes: 'bindings',
    lines: 'count',
  },
  /**
   * A call told by its arguments and its outcome alone, a value or an exception with its text; `calls` counts the
   * calls inside it, `leaves` has what it changes in its arguments and in the module, `lines` counts what is printed.
   */
  summary: {
    func: 'name',
    args: 'bindings',
    chain: 'chain',
    type: 'name',
    text: 'value',
    calls: 'count',
    leaves: 'bindings',
    lines: 'count',
  },
  /** Steps that follow one another, told together: how many, where a whole call is one; what they call, change, print. */
  stretch: { count: 'count', calls: 'count', moves: 'moves', changes: 'bindings', lines: 'count' },
  /**
   * Calls of a recursion that are entered one inside the other: how many, of which function or functions, the arguments
   * of the first and the last, the only condition that is false (or true) in all of them, how many other calls there
   * are on the way, lines printed, what the last one has come to.
   */
  descent: {
    func: 'name',
    funcs: 'values',
    count: 'count',
    first: 'bindings',
    last: 'bindings',
    fails: 'expr',
    holds: 'expr',
    calls: 'count',
    lines: 'count',
    changes: 'bindings',
  },
  /**
   * The same calls when they come back: arguments and value of the innermost (`deep`, `given`) and of the outermost
   * (`outer`, `last`), the value that all of them return, or the exception that leaves them.
   */
  ascent: {
    func: 'name',
    funcs: 'values',
    count: 'count',
    deep: 'bindings',
    given: 'value',
    outer: 'bindings',
    last: 'value',
    each: 'value',
    type: 'name',
    calls: 'count',
    lines: 'count',
    leaves: 'bindings',
  },
  /**
   * A call changes an object: the call as written, how it does so (the method), the value it acts with or gives, the
   * place, the object and what it is afterwards. `given` has how the value put in was worked out.
   */
  mutate: {
    call: 'expr',
    how: 'name',
    object: 'expr',
    item: 'value',
    given: 'chain',
    at: 'value',
    after: 'value',
    size: 'count',
  },
  /** An expression was evaluated for its effect or on the way. */
  value: { chain: 'chain' },
  /**
   * What a comprehension, or a small function, made of each element; `source` is what was worked out. Of many (`size`)
   * the first and the last are told, with what was made of them (`head`, `tail`), or how many a filter `left`.
   */
  each: {
    target: 'expr',
    items: 'values',
    source: 'expr',
    results: 'values',
    test: 'expr',
    kept: 'values',
    all: 'value',
    size: 'count',
    first: 'value',
    last: 'value',
    head: 'value',
    tail: 'value',
    left: 'count',
    none: 'count',
  },
  /** A line of output, as the repr of its text. */
  print: { text: 'value' },
  /**
   * An exception is raised: its class and its text (as a repr), and by what: an expression or a kind of statement. A
   * lookup has the `key` that was not there.
   */
  raise: { type: 'name', text: 'value', call: 'expr', what: 'name', func: 'name', key: 'value' },
  /** A handler takes the exception. */
  catch: { type: 'name', name: 'name' },
  /** The exception leaves a function. */
  escape: { func: 'name', type: 'name' },
  /** A name or an element is deleted; the container is `after` afterwards. */
  delete: { target: 'expr', object: 'expr', after: 'value' },
  /** What the whole run was for. */
  result: { chain: 'chain' },

  // The claims from here on answer questions about a run; `src/tasks` puts them into the stories that it asks for.

  /** Control comes to a line. */
  visit: { line: 'count', nth: 'ordinal' },
  /** A round of the loop that begins on a line. */
  lap: { line: 'count', nth: 'ordinal' },
  /** What a variable is before or after (`when`) the line's n-th visit. */
  state: { when: 'name', line: 'count', nth: 'ordinal', target: 'expr', value: 'value' },
  /** A `for` loop has nothing left to take. */
  spent: { line: 'count' },
  /** The line that runs after the n-th visit of another. */
  next: { line: 'count', nth: 'ordinal', next: 'count' },
  /** How often a line runs, or a loop (`what`). */
  tally: { what: 'name', line: 'count', count: 'count' },
  /** The first exception of the run and its line; `what` says whether there is one. */
  exception: { what: 'name', type: 'name', line: 'count' },
  /** What comes next is about this one of two programs; all before is the same in both but for this line. */
  program: { which: 'name', line: 'count' },
  /** Both programs go on alike. */
  alike: { line: 'count' },
  /** Where two programs part, and how (`what`): a variable, the next line or the value returned. */
  differ: { what: 'name', line: 'count', nth: 'ordinal', target: 'expr', first: 'value', second: 'value' },
  /** What stands in the blank of a program, for the next clauses. */
  suppose: { filling: 'value' },
  /** A run's result held against the one asked for (`truth`), and what that says of the blank. */
  verdict: { truth: 'count', filling: 'value', found: 'value', wanted: 'value' },

  // Claims of the way back, from a result to what it came from: each is about the step of the same name.

  /** The call has to give this result. */
  goal: { func: 'name', value: 'value' },
  /** The value that a function gave came from this return. */
  backReturn: { func: 'name', line: 'count', chain: 'chain' },
  backYield: { func: 'name', line: 'count', chain: 'chain' },
  /** The value of a target came from this line; before that it was `old`. */
  backBind: { target: 'expr', line: 'count', chain: 'chain', old: 'value' },
  backUnpack: { pairs: 'bindings', line: 'count' },
  /** To get there, the condition on this line must have come out so. */
  backTest: { source: 'expr', line: 'count', chain: 'chain', truth: 'count' },
  /** That was in the round with these values of the loop's variables. */
  backRound: { pairs: 'bindings', line: 'count' },
  /** An object is what it is by this call. */
  backMutate: { call: 'expr', line: 'count', object: 'expr', after: 'value', size: 'count' },
  backDelete: { target: 'expr', line: 'count' },
  backRaise: { type: 'name', line: 'count' },
  backCatch: { type: 'name', line: 'count' },
  /** The loop was left by break on this line. */
  backBreak: { line: 'count' },
  /**
   * Rounds of the loop on a line that are told together on the way back: how many, the loop's variables in the first and
   * the last of them as the run had them, and what they made of names and objects.
   */
  backFold: {
    count: 'count',
    line: 'count',
    first: 'bindings',
    last: 'bindings',
    moves: 'moves',
    changes: 'bindings',
  },
  /** So the function was called with these arguments. */
  backCall: { func: 'name', args: 'bindings' },
  /** A call that gives the result asked for. */
  input: { call: 'expr', value: 'value' },
} as const satisfies Record<string, Record<string, SlotType>>;

export type ClaimKind = keyof typeof CLAIMS;
export type SlotName<K extends ClaimKind> = keyof (typeof CLAIMS)[K] & string;

/** The content of a slot: one piece of text, or a list of them for chains, bindings (name, value, name, value …) and values. */
export type SlotValue = string | readonly string[];

/** One claim: its kind and the slots that were said. */
export interface Claim {
  readonly kind: ClaimKind;
  readonly slots: Readonly<Record<string, SlotValue>>;
  /** Hints that the wording says the step to have, and not to have, as bits: `rises` says that a number grew. */
  readonly asserts?: number;
  readonly denies?: number;
}

/** A claim with the place in the text where it stands (UTF-16 offsets, half-open). */
export interface PlacedClaim extends Claim {
  readonly span: readonly [number, number];
}

export function slotType(kind: ClaimKind, slot: string): SlotType {
  const type = (CLAIMS[kind] as Record<string, SlotType>)[slot];
  if (type === undefined) throw new Error(`claim ${kind} has no slot ${slot}`);
  return type;
}

/** What stands in each slot of a kind. */
export function slotTypes(kind: ClaimKind): Readonly<Record<string, SlotType>> {
  return CLAIMS[kind];
}

const BITS = Object.fromEntries(
  Object.entries(CLAIMS).map(([kind, slots]) => [
    kind,
    Object.fromEntries(Object.keys(slots).map((slot, at) => [slot, 1 << at])),
  ]),
) as Record<ClaimKind, Readonly<Record<string, number>>>;

/** The bit that stands for a slot in sets of slots of a kind. */
export function slotBit(kind: ClaimKind, slot: string): number {
  return BITS[kind][slot] ?? 0;
}

/** The bits of the slots of a kind. */
export function slotBitsOf(kind: ClaimKind): Readonly<Record<string, number>> {
  return BITS[kind];
}

/** A set of slots of a kind as one number. */
export function slotBits(kind: ClaimKind, slots: Iterable<string>): number {
  let bits = 0;
  for (const slot of slots) bits |= slotBit(kind, slot);
  return bits;
}

/** Kinds that are told whatever is folded: what is asked, supposed and concluded. */
export const UNFOLDED: ReadonlySet<ClaimKind> = new Set<ClaimKind>([
  'state',
  'spent',
  'next',
  'tally',
  'exception',
  'program',
  'alike',
  'differ',
  'suppose',
  'verdict',
  'goal',
  'input',
]);
