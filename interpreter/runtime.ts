// What native code (operators, builtins, library modules) may ask of the machine that runs it.
// The VM implements it; everything under `values/` and `builtins/` sees only this.
import type { HeapObject, Value } from './values/objects.ts';

/** Named arguments of a call, in order; null when there are none. */
export type Keywords = ReadonlyMap<string, Value> | null;

export interface Runtime {
  /** The machine of the program itself; another one runs the library's own Primer code. */
  readonly root: Runtime;
  /** Calls any callable and runs it to its end (in a nested loop for a Primer function). May throw PyRaise. */
  call(callee: Value, args: readonly Value[], keywords?: Keywords): Value;
  /** Appends to standard output; the output limit applies. */
  write(text: string): void;
  /** One line from the given input text without its newline, or undefined at its end. */
  readLine(): string | undefined;
  /**
   * Pays for native work of `units` elementary steps (elements copied, digits produced …) out of the fuel,
   * before it is done. Throws the limit's outcome when the fuel or the size cap would be exceeded.
   */
  charge(units: number): void;
  /** The program's global variables that have a value now, as `globals()` would list them. */
  programGlobals(): readonly [name: string, value: Value][];
  /** The local variables of the running frame, in the order of `locals()`; null in the module's own. */
  callerLocals(): Map<string, Value> | null;
  /** The value of an expression that sees these names and the builtins. Refuses what is no expression. */
  evaluate(text: string, names: ReadonlyMap<string, Value>): Value;
  /** Runs an expression or statements that see these names; its value, if it has one, and the names afterwards. */
  execute(
    text: string,
    names: ReadonlyMap<string, Value>,
  ): { readonly value: Value | undefined; readonly names: ReadonlyMap<string, Value> };
  /** The library module `name`, as the library itself may import it. */
  importModule(name: string): Value;
  /** Notes that the order of a set with hash-seed-dependent elements was observed. */
  observeSetOrder(): void;
  /**
   * Notes that something was asked for that no two runs of CPython need agree about: a random number without a seed,
   * the time.
   * @returns the number of the probe, for an answer that differs from those of the others
   */
  observeChance(): number;
  /** How this run orders seed-dependent elements: 0 is PYTHONHASHSEED=0, others are probes of the nondeterminism check. */
  readonly hashOrder: number;
  /** What is shown in place of an address, where values are shown outside a run; without it such a repr is refused. */
  nameless?(object: HeapObject): string;
  /** Stops the run because the program uses something outside Primer; `construct` names it. */
  unsupported(construct: string): never;
}
