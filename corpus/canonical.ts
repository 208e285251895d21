// The canonical form of a program: its tree with names normalised, so that programs which differ in names, docstrings
// or annotations only are one. Its keys recognise repetitions; knows nothing of what is done about them.
import type { ConstantValue, Module, Node, Stmt } from '../grammar/ast.ts';
import { walk } from '../grammar/visit.ts';
import { hash128 } from './hash.ts';

/** Keys of a program and its call: 64 bits as sixteen hex digits. */
export interface ProgramKeys {
  /** Of the module alone: decides the split. */
  readonly program: string;
  /** Of module and call: equal for exact duplicates. */
  readonly run: string;
  /** Of module and call with all constants left out: equal for programs that differ in data only. */
  readonly shape: string;
}

/** The keys of a module and the call made to it. */
export function keysOf(module: Module, call: Node | null): ProgramKeys {
  const trees = call === null ? [module] : [module, call];
  return {
    program: keyOf(canonical([module], true)),
    run: keyOf(canonical(trees, true)),
    shape: keyOf(canonical(trees, false)),
  };
}

/** The key of a module alone. */
export function programKey(module: Module): string {
  return keyOf(canonical([module], true));
}

function keyOf(text: string): string {
  const [a, b] = hash128(text);
  return hex(a) + hex(b);
}

function hex(word: number): string {
  return (word >>> 0).toString(16).padStart(8, '0');
}

/** The names that the trees bind themselves, attributes included: only these may be called otherwise. */
function boundIn(trees: readonly Node[]): Set<string> {
  const bound = new Set<string>();
  const target = (node: Node): void =>
    walk(node, (part) => {
      if (part.kind === 'Name') bound.add(part.id);
      else if (part.kind === 'Attribute') bound.add(part.attr);
      // In `xs[i] = v` neither name is bound.
      return part.kind !== 'Subscript' && part.kind !== 'Attribute';
    });
  const visit = (node: Node): void => {
    switch (node.kind) {
      case 'FunctionDef':
        // `__init__` and its like are the language's names.
        if (!node.name.startsWith('__')) bound.add(node.name);
        return;
      case 'ClassDef':
      case 'Param':
        bound.add(node.name);
        return;
      case 'Assign':
        node.targets.forEach(target);
        return;
      case 'AnnAssign':
      case 'AugAssign':
      case 'For':
      case 'Comprehension':
      case 'NamedExpr':
        target(node.target);
        return;
      case 'WithItem':
        if (node.target !== null) target(node.target);
        return;
      case 'ExceptHandler':
      case 'MatchAs':
      case 'MatchStar':
        if (node.name !== null) bound.add(node.name);
        return;
      case 'MatchMapping':
        if (node.rest !== null) bound.add(node.rest);
        return;
      case 'Alias':
        if (node.asname !== null) bound.add(node.asname);
        return;
      default:
        return;
    }
  };
  for (const tree of trees) walk(tree, visit);
  return bound;
}

/** Fields of nodes that are no part of what a program does, or that hold names. */
const IGNORED: ReadonlySet<string> = new Set(['kind', 'span', 'raw', 'annotation', 'returns']);
const NAMES: ReadonlySet<string> = new Set(['id', 'name', 'asname', 'rest', 'attr', 'names', 'kwdAttrs']);

const fieldsByKind = new Map<string, readonly string[]>();

/** The fields of a kind in one order, however the node was made. */
function fieldsOf(node: Node): readonly string[] {
  let fields = fieldsByKind.get(node.kind);
  if (fields === undefined) {
    fields = Object.keys(node)
      .filter((field) => !IGNORED.has(field))
      .sort();
    fieldsByKind.set(node.kind, fields);
  }
  return fields;
}

function canonical(trees: readonly Node[], constants: boolean): string {
  const bound = boundIn(trees);
  const numbers = new Map<string, number>();
  const out: string[] = [];

  const named = (name: string): string => {
    if (!bound.has(name)) return name;
    let number = numbers.get(name);
    if (number === undefined) numbers.set(name, (number = numbers.size));
    return `$${number}`;
  };
  const emit = (value: unknown, field: string): void => {
    if (typeof value === 'string') out.push(NAMES.has(field) ? named(value) : value);
    else if (Array.isArray(value)) {
      out.push('[');
      for (const item of value) emit(item, field);
      out.push(']');
    } else if (typeof value === 'object' && value !== null) {
      if ('kind' in value) node(value as Node);
      else constant(value as ConstantValue);
    } else out.push('~');
  };
  const constant = (value: ConstantValue): void => {
    out.push(value.type);
    if (constants && 'value' in value) out.push(JSON.stringify(String(value.value)));
  };
  const node = (node: Node): void => {
    if (node.kind === 'AnnAssign' && node.value === null) return;
    out.push(node.kind === 'AnnAssign' ? 'Assign' : node.kind);
    const held = node as unknown as Record<string, unknown>;
    for (const field of fieldsOf(node)) {
      if (node.kind === 'AnnAssign' && field === 'target') emit([node.target], 'targets');
      else if (field === 'body' && Array.isArray(held[field])) emit(withoutDoc(held[field] as Stmt[]), field);
      else emit(held[field], field);
    }
    out.push(';');
  };
  for (const tree of trees) node(tree);
  return out.join(' ');
}

function withoutDoc(body: readonly Stmt[]): readonly Stmt[] {
  const [first] = body;
  const isDoc = first?.kind === 'Expr' && first.value.kind === 'Constant' && first.value.value.type === 'str';
  return isDoc ? body.slice(1) : body;
}
