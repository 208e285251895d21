// Truth of a value. https://docs.python.org/3.11/library/stdtypes.html#truth-value-testing
import type { Runtime } from '../runtime.ts';
import type { Value } from './objects.ts';

/** `bool(value)`. */
export declare function truth(rt: Runtime, value: Value): boolean;
