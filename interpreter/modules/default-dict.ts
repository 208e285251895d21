// `collections.defaultdict`. https://docs.python.org/3.11/library/collections.html#collections.defaultdict
import { constructor, method, nativeProperty } from '../builtins/declare.ts';
import { fillDict } from '../builtins/dict-methods.ts';
import { updateDict } from '../builtins/dict-update.ts';
import { isCallable } from '../builtins/functions-objects.ts';
import { declareGeneric } from '../builtins/generic-types.ts';
import type { Keywords, Runtime } from '../runtime.ts';
import { dictClass } from '../values/builtin-classes.ts';
import type { PyClass } from '../values/class.ts';
import { PyDict } from '../values/dict.ts';
import { keyError, typeError } from '../values/errors.ts';
import { guardRepr, nativeRepr } from '../values/native-repr.ts';
import { HeapObject, type Value } from '../values/objects.ts';
import { repr } from '../values/repr.ts';
import { NotImplemented } from '../values/singletons.ts';
import { libraryClass } from './define.ts';

export const defaultdictClass = libraryClass('collections', 'defaultdict', { base: dictClass });

/** A dict that makes the value of a missing key. */
export class PyDefaultDict extends PyDict {
  /** What is called for it; None for KeyError. */
  factory: Value;

  constructor(factory: Value, cls: PyClass = defaultdictClass) {
    super(cls);
    this.factory = factory;
  }
}

function takeFactory(args: readonly Value[]): Value {
  const factory = args.length > 0 ? args[0] : null;
  if (factory !== null && !isCallable(factory)) typeError('first argument must be callable or None');
  if (args.length > 2) typeError(`dict expected at most 1 argument, got ${args.length - 1}`);
  return factory;
}

constructor(
  defaultdictClass,
  'defaultdict(*args, **kwargs)',
  (rt: Runtime, cls: PyClass, args: readonly Value[], keywords: Keywords) => {
    if (cls !== defaultdictClass) return new PyDefaultDict(null, cls);
    const dict = new PyDefaultDict(takeFactory(args));
    fillDict(rt, dict, args[1], keywords);
    return dict;
  },
);
method(
  defaultdictClass,
  '__init__(*args, **kwargs)',
  (rt: Runtime, self: PyDefaultDict, args: readonly Value[], keywords: Keywords) => {
    self.factory = takeFactory(args);
    fillDict(rt, self, args[1], keywords);
    return null;
  },
);
declareGeneric(defaultdictClass);

method(defaultdictClass, '__missing__(key, /)', (rt: Runtime, self: PyDefaultDict, key: Value) => {
  if (self.factory === null) return keyError(key);
  const value = rt.call(self.factory, []);
  self.set(rt, key, value);
  return value;
});

function copy(rt: Runtime, self: PyDefaultDict): PyDefaultDict {
  rt.charge(self.size);
  const made = new PyDefaultDict(self.factory, self.cls);
  self.copyInto(made);
  return made;
}
method(defaultdictClass, 'copy()', copy);
method(defaultdictClass, '__copy__()', copy);

method(defaultdictClass, '__or__(value, /)', (rt: Runtime, self: PyDefaultDict, value: Value) => {
  if (!(value instanceof PyDict)) return NotImplemented;
  const merged = copy(rt, self);
  updateDict(rt, merged, value);
  return merged;
});
method(defaultdictClass, '__ror__(value, /)', (rt: Runtime, self: PyDefaultDict, value: Value) => {
  if (!(value instanceof PyDict)) return NotImplemented;
  const merged = new PyDefaultDict(self.factory, self.cls);
  updateDict(rt, merged, value);
  updateDict(rt, merged, self);
  return merged;
});

method(defaultdictClass, '__repr__()', (rt: Runtime, self: PyDefaultDict) => {
  const items = nativeRepr(rt, self);
  const { factory } = self;
  // The factory, not the dict, is what CPython looks out for here: it could hold the dict itself.
  const shown =
    factory instanceof HeapObject ? guardRepr(factory, '...', () => repr(rt, factory)) : repr(rt, factory);
  return `${self.cls.name}(${shown}, ${items})`;
});

nativeProperty(
  defaultdictClass,
  'default_factory',
  (_rt, self: PyDefaultDict) => self.factory,
  (_rt, self: PyDefaultDict, value: Value) => {
    self.factory = value;
  },
);
