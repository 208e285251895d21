// Subscripts: reading, assigning and deleting `value[index]`. Source: the Python 3.11 language reference,
// section 6.3.2. Knows the builtin sequences and mappings, and __getitem__ of user classes.
import type { Expr, Subscript } from '../../ast.ts';
import { annotationTerm } from '../annotations.ts';
import { callMethod } from '../call/methods.ts';
import type { Inference } from '../inference.ts';
import { elementOf } from '../iterate.ts';
import { hasMember, requireHashable } from '../match.ts';
import { knownClass } from '../registry.ts';
import {
  ANY,
  Bit,
  INT_LIKE,
  NAT,
  NEVER,
  RANGE,
  isAny,
  makeType,
  partType,
  scalar,
  within,
  type Part,
  type TuplePart,
  type Type,
} from '../type.ts';
import { equate } from './operators.ts';
import { expression } from './expressions.ts';

export function subscript(cx: Inference, node: Subscript): Type {
  const value = expression(cx, node.value);
  if (value.parts.length === 1 && isTypeForm(value.parts[0]!)) return typeForm(cx, node);
  const index = expression(cx, node.index);
  return itemOf(cx, value, index, node);
}

/** The type of `value[index]` where `node` is that expression. */
export function itemOf(cx: Inference, value: Type, index: Type, node: Subscript): Type {
  if (isAny(value)) return ANY;
  let result = NEVER;
  if (value.mask !== 0) result = scalarItem(cx, value, index, node);
  for (const part of value.parts) result = cx.lattice.join(result, partItem(cx, part, index, node));
  return result;
}

const isTypeForm = (part: Part): boolean =>
  part.kind === 'form' ||
  part.kind === 'builtin-class' ||
  (part.kind === 'class' && part.cls.style !== 'enum');

/** `list[int]` or `Optional[str]` as a value: what it means is read as an annotation. */
function typeForm(cx: Inference, node: Subscript): Type {
  let form = cx.forms.get(node);
  if (form === undefined) {
    const term = annotationTerm(cx, node, cx.frame);
    form = partType({ kind: 'form', name: 'typing.alias', term });
    cx.forms.set(node, form);
  }
  return form;
}

const SEQUENCES = Bit.str | Bit.bytes | RANGE;

function scalarItem(cx: Inference, value: Type, index: Type, node: Subscript): Type {
  if ((value.mask & ~SEQUENCES) !== 0) cx.fault(node, 'W0513', { type: value });
  if (!within(index, INT_LIKE | Bit.slice | Bit.any)) badIndex(cx, value, index, node);
  const sliced = (index.mask & (Bit.slice | Bit.any)) !== 0;
  const indexed = (index.mask & (INT_LIKE | Bit.any)) !== 0;
  let result = value.mask & Bit.str;
  if (sliced) result |= value.mask & (Bit.bytes | RANGE);
  if (indexed && (value.mask & (Bit.bytes | Bit.natRange)) !== 0) result |= Bit.nat;
  if (indexed && (value.mask & Bit.intRange) !== 0) result |= Bit.nat | Bit.neg;
  return index.mask === 0 ? NEVER : scalar(result);
}

function badIndex(cx: Inference, value: Type, index: Type, node: Subscript): void {
  cx.fault(node, 'W0514', { type: value, index: index });
}

function partItem(cx: Inference, part: Part, index: Type, node: Subscript): Type {
  const type = partType(part);
  switch (part.kind) {
    case 'container': {
      if (part.cls.params[0] === 'K') {
        requireHashable(cx, index, node.index);
        equate(cx, '==', index, cx.held(part), node);
        return mappingItem(cx, part, index);
      }
      if (part.cls.name !== 'list' && part.cls.name !== 'deque') break;
      if (!isIndex(index, part.cls.name === 'list')) badIndex(cx, type, index, node);
      return listItem(cx, part, index, node);
    }
    case 'tuple':
      return tupleItem(cx, part, index, node);
    case 'generic':
      if (part.cls.name === 'Match') return makeType(Bit.str | Bit.none, []);
      if (part.cls.name !== 'tuple') break;
      if (!isIndex(index, true)) badIndex(cx, type, index, node);
      return indexed(cx, index, part.args[0]!, type);
    case 'instance':
      if (part.cls.opaque) return ANY;
      if (hasMember(part.cls, '__getitem__')) return callMethod(cx, type, '__getitem__', [index], node);
      if (part.cls.style === 'namedtuple') return namedItem(cx, part, node);
      break;
    case 'class':
      if (part.cls.style === 'enum') return part.cls.instance;
      break;
    case 'builtin-class':
    case 'form':
      return cx.unknown(node, 'a type is subscripted');
    case 'function':
    case 'builtin':
    case 'bound':
    case 'wrapped':
    case 'super':
    case 'module':
    case 'callable':
      break;
  }
  cx.fault(node, 'W0513', { type: type });
  return NEVER;
}

/** A list takes ints, slices, and objects with __index__. */
function isIndex(index: Type, slices: boolean): boolean {
  if (isAny(index)) return true;
  const mask = INT_LIKE | (slices ? Bit.slice : 0);
  if ((index.mask & ~mask) !== 0) return false;
  return index.parts.every((part) => part.kind === 'instance' && hasMember(part.cls, '__index__'));
}

