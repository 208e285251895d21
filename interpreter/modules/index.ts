// The modules a program can import. https://docs.python.org/3.11/library/
// One file per module, one row here; a module that is not here is outside Primer.
import type { PyModule } from '../values/module.ts';
import { bisect } from './bisect.ts';
import { collections } from './collections.ts';
import { functools } from './functools.ts';
import { heapq } from './heapq.ts';
import { itertools } from './itertools.ts';
import { operator } from './operator.ts';

const MODULES: readonly PyModule[] = [bisect, collections, functools, heapq, itertools, operator];

const byName: ReadonlyMap<string, PyModule> = new Map(MODULES.map((module) => [module.name, module]));

/** The module of that (dotted) name, or undefined. Modules are shared by all runs and never change. */
export function importModule(name: string): PyModule | undefined {
  return byName.get(name);
}
