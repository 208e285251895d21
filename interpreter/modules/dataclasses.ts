// Module dataclasses. https://docs.python.org/3.11/library/dataclasses.html
import { PyBuiltin } from '../builtins/builtin.ts';
import { bindPythonArguments } from '../builtins/python-arguments.ts';
import type { Signature } from '../builtins/signature.ts';
import { markOutside } from '../outside.ts';
import type { Keywords, Runtime } from '../runtime.ts';
import { getAttr, removeAttr, setAttr, storeAttr } from '../values/attributes.ts';
import { exceptionClasses } from '../values/builtin-classes.ts';
import { PyClass, PyException, PyInstance, PyRaise } from '../values/class.ts';
import { RICH_COMPARISON, richCompare, type RichOperator } from '../values/compare.ts';
import { PyNativeProperty } from '../values/descriptors.ts';
import { PyDict } from '../values/dict.ts';
import { raise, typeError, valueError } from '../values/errors.ts';
import { hash } from '../values/hash.ts';
import { instantiate } from '../values/instantiate.ts';
import { PyList } from '../values/list.ts';
import { guardRepr } from '../values/native-repr.ts';
import type { HeapObject } from '../values/objects.ts';
import { type Value } from '../values/objects.ts';
import { repr } from '../values/repr.ts';
import { NotImplemented } from '../values/singletons.ts';
import { strRepr } from '../values/str-repr.ts';
import { truth } from '../values/truth.ts';
import { PyTuple } from '../values/tuple.ts';
import { typeOf } from '../values/type-of.ts';
import { copy } from './copy.ts';
import type { PyField } from './dataclass-fields.ts';
import { fieldsOf, gatherFields, initVarClass, KW_ONLY, makeField, MISSING } from './dataclass-fields.ts';
import { defineModule, libraryClass } from './define.ts';
import { addMethod, makeNative } from './native-function.ts';

const frozenErrorClass = libraryClass('dataclasses', 'FrozenInstanceError', {
  base: exceptionClasses.AttributeError,
  written: true,
});
frozenErrorClass.hasDict = true;

interface Options {
  readonly init: boolean;
  readonly repr: boolean;
  readonly eq: boolean;
  readonly order: boolean;
  readonly unsafeHash: boolean;
  readonly frozen: boolean;
  readonly matchArgs: boolean;
  readonly kwOnly: boolean;
  readonly slots: boolean;
}

// ---- the generated methods -----------------------------------------------------------------------

/** The parameters of `__init__`: positional fields, then those given by name only. */
function initSignature(fields: readonly PyField[]): Signature {
  const positional = fields.filter((field) => field.kwOnly !== true);
  const required = positional.findIndex((field) => field.hasDefault);
  const late = positional
    .slice(required < 0 ? positional.length : required)
    .find((field) => !field.hasDefault);
  if (late !== undefined) typeError(`non-default argument '${late.name}' follows default argument`);
  const params = [...positional, ...fields.filter((field) => field.kwOnly === true)];
  return {
    name: '__init__',
    params: params.map((field) => ({
      name: field.name,
      required: !field.hasDefault,
      fallback: field.default === MISSING ? undefined : field.default,
    })),
    positionalOnly: 0,
    positional: positional.length,
    variadic: false,
    keywordRest: false,
    style: 'python',
  };
}

function addInit(cls: PyClass, fields: readonly PyField[], frozen: boolean): void {
  const signature = initSignature(fields.filter((field) => field.init));
  const store = frozen ? storeAttr : setAttr;
  const impl: PyBuiltin['impl'] = (rt, args, keywords) => {
    const [self, ...given] = args;
    const bound = bindPythonArguments(signature, `${cls.name}.__init__`, 1, given, keywords);
    const values = new Map(signature.params.map((param, i) => [param.name, bound[i] as Value | undefined]));
    const handedOn: Value[] = [];
    for (const field of fields) {
      let value = values.get(field.name);
      if (value === undefined && field.factory !== MISSING) value = rt.call(field.factory, []);
      if (value === undefined) continue;
      if (field.kind === 'init-only') handedOn.push(value);
      else store(rt, self, field.name, value);
    }
    if (cls.lookup('__post_init__') !== undefined) rt.call(getAttr(rt, self, '__post_init__'), handedOn);
    return null;
  };
  cls.setAttr('__init__', new PyBuiltin('__init__', cls.name, impl, cls.module, true));
}

