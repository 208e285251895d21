// Calling str and bool. https://docs.python.org/3.11/library/stdtypes.html#str, #bool
import { boolClass, strClass } from '../values/builtin-classes.ts';
import { PyBytes } from '../values/bytes.ts';
import type { PyClass } from '../values/class.ts';
import { decode } from '../values/codecs.ts';
import { typeError } from '../values/errors.ts';
import { formatNative } from '../values/format.ts';
import { unbox } from '../values/boxed.ts';
import type { Value } from '../values/objects.ts';
import { str } from '../values/repr.ts';
import { truth } from '../values/truth.ts';
import { typeName } from '../values/type-of.ts';
import { constructor, method } from './declare.ts';
import { codecArguments } from './str-translate.ts';
import { textArgument } from './text-args.ts';

type Optional = Value | undefined;

constructor(
  strClass,
  'str(object?, encoding?, errors?)',
  (rt, _cls: PyClass, object: Optional, encoding: Optional, errors: Optional) => {
    if (object === undefined) return '';
    if (encoding === undefined && errors === undefined) return str(rt, object);
    const codec = codecArguments(
      'str',
      encoding === undefined ? 'utf-8' : encoding,
      errors === undefined ? 'strict' : errors,
    );
    const inner = unbox(object);
    if (inner instanceof PyBytes) return decode(rt, inner, ...codec);
    return typeError(
      typeof inner === 'string'
        ? 'decoding str is not supported'
        : `decoding to str: need a bytes-like object, ${typeName(object)} found`,
    );
  },
);

method(strClass, '__str__()', (_rt, self: string) => self);
method(strClass, '__format__(format_spec, /)', (rt, self: string, spec: Value) =>
  formatNative(rt, self, textArgument(spec, '__format__() argument')),
);

constructor(boolClass, 'bool(x=False, /)', (rt, _cls: PyClass, x: Value) => truth(rt, x));
