// Places of a program where one small thing can be changed: a constant or an operator, found in the text, with what
// could stand there instead. Knows nothing of runs beyond the lines that they visit.
import type { Expr, Node, Stmt } from '../../grammar/ast.ts';
import { forEachChild } from '../../grammar/index.ts';
import type { TracedRun } from './run.ts';

/** Operators that can stand for one another, by kind. */
const GROUPS = {
  arithmetic: ['+', '-', '*', '//', '%'],
  bitwise: ['&', '|', '^'],
  comparison: ['<', '<=', '>', '>=', '==', '!='],
  logic: ['and', 'or'],
  update: ['+=', '-=', '*='],
} as const;

export type OperatorGroup = keyof typeof GROUPS;

export interface Site {
  /** UTF-16 offsets into the source. */
  readonly start: number;
  readonly end: number;
  readonly line: number;
  /** In code points from 0, as CPython counts. */
  readonly column: number;
  readonly text: string;
  /** A whole number, or an operator of a group. */
  readonly kind: 'constant' | OperatorGroup;
}

/** The operators among which a site's is one; empty for a constant. */
export function choicesAt({ kind }: Site): readonly string[] {
  return kind === 'constant' ? [] : GROUPS[kind];
}

/** What could stand at the site instead. */
export function alternativesAt(site: Site): string[] {
  if (site.kind !== 'constant') return choicesAt(site).filter((operator) => operator !== site.text);
  const value = BigInt(site.text);
  return [value + 1n, value - 1n, value + 2n].filter((other) => other >= 0n).map(String);
}

/** The source with another text at the site. */
export function replaceAt(source: string, { start, end }: Site, text: string): string {
  return source.slice(0, start) + text + source.slice(end);
}

/** The sites on lines of the run that can be asked about, in order. */
export function sitesOf(run: TracedRun): Site[] {
  const found: Site[] = [];
  const { source } = run.compiled;
  const add = (start: number, text: string, kind: Site['kind']): void => {
    if (!source.text.startsWith(text, start)) return;
    const { line, column } = source.positionAt(start);
    found.push({ start, end: start + text.length, line, column, text, kind });
  };
  for (const { stmt } of run.lines.statements.values())
    for (const part of partsOf(stmt)) collect(part, source.text, add);
  return found.sort((a, b) => a.start - b.start);
}

/** The expressions of a statement that run on its own line; an augmented assignment is looked at itself. */
function partsOf(stmt: Stmt): Node[] {
  switch (stmt.kind) {
    case 'If':
    case 'While':
      return [stmt.test];
    case 'For':
      return [stmt.iter];
    case 'AnnAssign':
      return stmt.value === null ? [] : [stmt.value];
    case 'AugAssign':
      return [stmt];
    case 'Assign':
    case 'Return':
    case 'Expr':
      return stmt.value === null ? [] : [stmt.value];
    default:
      return [];
  }
}

type Add = (start: number, text: string, kind: Site['kind']) => void;

function collect(node: Node, text: string, add: Add): void {
  switch (node.kind) {
    case 'JoinedStr':
      // places inside f-strings are hard to see in a program
      return;
    case 'Constant':
      if (node.value.type === 'int' && /^\d{1,9}$/.test(text.slice(node.span.start, node.span.end)))
        add(node.span.start, text.slice(node.span.start, node.span.end), 'constant');
      return;
    case 'BinOp':
      operator(text, node.left, node.right, node.op, add);
      break;
    case 'Compare':
      node.ops.forEach((op, i) =>
        operator(text, i === 0 ? node.left : node.comparators[i - 1]!, node.comparators[i]!, op, add),
      );
      break;
    case 'BoolOp':
      for (let i = 1; i < node.values.length; i++)
        operator(text, node.values[i - 1]!, node.values[i]!, node.op, add);
      break;
    case 'AugAssign':
      operator(text, node.target, node.value, `${node.op}=`, add);
      break;
    default:
      break;
  }
  forEachChild(node, (child) => collect(child, text, add));
}

function groupOf(op: string): OperatorGroup | null {
  for (const [group, operators] of Object.entries(GROUPS))
    if ((operators as readonly string[]).includes(op)) return group as OperatorGroup;
  return null;
}

/** Finds the operator between two operands: nothing but brackets and blanks may stand beside it. */
function operator(text: string, left: Expr, right: Expr, op: string, add: Add): void {
  const group = groupOf(op);
  if (group === null) return;
  const between = text.slice(left.span.end, right.span.start);
  const at = between.indexOf(op);
  if (at < 0 || !/^[\s()]*$/.test(between.slice(0, at) + between.slice(at + op.length))) return;
  add(left.span.end + at, op, group);
}
