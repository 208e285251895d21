// Builtins about types and functions themselves: isinstance, type, getattr, operator, functools.
// Source: the Python 3.11 library reference.
import type { BinaryOperator, CompareOperator, Expr } from '../../ast.ts';
import { callValue } from '../call/call.ts';
import { given, type BuiltinCall } from '../call/builtins.ts';
import type { BuiltinFunction } from '../entities.ts';
import type { Inference } from '../inference.ts';
import { moduleMember } from '../registry.ts';
import {
  ANY,
  BOOL,
  Bit,
  INT_LIKE,
  NAT,
  NEVER,
  isAny,
  partType,
  scalar,
  within,
  type Part,
  type Type,
} from '../type.ts';
import { attributeOf, classesOfScalars } from '../walk/attributes.ts';
import { literalText } from '../walk/formatting.ts';
import { binary, compare } from '../walk/operators.ts';

export function isinstance(cx: Inference, call: BuiltinCall): Type {
  const classes = given(call, 'classinfo')!;
  if (!areClasses(classes)) {
    const callee = call.fn.name;
    cx.fault(call.node, 'W0506', {
      callee,
      param: 'classinfo',
      actual: classes,
      expected: 'a class',
    });
  }
  return BOOL;
}

function areClasses(type: Type): boolean {
  if (isAny(type)) return true;
  return within({ ...type, parts: [] }, 0) && type.parts.every(isClassPart);
}

function isClassPart(part: Part): boolean {
  if (part.kind === 'tuple') return part.elems.every(areClasses);
  if (part.kind === 'form') return part.name !== 'typing.alias' && part.name !== 'typing.Any';
  if (part.kind === 'generic') return part.cls.name === 'tuple' && part.args.every(areClasses);
  return part.kind === 'class' || part.kind === 'builtin-class';
}

export function typeOf(cx: Inference, call: BuiltinCall): Type {
  const value = given(call, 'object')!;
  if (isAny(value)) return cx.unknown(call.node, 'the type of an unknown value');
  let result = NEVER;
  for (const cls of classesOfScalars(value.mask)) {
    result = cx.lattice.join(result, partType({ kind: 'builtin-class', cls }));
  }
  for (const part of value.parts) {
    const cls =
      part.kind === 'container' || part.kind === 'generic'
        ? partType({ kind: 'builtin-class', cls: part.cls })
        : part.kind === 'tuple'
          ? partType({ kind: 'builtin-class', cls: cx.tupleClass })
          : part.kind === 'instance'
            ? part.cls.object
            : cx.unknown(call.node, 'the type of a function or class');
    result = cx.lattice.join(result, cls);
  }
  return result;
}

export function getattr(cx: Inference, call: BuiltinCall): Type {
  const written: Expr | undefined = call.args.call?.args[1];
  const name = written === undefined ? null : literalText(written);
  const value = given(call, 'object')!;
  if (name === null || given(call, 'default') !== undefined) {
    return cx.unknown(call.node, 'getattr() looks for an attribute by a computed name');
  }
  return attributeOf(cx, value, name, call.node);
}

// ---- operator --------------------------------------------------------------------------------------

const BINARY: ReadonlyMap<string, BinaryOperator> = new Map<string, BinaryOperator>([
  ['add', '+'],
  ['and_', '&'],
  ['floordiv', '//'],
  ['mod', '%'],
  ['mul', '*'],
  ['or_', '|'],
  ['pow', '**'],
  ['sub', '-'],
  ['truediv', '/'],
  ['xor', '^'],
]);

const COMPARISONS: ReadonlyMap<string, CompareOperator> = new Map<string, CompareOperator>([
  ['eq', '=='],
  ['ge', '>='],
  ['gt', '>'],
  ['le', '<='],
  ['lt', '<'],
  ['ne', '!='],
]);

export function operator(cx: Inference, call: BuiltinCall): Type {
  const name = call.fn.name.replace('operator.', '');
  const a = given(call, 'a')!;
  if (name === 'neg')
    return scalar((a.mask & Bit.float) | ((a.mask & INT_LIKE) === 0 ? 0 : Bit.nat | Bit.neg));
  const b = given(call, 'b')!;
  const op = BINARY.get(name);
  if (op !== undefined) return binary(cx, op, a, b, call.node);
  return compare(cx, COMPARISONS.get(name)!, a, b, call.node);
}

