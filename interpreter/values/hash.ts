// `hash(value)`, CPython's own on 64 bits where it depends on the value alone. What CPython derives from an
// address or from the hash seed is stable here, and noted as an observation when a program looks at it.
import { PyBoundMethod, PyBuiltin } from '../builtins/builtin.ts';
import type { Runtime } from '../runtime.ts';
import { unbox } from './boxed.ts';
import { objectClass } from './builtin-classes.ts';
import { PyBytes } from './bytes.ts';
import { PyInstance } from './class.ts';
import { PyComplex } from './complex.ts';
import { typeError } from './errors.ts';
import { fromHash64, frozensetHash, type Hash64, toHash64, TupleHash } from './hash64.ts';
import { hashBytes, hashFloat, hashInt, hashStr } from './hash-number.ts';
import { identityNumber } from './identity.ts';
import { PyFloat, type HeapObject, type Value } from './objects.ts';
import { PyGenericAlias, PyUnionType } from './generic-alias.ts';
import { hashKey } from './hash-key.ts';
import { PyRange } from './range.ts';
import { PySet } from './set.ts';
import { callSpecial } from './special.ts';
import { PyTuple } from './tuple.ts';
import { isIntegral } from './type-of.ts';

/** @throws PyRaise TypeError "unhashable type: 'list'" */
export function hash(rt: Runtime, value: Value): number | bigint {
  const own = hash64(rt, value);
  if (dependsOnSeed(value)) rt.observeSetOrder();
  return fromHash64(own);
}

/**
 * The hash as hash tables use it. In a probe of the nondeterminism check (`rt.hashOrder` ≥ 2) what depends on
 * the seed comes out differently.
 * @throws PyRaise TypeError for unhashable values
 */
export function hash64(rt: Runtime, value: Value): Hash64 {
  switch (typeof value) {
    case 'number':
    case 'bigint':
      return toHash64(hashInt(value));
    case 'boolean':
      return toHash64(value ? 1 : 0);
    case 'string':
      if (value.length > SHORT) rt.charge(value.length / 8);
      return value === '' ? ZERO : seeded(rt, toHash64(hashStr(value)));
    case 'object':
      if (value === null) return seeded(rt, NONE);
      if (value instanceof PyFloat)
        return Number.isNaN(value.value) ? ofIdentity(rt, value) : toHash64(hashFloat(value.value));
      return hashObject(rt, value);
  }
}

/** What is longer pays for its hash by its length. */
const SHORT = 64;
const ZERO = toHash64(0);
/** CPython 3.11 takes None's address. */
const NONE = toHash64(0x5eed_0001);

function hashObject(rt: Runtime, value: HeapObject): Hash64 {
  const cls = value.cls;
  if (value instanceof PyTuple && cls.builtin) return hashTuple(rt, value);
  const method = cls.lookup('__hash__');
  if (method === null || method === undefined) typeError(`unhashable type: '${cls.shownName}'`);
  if (method instanceof PyBuiltin && method.owner === objectClass.name) return nativeHash(rt, value);
  const result = unbox(callSpecial(rt, method, value));
  if (!isIntegral(result)) typeError('__hash__ method should return an integer');
  const integer = typeof result === 'boolean' ? Number(result) : result;
  // What does not fit 64 bits is reduced as an int's own hash is.
  const fits = typeof integer === 'number' || BigInt.asIntN(64, integer) === integer;
  return toHash64(integer === -1 ? -2 : fits ? integer : hashInt(integer));
}

/** The hash that goes with the kind of object, whatever its class says. */
export function nativeHash(rt: Runtime, value: Value): Hash64 {
  const plain = unbox(value);
  if (plain !== value) return hash64(rt, plain);
  if (value instanceof PyTuple) return hashTuple(rt, value);
  if (value instanceof PySet && value.frozen) {
    rt.charge(value.size);
    return frozensetHash(value.hashes());
  }
  if (value instanceof PyBytes)
    return value.data.length === 0 ? ZERO : seeded(rt, toHash64(hashBytes(value.data)));
  if (value instanceof PyComplex) {
    const [real, imag] = [hashFloat(value.real), hashFloat(value.imag)].map(BigInt);
    const combined = BigInt.asIntN(64, real + 1000003n * imag);
    return toHash64(combined === -1n ? -2n : combined);
  }
  if (value instanceof PyRange) {
    const { length, start, step } = value;
    return hashTuple(rt, new PyTuple([length, length > 0 ? start : null, length > 1 ? step : null]));
  }
  if (value instanceof PyGenericAlias || value instanceof PyUnionType)
    return seeded(rt, toHash64(hashStr(String(hashKey(rt, value)))));
  if (value instanceof PyBoundMethod) {
    const [self, func] = [identityHash(rt, value.self), identityHash(rt, value.func)];
    return { hi: self.hi ^ func.hi, lo: self.lo ^ func.lo };
  }
  return identityHash(rt, value);
}

function hashTuple(rt: Runtime, tuple: PyTuple): Hash64 {
  if (tuple.items.length > SHORT) rt.charge(tuple.items.length);
  const accumulator = new TupleHash();
  for (const item of tuple.items) accumulator.add(hash64(rt, item));
  return accumulator.finish();
}

function identityHash(rt: Runtime, value: Value): Hash64 {
  return typeof value === 'object' && value !== null ? ofIdentity(rt, value) : hash64(rt, value);
}

function ofIdentity(rt: Runtime, object: object): Hash64 {
  return seeded(rt, toHash64(identityNumber(rt, object)));
}

/** Another hash for each probe of the nondeterminism check; probe 1 reverses whole tables instead. */
function seeded(rt: Runtime, own: Hash64): Hash64 {
  if (rt.hashOrder < 2) return own;
  const salt = Math.imul(rt.hashOrder, 0x9e3779b1);
  const lo = Math.imul(own.lo ^ salt, 0x85ebca6b) ^ (own.hi >>> 7);
  return { hi: Math.imul(own.hi ^ lo, 0xc2b2ae35) | 0, lo: lo ^ (lo >>> 15) };
}

/** Whether CPython's hash of `value` differs from one process to the next. */
export function dependsOnSeed(value: Value): boolean {
  switch (typeof value) {
    case 'number':
    case 'bigint':
    case 'boolean':
      return false;
    case 'string':
      return value !== '';
    case 'object':
      if (value === null) return true;
      if (value instanceof PyFloat) return Number.isNaN(value.value);
      if (value instanceof PyTuple) return value.items.some(dependsOnSeed);
      if (value instanceof PySet) return value.seeded;
      if (value instanceof PyRange) return value.length < 2;
      if (value instanceof PyComplex) return false;
      if (value instanceof PyInstance) return instanceDependsOnSeed(value);
      return true;
  }
}

function instanceDependsOnSeed(value: PyInstance): boolean {
  const plain = unbox(value);
  if (plain !== value) return dependsOnSeed(plain);
  const method = value.cls.lookup('__hash__');
  // A hash the program computes has noted what it depends on itself.
  return method instanceof PyBuiltin;
}
