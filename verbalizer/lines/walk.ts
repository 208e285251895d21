// From a trace to its account: one walk of the cursor, which notes for every line what it did to the state of its
// frame. Comprehensions have no frames of their own here (nor in Python from 3.12 on, PEP 709): what they do belongs
// to the line they stand in, and so does a class body. Knows no wording.
import type { Module, Node, Stmt } from '../../grammar/ast.ts';
import type { CodeKind } from '../../interpreter/code.ts';
import { OPCODE_ROWS, Op } from '../../interpreter/opcodes.ts';
import { Cursor, type CursorFrame, type Effect, type Trace } from '../../interpreter/trace/index.ts';
import { LineTracker } from '../../interpreter/trace/line-tracker.ts';
import type { PyException } from '../../interpreter/values/class.ts';
import type { Value } from '../../interpreter/values/objects.ts';
import { ProgramIndex } from '../steps/program-index.ts';
import { comesTo } from '../steps/sightings.ts';
import { LoopWatch } from './loop-watch.ts';
import { isSilent, type Account, type Activation, type Moment, type MomentKind } from './moment.ts';
import { valueText } from './shown.ts';
import { told } from './told.ts';
import { ValueList } from './value-list.ts';
import { storesName, Watch } from './watch.ts';

/** Frames that belong to the line of the frame below them. */
const TRANSPARENT: ReadonlySet<CodeKind> = new Set(['listcomp', 'setcomp', 'dictcomp', 'genexpr', 'class']);

/** What is remembered of a frame that is told of. */
interface Open {
  readonly frame: CursorFrame;
  moment: Moment | null;
  /** Frames below it. */
  depth: number;
  /** Another frame has been told of since its last moment. */
  away: boolean;
  /** The event with which control came back. */
  backAt: number;
  /** Names stored to since the last look. */
  readonly touched: Set<string>;
  /** Values that variables of comprehensions took since the last look. */
  readonly taken: Map<string, ValueList>;
  /** The statement it is in, and whether its condition has been looked at. */
  stmt: Stmt | null;
  tested: boolean;
  activation: Activation | null;
}

/** Makes the account of a trace. @throws Error when only the hash of the run was kept */
export function accountOf(trace: Trace): Account {
  return new Walk(trace).account();
}

class Walk {
  private readonly trace: Trace;
  private readonly cursor: Cursor;
  private readonly watch: Watch;
  private readonly index: ProgramIndex;
  private readonly tracker: LineTracker;
  private readonly loops: LoopWatch;
  private readonly open = new Map<number, Open>();
  private readonly moments: Moment[] = [];
  private readonly activations: Activation[] = [];
  private readonly statements = new Map<Moment, Stmt | null>();
  private readonly risen = new WeakSet<PyException>();
  private event = 0;
  /** The innermost frame that is told of, as the event begins. */
  private running: Open | null = null;
  private lastReturned: string | null = null;

  constructor(trace: Trace) {
    const { program } = trace;
    this.trace = trace;
    this.tracker = new LineTracker(program);
    this.cursor = new Cursor(trace);
    this.watch = new Watch(this.cursor, program);
    const modules = [program.module, program.call].flatMap((code) =>
      code === null ? [] : [code.node as Module],
    );
    this.index = new ProgramIndex(modules);
    this.loops = new LoopWatch(program);
  }

  account(): Account {
    while (!this.cursor.atEnd) this.step();
    for (const own of this.open.values()) this.look(own);
    const { moments, activations, loops } = this;
    loops.finish(moments.length);
    const last = moments.at(-1);
    if (last !== undefined) last.to = this.trace.length;
    for (const activation of activations) if (activation.end < 0) activation.end = moments.length;
    const dull = (moment: Moment): boolean =>
      (moment.kind === 'back' && moment.from === moment.to && isSilent(moment)) || this.isDull(moment);
    return told(
      { program: this.trace.program, trace: this.trace, moments, loops: loops.runs, activations },
      dull,
    );
  }

  private step(): void {
    const { cursor } = this;
    const { code: words, nodeAt } = this.trace.program;
    this.event = cursor.position;
    comesTo(this.event, true);
    const poised = cursor.poised();
    for (const frame of poised) this.reach(frame, nodeAt[frame.pc]!);
    const word = words[cursor.pc]!;
    const op: Op = word & 255;
    comesTo(this.event);
    this.running = this.host();
    cursor.step();
    let raised = false;
    for (const effect of cursor.effects) {
      if (effect.kind === 'raise') raised = true;
      this.effect(effect);
    }
    const frame = poised.at(-1);
    if (frame !== undefined && !raised && op !== Op.ENTER) this.ran(frame, op, word >>> 8, cursor.value);
  }

  /** The frame's open record; null for frames that are not told of. */
  private of(frame: CursorFrame | undefined): Open | null {
    return frame === undefined ? null : (this.open.get(frame.id) ?? null);
  }

