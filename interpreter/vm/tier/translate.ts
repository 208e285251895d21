// From a code object to JavaScript: operands and variables become variables of JavaScript, events are folded into the
// hash block by block. Before anything but the fast path of an instruction the code *leaves*: what it holds goes back
// into the interpreter's frame, which carries the instruction out. So nothing here can raise. The control structure is
// that of Ramsey, "Beyond Relooper" (2022).
import { Frame, FRAME } from '../machine.ts';
import type { CodeObject, Program } from '../../code.ts';
import { JOURNAL_WORDS } from '../../trace/journal.ts';
import { type BasicBlock, flowFrom } from './flow.ts';
import {
  BOOL_WORDS,
  foldText,
  intWords,
  known,
  mixText,
  NONE_WORDS,
  operand,
  type Operand,
  type Step,
} from './fold.ts';
import { TRANSLATED, translate } from './instructions.ts';
import type { Unit } from './unit.ts';

/** More events are not folded at once. */
const LONGEST_FOLD = 48;

/** The text that puts the lanes back into memory. */
const PUT_BACK = 'L[0]=x;L[1]=y;';

/** What the code holds at a point of the translation. */
export interface State {
  stack: Operand[];
  /** By slot; null where only the variable knows. */
  locals: (Operand | null)[];
  /** Events that are not in the hash yet. */
  pending: Step[];
  /** Events that are not counted yet. */
  uncounted: number;
  /** Whether the lanes of the hash are in `x` and `y`, and not in memory. */
  held: boolean;
}

export class Translation {
  readonly program: Program;
  /** Whether more than ints and lists have been met in the code. */
  readonly general: boolean;
  private readonly lines: string[] = [];
  private blocks = new Map<number, BasicBlock>();
  private temps = 0;
  private readonly depths = new Map<number, number>();
  state: State;

  constructor(
    readonly unit: Unit,
    readonly code: CodeObject,
    readonly traced: boolean,
  ) {
    this.program = unit.program;
    this.general = unit.general.has(code);
    const locals = code.slotNames.map(() => null);
    this.state = { stack: [], locals, pending: [], uncounted: 0, held: false };
  }

  /** The function for frames that begin; null where the flow of control cannot be said. */
  start(): string | null {
    const { code, traced } = this;
    const slots = code.slotNames.map((_, slot) => `l${slot}`);
    const params = slots.slice(0, code.argCount);
    const entry = code.start + 1;
    const flow = flowFrom(this.program.code, entry, (op) => TRANSLATED.has(op));
    if (flow === null) return null;
    this.blocks = flow;
    this.lines.push(
      `function f${code.index}(B,D${params.map((name) => `,${name}`).join('')}){`,
      `if(D>C[4]||C[0]+C[1]>C[2])return N(B,D,${code.index},[${params.join()}]);`,
      `const G=E.globals;`,
    );
    this.declare(slots.slice(code.argCount));
    if (traced) {
      this.lines.push('const F=C[3]++;');
      const items = [
        known('', intWords(JOURNAL_WORDS.enter)),
        operand('F', 'int'),
        known('', intWords(code.index)),
      ];
      this.state.locals = slots.map((name, slot) => (slot < code.argCount ? operand(name) : null));
      for (const local of this.state.locals) items.push(local ?? known('', NONE_WORDS));
      this.note(items);
      // A parameter may be given another value: what is known of it now is of a copy.
      this.state.locals = slots.map((name, slot) =>
        slot < code.argCount ? { ...this.state.locals[slot]!, text: this.temp(name) } : null,
      );
    }
    this.event(code.start, null);
    this.enterBlock(flow.get(entry)!);
    this.lines.push(
      '}',
      `function n${code.index}(B,D){return f${code.index}(B,D${params.map((_, i) => `,S[B+${i}]`).join('')});}`,
    );
    return this.lines.join('\n');
  }

  /** The function that goes on in a frame at the head of a loop, with `height` operands. */
  loop(entry: number, height: number): string | null {
    const { code, traced } = this;
    const flow = flowFrom(this.program.code, entry, (op) => TRANSLATED.has(op));
    if (flow === null) return null;
    this.blocks = flow;
    this.lines.push(`function o${entry}(B,D){const G=E.globals;`);
    if (traced) this.lines.push(`const F=E.machine.frames[D*${FRAME}+${Frame.ID}];`);
    this.declare(
      code.slotNames.map((_, slot) => `l${slot}`),
      (i) => `=S[B+${i}]`,
      (i) => (i < height ? `=S[B+${code.slots + i}]` : ''),
    );
    this.state.stack = Array.from({ length: height }, (_, i) => operand(`s${i}`));
    this.enterBlock(flow.get(entry)!);
    this.lines.push('}');
    return this.lines.join('\n');
  }

