// Ways to make a true text false, one row each: the kinds of error that a model makes when it retells a run. A
// corruption takes a text with its claims and returns a changed text, or null when the text offers nothing to change.
import type { RenderedClaim } from '../../verbalizer/render.ts';
import type { Chooser } from '../../verbalizer/text/random.ts';

export interface Subject {
  readonly text: string;
  readonly claims: readonly RenderedClaim[];
  /** A text about another run, to take sentences from. */
  readonly other: string;
}

export type Corruption = (subject: Subject, chooser: Chooser) => string | null;

function matches(text: string, pattern: RegExp): RegExpMatchArray[] {
  return [...text.matchAll(pattern)];
}

/** Replaces one match of `pattern`, chosen at random, by what `change` makes of it (null: leave it). */
export function changeOne(
  text: string,
  pattern: RegExp,
  chooser: Chooser,
  change: (match: string) => string | null,
): string | null {
  const found = matches(text, pattern);
  for (let tries = 0; tries < 8 && found.length > 0; tries++) {
    const match = chooser.pick(found);
    const changed = change(match[0]);
    if (changed !== null && changed !== match[0])
      return text.slice(0, match.index) + changed + text.slice(match.index! + match[0].length);
  }
  return null;
}

export const NUMBER = /(?<![\w.])\d+(?![\w.]*\w)/g;
export const FLIPS: Record<string, string> = {
  ' < ': ' > ',
  ' > ': ' < ',
  ' <= ': ' > ',
  ' >= ': ' < ',
  ' == ': ' != ',
  ' != ': ' == ',
  ' in ': ' not in ',
  ' not in ': ' in ',
};
const TURNS: Record<string, string> = {
  'is true': 'is false',
  'is false': 'is true',
  'counts as true': 'counts as false',
  'counts as false': 'counts as true',
  passes: 'fails',
  fails: 'holds',
  'does not hold': 'holds',
  holds: 'does not hold',
};

export function alternatives(table: Record<string, string>): RegExp {
  return new RegExp(
    Object.keys(table)
      .sort((a, b) => b.length - a.length)
      .map((k) => k.replace(/[.*+?^${}()|[\]\\]/g, '\\$&'))
      .join('|'),
    'g',
  );
}

/** Sentences as stretches of the text: from the start of a claim that begins one to the start of the next. */
function sentences({ text, claims }: Subject): { from: number; to: number }[] {
  const starts = claims
    .filter((c) => c.span[0] === 0 || /[.\n]\s*$/.test(text.slice(Math.max(0, c.span[0] - 2), c.span[0])))
    .map((c) => c.span[0]);
  return starts.map((from, i) => ({ from, to: starts[i + 1] ?? text.length }));
}

export function swapDigits(digits: string): string | null {
  for (let i = 0; i + 1 < digits.length; i++)
    if (digits[i] !== digits[i + 1] && !(i === 0 && digits[1] === '0'))
      return digits.slice(0, i) + digits[i + 1]! + digits[i]! + digits.slice(i + 2);
  return null;
}

/** Names that the text binds, to confuse with one another. */
function namesOf(subject: Subject): string[] {
  const names = new Set<string>();
  for (const { kind, slots } of subject.claims) {
    if (kind === 'bind') names.add(slots['target'] as string);
    const pairs =
      kind === 'round' || kind === 'unpack' ? slots['pairs'] : kind === 'call' ? slots['args'] : undefined;
    if (Array.isArray(pairs)) pairs.forEach((name, i) => i % 2 === 0 && names.add(name as string));
  }
  return [...names].filter((n) => /^\w+$/.test(n));
}