  /** The innermost frame that is told of, among those from the top down. */
  private host(): Open | null {
    for (let i = this.cursor.frames.length - 1; i >= 0; i--) {
      const own = this.open.get(this.cursor.frames[i]!.id);
      if (own !== undefined) return own;
    }
    return null;
  }

  /** Control is at an instruction of the frame. */
  private reach(frame: CursorFrame, node: Node): void {
    const { pc } = frame;
    const arrives = this.tracker.arrives(frame.id, pc);
    const own = this.of(frame);
    if (own === null) return;
    this.decide(own, node);
    const before = this.moments.length;
    if (arrives) this.begin(own);
    else if (own.away) this.current(own);
    const began = this.moments.length > before && own.moment === this.moments.at(-1);
    const last = this.moments.length;
    if (own.moment !== null) this.loops.reach(frame, pc, own.moment.index, began ? own.moment.index : last);
    if (own.moment !== null && !this.statements.has(own.moment)) this.statements.set(own.moment, own.stmt);
  }

  /** A statement is over when control goes on to another; then its condition is decided. */
  private decide(own: Open, node: Node): void {
    const stmt = this.index.statementOf(node) ?? null;
    if (stmt === null || stmt === own.stmt) return;
    const { stmt: last } = own;
    if (own.tested && (last?.kind === 'If' || last?.kind === 'While')) {
      const truth = this.index.within(stmt, last, 'body');
      this.current(own).truth = truth;
      if (last.kind === 'While' && !truth) this.loops.over(own.frame.id);
    }
    own.tested = false;
    own.stmt = stmt;
  }

  /** The instruction ran in the frame. */
  private ran(frame: CursorFrame, op: Op, arg: number, value: Value | undefined): void {
    const { event } = OPCODE_ROWS[op]!;
    const own = this.of(frame);
    if (own === null) {
      if (event === 'stored' && (op === Op.STORE_FAST || op === Op.STORE_DEREF))
        this.takes(frame, arg, value);
      return;
    }
    if (event === 'tested') own.tested ||= own.stmt?.kind === 'If' || own.stmt?.kind === 'While';
    else if (event === 'next') {
      if (value !== undefined) return;
      this.current(own).done = true;
      this.loops.over(frame.id);
    } else if (storesName(op)) {
      const local = OPCODE_ROWS[op]!.operand !== 'name';
      own.touched.add(local ? frame.code.slotNames[arg]! : this.trace.program.names[arg]!);
    }
  }

  /** A variable of a comprehension took a value. */
  private takes(frame: CursorFrame, slot: number, value: Value | undefined): void {
    const own = this.host();
    if (own === null || value === undefined || frame.code.kind === 'class') return;
    if (slot >= frame.code.freeStart) {
      own.touched.add(frame.code.slotNames[slot]!); // a walrus binds a name of the frame around
      return;
    }
    const name = frame.code.slotNames[slot]!;
    let list = own.taken.get(name);
    if (list === undefined) own.taken.set(name, (list = new ValueList()));
    list.add(value);
  }

  private effect(effect: Effect): void {
    switch (effect.kind) {
      case 'mutate':
        if (effect.change !== 'advance' && effect.change !== 'set-cell') this.watch.mutated(effect);
        return;
      case 'enter':
        this.tracker.enter(effect.frame.id);
        this.enter(effect.frame, 'call');
        return;
      case 'resume':
        this.enter(effect.frame, 'resume');
        return;
      case 'leave':
      case 'suspend':
        this.leave(effect.frame, effect.kind, this.cursor.value ?? null);
        return;
      case 'raise': {
        // the frames that it leaves are gone from the cursor by now: where it rose is where the event began
        const origin = this.running ?? this.host();
        if (origin !== null && !this.risen.has(effect.exception))
          this.current(origin).risen.push(effect.exception.cls.name);
        this.risen.add(effect.exception);
        if (origin !== null) this.current(origin).raised = valueText(effect.exception);
        return;
      }
      case 'unwind': {
        const own = this.of(effect.frame);
        if (own !== null && own.frame.code.kind !== 'call')
          this.current(own).raised = valueText(effect.exception);
        this.leave(effect.frame, 'unwind', null);
        return;
      }
      case 'output': {
        const own = this.host();
        if (own !== null) this.current(own).printed += effect.text;
        return;
      }
      case 'catch': {
        const own = this.host();
        if (own !== null) this.current(own).raised = valueText(effect.exception);
        return;
      }
    }
  }

