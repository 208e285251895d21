// Every construct of the language has words: for each node kind, builtin and method there is a small program, and both
// prose styles must speak of it. The tables are held against the language's own, so that an addition cannot be forgotten.
import { describe, expect, it } from 'vitest';
import { NODE_KINDS } from '../../grammar/index.ts';
import { builtinNames } from '../../interpreter/builtins/index.ts';
import { DEFAULT_LIMITS } from '../../interpreter/index.ts';
import { PyClass } from '../../interpreter/values/class.ts';
import { compileProgram, execute } from '../../src/pipeline/index.ts';
import { check, explain, storyOf } from '../../verbalizer/index.ts';
import { BUILTINS, METHODS, NODES, UNSPOKEN_BUILTINS, type Spoken } from './every-construct.ts';

/** Phrasings tried: what a style may leave out must be said by one of them. */
const SEEDS = 12;

function expectWords({ source, call, words }: Spoken): void {
  const compiled = compileProgram({ name: 'small', source, call, input: '7' });
  const { result, ending } = execute(compiled, { limits: DEFAULT_LIMITS, traced: true });
  expect(ending.kind, JSON.stringify(ending)).toMatch(/returned|raised/);
  const story = storyOf(result.trace!);
  for (const style of ['narrative', 'concise'] as const) {
    const texts = Array.from({ length: SEEDS }, (_, seed) => explain(story, { style, seed }).text);
    expect(
      texts.some((text) => words.test(text)),
      `${style} never says ${String(words)}:\n${texts[0]!}`,
    ).toBe(true);
    const verdict = check(texts[0]!, story, style);
    expect([verdict.violations, verdict.unverified, verdict.missing]).toEqual([[], [], []]);
  }
}

describe('node kinds', () => {
  it('all are in the table', () => {
    expect(Object.keys(NODES).sort()).toEqual([...NODE_KINDS].sort());
  });
  it.each(Object.entries(NODES))('%s', (_, spoken) => expectWords(spoken));
});

describe('builtins', () => {
  it('all are in the table', () => {
    const known = [...builtinNames.keys()].filter(
      (name) => !/(Error|Exception|Warning|Exit|Interrupt|Iteration|ExceptionGroup)$|^__/.test(name),
    );
    expect([...Object.keys(BUILTINS), ...UNSPOKEN_BUILTINS].sort()).toEqual(known.sort());
  });
  it.each(Object.entries(BUILTINS))('%s', (_, spoken) => expectWords(spoken));
});

describe('methods', () => {
  it('all are in the table', () => {
    const known: string[] = [];
    for (const [name, value] of builtinNames)
      if (value instanceof PyClass && name in METHODS)
        for (const attr of value.attrs.keys()) if (!attr.startsWith('__')) known.push(`${name}.${attr}`);
    const listed = Object.entries(METHODS).flatMap(([cls, table]) =>
      Object.keys(table).map((method) => `${cls}.${method}`),
    );
    expect(listed.sort()).toEqual(known.sort());
  });
  it.each(
    Object.entries(METHODS).flatMap(([cls, table]) =>
      Object.entries(table).map(([method, spoken]) => [`${cls}.${method}`, spoken] as const),
    ),
  )('%s', (_, spoken) => expectWords(spoken));
});
