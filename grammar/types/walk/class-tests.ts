// What isinstance tells of a type: the part of it that is of some classes, and the rest.
// Knows classes, not the flow.
import type { BuiltinClass, UserClass } from '../entities.ts';
import type { Inference } from '../inference.ts';
import { derives, instancesOf } from '../match.ts';
import {
  Bit,
  INT_LIKE,
  RANGE,
  isAny,
  isNever,
  makeType,
  partType,
  scalar,
  type Part,
  type Type,
} from '../type.ts';

export type AnyClass = { readonly builtin: BuiltinClass } | { readonly user: UserClass };

/** The classes that the second argument of isinstance names; null if they are not all known. */
export function classesOf(cx: Inference, type: Type): AnyClass[] | null {
  if (type.mask !== 0 && type.mask !== Bit.none) return null;
  const classes: AnyClass[] = [];
  for (const part of type.parts) {
    if (part.kind === 'builtin-class') classes.push({ builtin: part.cls });
    else if (part.kind === 'class') classes.push({ user: part.cls });
    else if (part.kind === 'tuple') {
      for (const elem of part.elems) {
        const inner = elem.parts.length === 1 && elem.mask === 0 ? classesOf(cx, elem) : null;
        if (inner === null) return null;
        classes.push(...inner);
      }
    } else return null;
  }
  // Several classes by way of a join are alternatives, of which one is tested for.
  const isChoice = type.parts.length > 1;
  return isChoice || classes.length === 0 ? null : classes;
}

const SCALARS_OF: ReadonlyMap<string, number> = new Map([
  ['int', INT_LIKE],
  ['bool', Bit.bool],
  ['float', Bit.float],
  ['complex', Bit.complex],
  ['str', Bit.str],
  ['bytes', Bit.bytes],
  ['range', RANGE],
  ['slice', Bit.slice],
  ['NoneType', Bit.none],
]);

/** The scalars that are instances of a builtin class. */
export function scalarsOf(cls: BuiltinClass): number {
  return cls.name === 'object' ? ~Bit.any : (SCALARS_OF.get(cls.name) ?? 0);
}

/** The values of the type that are instances of one of the classes. */
export function onlyInstances(cx: Inference, type: Type, classes: readonly AnyClass[]): Type {
  if (isAny(type)) return instancesOfAll(cx, type, classes);
  let mask = 0;
  const parts: Part[] = [];
  for (const cls of classes) {
    if ('builtin' in cls) mask |= type.mask & scalarsOf(cls.builtin);
  }
  for (const part of type.parts) {
    if (classes.some((cls) => isInstance(part, cls))) parts.push(part);
    else parts.push(...derivedParts(cx, part, classes));
  }
  if (
    mask === type.mask &&
    parts.length === type.parts.length &&
    parts.every((part, i) => part === type.parts[i])
  ) {
    return type;
  }
  return makeType(mask, parts);
}

/** Of an unknown value, only scalars and user classes can be told apart. */
function instancesOfAll(cx: Inference, type: Type, classes: readonly AnyClass[]): Type {
  let result = scalar(0);
  for (const cls of classes) {
    const one =
      'user' in cls ? instancesOf(cx, cls.user) : scalar(scalarsOf(cls.builtin) & ~(~0 << 15) & ~Bit.any);
    if (isNever(one) || ('builtin' in cls && cls.builtin.name === 'object')) return type;
    result = cx.lattice.join(result, one);
  }
  return result;
}

/** The values of the type that are instances of none of the classes. */
export function withoutInstances(type: Type, classes: readonly AnyClass[]): Type {
  if (isAny(type)) return type;
  let mask = type.mask;
  for (const cls of classes) if ('builtin' in cls) mask &= ~scalarsOf(cls.builtin);
  const parts = type.parts.filter((part) => !classes.some((cls) => isInstance(part, cls)));
  if (mask === type.mask && parts.length === type.parts.length) return type;
  return makeType(mask, parts);
}

/** Whether every value of the part is an instance of the class. */
function isInstance(part: Part, cls: AnyClass): boolean {
  if ('builtin' in cls) {
    if (cls.builtin.name === 'object') return true;
    switch (part.kind) {
      case 'container':
      case 'generic':
        return derives(part.cls, cls.builtin);
      case 'tuple':
        return cls.builtin.name === 'tuple';
      case 'instance':
        if (part.cls.style === 'namedtuple') return cls.builtin.name === 'tuple';
        return part.cls.exception !== null && derives(part.cls.exception, cls.builtin);
      case 'class':
      case 'builtin-class':
        return cls.builtin.name === 'type';
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
  return part.kind === 'instance' && part.cls.mro.includes(cls.user);
}

/** A value known as an Exception may be of a class derived from it. */
function derivedParts(cx: Inference, part: Part, classes: readonly AnyClass[]): readonly Part[] {
  if (part.kind === 'instance' && part.cls.opaque) return [part];
  if (part.kind !== 'generic') return [];
  const found: Part[] = [];
  for (const cls of classes) {
    if ('builtin' in cls) {
      if (derives(cls.builtin, part.cls))
        found.push(partType({ kind: 'generic', cls: cls.builtin, args: [] }).parts[0]!);
    } else if (cls.user.exception !== null && derives(cls.user.exception, part.cls)) {
      found.push(...instancesOf(cx, cls.user).parts);
    }
  }
  return found;
}