  private declare(slots: readonly string[], first = (_: number) => '', below = (_: number) => ''): void {
    const names = slots.map((name, i) => name + first(i));
    for (let i = 0; i < this.code.maxStack; i++) names.push(`s${i}${below(i)}`);
    if (this.traced) names.push('x', 'y');
    if (names.length > 0) this.lines.push(`let ${names.join()};`);
  }

  // ---- what instructions ask for ----

  emit(text: string): void {
    this.lines.push(text);
  }

  /** A new constant with that value. */
  temp(text: string): string {
    const name = `t${this.temps++}`;
    this.emit(`const ${name}=${text};`);
    return name;
  }

  name(): string {
    return String(this.temps++);
  }

  /** The operand at that depth; 1 is the top. */
  peek(depth: number): Operand {
    return this.state.stack[this.state.stack.length - depth];
  }

  drop(count: number): void {
    this.state.stack.length -= count;
  }

  push(value: Operand): void {
    this.state.stack.push(value);
  }

  /** Leaves at `pc` unless `condition` holds. */
  guard(condition: string, pc: number): void {
    this.emit(`if(!(${condition}))${this.leaving(pc)}`);
  }

  /** The text that leaves before the instruction at `pc`. */
  leaving(pc: number): string {
    const { code, traced } = this;
    const { stack, pending, uncounted, held: inVariables } = this.state;
    const held = [...this.localTexts(), ...stack.map(({ text }) => text)];
    const events = traced ? pending.flatMap(({ pc: at, value }) => [at, value.text]) : [];
    const left = `return X(B,D,${traced ? 'F' : 0},${code.index},${pc},${uncounted},[${held.join()}],[${events.join()}]);`;
    return inVariables ? `{${PUT_BACK}${left}}` : left;
  }

  private localTexts(): string[] {
    return this.state.locals.map((local, slot) => local?.text ?? `l${slot}`);
  }

  /** The event of the instruction at `pc`. */
  event(pc: number, value: Operand | null): void {
    this.state.uncounted++;
    if (this.traced) this.state.pending.push({ pc, value: value ?? known('undefined', NONE_WORDS) });
    if (value === null) this.flush(true);
    else if (this.state.pending.length >= LONGEST_FOLD) this.flush();
  }

  /** A journal entry of these words. */
  note(words: readonly Operand[]): void {
    if (!this.traced) return;
    for (const value of words) this.state.pending.push({ pc: -1, value });
    this.flush(true);
  }

  /** Brings hash and clock up to date. */
  flush(turn = false): void {
    const { pending, uncounted } = this.state;
    if (uncounted > 0) this.emit(`C[0]+=${uncounted};`);
    this.state.uncounted = 0;
    if (!this.traced || (pending.length === 0 && !turn)) return;
    for (const { value } of pending) {
      if (value.words !== null || value.mixed !== null) continue;
      value.mixed = this.name();
      this.emit(mixText(value, value.mixed));
    }
    this.emit(foldText(pending, turn, this.state.held));
    this.state.pending = [];
    this.state.held = true;
  }

  /** The same, and puts the lanes where others find them. */
  flushAll(): void {
    this.flush();
    if (this.state.held) this.emit(PUT_BACK);
    this.state.held = false;
  }

  /** Registers a new object with the trace. */
  see(text: string): void {
    if (!this.traced) return;
    this.flushAll();
    this.emit(`E.recorder.see(${text});`);
  }

  local(slot: number): Operand | null {
    return this.state.locals[slot];
  }

  setLocal(slot: number, value: Operand): void {
    this.state.locals[slot] = value;
  }

  /** Calls the function of `callee`, whose arguments are on top, and goes on with its result. */
  call(callee: Operand, target: CodeObject, count: number, pc: number): void {
    this.unit.require(target);
    const { code, traced } = this;
    const args = this.state.stack.slice(this.state.stack.length - count).map(({ text }) => `,${text}`);
    this.drop(count + 1);
    this.event(pc, null);
    this.flushAll();
    const { stack } = this.state;
    const low = code.slots + stack.length;
    const name = this.temp(`f${target.index}(B+${low + 1},D+1${args.join('')})`);
    const held = [...this.localTexts(), ...stack.map(({ text }) => text)];
    this.emit(
      `if(${name}===LEFT)return Y(B,D,${traced ? 'F' : 0},${code.index},${pc + 1},${callee.text},[${held.join()}]);`,
    );
    this.push(operand(name));
  }

