// Holds types against terms: whether a value fits an annotation or a parameter of a builtin, what its type
// variables then stand for, and the type that a term gives. Knows nothing of syntax.
import type { Node } from '../ast.ts';
import type { BuiltinClass, Cell, UserClass } from './entities.ts';
import type { Inference } from './inference.ts';
import { canBeOrdered, isHashable } from './protocols.ts';
import { callValue } from './call/call.ts';
import { elementOf, isIterable, isIterator } from './iterate.ts';
import { isClosed, type Term } from './terms.ts';
import {
  ANY,
  Bit,
  INT_LIKE,
  NEVER,
  RANGE,
  isAny,
  isNever,
  makeType,
  partType,
  scalar,
  within,
  type Part,
  type Type,
} from './type.ts';

/** What type variables stand for: cells where they name the contents of a container, else types. */
export class Bindings {
  private readonly cells = new Map<string, Cell[]>();
  private readonly types = new Map<string, Type>();

  setCells(name: string, cells: readonly Cell[]): void {
    const known = this.cells.get(name);
    if (known === undefined) this.cells.set(name, [...cells]);
    else known.push(...cells);
  }

  cellsOf(name: string): readonly Cell[] | undefined {
    return this.cells.get(name);
  }

  add(cx: Inference, name: string, type: Type): void {
    const cells = this.cells.get(name);
    if (cells !== undefined) for (const cell of cells) cx.lattice.grow(cell, type);
    else this.types.set(name, cx.lattice.join(this.types.get(name) ?? NEVER, type));
  }

  get(cx: Inference, name: string): Type {
    const cells = this.cells.get(name);
    if (cells === undefined) return this.types.get(name) ?? NEVER;
    let type = NEVER;
    for (const cell of cells) type = cx.lattice.join(type, cx.lattice.read(cell));
    return type;
  }
}

/** Whether `cls` is `base` or derives from it. */
export function derives(cls: BuiltinClass, base: BuiltinClass): boolean {
  for (let c: BuiltinClass | null = cls; c !== null; c = c.base) if (c === base) return true;
  return false;
}

/** As fits, for terms whose containers the value's containers become, which are then watched themselves. */
export function fitsQuietly(cx: Inference, type: Type, term: Term): boolean {
  const quiet = cx.lattice.isQuiet;
  cx.lattice.isQuiet = isClosed(term);
  const result = fits(cx, type, term);
  cx.lattice.isQuiet = quiet;
  return result;
}

// ---- fitting ---------------------------------------------------------------------------------------

/** Whether every value of the type is one that the term allows. What is not known is given the benefit. */
export function fits(cx: Inference, type: Type, term: Term): boolean {
  switch (term.kind) {
    case 'scalar':
      return within(type, term.accepts | Bit.any);
    case 'object':
    case 'any':
    case 'var':
      return true;
    case 'union':
      return fitsUnion(cx, type, term.members);
    case 'class':
    case 'tuple':
    case 'instance':
    case 'protocol':
    case 'callable':
    case 'class-object': {
      cx.lattice.spend(1);
      if (isAny(type)) return true;
      if (type.mask !== 0 && !scalarsFit(type.mask, term)) return false;
      for (const part of type.parts) if (!partFits(cx, part, term)) return false;
      return true;
    }
  }
}

function fitsUnion(cx: Inference, type: Type, members: readonly Term[]): boolean {
  if (isAny(type)) return true;
  let left = type.mask;
  for (const member of members) {
    if (member.kind === 'scalar') left &= ~member.accepts;
    else
      for (let bit = 1; bit <= left; bit <<= 1)
        if ((left & bit) !== 0 && scalarsFit(bit, member)) left &= ~bit;
  }
  if (left !== 0) return false;
  for (const part of type.parts) {
    if (!members.some((member) => member.kind !== 'scalar' && fits(cx, partType(part), member))) return false;
  }
  return true;
}

