// Truth of a value. https://docs.python.org/3.11/library/stdtypes.html#truth-value-testing
import type { Runtime } from '../runtime.ts';
import { listClass } from './builtin-classes.ts';
import { PyComplex } from './complex.ts';
import { typeError } from './errors.ts';
import { length } from './iterate.ts';
import { PyList } from './list.ts';
import { PyFloat, type Value } from './objects.ts';
import { callSpecial, findSpecial } from './special.ts';
import { typeName } from './type-of.ts';

/** `bool(value)`. */
export function truth(rt: Runtime, value: Value): boolean {
  switch (typeof value) {
    case 'boolean':
      return value;
    case 'number':
      return value !== 0;
    case 'bigint':
      // Normalised: 0 is a number.
      return true;
    case 'string':
      return value !== '';
    case 'object':
      if (value === null) return false;
      if (value instanceof PyFloat) return value.value !== 0;
      if (value instanceof PyList && value.cls === listClass) return value.items.length > 0;
      if (value instanceof PyComplex) return value.real !== 0 || value.imag !== 0;
      return truthOfObject(rt, value);
  }
}

function truthOfObject(rt: Runtime, value: Value): boolean {
  const method = findSpecial(value, '__bool__');
  if (method !== undefined) {
    const result = callSpecial(rt, method, value);
    if (typeof result !== 'boolean') typeError(`__bool__ should return bool, returned ${typeName(result)}`);
    return result;
  }
  return findSpecial(value, '__len__') === undefined || length(rt, value) > 0;
}
