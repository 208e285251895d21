// `functools.update_wrapper`, `wraps` and `total_ordering`.
// https://docs.python.org/3.11/library/functools.html#functools.update_wrapper
import { PyBuiltin } from '../builtins/builtin.ts';
import type { Runtime } from '../runtime.ts';
import { findAttr, ownAttrs, setAttr } from '../values/attributes.ts';
import { objectClass } from '../values/builtin-classes.ts';
import { PyClass } from '../values/class.ts';
import { richCompare } from '../values/compare.ts';
import { valueError } from '../values/errors.ts';
import { PyFunction } from '../values/function.ts';
import type { Value } from '../values/objects.ts';
import { toArray } from '../values/iterate.ts';
import { str } from '../values/repr.ts';
import { NotImplemented } from '../values/singletons.ts';
import { callSpecial } from '../values/special.ts';
import { truth } from '../values/truth.ts';
import { typeOf } from '../values/type-of.ts';
import type { ModuleBuilder } from './define.ts';
import { addMethod, makeNative } from './native-function.ts';

const ASSIGNED = ['__module__', '__name__', '__qualname__', '__doc__'] as const;

/** `update_wrapper(wrapper, wrapped)`: makes `wrapper` look like `wrapped`. */
export function updateWrapper(
  rt: Runtime,
  wrapper: Value,
  wrapped: Value,
  assigned?: Value,
  updated?: Value,
): Value {
  const names = assigned === undefined ? ASSIGNED : toArray(rt, assigned).map((name) => str(rt, name));
  const parts = updated === undefined ? ['__dict__'] : toArray(rt, updated);
  if (parts.some((part) => part !== '__dict__')) rt.unsupported('update_wrapper of more than the __dict__');
  for (const name of names) {
    // The docstrings of builtin functions are outside Primer; the wrapper's is then refused too.
    if (name === '__doc__' && wrapped instanceof PyBuiltin) continue;
    const value = findAttr(rt, wrapped, name);
    if (value !== undefined) setAttr(rt, wrapper, name, value);
  }
  for (const [name, value] of parts.length === 0 ? [] : (ownAttrs(wrapped) ?? []))
    if (!(wrapped instanceof PyFunction) || !name.startsWith('__') || name === '__wrapped__')
      setAttr(rt, wrapper, name, value);
  setAttr(rt, wrapper, '__wrapped__', wrapped);
  return wrapper;
}

// ---- total_ordering ------------------------------------------------------------------------------

type Ordering = '__lt__' | '__le__' | '__gt__' | '__ge__';

/** How an ordering follows from the one there is: its negation or not, and what equality adds or takes. */
interface Derivation {
  readonly negated: boolean;
  readonly equality: 'or equal' | 'and not equal' | 'none';
}

const derived = (negated: boolean, equality: Derivation['equality']): Derivation => ({ negated, equality });

/** Of several orderings a class defines, the first of these is built upon. */
const DERIVATIONS: Readonly<Record<Ordering, Partial<Record<Ordering, Derivation>>>> = {
  __lt__: {
    __gt__: derived(true, 'and not equal'),
    __le__: derived(false, 'or equal'),
    __ge__: derived(true, 'none'),
  },
  __le__: {
    __ge__: derived(true, 'or equal'),
    __lt__: derived(false, 'and not equal'),
    __gt__: derived(true, 'none'),
  },
  __gt__: {
    __lt__: derived(true, 'and not equal'),
    __ge__: derived(false, 'or equal'),
    __le__: derived(true, 'none'),
  },
  __ge__: {
    __le__: derived(true, 'or equal'),
    __gt__: derived(false, 'and not equal'),
    __lt__: derived(true, 'none'),
  },
};

function derive(
  rt: Runtime,
  root: Ordering,
  { negated, equality }: Derivation,
  self: Value,
  other: Value,
): Value {
  const result = callSpecial(rt, typeOf(self).lookup(root) as Value, self, other);
  if (result === NotImplemented) return result;
  const outcome = negated ? !truth(rt, result) : result;
  if (equality === 'none') return outcome;
  // Python's `and` and `or`: the second operand is the result when the first does not decide.
  if (truth(rt, outcome) === (equality === 'or equal')) return outcome;
  return richCompare(rt, equality === 'or equal' ? '==' : '!=', self, other);
}

function totalOrdering(rt: Runtime, cls: Value): Value {
  if (!(cls instanceof PyClass)) return rt.unsupported('total_ordering of something else than a class');
  const has = (name: string): boolean => cls.lookup(name) !== objectClass.attrs.get(name);
  const root = (Object.keys(DERIVATIONS) as Ordering[]).find(has);
  if (root === undefined) return valueError('must define at least one ordering operation: < > <= >=');
  for (const [name, derivation] of Object.entries(DERIVATIONS[root]))
    if (!has(name))
      addMethod(cls, `${name}(self, other)`, (runtime: Runtime, self: Value, other: Value) =>
        derive(runtime, root, derivation, self, other),
      );
  return cls;
}

/** Declares the functions in the module. */
export function declareWrappers(module: ModuleBuilder): void {
  module.function('update_wrapper(wrapper, wrapped, assigned?, updated?)', updateWrapper, 'python');
  module.function(
    'wraps(wrapped, assigned?, updated?)',
    (_rt: Runtime, wrapped: Value, assigned: Value | undefined, updated: Value | undefined) =>
      makeNative('update_wrapper(wrapper)', (rt: Runtime, wrapper: Value) =>
        updateWrapper(rt, wrapper, wrapped, assigned, updated),
      ),
    'python',
  );
  module.function('total_ordering(cls)', totalOrdering, 'python');
}
