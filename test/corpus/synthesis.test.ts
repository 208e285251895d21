// Synthesized programs: they end as they should, as under live CPython, are strict, and use what they compute.
import { expect, test } from 'vitest';
import { assemble } from '../../corpus/assemble.ts';
import { Draw } from '../../corpus/draw.ts';
import { familyNamed } from '../../corpus/families/index.ts';
import { keysOf } from '../../corpus/canonical.ts';
import { synthesize } from '../../corpus/synthesis/synthesize.ts';
import { walk, type Node } from '../../grammar/index.ts';
import { DEFAULT_LIMITS } from '../../interpreter/index.ts';
import { compileTree, execute, isStrict, type Execution } from '../../src/pipeline/index.ts';
import { hasPython } from '../support/python.ts';
import { runUnderPython } from './exercise.ts';

/** Programs of each kind; a longer hunt sets more. */
const COUNT = Number(process.env['LOCKSTEP_SEEDS'] ?? 150);

function programs(raises: boolean): Execution[] {
  return Array.from({ length: COUNT }, (_, i) => {
    const draw = Draw.of('synthesis.test', String(raises), i);
    const draft = synthesize(draw, {
      stages: 1 + (i % 12),
      size: 3 + (i % 6),
      parameters: 1 + (i % 3),
      raises,
    });
    const compiled = compileTree('synthesized', assemble(draft, draw.split('names')));
    return execute(compiled, { limits: DEFAULT_LIMITS, traced: true });
  });
}

const returning = programs(false);
const raising = programs(true);

test('they return, or raise if asked to', () => {
  expect(returning.map(({ ending }) => ending.kind).filter((kind) => kind !== 'returned')).toEqual([]);
  expect(raising.map(({ ending }) => ending.kind).filter((kind) => kind !== 'raised')).toEqual([]);
});

test.runIf(hasPython)('they do what they do under CPython', () => {
  const all = [...returning, ...raising];
  const theirs = runUnderPython(
    all.map(({ compiled: { text } }) => ({ label: '', code: text.source, call: text.call!, expected: '' })),
  );
  all.forEach(({ ending, result, compiled }, i) => {
    const ours = ending.kind === 'returned' ? `${ending.result}\n${result.output}` : ending.message;
    expect(ours, compiled.text.source).toBe(theirs[i]);
  });
});

test('they are strict', () => {
  const gradual = [...returning, ...raising].filter(({ compiled }) => !isStrict(compiled));
  expect(gradual.map(({ compiled }) => compiled.text.source)).toEqual([]);
});

/** Names that a program gives a value and never reads, helpers that it never calls included. */
function unused(module: Node): string[] {
  const stored = new Set<string>();
  const uses = new Map<string, number>();
  walk(module, (node) => {
    if (node.kind === 'FunctionDef' && !node.name.startsWith('__')) stored.add(node.name);
    if (node.kind === 'Assign' && node.targets[0]?.kind === 'Name') stored.add(node.targets[0].id);
    if (node.kind === 'AnnAssign' && node.target.kind === 'Name') stored.add(node.target.id);
    if (node.kind === 'Name') uses.set(node.id, (uses.get(node.id) ?? 0) + 1);
    if (node.kind === 'Attribute') uses.set(node.attr, (uses.get(node.attr) ?? 0) + 1);
  });
  const writes = (name: string): number => {
    let count = 0;
    walk(module, (node) => {
      if (node.kind === 'Assign')
        count += node.targets.filter((one) => one.kind === 'Name' && one.id === name).length;
      if (node.kind === 'AnnAssign' && node.target.kind === 'Name' && node.target.id === name) count++;
    });
    return count;
  };
  return [...stored].filter((name) => (uses.get(name) ?? 0) <= writes(name));
}

test('what they compute they use: no name without a reader, little code that does not run', () => {
  for (const { compiled } of returning) {
    const main = compiled.module.body.at(-1);
    const mainName = main?.kind === 'FunctionDef' ? main.name : '';
    expect(
      unused(compiled.module).filter((name) => name !== mainName),
      compiled.text.source,
    ).toEqual([]);
  }
  let [ran, all] = [0, 0];
  for (const { result } of returning) {
    const { lineAt } = result.trace!.program;
    const lines = new Set([...lineAt].filter((line) => line > 0));
    const seen = new Set<number>();
    for (const { pcs } of result.trace!.chunks!) for (const pc of pcs) seen.add(lineAt[pc]!);
    all += lines.size;
    ran += [...lines].filter((line) => seen.has(line)).length;
  }
  expect(1 - ran / all).toBeLessThan(0.2);
});

test('they differ', () => {
  const keys = returning.map(({ compiled }) => keysOf(compiled.module, compiled.call!.expr));
  expect(new Set(keys.map(({ run }) => run)).size).toBe(COUNT);
  expect(new Set(keys.map(({ shape }) => shape)).size).toBeGreaterThan(COUNT * 0.9);
});

test('a range of negative numbers has constants to compare with, too', () => {
  for (const [rung, index] of [
    [10, 636],
    [8, 212],
  ] as const)
    for (const name of ['synthesis', 'synthesis-errors'])
      expect(() => familyNamed(name)!.generate(Draw.of('sy', rung, index), rung)).not.toThrow();
});