/** A function made by a call, with what it was made of; the same at every visit. */
function madeFunction(cx: Inference, call: BuiltinCall, name: string, detail: string | number): Type {
  let made = cx.forms.get(call.node);
  if (made === undefined) {
    const member = moduleMember('operator', name);
    if (member?.kind !== 'function') throw new Error(`the table has no ${name}`);
    const fn: BuiltinFunction = { ...member.fn, detail };
    made = partType({ kind: 'builtin', fn });
    cx.forms.set(call.node, made);
  }
  return made;
}

export function itemgetter(cx: Inference, call: BuiltinCall): Type {
  const written = call.args.call?.args[0];
  if (call.args.positional.length !== 1 || written?.kind !== 'Constant') {
    return cx.unknown(call.node, 'itemgetter() of something computed');
  }
  const { value } = written;
  if (value.type === 'int') return madeFunction(cx, call, '_item', Number(value.value));
  if (value.type === 'str') return madeFunction(cx, call, '_item', value.value);
  return cx.unknown(call.node, 'itemgetter() of something computed');
}

/** What a function made by itemgetter gives. */
export function item(cx: Inference, call: BuiltinCall): Type {
  const value = given(call, 'obj')!;
  const { detail } = call.fn;
  if (isAny(value)) return ANY;
  let result = NEVER;
  for (const part of value.parts) {
    if (part.kind === 'tuple' && typeof detail === 'number') {
      result = cx.lattice.join(result, part.elems[detail < 0 ? detail + part.elems.length : detail] ?? NEVER);
    } else if (part.kind === 'container' && part.cls.name === 'list' && typeof detail === 'number') {
      result = cx.lattice.join(result, cx.held(part));
    } else if (part.kind === 'container' && part.cls.params[0] === 'K') {
      result = cx.lattice.join(result, cx.held(part, 1));
    } else return cx.unknown(call.node, 'itemgetter() on something it does not know');
  }
  if (value.mask === 0) return result;
  if (within(value, Bit.str) && typeof detail === 'number') return scalar(Bit.str);
  return cx.unknown(call.node, 'itemgetter() on something it does not know');
}

export function attrgetter(cx: Inference, call: BuiltinCall): Type {
  const written = call.args.call?.args[0];
  const name = written === undefined ? null : literalText(written);
  if (name === null || name.includes('.')) return cx.unknown(call.node, 'attrgetter() of something computed');
  return madeFunction(cx, call, '_attribute', name);
}

/** What a function made by attrgetter gives. */
export function attributeGot(cx: Inference, call: BuiltinCall): Type {
  return attributeOf(cx, given(call, 'obj')!, String(call.fn.detail), call.node);
}

// ---- functools -------------------------------------------------------------------------------------

export function partial(cx: Inference, call: BuiltinCall): Type {
  const { args } = call;
  if (args.named !== null || args.rest !== null || args.restNamed !== null) {
    return cx.unknown(call.node, 'partial() with arguments by name');
  }
  const [fn, ...given] = args.positional;
  return fn === undefined ? NEVER : cx.lattice.bounded(partType({ kind: 'bound', fn, args: given }));
}

export function cmpToKey(cx: Inference, call: BuiltinCall): Type {
  const member = moduleMember('functools', '_compared');
  if (member?.kind !== 'function') throw new Error('the table has no functools._compared');
  const fn = partType({ kind: 'builtin', fn: member.fn });
  return cx.lattice.bounded(partType({ kind: 'bound', fn, args: [given(call, 'mycmp')!] }));
}

/** What a key made by cmp_to_key is ordered by: the comparison is called on any two. */
export function compared(cx: Inference, call: BuiltinCall): Type {
  const x = given(call, 'x')!;
  const verdict = callValue(cx, given(call, 'mycmp')!, [x, x], call.node);
  if (!within(verdict, INT_LIKE | Bit.float | Bit.any)) {
    cx.fault(call.node, 'W0503', { op: '<', left: verdict, right: 'int' });
  }
  return NAT;
}

export function wraps(): Type {
  return partType({ kind: 'form', name: 'functools.wraps', term: null });
}

/** slice(a, b): its bounds must be what indices are. */
export function slice(cx: Inference, call: BuiltinCall): Type {
  for (const type of call.args.positional) {
    if (!within(type, INT_LIKE | Bit.none | Bit.any))
      cx.loose(call.node, 'a slice of something other than ints');
  }
  return scalar(Bit.slice);
}
