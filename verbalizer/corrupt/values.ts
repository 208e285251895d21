// Corruptions of what is said: values, names, operators, the facts of folds.
import { FOLD_KINDS } from '../../verbalizer/fold/fold.ts';
import { alternatives, bindingsOf, changeIn, changeOne, NUMBER, type Corruption } from './tools.ts';

const OPERATORS: Record<string, string> = {
  ' + ': ' - ',
  ' - ': ' + ',
  ' * ': ' + ',
  ' // ': ' / ',
  ' % ': ' // ',
  ' < ': ' <= ',
  ' <= ': ' < ',
  ' > ': ' >= ',
  ' >= ': ' > ',
  ' and ': ' or ',
  ' or ': ' and ',
  ' is not ': ' is ',
};
const TYPES: Record<string, string> = { True: '1', False: '0', None: '0' };
const IN_WORDS = ['zero', 'one', 'two', 'three', 'four', 'five', 'six', 'seven', 'eight', 'nine', 'ten'];
const EXCEPTIONS = ['ValueError', 'KeyError', 'IndexError', 'TypeError', 'ZeroDivisionError', 'Exception'];

function near(n: string, step: number): string {
  return String(BigInt(n) + BigInt(step));
}

export const VALUE_CORRUPTIONS: Record<string, Corruption> = {
  'a running value of a fold': (subject, c) =>
    changeIn(
      subject,
      ({ slots }) => slots['moves'] !== undefined || (slots['changes'] !== undefined && 'count' in slots),
      /(?<=(?:from|to|=) )-?\d+(?![\w.]*\w)/g,
      c,
      (n) => near(n, c.chance(0.5) ? 1 : -1),
    ),
  'first or last round of a fold': (subject, c) =>
    changeIn(
      subject,
      ({ kind, slots }) => (kind === 'fold' || kind === 'backFold') && slots['first'] !== undefined,
      /(?<== )(?:\d+|'[^']*')/g,
      c,
      (v) => (v.startsWith("'") ? `'${v.slice(1, -1)}x'` : near(v, 1)),
    ),
  'a number of a recursion': (subject, c) =>
    changeIn(
      subject,
      ({ kind }) => kind === 'descent' || kind === 'ascent',
      /(?<![\w.'"])\d+(?![\w.]*\w)/g,
      c,
      (n) => near(n, 1),
    ),
  'a recursion the other way round': (subject, c) =>
    changeIn(
      subject,
      ({ kind }) => kind === 'descent' || kind === 'ascent',
      /\w+ = \d+ to \w+ = \d+|\d+ for \w+ = \d+ to \d+ for \w+ = \d+/g,
      c,
      (m) => m.replace(/^(.*) to (.*)$/, '$2 to $1'),
    ),
  'what is the same in all of a fold': (subject, c) =>
    changeIn(
      subject,
      ({ slots }) => slots['fails'] !== undefined || slots['holds'] !== undefined,
      /\b(?:false|true) each time/g,
      c,
      (m) => (m.startsWith('false') ? m.replace('false', 'true') : m.replace('true', 'false')),
    ),
  'a fact of a fold left out': (subject, c) =>
    changeIn(
      subject,
      ({ kind }) => FOLD_KINDS.has(kind),
      /, (?:taking|moving|printing|leading to|giving|after \d+ further|with \d+ other|which leaves|leaving)[^,]*|, \d+ (?:lines|calls|other)[^,]*| with \w+ = [^,]*/g,
      c,
      () => '',
    ),
  'an abbreviated value': ({ text }, c) =>
    changeOne(text, /\.\.\. \d+ more \.\.\.(?:, '?\w+)?/g, c, (m) =>
      m.replace(/\d+(?!.*\d)/, (n) => near(n, 1)),
    ),
  'an element left out of a value': ({ text }, c) =>
    changeOne(text, /(?<=[[({][^\]})\n]{0,40}), [^,[\](){}\n]+(?=[,\])}])/g, c, () => ''),
  'a text with another letter': ({ text }, c) =>
    changeOne(text, /'[^'\\\n]{1,40}'/g, c, (s) => {
      const at = 1 + Math.floor(c.next() * (s.length - 2));
      return s.slice(0, at) + (s[at] === 'q' ? 'z' : 'q') + s.slice(at + 1);
    }),
  'an exception or its text': (subject, c) =>
    changeIn(
      subject,
      ({ slots }) => slots['type'] !== undefined,
      /\b[A-Z]\w*(?:Error|Exception|Iteration)\b|'[^'\n]+'/g,
      c,
      (m) => (m.startsWith("'") ? `'${m.slice(1, -1)}!'` : c.pick(EXCEPTIONS.filter((e) => e !== m))),
    ),
  'a number in words': ({ text }, c) => changeOne(text, NUMBER, c, (n) => IN_WORDS[Number(n)] ?? null),
  'an operator of the working': ({ text }, c) =>
    changeOne(text, alternatives(OPERATORS), c, (op) => OPERATORS[op]!),
  'another element of equal value': ({ text }, c) =>
    changeOne(text, /\b[a-z_]\w*\[\d+\]/g, c, (m) => m.replace(/\d+/, (n) => near(n, 1))),
  'a name of equal value': (subject, c) => {
    const bindings = bindingsOf(subject);
    const twins = new Map<string, string>();
    for (const [name, value] of bindings)
      for (const [other, same] of bindings) if (other !== name && same === value) twins.set(name, other);
    const names = [...twins.keys()].filter((n) => /^\w+$/.test(n));
    if (names.length === 0) return null;
    return changeOne(
      subject.text,
      new RegExp(`(?<![\\w.'"])(?:${names.join('|')})(?![\\w'"(])`, 'g'),
      c,
      (name) => twins.get(name)!,
    );
  },
  'a changed sign': ({ text }, c) =>
    changeOne(text, /(?<![\w.'"-])-?\d+(?![\w.]*\w)/g, c, (n) => (n.startsWith('-') ? n.slice(1) : `-${n}`)),
  'a number of another type': ({ text }, c) =>
    changeOne(text, /(?<![\w.'"])(?:\d+(?:\.\d+)?|True|False|None)(?![\w.]*\w)/g, c, (v) =>
      /^\d+$/.test(v)
        ? v === '1' && c.chance(0.5)
          ? 'True'
          : `${v}.0`
        : (TYPES[v] ?? v.replace(/\.\d+$/, '')),
    ),
  'a text without its quotes': ({ text }, c) =>
    changeOne(text, /'[^'\\\n]{1,20}'/g, c, (s) => s.slice(1, -1)),
  'two values of a sentence swapped': (subject, c) =>
    changeIn(
      subject,
      () => true,
      /(?<![\w.])\d+(?![\w.]*\w)([^\n]*?[^\w.])(\d+)(?![\w.]*\w)/g,
      c,
      (m) => m.replace(/^(\d+)([^]*?)(\d+)$/, '$3$2$1'),
    ),
};
