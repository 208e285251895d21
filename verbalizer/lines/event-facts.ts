// What each instruction of a run did: what it took from the stack and put there, what it stored, where it went, what
// came of it. Facts are made on the way forward with a cursor and for the moments asked for alone, so that a long run
// costs no more than what is told of it.
import { describeInstruction } from '../../interpreter/disassemble.ts';
import { codeAt, type CodeObject } from '../../interpreter/code.ts';
import { effectOf, OPCODE_ROWS, type Opcode } from '../../interpreter/opcodes.ts';
import { Cursor, type CursorFrame, type Effect } from '../../interpreter/trace/index.ts';
import type { HeapObject, Value } from '../../interpreter/values/objects.ts';
import type { SlotValue } from '../claims.ts';
import { comesTo } from '../steps/sightings.ts';
import type { LineClaim } from './claim.ts';
import type { Account } from './moment.ts';
import { valueText } from './shown.ts';
import { printedSlots } from './style.ts';
import { storesName } from './watch.ts';

/** Characters of a value on the stack. */
const ROOM = 80;
/** Operands of an operation are repeated with its outcome when they take no more than this. */
const LONGEST_WORKING = 40;
/** Moments whose facts are kept. */
const KEPT = 128;
/** What stands where the machine keeps a mark instead of a value. */
const NOTHING = '<nothing>';

type Stack = readonly (Value | undefined)[];

export class EventFacts {
  private readonly account: Account;
  private readonly cursor: Cursor;
  private readonly kept = new Map<number, readonly LineClaim[]>();
  private readonly resumes = new Map<number, Value>();

  constructor(account: Account) {
    this.account = account;
    this.cursor = new Cursor(account.trace);
    for (const entry of account.trace.journal)
      if (entry.kind === 'resume') this.resumes.set(entry.event, entry.sent);
  }

  /** The instructions of a moment. */
  of(index: number): readonly LineClaim[] {
    const known = this.kept.get(index);
    if (known !== undefined) return known;
    const { from, to } = this.account.moments[index]!;
    this.cursor.seek(from);
    const facts: LineClaim[] = [];
    while (this.cursor.position < to) facts.push(this.step());
    this.kept.set(index, facts);
    if (this.kept.size > KEPT) this.kept.delete(this.kept.keys().next().value!);
    return facts;
  }

  private step(): LineClaim {
    const { cursor } = this;
    const { program } = this.account.trace;
    const { pc, position } = cursor;
    comesTo(position);
    const word = program.code[pc]!;
    const code = codeAt(program, pc);
    const row = OPCODE_ROWS[word & 255]!;
    const poised = cursor.poised().at(-1);
    const before: (Value | undefined)[] = poised === undefined ? [] : [...poised.stack];
    // what was sent into a generator lies on its stack when it goes on
    if (this.resumes.has(position)) before.push(this.resumes.get(position));
    // operands are told as they were before the instruction changed them
    const taken = textsOf(tail(before, effectOf(row.pops, word >>> 8)));
    const kept = row.jumped?.pops === 0 ? valueOf(before.at(-1)) : null;
    cursor.step();
    const slots: Record<string, SlotValue> = {
      pc: String(pc - code.start),
      name: describeInstruction(program, pc),
    };
    const raised = cursor.effects.some((effect) => effect.kind === 'raise');
    if (!raised && row.event !== 'returned' && row.event !== 'yielded')
      this.flow(slots, row, { word, pc, code, taken, kept, before, frame: poised });
    if (row.event === 'returned') slots['returned'] = taken[0]!;
    this.effects(slots, cursor.effects);
    return { kind: 'instruction', slots };
  }

  /** What an instruction that did not raise took and put, stored and where it went. */
  private flow(
    slots: Record<string, SlotValue>,
    row: Opcode,
    at: {
      word: number;
      pc: number;
      code: CodeObject;
      taken: readonly string[];
      kept: string | null;
      before: Stack;
      frame: CursorFrame | undefined;
    },
  ): void {
    const { word, pc, code, before, frame } = at;
    if (frame === undefined) return;
    const { value } = this.cursor;
    const branches = row.flow === 'branch';
    const jumps = (row.flow === 'jump' || branches) && frame.pc !== pc + 1;
    let { taken } = at;
    if (row.event === 'next') taken = jumps ? textsOf(tail(before, 1)) : [];
    if (jumps && row.jumped?.pops === 0) {
      slots['keeps'] = at.kept!;
      taken = [];
    }
    if (taken.length > 0) slots['pops'] = taken;
    if (storesName(word & 255) && value !== undefined)
      slots['changes'] = [storedName(this.account, code, word), valueText(value, ROOM)];
    const depth = before.length - (row.event === 'next' ? (jumps ? 1 : 0) : taken.length);
    const pushed = textsOf(frame.stack.slice(Math.max(0, depth)));
    const operator = row.doc.startsWith('a b → a ') && row.doc.endsWith(' b') ? operatorOf(row.doc) : null;
    if (operator !== null && pushed.length === 1 && taken.join('').length <= LONGEST_WORKING)
      slots['works'] = [`${taken[0]!} ${operator} ${taken[1]!}`, pushed[0]!];
    else if (pushed.length > 0) slots['pushes'] = pushed;
    if (row.event === 'next' && jumps) slots['done'] = '1';
    // where a jump goes that always does, its operand says
    if (jumps && branches) slots['jumps'] = String(frame.pc - code.start);
    else if (branches && row.event === 'tested') slots['jumps'] = 'on';
  }

  private effects(slots: Record<string, SlotValue>, effects: readonly Effect[]): void {
    const changed = new Set<HeapObject>();
    let printed = '';
    for (const effect of effects)
      switch (effect.kind) {
        case 'mutate':
          if (effect.change !== 'advance' && effect.change !== 'set-cell') changed.add(effect.object);
          break;
        case 'output':
          printed += effect.text;
          break;
        case 'enter':
          slots['enters'] = nameOf(effect.frame.code);
          break;
        case 'suspend':
          slots['yielded'] = valueOf(this.cursor.value ?? null);
          break;
        case 'raise':
          slots['raised'] = valueText(effect.exception, ROOM);
          break;
        case 'unwind':
          slots['left'] = '1';
          break;
        case 'catch':
          slots['caught'] = String(effect.frame.pc - effect.frame.code.start);
          break;
        case 'leave':
        case 'resume':
          break;
      }
    if (changed.size > 0) slots['becomes'] = [...changed].map((object) => valueText(object, ROOM));
    Object.assign(slots, printedSlots(printed));
  }
}

function tail(stack: Stack, count: number): Stack {
  return count === 0 ? [] : stack.slice(-count);
}

function valueOf(value: Value | undefined): string {
  return value === undefined ? NOTHING : valueText(value, ROOM);
}

function textsOf(stack: Stack): string[] {
  return stack.map(valueOf);
}

function nameOf(code: CodeObject): string {
  return code.qualname.replaceAll('<locals>.', '');
}

function storedName({ program }: Account, code: CodeObject, word: number): string {
  const row = OPCODE_ROWS[word & 255]!;
  return row.operand === 'name' ? program.names[word >>> 8]! : code.slotNames[word >>> 8]!;
}

/** The operator of `a b → a + b`; of an augmented assignment, what it works with. */
function operatorOf(doc: string): string {
  const operator = doc.slice('a b → a '.length, -' b'.length);
  return /^[^=<>!]+=$/.test(operator) ? operator.slice(0, -1) : operator;
}
