// `repr`, `str`, `ascii` and `format` of any value.
import type { Runtime } from '../runtime.ts';
import type { Value } from './objects.ts';

export declare function repr(rt: Runtime, value: Value): string;
export declare function str(rt: Runtime, value: Value): string;
export declare function ascii(rt: Runtime, value: Value): string;
/** `format(value, spec)`. */
export declare function format(rt: Runtime, value: Value, spec: string): string;
