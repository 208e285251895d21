// The view of a trace by instruction: one row per event, with what it produced. Made in one walk, row by row.
import { describeInstruction, opNameAt, variableAt } from '../../interpreter/disassemble.ts';
import { Cursor, type Trace } from '../../interpreter/trace/index.ts';
import { display } from '../../interpreter/values/display.ts';
import { typeOf } from '../../interpreter/values/operators.ts';

export interface InstructionRow {
  /** Its index in the trace, from 0. */
  readonly event: number;
  readonly frame: number;
  readonly function: string;
  readonly depth: number;
  readonly line: number;
  readonly pc: number;
  readonly op: string;
  /** The instruction with its argument in words. */
  readonly instruction: string;
  /** The variable that it reads, writes or deletes. */
  readonly variable: string | null;
  /** What it produced, stored or tested; null when nothing. */
  readonly value: string | null;
  /** The type of that. */
  readonly type: string | null;
  /** What it did beside that: frames entered and left, objects changed, text printed. */
  readonly effects: readonly string[];
}

/** The columns of a row, with their types as DuckDB names them. */
export const INSTRUCTION_COLUMNS: Readonly<Record<keyof InstructionRow, string>> = {
  event: 'BIGINT',
  frame: 'BIGINT',
  function: 'VARCHAR',
  depth: 'INTEGER',
  line: 'INTEGER',
  pc: 'INTEGER',
  op: 'VARCHAR',
  instruction: 'VARCHAR',
  variable: 'VARCHAR',
  value: 'VARCHAR',
  type: 'VARCHAR',
  effects: 'VARCHAR[]',
};

/** The rows of a trace in order. @throws Error when only the hash of the run was kept */
export function* instructionRows(trace: Trace): Generator<InstructionRow> {
  const cursor = new Cursor(trace);
  const { program } = trace;
  let line = trace.keyframe?.line ?? 1;
  while (!cursor.atEnd) {
    const { position: event, pc, code } = cursor;
    const before = cursor.top;
    line = program.lineAt[pc]! > 0 ? program.lineAt[pc]! : line;
    cursor.step();
    // the first instruction of a frame enters it
    const frame = before !== undefined && before.code === code ? before : (cursor.top ?? before);
    yield {
      event,
      frame: frame?.id ?? 0,
      function: code.qualname,
      depth: Math.max(0, cursor.frames.length - 1),
      line,
      pc,
      op: opNameAt(program, pc),
      instruction: describeInstruction(program, pc),
      variable: variableAt(program, pc),
      value: cursor.value === undefined ? null : display(cursor.value),
      type: cursor.value === undefined ? null : typeOf(cursor.value).name,
      effects: cursor.effects.map(describeEffect),
    };
  }
}

function describeEffect(effect: Cursor['effects'][number]): string {
  switch (effect.kind) {
    case 'mutate':
      return `${effect.change} ${display(effect.object)}`;
    case 'enter':
    case 'leave':
    case 'suspend':
    case 'resume':
    case 'unwind':
      return `${effect.kind} ${effect.frame.code.qualname}`;
    case 'catch':
    case 'raise':
      return `${effect.kind} ${display(effect.exception)}`;
    case 'output':
      return `print ${JSON.stringify(effect.text)}`;
  }
}
