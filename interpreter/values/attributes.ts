// Attribute access: descriptors, instances, classes, modules, builtins.
import type { Runtime } from '../runtime.ts';
import type { Value } from './objects.ts';

/** `object.name`. @throws PyRaise AttributeError. */
export declare function getAttr(rt: Runtime, object: Value, name: string): Value;
export declare function setAttr(rt: Runtime, object: Value, name: string, value: Value): void;
export declare function deleteAttr(rt: Runtime, object: Value, name: string): void;
/**
 * The unbound function a call `object.name(…)` reaches, to be called with `object` put first, without making a
 * bound method; undefined where only `getAttr` will do (instance attributes, properties, modules …).
 */
export declare function findMethod(object: Value, name: string): Value | undefined;
/** The method `name` of the class of `object`, bound, as implicit calls look it up; undefined when absent. */
export declare function lookupSpecial(rt: Runtime, object: Value, name: string): Value | undefined;
