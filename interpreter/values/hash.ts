// `hash(value)`, exactly CPython's on 64 bits where it does not depend on addresses.
import type { Runtime } from '../runtime.ts';
import type { Value } from './objects.ts';

/** @throws PyRaise TypeError "unhashable type: 'list'" */
export declare function hash(rt: Runtime, value: Value): number | bigint;
