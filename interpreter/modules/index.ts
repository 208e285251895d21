// The modules a program can import. https://docs.python.org/3.11/library/
// One file per module, one row here; a module that is not here is outside Primer.
import { builtinNames } from '../builtins/index.ts';
import type { Library } from '../code.ts';
import { PyModule } from '../values/module.ts';
import { collectionsAbc, numbers } from './abstract-classes.ts';
import { abc } from './abstract-meta.ts';
import { bisect } from './bisect.ts';
import { collections } from './collections.ts';
import { copy } from './copy.ts';
import { dataclasses } from './dataclasses.ts';
import { functools } from './functools.ts';
import { hashlib } from './hashlib.ts';
import { heapq } from './heapq.ts';
import { itertools } from './itertools.ts';
import { json } from './json.ts';
import { math } from './math.ts';
import { operator } from './operator.ts';
import { outsideModule } from './outside.ts';
import { own } from './own.ts';
import { argparse } from './primer/argparse.ts';
import { array } from './primer/array.ts';
import { base64 } from './primer/base64.ts';
import { binascii } from './primer/binascii.ts';
import { calendar } from './primer/calendar.ts';
import { cmath } from './primer/cmath.ts';
import { colorsys } from './primer/colorsys.ts';
import { libraryExports } from './primer/declare.ts';
import { contextlib } from './primer/contextlib.ts';
import { datetime } from './primer/datetime.ts';
import { decimal } from './primer/decimal.ts';
import { difflib } from './primer/difflib.ts';
import { doctest } from './primer/doctest.ts';
import { enumModule } from './primer/enum.ts';
import { fnmatch } from './primer/fnmatch.ts';
import { formatter } from './primer/formatter.ts';
import { fractions } from './primer/fractions.ts';
import { inspect } from './primer/inspect.ts';
import { io } from './primer/io.ts';
import { keyword } from './primer/keyword.ts';
import { logging } from './primer/logging.ts';
import { mixins } from './primer/mixins.ts';
import { os } from './primer/os.ts';
import { posixpath } from './primer/posixpath.ts';
import { pprint } from './primer/pprint.ts';
import { queue } from './primer/queue.ts';
import { random } from './primer/random.ts';
import { statistics } from './primer/statistics.ts';
import { jsonClasses } from './primer/json-classes.ts';
import { template } from './primer/template.ts';
import { textwrap } from './primer/textwrap.ts';
import { threading } from './primer/threading.ts';
import { time } from './primer/time.ts';
import { traceback } from './primer/traceback.ts';
import { types } from './primer/types.ts';
import { unittest } from './primer/unittest.ts';
import { userCollections } from './primer/user-collections.ts';
import { warnings } from './primer/warnings.ts';
import { zlib } from './primer/zlib.ts';
import { re } from './re/index.ts';
import { string } from './string.ts';
import { sys } from './sys.ts';
import { typing } from './typing.ts';
import { unicodedata } from './unicodedata.ts';

const builtins = new PyModule('builtins', new Map([['__name__', 'builtins'], ...builtinNames]));

const MODULES: readonly (PyModule | Library)[] = [
  abc,
  argparse,
  array,
  base64,
  binascii,
  bisect,
  builtins,
  calendar,
  cmath,
  collections,
  collectionsAbc,
  colorsys,
  contextlib,
  copy,
  dataclasses,
  datetime,
  decimal,
  difflib,
  doctest,
  enumModule,
  fnmatch,
  formatter,
  fractions,
  functools,
  hashlib,
  heapq,
  inspect,
  io,
  itertools,
  json,
  keyword,
  logging,
  math,
  mixins,
  numbers,
  operator,
  os,
  own,
  posixpath,
  pprint,
  queue,
  random,
  re,
  statistics,
  string,
  sys,
  jsonClasses,
  template,
  textwrap,
  threading,
  time,
  traceback,
  types,
  typing,
  unicodedata,
  unittest,
  userCollections,
  warnings,
  zlib,
];

const byName: ReadonlyMap<string, PyModule | Library> = new Map(
  MODULES.map((module) => [module.name, module]),
);

/** The names of all modules that a program can import, sorted; ours, that only the library uses, begin with `_`. */
export const moduleNames: readonly string[] = [...byName.keys()].sort();

/** The module of that (dotted) name, or undefined. Native ones are shared by all runs and never change. */
export function importModule(name: string): PyModule | Library | undefined {
  // `os.path` is another module, under its own name.
  const own = name === 'os.path' ? 'posixpath' : name;
  return byName.get(own) ?? outsideModule(own);
}

/** What `from name import *` binds, as far as we have it; nothing for a module that is not there. */
export function exportedNames(name: string): readonly string[] {
  const module = importModule(name);
  if (module === undefined) return [];
  if (module instanceof PyModule) return [...module.attrs.keys()].filter((key) => !key.startsWith('_'));
  return libraryExports(module);
}
