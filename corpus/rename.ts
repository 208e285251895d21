// Names in programs: finding the variables a tree mentions, and giving them other names.
// Attributes are left alone.

import type { Node } from '../grammar/ast.ts';
import { isExpression } from '../grammar/expressions.ts';
import { childFields, walk } from '../grammar/visit.ts';
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

type Fields = Record<string, unknown>;

/** All variable names in the trees, builtins included, in order of appearance. */
export function namesIn(trees: readonly Node[]): Set<string> {
  const names = new Set<string>();
  for (const tree of trees)
    walk(tree, (node) => {
      const field = NAME_FIELDS[node.kind];
      if (field === undefined) return;
      const name = (node as unknown as Fields)[field];
      if (typeof name === 'string') names.add(name);
    });
  return names;
}

/** The functions and classes that the trees define. */
function definedIn(trees: readonly Node[]): Set<string> {
  const defined = new Set<string>();
  for (const tree of trees)
    walk(tree, (node) => {
      if (node.kind === 'FunctionDef' || node.kind === 'ClassDef') defined.add(node.name);
      // nothing is defined inside an expression, and most of a tree is that
      return !isExpression(node);
    });
  return defined;
}

/** Fresh copies of the trees in which no two places share a node, every variable named as `rename` says. */
export function renamed<N extends Node>(trees: readonly N[], rename: (name: string) => string): N[] {
  // `key` in `sorted(xs, key=f)` is the builtin's own; only parameters of the program's functions are ours.
  const copier = new Copier(definedIn(trees), rename);
  return trees.map((tree) => copier.copy(tree) as N);
}

class Copier {
  private readonly ours: ReadonlySet<string>;
  private readonly rename: (name: string) => string;

  constructor(ours: ReadonlySet<string>, rename: (name: string) => string) {
    this.ours = ours;
    this.rename = rename;
  }

  copy(original: Node): Node {
    const { rename } = this;
    switch (original.kind) {
      // half of all nodes are names and constants, which have no children
      case 'Name':
        return { ...original, id: rename(original.id), span: { start: 0, end: 0 } };
      case 'Constant':
        return { ...original, span: { start: 0, end: 0 } };
      default:
        break;
    }
    const node: Node = { ...original, span: { start: 0, end: 0 } };
    const fields = node as unknown as Fields;
    for (const field of childFields(node.kind)) {
      const held = fields[field] as Node | null | (Node | null)[];
      if (Array.isArray(held)) fields[field] = this.list(held);
      else if (held !== null) fields[field] = this.copy(held);
    }
    const name = NAME_FIELDS[node.kind];
    if (name !== undefined && typeof fields[name] === 'string') fields[name] = rename(fields[name]);
    if (node.kind === 'Global' || node.kind === 'Nonlocal') node.names = node.names.map(rename);
    if (node.kind === 'Call' && node.keywords.length > 0 && original.kind === 'Call') {
      const { func } = original;
      if (func.kind === 'Name' && this.ours.has(func.id))
        for (const keyword of node.keywords) if (keyword.name !== null) keyword.name = rename(keyword.name);
    }
    return node;
  }

  private list(nodes: readonly (Node | null)[]): (Node | null)[] {
    const copies: (Node | null)[] = [];
    for (const node of nodes) copies.push(node === null ? null : this.copy(node));
    return copies;
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
