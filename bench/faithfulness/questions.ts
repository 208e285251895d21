// Ways to make the reasoning of a question false that the telling of a run does not have: a wrong conclusion of each
// task, visits miscounted, a conclusion without its reasons. For prose and lines alike: claims with their places.
import type { SlotValue } from '../../verbalizer/claims.ts';
import { ordinal } from '../../verbalizer/text/slots.ts';
import type { Chooser } from '../../verbalizer/text/random.ts';
import { changeOne, NUMBER } from '../../verbalizer/corrupt/tools.ts';

interface Placed {
  readonly kind: string;
  readonly slots: Readonly<Record<string, SlotValue>>;
  readonly span: readonly [number, number];
}

export interface QuestionSubject {
  readonly text: string;
  readonly claims: readonly Placed[];
}

export type QuestionCorruption = (subject: QuestionSubject, chooser: Chooser) => string | null;

const INSTEAD: Record<string, string> = {
  '+': '-',
  '-': '+',
  '*': '+',
  '<': '<=',
  '<=': '<',
  '>': '>=',
  '>=': '>',
  '==': '!=',
  '!=': '==',
  and: 'or',
  or: 'and',
  '+=': '-=',
  '-=': '+=',
  '*=': '+=',
  True: 'False',
  False: 'True',
  None: '0',
  KeyError: 'IndexError',
  ValueError: 'TypeError',
};

/** Another content of a slot, as far from the true one as a slip. */
function slip(text: string, chooser: Chooser): string | null {
  const other = INSTEAD[text];
  if (other !== undefined) return other;
  if (/^\w*Error$/.test(text)) return text === 'ValueError' ? 'KeyError' : 'ValueError';
  const number = changeOne(text, NUMBER, chooser, (n) => String(BigInt(n) + (chooser.chance(0.5) ? 1n : 7n)));
  return number ?? (/^'.*'$/s.test(text) ? `'x${text.slice(1)}` : null);
}

/** Changes a slot of the last claim of a kind, where it stands in the text. */
function wrong(kind: string, slot: string): QuestionCorruption {
  return ({ text, claims }, chooser) => {
    const claim = claims.findLast((one) => one.kind === kind && typeof one.slots[slot] === 'string');
    if (claim === undefined) return null;
    const value = claim.slots[slot] as string;
    const said = text.slice(...claim.span);
    const [was, becomes] =
      slot === 'nth' ? [ordinal(value), ordinal(String(Number(value) + 1))] : [value, slip(value, chooser)];
    const found = [...said.matchAll(new RegExp(`(?<![\\w.])${escaped(was)}(?![\\w.]*\\w)`, 'g'))];
    const at = found.length === 0 ? null : chooser.pick(found).index;
    if (at === null || becomes === null) return null;
    const from = claim.span[0] + at;
    return text.slice(0, from) + becomes + text.slice(from + was.length);
  };
}

function escaped(text: string): string {
  return text.replace(/[.*+?^${}()|[\]\\]/g, '\\$&');
}

/** The conclusion as a sentence of its own. */
function conclusion({ text, claims }: QuestionSubject): string {
  const said = text.slice(...claims.at(-1)!.span).replace(/^./, (first) => first.toUpperCase());
  return said.endsWith('.') ? said : `${said}.`;
}

function withoutConclusion({ text, claims }: QuestionSubject): string {
  return text.slice(0, claims.at(-1)!.span[0]).trimEnd();
}

/** The kinds of corruption, by what they are called in the table. */
export const QUESTION_CORRUPTIONS: Record<string, QuestionCorruption> = {
  'a wrong state': wrong('state', 'value'),
  'a wrong line to go on with': wrong('next', 'next'),
  'a wrong count': wrong('tally', 'count'),
  'another exception': wrong('exception', 'type'),
  'an exception at another line': wrong('exception', 'line'),
  'a difference at another line': wrong('differ', 'line'),
  'a difference at another visit': wrong('differ', 'nth'),
  'a wrong value in the first program': wrong('differ', 'first'),
  'a wrong value in the second program': wrong('differ', 'second'),
  'a wrong filling': wrong('verdict', 'filling'),
  'another filling supposed': wrong('suppose', 'filling'),
  'a wrong input': wrong('input', 'call'),
  'another result wanted': wrong('goal', 'value'),
  'a visit miscounted': ({ text }, chooser) =>
    changeOne(text, /\b\d+(?:st|nd|rd|th)\b|(?<=# (?:visit|round) )\d+/g, chooser, (nth) =>
      /\d$/.test(nth) ? String(Number(nth) + 1) : ordinal(String(parseInt(nth, 10) + 1)),
    ),
  'another line': ({ text }, chooser) =>
    changeOne(text, /(?<=\bline )\d+/g, chooser, (line) =>
      String(Number(line) + 1 + Math.floor(chooser.next() * 3)),
    ),
  'no conclusion': (subject) => (subject.claims.length < 2 ? null : withoutConclusion(subject)),
  'nothing but the conclusion': (subject) => (subject.claims.length < 2 ? null : conclusion(subject)),
  'a conclusion drawn too early': (subject) =>
    subject.claims.length < 4 ? null : `${conclusion(subject)}\n${withoutConclusion(subject)}`,
};
