// The instructions that apply an operator, off the loop's fast paths.
import type { BinaryOperator, CompareOperator } from '../../grammar/ast.ts';
import { BINARY_OPS, COMPARE_OPS, INPLACE_OPS } from '../compiler/operators.ts';
import type { Op } from '../op.ts';
import type { Runtime } from '../runtime.ts';
import { PyFloat, type Value } from '../values/objects.ts';
import { binaryOp, compareOp, inplaceOp } from '../values/operators.ts';
import { ofFloats } from './plain.ts';

function invert<S extends string>(table: Readonly<Record<S, Op>>): S[] {
  const symbols: S[] = [];
  for (const [symbol, op] of Object.entries(table)) symbols[op as Op] = symbol as S;
  return symbols;
}

const BINARY: readonly BinaryOperator[] = invert(BINARY_OPS);
const INPLACE: readonly BinaryOperator[] = invert(INPLACE_OPS);
const COMPARE: readonly CompareOperator[] = invert(COMPARE_OPS);

/** By operation code: 1 for the instructions that `operate` does. */
export const IS_OPERATOR = new Uint8Array(256);
for (const table of [BINARY_OPS, INPLACE_OPS, COMPARE_OPS])
  for (const op of Object.values(table)) IS_OPERATOR[op] = 1;

/** Does what a BINARY_, INPLACE_ or COMPARE_ instruction does to its operands. @throws PyRaise */
export function operate(rt: Runtime, op: number, a: Value, b: Value): Value {
  const x = a instanceof PyFloat ? a.value : a;
  const y = b instanceof PyFloat ? b.value : b;
  if ((x !== a || y !== b) && typeof x === 'number' && typeof y === 'number') {
    const result = ofFloats(op, x, y);
    if (result !== undefined) return result;
  }
  if (BINARY[op] !== undefined) return binaryOp(rt, BINARY[op], a, b);
  if (INPLACE[op] !== undefined) return inplaceOp(rt, INPLACE[op], a, b);
  if (typeof a === 'string' && typeof b === 'string') {
    if (COMPARE[op] === '==') return a === b;
    if (COMPARE[op] === '!=') return a !== b;
  }
  return compareOp(rt, COMPARE[op], a, b);
}
