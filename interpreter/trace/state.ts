// The state of a run as a cursor rebuilds it: frames with their variables and operands, globals, objects, output.
// Carries out rows of the journal and effects of instructions; knows nothing of chunks or positions.
import type { Program } from '../code.ts';
import type { PyException } from '../values/class.ts';
import { PyDict } from '../values/dict.ts';
import type { HeapObject, MutationKind, Value } from '../values/objects.ts';
import type { PyTuple } from '../values/tuple.ts';
import type { CursorFrame, Effect } from './frames.ts';
import type { EnteredFrame, JournalRows } from './journal.ts';
import type { Contents } from './layout.ts';
import { Mirrors } from './mirrors.ts';
import { ACTION } from './plan.ts';

const NO_NAMES = new Map<string, Value>();

export class State {
  readonly mirrors: Mirrors;
  /** The frames, outermost first. */
  frames: CursorFrame[] = [];
  /** Frames of generators that wait, by id. */
  suspended = new Map<number, CursorFrame>();
  globals = new Map<string, Value>();
  /** The exception being handled, or None. */
  handled: Value = null;
  /** How many objects have been seen. */
  objects = 0;
  /** How many texts have been printed, and all texts printed up to the furthest point. */
  prints = 0;
  readonly printed: string[] = [];
  /** What the current event did beside its own effect. */
  effects: Effect[] = [];
  /** Whether the current event's instruction raised: then it has no effect of its own. */
  raised = false;
  private inFlight: PyException | null = null;
  /** The frame that the current event leaves or suspends. */
  private left: CursorFrame | null = null;
  private readonly program: Program;

  constructor(program: Program, following: boolean) {
    this.program = program;
    this.mirrors = new Mirrors(following);
  }

  get top(): CursorFrame | undefined {
    return this.frames[this.frames.length - 1];
  }

  /** Prepares for the journal of an event. */
  begin(): void {
    this.effects = [];
    this.raised = false;
    this.left = null;
  }

  /** Carries out a row of the journal. */
  row(rows: JournalRows, index: number): void {
    const kind = rows.kinds[index];
    const subject = rows.subjects[index];
    switch (kind) {
      case 'object':
        this.objects++;
        this.mirrors.fill(
          subject as HeapObject,
          rows.a[index] as Contents,
          rows.b[index] as Contents | null,
        );
        return;
      case 'enter':
        return this.enter(subject as EnteredFrame);
      case 'leave':
      case 'suspend':
        return this.depart(kind);
      case 'resume':
        return this.resume(subject as number, rows.b[index] as Value);
      case 'raise':
        this.raised = true;
        this.inFlight = this.mirrors.object(subject as PyException);
        this.effects.push({ kind: 'raise', exception: this.inFlight });
        return;
      case 'unwind': {
        const frame = this.pop();
        this.effects.push({ kind: 'unwind', frame, exception: this.inFlight as PyException });
        return;
      }
      case 'catch':
        return this.catch(rows.b[index] as number);
      case 'output':
        if (this.prints === this.printed.length) this.printed.push(subject as string);
        this.prints++;
        this.effects.push({ kind: 'output', text: subject as string });
        return;
      case 'append':
      case 'set-item':
      case 'delete-item':
      case 'insert':
      case 'replace':
      case 'add':
      case 'clear':
      case 'set-attr':
      case 'delete-attr':
      case 'set-cell':
      case 'advance':
        return this.change(subject as HeapObject, kind, rows.a[index], rows.b[index]);
    }
  }

  private change(object: HeapObject, change: MutationKind, a: unknown, b: unknown): void {
    this.effects.push({ kind: 'mutate', object: this.mirrors.change(object, change, a, b), change });
  }

  private enter({ frameId, code, func, locals, native }: EnteredFrame): void {
    const slots: (Value | undefined)[] = [];
    for (const value of locals) slots.push(this.mirrors.of(value));
    const frame: CursorFrame = {
      id: frameId,
      code,
      func: this.mirrors.object(func),
      native,
      slots,
      stack: [],
      namespace: code.kind === 'class' ? classNames(code.qualname) : NO_NAMES,
      handled: null,
    };
    this.push(frame);
    this.effects.push({ kind: 'enter', frame });
  }

  /** A generator handles exceptions of its own, apart from those that who runs it is handling. */
  private push(frame: CursorFrame): void {
    this.frames.push(frame);
    if (frame.code.generator) [frame.handled, this.handled] = [this.handled, frame.handled];
  }

