// The rows of the views as lines of text, for people.
import type { InstructionRow } from './instruction-view.ts';
import type { LineRow } from './line-view.ts';

/** The lines that a run went through: the program's, and those of the call expression. */
export interface SourceLines {
  readonly program: readonly string[];
  readonly call: readonly string[];
}

/** `   12  line      count_pairs:4      pairs += 1  # i = 0` */
export function lineRowText(row: LineRow, sourceLines: SourceLines): string {
  const notes = Object.entries(row.changed).map(([name, value]) =>
    value === null ? `${name} is gone` : `${name} = ${value}`,
  );
  if (row.value !== null) notes.unshift(row.kind === 'return' ? `→ ${row.value}` : row.value);
  if (row.printed !== '') notes.push(`printed ${JSON.stringify(row.printed)}`);
  const lines = row.inCall ? sourceLines.call : sourceLines.program;
  const source = row.kind === 'line' ? (lines[row.line - 1] ?? '').trim() : '';
  const head = `${String(row.event).padStart(6)}  ${row.kind.padEnd(9)} ${row.function}:${row.line}`;
  const noted = notes.length === 0 ? '' : `  # ${notes.join('; ')}`;
  return `${head.padEnd(40)}  ${source}${noted}`.trimEnd();
}

/** `   12  count_pairs:4   BINARY_ADD   5` */
export function instructionRowText(row: InstructionRow): string {
  const head = `${String(row.event).padStart(6)}  ${row.function}:${row.line}`;
  const effects = row.effects.length === 0 ? '' : `  # ${row.effects.join('; ')}`;
  const value = row.value === null ? '' : `→ ${row.value}`;
  return `${head.padEnd(32)} ${row.instruction.padEnd(30)} ${value}${effects}`.trimEnd();
}
