// Frames: how their windows are made, and how those entered from native code run, in a loop of their own that ends
// when they return.
import type { Keywords } from '../runtime.ts';
import type { Recorder } from '../trace/recorder.ts';
import { PyCell, type PyFunction, type PyGenerator } from '../values/function.ts';
import type { Value } from '../values/objects.ts';
import { bindArguments } from './bind.ts';
import type { Resolved } from './call.ts';
import { execute } from './loop.ts';
import { Clock, FRAME, Frame, type Machine } from './machine.ts';

/** Makes sure that the stack reaches up to `top`. */
export function growStack(machine: Machine, top: number): void {
  const { stack } = machine;
  while (stack.length <= top) stack.push(undefined);
}

/** Puts the arguments that are cells into cells, and the cells of `func`'s closure into their slots. */
export function fillCells(stack: Value[], func: PyFunction, base: number): void {
  const { cellSlots, freeStart } = func.code;
  for (const slot of cellSlots) stack[base + slot] = new PyCell(stack[base + slot]);
  for (let i = 0; i < func.closure.length; i++) stack[base + freeStart + i] = func.closure[i];
}

/**
 * Journals that the topmost frame is entered, whose window begins at `base` and its operands at `sp`.
 * @param native whether the loop was started for it
 * @param generator the generator that the loop was started for, if any
 */
export function recordFrame(
  machine: Machine,
  recorder: Recorder,
  base: number,
  sp: number,
  native: boolean,
  generator: PyGenerator | null,
): void {
  const { depth } = machine;
  const func = machine.funcs[depth];
  const frameId = machine.clock[Clock.NEXT_FRAME]++;
  machine.frames[depth * FRAME + Frame.ID] = frameId;
  if (native && generator !== null) generator.frameId = frameId;
  recorder.enter(frameId, func, native, machine.stack, base, sp);
}

/**
 * Pushes the frame of a resolved call, entered by the loop; where its window begins.
 * @param sp where the result of the call goes
 */
export function pushFrame(
  machine: Machine,
  { func, bound }: Resolved,
  pc: number,
  base: number,
  sp: number,
): number {
  const depth = ++machine.depth;
  const window = sp + 1;
  const at = depth * FRAME;
  machine.frames[at + Frame.RETURN_PC] = pc;
  machine.frames[at + Frame.RETURN_BASE] = base;
  machine.frames[at + Frame.RETURN_SP] = sp;
  machine.funcs[depth] = func as PyFunction;
  growStack(machine, window + bound.length);
  for (let i = 0; i < bound.length; i++) machine.stack[window + i] = bound[i];
  return window;
}

/** Pushes the frame of `func`, entered from native code, whose window begins at the returned index. */
export function pushNativeFrame(machine: Machine, func: PyFunction): number {
  const base = machine.frames[machine.depth * FRAME + Frame.TOP];
  const depth = ++machine.depth;
  machine.funcs[depth] = func;
  machine.namespaces[depth] = null;
  growStack(machine, base + func.code.slots + func.code.maxStack);
  return base;
}

/** Runs `func` with already bound arguments, or binds them; the value it returns. Not for generator functions. */
export function runFrame(
  machine: Machine,
  func: PyFunction,
  args: readonly Value[],
  keywords: Keywords,
): Value {
  const { code } = func;
  const bound =
    code.simple && keywords === null && args.length === code.argCount
      ? args
      : bindArguments(machine, func, args, keywords);
  const base = pushNativeFrame(machine, func);
  for (let i = 0; i < bound.length; i++) machine.stack[base + i] = bound[i];
  return execute(machine, code.start, base, base, null) as Value;
}
