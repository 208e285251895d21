// `is`. Exact for None, bools and objects with an identity. Of equal ints, strings and the like CPython may have one
// object or several, by caching and interning that no language rule fixes: asking that is outside Primer.
import type { Runtime } from '../runtime.ts';
import { equals } from './compare.ts';
import { PyFloat, type Value } from './objects.ts';
import { PySet } from './set.ts';
import { PyTuple } from './tuple.ts';
import { typeOf } from './type-of.ts';

/** CPython keeps one object for each of these ints. */
const CACHED_MIN = -5;
const CACHED_MAX = 256;

/** `a is b`. */
export function identical(rt: Runtime, a: Value, b: Value): boolean {
  if (a === null || b === null || typeof a === 'boolean' || typeof b === 'boolean') return a === b;
  const cls = typeOf(a);
  if (cls !== typeOf(b)) return false;
  if (typeof a === 'object') {
    if (a instanceof PyFloat || a instanceof PyTuple || (a instanceof PySet && a.frozen)) {
      if (a === b && !(a instanceof PyFloat)) return true;
      return equals(rt, a, b) ? rt.unsupported(`'is' between equal values of type '${cls.name}'`) : false;
    }
    return a === b;
  }
  if (a !== b) return false;
  if (typeof a === 'number' && a >= CACHED_MIN && a <= CACHED_MAX) return true;
  return rt.unsupported(`'is' between equal values of type '${cls.name}'`);
}
