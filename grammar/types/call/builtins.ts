// Calling what the table declares: picks the overload, checks the arguments, binds type variables, and
// gives the result the signature says or a special function works out. Knows no builtin by name.
import type { Node } from '../../ast.ts';
import type { BuiltinClass, BuiltinFunction } from '../entities.ts';
import type { Inference } from '../inference.ts';
import { bind, fits, give, requireHashable, type Bindings } from '../match.ts';
import type { Signature } from '../terms.ts';
import { ANY, NEVER, NONE, isAny, partType, type Part, type Type } from '../type.ts';
import { classBindings, classesOfScalars } from '../walk/attributes.ts';
import { SPECIALS } from '../specials/index.ts';
import { wrongCall, type Arguments } from './arguments.ts';
import { argumentNode } from './call.ts';

/** What a special function is given. */
export interface BuiltinCall {
  readonly fn: BuiltinFunction;
  readonly args: Arguments;
  readonly node: Node;
  /** The receiver's part, or null for a scalar receiver or a function. */
  readonly self: Part | null;
  readonly signature: Signature;
  readonly bindings: Bindings;
  /** The class being constructed, which `Self` means then. */
  readonly constructed: BuiltinClass | null;
  /** What each parameter got: undefined if it was left out. */
  readonly bound: readonly (Type | undefined)[];
}

/** The type of what a parameter got, by name; undefined if it was left out. */
export function given(call: BuiltinCall, name: string): Type | undefined {
  const index = call.signature.params.findIndex((param) => param.name === name);
  return index < 0 ? undefined : call.bound[index];
}

/** What the signature says of the result. */
export function declaredResult(cx: Inference, call: BuiltinCall): Type {
  return give(cx, call.signature.returns, call.bindings, call.node);
}

export function callBuiltin(
  cx: Inference,
  fn: BuiltinFunction,
  args: Arguments,
  node: Node,
  constructed: BuiltinClass | null = null,
): Type {
  let receiver: Type | null = null;
  let rest = args;
  if (fn.owner !== null && constructed === null) {
    receiver = args.positional[0] ?? args.rest ?? null;
    if (receiver === null) {
      wrongCall(cx, node, fn.name, 'needs an object to work on');
      return NEVER;
    }
    rest = { ...args, positional: args.positional.slice(1) };
    if (isAny(receiver)) return ANY;
    if (!receivers(cx, receiver, fn.owner)) {
      cx.fault(node, 'W0506', {
        callee: fn.name,
        param: 'self',
        actual: receiver,
        expected: fn.owner.name,
      });
      return NEVER;
    }
  }
  if (receiver === null || receiver.parts.length <= 1) {
    return callOne(cx, fn, receiver, rest, node, constructed);
  }
  let result = NEVER;
  for (const atom of cx.atoms(receiver)) {
    result = cx.lattice.join(result, callOne(cx, fn, atom, rest, node, constructed));
  }
  return result;
}

/** Whether a method of the class can be called on all values of the type. */
function receivers(cx: Inference, type: Type, owner: BuiltinClass): boolean {
  if (type.mask !== 0 && !classesOfScalars(type.mask).every((cls) => cls === owner || cls.base === owner))
    return false;
  return type.parts.every(
    (part) => part.kind === 'instance' || fits(cx, partType(part), { kind: 'class', cls: owner, args: [] }),
  );
}