/** Whether scalars fit a term that is not made for scalars. */
function scalarsFit(mask: number, term: Term): boolean {
  if (term.kind !== 'protocol') return term.kind === 'object' || term.kind === 'any' || term.kind === 'var';
  switch (term.name) {
    case 'Iterable':
    case 'Sequence':
    case 'Sized': {
      const elem = term.args[0];
      if ((mask & ~(Bit.str | Bit.bytes | RANGE)) !== 0) return false;
      if (elem === undefined || elem.kind !== 'scalar') return true;
      const needed =
        ((mask & Bit.str) === 0 ? 0 : Bit.str) | ((mask & ~Bit.str) === 0 ? 0 : INT_LIKE & ~Bit.bool);
      return (needed & ~elem.accepts) === 0;
    }
    case 'Hashable':
      return (mask & Bit.slice) === 0;
    case 'Index':
      return (mask & ~INT_LIKE) === 0;
    case 'Comparable':
      return true;
    case 'Iterator':
    case 'Mapping':
      return false;
  }
}

function partFits(cx: Inference, part: Part, term: Term): boolean {
  switch (term.kind) {
    case 'class':
      return partFitsClass(cx, part, term.cls, term.args);
    case 'tuple':
      return (
        part.kind === 'tuple' &&
        part.elems.length === term.elems.length &&
        part.elems.every((elem, i) => fits(cx, elem, term.elems[i]!))
      );
    case 'instance':
      return part.kind === 'instance' && (part.cls.mro.includes(term.cls) || part.cls.opaque);
    case 'protocol':
      return partFitsProtocol(cx, part, term.name, term.args);
    case 'callable':
      return isCallablePart(part);
    case 'class-object':
      return part.kind === 'class' || part.kind === 'builtin-class';
    case 'object':
    case 'any':
    case 'var':
      return true;
    case 'scalar':
      return false;
    case 'union':
      return fits(cx, partType(part), term);
  }
}

function partFitsClass(cx: Inference, part: Part, cls: BuiltinClass, args: readonly Term[]): boolean {
  switch (part.kind) {
    case 'container':
      return derives(part.cls, cls) && args.every((arg, i) => fits(cx, cx.lattice.read(part.cells[i]!), arg));
    case 'generic':
      return derives(part.cls, cls) && args.every((arg, i) => fits(cx, part.args[i] ?? ANY, arg));
    case 'tuple':
      return (
        cls.name === 'tuple' && part.elems.every((elem) => args[0] === undefined || fits(cx, elem, args[0]))
      );
    case 'instance':
      if (part.cls.exception !== null && derives(part.cls.exception, cls)) return true;
      return part.cls.style === 'namedtuple' && cls.name === 'tuple';
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
      return false;
  }
}

function partFitsProtocol(cx: Inference, part: Part, name: string, args: readonly Term[]): boolean {
  const type = partType(part);
  const elem = args[0];
  switch (name) {
    case 'Iterable':
      return isIterable(cx, type) && (elem === undefined || fits(cx, elementOf(cx, type, null), elem));
    case 'Iterator':
      return isIterator(cx, type) && (elem === undefined || fits(cx, elementOf(cx, type, null), elem));
    case 'Sequence': {
      const named =
        part.kind === 'tuple' ||
        ((part.kind === 'container' || part.kind === 'generic') &&
          /^(list|tuple|deque)$/.test(part.cls.name));
      return named && (elem === undefined || fits(cx, elementOf(cx, type, null), elem));
    }
    case 'Mapping':
      return (
        part.kind === 'container' &&
        part.cls.params[0] === 'K' &&
        args.every((arg, i) => fits(cx, cx.lattice.read(part.cells[i]!), arg))
      );
    case 'Sized':
      return isSizedPart(part);
    case 'Hashable':
      return isHashable(cx, type);
    case 'Comparable':
      return canBeOrdered(cx, type);
    case 'Index':
      return part.kind === 'instance' && hasMember(part.cls, '__index__');
    default:
      return false;
  }
}

