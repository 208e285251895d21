// Attributes: of instances and classes of the program, of builtin values, of modules.
// Source: the Python 3.11 language reference, sections 3.3.2 and 6.3.1.
import type { Attribute, Expr, Node } from '../../ast.ts';
import { callMethod } from '../call/methods.ts';
import { callValue } from '../call/call.ts';
import { mayLack } from '../classes/definite.ts';
import type { BuiltinClass, Member, UserClass } from '../entities.ts';
import { setFact } from '../env.ts';
import type { Inference } from '../inference.ts';
import { Bindings, give, hasMember } from '../match.ts';
import { knownClass } from '../registry.ts';
import { expression } from './expressions.ts';
import { importedValue, pathRoot, resolve } from './names.ts';
import {
  ANY,
  Bit,
  INT,
  NEVER,
  RANGE,
  STR,
  isAny,
  isNever,
  makeType,
  partType,
  scalar,
  type InstancePart,
  type Part,
  type Type,
} from '../type.ts';

export function attribute(cx: Inference, node: Attribute): Type {
  const value = expression(cx, node.value);
  const facts = cx.frame.env?.facts;
  if (facts !== null && facts !== undefined) {
    const path = pathOf(cx, node);
    const fact = path === null ? undefined : facts.get(path);
    if (fact !== undefined) return fact;
  }
  return attributeOf(cx, value, cx.mangled(node.attr), node);
}

/** How facts name a variable or a chain of attributes of one; null for other expressions. */
export function pathOf(cx: Inference, node: Expr): string | null {
  if (node.kind === 'Name') {
    const place = resolve(cx, cx.mangled(node.id));
    return place === null ? null : pathRoot(cx, place.frame, place.slot);
  }
  if (node.kind !== 'Attribute') return null;
  const base = pathOf(cx, node.value);
  return base === null ? null : `${base}.${cx.mangled(node.attr)}`;
}

/** The type of `value.name`; what has no such attribute is reported. */
export function attributeOf(cx: Inference, value: Type, name: string, node: Node): Type {
  if (isAny(value)) return ANY;
  let result = NEVER;
  for (const atom of cx.atoms(value)) {
    const one = atomAttribute(cx, atom, name, node);
    if (one !== null) result = cx.lattice.join(result, one);
    else cx.fault(node, 'W0509', { type: atom, name });
  }
  return result;
}

function atomAttribute(cx: Inference, atom: Type, name: string, node: Node): Type | null {
  const part = atom.parts[0];
  if (part === undefined) return scalarAttribute(cx, atom, name, node);
  switch (part.kind) {
    case 'container':
    case 'generic': {
      const member = part.cls.member(name);
      return member === null ? null : memberValue(cx, member, atom, part, node);
    }
    case 'tuple': {
      const member = knownClass('tuple').member(name);
      return member === null ? null : memberValue(cx, member, atom, part, node);
    }
    case 'instance':
      return instanceAttribute(cx, part, name, node);
    case 'class':
      return classAttribute(cx, part.cls, name, atom, node);
    case 'builtin-class':
      return builtinClassAttribute(cx, part.cls, name, node);
    case 'module':
      return (
        importedValue(cx, part.name, name, node) ??
        cx.unknown(node, `the checker does not know ${part.name}.${name}`)
      );
    case 'super':
      return superAttribute(cx, part.cls, part.self, name, node);
    case 'function':
    case 'builtin':
    case 'bound':
    case 'wrapped':
      if (name === '__name__' || name === '__qualname__') return STR;
      if (name === '__doc__') return makeType(Bit.str | Bit.none, []);
      return cx.unknown(node, `the attribute ${name} of a function`);
    case 'callable':
    case 'form':
      return cx.unknown(node, `the attribute ${name} of a value known by its annotation alone`);
  }
}

// ---- builtin values --------------------------------------------------------------------------------

/** The builtin classes of scalars; int covers both signs, as their attributes are the same. */
const SCALAR_CLASSES: readonly (readonly [number, string])[] = [
  [Bit.none, 'NoneType'],
  [Bit.bool, 'bool'],
  [INT, 'int'],
  [Bit.float, 'float'],
  [Bit.complex, 'complex'],
  [Bit.str, 'str'],
  [Bit.bytes, 'bytes'],
  [RANGE, 'range'],
  [Bit.ellipsis, 'ellipsis'],
  [Bit.slice, 'slice'],
  [Bit.object, 'object'],
];

/** The builtin classes that scalars of a mask belong to. */
export function classesOfScalars(mask: number): BuiltinClass[] {
  return SCALAR_CLASSES.filter(([bits]) => (mask & bits) !== 0).map(([, name]) => knownClass(name));
}

function scalarAttribute(cx: Inference, type: Type, name: string, node: Node): Type | null {
  let result = NEVER;
  for (const [bits, className] of SCALAR_CLASSES) {
    if ((type.mask & bits) === 0) continue;
    const member = knownClass(className).member(name);
    const self = scalar(type.mask & bits);
    if (member !== null) result = cx.lattice.join(result, memberValue(cx, member, self, null, node));
    else if (name === '__class__') return ANY;
    else cx.fault(node, 'W0509', { type: type, name });
  }
  return (type.mask & Bit.notImplemented) !== 0 ? null : result;
}

