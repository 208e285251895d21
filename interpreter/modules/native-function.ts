// Functions that native code makes while a program runs: what a decorator returns, methods generated for a class.
// In CPython they are functions written in Python, and word their errors so.
import { PyBuiltin } from '../builtins/builtin.ts';
import { bindPythonArguments } from '../builtins/python-arguments.ts';
import { parseSignature } from '../builtins/signature.ts';
import type { Runtime } from '../runtime.ts';
import type { PyClass } from '../values/class.ts';
import type { Value } from '../values/objects.ts';

/** The code of a made function: gets the runtime, then the bound arguments as `bindPythonArguments` gives them. */
type Code = (rt: Runtime, ...args: never[]) => Value;

function made(signature: string, qualified: string, owner: string | null, code: Code): PyBuiltin {
  const parsed = parseSignature(signature, 'python');
  const invoke = code as unknown as (rt: Runtime, ...args: unknown[]) => Value;
  const impl: PyBuiltin['impl'] = (rt, args, keywords) =>
    invoke(rt, ...bindPythonArguments(parsed, qualified, 0, args, keywords));
  return new PyBuiltin(parsed.name, owner, impl, 'builtins', true);
}

/** A function that is not bound to what it is taken from, with a signature such as `decorate(func)`. */
export function makeNative(signature: string, code: Code): PyBuiltin {
  return made(signature, signature.slice(0, signature.indexOf('(')), null, code);
}

/** Gives a class of the program a method; the signature names the receiver too. */
export function addMethod(cls: PyClass, signature: string, code: Code): void {
  const name = signature.slice(0, signature.indexOf('('));
  cls.setAttr(name, made(signature, `${cls.name}.${name}`, cls.name, code));
}
