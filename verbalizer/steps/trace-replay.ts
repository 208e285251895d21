// The replay of a recorded trace: the cursor, seen as the step builder wants it.
import type { Expr, Module, Node, Stmt } from '../../grammar/ast.ts';
import { Op, OPCODE_ROWS } from '../../interpreter/opcodes.ts';
import { Cursor, type CursorFrame, type Effect, type Trace } from '../../interpreter/trace/index.ts';
import { PyCell } from '../../interpreter/values/function.ts';
import type { HeapObject, Value } from '../../interpreter/values/objects.ts';
import type { FrameEntry, Replay, TraceEffect } from './replay.ts';

export class TraceReplay implements Replay {
  readonly modules: readonly Module[];
  readonly callNode: Expr | null;
  index = 0;
  node: Node;
  op: Op = Op.NOP;
  private pc = 0;
  private readonly lines = new Map<Stmt, number>();
  value: Value | undefined;
  effects: readonly TraceEffect[] = [];
  private readonly cursor: Cursor;
  private readonly trace: Trace;

  constructor(trace: Trace) {
    const { program } = trace;
    this.trace = trace;
    this.cursor = new Cursor(trace);
    const call = program.call === null ? null : (program.call.node as Module);
    this.modules = call === null ? [program.module.node as Module] : [program.module.node as Module, call];
    const asked = call?.body[0];
    this.callNode = asked?.kind === 'Expr' ? asked.value : null;
    this.node = program.module.node;
  }

  get mutates(): boolean {
    return this.cursor.mutates;
  }

  next(): boolean {
    const { cursor } = this;
    if (cursor.atEnd) return false;
    const { program } = this.trace;
    const { pc } = cursor;
    this.pc = pc;
    this.index = cursor.position;
    this.node = program.nodeAt[pc];
    this.op = program.code[pc] & 255;
    return true;
  }

  lineOf(stmt: Stmt): number {
    let line = this.lines.get(stmt);
    if (line === undefined) {
      const { program } = this.trace;
      // the call expression is a text of its own, of one line
      line =
        program.call?.node === this.modules[1] && this.modules[1]?.body[0] === stmt
          ? 1
          : program.module.source.lineAt(stmt.span.start);
      this.lines.set(stmt, line);
    }
    return line;
  }

  get named(): { name: string; shared: boolean } | null {
    const { program } = this.trace;
    const word = program.code[this.pc]!;
    const { operand, event } = OPCODE_ROWS[this.op]!;
    if (!REBINDING.has(this.op) && event !== 'stored') return null;
    if (operand === 'name')
      return this.op === Op.STORE_ATTR ? null : { name: program.names[word >>> 8]!, shared: true };
    if (operand !== 'local' && operand !== 'cell') return null;
    const slots = this.cursor.top?.code.slotNames;
    return slots === undefined ? null : { name: slots[word >>> 8]!, shared: operand === 'cell' };
  }

  apply(): void {
    this.cursor.step();
    this.value = this.cursor.value;
    const { effects } = this.cursor;
    this.effects =
      effects.length === 0
        ? NONE
        : effects.map((effect, i) => this.told(effect, effects, i)).filter((e) => e !== null);
  }

  globals(): Iterable<readonly [string, Value]> {
    return this.cursor.globals;
  }

  local(name: string): Value | undefined {
    const frame = this.cursor.top;
    return frame === undefined ? undefined : this.cursor.local(frame, name);
  }

  nameOf(object: HeapObject): string | null {
    const frame = this.cursor.top;
    if (frame === undefined) return null;
    for (const [name, value] of this.cursor.locals(frame)) if (value === object) return name;
    return null;
  }

  private told(effect: Effect, all: readonly Effect[], at: number): TraceEffect | null {
    switch (effect.kind) {
      case 'enter':
        return { kind: 'enter', frame: this.entry(effect.frame) };
      case 'leave':
        return { kind: 'leave' };
      case 'suspend':
        return { kind: 'suspend' };
      case 'resume':
        return { kind: 'resume', frameId: effect.frame.id };
      case 'raise':
        return { kind: 'raise', exception: effect.exception };
      case 'unwind':
      case 'catch':
        return { kind: effect.kind, exception: effect.exception };
      case 'output':
        return { kind: 'output', text: effect.text };
      case 'mutate': {
        if (effect.change === 'advance' || effect.change === 'set-cell') return null;
        const last = !all.some(
          (later, i) => i > at && later.kind === 'mutate' && later.object === effect.object,
        );
        return { kind: 'mutate', object: effect.object, last };
      }
    }
  }

  private entry(frame: CursorFrame): FrameEntry {
    const { code } = frame;
    const { frames } = this.cursor;
    const caller = frames[frames.indexOf(frame) - 1];
    const args: [string, Value][] = [];
    const count = code.argCount + code.kwonly + (code.varArgs ? 1 : 0) + (code.varKeywords ? 1 : 0);
    for (let slot = 0; slot < count; slot++) {
      const name = code.slotNames[slot];
      const value = this.cursor.local(frame, name);
      if (value !== undefined) args.push([name, value]);
    }
    const shared: [string, Value][] = [];
    for (let slot = count; slot < code.slots; slot++) {
      const cell = frame.slots[slot];
      if (cell instanceof PyCell && cell.value !== undefined) shared.push([code.slotNames[slot], cell.value]);
    }
    const method =
      code.kind === 'function' &&
      code.qualname !== code.name &&
      !code.qualname.endsWith(`<locals>.${code.name}`);
    return {
      id: frame.id,
      name: method ? code.qualname : code.name,
      kind: code.kind,
      node: code.node,
      line: code.source.lineAt(code.node.span.start),
      native: frame.native,
      site: frame.native && caller !== undefined ? this.trace.program.nodeAt[caller.pc] : null,
      method,
      args,
      shared,
    };
  }
}

/** Instructions that unbind a name. */
const REBINDING: ReadonlySet<Op> = new Set([
  Op.DELETE_FAST,
  Op.DELETE_DEREF,
  Op.DELETE_GLOBAL,
  Op.DELETE_NAME,
]);

const NONE: readonly TraceEffect[] = [];
