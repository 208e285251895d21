// Folds that cross frames: calls of a recursion that are entered one inside the other, and the same calls when they
// come back. Their facts are computed from all that they cover, for the planner and for the checker.
import type { SlotValue } from '../claims.ts';
import { overAt, type CallSpan, type Step } from '../steps/step.ts';
import { shorten } from '../text/shorten.ts';
import { addLines, changesIn, onlyTest, ROOM, virtual, type Fold } from './fold.ts';
import type { Outline } from './outline.ts';

/** The functions of some calls: one by its name, several by a list. */
function setFunctions(
  steps: readonly Step[],
  calls: readonly CallSpan[],
  facts: Record<string, SlotValue>,
): void {
  const names = [...new Set(calls.map((call) => steps[call.step]!.facts['func'] as string))];
  if (names.length === 1) facts['func'] = names[0]!;
  else facts['funcs'] = names;
}

/** The arguments of a call, not too long; undefined when it has none. */
function argumentsOf(entered: Step): readonly string[] | undefined {
  const args = entered.facts['args'] as readonly string[] | undefined;
  return args?.map((text, i) => (i % 2 === 0 ? text : shorten(text, ROOM)));
}

/**
 * The calls before the last of `calls`, each made by the one before, told up to where the last one begins.
 * @param calls at least two
 */
export function foldDescent(outline: Outline, calls: readonly CallSpan[]): Fold {
  const { steps } = outline.story;
  const entered = calls.slice(0, -1);
  const [first, last] = [steps[entered[0]!.step]!, steps[entered.at(-1)!.step]!];
  const from = first.index;
  const to = calls.at(-1)!.step;
  const facts: Record<string, SlotValue> = { count: String(entered.length) };
  const parts = new Map([
    ['first', overAt(first)],
    ['last', overAt(last)],
  ]);
  setFunctions(steps, entered, facts);
  const [given, reached] = [argumentsOf(first), argumentsOf(last)];
  if (given !== undefined && reached !== undefined) Object.assign(facts, { first: given, last: reached });
  const test = testOf(outline, entered[0]!, calls[1]!);
  if (test !== null && entered.every((call, i) => testOf(outline, call, calls[i + 1]!) === test))
    facts[test.startsWith('1') ? 'holds' : 'fails'] = test.slice(1);
  const others = outline.callsIn(from, to) - entered.length;
  if (others > 0) facts['calls'] = String(others);
  changesIn(outline, last.index, to, last.frame).addTo(facts, parts, ROOM, true);
  addLines(outline, from, to, facts);
  return { from, to, step: virtual('descent', facts, first, to, outline.story, parts) };
}

const tests = new WeakMap<CallSpan, string | null>();

/** The only condition of a call's own before it makes the next. */
function testOf({ story: { steps } }: Outline, call: CallSpan, next: CallSpan): string | null {
  let test = tests.get(call);
  if (test === undefined)
    tests.set(call, (test = onlyTest(steps, call.step + 1, next.step, steps[call.step]!.frame)));
  return test;
}

/** How a call ended: its value with the mark of a return, or its exception. */
function endOf(steps: readonly Step[], { returned, raised }: CallSpan): { value?: string; type?: string } {
  if (returned < 0) return { type: raised!.type };
  const chain = steps[returned]!.facts['chain'] as readonly string[];
  return { value: shorten(chain[chain.length - 1]!, ROOM) };
}

/** Whether two calls end in the same way: both return, or the same kind of exception leaves them. */
export function endAlike(steps: readonly Step[], a: CallSpan, b: CallSpan): boolean {
  return endOf(steps, a).type === endOf(steps, b).type;
}

/**
 * Calls that waited, from the innermost to the outermost, told from a step of the first up to the end of the last. They
 * must end alike.
 */
export function foldAscent(outline: Outline, calls: readonly CallSpan[], from: number): Fold {
  const { steps } = outline.story;
  const [inner, outer] = [calls[0]!, calls.at(-1)!];
  const to = outer.end;
  const facts: Record<string, SlotValue> = { count: String(calls.length) };
  const parts = new Map([
    ['deep', overAt(steps[inner.step]!)],
    ['outer', overAt(steps[outer.step]!)],
  ]);
  setFunctions(steps, calls, facts);
  const [deep, far] = [argumentsOf(steps[inner.step]!), argumentsOf(steps[outer.step]!)];
  if (deep !== undefined && far !== undefined) Object.assign(facts, { deep, outer: far });
  const { value, type } = endOf(steps, inner);
  if (value === undefined) facts['type'] = type!;
  else if (calls.every((call) => endOf(steps, call).value === value)) facts['each'] = value;
  else {
    facts['given'] = value;
    facts['last'] = endOf(steps, outer).value!;
    parts.set('given', overAt(steps[inner.returned]!));
  }
  const others = outline.callsIn(from, to);
  if (others > 0) facts['calls'] = String(others);
  if (outer.leaves !== undefined) facts['leaves'] = outer.leaves;
  addLines(outline, from, to, facts);
  return { from, to, step: virtual('ascent', facts, steps[from]!, to, outline.story, parts) };
}
