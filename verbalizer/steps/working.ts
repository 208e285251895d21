// The working of an expression: its stages from the source to the value, from the values that the run gave its parts.
// Shapes are cached per program; a `Values` is what one execution of a statement has seen. Knows no events.
import type {
  AugAssign,
  BinOp,
  BoolOp,
  Compare,
  Expr,
  FormattedValue,
  JoinedStr,
  NodeKind,
} from '../../grammar/ast.ts';
import { HeapObject, PyFloat, type Value } from '../../interpreter/values/objects.ts';
import { printExpr } from '../../grammar/index.ts';
import { walk } from '../../grammar/visit.ts';
import type { Ends } from './long-texts.ts';
import { shortText, shown } from './shown.ts';
import { isBestNamed } from './value-hints.ts';
import { shapeOf, type Shape, type ShapeMode } from './shape.ts';

/** Values longer than this stay under their name inside a working. */
const LONGEST_PART = 40;
/** Containers longer than this stay under the name that they have. */
const LONGEST_NAMED = 20;
/** In the brief stage, values longer than this stay under their name. */
const LONGEST_BRIEF = 12;

/** What the open stage keeps as it is written, and a later one has its value for (see `shape.ts`). */
const CLOSED: ReadonlySet<NodeKind> = new Set([
  'Call',
  'JoinedStr',
  'FormattedValue',
  'ListComp',
  'SetComp',
  'DictComp',
  'GeneratorExp',
]);

/** Expressions of one statement that are looked for one by one; a long display has a table of them. */
const FEW = 16;

/**
 * The values that expressions had in one execution of a statement, and their texts. Every frame has one, which is emptied
 * for every statement: it is made of lists that keep their room, and what is rare is not there before it comes.
 */
export class Values {
  private readonly exprs: Expr[] = [];
  private readonly values: Value[] = [];
  /** Undefined where the text has not been asked for, null where it is too long. */
  private readonly texts: (string | null | undefined)[] = [];
  private count = 0;
  /** Where each expression stands, once there are more than a few. */
  private places: Map<Expr, number> | null = null;
  private truths: Map<Expr, boolean> | null = null;
  private ends: Map<Expr, Ends> | null = null;
  private calls: Set<Expr> | null = null;

  /** Remembers that a call ran a function of the program, which has been told. */
  markTold(expr: Expr): void {
    (this.calls ??= new Set()).add(expr);
  }

  wasTold(expr: Expr): boolean {
    return this.calls?.has(expr) === true;
  }

  /** Remembers how a condition came out. */
  decide(expr: Expr, truth: boolean): void {
    (this.truths ??= new Map()).set(expr, truth);
  }

  /** How a condition came out when it was tested. */
  truthOf(expr: Expr): boolean | undefined {
    return this.truths?.get(expr);
  }

  set(expr: Expr, value: Value): void {
    let at = this.placeOf(expr);
    if (at < 0) {
      at = this.count++;
      this.exprs[at] = expr;
      if (this.places !== null) this.places.set(expr, at);
      else if (at === FEW) this.places = new Map(this.exprs.slice(0, this.count).map((one, i) => [one, i]));
    }
    this.values[at] = value;
    this.texts[at] = undefined;
  }

  /** Where an expression stands; -1 when it was not evaluated. */
  private placeOf(expr: Expr): number {
    if (this.places !== null) return this.places.get(expr) ?? -1;
    const { exprs } = this;
    let at = this.count - 1;
    while (at >= 0 && exprs[at] !== expr) at--;
    return at;
  }

  /** Remembers the ends of a long string. */
  setEnds(expr: Expr, ends: Ends): void {
    (this.ends ??= new Map()).set(expr, ends);
  }

  /** The ends of a long string, where they are known. */
  endsOf(expr: Expr): Ends | undefined {
    return this.ends?.get(this.chosen(expr));
  }

