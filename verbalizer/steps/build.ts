// Builds the steps of a run by walking its trace once, event by event. Reads the trace through `replay.ts` and never
// the VM; says what happened, not how it will be worded.
import type { Node, Stmt } from '../../grammar/ast.ts';
import { Op, OPCODE_ROWS } from '../../interpreter/opcodes.ts';
import type { Value } from '../../interpreter/values/objects.ts';
import type { ClaimKind, SlotValue } from '../claims.ts';
import { Bindings } from './bindings.ts';
import { Conditions } from './conditions.ts';
import { isExpression } from '../../grammar/expressions.ts';
import { mutationsOf, nameOf, outputText } from './effects.ts';
import { givenEnds, isMaking, isSpecial, LastArgs, resumed, siteOf } from './calls.ts';
import { called, collect, observe, filtersByValue, told } from './each.ts';
import { FrameState } from './frame.ts';
import { shown } from './shown.ts';
import { comesTo } from './sightings.ts';
import { phraseOf } from './methods.ts';
import { isIterator, kindHint } from './value-hints.ts';
import { Leaves } from './leaves.ts';
import { Loops } from './loops.ts';
import { exceptionText, raiseFacts } from './raises.ts';
import { Lows } from './lows.ts';
import { ProgramIndex } from './program-index.ts';
import type { FrameEntry, Replay, TraceEffect } from './replay.ts';
import { HINTS, hintsOf, type Hint } from './hint.ts';
import type { StepSink } from './sink.ts';
import type { CallSpan, LoopSpan, Step, Story } from './step.ts';
import { Workings } from './working.ts';

/** Steps that use what comprehensions and lambdas have made. */
// prettier-ignore
const USING = new Set<ClaimKind>(['bind', 'unpack', 'return', 'test', 'mutate', 'print', 'loop', 'yield', 'raise']);

/** Walks a replay and collects steps. One builder per run. */
export class StepBuilder implements StepSink {
  readonly index: ProgramIndex;
  readonly workings = new Workings();
  readonly steps: Step[] = [];
  readonly loopSpans: LoopSpan[] = [];
  private readonly callSpans: CallSpan[] = [];
  event = 0;
  /** True while steps are told of a statement that was over before the current event. */
  private settling = false;
  private readonly replay: Replay;
  private readonly frames: FrameState[] = [];
  private readonly suspended = new Map<number, FrameState>();
  private readonly lows = new Lows();
  private readonly lastArgs = new LastArgs();
  private readonly raised = new WeakSet<object>();
  private readonly bindings = new Bindings(this);
  private readonly conditions = new Conditions(this);
  private readonly loops = new Loops(this);
  private readonly leaves: Leaves;

  constructor(replay: Replay) {
    this.replay = replay;
    this.index = new ProgramIndex(replay.modules);
    this.leaves = new Leaves(replay);
  }

  /** Walks the whole trace. */
  build(): Story {
    while (this.replay.next()) this.take();
    // a run cut short by a limit leaves frames behind
    while (this.frames.length > 0) this.close(this.frames.pop()!);
    // and a generator that nobody asks again never comes to its end
    for (const frame of this.suspended.values()) {
      for (const loop of frame.loops) loop.span.cuts.push(frame.left);
      if (frame.span !== null) frame.span.cut = true;
      this.close(frame);
    }
    return { steps: this.steps, loops: this.loopSpans, calls: this.callSpans };
  }

  local(name: string): Value | undefined {
    return this.replay.local(name);
  }

  /** Ends the spans of a frame that is left. */
  private close(frame: FrameState): void {
    for (const loop of frame.loops) loop.span.end = this.steps.length;
    frame.loops.length = 0;
    if (frame.span !== null) frame.span.end = this.steps.length;
  }

