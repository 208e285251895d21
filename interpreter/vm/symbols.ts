// The operators that instructions apply, by operation code.
import type { BinaryOperator, CompareOperator } from '../../grammar/ast.ts';
import { BINARY_OPS, COMPARE_OPS, INPLACE_OPS } from '../compiler/operators.ts';
import type { Op } from '../op.ts';

function invert<S extends string>(...tables: Readonly<Record<S, Op>>[]): S[] {
  const symbols: S[] = [];
  for (const table of tables)
    for (const [symbol, op] of Object.entries(table)) symbols[op as Op] = symbol as S;
  return symbols;
}

/** By the code of a BINARY_ or INPLACE_ instruction. */
export const BINARY_SYMBOLS: readonly BinaryOperator[] = invert(BINARY_OPS, INPLACE_OPS);

/** By the code of a COMPARE_ instruction. */
export const COMPARE_SYMBOLS: readonly CompareOperator[] = invert(COMPARE_OPS);
