// Annotations: from the expression in the program to the term it means, names being looked up as Python
// would, and forward references in quotes being read. Source: PEP 484, 585 and 604.
import type { Expr } from '../ast.ts';
import type { Inference } from './inference.ts';
import type { Frame, LoopScope } from './layout.ts';
import { builtinMeaning, typingMeaning } from './registry.ts';
import { compileTerm, type Meaning, type Term } from './terms.ts';
import { readType, type TypeExpr } from './type-text.ts';
import { isNever, NEVER, type Type } from './type.ts';
import { importedValue, variableCell } from './walk/names.ts';

/**
 * What an annotation means to somebody in `frame`. What the checker cannot read is Any. Sets
 * `cx.hasForwardReference` when a name has no meaning yet but may get one.
 */
export function annotationTerm(cx: Inference, node: Expr, frame: Frame): Term {
  return compileTerm(typeExpression(node, 0), (name) => meaningOf(cx, name, frame, node));
}

const UNREADABLE: TypeExpr = { kind: 'unreadable' };
const MAX_DEPTH = 30;

function typeExpression(node: Expr, depth: number): TypeExpr {
  if (depth > MAX_DEPTH) return UNREADABLE;
  if (node.kind === 'Name') return { kind: 'name', name: node.id, args: [] };
  if (node.kind === 'Attribute') {
    const base = typeExpression(node.value, depth + 1);
    if (base.kind !== 'name' || base.args.length > 0) return UNREADABLE;
    return { kind: 'name', name: `${base.name}.${node.attr}`, args: [] };
  }
  if (node.kind === 'Subscript') {
    const base = typeExpression(node.value, depth + 1);
    if (base.kind !== 'name') return UNREADABLE;
    const items = node.index.kind === 'Tuple' ? node.index.elts : [node.index];
    const args: TypeExpr[] = items.map((item) => typeExpression(item, depth + 1));
    return { kind: 'name', name: base.name, args: items.length === 0 ? [{ kind: 'list', items: [] }] : args };
  }
  if (node.kind === 'BinOp' && node.op === '|') {
    return {
      kind: 'union',
      members: [typeExpression(node.left, depth + 1), typeExpression(node.right, depth + 1)],
    };
  }
  if (node.kind === 'List' || node.kind === 'Tuple') {
    return { kind: 'list', items: node.elts.map((item) => typeExpression(item, depth + 1)) };
  }
  if (node.kind !== 'Constant') return UNREADABLE;
  if (node.value.type === 'None') return { kind: 'name', name: 'None', args: [] };
  if (node.value.type === 'Ellipsis') return { kind: 'ellipsis' };
  return node.value.type === 'str' ? readType(node.value.value) : UNREADABLE;
}

function meaningOf(cx: Inference, name: string, frame: Frame, node: Expr): Meaning | null {
  const [first, ...path] = name.split('.');
  let type = valueOf(cx, cx.mangled(first!), frame);
  if (type === null) return path.length === 0 ? builtinMeaning(name) : null;
  if (isNever(type)) {
    cx.hasForwardReference = true;
    return null;
  }
  for (const attr of path) {
    const part = type!.parts[0];
    if (part?.kind === 'module') type = importedValue(cx, part.name, attr, node);
    else if (part?.kind === 'class') {
      const cell = part.cls.members.get(attr);
      type = cell === undefined ? null : cx.lattice.read(cell);
    } else return null;
    if (type === null) return null;
  }
  return meaningOfValue(type!);
}

/** A name's value as far as types go: null if the program does not define it, Never if not yet. */
function valueOf(cx: Inference, name: string, start: Frame): Type | null {
  let loops: LoopScope | null = null;
  for (let frame: Frame | null = start; frame !== null; loops = frame.outerLoops, frame = frame.outer) {
    for (let scope = loops; scope !== null; scope = scope.outer) if (scope.names.has(name)) return null;
    const slot = frame.layout.index.get(name);
    if (slot === undefined) continue;
    const flowing = frame.env?.vars[slot] ?? NEVER;
    if (!isNever(flowing)) return flowing;
    return cx.lattice.read(variableCell(cx, frame, slot));
  }
  return null;
}

function meaningOfValue(type: Type): Meaning | null {
  if (type.parts.length !== 1 || type.mask !== 0) return null;
  const part = type.parts[0]!;
  if (part.kind === 'class') return { kind: 'term', term: { kind: 'instance', cls: part.cls } };
  if (part.kind === 'builtin-class') return builtinMeaning(part.cls.name);
  if (part.kind !== 'form') return null;
  if (part.term !== null) return { kind: 'term', term: part.term };
  const isTyping = /^(typing|collections\.abc)\./.test(part.name);
  return isTyping ? typingMeaning(part.name.replace(/.*\./, '')) : null;
}