  emit(
    frame: FrameState,
    kind: ClaimKind,
    facts: Record<string, SlotValue>,
    hints: (Hint | null)[] = [],
    essential = true,
  ): number {
    if (frame.pending.length > 0 && USING.has(kind)) this.tellPending(frame);
    let bits = hintsOf(hints);
    const stmt = frame.stmt;
    const branch = frame.branch;
    if (branch !== null && stmt !== null && kind !== 'effect') {
      if (this.index.within(stmt, branch.stmt, branch.truth ? 'body' : 'orelse')) {
        if (!(stmt.kind === 'If' && !branch.truth)) bits |= HINTS.branch;
      }
      frame.branch = null;
    }
    if (frame.depth === 0) bits |= HINTS.module;
    // a loop without a test begins with the first step in it, which is not inside itself
    const loop = frame.loops.findLast(({ span }) => span.step < this.steps.length);
    this.lows.note(this.steps.length, this.heightOf(frame));
    this.steps.push({
      kind,
      facts,
      index: this.steps.length,
      from: Math.min(frame.from, this.event),
      to: this.settling ? this.event : this.event + 1,
      line: stmt === null ? frame.line : this.replay.lineOf(stmt),
      frame: frame.id,
      depth: frame.depth,
      essential,
      loop: loop === undefined ? -1 : loop.span.step,
      hints: bits,
    });
    return this.steps.length - 1;
  }

  /** How many frames are open below the frame. */
  private heightOf(frame: FrameState): number {
    // a frame that is not on top is about to be entered, or has just been left
    return this.frames.at(-1) === frame ? this.frames.length - 1 : this.frames.length;
  }

  /** Tells what comprehensions and lambdas did for the step that comes next. */
  private tellPending(frame: FrameState): void {
    for (const collection of frame.pending.splice(0)) {
      const facts = told(collection);
      if (facts === null) continue;
      const hints = [
        facts['test'] === undefined ? null : ('compare' as const),
        filtersByValue(collection) ? ('plain' as const) : null,
      ];
      this.emit(frame, 'each', facts, hints, false);
    }
  }

  /** The frame that the current event runs in. */
  private top(): FrameState | undefined {
    return this.frames.at(-1);
  }

  private take(): void {
    const { replay } = this;
    this.event = replay.index;
    comesTo(this.event);
    this.bindings.knew = null;
    const node = replay.node;
    const op = replay.op;
    if (replay.mutates) for (const frame of this.frames) frame.values.freeze();
    replay.apply();
    // the instruction that a generator goes on with is its own, not its consumer's
    const { effects } = replay;
    // most events have none, and an iterator for each would be much of what a story allocates
    for (let i = 0; i < effects.length; i++) {
      const effect = effects[i]!;
      if (effect.kind === 'resume') this.resume(effect.frameId);
    }
    if (op !== Op.ENTER) this.moveTo(node);
    const running = this.top();
    let printed = '';
    for (let i = 0; i < effects.length; i++) {
      const effect = effects[i]!;
      if (effect.kind === 'output') printed += effect.text;
      else this.effect(effect, node, op);
    }
    if (printed !== '' && running !== undefined) this.emit(running, 'print', { text: outputText(printed) });
    // a frame that yields is gone from the stack by now, and its event is still its own
    const frame = op === Op.YIELD_VALUE || op === Op.YIELD_FROM ? running : this.top();
    if (frame !== undefined && op !== Op.ENTER && op !== Op.RETURN) this.value(frame, node, op, replay.value);
    if (op === Op.RETURN) this.returned(replay.value);
  }

  private resume(frameId: number): void {
    const frame = this.suspended.get(frameId);
    if (frame === undefined) return;
    this.suspended.delete(frameId);
    // what others did meanwhile, other than to have it go on, stands between its steps
    if (this.lows.since(frame.left) < this.frames.length) {
      for (const loop of frame.loops) loop.span.cuts.push(frame.left);
      if (frame.span !== null) frame.span.cut = true;
    }
    this.frames.push(frame);
  }

