// Module itertools. The combinatoric iterators are in `itertools-combinatoric.ts`.
// https://docs.python.org/3.11/library/itertools.html
import { classMethod, constructor, method } from '../builtins/declare.ts';
import type { Runtime } from '../runtime.ts';
import { binaryOp } from '../values/arithmetic.ts';
import { asIndex, requireSize } from '../values/as-index.ts';
import type { PyClass } from '../values/class.ts';
import { equals } from '../values/compare.ts';
import { PyComplex } from '../values/complex.ts';
import { typeError, valueError } from '../values/errors.ts';
import { iterate, toArray } from '../values/iterate.ts';
import type { PyIterator } from '../values/iterator.ts';
import { isNumber } from '../values/native-compare.ts';
import type { Value } from '../values/objects.ts';
import { repr } from '../values/repr.ts';
import { findSpecial } from '../values/special.ts';
import { truth } from '../values/truth.ts';
import { PyTuple } from '../values/tuple.ts';
import { defineModule } from './define.ts';
import {
  combinations,
  combinationsWithReplacement,
  permutations,
  product,
} from './itertools-combinatoric.ts';
import { type Step, tool, toolClass, ToolIterator } from './itertools-tool.ts';

// ---- infinite iterators --------------------------------------------------------------------------

const count = toolClass('count');
/** What CPython takes for a number: whatever says that it can be made one. */
function isCountable(value: Value): boolean {
  if (isNumber(value) || value instanceof PyComplex) return true;
  return ['__index__', '__int__', '__float__'].some((name) => findSpecial(value, name) !== undefined);
}

constructor(count, 'count(start=0, step=1)', (_rt: Runtime, _cls: PyClass, start: Value, step: Value) => {
  if (!isCountable(start) || !isCountable(step)) typeError('a number is required');
  let current = start as Value;
  const next = (rt: Runtime): Value => {
    const value = current;
    current = binaryOp(rt, '+', current, step);
    return value;
  };
  const shown = (rt: Runtime): string =>
    step === 1 ? `count(${repr(rt, current)})` : `count(${repr(rt, current)}, ${repr(rt, step)})`;
  return new ToolIterator(count, next, shown);
});
method(count, '__repr__()', showTool);

function showTool(rt: Runtime, self: ToolIterator): Value {
  return self.shown === null ? rt.unsupported(`the repr of ${self.cls.shownName}`) : self.shown(rt);
}

const cycle = tool(
  'cycle(iterable, /)',
  (rt: Runtime, iterable: Value) => {
    const source = iterate(rt, iterable);
    const seen: Value[] = [];
    let exhausted = false;
    let at = 0;
    return (runtime) => {
      if (!exhausted) {
        const value = source.next(runtime);
        if (value !== undefined) {
          seen.push(value);
          return value;
        }
        exhausted = true;
      }
      return seen.length === 0 ? undefined : seen[at++ % seen.length];
    };
  },
  'positional',
);

const repeat = toolClass('repeat');
constructor(
  repeat,
  'repeat(object, times?)',
  (rt: Runtime, _cls: PyClass, object: Value, times: Value | undefined) => {
    let left = times === undefined ? Infinity : Math.max(0, requireSize(rt, times));
    const next = (): Value | undefined => (left-- > 0 ? object : ((left = 0), undefined));
    const shown = (runtime: Runtime): string =>
      left === Infinity ? `repeat(${repr(runtime, object)})` : `repeat(${repr(runtime, object)}, ${left})`;
    return new ToolIterator(repeat, next, shown, () =>
      left === Infinity ? typeError('len() of unsized object') : left,
    );
  },
);
method(repeat, '__repr__()', showTool);

// ---- iterators over several iterables ------------------------------------------------------------

function chained(source: PyIterator): Step {
  let current: PyIterator | undefined;
  return (rt) => {
    for (;;) {
      if (current === undefined) {
        const iterable = source.next(rt);
        if (iterable === undefined) return undefined;
        current = iterate(rt, iterable);
      }
      const value = current.next(rt);
      if (value !== undefined) return value;
      current = undefined;
      rt.charge(1);
    }
  };
}

const chain = tool('chain(*iterables)', (rt: Runtime, iterables: readonly Value[]) =>
  chained(iterate(rt, new PyTuple(iterables))),
);
classMethod(
  chain,
  'from_iterable(iterable, /)',
  (rt: Runtime, cls: PyClass, iterable: Value) => new ToolIterator(cls, chained(iterate(rt, iterable))),
);

