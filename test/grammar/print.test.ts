// Laws of the printer: what it prints is read back as the same tree, in the same places, by our parser and by CPython's.
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { Module, Node } from '../../grammar/index.ts';
import { equalNodes, layOut, parse, print, printExpr, Source, walk } from '../../grammar/index.ts';
import { UnwritableString } from '../../grammar/printer/strings.ts';
import { hasPython } from '../support/python.ts';
import { moduleArbitrary } from './arbitrary-ast.ts';
import { difference, plainTree, readByPython, type Reading } from './python-ast.ts';
import { SNIPPETS } from './snippets.ts';

/** How many trees, and of which seed; a hunt sets more. */
const TREES = Number(process.env['LOCKSTEP_TREES'] ?? 1000);
const SEED = Number(process.env['LOCKSTEP_SEED'] ?? 1);

/** The text of a tree, or null where Python 3.11 has no way to write one of its f-strings. */
function printed(module: Module): string | null {
  try {
    return layOut(module);
  } catch (error) {
    if (error instanceof UnwritableString) return null;
    throw error;
  }
}

/** Every node's kind and place, parents first. */
function places(root: Node): string {
  const found: string[] = [];
  walk(root, ({ kind, span }) => {
    found.push(`${kind} ${span.start}-${span.end}`);
  });
  return found.join('\n');
}

/** What breaks the laws about a tree and the text that was printed for it, or null. */
function breach(module: Module, text: string): string | null {
  const { module: again, diagnostics } = parse(new Source(text));
  if (again === null) return `refused: ${diagnostics[0]!.message} at ${diagnostics[0]!.span.start}`;
  const other = difference(plainTree(again, text), plainTree(module, text));
  if (other !== null) return other;
  if (!equalNodes(again, module)) return 'the tree is another';
  if (places(again) !== places(module)) return 'the places are others';
  return print(again) === text ? null : `printed again, it is another text: ${print(again)}`;
}

describe('what is printed', () => {
  test('is read back as the same tree, in the same places, and printed alike', () => {
    let unwritable = 0;
    const law = fc.property(moduleArbitrary, (module) => {
      const text = printed(module);
      if (text === null) unwritable++;
      else expect(breach(module, text), text).toBeNull();
    });
    fc.assert(law, {
      numRuns: TREES,
      seed: SEED,
      interruptAfterTimeLimit: 40_000,
      markInterruptAsFailure: true,
    });
    expect(unwritable).toBeLessThan(TREES / 8);
  });

  test('after reading has the tree that was read', () => {
    const modules = SNIPPETS.flatMap((text) => parse(new Source(text)).module ?? []);
    expect(modules.length).toBeGreaterThan(500);
    for (const module of modules) {
      const text = layOut(module);
      expect(breach(module, text), text).toBeNull();
    }
  });

  test('leaves the tree as it was, unless it is to be laid out', () => {
    for (const text of SNIPPETS) {
      const { module } = parse(new Source(text));
      if (module === null) continue;
      const before = places(module);
      const canonical = print(module);
      walk(module, (node) => {
        if (node.kind === 'Call' || node.kind === 'BinOp' || node.kind === 'Compare') printExpr(node);
      });
      expect(places(module), text).toBe(before);
      expect(layOut(module)).toBe(canonical);
    }
    const law = fc.property(moduleArbitrary, (module) => {
      const before = places(module);
      try {
        print(module);
      } catch (error) {
        if (!(error instanceof UnwritableString)) throw error;
      }
      expect(places(module)).toBe(before);
    });
    fc.assert(law, { numRuns: TREES / 5, seed: SEED });
  });

  test.runIf(hasPython)('is read by CPython as the same tree, in the same places', () => {
    const modules = fc.sample(moduleArbitrary, { numRuns: TREES, seed: SEED });
    const texts = modules.map(printed);
    const written = texts.flatMap((text, i) => (text === null ? [] : [{ text, module: modules[i]! }]));
    const readings: Reading[] = readByPython(written.map(({ text }) => text));
    const differences = written.flatMap(({ text, module }, i) => {
      const reading = readings[i]!;
      const found = 'error' in reading ? reading.error : difference(plainTree(module, text), reading.tree);
      return found === null ? [] : `${found}\n${text}`;
    });
    expect(differences.slice(0, 3)).toEqual([]);
  });
});
