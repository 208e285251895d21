// How values are shown in words and views: as CPython's repr does, but without running any of the program's code
// and without addresses, so that it works on a trace long after the run. Instances show their attributes.
import { PyBoundMethod, PyBuiltin } from '../builtins/builtin.ts';
import type { Keywords, Runtime } from '../runtime.ts';
import { setClass } from './builtin-classes.ts';
import { PyClass, PyException, PyInstance } from './class.ts';
import { PyContainer } from './container.ts';
import { PyDict } from './dict.ts';
import { floatRepr } from './float.ts';
import { PyCell, PyFunction, PyGenerator } from './function.ts';
import { intDisplay } from './int-text.ts';
import { PyIterator } from './iterator.ts';
import { PyLibraryValue } from './library-value.ts';
import { PyList } from './list.ts';
import { PyModule } from './module.ts';
import { nativeRepr } from './native-repr.ts';
import { type HeapObject, PyFloat, type Value } from './objects.ts';
import { repr } from './repr.ts';
import { PySet } from './set.ts';
import { strRepr } from './str-repr.ts';
import { PyTuple } from './tuple.ts';

/** Objects being shown: one met again inside itself is shown as three dots. */
const active = new Set<HeapObject>();

/** The text of a value. Never runs code of the program; cycles are cut as CPython cuts them. */
export function display(value: Value): string {
  switch (typeof value) {
    case 'number':
      return String(value);
    case 'bigint':
      return intDisplay(value);
    case 'boolean':
      return value ? 'True' : 'False';
    case 'string':
      return strRepr(value);
    case 'object':
      if (value === null) return 'None';
      if (value instanceof PyFloat) return floatRepr(value.value);
      return displayObject(value);
  }
}

/** Objects inside one another beyond this many are cut like cycles: a linked list can be deeper than our stack. */
const DEEPEST = 60;

/**
 * Objects in one text, from which on those that come again are counted, and how many of these there may be: `xs = [xs, xs]`
 * forty times over has a text that nothing could hold.
 */
const MANY = 10_000;
let objects = 0;
let again = 0;
const met = new Set<HeapObject>();

/** Whether the text has been shown the same objects so often that it is cut. */
function isEndless(value: HeapObject): boolean {
  if (active.size === 0) {
    objects = 0;
    if (met.size > 0) met.clear();
    again = 0;
  }
  if (++objects <= MANY) return false;
  if (met.has(value)) return ++again > MANY;
  met.add(value);
  return false;
}

function displayObject(value: HeapObject): string {
  if (active.has(value) || active.size >= DEEPEST || isEndless(value))
    return value instanceof PyList ? '[...]' : value instanceof PyDict ? '{...}' : '(...)';
  active.add(value);
  try {
    if (value instanceof PyList && isPlain(value)) return `[${value.items.map(display).join(', ')}]`;
    if (value instanceof PyTuple && isPlain(value))
      return `(${value.items.map(display).join(', ')}${value.items.length === 1 ? ',' : ''})`;
    if (value instanceof PyDict && isPlain(value)) return `{${displayEntries(value)}}`;
    if (value instanceof PySet && isPlain(value)) return displaySet(value);
    if (value instanceof PyException) return `${value.cls.name}(${value.args.map(display).join(', ')})`;
    return displayOther(value);
  } finally {
    active.delete(value);
  }
}

/** Whether a container has no repr of its own (`namedtuple`, `Counter` and the like have). */
function isPlain(value: PyContainer): boolean {
  return value.cls.builtin && value.cls.module === 'builtins';
}

function displayEntries(dict: PyDict): string {
  return dict
    .entries()
    .map(([key, item]) => `${display(key)}: ${display(item)}`)
    .join(', ');
}

function displaySet(set: PySet): string {
  if (set.size === 0) return `${set.cls.name}()`;
  const braced = `{${set.contents().map(display).join(', ')}}`;
  return set.cls === setClass ? braced : `${set.cls.name}(${braced})`;
}

