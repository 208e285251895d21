// What instructions do besides producing a value: objects changed by calls, text printed, exceptions.
import type { Call, Expr, Node } from '../../grammar/ast.ts';
import { Op } from '../../interpreter/opcodes.ts';
import { PyDeque } from '../../interpreter/values/deque.ts';
import { PyDict } from '../../interpreter/values/dict.ts';
import { PyList } from '../../interpreter/values/list.ts';
import { PySet } from '../../interpreter/values/set.ts';
import type { HeapObject, Value } from '../../interpreter/values/objects.ts';
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
/** Longer elements are abbreviated. */
export const LONGEST_ITEM = 120;
/** What is afterwards is better not said again and again when it is longer than this. */
const WIDE = 44;

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
  const method =
    node.func.kind === 'Attribute' ? node.func.attr : node.func.kind === 'Name' ? node.func.id : null;
  if (method !== null)
    Object.assign(facts, { how: method }, partsOf(node, method, frame, replay.value, workings));
  const grown = method !== null && GROWING.has(method) && facts['item'] !== undefined;
  const hints: (Hint | null)[] = [
    grown ? 'grown' : null,
    after === null ? 'long' : null,
    after === null || after.length > WIDE ? 'wide' : null,
    size === 0 ? 'empty' : null,
    object instanceof PyDict ? 'dict' : null,
    isPlain(facts['given']) ? 'plain' : null,
  ];
  return [{ facts, hints }];
}

/** A constant, or a name with its value. */
function isPlain(chain: SlotValue | undefined): boolean {
  return chain === undefined || chain.length === 1 || (chain.length === 2 && /^\w+$/.test(chain[0]!));
}

/** What a call that changes an object takes or gives, and where in the object. */
function partsOf(
  node: Call,
  method: string,
  frame: FrameState,
  value: Value | undefined,
  workings: Workings,
): Record<string, SlotValue> {
  const facts: Record<string, SlotValue> = {};
  const argument = (at: number): string | undefined => {
    const arg = node.args[at];
    const given = arg === undefined ? undefined : frame.values.get(arg);
    return given === undefined ? undefined : frame.values.shown(arg!, given, LONGEST_ITEM);
  };
  const { item, at } = PARTS[method] ?? {};
  const found =
    item === 'result' ? (value === undefined ? undefined : shown(value, LONGEST_ITEM)) : undefined;
  const thing = typeof item === 'number' ? argument(item) : found;
  const place = at === undefined ? undefined : argument(at);
  if (thing !== undefined) facts['item'] = thing;
  if (thing !== undefined && typeof item === 'number')
    facts['given'] = workings.stages(node.args[item]!, frame.values, thing);
  if (place !== undefined) facts['at'] = place;
  return facts;
}

/** Where a mutating call has its element (an argument, or what it gives) and its place in the object. */
const PARTS: Readonly<Record<string, { readonly item?: number | 'result'; readonly at?: number }>> = {
  add: { item: 0 },
  append: { item: 0 },
  appendleft: { item: 0 },
  discard: { item: 0 },
  extend: { item: 0 },
  extendleft: { item: 0 },
  heappop: { item: 'result' },
  heappush: { item: 1 },
  heappushpop: { item: 1 },
  insert: { item: 1, at: 0 },
  insort: { item: 1 },
  move_to_end: { item: 0 },
  pop: { item: 'result', at: 0 },
  popitem: { item: 'result' },
  popleft: { item: 'result' },
  remove: { item: 0 },
  rotate: { item: 0 },
  setdefault: { item: 1, at: 0 },
  update: { item: 0 },
};

function sizeOf(object: HeapObject): number | null {
  if (object instanceof PyList) return object.items.length;
  if (object instanceof PyDeque) return object.length;
  if (object instanceof PyDict || object instanceof PySet) return object.size;
  return null;
}

/** `d[key]` for `d.setdefault(key, …)`, which gives just that. */
function defaultOf(expr: Expr, { values }: FrameState): string | null {
  if (expr.kind !== 'Call' || expr.func.kind !== 'Attribute' || expr.func.attr !== 'setdefault') return null;
  const [key] = expr.args;
  const { value: dict } = expr.func;
  const value = key === undefined ? undefined : values.get(key);
  if (!(values.get(dict) instanceof PyDict) || dict.kind !== 'Name' || value === undefined) return null;
  const text = shortText(value, LONGEST_ITEM);
  return text === null ? null : `${dict.id}[${text}]`;
}

/** How the call itself names the object: its receiver or one of its arguments. */
export function nameOf(
  call: Expr & { kind: 'Call' },
  object: HeapObject,
  frame: FrameState,
  workings: Workings,
): string | null {
  const candidates = call.func.kind === 'Attribute' ? [call.func.value, ...call.args] : call.args;
  for (const c of candidates)
    if (frame.values.get(c) === object) return defaultOf(c, frame) ?? workings.addressed(c, frame.values);
  return null;
}

/** The text of a print as a value: its final line break is part of printing and left out. */
export function outputText(text: string): string {
  return shown(text.endsWith('\n') ? text.slice(0, -1) : text);
}
