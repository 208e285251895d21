// What the patterns of a `match` statement ask of a subject.
// https://docs.python.org/3.11/reference/compound_stmts.html#patterns
import type { Runtime } from '../runtime.ts';
import { updateDict } from '../builtins/dict-update.ts';
import { registeredFor } from '../modules/abstract-meta.ts';
import { findAttr, getAttr } from '../values/attributes.ts';
import * as classes from '../values/builtin-classes.ts';
import { PyClass } from '../values/class.ts';
import { PyDict } from '../values/dict.ts';
import { typeError, valueError } from '../values/errors.ts';
import { mappingProxyClass } from '../values/mapping-proxy.ts';
import type { Value } from '../values/objects.ts';
import { repr, typeOf } from '../values/operators.ts';
import { PyTuple } from '../values/tuple.ts';

const SEQUENCES: readonly PyClass[] = [classes.listClass, classes.tupleClass, classes.rangeClass];

/** Builtin classes whose one positional pattern is matched against the subject itself. */
const MATCH_SELF: readonly PyClass[] = [
  classes.boolClass,
  classes.bytesClass,
  classes.dictClass,
  classes.floatClass,
  classes.frozensetClass,
  classes.intClass,
  classes.listClass,
  classes.setClass,
  classes.strClass,
  classes.tupleClass,
];

/** Names of library classes whose objects sequence or mapping patterns match, the abstract ones included. */
const NATURES: ReadonlyMap<string, 'sequence' | 'mapping'> = new Map([
  ['collections.deque', 'sequence'],
  ['array.array', 'sequence'],
  ['collections.ChainMap', 'mapping'],
  ['collections.abc.Sequence', 'sequence'],
  ['collections.abc.Mapping', 'mapping'],
]);

function natureOfClass(rt: Runtime, cls: PyClass): 'sequence' | 'mapping' | undefined {
  if (SEQUENCES.includes(cls)) return 'sequence';
  if (cls === classes.dictClass || cls === mappingProxyClass) return 'mapping';
  const named = NATURES.get(`${cls.module}.${cls.name}`);
  if (named !== undefined) return named;
  for (const abstract of registeredFor(rt, cls)) {
    const nature = natureOf(rt, abstract);
    if (nature !== undefined) return nature;
  }
  return undefined;
}

/** What kind of container the class makes, by the first of its bases that says: no string is a sequence here. */
function natureOf(rt: Runtime, cls: PyClass): 'sequence' | 'mapping' | undefined {
  for (const base of cls.mro) {
    const nature = natureOfClass(rt, base);
    if (nature !== undefined) return nature;
  }
  return undefined;
}

/** Whether a sequence pattern can match. */
export function isSequence(rt: Runtime, subject: Value): boolean {
  return natureOf(rt, typeOf(subject)) === 'sequence';
}

/** Whether a mapping pattern can match. */
export function isMapping(rt: Runtime, subject: Value): boolean {
  return natureOf(rt, typeOf(subject)) === 'mapping';
}

/** How keys are looked up in a mapping: by its `get`, which a dict's own need not be called for. */
function lookupIn(rt: Runtime, subject: Value): (key: Value) => Value | undefined {
  if (subject instanceof PyDict && typeOf(subject).lookup('get') === classes.dictClass.attrs.get('get'))
    return (key) => subject.get(rt, key);
  const get = getAttr(rt, subject, 'get');
  const missing = new PyTuple([]);
  return (key) => {
    const value = rt.call(get, [key, missing]);
    return value === missing ? undefined : value;
  };
}

/** The values of `keys`, or null when one is missing. @throws PyRaise ValueError for a key given twice */
export function matchKeys(rt: Runtime, subject: Value, keys: readonly Value[]): Value {
  if (keys.length === 0) return new PyTuple([]);
  const find = lookupIn(rt, subject);
  const seen = new PyDict();
  const values: Value[] = [];
  for (const key of keys) {
    if (seen.has(rt, key)) valueError(`mapping pattern checks duplicate key (${repr(rt, key)})`);
    seen.set(rt, key, null);
    const value = find(key);
    if (value === undefined) return null;
    values.push(value);
  }
  return new PyTuple(values);
}

/** What `**rest` gets. */
export function mappingRest(rt: Runtime, subject: Value, keys: readonly Value[]): PyDict {
  const rest = new PyDict();
  updateDict(rt, rest, subject);
  for (const key of keys) rest.delete(rt, key);
  return rest;
}

/** The attributes a class pattern takes apart, or null when it does not match. @throws PyRaise TypeError */
export function matchClass(
  rt: Runtime,
  subject: Value,
  cls: Value,
  positional: number,
  names: readonly string[],
): Value {
  if (!(cls instanceof PyClass)) return typeError('called match pattern must be a type');
  if (!typeOf(subject).isSubclassOf(cls)) return null;
  const found: Value[] = [];
  const seen = new Set<string>();
  for (const name of [...positionalNames(rt, cls, positional), ...names]) {
    if (name === SELF) {
      found.push(subject);
      continue;
    }
    if (seen.has(name)) typeError(`${cls.name}() got multiple sub-patterns for attribute '${name}'`);
    seen.add(name);
    const value = findAttr(rt, subject, name);
    if (value === undefined) return null;
    found.push(value);
  }
  return new PyTuple(found);
}

/** Stands for the subject itself among attribute names. */
const SELF = '';

function positionalNames(rt: Runtime, cls: PyClass, count: number): readonly string[] {
  if (count === 0) return [];
  const declared = findAttr(rt, cls, '__match_args__');
  if (declared === undefined && cls.mro.some((base) => MATCH_SELF.includes(base))) {
    checkCount(cls, 1, count);
    return [SELF];
  }
  if (declared !== undefined && !(declared instanceof PyTuple)) {
    return typeError(`${cls.name}.__match_args__ must be a tuple (got ${typeOf(declared).name})`);
  }
  const args = declared?.items ?? [];
  checkCount(cls, args.length, count);
  return args.slice(0, count).map((name) => {
    if (typeof name === 'string') return name;
    return typeError(`__match_args__ elements must be strings (got ${typeOf(name).name})`);
  });
}

function checkCount(cls: PyClass, allowed: number, given: number): void {
  if (given <= allowed) return;
  typeError(
    `${cls.name}() accepts ${allowed} positional sub-pattern${allowed === 1 ? '' : 's'} (${given} given)`,
  );
}
