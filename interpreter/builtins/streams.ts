// What a program has put in the place of the standard streams in this run: `sys.stdout = …`, `redirect_stdout`.
import type { Runtime } from '../runtime.ts';
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
