// What English words can do to the sense of a sentence about a run: turn it round, compare, order, count, give a reason,
// tell of a deed. All other words are carried along. Data and spelling only; knows no run and no text.
import { actOf } from '../../freeform/verbs.ts';
import { LOADED, NEUTRAL } from '../../freeform/words.ts';

function set(words: string): ReadonlySet<string> {
  return new Set(words.trim().split(/\s+/));
}

/** Words that turn what they stand with into its contrary. */
export const NEGATIONS = set('not no neither nor nothing none without cannot fails-to');
/** Says that a condition holds, or does not. */
export const VERDICTS: ReadonlyMap<string, boolean> = new Map([
  ...[
    ...set(
      'yes yep yeah yup true holds hold held satisfied met passes pass passed succeeds succeed succeeded',
    ),
  ].map((word) => [word, true] as const),
  ...[...set('nope false fails fail failed nah')].map((word) => [word, false] as const),
]);

/** They say that something is the value of something. */
export const IS = set(
  'is are was were be being been equals equal meaning = : has have had having holds stays stay stayed remains remain remained',
);
/** They lead from what is worked out to what comes of it. */
export const BECOMES = set(
  `becomes become became becoming gives give gave giving given makes make made making leaves leave left leaving yields
  yield yielded yielding produces produce produced producing brings bring brought bringing → gets get got getting
  returns to now starts start started starting begins begin began beginning set sets setting`,
);

export const CAUSES = set('because since as');
export const PRONOUNS = set('it this that which they these those both');
/** Between a deed and what it is done to, with or from. */
export const PREPOSITIONS = set(
  'to from by in into onto on with at of under as for over through off out than between among',
);

/** Words that may be wrong of a run, and that nothing here can hold against it. */
const HARD = set(`
  never always only hardly barely scarcely unless except until before after once twice thrice all every any each-other
  half double previous previously earlier unlike instead despite although opposite reverse wrong wrongly incorrect
  exist exists existed full longer no-one nobody nowhere anything forever infinite infinitely invalid unequal
  several many few fewer most least more less extra missing else
  ignored ignores ignoring unsorted sorted ascending descending increasing decreasing alphabetical
  biggest largest greatest highest longest maximum maximal smallest lowest shortest minimum minimal fewest
  greater smaller larger bigger higher lower shorter worse better above below beyond beneath
  unchanged
  positive negative odd even prime empty nonzero nonempty equal unequal same different identical
`);

export type Role = '+' | '-' | '*' | '/' | '%' | 'length' | 'lookup';
/** Nouns that say how the value after them came about. */
export const ROLES: ReadonlyMap<string, Role> = new Map([
  ['sum', '+'],
  ['difference', '-'],
  ['product', '*'],
  ['square', '*'],
  ['quotient', '/'],
  ['average', '/'],
  ['remainder', '%'],
  ['length', 'length'],
  ['size', 'length'],
  ['lookup', 'lookup'],
]);

/** Where a loop goes, in words. */
export const FLOWS: ReadonlyMap<string, 'again' | 'leave'> = new Map([
  ...[
    'continues',
    'continue',
    'continued',
    'repeats',
    'repeat',
    'repeated',
    'entered',
    'enter',
    'enters',
    'runs',
    'run',
    'ran',
  ].map((w) => [w, 'again'] as const),
  ...[
    'ends',
    'end',
    'ended',
    'over',
    'finished',
    'finishes',
    'done',
    'stops',
    'stop',
    'stopped',
    'terminates',
    'terminated',
    'left',
    'leave',
    'leaves',
    'exit',
    'exits',
    'exited',
    'quits',
  ].map((w) => [w, 'leave'] as const),
]);

/** Nouns of programs that say nothing by themselves. */
const NOUNS = set(
  'message exception error except clause clauses bound bounds semicolon comma integer string column columns keyword operator inventory handler flag',
);

export type WordKind =
  'not' | 'verdict' | 'is' | 'becomes' | 'cause' | 'pronoun' | 'prep' | 'act' | 'hard' | 'free' | 'unknown';

/** What a word does, when no comparison of several words begins with it. */
export function kindOf(word: string): WordKind {
  if (NEGATIONS.has(word)) return 'not';
  if (VERDICTS.has(word)) return 'verdict';
  if (IS.has(word)) return 'is';
  if (BECOMES.has(word)) return 'becomes';
  if (HARD.has(word)) return 'hard';
  if (PREPOSITIONS.has(word)) return 'prep';
  if (CAUSES.has(word)) return 'cause';
  if (PRONOUNS.has(word)) return 'pronoun';
  if (LOADED.has(word)) return 'hard';
  const act = actOf(word);
  if (act !== null) return act === 'none' ? 'free' : 'act';
  if (NEUTRAL.has(word) || NOUNS.has(word)) return 'free';
  return 'unknown';
}
