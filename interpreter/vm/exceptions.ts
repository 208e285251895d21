// Exceptions in the machine: what a `raise` raises, what is chained to it, and where it is caught.
// https://docs.python.org/3.11/reference/executionmodel.html#exceptions
import type { CodeObject, ExceptionEntry } from '../code.ts';
import { LimitReached } from '../outcome.ts';
import { exceptionClasses, objectClass } from '../values/builtin-classes.ts';
import { PyClass, PyException, PyInstance, PyRaise } from '../values/class.ts';
import { raise, typeError } from '../values/errors.ts';
import { instantiate } from '../values/instantiate.ts';
import type { Value } from '../values/objects.ts';
import { PyOutside } from '../modules/outside.ts';
import { PyTuple } from '../values/tuple.ts';
import type { Machine } from './machine.ts';

const isExceptionClass = (value: Value): value is PyClass =>
  value instanceof PyClass && value.isSubclassOf(exceptionClasses.BaseException);

/**
 * The Python exception that an instruction at `pc` threw, with its context set.
 * @throws whatever else was thrown: the abrupt end of the run
 */
export function exceptionOf(machine: Machine, error: unknown, pc: number): PyException {
  if (!(error instanceof PyRaise)) throw abruptEnd(machine, error, pc);
  const { exception } = error;
  if (machine.leaving !== exception) {
    setContext(exception, machine.topmostHandled());
    machine.failedAt = pc;
  }
  machine.leaving = null;
  return exception;
}

/** Notes where the run ended, and turns the limits of JavaScript into ours. */
function abruptEnd(machine: Machine, error: unknown, pc: number): unknown {
  if (!machine.ended) machine.failedAt = pc;
  machine.ended = true;
  if (!(error instanceof RangeError)) return error;
  if (error.message.includes('call stack')) return new LimitReached('depth', machine.limits.depth);
  return new LimitReached('memory', machine.limits.memory);
}

/** What is to be raised where a generator waits: `throw` and `close` leave it in the machine. */
export function injectedRaise(machine: Machine): PyRaise {
  const { injected } = machine;
  machine.injected = null;
  return new PyRaise(injected as PyException);
}

/** What was being handled becomes the context, unless that would close a circle. */
function setContext(exception: PyException, handled: PyException | null): void {
  if (handled === null || handled === exception) return;
  for (let link = handled; link.context !== null; link = link.context) {
    if (link.context === exception) {
      link.setContext(null);
      break;
    }
  }
  exception.setContext(handled);
}

/** The row of the exception table that an exception at `pc` goes to. */
export function handlerFor(code: CodeObject, pc: number): ExceptionEntry | undefined {
  for (const row of code.exceptions) if (row.start <= pc && pc < row.end) return row;
  return undefined;
}

/** Throws the exception on its way again, without touching its context. */
export function reraise(machine: Machine, exception: PyException): never {
  machine.leaving = exception;
  throw new PyRaise(exception);
}

/** `raise`, `raise exception`, `raise exception from cause`. */
export function raiseStatement(machine: Machine, operands: readonly Value[]): never {
  if (operands.length === 0) {
    const handled = machine.topmostHandled();
    if (handled === null) return raise('RuntimeError', 'No active exception to reraise');
    return reraise(machine, handled);
  }
  const exception = toException(machine, operands[0], 'exceptions must derive from BaseException');
  if (operands.length > 1) {
    exception.setCause(
      operands[1] === null
        ? null
        : toException(machine, operands[1], 'exception causes must derive from BaseException'),
    );
  }
  throw new PyRaise(exception);
}

function toException(machine: Machine, value: Value, complaint: string): PyException {
  if (value instanceof PyException) return value;
  if (!isExceptionClass(value)) return typeError(complaint);
  const made = instantiate(machine, value, [], null);
  if (made instanceof PyException) return made;
  return typeError(
    `calling <class '${value.name}'> should have returned an instance of BaseException, not ${String(made)}`,
  );
}

const tracebackClass = new PyClass('traceback', [objectClass], objectClass.mro, true);

/** Stands for the traceback in a call of `__exit__`: an object of which nothing but its existence is known. */
export function makeTraceback(): PyInstance {
  return new PyInstance(tracebackClass);
}

/** `except types:` for an exception. */
export function matchesException(machine: Machine, exception: PyException, types: Value): boolean {
  const all = types instanceof PyTuple ? types.items : [types];
  for (const type of all) if (type instanceof PyOutside) machine.unsupported(type.name);
  if (!all.every(isExceptionClass)) {
    typeError('catching classes that do not inherit from BaseException is not allowed');
  }
  return all.some((type) => exception.cls.isSubclassOf(type as PyClass));
}
