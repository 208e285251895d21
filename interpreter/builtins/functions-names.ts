// `eval`, `globals`, `locals`, and `vars` without an argument: what a program can ask about its own variables.
// https://docs.python.org/3.11/library/functions.html#globals
import type { Runtime } from '../runtime.ts';
import { dictClass } from '../values/builtin-classes.ts';
import { PyClass } from '../values/class.ts';
import { PyDict } from '../values/dict.ts';
import { keyError, typeError } from '../values/errors.ts';
import { HeapObject, type Value } from '../values/objects.ts';
import { registerClass, typeName } from '../values/type-of.ts';
import { unbox } from '../values/boxed.ts';
import { method } from './declare.ts';
// Before the class below takes over the names of dict's methods.
import './dict-methods.ts';
import './special-methods.ts';
import { builtinFunction } from './function-registry.ts';

const globalsClass = new PyClass('dict', [dictClass], dictClass.mro, true, 'globals');

/** What `globals()` gives: a dict that is only looked up. */
class PyGlobals extends HeapObject {}
registerClass(PyGlobals, globalsClass);

for (const name of dictClass.attrs.keys())
  method(globalsClass, `${name}(*args, **kwargs)`, (rt: Runtime) =>
    rt.unsupported(`the ${name} of globals()`),
  );

function lookUp(rt: Runtime, key: Value): Value | undefined {
  return rt.programGlobals().find(([name]) => name === key)?.[1];
}

method(globalsClass, '__getitem__(key, /)', (rt: Runtime, _self: PyGlobals, key: Value) => {
  const found = lookUp(rt, key);
  return found === undefined ? keyError(key) : found;
});
method(
  globalsClass,
  '__contains__(key, /)',
  (rt: Runtime, _self: PyGlobals, key: Value) => lookUp(rt, key) !== undefined,
);
method(
  globalsClass,
  'get(key, default=None, /)',
  (rt: Runtime, _self: PyGlobals, key: Value, absent: Value) => {
    const found = lookUp(rt, key);
    return found === undefined ? absent : found;
  },
);

builtinFunction('globals()', () => new PyGlobals());
builtinFunction('locals()', localNames);

/** `locals()`. */
export function localNames(rt: Runtime): Value {
  const locals = rt.callerLocals();
  return locals === null ? new PyGlobals() : PyDict.ofStrings(locals);
}

/** The names in a mapping given to `eval`; null for the program's own. */
function namesIn(rt: Runtime, given: Value, which: string): Map<string, Value> | null {
  if (given === null || given instanceof PyGlobals) return null;
  if (!(given instanceof PyDict)) {
    if (which === 'globals') return typeError('globals must be a dict');
    return rt.unsupported('eval() with a mapping that is no dict');
  }
  return new Map(given.entries().filter((entry): entry is [string, Value] => typeof entry[0] === 'string'));
}

builtinFunction(
  'eval(source, globals=None, locals=None, /)',
  (rt: Runtime, given: Value, globals: Value, locals: Value) => {
    const source = unbox(given);
    if (typeof source !== 'string') return rt.unsupported(`eval() of a value of type '${typeName(given)}'`);
    const outer = namesIn(rt, globals, 'globals');
    const inner =
      namesIn(rt, locals, 'locals') ?? (globals === null && locals === null ? rt.callerLocals() : null);
    const names = new Map([...(outer ?? rt.programGlobals()), ...(inner ?? [])]);
    if (names.has('__builtins__')) return rt.unsupported('eval() with other builtins');
    return rt.evaluate(source, names);
  },
);
