// Module json: the functions on strings. https://docs.python.org/3.11/library/json.html
import type { Runtime } from '../runtime.ts';
import { requireSize } from '../values/as-index.ts';
import { getAttr } from '../values/attributes.ts';
import { unbox } from '../values/boxed.ts';
import { PyBytes } from '../values/bytes.ts';
import { decode } from '../values/codecs.ts';
import { typeError } from '../values/errors.ts';
import { toArray } from '../values/iterate.ts';
import type { Value } from '../values/objects.ts';
import { truth } from '../values/truth.ts';
import { typeName } from '../values/type-of.ts';
import { defineModule } from './define.ts';
import { decodeErrorClass, decodeJson } from './json-decoder.ts';
import { encodeJson } from './json-encoder.ts';

type Rest = ReadonlyMap<string, Value>;

/** Options that neither we nor CPython know. */
function refuseRest(made: string, rest: Rest): void {
  for (const name of rest.keys())
    typeError(`${made}.__init__() got an unexpected keyword argument '${name}'`);
}

/** Has an encoder or decoder of the program's do the work. */
function handOver(
  rt: Runtime,
  cls: Value,
  method: 'encode' | 'decode',
  value: Value,
  options: readonly (readonly [string, Value])[],
): Value {
  return rt.call(getAttr(rt, rt.call(cls, [], new Map(options)), method), [value]);
}

/** The two separators, which come as a pair. */
function separatorsOf(rt: Runtime, given: Value, indent: string | null): [string, string] {
  if (given === null) return [indent === null ? ', ' : ',', ': '];
  const parts = toArray(rt, given).map(unbox);
  const [item, key] = parts;
  if (parts.length !== 2 || typeof item !== 'string' || typeof key !== 'string')
    return rt.unsupported('json separators that are not two strings');
  return [item, key];
}

function indentOf(rt: Runtime, given: Value): string | null {
  const plain = unbox(given);
  if (plain === null || typeof plain === 'string') return plain;
  return ' '.repeat(Math.max(0, requireSize(rt, given)));
}

/** The text of a document: bytes are UTF-8 when they do not begin as another encoding would. */
function documentText(rt: Runtime, s: Value): string {
  const plain = unbox(s);
  if (typeof plain === 'string') return plain;
  if (!(plain instanceof PyBytes))
    return typeError(`the JSON object must be str, bytes or bytearray, not ${typeName(s)}`);
  if (plain.data.length >= 2 && (plain.data[0] === 0 || plain.data[1] === 0 || plain.data[0] >= 0xef))
    rt.unsupported('json.loads of bytes that are not plain UTF-8');
  return decode(rt, plain, 'utf-8', 'strict');
}

export const json = defineModule('json', (module) => {
  module.function(
    'dumps(obj, *, skipkeys=False, ensure_ascii=True, check_circular=True, allow_nan=True, cls=None, indent=None, separators=None, default=None, sort_keys=False, **kw)',
    (
      rt: Runtime,
      obj: Value,
      skipkeys: Value,
      ensureAscii: Value,
      checkCircular: Value,
      allowNan: Value,
      cls: Value,
      indent: Value,
      separators: Value,
      fallback: Value,
      sortKeys: Value,
      rest: Rest,
    ) => {
      if (cls !== null)
        return handOver(rt, cls, 'encode', obj, [
          ['skipkeys', skipkeys],
          ['ensure_ascii', ensureAscii],
          ['check_circular', checkCircular],
          ['allow_nan', allowNan],
          ['indent', indent],
          ['separators', separators],
          ['default', fallback],
          ['sort_keys', sortKeys],
          ...rest,
        ]);
      refuseRest('JSONEncoder', rest);
      const step = indentOf(rt, indent);
      const [itemSeparator, keySeparator] = separatorsOf(rt, separators, step);
      return encodeJson(rt, obj, {
        skipKeys: truth(rt, skipkeys),
        ensureAscii: truth(rt, ensureAscii),
        checkCircular: truth(rt, checkCircular),
        allowNan: truth(rt, allowNan),
        indent: step,
        itemSeparator,
        keySeparator,
        fallback,
        sortKeys: truth(rt, sortKeys),
      });
    },
    'python',
  );
  module.function(
    'loads(s, *, cls=None, object_hook=None, parse_float=None, parse_int=None, parse_constant=None, object_pairs_hook=None, strict=True, **kw)',
    (
      rt: Runtime,
      s: Value,
      cls: Value,
      object: Value,
      float: Value,
      int: Value,
      constant: Value,
      objectPairs: Value,
      strict: Value,
      rest: Rest,
    ) => {
      if (cls !== null) {
        // Unlike the encoder's, the options that are not given are not handed on.
        const named: [string, Value][] = [
          ['object_hook', object],
          ['object_pairs_hook', objectPairs],
          ['parse_float', float],
          ['parse_int', int],
          ['parse_constant', constant],
        ];
        const given = named.filter(([, value]) => value !== null);
        return handOver(rt, cls, 'decode', documentText(rt, s), [...rest, ...given]);
      }
      const text = documentText(rt, s);
      refuseRest('JSONDecoder', rest);
      const hooks = { object, objectPairs, float, int, constant, strict: truth(rt, strict) };
      return decodeJson(rt, text, hooks);
    },
    'python',
  );
  module.value('JSONDecodeError', decodeErrorClass);
  for (const name of ['dump', 'load', 'JSONDecoder', 'JSONEncoder']) module.primer(name, '_lockstep_json');
  module.outside('detect_encoding');
});