  /** Notes that control reached a node: a new statement may begin, and the one before is then over. */
  private moveTo(node: Node): void {
    const frame = this.top();
    if (frame === undefined) return;
    const stmt = this.index.statementOf(node) ?? null;
    if (stmt === frame.stmt) return;
    this.settling = true;
    comesTo(this.event, true);
    this.conditions.settle(frame, stmt);
    this.loops.settle(frame, stmt);
    this.settling = false;
    comesTo(this.event);
    this.caught(frame, stmt);
    frame.begin(stmt, this.event);
    if (stmt?.kind === 'Break') this.loops.broken(frame);
    else if (stmt !== null && frame.telling === 'full') this.way(frame, stmt);
  }

  /** Statements that only direct control, and the blocks that are entered without a condition. */
  private way(frame: FrameState, stmt: Stmt): void {
    const what =
      stmt.kind === 'Continue' || stmt.kind === 'Pass'
        ? stmt.kind.toLowerCase()
        : this.index.placeOf(stmt).block === 'finalbody' && this.index.placeOf(stmt).first
          ? 'finally'
          : null;
    if (what !== null) this.emit(frame, 'effect', { what }, [], false);
  }

  private caught(frame: FrameState, next: Stmt | null): void {
    if (frame.caught === null || next === null) return;
    for (let at: Stmt | null = next; at !== null; at = this.index.placeOf(at).parent) {
      const place = this.index.placeOf(at);
      if (place.block === 'handler' || place.block === 'finalbody') {
        const type = frame.caught;
        frame.caught = null;
        frame.stmt = next;
        if (place.block === 'handler') {
          const name = this.index.handlerOf(at)?.name;
          this.emit(frame, 'catch', name == null ? { type } : { type, name });
        }
        return;
      }
    }
  }

  private effect(effect: TraceEffect, node: Node, op: Op): void {
    const frame = this.top();
    switch (effect.kind) {
      case 'enter':
        this.entered(effect.frame);
        return;
      case 'leave':
        return; // `returned` sees to it
      case 'suspend':
        if (frame !== undefined) {
          this.frames.pop();
          frame.left = this.steps.length;
          this.suspended.set(frame.id, frame);
        }
        return;
      case 'resume':
      case 'output':
        return; // `take` sees to them
      case 'raise':
        if (frame !== undefined && !this.raised.has(effect.exception)) {
          this.raised.add(effect.exception);
          const facts = raiseFacts(effect.exception, frame, node, this.workings);
          this.conditions.settle(frame, null);
          this.emit(frame, 'raise', facts, [facts['text'] === undefined ? 'empty' : null]);
        }
        return;
      case 'unwind':
        if (frame !== undefined) {
          if (frame.span !== null)
            frame.span.raised = { type: effect.exception.cls.name, text: exceptionText(effect.exception) };
          if (frame.telling === 'full' && frame.depth > 0)
            this.emit(frame, 'escape', { func: frame.name, type: effect.exception.cls.name }, [], false);
          this.close(frame);
          this.frames.pop();
          this.leave(frame);
        }
        return;
      case 'catch':
        if (frame !== undefined) frame.caught = effect.exception.cls.name;
        return;
      case 'mutate':
        this.leaves.changed(effect.object);
        if (frame !== undefined)
          for (const change of mutationsOf(effect, frame, node, op, this.workings, this.replay))
            this.emit(frame, 'mutate', change.facts, change.hints);
        return;
    }
  }

