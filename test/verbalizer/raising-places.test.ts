// An exception can come from every kind of node: the words about it must exist and hold, wherever it is raised.
// Knows the verbalizer and the pipeline.
import { expect, it } from 'vitest';
import { check, explain, storyOf, STYLES, type StyleName } from '../../verbalizer/index.ts';
import { DEFAULT_LIMITS } from '../../interpreter/index.ts';
import { compileProgram, execute } from '../../src/pipeline/index.ts';

const PLACES: Readonly<Record<string, string>> = {
  'the format of an f-string': "text = f'{x:d}'",
  'an f-string beside text': "text = f'a {x:d} b {x!r}'",
  'the format of a format': "text = f'{x:{x}}'",
  'a list in an f-string': "text = f'{[x]:>5}'",
  'a target of an assignment': 'a, b, c = x',
  'a starred target': 'a, *b, c, d, e = x',
  'a target of a loop': 'for a, b in x:\n        a = b',
  'a target in a target of a loop': 'for a, (b, c) in [(1, 2), x]:\n        a = b',
  'a target without names': 'for () in [(), x]:\n        a = 1',
  'an iterable': 'for a in 5:\n        b = a',
  'a comprehension': 'a = [1 / 0 for b in x]',
  'a condition of a comprehension': 'a = [b for b in x if b > 1]',
  'a subscript that is stored': 'x[0] = 1',
  'a subscript that is deleted': 'del x[0]',
  'an attribute that is stored': 'x.a = 1',
  'an attribute that is deleted': 'del x.a',
  'a name that is deleted': 'del a\n    a = 1',
  'a slice that is stored': 'x[1:] = 1',
  'an augmented assignment': 'x -= 1',
  'an augmented element': 'a = [x]\n    a[0] -= 1',
  'a starred argument': 'print(*5)',
  keywords: 'print(**{1: 2})',
  'a display': 'a = [*5]',
  'a key of a display': 'a = {[]: 1}',
  'an element of a set': 'a = {1, []}',
  'a mapping in a display': 'a = {**5}',
  'a decorator': '@x\n    def g():\n        return 1',
  'a default': 'def g(a=1 / 0):\n        return a',
  'a base': 'class A(5):\n        pass',
  'the body of a class': 'class A:\n        b = x + 1',
  'a context manager': 'with x as a:\n        b = a',
  'a raise': 'raise x',
  'a cause': 'raise ValueError(x) from 5',
  'an assertion': 'assert not x, x',
  'a pattern':
    'match x:\n        case int(1, 2):\n            a = 1\n        case str(1, 2):\n            a = 2',
  'a guard': 'match x:\n        case a if 1 / 0:\n            b = a',
  'an import': 'from math import sqrt\n    a = sqrt(-1)',
  'a chained comparison': 'a = 1 < 2 < x',
  'a membership': 'a = 1 in x',
  'a condition': 'a = 1 if x < 1 else 2',
  'an unary operator': 'a = -x',
  'a walrus': 'a = (b := x + 1)',
  'a lambda': 'a = (lambda b: b + 1)(x)',
  'an except clause': 'try:\n        a = 1 / 0\n    except x:\n        b = 1',
  'a finally clause': 'try:\n        a = 1 / 0\n    finally:\n        b = x + 1',
  'yield from': 'def g():\n        yield from 5\n    a = list(g())',
};

it.each(Object.entries(PLACES))('%s', (_, body) => {
  for (const source of [
    `def f(x):\n    ${body}\n    return 1\n`,
    `def f(x):\n    try:\n${`    ${body}`.replace(/^/gm, '    ')}\n    except Exception as error:\n        return str(error)\n`,
  ]) {
    const compiled = compileProgram({ name: 'places', source, call: "f('ab')", input: '' });
    const { result } = execute(compiled, { limits: DEFAULT_LIMITS, traced: true });
    const story = storyOf(result.trace!);
    for (const style of Object.keys(STYLES) as StyleName[])
      for (let seed = 0; seed < 3; seed++) {
        const { text } = explain(story, { style, seed });
        const { violations, unverified, missing } = check(text, story, style);
        expect({ style, seed, text, violations, unverified, missing }).toMatchObject({
          violations: [],
          unverified: [],
          missing: [],
        });
      }
  }
});
