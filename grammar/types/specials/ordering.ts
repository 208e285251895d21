// Builtins that put values in order, and so need them to have one: sorted, min, max, heapq, bisect.
// Source: the Python 3.11 library reference.
import { callValue } from '../call/call.ts';
import { declaredResult, given, type BuiltinCall } from '../call/builtins.ts';
import type { Inference } from '../inference.ts';
import { elementOf } from '../iterate.ts';
import { canBeOrdered, isOrdered } from '../protocols.ts';
import { Bit, NEVER, NONE, within, type Type } from '../type.ts';

/** What elements are ordered by: themselves, or what a key function makes of them. */
function keyed(cx: Inference, call: BuiltinCall, elem: Type): Type {
  const key = given(call, 'key');
  return key === undefined || within(key, Bit.none) ? elem : callValue(cx, key, [elem], call.node);
}

function requireOrder(cx: Inference, call: BuiltinCall, type: Type): void {
  cx.at = call.node;
  if (!canBeOrdered(cx, type)) {
    cx.fault(call.node, 'W0503', { op: '<', left: type, right: type });
  }
}

export function sorted(cx: Inference, call: BuiltinCall): Type {
  requireOrder(cx, call, keyed(cx, call, call.bindings.get(cx, 'T')));
  return declaredResult(cx, call);
}

/** Also for heapq.merge and the like: results as declared, elements in order. */
export const ordered = sorted;

export function sort(cx: Inference, call: BuiltinCall): Type {
  if (call.self?.kind === 'container') requireOrder(cx, call, keyed(cx, call, cx.held(call.self)));
  return NONE;
}

export function extreme(cx: Inference, call: BuiltinCall): Type {
  const { args, node } = call;
  const byDefault = given(call, 'default') ?? NEVER;
  let elem: Type;
  if (args.rest !== null) {
    cx.loose(node, 'how many arguments a * gives is not known');
    elem = cx.lattice.join(cx.lattice.joinAll(args.positional), args.rest);
  } else if (args.positional.length === 1) {
    elem = elementOf(cx, args.positional[0]!, node);
  } else {
    elem = cx.lattice.joinAll(args.positional);
    if (args.positional.length === 0)
      cx.fault(node, 'W0512', { callee: call.fn.name, problem: 'expected at least 1 argument' });
  }
  requireOrder(cx, call, keyed(cx, call, elem));
  return cx.lattice.join(elem, byDefault);
}

export function heap(cx: Inference, call: BuiltinCall): Type {
  requireOrder(cx, call, call.bindings.get(cx, 'T'));
  return declaredResult(cx, call);
}

export function bisect(cx: Inference, call: BuiltinCall): Type {
  const elem = call.bindings.get(cx, 'T');
  const sought = given(call, 'x') ?? NEVER;
  cx.at = call.node;
  const inserts = call.fn.name.includes('insort');
  const left = keyed(cx, call, elem);
  const right = inserts ? keyed(cx, call, sought) : sought;
  if (!isOrdered(cx, left, right, '<') || !isOrdered(cx, right, left, '<')) {
    cx.fault(call.node, 'W0503', { op: '<', left: left, right: right });
  }
  return declaredResult(cx, call);
}
