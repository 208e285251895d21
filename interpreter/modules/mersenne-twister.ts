// The generator of random numbers behind module random: MT19937, seeded as CPython seeds it. Without a seed it draws
// from one that differs from probe to probe, so that a result which hangs on it is found out.
// M. Matsumoto, T. Nishimura: Mersenne Twister, ACM TOMACS 8 (1998); https://docs.python.org/3.11/library/random.html
import { constructor, method } from '../builtins/declare.ts';
import type { Keywords, Runtime } from '../runtime.ts';
import { requireSize } from '../values/as-index.ts';
import { type PyClass, PyInstance } from '../values/class.ts';
import { typeError, valueError } from '../values/errors.ts';
import { normalizeInt } from '../values/int.ts';
import { PyFloat, type Value } from '../values/objects.ts';
import { PyTuple } from '../values/tuple.ts';
import { isIntegral, typeName } from '../values/type-of.ts';
import { libraryClass } from './define.ts';

const SIZE = 624;
const MIDDLE = 397;

/** The generator itself: 32 bits at a time. */
class Twister {
  readonly state = new Uint32Array(SIZE);
  index = SIZE;

  private fill(seed: number): void {
    this.state[0] = seed;
    for (let i = 1; i < SIZE; i++) {
      const last = this.state[i - 1] ^ (this.state[i - 1] >>> 30);
      this.state[i] = Math.imul(last, 1812433253) + i;
    }
    this.index = SIZE;
  }

  /** Seeds it with 32-bit words, the least significant first. */
  seed(key: readonly number[]): void {
    const { state } = this;
    this.fill(19650218);
    let [i, j] = [1, 0];
    const next = (): void => {
      if (++i < SIZE) return;
      state[0] = state[SIZE - 1];
      i = 1;
    };
    for (let k = Math.max(SIZE, key.length); k > 0; k--) {
      const last = state[i - 1] ^ (state[i - 1] >>> 30);
      state[i] = (state[i] ^ Math.imul(last, 1664525)) + key[j] + j;
      next();
      j = (j + 1) % key.length;
    }
    for (let k = SIZE - 1; k > 0; k--) {
      const last = state[i - 1] ^ (state[i - 1] >>> 30);
      state[i] = (state[i] ^ Math.imul(last, 1566083941)) - i;
      next();
    }
    state[0] = 0x80000000;
  }

  private twist(): void {
    const { state } = this;
    for (let i = 0; i < SIZE; i++) {
      const joined = (state[i] & 0x80000000) | (state[(i + 1) % SIZE] & 0x7fffffff);
      state[i] = state[(i + MIDDLE) % SIZE] ^ (joined >>> 1) ^ (joined & 1 ? 0x9908b0df : 0);
    }
    this.index = 0;
  }

  /** The next 32 bits, unsigned. */
  next(): number {
    if (this.index >= SIZE) this.twist();
    let word = this.state[this.index++];
    word ^= word >>> 11;
    word ^= (word << 7) & 0x9d2c5680;
    word ^= (word << 15) & 0xefc60000;
    return (word ^ (word >>> 18)) >>> 0;
  }
}

function words(seed: bigint): number[] {
  const key: number[] = [];
  for (let rest = seed; rest > 0n; rest >>= 32n) key.push(Number(rest & 0xffffffffn));
  return key.length === 0 ? [0] : key;
}

export const twisterClass = libraryClass('_random', 'Random');
twisterClass.hasDict = true;

class PyTwister extends PyInstance {
  private readonly twister = new Twister();
  private seeded = false;

  seed(seed: bigint): void {
    this.twister.seed(words(seed < 0n ? -seed : seed));
    this.seeded = true;
  }

  /** Forgets the seed. */
  unseed(): void {
    this.seeded = false;
  }

  /** The generator, which has been asked for something. */
  use(rt: Runtime): Twister {
    if (!this.seeded) {
      this.twister.seed([0x6c6f636b, rt.observeChance()]);
      this.seeded = true;
    }
    return this.twister;
  }

  restore(state: readonly number[], index: number): void {
    this.twister.state.set(state);
    this.twister.index = index;
    this.seeded = true;
  }
}

constructor(
  twisterClass,
  'Random(*args, **kwargs)',
  (_rt: Runtime, cls: PyClass, _args: readonly Value[], _keywords: Keywords) => new PyTwister(cls),
);

method(twisterClass, '_seed(number, /)', (_rt: Runtime, self: PyTwister, seed: Value) => {
  if (seed === null) self.unseed();
  else if (isIntegral(seed)) self.seed(BigInt(seed));
  else typeError(`a seed is an int, not ${typeName(seed)}`);
  return null;
});

method(twisterClass, 'random()', (rt: Runtime, self: PyTwister) => {
  const twister = self.use(rt);
  const high = twister.next() >>> 5;
  const low = twister.next() >>> 6;
  return new PyFloat((high * 67108864 + low) / 9007199254740992);
});

method(twisterClass, 'getrandbits(k, /)', (rt: Runtime, self: PyTwister, given: Value) => {
  const count = requireSize(rt, given);
  if (count < 0) valueError('number of bits must be non-negative');
  if (count === 0) return 0;
  const twister = self.use(rt);
  if (count <= 32) return twister.next() >>> (32 - count);
  rt.charge(Math.ceil(count / 32));
  // The least significant word comes first; the last one has what is left of its upper bits.
  let digits = '';
  for (let left = count; left > 0; left -= 32) {
    const word = left < 32 ? twister.next() >>> (32 - left) : twister.next();
    digits = word.toString(16).padStart(8, '0') + digits;
  }
  return normalizeInt(BigInt(`0x${digits}`));
});

method(twisterClass, '_words()', (rt: Runtime, self: PyTwister) => {
  const { state, index } = self.use(rt);
  return new PyTuple([...state, index]);
});
method(twisterClass, '_restore(words, /)', (_rt: Runtime, self: PyTwister, given: Value) => {
  const items = given instanceof PyTuple ? given.items : [];
  if (items.length !== SIZE + 1) valueError('state vector is the wrong size');
  const numbers = items.map(Number);
  self.restore(numbers.slice(0, SIZE), numbers[SIZE]);
  return null;
});
