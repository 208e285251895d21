// Builtin functions on numbers and characters. https://docs.python.org/3.11/library/functions.html
import type { Runtime } from '../runtime.ts';
import { requireIndex } from '../values/as-index.ts';
import { unbox } from '../values/boxed.ts';
import { PyBytes } from '../values/bytes.ts';
import { raise, typeError, valueError } from '../values/errors.ts';
import * as float from '../values/float.ts';
import * as int from '../values/int.ts';
import { intToFloat } from '../values/int-float.ts';
import { intToRadix } from '../values/int-text.ts';
import { binaryOp } from '../values/arithmetic.ts';
import { isNumber } from '../values/native-compare.ts';
import { PyFloat, type Value } from '../values/objects.ts';
import { NotImplemented } from '../values/singletons.ts';
import { callSpecial, findSpecial } from '../values/special.ts';
import { codePointCount } from '../values/str.ts';
import { PyTuple } from '../values/tuple.ts';
import { typeName, typeOf } from '../values/type-of.ts';
import { builtinFunction } from './function-registry.ts';

builtinFunction('abs(x, /)', absolute);

/** `abs(value)`. */
export function absolute(rt: Runtime, value: Value): Value {
  if (typeof value === 'boolean') return Number(value);
  if (typeof value === 'number' || typeof value === 'bigint') return int.absolute(value);
  if (value instanceof PyFloat) return new PyFloat(Math.abs(value.value));
  const method = findSpecial(value, '__abs__');
  if (method !== undefined) return callSpecial(rt, method, value);
  const plain = unbox(value);
  return plain === value || !isNumber(plain)
    ? typeError(`bad operand type for abs(): '${typeName(value)}'`)
    : absolute(rt, plain);
}

builtinFunction('divmod(x, y, /)', divide);

/** `divmod(a, b)`. */
export function divide(rt: Runtime, a: Value, b: Value): Value {
  const [x, y] = [unbox(a), unbox(b)];
  if (isNumber(x) && isNumber(y)) {
    if (x instanceof PyFloat || y instanceof PyFloat) {
      const [quotient, remainder] = float.divmod(toFloat(x), toFloat(y));
      return new PyTuple([new PyFloat(quotient), new PyFloat(remainder)]);
    }
    return new PyTuple(int.divmod(rt, toInt(x), toInt(y)));
  }
  const forward = findSpecial(a, '__divmod__');
  const direct = forward === undefined ? NotImplemented : callSpecial(rt, forward, a, b);
  if (direct !== NotImplemented) return direct;
  const backward = typeOf(a) === typeOf(b) ? undefined : findSpecial(b, '__rdivmod__');
  const mirrored = backward === undefined ? NotImplemented : callSpecial(rt, backward, b, a);
  if (mirrored !== NotImplemented) return mirrored;
  return typeError(`unsupported operand type(s) for divmod(): '${typeName(a)}' and '${typeName(b)}'`);
}

const toInt = (value: number | bigint | boolean): int.Int =>
  typeof value === 'boolean' ? Number(value) : value;
const toFloat = (value: number | bigint | boolean | PyFloat): number =>
  value instanceof PyFloat ? value.value : intToFloat(toInt(value));

builtinFunction('pow(base, exp, mod=None)', (rt: Runtime, base: Value, exponent: Value, modulus: Value) => {
  if (modulus === null) return binaryOp(rt, '**', base, exponent);
  const method = findSpecial(base, '__pow__');
  const result = method === undefined ? NotImplemented : callSpecial(rt, method, base, exponent, modulus);
  if (result !== NotImplemented) return result;
  const names = [base, exponent, modulus].map((operand) => `'${typeName(operand)}'`);
  return typeError(`unsupported operand type(s) for ** or pow(): ${names.join(', ')}`);
});

builtinFunction('round(number, ndigits=None)', (rt: Runtime, number: Value, digits: Value) => {
  const method = findSpecial(number, '__round__');
  if (method === undefined) return typeError(`type ${typeName(number)} doesn't define __round__ method`);
  return digits === null ? callSpecial(rt, method, number) : callSpecial(rt, method, number, digits);
});

// ---- text of numbers, characters -----------------------------------------------------------------

for (const [name, base] of [
  ['bin', 2],
  ['oct', 8],
  ['hex', 16],
] as const)
  builtinFunction(`${name}(number, /)`, (rt: Runtime, number: Value) =>
    intToRadix(rt, requireIndex(rt, number), base),
  );

builtinFunction('chr(i, /)', (rt: Runtime, given: Value) => {
  const point = requireIndex(rt, given);
  if (typeof point === 'bigint' || point > 0x7fffffff || point < -0x80000000)
    return raise('OverflowError', 'Python int too large to convert to C int');
  if (point < 0 || point > 0x10ffff) valueError('chr() arg not in range(0x110000)');
  if (point >= 0xd800 && point < 0xe000) return rt.unsupported('a lone surrogate');
  return String.fromCodePoint(point);
});

builtinFunction('ord(c, /)', (_rt: Runtime, given: Value) => {
  const value = unbox(given);
  if (typeof value === 'string') {
    const count = codePointCount(value);
    if (count !== 1) typeError(`ord() expected a character, but string of length ${count} found`);
    return value.codePointAt(0) as number;
  }
  if (!(value instanceof PyBytes))
    return typeError(`ord() expected string of length 1, but ${typeName(given)} found`);
  if (value.data.length !== 1)
    typeError(`ord() expected a character, but string of length ${value.data.length} found`);
  return value.data[0];
});
