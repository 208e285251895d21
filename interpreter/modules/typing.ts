// Module typing: names that annotations use. They hold what was written and check nothing, as at run time in CPython.
// https://docs.python.org/3.11/library/typing.html
import { outsideAttributes } from '../builtins/outside-attributes.ts';
import { classMethod, constructor, method, nativeProperty } from '../builtins/declare.ts';
import { declareUnion } from '../builtins/generic-types.ts';
import { markOutside } from '../outside.ts';
import type { Keywords, Runtime } from '../runtime.ts';
import * as classes from '../values/builtin-classes.ts';
import { PyClass } from '../values/class.ts';
import { dequeClass } from '../values/deque.ts';
import { PyNativeProperty } from '../values/descriptors.ts';
import { PyDict } from '../values/dict.ts';
import { typeError, valueError } from '../values/errors.ts';
import {
  PyGenericAlias,
  PyNewType,
  PyTypingForm,
  typingFormClass,
  unionForm,
} from '../values/generic-alias.ts';
import { toArray } from '../values/iterate.ts';
import { checkedQualname, plainClass, registerClassMaker, registerGeneric } from '../values/make-class.ts';
import type { Value } from '../values/objects.ts';
import { str } from '../values/repr.ts';
import { truth } from '../values/truth.ts';
import { PyTuple } from '../values/tuple.ts';
import { registerClass, typeOf } from '../values/type-of.ts';
import { abstractClasses } from './abstract-classes.ts';
import { counterClass } from './counter.ts';
import { defaultdictClass } from './default-dict.ts';
import { defineModule, libraryClass } from './define.ts';
import { makeNamedTuple } from './named-tuple.ts';
import { addMethod, makeNative } from './native-function.ts';
import { orderedDictClass } from './ordered-dict.ts';
import { getArgs, getOrigin, subscripted } from './typing-subscripts.ts';

/** Generic names of `typing` and the classes they stand for. */
const GENERIC_FORMS: Readonly<Record<string, PyClass>> = {
  Counter: counterClass,
  DefaultDict: defaultdictClass,
  Deque: dequeClass,
  Dict: classes.dictClass,
  FrozenSet: classes.frozensetClass,
  List: classes.listClass,
  OrderedDict: orderedDictClass,
  Set: classes.setClass,
  Tuple: classes.tupleClass,
  Type: classes.typeClass,
};

/** Names with a meaning to type checkers only. */
const SPECIAL_FORMS = [
  'Annotated',
  'Any',
  'AnyStr',
  'ClassVar',
  'Concatenate',
  'Final',
  'Literal',
  'LiteralString',
  'Match',
  'Never',
  'NoReturn',
  'NotRequired',
  'Optional',
  'Pattern',
  'Required',
  'Self',
  'TypeAlias',
  'TypeGuard',
  'Union',
  'Unpack',
] as const;

// ---- subscripting --------------------------------------------------------------------------------

method(typingFormClass, '__getitem__(parameters, /)', subscripted);
method(typingFormClass, '__call__(*args, **kwargs)', (_rt: Runtime, self: PyTypingForm) =>
  typeError(
    self.runtimeClass === null
      ? `Cannot instantiate typing.${self.name}`
      : `Type ${self.name} cannot be instantiated; use ${self.runtimeClass.name}() instead`,
  ),
);
/** A ParamSpec: the parameters of a function, of which annotations name the two parts. */
class PyParamSpec extends PyTypingForm {
  readonly parts = new Map(
    ['args', 'kwargs'].map((part) => [part, new PyTypingForm(`${this.name}.${part}`, null, '')]),
  );
}
for (const part of ['args', 'kwargs'])
  nativeProperty(typingFormClass, part, (rt, self: PyTypingForm) =>
    self instanceof PyParamSpec ? (self.parts.get(part) ?? null) : rt.unsupported(`the ${part} of a type`),
  );
outsideAttributes(
  typingFormClass,
  '__bound__ __constraints__ __covariant__ __contravariant__ __parameters__ __origin__ __args__',
);
nativeProperty(typingFormClass, '__name__', (_rt, self: PyTypingForm) => self.name);

// ---- classes -------------------------------------------------------------------------------------

export const genericClass = libraryClass('typing', 'Generic', { written: true });
const protocolClass = libraryClass('typing', 'Protocol', { base: genericClass, written: true });
for (const cls of [genericClass, protocolClass])
  classMethod(cls, '__class_getitem__(params, /)', (_rt: Runtime, self: PyClass, given: Value) => {
    const params = given instanceof PyTuple ? given.items : [given];
    if (self === genericClass || self === protocolClass) checkParameters(self, params);
    return new PyGenericAlias(self, params);
  });

