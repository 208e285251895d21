// Iteration over any value.
import type { Runtime } from '../runtime.ts';
import type { PyIterator } from './iterator.ts';
import type { Value } from './objects.ts';

/** `iter(value)` for a native loop; an iterator of the program's own class is wrapped. */
export declare function iterate(rt: Runtime, value: Value): PyIterator;
/** All elements, paid for; a new array. */
export declare function toArray(rt: Runtime, value: Value): Value[];
/** `len(value)`. */
export declare function length(rt: Runtime, value: Value): number;
