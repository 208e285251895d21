// The way back of a run: from the value that a call gave to the arguments that it came from. Every essential step
// of the call is told in reverse, but for names that had no part in it; each is bound to its events, so the checker
// holds the telling to the run in reverse order. Knows nothing of how inputs are asked for.
import type { Expr, Module, Node } from '../../grammar/ast.ts';
import { walk } from '../../grammar/index.ts';
import type { ClaimKind, SlotValue } from '../../verbalizer/claims.ts';
import type { LinePart } from '../../verbalizer/lines/part.ts';
import { lowerBound } from '../../verbalizer/fold/outline.ts';
import type { LoopSpan, Step, Story } from '../../verbalizer/steps/step.ts';
import { addedStep, statement, type Added } from './compose.ts';

/** What asks for more than the names of one function to be followed: then no step is left out. */
const CROSSING = new Set(['Global', 'Nonlocal', 'Lambda', 'Yield', 'YieldFrom', 'ClassDef']);

export interface WayBack {
  readonly story: Story;
  /** Steps of the run that are told. */
  readonly length: number;
}

/** What the way back is about. */
export interface Ends {
  /** The function that is called. */
  readonly func: string;
  /** The result to be given. */
  readonly value: string;
  /** The call as it is written. */
  readonly call: string;
  readonly events: number;
}

/** The way back from the end of the run's last call; null when it did not return that value. */
export function wayBack(
  story: Story,
  module: Module,
  lineAt: (node: Node) => number,
  ends: Ends,
): WayBack | null {
  const { func, value, call, events } = ends;
  const outer = story.calls.findLast(({ step }) => story.steps[step]!.depth === 1);
  if (outer === undefined || outer.returned < 0) return null;
  const entered = story.steps[outer.step]!;
  const back = story.steps[outer.returned]!;
  if (entered.facts['func'] !== func || (back.facts['chain'] as readonly string[]).at(-1) !== value)
    return null;

  const names = new Names(module, lineAt);
  const kept: Step[] = [];
  for (let i = outer.returned; i >= outer.step; i--) {
    const step = story.steps[i]!;
    if (step.essential && names.wants(step)) kept.push(step);
  }
  const steps: Step[] = [];
  const parts: LinePart[] = [];
  const add = (
    kind: ClaimKind,
    slots: Record<string, SlotValue>,
    near: Step,
    at: readonly [number, number],
  ): void => {
    const added: Added = { kind, slots, line: near.line, events: at };
    steps.push(addedStep(added, near, steps.length));
    parts.push(statement(added));
  };
  add('goal', { func, value }, back, [back.from, back.to]);
  parts.push({ kind: 'chapter', trace: story.trace!, until: null, backwards: true, own: true });
  // by place in the way back: the step of the run; the goal stands before it all
  const origins = [Infinity];
  for (const step of kept) {
    const turned = turn(step);
    if (turned === null) continue;
    origins.push(step.index);
    steps.push({ ...step, kind: turned.kind, facts: turned.facts, index: steps.length, loop: -1 });
  }
  add('input', { call, value }, entered, [0, events]);
  const loops = story.loops.flatMap((loop) => turnedLoop(loop, story.steps, origins) ?? []);
  return { story: { steps, loops, calls: [], parts }, length: kept.length };
}

/** Kinds of steps by which a round leaves its frame: such a round is told whatever is folded. */
const LEAVING = new Set<ClaimKind>(['return', 'yield', 'raise', 'escape']);

/** The loop as the way back has it, its last round first; null where its rounds cannot be told as one. */
function turnedLoop(loop: LoopSpan, steps: readonly Step[], origins: readonly number[]): LoopSpan | null {
  if (loop.cuts.length > 0) return null;
  const { frame } = loop;
  const bounds = [...loop.rounds, loop.end];
  const left = steps.slice(bounds.at(-2), loop.end).some((s) => s.frame === frame && LEAVING.has(s.kind));
  if (left) bounds.pop();
  if (bounds.length < 3) return null;
  // the first place of the way back that is before a step of the run
  const placeBefore = (step: number): number => lowerBound(origins.length, (i) => -origins[i]!, 1 - step);
  const rounds = bounds.slice(1).map(placeBefore).reverse();
  const end = placeBefore(bounds[0]!);
  // a round of which nothing is told cannot be counted
  if ([...rounds, end].some((place, i, all) => i > 0 && place === all[i - 1])) return null;
  return { step: -1, frame, rounds, end, cuts: [], backFrom: steps[loop.step]!.line };
}

