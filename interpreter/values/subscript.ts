// `x[i]`, `x[i] = v`, `del x[i]`.
import type { Runtime } from '../runtime.ts';
import type { Value } from './objects.ts';

export declare function getItem(rt: Runtime, container: Value, index: Value): Value;
export declare function setItem(rt: Runtime, container: Value, index: Value, value: Value): void;
export declare function deleteItem(rt: Runtime, container: Value, index: Value): void;
