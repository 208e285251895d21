// Decorators: those the checker knows by name, and those that are functions of the program.
// Source: the Python 3.11 language reference, section 8.7.
import type { Expr, Node } from '../../ast.ts';
import { callValue } from '../call/call.ts';
import type { Inference } from '../inference.ts';
import { isAny, partType, type Type } from '../type.ts';
import { expression } from './expressions.ts';

/** What a function is after its decorators, the last one first. */
export function decorated(cx: Inference, decorators: readonly Expr[], fn: Type, node: Node): Type {
  let type = fn;
  for (let i = decorators.length - 1; i >= 0; i--) type = apply(cx, decorators[i]!, type, node);
  return type;
}

/** Decorators that leave a function as it is, as far as types go. */
const TRANSPARENT = new Set(['abc.abstractmethod', 'typing.final', 'functools.wraps', 'enum.unique']);

function apply(cx: Inference, decorator: Expr, type: Type, node: Node): Type {
  if (decorator.kind === 'Attribute' && /^(setter|getter|deleter)$/.test(decorator.attr)) {
    const property = expression(cx, decorator.value).parts.find((part) => part.kind === 'wrapped');
    if (property?.kind === 'wrapped' && decorator.attr === 'setter') {
      return partType({ kind: 'wrapped', how: 'property', fn: property.fn, setter: type });
    }
    return cx.unknown(decorator, `a ${decorator.attr} of a property`);
  }
  const value = expression(cx, decorator);
  const part = value.parts.length === 1 && value.mask === 0 ? value.parts[0]! : null;
  if (part?.kind === 'builtin-class') {
    const { name } = part.cls;
    if (name === 'property') return partType({ kind: 'wrapped', how: 'property', fn: type, setter: null });
    if (name === 'staticmethod') return partType({ kind: 'wrapped', how: 'static', fn: type, setter: null });
    if (name === 'classmethod') return partType({ kind: 'wrapped', how: 'class', fn: type, setter: null });
  }
  if (part?.kind === 'form') {
    if (TRANSPARENT.has(part.name)) return type;
    if (part.name === 'functools.lru_cache' || part.name === 'functools.cache') {
      return partType({ kind: 'wrapped', how: 'cached', fn: type, setter: null });
    }
    if (part.name === 'functools.cached_property') {
      return partType({ kind: 'wrapped', how: 'property', fn: type, setter: null });
    }
  }
  if (isAny(value)) return cx.unknown(decorator, 'the checker does not know the decorator');
  return callValue(cx, value, [type], node);
}
