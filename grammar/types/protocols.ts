// Questions about values that no single class answers: can they be hashed, ordered, be false?
// Knows the data model of Python (language reference, section 3.3), not syntax.
import type { CompareOperator } from '../ast.ts';
import { callMethod } from './call/methods.ts';
import type { UserClass } from './entities.ts';
import type { Inference } from './inference.ts';
import { elementOf } from './iterate.ts';
import { hasMember } from './match.ts';
import { falsyScalars, scalarsOrdered, truthyScalars } from './scalar-operators.ts';
import { Bit, isAny, makeType, partType, type Part, type Type } from './type.ts';

/** Recursion in types that contain themselves ends here. */
const MAX_DEPTH = 8;

// ---- hashing ---------------------------------------------------------------------------------------

/** Whether every value of the type can be a dict key. */
export function isHashable(cx: Inference, type: Type): boolean {
  return (type.mask & Bit.slice) === 0 && type.parts.every((part) => isHashablePart(cx, part));
}

function isHashablePart(cx: Inference, part: Part): boolean {
  switch (part.kind) {
    case 'container':
      return part.cls.hashable;
    case 'generic':
      if (part.cls.name === 'dict_keys' || part.cls.name === 'dict_items') return false;
      return part.args.every((arg) => isHashable(cx, arg));
    case 'tuple':
      return part.elems.every((elem) => isHashable(cx, elem));
    case 'instance':
      return hashesInstances(part.cls);
    case 'class':
    case 'builtin-class':
    case 'function':
    case 'builtin':
    case 'bound':
    case 'wrapped':
    case 'super':
    case 'module':
    case 'callable':
    case 'form':
      return true;
  }
}

/** A class that defines `__eq__` and not `__hash__` has none (data model, `object.__hash__`). */
function hashesInstances(cls: UserClass): boolean {
  for (const base of cls.mro) {
    if (base.members.has('__hash__')) return true;
    if (base.members.has('__eq__') || base.style === 'dataclass') return false;
    if (base.style === 'namedtuple') return false; // depends on its fields, which grow
  }
  return true;
}

// ---- ordering --------------------------------------------------------------------------------------

export type OrderOperator = Extract<CompareOperator, '<' | '<=' | '>' | '>='>;

const METHODS: Readonly<Record<OrderOperator, readonly [string, string]>> = {
  '<': ['__lt__', '__gt__'],
  '<=': ['__le__', '__ge__'],
  '>': ['__gt__', '__lt__'],
  '>=': ['__ge__', '__le__'],
};

/** Whether any two values of the type can be put in order, as sorting does. */
export function canBeOrdered(cx: Inference, type: Type): boolean {
  return isOrdered(cx, type, type, '<');
}

/** Whether `left op right` is defined for all values of the two types. */
export function isOrdered(cx: Inference, left: Type, right: Type, op: OrderOperator, depth = 0): boolean {
  if (isAny(left) || isAny(right) || depth > MAX_DEPTH) return true;
  cx.lattice.spend(1);
  if (!scalarsOrdered(left.mask, right.mask)) return false;
  const scalarsLeft = left.mask === 0 ? null : makeType(left.mask, []);
  const scalarsRight = right.mask === 0 ? null : makeType(right.mask, []);
  for (const l of left.parts) {
    if (scalarsRight !== null && !pairIsOrdered(cx, partType(l), scalarsRight, op)) return false;
    for (const r of right.parts) if (!partsAreOrdered(cx, l, r, op, depth)) return false;
  }
  return scalarsLeft === null || right.parts.every((r) => pairIsOrdered(cx, scalarsLeft, partType(r), op));
}

/** Ordering by the methods of a user class on either side. */
function pairIsOrdered(cx: Inference, left: Type, right: Type, op: OrderOperator): boolean {
  const [method, reflected] = METHODS[op];
  const l = left.parts[0];
  const r = right.parts[0];
  if (l?.kind === 'instance' && ordersBy(l.cls, method)) {
    if (!l.cls.opaque) callOrder(cx, left, method, right);
    return true;
  }
  if (r?.kind === 'instance' && ordersBy(r.cls, reflected)) {
    if (!r.cls.opaque) callOrder(cx, right, reflected, left);
    return true;
  }
  return false;
}

