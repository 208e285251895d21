// What a program has put in the place of the standard streams in this run: `sys.stdout = …`, `redirect_stdout`.
import type { Runtime } from '../runtime.ts';
import { valueError } from '../values/errors.ts';
import type { Value } from '../values/objects.ts';

export const STREAMS = ['stdout', 'stderr', 'stdin'] as const;
export type StreamName = (typeof STREAMS)[number];

const replaced = new WeakMap<Runtime, Map<StreamName, Value>>();

/** What stands for the stream; undefined where it is still the original. */
export function replacedStream(rt: Runtime, name: StreamName): Value | undefined {
  return replaced.get(rt.root)?.get(name);
}

/** Puts `value` in the place of the stream; undefined gives the original back. */
export function replaceStream(rt: Runtime, name: StreamName, value: Value | undefined): void {
  const streams = replaced.get(rt.root) ?? new Map<StreamName, Value>();
  replaced.set(rt.root, streams);
  if (value === undefined) streams.delete(name);
  else streams.set(name, value);
}

const closed = new WeakSet<Runtime>();

/** Closes standard input, as `exit()` does. */
export function closeInput(rt: Runtime): void {
  if (replaced.get(rt.root)?.has('stdin')) rt.unsupported('exit() with another sys.stdin');
  closed.add(rt.root);
}

/** The next line of standard input without its end; undefined after the last. */
export function readInput(rt: Runtime): string | undefined {
  if (closed.has(rt.root)) valueError('I/O operation on closed file.');
  return rt.readLine();
}
