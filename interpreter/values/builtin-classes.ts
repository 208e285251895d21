// The builtin classes by name, with their bases. One row each; `builtins/` hangs their methods on them.
import { PyClass } from './class.ts';

export const objectClass = new PyClass('object', [], [], true);

function builtin(name: string, base: PyClass = objectClass, module = 'builtins'): PyClass {
  return new PyClass(name, [base], base.mro, true, module);
}

export const typeClass = builtin('type');
export const noneClass = builtin('NoneType');
export const intClass = builtin('int');
export const boolClass = builtin('bool', intClass);
export const floatClass = builtin('float');
export const complexClass = builtin('complex');
export const strClass = builtin('str');
export const bytesClass = builtin('bytes');
export const listClass = builtin('list');
export const tupleClass = builtin('tuple');
export const dictClass = builtin('dict');
export const setClass = builtin('set');
export const frozensetClass = builtin('frozenset');
export const rangeClass = builtin('range');
export const sliceClass = builtin('slice');
export const functionClass = builtin('function');
export const builtinFunctionClass = builtin('builtin_function_or_method');
export const methodClass = builtin('method');
export const generatorClass = builtin('generator');
export const cellClass = builtin('cell');
export const moduleClass = builtin('module');
export const propertyClass = builtin('property');
export const staticmethodClass = builtin('staticmethod');
export const classmethodClass = builtin('classmethod');
export const superClass = builtin('super');
export const dictKeysClass = builtin('dict_keys');
export const dictValuesClass = builtin('dict_values');
export const dictItemsClass = builtin('dict_items');
export const ellipsisClass = builtin('ellipsis');
export const notImplementedClass = builtin('NotImplementedType');

/** The exception hierarchy, https://docs.python.org/3.11/library/exceptions.html#exception-hierarchy (the part Primer has). */
const EXCEPTION_TREE = {
  BaseException: ['Exception', 'GeneratorExit', 'KeyboardInterrupt', 'SystemExit'],
  Exception: [
    'ArithmeticError',
    'AssertionError',
    'AttributeError',
    'BufferError',
    'EOFError',
    'ImportError',
    'LookupError',
    'MemoryError',
    'NameError',
    'OSError',
    'ReferenceError',
    'RuntimeError',
    'StopIteration',
    'StopAsyncIteration',
    'SyntaxError',
    'SystemError',
    'TypeError',
    'ValueError',
    'Warning',
  ],
  ArithmeticError: ['FloatingPointError', 'OverflowError', 'ZeroDivisionError'],
  ImportError: ['ModuleNotFoundError'],
  LookupError: ['IndexError', 'KeyError'],
  NameError: ['UnboundLocalError'],
  OSError: [
    'BlockingIOError',
    'ChildProcessError',
    'ConnectionError',
    'FileExistsError',
    'FileNotFoundError',
    'InterruptedError',
    'IsADirectoryError',
    'NotADirectoryError',
    'PermissionError',
    'ProcessLookupError',
    'TimeoutError',
  ],
  ConnectionError: [
    'BrokenPipeError',
    'ConnectionAbortedError',
    'ConnectionRefusedError',
    'ConnectionResetError',
  ],
  RuntimeError: ['NotImplementedError', 'RecursionError'],
  SyntaxError: ['IndentationError'],
  IndentationError: ['TabError'],
  ValueError: ['UnicodeError'],
  UnicodeError: ['UnicodeDecodeError', 'UnicodeEncodeError', 'UnicodeTranslateError'],
  Warning: [
    'BytesWarning',
    'DeprecationWarning',
    'EncodingWarning',
    'FutureWarning',
    'ImportWarning',
    'PendingDeprecationWarning',
    'ResourceWarning',
    'RuntimeWarning',
    'SyntaxWarning',
    'UnicodeWarning',
    'UserWarning',
  ],
} as const;

type Children = (typeof EXCEPTION_TREE)[keyof typeof EXCEPTION_TREE][number];
export type ExceptionName = 'BaseException' | Children;

function plantExceptions(): Record<ExceptionName, PyClass> {
  const planted: Record<string, PyClass> = { BaseException: builtin('BaseException') };
  for (const [parent, children] of Object.entries(EXCEPTION_TREE))
    for (const child of children) planted[child] = builtin(child, planted[parent]);
  return planted as Record<ExceptionName, PyClass>;
}

export const exceptionClasses: Readonly<Record<ExceptionName, PyClass>> = plantExceptions();
