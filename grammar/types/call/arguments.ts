// The arguments of a call as types, and which parameter of a user function each of them goes to.
// Source: the Python 3.11 language reference, section 6.3.4. Knows nothing of what is then done with them.
import type { Call, Expr, Node, Param } from '../../ast.ts';
import type { Closure } from '../entities.ts';
import type { Inference } from '../inference.ts';
import { elementOf } from '../iterate.ts';
import { knownClass } from '../registry.ts';
import { ANY, NEVER, STR, isAny, type Type } from '../type.ts';
import { expression } from '../walk/expressions.ts';

export interface Arguments {
  readonly positional: readonly Type[];
  /** What `*iterable` adds, an unknown number of times. */
  readonly rest: Type | null;
  readonly named: ReadonlyMap<string, Type> | null;
  /** What `**mapping` adds under unknown names. */
  readonly restNamed: Type | null;
  /** The call, where there is one, to point at arguments. */
  readonly call: Call | null;
}

export function positionalArguments(positional: readonly Type[]): Arguments {
  return { positional, rest: null, named: null, restNamed: null, call: null };
}

/** Evaluates the arguments of a call. */
export function evaluateArguments(cx: Inference, node: Call): Arguments {
  const positional: Type[] = [];
  let rest: Type | null = null;
  for (const arg of node.args) {
    if (arg.kind !== 'Starred') {
      const type = expression(cx, arg);
      if (rest === null) positional.push(type);
      else rest = cx.lattice.join(rest, type);
      continue;
    }
    const spread = expression(cx, arg.value);
    const only = spread.parts.length === 1 && spread.mask === 0 ? spread.parts[0]! : null;
    if (only?.kind === 'tuple' && rest === null) positional.push(...only.elems);
    else rest = cx.lattice.join(rest ?? NEVER, elementOf(cx, spread, arg));
  }
  let named: Map<string, Type> | null = null;
  let restNamed: Type | null = null;
  for (const keyword of node.keywords) {
    const type = expression(cx, keyword.value);
    if (keyword.name !== null) (named ??= new Map()).set(keyword.name, type);
    else restNamed = cx.lattice.join(restNamed ?? NEVER, mappingValues(cx, type, keyword.value));
  }
  return { positional, rest, named, restNamed, call: node };
}

function mappingValues(cx: Inference, type: Type, node: Expr): Type {
  if (isAny(type)) return ANY;
  let values = NEVER;
  let wrong = type.mask !== 0;
  for (const part of type.parts) {
    if (part.kind === 'container' && part.cls.params[0] === 'K') {
      values = cx.lattice.join(values, cx.held(part, 1));
      const keys = cx.held(part, 0);
      if (keys.parts.length > 0 || (keys.mask & ~STR.mask) !== 0) wrong = true;
    } else wrong = true;
  }
  if (wrong) cx.fault(node, 'W0507', { type: type, wanted: 'a mapping of names' });
  return values;
}

/** The parameters of a function that an argument can be given for by itself. */
export function plainParams(node: Closure['node']): readonly Param[] {
  const { params } = node;
  if (params.posonly.length === 0 && params.kwonly.length === 0) return params.args;
  return [...params.posonly, ...params.args, ...params.kwonly];
}

/**
 * The types that the parameters get, in the order of plainParams, then those of `*args` and `**kwargs`.
 * A call that CPython would refuse is reported; what is missing is then Never.
 */
export function bindArguments(cx: Inference, closure: Closure, args: Arguments, node: Node): Type[] {
  const { params } = closure.node;
  const plain = plainParams(closure.node);
  const positionalCount = params.posonly.length + params.args.length;
  const bound: Type[] = [];
  let left = args.named?.size ?? 0;
  let missing = '';
  for (let i = 0; i < plain.length; i++) {
    const { name } = plain[i]!;
    let type: Type | undefined = i < positionalCount ? args.positional[i] : undefined;
    const byName = i < params.posonly.length ? undefined : args.named?.get(name);
    if (byName !== undefined) {
      left--;
      if (type !== undefined) wrongCall(cx, node, closure.name, `got multiple values for argument '${name}'`);
      type = byName;
    }
    if (type === undefined && args.rest !== null && i < positionalCount) {
      type = args.rest;
      cx.loose(node, 'how many arguments a * gives is not known');
    }
    if (type === undefined && args.restNamed !== null && i >= params.posonly.length) {
      type = args.restNamed;
      cx.loose(node, 'which arguments a ** gives is not known');
    }
    const standard = closure.defaults[i];
    if (standard !== null && standard !== undefined) {
      const byDefault = cx.lattice.read(standard);
      const isCertain = type !== undefined && type !== args.rest && type !== args.restNamed;
      if (!isCertain) type = type === undefined ? byDefault : cx.lattice.join(type, byDefault);
    }
    if (type === undefined) missing = name;
    bound.push(type ?? NEVER);
  }
  if (missing !== '') wrongCall(cx, node, closure.name, `missing required argument '${missing}'`);
  bindRest(cx, closure, args, positionalCount, left, bound, node);
  return bound;
}

function bindRest(
  cx: Inference,
  closure: Closure,
  args: Arguments,
  positionalCount: number,
  namedLeft: number,
  bound: Type[],
  node: Node,
): void {
  const { vararg, kwarg, posonly } = closure.node.params;
  const extra = args.positional.slice(positionalCount);
  if (vararg !== null) {
    bound.push(
      args.rest === null && extra.length <= 16
        ? cx.tuple(extra)
        : cx.generic(knownClass('tuple'), [cx.lattice.join(cx.lattice.joinAll(extra), args.rest ?? NEVER)]),
    );
  } else if (extra.length > 0) {
    wrongCall(cx, node, closure.name, `takes ${positionalCount} positional arguments but more were given`);
  } else if (args.rest !== null) {
    cx.loose(node, 'how many arguments a * gives is not known');
  }
  if (kwarg !== null) {
    const { type, part } = cx.made(kwarg, knownClass('dict'));
    cx.lattice.grow(part.cells[0]!, namedLeft > 0 || args.restNamed !== null ? STR : NEVER);
    const known = new Set(
      plainParams(closure.node)
        .slice(posonly.length)
        .map((param) => param.name),
    );
    for (const [name, value] of args.named ?? [])
      if (!known.has(name)) cx.lattice.grow(part.cells[1]!, value);
    if (args.restNamed !== null) cx.lattice.grow(part.cells[1]!, args.restNamed);
    bound.push(type);
  } else if (namedLeft > 0) {
    const known = new Set(
      plainParams(closure.node)
        .slice(posonly.length)
        .map((param) => param.name),
    );
    const stray = [...args.named!.keys()].find((name) => !known.has(name));
    wrongCall(cx, node, closure.name, `got an unexpected keyword argument '${stray}'`);
  } else if (args.restNamed !== null) {
    cx.loose(node, 'which arguments a ** gives is not known');
  }
}

export function wrongCall(cx: Inference, node: Node, callee: string, problem: string): void {
  cx.fault(node, 'W0512', { callee, problem });
}
