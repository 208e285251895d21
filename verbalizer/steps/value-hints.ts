// Small judgements about values that help to word a step.
import { PyBytes } from '../../interpreter/values/bytes.ts';
import { PyComplex } from '../../interpreter/values/complex.ts';
import { PyDeque } from '../../interpreter/values/deque.ts';
import { PyDict } from '../../interpreter/values/dict.ts';
import { PyIterator } from '../../interpreter/values/iterator.ts';
import { PyList } from '../../interpreter/values/list.ts';
import { PyRange } from '../../interpreter/values/range.ts';
import { PySet } from '../../interpreter/values/set.ts';
import { PyTuple } from '../../interpreter/values/tuple.ts';
import { HeapObject, PyFloat, type Value } from '../../interpreter/values/objects.ts';
import type { Hint } from './hint.ts';

/** What kind of value it is, as a hint; null for kinds without words of their own. */
export function kindHint(value: Value): Hint | null {
  if (typeof value === 'boolean') return 'bool';
  if (typeof value === 'number' || typeof value === 'bigint' || value instanceof PyFloat) return 'number';
  if (typeof value === 'string') return 'text';
  if (value instanceof PyList || value instanceof PyTuple) return 'list';
  if (value instanceof PyDict) return 'dict';
  if (value instanceof PySet) return 'set';
  return null;
}

/** How many elements a container or string has; null for other values. */
export function sizeOf(value: Value): number | null {
  if (typeof value === 'string') return value.length;
  if (value instanceof PyList || value instanceof PyTuple) return value.items.length;
  if (value instanceof PyDict || value instanceof PySet) return value.size;
  if (value instanceof PyDeque || value instanceof PyRange) return Number(value.length);
  if (value instanceof PyBytes) return value.data.length;
  return null;
}

/** Objects whose texts say less than their names: functions, classes, instances, iterators. */
export function isBestNamed(value: Value | undefined): boolean {
  return value instanceof HeapObject && !(value instanceof PyComplex) && sizeOf(value) === null;
}

/** Iterators and generators have no text that says anything. */
export function isIterator(value: Value): boolean {
  return value instanceof PyIterator;
}

/** True for values whose text cannot change later. */
export function isScalar(value: Value): boolean {
  return value === null || typeof value !== 'object' || value instanceof PyFloat;
}

function numberOf(text: string): number | null {
  const n = Number(text);
  return text !== '' && Number.isFinite(n) ? n : null;
}

/** How a name's value moved, judged from the texts before and after. */
export function movement(before: string, after: string): Hint | null {
  if (before === after) return 'same';
  const a = numberOf(before);
  const b = numberOf(after);
  if (a === null || b === null || a === b) return null;
  return b > a ? 'up' : 'down';
}
