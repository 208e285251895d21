// The type of every kind of expression, in the state of the flow where it stands.
// Source: the Python 3.11 language reference, section 6.
import type { Constant, DictExpr, Expr, JoinedStr, Lambda, ListExpr, SetExpr, TupleExpr } from '../../ast.ts';
import { callExpression } from '../call/calls.ts';
import { makeClosure } from '../call/functions.ts';
import { joinEnvs } from '../env.ts';
import type { Inference } from '../inference.ts';
import { elementOf } from '../iterate.ts';
import { requireHashable } from '../match.ts';
import { knownClass } from '../registry.ts';
import { attribute } from './attributes.ts';
import { comprehension } from './comprehensions.ts';
import { branch } from './conditions.ts';
import { checkSpec } from './formatting.ts';
import { assignName, readName } from './names.ts';
import { MAX_TUPLE, binary, compare, unary } from './operators.ts';
import { subscript } from './subscripts.ts';
import {
  ANY,
  BOOL,
  BYTES,
  Bit,
  FLOAT,
  NAT,
  NEVER,
  NONE,
  STR,
  isAny,
  partType,
  scalar,
  type Type,
} from '../type.ts';

/** The type of an expression. Assignments and narrowing in it act on the state of the flow. */
export function expression(cx: Inference, node: Expr): Type {
  cx.enter();
  const type = infer(cx, node);
  cx.leave();
  if (cx.recorded !== null) cx.record(node, type);
  return type;
}

function infer(cx: Inference, node: Expr): Type {
  switch (node.kind) {
    case 'Constant':
      return constant(node);
    case 'Name':
      return readName(cx, node);
    case 'BinOp': {
      const left = expression(cx, node.left);
      return binary(cx, node.op, left, expression(cx, node.right), node);
    }
    case 'Call':
      return callExpression(cx, node);
    case 'Attribute':
      return attribute(cx, node);
    case 'Subscript':
      return subscript(cx, node);
    case 'Compare': {
      let result = NEVER;
      let left = expression(cx, node.left);
      node.ops.forEach((op, i) => {
        const right = expression(cx, node.comparators[i]!);
        result = cx.lattice.join(result, compare(cx, op, left, right, node));
        left = right;
      });
      return result;
    }
    case 'UnaryOp': {
      const operand = expression(cx, node.operand);
      const isNegativeLiteral =
        node.op === '-' && node.operand.kind === 'Constant' && isPositive(node.operand);
      return isNegativeLiteral ? scalar(Bit.neg) : unary(cx, node.op, operand, node);
    }
    case 'BoolOp': {
      const { type, yes, no } = branch(cx, node);
      cx.frame.env = joinEnvs(cx.lattice, yes, no);
      return type;
    }
    case 'IfExp':
      return conditional(cx, node.test, node.body, node.orelse);
    case 'NamedExpr': {
      const type = expression(cx, node.value);
      assignName(cx, node.target.id, type);
      if (cx.recorded !== null) cx.record(node.target, type);
      return type;
    }
    case 'List':
      return listDisplay(cx, node, 'list');
    case 'Set':
      return listDisplay(cx, node, 'set');
    case 'Tuple':
      return tupleDisplay(cx, node);
    case 'Dict':
      return dictDisplay(cx, node);
    case 'ListComp':
    case 'SetComp':
    case 'DictComp':
    case 'GeneratorExp':
      return comprehension(cx, node);
    case 'Lambda':
      return lambda(cx, node);
    case 'JoinedStr':
      return formatted(cx, node);
    case 'FormattedValue':
      return STR;
    case 'Yield':
      return yielded(cx, node.value === null ? NONE : expression(cx, node.value));
    case 'YieldFrom':
      return yieldedFrom(cx, node.value, expression(cx, node.value));
    case 'Starred':
      return cx.unknown(node, 'a starred expression stands alone');
    case 'Slice':
      for (const bound of [node.lower, node.upper, node.step]) if (bound !== null) expression(cx, bound);
      return scalar(Bit.slice);
  }
}

function constant({ value }: Constant): Type {
  switch (value.type) {
    case 'int':
      return NAT;
    case 'float':
      return FLOAT;
    case 'imaginary':
      return scalar(Bit.complex);
    case 'str':
      return STR;
    case 'bytes':
      return BYTES;
    case 'bool':
      return BOOL;
    case 'None':
      return NONE;
    case 'Ellipsis':
      return scalar(Bit.ellipsis);
  }
}

function isPositive({ value }: Constant): boolean {
  return value.type === 'int' && value.value > 0;
}