const zipLongest = toolClass('zip_longest');
constructor(
  zipLongest,
  'zip_longest(*iterables, fillvalue=None)',
  (rt: Runtime, _cls: PyClass, iterables: readonly Value[], fill: Value) => {
    const sources: (PyIterator | null)[] = iterables.map((iterable) => iterate(rt, iterable));
    return new ToolIterator(zipLongest, (runtime) => {
      const items: Value[] = [];
      for (const [i, source] of sources.entries()) {
        const value = source?.next(runtime);
        if (value === undefined) {
          sources[i] = null;
          if (sources.every((other) => other === null)) return undefined;
        }
        items.push(value === undefined ? fill : value);
      }
      return items.length === 0 ? undefined : new PyTuple(items);
    });
  },
);

/** `tee`: the iterators share what has been taken from the source. */
function tee(rt: Runtime, iterable: Value, given: Value): Value {
  const copies = requireSize(rt, given);
  if (copies < 0) valueError('n must be >= 0');
  if (copies === 0) return new PyTuple([]);
  const source = iterate(rt, iterable);
  const taken: Value[] = [];
  const copy = (): Value => {
    let at = 0;
    return new ToolIterator(teeClass, (runtime) => {
      if (at === taken.length) {
        const value = source.next(runtime);
        if (value === undefined) return undefined;
        taken.push(value);
      }
      return taken[at++];
    });
  };
  return new PyTuple(Array.from({ length: copies }, copy));
}
const teeClass = toolClass('_tee');

// ---- iterators that pick from one iterable -------------------------------------------------------

const compress = tool('compress(data, selectors)', (rt: Runtime, data: Value, selectors: Value) => {
  const [source, wanted] = [iterate(rt, data), iterate(rt, selectors)];
  return (runtime) => {
    for (;;) {
      const value = source.next(runtime);
      const selector = value === undefined ? undefined : wanted.next(runtime);
      if (value === undefined || selector === undefined) return undefined;
      runtime.charge(1);
      if (truth(runtime, selector)) return value;
    }
  };
});

/** Elements for which the predicate answers `wanted`; None stands for truth. */
const passes = (rt: Runtime, predicate: Value, value: Value): boolean =>
  truth(rt, predicate === null ? value : rt.call(predicate, [value]));

const filterfalse = tool(
  'filterfalse(function, iterable, /)',
  (rt: Runtime, predicate: Value, iterable: Value) => {
    const source = iterate(rt, iterable);
    return (runtime) => {
      for (;;) {
        const value = source.next(runtime);
        if (value === undefined || !passes(runtime, predicate, value)) return value;
        runtime.charge(1);
      }
    };
  },
);

const dropwhile = tool(
  'dropwhile(predicate, iterable, /)',
  (rt: Runtime, predicate: Value, iterable: Value) => {
    const source = iterate(rt, iterable);
    let dropping = true;
    return (runtime) => {
      for (;;) {
        const value = source.next(runtime);
        if (value === undefined || !dropping) return value;
        if (truth(runtime, runtime.call(predicate, [value]))) continue;
        dropping = false;
        return value;
      }
    };
  },
);

const takewhile = tool(
  'takewhile(predicate, iterable, /)',
  (rt: Runtime, predicate: Value, iterable: Value) => {
    const source = iterate(rt, iterable);
    let stopped = false;
    return (runtime) => {
      const value = stopped ? undefined : source.next(runtime);
      if (value === undefined) return undefined;
      if (truth(runtime, runtime.call(predicate, [value]))) return value;
      stopped = true;
      return undefined;
    };
  },
);

/** A bound of islice; None is `absent`. */
function sliceBound(rt: Runtime, value: Value, absent: number, complaint: string): number {
  if (value === null) return absent;
  const index = asIndex(rt, value);
  if (index === undefined || typeof index === 'bigint' || index < 0) return valueError(complaint);
  return index;
}

