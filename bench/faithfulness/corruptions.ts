// Ways to make a true text false, one row each: the kinds of error that a model makes when it retells a run. A
// corruption takes a text with its claims and returns a changed text, or null when the text offers nothing to change.
import { FOLD_KINDS } from '../../verbalizer/fold/fold.ts';
import { CHARACTER_CORRUPTIONS } from './characters.ts';
import { ORDER_CORRUPTIONS } from './order.ts';
import { IN_PLACE_CORRUPTIONS } from '../../verbalizer/corrupt/in-place.ts';
import { PHRASE_CORRUPTIONS } from '../../verbalizer/corrupt/phrases.ts';
import { changeOne, namesOf, NUMBER, sentencesOf, type Corruption } from '../../verbalizer/corrupt/tools.ts';
import { VALUE_CORRUPTIONS } from '../../verbalizer/corrupt/values.ts';

export type { Corruption } from '../../verbalizer/corrupt/tools.ts';

/** The kinds of corruption, by what they are called in the table. */
export const CORRUPTIONS: Record<string, Corruption> = {
  ...IN_PLACE_CORRUPTIONS,
  'two steps swapped': (subject, c) => {
    const list = sentencesOf(subject);
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
    const list = sentencesOf(subject);
    if (list.length < 2) return null;
    const { from, to } = c.pick(list);
    return subject.text.slice(0, from) + subject.text.slice(to);
  },
  'a step invented': (subject, c) => {
    const list = sentencesOf(subject);
    const names = namesOf(subject);
    if (names.length === 0) return null;
    const at = c.pick(list).from;
    return `${subject.text.slice(0, at)}${c.pick(names)} becomes ${Math.floor(c.next() * 100000) + 1000}. ${subject.text.slice(at)}`;
  },
  'a step from another run': (subject, c) => {
    const foreign = subject.other.split(/(?<=\.)\s+/).filter((s) => s.length > 10);
    if (foreign.length === 0) return null;
    const at = c.pick(sentencesOf(subject)).from;
    return `${subject.text.slice(0, at)}${c.pick(foreign)} ${subject.text.slice(at)}`;
  },
  'a wrong fold count': ({ text, claims }, c) => {
    const folds = claims.filter((claim) => FOLD_KINDS.has(claim.kind));
    if (folds.length === 0) return null;
    const { span } = c.pick(folds);
    const changed = changeOne(
      text.slice(...span),
      /\b\d+(?= (?:more )?(?:rounds|further|lines|waiting|levels|times|calls|steps))/g,
      c,
      (n) => String(Number(n) + 1 + Math.floor(c.next() * 5)),
    );
    return changed === null ? null : text.slice(0, span[0]) + changed + text.slice(span[1]);
  },
  'a wrong final answer': ({ text, claims }, c) => {
    const last = claims.findLast((claim) => claim.kind === 'return' || claim.kind === 'result');
    if (last === undefined) return null;
    const chain = (last.slots['chain'] ?? last.slots['said']) as readonly string[];
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

/** All kinds: those above, and the finer ones of values, order and characters. */
export const ALL_CORRUPTIONS: Record<string, Corruption> = {
  ...CORRUPTIONS,
  ...VALUE_CORRUPTIONS,
  ...ORDER_CORRUPTIONS,
  ...PHRASE_CORRUPTIONS,
  ...CHARACTER_CORRUPTIONS,
};
