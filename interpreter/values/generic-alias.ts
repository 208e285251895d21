// What annotations are made of at run time: `list[int]`, `int | None`, and the names of `typing`. They hold what was
// written and do nothing else.
import { noneClass, objectClass } from './builtin-classes.ts';
import { PyClass } from './class.ts';
import { PyList } from './list.ts';
import { HeapObject, type Value } from './objects.ts';
import { sharedId } from './shared.ts';
import { registerClass } from './type-of.ts';

const typesClass = (name: string, module = 'types'): PyClass =>
  new PyClass(name, [objectClass], objectClass.mro, true, module);

export const genericAliasClass = typesClass('GenericAlias');
genericAliasClass.shownName = 'types.GenericAlias';
export const unionTypeClass = typesClass('UnionType');
unionTypeClass.shownName = 'types.UnionType';
export const typingFormClass = typesClass('_SpecialForm', 'typing');

/** What `typing` has classes of its own for, which differ in name alone. */
const typingClass = (name: string, base: PyClass): PyClass =>
  new PyClass(name, [base], base.mro, true, 'typing');
const typingAliasClass = typingClass('_GenericAlias', genericAliasClass);
const specialAliasClass = typingClass('_SpecialGenericAlias', typingFormClass);
/** By the name that is subscripted. */
const ALIAS_CLASSES: ReadonlyMap<string, PyClass> = new Map([
  ['Union', typingClass('_UnionGenericAlias', genericAliasClass)],
  ['Literal', typingClass('_LiteralGenericAlias', genericAliasClass)],
  ['Callable', typingClass('_CallableGenericAlias', genericAliasClass)],
]);
const typeVariableClass = typingClass('TypeVar', typingFormClass);
/** By name, or the mark of a type variable. */
const FORM_CLASSES: ReadonlyMap<string, PyClass> = new Map([
  ['Callable', typingClass('_CallableType', typingFormClass)],
  ['Tuple', typingClass('_TupleType', typingFormClass)],
  ['Any', typingClass('_AnyMeta', typingFormClass)],
  ['~', typeVariableClass],
  ['+', typeVariableClass],
  ['-', typeVariableClass],
]);

/** `origin[args]`; the origin is a class or a name of `typing`. */
export class PyGenericAlias extends HeapObject {
  readonly origin: PyClass | PyTypingForm;
  readonly args: readonly Value[];

  constructor(origin: PyClass | PyTypingForm, args: readonly Value[]) {
    super();
    this.origin = origin;
    this.args = args;
  }
}
Object.defineProperty(PyGenericAlias.prototype, 'cls', {
  get(this: PyGenericAlias) {
    if (!(this.origin instanceof PyTypingForm)) return genericAliasClass;
    return ALIAS_CLASSES.get(this.origin.name) ?? typingAliasClass;
  },
});

/** `a | b` of types. The members are distinct and not unions themselves; None stands for its class. */
export class PyUnionType extends HeapObject {
  readonly members: readonly Value[];

  constructor(members: readonly Value[]) {
    super();
    this.members = members;
  }
}
registerClass(PyUnionType, unionTypeClass);

/** A name of `typing` that is no class: `Any`, `Optional`, `List`, a TypeVar … */
export class PyTypingForm extends HeapObject {
  readonly name: string;
  /** The class it stands for in `isinstance` and among bases (`List` for list); null when for none. */
  readonly runtimeClass: PyClass | null;
  /** What stands before the name of a type variable (`~T`, `+T_co`), nothing before a TypeVarTuple's; null for all else. */
  readonly mark: string | null;

  constructor(name: string, runtimeClass: PyClass | null = null, mark: string | null = null) {
    super();
    this.name = name;
    this.runtimeClass = runtimeClass;
    this.mark = mark;
    this.id = sharedId(`typing.${mark ?? ''}${name}`);
  }
}
Object.defineProperty(PyTypingForm.prototype, 'cls', {
  get(this: PyTypingForm) {
    const known = FORM_CLASSES.get(this.mark ?? this.name);
    return known ?? (this.runtimeClass === null ? typingFormClass : specialAliasClass);
  },
});

/** Whether two types say the same. */
export function sameType(a: Value, b: Value): boolean {
  if (a === b) return true;
  if (a instanceof PyUnionType && b instanceof PyUnionType) return sameMembers(a.members, b.members);
  if (!(a instanceof PyGenericAlias && b instanceof PyGenericAlias) || a.origin !== b.origin) return false;
  if (a.origin === unionForm) return sameMembers(a.args, b.args);
  return a.args.length === b.args.length && a.args.every((arg, i) => sameArgument(arg, b.args[i]));
}

/** The parameters of a function stand in a list. */
function sameArgument(a: Value, b: Value): boolean {
  if (!(a instanceof PyList && b instanceof PyList)) return sameType(a, b);
  return a.items.length === b.items.length && a.items.every((item, i) => sameType(item, b.items[i]));
}

function sameMembers(a: readonly Value[], b: readonly Value[]): boolean {
  return a.length === b.length && a.every((type) => b.some((other) => sameType(type, other)));
}

/** Each type once, as it stands first. */
function distinctTypes(types: readonly Value[]): Value[] {
  return types.filter((type, i) => types.findIndex((other) => sameType(type, other)) === i);
}

/** `NewType('name', type)`. */
export class PyNewType extends HeapObject {
  readonly name: string;

  constructor(name: string) {
    super();
    this.name = name;
  }
}

/** What subscripts of `typing.Union` are of. */
export const unionForm = new PyTypingForm('Union');

/** Whether unions with `value` are made by `typing`: it is none of the types that the language itself knows. */
function isOfTyping(value: Value): boolean {
  if (value instanceof PyGenericAlias) return value.origin instanceof PyTypingForm;
  return value instanceof PyNewType || (value instanceof PyTypingForm && value.name !== 'Any');
}

/** Whether `value` says a type: a class, something subscripted, a union, or a name of `typing`. */
export function isTypeForm(value: Value): boolean {
  return (
    value instanceof PyClass ||
    value instanceof PyGenericAlias ||
    value instanceof PyUnionType ||
    value instanceof PyTypingForm ||
    value instanceof PyNewType
  );
}

/** `typing.Union[…]`: flat, each member once, one alone as itself. */
export function typingUnion(members: readonly Value[]): Value {
  const flat = members.flatMap((member) => {
    if (member instanceof PyGenericAlias && member.origin === unionForm) return member.args;
    if (member instanceof PyUnionType) return member.members;
    return [member === null ? noneClass : member];
  });
  const distinct = distinctTypes(flat);
  return distinct.length === 1 ? distinct[0] : new PyGenericAlias(unionForm, distinct);
}

/** `a | b` where one operand is a type; undefined when the other cannot be one's companion. */
export function unionOf(a: Value, b: Value): Value | undefined {
  if (a === null && b === null) return undefined;
  const ofTyping = isOfTyping(a) || isOfTyping(b);
  const fits = (type: Value): boolean =>
    type === null || isTypeForm(type) || (ofTyping && typeof type === 'string');
  if (!fits(a) || !fits(b)) return undefined;
  if (ofTyping) return typingUnion([a, b]);
  const flat = [a, b].flatMap((type) =>
    type instanceof PyUnionType ? type.members : [type === null ? noneClass : type],
  );
  const distinct = distinctTypes(flat);
  return distinct.length === 1 ? distinct[0] : new PyUnionType(distinct);
}
