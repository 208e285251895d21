// `+` and `*` of sequences: concatenation and repetition. They come after the number operators of both operands.
import type { Runtime } from '../runtime.ts';
import { asIndex } from './as-index.ts';
import { unbox } from './boxed.ts';
import { PyBytes } from './bytes.ts';
import { raise, typeError } from './errors.ts';
import { PyList } from './list.ts';
import type { Value } from './objects.ts';
import { PyTuple } from './tuple.ts';
import { typeName } from './type-of.ts';

type Sequence = string | PyList | PyTuple | PyBytes;

/** Whether it is a builtin sequence that `+` joins and `*` repeats. */
export function isSequence(value: Value): value is Sequence {
  return (
    typeof value === 'string' ||
    value instanceof PyList ||
    value instanceof PyTuple ||
    value instanceof PyBytes
  );
}

/**
 * `a + b` where `a` is a sequence; undefined when it is none.
 * @throws PyRaise TypeError 'can only concatenate list (not "int") to list'
 */
export function concatenate(rt: Runtime, boxedA: Value, boxedB: Value): Value | undefined {
  const [a, b] = [unbox(boxedA), unbox(boxedB)];
  if (typeof a === 'string') return typeof b === 'string' ? joinTexts(rt, a, b) : refuse('str', b);
  if (a instanceof PyList) {
    if (!(b instanceof PyList)) return refuse('list', b);
    rt.charge(a.items.length + b.items.length);
    return new PyList([...a.items, ...b.items]);
  }
  if (a instanceof PyTuple) {
    if (!(b instanceof PyTuple)) return refuse('tuple', b);
    rt.charge(a.items.length + b.items.length);
    return new PyTuple([...a.items, ...b.items]);
  }
  if (!(a instanceof PyBytes)) return undefined;
  if (!(b instanceof PyBytes)) return typeError(`can't concat ${typeName(b)} to bytes`);
  rt.charge(a.data.length + b.data.length);
  const joined = new Uint8Array(a.data.length + b.data.length);
  joined.set(a.data);
  joined.set(b.data, a.data.length);
  return new PyBytes(joined);
}

function refuse(kind: string, other: Value): never {
  return typeError(`can only concatenate ${kind} (not "${typeName(other)}") to ${kind}`);
}

/** The shorter part of strings that are joined for nothing, in UTF-16 units, and how long they may become by that. */
const FREE_JOIN = 32;
const FREE_LENGTH = 1 << 20;

/** Whether joining strings costs nothing; see `joinTexts`. */
export function joinsForNothing(a: string, b: string): boolean {
  return (a.length <= FREE_JOIN || b.length <= FREE_JOIN) && a.length + b.length < FREE_LENGTH;
}

/** Paid by the shorter part, as strings share what they are joined from; a long one by its length whenever that has doubled. */
export function joinTexts(rt: Runtime, a: string, b: string): string {
  const added = Math.min(a.length, b.length);
  if (added > FREE_JOIN) rt.charge(added / 16);
  const length = a.length + b.length;
  if (length >= FREE_LENGTH && Math.clz32(length) !== Math.clz32(length - added)) rt.charge(length);
  return a + b;
}

/**
 * `a * b` where one of them is a sequence; undefined when neither is.
 * @throws PyRaise TypeError "can't multiply sequence by non-int of type 'str'"
 */
export function repetition(rt: Runtime, boxedA: Value, boxedB: Value): Value | undefined {
  const [a, b] = [unbox(boxedA), unbox(boxedB)];
  if (isSequence(a)) return repeat(rt, a, repeatCount(rt, boxedB));
  return isSequence(b) ? repeat(rt, b, repeatCount(rt, boxedA)) : undefined;
}

/** How often to repeat. */
export function repeatCount(rt: Runtime, value: Value): number {
  const count = asIndex(rt, value);
  if (count === undefined)
    return typeError(`can't multiply sequence by non-int of type '${typeName(value)}'`);
  if (typeof count === 'number') return Math.max(0, count);
  if (count < 0) return 0;
  if (count >= 2n ** 63n) raise('OverflowError', "cannot fit 'int' into an index-sized integer");
  return Number(count);
}

/** The elements `count` times over, paid for. */
export function repeatItems(rt: Runtime, items: readonly Value[], count: number): Value[] {
  rt.charge(items.length * count);
  if (items.length === 1) return new Array<Value>(count).fill(items[0]);
  const repeated: Value[] = [];
  if (items.length > 0) for (let i = 0; i < count; i++) for (const item of items) repeated.push(item);
  return repeated;
}

function repeat(rt: Runtime, sequence: Sequence, count: number): Value {
  if (typeof sequence === 'string') {
    rt.charge((sequence.length * count) / 8);
    return sequence === '' ? '' : sequence.repeat(count);
  }
  if (sequence instanceof PyList) return new PyList(repeatItems(rt, sequence.items, count));
  if (sequence instanceof PyTuple) return new PyTuple(repeatItems(rt, sequence.items, count));
  rt.charge((sequence.data.length * count) / 8);
  const { data } = sequence;
  return new PyBytes(Uint8Array.from({ length: data.length * count }, (_, i) => data[i % data.length]));
}
