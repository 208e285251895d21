// Extending a list by what an iterable gives, element by element, as the program may look at the list meanwhile.
import type { Runtime } from '../runtime.ts';
import { tupleClass } from './builtin-classes.ts';
import { askLength, iterate, toArray } from './iterate.ts';
import { isPlainList, type PyList } from './list.ts';
import type { Value } from './objects.ts';
import { PyTuple } from './tuple.ts';

/** `list.extend` and `+=`: the elements of a list or tuple at once, those of other iterables as they come. */
export function extendList(rt: Runtime, list: PyList, iterable: Value): void {
  const whole =
    isPlainList(iterable) ||
    (iterable instanceof PyTuple && iterable.cls === tupleClass) ||
    iterable === list;
  if (whole) return list.extend(toArray(rt, iterable));
  const iterator = iterate(rt, iterable);
  askLength(rt, iterable);
  for (let element = iterator.next(rt); element !== undefined; element = iterator.next(rt)) {
    rt.charge(1);
    list.append(element);
  }
}
