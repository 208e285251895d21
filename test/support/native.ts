// A stand-in for the VM, to test values and builtins without one.
import { PyBuiltin } from '../../interpreter/builtins/builtin.ts';
import '../../interpreter/builtins/index.ts';
import { PyRaise } from '../../interpreter/values/class.ts';
import { str } from '../../interpreter/values/repr.ts';
import type { Value } from '../../interpreter/values/objects.ts';
import type { Keywords, Runtime } from '../../interpreter/runtime.ts';

/** Thrown where a run would end as unsupported or at a limit. */
export class Stopped extends Error {}

/** A runtime that can call builtins only. */
export function nativeRuntime(): Runtime {
  return {
    get root(): Runtime {
      return this;
    },
    call(callee: Value, args: readonly Value[], keywords: Keywords = null): Value {
      if (callee instanceof PyBuiltin) return callee.impl(this, args, keywords);
      throw new Error('nativeRuntime: not a builtin');
    },
    write: () => undefined,
    readLine: () => undefined,
    charge(units: number): void {
      if (units > 1e7) throw new Stopped('limit');
    },
    programGlobals: () => [],
    callerLocals: () => null,
    evaluate: () => null,
    execute: (_text, names) => ({ value: undefined, names }),
    importModule: () => null,
    observeSetOrder: () => undefined,
    observeChance: () => 0,
    hashOrder: 0,
    unsupported(construct: string): never {
      throw new Stopped(`unsupported: ${construct}`);
    },
  };
}

/** What `run` gives, or the exception it raises as `{ error, text }`, as CPython's answers are written. */
export function outcomeOf(run: () => string): { repr: string } | { error: string; text: string } {
  try {
    return { repr: run() };
  } catch (error) {
    if (!(error instanceof PyRaise)) throw error;
    const { exception } = error;
    return { error: exception.cls.name, text: str(nativeRuntime(), exception) };
  }
}
