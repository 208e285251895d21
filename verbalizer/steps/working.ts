// The working of an expression: its stages from the source to the value, from the values that the run gave its parts.
// Shapes are cached per program; a `Values` is what one execution of a statement has seen. Knows no events.
import type { AugAssign, BinOp, BoolOp, Expr } from '../../grammar/ast.ts';
import { PyFloat, type Value } from '../../interpreter/values/objects.ts';
import { printExpr } from '../../grammar/index.ts';
import { shortText } from './shown.ts';
import { shapeOf, type Shape, type ShapeMode } from './shape.ts';

/** Values longer than this stay under their name inside a working. */
const LONGEST_PART = 40;

/** Texts of the values that expressions had in one execution of a statement. */
export class Values {
  private readonly values = new Map<Expr, Value>();
  private readonly texts = new Map<Expr, string | null>();

  set(expr: Expr, value: Value): void {
    this.values.set(expr, value);
    this.texts.delete(expr);
  }

  get(expr: Expr): Value | undefined {
    return this.values.get(expr);
  }

  has(expr: Expr): boolean {
    return this.values.has(expr);
  }

  /** Forgets everything, for the next statement. */
  clear(): void {
    this.values.clear();
    if (this.texts.size > 0) this.texts.clear();
  }

  /** Fixes the text of every container seen so far: called before an object changes. */
  freeze(): void {
    for (const [expr, value] of this.values)
      if (typeof value === 'object' && value !== null && !this.texts.has(expr))
        this.texts.set(expr, shortText(value, LONGEST_PART));
  }

  /** The value's text; undefined when the expression was not evaluated, or its value is too long for a working. */
  textOf(expr: Expr): string | undefined {
    let text = this.texts.get(expr);
    if (text === undefined) {
      const value = this.values.get(expr);
      if (value === undefined) return undefined;
      text = shortText(value, LONGEST_PART);
      this.texts.set(expr, text);
    }
    return text ?? undefined;
  }
}

/** Whether an expression was true, judged from what was evaluated; undefined when that does not tell. */
export function truthIn(values: Values, expr: Expr): boolean | undefined {
  switch (expr.kind) {
    case 'BoolOp': {
      for (const operand of expr.values) {
        const truth = truthIn(values, operand);
        if (truth === undefined) return undefined;
        if (truth === (expr.op === 'or')) return truth;
      }
      return expr.op === 'and';
    }
    case 'UnaryOp':
      if (expr.op === 'not') {
        const truth = truthIn(values, expr.operand);
        return truth === undefined ? undefined : !truth;
      }
      break;
    default:
      break;
  }
  const value = values.get(expr);
  return value === undefined ? undefined : plainTruth(value);
}

function plainTruth(value: Value): boolean | undefined {
  if (value === null || value === false || value === 0 || value === '') return false;
  if (typeof value !== 'object') return true;
  if (value instanceof PyFloat) return value.value !== 0;
  return undefined;
}

/** The workings of one program's expressions. */
export class Workings {
  private readonly shapes: Record<ShapeMode, Map<Expr, Shape>> = {
    addressed: new Map(),
    open: new Map(),
    closed: new Map(),
  };
  private readonly sums = new Map<AugAssign, BinOp>();

  /** The expression that an augmented assignment works out, `total + x` for `total += x`. */
  sumOf(stmt: AugAssign): BinOp {
    let sum = this.sums.get(stmt);
    if (sum === undefined) {
      sum = { kind: 'BinOp', left: stmt.target, op: stmt.op, right: stmt.value, span: stmt.span };
      this.sums.set(stmt, sum);
    }
    return sum;
  }

  private readonly parts = new Map<BoolOp, (Expr | undefined)[]>();

  private readonly sources = new Map<Expr, string>();

  /** The expression as it is written, canonically. */
  source(expr: Expr): string {
    let text = this.sources.get(expr);
    if (text === undefined) this.sources.set(expr, (text = printExpr(expr)));
    return text;
  }

  /** What was evaluated of a condition: `and` and `or` leave out the operands after the one that decides. */
  evaluated(expr: Expr, values: Values): Expr {
    if (expr.kind === 'UnaryOp' && expr.op === 'not') return expr;
    if (expr.kind !== 'BoolOp') return expr;
    let count = 0;
    while (count < expr.values.length && truthIn(values, expr.values[count]!) === (expr.op === 'and'))
      count++;
    count = Math.min(count + 1, expr.values.length);
    let parts = this.parts.get(expr);
    if (parts === undefined) this.parts.set(expr, (parts = []));
    // of an `or` only the operand that holds matters, of an `and` only the one that fails
    const decided = truthIn(values, expr) === (expr.op === 'or');
    const from = decided ? count - 1 : 0;
    const key = from * expr.values.length + count - 1;
    const known = parts[key];
    if (known !== undefined) return known;
    const kept = expr.values.slice(from, count);
    const part =
      kept.length === 1 ? kept[0]! : kept.length === expr.values.length ? expr : { ...expr, values: kept };
    parts[key] = part;
    return part;
  }

  /** The source with the indices of subscripts filled in: `xs[0]` for `xs[i]`. */
  addressed(expr: Expr, values: Values): string {
    return this.fill(expr, 'addressed', values);
  }

  /** Stages from the source to `value`, neighbours distinct; always ends in `value`. */
  stages(expr: Expr, values: Values, value: string): string[] {
    const working = (['addressed', 'open', 'closed'] as const).map((mode) => this.fill(expr, mode, values));
    const stages = working.filter((stage, i) => stage !== value && working.indexOf(stage) === i);
    return [...stages, value];
  }

  private fill(expr: Expr, mode: ShapeMode, values: Values): string {
    let shape = this.shapes[mode].get(expr);
    if (shape === undefined) {
      shape = shapeOf(expr, mode);
      this.shapes[mode].set(expr, shape);
    }
    let out = shape.texts[0]!;
    for (let i = 0; i < shape.holes.length; i++) {
      const { expr: part, tight } = shape.holes[i]!;
      const known = values.textOf(part);
      // what is long, or was never evaluated, stands as it is written
      let text =
        known !== undefined && known.length <= LONGEST_PART ? known : this.written(part, expr, mode, values);
      if (tight && text.startsWith('-')) text = `(${text})`;
      out += text + shape.texts[i + 1]!;
    }
    return out;
  }

  private written(part: Expr, whole: Expr, mode: ShapeMode, values: Values): string {
    return part === whole && mode === 'addressed'
      ? shapeOf(part, 'addressed').texts.join('')
      : this.fill(part, 'addressed', values);
  }
}