/** The claim of the way back that is about a step; null for what the way back has no need of. */
function turn({ kind, facts, line }: Step): { kind: ClaimKind; facts: Record<string, SlotValue> } | null {
  const at = { ...facts, line: String(line) };
  switch (kind) {
    case 'return':
      return { kind: 'backReturn', facts: at };
    case 'yield':
      return { kind: 'backYield', facts: at };
    case 'bind':
      return { kind: 'backBind', facts: at };
    case 'unpack':
      return { kind: 'backUnpack', facts: at };
    case 'test':
      return { kind: 'backTest', facts: at };
    case 'round':
      return { kind: 'backRound', facts: at };
    case 'mutate':
      return { kind: 'backMutate', facts: at };
    case 'delete':
      return { kind: 'backDelete', facts: at };
    case 'raise':
      return { kind: 'backRaise', facts: at };
    case 'catch':
      return { kind: 'backCatch', facts: at };
    case 'call':
      return { kind: 'backCall', facts: { ...facts } };
    case 'done':
      return facts['why'] === 'break' ? { kind: 'backBreak', facts: at } : null;
    default:
      // what is printed or said on the way adds nothing to where the value came from
      return null;
  }
}

/** Follows, backwards, which names the value still depends on. */
class Names {
  private readonly reads = new Map<number, Set<string>>();
  private readonly calling = new Set<number>();
  private readonly wanted = new Set<string>();
  private readonly everything: boolean;

  constructor(module: Module, lineAt: (node: Node) => number) {
    let crossing = false;
    const inner = new Set<string>();
    walk(module, (node) => {
      if (CROSSING.has(node.kind)) crossing = true;
      if (node.kind === 'FunctionDef')
        for (const stmt of node.body)
          walk(stmt, (part) => void (part.kind === 'FunctionDef' && inner.add(part.name)));
      // a name is noted on every line of the expression, so that a statement over several lines has them all
      if (node.kind === 'Name') this.note(lineAt(node), node.id);
      if (node.kind === 'Call') this.calling.add(lineAt(node));
    });
    this.everything = crossing || inner.size > 0;
  }

  private note(line: number, name: string): void {
    const known = this.reads.get(line) ?? new Set<string>();
    this.reads.set(line, known.add(name));
  }

  /** Whether the step had a part in the value; to be asked of the steps in reverse order. */
  wants(step: Step): boolean {
    if (this.everything) return true;
    const target = step.kind === 'bind' ? (step.facts['target'] as string) : null;
    const plain = target !== null && /^[\p{L}_]\w*$/u.test(target);
    if (plain && !this.calling.has(step.line)) {
      const key = `${step.frame}:${target}`;
      if (!this.wanted.has(key)) return false;
      this.wanted.delete(key);
    }
    for (const name of this.reads.get(step.line) ?? []) {
      // the name that a line sets is read by it only in an augmented assignment
      if (name === target && step.facts['by'] === undefined && !this.readsItself(step)) continue;
      this.wanted.add(`${step.frame}:${name}`);
    }
    return true;
  }

  private readsItself(step: Step): boolean {
    const chain = step.facts['chain'] as readonly string[] | undefined;
    const target = step.facts['target'] as string;
    // the working begins with the source: `total + x` for `total += x`
    return chain !== undefined && new RegExp(`(?<![\\w.])${target}(?!\\w)`, 'u').test(chain[0]!);
  }
}

/** The function that a call names, when it is a plain call of a plain name with at least one argument. */
export function calledName(call: Expr): string | null {
  if (call.kind !== 'Call' || call.func.kind !== 'Name') return null;
  return call.args.length + call.keywords.length > 0 ? call.func.id : null;
}