function memberValue(cx: Inference, member: Member, self: Type, part: Part | null, node: Node): Type {
  if (member.kind === 'value') {
    const type = give(cx, member.term, classBindings(cx, part), node);
    return isAny(type) ? cx.unknown(node, 'the table says Any') : type;
  }
  const fn = partType({ kind: 'builtin', fn: member.fn });
  return member.static ? fn : cx.lattice.bounded(partType({ kind: 'bound', fn, args: [self] }));
}

/** The parameters of a builtin class, standing for what this instance has there. */
export function classBindings(cx: Inference, part: Part | null): Bindings {
  const bindings = new Bindings();
  if (part === null) return bindings;
  if (part.kind === 'container')
    part.cls.params.forEach((name, i) => bindings.setCells(name, [part.cells[i]!]));
  else if (part.kind === 'generic')
    part.cls.params.forEach((name, i) => bindings.add(cx, name, part.args[i] ?? ANY));
  else if (part.kind === 'tuple') bindings.add(cx, 'T', cx.lattice.joinAll(part.elems));
  return bindings;
}

function builtinClassAttribute(cx: Inference, cls: BuiltinClass, name: string, node: Node): Type | null {
  if (name === '__name__' || name === '__qualname__') return STR;
  const member = cls.member(name);
  if (member === null)
    return name.startsWith('__') ? cx.unknown(node, `the attribute ${name} of a class`) : null;
  if (member.kind === 'value') return cx.unknown(node, `the attribute ${name} of a class`);
  return partType({ kind: 'builtin', fn: member.fn });
}

// ---- instances and classes of the program ----------------------------------------------------------

/** The class of the mro that defines a name in its body, or null. */
export function definingClass(cls: UserClass, name: string): UserClass | null {
  for (const base of cls.mro) if (base.members.has(name)) return base;
  return null;
}

function instanceAttribute(cx: Inference, part: InstancePart, name: string, node: Node): Type | null {
  const { cls } = part;
  const owner = definingClass(cls, name);
  const member = owner === null ? null : cx.lattice.read(owner.members.get(name)!);
  const property = member?.parts.find((p) => p.kind === 'wrapped' && p.how === 'property');
  if (property?.kind === 'wrapped') {
    cx.forgetFacts();
    return callValue(cx, property.fn, [cls.instance], node);
  }
  const cell = cx.attributeCell(cls, name);
  const own = cx.lattice.read(cell);
  const inherited = member === null ? null : cx.mapParts(member, (p) => bindMember(cx, p, cls.instance, cls));
  if (inherited !== null) return cx.lattice.join(own, inherited);
  if (!isNever(own)) {
    if (mayLack(cx, cls, name)) cx.fault(node, 'W0510', { type: cls.name, name });
    return own;
  }
  return missingAttribute(cx, cls, name, node);
}

function missingAttribute(cx: Inference, cls: UserClass, name: string, node: Node): Type | null {
  if (cls.opaque) return ANY;
  if (!cls.isInstantiated) return neverMade(cls);
  if (name === '__class__') return cls.object;
  if (name === '__dict__') return cx.unknown(node, 'an object is looked at as a dict');
  if (hasMember(cls, '__getattr__')) return callMethod(cx, cls.instance, '__getattr__', [STR], node);
  if (cls.exception !== null) {
    const member = cls.exception.member(name);
    if (member !== null) return memberValue(cx, member, cls.instance, null, node);
  }
  if (cls.style === 'namedtuple') return namedTupleAttribute(cx, cls, name, node);
  if (cls.style === 'enum' && name === 'name') return STR;
  if (cls.style === 'enum' && name === 'value') return cx.lattice.read(cls.values);
  return null;
}

/** Nothing is known of instances that nothing makes, so there is nothing to complain of. */
function neverMade(cls: UserClass): Type {
  cls.isAwaited = true;
  return NEVER;
}

function namedTupleAttribute(cx: Inference, cls: UserClass, name: string, node: Node): Type | null {
  if (name === '_replace' || name === '_asdict' || name === '_fields') {
    return cx.unknown(node, `the attribute ${name} of a named tuple`);
  }
  const member = knownClass('tuple').member(name);
  return member === null ? null : memberValue(cx, member, cls.instance, null, node);
}

/** What a name of a class body is when it is reached through an instance. */
function bindMember(cx: Inference, part: Part, self: Type, cls: UserClass): Type {
  const member = partType(part);
  if (part.kind === 'wrapped' && part.how === 'static') return part.fn;
  if (part.kind === 'wrapped' && part.how === 'class') return boundTo(cx, part.fn, cls.object);
  const isMethod = part.kind === 'function' || (part.kind === 'wrapped' && part.how === 'cached');
  return isMethod ? boundTo(cx, member, self) : member;
}

