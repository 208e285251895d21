// The views of a trace, by what a row stands for. A new view is one file here and one entry in this table.
import type { Trace } from '../../interpreter/trace/index.ts';
import { INSTRUCTION_COLUMNS, instructionRows } from './instruction-view.ts';
import { LINE_COLUMNS, lineRows } from './line-view.ts';
import { instructionRowText, lineRowText, type SourceLines } from './text.ts';

export { extentOf, type Extent } from './extent.ts';
export { lineRows, type LineRow } from './line-view.ts';
export { stateOf, stateText, type FrameState, type RunState } from './state-view.ts';
export { instructionRows, type InstructionRow } from './instruction-view.ts';

interface View {
  /** The rows as data, made one by one. */
  rows(trace: Trace): Iterable<object>;
  /** The rows as lines of text. */
  text(trace: Trace, sourceLines: SourceLines): Iterable<string>;
  /** What the rows have, with types as DuckDB names them. */
  readonly columns: Readonly<Record<string, string>>;
}

export const VIEWS = {
  line: {
    columns: LINE_COLUMNS,
    rows: lineRows,
    *text(trace, sourceLines) {
      for (const row of lineRows(trace)) yield lineRowText(row, sourceLines);
    },
  },
  instruction: {
    columns: INSTRUCTION_COLUMNS,
    rows: instructionRows,
    *text(trace) {
      for (const row of instructionRows(trace)) yield instructionRowText(row);
    },
  },
} as const satisfies Record<string, View>;

export type ViewName = keyof typeof VIEWS;
