// Words that no rule reads and that may be wrong: what each says of a run, held against the steps that its sentence is
// about. A word that says something happens passes only where such a thing happens. Knows no claims but these words.
import { codeOf, exprOf } from '../freeform/code.ts';
import type { ClaimOf } from '../freeform/claims.ts';
import { links, valuesOf, type Meaning } from '../freeform/meaning.ts';
import { actOf, verbForms, type Act } from '../freeform/verbs.ts';
import type { Step } from '../steps/step.ts';
import type { Presence } from './presence.ts';

/** What the code of a step has to show for an act; kinds of steps show theirs by being there. */
const SHOWS: Readonly<Partial<Record<Act, RegExp>>> = {
  append: /\.(?:append|appendleft|add|extend|insert|push|update|setdefault)\(|heappush\(| \+ |sum\(|\]$/,
  remove:
    /\.(?:pop|popleft|popitem|remove|discard|clear|strip|lstrip|rstrip|replace|removeprefix|removesuffix)\(|heappop\(|\bdel\b|\[[^\]]*:[^\]]*\]/,
  subtract: / - |-=/,
  multiply: /\*/,
  divide: /\/|%|divmod/,
  sort: /sort|heap/,
  reverse: /\.reverse\(|reversed\(|::-1\]/,
  split: /split\w*\(|partition\(/,
  join: /join\(| \+ /,
  case: /\.(?:upper|lower|title|capitalize|swapcase|casefold)\(/,
  round: /round\(|floor|ceil|int\(|trunc|\/\//,
  empty: /\.clear\(/,
};

const KINDS: Readonly<Partial<Record<Act, readonly string[]>>> = {
  print: ['print'],
  return: ['return', 'result', 'yield'],
  raise: ['raise'],
  catch: ['catch'],
  call: ['call', 'summary'],
  swap: ['unpack'],
  append: ['summary-none'],
  remove: ['delete'],
};

const LARGEST = /^(?:biggest|largest|greatest|highest|longest|maxim(?:um|al)|max|tallest|richest)$/;
const SMALLEST = /^(?:smallest|least|lowest|shortest|minim(?:um|al)|min|fewest|cheapest)$/;

/** Kinds of values by what their texts begin with. */
const VALUES: readonly (readonly [RegExp, RegExp])[] = [
  [/^(?:letter|character|char|word|string|text|vowel|consonant)s?$/, /['"]/],
  [/^(?:integer)s?$/, /^-?\d+$|[[(, ]-?\d+[\]), ]/],
  [/^digits?$/, /\d/],
  [/^floats?$/, /\d\.\d|\de/],
  [/^(?:dictionary|dictionaries|dicts?)$/, /^\{/],
  [/^(?:lists?|arrays?)$/, /^\[|deque/],
  [/^tuples?$/, /^\(/],
  [/^sets?$/, /^\{|^set\(/],
];

/** All code that steps have to show. */
function shownBy(steps: readonly Step[], meaning: Meaning): string[] {
  return steps.flatMap((step) => [
    ...Object.values(step.facts).flatMap((fact) => links(fact)),
    ...meaning.view.expressionsAt(step).map((expr) => codeOf(expr)),
  ]);
}

/** Whether something like this happens in one of the steps. */
function happens(act: Act, steps: readonly Step[], place: Presence): boolean {
  const { meaning } = place;
  if (KINDS[act]?.some((kind) => steps.some((s) => s.kind === kind))) return true;
  switch (act) {
    case 'none':
    case 'keep':
      return true;
    case 'set':
      return steps.some((s) => s.kind === 'bind' || s.kind === 'mutate' || s.kind === 'unpack');
    case 'fail':
      return steps.some((s) => s.kind === 'raise' || (s.kind === 'test' && s.facts['truth'] !== '1'));
    case 'grow':
    case 'shrink':
      return steps.some((s) => moves(s, act, meaning));
    case 'leave':
    case 'skip': {
      const what = act === 'leave' ? ['end', 'break'] : ['skip'];
      const flow = what.some((w) => place.goes(w as 'end'));
      return flow || (act === 'leave' && steps.some((s) => /^(?:return|result|raise|done)$/.test(s.kind)));
    }
    default: {
      const shows = SHOWS[act];
      return shows !== undefined && shownBy(steps, meaning).some((code) => shows.test(code));
    }
  }
}

/** Acts that are done to an object. */
const DONE_TO: ReadonlySet<Act> = new Set<Act>(['append', 'remove', 'empty', 'sort', 'reverse']);
/** Acts of which the object is what is set. */
const SETS: ReadonlySet<Act> = new Set<Act>(['grow', 'shrink', 'set']);

function sets({ facts }: Step, code: string): boolean {
  return facts['object'] === code || facts['target'] === code || links(facts['pairs']).includes(code);
}

/** Whether an act that a step does is done to this. */
function isDoneTo(step: Step, code: string, meaning: Meaning): boolean {
  const { object, target, item } = step.facts;
  if (object === code || target === code || links(step.facts['pairs']).includes(code)) return true;
  if (item !== undefined && meaning.sameAt(item as string, code, Math.max(0, step.index - 1))) return true;
  // `'s' is appended`, of `result += ch`
  const [first] = links(step.facts['chain']);
  const whole = step.kind === 'bind' && first !== undefined ? exprOf(first) : null;
  if (
    whole?.kind === 'BinOp' &&
    whole.op === '+' &&
    meaning.equals(codeOf(whole.right), code, step.index - 1) === true
  )
    return true;
  return (
    step.kind !== 'mutate' &&
    meaning.view
      .expressionsAt(step)
      .some((e) => e.kind === 'Call' && e.args.some((arg) => codeOf(arg) === code))
  );
}

/** Whether a step has to do with a piece of code. */
function concerns(step: Step, code: string, meaning: Meaning): boolean {
  const word = new RegExp(`(?<![\\w.])${code.replace(/[.*+?^${}()|[\]\\]/g, '\\$&')}(?!\\w)`);
  return shownBy([step], meaning).some((shown) => word.test(shown) || meaning.view.same(shown, code));
}

/** Whether a step makes a number larger or smaller. */
function moves(step: Step, way: 'grow' | 'shrink', meaning: Meaning): boolean {
  if (step.kind === 'mutate')
    return (way === 'grow' ? SHOWS.append! : SHOWS.remove!).test(step.facts['call'] as string);
  const targets = [...links(step.facts['target'])];
  const [value] = valuesOf(step);
  const old = step.facts['old'] as string | undefined;
  const op = way === 'grow' ? '<' : '>';
  return targets.some(
    (t) =>
      (meaning.view.truthOf(`(${t}) ${op} (${value ?? t})`, step.index - 1) ??
        (old === undefined ? null : meaning.view.truthOf(`(${old}) ${op} (${value ?? t})`, step.index))) ===
      true,
  );
}

/** Whether a word is right of the steps that its sentence is about; the reason why not, or null. */
export function wordFault(
  { word, of }: ClaimOf<'word'>,
  steps: readonly Step[],
  place: Presence,
): string | null {
  const { meaning } = place;
  const shown = (): string[] => shownBy(steps, meaning);
  const names = (): string => [...meaning.view.names].join(' ').toLowerCase();
  if (LARGEST.test(word) || SMALLEST.test(word)) {
    const family = LARGEST.test(word) ? /max|larg|big|great|high|long/ : /min|small|least|low|short|cheap/;
    return family.test(names()) || shown().some((code) => family.test(code))
      ? null
      : `nothing here looks for the ${word}`;
  }
  if (/^(?:answers?|results?|outcomes?)$/.test(word)) return null;
  // `it was added unchanged`: what is added is a name as it stands
  if (word === 'unchanged') return steps.some((s) => addsAsIs(s)) ? null : 'nothing is added as it is here';
  if (/^(?:exception|error)s?$/.test(word))
    return steps.some((s) => /^(?:raise|catch|escape)$/.test(s.kind)) ? null : `there is no ${word} here`;
  if (word === 'set' && (happens('set', steps, place) || steps.some((s) => s.kind === 'call'))) return null;
  const kind = VALUES.find(([nouns]) => nouns.test(word));
  if (kind !== undefined)
    return place.values().some((text) => kind[1].test(text)) ? null : `there is no ${word} here`;
  if (/^(?:ascending|increasing|descending|decreasing|sorted|reversed|alphabetical|unsorted)$/.test(word))
    return orderFault(word, steps, place, shown());
  if (word === 'front')
    return shown().some((code) => /\(0[,)]|left\(|\[0\]/.test(code))
      ? null
      : 'nothing is done at the front here';
  if (word === 'back')
    return shown().some((code) => /\.(?:append|extend|push)\(|\.pop\(\)|\[-1\]/.test(code))
      ? null
      : 'nothing is done at the back here';
  // `the call returns 9`
  if ((word === 'call' || word === 'calls') && steps.some((s) => s.kind === 'return' || s.kind === 'result'))
    return null;
  // the round of a loop, and no rounding
  if (/^rounds?$/.test(word) && of === null && meaning.view.story.loops.length > 0) return null;
  const act = actOf(word) ?? 'none';
  // `p is kept`, of a name that nothing would have changed
  if (act === 'keep' && of !== null && /^[a-z_]\w*$/i.test(of) && !isSetSomewhere(of, meaning))
    return `nothing would change ${of}`;
  if (isOwnWord(word, meaning)) return null;
  const about =
    of === null || act === 'leave' || act === 'skip' || act === 'keep'
      ? steps
      : steps.filter((s) =>
          SETS.has(act)
            ? sets(s, of)
            : DONE_TO.has(act)
              ? isDoneTo(s, of, meaning)
              : concerns(s, of, meaning),
        );
  if (word === 'again') return place.callsNow().some((n) => n > 1) ? null : 'nothing is called again here';
  return happens(act, about, place) ? null : `nothing of the kind ("${word}") happens here`;
}

function isSetSomewhere(name: string, { view }: Meaning): boolean {
  return view.story.steps.some(({ kind, facts }) => {
    const own = facts['target'] === name || facts['object'] === name || links(facts['pairs']).includes(name);
    return own && /^(?:bind|unpack|mutate|fold)$/.test(kind);
  });
}

/** Whether a step adds a name or an element as it stands: `out += ch`, `xs.append(x)`. */
function addsAsIs({ facts, kind }: Step): boolean {
  const [first] = kind === 'mutate' ? [facts['call'] as string] : links(facts['chain']);
  const expr = exprOf(first ?? '');
  const added =
    expr?.kind === 'BinOp' && expr.op === '+' ? expr.right : expr?.kind === 'Call' ? expr.args[0] : null;
  return added != null && /^(?:Name|Subscript)$/.test(added.kind);
}

/** `rotating [1, 2]` may be said of a function `rotate`, but not that something is rotated. */
function isOwnWord(word: string, meaning: Meaning): boolean {
  const [base, , gerund] = verbForms(word) ?? [];
  if (word !== base && word !== gerund) return false;
  return [...meaning.view.functions].some((name) => name.toLowerCase().split('_').includes(base));
}

function orderFault(
  word: string,
  steps: readonly Step[],
  place: Presence,
  shown: readonly string[],
): string | null {
  const { meaning } = place;
  const values = [...steps.flatMap((s) => valuesOf(s)), ...place.values()].map((v) => ({ v, k: place.now }));
  const holds = (test: (v: string) => string): boolean =>
    values.some(({ v, k }) => /^[[(]/.test(v) && meaning.view.truthOf(test(v), k) === true);
  if (/^(?:descending|decreasing)$/.test(word))
    return holds((v) => `${v} == sorted(${v}, reverse=True)`) ? null : `nothing is in ${word} order here`;
  if (word === 'unsorted') return 'this is not checked';
  if (word === 'reversed')
    return shown.some((code) => SHOWS.reverse!.test(code)) ? null : 'nothing is reversed here';
  const sorts = shown.some((code) => /sort(?:ed)?\(|heap/.test(code) && !code.includes('reverse=True'));
  return holds((v) => `${v} == sorted(${v})`) || sorts ? null : `nothing is ${word} here`;
}
