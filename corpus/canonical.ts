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
  const bound = boundIn([module]);
  const own = bound.size;
  if (call !== null) bindIn(call, bound);
  const form = new CanonicalForm(bound);
  form.add(module);
  // What only the call binds is no name of the module's own.
  const program = bound.size === own ? keyOf(form.exact) : programKey(module);
  if (call !== null) form.add(call);
  return { program, run: keyOf(form.exact), shape: keyOf(form.shape) };
}

/** The key of a module alone. */
export function programKey(module: Module): string {
  const form = new CanonicalForm(boundIn([module]));
  form.add(module);
  return keyOf(form.exact);
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
  for (const tree of trees) bindIn(tree, bound);
  return bound;
}

function bindIn(tree: Node, bound: Set<string>): void {
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
  walk(tree, visit);
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

/** Trees written down with the names that are bound in them numbered in the order of their appearance. */
class CanonicalForm {
  /** With everything in it; words begin with a space. */
  private withConstants = '';
  private withoutConstants = '';
  private readonly bound: ReadonlySet<string>;
  private readonly numbers = new Map<string, number>();

  constructor(bound: ReadonlySet<string>) {
    this.bound = bound;
  }

  get exact(): string {
    return this.withConstants.slice(1);
  }

  /** The same without the values of constants. */
  get shape(): string {
    return this.withoutConstants.slice(1);
  }

  add(node: Node): void {
    if (node.kind === 'AnnAssign' && node.value === null) return;
    this.put(node.kind === 'AnnAssign' ? 'Assign' : node.kind);
    const held = node as unknown as Record<string, unknown>;
    for (const field of fieldsOf(node)) {
      if (node.kind === 'AnnAssign' && field === 'target') this.emit([node.target], 'targets');
      else if (field === 'body' && Array.isArray(held[field]))
        this.emit(withoutDoc(held[field] as Stmt[]), field);
      else this.emit(held[field], field);
    }
    this.put(';');
  }

  private put(word: string): void {
    this.withConstants += ' ' + word;
    this.withoutConstants += ' ' + word;
  }

  private emit(value: unknown, field: string): void {
    if (typeof value === 'string') this.put(NAMES.has(field) ? this.named(value) : value);
    else if (Array.isArray(value)) {
      this.put('[');
      for (const item of value) this.emit(item, field);
      this.put(']');
    } else if (typeof value === 'object' && value !== null) {
      if ('kind' in value) this.add(value as Node);
      else this.constant(value as ConstantValue);
    } else this.put('~');
  }

  private named(name: string): string {
    if (!this.bound.has(name)) return name;
    let number = this.numbers.get(name);
    if (number === undefined) this.numbers.set(name, (number = this.numbers.size));
    return `$${number}`;
  }

  private constant(value: ConstantValue): void {
    this.put(value.type);
    if ('value' in value) this.withConstants += ' ' + JSON.stringify(String(value.value));
  }
}

function withoutDoc(body: readonly Stmt[]): readonly Stmt[] {
  const [first] = body;
  const isDoc = first?.kind === 'Expr' && first.value.kind === 'Constant' && first.value.value.type === 'str';
  return isDoc ? body.slice(1) : body;
}