function callOne(
  cx: Inference,
  fn: BuiltinFunction,
  receiver: Type | null,
  args: Arguments,
  node: Node,
  constructed: BuiltinClass | null,
): Type {
  const self = receiver?.parts[0] ?? null;
  let arity: { signature: Signature; bound: (Type | undefined)[] } | null = null;
  for (const signature of fn.overloads) {
    const bound = assign(signature, args);
    if (bound === null) continue;
    arity = { signature, bound };
    if (!signature.params.some((param, i) => bound[i] !== undefined && !fits(cx, bound[i]!, param.term)))
      break;
  }
  if (arity === null) {
    wrongCall(cx, node, fn.name, 'does not take these arguments');
    return NEVER;
  }
  const { signature, bound } = arity;
  if (args.rest !== null && !signature.params.some((param) => param.how === 'star')) {
    cx.loose(node, 'how many arguments a * gives is not known');
  }
  if (args.restNamed !== null) cx.loose(node, 'which arguments a ** gives is not known');
  reportMisfits(cx, fn, signature, bound, args, node);
  const bindings = classBindings(cx, self);
  if (receiver !== null) bindings.add(cx, 'Self', receiver);
  else if (constructed !== null)
    bindings.add(cx, 'Self', partType({ kind: 'generic', cls: constructed, args: [] }));
  bindAll(cx, signature, bound, bindings, node);
  if (fn.owner?.hashed === true && self?.kind === 'container') {
    requireHashable(cx, cx.lattice.peek(self.cells[0]!), node);
  }
  const call: BuiltinCall = { fn, args, node, self, signature, bindings, constructed, bound };
  const special = fn.special === null ? undefined : SPECIALS.get(fn.special);
  if (fn.special !== null && special === undefined) throw new Error(`no special function ${fn.special}`);
  const result = special === undefined ? declaredResult(cx, call) : special(cx, call);
  if (isAny(result) && !bound.some((type) => type !== undefined && isAny(type))) {
    cx.loose(node, `${fn.name} may give anything`);
  }
  return result;
}

/** What each parameter gets, or null if the call does not suit the signature. */
function assign({ params }: Signature, args: Arguments): (Type | undefined)[] | null {
  const bound: (Type | undefined)[] = [];
  let next = 0;
  let named = args.named?.size ?? 0;
  for (const param of params) {
    let type: Type | undefined;
    if (param.how === 'star') {
      type = joined(args, next);
      next = args.positional.length;
    } else if (param.how === 'double-star') {
      named = 0;
    } else {
      if (param.how !== 'keyword-only') type = args.positional[next++] ?? args.rest ?? undefined;
      const byName = param.how === 'positional-only' ? undefined : args.named?.get(param.name);
      if (byName !== undefined) {
        if (type !== undefined && type !== args.rest) return null;
        type = byName;
        named--;
      }
      if (type === undefined && param.required && args.restNamed === null) return null;
    }
    bound.push(type);
  }
  return next < args.positional.length || named > 0 ? null : bound;
}

/** What a `*` parameter gets: filled in by joining when there are several. */
function joined(args: Arguments, from: number): Type | undefined {
  const types = args.positional.slice(from);
  if (args.rest !== null) types.push(args.rest);
  return types.length <= 1 ? types[0] : unionOf(types);
}

/** A type that stands for several without a lattice: only held against terms and bound. */
function unionOf(types: readonly Type[]): Type {
  let mask = 0;
  const parts: Part[] = [];
  let depth = 0;
  for (const type of types) {
    mask |= type.mask;
    parts.push(...type.parts);
    depth = Math.max(depth, type.depth);
  }
  return { mask, parts, depth };
}

function reportMisfits(
  cx: Inference,
  fn: BuiltinFunction,
  signature: Signature,
  bound: readonly (Type | undefined)[],
  args: Arguments,
  node: Node,
): void {
  signature.params.forEach((param, i) => {
    const type = bound[i];
    if (type === undefined || fits(cx, type, param.term)) return;
    const at =
      param.how === 'star' || args.named?.has(param.name) === true ? node : argumentNode(args, i, node);
    cx.fault(at, 'W0506', {
      callee: fn.name,
      param: param.name,
      actual: type,
      expected: param.term,
    });
  });
}

/** Binds plain parameters first, as the functions among the arguments are called with what those bind. */
function bindAll(
  cx: Inference,
  signature: Signature,
  bound: readonly (Type | undefined)[],
  bindings: Bindings,
  node: Node,
): void {
  let callbacks = false;
  signature.params.forEach((param, i) => {
    const type = bound[i];
    if (type === undefined) {
      if (param.noneByDefault && param.term.kind === 'var') bindings.add(cx, param.term.name, NONE);
      return;
    }
    if (hasCallable(param.term)) callbacks = true;
    else bind(cx, type, param.term, bindings, node);
  });
  if (!callbacks) return;
  signature.params.forEach((param, i) => {
    const type = bound[i];
    if (type !== undefined && hasCallable(param.term)) bind(cx, type, param.term, bindings, node);
  });
}

function hasCallable(term: Signature['returns']): boolean {
  return (
    term.kind === 'callable' ||
    (term.kind === 'union' && term.members.some((member) => member.kind === 'callable'))
  );
}
