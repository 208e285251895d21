// Complex numbers: their values and their text. Arithmetic is in `complex-arithmetic.ts`.
// https://docs.python.org/3.11/library/stdtypes.html#numeric-types-int-float-complex
import { complexClass } from './builtin-classes.ts';
import { formatMagnitude } from './float-format.ts';
import { intToFloat } from './int-float.ts';
import { HeapObject, PyFloat, type Value } from './objects.ts';
import { registerClass } from './type-of.ts';

/** Immutable. An object of its own, unlike floats: complex numbers are rare, and nothing is tuned for them. */
export class PyComplex extends HeapObject {
  readonly real: number;
  readonly imag: number;

  constructor(real: number, imag: number) {
    super();
    this.real = real;
    this.imag = imag;
  }
}
registerClass(PyComplex, complexClass);

/** A builtin number as a complex one; undefined for all else. @throws PyRaise OverflowError for ints beyond all floats */
export function asComplex(value: Value): PyComplex | undefined {
  if (value instanceof PyComplex) return value;
  if (value instanceof PyFloat) return new PyComplex(value.value, 0);
  if (typeof value === 'boolean') return new PyComplex(Number(value), 0);
  return typeof value === 'number' || typeof value === 'bigint'
    ? new PyComplex(intToFloat(value), 0)
    : undefined;
}

const isNegative = (x: number): boolean => x < 0 || Object.is(x, -0);

/** A part in its shortest form, without a point where it is integral. */
function partText(x: number, plus: string): string {
  const style = { type: 'r', precision: 0, alternate: false, addDotZero: false } as const;
  return (isNegative(x) ? '-' : plus) + formatMagnitude(Math.abs(x), style);
}

/** `repr`: `2j`, `(1+2j)`; a real part of 0 is left out, one of -0 is not. */
export function complexRepr(real: number, imag: number): string {
  if (Object.is(real, 0)) return `${partText(imag, '')}j`;
  return `(${partText(real, '')}${partText(imag, '+')}j)`;
}
