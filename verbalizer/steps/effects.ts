// What instructions do besides producing a value: objects changed by calls, text printed, exceptions.
import type { Expr, Node } from '../../grammar/ast.ts';
import { Op } from '../../interpreter/opcodes.ts';
import { PyDeque } from '../../interpreter/values/deque.ts';
import { PyDict } from '../../interpreter/values/dict.ts';
import { PyList } from '../../interpreter/values/list.ts';
import { PySet } from '../../interpreter/values/set.ts';
import type { PyException } from '../../interpreter/values/class.ts';
import { display } from '../../interpreter/values/display.ts';
import type { HeapObject } from '../../interpreter/values/objects.ts';
import type { SlotValue } from '../claims.ts';
import type { FrameState } from './frame.ts';
import type { MutateEffect, Replay } from './replay.ts';
import type { Hint } from './hint.ts';
import { shortText, shown } from './shown.ts';
import type { Workings } from './working.ts';

/** Containers longer than this (in characters) are told by their size after a change. */
export const LONGEST_AFTER = 160;

interface Change {
  readonly facts: Record<string, SlotValue>;
  readonly hints: (Hint | null)[];
}

const CALLS = new Set<Op>([Op.CALL, Op.CALL_KW, Op.CALL_EX, Op.CALL_METHOD, Op.CALL_METHOD_KW]);
const GROWING = new Set(['append', 'add', 'appendleft']);

/** The changes worth telling: those that a call made to objects which the program can name. */
export function mutationsOf(
  effect: MutateEffect,
  frame: FrameState,
  node: Node,
  op: Op,
  workings: Workings,
  replay: Replay,
): Change[] {
  if (!CALLS.has(op) || node.kind !== 'Call') return [];
  if (!effect.last) return [];
  const object = effect.object;
  const size = sizeOf(object);
  if (size === null) return [];
  const name = nameOf(node, object, frame, workings);
  const named = name ?? replay.nameOf(object);
  if (named === null) return [];
  const facts: Record<string, SlotValue> = {
    object: named,
    size: String(size),
    call: workings.addressed(node, frame.values),
  };
  const after = shortText(object, LONGEST_AFTER);
  if (after !== null) facts['after'] = after;
  const method = node.func.kind === 'Attribute' ? node.func.attr : null;
  const grown = method !== null && GROWING.has(method) && node.args.length === 1 && effect.kind === 'mutate';
  if (grown) {
    const item = frame.values.get(node.args[0]!);
    if (item !== undefined) facts['item'] = shown(item);
  }
  return [{ facts, hints: [grown ? 'grown' : null, facts['after'] === undefined ? 'long' : null] }];
}

function sizeOf(object: HeapObject): number | null {
  if (object instanceof PyList) return object.items.length;
  if (object instanceof PyDeque) return object.length;
  if (object instanceof PyDict || object instanceof PySet) return object.size;
  return null;
}

/** How the call itself names the object: its receiver or one of its arguments. */
function nameOf(
  call: Expr & { kind: 'Call' },
  object: HeapObject,
  frame: FrameState,
  workings: Workings,
): string | null {
  const candidates = call.func.kind === 'Attribute' ? [call.func.value, ...call.args] : call.args;
  for (const c of candidates) if (frame.values.get(c) === object) return workings.addressed(c, frame.values);
  return null;
}

/** The text of a print as a value: its final line break is part of printing and left out. */
export function outputText(text: string): string {
  return shown(text.endsWith('\n') ? text.slice(0, -1) : text);
}

/** `str(exception)` as a value, or null when there is none or only user code could say. */
export function exceptionText(exception: PyException): string | null {
  if (exception.args.length !== 1) return null;
  const only = exception.args[0]!;
  if (exception.cls.name === 'KeyError' || typeof only !== 'string') return shown(display(only));
  return shown(only);
}