export function hasMember(cls: UserClass, name: string): boolean {
  return cls.opaque || cls.mro.some((base) => base.members.has(name));
}

function isSizedPart(part: Part): boolean {
  switch (part.kind) {
    case 'tuple':
      return true;
    case 'container':
    case 'generic':
      return part.cls.member('__len__') !== null;
    case 'instance':
      return part.cls.style === 'namedtuple' || hasMember(part.cls, '__len__');
    case 'class':
      return part.cls.style === 'enum';
    case 'builtin-class':
    case 'function':
    case 'builtin':
    case 'bound':
    case 'wrapped':
    case 'super':
    case 'module':
    case 'callable':
    case 'form':
      return false;
  }
}

export function isCallablePart(part: Part): boolean {
  switch (part.kind) {
    case 'function':
    case 'builtin':
    case 'bound':
    case 'callable':
    case 'class':
    case 'builtin-class':
      return true;
    case 'wrapped':
      return part.how !== 'property';
    case 'instance':
      return hasMember(part.cls, '__call__');
    case 'container':
    case 'generic':
    case 'tuple':
    case 'super':
    case 'module':
    case 'form':
      return false;
  }
}

// ---- binding ---------------------------------------------------------------------------------------

/** Lets the variables of a term stand for what the type has there, once it is known to fit. */
export function bind(cx: Inference, type: Type, term: Term, into: Bindings, node: Node): void {
  switch (term.kind) {
    case 'var':
      into.add(cx, term.name, type);
      return;
    case 'class':
      for (const part of type.parts) bindClass(cx, part, term, into, node);
      if (isAny(type)) for (const arg of term.args) bind(cx, ANY, arg, into, node);
      return;
    case 'tuple':
      for (const part of type.parts) {
        if (part.kind === 'tuple')
          part.elems.forEach((elem, i) => bindOptional(cx, elem, term.elems[i], into, node));
      }
      return;
    case 'protocol':
      if (term.args.length === 1) bind(cx, elementOf(cx, type, null), term.args[0]!, into, node);
      return;
    case 'callable': {
      const params = (term.params ?? []).map((param) => give(cx, param, into, node));
      bind(cx, callValue(cx, type, params, node), term.returns, into, node);
      return;
    }
    case 'union':
      bindUnion(cx, type, term.members, into, node);
      return;
    case 'scalar':
    case 'object':
    case 'any':
    case 'instance':
    case 'class-object':
      return;
  }
}

function bindOptional(cx: Inference, type: Type, term: Term | undefined, into: Bindings, node: Node): void {
  if (term !== undefined) bind(cx, type, term, into, node);
}

function bindClass(
  cx: Inference,
  part: Part,
  term: Extract<Term, { kind: 'class' }>,
  into: Bindings,
  node: Node,
): void {
  term.args.forEach((arg, i) => {
    if (part.kind === 'container') {
      const cell = part.cells[i];
      if (cell === undefined) return;
      if (arg.kind === 'var') into.setCells(arg.name, [cell]);
      else bind(cx, cx.lattice.read(cell), arg, into, node);
    } else if (part.kind === 'generic') {
      bindOptional(cx, part.args[i] ?? ANY, arg, into, node);
    } else if (part.kind === 'tuple') {
      for (const elem of part.elems) bind(cx, elem, arg, into, node);
    }
  });
}

/** Each part goes to the first member that takes it. */
function bindUnion(cx: Inference, type: Type, members: readonly Term[], into: Bindings, node: Node): void {
  for (const atom of cx.atoms(type)) {
    const taker = members.find(
      (member) => member.kind !== 'scalar' && member.kind !== 'var' && fits(cx, atom, member),
    );
    if (taker !== undefined) {
      bind(cx, atom, taker, into, node);
      continue;
    }
    const variable = members.find((member) => member.kind === 'var');
    let left = atom.mask;
    for (const member of members) if (member.kind === 'scalar') left &= ~member.accepts;
    const rest = atom.parts.length === 0 ? scalar(left) : atom;
    if (variable !== undefined && !isNever(rest)) bind(cx, rest, variable, into, node);
  }
}

