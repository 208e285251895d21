// What the patterns of a `match` statement ask of a subject.
// https://docs.python.org/3.11/reference/compound_stmts.html#patterns
import type { Runtime } from '../runtime.ts';
import { findAttr } from '../values/attributes.ts';
import * as classes from '../values/builtin-classes.ts';
import { PyClass } from '../values/class.ts';
import { PyDict } from '../values/dict.ts';
import { typeError, valueError } from '../values/errors.ts';
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

/** Whether a sequence pattern can match: lists, tuples, ranges, deques; not strings. */
export function isSequence(subject: Value): boolean {
  const { mro } = typeOf(subject);
  return mro.some((cls) => SEQUENCES.includes(cls) || (cls.builtin && cls.name === 'deque'));
}

/** Whether a mapping pattern can match. */
export function isMapping(subject: Value): boolean {
  return subject instanceof PyDict;
}

/** The values of `keys`, or null when one is missing. @throws PyRaise ValueError for a key given twice */
export function matchKeys(rt: Runtime, subject: PyDict, keys: readonly Value[]): Value {
  const seen = new PyDict();
  const values: Value[] = [];
  for (const key of keys) {
    if (seen.has(rt, key)) valueError(`mapping pattern checks duplicate key (${repr(rt, key)})`);
    seen.set(rt, key, null);
    const value = subject.get(rt, key);
    if (value === undefined) return null;
    values.push(value);
  }
  return new PyTuple(values);
}

/** What `**rest` gets. */
export function mappingRest(rt: Runtime, subject: PyDict, keys: readonly Value[]): PyDict {
  const rest = new PyDict();
  for (const [key, value] of subject.entries()) rest.set(rt, key, value);
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
