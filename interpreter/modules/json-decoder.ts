// `json.loads`: CPython's C scanner, step by step, so that every error has its place.
// https://docs.python.org/3.11/library/json.html#json.loads
import { constructor, method } from '../builtins/declare.ts';
import type { Runtime } from '../runtime.ts';
import { unbox } from '../values/boxed.ts';
import { exceptionClasses } from '../values/builtin-classes.ts';
import { PyException, PyRaise, type PyClass } from '../values/class.ts';
import { PyDict } from '../values/dict.ts';
import { PyList } from '../values/list.ts';
import { parseFloatText, parseInteger } from '../values/number-parse.ts';
import { PyFloat, type Value } from '../values/objects.ts';
import { str } from '../values/repr.ts';
import { characterIndex, codePointCount, unitOffset } from '../values/str.ts';
import { PyTuple } from '../values/tuple.ts';
import { libraryClass } from './define.ts';

export const decodeErrorClass = libraryClass('json.decoder', 'JSONDecodeError', {
  base: exceptionClasses.ValueError,
  written: true,
});

/** Describes the exception by what a program gives. */
function initialize(rt: Runtime, error: PyException, message: Value, doc: Value, pos: Value): PyException {
  const [text, position] = [unbox(doc), unbox(pos)];
  if (typeof text !== 'string' || typeof position !== 'number' || position < 0)
    return rt.unsupported('a JSONDecodeError of such a document');
  return describe(error, str(rt, message), text, position);
}

constructor(
  decodeErrorClass,
  'JSONDecodeError(msg, doc, pos)',
  (rt: Runtime, cls: PyClass, message: Value, doc: Value, pos: Value) =>
    initialize(rt, new PyException(cls, []), message, doc, pos),
  'python',
  (derived) => new PyException(derived, []),
);
method(
  decodeErrorClass,
  '__init__(msg, doc, pos)',
  (rt: Runtime, self: PyException, message: Value, doc: Value, pos: Value) => {
    initialize(rt, self, message, doc, pos);
    return null;
  },
  'python',
);

/** Raises JSONDecodeError for the UTF-16 offset `at` of `text`. */
function fail(message: string, text: string, at: number): never {
  throw new PyRaise(describe(new PyException(decodeErrorClass, []), message, text, characterIndex(text, at)));
}

/** Gives the exception its text and its attributes: `position` is in characters, and may be behind the end. */
function describe(exception: PyException, message: string, text: string, position: number): PyException {
  const before = text.slice(0, unitOffset(text, Math.min(position, codePointCount(text))));
  const line = before.split('\n').length;
  const lineStart = codePointCount(before.slice(0, before.lastIndexOf('\n') + 1));
  const column = position - lineStart + 1;
  exception.setArgs([`${message}: line ${line} column ${column} (char ${position})`]);
  const facts: [string, Value][] = [
    ['msg', message],
    ['doc', text],
    ['pos', position],
    ['lineno', line],
    ['colno', column],
  ];
  for (const [name, value] of facts) exception.setAttr(name, value);
  return exception;
}

/** What the program wants done with parts of the document; null for the usual. */
export interface DecodeHooks {
  readonly object: Value;
  readonly objectPairs: Value;
  readonly float: Value;
  readonly int: Value;
  readonly constant: Value;
  /** Whether control characters in strings are errors. */
  readonly strict: boolean;
}

const NUMBER = /(-?(?:0|[1-9][0-9]*))(\.[0-9]+)?([eE][-+]?[0-9]+)?/y;
const CONSTANTS: readonly [string, number][] = [
  ['NaN', NaN],
  ['Infinity', Infinity],
  ['-Infinity', -Infinity],
];
const WORDS: readonly [string, Value][] = [
  ['null', null],
  ['true', true],
  ['false', false],
];
const ESCAPES: Readonly<Record<string, string>> = {
  '"': '"',
  '\\': '\\',
  '/': '/',
  b: '\b',
  f: '\f',
  n: '\n',
  r: '\r',
  t: '\t',
};

class Decoder {
  private readonly rt: Runtime;
  private readonly text: string;
  private readonly hooks: DecodeHooks;
  private at = 0;

  constructor(rt: Runtime, text: string, hooks: DecodeHooks) {
    this.rt = rt;
    this.text = text;
    this.hooks = hooks;
  }

  document(): Value {
    if (this.text.startsWith('\ufeff')) fail('Unexpected UTF-8 BOM (decode using utf-8-sig)', this.text, 0);
    this.skipSpace();
    const value = this.value();
    this.skipSpace();
    if (this.at < this.text.length) fail('Extra data', this.text, this.at);
    return value;
  }

