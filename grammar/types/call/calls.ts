// Call expressions. Most are values called; a few names mean something that no value can: super().
import type { Call } from '../../ast.ts';
import type { Inference } from '../inference.ts';
import { NAT, partType, type Type } from '../type.ts';
import { expression } from '../walk/expressions.ts';
import { resolve } from '../walk/names.ts';
import { consumesAtOnce } from '../walk/comprehensions.ts';
import { evaluateArguments } from './arguments.ts';
import { callWith } from './call.ts';
import { namedtupleCall } from '../classes/named-tuples.ts';

export function callExpression(cx: Inference, node: Call): Type {
  const { func } = node;
  if (func.kind === 'Name' && func.id === 'super' && resolve(cx, 'super') === null)
    return superObject(cx, node);
  const fn = expression(cx, func);
  const only = fn.parts.length === 1 ? fn.parts[0]! : null;
  if (only?.kind === 'form') return callForm(cx, node, only.name);
  if (node.args.length === 1 && node.args[0]!.kind === 'GeneratorExp' && consumesAtOnce(only)) {
    cx.consumed = node.args[0]!;
  }
  return callWith(cx, fn, evaluateArguments(cx, node), node);
}

/** `super()` in a method: the object that the method was called on, seen from the class it stands in. */
function superObject(cx: Inference, node: Call): Type {
  let frame = cx.frame;
  while (frame.spec !== null && frame.spec.closure.owner === null && frame.outer !== null)
    frame = frame.outer;
  const spec = frame.spec;
  const owner = spec?.closure.owner ?? null;
  const self = spec?.params[0];
  if (spec === null || owner === null || self === undefined)
    return cx.unknown(node, 'super() outside a method');
  if (node.args.length > 0) for (const arg of node.args) expression(cx, arg);
  return cx.lattice.bounded(partType({ kind: 'super', cls: owner, self }));
}

/** Calls of names that are known by what they are for. */
function callForm(cx: Inference, node: Call, name: string): Type {
  if (name === 'collections.namedtuple') return namedtupleCall(cx, node);
  const args = evaluateArguments(cx, node);
  switch (name) {
    case 'functools.lru_cache':
      return partType({ kind: 'form', name: 'functools.cache', term: null });
    case 'typing.TypeVar':
      return partType({ kind: 'form', name, term: { kind: 'any' } });
    case 'enum.auto':
      return NAT;
    default:
      for (const type of args.positional) cx.escape(type);
      return cx.unknown(node, `the checker does not know what ${name}() gives`);
  }
}
