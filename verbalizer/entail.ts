// Whether a step bears out a claim. Generic over kinds: a claim may say less than the step's facts, in any of the
// slots, but nothing else; what it must say to count as telling the step is declared here, one row a kind.
import { CLAIMS, slotBitsOf, type Claim, type ClaimKind, type SlotValue } from './claims.ts';
import type { Step } from './steps/step.ts';
import type { Template } from './template.ts';

/**
 * For each kind, the alternatives of slots of which one must be said in full for the step to count as told. The step must
 * have them, but for those marked with `?`: what it does not have need not be said.
 */
const TELLING: Record<ClaimKind, readonly (readonly string[])[]> = {
  call: [['func', 'args?'], ['cls', 'args?'], ['func', 'news', 'same'], ['func'], ['cls']],
  resume: [['func']],
  return: [['chain'], ['said'], ['func', 'what']],
  yield: [['chain']],
  bind: [
    ['target', 'chain'],
    ['target', 'said'],
    ['target', 'same'],
  ],
  unpack: [['pairs']],
  test: [
    ['chain', 'truth'],
    ['source', 'truth'],
    ['left', 'op', 'truth'],
    ['on', 'why', 'not?', 'truth'],
    ['first', 'second', 'join', 'truth'],
  ],
  case: [['pattern']],
  effect: [['what']],
  loop: [
    ['target', 'over'],
    ['target', 'items'],
    ['over'],
    ['target', 'start', 'last'],
    ['name'],
    ['said'],
    ['source'],
  ],
  round: [['pairs'], ['nth']],
  done: [['why'], ['rounds']],
  fold: [['count', 'first?', 'last?', 'fails?', 'holds?', 'moves?', 'changes?', 'lines?']],
  summary: [['func', 'args?', 'chain?', 'type?', 'text?', 'calls?', 'leaves?', 'lines?']],
  stretch: [['count', 'calls?', 'moves?', 'changes?', 'lines?']],
  descent: [
    ['func?', 'funcs?', 'count', 'first?', 'last?', 'fails?', 'holds?', 'calls?', 'lines?', 'changes?'],
  ],
  ascent: [
    [
      'func?',
      'funcs?',
      'count',
      'deep?',
      'given?',
      'outer?',
      'last?',
      'each?',
      'type?',
      'calls?',
      'lines?',
      'leaves?',
    ],
  ],
  mutate: [
    ['object', 'after'],
    ['object', 'item'],
    ['object', 'given'],
    ['object', 'size', 'call'],
  ],
  value: [['chain']],
  each: [['results'], ['kept'], ['none'], ['all'], ['head', 'tail'], ['left']],
  print: [['text']],
  raise: [['type']],
  catch: [['type']],
  escape: [['type']],
  delete: [['target']],
  result: [['chain']],
  visit: [['line', 'nth']],
  lap: [['line', 'nth']],
  // which visit it is has been told before
  state: [['when', 'target', 'value']],
  spent: [['line']],
  next: [['next']],
  tally: [['what', 'line', 'count']],
  exception: [['what', 'type?', 'line?']],
  program: [['which', 'line?']],
  alike: [['line']],
  differ: [['what', 'line', 'nth', 'target?', 'first', 'second']],
  suppose: [['filling']],
  verdict: [['truth', 'filling', 'found?', 'wanted']],
  goal: [['func', 'value']],
  backReturn: [['func', 'line', 'chain']],
  backYield: [['func', 'line', 'chain']],
  backBind: [['target', 'line', 'chain']],
  backUnpack: [['pairs', 'line']],
  backTest: [
    ['line', 'chain', 'truth'],
    ['line', 'source', 'truth'],
  ],
  backRound: [['pairs', 'line']],
  backMutate: [
    ['line', 'object', 'after'],
    ['line', 'object', 'size', 'call'],
  ],
  backDelete: [['target', 'line']],
  backRaise: [['type', 'line']],
  backCatch: [['type', 'line']],
  backBreak: [['line']],
  backFold: [['count', 'line', 'first?', 'last?', 'moves?', 'changes?']],
  backCall: [['func', 'args'], ['func']],
  input: [['call', 'value']],
};

