// How an expression reads once values are put in for its parts. A shape is an expression printed once with holes;
// filling it per execution is a join of strings. Knows the AST and the printer, not the trace.
import type { Call, Expr, Keyword, Name } from '../../grammar/ast.ts';
import { printExpr } from '../../grammar/index.ts';

/**
 * What is left open: `addressed` keeps the expression but for the indices of its subscripts (`xs[0] + xs[1]`);
 * `open` puts values for names and subscripts and keeps calls (`max(3 + 1, 2) * 2`); `argued` puts values for what
 * calls are given (`max(4, 2) * 2`), `closed` for the calls themselves (`4 * 2`).
 */
export type ShapeMode = 'addressed' | 'open' | 'argued' | 'closed';

export interface Hole {
  readonly expr: Expr;
  /** A negative number here needs parentheses: `(-3) ** 2`. */
  readonly tight: boolean;
  /** A method of it is called. */
  readonly receiver: boolean;
}

/** `texts` has one element more than `holes`: text, hole, text, hole, …, text. */
export interface Shape {
  readonly texts: readonly string[];
  readonly holes: readonly Hole[];
}

const MARK = '\u0001';
const NOWHERE = { start: 0, end: 0 };

/** Expressions that are written out even where their value would do, and those without a value that says anything. */
const LITERALS = new Set<Expr['kind']>(['Lambda', 'GeneratorExp', 'List', 'Tuple', 'Set', 'Dict', 'Name']);

class Hollow {
  readonly holes: Hole[] = [];
  private readonly mode: ShapeMode;
  constructor(mode: ShapeMode) {
    this.mode = mode;
  }

  private hole(expr: Expr, tight = false, receiver = false): Name {
    this.holes.push({ expr, tight, receiver });
    return { kind: 'Name', id: MARK, span: NOWHERE };
  }

  private receiver(expr: Expr): Expr {
    return expr.kind === 'Name' && this.mode !== 'addressed'
      ? this.hole(expr, true, true)
      : this.of(expr, true);
  }

  /** The value of a call's argument; what has none of its own stays as it is. */
  private whole(arg: Expr): Expr {
    if (arg.kind === 'Starred') return { ...arg, value: this.whole(arg.value) };
    return arg.kind === 'Constant' || LITERALS.has(arg.kind) ? this.of(arg) : this.hole(arg);
  }

  private list(exprs: Expr[]): Expr[] {
    return exprs.map((e) => this.of(e));
  }

  private keywords(keywords: Keyword[]): Keyword[] {
    return keywords.map((k) => ({ ...k, value: this.of(k.value) }));
  }

  private call(expr: Call, tight: boolean): Expr {
    if (this.mode === 'closed') return this.hole(expr, tight);
    const func: Expr =
      expr.func.kind === 'Attribute' ? { ...expr.func, value: this.receiver(expr.func.value) } : expr.func;
    if (this.mode === 'argued')
      return {
        ...expr,
        func,
        args: expr.args.map((arg) => this.whole(arg)),
        keywords: expr.keywords.map((k) => ({ ...k, value: this.whole(k.value) })),
      };
    return { ...expr, func, args: this.list(expr.args), keywords: this.keywords(expr.keywords) };
  }

  /** The expression with holes, in the order in which they will be printed. */
  of(expr: Expr, tight = false): Expr {
    switch (expr.kind) {
      case 'Constant':
      case 'Lambda':
      case 'Yield':
      case 'YieldFrom':
        return expr;
      case 'Name':
        return this.mode === 'addressed' ? expr : this.hole(expr, tight);
      case 'Attribute':
        return this.mode === 'addressed'
          ? { ...expr, value: this.of(expr.value, true) }
          : this.hole(expr, tight);
      case 'Subscript':
        if (this.mode !== 'addressed') return this.hole(expr, tight);
        return { ...expr, value: this.of(expr.value, true), index: this.index(expr.index) };
      case 'Call':
        return this.call(expr, tight);
      case 'JoinedStr':
      case 'FormattedValue':
      case 'ListComp':
      case 'SetComp':
      case 'DictComp':
      case 'GeneratorExp':
        return this.mode === 'closed' ? this.hole(expr, tight) : expr;
      case 'NamedExpr':
        return this.mode === 'addressed' ? { ...expr, value: this.of(expr.value) } : this.hole(expr, tight);
      case 'BoolOp':
        return { ...expr, values: this.list(expr.values) };
      case 'BinOp':
        return { ...expr, left: this.of(expr.left, expr.op === '**'), right: this.of(expr.right) };
      case 'UnaryOp':
        return { ...expr, operand: this.of(expr.operand, expr.op !== 'not') };
      case 'IfExp': {
        if (this.mode !== 'addressed') return this.hole(expr, tight);
        // printed order is body, test, orelse
        const body = this.of(expr.body);
        const test = this.of(expr.test);
        return { ...expr, body, test, orelse: this.of(expr.orelse) };
      }
      case 'Compare':
        return { ...expr, left: this.of(expr.left), comparators: this.list(expr.comparators) };
      case 'Starred':
        return { ...expr, value: this.of(expr.value) };
      case 'List':
      case 'Tuple':
      case 'Set':
        return { ...expr, elts: this.list(expr.elts) };
      case 'Dict': {
        const keys: (Expr | null)[] = [];
        const values: Expr[] = [];
        expr.keys.forEach((key, i) => {
          keys.push(key === null ? null : this.of(key));
          values.push(this.of(expr.values[i]!));
        });
        return { ...expr, keys, values };
      }
      case 'Slice':
        return this.index(expr);
    }
  }

  private index(expr: Expr): Expr {
    const bound = (e: Expr | null): Expr | null => (e === null ? null : this.index(e));
    switch (expr.kind) {
      case 'Constant':
        return expr;
      case 'Slice': {
        const lower = bound(expr.lower);
        const upper = bound(expr.upper);
        return { ...expr, lower, upper, step: bound(expr.step) };
      }
      case 'Tuple':
        return { ...expr, elts: expr.elts.map((e) => this.index(e)) };
      case 'UnaryOp':
        return expr.operand.kind === 'Constant' ? expr : this.hole(expr);
      default:
        return this.hole(expr);
    }
  }
}

/** Prints `expr` with holes for what `mode` leaves open. */
export function shapeOf(expr: Expr, mode: ShapeMode): Shape {
  // a name is what is asked for most, and is all text or all hole
  if (expr.kind === 'Name')
    return mode === 'addressed'
      ? { texts: [expr.id], holes: [] }
      : { texts: ['', ''], holes: [{ expr, tight: false, receiver: false }] };
  const hollow = new Hollow(mode);
  const texts = printExpr(hollow.of(expr)).split(MARK);
  if (texts.length !== hollow.holes.length + 1) return { texts: [printExpr(expr)], holes: [] };
  return { texts, holes: hollow.holes };
}
