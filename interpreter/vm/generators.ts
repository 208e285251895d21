// Running generators: their frame's window is copied onto the stack, a loop of its own runs it to the next `yield`.
// https://docs.python.org/3.11/reference/expressions.html#generator-iterator-methods
import { exceptionClasses } from '../values/builtin-classes.ts';
import { PyException, PyRaise } from '../values/class.ts';
import { isRaised, raise, typeError, valueError } from '../values/errors.ts';
import { PyGenerator } from '../values/function.ts';
import { nextOf } from '../values/iterate.ts';
import { PyIterator } from '../values/iterator.ts';
import type { Value } from '../values/objects.ts';
import { findAttr, getAttr } from '../values/attributes.ts';
import { pushNativeFrame } from './frames.ts';
import { execute } from './loop.ts';
import { FRAME, Frame, type Machine } from './machine.ts';

/** Resumes `generator`; see `GeneratorDriver.resume`. */
export function resumeGenerator(machine: Machine, generator: PyGenerator, sent: Value): Value | undefined {
  switch (generator.state) {
    case 'running':
      return valueError('generator already executing');
    case 'finished':
      generator.result = null;
      return undefined;
    case 'created':
      if (sent !== null) typeError("can't send non-None value to a just-started generator");
      return run(machine, generator, sent);
    case 'suspended':
      return run(machine, generator, sent);
  }
}

/** Raises `exception` where `generator` waits; see `GeneratorDriver.raiseIn`. */
export function raiseInGenerator(
  machine: Machine,
  generator: PyGenerator,
  exception: PyException,
): Value | undefined {
  switch (generator.state) {
    case 'running':
      return valueError('generator already executing');
    case 'created':
      finish(machine, generator);
      throw new PyRaise(exception);
    case 'finished':
      throw new PyRaise(exception);
    case 'suspended':
      machine.injected = exception;
      return run(machine, generator, null);
  }
}

/** `generator.close()`. */
export function closeGenerator(machine: Machine, generator: PyGenerator): void {
  if (generator.state === 'created') finish(machine, generator);
  if (generator.state === 'finished') return;
  try {
    const yielded = raiseInGenerator(machine, generator, new PyException(exceptionClasses.GeneratorExit, []));
    if (yielded === undefined) return;
  } catch (error) {
    if (isRaised(error, 'GeneratorExit') || isRaised(error, 'StopIteration')) return;
    throw error;
  }
  raise('RuntimeError', 'generator ignored GeneratorExit');
}

function finish(machine: Machine, generator: PyGenerator): void {
  generator.state = 'finished';
  generator.window = [];
  machine.guarded.delete(generator);
}

function run(machine: Machine, generator: PyGenerator, sent: Value): Value | undefined {
  const { window, func } = generator;
  const fresh = generator.state === 'created';
  const base = pushNativeFrame(machine, func);
  for (let i = 0; i < window.length; i++) machine.stack[base + i] = window[i];
  let sp = base + window.length;
  if (!fresh) {
    machine.stack[sp++] = sent;
    machine.frames[machine.depth * FRAME + Frame.ID] = generator.frameId;
    machine.frames[machine.depth * FRAME + Frame.TOP] = base + func.code.slots + func.code.maxStack;
    machine.recorder?.resume(generator, true, sent);
  }
  const { depth, handled } = machine;
  machine.outerHandled.push(handled);
  machine.handled = generator.handled;
  generator.state = 'running';
  machine.guarded.delete(generator);
  try {
    const value = execute(machine, generator.pc, base, sp, generator);
    // The loop has set the state to suspended if this was a yield.
    if ((generator.state as PyGenerator['state']) === 'suspended') return value;
    finish(machine, generator);
    generator.result = value as Value;
    return undefined;
  } catch (error) {
    finish(machine, generator);
    if (isRaised(error, 'StopIteration')) throw stopInside(error.exception);
    throw error;
  } finally {
    machine.depth = depth - 1;
    generator.handled = machine.handled;
    machine.handled = machine.outerHandled.pop() as PyException | null;
  }
}

/** StopIteration must not escape a generator. https://peps.python.org/pep-0479/ */
function stopInside(stop: PyException): PyRaise {
  const error = new PyException(exceptionClasses.RuntimeError, ['generator raised StopIteration']);
  error.setCause(stop);
  error.setContext(stop);
  return new PyRaise(error);
}

/** One step of a delegation: the value yielded, or undefined with what the iterator returned in `result`. */
export function delegate(
  machine: Machine,
  iterator: Value,
  sent: Value,
  result: { value: Value },
): Value | undefined {
  const { injected } = machine;
  machine.injected = null;
  if (injected !== null) return delegateRaise(machine, iterator, injected, result);
  if (iterator instanceof PyGenerator) {
    const yielded = resumeGenerator(machine, iterator, sent);
    if (yielded === undefined) result.value = iterator.result;
    return yielded;
  }
  return catchStop(result, () => {
    if (sent === null && iterator instanceof PyIterator) return nextOf(machine, iterator);
    const method = getAttr(machine, iterator, sent === null ? '__next__' : 'send');
    return machine.call(method, sent === null ? [] : [sent]);
  });
}

function delegateRaise(
  machine: Machine,
  iterator: Value,
  exception: PyException,
  result: { value: Value },
): Value | undefined {
  if (exception.cls.isSubclassOf(exceptionClasses.GeneratorExit)) {
    if (iterator instanceof PyGenerator) closeGenerator(machine, iterator);
    else {
      const close = findAttr(machine, iterator, 'close');
      if (close !== undefined) machine.call(close, []);
    }
    throw new PyRaise(exception);
  }
  if (iterator instanceof PyGenerator) {
    const yielded = raiseInGenerator(machine, iterator, exception);
    if (yielded === undefined) result.value = iterator.result;
    return yielded;
  }
  const method = findAttr(machine, iterator, 'throw');
  if (method === undefined) throw new PyRaise(exception);
  return catchStop(result, () => machine.call(method, [exception]));
}

/** The value of StopIteration is what a delegation comes to. */
function catchStop(result: { value: Value }, step: () => Value | undefined): Value | undefined {
  try {
    const yielded = step();
    if (yielded === undefined) result.value = null;
    return yielded;
  } catch (error) {
    if (!isRaised(error, 'StopIteration')) throw error;
    result.value = error.exception.args[0] ?? null;
    return undefined;
  }
}

/** Saves the frame of a generator that yields at `at`, to go on at `pc`. */
export function suspend(
  machine: Machine,
  generator: PyGenerator,
  pc: number,
  base: number,
  sp: number,
  at: number,
): void {
  generator.pc = pc;
  generator.window = machine.stack.slice(base, sp);
  generator.state = 'suspended';
  if (isGuarded(generator, at)) machine.guarded.add(generator);
  machine.recorder?.suspend(generator);
}

/** Whether a `finally` or `with` (or a handler for GeneratorExit) waits for the generator that yields at `pc`. */
function isGuarded(generator: PyGenerator, pc: number): boolean {
  return generator.func.code.exceptions.some(({ start, end, guards }) => guards && start <= pc && pc < end);
}