/** An element for an int, the whole type for a slice. */
function indexed(cx: Inference, index: Type, elem: Type, whole: Type): Type {
  let result = NEVER;
  if ((index.mask & (INT_LIKE | Bit.any)) !== 0 || index.parts.length > 0) result = elem;
  if ((index.mask & (Bit.slice | Bit.any)) !== 0) result = cx.lattice.join(result, whole);
  return result;
}

function listItem(
  cx: Inference,
  part: Extract<Part, { kind: 'container' }>,
  index: Type,
  node: Subscript,
): Type {
  const mayBeSlice = (index.mask & (Bit.slice | Bit.any)) !== 0;
  if (!mayBeSlice) return isEmptyIndex(index) ? NEVER : cx.held(part);
  const { type: copy, part: made } = cx.made(node, part.cls);
  cx.lattice.grow(made.cells[0]!, cx.held(part));
  return indexed(cx, index, cx.held(part), copy);
}

function isEmptyIndex(index: Type): boolean {
  return index.mask === 0 && index.parts.length === 0;
}

function mappingItem(cx: Inference, part: Extract<Part, { kind: 'container' }>, index: Type): Type {
  if (part.cls.name === 'defaultdict') cx.lattice.grow(part.cells[0]!, index);
  const value = cx.held(part, 1);
  return part.cls.name === 'Counter' ? cx.lattice.join(value, NAT) : value;
}

function tupleItem(cx: Inference, part: TuplePart, index: Type, node: Subscript): Type {
  const type = partType(part);
  if (!isIndex(index, true)) badIndex(cx, type, index, node);
  const at = literalIndex(node.index);
  if (at !== null) return part.elems[at < 0 ? at + part.elems.length : at] ?? NEVER;
  const all = cx.lattice.joinAll(part.elems);
  if (node.index.kind === 'Slice') {
    const { lower, upper, step } = node.index;
    const from = lower === null ? 0 : literalIndex(lower);
    const to = upper === null ? part.elems.length : literalIndex(upper);
    if (from !== null && to !== null && step === null) return cx.tuple(part.elems.slice(from, to));
  }
  return indexed(cx, index, all, cx.generic(knownClass('tuple'), [all]));
}

function literalIndex(node: Expr): number | null {
  if (node.kind === 'Constant' && node.value.type === 'int') return Number(node.value.value);
  if (node.kind !== 'UnaryOp' || node.op !== '-') return null;
  const value = literalIndex(node.operand);
  return value === null ? null : -value;
}

function namedItem(cx: Inference, part: Extract<Part, { kind: 'instance' }>, node: Subscript): Type {
  const at = literalIndex(node.index);
  const { fields, attributes } = part.cls;
  const field = at === null ? undefined : fields[at < 0 ? at + fields.length : at];
  if (field === undefined) return elementOf(cx, partType(part), null);
  const cell = attributes.get(field.name);
  return cell === undefined ? NEVER : cx.lattice.read(cell);
}

// ---- assigning and deleting ------------------------------------------------------------------------

/** `value[index] = type` */
export function assignItem(cx: Inference, node: Subscript, value: Type, index: Type, type: Type): void {
  if (isAny(value)) {
    cx.escape(type);
    return;
  }
  if (value.mask !== 0) cx.fault(node, 'W0515', { type: value });
  for (const part of value.parts) {
    const one = partType(part);
    if (part.kind === 'instance' && hasMember(part.cls, '__setitem__')) {
      if (!part.cls.opaque) callMethod(cx, one, '__setitem__', [index, type], node);
    } else if (part.kind === 'container' && part.cls.params[0] === 'K') {
      requireHashable(cx, index, node.index);
      equate(cx, '==', index, cx.held(part), node);
      cx.at = node;
      cx.lattice.grow(part.cells[0]!, index);
      cx.lattice.grow(part.cells[1]!, type);
    } else if (part.kind === 'container' && /^(list|deque)$/.test(part.cls.name)) {
      const isList = part.cls.name === 'list';
      if (!isIndex(index, isList)) badIndex(cx, one, index, node);
      cx.at = node;
      const mayBeSlice = (index.mask & (Bit.slice | Bit.any)) !== 0;
      if (mayBeSlice) cx.lattice.grow(part.cells[0]!, elementOf(cx, type, node));
      if (!mayBeSlice || within(index, INT_LIKE | Bit.any)) cx.lattice.grow(part.cells[0]!, type);
    } else {
      cx.fault(node, 'W0515', { type: one });
    }
  }
}

/** `del value[index]` */
export function deleteItem(cx: Inference, node: Subscript): void {
  const value = expression(cx, node.value);
  const index = expression(cx, node.index);
  if (isAny(value)) return;
  if (value.mask !== 0) cx.fault(node, 'W0515', { type: value });
  for (const part of value.parts) {
    const one = partType(part);
    if (part.kind === 'instance' && hasMember(part.cls, '__delitem__')) {
      if (!part.cls.opaque) callMethod(cx, one, '__delitem__', [index], node);
    } else if (part.kind === 'container' && part.cls.params[0] === 'K') {
      requireHashable(cx, index, node.index);
    } else if (part.kind === 'container' && /^(list|deque)$/.test(part.cls.name)) {
      if (!isIndex(index, part.cls.name === 'list')) badIndex(cx, one, index, node);
    } else {
      cx.fault(node, 'W0515', { type: one });
    }
  }
}
