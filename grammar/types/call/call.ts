// Calling a value: what kinds of value can be called, and what each of them gives.
// Source: the Python 3.11 language reference, section 6.3.4.
import type { Expr, Node } from '../../ast.ts';
import { instantiate } from '../classes/instances.ts';
import type { Inference } from '../inference.ts';
import { requireHashable } from '../match.ts';
import { ANY, NEVER, isAny, makeType, partType, type Part, type Type } from '../type.ts';
import { positionalArguments, type Arguments } from './arguments.ts';
import { callBuiltin } from './builtins.ts';
import { callClosure } from './functions.ts';
import { callMethodWith } from './methods.ts';

/** Calls a value with positional arguments. */
export function callValue(cx: Inference, fn: Type, args: readonly Type[], node: Node): Type {
  return callWith(cx, fn, positionalArguments(args), node);
}

/** The type of what a call gives, joined over all that the callee may be. */
export function callWith(cx: Inference, fn: Type, args: Arguments, node: Node): Type {
  if (isAny(fn)) {
    escapeArguments(cx, args);
    return ANY;
  }
  if (fn.mask !== 0) cx.fault(node, 'W0505', { type: makeType(fn.mask, []) });
  if (fn.parts.length === 1) return callPart(cx, fn.parts[0]!, args, node);
  let result = NEVER;
  for (const part of fn.parts) result = cx.lattice.join(result, callPart(cx, part, args, node));
  return result;
}

function callPart(cx: Inference, part: Part, args: Arguments, node: Node): Type {
  switch (part.kind) {
    case 'function':
      return callClosure(cx, part.closure, args, node);
    case 'builtin':
      return callBuiltin(cx, part.fn, args, node);
    case 'bound':
      return callWith(cx, part.fn, { ...args, positional: [...part.args, ...args.positional] }, node);
    case 'class':
      return instantiate(cx, part.cls, args, node);
    case 'builtin-class': {
      const member = part.cls.member('__new__');
      if (member?.kind === 'function') return callBuiltin(cx, member.fn, args, node, part.cls);
      return cx.unknown(node, `the checker does not know how ${part.cls.name} is made`);
    }
    case 'callable':
      return callDeclared(cx, part, args, node);
    case 'wrapped':
      if (part.how === 'property') return notCallable(cx, part, node);
      if (part.how === 'cached') for (const type of args.positional) requireHashable(cx, type, node);
      return callWith(cx, part.fn, args, node);
    case 'instance':
      if (part.cls.opaque) {
        escapeArguments(cx, args);
        return ANY;
      }
      return callMethodWith(cx, partType(part), '__call__', args, node);
    case 'form':
      return cx.unknown(node, 'a form of typing is called');
    case 'container':
    case 'generic':
    case 'tuple':
    case 'super':
    case 'module':
      return notCallable(cx, part, node);
  }
}

function notCallable(cx: Inference, part: Part, node: Node): Type {
  cx.fault(node, 'W0505', { type: partType(part) });
  return NEVER;
}

/** A callable known by its annotation: its arguments are held against that. */
function callDeclared(
  cx: Inference,
  part: Extract<Part, { kind: 'callable' }>,
  args: Arguments,
  node: Node,
): Type {
  if (part.params !== null && part.params.length !== args.positional.length) {
    cx.fault(node, 'W0512', {
      callee: 'the callable',
      problem: `takes ${part.params.length} positional arguments`,
    });
  }
  part.params?.forEach((param, i) => {
    const given = args.positional[i];
    if (given === undefined || cx.lattice.includes(param, given)) return;
    const expected = param;
    cx.fault(node, 'W0506', {
      callee: 'the callable',
      param: String(i + 1),
      actual: given,
      expected,
    });
  });
  return part.returns;
}

/** An unknown callee may do anything to what it is given. */
function escapeArguments(cx: Inference, args: Arguments): void {
  for (const type of args.positional) cx.escape(type);
  for (const type of args.named?.values() ?? []) cx.escape(type);
  if (args.rest !== null) cx.escape(args.rest);
  if (args.restNamed !== null) cx.escape(args.restNamed);
  cx.forgetFacts();
}

/** The node of the nth positional argument, to point at; the call itself where it is not to be told. */
export function argumentNode(args: Arguments, nth: number, node: Node): Node {
  const call = args.call;
  if (call === null) return node;
  const spread = call.args.findIndex((arg: Expr) => arg.kind === 'Starred');
  if (spread >= 0 && spread <= nth) return node;
  return call.args[nth] ?? node;
}