function displayOther(value: HeapObject): string {
  const native = nativeDisplay(value);
  if (native !== null) return native;
  if (value instanceof PyFunction) return `<function ${nameOf(value)}>`;
  // its repr would show an address
  if (value instanceof PyBuiltin && value.written) return `<function ${value.name}>`;
  if (value instanceof PyBoundMethod)
    return `<method ${value.func instanceof PyFunction ? value.func.code.name : value.func instanceof PyBuiltin ? value.func.name : 'call'}>`;
  if (value instanceof PyGenerator) return `<generator ${value.func.code.name}>`;
  if (value instanceof PyIterator) return `<${value.cls.name}>`;
  if (value instanceof PyModule) return `<module ${value.name}>`;
  if (value instanceof PyCell)
    return value.value === undefined ? '<cell empty>' : `<cell ${display(value.value)}>`;
  // A class of a library says of which, as in CPython; the module of the program's own goes without saying.
  if (value instanceof PyClass && !value.builtin)
    return `<class ${strRepr(value.id < 0 ? `${value.module}.${value.name}` : value.name)}>`;
  if (value instanceof PyInstance && value.cls.builtin) return `<${value.cls.name}>`;
  if (value instanceof PyInstance || value instanceof PyContainer) return displayInstance(value);
  try {
    if (value instanceof PyLibraryValue) return repr(quietRuntime, value);
    return nativeRepr(quietRuntime, value);
  } catch {
    return `<${value.cls.name}>`;
  }
}

/** The name it was given, `update_wrapper` gives another. */
function nameOf(func: PyFunction): string {
  const given = func.attrs?.get('__name__');
  return typeof given === 'string' ? given : func.code.name;
}

/** What a `__repr__` of ours says (Counter, deque, namedtuple, dataclass …); null when the object has none. */
function nativeDisplay(value: HeapObject): string | null {
  if (value instanceof PyIterator || value instanceof PyClass) return null;
  const own = value.cls.lookup('__repr__');
  if (!(own instanceof PyBuiltin) || own.owner === 'object') return null;
  try {
    const text = own.impl(quietRuntime, [value], null);
    return typeof text === 'string' ? text : null;
  } catch {
    return null; // it shows an address, or needs what only the running program has
  }
}

/**
 * What a class of a Primer library says of its objects: `__display__`, a text in which `{cls}` stands for the class's
 * name, `{name}` for the attribute as it is displayed, `{name!s}` for its text. Null for all other objects.
 */
function libraryDisplay(value: PyInstance | PyContainer): string | null {
  const { attrs, cls } = value;
  const template = cls.lookup('__display__');
  if (typeof template !== 'string' || attrs === null) return null;
  return template.replaceAll(/\{(\w+)(!s)?\}/g, (_all, name: string, plain: string | undefined) => {
    if (name === 'cls') return cls.name;
    const part = attrs.get(name);
    return part === undefined ? '...' : typeof part === 'string' && plain === '!s' ? part : display(part);
  });
}

function displayInstance(value: PyInstance | PyContainer): string {
  const library = libraryDisplay(value);
  if (library !== null) return library;
  // an object built on a container shows what it contains
  const inner =
    value instanceof PyDict
      ? [`{${displayEntries(value)}}`]
      : value instanceof PySet
        ? [displaySet(value)]
        : value instanceof PyList || value instanceof PyTuple
          ? [`[${value.items.map(display).join(', ')}]`]
          : [];
  const attrs = [...(value.attrs ?? [])].map(([name, item]) => `${name}=${display(item)}`);
  return `${value.cls.name}(${[...inner, ...attrs].join(', ')})`;
}

/** A runtime for native reprs: user code is not run but shown, and nothing is counted. */
const quietRuntime: Runtime = {
  get root(): Runtime {
    return quietRuntime;
  },
  call(callee: Value, args: readonly Value[], keywords: Keywords = null): Value {
    if (callee instanceof PyBuiltin) return callee.impl(quietRuntime, args, keywords);
    if (callee instanceof PyBoundMethod) {
      if (callee.func instanceof PyBuiltin)
        return callee.func.impl(quietRuntime, [callee.self, ...args], keywords);
      return display(callee.self);
    }
    return args.length > 0 ? display(args[0]) : '...';
  },
  write: () => undefined,
  readLine: () => undefined,
  charge: () => undefined,
  programGlobals: () => [],
  callerLocals: () => null,
  evaluate: () => null,
  execute: (_text, names) => ({ value: undefined, names }),
  importModule: () => null,
  observeSetOrder: () => undefined,
  observeChance: () => 0,
  hashOrder: 0,
  nameless: (object) => (active.has(object) ? `<${object.cls.name}>` : display(object)),
  unsupported(construct: string): never {
    throw new Error(construct);
  },
};
