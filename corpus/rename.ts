// Names in programs: finding the variables a tree mentions, and giving them other names.
// Attributes are left alone.

import type { Call, Global, Node, Nonlocal } from '../grammar/ast.ts';
import { TreeCopier } from '../grammar/copier.ts';
import { walk } from '../grammar/visit.ts';
import type { Draw } from './draw.ts';

/**
 * For a name in the program, other names it may as well have. Names that go together are chosen together:
 * `'a b': ['x y', 'left right']`.
 */
export type NamePools = Readonly<Record<string, readonly string[]>>;

/** The variable's name that a node holds. Keywords depend on what is called: see below. */
function nameOf(node: Node): string | null {
  switch (node.kind) {
    case 'Name':
      return node.id;
    case 'Param':
    case 'FunctionDef':
    case 'ClassDef':
    case 'ExceptHandler':
    case 'MatchStar':
    case 'MatchAs':
      return node.name;
    case 'MatchMapping':
      return node.rest;
    default:
      return null;
  }
}

/** All variable names in the trees, builtins included, in order of appearance. */
export function namesIn(trees: readonly Node[]): Set<string> {
  const names = new Set<string>();
  for (const tree of trees)
    walk(tree, (node) => {
      const name = nameOf(node);
      if (name !== null) names.add(name);
    });
  return names;
}

/** Fresh copies of trees in which no two places share a node, and where in them each variable's name stands. */
export class NamedCopies<N extends Node> extends TreeCopier {
  readonly trees: N[];
  private readonly places = new Map<string, Node[]>();
  /** Calls with keywords, which may be parameters of the program's own functions. */
  private readonly calls: Call[] = [];
  private readonly declarations: (Global | Nonlocal)[] = [];
  private readonly defined = new Set<string>();

  constructor(trees: readonly N[]) {
    super();
    this.trees = trees.map((tree) => this.copy(tree));
  }

  /** All variable names in the trees, builtins included. */
  get names(): ReadonlyMap<string, unknown> {
    return this.places;
  }

  /** Gives variables other names, all at once. */
  rename(chosen: ReadonlyMap<string, string>): void {
    const other = (name: string): string => chosen.get(name) ?? name;
    for (const { func, keywords } of this.calls) {
      // `key` in `sorted(xs, key=f)` is the builtin's own; only parameters of the program's functions are ours.
      if (func.kind !== 'Name' || !this.defined.has(func.id)) continue;
      for (const keyword of keywords) if (keyword.name !== null) keyword.name = other(keyword.name);
    }
    for (const node of this.declarations) node.names = node.names.map(other);
    for (const [name, choice] of chosen)
      if (name !== choice) for (const node of this.places.get(name) ?? []) setName(node, choice);
  }

  protected override note(node: Node): Node {
    const name = nameOf(node);
    if (name !== null) {
      const places = this.places.get(name);
      if (places === undefined) this.places.set(name, [node]);
      else places.push(node);
    }
    if (node.kind === 'FunctionDef' || node.kind === 'ClassDef') this.defined.add(node.name);
    else if (node.kind === 'Global' || node.kind === 'Nonlocal') this.declarations.push(node);
    else if (node.kind === 'Call' && node.keywords.length > 0) this.calls.push(node);
    return node;
  }
}

function setName(node: Node, name: string): void {
  if (node.kind === 'Name') node.id = name;
  else if (node.kind === 'MatchMapping') node.rest = name;
  else if ('name' in node) node.name = name;
}

/** Names by the text of a pool that they stand in together. */
const together = new Map<string, readonly string[]>();

function namesOf(text: string): readonly string[] {
  let names = together.get(text);
  if (names === undefined) together.set(text, (names = text.split(' ')));
  return names;
}

/**
 * Chooses a name for each key of the pools, the key itself being a candidate, so that no two are alike and
 * none is a name the program already uses for something else.
 * @param taken the names in the program
 */
export function chooseNames(
  pools: NamePools,
  taken: ReadonlyMap<string, unknown>,
  draw: Draw,
): Map<string, string> {
  // Keys not yet renamed stay taken, so a key always remains free for itself.
  const used = new Set(taken.keys());
  const chosen = new Map<string, string>();
  for (const [key, others] of Object.entries(pools)) {
    const own = namesOf(key);
    if (!own.some((name) => taken.has(name))) continue; // another idiom's variables
    for (const name of own) used.delete(name);
    const choices = [own];
    for (const other of others) {
      const names = namesOf(other);
      if (!names.some((name) => used.has(name))) choices.push(names);
    }
    const choice = draw.pick(choices);
    own.forEach((name, at) => chosen.set(name, choice[at]!));
    for (const name of choice) used.add(name);
  }
  return chosen;
}
