// Making the record of a class of the program: its bases, their order, its style.
// Source: the Python 3.11 language reference, section 3.3.3. Knows nothing of class bodies.
import type { Node } from '../../ast.ts';
import type { BuiltinClass, UserClass } from '../entities.ts';
import type { Inference } from '../inference.ts';
import { derives } from '../match.ts';
import { knownClass } from '../registry.ts';
import { NEVER, isAny, partType, type Type } from '../type.ts';

/** What the bases of a class make of it. */
export interface Heritage {
  readonly bases: readonly UserClass[];
  readonly exception: BuiltinClass | null;
  readonly opaque: boolean;
  readonly style: UserClass['style'];
  readonly isAbstract: boolean;
}

export const NO_HERITAGE: Heritage = {
  bases: [],
  exception: null,
  opaque: false,
  style: 'plain',
  isAbstract: false,
};

/** Bases that say nothing about instances. */
const EMPTY_BASES = new Set(['typing.Generic', 'typing.Protocol', 'typing.alias']);

/** Reads what the values of the base expressions mean. */
export function heritageOf(cx: Inference, types: readonly Type[], node: Node): Heritage {
  let heritage = NO_HERITAGE;
  for (const type of types) {
    const part = type.parts.length === 1 && type.mask === 0 ? type.parts[0]! : null;
    if (part?.kind === 'class') {
      const { cls } = part;
      heritage = {
        bases: [...heritage.bases, cls],
        exception: heritage.exception ?? cls.exception,
        opaque: heritage.opaque || cls.opaque,
        style: cls.style === 'enum' || cls.style === 'namedtuple' ? cls.style : heritage.style,
        isAbstract: heritage.isAbstract || cls.isAbstract,
      };
    } else if (part?.kind === 'builtin-class' && derives(part.cls, knownClass('BaseException'))) {
      heritage = { ...heritage, exception: part.cls };
    } else if (part?.kind === 'form' && part.name === 'enum.Enum') {
      heritage = { ...heritage, style: 'enum' };
    } else if (part?.kind === 'form' && part.name === 'typing.NamedTuple') {
      heritage = { ...heritage, style: 'namedtuple' };
    } else if (part?.kind === 'form' && part.name === 'abc.ABC') {
      heritage = { ...heritage, isAbstract: true };
    } else if (part?.kind === 'form' && EMPTY_BASES.has(part.name)) {
      continue;
    } else if (part?.kind !== 'builtin-class' || part.cls.name !== 'object') {
      if (!isAny(type)) cx.loose(node, 'the checker does not know what a base class is');
      heritage = { ...heritage, opaque: true };
    }
  }
  return heritage;
}

/** A class with nothing in it yet. */
export function makeUserClass(
  cx: Inference,
  name: string,
  node: Node,
  heritage: Heritage,
  more: Partial<Pick<UserClass, 'style' | 'isTotallyOrdered' | 'abstractMethods' | 'fields'>>,
): UserClass {
  const mro: UserClass[] = [];
  // The record points to itself through its types, so these are filled in afterwards.
  const made: { -readonly [K in keyof UserClass]: UserClass[K] } = {
    id: cx.lattice.id(),
    name,
    node,
    outer: cx.frame,
    mro,
    style: more.style ?? heritage.style,
    exception: heritage.exception,
    opaque: heritage.opaque,
    isTotallyOrdered: more.isTotallyOrdered ?? false,
    abstractMethods: more.abstractMethods ?? new Set(),
    isAbstract: heritage.isAbstract,
    subclasses: [],
    members: new Map(),
    attributes: new Map(),
    fields: more.fields ?? [],
    values: cx.lattice.cell(NEVER),
    instance: NEVER,
    object: NEVER,
    isInstantiated: false,
    isAwaited: false,
    isCounted: false,
  };
  made.instance = partType({ kind: 'instance', cls: made });
  made.object = partType({ kind: 'class', cls: made });
  const order = linearize(heritage.bases);
  if (order === null) {
    cx.fault(node, 'W0512', { callee: name, problem: 'has bases in no consistent order' });
    mro.push(made);
  } else mro.push(made, ...order);
  for (const base of heritage.bases) base.subclasses.push(made);
  // Somebody may have relied on a base class having fewer subclasses.
  if (heritage.bases.some((base) => base.isCounted)) cx.lattice.changed = true;
  const known = cx.classes.get(node);
  if (known === undefined) cx.classes.set(node, [made]);
  else known.push(made);
  return made;
}

/** The class that a definition made in this frame, at an earlier visit. */
export function knownUserClass(cx: Inference, node: Node): UserClass | null {
  return cx.classes.get(node)?.find((cls) => cls.outer === cx.frame) ?? null;
}

/** C3 linearization of what is inherited; null if there is none. */
function linearize(bases: readonly UserClass[]): UserClass[] | null {
  if (bases.length <= 1) return bases.length === 0 ? [] : [...bases[0]!.mro];
  const lists = [...bases.map((base) => [...base.mro]), [...bases]];
  const order: UserClass[] = [];
  for (;;) {
    const left = lists.filter((list) => list.length > 0);
    if (left.length === 0) return order;
    const next = left.map((list) => list[0]!).find((head) => !left.some((list) => list.indexOf(head) > 0));
    if (next === undefined) return null;
    order.push(next);
    for (const list of left) if (list[0] === next) list.shift();
  }
}
