// Binary and unary operators: the fast cases here, the others by the operand's kind, then `__add__` and its kin.
import type { BinaryOperator, UnaryOperator } from '../../grammar/ast.ts';
import type { Runtime } from '../runtime.ts';
import type { Value } from './objects.ts';

/** `a op b`. @throws PyRaise TypeError "unsupported operand type(s) for op: …" and what the operands raise. */
export declare function binaryOp(rt: Runtime, op: BinaryOperator, a: Value, b: Value): Value;
/** `a op= b`: the new value of the target (the same object, changed, for mutable operands). */
export declare function inplaceOp(rt: Runtime, op: BinaryOperator, a: Value, b: Value): Value;
/** `op a`; `not` included. */
export declare function unaryOp(rt: Runtime, op: UnaryOperator, a: Value): Value;
