// Random expressions and patterns that Python can write: trees as the parser makes them, without places. What is drawn
// comes from fast-check, so that a tree that breaks a law shrinks.
import fc, { type GeneratorValue } from 'fast-check';
import type * as ast from '../../grammar/index.ts';

type Expr = ast.Expr;

/** Where an expression stands, as far as it decides what may be in it. */
export interface Context {
  /** How much deeper it may go. */
  depth: number;
  canYield: boolean;
  canName: boolean;
}

const BINARY = ['+', '-', '*', '/', '//', '%', '**', '<<', '>>', '|', '^', '&', '@'] as const;
const UNARY = ['-', '+', '~', 'not'] as const;
const COMPARE = ['==', '!=', '<', '<=', '>', '>=', 'is', 'is not', 'in', 'not in'] as const;
const NAMES = ['a', 'b', 'c', 'xs', 'match', 'case', '_', 'é', 'print', '__d', 'x1'] as const;

const none = { start: 0, end: 0 };

const text = fc.oneof(
  {
    weight: 3,
    arbitrary: fc.constantFrom('', 'a', "it's", '"', '\'"', '\\', '\n', '{x}', '\0', "'''", '"""', 'a\r\nb'),
  },
  fc.string({ unit: 'binary', maxLength: 6 }),
  fc.string({ unit: 'grapheme', maxLength: 6 }),
);
const constant: fc.Arbitrary<ast.ConstantValue> = fc.oneof(
  fc.nat(300).map((value): ast.ConstantValue => ({ type: 'int', value })),
  fc.maxSafeNat().map((value): ast.ConstantValue => ({ type: 'int', value })),
  fc.bigInt({ min: 2n ** 53n, max: 2n ** 200n }).map((value): ast.ConstantValue => ({ type: 'int', value })),
  fc
    .double({ min: 0, noNaN: true })
    .map((value): ast.ConstantValue => ({ type: 'float', value: value === 0 ? 0 : value })),
  text.map((value): ast.ConstantValue => ({ type: 'str', value })),
  fc
    .uint8Array({ maxLength: 5 })
    .map((value): ast.ConstantValue => ({ type: 'bytes', value: Uint8Array.from(value) })),
  fc.boolean().map((value): ast.ConstantValue => ({ type: 'bool', value })),
  fc.constantFrom<ast.ConstantValue>({ type: 'None' }, { type: 'Ellipsis' }),
);
const plainText = fc.constantFrom('a', ' ', '>5', 'x y', '%d', '.2f', '=', ':', '!', 'é');

/** Draws expressions. */
export class ExpressionMaker {
  protected readonly draw: GeneratorValue;
  private names = 0;

  constructor(draw: GeneratorValue) {
    this.draw = draw;
  }

  // ---- drawing ---------------------------------------------------------------------------------------

  protected below(limit: number): number {
    return this.draw(fc.nat, { max: limit - 1 });
  }

  protected chance(outOf: number): boolean {
    return this.below(outOf) === outOf - 1;
  }

  protected pick<T>(items: readonly T[]): T {
    return items[this.below(items.length)]!;
  }

  protected many<T>(least: number, most: number, make: () => T): T[] {
    return Array.from({ length: least + this.below(most - least + 1) }, make);
  }

  protected maybe<T>(make: () => T): T | null {
    return this.below(2) === 1 ? make() : null;
  }

  /** A name that nothing else in the tree has. */
  protected fresh(prefix: string): string {
    return `${prefix}${this.names++}`;
  }

  // ---- expressions -----------------------------------------------------------------------------------

  name(): ast.Name {
    return { kind: 'Name', id: this.pick(NAMES), span: none };
  }

  private constant(): ast.Constant {
    return { kind: 'Constant', value: this.draw(() => constant), span: none };
  }

