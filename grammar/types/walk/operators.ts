// Binary, unary and comparison operators on any types. Source: the Python 3.11 language reference, section 6.
// Numbers and text are answered by their bits; the rest by part.
import type { BinaryOperator, CompareOperator, Node, UnaryOperator } from '../../ast.ts';
import { callMethod } from '../call/methods.ts';
import type { BuiltinClass } from '../entities.ts';
import type { Inference } from '../inference.ts';
import { elementOf, isIterable } from '../iterate.ts';
import { hasMember, requireHashable } from '../match.ts';
import { isOrdered, isSetLike, type OrderOperator } from '../protocols.ts';
import { knownClass } from '../registry.ts';
import { FAULTY, scalarBinary, scalarUnary } from '../scalar-operators.ts';
import { checkPercent } from './formatting.ts';
import {
  ANY,
  BOOL,
  Bit,
  INT_LIKE,
  NEVER,
  isAny,
  isNever,
  makeType,
  partType,
  scalar,
  within,
  without,
  type ContainerPart,
  type InstancePart,
  type Part,
  type Type,
} from '../type.ts';

/** The methods behind an operator, and the reflected one. */
const METHODS: Readonly<Record<BinaryOperator, readonly [string, string]>> = {
  '+': ['__add__', '__radd__'],
  '-': ['__sub__', '__rsub__'],
  '*': ['__mul__', '__rmul__'],
  '/': ['__truediv__', '__rtruediv__'],
  '//': ['__floordiv__', '__rfloordiv__'],
  '%': ['__mod__', '__rmod__'],
  '**': ['__pow__', '__rpow__'],
  '<<': ['__lshift__', '__rlshift__'],
  '>>': ['__rshift__', '__rrshift__'],
  '|': ['__or__', '__ror__'],
  '^': ['__xor__', '__rxor__'],
  '&': ['__and__', '__rand__'],
  '@': ['__matmul__', '__rmatmul__'],
};

/** The type of `left op right`. Combinations that CPython refuses are reported at `node`. */
export function binary(cx: Inference, op: BinaryOperator, left: Type, right: Type, node: Node): Type {
  if (
    left.parts.length === 0 &&
    right.parts.length === 0 &&
    !(op === '%' && left.mask & (Bit.str | Bit.bytes))
  ) {
    const mask = scalarBinary(op, left.mask, right.mask);
    if (mask < FAULTY) return scalar(mask);
    faulty(cx, op, left, right, node);
    return scalar(mask & ~FAULTY);
  }
  if (isAny(left) || isAny(right)) return ANY;
  if (isNever(left) || isNever(right)) return NEVER;
  let result = NEVER;
  for (const l of cx.atoms(left)) {
    for (const r of cx.atoms(right)) {
      const one = pair(cx, op, l, r, node);
      if (one === null) faulty(cx, op, left, right, node);
      else result = cx.lattice.join(result, one);
    }
  }
  return result;
}

function faulty(cx: Inference, op: string, left: Type, right: Type, node: Node): void {
  cx.fault(node, 'W0501', { op, left: left, right: right });
}

/** The result for one part (or the scalars) on each side; null for a TypeError. */
function pair(cx: Inference, op: BinaryOperator, left: Type, right: Type, node: Node): Type | null {
  const l = left.parts[0];
  const r = right.parts[0];
  if (l?.kind === 'instance' || r?.kind === 'instance') return byMethod(cx, op, left, right, node);
  if (op === '%' && l === undefined && (left.mask & (Bit.str | Bit.bytes)) !== 0) {
    checkPercent(cx, node, right);
    const text = left.mask & (Bit.str | Bit.bytes);
    const rest = left.mask & ~text;
    if (rest === 0) return scalar(text);
    const numbers = r === undefined ? scalarBinary(op, rest, right.mask) : FAULTY;
    if (numbers >= FAULTY) faulty(cx, op, left, right, node);
    return scalar((numbers & ~FAULTY) | text);
  }
  if (l === undefined && r === undefined) {
    const mask = scalarBinary(op, left.mask, right.mask);
    if (mask >= FAULTY) faulty(cx, op, left, right, node);
    return scalar(mask & ~FAULTY);
  }
  if (l === undefined) return op === '*' && r !== undefined ? repeated(cx, r, left, node) : null;
  if (r === undefined) return op === '*' ? repeated(cx, l, right, node) : null;
  return byParts(cx, op, l, r, node);
}

