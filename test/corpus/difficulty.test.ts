// Features against what a person counts, and against other means of counting.
import { describe, expect, test } from 'vitest';
import { Draw } from '../../corpus/draw.ts';
import { FAMILIES } from '../../corpus/families/index.ts';
import { FEATURE_NAMES, isRunFeature, type RunFeatures } from '../../corpus/difficulty/features.ts';
import { measure } from '../../corpus/difficulty/measure.ts';
import { compileProgram, compileTree, execute, treesOf, type Compiled } from '../../src/pipeline/index.ts';
import { DEFAULT_LIMITS } from '../../interpreter/index.ts';
import { extentOf } from '../../src/views/index.ts';

function featuresOf(compiled: Compiled): { features: RunFeatures; extent: ReturnType<typeof extentOf> } {
  const { trace } = execute(compiled, { limits: DEFAULT_LIMITS, traced: true }).result;
  return { features: measure(treesOf(compiled), trace!), extent: extentOf(trace!) };
}

function of(source: string, call: string | null = null): RunFeatures {
  return featuresOf(compileProgram({ name: 'test', source, call, input: '' })).features;
}

describe('counted by hand', () => {
  test('a loop: rounds, decisions, their bits, the chain of its sum', () => {
    const { iterations, branches, surprise, chain, nesting, digits } = of(
      'def f(n):\n    total = 0\n    for i in range(n):\n        if i % 2 == 0:\n            total += i\n    return total\n',
      'f(8)',
    );
    expect({ iterations, branches, surprise, nesting }).toEqual({
      iterations: 8,
      branches: 8,
      surprise: 8, // four of eight came out true: one bit each
      nesting: 2,
    });
    // range(8) is called, then one addition on the other: 0, 2, 4, 6
    expect(chain).toBe(5);
    expect(digits).toBe(2); // 12
  });

  test('conditions that always come out the same surprise nobody', () => {
    expect(of('x = 9\nwhile x > 0:\n    x -= 1\n').surprise).toBeGreaterThan(0);
    expect(of('for x in range(9):\n    if x < 100:\n        pass\n').surprise).toBe(0);
  });

  test('live variables are those still to be read', () => {
    const apart = of('def f(a):\n    b = a + 1\n    c = b + 1\n    return c\n', 'f(1)');
    const together = of('def f(a):\n    b = a + 1\n    c = a + 2\n    return a + b + c\n', 'f(1)');
    expect([apart.live, together.live]).toEqual([1, 3]);
  });

  test('the chain goes through lists, dicts, attributes, arguments, generators and key functions', () => {
    const base = of('x = 1\ny = x + 1 + 1 + 1 + 1\nz = y\n').chain;
    expect(base).toBe(4);
    const through = (tail: string): number =>
      of(`x = 1\ny = x + 1 + 1 + 1 + 1\n${tail}\nresult = z + 1\n`).chain;
    expect(through('z = y')).toBe(5);
    expect(through('xs = []\nxs.append(y)\nfor z in xs:\n    pass')).toBe(5);
    expect(through('d = {}\nd["k"] = y\nz = d["k"]')).toBe(6);
    expect(through('class A:\n    pass\na = A()\na.v = y\nz = a.v')).toBeGreaterThanOrEqual(5);
    expect(through('def same(p):\n    return p\nz = same(y)')).toBe(5);
    // making the generator is a call of its own
    expect(through('def gen(p):\n    yield p\nfor z in gen(y):\n    pass')).toBe(6);
    expect(through('z = max([1, 2], key=lambda p: p * y)')).toBeGreaterThanOrEqual(6);
    expect(
      through('def outer():\n    c = y\n    def inner():\n        return c\n    return inner\nz = outer()()'),
    ).toBe(5);
    expect(through('z = 7')).toBe(4);
  });

  test('size of state and of texts, magnitude of numbers', () => {
    const { size, text, digits } = of(
      'd = {}\nfor i in range(5):\n    d[i % 3] = i\nxs = [1] * 7\nxs.pop()\nxs.append(2)\ns = "é" * 12\nbig = 2 ** 200\n',
    );
    expect({ size, text, digits }).toEqual({ size: 7, text: 12, digits: 61 });
    expect(of('x = 3.5 * 1000\n').digits).toBe(4);
  });

  test('nesting of blocks and distinct constructs', () => {
    expect(of('x = 1\nif x == 0:\n    x = 2\nelif x == 1:\n    x = 3\nelse:\n    x = 4\n').nesting).toBe(1);
    expect(of('xs = [y for x in [[1]] for y in x if y]\n').nesting).toBe(1);
    // Assign, BinOp and +, List, Call and len
    expect(of('x = [1 + 2]\ny = len(x)\n').constructs).toBe(6);
  });
});

test('every feature that the table has is measured, and no other', () => {
  expect(Object.keys(of('x = 1\n'))).toEqual(FEATURE_NAMES.filter(isRunFeature));
});

test('lines and depth are those of the line view, for every family', () => {
  for (const family of FAMILIES) {
    const level = family.levels[1];
    const { features, extent } = featuresOf(
      compileTree(family.name, family.generate(Draw.of('difficulty', family.name), level)),
    );
    expect([features.steps, features.lines, features.depth], family.name).toEqual([
      extent.events,
      extent.lines,
      extent.depth,
    ]);
    for (const [name, value] of Object.entries(features)) expect(value, name).toBeGreaterThanOrEqual(0);
  }
});
