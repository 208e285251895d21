// How much a run may use. Knows nothing of how it is counted.

/** Bounds of a run; reaching one ends it with a `limit` outcome. */
export interface Limits {
  /** Instructions, plus the elementary steps of native work (elements copied, digits produced …). */
  readonly fuel: number;
  /** Size of any one object: elements of a container, code units of a string, 32-bit digits of an int. */
  readonly memory: number;
  /** Frames on the stack at once. CPython's recursion limit by default. */
  readonly depth: number;
  /** UTF-16 code units written to standard output. */
  readonly output: number;
}

export type LimitName = keyof Limits;

export const DEFAULT_LIMITS: Limits = {
  fuel: 100_000_000,
  memory: 10_000_000,
  depth: 1000,
  output: 10_000_000,
};

/** The limits given, the defaults for the rest. */
export function limitsWith(given: Partial<Limits> | undefined): Limits {
  if (given === undefined) return DEFAULT_LIMITS;
  const { fuel, memory, depth, output } = DEFAULT_LIMITS;
  return {
    fuel: given.fuel ?? fuel,
    memory: given.memory ?? memory,
    depth: given.depth ?? depth,
    output: given.output ?? output,
  };
}

/**
 * How many calls may come from native code inside one another (a key function that sorts, a `__repr__` that calls
 * `repr`, a generator that goes through itself), whatever the depth limit: each takes a few kilobytes of our own stack.
 */
export const MAX_NESTING = 180;