function callOrder(cx: Inference, self: Type, method: string, other: Type): void {
  const cls = (self.parts[0] as Extract<Part, { kind: 'instance' }>).cls;
  const found = hasMember(cls, method) ? [method] : ORDER_METHODS.filter((name) => hasMember(cls, name));
  for (const name of found) callMethod(cx, self, name, [other], cx.at);
}

const ORDER_METHODS = ['__lt__', '__le__', '__gt__', '__ge__'];

/** With functools.total_ordering, one method gives all four. */
function ordersBy(cls: UserClass, method: string): boolean {
  if (hasMember(cls, method)) return true;
  return cls.mro.some((base) => base.isTotallyOrdered && ORDER_METHODS.some((name) => hasMember(cls, name)));
}

function partsAreOrdered(cx: Inference, l: Part, r: Part, op: OrderOperator, depth: number): boolean {
  const left = partType(l);
  const right = partType(r);
  if (isInstance(l) || isInstance(r)) {
    if (pairIsOrdered(cx, left, right, op)) return true;
    const named = (part: Part): boolean => !isInstance(part) || part.cls.style === 'namedtuple';
    if (!named(l) || !named(r)) return false;
  }
  if (isTuple(l) && isTuple(r)) {
    if (l.kind === 'tuple' && r.kind === 'tuple') {
      return l.elems.every((elem, i) => {
        const other = r.elems[i];
        return other === undefined || isOrdered(cx, elem, other, op, depth + 1);
      });
    }
    return isOrdered(cx, elementOf(cx, left, null), elementOf(cx, right, null), op, depth + 1);
  }
  if (
    l.kind === 'container' &&
    r.kind === 'container' &&
    /^(list|deque)$/.test(l.cls.name) &&
    l.cls === r.cls
  ) {
    return isOrdered(cx, cx.held(l), cx.held(r), op, depth + 1);
  }
  if (isCounter(l) && isCounter(r)) return true;
  return isSetLike(l) && isSetLike(r);
}

function isInstance(part: Part): part is Extract<Part, { kind: 'instance' }> {
  return part.kind === 'instance';
}

function isTuple(part: Part): boolean {
  return (
    part.kind === 'tuple' ||
    (part.kind === 'generic' && part.cls.name === 'tuple') ||
    (part.kind === 'instance' && part.cls.style === 'namedtuple')
  );
}

function isCounter(part: Part): boolean {
  return part.kind === 'container' && part.cls.name === 'Counter';
}

/** Sets and the views of dicts that behave as sets. */
export function isSetLike(part: Part): boolean {
  if (part.kind === 'container') return part.cls.name === 'set';
  return part.kind === 'generic' && /^(frozenset|dict_keys|dict_items)$/.test(part.cls.name);
}

// ---- truth -----------------------------------------------------------------------------------------

/** The values of the type that may count as true. */
export function truthyPart(type: Type): Type {
  const mask = truthyScalars(type.mask);
  const parts = type.parts.filter((part) => part.kind !== 'tuple' || part.elems.length > 0);
  return mask === type.mask && parts.length === type.parts.length ? type : makeType(mask, parts);
}

/** The values of the type that may count as false. */
export function falsyPart(type: Type): Type {
  const mask = falsyScalars(type.mask);
  const parts = type.parts.filter(mayBeFalse);
  return mask === type.mask && parts.length === type.parts.length ? type : makeType(mask, parts);
}

function mayBeFalse(part: Part): boolean {
  switch (part.kind) {
    case 'container':
      return part.cls.name !== 'Generator';
    case 'generic':
      return part.cls.member('__len__') !== null;
    case 'tuple':
      return part.elems.length === 0;
    case 'instance':
      if (part.cls.style === 'namedtuple') return part.cls.fields.length === 0;
      return hasMember(part.cls, '__bool__') || hasMember(part.cls, '__len__');
    case 'callable':
      return true;
    case 'class':
    case 'builtin-class':
    case 'function':
    case 'builtin':
    case 'bound':
    case 'wrapped':
    case 'super':
    case 'module':
    case 'form':
      return false;
  }
}