  /** The text of the value, abbreviated when it is long. */
  shown(expr: Expr | null, value: Value, room?: number): string {
    return shown(value, room, expr === null || typeof value !== 'string' ? undefined : this.endsOf(expr));
  }

  get(expr: Expr): Value | undefined {
    const at = this.placeOf(this.chosen(expr));
    return at < 0 ? undefined : this.values[at];
  }

  has(expr: Expr): boolean {
    return this.placeOf(this.chosen(expr)) >= 0;
  }

  /** The branch that a conditional expression took, what `:=` gives a name; other expressions are themselves. */
  chosen(expr: Expr): Expr {
    let at = expr;
    for (;;)
      if (at.kind === 'IfExp') at = this.has(at.body) ? at.body : at.orelse;
      else if (at.kind === 'NamedExpr') at = at.value;
      else return at;
  }

  /** Forgets everything, for the next statement. */
  clear(): void {
    this.count = 0;
    this.places = this.truths = this.ends = this.calls = null;
  }

  /** Fixes the text of every container seen so far: called before an object changes. */
  freeze(): void {
    for (let at = 0; at < this.count; at++) {
      const value = this.values[at]!;
      if (typeof value === 'object' && value !== null && this.texts[at] === undefined)
        this.texts[at] = shortText(value, LONGEST_PART);
    }
  }

  /** The value's text as it was when it was evaluated, or null when it has more than `limit` characters. */
  textWithin(whole: Expr, limit: number): string | null {
    const at = this.placeOf(this.chosen(whole));
    const text = this.texts[at];
    if (text !== undefined) return text !== null && text.length <= limit ? text : null;
    return shortText(this.values[at]!, limit);
  }

  /** The value's text; undefined when the expression was not evaluated, or its value is too long for a working. */
  textOf(whole: Expr): string | undefined {
    const at = this.placeOf(this.chosen(whole));
    if (at < 0) return undefined;
    if (this.texts[at] === undefined) this.texts[at] = shortText(this.values[at]!, LONGEST_PART);
    return this.texts[at] ?? undefined;
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
  return values.truthOf(expr) ?? (value === undefined ? undefined : plainTruth(value));
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
    argued: new Map(),
    closed: new Map(),
  };
  private readonly sums = new Map<AugAssign, BinOp>();
  private readonly strings = new Map<FormattedValue, JoinedStr>();

  /** The f-string of one replacement field, which has no text alone: `f'{x:d}'`. */
  stringOf(field: FormattedValue): JoinedStr {
    let string = this.strings.get(field);
    if (string === undefined) {
      string = { kind: 'JoinedStr', values: [field], span: field.span };
      this.strings.set(field, string);
    }
    return string;
  }

  /** The expression that an augmented assignment works out, `total + x` for `total += x`. */
  sumOf(stmt: AugAssign): BinOp {
    let sum = this.sums.get(stmt);
    if (sum === undefined) {
      sum = { kind: 'BinOp', left: stmt.target, op: stmt.op, right: stmt.value, span: stmt.span };
      this.sums.set(stmt, sum);
    }
    return sum;
  }

  private readonly parts = new Map<BoolOp | Compare, (Expr | undefined)[]>();

  /** The links of a chained comparison that were evaluated: none after one that fails. */
  private links(expr: Compare, values: Values): Expr {
    const count = expr.comparators.findLastIndex((c) => values.has(c)) + 1;
    if (count === 0 || count === expr.comparators.length) return expr;
    let parts = this.parts.get(expr);
    if (parts === undefined) this.parts.set(expr, (parts = []));
    return (parts[count] ??= {
      ...expr,
      ops: expr.ops.slice(0, count),
      comparators: expr.comparators.slice(0, count),
    });
  }

  private readonly sources = new Map<Expr, string>();

  /** The expression as it is written, canonically. */
  source(expr: Expr): string {
    let text = this.sources.get(expr);
    if (text === undefined) this.sources.set(expr, (text = printExpr(expr)));
    return text;
  }

