// The fields of dataclasses: what `field()` makes, and how they are gathered from annotations and bases.
// https://docs.python.org/3.11/library/dataclasses.html
import { constructor, nativeProperty } from '../builtins/declare.ts';
import { declareGeneric } from '../builtins/generic-types.ts';
import type { Runtime } from '../runtime.ts';
import { getAttr } from '../values/attributes.ts';
import type { PyClass } from '../values/class.ts';
import { PyDict } from '../values/dict.ts';
import { isRaised, typeError, valueError } from '../values/errors.ts';
import { PyGenericAlias, PyTypingForm } from '../values/generic-alias.ts';
import { PyMappingProxy } from '../values/mapping-proxy.ts';
import { PyModule } from '../values/module.ts';
import { classRepr } from '../values/native-repr.ts';
import { HeapObject, type Value } from '../values/objects.ts';
import { sharedId } from '../values/shared.ts';
import { truth } from '../values/truth.ts';
import { registerClass, typeOf } from '../values/type-of.ts';
import { libraryClass } from './define.ts';

class Marker extends HeapObject {
  constructor(name: string) {
    super();
    this.id = sharedId(`dataclasses.${name}`);
  }
}
registerClass(Marker, libraryClass('dataclasses', '_MISSING_TYPE', { written: true }));

/** `dataclasses.MISSING`: nothing was given. */
export const MISSING: Value = new Marker('MISSING');
/** `_: KW_ONLY` in a class body. */
export const KW_ONLY: Value = new Marker('KW_ONLY');

export const initVarClass = libraryClass('dataclasses', 'InitVar', { written: true });
declareGeneric(initVarClass);

const fieldClass = libraryClass('dataclasses', 'Field', { written: true });

export class PyField extends HeapObject {
  name = '';
  type: Value = null;
  readonly default: Value;
  readonly factory: Value;
  readonly init: boolean;
  readonly repr: boolean;
  /** None: as `compare` says. */
  readonly hash: boolean | null;
  readonly compare: boolean;
  kwOnly: boolean | null;
  readonly metadata: PyMappingProxy;
  /** An ordinary field, or a parameter of `__init__` that is only handed on to `__post_init__`. */
  kind: 'field' | 'init-only' = 'field';

  constructor(
    options: Partial<
      Pick<PyField, 'default' | 'factory' | 'init' | 'repr' | 'hash' | 'compare' | 'kwOnly'>
    > & { metadata?: Value },
  ) {
    super();
    this.default = options.default ?? (options.default === null ? null : MISSING);
    this.factory = options.factory ?? MISSING;
    this.init = options.init ?? true;
    this.repr = options.repr ?? true;
    this.hash = options.hash ?? null;
    this.compare = options.compare ?? true;
    this.kwOnly = options.kwOnly ?? null;
    this.metadata = new PyMappingProxy(options.metadata ?? new PyDict());
  }

  get hasDefault(): boolean {
    return this.default !== MISSING || this.factory !== MISSING;
  }
}
registerClass(PyField, fieldClass);
constructor(fieldClass, 'Field(*args)', (rt) => rt.unsupported('dataclasses.Field'));
nativeProperty(fieldClass, 'name', (_rt, self: PyField) => self.name);
nativeProperty(fieldClass, 'type', (_rt, self: PyField) => self.type);
nativeProperty(fieldClass, 'default', (_rt, self: PyField) => self.default);
nativeProperty(fieldClass, 'default_factory', (_rt, self: PyField) => self.factory);
nativeProperty(fieldClass, 'init', (_rt, self: PyField) => self.init);
nativeProperty(fieldClass, 'repr', (_rt, self: PyField) => self.repr);
nativeProperty(fieldClass, 'compare', (_rt, self: PyField) => self.compare);
nativeProperty(fieldClass, 'hash', (_rt, self: PyField) => self.hash);
nativeProperty(fieldClass, 'metadata', (_rt, self: PyField) => self.metadata);
nativeProperty(fieldClass, 'kw_only', (_rt, self: PyField) => self.kwOnly === true);

