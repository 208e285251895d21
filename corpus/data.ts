// Python values as plain JavaScript data, for the arguments a family draws and the answers it expects.
// Deliberately apart from the interpreter's values: a family's reference must not lean on the machine it
// is held against. Knows the AST only to write a value as a literal.

import type { ConstantValue, Expr, Span } from '../grammar/ast.ts';

/** A float; a bare JavaScript number is an int. */
export class Real {
  readonly value: number;
  constructor(value: number) {
    this.value = value;
  }
}

/** A tuple; a bare array is a list. */
export class Tuple {
  readonly items: readonly Data[];
  constructor(items: readonly Data[]) {
    this.items = items;
  }
}

/** `Map` is a dict and `Set` a set, both in insertion order. */
export type Data =
  | null
  | boolean
  | number
  | bigint
  | string
  | Real
  | Tuple
  | readonly Data[]
  | ReadonlyMap<Data, Data>
  | ReadonlySet<Data>;

/** A float. */
export const real = (value: number): Real => new Real(value);

/** A tuple. */
export const tuple = (...items: Data[]): Tuple => new Tuple(items);

/** A dict, from its entries. */
export const dict = (entries: Iterable<readonly [Data, Data]>): Map<Data, Data> => new Map(entries);

const nowhere = (): Span => ({ start: 0, end: 0 });
const constant = (value: ConstantValue): Expr => ({ kind: 'Constant', value, span: nowhere() });

/** Negative numbers are a minus sign before a literal, as the parser reads them. */
function signed(negative: boolean, value: ConstantValue): Expr {
  const operand = constant(value);
  return negative ? { kind: 'UnaryOp', op: '-', operand, span: nowhere() } : operand;
}

/**
 * The literal that a person would write for a value.
 * @throws RangeError for what has no literal: an unsafe number, an infinity, NaN, the empty set
 */
export function literal(data: Data): Expr {
  const span = nowhere();
  if (data === null) return constant({ type: 'None' });
  if (typeof data === 'boolean') return constant({ type: 'bool', value: data });
  if (typeof data === 'string') return constant({ type: 'str', value: data });
  if (typeof data === 'number') {
    if (!Number.isSafeInteger(data)) throw new RangeError(`${data} is no exact int: use real or a bigint`);
    return signed(data < 0, { type: 'int', value: Math.abs(data) });
  }
  if (typeof data === 'bigint') {
    const size = data < 0n ? -data : data;
    const value = size <= BigInt(Number.MAX_SAFE_INTEGER) ? Number(size) : size;
    return signed(data < 0n, { type: 'int', value });
  }
  if (data instanceof Real) {
    if (!Number.isFinite(data.value)) throw new RangeError(`${data.value} has no literal`);
    return signed(data.value < 0 || Object.is(data.value, -0), {
      type: 'float',
      value: Math.abs(data.value),
    });
  }
  if (data instanceof Tuple) return { kind: 'Tuple', elts: data.items.map(literal), span };
  if (data instanceof Map) {
    return {
      kind: 'Dict',
      keys: [...data.keys()].map(literal),
      values: [...data.values()].map(literal),
      span,
    };
  }
  if (data instanceof Set) {
    if (data.size === 0) throw new RangeError('the empty set has no literal');
    return { kind: 'Set', elts: [...data].map(literal), span };
  }
  return { kind: 'List', elts: (data as readonly Data[]).map(literal), span };
}

/** Python's `repr` of a float. JavaScript gives the same shortest digits but other exponent thresholds. */
export function floatRepr(value: number): string {
  if (Number.isNaN(value)) return 'nan';
  if (!Number.isFinite(value)) return value > 0 ? 'inf' : '-inf';
  if (Object.is(value, -0)) return '-0.0';
  const size = Math.abs(value);
  if (size !== 0 && (size < 1e-4 || size >= 1e16)) {
    const [digits, exponent] = value.toExponential().split('e');
    return `${digits}e${exponent[0]}${exponent.slice(1).padStart(2, '0')}`;
  }
  // Below 1e21 JavaScript writes no exponent, so only a missing fraction has to be added.
  return Number.isInteger(value) ? `${value}.0` : String(value);
}

/** Python's `repr` of printable text: single quotes unless only they occur. */
function textRepr(text: string): string {
  const quote = text.includes("'") && !text.includes('"') ? '"' : "'";
  const body = text.replace(/[\\'"\n\r\t]/g, (char) => {
    if (char === '\n') return '\\n';
    if (char === '\r') return '\\r';
    if (char === '\t') return '\\t';
    return char === '\\' || char === quote ? `\\${char}` : char;
  });
  return quote + body + quote;
}

/** Python's `repr` of a value (text: printable characters and newline, return, tab). */
export function repr(data: Data): string {
  if (data === null) return 'None';
  if (typeof data === 'boolean') return data ? 'True' : 'False';
  if (typeof data === 'string') return textRepr(data);
  if (typeof data === 'number') {
    if (!Number.isSafeInteger(data)) throw new RangeError(`${data} is no exact int: use real or a bigint`);
    return String(data === 0 ? 0 : data);
  }
  if (typeof data === 'bigint') return data.toString();
  if (data instanceof Real) return floatRepr(data.value);
  if (data instanceof Tuple) {
    return data.items.length === 1 ? `(${repr(data.items[0])},)` : `(${data.items.map(repr).join(', ')})`;
  }
  if (data instanceof Map) {
    const entries = [...(data as ReadonlyMap<Data, Data>)];
    return `{${entries.map(([key, value]) => `${repr(key)}: ${repr(value)}`).join(', ')}}`;
  }
  if (data instanceof Set)
    return data.size === 0 ? 'set()' : `{${[...(data as Set<Data>)].map(repr).join(', ')}}`;
  return `[${(data as readonly Data[]).map(repr).join(', ')}]`;
}
