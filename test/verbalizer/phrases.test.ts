// Every phrase held to CPython: the expression that its row stands for, with the parts that were said put in, must
// come to the value that was said, or to the elements that the loop goes over.
import { expect, it } from 'vitest';
import { execute, compileProgram } from '../../src/pipeline/index.ts';
import { DEFAULT_LIMITS } from '../../interpreter/index.ts';
import { storyOf } from '../../verbalizer/index.ts';
import { PHRASES, type Phrase, type PhraseName } from '../../verbalizer/text/phrases.ts';
import { askPython } from '../support/python.ts';

const SETUP = `s = ' Ab cb '
t = 'b'
xs = [3, 1, 2, 1]
ps = (5, 4, 6)
ws = ['a', 'b']
d = {'a': 1, 'b': 2}
n = 2
`;

const EXPRESSIONS =
  `s.upper() | s.lower() | s.capitalize() | s.swapcase() | s.strip() | s.lstrip() | s.rstrip()
s.strip(' A') | s.lstrip(' A') | s.rstrip('b ') | s.split() | s.split(t) | s.splitlines() | s.split(' ') | s.split(None)
t.join(ws) | ''.join(ws) | ', '.join(ws) | s.replace(t, 'x') | s.replace('', 'x') | s.count(t) | s.count('') | s.index(t)
s.rindex(t) | s.find(t) | s.rfind('b') | s.find('zz') | xs.count(1) | xs.index(1) | ps.index(4) | chr(97) | ord(t)
len(xs) | len(ps) | len(d) | len(s) | len('äö𝄞') | sum(xs) | max(ps) | min(xs) | max(d) | sum([True, 2]) | max(s)
sorted(xs) | sorted(s) | sorted(d) | sorted(xs, reverse=True) | sorted(xs, reverse=False) | sorted(xs, key=str)
list(ps) | list(s) | list(d) | list(d.keys()) | list(d.values()) | list(d.items()) | xs.copy() | d.copy()
xs[0] | xs[-1] | ps[0] | s[0] | s[-1] | xs[1] | xs[n] | xs[:n] | s[:3] | xs[:-2] | xs[-n:] | s[-3:] | xs[n:] | s[n:]
xs[1:] | s[1:] | xs[:-1] | s[:-1] | xs[::-1] | s[::-1] | xs[1:3] | xs[::2] | xs[:40] | xs[9:] | xs[-40:] | ''[1:] | xs[0:2]
d.get('a') | d.get('a', 0) | d.get('z', 0) | d.get('z') | d.get(t, n + 1) | d.get(1, t) | [1, 2][-1] | s.strip().upper()
s[1:].lower() | (s + t).upper() | xs[:len(ws)] | '𝄞ab'[:2] | '𝄞ab'[-1] | s.upper().split(t.upper())`
    .split(/[|\n]/)
    .map((e) => e.trim());

const ITERABLES = `enumerate(xs) | enumerate(s) | zip(xs, ws) | zip(s, xs) | range(len(xs)) | reversed(xs)
reversed(ps) | d.items() | d.keys() | d.values() | zip(xs, ws, s) | enumerate(xs, 1) | range(1, len(xs))`
  .split(/[|\n]/)
  .map((e) => e.trim());

const said = (code: string): readonly string[] | undefined => {
  const source = `def f():\n${SETUP.replace(/^(?=.)/gm, '    ')}${code}\n`;
  const compiled = compileProgram({ name: 'phrase', source, call: 'f()', input: '' });
  const { result } = execute(compiled, { limits: DEFAULT_LIMITS, traced: true });
  const { steps } = storyOf(result.trace!);
  return (steps.find(({ kind }) => kind === 'loop') ?? steps.findLast(({ kind }) => kind === 'return'))
    ?.facts['said'] as readonly string[] | undefined;
};

/** The expression that a phrase with these parts stands for. */
function standsFor([name, ...parts]: readonly string[]): string {
  const { python } = PHRASES[name as PhraseName] as Phrase;
  return python
    .replace(/\{(\d)\}/g, (_, part) => `(${parts[Number(part)]!})`)
    .replace('{=}', () => parts.at(-1)!);
}

it('says of an expression what CPython makes of it, and has a use for every row', () => {
  const values = EXPRESSIONS.map((e) => ({ e, phrase: said(`    return ${e}`) }));
  const loops = ITERABLES.map((e) => ({ e, phrase: said(`    for u in ${e}:\n        pass`) }));
  const told = [...values, ...loops].filter((row) => row.phrase !== undefined);
  expect([...new Set(told.map(({ phrase }) => phrase![0]!))].sort()).toEqual(Object.keys(PHRASES).sort());
  const isBare = (phrase: readonly string[]): boolean =>
    (PHRASES[phrase[0] as PhraseName] as Phrase).bare === true;
  const questions = told.flatMap(({ e, phrase }) =>
    isBare(phrase!) ? [`list(${standsFor(phrase!)}) == list(${e})`] : [standsFor(phrase!), e],
  );
  const answers = askPython(questions, SETUP);
  let at = 0;
  for (const { e, phrase } of told) {
    const shown = (answer: (typeof answers)[number]): string =>
      'repr' in answer ? answer.repr : answer.text;
    if (isBare(phrase!)) expect(shown(answers[at++]!), e).toBe('True');
    else {
      const value = phrase!.at(-1);
      expect([shown(answers[at++]!), shown(answers[at++]!)], `${e}: ${phrase!.join(' | ')}`).toEqual([
        value,
        value,
      ]);
    }
  }
});