  private entered(entry: FrameEntry): void {
    const caller = this.top();
    const full = entry.kind === 'function' || entry.kind === 'module' || entry.kind === 'call';
    const depth = caller === undefined ? 0 : caller.depth + (full ? 1 : 0);
    const frame = new FrameState(entry, depth, full ? 'full' : 'quiet');
    frame.from = this.event;
    if (entry.kind === 'function') {
      const args: string[] = [];
      for (const [name, value] of entry.args) {
        const ends = caller === undefined ? undefined : givenEnds(caller, value);
        const text = shown(value, undefined, ends);
        if (!(entry.method && args.length === 0 && (name === 'self' || name === 'cls')))
          args.push(name, text);
        this.bindings.know(frame, name, value, ends);
      }
      const facts: Record<string, SlotValue> = { func: entry.name };
      if (args.length > 0) facts['args'] = args;
      if (entry.method && isMaking(entry)) facts['cls'] = entry.name.slice(0, -'.__init__'.length);
      if (facts['cls'] === undefined && caller !== undefined)
        Object.assign(facts, siteOf(entry, caller, this.workings));
      if (caller?.kind === 'function' && caller.name === entry.name && caller.line === entry.line)
        facts['again'] = '1';
      frame.facts = facts;
      frame.setting = facts['sets'] !== undefined;
      Object.assign(facts, this.lastArgs.repeated(entry.name, args));
      frame.nested = facts['again'] !== undefined;
      if (frame.nested && caller !== undefined) caller.nested = true;
      const hints: (Hint | null)[] = [
        args.length === 0 ? 'empty' : null,
        facts['cls'] === undefined ? null : 'making',
        frame.nested ? 'nested' : null,
      ];
      const step = this.emit(frame, 'call', facts, hints);
      const told = this.innermostTold()?.id ?? -1;
      frame.span = { step, end: step + 1, returned: -1, raised: null, cut: false, caller: told };
      this.leaves.begin(
        frame,
        entry.shared.length > 0 ? [...entry.args, ...entry.shared] : entry.args,
        entry.node,
      );
      this.callSpans.push(frame.span);
    } else if (!full && caller?.telling === 'full') this.collectFor(caller, frame, entry);
    this.frames.push(frame);
  }

  /** A comprehension or lambda begins: what it does belongs to the statement of its caller. */
  private collectFor(caller: FrameState, frame: FrameState, entry: FrameEntry): void {
    const known = caller.pending.find((c) => c.node === entry.node && c.node.kind === 'Lambda');
    frame.collection = known ?? collect(entry.node, caller);
    frame.args = entry.args;
    if (known === undefined && frame.collection !== null) caller.pending.push(frame.collection);
  }

  /** What an instruction that stays in its frame tells. */
  private value(frame: FrameState, node: Node, op: Op, value: Value | undefined): void {
    if (frame.collection !== null) observe(frame.collection, frame, node, op, value);
    switch (OPCODE_ROWS[op]!.event) {
      case 'produced':
      case 'called':
        if (value === undefined) {
          if (OPCODE_ROWS[op]!.event === 'called' && isExpression(node)) frame.awaiting = node;
          return;
        }
        if (op === Op.GET_ITER) {
          if (frame.telling === 'full') this.loops.begin(frame, node);
        } else if (op === Op.COPY || op === Op.IMPORT_NAME || op === Op.IMPORT_FROM) return;
        else if (node.kind === 'AugAssign') frame.see(this.workings.sumOf(node), value);
        else if (isExpression(node)) frame.see(node, value);
        return;
      case 'tested':
        frame.tested = value === true;
        if (isExpression(node) && node.kind !== 'BoolOp') {
          frame.values.decide(node, value === true);
          this.conditions.choose(frame, this.index.choiceOf(node));
        }
        return;
      case 'next':
        if (frame.telling === 'full' && frame.stmt?.kind === 'For')
          this.loops.next(frame, value === undefined);
        return;
      case 'stored':
        if (value !== undefined && frame.telling === 'full') this.bindings.stored(frame, node, op, value);
        this.forget(frame);
        if (value !== undefined && frame.outer !== null) this.leaves.rebound(frame, node, value);
        return;
      case 'yielded':
        frame.yielded = true;
        if (value !== undefined && frame.telling === 'full') {
          const text = shown(value);
          const yielded =
            node.kind === 'Yield' && node.value !== null
              ? this.workings.stages(node.value, frame.values, text)
              : [text];
          this.emit(frame, 'yield', { func: frame.name, chain: yielded }, [kindHint(value)]);
        }
        return;
      case 'none':
        if (frame.telling === 'full') this.bindings.removed(frame, node, op);
        this.forget(frame);
        return;
      case 'unpacked':
      case 'method':
      case 'returned':
        return;
    }
  }

