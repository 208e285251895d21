// The children of each kind of node, in one table, and what follows from it: walking, comparing and cloning trees.
// Knows the shape of the syntax tree and nothing else.
import type { Node, NodeKind } from './ast.ts';

/** The node type of a kind. */
export type NodeOf<K extends NodeKind> = Extract<Node, { kind: K }>;

/** What a field holds, with lists opened and null left out. */
type Held<T> = T extends readonly (infer E)[] ? Exclude<E, null> : Exclude<T, null | undefined>;

/** The fields of `T` that hold nodes. */
type ChildField<T> = {
  [F in keyof T]-?: [Held<T[F]>] extends [Node] ? ([Held<T[F]>] extends [never] ? never : F) : never;
}[keyof T];

/** Exactly the child fields of each kind; the compiler names one that is missing or superfluous. */
type ChildTable = { readonly [K in NodeKind]: { readonly [F in ChildField<NodeOf<K>>]: true } };

/** Child fields in source order. */
const CHILDREN: ChildTable = {
  Module: { body: true },
  Param: { annotation: true, default: true },
  Params: { posonly: true, args: true, vararg: true, kwonly: true, kwarg: true },
  Keyword: { value: true },
  Comprehension: { target: true, iter: true, ifs: true },
  ExceptHandler: { type: true, body: true },
  WithItem: { context: true, target: true },
  Alias: {},
  MatchCase: { pattern: true, guard: true, body: true },

  FunctionDef: { decorators: true, params: true, returns: true, body: true },
  ClassDef: { decorators: true, bases: true, keywords: true, body: true },
  Return: { value: true },
  Delete: { targets: true },
  Assign: { targets: true, value: true },
  AugAssign: { target: true, value: true },
  AnnAssign: { target: true, annotation: true, value: true },
  For: { target: true, iter: true, body: true, orelse: true },
  While: { test: true, body: true, orelse: true },
  If: { test: true, body: true, orelse: true },
  With: { items: true, body: true },
  Match: { subject: true, cases: true },
  Raise: { exc: true, cause: true },
  Try: { body: true, handlers: true, orelse: true, finalbody: true },
  Assert: { test: true, msg: true },
  Import: { names: true },
  ImportFrom: { names: true },
  Global: {},
  Nonlocal: {},
  Expr: { value: true },
  Pass: {},
  Break: {},
  Continue: {},

  BoolOp: { values: true },
  NamedExpr: { target: true, value: true },
  BinOp: { left: true, right: true },
  UnaryOp: { operand: true },
  Lambda: { params: true, body: true },
  IfExp: { body: true, test: true, orelse: true },
  Dict: { keys: true, values: true },
  Set: { elts: true },
  ListComp: { elt: true, generators: true },
  SetComp: { elt: true, generators: true },
  DictComp: { key: true, value: true, generators: true },
  GeneratorExp: { elt: true, generators: true },
  Yield: { value: true },
  YieldFrom: { value: true },
  Compare: { left: true, comparators: true },
  Call: { func: true, args: true, keywords: true },
  JoinedStr: { values: true },
  FormattedValue: { value: true, formatSpec: true },
  Constant: {},
  Attribute: { value: true },
  Subscript: { value: true, index: true },
  Starred: { value: true },
  Name: {},
  List: { elts: true },
  Tuple: { elts: true },
  Slice: { lower: true, upper: true, step: true },

  MatchValue: { value: true },
  MatchSingleton: {},
  MatchSequence: { patterns: true },
  MatchMapping: { keys: true, patterns: true },
  MatchClass: { cls: true, patterns: true, kwdPatterns: true },
  MatchStar: {},
  MatchAs: { pattern: true },
  MatchOr: { patterns: true },
};

type Fields = Readonly<Record<string, unknown>>;

const FIELDS = new Map<NodeKind, readonly string[]>(
  Object.entries(CHILDREN).map(([kind, fields]) => [kind as NodeKind, Object.keys(fields)]),
);

/** Every node kind, in the order of the table. */
export const NODE_KINDS: readonly NodeKind[] = [...FIELDS.keys()];

/** The names of the fields of a kind that hold nodes, lists of nodes, or null. */
export function childFields(kind: NodeKind): readonly string[] {
  return FIELDS.get(kind)!;
}

/** Calls `visit` for each child of `node`, in source order (a dict's keys before its values). */
export function forEachChild(node: Node, visit: (child: Node) => void): void {
  const fields = node as unknown as Fields;
  for (const field of FIELDS.get(node.kind)!) {
    const held = fields[field] as Node | null | (Node | null)[];
    if (Array.isArray(held)) {
      for (const child of held) if (child !== null) visit(child);
    } else if (held !== null) {
      visit(held);
    }
  }
}

/** The children of `node`, in source order. */
export function children(node: Node): Node[] {
  const found: Node[] = [];
  forEachChild(node, (child) => found.push(child));
  return found;
}

/**
 * Visits `root` and all below it, parents first, without recursion.
 * @param visit returns false to leave out what is below a node
 */
export function walk(root: Node, visit: (node: Node) => boolean | void): void {
  const stack: Node[] = [root];
  for (let node = stack.pop(); node !== undefined; node = stack.pop()) {
    if (visit(node) === false) continue;
    const fields = FIELDS.get(node.kind)!;
    const held = node as unknown as Fields;
    // The first child is to be visited first, so it goes on top.
    for (let i = fields.length - 1; i >= 0; i--) {
      const child = held[fields[i]!] as Node | null | (Node | null)[];
      if (Array.isArray(child)) {
        for (let j = child.length - 1; j >= 0; j--) if (child[j] !== null) stack.push(child[j]!);
      } else if (child !== null) {
        stack.push(child);
      }
    }
  }
}

function isIgnored(field: string): boolean {
  return field === 'span' || field === 'raw';
}

function equalValues(a: unknown, b: unknown): boolean {
  if (Object.is(a, b)) return true;
  if (typeof a !== 'object' || typeof b !== 'object' || a === null || b === null) return false;
  if (Array.isArray(a) || a instanceof Uint8Array) {
    const [left, right] = [a as ArrayLike<unknown>, b as ArrayLike<unknown>];
    if (Array.isArray(a) !== Array.isArray(b) || left.length !== right.length) return false;
    for (let i = 0; i < left.length; i++) if (!equalValues(left[i], right[i])) return false;
    return true;
  }
  const [left, right] = [a as Fields, b as Fields];
  const fields = Object.keys(left).filter((field) => !isIgnored(field));
  if (fields.length !== Object.keys(right).filter((field) => !isIgnored(field)).length) return false;
  return fields.every((field) => equalValues(left[field], right[field]));
}

/** Whether two trees are the same but for spans and the spelling of numbers. `0.0` and `-0.0` differ. */
export function equalNodes(a: Node, b: Node): boolean {
  return equalValues(a, b);
}

function cloneValue(value: unknown): unknown {
  if (typeof value !== 'object' || value === null) return value;
  if (Array.isArray(value)) return value.map(cloneValue);
  if (value instanceof Uint8Array) return value.slice();
  return Object.fromEntries(Object.entries(value).map(([field, held]) => [field, cloneValue(held)]));
}

/** A deep copy that shares nothing with the original. */
export function cloneNode<N extends Node>(node: N): N {
  return cloneValue(node) as N;
}
