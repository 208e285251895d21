// Unpacking iterables into targets. https://docs.python.org/3.11/reference/simple_stmts.html#assignment-statements
import type { Runtime } from '../runtime.ts';
import { tupleClass } from '../values/builtin-classes.ts';
import { valueError } from '../values/errors.ts';
import { drain, iterateOr } from '../values/iterate.ts';
import { PyList } from '../values/list.ts';
import type { Value } from '../values/objects.ts';
import { PyTuple } from '../values/tuple.ts';
import { typeName } from '../values/type-of.ts';

/** The `count` items of `iterable`, as a tuple. @throws PyRaise TypeError, ValueError */
export function unpack(rt: Runtime, iterable: Value, count: number): PyTuple {
  const items: Value[] = [];
  const iterator = iterateOr(rt, iterable, `cannot unpack non-iterable ${typeName(iterable)} object`);
  for (;;) {
    const item = iterator.next(rt);
    if (item === undefined) break;
    if (items.length === count) return valueError(`too many values to unpack (expected ${count})`);
    items.push(item);
  }
  if (items.length < count) {
    valueError(`not enough values to unpack (expected ${count}, got ${items.length})`);
  }
  return iterable instanceof PyTuple && iterable.cls === tupleClass ? iterable : new PyTuple(items);
}

/** `before` items, a list of those in the middle, `after` items, as a tuple. */
export function unpackStarred(rt: Runtime, iterable: Value, before: number, after: number): PyTuple {
  const items = drain(rt, iterateOr(rt, iterable, `cannot unpack non-iterable ${typeName(iterable)} object`));
  const least = before + after;
  if (items.length < least) {
    valueError(`not enough values to unpack (expected at least ${least}, got ${items.length})`);
  }
  const end = items.length - after;
  return new PyTuple([...items.slice(0, before), new PyList(items.slice(before, end)), ...items.slice(end)]);
}
