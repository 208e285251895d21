// Module bisect. https://docs.python.org/3.11/library/bisect.html
import type { Runtime } from '../runtime.ts';
import { asIndex, requireSize } from '../values/as-index.ts';
import { getAttr } from '../values/attributes.ts';
import { lessThan } from '../values/compare.ts';
import { PyDict } from '../values/dict.ts';
import { typeError, valueError } from '../values/errors.ts';
import { length } from '../values/iterate.ts';
import { PyList } from '../values/list.ts';
import type { Value } from '../values/objects.ts';
import { PySet } from '../values/set.ts';
import { getItem } from '../values/subscript.ts';
import { typeName } from '../values/type-of.ts';
import { defineModule, type ModuleBuilder } from './define.ts';

/** Whether the item looked for belongs to the left of `element`. */
type GoesLeft = (element: Value) => boolean;

function search(rt: Runtime, sequence: Value, low: Value, high: Value, goesLeft: GoesLeft): number {
  let from = requireSize(rt, low);
  if (sequence instanceof PyDict || sequence instanceof PySet)
    typeError(
      sequence instanceof PyDict
        ? `${typeName(sequence)} is not a sequence`
        : `'${typeName(sequence)}' object does not support indexing`,
    );
  if (from < 0) valueError('lo must be non-negative');
  if (high !== null && asIndex(rt, high) === undefined)
    typeError(`argument should be integer or None, not '${typeName(high)}'`);
  let to = high === null ? length(rt, sequence) : requireSize(rt, high);
  while (from < to) {
    const middle = Math.floor((from + to) / 2);
    if (goesLeft(getItem(rt, sequence, middle))) to = middle;
    else from = middle + 1;
  }
  return from;
}

function insert(rt: Runtime, sequence: Value, index: number, item: Value): null {
  if (sequence instanceof PyList) sequence.insert(index, item);
  else rt.call(getAttr(rt, sequence, 'insert'), [index, item]);
  return null;
}

/** Declares `bisect_…` and `insort_…` for one side, under that name and perhaps a shorter one. */
function declarePair(module: ModuleBuilder, side: 'left' | 'right'): void {
  const find = (rt: Runtime, sequence: Value, sought: Value, low: Value, high: Value, key: Value): number => {
    const rank = (element: Value): Value => (key === null ? element : rt.call(key, [element]));
    return search(rt, sequence, low, high, (element) =>
      side === 'right' ? lessThan(rt, sought, rank(element)) : !lessThan(rt, rank(element), sought),
    );
  };
  const bisector = module.function(`bisect_${side}(a, x, lo=0, hi=None, *, key=None)`, find);
  const inserter = module.function(
    `insort_${side}(a, x, lo=0, hi=None, *, key=None)`,
    (rt: Runtime, sequence: Value, item: Value, low: Value, high: Value, key: Value) => {
      const sought = key === null ? item : rt.call(key, [item]);
      return insert(rt, sequence, find(rt, sequence, sought, low, high, key), item);
    },
  );
  if (side === 'left') return;
  module.value('bisect', bisector);
  module.value('insort', inserter);
}

export const bisect = defineModule(
  'bisect',
  (module) => {
    declarePair(module, 'right');
    declarePair(module, 'left');
  },
  '_bisect',
);
