// Calling methods by name, as the operators and protocols of Python do for user classes.
import type { Node } from '../../ast.ts';
import type { Inference } from '../inference.ts';
import type { Type } from '../type.ts';
import { attributeOf } from '../walk/attributes.ts';
import { positionalArguments, type Arguments } from './arguments.ts';
import { callWith } from './call.ts';

/** Calls a method with positional arguments; an object without it is reported. */
export function callMethod(cx: Inference, self: Type, name: string, args: readonly Type[], node: Node): Type {
  return callMethodWith(cx, self, name, positionalArguments(args), node);
}

export function callMethodWith(cx: Inference, self: Type, name: string, args: Arguments, node: Node): Type {
  return callWith(cx, attributeOf(cx, self, name, node), args, node);
}