/** A sequence repeated by `*`: a new list, or a tuple of unknown length. */
function repeated(cx: Inference, part: Part, times: Type, node: Node): Type | null {
  if ((times.mask & INT_LIKE) === 0) return null;
  if (!within(times, INT_LIKE)) faulty(cx, '*', partType(part), times, node);
  if (part.kind === 'container' && /^(list|deque)$/.test(part.cls.name)) {
    return filled(cx, node, part.cls, cx.held(part));
  }
  if (part.kind === 'tuple') return cx.generic(knownClass('tuple'), [cx.lattice.joinAll(part.elems)]);
  if (part.kind === 'generic' && part.cls.name === 'tuple') return partType(part);
  return null;
}

/** The container that a node makes, holding at least this. */
export function filled(cx: Inference, node: Node, cls: BuiltinClass, ...contents: readonly Type[]): Type {
  const { type, part } = cx.made(node, cls);
  contents.forEach((content, i) => cx.lattice.grow(part.cells[i]!, content));
  return type;
}

function byParts(cx: Inference, op: BinaryOperator, l: Part, r: Part, node: Node): Type | null {
  if (op === '+') return concatenated(cx, l, r, node);
  if (l.kind === 'container' && r.kind === 'container') {
    const counters = l.cls.name === 'Counter' && r.cls.name === 'Counter';
    const wanted = counters ? /^[-|&]$/ : /^\|$/;
    if (isDict(l) && isDict(r) && wanted.test(op)) return mergedDicts(cx, l, r, node);
  }
  if (/^[-|&^]$/.test(op) && isSetLike(l) && isSetLike(r)) {
    const kept = elementOf(cx, partType(l), null);
    const elem = op === '|' || op === '^' ? cx.lattice.join(kept, elementOf(cx, partType(r), null)) : kept;
    if (l.kind === 'generic' && l.cls.name === 'frozenset') return cx.generic(l.cls, [elem]);
    return filled(cx, node, knownClass('set'), elem);
  }
  return op === '|' && isTypeLike(l) && isTypeLike(r)
    ? partType({ kind: 'form', name: 'types.UnionType', term: null })
    : null;
}

function isDict(part: ContainerPart): boolean {
  return part.cls.params[0] === 'K';
}

/** `int | str` used as a value. */
function isTypeLike(part: Part): boolean {
  return part.kind === 'builtin-class' || part.kind === 'class' || part.kind === 'form';
}

function mergedDicts(cx: Inference, l: ContainerPart, r: ContainerPart, node: Node): Type {
  const key = cx.lattice.join(cx.held(l), cx.held(r));
  const value = cx.lattice.join(cx.held(l, 1), cx.held(r, 1));
  return filled(cx, node, l.cls, key, value);
}

function concatenated(cx: Inference, l: Part, r: Part, node: Node): Type | null {
  if (l.kind === 'container' && r.kind === 'container' && l.cls === r.cls) {
    if (/^(list|deque)$/.test(l.cls.name))
      return filled(cx, node, l.cls, cx.lattice.join(cx.held(l), cx.held(r)));
    return l.cls.name === 'Counter' ? mergedDicts(cx, l, r, node) : null;
  }
  if (l.kind === 'tuple' && r.kind === 'tuple') {
    const elems = [...l.elems, ...r.elems];
    if (elems.length <= MAX_TUPLE) return cx.tuple(elems);
    return cx.generic(knownClass('tuple'), [cx.lattice.joinAll(elems)]);
  }
  const isTuple = (part: Part): boolean =>
    part.kind === 'tuple' || (part.kind === 'generic' && part.cls.name === 'tuple');
  if (!isTuple(l) || !isTuple(r)) return null;
  const elem = cx.lattice.join(elementOf(cx, partType(l), null), elementOf(cx, partType(r), null));
  return cx.generic(knownClass('tuple'), [elem]);
}

/** Longer tuples are known by their elements' common type only. */
export const MAX_TUPLE = 32;

/** Operators of user classes: the left operand's method, then the right one's reflected method. */
function byMethod(cx: Inference, op: BinaryOperator, left: Type, right: Type, node: Node): Type | null {
  const [method, reflected] = METHODS[op];
  const l = left.parts[0];
  const r = right.parts[0];
  let result: Type | null = null;
  if (l?.kind === 'instance') {
    if (l.cls.opaque) return ANY;
    if (hasMember(l.cls, method)) result = callMethod(cx, left, method, [right], node);
    else if (l.cls.style === 'namedtuple') return cx.unknown(node, 'an operator on a named tuple');
  }
  const declined = result === null || (result.mask & Bit.notImplemented) !== 0;
  if (declined && r?.kind === 'instance') {
    if (r.cls.opaque) return ANY;
    const other = hasMember(r.cls, reflected) ? callMethod(cx, right, reflected, [left], node) : null;
    if (other !== null) return cx.lattice.join(without(result ?? NEVER, Bit.notImplemented), other);
  }
  if (result === null) return null;
  if (declined) cx.fault(node, 'W0501', { op, left: left, right: right });
  return without(result, Bit.notImplemented);
}

