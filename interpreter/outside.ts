// The values that stand for what CPython has and Primer has not: using one ends the run as `unsupported`, by name.
// They are marked, so that the documentation does not count them among what there is.
const outside = new WeakSet<object>();

/** Marks a value whose use is refused, and returns it. */
export function markOutside<V extends object>(value: V): V {
  outside.add(value);
  return value;
}

/** Whether using the value is refused. */
export function isOutside(value: unknown): boolean {
  return typeof value === 'object' && value !== null && outside.has(value);
}
