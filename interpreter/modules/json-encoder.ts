// `json.dumps`. https://docs.python.org/3.11/library/json.html#json.dumps
import { sortValues } from '../builtins/sort.ts';
import type { Runtime } from '../runtime.ts';
import { unbox } from '../values/boxed.ts';
import { PyDict } from '../values/dict.ts';
import { typeError, valueError } from '../values/errors.ts';
import { floatRepr } from '../values/float.ts';
import { intToStr } from '../values/int-text.ts';
import { PyList } from '../values/list.ts';
import { PyFloat, type HeapObject, type Value } from '../values/objects.ts';
import { PyTuple } from '../values/tuple.ts';
import { typeName } from '../values/type-of.ts';

export interface EncodeOptions {
  readonly skipKeys: boolean;
  readonly ensureAscii: boolean;
  readonly checkCircular: boolean;
  readonly allowNan: boolean;
  /** What one level is indented by; null for one line. */
  readonly indent: string | null;
  readonly itemSeparator: string;
  readonly keySeparator: string;
  /** Called for what JSON has no form for; None for TypeError. */
  readonly fallback: Value;
  readonly sortKeys: boolean;
}

const SIMPLE: Readonly<Record<string, string>> = {
  '"': '\\"',
  '\\': '\\\\',
  '\n': '\\n',
  '\r': '\\r',
  '\t': '\\t',
  '\b': '\\b',
  '\f': '\\f',
};

/** A string in quotes; escapes are by UTF-16 unit, as JSON's are. */
function quote(text: string, ensureAscii: boolean): string {
  const pattern = ensureAscii ? /["\\]|[^ -~]/g : /["\\\x00-\x1f]/g;
  const escape = (unit: string): string =>
    SIMPLE[unit] ?? `\\u${unit.charCodeAt(0).toString(16).padStart(4, '0')}`;
  return `"${text.replace(pattern, escape)}"`;
}

class Encoder {
  private readonly rt: Runtime;
  private readonly options: EncodeOptions;
  private readonly open = new Set<HeapObject>();

  constructor(rt: Runtime, options: EncodeOptions) {
    this.rt = rt;
    this.options = options;
  }

  private float(value: number): string {
    if (Number.isFinite(value)) return floatRepr(value);
    if (!this.options.allowNan) {
      // The encoder for one line is written in C, the other in Python; their texts differ.
      const shown = this.options.indent === null ? '' : `: ${floatRepr(value)}`;
      valueError(`Out of range float values are not JSON compliant${shown}`);
    }
    return Number.isNaN(value) ? 'NaN' : value > 0 ? 'Infinity' : '-Infinity';
  }

  /** The text of a value that is not a container; undefined for the others. */
  private scalar(boxed: Value): string | undefined {
    const value = unbox(boxed);
    switch (typeof value) {
      case 'string':
        return quote(value, this.options.ensureAscii);
      case 'boolean':
        return String(value);
      case 'number':
      case 'bigint':
        return intToStr(value);
      case 'object':
        if (value === null) return 'null';
        return value instanceof PyFloat ? this.float(value.value) : undefined;
    }
  }

  value(value: Value, depth: number): string {
    const { rt } = this;
    rt.charge(1);
    const scalar = this.scalar(value);
    if (scalar !== undefined) {
      rt.charge(scalar.length / 8);
      return scalar;
    }
    if (value instanceof PyList || value instanceof PyTuple)
      return this.within(value, () => this.brackets('[', ']', depth, this.items(value.items, depth)));
    if (value instanceof PyDict)
      return this.within(value, () => this.brackets('{', '}', depth, this.members(value, depth)));
    const { fallback } = this.options;
    if (fallback === null) return typeError(`Object of type ${typeName(value)} is not JSON serializable`);
    return this.within(value as HeapObject, () => this.value(rt.call(fallback, [value]), depth));
  }

  /** Encodes the inside of `container`, unless we are inside it already. */
  private within(container: HeapObject, encode: () => string): string {
    if (this.open.has(container)) {
      if (!this.options.checkCircular) this.rt.unsupported('json.dumps of a circular structure unchecked');
      valueError('Circular reference detected');
    }
    this.open.add(container);
    const text = encode();
    this.open.delete(container);
    return text;
  }

  private brackets(left: string, right: string, depth: number, parts: readonly string[]): string {
    const { indent, itemSeparator } = this.options;
    if (parts.length === 0) return left + right;
    if (indent === null) return left + parts.join(itemSeparator) + right;
    const line = `\n${indent.repeat(depth + 1)}`;
    return `${left}${line}${parts.join(itemSeparator + line)}\n${indent.repeat(depth)}${right}`;
  }

  private items(items: readonly Value[], depth: number): string[] {
    return items.map((item) => this.value(item, depth + 1));
  }

  private members(dict: PyDict, depth: number): string[] {
    const { sortKeys, keySeparator, ensureAscii } = this.options;
    let entries = dict.entries();
    if (sortKeys) {
      const pairs = entries.map((entry) => new PyTuple(entry));
      sortValues(this.rt, pairs, null, false);
      entries = pairs.map(({ items: [key, value] }) => [key, value]);
    }
    const parts: string[] = [];
    for (const [key, value] of entries) {
      const name = this.key(key);
      if (name !== undefined)
        parts.push(quote(name, ensureAscii) + keySeparator + this.value(value, depth + 1));
    }
    return parts;
  }

  private key(key: Value): string | undefined {
    const plain = unbox(key);
    if (typeof plain === 'string') return plain;
    const text = this.scalar(key);
    if (text !== undefined) return text;
    if (this.options.skipKeys) return undefined;
    return typeError(`keys must be str, int, float, bool or None, not ${typeName(key)}`);
  }
}

/** A value as a JSON document. @throws PyRaise TypeError, ValueError */
export function encodeJson(rt: Runtime, value: Value, options: EncodeOptions): string {
  const text = new Encoder(rt, options).value(value, 0);
  rt.charge(text.length / 8);
  return text;
}
