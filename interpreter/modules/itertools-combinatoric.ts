// The combinatoric iterators of itertools, in CPython's order.
// https://docs.python.org/3.11/library/itertools.html
import type { Runtime } from '../runtime.ts';
import { requireSize } from '../values/as-index.ts';
import { typeError, valueError } from '../values/errors.ts';
import { toArray } from '../values/iterate.ts';
import type { Value } from '../values/objects.ts';
import { PyTuple } from '../values/tuple.ts';
import { isInt } from '../values/type-of.ts';
import { type Step, tool } from './itertools-tool.ts';

/** Gives the elements of `pool` at the positions in `indices`, which `advance` moves on until it returns false. */
function selections(
  pool: readonly Value[],
  indices: number[],
  possible: boolean,
  advance: () => boolean,
): Step {
  let state: 'new' | 'going' | 'done' = possible ? 'new' : 'done';
  return (rt) => {
    if (state === 'going' && !advance()) state = 'done';
    if (state === 'done') return undefined;
    state = 'going';
    rt.charge(indices.length);
    return new PyTuple(indices.map((index) => pool[index]));
  };
}

const upTo = (count: number): number[] => Array.from({ length: count }, (_, i) => i);

export const product = tool(
  'product(*iterables, repeat=1)',
  (rt: Runtime, iterables: readonly Value[], times: Value) => {
    const repeat = requireSize(rt, times);
    if (repeat < 0) valueError('repeat argument cannot be negative');
    const once = repeat === 0 ? [] : iterables.map((iterable) => toArray(rt, iterable));
    rt.charge(once.length * repeat);
    const pools = Array.from({ length: once.length * repeat }, (_, i) => once[i % once.length]);
    const indices = pools.map(() => 0);
    let state: 'new' | 'going' | 'done' = pools.every((pool) => pool.length > 0) ? 'new' : 'done';
    const advance = (): boolean => {
      for (let i = pools.length - 1; i >= 0; i--) {
        if (++indices[i] < pools[i].length) return true;
        indices[i] = 0;
      }
      return false;
    };
    return (runtime) => {
      if (state === 'going' && !advance()) state = 'done';
      if (state === 'done') return undefined;
      state = 'going';
      runtime.charge(pools.length);
      return new PyTuple(pools.map((pool, i) => pool[indices[i]]));
    };
  },
);

export const permutations = tool(
  'permutations(iterable, r=None)',
  (rt: Runtime, iterable: Value, r: Value) => {
    const pool = toArray(rt, iterable);
    const n = pool.length;
    if (r !== null && !isInt(r) && typeof r !== 'boolean') typeError('Expected int as r');
    const count = r === null ? n : requireSize(rt, r);
    if (count < 0) valueError('r must be non-negative');
    const order = upTo(n);
    const cycles = count > n ? [] : Array.from({ length: count }, (_, i) => n - i);
    const chosen = count > n ? [] : order.slice(0, count);
    const advance = (): boolean => {
      for (let i = count - 1; i >= 0; i--) {
        if (--cycles[i] > 0) {
          const j = n - cycles[i];
          [order[i], order[j]] = [order[j], order[i]];
          for (let k = i; k < count; k++) chosen[k] = order[k];
          return true;
        }
        // All turns of this position are done: put its element behind the others again.
        order.push(...order.splice(i, 1));
        cycles[i] = n - i;
      }
      return false;
    };
    return selections(pool, chosen, count <= n, advance);
  },
);

export const combinations = tool('combinations(iterable, r)', (rt: Runtime, iterable: Value, r: Value) => {
  const count = requireSize(rt, r);
  const pool = toArray(rt, iterable);
  const n = pool.length;
  if (count < 0) valueError('r must be non-negative');
  const indices = count > n ? [] : upTo(count);
  const advance = (): boolean => {
    let i = count - 1;
    while (i >= 0 && indices[i] === i + n - count) i--;
    if (i < 0) return false;
    indices[i]++;
    for (let j = i + 1; j < count; j++) indices[j] = indices[j - 1] + 1;
    return true;
  };
  return selections(pool, indices, count <= n, advance);
});

export const combinationsWithReplacement = tool(
  'combinations_with_replacement(iterable, r)',
  (rt: Runtime, iterable: Value, r: Value) => {
    const count = requireSize(rt, r);
    const pool = toArray(rt, iterable);
    const n = pool.length;
    if (count < 0) valueError('r must be non-negative');
    rt.charge(count);
    const indices = upTo(count).map(() => 0);
    const advance = (): boolean => {
      let i = count - 1;
      while (i >= 0 && indices[i] === n - 1) i--;
      if (i < 0) return false;
      indices.fill(indices[i] + 1, i);
      return true;
    };
    return selections(pool, indices, n > 0 || count === 0, advance);
  },
);