  /** An expression that can stand by itself: no starred one, no slice, no `yield` or `:=` unless allowed. */
  expr(context: Context): Expr {
    if (context.depth <= 0) return this.below(2) === 0 ? this.name() : this.constant();
    const inner: Context = { ...context, depth: context.depth - 1 };
    const closed: Context = { ...inner, canYield: false, canName: false };
    const one = (): Expr => this.expr(inner);
    switch (this.below(24)) {
      case 0:
      case 1:
        return this.name();
      case 2:
      case 3:
        return this.constant();
      case 4:
        return { kind: 'BoolOp', op: this.pick(['and', 'or']), values: this.many(2, 3, one), span: none };
      case 5:
      case 6:
        return { kind: 'BinOp', left: one(), op: this.pick(BINARY), right: one(), span: none };
      case 7:
      case 8:
        return { kind: 'UnaryOp', op: this.pick(UNARY), operand: one(), span: none };
      case 9:
        return this.lambda(inner);
      case 10:
        return { kind: 'IfExp', test: one(), body: one(), orelse: one(), span: none };
      case 11:
        return this.dict(inner);
      case 12:
        return { kind: 'Set', elts: this.elements(1, inner), span: none };
      case 13:
        return { kind: 'List', elts: this.elements(0, inner), span: none };
      case 14:
        return { kind: 'Tuple', elts: this.elements(0, inner), span: none };
      case 15: {
        const kind = this.pick(['ListComp', 'SetComp', 'GeneratorExp'] as const);
        return { kind, elt: this.expr(closed), generators: this.clauses(closed), span: none };
      }
      case 16: {
        const [key, value] = [this.expr(closed), this.expr(closed)];
        return { kind: 'DictComp', key, value, generators: this.clauses(closed), span: none };
      }
      case 17: {
        const comparators = this.many(1, 3, one);
        return {
          kind: 'Compare',
          left: one(),
          ops: comparators.map(() => this.pick(COMPARE)),
          comparators,
          span: none,
        };
      }
      case 18:
        return this.call(inner);
      case 19:
        return this.joined(inner, 0);
      case 20:
        return { kind: 'Attribute', value: one(), attr: this.pick(NAMES), span: none };
      case 21:
        return { kind: 'Subscript', value: one(), index: this.index(inner), span: none };
      case 22:
        if (!context.canName) return this.name();
        return { kind: 'NamedExpr', target: this.freshName('w'), value: this.expr(inner), span: none };
      default:
        if (!context.canYield) return this.name();
        if (this.below(2) === 0) return { kind: 'YieldFrom', value: one(), span: none };
        return { kind: 'Yield', value: this.maybe(() => this.values(inner)), span: none };
    }
  }

  private freshName(prefix: string): ast.Name {
    return { kind: 'Name', id: this.fresh(prefix), span: none };
  }

  /** An expression, or a tuple that may hold starred ones. */
  values(context: Context): Expr {
    return this.chance(4)
      ? { kind: 'Tuple', elts: this.elements(1, context), span: none }
      : this.expr(context);
  }

  private elements(least: number, context: Context): Expr[] {
    return this.many(least, 3, (): Expr => {
      const value = this.expr(context);
      return this.chance(5) ? { kind: 'Starred', value, span: none } : value;
    });
  }

  private dict(context: Context): Expr {
    const values = this.many(0, 3, () => this.expr(context));
    const keys = values.map(() => (this.chance(4) ? null : this.expr(context)));
    return { kind: 'Dict', keys, values, span: none };
  }

  private clauses(context: Context): ast.Comprehension[] {
    return this.many(1, 2, () => ({
      kind: 'Comprehension',
      target: this.target(context),
      iter: this.expr(context),
      ifs: this.many(0, 2, () => this.expr(context)),
      span: none,
    }));
  }

  private lambda(context: Context): Expr {
    const params = this.params({ ...context, canYield: false }, false);
    return { kind: 'Lambda', params, body: this.expr({ ...context, canYield: true }), span: none };
  }

  private call(context: Context): Expr {
    return {
      kind: 'Call',
      func: this.expr(context),
      args: this.elements(0, context),
      keywords: this.keywords(context),
      span: none,
    };
  }