const islice = tool(
  'islice(iterable, start, stop?, step=None, /)',
  (rt: Runtime, iterable: Value, first: Value, second: Value | undefined, third: Value) => {
    const range = 'must be None or an integer: 0 <= x <= sys.maxsize.';
    const badStop = `Stop argument for islice() ${range}`;
    const stop = sliceBound(rt, second === undefined ? first : second, Infinity, badStop);
    const start = second === undefined ? 0 : sliceBound(rt, first, 0, `Indices for islice() ${range}`);
    const badStep = 'Step for islice() must be a positive integer or None.';
    const step = sliceBound(rt, third, 1, badStep);
    if (step === 0) valueError(badStep);
    const source = iterate(rt, iterable);
    let taken = 0;
    let next = start;
    let done = false;
    return (runtime) => {
      const take = (): Value | undefined => {
        const value = done ? undefined : source.next(runtime);
        if (value === undefined) done = true;
        else taken++;
        return value;
      };
      // What lies before the next element wanted is taken too, even beyond the stop.
      while (taken < next) {
        if (take() === undefined) return undefined;
        runtime.charge(1);
      }
      if (taken >= stop) done = true;
      next = Math.min(next + step, stop);
      return take();
    };
  },
);

// ---- iterators that compute ----------------------------------------------------------------------

const accumulate = tool(
  'accumulate(iterable, func=None, *, initial=None)',
  (rt: Runtime, iterable: Value, func: Value, initial: Value) => {
    const source = iterate(rt, iterable);
    let total: Value | undefined;
    let pending = initial !== null;
    return (runtime) => {
      if (pending) {
        pending = false;
        total = initial;
        return total;
      }
      const value = source.next(runtime);
      if (value === undefined) return undefined;
      if (total === undefined) total = value;
      else total = func === null ? binaryOp(runtime, '+', total, value) : runtime.call(func, [total, value]);
      return total;
    };
  },
);

const starmap = tool('starmap(function, iterable, /)', (rt: Runtime, func: Value, iterable: Value) => {
  const source = iterate(rt, iterable);
  return (runtime) => {
    const args = source.next(runtime);
    return args === undefined ? undefined : runtime.call(func, toArray(runtime, args));
  };
});

const pairwise = tool(
  'pairwise(iterable, /)',
  (rt: Runtime, iterable: Value) => {
    const source = iterate(rt, iterable);
    let previous: Value | undefined;
    return (runtime) => {
      if (previous === undefined) previous = source.next(runtime);
      if (previous === undefined) return undefined;
      const value = source.next(runtime);
      if (value === undefined) return undefined;
      const pair = new PyTuple([previous, value]);
      previous = value;
      return pair;
    };
  },
  'positional',
);

const groupClass = toolClass('_grouper');

const groupby = tool('groupby(iterable, key=None)', (rt: Runtime, iterable: Value, key: Value) => {
  const source = iterate(rt, iterable);
  let current: Value | undefined;
  let currentKey: Value | undefined;
  let groupKey: Value | undefined;
  let latest = 0;
  const advance = (runtime: Runtime): boolean => {
    const value = source.next(runtime);
    if (value === undefined) return false;
    const ofValue = key === null ? value : runtime.call(key, [value]);
    // Both at once: the key's function may have gone on with the groups itself.
    current = value;
    currentKey = ofValue;
    return true;
  };
  const sameGroup = (runtime: Runtime): boolean =>
    groupKey !== undefined && currentKey !== undefined && equals(runtime, groupKey, currentKey);
  return (runtime) => {
    const group = ++latest;
    while (currentKey === undefined || sameGroup(runtime)) if (!advance(runtime)) return undefined;
    const ownKey = currentKey as Value;
    groupKey = ownKey;
    // A group ends when the next one begins, whether or not it has been gone through.
    const members = new ToolIterator(groupClass, (inner) => {
      if (group !== latest) return undefined;
      if (current === undefined && !advance(inner)) return undefined;
      const value = current;
      if (currentKey === undefined || !equals(inner, ownKey, currentKey)) return undefined;
      current = undefined;
      currentKey = undefined;
      return value;
    });
    return new PyTuple([ownKey, members]);
  };
});

export const itertools = defineModule('itertools', (module) => {
  module.classes(
    accumulate,
    chain,
    combinations,
    combinationsWithReplacement,
    compress,
    count,
    cycle,
    dropwhile,
    filterfalse,
    groupby,
    islice,
    pairwise,
    permutations,
    product,
    repeat,
    starmap,
    takewhile,
    zipLongest,
  );
  module.function('tee(iterable, n=2, /)', tee);
});
