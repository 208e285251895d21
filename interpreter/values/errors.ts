// Raising Python exceptions from native code. The texts are CPython 3.11's.
import { exceptionClasses, type ExceptionName } from './builtin-classes.ts';
import { PyException, PyRaise } from './class.ts';
import type { Value } from './objects.ts';

/** Raises the builtin exception `name` with `args`, usually one message. */
export function raise(name: ExceptionName, ...args: Value[]): never {
  throw new PyRaise(new PyException(exceptionClasses[name], args));
}

/** As `raise`, for an exception with attributes of its own: the name that is missing, the object it is missing from. */
export function raiseAbout(
  name: ExceptionName,
  message: string,
  details: Readonly<Record<string, Value>>,
): never {
  const exception = new PyException(exceptionClasses[name], [message]);
  exception.details = new Map(Object.entries(details));
  throw new PyRaise(exception);
}

export function typeError(message: string): never {
  return raise('TypeError', message);
}

export function valueError(message: string): never {
  return raise('ValueError', message);
}

export function indexError(message: string): never {
  return raise('IndexError', message);
}

/** KeyError with the missing key itself as its argument. */
export function keyError(key: Value): never {
  return raise('KeyError', key);
}

/** Whether `error` is a Python exception in flight of the builtin class `name` or below it. */
export function isRaised(error: unknown, name: ExceptionName): error is PyRaise {
  return error instanceof PyRaise && error.exception.cls.isSubclassOf(exceptionClasses[name]);
}