  keywords(context: Context): ast.Keyword[] {
    return this.many(0, 2, () => ({
      kind: 'Keyword',
      name: this.chance(4) ? null : this.fresh('k'),
      value: this.expr(context),
      span: none,
    }));
  }

  private index(context: Context): Expr {
    if (this.chance(4)) {
      return { kind: 'Tuple', elts: this.many(1, 3, () => this.indexItem(context, true)), span: none };
    }
    return this.indexItem(context, false);
  }

  private indexItem(context: Context, canStar: boolean): Expr {
    const part = (): Expr | null => this.maybe(() => this.expr(context));
    if (this.chance(3)) return { kind: 'Slice', lower: part(), upper: part(), step: part(), span: none };
    const value = this.expr(context);
    return canStar && this.chance(4) ? { kind: 'Starred', value, span: none } : value;
  }

  /** An f-string; texts never stand beside each other, for the parser joins them. */
  private joined(context: Context, level: number): ast.JoinedStr {
    const values: ast.JoinedStr['values'] = [];
    const pieces = this.below(4);
    for (let i = 0; i < pieces; i++) {
      if (this.below(2) === 0 && values.at(-1)?.kind !== 'Constant') {
        const value = this.draw(() => (level > 0 ? plainText : fc.oneof(plainText, text)));
        if (value !== '') values.push({ kind: 'Constant', value: { type: 'str', value }, span: none });
      } else {
        values.push(this.field(context, level));
      }
    }
    return { kind: 'JoinedStr', values, span: none };
  }

  private field(context: Context, level: number): ast.FormattedValue {
    return {
      kind: 'FormattedValue',
      value: this.expr({ ...context, depth: Math.min(context.depth, 2) - 1 }),
      conversion: this.pick([null, null, 's', 'r', 'a']),
      formatSpec: level === 0 && this.chance(3) ? this.joined(context, 1) : null,
      span: none,
    };
  }

  // ---- parameters and targets ------------------------------------------------------------------------

  params(context: Context, isAnnotated: boolean): ast.Params {
    const param = (hasDefault: boolean): ast.Param => ({
      kind: 'Param',
      name: this.fresh('p'),
      annotation: isAnnotated
        ? this.maybe(() => this.expr({ ...context, canYield: false, canName: false }))
        : null,
      default: hasDefault ? this.expr(context) : null,
      span: none,
    });
    const [posonly, args] = [this.below(2), this.below(3)];
    const plain = this.below(posonly + args + 1);
    const positional = Array.from({ length: posonly + args }, (_, i) => param(i >= plain));
    return {
      kind: 'Params',
      posonly: positional.slice(0, posonly),
      args: positional.slice(posonly),
      vararg: this.chance(4) ? param(false) : null,
      kwonly: this.many(0, this.chance(3) ? 2 : 0, () => param(this.below(2) === 0)),
      kwarg: this.chance(4) ? param(false) : null,
      span: none,
    };
  }

  /** What can be assigned; tuples and lists hold at most one starred target. */
  target(context: Context): Expr {
    const kind = this.below(8);
    if (context.depth <= 0 || kind < 4) return this.name();
    const inner: Context = { ...context, depth: context.depth - 1 };
    if (kind < 6) return this.place(inner);
    const elts = this.many(0, 3, () => this.target(inner));
    if (elts.length > 0 && this.chance(3)) {
      const at = this.below(elts.length);
      elts[at] = { kind: 'Starred', value: elts[at]!, span: none };
    }
    return { kind: kind === 6 ? 'Tuple' : 'List', elts, span: none };
  }

  /** A name, an attribute or a subscript. */
  place(context: Context): ast.Name | ast.Attribute | ast.Subscript {
    const kind = this.below(3);
    if (context.depth <= 0 || kind === 0) return this.name();
    const inner: Context = { ...context, depth: context.depth - 1 };
    const value = this.expr(inner);
    if (kind === 1) return { kind: 'Attribute', value, attr: this.pick(NAMES), span: none };
    return { kind: 'Subscript', value, index: this.index(inner), span: none };
  }
}
