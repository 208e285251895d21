// Arithmetic of complex numbers, as CPython's Objects/complexobject.c does it, operation by operation: another order
// of the same operations would round differently.
import type { BinaryOperator } from '../../grammar/ast.ts';
import { exp } from '../libm/exponential.ts';
import { hypotenuse } from '../libm/hypotenuse.ts';
import { log } from '../libm/logarithm.ts';
import { atan2, cos, sin } from '../libm/trigonometry.ts';
import type { Runtime } from '../runtime.ts';
import { PyComplex } from './complex.ts';
import { raise } from './errors.ts';
import { libraryPower } from './float-power.ts';
import type { Value } from './objects.ts';
import { NotImplemented } from './singletons.ts';

const ONE = new PyComplex(1, 0);
/** An exponent up to this size is multiplied out. */
const MAX_MULTIPLIED = 100;

function product(a: PyComplex, b: PyComplex): PyComplex {
  return new PyComplex(a.real * b.real - a.imag * b.imag, a.real * b.imag + a.imag * b.real);
}

/** Smith's method: scaled by the larger part of the divisor. Undefined for a divisor of 0. */
function quotient(a: PyComplex, b: PyComplex): PyComplex | undefined {
  const [sizeOfReal, sizeOfImag] = [Math.abs(b.real), Math.abs(b.imag)];
  if (sizeOfReal >= sizeOfImag) {
    if (sizeOfReal === 0) return undefined;
    const ratio = b.imag / b.real;
    const by = b.real + b.imag * ratio;
    return new PyComplex((a.real + a.imag * ratio) / by, (a.imag - a.real * ratio) / by);
  }
  if (sizeOfImag >= sizeOfReal) {
    const ratio = b.real / b.imag;
    const by = b.real * ratio + b.imag;
    return new PyComplex((a.real * ratio + a.imag) / by, (a.imag * ratio - a.real) / by);
  }
  return new PyComplex(NaN, NaN);
}

/** `base` to a natural power, by squaring. */
function naturalPower(base: PyComplex, exponent: number): PyComplex {
  let [result, square] = [ONE, base];
  for (let mask = 1; mask <= exponent; mask *= 2) {
    if ((exponent & mask) !== 0) result = product(result, square);
    square = product(square, square);
  }
  return result;
}

/** By way of logarithm and angle. Undefined for 0 to a negative or complex power. */
function generalPower(rt: Runtime, a: PyComplex, b: PyComplex): PyComplex | undefined {
  if (b.real === 0 && b.imag === 0) return ONE;
  if (a.real === 0 && a.imag === 0) return b.imag !== 0 || b.real < 0 ? undefined : new PyComplex(0, 0);
  const size = hypotenuse(a.real, a.imag);
  const angle = angleOf(rt, a);
  let length = libraryPower(rt, size, b.real);
  let phase = angle * b.real;
  if (b.imag !== 0) {
    length /= exp(rt, angle * b.imag);
    phase += b.imag * log(rt, size);
  }
  return new PyComplex(length * cos(rt, phase), length * sin(rt, phase));
}

/** The angle between the real axis and the number, as C's atan2 has it: from -π to π. */
export function angleOf(rt: Runtime, { real, imag }: PyComplex): number {
  // On the axes and at infinity the engine's own is exact: the nearest multiple of π/4.
  const isSpecial = real === 0 || imag === 0 || !Number.isFinite(real) || !Number.isFinite(imag);
  return isSpecial ? Math.atan2(imag, real) : atan2(rt, imag, real);
}

function power(rt: Runtime, a: PyComplex, b: PyComplex): PyComplex {
  const isInteger = b.imag === 0 && Number.isInteger(b.real) && Math.abs(b.real) <= MAX_MULTIPLIED;
  const result = !isInteger
    ? generalPower(rt, a, b)
    : b.real > 0
      ? naturalPower(a, b.real)
      : quotient(ONE, naturalPower(a, -b.real));
  if (result === undefined) raise('ZeroDivisionError', '0.0 to a negative or complex power');
  if (Math.abs(result.real) === Infinity || Math.abs(result.imag) === Infinity)
    raise('OverflowError', 'complex exponentiation');
  return result;
}

/** `a op b`; NotImplemented for the operators that complex numbers do not have. @throws PyRaise ZeroDivisionError, OverflowError */
export function complexOp(rt: Runtime, op: BinaryOperator, a: PyComplex, b: PyComplex): Value {
  switch (op) {
    case '+':
      return new PyComplex(a.real + b.real, a.imag + b.imag);
    case '-':
      return new PyComplex(a.real - b.real, a.imag - b.imag);
    case '*':
      return product(a, b);
    case '/':
      return quotient(a, b) ?? raise('ZeroDivisionError', 'complex division by zero');
    case '**':
      return power(rt, a, b);
    case '//':
    case '%':
    case '<<':
    case '>>':
    case '|':
    case '^':
    case '&':
    case '@':
      return NotImplemented;
  }
}

/** `abs(z)`. @throws PyRaise OverflowError */
export function complexSize({ real, imag }: PyComplex): number {
  const size = hypotenuse(real, imag);
  if (size === Infinity && Number.isFinite(real) && Number.isFinite(imag))
    raise('OverflowError', 'absolute value too large');
  return size;
}
