// A number for an object's identity, the same in every run of the same program: objects are counted as they are
// first asked for. It stands where CPython would use an address, and is never shown to a program.
import type { Runtime } from '../runtime.ts';

interface Register {
  readonly numbers: WeakMap<object, number>;
  count: number;
}

const registers = new WeakMap<Runtime, Register>();

/** The number of `object` in the run of `rt`, from 1. */
export function identityNumber(rt: Runtime, object: object): number {
  let register = registers.get(rt.root);
  if (register === undefined) {
    register = { numbers: new WeakMap(), count: 0 };
    registers.set(rt.root, register);
  }
  const known = register.numbers.get(object);
  if (known !== undefined) return known;
  register.numbers.set(object, ++register.count);
  return register.count;
}