function addRepr(cls: PyClass, fields: readonly PyField[]): void {
  const shown = fields.filter((field) => field.repr);
  addMethod(cls, '__repr__(self)', (rt: Runtime, self: HeapObject) =>
    guardRepr(self, '...', () => {
      const parts = shown.map((field) => `${field.name}=${repr(rt, getAttr(rt, self, field.name))}`);
      return `${self.cls.qualname}(${parts.join(', ')})`;
    }),
  );
}

const tupleOf = (rt: Runtime, self: Value, fields: readonly PyField[]): PyTuple =>
  new PyTuple(fields.map((field) => getAttr(rt, self, field.name)));

function addComparison(cls: PyClass, op: RichOperator, fields: readonly PyField[]): void {
  const compared = fields.filter((field) => field.compare);
  addMethod(cls, `${RICH_COMPARISON[op].method}(self, other)`, (rt: Runtime, self: Value, other: Value) =>
    typeOf(self) === typeOf(other)
      ? richCompare(rt, op, tupleOf(rt, self, compared), tupleOf(rt, other, compared))
      : NotImplemented,
  );
}

function addFrozen(cls: PyClass, fields: readonly PyField[], slots: boolean): void {
  const names = new Set(fields.map((field) => field.name));
  const refuse = (self: Value, name: string, verb: string): void => {
    // With slots, CPython's methods know the class before it was made anew, and it is no class of the object.
    if (slots && !names.has(name)) typeError('super(type, obj): obj must be an instance or subtype of type');
    if (typeOf(self) !== cls && !names.has(name)) return;
    throw new PyRaise(new PyException(frozenErrorClass, [`cannot ${verb} field ${strRepr(name)}`]));
  };
  addMethod(cls, '__setattr__(self, name, value)', (rt: Runtime, self: Value, name: string, value: Value) => {
    refuse(self, name, 'assign to');
    storeAttr(rt, self, name, value);
    return null;
  });
  addMethod(cls, '__delattr__(self, name)', (rt: Runtime, self: Value, name: string) => {
    refuse(self, name, 'delete');
    removeAttr(rt, self, name);
    return null;
  });
}

/** What becomes of `__hash__`, by the table in CPython's dataclasses.py. */
function applyHash(cls: PyClass, fields: readonly PyField[], options: Options, explicit: boolean): void {
  const { unsafeHash, eq, frozen } = options;
  if (unsafeHash && explicit) typeError(`Cannot overwrite attribute __hash__ in class ${cls.name}`);
  if (explicit || (!unsafeHash && !eq)) return;
  if (!unsafeHash && !frozen) {
    cls.setAttr('__hash__', null);
    return;
  }
  const hashed = fields.filter((field) => field.hash ?? field.compare);
  addMethod(cls, '__hash__(self)', (rt: Runtime, self: Value) => hash(rt, tupleOf(rt, self, hashed)));
}

// ---- the decorator -------------------------------------------------------------------------------

function checkFrozenBases(cls: PyClass, frozen: boolean): void {
  const bases = cls.mro.slice(1).flatMap((base) => frozenClasses.get(base) ?? []);
  if (bases.includes(true) && !frozen) typeError('cannot inherit non-frozen dataclass from a frozen one');
  if (bases.length > 0 && !bases.includes(true) && frozen)
    typeError('cannot inherit frozen dataclass from a non-frozen one');
}

/** Whether each dataclass is frozen. */
const frozenClasses = new WeakMap<PyClass, boolean>();

