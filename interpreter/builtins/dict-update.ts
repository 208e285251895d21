// What `dict(…)`, `dict.update` and `|=` take: a mapping, or an iterable of pairs.
// https://docs.python.org/3.11/library/stdtypes.html#dict.update
import type { Runtime } from '../runtime.ts';
import { PyAttributesDict } from '../values/attributes-dict.ts';
import { dictClass } from '../values/builtin-classes.ts';
import { PyDict } from '../values/dict.ts';
import { isRaised, typeError, valueError } from '../values/errors.ts';
import { iterate, toArray } from '../values/iterate.ts';
import type { Value } from '../values/objects.ts';
import { callSpecial, findSpecial } from '../values/special.ts';
import { getItem } from '../values/subscript.ts';

/**
 * Puts the entries of `source` into `dict`.
 * @throws PyRaise TypeError "cannot convert dictionary update sequence element #0 to a sequence"
 */
export function updateDict(rt: Runtime, dict: PyDict, source: Value): void {
  if (source instanceof PyDict && source.cls.lookup('__iter__') === dictClass.attrs.get('__iter__')) {
    mergeDict(rt, dict, source);
    return;
  }
  const keys = findSpecial(source, 'keys');
  if (keys === undefined) return mergePairs(rt, dict, source);
  const iterator = iterate(rt, callSpecial(rt, keys, source));
  for (let key = iterator.next(rt); key !== undefined; key = iterator.next(rt)) {
    rt.charge(1);
    dict.set(rt, key, getItem(rt, source, key));
  }
}

function mergeDict(rt: Runtime, dict: PyDict, source: PyDict): void {
  rt.charge(source.size);
  if (source === dict) return;
  // The dict of an object's attributes has to see each of them.
  if (dict.size === 0 && dict.keys.length === 0 && !(dict instanceof PyAttributesDict)) {
    source.copyInto(dict);
    return;
  }
  for (const [key, value] of source.entries()) dict.set(rt, key, value);
}

function mergePairs(rt: Runtime, dict: PyDict, source: Value): void {
  const iterator = iterate(rt, source);
  let index = 0;
  for (let pair = iterator.next(rt); pair !== undefined; pair = iterator.next(rt), index++) {
    rt.charge(1);
    const items = pairItems(rt, pair, index);
    if (items.length !== 2)
      valueError(`dictionary update sequence element #${index} has length ${items.length}; 2 is required`);
    dict.set(rt, items[0], items[1]);
  }
}

function pairItems(rt: Runtime, pair: Value, index: number): Value[] {
  try {
    return toArray(rt, pair);
  } catch (error) {
    if (!isRaised(error, 'TypeError')) throw error;
    return typeError(`cannot convert dictionary update sequence element #${index} to a sequence`);
  }
}
