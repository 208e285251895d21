// Names in programs: finding the variables a tree mentions, and giving them other names.
// Works by the shape of nodes, so that it needs no list of all kinds. Attributes are left alone.

import type { Node } from '../grammar/ast.ts';
import type { Draw } from './draw.ts';

/**
 * For a name in the program, other names it may as well have. Names that go together are chosen together:
 * `'a b': ['x y', 'left right']`.
 */
export type NamePools = Readonly<Record<string, readonly string[]>>;

/** Node fields that hold a variable's name, by node kind. Keywords depend on what is called: see below. */
const NAME_FIELDS: Partial<Record<Node['kind'], string>> = {
  Name: 'id',
  Param: 'name',
  FunctionDef: 'name',
  ClassDef: 'name',
  ExceptHandler: 'name',
  MatchStar: 'name',
  MatchAs: 'name',
  MatchMapping: 'rest',
};

type Shape = Record<string, unknown>;

const isShape = (value: unknown): value is Shape =>
  typeof value === 'object' && value !== null && !Array.isArray(value) && !(value instanceof Uint8Array);

/** Calls `visit` with every node and node-like object of the tree, parents first. */
export function eachShape(tree: unknown, visit: (node: Shape) => void): void {
  if (Array.isArray(tree)) {
    for (const item of tree) eachShape(item, visit);
  } else if (isShape(tree)) {
    visit(tree);
    for (const key in tree) if (key !== 'span') eachShape(tree[key], visit);
  }
}

/** The functions and classes that the tree defines. */
function definedIn(tree: unknown): Set<string> {
  const defined = new Set<string>();
  eachShape(tree, (node) => {
    if (node['kind'] === 'FunctionDef' || node['kind'] === 'ClassDef') defined.add(String(node['name']));
  });
  return defined;
}

/** All variable names in the tree, builtins included, in order of appearance. */
export function namesIn(tree: unknown): Set<string> {
  const names = new Set<string>();
  eachShape(tree, (node) => {
    const name = node[NAME_FIELDS[node['kind'] as Node['kind']] ?? ''];
    if (typeof name === 'string') names.add(name);
  });
  return names;
}

/** A fresh copy of the tree in which no two places share a node, every variable named as `rename` says. */
export function renamed<T>(tree: T, rename: (name: string) => string): T {
  // `key` in `sorted(xs, key=f)` is the builtin's own; only parameters of the program's functions are ours.
  const ours = definedIn(tree);
  return copy(tree) as T;

  function copy(value: unknown): unknown {
    if (Array.isArray(value)) return value.map(copy);
    if (!isShape(value)) return value;
    const node: Shape = {};
    for (const key in value) node[key] = copy(value[key]);
    const kind = node['kind'] as Node['kind'];
    const field = NAME_FIELDS[kind];
    if (field !== undefined && typeof node[field] === 'string') node[field] = rename(node[field]);
    if (kind === 'Global' || kind === 'Nonlocal') node['names'] = (node['names'] as string[]).map(rename);
    if (kind === 'Call') {
      const { func } = value as { func: Shape };
      if (func['kind'] === 'Name' && ours.has(String(func['id']))) {
        for (const keyword of node['keywords'] as Shape[]) {
          if (typeof keyword['name'] === 'string') keyword['name'] = rename(keyword['name']);
        }
      }
    }
    return node;
  }
}

/**
 * Chooses a name for each key of the pools, the key itself being a candidate, so that no two are alike and
 * none is a name the program already uses for something else.
 * @param taken the names in the program
 */
export function chooseNames(pools: NamePools, taken: ReadonlySet<string>, draw: Draw): Map<string, string> {
  // Keys not yet renamed stay taken, so a key always remains free for itself.
  const used = new Set(taken);
  const chosen = new Map<string, string>();
  for (const [key, others] of Object.entries(pools)) {
    const own = key.split(' ');
    if (!own.some((name) => taken.has(name))) continue; // another idiom's variables
    for (const name of own) used.delete(name);
    const free = others
      .map((other) => other.split(' '))
      .filter((names) => !names.some((name) => used.has(name)));
    const choice = draw.pick([own, ...free]);
    own.forEach((name, at) => chosen.set(name, choice[at]));
    for (const name of choice) used.add(name);
  }
  return chosen;
}
