// What exception objects can do: their construction, text and attributes.
// https://docs.python.org/3.11/library/exceptions.html
import type { Keywords, Runtime } from '../runtime.ts';
import { exceptionClasses, type ExceptionName } from '../values/builtin-classes.ts';
import { PyBytes } from '../values/bytes.ts';
import type { PyClass } from '../values/class.ts';
import { PyException } from '../values/class.ts';
import { typeError } from '../values/errors.ts';
import { toArray } from '../values/iterate.ts';
import { PyList } from '../values/list.ts';
import type { Value } from '../values/objects.ts';
import { repr, str } from '../values/repr.ts';
import { strAscii } from '../values/str-repr.ts';
import { PyTuple } from '../values/tuple.ts';
import { typeName } from '../values/type-of.ts';
import { constructor, method, nativeProperty } from './declare.ts';

const { BaseException } = exceptionClasses;

for (const cls of Object.values(exceptionClasses)) cls.hasDict = true;

/** Keyword arguments that some exceptions take, and attributes that they are then; None when not given. */
const KEYWORD_ATTRIBUTES: Partial<Record<ExceptionName, readonly string[]>> = {
  ImportError: ['name', 'path'],
  NameError: ['name'],
  AttributeError: ['name', 'obj'],
};

function keywordAttributes(cls: PyClass): readonly string[] {
  for (const [name, attributes] of Object.entries(KEYWORD_ATTRIBUTES))
    if (cls.isSubclassOf(exceptionClasses[name as ExceptionName])) return attributes;
  return [];
}

function takeKeywords(exception: PyException, keywords: Keywords): void {
  const known = keywordAttributes(exception.cls);
  for (const name of keywords?.keys() ?? []) {
    if (known.length === 0) typeError(`${exception.cls.name}() takes no keyword arguments`);
    if (!known.includes(name))
      typeError(
        `'${name}' is an invalid keyword argument for ${known === KEYWORD_ATTRIBUTES.NameError ? 'NameError' : exception.cls.name}()`,
      );
  }
  if (known.length > 0) exception.details = new Map(known.map((name) => [name, keywords?.get(name) ?? null]));
}

for (const [kind, names] of Object.entries(KEYWORD_ATTRIBUTES))
  for (const name of names)
    nativeProperty(
      exceptionClasses[kind as ExceptionName],
      name,
      (rt, self: PyException) => {
        const value = self.attrs.get(name) ?? self.details?.get(name);
        return value === undefined ? rt.unsupported(`the ${name} of such a ${kind}`) : value;
      },
      (_rt, self: PyException, value: Value) => self.setAttr(name, value),
    );

/** An OSError with an errno of one of these is made of the class that stands for it. */
const ERRNO_CLASSES: Readonly<Record<number, ExceptionName>> = {
  1: 'PermissionError',
  2: 'FileNotFoundError',
  3: 'ProcessLookupError',
  4: 'InterruptedError',
  10: 'ChildProcessError',
  11: 'BlockingIOError',
  13: 'PermissionError',
  17: 'FileExistsError',
  20: 'NotADirectoryError',
  21: 'IsADirectoryError',
  32: 'BrokenPipeError',
  103: 'ConnectionAbortedError',
  104: 'ConnectionResetError',
  110: 'TimeoutError',
  111: 'ConnectionRefusedError',
};

function actualClass(cls: PyClass, args: readonly Value[]): PyClass {
  if (cls !== exceptionClasses.OSError || args.length < 2 || typeof args[0] !== 'number') return cls;
  const name = ERRNO_CLASSES[args[0]];
  return name === undefined ? cls : exceptionClasses[name];
}

constructor(
  BaseException,
  'BaseException(*args, **kwargs)',
  (_rt: Runtime, cls: PyClass, args: Value[], keywords: Keywords) => {
    const exception = new PyException(actualClass(cls, args), args);
    takeKeywords(exception, cls.builtin ? keywords : null);
    if (cls.isSubclassOf(exceptionClasses.OSError) && args.length >= 2 && args.length <= 5) {
      exception.attrs.set('filename', args[2] ?? null);
      exception.args = args.slice(0, 2);
    }
    if (isUnicodeCodecError(cls) && cls.builtin && args.length !== 5)
      typeError(`function takes exactly 5 arguments (${args.length} given)`);
    return exception;
  },
);

method(
  BaseException,
  '__init__(*args, **kwargs)',
  (_rt: Runtime, self: PyException, args: Value[], keywords: Keywords) => {
    takeKeywords(self, keywords);
    self.setArgs(args);
    return null;
  },
);

// ---- text ----------------------------------------------------------------------------------------

method(BaseException, '__str__()', (rt: Runtime, self: PyException) => plainText(rt, self));

function plainText(rt: Runtime, self: PyException): string {
  if (self.args.length === 0) return '';
  return self.args.length === 1 ? str(rt, self.args[0]) : repr(rt, new PyTuple(self.args));
}