/** `field(…)`. */
export function makeField(
  rt: Runtime,
  given: Value,
  factory: Value,
  init: Value,
  shown: Value,
  hash: Value,
  compare: Value,
  metadata: Value,
  kwOnly: Value,
): PyField {
  if (given !== MISSING && factory !== MISSING) valueError('cannot specify both default and default_factory');
  if (metadata !== null && !(metadata instanceof PyDict)) rt.unsupported('field metadata that is no dict');
  return new PyField({
    default: given,
    factory,
    init: truth(rt, init),
    repr: truth(rt, shown),
    hash: hash === null ? null : truth(rt, hash),
    compare: truth(rt, compare),
    kwOnly: kwOnly === MISSING ? null : truth(rt, kwOnly),
    metadata,
  });
}

const FIELDS = '__dataclass_fields__';

/** All fields of a dataclass by name, inherited ones first; undefined when it is none. */
export function fieldsOf(cls: PyClass): PyField[] | undefined {
  const fields = cls.lookup(FIELDS);
  return fields instanceof PyDict ? (fields.valueList() as PyField[]) : undefined;
}

/** What the annotation is, of a text what its first name means in the program: only that is looked at. */
function meaning(rt: Runtime, annotation: Value): Value | undefined {
  if (typeof annotation !== 'string') return annotation;
  const [, prefix, name] = /^(?:\s*(\w+)\s*\.)?\s*(\w+)/.exec(annotation) ?? [];
  const globals = new Map(rt.programGlobals());
  if (prefix === undefined || name === undefined) return globals.get(name ?? '');
  const module = globals.get(prefix);
  return module instanceof PyModule ? module.attrs.get(name) : undefined;
}

/** Which kind an annotation makes of a name. */
function annotated(rt: Runtime, annotation: Value, name: 'ClassVar' | 'InitVar'): boolean {
  const meant = meaning(rt, annotation);
  const form = meant instanceof PyGenericAlias ? meant.origin : meant;
  return name === 'InitVar' ? form === initVarClass : form instanceof PyTypingForm && form.name === name;
}

/** `getattr(cls, name)`, which finds what a base has and asks a descriptor; undefined where there is none, or a slot. */
function attrOr(rt: Runtime, cls: PyClass, name: string): Value | undefined {
  if (cls.slots?.has(name) === true && cls.lookup(name) === undefined) return undefined;
  try {
    return getAttr(rt, cls, name);
  } catch (error) {
    if (isRaised(error, 'AttributeError')) return undefined;
    throw error;
  }
}

/** The field that an annotated name of the class body is. */
function ownField(rt: Runtime, cls: PyClass, name: string, annotation: Value, kwOnly: boolean): PyField {
  const given = attrOr(rt, cls, name);
  const field = given instanceof PyField ? given : new PyField(given === undefined ? {} : { default: given });
  field.name = name;
  field.type = annotation;
  field.kind = annotated(rt, annotation, 'InitVar') ? 'init-only' : 'field';
  field.kwOnly ??= kwOnly;
  if (field.kind === 'init-only' && field.factory !== MISSING)
    typeError(`field ${name} cannot have a default factory`);
  const { default: value } = field;
  if (value instanceof HeapObject && typeOf(value).lookup('__hash__') === null)
    valueError(
      `mutable default ${classRepr(typeOf(value))} for field ${name} is not allowed: use default_factory`,
    );
  if (given instanceof PyField) {
    if (value === MISSING) cls.deleteAttr(name);
    else cls.setAttr(name, value);
  }
  return field;
}

/** Gathers the fields of a class being made a dataclass, and leaves them on it. */
export function gatherFields(rt: Runtime, cls: PyClass, kwOnly: boolean): PyField[] {
  const fields = new Map<string, PyField>();
  for (const base of [...cls.mro.slice(1)].reverse()) {
    const inherited = base.attrs.get(FIELDS);
    if (inherited instanceof PyDict)
      for (const field of inherited.valueList() as PyField[]) fields.set(field.name, field);
  }
  const annotations = cls.attrs.get('__annotations__');
  const own = annotations instanceof PyDict ? annotations.entries() : [];
  let named = kwOnly;
  for (const [key, annotation] of own) {
    const name = key as string;
    if (annotated(rt, annotation, 'ClassVar')) continue;
    if (meaning(rt, annotation) === KW_ONLY) named = true;
    else fields.set(name, ownField(rt, cls, name, annotation, named));
  }
  for (const [name, value] of cls.attrs)
    if (value instanceof PyField && !fields.has(name))
      typeError(`'${name}' is a field but has no type annotation`);
  const listed = new PyDict();
  for (const field of fields.values()) listed.set(rt, field.name, field);
  cls.setAttr(FIELDS, listed);
  return [...fields.values()];
}