/** What `Generic` and `Protocol` want of their parameters. */
function checkParameters({ name }: PyClass, params: readonly Value[]): void {
  if (params.length === 0) typeError(`Parameter list to ${name}[...] cannot be empty`);
  if (!params.every((param) => param instanceof PyTypingForm && param.mark !== null))
    typeError(`Parameters to ${name}[...] must all be type variables or parameter specification variables.`);
  if (new Set(params).size < params.length) typeError(`Parameters to ${name}[...] must all be unique`);
}

registerGeneric({ generic: genericClass, protocol: protocolClass });

/** A protocol is described, not instantiated: the class made right below Protocol refuses to set objects up. */
registerClassMaker(protocolClass, (rt, name, bases, namespace, keywords) => {
  const cls = plainClass(rt, name, bases, namespace, keywords);
  if (bases.includes(protocolClass) && cls.lookup('__init__') === classes.objectClass.attrs.get('__init__'))
    addMethod(
      cls,
      '__init__(self, *args, **kwargs)',
      (_rt: Runtime, self: Value, args: readonly Value[], given: Keywords) => {
        const made = typeOf(self);
        if (made.bases.includes(protocolClass)) typeError('Protocols cannot be instantiated');
        const next = made.mro.slice(made.mro.indexOf(cls) + 1).find((base) => base.attrs.has('__init__'));
        const init = next?.attrs.get('__init__') as Value;
        // As in CPython: from its second object on, a class does without this one.
        made.setAttr('__init__', init);
        return _rt.call(init, [self, ...args], given);
      },
    );
  return cls;
});

const namedTupleBase = libraryClass('typing', 'NamedTuple', { written: true });
classMethod(namedTupleBase, '__init_subclass__()', () => null);

/** Names a class body has that are no attributes of a named tuple. */
const BODY_NAMES = new Set(['__module__', '__qualname__', '__annotations__']);

registerClassMaker(namedTupleBase, (_rt, name, bases, namespace) => {
  if (bases.some((base) => base !== namedTupleBase && base !== genericClass))
    typeError('can only inherit from a NamedTuple type and Generic');
  const annotations = namespace.get('__annotations__');
  const types = annotations instanceof PyDict ? annotations : new PyDict();
  const fields = types.keyList() as string[];
  const defaults: Value[] = [];
  for (const field of fields) {
    const value = namespace.get(field);
    if (value !== undefined) defaults.push(value);
    else if (defaults.length > 0)
      typeError(
        `Non-default namedtuple field ${field} cannot follow default field ${withDefaults(fields, namespace)}`,
      );
  }
  const cls = makeNamedTuple(name, fields, defaults, '__main__');
  // CPython keeps texts as references of its own kind.
  if (types.valueList().every((type) => typeof type !== 'string')) cls.attrs.set('__annotations__', types);
  for (const [key, value] of namespace) {
    if (key === '__qualname__') cls.qualname = checkedQualname(value);
    if (BODY_NAMES.has(key) || fields.includes(key)) continue;
    cls.attrs.set(key, value);
  }
  return cls;
});

function withDefaults(fields: readonly string[], namespace: ReadonlyMap<string, Value>): string {
  const names = fields.filter((field) => namespace.has(field));
  return names.length === 1 ? names[0] : names.join(', ');
}

constructor(
  namedTupleBase,
  'NamedTuple(typename, fields=None, /, **kwargs)',
  (rt: Runtime, _cls: PyClass, name: Value, given: Value) => {
    const pairs = given === null ? [] : toArray(rt, given).map((pair) => toArray(rt, pair));
    const cls = makeNamedTuple(
      str(rt, name),
      pairs.map(([field]) => str(rt, field)),
      [],
      '__main__',
    );
    cls.attrs.set(
      '__annotations__',
      PyDict.ofStrings(pairs.map(([field, type]) => [str(rt, field), type] as const)),
    );
    return cls;
  },
  'python',
);

const typedDictBase = libraryClass('typing', 'TypedDict', { base: classes.dictClass, written: true });

