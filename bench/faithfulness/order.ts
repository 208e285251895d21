// Corruptions of the order and number of steps, and of what stands around them.
import { changeOne, namesOf, sentencesOf, type Corruption } from '../../verbalizer/corrupt/tools.ts';

const CONNECTIVES: Record<string, string> = {
  because: 'although',
  since: 'unless',
  ' as ': ' unless ',
  'so ': 'because ',
  ' from ': ' to ',
  ' to ': ' from ',
  next: 'first',
  starts: 'stays',
  first: 'next',
  First: 'Next',
  Next: 'First',
  after: 'before',
  more: 'fewer',
  rises: 'drops',
  drops: 'rises',
  grows: 'falls',
  falls: 'grows',
  stays: 'becomes',
  remains: 'becomes',
  appended: 'removed',
  added: 'removed',
};

export const ORDER_CORRUPTIONS: Record<string, Corruption> = {
  'a sentence moved': (subject, c) => {
    const list = sentencesOf(subject);
    if (list.length < 4) return null;
    const { text } = subject;
    const i = Math.floor(c.next() * list.length);
    const to = Math.min(
      list.length - 1,
      Math.max(0, i + (c.chance(0.5) ? 2 : -2) * (1 + Math.floor(c.next() * 3))),
    );
    if (to === i) return null;
    const { from, to: end } = list[i]!;
    const moved = `${text.slice(from, end).trimEnd()} `;
    const at = list[to]!.from;
    return at < from
      ? text.slice(0, at) + moved + text.slice(at, from) + text.slice(end)
      : text.slice(0, from) + text.slice(end, at) + moved + text.slice(at);
  },
  'a clause moved': ({ text, claims }, c) => {
    // within reach of the joints that it stands between
    const i = 1 + Math.floor(c.next() * (claims.length - 2));
    const [a, b] = [claims[i]?.span, claims[i + 1]?.span];
    if (a === undefined || b === undefined) return null;
    const [one, two] = [text.slice(...a), text.slice(...b)];
    const lower = (s: string): string => s.charAt(0).toLowerCase() + s.slice(1);
    return text.slice(0, a[0]) + lower(two) + text.slice(a[1], b[0]) + lower(one) + text.slice(b[1]);
  },
  'a clause dropped': ({ text, claims }, c) => {
    const i = Math.floor(c.next() * (claims.length - 1));
    const [a, b] = [claims[i]?.span, claims[i + 1]?.span];
    return a === undefined || b === undefined ? null : text.slice(0, a[0]) + text.slice(b[0]);
  },
  'a sentence said twice': (subject, c) => {
    const { from, to } = c.pick(sentencesOf(subject));
    const { text } = subject;
    return `${text.slice(0, to).trimEnd()} ${text.slice(from, to).trimEnd()} ${text.slice(to)}`;
  },
  'one of two equal sentences dropped': (subject, c) => {
    const { text } = subject;
    const list = sentencesOf(subject);
    const said = list.map(({ from, to }) => text.slice(from, to).trim());
    const twins = list.filter((_, i) => said.indexOf(said[i]!) !== said.lastIndexOf(said[i]!));
    if (twins.length === 0) return null;
    const { from, to } = c.pick(twins);
    return text.slice(0, from) + text.slice(to);
  },
  'a sentence of another style': (subject, c) => {
    const foreign = (subject.otherStyle ?? '').split(/(?<=\.)\s+/).filter((s) => s.length > 4);
    if (foreign.length === 0) return null;
    const at = c.pick(sentencesOf(subject)).from;
    return `${subject.text.slice(0, at)}${c.pick(foreign)} ${subject.text.slice(at)}`;
  },
  'text after the end': (subject, c) => {
    const names = namesOf(subject);
    const more = [
      ' So the answer is 42.',
      ' Therefore it returns None.',
      ' The loop is over.',
      ' That was the last round.',
      ' We skip the body.',
      ...(names.length === 0 ? [] : [` ${c.pick(names)} is now 7.`, ` ${c.pick(names)} is deleted.`]),
    ];
    return subject.text.trimEnd() + c.pick(more);
  },
  'the end cut off': (subject, c) => {
    const list = sentencesOf(subject);
    if (list.length < 2) return null;
    const { from, to } = list[Math.max(1, list.length - 1 - Math.floor(c.next() * 3))]!;
    const half = from + Math.floor(c.next() * (to - from - 2));
    return c.chance(0.5) ? subject.text.slice(0, from).trimEnd() : subject.text.slice(0, half);
  },
  'a not put in': ({ text }, c) =>
    changeOne(text, /(?<=[a-z\]\d)]) (?=[a-z\d])/g, c, () => (c.chance(0.7) ? ' not ' : ' never ')),
  'a word that turns the meaning': ({ text }, c) =>
    changeOne(
      text,
      /\b(?:because|since|next|first|Next|First|starts|after|more|rises|drops|grows|falls|stays|remains|appended|added)\b| as | from | to |so /g,
      c,
      (word) => CONNECTIVES[word] ?? null,
    ),
};
