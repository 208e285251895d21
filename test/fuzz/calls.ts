// Drawn calls: arguments mostly of kinds with which a callee went well before, now and then of any. Knows nothing of what
// comes of them.
import type { Draw } from '../../corpus/draw.ts';
import { CALL_KINDS, CALL_VALUES, type CallKind } from './call-values.ts';
import type { Callee } from './callees.ts';

/** One call. */
export interface Call {
  readonly callee: Callee;
  readonly kinds: readonly CallKind[];
  /** The lines of a function that makes the call and returns its result, with what it may have changed. */
  readonly body: readonly string[];
}

/** Kinds of arguments with which each callee raised no TypeError. */
export class Fitting {
  private readonly known = new Map<string, (readonly CallKind[])[]>();

  /** How many callees have been called well. */
  get size(): number {
    return this.known.size;
  }

  note({ callee, kinds }: Call): void {
    const fitting = this.of(callee);
    if (!fitting.some((other) => other.join() === kinds.join()))
      this.known.set(callee.name, [...fitting, kinds]);
  }

  of({ name }: Callee): readonly (readonly CallKind[])[] {
    return this.known.get(name) ?? [];
  }
}

/** With large numbers these work for long, or make what is too long to be shown. */
const NOTHING_WIDE =
  /pow|factorial|comb|perm|shift|mul|range|repeat|isqrt|zfill|just|center|expandtabs|to_bytes|product|lcm|hex|bin|oct/;

/** Kinds of what a call may change. */
const CHANGING: ReadonlySet<CallKind> = new Set(['list', 'dict', 'set', 'deque', 'mapping', 'iterator']);

/** Draws a call. */
export function drawCall(draw: Draw, callee: Callee, fitting: Fitting): Call {
  const drawn = kindsFor(draw, fitting.of(callee));
  const kinds = NOTHING_WIDE.test(callee.target)
    ? drawn.map((kind) => (kind === 'wide' ? 'int' : kind))
    : drawn;
  const names = kinds.map((_, i) => `a${i}`);
  const body = kinds.map((kind, i) => `${names[i]} = ${draw.pick(CALL_VALUES[kind])}`);
  const shown = names.filter((_, i) => CHANGING.has(kinds[i]!));
  if (callee.on !== null) {
    body.unshift(`it = ${draw.pick(callee.on.receivers)}`);
    if (CHANGING.has(callee.on.kind)) shown.unshift('it');
  }
  const call = `${callee.target}(${names.join(', ')})`;
  body.push(shown.length === 0 ? `return ${call}` : `return (${call}, ${shown.join(', ')})`);
  return { callee, kinds, body };
}

function kindsFor(draw: Draw, known: readonly (readonly CallKind[])[]): readonly CallKind[] {
  const any = (): CallKind => draw.pick(CALL_KINDS);
  if (known.length === 0 || draw.int(0, 99) < 15)
    return Array.from({ length: draw.pick([0, 1, 1, 1, 2, 2, 3]) }, any);
  const kinds = [...draw.pick(known)];
  const change = draw.int(0, 99);
  if (change < 12) kinds.push(any());
  else if (change < 30 && kinds.length > 0) kinds[draw.int(0, kinds.length - 1)] = any();
  return kinds;
}
