// `__pow__` of int, float and complex, which takes a modulus: what the builtin `pow` calls. Replaces the two-operand one that
// `special-methods.ts` declares with the other operators.
// https://docs.python.org/3.11/library/functions.html#pow
import type { Runtime } from '../runtime.ts';
import { unbox } from '../values/boxed.ts';
import { complexClass, floatClass, intClass } from '../values/builtin-classes.ts';
import { PyComplex } from '../values/complex.ts';
import { typeError, valueError } from '../values/errors.ts';
import type { Int } from '../values/int.ts';
import { modularPower } from '../values/int-power.ts';
import { binaryNative } from '../values/native-arithmetic.ts';
import { isNumber } from '../values/native-compare.ts';
import type { Value } from '../values/objects.ts';
import { NotImplemented } from '../values/singletons.ts';
import { isIntegral } from '../values/type-of.ts';
import { method } from './declare.ts';
import './special-methods.ts';

const integer = (value: number | bigint | boolean): Int =>
  typeof value === 'boolean' ? Number(value) : value;

function powerWithin(narrow: boolean, rt: Runtime, self: Value, exponent: Value, modulus: Value): Value {
  const [base, by, within] = [unbox(self), unbox(exponent), unbox(modulus)];
  // a wider number is left to its own class
  const leaves =
    by instanceof PyComplex || base instanceof PyComplex || (narrow && !(isIntegral(by) && isIntegral(base)));
  if (within === null) return leaves ? NotImplemented : binaryNative(rt, '**', base, by);
  if (isIntegral(base) && isIntegral(by) && isIntegral(within))
    return modularPower(rt, integer(base), integer(by), integer(within));
  if (by instanceof PyComplex || within instanceof PyComplex) return valueError('complex modulo');
  if (isNumber(by) && isNumber(within))
    return typeError('pow() 3rd argument not allowed unless all arguments are integers');
  return NotImplemented;
}

function complexPower(rt: Runtime, base: Value, exponent: Value, modulus: Value): Value {
  const [of, by] = [unbox(base), unbox(exponent)];
  if (![of, by].every((value) => isNumber(value) || value instanceof PyComplex)) return NotImplemented;
  if (modulus !== null) return valueError('complex modulo');
  return binaryNative(rt, '**', of, by);
}

for (const [cls, power] of [
  [intClass, powerWithin.bind(null, true)],
  [floatClass, powerWithin.bind(null, false)],
  [complexClass, complexPower],
] as const) {
  method(cls, '__pow__(value, mod=None, /)', power);
  method(cls, '__rpow__(value, mod=None, /)', (rt: Runtime, self: Value, base: Value, modulus: Value) =>
    power(rt, base, self, modulus),
  );
}
