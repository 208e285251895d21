// `collections.namedtuple` and `typing.NamedTuple`.
// https://docs.python.org/3.11/library/collections.html#collections.namedtuple
import { PyBuiltin } from '../builtins/builtin.ts';
import { bindPythonArguments } from '../builtins/python-arguments.ts';
import type { Signature } from '../builtins/signature.ts';
import type { Keywords, Runtime } from '../runtime.ts';
import { tupleClass } from '../values/builtin-classes.ts';
import { PyClass } from '../values/class.ts';
import { PyClassMethod, PyNativeProperty } from '../values/descriptors.ts';
import { PyDict } from '../values/dict.ts';
import { raise, typeError, valueError } from '../values/errors.ts';
import { toArray } from '../values/iterate.ts';
import { PyList } from '../values/list.ts';
import type { Value } from '../values/objects.ts';
import { repr, str } from '../values/repr.ts';
import { truth } from '../values/truth.ts';
import { PyTuple } from '../values/tuple.ts';
import { isIdentifier, isKeyword } from '../values/identifiers.ts';

/** Adds a method to the class; `impl` gets the receiver among the arguments. */
function addMethod(cls: PyClass, name: string, impl: PyBuiltin['impl']): void {
  cls.attrs.set(name, new PyBuiltin(name, cls.name, impl));
}

/** The parameters of `__new__`: the fields, the last of which may have defaults. */
function fieldSignature(fields: readonly string[], defaults: readonly Value[]): Signature {
  const required = fields.length - defaults.length;
  return {
    name: '__new__',
    params: fields.map((name, i) => ({ name, required: i < required, fallback: defaults[i - required] })),
    positionalOnly: 0,
    positional: fields.length,
    variadic: false,
    keywordRest: false,
    style: 'python',
  };
}

function makeInstance(rt: Runtime, cls: PyClass, fields: readonly string[], iterable: Value): PyTuple {
  const items = toArray(rt, iterable);
  if (items.length !== fields.length) typeError(`Expected ${fields.length} arguments, got ${items.length}`);
  return new PyTuple(items, cls);
}

function replaceFields(rt: Runtime, self: PyTuple, fields: readonly string[], keywords: Keywords): PyTuple {
  const left = new Map(keywords);
  const items = self.items.map((item, i) => {
    const given = left.get(fields[i]);
    left.delete(fields[i]);
    return given === undefined ? item : given;
  });
  if (left.size > 0) valueError(`Got unexpected field names: ${repr(rt, new PyList([...left.keys()]))}`);
  return new PyTuple(items, self.cls);
}

/** Makes the class of a named tuple whose field names are known to be good. */
export function makeNamedTuple(
  name: string,
  fields: readonly string[],
  defaults: readonly Value[],
  module: string,
  builtin = false,
): PyClass {
  const cls = new PyClass(name, [tupleClass], tupleClass.mro, builtin, module);
  cls.hasDict = false;
  const signature = fieldSignature(fields, defaults);
  addMethod(cls, '__new__', (_rt, args, keywords) => {
    const items = bindPythonArguments(signature, `${name}.__new__`, 1, args.slice(1), keywords);
    return new PyTuple(items as Value[], args[0] as PyClass);
  });
  const make = new PyBuiltin('_make', name, (rt, args) =>
    makeInstance(rt, args[0] as PyClass, fields, args[1]),
  );
  cls.attrs.set('_make', new PyClassMethod(make));
  const alone = (method: string, args: readonly Value[]): void => {
    if (args.length > 1)
      typeError(`${name}.${method}() takes 1 positional argument but ${args.length} were given`);
  };
  addMethod(cls, '_replace', (rt, args, keywords) => {
    alone('_replace', args);
    return replaceFields(rt, args[0] as PyTuple, fields, keywords);
  });
  addMethod(cls, '_asdict', (_rt, args) => {
    alone('_asdict', args);
    return PyDict.ofStrings((args[0] as PyTuple).items.map((item, i) => [fields[i], item] as const));
  });
  addMethod(cls, '__repr__', (rt, args) => {
    alone('__repr__', args);
    const self = args[0] as PyTuple;
    rt.charge(fields.length);
    const shown = fields.map((field, i) => `${field}=${repr(rt, self.items[i])}`);
    return `${self.cls.name}(${shown.join(', ')})`;
  });
  fields.forEach((field, i) => {
    cls.attrs.set(
      field,
      new PyNativeProperty(
        field,
        name,
        (_rt, self) => (self as PyTuple).items[i],
        () => raise('AttributeError', "can't set attribute"),
      ),
    );
  });
  cls.attrs.set('_fields', new PyTuple([...fields]));
  cls.attrs.set('__match_args__', new PyTuple([...fields]));
  const required = fields.length - defaults.length;
  cls.attrs.set(
    '_field_defaults',
    PyDict.ofStrings(defaults.map((value, i) => [fields[required + i], value] as const)),
  );
  cls.attrs.set('__doc__', `${name}(${fields.join(', ')})`);
  cls.attrs.set('__slots__', new PyTuple([]));
  return cls;
}

/** Field names as `namedtuple` takes them: a text with spaces or commas, or an iterable. */
function fieldNames(rt: Runtime, given: Value): string[] {
  if (typeof given === 'string') return given.replaceAll(',', ' ').split(/\s+/).filter(Boolean);
  return toArray(rt, given).map((name) => str(rt, name));
}

/** Replaces names that cannot be field names by their position. */
function renamed(names: readonly string[]): string[] {
  const seen = new Set<string>();
  return names.map((name, i) => {
    const good = isIdentifier(name) && !isKeyword(name) && !name.startsWith('_') && !seen.has(name);
    seen.add(name);
    return good ? name : `_${i}`;
  });
}

function checkNames(rt: Runtime, typeName: string, fields: readonly string[], rename: boolean): void {
  for (const name of [typeName, ...fields]) {
    if (!isIdentifier(name))
      valueError(`Type names and field names must be valid identifiers: ${repr(rt, name)}`);
    if (isKeyword(name)) valueError(`Type names and field names cannot be a keyword: ${repr(rt, name)}`);
  }
  const seen = new Set<string>();
  for (const name of fields) {
    if (name.startsWith('_') && !rename)
      valueError(`Field names cannot start with an underscore: ${repr(rt, name)}`);
    if (seen.has(name)) valueError(`Encountered duplicate field name: ${repr(rt, name)}`);
    seen.add(name);
  }
}

/** `namedtuple(typename, field_names, *, rename=False, defaults=None, module=None)`. */
export function namedtuple(
  rt: Runtime,
  typeName: Value,
  names: Value,
  rename: Value,
  defaults: Value,
  module: Value,
): PyClass {
  const name = str(rt, typeName);
  const renaming = truth(rt, rename);
  const given = fieldNames(rt, names);
  const fields = renaming ? renamed(given) : given;
  checkNames(rt, name, fields, renaming);
  const values = defaults === null ? [] : toArray(rt, defaults);
  if (values.length > fields.length) typeError('Got more default values than field names');
  return makeNamedTuple(name, fields, values, module === null ? '__main__' : str(rt, module));
}
