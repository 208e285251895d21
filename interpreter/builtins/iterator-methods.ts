// The methods of iterators and generators. https://docs.python.org/3.11/library/stdtypes.html#iterator-types
import type { Runtime } from '../runtime.ts';
import { exceptionClasses, generatorClass } from '../values/builtin-classes.ts';
import { PyClass, PyException } from '../values/class.ts';
import { raise, typeError } from '../values/errors.ts';
import type { PyGenerator } from '../values/function.ts';
import { instantiate } from '../values/instantiate.ts';
import { iteratorClasses, type NativeIterator, type PyIterator } from '../values/iterator.ts';
import type { Value } from '../values/objects.ts';
import { PyTuple } from '../values/tuple.ts';
import { typeName } from '../values/type-of.ts';
import { method } from './declare.ts';

/** Gives the class of a native iterator its methods. */
export function declareIterator(cls: PyClass): void {
  method(cls, '__iter__()', (_rt: Runtime, self: PyIterator) => self);
  method(cls, '__next__()', (rt: Runtime, self: PyIterator) => {
    const value = self.next(rt);
    return value === undefined ? raise('StopIteration') : value;
  });
  method(cls, '__length_hint__()', (rt: Runtime, self: NativeIterator) =>
    self.lengthHint === undefined ? rt.unsupported(`__length_hint__ of ${cls.name}`) : self.lengthHint(),
  );
}

iteratorClasses.forEach(declareIterator);

// ---- generators ----------------------------------------------------------------------------------
// https://docs.python.org/3.11/reference/expressions.html#generator-iterator-methods

/** What a resumed generator yielded; when it returned, StopIteration with what. */
function yielded(generator: PyGenerator, value: Value | undefined): Value {
  if (value !== undefined) return value;
  const { result } = generator;
  generator.result = null;
  return result === null ? raise('StopIteration') : raise('StopIteration', result);
}

method(generatorClass, '__iter__()', (_rt: Runtime, self: PyGenerator) => self);
method(generatorClass, '__next__()', (rt: Runtime, self: PyGenerator) => yielded(self, self.next(rt)));

method(generatorClass, 'send(value, /)', (_rt: Runtime, self: PyGenerator, value: Value) =>
  yielded(self, self.driver.resume(self, value)),
);

method(
  generatorClass,
  'throw(type, value?, traceback?, /)',
  (rt: Runtime, self: PyGenerator, type: Value, value: Value | undefined) => {
    const exception = thrown(rt, type, value);
    return yielded(self, self.driver.raiseIn(self, exception));
  },
);

/** The exception that `throw(type, value)` throws. */
function thrown(rt: Runtime, type: Value, value: Value | undefined): PyException {
  if (type instanceof PyException) {
    if (value !== undefined && value !== null) typeError('instance exception may not have a separate value');
    return type;
  }
  if (!(type instanceof PyClass) || !type.isSubclassOf(exceptionClasses.BaseException))
    return typeError(
      `exceptions must be classes or instances deriving from BaseException, not ${typeName(type)}`,
    );
  if (value instanceof PyException) return value;
  const args = value === undefined || value === null ? [] : value instanceof PyTuple ? value.items : [value];
  return instantiate(rt, type, args, null) as PyException;
}

method(generatorClass, 'close()', (_rt: Runtime, self: PyGenerator) => {
  self.driver.close(self);
  return null;
});