function conditional(cx: Inference, test: Expr, body: Expr, orelse: Expr): Type {
  const { yes, no } = branch(cx, test);
  let type = NEVER;
  cx.frame.env = yes;
  if (yes !== null) type = expression(cx, body);
  const afterBody = cx.frame.env;
  cx.frame.env = no;
  if (no !== null) type = cx.lattice.join(type, expression(cx, orelse));
  cx.frame.env = joinEnvs(cx.lattice, afterBody, cx.frame.env);
  return type;
}

// ---- displays --------------------------------------------------------------------------------------

function listDisplay(cx: Inference, node: ListExpr | SetExpr, name: 'list' | 'set'): Type {
  const { type, part } = cx.made(node, knownClass(name));
  const cell = part.cells[0]!;
  for (const item of node.elts) {
    const elem =
      item.kind === 'Starred' ? elementOf(cx, expression(cx, item.value), item) : expression(cx, item);
    if (name === 'set') requireHashable(cx, elem, item);
    cx.at = item;
    cx.lattice.grow(cell, elem);
  }
  return type;
}

function tupleDisplay(cx: Inference, node: TupleExpr): Type {
  const elems: Type[] = [];
  let open: Type | null = null;
  for (const item of node.elts) {
    if (item.kind !== 'Starred') {
      elems.push(expression(cx, item));
      continue;
    }
    const spread = expression(cx, item.value);
    const fixed = spread.parts[0];
    if (spread.parts.length === 1 && spread.mask === 0 && fixed!.kind === 'tuple')
      elems.push(...fixed!.elems);
    else open = cx.lattice.join(open ?? NEVER, elementOf(cx, spread, item));
  }
  if (open === null && elems.length <= MAX_TUPLE) return cx.tuple(elems);
  return cx.generic(knownClass('tuple'), [cx.lattice.join(cx.lattice.joinAll(elems), open ?? NEVER)]);
}

function dictDisplay(cx: Inference, node: DictExpr): Type {
  const { type, part } = cx.made(node, knownClass('dict'));
  node.values.forEach((valueNode, i) => {
    const keyNode = node.keys[i]!;
    if (keyNode === null) {
      spreadMapping(cx, expression(cx, valueNode), part.cells, valueNode);
      return;
    }
    const key = expression(cx, keyNode);
    requireHashable(cx, key, keyNode);
    const value = expression(cx, valueNode);
    cx.at = keyNode;
    cx.lattice.grow(part.cells[0]!, key);
    cx.at = valueNode;
    cx.lattice.grow(part.cells[1]!, value);
  });
  return type;
}

/** `**mapping` in a dict display. */
function spreadMapping(
  cx: Inference,
  type: Type,
  cells: readonly Parameters<typeof cx.lattice.grow>[0][],
  node: Expr,
): void {
  if (isAny(type)) for (const cell of cells) cx.lattice.grow(cell, ANY);
  else if (type.mask !== 0) cx.fault(node, 'W0507', { type: type, wanted: 'a mapping' });
  for (const part of type.parts) {
    if (part.kind === 'container' && part.cls.params[0] === 'K') {
      cells.forEach((cell, i) => cx.lattice.grow(cell, cx.held(part, i)));
    } else {
      cx.fault(node, 'W0507', { type: type, wanted: 'a mapping' });
    }
  }
}

// ---- the rest --------------------------------------------------------------------------------------

function lambda(cx: Inference, node: Lambda): Type {
  return partType({ kind: 'function', closure: makeClosure(cx, node) });
}

function formatted(cx: Inference, node: JoinedStr): Type {
  for (const piece of node.values) {
    if (piece.kind === 'Constant') continue;
    const value = expression(cx, piece.value);
    const { formatSpec } = piece;
    if (formatSpec === null) continue;
    for (const inner of formatSpec.values) if (inner.kind === 'FormattedValue') expression(cx, inner.value);
    const isEmpty = formatSpec.values.length === 0;
    if (piece.conversion === null && !isEmpty) checkSpec(cx, piece, value, 'spec');
  }
  return STR;
}

function yielded(cx: Inference, type: Type): Type {
  const { spec } = cx.frame;
  if (spec === null) return ANY;
  cx.lattice.widen(spec.yields, type);
  cx.forgetFacts();
  return cx.lattice.join(NONE, cx.lattice.read(spec.sends));
}

function yieldedFrom(cx: Inference, node: Expr, type: Type): Type {
  const { spec } = cx.frame;
  if (spec === null) return ANY;
  cx.lattice.widen(spec.yields, elementOf(cx, type, node));
  cx.forgetFacts();
  let result = NEVER;
  for (const part of type.parts) {
    const isGenerator = part.kind === 'container' && part.cls.name === 'Generator';
    result = cx.lattice.join(result, isGenerator ? cx.held(part, 2) : NONE);
    if (isGenerator) cx.lattice.grow(part.cells[1]!, cx.lattice.read(spec.sends));
  }
  return type.parts.length === 0 ? NONE : result;
}
