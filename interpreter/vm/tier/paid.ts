// What compiled code does on plain values that costs fuel: slices of texts, the least and greatest of two ints. Undefined
// where it would raise, or the clock has to be set back first. The clock has to be exact.
import { builtinNames } from '../../builtins/index.ts';
import type { Value } from '../../values/objects.ts';
import { PySlice, resolveSlice } from '../../values/slice.ts';
import { codePointCount, sliceText } from '../../values/str.ts';
import { Clock, type Machine } from '../machine.ts';

export const MIN = builtinNames.get('min');
export const MAX = builtinNames.get('max');

function canPay({ clock, limits }: Machine, units: number): boolean {
  return (
    units <= limits.memory && clock[Clock.LIMIT] - units >= clock[Clock.STEPS] + clock[Clock.LIBRARY_STEPS]
  );
}

const isBound = (value: Value): boolean => value === null || typeof value === 'number';

/** `text[start:stop:step]`. */
export function paidSlice(m: Machine, text: Value, slice: Value): Value | undefined {
  if (typeof text !== 'string' || !(slice instanceof PySlice)) return undefined;
  const { start, stop, step } = slice;
  if (!isBound(start) || !isBound(stop) || !isBound(step) || step === 0) return undefined;
  const range = resolveSlice(m, slice, codePointCount(text));
  if (!canPay(m, range.length)) return undefined;
  m.charge(range.length);
  return sliceText(text, range);
}

/** `min(a, b)` or `max(a, b)` of ints. */
export function paidExtreme(m: Machine, callee: Value, a: Value, b: Value): Value | undefined {
  if (typeof a !== 'number' || typeof b !== 'number' || !canPay(m, 2)) return undefined;
  m.charge(1);
  m.charge(1);
  return callee === MIN ? Math.min(a, b) : Math.max(a, b);
}
