// The builtin names. https://docs.python.org/3.11/library/functions.html
// Knows every file of this folder that declares something, and nothing of how.
import * as classes from '../values/builtin-classes.ts';
import type { PyClass } from '../values/class.ts';
import type { Value } from '../values/objects.ts';
import { Ellipsis, NotImplemented } from '../values/singletons.ts';
import './bytes-layout.ts';
import './descriptor-types.ts';
import './dict-methods.ts';
import './dir-names.ts';
import './exceptions.ts';
import './functions-io.ts';
import './functions-iterables.ts';
import './functions-names.ts';
import './functions-numbers.ts';
import './functions-objects.ts';
import './generic-types.ts';
import './iterator-methods.ts';
import { enumerateClass, filterClass, mapClass, zipClass } from './lazy.ts';
import './list-methods.ts';
import './mapping-proxy.ts';
import './object-methods.ts';
import { outsideNames } from './outside-names.ts';
import './outside-attributes.ts';
import './scalars.ts';
import './set-methods.ts';
import { siteNames } from './site-names.ts';
import './special-methods.ts';
import './tuple-methods.ts';
import { builtinFunctions } from './function-registry.ts';
import { reversedClass } from '../values/iterators.ts';

/** The types among the builtin names. */
const TYPES: readonly PyClass[] = [
  classes.boolClass,
  classes.bytesClass,
  classes.classmethodClass,
  classes.complexClass,
  classes.dictClass,
  enumerateClass,
  filterClass,
  classes.floatClass,
  classes.frozensetClass,
  classes.intClass,
  classes.listClass,
  mapClass,
  classes.objectClass,
  classes.propertyClass,
  classes.rangeClass,
  reversedClass,
  classes.setClass,
  classes.sliceClass,
  classes.staticmethodClass,
  classes.strClass,
  classes.superClass,
  classes.tupleClass,
  classes.typeClass,
  zipClass,
];

function gather(): Map<string, Value> {
  const names = new Map<string, Value>(builtinFunctions);
  for (const cls of TYPES) names.set(cls.name, cls);
  for (const [name, value] of outsideNames()) names.set(name, value);
  for (const [name, value] of siteNames) names.set(name, value);
  for (const [name, cls] of Object.entries(classes.exceptionClasses)) names.set(name, cls);
  names.set('EnvironmentError', classes.exceptionClasses.OSError);
  names.set('IOError', classes.exceptionClasses.OSError);
  names.set('Ellipsis', Ellipsis);
  names.set('NotImplemented', NotImplemented);
  names.set('__debug__', true);
  return names;
}

/** What a name means that neither the function nor the module binds. */
export const builtinNames: ReadonlyMap<string, Value> = gather();