  private pop(): CursorFrame {
    const frame = this.frames.pop() as CursorFrame;
    if (frame.code.generator) [frame.handled, this.handled] = [this.handled, frame.handled];
    return frame;
  }

  private depart(kind: 'leave' | 'suspend'): void {
    const frame = this.pop();
    if (kind === 'suspend') this.suspended.set(frame.id, frame);
    this.left = frame;
    this.effects.push({ kind, frame });
  }

  private resume(id: number, sent: Value): void {
    const frame = this.suspended.get(id) as CursorFrame;
    this.suspended.delete(id);
    frame.stack.push(this.mirrors.of(sent));
    this.push(frame);
    this.effects.push({ kind: 'resume', frame });
  }

  private catch(depth: number): void {
    const frame = this.top as CursorFrame;
    const exception = this.inFlight as PyException;
    frame.stack.length = depth;
    frame.stack.push(exception);
    this.inFlight = null;
    this.effects.push({ kind: 'catch', frame, exception });
  }

  /** END_HANDLER restores what was handled before, then raises: to be done before its journal. */
  endHandler(): void {
    this.handled = this.top?.stack.at(-2) ?? null;
  }

  /** Carries out the effect of an instruction that did not raise. */
  instruction(action: number, pops: number, arg: number, value: Value | undefined): void {
    const frame = this.left ?? this.frames[this.frames.length - 1];
    const { stack } = frame;
    for (let i = 0; i < pops; i++) stack.pop();
    switch (action) {
      case ACTION.push:
        if (value !== undefined) stack.push(value);
        return;
      case ACTION.drop:
        return;
      case ACTION.storeLocal:
        frame.slots[arg] = value;
        return;
      case ACTION.storeGlobal:
        this.globals.set(this.program.names[arg], value as Value);
        return;
      case ACTION.storeName:
        frame.namespace.set(this.program.names[arg], value as Value);
        return;
      case ACTION.storeAnnotation:
        return annotate(frame, this.program.names[arg], value as Value);
      case ACTION.deleteLocal:
        frame.slots[arg] = undefined;
        return;
      case ACTION.deleteGlobal:
        this.globals.delete(this.program.names[arg]);
        return;
      case ACTION.deleteName:
        frame.namespace.delete(this.program.names[arg]);
        return;
      case ACTION.dropIfFalse:
        if (value === false) stack.pop();
        return;
      case ACTION.dropIfTrue:
        if (value === true) stack.pop();
        return;
      case ACTION.next:
        if (value === undefined) stack.pop();
        else stack.push(value);
        return;
      case ACTION.unpack: {
        const { items } = value as PyTuple;
        for (let i = items.length - 1; i >= 0; i--) stack.push(items[i]);
        return;
      }
      case ACTION.method: {
        const object = stack.pop();
        stack.push(value, object);
        return;
      }
      case ACTION.leave:
        stack.pop();
        if (!frame.native) this.top?.stack.push(value);
        return;
      case ACTION.yield:
        stack.pop();
        return;
      case ACTION.yieldFrom:
        stack.pop();
        if (this.left !== null) return;
        stack.pop();
        stack.push(value);
        return;
      case ACTION.swap: {
        const top = stack.length - 1;
        const other = stack.length - arg;
        [stack[top], stack[other]] = [stack[other], stack[top]];
        return;
      }
      case ACTION.reverse:
        stack.push(...stack.splice(stack.length - arg).reverse());
        return;
      case ACTION.pushHandled: {
        const exception = stack.pop() as Value;
        stack.push(this.handled, exception);
        this.handled = exception;
        return;
      }
      case ACTION.popHandled:
        this.handled = stack.pop() as Value;
        return;
      default:
        throw new Error(`no such action: ${action}`);
    }
  }
}

/** What the namespace of a class body begins with. */
function classNames(qualname: string): Map<string, Value> {
  return new Map([
    ['__module__', '__main__'],
    ['__qualname__', qualname],
  ]);
}

function annotate(frame: CursorFrame, name: string, value: Value): void {
  let annotations = frame.namespace.get('__annotations__');
  if (!(annotations instanceof PyDict)) {
    annotations = new PyDict();
    frame.namespace.set('__annotations__', annotations);
  }
  (annotations as PyDict).setSame(name, value);
}