/** Slots that say enough together. */
export interface Enough {
  readonly required: readonly string[];
  /** To be said where the step has them. */
  readonly optional: readonly string[];
}

const ENOUGH = Object.fromEntries(
  Object.entries(TELLING).map(([kind, alternatives]) => [
    kind,
    alternatives.map((slots): Enough => {
      const required = slots.filter((slot) => !slot.endsWith('?'));
      if (required.length === 0) throw new Error(`a claim of kind ${kind} may say nothing`);
      return {
        required,
        optional: slots.filter((slot) => slot.endsWith('?')).map((slot) => slot.slice(0, -1)),
      };
    }),
  ]),
) as unknown as Readonly<Record<ClaimKind, readonly Enough[]>>;

/** The alternatives of slots of which one must be said for a step of the kind to count as told. */
export function slotsToTell(kind: ClaimKind): readonly Enough[] {
  return ENOUGH[kind];
}

function sameList(a: SlotValue, b: SlotValue): boolean {
  if (typeof a === 'string' || typeof b === 'string') return a === b;
  return a.length === b.length && a.every((x, i) => x === b[i]);
}

/** A chain says true when its last link is the value and the others are stages of the working, in order. */
function chainHolds(said: readonly string[], stages: readonly string[]): boolean {
  if (said[said.length - 1] !== stages[stages.length - 1]) return false;
  let at = 0;
  for (const link of said) {
    while (at < stages.length && stages[at] !== link) at++;
    if (at === stages.length) return false;
    at++;
  }
  return true;
}

/** The slot in which the claim departs from the step, or null when the step bears it out. The kinds must agree. */
export function departure(step: Step, claim: Claim): string | null {
  if (((claim.asserts ?? 0) & ~step.hints) !== 0 || ((claim.denies ?? 0) & step.hints) !== 0) return 'manner';
  for (const slot in claim.slots) {
    const said = claim.slots[slot]!;
    const fact = step.facts[slot];
    if (fact === undefined) return slot;
    const type = (CLAIMS[claim.kind] as Record<string, string>)[slot];
    const holds =
      type === 'chain'
        ? chainHolds(said as readonly string[], fact as readonly string[])
        : sameList(said, fact);
    if (!holds) return slot;
  }
  return null;
}

/** True when the claim says enough for its step to count as told. */
export function tells({ facts }: Step, { kind, slots }: Claim): boolean {
  for (const { required, optional } of ENOUGH[kind])
    if (
      required.every((s) => slots[s] !== undefined) &&
      optional.every((s) => slots[s] !== undefined || facts[s] === undefined)
    )
      return true;
  return false;
}

/** Which facts a step has, as bits of `slotBits`: any at all, such with something in them, such of two parts or more. */
export interface Facts {
  readonly there: number;
  readonly filled: number;
  readonly worked: number;
}

export function factsOf({ kind, facts }: Step): Facts {
  const bits = slotBitsOf(kind);
  let there = 0;
  let filled = 0;
  let worked = 0;
  for (const slot in facts) {
    const fact = facts[slot];
    if (fact === undefined) continue;
    const bit = bits[slot] ?? 0;
    there |= bit;
    if (fact.length > 0) filled |= bit;
    if (fact.length > 1) worked |= bit;
  }
  return { there, filled, worked };
}

/** True when wording by the template says enough for the step to count as told. */
export function tellsWith({ unsaid }: Template, facts: Facts): boolean {
  for (const slots of unsaid) if ((slots & facts.there) === 0) return true;
  return false;
}

/** A slot's content as a reader would see it. */
export function shownSlot(value: SlotValue | undefined): string {
  if (value === undefined) return 'nothing';
  return typeof value === 'string' ? value : value.join(' = ');
}
