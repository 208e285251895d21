// The functions of math that take floats apart, compare them and step between them: exact ones all.
// https://docs.python.org/3.11/library/math.html
import { ulp } from '../libm/rounding.ts';
import type { Runtime } from '../runtime.ts';
import { asIndex } from '../values/as-index.ts';
import { raise, typeError, valueError } from '../values/errors.ts';
import { decompose } from '../values/int-float.ts';
import { requireFloat } from '../values/number-coerce.ts';
import { PyFloat, type Value } from '../values/objects.ts';
import { PyTuple } from '../values/tuple.ts';
import type { ModuleBuilder } from './define.ts';

export const domainError = (): never => valueError('math domain error');
export const rangeError = (): never => raise('OverflowError', 'math range error');

const isNegative = (x: number): boolean => x < 0 || Object.is(x, -0);

/** x = mantissa · 2^exponent, 0.5 ≤ |mantissa| < 1. */
function split(x: number): [number, number] {
  if (x === 0 || !Number.isFinite(x)) return [x, 0];
  const { mantissa, exponent } = decompose(x);
  const digits = Math.abs(mantissa).toString(2).length;
  return [mantissa / 2 ** digits, exponent + digits];
}

/** x · 2^exponent, rounded once. */
function scaleByPower(x: number, exponent: number | bigint): number {
  if (x === 0 || !Number.isFinite(x)) return x;
  if (exponent > 2200) return rangeError();
  if (exponent < -2300) return isNegative(x) ? -0 : 0;
  const [mantissa, power] = split(x);
  const total = power + Number(exponent);
  if (total > 1024) return rangeError();
  if (total >= -1021) return mantissa * 2 * 2 ** (total - 1);
  // A subnormal: the one rounding is the last product.
  return mantissa * 2 ** -1000 * 2 ** (total + 1000);
}

/** IEEE 754's remainder: x − n·y for the integer n nearest to x/y, even in a tie. */
function nearestRemainder(x: number, y: number): number {
  if (!Number.isFinite(y)) return x;
  const divisor = Math.abs(y);
  const rest = Math.abs(x) % divisor;
  const complement = divisor - rest;
  let result = rest;
  if (rest > complement) result = -complement;
  // A tie: which multiple is even shows in half of what is left of x.
  else if (rest === complement) result = rest - 2 * ((0.5 * (Math.abs(x) - rest)) % divisor);
  return isNegative(x) ? -result : result;
}

const scratch = new DataView(new ArrayBuffer(8));

/** The float after x in the direction of y. */
function nextAfter(x: number, y: number): number {
  if (Number.isNaN(x) || Number.isNaN(y)) return NaN;
  if (x === y) return y;
  if (x === 0) return y > 0 ? 5e-324 : -5e-324;
  scratch.setFloat64(0, x);
  const away = y > x === x > 0;
  scratch.setBigInt64(0, scratch.getBigInt64(0) + (away ? 1n : -1n));
  return scratch.getFloat64(0);
}

function isClose(a: number, b: number, relative: number, absolute: number): boolean {
  if (relative < 0 || absolute < 0) valueError('tolerances must be non-negative');
  if (a === b) return true;
  if (!Number.isFinite(a) || !Number.isFinite(b)) return false;
  const difference = Math.abs(b - a);
  return (
    difference <= Math.abs(relative * b) || difference <= Math.abs(relative * a) || difference <= absolute
  );
}

export function declareFloats(module: ModuleBuilder): void {
  const unary = (name: string, code: (x: number) => Value): void => {
    module.function(`${name}(x, /)`, (rt: Runtime, x: Value) => code(requireFloat(rt, x)));
  };
  const binary = (name: string, code: (x: number, y: number) => number): void => {
    module.function(
      `${name}(x, y, /)`,
      (rt: Runtime, x: Value, y: Value) => new PyFloat(code(requireFloat(rt, x), requireFloat(rt, y))),
    );
  };
  unary('fabs', (x) => new PyFloat(Math.abs(x)));
  unary('sqrt', (x) => new PyFloat(x < 0 ? domainError() : Math.sqrt(x)));
  unary('isnan', (x) => Number.isNaN(x));
  unary('isinf', (x) => x === Infinity || x === -Infinity);
  unary('isfinite', (x) => Number.isFinite(x));
  unary('degrees', (x) => new PyFloat(x * (180 / Math.PI)));
  unary('radians', (x) => new PyFloat(x * (Math.PI / 180)));
  unary('ulp', (x) => new PyFloat(Number.isFinite(x) ? ulp(x) : Math.abs(x)));
  unary('modf', (x) => {
    const whole = Math.trunc(x);
    const fraction = Number.isFinite(x) ? x - whole : Number.isNaN(x) ? x : 0;
    const signed = fraction === 0 && isNegative(x) ? -0 : fraction;
    return new PyTuple([new PyFloat(signed), new PyFloat(whole)]);
  });
  unary('frexp', (x) => {
    const [mantissa, exponent] = split(x);
    return new PyTuple([new PyFloat(mantissa), exponent]);
  });
  binary('copysign', (x, y) => (isNegative(y) ? -Math.abs(x) : Math.abs(x)));
  binary('nextafter', nextAfter);
  binary('fmod', (x, y) => {
    const result = x % y;
    return Number.isNaN(result) && !Number.isNaN(x) && !Number.isNaN(y) ? domainError() : result;
  });
  binary('remainder', (x, y) => {
    if (Number.isNaN(x) || Number.isNaN(y)) return NaN;
    return y === 0 || !Number.isFinite(x) ? domainError() : nearestRemainder(x, y);
  });
  module.function('ldexp(x, i, /)', (rt: Runtime, x: Value, i: Value) => {
    const value = requireFloat(rt, x);
    const exponent = asIndex(rt, i);
    if (exponent === undefined || i instanceof PyFloat)
      return typeError('Expected an int as second argument to ldexp.');
    return new PyFloat(scaleByPower(value, exponent));
  });
  module.function(
    'isclose(a, b, *, rel_tol?, abs_tol?)',
    (rt: Runtime, a: Value, b: Value, relative: Value | undefined, absolute: Value | undefined) =>
      isClose(
        requireFloat(rt, a),
        requireFloat(rt, b),
        relative === undefined ? 1e-9 : requireFloat(rt, relative),
        absolute === undefined ? 0 : requireFloat(rt, absolute),
      ),
  );
}
