// Ways in which a model's rewriting goes wrong, one row each. They work on the text alone, by words and marks, and know
// nothing of how the gate reads it. A corruption returns null where the text offers nothing to change.
import { NUMBER_WORDS, ordinal } from '../../verbalizer/freeform/numbers.ts';
import type { Chooser } from '../../verbalizer/text/random.ts';

export interface Subject {
  readonly text: string;
  /** Variables of the program. */
  readonly names: readonly string[];
  readonly answer: string;
  /** A rewriting of another run. */
  readonly other: string;
}

export interface Corrupted {
  readonly text: string;
  /** For a drop: the stretch of the original that is gone. For a swap: the two stretches. */
  readonly touched: readonly (readonly [number, number])[];
}

export type Corruption = (subject: Subject, chooser: Chooser) => Corrupted | null;

function changeOne(
  text: string,
  pattern: RegExp,
  chooser: Chooser,
  change: (match: RegExpMatchArray) => string | null,
): Corrupted | null {
  const found = [...text.matchAll(pattern)];
  for (let tries = 0; tries < 6 && found.length > 0; tries++) {
    const match = chooser.pick(found);
    const to = change(match);
    if (to === null || to === match[0]) continue;
    const end = match.index + match[0].length;
    return { text: text.slice(0, match.index) + to + text.slice(end), touched: [[match.index, end]] };
  }
  return null;
}

/** Whole numbers of the text, those inside of lists and strings too, but no parts of names or decimals. */
const NUMBER = /(?<![\w.'])\d+(?![\w']|\.\d)/g;
const QUOTED = /'([^'\n]{1,40})'(?!\w)/g;
/** After a name, these show that the variable is meant and not the English word. */
const USED = String.raw`(?= (?:=|is|becomes|goes|starts|begins|rises|equals|takes|gets|changes|drops|stays|increases|isn't|and \w+ (?:=|is|becomes))\b| = |\[)`;

const FLIPS: Readonly<Record<string, string>> = {
  ' < ': ' > ',
  ' > ': ' < ',
  ' <= ': ' > ',
  ' >= ': ' < ',
  ' == ': ' != ',
  ' != ': ' == ',
  'greater than': 'less than',
  'less than': 'greater than',
  'larger than': 'smaller than',
  'smaller than': 'larger than',
  'bigger than': 'smaller than',
  'higher than': 'lower than',
  'more than': 'less than',
  'at most': 'more than',
  'at least': 'less than',
  below: 'above',
  above: 'below',
  odd: 'even',
  even: 'odd',
  'not in': 'in',
  positive: 'negative',
};
const TURNS: Readonly<Record<string, string>> = {
  'is true': 'is false',
  'is false': 'is true',
  true: 'false',
  false: 'true',
  holds: 'fails',
  fails: 'holds',
  passes: 'fails',
  succeeds: 'fails',
  Yes: 'No',
  No: 'Yes',
  yes: 'no',
  'so no': 'so yes',
  'skip it': 'take it',
  'else branch': 'if branch',
  'a match': 'no match',
  'no match': 'a match',
};

function table(words: Readonly<Record<string, string>>): RegExp {
  const keys = Object.keys(words).sort((a, b) => b.length - a.length);
  const escaped = keys.map((k) => {
    const safe = k.replace(/[.*+?^${}()|[\]\\]/g, '\\$&');
    return /^\w/.test(k) ? `\\b${safe}\\b` : safe;
  });
  return new RegExp(escaped.join('|'), 'g');
}

const OPPOSITES: Readonly<Record<string, string>> = {
  greater: 'smaller',
  smaller: 'greater',
  larger: 'smaller',
  less: 'greater',
  longer: 'shorter',
  exceeds: 'equals',
  ascending: 'descending',
  descending: 'ascending',
  biggest: 'smallest',
  smallest: 'biggest',
  largest: 'smallest',
  longest: 'shortest',
  empty: 'full',
  uppercase: 'lowercase',
  front: 'back',
  rises: 'falls',
  increases: 'decreases',
  increased: 'decreased',
  incremented: 'decremented',
  decreased: 'increased',
  reduced: 'increased',
  grows: 'shrinks',
  drops: 'rises',
  append: 'remove',
  appended: 'removed',
  appends: 'removes',
  added: 'subtracted',
  add: 'subtract',
  adding: 'subtracting',
  popped: 'appended',
  unchanged: 'changed',
  already: 'never',
  divisible: 'not divisible',
  'loop continues': 'loop ends',
  'loop ends': 'loop continues',
  'ends the loop': 'continues the loop',
  caught: 'ignored',
};
const ORDERS: Readonly<Record<string, string>> = {
  first: 'last',
  last: 'first',
  First: 'Last',
  final: 'first',
  Finally: 'Before that',
  before: 'after',
  after: 'before',
  After: 'Before',
  next: 'previous',
  Next: 'Before that',
  Then: 'Before that',
  second: 'first',
  third: 'first',
};

