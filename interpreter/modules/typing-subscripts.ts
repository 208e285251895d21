// `typing.X[…]`: how many parameters each generic name takes, and what becomes of them. They are not looked at further.
// https://docs.python.org/3.11/library/typing.html
import { argumentsOf, originOf } from '../builtins/generic-types.ts';
import type { Runtime } from '../runtime.ts';
import { Ellipsis } from '../values/singletons.ts';
import { typeError } from '../values/errors.ts';
import { PyGenericAlias, PyTypingForm, PyUnionType, typingUnion } from '../values/generic-alias.ts';
import { hashKey } from '../values/hash-key.ts';
import { PyList } from '../values/list.ts';
import type { Value } from '../values/objects.ts';
import { repr } from '../values/repr.ts';
import { PyTuple } from '../values/tuple.ts';

/** How many parameters the generic names take that do not take one. */
const PARAMETERS: ReadonlyMap<string, number> = new Map([
  ...[
    'AsyncGenerator',
    'ChainMap',
    'DefaultDict',
    'Dict',
    'ItemsView',
    'Mapping',
    'MutableMapping',
    'OrderedDict',
  ].map((name) => [name, 2] as const),
  ...['Coroutine', 'Generator'].map((name) => [name, 3] as const),
  ...['ByteString', 'Hashable', 'Sized'].map((name) => [name, 0] as const),
]);

/** Names that take one type, and how that is said. */
const SINGLE: ReadonlyMap<string, string> = new Map([
  ['Optional', 'requires a single type'],
  ...['ClassVar', 'Final', 'Required', 'NotRequired', 'TypeGuard'].map(
    (name) => [name, 'accepts only single type'] as const,
  ),
]);

/** `form[given]`. @throws PyRaise TypeError for parameters that CPython does not take */
export function subscripted(rt: Runtime, form: PyTypingForm, given: Value): Value {
  const args = given instanceof PyTuple ? given.items : [given];
  const { name } = form;
  if (name === 'Any') typeError("type 'Any' is not subscriptable");
  if (form.mark !== null) typeError(`${repr(rt, form)} is not a generic class`);
  const single = SINGLE.get(name);
  if (single !== undefined && given instanceof PyTuple)
    typeError(`${repr(rt, form)} ${single}. Got ${[...repr(rt, given)].slice(0, 100).join('')}.`);
  if (name === 'Optional' || name === 'Union') {
    if (args.length === 0) typeError('Cannot take a Union of no types.');
    // members are told apart by their hashes
    for (const arg of args) hashKey(rt, arg);
    return typingUnion(name === 'Optional' ? [...args, null] : args);
  }
  if (name === 'Callable') return callable(form, given);
  if (form.runtimeClass !== null && name !== 'Tuple') checkCount(rt, form, args.length);
  return new PyGenericAlias(form, args);
}

function checkCount(rt: Runtime, form: PyTypingForm, given: number): void {
  const expected = PARAMETERS.get(form.name) ?? 1;
  if (expected === 0) typeError(`${repr(rt, form)} is not a generic class`);
  if (given === expected) return;
  const how = given < expected ? 'few' : 'many';
  typeError(`Too ${how} arguments for ${repr(rt, form)}; actual ${given}, expected ${expected}`);
}

/** A single parameter may stand without its list. */
function callable(form: PyTypingForm, given: Value): Value {
  if (!(given instanceof PyTuple) || given.items.length !== 2)
    return typeError('Callable must be used as Callable[[arg, ...], result].');
  const [params, result] = given.items;
  const isListed = params instanceof PyList || params instanceof PyTypingForm || params === Ellipsis;
  return new PyGenericAlias(form, [isListed ? params : new PyList([params]), result]);
}

/** `typing.get_origin(tp)`. */
export function getOrigin(_rt: Runtime, type: Value): Value {
  if (type instanceof PyUnionType) return type.cls;
  return type instanceof PyGenericAlias ? originOf(type) : null;
}

/** `typing.get_args(tp)`. */
export function getArgs(rt: Runtime, type: Value): Value {
  if (type instanceof PyUnionType) return new PyTuple([...type.members]);
  if (!(type instanceof PyGenericAlias)) return new PyTuple([]);
  return new PyTuple(argumentsOf(rt, type));
}