  private enter(frame: CursorFrame, kind: 'call' | 'resume'): void {
    const { code } = frame;
    if (TRANSPARENT.has(code.kind)) {
      if (kind === 'call') this.tracker.arrives(frame.id, code.start);
      return;
    }
    // the frame is on top already: who runs below it is cut off
    const { frames } = this.cursor;
    for (let i = frames.length - 2; i >= 0; i--) {
      const below = this.open.get(frames[i]!.id);
      if (below === undefined) continue;
      // its moment ends with this event
      comesTo(this.event, true);
      this.look(below);
      comesTo(this.event);
      below.away = true;
      break;
    }
    let own = this.open.get(frame.id);
    if (own === undefined) {
      own = {
        frame,
        moment: null,
        depth: 0,
        away: false,
        backAt: -1,
        touched: new Set(),
        taken: new Map(),
        stmt: null,
        tested: false,
        activation: null,
      };
      this.open.set(frame.id, own);
    }
    own.depth = frames.length - 1;
    if (code.kind === 'module' || code.kind === 'call') return;
    own.away = false;
    const first = this.add(own, kind);
    own.activation = { start: first.index, end: -1 };
    this.activations.push(own.activation);
    if (kind === 'resume') return;
    first.changes.push(...this.watch.take(frame, null));
    if (this.tracker.arrives(frame.id, code.start)) this.begin(own, this.event + 1);
  }

  private leave(frame: CursorFrame, how: 'leave' | 'suspend' | 'unwind', value: Value): void {
    const own = this.of(frame);
    if (own !== null) {
      this.look(own);
      this.ended(own, how, value);
      if (own.activation !== null) own.activation.end = this.moments.length;
      own.activation = null;
    }
    if (how === 'suspend') this.loops.suspended(frame.id);
    else {
      this.loops.left(frame.id, this.moments.length);
      this.tracker.leave(frame.id);
      this.watch.forget(frame.id);
      this.open.delete(frame.id);
    }
    const below = this.host();
    if (own !== null && below !== null) below.backAt = this.event + 1;
  }

  private ended(own: Open, how: 'leave' | 'suspend' | 'unwind', value: Value): void {
    const { kind } = own.frame.code;
    if (kind === 'module') return;
    if (how === 'unwind') {
      if (kind !== 'call') this.current(own).left = true;
      return;
    }
    const text = valueText(value);
    if (how === 'suspend') this.current(own).yielded = text;
    // what was returned last is the result, unless the call expression makes something else of it
    else if (kind !== 'call' || this.lastReturned !== text) this.current(own).returned = text;
    this.lastReturned = how === 'leave' ? text : null;
  }

  /** A line of the frame begins. */
  private begin(own: Open, from = this.event): void {
    const { kind } = own.frame.code;
    if (kind === 'lambda' || kind === 'call') return;
    this.look(own);
    own.away = false;
    this.add(own, 'line', from);
  }

  /** Notes in the frame's moment what changed since the last look. */
  private look(own: Open): void {
    if (own.frame.code.kind === 'call') return;
    const changes = this.watch.take(own.frame, own.touched);
    if (changes.length > 0) this.current(own).changes.push(...changes);
    for (const [name, list] of own.taken) this.current(own).taken.push({ name, values: list.text });
    own.touched.clear();
    own.taken.clear();
  }

  /** The moment that the frame is in; a new one when control came back to it. */
  private current(own: Open): Moment {
    if (own.moment !== null && !own.away) return own.moment;
    own.away = false;
    return this.add(own, own.frame.code.kind === 'call' ? 'result' : 'back', own.backAt);
  }

  private add(own: Open, kind: MomentKind, from = this.event): Moment {
    const { frame } = own;
    const last = this.moments.at(-1);
    const start = Math.max(from, last?.from ?? 0);
    if (last !== undefined) last.to = start;
    const known = kind === 'call' ? 0 : this.tracker.lineOf(frame.id);
    const moment: Moment = {
      kind,
      index: this.moments.length,
      from: start,
      to: start,
      frame: frame.id,
      func: frame.code.qualname.replaceAll('<locals>.', ''),
      depth: own.depth,
      line: known > 0 ? known : frame.code.source.lineAt(frame.code.node.span.start),
      changes: [],
      taken: [],
      truth: null,
      done: false,
      printed: '',
      returned: null,
      yielded: null,
      raised: null,
      risen: [],
      left: false,
    };
    this.moments.push(moment);
    own.moment = moment;
    return moment;
  }

  /** Definitions, imports and declarations say nothing of the run when they go well. */
  private isDull(moment: Moment): boolean {
    if (moment.kind !== 'line' && moment.kind !== 'back') return false;
    if (moment.printed !== '' || moment.raised !== null || moment.left || moment.returned !== null)
      return false;
    const stmt = this.statements.get(moment) ?? null;
    switch (stmt?.kind) {
      case 'FunctionDef':
      case 'ClassDef':
      case 'Import':
      case 'ImportFrom':
      case 'Global':
      case 'Nonlocal':
        return true;
      case 'Expr':
        return stmt.value.kind === 'Constant' && moment.changes.length === 0;
      default:
        return false;
    }
  }
}