/** A class of plain dicts: what it makes is a dict and nothing more. */
function makeTypedDict(name: string, attrs: ReadonlyMap<string, Value>): PyClass {
  const cls = new PyClass(name, [classes.dictClass], classes.dictClass.mro, false);
  for (const [key, value] of attrs)
    if (key === '__qualname__') cls.qualname = checkedQualname(value);
    else cls.attrs.set(key, value);
  for (const key of ['__total__', '__required_keys__', '__optional_keys__'])
    cls.attrs.set(
      key,
      markOutside(new PyNativeProperty(key, name, (rt) => rt.unsupported(`${key} of a TypedDict`))),
    );
  constructor(
    cls,
    `${name}(*args, **kwargs)`,
    (rt: Runtime, _cls: PyClass, args: readonly Value[], keywords: Keywords) =>
      rt.call(classes.dictClass, args, keywords),
  );
  return cls;
}
registerClassMaker(typedDictBase, (_rt, name, _bases, namespace) => makeTypedDict(name, namespace));
constructor(
  typedDictBase,
  'TypedDict(typename, fields=None, /, **kwargs)',
  (rt: Runtime, _cls: PyClass, name: Value) => makeTypedDict(str(rt, name), new Map()),
  'python',
);

// ---- NewType -------------------------------------------------------------------------------------

const newTypeClass = libraryClass('typing', 'NewType', { written: true });

registerClass(PyNewType, newTypeClass);
constructor(
  newTypeClass,
  'NewType(name, tp)',
  (rt: Runtime, _cls: PyClass, name: Value) => new PyNewType(str(rt, name)),
  'python',
);
method(newTypeClass, '__call__(x, /)', (_rt: Runtime, _self: PyNewType, value: Value) => value);
method(newTypeClass, '__repr__()', (_rt: Runtime, self: PyNewType) => `__main__.${self.name}`);
declareUnion(newTypeClass);
nativeProperty(newTypeClass, '__name__', (_rt, self: PyNewType) => self.name);

// ---- the module ----------------------------------------------------------------------------------

export const typing = defineModule('typing', (module) => {
  for (const name of SPECIAL_FORMS) module.value(name, name === 'Union' ? unionForm : new PyTypingForm(name));
  for (const [name, cls] of Object.entries(GENERIC_FORMS)) module.value(name, new PyTypingForm(name, cls));
  for (const cls of abstractClasses.values())
    module.value(typingName(cls.name), new PyTypingForm(typingName(cls.name), cls));
  module.classes(genericClass, namedTupleBase, newTypeClass, protocolClass, typedDictBase);
  module.value('TYPE_CHECKING', false);
  module.value('Text', classes.strClass);

  for (const kind of ['TypeVar', 'ParamSpec', 'TypeVarTuple'])
    module.function(
      `${kind}(name, *constraints, bound=None, covariant=False, contravariant=False)`,
      (rt: Runtime, given: Value, constraints: Value[], _bound: Value, covariant: Value, contra: Value) => {
        const name = str(rt, given);
        if (kind === 'TypeVarTuple') return new PyTypingForm(name, null, '');
        const [up, down] = [truth(rt, covariant), truth(rt, contra)];
        if (up && down) valueError('Bivariant types are not supported.');
        if (kind === 'ParamSpec') return new PyParamSpec(name, null, up ? '+' : down ? '-' : '~');
        if (constraints.length === 1) typeError('A single constraint is not allowed');
        return new PyTypingForm(name, null, up ? '+' : down ? '-' : '~');
      },
      'python',
    );
  module.function('cast(typ, val)', (_rt: Runtime, _type: Value, value: Value) => value, 'python');
  for (const name of ['no_type_check', 'final', 'runtime_checkable', 'overload'])
    module.function(
      `${name}(arg)`,
      (rt: Runtime, decorated: Value) => decorate(rt, name, decorated),
      'python',
    );
  module.function('assert_type(val, typ, /)', (_rt: Runtime, value: Value) => value, 'python');
  module.function('reveal_type(obj, /)', (rt: Runtime) => rt.unsupported('typing.reveal_type'));
  module.function('get_origin(tp)', getOrigin, 'python');
  module.function('get_args(tp)', getArgs, 'python');
  module.outside('get_overloads', 'get_type_hints', 'is_typeddict');
});

/** The decorators leave what they decorate as it is, but for a mark that nothing here reads. */
function decorate(rt: Runtime, name: string, decorated: Value): Value {
  if (name === 'overload')
    return makeNative('_overload_dummy(*args, **kwds)', () =>
      rt.unsupported('a call of an overloaded signature'),
    );
  return decorated;
}

/** `collections.abc.Set` is `typing.AbstractSet`. */
function typingName(name: string): string {
  return name === 'Set' ? 'AbstractSet' : name;
}
