// Making instances of the classes of the program, and the methods that Python calls on them unasked.
// Source: the Python 3.11 language reference, section 3.3.1.
import type { Node } from '../../ast.ts';
import { wrongCall, type Arguments } from '../call/arguments.ts';
import { callMethod, callMethodWith } from '../call/methods.ts';
import type { Field, UserClass } from '../entities.ts';
import type { Inference } from '../inference.ts';
import { fitsQuietly, hasMember } from '../match.ts';
import { ANY, Bit, INT_LIKE, NEVER, isAny, within, type Type } from '../type.ts';
import { definingClass } from '../walk/attributes.ts';
import { holdToAnnotation } from '../walk/assign.ts';
import { constructionRisks } from './definite.ts';

/** Calls a class. */
export function instantiate(cx: Inference, cls: UserClass, args: Arguments, node: Node): Type {
  if (!cls.isInstantiated) {
    cls.isInstantiated = true;
    if (cls.isAwaited) cx.lattice.changed = true;
  }
  if (!cx.instantiated.includes(cls)) cx.instantiated.push(cls);
  if (cls.isAbstract) refuseAbstract(cx, cls, node);
  if (hasMember(cls, '__new__') && !cls.opaque)
    return cx.unknown(node, `class ${cls.name} has a __new__ of its own`);
  construct(cx, cls, args, node);
  return cls.instance;
}

function construct(cx: Inference, cls: UserClass, args: Arguments, node: Node): void {
  if (cls.style === 'enum') {
    if (args.positional.length !== 1) wrongCall(cx, node, cls.name, 'takes one value');
    return;
  }
  const init = definingClass(cls, '__init__');
  const holder = cls.mro.find((base) => base.style === 'dataclass' || base.style === 'frozen-dataclass');
  const fieldsFirst =
    holder !== undefined && (init === null || cls.mro.indexOf(holder) < cls.mro.indexOf(init));
  if (cls.style === 'namedtuple' || (fieldsFirst && init !== holder)) {
    fillFields(cx, cls, args, node);
    if (hasMember(cls, '__post_init__') && !cls.opaque)
      callMethod(cx, cls.instance, '__post_init__', [], node);
    return;
  }
  for (const { node: risk, reason } of constructionRisks(cx, cls)) cx.loose(risk, reason);
  if (init !== null) {
    const result = callMethodWith(cx, cls.instance, '__init__', args, node);
    if (!within(result, Bit.none | Bit.any)) wrongCall(cx, node, cls.name, '__init__() should return None');
  } else if (cls.opaque) {
    for (const type of args.positional) cx.escape(type);
  } else if (args.positional.length > 0 && cls.exception === null) {
    wrongCall(cx, node, cls.name, 'takes no arguments');
  } else if (args.named !== null || args.restNamed !== null) {
    wrongCall(cx, node, cls.name, 'takes no keyword arguments');
  }
}

function refuseAbstract(cx: Inference, cls: UserClass, node: Node): void {
  for (const base of cls.mro) {
    for (const name of base.abstractMethods) {
      if (definingClass(cls, name) === base) wrongCall(cx, node, cls.name, `is abstract: it lacks ${name}`);
    }
  }
}

/** The constructor of a dataclass or named tuple: its fields are its parameters. */
function fillFields(cx: Inference, cls: UserClass, args: Arguments, node: Node): void {
  const { fields } = cls;
  const byPosition = fields.filter((field) => field.init && !field.keywordOnly);
  if (args.rest !== null || args.restNamed !== null) cx.loose(node, 'which fields are given is not known');
  if (args.positional.length > byPosition.length) wrongCall(cx, node, cls.name, 'takes fewer arguments');
  for (const name of args.named?.keys() ?? []) {
    if (!fields.some((field) => field.init && field.name === name)) {
      wrongCall(cx, node, cls.name, `got an unexpected keyword argument '${name}'`);
    }
  }
  for (const field of fields) fillField(cx, cls, field, byPosition.indexOf(field), args, node);
}

function fillField(
  cx: Inference,
  cls: UserClass,
  field: Field,
  nth: number,
  args: Arguments,
  node: Node,
): void {
  const positional = nth < 0 ? undefined : args.positional[nth];
  let type = positional ?? args.named?.get(field.name);
  if (type === undefined && (args.rest ?? args.restNamed) !== null) {
    type = cx.lattice.join(args.rest ?? NEVER, args.restNamed ?? NEVER);
  }
  if (type === undefined && field.hasDefault) {
    const owner = definingClass(cls, field.name);
    type = owner === null ? ANY : cx.lattice.read(owner.members.get(field.name)!);
  }
  if (type === undefined) {
    if (field.init) wrongCall(cx, node, cls.name, `missing required argument '${field.name}'`);
    return;
  }
  const { declared, annotation } = field;
  if (declared !== null && annotation !== null) {
    if (fitsQuietly(cx, type, declared)) {
      const here = cx.frame;
      cx.frame = cls.outer;
      holdToAnnotation(cx, annotation, field.name, type, { term: declared, node: annotation });
      cx.frame = here;
    } else {
      const expected = declared;
      cx.fault(node, 'W0506', { callee: cls.name, param: field.name, actual: type, expected });
    }
  }
  cx.at = node;
  cx.lattice.widen(cx.attributeCell(cls, field.name), type);
}

// ---- methods called unasked ------------------------------------------------------------------------

/** Methods that printing, hashing, testing and the like call, with what they must give. */
const IMPLICIT: readonly (readonly [string, number])[] = [
  ['__str__', Bit.str],
  ['__repr__', Bit.str],
  ['__len__', INT_LIKE],
  ['__bool__', Bit.bool],
  ['__hash__', INT_LIKE],
];

/** Methods that change the rules for a class. */
const HOOKS = [
  '__getattribute__',
  '__getattr__',
  '__delattr__',
  '__init_subclass__',
  '__class_getitem__',
  '__del__',
];

/** Analyses the methods of the classes instantiated in this pass that no call in the program shows. */
export function callImplicitMethods(cx: Inference): void {
  for (let i = 0; i < cx.instantiated.length; i++) {
    const cls = cx.instantiated[i]!;
    if (cls.opaque) continue;
    for (const [name, wanted] of IMPLICIT) {
      const owner = definingClass(cls, name);
      if (owner === null) continue;
      const member = cx.lattice.read(owner.members.get(name)!);
      if (within(member, Bit.none)) continue; // `__hash__ = None`
      const result = callMethod(cx, cls.instance, name, [], cls.node);
      if (!within(result, wanted) && !isAny(result)) {
        cx.fault(cls.node, 'W0511', {
          callee: `${cls.name}.${name}`,
          actual: result,
          expected: name,
        });
      }
    }
    for (const name of HOOKS) if (hasMember(cls, name)) cx.loose(cls.node, `class ${cls.name} has a ${name}`);
  }
}
