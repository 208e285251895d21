// Results of the builtins that make and fill containers in ways a signature cannot say: dict() and its kin.
// Source: the Python 3.11 library reference.
import type { ContainerPart, Type } from '../type.ts';
import { ANY, Bit, NAT, NEVER, NONE, STR, isAny, partType, within } from '../type.ts';
import { callValue } from '../call/call.ts';
import { declaredResult, given, type BuiltinCall } from '../call/builtins.ts';
import type { Inference } from '../inference.ts';
import { elementOf } from '../iterate.ts';
import { requireHashable } from '../match.ts';
import { canBeOrdered } from '../protocols.ts';
import { knownClass } from '../registry.ts';

/** Puts the items of the arguments of dict() or update() into a mapping. */
function fill(cx: Inference, call: BuiltinCall, part: ContainerPart, from: number): void {
  const { args, node } = call;
  if (args.positional.length > from + 1) {
    cx.fault(node, 'W0512', { callee: call.fn.name, problem: 'takes at most one positional argument' });
  }
  const source = args.positional[from];
  if (source !== undefined) fillFrom(cx, part, source, call);
  for (const value of args.named?.values() ?? []) {
    cx.lattice.grow(part.cells[0]!, STR);
    cx.lattice.grow(part.cells[1]!, value);
  }
  if (args.restNamed !== null) {
    cx.lattice.grow(part.cells[0]!, STR);
    cx.lattice.grow(part.cells[1]!, args.restNamed);
  }
}

function fillFrom(cx: Inference, into: ContainerPart, source: Type, call: BuiltinCall): void {
  if (isAny(source)) {
    for (const cell of into.cells) cx.lattice.grow(cell, ANY);
    return;
  }
  let rest = partless(source);
  for (const part of source.parts) {
    if (part.kind === 'container' && part.cls.params[0] === 'K') {
      cx.lattice.grow(into.cells[0]!, cx.held(part));
      cx.lattice.grow(into.cells[1]!, cx.held(part, 1));
    } else rest = cx.lattice.join(rest, partType(part));
  }
  if (rest.mask === 0 && rest.parts.length === 0) return;
  const { key, value } = pairs(cx, elementOf(cx, rest, call.node), call);
  requireHashable(cx, key, call.node);
  cx.lattice.grow(into.cells[0]!, key);
  cx.lattice.grow(into.cells[1]!, value);
}

function partless(type: Type): Type {
  return type.parts.length === 0 ? type : { mask: type.mask, parts: [], depth: 0 };
}

/** The keys and values of pairs, each a tuple or another iterable of two. */
function pairs(cx: Inference, type: Type, call: BuiltinCall): { key: Type; value: Type } {
  let key = NEVER;
  let value = NEVER;
  for (const atom of cx.atoms(type)) {
    const part = atom.parts[0];
    if (part?.kind === 'tuple') {
      if (part.elems.length !== 2) continue; // ValueError
      key = cx.lattice.join(key, part.elems[0]!);
      value = cx.lattice.join(value, part.elems[1]!);
    } else {
      const elem = elementOf(cx, atom, call.node);
      key = cx.lattice.join(key, elem);
      value = cx.lattice.join(value, elem);
    }
  }
  return { key, value };
}

function newMapping(cx: Inference, call: BuiltinCall): { type: Type; part: ContainerPart } {
  return cx.made(call.node, call.constructed ?? knownClass('dict'));
}

export function dict(cx: Inference, call: BuiltinCall): Type {
  const { type, part } = newMapping(cx, call);
  fill(cx, call, part, 0);
  return type;
}

export function update(cx: Inference, call: BuiltinCall): Type {
  if (call.self?.kind === 'container') fill(cx, call, call.self, 0);
  return NONE;
}

export function defaultdict(cx: Inference, call: BuiltinCall): Type {
  const { type, part } = newMapping(cx, call);
  const factory = call.args.positional[0];
  if (factory !== undefined && !within(factory, Bit.none)) {
    cx.lattice.grow(part.cells[1]!, callValue(cx, factory, [], call.node));
  }
  fill(cx, call, part, 1);
  return type;
}

// ---- counters --------------------------------------------------------------------------------------

export function counter(cx: Inference, call: BuiltinCall): Type {
  const { type, part } = newMapping(cx, call);
  countInto(cx, call, part);
  return type;
}

function countInto(cx: Inference, call: BuiltinCall, into: ContainerPart): void {
  const { args, node } = call;
  const source = args.positional[0];
  if (source !== undefined && !within(source, Bit.none)) {
    for (const atom of cx.atoms(source)) {
      const part = atom.parts[0];
      if (part?.kind === 'container' && part.cls.params[0] === 'K') fillFrom(cx, into, atom, call);
      else {
        const key = elementOf(cx, atom, node);
        requireHashable(cx, key, node);
        cx.lattice.grow(into.cells[0]!, key);
        cx.lattice.grow(into.cells[1]!, NAT);
      }
    }
  }
  for (const value of args.named?.values() ?? []) {
    cx.lattice.grow(into.cells[0]!, STR);
    cx.lattice.grow(into.cells[1]!, value);
  }
  if (args.rest !== null || args.restNamed !== null) cx.loose(node, 'what is counted is not known');
}

export function counterUpdate(cx: Inference, call: BuiltinCall): Type {
  const { self } = call;
  if (self?.kind !== 'container') return NONE;
  countInto(cx, call, self);
  if (call.fn.name.endsWith('subtract')) cx.lattice.grow(self.cells[1]!, { ...NAT, mask: Bit.nat | Bit.neg });
  const values = cx.held(self, 1);
  if (!within(values, Bit.nat | Bit.neg | Bit.bool | Bit.float | Bit.any))
    cx.loose(call.node, 'counts that are no numbers');
  return NONE;
}

export function counterElements(cx: Inference, call: BuiltinCall): Type {
  requireCounts(cx, call);
  return declaredResult(cx, call);
}

export function mostCommon(cx: Inference, call: BuiltinCall): Type {
  const values = call.bindings.get(cx, 'V');
  if (!canBeOrdered(cx, values)) cx.fault(call.node, 'W0503', { op: '<', left: values, right: values });
  return declaredResult(cx, call);
}

export function total(cx: Inference, call: BuiltinCall): Type {
  requireCounts(cx, call);
  return cx.lattice.join(NAT, call.bindings.get(cx, 'V'));
}

function requireCounts(cx: Inference, call: BuiltinCall): void {
  const values = call.bindings.get(cx, 'V');
  if (!within(values, Bit.nat | Bit.neg | Bit.any)) cx.loose(call.node, 'counts that are no ints');
}

// ---- tuples ----------------------------------------------------------------------------------------

export function tuple(cx: Inference, call: BuiltinCall): Type {
  const source = given(call, 'iterable');
  if (source === undefined) return cx.tuple([]);
  const isTuple = source.mask === 0 && source.parts.every((part) => part.kind === 'tuple');
  return isTuple && source.parts.length > 0 ? source : declaredResult(cx, call);
}