  /** What names were known to be is no longer so where they were stored to without being told, or by others. */
  private forget(frame: FrameState): void {
    const { named } = this.replay;
    if (named === null) return;
    if (this.bindings.knew !== named.name) frame.unknow(named.name);
    if (!named.shared) return;
    for (const others of [this.frames, this.suspended.values()])
      for (const other of others) if (other !== frame) other.unknow(named.name);
  }

  private returned(value: Value | undefined): void {
    const frame = this.frames.pop();
    if (frame === undefined || value === undefined) return;
    const given = frame.stmt?.kind === 'Return' ? frame.stmt.value : null;
    const left = typeof value === 'string' && given !== null ? frame.values.endsOf(given) : undefined;
    if (frame.telling === 'full') this.tellReturn(frame, value);
    else if (frame.kind === 'lambda' && frame.collection !== null)
      called(frame.collection, frame.args, value);
    this.close(frame);
    this.leave(frame);
    const caller = this.top();
    if (caller !== undefined && !frame.native && caller.awaiting !== null) {
      caller.see(caller.awaiting, value);
      if (frame.kind === 'function') caller.values.markTold(caller.awaiting);
      if (left !== undefined) caller.values.setEnds(caller.awaiting, left);
      caller.awaiting = null;
    }
    if (caller?.telling === 'full' && frame.kind === 'function' && caller.facts !== null)
      this.emit(caller, 'resume', resumed(caller.facts), [caller.nested ? 'nested' : null], false);
  }

  /** Notes what a call that is over has changed. */
  private leave(frame: FrameState): void {
    if (frame.span === null) return;
    const caller = this.innermostTold();
    const call = caller?.awaiting ?? null;
    const left = this.leaves.end(frame, (object) => {
      const known =
        caller !== undefined && call?.kind === 'Call' ? nameOf(call, object, caller, this.workings) : null;
      return known ?? this.replay.nameOf(object);
    });
    if (left === null) return;
    frame.span.leaves = left.own;
    if (left.there.length > 0) frame.span.here = left.there;
  }

  /** The innermost frame that is told; comprehensions and lambdas are not. */
  private innermostTold(): FrameState | undefined {
    for (let i = this.frames.length - 1; i >= 0; i--)
      if (this.frames[i]!.telling === 'full') return this.frames[i];
    return undefined;
  }

  private tellReturn(frame: FrameState, value: Value): void {
    const given = frame.stmt?.kind === 'Return' ? frame.stmt.value : null;
    const text = frame.values.shown(given, value);
    if (frame.depth === 0) {
      const call = this.replay.callNode;
      if (frame.kind === 'call' && call !== null)
        this.emit(
          frame,
          'result',
          { chain: this.workings.stages(call, frame.values, text) },
          [],
          call.kind !== 'Call',
        );
      return;
    }
    const stmt = frame.stmt;
    const source = stmt?.kind === 'Return' ? stmt.value : null;
    const stages =
      source === null
        ? [text]
        : isIterator(value)
          ? [this.workings.addressed(source, frame.values)]
          : this.workings.stages(source, frame.values, text);
    const hints: (Hint | null)[] = [
      kindHint(value),
      stages.length === 1 ? 'plain' : null,
      source === null ? 'implicit' : null,
    ];
    const caller = this.top();
    // what nobody looks at is not worth a word
    const unused = caller?.stmt?.kind === 'Expr' && caller.awaiting === caller.stmt.value;
    const trivial = source === null && value === null && (isSpecial(frame.name) || unused || frame.setting);
    const facts: Record<string, SlotValue> = { func: frame.name, chain: stages };
    const said = source === null ? null : phraseOf(source, text, frame.values, this.workings);
    if (said !== null) facts['said'] = said;
    if (frame.yielded && source === null) facts['what'] = 'exhausted';
    const step = this.emit(frame, 'return', facts, hints, !trivial);
    if (frame.span !== null) frame.span.returned = step;
  }
}
