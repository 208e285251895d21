// Where the files of `builtins/` put the functions they declare; `index.ts` makes the namespace of them.
import { makeFunction, type NativeCode } from './declare.ts';
import type { PyBuiltin } from './builtin.ts';
import type { Style } from './signature.ts';

/** The builtin functions by name. */
export const builtinFunctions = new Map<string, PyBuiltin>();

/** Declares a builtin function from its signature. */
export function builtinFunction(signature: string, code: NativeCode, style?: Style): void {
  const made = makeFunction('builtins', signature, code, style);
  builtinFunctions.set(made.name, made);
}