function boundTo(cx: Inference, fn: Type, self: Type): Type {
  return cx.lattice.bounded(partType({ kind: 'bound', fn, args: [self] }));
}

function classAttribute(cx: Inference, cls: UserClass, name: string, self: Type, node: Node): Type | null {
  const owner = definingClass(cls, name);
  if (owner === null) {
    if (name === '__name__' || name === '__qualname__') return STR;
    if (cls.opaque || name.startsWith('__'))
      return cx.unknown(node, `the attribute ${name} of class ${cls.name}`);
    return null;
  }
  const member = cx.lattice.read(owner.members.get(name)!);
  return cx.mapParts(member, (part) => {
    if (part.kind !== 'wrapped') return partType(part);
    if (part.how === 'static') return part.fn;
    if (part.how === 'class')
      return cx.lattice.bounded(partType({ kind: 'bound', fn: part.fn, args: [self] }));
    return partType(part);
  });
}

function superAttribute(cx: Inference, cls: UserClass, self: Type, name: string, node: Node): Type | null {
  let result: Type | null = null;
  for (const part of self.parts) {
    const actual = part.kind === 'instance' || part.kind === 'class' ? part.cls : null;
    if (actual === null) return cx.unknown(node, 'super() of an unknown object');
    const after = actual.mro.slice(actual.mro.indexOf(cls) + 1);
    const owner = after.find((base) => base.members.has(name));
    const one =
      owner === undefined
        ? inheritedDefault(cx, actual, name, node)
        : cx.mapParts(cx.lattice.read(owner.members.get(name)!), (p) =>
            bindMember(cx, p, partType(part), actual),
          );
    if (one === null) return null;
    result = cx.lattice.join(result ?? NEVER, one);
  }
  return result;
}

/** What `object` (or an exception class) has under a name. */
function inheritedDefault(cx: Inference, cls: UserClass, name: string, node: Node): Type | null {
  if (cls.opaque) return ANY;
  if (name === '__init__') {
    const member = knownClass(cls.exception === null ? 'object' : 'BaseException').member('__init__');
    return member?.kind === 'function' ? partType({ kind: 'builtin', fn: member.fn }) : null;
  }
  return cx.unknown(node, `the method ${name} of object`);
}

// ---- assigning -------------------------------------------------------------------------------------

/** `value.name = type` */
export function assignAttribute(cx: Inference, node: Attribute, value: Type, type: Type): void {
  const name = cx.mangled(node.attr);
  cx.forgetAttribute(name);
  let isPlain = true;
  for (const part of value.parts) {
    if (part.kind === 'instance') isPlain = assignInstance(cx, part, name, type, node) && isPlain;
    else if (part.kind === 'class') assignClass(cx, part.cls, name, type);
    else if (part.kind === 'function' || part.kind === 'wrapped') {
      isPlain = false;
      cx.loose(node, 'an attribute of a function is assigned');
    } else cx.fault(node, 'W0509', { type: value, name });
  }
  if ((value.mask & ~Bit.any) !== 0) cx.fault(node, 'W0509', { type: value, name });
  if (isAny(value)) cx.escape(type);
  const path = isPlain && value.mask === 0 ? pathOf(cx, node) : null;
  if (path !== null && cx.frame.env !== null) setFact(cx.frame.env, path, type);
}

/** Assigns an attribute of an instance; says whether reading it back gives just that. */
function assignInstance(cx: Inference, part: InstancePart, name: string, type: Type, node: Node): boolean {
  const { cls } = part;
  if (cls.style === 'frozen-dataclass' || cls.style === 'namedtuple' || cls.style === 'enum') {
    cx.fault(node, 'W0509', { type: cls.name, name });
    return false;
  }
  const owner = definingClass(cls, name);
  const member = owner === null ? NEVER : cx.lattice.read(owner.members.get(name)!);
  for (const p of member.parts) {
    if (p.kind !== 'wrapped' || p.how !== 'property') continue;
    if (p.setter === null) cx.fault(node, 'W0509', { type: cls.name, name });
    else callValue(cx, p.setter, [cls.instance, type], node);
    cx.forgetFacts();
    return false;
  }
  if (hasMember(cls, '__setattr__') || hasMember(cls, '__slots__')) {
    cx.loose(node, `class ${cls.name} decides itself which attributes it has`);
  }
  cx.at = node;
  cx.lattice.widen(cx.attributeCell(cls, name), type);
  return true;
}

function assignClass(cx: Inference, cls: UserClass, name: string, type: Type): void {
  let cell = cls.members.get(name);
  if (cell === undefined) {
    cell = cx.lattice.cell(NEVER);
    cls.members.set(name, cell);
    cx.lattice.changed = true;
  }
  cx.lattice.widen(cell, type);
}

/** `del value.name` */
export function deleteAttribute(cx: Inference, node: Attribute): void {
  expression(cx, node.value);
  cx.forgetAttribute(cx.mangled(node.attr));
  cx.loose(node, 'an attribute is deleted');
}
