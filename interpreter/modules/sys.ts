// Module sys: what of it a program can see without seeing the machine it runs on.
// https://docs.python.org/3.11/library/sys.html
import { declareIterator } from '../builtins/iterator-methods.ts';
import { outsideAttributes } from '../builtins/outside-attributes.ts';
import { method } from '../builtins/declare.ts';
import { readInput, replacedStream, replaceStream, type StreamName, STREAMS } from '../builtins/streams.ts';
import type { Runtime } from '../runtime.ts';
import { asIndex } from '../values/as-index.ts';
import type { PyClass } from '../values/class.ts';
import { PyNativeProperty } from '../values/descriptors.ts';
import { raise, typeError, valueError } from '../values/errors.ts';
import { iteratorClass, NativeIterator } from '../values/iterator.ts';
import { PyList } from '../values/list.ts';
import { HeapObject, PyFloat, type Value } from '../values/objects.ts';
import { codePointCount } from '../values/str.ts';
import { PyTuple } from '../values/tuple.ts';
import { registerClass, argumentName, typeName } from '../values/type-of.ts';
import { shareValue } from '../values/shared.ts';
import { defineModule, libraryClass, perRun } from './define.ts';
import { PyOutside } from './outside.ts';

// ---- the standard streams ------------------------------------------------------------------------

const streamClass = libraryClass('_io', 'TextIOWrapper');

/** Standard output, or standard error, which nobody reads. */
class OutputStream extends HeapObject {
  readonly shown: boolean;

  constructor(shown: boolean) {
    super();
    this.shown = shown;
  }
}
registerClass(OutputStream, streamClass);

method(streamClass, 'write(text, /)', (rt: Runtime, self: OutputStream, text: Value) => {
  if (typeof text !== 'string') return typeError(`write() argument must be str, not ${argumentName(text)}`);
  if (self.shown) rt.write(text);
  return codePointCount(text);
});
method(streamClass, 'flush()', () => null);
method(streamClass, 'isatty()', (rt: Runtime) => rt.unsupported('sys.stdout.isatty'));

const inputClass = iteratorClass('TextIOWrapper', '_io');
inputClass.shownName = '_io.TextIOWrapper';
declareIterator(inputClass);

/** Standard input: an iterator of lines. */
class InputStream extends NativeIterator {
  step(rt: Runtime): Value | undefined {
    const line = readInput(rt);
    return line === undefined ? undefined : `${line}\n`;
  }
}
registerClass(InputStream, inputClass);

/** The lines that are left. The last one may lack its newline; which, the given input does not say. */
function remainingLines(rt: Runtime, stream: InputStream): string[] {
  const lines: string[] = [];
  for (let line = stream.step(rt); line !== undefined; line = stream.step(rt)) lines.push(line as string);
  return lines;
}
method(inputClass, 'readline()', (rt: Runtime, self: InputStream) => {
  const line = self.step(rt);
  return line === undefined ? '' : line;
});
method(inputClass, 'readlines()', (rt: Runtime, self: InputStream) => new PyList(remainingLines(rt, self)));
method(inputClass, 'read()', (rt: Runtime, self: InputStream) => remainingLines(rt, self).join(''));

outsideAttributes(
  streamClass,
  'buffer close closed encoding errors fileno line_buffering mode name newlines readable reconfigure seekable writable ' +
    'write_through writelines',
);
outsideAttributes(
  inputClass,
  'buffer close closed encoding errors fileno isatty line_buffering mode name newlines readable reconfigure seek ' +
    'seekable tell writable',
);

// ---- records of numbers --------------------------------------------------------------------------

/** A tuple whose elements also have names. */
function structSequence(name: string, fields: Readonly<Record<string, Value>>): PyTuple {
  const cls: PyClass = libraryClass('sys', name, { base: new PyTuple([]).cls });
  Object.entries(fields).forEach(([field, value]) => {
    cls.attrs.set(field, new PyNativeProperty(field, name, () => value));
  });
  return new PyTuple(Object.values(fields), cls);
}

const VERSION = { major: 3, minor: 11, micro: 7, releaselevel: 'final', serial: 0 };
const FLOAT = {
  max: new PyFloat(Number.MAX_VALUE),
  max_exp: 1024,
  max_10_exp: 308,
  min: new PyFloat(2 ** -1022),
  min_exp: -1021,
  min_10_exp: -307,
  dig: 15,
  mant_dig: 53,
  epsilon: new PyFloat(Number.EPSILON),
  radix: 2,
  rounds: 1,
};

/** What CPython starts with, until the program sets another. */
const recursionLimit = perRun((): { depth: number | bigint } => ({ depth: 1000 }));

const commandLine = perRun((): { argv: Value } => ({ argv: new PyList([new PyOutside('sys.argv[0]')]) }));

const ORIGINAL: Readonly<Record<StreamName, HeapObject>> = {
  stdout: new OutputStream(true),
  stderr: new OutputStream(false),
  stdin: new InputStream(),
};

export const sys = defineModule('sys', (module) => {
  module.value('maxsize', 2n ** 63n - 1n);
  module.value('maxunicode', 0x10ffff);
  module.value('byteorder', 'little');
  module.value('version_info', structSequence('version_info', VERSION));
  module.value('float_info', structSequence('float_info', FLOAT));
  for (const name of STREAMS) {
    const stream = ORIGINAL[name];
    shareValue(stream, `sys.__${name}__`);
    module.value(`__${name}__`, stream);
    module.computed(
      name,
      (rt) => {
        const other = replacedStream(rt, name);
        return other === undefined ? stream : other;
      },
      (rt, value) => replaceStream(rt, name, value === stream ? undefined : value),
    );
  }

  module.function('exit(status=None, /)', (_rt: Runtime, status: Value) =>
    status === null ? raise('SystemExit') : raise('SystemExit', status),
  );
  // How deep a program can recurse is a limit of the run, which ends it with an outcome of its own.
  module.function('setrecursionlimit(limit, /)', (rt: Runtime, limit: Value) => {
    const depth = asIndex(rt, limit);
    if (depth === undefined) typeError(`'${typeName(limit)}' object cannot be interpreted as an integer`);
    if (depth < 1) valueError('recursion limit must be greater or equal than 1');
    recursionLimit(rt).depth = depth;
    return null;
  });
  module.function('getrecursionlimit()', (rt: Runtime) => recursionLimit(rt).depth);
  module.function('intern(string, /)', (_rt: Runtime, text: Value) =>
    typeof text === 'string' ? text : typeError(`intern() argument must be str, not ${argumentName(text)}`),
  );
  // The program is run as a script without arguments; by what name is a matter of the machine.
  module.computed(
    'argv',
    (rt) => commandLine(rt).argv,
    (rt, value) => {
      commandLine(rt).argv = value;
    },
  );
  module.outsideValues('path', 'modules', 'version', 'platform', 'executable', 'flags');
  module.outside('exc_info', 'getrefcount', 'getsizeof', '_getframe', 'settrace');
});
