// Builtins that CPython has and Primer has not: their use is refused by name, not taken for a name that does not exist.
// A test asks CPython whether any is missing here.
import { markOutside } from '../outside.ts';
import * as classes from '../values/builtin-classes.ts';
import { PyClass } from '../values/class.ts';
import type { Value } from '../values/objects.ts';
import { constructor, makeFunction, method } from './declare.ts';

const FUNCTIONS = [
  '__build_class__',
  '__import__',
  'aiter',
  'anext',
  'breakpoint',
  'compile',
  'copyright',
  'credits',
  'exec',
  'help',
  'license',
  'open',
] as const;

/** Methods that bytearray has in CPython beside its own. */
const BYTES_METHODS =
  'capitalize center expandtabs islower istitle isupper ljust maketrans partition removeprefix removesuffix rjust ' +
  'rpartition title translate zfill';

/** The methods of types that are outside as a whole. */
const TYPES = {
  bytearray:
    `append clear copy count decode endswith extend find fromhex hex index insert isalnum isalpha isascii isdigit ` +
    `isspace join lower lstrip pop remove replace reverse rfind rindex rsplit rstrip split splitlines startswith ` +
    `strip swapcase upper ${BYTES_METHODS}`,
  memoryview:
    'c_contiguous cast contiguous f_contiguous format hex itemsize nbytes ndim obj readonly release shape strides ' +
    'suboffsets tobytes tolist toreadonly',
} as const;

const EXCEPTIONS = {
  BaseExceptionGroup: classes.exceptionClasses.BaseException,
  ExceptionGroup: classes.exceptionClasses.Exception,
} as const;

function refuseMethods(cls: PyClass, names: string): void {
  for (const name of names.split(' ')) {
    if (cls.attrs.has(name)) continue;
    method(cls, `${name}(*args, **kwargs)`, (rt) => rt.unsupported(`${cls.name}.${name}`));
    markOutside(cls.attrs.get(name) as object);
  }
}

function outsideType(name: string, base: PyClass): PyClass {
  const cls = new PyClass(name, [base], base.mro, true);
  constructor(cls, `${name}(*args, **kwargs)`, (rt) => rt.unsupported(name));
  return markOutside(cls);
}

/** The names, and what they mean. */
export function outsideNames(): Map<string, Value> {
  const names = new Map<string, Value>();
  for (const [name, methods] of Object.entries(TYPES)) {
    const cls = outsideType(name, classes.objectClass);
    refuseMethods(cls, methods);
    names.set(name, cls);
  }
  for (const [name, base] of Object.entries(EXCEPTIONS)) names.set(name, outsideType(name, base));
  for (const name of FUNCTIONS) {
    const made = makeFunction('builtins', `${name}(*args, **kwargs)`, (rt) => rt.unsupported(`${name}()`));
    names.set(name, markOutside(made));
  }
  return names;
}