  /** What was evaluated of a condition: `and` and `or` leave out the operands after the one that decides. */
  evaluated(expr: Expr, values: Values): Expr {
    if (expr.kind === 'Compare' && expr.ops.length > 1) return this.links(expr, values);
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
      kept.length === 1
        ? this.evaluated(kept[0]!, values)
        : kept.length === expr.values.length
          ? expr
          : { ...expr, values: kept };
    parts[key] = part;
    return part;
  }

  /** The source with the indices of subscripts filled in: `xs[0]` for `xs[i]`. */
  addressed(expr: Expr, values: Values): string {
    return this.fill(expr, 'addressed', values);
  }

  /** Stages from the source to `value`, neighbours distinct; always ends in `value`. */
  stages(whole: Expr, values: Values, value: string): string[] {
    const expr = values.chosen(whole);
    const source = this.fill(expr, 'addressed', values);
    const stages = source === value ? [] : [source];
    const add = (stage: string): void => {
      if (stage !== value && !stages.includes(stage)) stages.push(stage);
    };
    this.longest = 0;
    const open = this.fill(expr, 'open', values);
    if (this.longest > LONGEST_BRIEF) add(this.fill(expr, 'open', values, LONGEST_BRIEF));
    add(open);
    if (this.isCalling(expr)) {
      add(this.fill(expr, 'argued', values));
      add(this.fill(expr, 'closed', values));
    }
    stages.push(value);
    // an array that grew has room for many more, which a run of millions of steps would pay for
    return stages.slice();
  }

  private readonly calling = new Map<Expr, boolean>();

  /** Whether something in it is worked out for the later stages alone: without, they are what the open one is. */
  private isCalling(expr: Expr): boolean {
    let calling = this.calling.get(expr);
    if (calling === undefined) {
      calling = false;
      walk(expr, (node) => {
        calling ||= CLOSED.has(node.kind);
        return !calling;
      });
      this.calling.set(expr, calling);
    }
    return calling;
  }

  /** The expression with values put in for all its parts: `5 < 3`. */
  closed(expr: Expr, values: Values): string {
    return this.fill(expr, 'closed', values);
  }

  /** The expression with short values put in and long ones under their names: `len(xs) - 1`, `text[2]`. */
  brief(expr: Expr, values: Values): string {
    return this.fill(expr, 'open', values, LONGEST_BRIEF);
  }

  /** Length of the longest value put in by the last fillings. */
  private longest = 0;

  private fill(expr: Expr, mode: ShapeMode, values: Values, limit = LONGEST_PART): string {
    let shape = this.shapes[mode].get(expr);
    if (shape === undefined) {
      shape = shapeOf(expr, mode);
      this.shapes[mode].set(expr, shape);
    }
    let out = shape.texts[0]!;
    for (let i = 0; i < shape.holes.length; i++) {
      const { expr: part, tight, receiver } = shape.holes[i]!;
      const known = values.textOf(part);
      // what is long, was never evaluated or is best known by its name stands as it is written
      const value = values.get(part);
      const most =
        part.kind === 'Name' && value instanceof HeapObject ? Math.min(limit, LONGEST_NAMED) : limit;
      // a container of which a method is called is best known by its name, too
      const put =
        known !== undefined &&
        known.length <= most &&
        !isBestNamed(value) &&
        !(receiver && value instanceof HeapObject);
      if (put && known.length > this.longest) this.longest = known.length;
      let text = put ? known : this.written(part, expr, receiver ? 'open' : mode, values);
      if (tight && text.startsWith('-')) text = `(${text})`;
      out += text + shape.texts[i + 1]!;
    }
    return out;
  }

  private written(part: Expr, whole: Expr, mode: ShapeMode, values: Values): string {
    return part === whole && mode === 'addressed'
      ? shapeOf(part, 'addressed').texts.join('')
      : this.fill(part, mode === 'argued' && part !== whole ? 'open' : 'addressed', values);
  }
}
