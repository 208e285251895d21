// What iterating over a value gives. Knows the classes of the table and the protocol of user classes.
import type { Node } from '../ast.ts';
import type { Inference } from './inference.ts';
import { callMethod } from './call/methods.ts';
import { hasMember } from './match.ts';
import { ANY, Bit, INTEGER, NAT, NEVER, RANGE, STR, isAny, partType, type Part, type Type } from './type.ts';

const ITERABLE_SCALARS = Bit.str | Bit.bytes | RANGE;

/**
 * The type of the elements of an iterable. What is not iterable gives nothing, and is reported at `node`
 * unless that is null.
 */
export function elementOf(cx: Inference, type: Type, node: Node | null): Type {
  if (isAny(type)) return ANY;
  let elem = NEVER;
  if (type.mask !== 0) {
    if ((type.mask & Bit.str) !== 0) elem = STR;
    if ((type.mask & (Bit.bytes | Bit.natRange)) !== 0) elem = cx.lattice.join(elem, NAT);
    if ((type.mask & Bit.intRange) !== 0) elem = cx.lattice.join(elem, INTEGER);
    if ((type.mask & ~ITERABLE_SCALARS) !== 0 && node !== null) cx.fault(node, 'W0504', { type: type });
  }
  for (const part of type.parts) {
    const got = partElement(cx, part, node);
    if (got !== null) elem = cx.lattice.join(elem, got);
    else if (node !== null) cx.fault(node, 'W0504', { type: type });
  }
  return elem;
}

/** Whether all values of the type can be iterated over. */
export function isIterable(cx: Inference, type: Type): boolean {
  if (isAny(type)) return true;
  if ((type.mask & ~ITERABLE_SCALARS) !== 0) return false;
  return type.parts.every((part) => partElement(cx, part, null) !== null);
}

function partElement(cx: Inference, part: Part, node: Node | null): Type | null {
  switch (part.kind) {
    case 'container':
      return part.cls.params.length === 0 ? null : cx.held(part);
    case 'generic':
      if (part.args.length === 0 || part.cls.name === 'Pattern') return null;
      return part.cls.name === 'dict_items' ? cx.tuple(part.args) : part.args[0]!;
    case 'tuple':
      return cx.lattice.joinAll(part.elems);
    case 'instance':
      return instanceElement(cx, partType(part), part, node);
    case 'class':
      return part.cls.style === 'enum' ? part.cls.instance : null;
    case 'builtin-class':
    case 'function':
    case 'builtin':
    case 'bound':
    case 'wrapped':
    case 'super':
    case 'module':
    case 'callable':
    case 'form':
      return null;
  }
}

function instanceElement(
  cx: Inference,
  type: Type,
  part: Extract<Part, { kind: 'instance' }>,
  node: Node | null,
): Type | null {
  if (part.cls.opaque) return ANY;
  if (part.cls.style === 'namedtuple') {
    return cx.lattice.joinAll([...part.cls.attributes.values()].map((cell) => cx.lattice.read(cell)));
  }
  const at = node ?? cx.at;
  if (hasMember(part.cls, '__iter__')) return nextOf(cx, callMethod(cx, type, '__iter__', [], at), at);
  if (hasMember(part.cls, '__getitem__')) return callMethod(cx, type, '__getitem__', [NAT], at);
  return null;
}

/** What `next` gives for an iterator. */
export function nextOf(cx: Inference, type: Type, node: Node): Type {
  if (isAny(type)) return ANY;
  let result = NEVER;
  if (type.mask !== 0) cx.fault(node, 'W0504', { type: type });
  for (const part of type.parts) {
    if (part.kind === 'instance' && hasMember(part.cls, '__next__')) {
      const got = part.cls.opaque ? ANY : callMethod(cx, partType(part), '__next__', [], node);
      result = cx.lattice.join(result, got);
    } else if (isIteratorPart(part)) {
      result = cx.lattice.join(result, partElement(cx, part, null) ?? NEVER);
    } else {
      cx.fault(node, 'W0504', { type: type });
    }
  }
  return result;
}

function isIteratorPart(part: Part): boolean {
  return (
    ((part.kind === 'container' || part.kind === 'generic') &&
      /^(Iterator|Generator)$/.test(part.cls.name)) ||
    (part.kind === 'instance' && hasMember(part.cls, '__next__'))
  );
}

export function isIterator(cx: Inference, type: Type): boolean {
  cx.lattice.spend(1);
  return isAny(type) || (type.mask === 0 && type.parts.every(isIteratorPart));
}