/**
 * `target op= value`: a list is extended in place and gives itself, a user class may have a method of its
 * own for it, and all else is as the plain operator.
 */
export function augmented(cx: Inference, op: BinaryOperator, left: Type, right: Type, node: Node): Type {
  if (left.parts.length === 0) return binary(cx, op, left, right, node);
  let result = NEVER;
  for (const atom of cx.atoms(left))
    result = cx.lattice.join(result, augmentedAtom(cx, op, atom, right, node));
  return result;
}

function augmentedAtom(cx: Inference, op: BinaryOperator, left: Type, right: Type, node: Node): Type {
  const part = left.parts[0];
  if (part?.kind === 'instance' && !part.cls.opaque) {
    const method = METHODS[op][0].replace('__', '__i');
    if (hasMember(part.cls, method)) return callMethod(cx, left, method, [right], node);
  }
  if (part?.kind !== 'container') return binary(cx, op, left, right, node);
  const { name } = part.cls;
  if (op === '+' && (name === 'list' || name === 'deque')) {
    cx.lattice.grow(part.cells[0]!, elementOf(cx, right, node));
    return left;
  }
  if (op === '*' && name === 'list' && within(right, INT_LIKE)) return left;
  if (/^[|&^-]$/.test(op) && name === 'set') {
    if (!isAny(right) && !(right.mask === 0 && right.parts.every(isSetLike))) {
      return binary(cx, op, left, right, node);
    }
    if (op === '|' || op === '^') cx.lattice.grow(part.cells[0]!, elementOf(cx, right, node));
    return left;
  }
  if (isDict(part) && name !== 'Counter' && op === '|') {
    for (const other of right.parts) {
      if (other.kind !== 'container' || !isDict(other)) return binary(cx, op, left, right, node);
      cx.lattice.grow(part.cells[0]!, cx.held(other));
      cx.lattice.grow(part.cells[1]!, cx.held(other, 1));
    }
    return isNever(makeType(right.mask & ~Bit.any, [])) ? left : binary(cx, op, left, right, node);
  }
  if (name === 'Counter') {
    // In place, a counter takes in what the plain operator would give.
    const merged = binary(cx, op, left, right, node);
    for (const other of merged.parts) {
      if (other.kind === 'container')
        other.cells.forEach((cell, i) => cx.lattice.unify(part.cells[i]!, cell));
    }
    return left;
  }
  return binary(cx, op, left, right, node);
}

// ---- unary -----------------------------------------------------------------------------------------

const UNARY_METHODS = { '-': '__neg__', '+': '__pos__', '~': '__invert__' } as const;

export function unary(cx: Inference, op: UnaryOperator, operand: Type, node: Node): Type {
  if (op === 'not') return BOOL;
  const mask = scalarUnary(op, operand.mask);
  let result = scalar(mask & ~FAULTY);
  let wrong = mask >= FAULTY;
  for (const part of operand.parts) {
    const method = UNARY_METHODS[op];
    if (part.kind === 'instance' && hasMember(part.cls, method)) {
      result = cx.lattice.join(
        result,
        part.cls.opaque ? ANY : callMethod(cx, partType(part), method, [], node),
      );
    } else if (part.kind === 'container' && part.cls.name === 'Counter' && op !== '~') {
      result = cx.lattice.join(result, partType(part));
    } else wrong = true;
  }
  if (wrong) cx.fault(node, 'W0502', { op, type: operand });
  return result;
}

// ---- comparison ------------------------------------------------------------------------------------

/** The type of one comparison of a chain. */
export function compare(cx: Inference, op: CompareOperator, left: Type, right: Type, node: Node): Type {
  switch (op) {
    case 'is':
    case 'is not':
      return BOOL;
    case '==':
    case '!=':
      return equate(cx, op, left, right, node);
    case 'in':
    case 'not in':
      contains(cx, left, right, node);
      return BOOL;
    case '<':
    case '<=':
    case '>':
    case '>=':
      return order(cx, op, left, right, node);
  }
}