// ---- giving ----------------------------------------------------------------------------------------

/** Counts the containers that one node makes. */
interface Site {
  next: number;
}

/** The type that the result of a builtin has. Containers in it belong to the node. */
export function give(cx: Inference, term: Term, bindings: Bindings, node: Node): Type {
  return giveAt(cx, term, bindings, node, { next: 0 }, false);
}

/** The type of what an annotation declares; `nth` tells annotations of one node apart. */
export function declaredType(cx: Inference, term: Term, node: Node, nth = 0): Type {
  return giveAt(cx, term, new Bindings(), node, { next: nth * 100 }, true);
}

function giveAt(
  cx: Inference,
  term: Term,
  bindings: Bindings,
  node: Node,
  site: Site,
  declared: boolean,
): Type {
  switch (term.kind) {
    case 'scalar':
      return scalar(declared ? term.accepts : term.gives);
    case 'var':
      return bindings.get(cx, term.name);
    case 'object':
    case 'any':
    case 'protocol':
      return ANY;
    case 'class':
      return giveClass(cx, term, bindings, node, site, declared);
    case 'tuple':
      return cx.tuple(term.elems.map((elem) => giveAt(cx, elem, bindings, node, site, declared)));
    case 'instance':
      return instancesOf(cx, term.cls);
    case 'callable': {
      const params = term.params?.map((param) => giveAt(cx, param, bindings, node, site, declared)) ?? null;
      const returns = giveAt(cx, term.returns, bindings, node, site, declared);
      return cx.lattice.bounded(partType({ kind: 'callable', params, returns }));
    }
    case 'class-object':
      return term.of.kind === 'instance' ? term.of.cls.object : ANY;
    case 'union': {
      let type = NEVER;
      for (const member of term.members) {
        type = cx.lattice.join(type, giveAt(cx, member, bindings, node, site, declared));
      }
      return type;
    }
  }
}

function giveClass(
  cx: Inference,
  term: Extract<Term, { kind: 'class' }>,
  bindings: Bindings,
  node: Node,
  site: Site,
  declared: boolean,
): Type {
  const { cls } = term;
  if (!cls.mutable) {
    const args = cls.params.map((_, i) => {
      const arg = term.args[i];
      return arg === undefined ? ANY : giveAt(cx, arg, bindings, node, site, declared);
    });
    return cx.generic(cls, args);
  }
  const { type, part } = cx.made(node, cls, site.next++);
  part.cells.forEach((cell, i) => {
    const arg = term.args[i];
    cx.lattice.grow(
      cell,
      arg === undefined ? defaultArg(cls, i) : giveAt(cx, arg, bindings, node, site, declared),
    );
    if (declared && arg !== undefined) cx.lattice.find(cell).bounds ??= [arg];
  });
  if (cls.hashed) requireHashable(cx, cx.held(part), node);
  return type;
}

function defaultArg(cls: BuiltinClass, nth: number): Type {
  return cls.name === 'Counter' && nth === 1 ? makeType(Bit.nat | Bit.neg, []) : ANY;
}

/** Reports what cannot be a dict key or a set member. */
export function requireHashable(cx: Inference, type: Type, node: Node): void {
  if (!isHashable(cx, type)) cx.fault(node, 'W0508', { type: type });
}

/** Instances of a class and of the classes derived from it. The program is all there is. */
export function instancesOf(cx: Inference, cls: UserClass): Type {
  cls.isCounted = true;
  let type = cls.instance;
  for (const sub of cls.subclasses) type = cx.lattice.join(type, instancesOf(cx, sub));
  return type;
}