const FLIP = table(FLIPS);
const TURN = table(TURNS);
const OPPOSITE = table(OPPOSITES);
const ORDER = table(ORDERS);

/** Sentences and lines with the space after them; a stop inside quotes or numbers ends none, nor does that of a list's number. */
export function sentencesOf(text: string): (readonly [number, number])[] {
  const found: (readonly [number, number])[] = [];
  let from = 0;
  for (const stop of text.matchAll(/(?:(?<!(?:^|\n)\s*\d+)[.?!](?=\s|$)|\n)\s*/g)) {
    const to = stop.index + stop[0].length;
    found.push([from, to]);
    from = to;
  }
  if (from < text.length) found.push([from, text.length]);
  return found;
}

/** Clauses inside sentences, from a comma to the next comma or stop. */
function clausesOf(text: string): (readonly [number, number])[] {
  const found: (readonly [number, number])[] = [];
  for (const match of text.matchAll(/[,;] (?:and |so |but )?[^,;.?!'[\](){}]{4,}(?=[,;.?!])/g))
    found.push([match.index, match.index + match[0].length]);
  return found;
}

const swapDigits = (digits: string): string | null => {
  for (let i = 0; i + 1 < digits.length; i++)
    if (digits[i] !== digits[i + 1] && !(i === 0 && digits[1] === '0'))
      return digits.slice(0, i) + digits[i + 1]! + digits[i]! + digits.slice(i + 2);
  return null;
};

/** Two numbers that may change places without a change of sense: `3 * 4`, `adding 6 and 8`, `8 == 12`. */
const EITHER_WAY = /^\d+ (?:[+*]|[=!]=) \d+$|^\d+ and \d+$/;
/** What follows a name: `= 0`, `is 2`. */
const SAID = /^ (?:=|is|becomes|to) [^ ,.;:]+/;

/** Two different matches of one sentence change places, unless the sentence then says the same. */
function swapTwo(text: string, pattern: RegExp, chooser: Chooser): Corrupted | null {
  for (let tries = 0; tries < 6; tries++) {
    const [from, to] = chooser.pick(
      sentencesOf(text).length === 0 ? [[0, text.length] as const] : sentencesOf(text),
    );
    const found = [...text.slice(from, to).matchAll(pattern)];
    if (found.length < 2) continue;
    const [a, b] = [chooser.pick(found), chooser.pick(found)];
    if (a.index >= b.index || a[0] === b[0]) continue;
    const sentence = text.slice(from, to);
    const said = [a, b].map((m) => SAID.exec(sentence.slice(m.index + m[0].length))?.[0]);
    if (said[0] !== undefined && said[0] === said[1]) continue;
    const stretch = sentence.slice(a.index, b.index + b[0].length);
    const adding = !stretch.includes(' and ') || /\b[Aa]dding $/.test(sentence.slice(0, a.index));
    if (EITHER_WAY.test(stretch) && adding) continue;
    const swapped =
      sentence.slice(0, a.index) +
      b[0] +
      sentence.slice(a.index + a[0].length, b.index) +
      a[0] +
      sentence.slice(b.index + b[0].length);
    return { text: text.slice(0, from) + swapped + text.slice(to), touched: [] };
  }
  return null;
}

const INVENTED: readonly ((name: string, n: number) => string)[] = [
  (name, n) => `${name} becomes ${n}. `,
  (name, n) => `Then ${name} is ${n}. `,
  (name, n) => `We add ${n} to ${name}. `,
  (name) => `Next, ${name} is reversed. `,
  (name) => `After that, ${name} is sorted. `,
  () => `The program prints 'done'. `,
  (_, n) => `Since ${n} > ${n - 1}, the condition is true. `,
  (_, n) => `${n} is appended to the list. `,
  (name) => `We delete ${name}. `,
  () => `An error is raised and caught. `,
  (name) => `Then ${name} is reset. `,
  () => `The loop starts all over again. `,
  (name) => `We multiply ${name} by two. `,
  () => `The function is called once more. `,
  () => `A KeyError is raised. `,
  (name) => `Then ${name} is doubled. `,
  (name) => `Now ${name} is emptied. `,
  (name, n) => `${name} is compared with ${n}. `,
  () => `The loop runs one more time. `,
  (name) => `Only ${name} matters here. `,
  (name) => `${name} has never changed. `,
];

const ORDINALS = ['first', 'second', 'third', 'fourth', 'fifth', 'sixth'];

export const CORRUPTIONS: Readonly<Record<string, Corruption>> = {
  'a value off by one': ({ text }, c) =>
    changeOne(text, NUMBER, c, ([n]) => String(BigInt(n) + (c.chance(0.5) || n === '0' ? 1n : -1n))),
  'swapped digits': ({ text }, c) =>
    changeOne(text, /(?<![\w.'])\d{2,}(?![\w']|\.\d)/g, c, ([n]) => swapDigits(n)),
  "another variable's name": ({ text, names }, c) => {
    if (names.length < 2) return null;
    return changeOne(text, new RegExp(`(?<![\\w.'])(?:${names.join('|')})${USED}`, 'g'), c, ([name]) =>
      c.pick(names.filter((n) => n !== name)),
    );
  },
  'a flipped comparison': ({ text }, c) => changeOne(text, FLIP, c, ([op]) => FLIPS[op]!),
  'a flipped branch': ({ text }, c) => changeOne(text, TURN, c, ([turn]) => TURNS[turn]!),
  'a negation added': ({ text }, c) =>
    changeOne(
      text,
      /\b(?:is|are|becomes|returns|starts at|begins at|prints|appends|adds|goes from|rises from|equals|gives|takes|brings|calls|holds|passes|catches)\b(?! (?:not|called))/g,
      c,
      ([verb]) => (verb === 'is' || verb === 'are' ? `${verb} not` : `never ${verb}`),
    ),
  'a word turned into its opposite': ({ text }, c) =>
    changeOne(text, OPPOSITE, c, ([word]) => OPPOSITES[word]!),
  'a word of order changed': ({ text }, c) => changeOne(text, ORDER, c, ([word]) => ORDERS[word]!),
  'never, always or only added': ({ text }, c) =>
    changeOne(
      text,
      /\b(?:is|becomes|returns|starts|prints|appends|adds|append|add|goes|equals|takes|calls|get|gets|return|print)\b(?! called)/g,
      c,
      ([verb]) => {
        const word = c.pick(['never', 'always', 'only', 'no longer', 'hardly ever']);
        return verb === 'is' ? `${verb} ${word}` : `${word} ${verb}`;
      },
    ),
  'two values of a sentence swapped': ({ text }, c) => swapTwo(text, NUMBER, c),
  'two names of a sentence swapped': ({ text, names }, c) =>
    names.length < 2 ? null : swapTwo(text, new RegExp(`(?<![\\w.'])(?:${names.join('|')})${USED}`, 'g'), c),
  'a wrong cause': ({ text }, c) => {
    // `since 3 < 2`: the reason of another place
    const reasons = [
      ...text.matchAll(/\b(?:[Bb]ecause|[Ss]ince|(?<!\blong )[Aa]s(?! long)) ([^,.;]*\d[^,.;]*)(?=[,.;])/g),
    ].filter(
      // not into a list
      ([, reason]) => !/\[[^\]]*$/.test(reason!),
    );
    if (reasons.length < 2) return null;
    const [a, b] = [c.pick(reasons), c.pick(reasons)];
    // `n > 0 still` gives no other reason than `n > 0`
    if (a[1]!.startsWith(b[1]!) || b[1]!.startsWith(a[1]!)) return null;
    const at = a.index + a[0].length - a[1]!.length;
    return {
      text: text.slice(0, at) + b[1]! + text.slice(at + a[1]!.length),
      touched: [[at, at + a[1]!.length]],
    };
  },
  'a sentence moved elsewhere': ({ text }, c) => {
    const list = sentencesOf(text);
    if (list.length < 4) return null;
    const i = Math.floor(c.next() * list.length);
    const k = Math.floor(c.next() * list.length);
    if (Math.abs(i - k) < 2) return null;
    const parts = list.map((s) => text.slice(...s).trim());
    const [moved] = parts.splice(i, 1);
    parts.splice(k, 0, moved!);
    const [from, to] = [Math.min(i, k), Math.max(i, k)];
    const between: readonly [number, number] =
      i < k ? [list[from + 1]![0], list[to]![1]] : [list[from]![0], list[to]![0]];
    return { text: parts.join(' '), touched: [list[i]!, between] };
  },
  'a negation removed': ({ text }, c) =>
    changeOne(
      text,
      /\b(?:is|are|does|do) not\b|\b(?:isn't|aren't|doesn't|don't)\b|, not (?=\d)/g,
      c,
      ([words]) =>
        words === ', not ' ? ', or ' : words.startsWith('do') ? '' : /^are/.test(words) ? 'are' : 'is',
    ),
  'a step dropped': ({ text }, c) => {
    const list = sentencesOf(text);
    if (list.length < 2) return null;
    const [from, to] = c.pick(list);
    return { text: text.slice(0, from) + text.slice(to), touched: [[from, to]] };
  },
  'a clause dropped': ({ text }, c) => {
    const list = clausesOf(text);
    if (list.length === 0) return null;
    const [from, to] = c.pick(list);
    return { text: text.slice(0, from) + text.slice(to), touched: [[from, to]] };
  },
  'two steps swapped': ({ text }, c) => {
    const list = sentencesOf(text);
    if (list.length < 2) return null;
    const i = Math.floor(c.next() * (list.length - 1));
    const [a, b] = [list[i]!, list[i + 1]!];
    const swapped = `${text.slice(...b).trimEnd()} ${text.slice(...a).trimEnd()}`;
    return { text: `${text.slice(0, a[0])}${swapped} ${text.slice(b[1])}`, touched: [a, b] };
  },
  'a step invented': ({ text, names }, c) => {
    const [at] = c.pick(sentencesOf(text));
    const sentence = c.pick(INVENTED)(c.pick(names), Math.floor(c.next() * 90) + 100);
    return { text: text.slice(0, at) + sentence + text.slice(at), touched: [] };
  },
  'a step from another run': ({ text, other }, c) => {
    const foreign = sentencesOf(other)
      .map((s) => other.slice(...s).trim())
      .filter((s) => s.length > 12);
    if (foreign.length === 0) return null;
    const [at] = c.pick(sentencesOf(text));
    return { text: `${text.slice(0, at)}${c.pick(foreign)} ${text.slice(at)}`, touched: [] };
  },
  'a wrong count': ({ text }, c) =>
    changeOne(
      text,
      /\b(?:\d+|[a-z]+)(?= (?:more rounds|more times|rounds|iterations|times|elements|people|terms|coins|cents|of them)\b)/g,
      c,
      ([n]) => {
        const value = /^\d/.test(n) ? Number(n) : NUMBER_WORDS.get(n);
        if (value === undefined) return null;
        const wrong = value + 1 + Math.floor(c.next() * 3);
        return /^\d/.test(n) ? String(wrong) : ([...NUMBER_WORDS].find(([, v]) => v === wrong)?.[0] ?? null);
      },
    ),
  'a wrong answer': ({ text, answer }, c) => {
    const at = text.lastIndexOf(answer);
    if (at < 0) return null;
    const wrong = /^-?\d+$/.test(answer)
      ? String(BigInt(answer) + (c.chance(0.5) ? 1n : -1n))
      : answer === 'True'
        ? 'False'
        : answer === 'False'
          ? 'True'
          : (changeOne(answer, /\d+|[a-z]/g, c, ([x]) =>
              /\d/.test(x) ? String(Number(x) + 1) : x === 'q' ? 'z' : 'q',
            )?.text ?? '0');
    return {
      text: text.slice(0, at) + wrong + text.slice(at + answer.length),
      touched: [[at, at + answer.length]],
    };
  },
  'a number word changed': ({ text }, c) =>
    changeOne(
      text,
      /\b(?:zero|one|two|three|four|five|six|seven|eight|nine|ten|first|second|third|fourth|fifth|once|twice)\b/gi,
      c,
      ([word]) => {
        const lower = word.toLowerCase();
        if (lower === 'once') return 'twice';
        if (lower === 'twice') return 'once';
        const n = NUMBER_WORDS.get(lower);
        const to =
          n !== undefined
            ? [...NUMBER_WORDS].find(([, v]) => v === n + 1)![0]
            : ORDINALS[ordinal(lower)! % 6]!;
        return word[0] === lower[0] ? to : to[0]!.toUpperCase() + to.slice(1);
      },
    ),
  'a quoted string changed': ({ text }, c) =>
    changeOne(text, QUOTED, c, ([, inner]) => {
      const letters = [...inner!];
      const i = Math.floor(c.next() * letters.length);
      letters[i] = letters[i] === 'e' ? 'a' : 'e';
      return `'${letters.join('')}'`;
    }),
};