  private skipSpace(): void {
    while (' \t\n\r'.includes(this.text[this.at] ?? 'x')) this.at++;
  }

  private value(): Value {
    this.rt.charge(1);
    const { text } = this;
    switch (text[this.at]) {
      case '"':
        return this.string();
      case '{':
        return this.object();
      case '[':
        return this.array();
      case undefined:
        return fail('Expecting value', text, this.at);
      default:
        return this.scalar();
    }
  }

  private scalar(): Value {
    const { text, hooks, rt } = this;
    for (const [word, value] of WORDS)
      if (text.startsWith(word, this.at)) {
        this.at += word.length;
        return value;
      }
    for (const [word, value] of CONSTANTS)
      if (text.startsWith(word, this.at)) {
        this.at += word.length;
        return hooks.constant === null ? new PyFloat(value) : rt.call(hooks.constant, [word]);
      }
    NUMBER.lastIndex = this.at;
    const match = NUMBER.exec(text);
    if (match === null) return fail('Expecting value', text, this.at);
    this.at += match[0].length;
    if (match[2] !== undefined || match[3] !== undefined)
      return hooks.float === null ? new PyFloat(parseFloatText(match[0])) : rt.call(hooks.float, [match[0]]);
    return hooks.int === null ? parseInteger(rt, match[0], 10) : rt.call(hooks.int, [match[0]]);
  }

  /** The string whose opening quote is here. */
  private string(): string {
    const { text, hooks } = this;
    const start = this.at;
    let result = '';
    for (let at = start + 1; ;) {
      let end = at;
      while (end < text.length && text[end] !== '"' && text[end] !== '\\') {
        if (hooks.strict && text[end] <= '\x1f') fail('Invalid control character at', text, end);
        end++;
      }
      if (end === text.length) return fail('Unterminated string starting at', text, start);
      result += text.slice(at, end);
      this.rt.charge((end - at) / 8);
      if (text[end] === '"') {
        this.at = end + 1;
        if (/\p{Surrogate}/u.test(result)) this.rt.unsupported('lone surrogate');
        return result;
      }
      const escape = text[end + 1];
      if (escape === undefined) return fail('Unterminated string starting at', text, start);
      if (escape === 'u') {
        const digits = /^[0-9a-fA-F]{4}$/.exec(text.slice(end + 2, end + 6));
        if (digits === null) return fail('Invalid \\uXXXX escape', text, end + 1);
        result += String.fromCharCode(parseInt(digits[0], 16));
        at = end + 6;
      } else {
        result += ESCAPES[escape] ?? fail('Invalid \\escape', text, end);
        at = end + 2;
      }
    }
  }

  private array(): Value {
    const items: Value[] = [];
    this.at++;
    this.skipSpace();
    if (this.text[this.at] === ']') {
      this.at++;
      return new PyList(items);
    }
    for (;;) {
      items.push(this.value());
      this.skipSpace();
      if (this.text[this.at] === ']') break;
      this.expectComma();
    }
    this.at++;
    return new PyList(items);
  }

  private expectComma(): void {
    if (this.text[this.at] !== ',') fail("Expecting ',' delimiter", this.text, this.at);
    this.at++;
    this.skipSpace();
  }

  private object(): Value {
    const pairs: [string, Value][] = [];
    this.at++;
    this.skipSpace();
    if (this.text[this.at] !== '}')
      for (;;) {
        if (this.text[this.at] !== '"')
          fail('Expecting property name enclosed in double quotes', this.text, this.at);
        const key = this.string();
        this.skipSpace();
        if (this.text[this.at] !== ':') fail("Expecting ':' delimiter", this.text, this.at);
        this.at++;
        this.skipSpace();
        pairs.push([key, this.value()]);
        this.skipSpace();
        if (this.text[this.at] === '}') break;
        this.expectComma();
      }
    this.at++;
    return this.finish(pairs);
  }

  private finish(pairs: readonly [string, Value][]): Value {
    const { rt, hooks } = this;
    if (hooks.objectPairs !== null)
      return rt.call(hooks.objectPairs, [new PyList(pairs.map((pair) => new PyTuple(pair)))]);
    const dict = new PyDict();
    for (const [key, value] of pairs) dict.set(rt, key, value);
    return hooks.object === null ? dict : rt.call(hooks.object, [dict]);
  }
}

/** The value of a JSON document. @throws PyRaise json.JSONDecodeError */
export function decodeJson(rt: Runtime, text: string, hooks: DecodeHooks): Value {
  return new Decoder(rt, text, hooks).document();
}
