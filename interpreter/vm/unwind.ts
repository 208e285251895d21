// From where an exception was raised to where it is caught: frames are left one by one until one of them has a
// handler. Knows nothing of how instructions are executed.
import type { PyException } from '../values/class.ts';
import { handlerFor } from './exceptions.ts';
import { FRAME, Frame, type Machine } from './machine.ts';

/** Where a loop goes on after an exception was caught. */
export interface Landing {
  pc: number;
  base: number;
  sp: number;
}

/**
 * Leaves frames down to the one that catches `exception`, and puts the exception on its stack. `machine.depth` is
 * that frame's afterwards.
 * @param at the pc that raised it, in the frame whose slots begin at `base`
 * @param entry the depth of the frame that the loop was started for
 * @returns false when that one does not catch it either
 */
export function unwind(
  machine: Machine,
  exception: PyException,
  at: number,
  base: number,
  entry: number,
  landing: Landing,
): boolean {
  const { recorder, stack, funcs, frames } = machine;
  let { depth } = machine;
  recorder?.raise(exception);
  for (
    let raisedAt = at;
    ;
    raisedAt = frames[depth * FRAME + Frame.RETURN_PC] - 1,
      base = frames[depth * FRAME + Frame.RETURN_BASE],
      machine.depth = --depth
  ) {
    const object = funcs[depth].code;
    const row = handlerFor(object, raisedAt);
    if (row !== undefined) {
      recorder?.catch(frames[depth * FRAME + Frame.ID], row.handler, row.depth);
      landing.pc = row.handler;
      landing.base = base;
      landing.sp = base + object.slots + row.depth;
      stack[landing.sp++] = exception;
      break;
    }
    recorder?.unwind(frames[depth * FRAME + Frame.ID]);
    if (depth === entry) {
      recorder?.event(at, undefined);
      return false;
    }
  }
  recorder?.event(at, undefined);
  return true;
}