  // ---- control ----

  private enterBlock(block: BasicBlock): void {
    if (block.loops || block.merges || block.order === 0)
      this.depths.set(block.start, this.state.stack.length);
    if (block.loops) {
      this.settle();
      this.forget();
      this.emit(`h${block.start}:for(;;){`);
    }
    const merging = block.children.filter(({ merges }) => merges).sort((a, b) => b.order - a.order);
    this.within(block, merging);
    if (block.loops) this.emit('}');
  }

  /** Emits the block with its ways on, then those of the blocks it dominates that several of them lead to. */
  private within(block: BasicBlock, [last, ...others]: readonly BasicBlock[]): void {
    if (last === undefined) return this.body(block);
    this.emit(`b${last.start}:{`);
    this.within(block, others);
    this.emit('}');
    this.forget();
    const depth = this.depths.get(last.start);
    // Nothing leads there: what would have done so leaves before.
    if (depth === undefined) return this.emit('throw new Error("no way leads here");');
    this.state.stack = Array.from({ length: depth }, (_, i) => operand(`s${i}`));
    this.enterBlock(last);
  }

  private body(block: BasicBlock): void {
    const { code } = this.program;
    for (let pc = block.start; pc < block.end; pc++) {
      const on = translate(this, code[pc] & 255, code[pc] >>> 8, pc);
      if (!on) return;
    }
    this.go(block, block.targets[0]);
  }

  /** Both ways on from a test. */
  branch(
    condition: Operand,
    pc: number,
    target: number,
    jumpsWhen: boolean,
    alter: (jumped: boolean) => void,
  ): void {
    const block = this.blockAt(pc);
    const before = this.state;
    const way = (truth: boolean): void => {
      this.state = copyState(before, condition, truth);
      const jumped = truth === jumpsWhen;
      alter(jumped);
      this.go(block, jumped ? target : pc + 1);
    };
    this.emit(`if(${condition.text}){`);
    way(true);
    this.emit('}else{');
    way(false);
    this.emit('}');
  }

  /** The same where the ways are made by hand. */
  fork(condition: string, ways: readonly [yes: () => void, no: () => void]): void {
    const before = this.state;
    this.emit(`if(${condition}){`);
    this.state = copyState(before);
    ways[0]();
    this.emit('}else{');
    this.state = copyState(before);
    ways[1]();
    this.emit('}');
  }

  private blockAt(pc: number): BasicBlock {
    for (const block of this.blocks.values()) if (block.start <= pc && pc < block.end) return block;
    throw new Error('an instruction is in a block');
  }

  jump(pc: number, target: number): void {
    this.go(this.blockAt(pc), target);
  }

  private go(from: BasicBlock, target: number): void {
    const block = this.blocks.get(target)!;
    if (block.order <= from.order) {
      this.settle();
      this.emit(`continue h${target};`);
    } else if (block.merges) {
      this.settle();
      this.depths.set(target, this.state.stack.length);
      this.emit(`break b${target};`);
    } else this.enterBlock(block);
  }

  /** Puts all that is held into the variables that other ways to the next block use too. */
  private settle(): void {
    this.flushAll();
    const { stack } = this.state;
    const moved = stack.flatMap(({ text }, i) => (text === `s${i}` ? [] : [[i, this.temp(text)] as const]));
    for (const [i, text] of moved) this.emit(`s${i}=${text};`);
    this.state.stack = stack.map((_, i) => operand(`s${i}`));
  }

  private forget(): void {
    this.state.locals = this.state.locals.map(() => null);
    this.state.pending = [];
    this.state.uncounted = 0;
    this.state.held = false;
    this.state.stack = this.state.stack.map((_, i) => operand(`s${i}`));
  }
}

/** A copy to go on with apart; on the way where it is known, `condition` has come to `truth`. */
function copyState(state: State, condition: Operand | null = null, truth = false): State {
  const copies = new Map<Operand, Operand>();
  const copy = <T extends Operand | null>(value: T): T => {
    if (value === null) return value;
    let found = copies.get(value);
    if (found === undefined) {
      found = value === condition ? known(String(truth), BOOL_WORDS[`${truth}`], 'bool') : { ...value };
      copies.set(value, found);
    }
    return found as T;
  };
  return {
    stack: state.stack.map(copy),
    locals: state.locals.map(copy),
    pending: state.pending.map(({ pc, value }) => ({ pc, value: copy(value) })),
    uncounted: state.uncounted,
    held: state.held,
  };
}