function process(rt: Runtime, cls: Value, options: Options): Value {
  if (!(cls instanceof PyClass)) return rt.unsupported('dataclass of something else than a class');
  const classHash = cls.attrs.get('__hash__');
  const explicitHash = classHash !== undefined && !(classHash === null && cls.attrs.has('__eq__'));
  checkFrozenBases(cls, options.frozen);
  frozenClasses.set(cls, options.frozen);
  const all = gatherFields(rt, cls, options.kwOnly);
  const fields = all.filter((field) => field.kind === 'field');
  if (options.order && !options.eq) valueError('eq must be true if order is true');
  if (options.init) addInit(cls, all, options.frozen);
  if (options.repr && !cls.attrs.has('__repr__')) addRepr(cls, fields);
  if (options.eq && !cls.attrs.has('__eq__')) addComparison(cls, '==', fields);
  if (options.order)
    for (const op of ['<', '<=', '>', '>='] as const) {
      const { method } = RICH_COMPARISON[op];
      if (cls.attrs.has(method))
        typeError(
          `Cannot overwrite attribute ${method} in class ${cls.name}. Consider using functools.total_ordering`,
        );
      addComparison(cls, op, fields);
    }
  if (options.frozen) {
    for (const name of ['__setattr__', '__delattr__'])
      if (cls.attrs.has(name)) typeError(`Cannot overwrite attribute ${name} in class ${cls.name}`);
    addFrozen(cls, fields, options.slots);
  }
  applyHash(cls, fields, options, explicitHash);
  if (options.matchArgs && !cls.attrs.has('__match_args__')) {
    const positional = all.filter((field) => field.init && field.kwOnly !== true);
    cls.setAttr('__match_args__', new PyTuple(positional.map((field) => field.name)));
  }
  // CPython writes the signature there.
  if ((cls.attrs.get('__doc__') ?? null) === null)
    cls.setAttr(
      '__doc__',
      new PyNativeProperty('__doc__', cls.name, (r) => r.unsupported('the docstring of a dataclass')),
    );
  if (options.slots) useSlots(cls, fields);
  cls.setAttr(
    '__dataclass_params__',
    markOutside(
      new PyNativeProperty('__dataclass_params__', cls.name, (r) => r.unsupported('__dataclass_params__')),
    ),
  );
  return cls;
}

function useSlots(cls: PyClass, fields: readonly PyField[]): void {
  if (cls.attrs.has('__slots__')) typeError(`${cls.name} already specifies __slots__`);
  const inherited = new Set(cls.mro.slice(1).flatMap((base) => [...(base.slots ?? [])]));
  const own = fields.map((field) => field.name).filter((name) => !inherited.has(name));
  cls.setAttr('__slots__', new PyTuple(own));
  cls.hasDict = cls.mro.slice(1).some((base) => base.hasDict);
  cls.slots = new Set([...fields.map((field) => field.name), ...inherited]);
  for (const field of fields) cls.deleteAttr(field.name);
}

// ---- functions on dataclasses --------------------------------------------------------------------

const isDataclassInstance = (value: Value): value is PyInstance =>
  value instanceof PyInstance && fieldsOf(value.cls) !== undefined;

const realFields = (cls: PyClass): PyField[] | undefined =>
  fieldsOf(cls)?.filter((field) => field.kind === 'field');

/** `asdict` or `astuple`: converts dataclasses inside containers too, and copies the rest. */
function convert(rt: Runtime, value: Value, make: (fields: [string, Value][]) => Value): Value {
  rt.charge(1);
  const inner = (part: Value): Value => convert(rt, part, make);
  if (isDataclassInstance(value)) {
    const fields = realFields(value.cls) as PyField[];
    return make(fields.map((field) => [field.name, inner(getAttr(rt, value, field.name))]));
  }
  if (value instanceof PyTuple && value.cls.lookup('_fields') !== undefined)
    return instantiate(rt, value.cls, value.items.map(inner), null);
  if (value instanceof PyTuple || value instanceof PyList)
    return instantiate(rt, value.cls, [new PyList(value.items.map(inner))], null);
  if (value instanceof PyDict) {
    const entries = value.entries().map(([key, item]) => new PyTuple([inner(key), inner(item)]));
    if (value.cls.lookup('default_factory') !== undefined) rt.unsupported('asdict of a defaultdict');
    return instantiate(rt, value.cls, [new PyList(entries)], null);
  }
  return rt.call(copy.attrs.get('deepcopy') as Value, [value]);
}