/** The kinds of corruption, by what they are called in the table. */
export const CORRUPTIONS: Record<string, Corruption> = {
  'a value off by one': ({ text }, c) =>
    changeOne(text, NUMBER, c, (n) => String(BigInt(n) + (c.chance(0.5) ? 1n : n === '0' ? 1n : -1n))),
  'swapped digits': ({ text }, c) => changeOne(text, /(?<![\w.])\d{2,}(?![\w.]*\w)/g, c, swapDigits),
  "another variable's name": (subject, c) => {
    const names = namesOf(subject);
    if (names.length < 2) return null;
    return changeOne(
      subject.text,
      new RegExp(`(?<![\\w.'"])(?:${names.join('|')})(?![\\w'"(])`, 'g'),
      c,
      (name) => c.pick(names.filter((n) => n !== name)),
    );
  },
  'a flipped comparison': ({ text }, c) => changeOne(text, alternatives(FLIPS), c, (op) => FLIPS[op]!),
  'a flipped branch': ({ text }, c) => changeOne(text, alternatives(TURNS), c, (turn) => TURNS[turn]!),
  'two steps swapped': (subject, c) => {
    const list = sentences(subject);
    if (list.length < 3) return null;
    const i = Math.floor(c.next() * (list.length - 1));
    const [a, b] = [list[i]!, list[i + 1]!];
    const { text } = subject;
    return (
      text.slice(0, a.from) +
      text.slice(b.from, b.to).trimEnd() +
      ' ' +
      text.slice(a.from, a.to).trimEnd() +
      '\n' +
      text.slice(b.to)
    );
  },
  'a step dropped': (subject, c) => {
    const list = sentences(subject);
    if (list.length < 2) return null;
    const { from, to } = c.pick(list);
    return subject.text.slice(0, from) + subject.text.slice(to);
  },
  'a step invented': (subject, c) => {
    const list = sentences(subject);
    const names = namesOf(subject);
    if (names.length === 0) return null;
    const at = c.pick(list).from;
    return `${subject.text.slice(0, at)}${c.pick(names)} becomes ${Math.floor(c.next() * 100000) + 1000}. ${subject.text.slice(at)}`;
  },
  'a step from another run': (subject, c) => {
    const foreign = subject.other.split(/(?<=\.)\s+/).filter((s) => s.length > 10);
    if (foreign.length === 0) return null;
    const at = c.pick(sentences(subject)).from;
    return `${subject.text.slice(0, at)}${c.pick(foreign)} ${subject.text.slice(at)}`;
  },
  'a wrong fold count': ({ text, claims }, c) => {
    const folds = claims.filter((claim) => claim.kind === 'fold' || claim.kind === 'summary');
    if (folds.length === 0) return null;
    const { span } = c.pick(folds);
    const changed = changeOne(text.slice(...span), /\b\d+(?= (?:more )?(?:rounds|further|lines))/g, c, (n) =>
      String(Number(n) + 1 + Math.floor(c.next() * 5)),
    );
    return changed === null ? null : text.slice(0, span[0]) + changed + text.slice(span[1]);
  },
  'a wrong final answer': ({ text, claims }, c) => {
    const last = claims.findLast((claim) => claim.kind === 'return' || claim.kind === 'result');
    if (last === undefined) return null;
    const chain = last.slots['chain'] as readonly string[];
    const answer = chain.at(-1)!;
    const at = text.lastIndexOf(answer, last.span[1]);
    if (at < last.span[0]) return null;
    const wrong = /^-?\d+$/.test(answer)
      ? String(BigInt(answer) + 1n)
      : answer === 'True'
        ? 'False'
        : answer === 'False'
          ? 'True'
          : c.chance(0.5)
            ? '0'
            : 'None';
    return wrong === answer ? null : text.slice(0, at) + wrong + text.slice(at + answer.length);
  },
  'a right answer with wrong steps': ({ text, claims }, c) => {
    const end = claims.at(-1)?.span[0] ?? 0;
    const changed = changeOne(text.slice(0, end), NUMBER, c, (n) => String(BigInt(n) + 7n));
    return changed === null ? null : changed + text.slice(end);
  },
  'a negation added': ({ text }, c) =>
    changeOne(
      text,
      /\b(?:is true|is false|holds|becomes|returns|is called|starts at|is appended|goes from)\b/g,
      c,
      (verb) => (verb.startsWith('is ') ? `is not ${verb.slice(3)}` : `never ${verb}`),
    ),
};
