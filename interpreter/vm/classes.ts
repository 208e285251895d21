// Class statements at run time: the body runs in a frame with a namespace, from which the class is made.
// https://docs.python.org/3.11/reference/compound_stmts.html#class-definitions
import { PyClass } from '../values/class.ts';
import { PyCell, type PyFunction } from '../values/function.ts';
import { makeClass, prepareNamespace } from '../values/make-class.ts';
import { sharedId } from '../values/shared.ts';
import type { Value } from '../values/objects.ts';
import { pushNativeFrame } from './frames.ts';
import { execute } from './loop.ts';
import type { Machine } from './machine.ts';

/**
 * Runs the body of a class and makes the class.
 * @param items the bases, then the values of the keyword arguments
 */
export function buildClass(
  machine: Machine,
  body: PyFunction,
  items: readonly Value[],
  keywordNames: readonly string[],
): Value {
  const { code } = body;
  const bases = items.slice(0, items.length - keywordNames.length);
  const keywords =
    keywordNames.length === 0
      ? null
      : new Map(keywordNames.map((name, i) => [name, items[bases.length + i]] as const));
  const namespace = prepareNamespace(machine, code.name, bases, keywords);
  namespace.set('__module__', machine.library?.name ?? '__main__');
  namespace.set('__qualname__', code.qualname);
  const base = pushNativeFrame(machine, body);
  machine.namespaces[machine.depth] = namespace;
  execute(machine, code.start, base, base, null);
  // The frame is gone, but nothing has run since: its cells are still where they were.
  const cells = code.cellSlots.map((slot) => machine.stack[base + slot]);
  for (const cell of cells) if (cell instanceof PyCell) namespace.set('__classcell__', cell);
  const cls = makeClass(machine, code.name, bases, namespace, keywords);
  if (cls instanceof PyClass && machine.library !== null && body.closure.length === 0) {
    // It never changes: the trace need not say what it holds.
    cls.id = sharedId(`${cls.module}.${code.qualname}`);
  }
  return cls;
}