function replace(rt: Runtime, object: Value, keywords: Keywords): Value {
  if (!isDataclassInstance(object)) return typeError('replace() should be called on dataclass instances');
  const changes = new Map(keywords);
  for (const field of fieldsOf(object.cls) as PyField[]) {
    if (!field.init) {
      if (changes.has(field.name))
        valueError(`field ${field.name} is declared with init=False, it cannot be specified with replace()`);
      continue;
    }
    if (changes.has(field.name)) continue;
    if (field.kind === 'init-only' && field.default === MISSING)
      raise('ValueError', `InitVar '${field.name}' must be specified with replace()`);
    changes.set(field.name, getAttr(rt, object, field.name));
  }
  return instantiate(rt, object.cls, [], changes);
}

export const dataclasses = defineModule('dataclasses', (module) => {
  module.function(
    'dataclass(cls=None, /, *, init=True, repr=True, eq=True, order=False, unsafe_hash=False, frozen=False, match_args=True, kw_only=False, slots=False, weakref_slot=False)',
    (rt: Runtime, cls: Value, ...flags: readonly Value[]) => {
      const [init, shown, eq, order, unsafeHash, frozen, matchArgs, kwOnly, slots] = flags.map((flag) =>
        truth(rt, flag),
      );
      const options = { init, repr: shown, eq, order, unsafeHash, frozen, matchArgs, kwOnly, slots };
      if (cls !== null) return process(rt, cls, options);
      return makeNative('wrap(cls)', (runtime: Runtime, decorated: Value) =>
        process(runtime, decorated, options),
      );
    },
    'python',
  );
  const fieldFunction = makeNative(
    'field(*, default?, default_factory?, init=True, repr=True, hash=None, compare=True, metadata=None, kw_only?)',
    (
      rt: Runtime,
      given: Value = MISSING,
      factory: Value = MISSING,
      init: Value,
      shown: Value,
      hashed: Value,
      compare: Value,
      metadata: Value,
      kwOnly: Value = MISSING,
    ) => makeField(rt, given, factory, init, shown, hashed, compare, metadata, kwOnly),
  );
  module.value('field', fieldFunction);
  module.value('MISSING', MISSING);
  module.value('KW_ONLY', KW_ONLY);
  module.classes(frozenErrorClass, initVarClass);

  module.function(
    'fields(class_or_instance)',
    (_rt: Runtime, given: Value) => {
      const found = realFields(given instanceof PyClass ? given : typeOf(given));
      return found === undefined
        ? typeError('must be called with a dataclass type or instance')
        : new PyTuple(found);
    },
    'python',
  );
  module.function(
    'is_dataclass(obj)',
    (_rt: Runtime, given: Value) => fieldsOf(given instanceof PyClass ? given : typeOf(given)) !== undefined,
    'python',
  );
  module.function(
    'asdict(obj, *, dict_factory=None)',
    (rt: Runtime, object: Value, factory: Value) => {
      if (!isDataclassInstance(object)) typeError('asdict() should be called on dataclass instances');
      return convert(rt, object, (fields) =>
        factory === null
          ? PyDict.ofStrings(fields)
          : rt.call(factory, [new PyList(fields.map((entry) => new PyTuple(entry)))]),
      );
    },
    'python',
  );
  module.function(
    'astuple(obj, *, tuple_factory=None)',
    (rt: Runtime, object: Value, factory: Value) => {
      if (!isDataclassInstance(object)) typeError('astuple() should be called on dataclass instances');
      return convert(rt, object, (fields) => {
        const values = fields.map(([, value]) => value);
        return factory === null ? new PyTuple(values) : rt.call(factory, [new PyList(values)]);
      });
    },
    'python',
  );
  module.function('replace(obj, /, **changes)', replace, 'python');
  module.outside('make_dataclass');
});
