// The view of one moment of a run: what stands between two events. Knows nothing of how the moment was reached.
import { describeInstruction } from '../../interpreter/disassemble.ts';
import type { Cursor, CursorFrame } from '../../interpreter/trace/index.ts';
import { display } from '../../interpreter/values/display.ts';

export interface FrameState {
  /** The number of the frame, in order of entering. */
  readonly frame: number;
  readonly function: string;
  /** The line it is at: in the program or, with `inCall`, in the call expression. */
  readonly line: number;
  readonly inCall: boolean;
  readonly variables: Readonly<Record<string, string>>;
  /** Operands of expressions that are not finished, the last on top. */
  readonly stack: readonly string[];
}

export interface RunState {
  /** Events so far; the number of the next one. */
  readonly event: number;
  /** What comes next; null after the last event. */
  readonly next: { readonly function: string; readonly line: number; readonly instruction: string } | null;
  /** Outermost first. */
  readonly frames: readonly FrameState[];
  /** Printed so far. */
  readonly output: string;
}

/** What the cursor stands at. */
export function stateOf(cursor: Cursor): RunState {
  const { program, keyframe } = cursor.trace;
  const line = (pc: number, before: number): number =>
    program.lineAt[pc]! > 0 ? program.lineAt[pc]! : before;
  const frameState = (frame: CursorFrame): FrameState => {
    const { code } = frame;
    const begins = code.source.lineAt(code.node.span.start);
    return {
      frame: frame.id,
      function: code.qualname,
      line: frame.at !== null && frame.at.line > 0 ? frame.at.line : line(frame.pc, begins),
      inCall: code.source === program.call?.source,
      variables: Object.fromEntries(variablesOf(cursor, frame)),
      stack: frame.stack.map((value) => (value === undefined ? '—' : display(value))),
    };
  };
  return {
    event: cursor.position,
    next: cursor.atEnd
      ? null
      : {
          function: cursor.code.qualname,
          line: line(cursor.pc, keyframe?.line ?? 1),
          instruction: describeInstruction(program, cursor.pc),
        },
    frames: cursor.frames.map(frameState),
    output: cursor.output,
  };
}

function* variablesOf(cursor: Cursor, frame: CursorFrame): Iterable<[string, string]> {
  for (const [name, value] of cursor.locals(frame)) yield [name, display(value)];
}

/** The state as lines of text. */
export function* stateText({ event, next, frames, output }: RunState): Generator<string> {
  yield next === null
    ? `after event ${event - 1}, the last`
    : `before event ${event}: ${next.function}:${next.line}  ${next.instruction}`;
  for (const { function: name, line, variables, stack } of frames) {
    yield `${name}:${line}`;
    for (const [variable, text] of Object.entries(variables)) yield `    ${variable} = ${text}`;
    if (stack.length > 0) yield `    operands: ${stack.join(', ')}`;
  }
  if (output !== '') yield `printed so far:\n${output.replace(/\n$/, '')}`;
}
