// Comparison operators, equality and membership.
import type { CompareOperator } from '../../grammar/ast.ts';
import type { Runtime } from '../runtime.ts';
import type { Value } from './objects.ts';

/** `a op b`, all ten operators. The result need not be a bool when a class of the program compares. */
export declare function compareOp(rt: Runtime, op: CompareOperator, a: Value, b: Value): Value;
/** `a is b or bool(a == b)`, as containers compare their elements. */
export declare function equals(rt: Runtime, a: Value, b: Value): boolean;
/** `bool(a < b)`. */
export declare function lessThan(rt: Runtime, a: Value, b: Value): boolean;
/** `item in container`. */
export declare function contains(rt: Runtime, container: Value, item: Value): boolean;
