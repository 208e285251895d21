// What counts as bytes where bytes are made: bytes themselves, and iterables of small ints.
import type { Runtime } from '../runtime.ts';
import { requireIndex } from '../values/as-index.ts';
import { unbox } from '../values/boxed.ts';
import { PyBytes } from '../values/bytes.ts';
import { typeError, valueError } from '../values/errors.ts';
import { toArray } from '../values/iterate.ts';
import type { Value } from '../values/objects.ts';
import { findSpecial } from '../values/special.ts';

/**
 * The bytes in `value`.
 * @param refusal the TypeError's text for what is neither
 * @throws PyRaise TypeError; ValueError for elements that are no bytes
 */
export function bytesOf(rt: Runtime, value: Value, refusal: (value: Value) => string): Uint8Array {
  const inner = unbox(value);
  if (inner instanceof PyBytes) return inner.data;
  const iterable = findSpecial(value, '__iter__') ?? findSpecial(value, '__getitem__');
  if (iterable === undefined || typeof inner === 'string') typeError(refusal(value));
  return Uint8Array.from(
    toArray(rt, value).map((item) => {
      const byte = requireIndex(rt, item);
      return byte >= 0 && byte < 256 ? Number(byte) : valueError('bytes must be in range(0, 256)');
    }),
  );
}
