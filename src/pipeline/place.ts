// Places in a program, as people and machines are told them. Spans inside the project are UTF-16 offsets; what
// leaves it counts lines from 1 and columns in code points from 0, as CPython's `ast` does.
import type { Span } from '../../grammar/ast.ts';
import type { Source } from '../../grammar/source.ts';

export interface Place {
  /** The name of the text: a path, or `<call>` for the call expression. */
  readonly file: string;
  readonly line: number;
  readonly column: number;
  readonly endLine: number;
  readonly endColumn: number;
}

export function placeOf(source: Source, span: Span): Place {
  const start = source.positionAt(span.start);
  const end = source.positionAt(span.end);
  return {
    file: source.name,
    line: start.line,
    column: start.column,
    endLine: end.line,
    endColumn: end.column,
  };
}
