// Assignment to targets: names, attributes, items, and lists of targets that a value is unpacked into.
// Source: the Python 3.11 language reference, section 7.2.
import type { Expr, ListExpr, TupleExpr } from '../../ast.ts';
import type { Inference } from '../inference.ts';
import { elementOf } from '../iterate.ts';
import type { Annotation } from '../layout.ts';
import { declaredType, fitsQuietly } from '../match.ts';
import { knownClass } from '../registry.ts';
import { isClosed } from '../terms.ts';
import { NEVER, partType, type Type } from '../type.ts';
import { assignAttribute, deleteAttribute } from './attributes.ts';
import { expression } from './expressions.ts';
import { assignName, assignSlot, resolve } from './names.ts';
import { filled } from './operators.ts';
import { assignItem, deleteItem } from './subscripts.ts';

/** `target = value` */
export function assignTarget(cx: Inference, target: Expr, type: Type): void {
  if (cx.recorded !== null && target.kind === 'Name') cx.record(target, type);
  if (target.kind === 'Name') assignVariable(cx, target, type);
  else if (target.kind === 'Tuple' || target.kind === 'List') unpack(cx, target, type);
  else if (target.kind === 'Attribute') assignAttribute(cx, target, expression(cx, target.value), type);
  else if (target.kind === 'Subscript') {
    const value = expression(cx, target.value);
    assignItem(cx, target, value, expression(cx, target.index), type);
  } else if (target.kind === 'Starred') {
    assignTarget(cx, target.value, filled(cx, target, knownClass('list'), elementOf(cx, type, target)));
  } else cx.loose(target, 'the target of an assignment is not known');
}

/** A variable that was annotated is held to its annotation, and what it holds belongs to it. */
function assignVariable(cx: Inference, target: Extract<Expr, { kind: 'Name' }>, type: Type): void {
  const name = cx.mangled(target.id);
  const { declared } = cx.frame.layout;
  if (declared.size > 0) {
    const slot = cx.frame.loops === null ? cx.frame.layout.index.get(name) : undefined;
    const promise = slot === undefined ? undefined : declared.get(slot);
    if (promise !== undefined) {
      holdToAnnotation(cx, target, name, type, promise);
    }
  }
  assignName(cx, name, type);
}

/** Checks what is given to a variable or attribute against its annotation. */
export function holdToAnnotation(
  cx: Inference,
  target: Expr,
  name: string,
  type: Type,
  { term, node }: Annotation,
): void {
  if (!fitsQuietly(cx, type, term)) {
    cx.fault(target, 'W0516', { name, expected: term, actual: type });
  } else if (isClosed(term) && type.parts.length > 0) {
    // The containers become those of the annotation, which binds whatever is put in them.
    cx.at = target;
    cx.lattice.join(declaredType(cx, term, node), type, true);
  }
}

function unpack(cx: Inference, target: TupleExpr | ListExpr, type: Type): void {
  const { elts } = target;
  const star = elts.findIndex((elt) => elt.kind === 'Starred');
  const types = star < 0 ? unpackPlain(cx, type, target) : null;
  if (types !== null) {
    elts.forEach((elt, i) => assignTarget(cx, elt, types[i]!));
    return;
  }
  const spread = star < 0 ? null : unpackStarred(cx, target, type, star);
  if (spread !== null) {
    elts.forEach((elt, i) => assignSpread(cx, elt, spread[i]!));
    return;
  }
  const elem = elementOf(cx, type, target);
  for (const elt of elts) assignSpread(cx, elt, elem);
}

/** Assigns the element type; a starred target gets a list of them. */
function assignSpread(cx: Inference, target: Expr, elem: Type): void {
  if (target.kind !== 'Starred') assignTarget(cx, target, elem);
  else assignTarget(cx, target.value, filled(cx, target, knownClass('list'), elem));
}

/** One type per target, by position where lengths are known; null if no part has a length that fits. */
function unpackPlain(cx: Inference, type: Type, target: TupleExpr | ListExpr): Type[] | null {
  const count = target.elts.length;
  let types: Type[] | null = null;
  let open = type.mask === 0 ? NEVER : elementOf(cx, { mask: type.mask, parts: [], depth: 0 }, target);
  for (const part of type.parts) {
    // A tuple of another length raises ValueError, so nothing gets through.
    if (part.kind === 'tuple') {
      if (part.elems.length !== count) continue;
      const before: Type[] | null = types;
      types =
        before === null ? [...part.elems] : part.elems.map((elem, i) => cx.lattice.join(before[i]!, elem));
    } else if (
      part.kind === 'instance' &&
      part.cls.style === 'namedtuple' &&
      part.cls.fields.length === count
    ) {
      const fields = part.cls.fields.map((field) => cx.lattice.read(cx.attributeCell(part.cls, field.name)));
      const before: Type[] | null = types;
      types = before === null ? fields : fields.map((field, i) => cx.lattice.join(before[i]!, field));
    } else {
      open = cx.lattice.join(open, elementOf(cx, partType(part), target));
    }
  }
  return types === null ? null : types.map((one) => cx.lattice.join(one, open));
}

/** As unpackPlain, with a starred target that takes what the others leave: element types by target. */
function unpackStarred(cx: Inference, target: TupleExpr | ListExpr, type: Type, star: number): Type[] | null {
  const only = type.mask === 0 && type.parts.length === 1 ? type.parts[0]! : null;
  if (only?.kind !== 'tuple' || only.elems.length < target.elts.length - 1) return null;
  const after = target.elts.length - star - 1;
  const { elems } = only;
  return [
    ...elems.slice(0, star),
    cx.lattice.joinAll(elems.slice(star, elems.length - after)),
    ...elems.slice(elems.length - after),
  ];
}

/** `del target` */
export function deleteTarget(cx: Inference, target: Expr): void {
  if (target.kind === 'Name') {
    const place = resolve(cx, cx.mangled(target.id));
    // From here on the variable has no value; what nested functions may see of it stays.
    if (place?.frame === cx.frame) assignSlot(cx, place.frame, place.slot, NEVER);
  } else if (target.kind === 'Attribute') deleteAttribute(cx, target);
  else if (target.kind === 'Subscript') deleteItem(cx, target);
  else if (target.kind === 'Tuple' || target.kind === 'List') {
    for (const elt of target.elts) deleteTarget(cx, elt);
  } else cx.loose(target, 'the target of a del is not known');
}
