// Constants of the source as values, and what of them is known before running.
import type { ConstantValue, Expr, Stmt } from '../../grammar/ast.ts';
import { PyBytes } from '../values/bytes.ts';
import { PyComplex } from '../values/complex.ts';
import { PyFloat, type Value } from '../values/objects.ts';
import { Ellipsis } from '../values/singletons.ts';

/** The value of a constant. */
export function constantValue(constant: ConstantValue): Value {
  switch (constant.type) {
    case 'int':
    case 'str':
    case 'bool':
      return constant.value;
    case 'float':
      return new PyFloat(constant.value);
    case 'imaginary':
      return new PyComplex(0, constant.value);
    case 'None':
      return null;
    case 'bytes':
      return new PyBytes(constant.value);
    case 'Ellipsis':
      return Ellipsis;
  }
}

/** Whether the constant counts as true. */
export function constantTruth(constant: ConstantValue): boolean {
  switch (constant.type) {
    case 'int':
      return constant.value !== 0;
    case 'float':
    case 'imaginary':
      return constant.value !== 0;
    case 'bool':
      return constant.value;
    case 'str':
    case 'bytes':
      return constant.value.length > 0;
    case 'None':
      return false;
    case 'Ellipsis':
      return true;
  }
}

/** The value of a number with minus signs before it, which CPython folds too; undefined for anything else. */
export function negativeNumber(expr: Expr): Value | undefined {
  if (expr.kind !== 'UnaryOp' || expr.op !== '-' || expr.operand.kind !== 'Constant') return undefined;
  const constant = expr.operand.value;
  if (constant.type === 'float') return new PyFloat(-constant.value);
  if (constant.type !== 'int') return undefined;
  return typeof constant.value === 'bigint' ? -constant.value : 0 - constant.value;
}

/** The docstring a body begins with, if it does. */
export function docstring(body: readonly Stmt[]): string | null {
  if (body.length === 0 || body[0].kind !== 'Expr') return null;
  const { value } = body[0];
  return value.kind === 'Constant' && value.value.type === 'str' ? value.value.value : null;
}
