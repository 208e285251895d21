// Results of the builtins that compute: what they give depends on which numbers they get.
// Source: the Python 3.11 library reference, "Built-in Functions" and "math".
import type { Node } from '../../ast.ts';
import { callMethod } from '../call/methods.ts';
import { given, type BuiltinCall } from '../call/builtins.ts';
import type { Inference } from '../inference.ts';
import { elementOf } from '../iterate.ts';
import { hasMember } from '../match.ts';
import {
  ANY,
  Bit,
  FLOAT,
  INTEGER,
  INT_LIKE,
  NAT,
  NEVER,
  REAL,
  isAny,
  partType,
  scalar,
  within,
  type Type,
} from '../type.ts';
import { binary } from '../walk/operators.ts';

/** A conversion that scalars of `takes` allow, as do objects with one of `methods`. */
function convert(cx: Inference, call: BuiltinCall, takes: number, methods: readonly string[]): void {
  const value = given(call, 'x');
  if (value === undefined || isAny(value)) return;
  let wrong = (value.mask & ~takes) !== 0;
  for (const part of value.parts) {
    const method = part.kind === 'instance' ? methods.find((name) => hasMember(part.cls, name)) : undefined;
    if (method === undefined) wrong = true;
    else if (part.kind === 'instance' && !part.cls.opaque)
      callMethod(cx, partType(part), method, [], call.node);
  }
  if (wrong) {
    const expected = 'a number or str';
    cx.fault(call.node, 'W0506', {
      callee: call.fn.name.replace('.__new__', ''),
      param: 'x',
      actual: value,
      expected,
    });
  }
}

export function toInt(cx: Inference, call: BuiltinCall): Type {
  if (given(call, 'base') !== undefined) return INTEGER;
  convert(cx, call, REAL | Bit.str | Bit.bytes, ['__int__', '__index__', '__trunc__']);
  const value = given(call, 'x');
  return value === undefined || within(value, Bit.nat | Bit.bool) ? NAT : INTEGER;
}

export function toFloat(cx: Inference, call: BuiltinCall): Type {
  convert(cx, call, REAL | Bit.str | Bit.bytes, ['__float__', '__index__']);
  return FLOAT;
}

export function absolute(cx: Inference, call: BuiltinCall): Type {
  const value = given(call, 'x')!;
  if (isAny(value)) return ANY;
  const float = (value.mask & (Bit.float | Bit.complex)) === 0 ? 0 : Bit.float;
  let result = scalar(float | ((value.mask & INT_LIKE) === 0 ? 0 : Bit.nat));
  let wrong = (value.mask & ~(REAL | Bit.complex)) !== 0;
  for (const part of value.parts) {
    if (part.kind === 'instance' && hasMember(part.cls, '__abs__')) {
      const own = part.cls.opaque ? ANY : callMethod(cx, partType(part), '__abs__', [], call.node);
      result = cx.lattice.join(result, own);
    } else wrong = true;
  }
  if (wrong) cx.fault(call.node, 'W0506', { callee: 'abs', param: 'x', actual: value, expected: 'a number' });
  return result;
}

export function quotientAndRemainder(cx: Inference, call: BuiltinCall): Type {
  const [a, b] = [given(call, 'a')!, given(call, 'b')!];
  return cx.tuple([binary(cx, '//', a, b, call.node), binary(cx, '%', a, b, call.node)]);
}

export function power(cx: Inference, call: BuiltinCall): Type {
  const [base, exp, mod] = [given(call, 'base')!, given(call, 'exp')!, given(call, 'mod')];
  if (mod === undefined || within(mod, Bit.none)) return binary(cx, '**', base, exp, call.node);
  for (const [param, type] of [
    ['base', base],
    ['exp', exp],
    ['mod', mod],
  ] as const) {
    if (within(type, INT_LIKE | Bit.any)) continue;
    cx.fault(call.node, 'W0506', { callee: 'pow', param, actual: type, expected: 'int' });
  }
  return within(mod, Bit.nat | Bit.bool) ? NAT : INTEGER;
}

export function rounded(cx: Inference, call: BuiltinCall): Type {
  const value = given(call, 'number')!;
  if (isAny(value)) return ANY;
  const digits = given(call, 'ndigits');
  const toDigits = digits !== undefined && !within(digits, Bit.none);
  let result = NEVER;
  if ((value.mask & INT_LIKE) !== 0) result = within(value, Bit.nat | Bit.bool) && !toDigits ? NAT : INTEGER;
  if ((value.mask & Bit.float) !== 0) result = cx.lattice.join(result, toDigits ? FLOAT : INTEGER);
  if (toDigits && (digits.mask & Bit.none) !== 0) result = cx.lattice.join(result, INTEGER);
  let wrong = (value.mask & ~REAL) !== 0;
  for (const part of value.parts) {
    if (part.kind === 'instance' && hasMember(part.cls, '__round__')) {
      const args = digits === undefined ? [] : [digits];
      const own = part.cls.opaque ? ANY : callMethod(cx, partType(part), '__round__', args, call.node);
      result = cx.lattice.join(result, own);
    } else wrong = true;
  }
  if (wrong) {
    cx.fault(call.node, 'W0506', {
      callee: 'round',
      param: 'number',
      actual: value,
      expected: 'a number',
    });
  }
  return result;
}

/** Repeats `op` until the type of the accumulated value stays the same. */
export function accumulated(cx: Inference, start: Type, step: (sofar: Type) => Type, node: Node): Type {
  let sofar = start;
  for (let i = 0; i < 6; i++) {
    const next = cx.lattice.join(sofar, step(sofar));
    if (next === sofar) return sofar;
    sofar = next;
  }
  return cx.unknown(node, 'the type of what is accumulated keeps growing');
}

export function sum(cx: Inference, call: BuiltinCall): Type {
  const elem = call.bindings.get(cx, 'T');
  const start = given(call, 'start') ?? NAT;
  if ((start.mask & (Bit.str | Bit.bytes)) !== 0) {
    cx.fault(call.node, 'W0506', {
      callee: 'sum',
      param: 'start',
      actual: start,
      expected: 'no str',
    });
  }
  return accumulated(cx, start, (sofar) => binary(cx, '+', sofar, elem, call.node), call.node);
}

export function product(cx: Inference, call: BuiltinCall): Type {
  const elem = call.bindings.get(cx, 'T');
  const start = given(call, 'start') ?? NAT;
  return accumulated(cx, start, (sofar) => binary(cx, '*', sofar, elem, call.node), call.node);
}

export function range(_cx: Inference, call: BuiltinCall): Type {
  const [start, stop, step] = [given(call, 'start')!, given(call, 'stop'), given(call, 'step')];
  const counts = (type: Type | undefined): boolean => type === undefined || within(type, Bit.nat | Bit.bool);
  return scalar(stop === undefined || (counts(start) && counts(step)) ? Bit.natRange : Bit.intRange);
}

export function countFrom(cx: Inference, call: BuiltinCall): Type {
  const [start, step] = [given(call, 'start') ?? NAT, given(call, 'step') ?? NAT];
  const elem = accumulated(cx, start, (sofar) => binary(cx, '+', sofar, step, call.node), call.node);
  return cx.generic(cx.iteratorClass, [elem]);
}

/** The elements of the first argument, whatever iterable it is. */
export function elementsGiven(cx: Inference, call: BuiltinCall, name: string): Type {
  return elementOf(cx, given(call, name) ?? NEVER, call.node);
}