const ORDER_METHOD = { '<': '__lt__', '<=': '__le__', '>': '__gt__', '>=': '__ge__' } as const;

function order(cx: Inference, op: OrderOperator, left: Type, right: Type, node: Node): Type {
  cx.at = node;
  if (!isOrdered(cx, left, right, op)) cx.fault(node, 'W0503', { op, left: left, right: right });
  let result = BOOL;
  for (const part of left.parts) {
    if (part.kind !== 'instance' || part.cls.opaque || !hasMember(part.cls, ORDER_METHOD[op])) continue;
    const own = callMethod(cx, partType(part), ORDER_METHOD[op], [right], node);
    if ((own.mask & Bit.notImplemented) !== 0) {
      cx.loose(node, `${part.cls.name}.${ORDER_METHOD[op]} may give NotImplemented`);
    }
    result = cx.lattice.join(result, without(own, Bit.notImplemented));
  }
  return result;
}

/** `==` never fails by itself, but the `__eq__` of a user class is code. */
export function equate(cx: Inference, op: '==' | '!=', left: Type, right: Type, node: Node): Type {
  if (left.parts.length === 0 && right.parts.length === 0) return BOOL;
  let result = BOOL;
  const direct = [...left.parts, ...right.parts].filter((part) => part.kind === 'instance');
  for (const part of direct) {
    const method = op === '!=' && hasMember(part.cls, '__ne__') ? '__ne__' : '__eq__';
    if (part.cls.opaque || !hasMember(part.cls, method)) continue;
    const other = left.parts.includes(part) ? right : left;
    const own = callMethod(cx, partType(part), method, [other], node);
    result = cx.lattice.join(result, without(own, Bit.notImplemented));
  }
  equateInside(cx, left, right, node);
  return result;
}

/** Containers compare their members, and so run the `__eq__` of user classes in them. */
function equateInside(cx: Inference, left: Type, right: Type, node: Node): void {
  const seen = new Set<Part>();
  const instances = new Set<InstancePart>();
  let members = NEVER;
  const walk = (type: Type, depth: number): void => {
    for (const part of type.parts) {
      if (seen.has(part) || depth > 6) continue;
      seen.add(part);
      if (part.kind === 'instance') {
        if (depth > 0 && !part.cls.opaque && hasMember(part.cls, '__eq__')) instances.add(part);
        if (part.cls.style !== 'plain')
          part.cls.attributes.forEach((cell) => inner(cx.lattice.read(cell), depth));
      } else if (part.kind === 'container') part.cells.forEach((cell) => inner(cx.lattice.read(cell), depth));
      else if (part.kind === 'tuple') part.elems.forEach((elem) => inner(elem, depth));
      else if (part.kind === 'generic') part.args.forEach((arg) => inner(arg, depth));
    }
  };
  const inner = (type: Type, depth: number): void => {
    members = cx.lattice.join(members, type);
    walk(type, depth + 1);
  };
  walk(left, 0);
  walk(right, 0);
  if (instances.size === 0) return;
  const others = cx.lattice.join(cx.lattice.join(members, left), right);
  for (const part of instances) callMethod(cx, partType(part), '__eq__', [others], node);
}

function contains(cx: Inference, member: Type, container: Type, node: Node): void {
  if (isAny(container)) return;
  if ((container.mask & Bit.str) !== 0 && !within(member, Bit.str | Bit.any)) {
    cx.fault(node, 'W0501', { op: 'in', left: member, right: container });
  }
  const others = makeType(container.mask & ~Bit.str, []);
  if (!isNever(others)) elementOf(cx, others, node);
  if ((container.mask & Bit.bytes) !== 0 && !within(member, INT_LIKE | Bit.bytes | Bit.any)) {
    cx.fault(node, 'W0501', { op: 'in', left: member, right: container });
  }
  for (const part of container.parts) {
    const one = partType(part);
    if (part.kind === 'instance' && !part.cls.opaque && hasMember(part.cls, '__contains__')) {
      callMethod(cx, one, '__contains__', [member], node);
      continue;
    }
    if (!isIterable(cx, one)) {
      cx.fault(node, 'W0504', { type: one });
      continue;
    }
    const hashes = (part.kind === 'container' && part.cls.hashed) || isSetLike(part);
    // A set accepts an unhashable set as a member to look for (it is taken as a frozenset).
    if (hashes) requireHashable(cx, member, node);
    equate(cx, '==', member, elementOf(cx, one, null), node);
  }
}
