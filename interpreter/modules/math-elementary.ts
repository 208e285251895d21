// Powers, exponentials, logarithms and trigonometry in math: C's functions with CPython's checks around them.
// https://docs.python.org/3.11/library/math.html#power-and-logarithmic-functions
import { exp } from '../libm/exponential.ts';
import { acosh, asinh, atanh, cosh, sinh, tanh } from '../libm/hyperbolic.ts';
import { log, log10, log2 } from '../libm/logarithm.ts';
import { expm1, log1p } from '../libm/near-one.ts';
import { acos, asin, atan, atan2, cos, sin, tan } from '../libm/trigonometry.ts';
import type { Runtime } from '../runtime.ts';
import { unbox } from '../values/boxed.ts';
import { typeError } from '../values/errors.ts';
import * as float from '../values/float.ts';
import { libraryPower } from '../values/float-power.ts';
import { bitLength } from '../values/int.ts';
import { ratioToFloat } from '../values/int-float.ts';
import { requireFloat } from '../values/number-coerce.ts';
import { PyFloat, type Value } from '../values/objects.ts';
import type { ModuleBuilder } from './define.ts';
import { domainError, rangeError } from './math-floats.ts';

type Elementary = (rt: Runtime, x: number) => number;

/** The logarithm of a float or of an int of any size. */
function anyLogarithm(rt: Runtime, x: Value, logarithm: Elementary): number {
  const plain = unbox(x);
  if (typeof plain === 'bigint' && bitLength(plain) > 1023) {
    if (plain < 0n) return domainError();
    const exponent = bitLength(plain);
    if (!Number.isFinite(Number(plain)))
      return logarithm(rt, ratioToFloat(plain, 1n << BigInt(exponent))) + logarithm(rt, 2) * exponent;
  }
  const value = requireFloat(rt, x);
  if (Number.isNaN(value)) return NaN;
  return value <= 0 ? domainError() : logarithm(rt, value);
}

/** Where C's function would answer with an infinity or NaN of its own making. */
function checked(result: number, given: readonly number[], overflows: boolean): PyFloat {
  if (Number.isNaN(result) && !given.some(Number.isNaN)) domainError();
  if (!Number.isFinite(result) && !Number.isNaN(result) && given.every(Number.isFinite))
    if (overflows) rangeError();
    else domainError();
  return new PyFloat(result);
}

const finiteOnly =
  (code: Elementary): Elementary =>
  (rt, x) =>
    Number.isFinite(x) ? code(rt, x) : NaN;
const withinOne =
  (code: Elementary): Elementary =>
  (rt, x) =>
    Math.abs(x) <= 1 ? code(rt, x) : NaN;

/** The angle of a point that lies on an axis or at infinity: multiples of π/4. */
function specialAngle(y: number, x: number): number | undefined {
  if (Number.isNaN(x) || Number.isNaN(y)) return NaN;
  // For these the engine's own function is exact: the correctly rounded multiple of π/4.
  return x === 0 || y === 0 || !Number.isFinite(x) || !Number.isFinite(y) ? Math.atan2(y, x) : undefined;
}

export function declareElementary(module: ModuleBuilder): void {
  const unary = (name: string, code: Elementary, overflows = false): void => {
    module.function(`${name}(x, /)`, (rt: Runtime, x: Value) => {
      const value = requireFloat(rt, x);
      return checked(code(rt, value), [value], overflows);
    });
  };
  unary('exp', exp, true);
  unary('exp2', (rt, x) => libraryPower(rt, 2, x), true);
  unary('sin', finiteOnly(sin));
  unary('cos', finiteOnly(cos));
  unary('tan', finiteOnly(tan));
  unary('atan', atan);
  unary('expm1', (_rt, x) => expm1(x), true);
  unary('log1p', (_rt, x) => log1p(x));
  unary('sinh', sinh, true);
  unary('cosh', cosh, true);
  unary('tanh', (_rt, x) => tanh(x));
  unary('asinh', asinh);
  unary('acosh', acosh);
  unary('atanh', (_rt, x) => atanh(x));
  unary('asin', withinOne(asin));
  unary('acos', withinOne(acos));
  module.function('atan2(y, x, /)', (rt: Runtime, first: Value, second: Value) => {
    const [y, x] = [requireFloat(rt, first), requireFloat(rt, second)];
    return new PyFloat(specialAngle(y, x) ?? atan2(rt, y, x));
  });
  module.function('pow(x, y, /)', (rt: Runtime, first: Value, second: Value) => {
    const [x, y] = [requireFloat(rt, first), requireFloat(rt, second)];
    if (x === 0 && y < 0 && Number.isFinite(y)) domainError();
    return checked(libraryPower(rt, x, y), [x, y], true);
  });
  // Its errors name it without the module.
  const logarithm = (rt: Runtime, args: readonly Value[]): Value => {
    if (args.length < 1 || args.length > 2) typeError('math.log requires 1 to 2 arguments');
    const numerator = anyLogarithm(rt, args[0], log);
    if (args.length === 1) return new PyFloat(numerator);
    return new PyFloat(float.divide(numerator, anyLogarithm(rt, args[1], log)));
  };
  module.function('log(*args)', logarithm, undefined, 'builtins');
  module.function('log2(x, /)', (rt: Runtime, x: Value) => new PyFloat(anyLogarithm(rt, x, log2)));
  module.function('log10(x, /)', (rt: Runtime, x: Value) => new PyFloat(anyLogarithm(rt, x, log10)));
  module.outside('cbrt', 'erf', 'erfc', 'gamma', 'lgamma');
}
