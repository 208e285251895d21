// The lines of a run, as `sys.settrace` reports them, and which of them can be asked about without a doubt: one
// statement of one function, all on that line. Knows nothing of particular tasks.
import type { Expr, Module, Stmt } from '../../grammar/ast.ts';
import { walk, type Source } from '../../grammar/index.ts';
import type { Trace } from '../../interpreter/trace/index.ts';
import { lineRows, type LineRow } from '../views/index.ts';

/** Rows of a run that are looked at for a question: nobody follows more of it line by line. */
const HORIZON = 3000;

/** One visit of a line: control came to it. */
export interface Visit {
  /** Its place among the rows. */
  readonly row: number;
  readonly line: number;
  /** From 1, over all frames. */
  readonly nth: number;
  readonly frame: number;
  /** The first event of the visit. */
  readonly event: number;
}

/** A statement that stands on a line of its own. */
export interface LineStatement {
  readonly stmt: Stmt;
  readonly line: number;
  /** The first line of its body when it is a compound statement. */
  readonly bodyLine: number | null;
}

const SIMPLE: ReadonlySet<Stmt['kind']> = new Set([
  'Return',
  'Delete',
  'Assign',
  'AugAssign',
  'AnnAssign',
  'Raise',
  'Assert',
  'Expr',
  'Break',
  'Continue',
  'Pass',
]);

export class RunLines {
  readonly rows: readonly LineRow[];
  /** Visits of each line, in order. */
  readonly visits: ReadonlyMap<number, readonly Visit[]>;
  /** The lines that can be asked about, with their statements. */
  readonly statements: ReadonlyMap<number, LineStatement>;
  private readonly ofRow = new Map<number, Visit>();

  constructor(trace: Trace, module: Module, source: Source) {
    this.rows = [...lineRows(trace)].filter((row) => !row.function.startsWith('<call>'));
    const visits = new Map<number, Visit[]>();
    const functions = new Map<number, Set<string>>();
    this.rows.forEach((row, index) => {
      if (row.kind !== 'line') return;
      const { line, frame, event } = row;
      const known = visits.get(line) ?? [];
      if (known.length === 0) visits.set(line, known);
      const visit = { row: index, line, nth: known.length + 1, frame, event };
      known.push(visit);
      this.ofRow.set(index, visit);
      functions.set(line, (functions.get(line) ?? new Set()).add(row.function));
    });
    this.visits = visits;
    this.statements = statementsOf(module, (offset) => source.lineAt(offset), functions);
  }

  /** The n-th visit of a line that can be asked about. */
  visit(line: number, nth: number): Visit | null {
    return this.statements.has(line) ? (this.visits.get(line)?.[nth - 1] ?? null) : null;
  }

  /** Visits of lines that can be asked about, early in the run. */
  *early(): Iterable<Visit> {
    for (let i = 0; i < this.rows.length && i < HORIZON; i++) {
      const visit = this.ofRow.get(i);
      if (visit !== undefined && this.statements.has(visit.line)) yield visit;
    }
  }

  /** The row with which the frame goes on after a visit: another line, its return or an exception. */
  after(visit: Visit): LineRow | null {
    for (let i = visit.row + 1; i < this.rows.length; i++)
      if (this.rows[i]!.frame === visit.frame) return this.rows[i]!;
    return null;
  }
}

/** The parts of a compound statement that stand before its body; null for what is not asked about. */
function headOf(stmt: Stmt): Expr | null {
  switch (stmt.kind) {
    case 'If':
    case 'While':
      return stmt.test;
    case 'For':
      return stmt.iter;
    default:
      return null;
  }
}

function bodyOf(stmt: Stmt): Stmt | null {
  return stmt.kind === 'If' || stmt.kind === 'While' || stmt.kind === 'For' ? stmt.body[0]! : null;
}

function statementsOf(
  module: Module,
  lineAt: (offset: number) => number,
  functions: ReadonlyMap<number, ReadonlySet<string>>,
): Map<number, LineStatement> {
  const found = new Map<number, LineStatement>();
  const spoilt = new Set<number>();
  walk(module, (node) => {
    // comprehensions and lambdas have frames of their own, whose lines are counted too
    const own = node.kind === 'Lambda' || node.kind.endsWith('Comp') || node.kind === 'GeneratorExp';
    if (own) for (let at = lineAt(node.span.start); at <= lineAt(node.span.end); at++) spoilt.add(at);
    if (!isStatement(node)) return;
    const line = lineAt(node.span.start);
    const head = headOf(node);
    const simple = SIMPLE.has(node.kind);
    const end = lineAt(
      head === null
        ? simple
          ? Math.max(node.span.start, node.span.end - 1)
          : node.span.start
        : head.span.end,
    );
    const body = bodyOf(node);
    const bodyLine = body === null ? null : lineAt(body.span.start);
    for (let at = line; at <= end; at++) {
      if (found.has(at) || end > line || bodyLine === line) spoilt.add(at);
    }
    if (simple || head !== null) found.set(line, { stmt: node, line, bodyLine });
    else spoilt.add(line);
  });
  for (const line of found.keys())
    if (spoilt.has(line) || functions.get(line)?.size !== 1) found.delete(line);
  return found;
}

function isStatement(node: { kind: string }): node is Stmt {
  return STATEMENTS.has(node.kind);
}

const STATEMENTS: ReadonlySet<string> = new Set<Stmt['kind']>([
  ...SIMPLE,
  'FunctionDef',
  'ClassDef',
  'For',
  'While',
  'If',
  'With',
  'Match',
  'Try',
  'Import',
  'ImportFrom',
  'Global',
  'Nonlocal',
]);