method(exceptionClasses.KeyError, '__str__()', (rt: Runtime, self: PyException) =>
  self.args.length === 1 ? repr(rt, self.args[0]) : plainText(rt, self),
);

method(exceptionClasses.OSError, '__str__()', (rt: Runtime, self: PyException) => {
  if (self.args.length !== 2) return plainText(rt, self);
  const [errno, text] = self.args;
  const filename = self.attrs.get('filename') ?? null;
  const message = `[Errno ${str(rt, errno)}] ${str(rt, text)}`;
  return filename === null ? message : `${message}: ${repr(rt, filename)}`;
});

const CODEC_ERRORS = [exceptionClasses.UnicodeDecodeError, exceptionClasses.UnicodeEncodeError];

function isUnicodeCodecError(cls: PyClass): boolean {
  return CODEC_ERRORS.some((error) => cls.isSubclassOf(error));
}

for (const cls of CODEC_ERRORS)
  method(cls, '__str__()', (rt: Runtime, self: PyException) => {
    const [encoding, object, start, end, reason] = self.args;
    const decoding = object instanceof PyBytes;
    const verb = decoding ? 'decode' : 'encode';
    const [first, last] = [Number(start), Number(end) - 1];
    let what = `${decoding ? 'bytes' : 'characters'} in position ${first}-${last}`;
    if (first === last) {
      const one = decoding
        ? `byte 0x${object.data[first].toString(16).padStart(2, '0')}`
        : `character ${strAscii([...String(object)][first])}`;
      what = `${one} in position ${first}`;
    }
    return `'${str(rt, encoding)}' codec can't ${verb} ${what}: ${str(rt, reason)}`;
  });

// ---- attributes ----------------------------------------------------------------------------------

nativeProperty(
  BaseException,
  'args',
  (_rt, self: PyException) => new PyTuple(self.args),
  (rt, self: PyException, value: Value) => {
    self.setArgs(toArray(rt, value));
  },
);
nativeProperty(
  BaseException,
  '__cause__',
  (_rt, self: PyException) => self.cause,
  (_rt, self: PyException, value: Value) => {
    if (value !== null && !(value instanceof PyException))
      typeError('exception cause must be None or derive from BaseException');
    self.setCause(value);
  },
);
nativeProperty(
  BaseException,
  '__context__',
  (_rt, self: PyException) => self.context,
  (_rt, self: PyException, value: Value) => {
    if (value !== null && !(value instanceof PyException))
      typeError('exception context must be None or derive from BaseException');
    self.setContext(value);
  },
);
nativeProperty(BaseException, '__traceback__', (rt) => rt.unsupported('__traceback__'));
nativeProperty(
  BaseException,
  '__suppress_context__',
  (_rt, self: PyException) => self.suppressesContext,
  (rt) => rt.unsupported('assignment to __suppress_context__'),
);
method(BaseException, 'with_traceback(tb, /)', (_rt: Runtime, self: PyException) => self);
method(BaseException, 'add_note(note, /)', (_rt: Runtime, self: PyException, note: Value) => {
  if (typeof note !== 'string') typeError(`note must be a str, not '${typeName(note)}'`);
  const notes = self.attrs.get('__notes__');
  if (notes instanceof PyList) notes.append(note);
  else self.setAttr('__notes__', new PyList([note]));
  return null;
});

/** The argument at `index` under a name of its own; None when there are too few. */
function argument(name: ExceptionName, attribute: string, index: number): void {
  nativeProperty(
    exceptionClasses[name],
    attribute,
    (_rt, self: PyException) => self.args[index] ?? null,
    (rt) => rt.unsupported(`assignment to ${name}.${attribute}`),
  );
}
argument('StopIteration', 'value', 0);
for (const [index, attribute] of ['encoding', 'object', 'start', 'end', 'reason'].entries()) {
  argument('UnicodeDecodeError', attribute, index);
  argument('UnicodeEncodeError', attribute, index);
}

/** `errno` and `strerror` are set only when there are both. */
for (const [index, attribute] of ['errno', 'strerror'].entries())
  nativeProperty(exceptionClasses.OSError, attribute, (_rt, self: PyException) =>
    self.args.length === 2 ? self.args[index] : null,
  );

nativeProperty(exceptionClasses.SystemExit, 'code', (_rt, self: PyException) => {
  if (self.args.length > 1) return new PyTuple(self.args);
  return self.args[0] ?? null;
});

/** `OSError.filename`, for errors made without one. */
nativeProperty(
  exceptionClasses.OSError,
  'filename',
  (_rt, self: PyException) => self.attrs.get('filename') ?? null,
  (_rt, self: PyException, value: Value) => self.setAttr('filename', value),
);

nativeProperty(exceptionClasses.SyntaxError, 'msg', (_rt, self: PyException) => self.args[0] ?? null);
