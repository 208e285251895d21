// Expressions above atoms: trailers, operators, conditionals, lambdas, targets (language reference, chapter 6).
import type { Expr, Subscript } from '../ast.ts';
import { T } from '../lexer/token-types.ts';
import { nameNode, tokenFlags, tokenSpan } from './base.ts';
import { CallParser } from './calls.ts';
import { describe } from './targets.ts';

/** How deep lambdas may be nested; the parser recurses for each. */
const MAX_LAMBDAS = 30;

const startsPrefix = tokenFlags([T.Minus, T.Prefix, T.Plus]);

export abstract class ExpressionParser extends CallParser {
  // ---- atoms and trailers --------------------------------------------------------------------------

  private readonly atoms = [
    { ALT: (): Expr => this.nameAtom() },
    { ALT: (): Expr => this.numberAtom() },
    { ALT: (): Expr => this.SUBRULE(this.strings) },
    { ALT: (): Expr => this.SUBRULE(this.group) },
    { ALT: (): Expr => this.SUBRULE(this.list) },
    { ALT: (): Expr => this.singletonAtom() },
    { ALT: (): Expr => this.SUBRULE(this.braces) },
    { ALT: (): Expr => this.SUBRULE(this.lambda) },
    { ALT: (): Expr => this.ellipsisAtom() },
  ];

  private nameAtom(): Expr {
    return nameNode(this.CONSUME(T.Name));
  }

  private ellipsisAtom(): Expr {
    const token = this.CONSUME(T.Ellipsis);
    return { kind: 'Constant', value: { type: 'Ellipsis' }, span: tokenSpan(token) };
  }

  protected override readonly primary = this.RULE('primary', (): Expr => {
    if (this.RECORDING_PHASE || this.isNext(T.Await)) this.awaits();
    const start = this.here();
    let value = this.OR(this.atoms);
    this.MANY1(() => {
      value = this.OR1([
        {
          ALT: (): Expr => {
            const { args, keywords } = this.SUBRULE(this.callArguments);
            return { kind: 'Call', func: value, args, keywords, span: this.spanFrom(start) };
          },
        },
        {
          ALT: (): Expr => {
            this.CONSUME(T.Dot);
            const attr = this.CONSUME1(T.Name).image;
            return { kind: 'Attribute', value, attr, span: this.spanFrom(start) };
          },
        },
        {
          ALT: (): Expr => {
            this.CONSUME(T.LBracket);
            const index = this.leafBefore(T.RBracket) ?? this.SUBRULE(this.subscriptIndex);
            this.CONSUME(T.RBracket);
            return { kind: 'Subscript', value, index, span: this.spanFrom(start) } satisfies Subscript;
          },
        },
      ]);
    });
    return value;
  });

  private awaits(): void {
    this.MANY(() => {
      const token = this.CONSUME(T.Await);
      this.sink.unsupported('E0402', token.startOffset, token.endOffset! + 1);
    });
  }

  private readonly subscriptIndex = this.RULE('subscriptIndex', (): Expr => {
    const start = this.here();
    const first = this.SUBRULE(this.slice);
    const elts = [first];
    const hasComma = this.afterCommas(() => elts.push(this.SUBRULE1(this.slice)));
    if (!hasComma && first.kind !== 'Starred') return first;
    return { kind: 'Tuple', elts, span: this.spanFrom(start) };
  });

  private readonly slice = this.RULE('slice', (): Expr => {
    const start = this.here();
    return this.OR([
      {
        ALT: (): Expr => {
          const lower = this.leafItem() ?? this.SUBRULE(this.element);
          const isBare = this.RECORDING_PHASE || lower.span.end === this.ended();
          return (
            this.OPTION(() => {
              if (isBare && (lower.kind === 'Starred' || lower.kind === 'NamedExpr')) this.unexpected();
              return this.SUBRULE(this.sliceTail, { ARGS: [lower, start] });
            }) ?? lower
          );
        },
      },
      { ALT: (): Expr => this.SUBRULE1(this.sliceTail, { ARGS: [null, start] }) },
    ]);
  });

  private readonly sliceTail = this.RULE('sliceTail', (lower: Expr | null, start: number): Expr => {
    this.CONSUME(T.Colon);
    const upper = this.OPTION(() => this.leafItem() ?? this.SUBRULE(this.expression)) ?? null;
    const step = this.OPTION1(() => {
      this.CONSUME1(T.Colon);
      return this.OPTION2(() => this.SUBRULE1(this.expression));
    });
    return { kind: 'Slice', lower, upper, step: step ?? null, span: this.spanFrom(start) };
  });

  // ---- operators, conditionals and lambdas ---------------------------------------------------------

  protected override readonly disjunction = this.RULE('disjunction', (): Expr => {
    const mark = this.operatorStack.mark;
    if (this.RECORDING_PHASE || this.isPrefixNext()) this.prefixes(mark);
    let start = this.here();
    const first = this.leafOperand() ?? this.SUBRULE(this.primary);
    let isPending = true;
    this.MANY(() => {
      if (isPending) this.operatorStack.pushOperand(first, start, this.ended());
      isPending = false;
      const infix = this.OR(this.infixes);
      this.ACTION(() => this.operatorStack.pushInfix(infix, mark));
      if (this.RECORDING_PHASE || this.isPrefixNext()) this.prefixes1(mark);
      start = this.here();
      const operand = this.leafOperand() ?? this.SUBRULE1(this.primary);
      this.ACTION(() => this.operatorStack.pushOperand(operand, start, this.ended()));
    });
    if (isPending) {
      if (this.operatorStack.mark === mark) return first;
      this.operatorStack.pushOperand(first, start, this.ended());
    }
    return this.ACTION(() => this.operatorStack.finish(mark));
  });

  private isPrefixNext(): boolean {
    return startsPrefix[this.LA(1).tokenTypeIdx] === 1;
  }

  private readonly infixes = [
    { ALT: () => this.CONSUME(T.Infix).image },
    { ALT: () => this.CONSUME(T.Plus).image },
    { ALT: () => this.CONSUME(T.Minus).image },
    { ALT: () => this.CONSUME(T.Star).image },
    { ALT: () => this.CONSUME(T.Slash).image },
    { ALT: () => this.CONSUME(T.In).image },
    { ALT: () => this.CONSUME(T.StarStar).image },
    { ALT: () => this.CONSUME(T.Pipe).image },
    { ALT: () => this.CONSUME(T.At).image },
  ];

  private prefixes(mark: number): void {
    this.MANY1(() => {
      const token = this.OR1([
        { ALT: () => this.CONSUME1(T.Minus) },
        { ALT: () => this.CONSUME1(T.Prefix) },
        { ALT: () => this.CONSUME1(T.Plus) },
      ]);
      this.ACTION(() => {
        if (!this.operatorStack.pushPrefix(token.image, token.startOffset, mark)) this.unexpected(token);
      });
    });
  }

  private prefixes1(mark: number): void {
    this.MANY2(() => {
      const token = this.OR2([
        { ALT: () => this.CONSUME2(T.Minus) },
        { ALT: () => this.CONSUME2(T.Prefix) },
        { ALT: () => this.CONSUME2(T.Plus) },
      ]);
      this.ACTION(() => {
        if (!this.operatorStack.pushPrefix(token.image, token.startOffset, mark)) this.unexpected(token);
      });
    });
  }

  protected override readonly expression = this.RULE('expression', (): Expr => this.conditional());

  /** An expression, `expression` itself; a part of the calling rule. */
  private conditional(): Expr {
    const start = (this.expressionStart = this.here());
    const first = this.SUBRULE(this.disjunction);
    if (!this.RECORDING_PHASE && !this.isNext(T.If)) return first;
    const rest: { body: Expr; test: Expr; start: number }[] = [];
    let body = first;
    let bodyStart = start;
    this.MANY(() => {
      this.CONSUME(T.If);
      const test = this.SUBRULE1(this.disjunction);
      if (!this.RECORDING_PHASE && !this.isNext(T.Else)) this.missingElse(bodyStart);
      this.CONSUME(T.Else);
      rest.push({ body, test, start: bodyStart });
      bodyStart = this.expressionStart = this.here();
      body = this.SUBRULE2(this.disjunction);
    });
    return this.ACTION(() => this.joinConditionals(rest, body));
  }

  private missingElse(start: number): never {
    if (this.isNext(T.Colon) || this.isNext(T.Invalid)) this.unexpected();
    this.fail('E0241', this.spanFrom(start), {});
  }

  /** `a if b else c if d else e` nests to the right. */
  private joinConditionals(rest: { body: Expr; test: Expr; start: number }[], last: Expr): Expr {
    const end = this.ended();
    let orelse = last;
    for (const { body, test, start } of rest.reverse()) {
      orelse = { kind: 'IfExp', test, body, orelse, span: { start, end } };
    }
    return orelse;
  }

  private readonly lambda = this.RULE('lambda', (): Expr => {
    const token = this.CONSUME(T.Lambda);
    if (!this.RECORDING_PHASE) {
      // After an operator, or where only a disjunction may stand, a lambda needs parentheses.
      if (token.startOffset !== this.expressionStart) this.unexpected(token);
      if (++this.lambdas > MAX_LAMBDAS) this.refuseDepth(token.startOffset);
    }
    const params = this.SUBRULE(this.lambdaParameters);
    this.CONSUME(T.Colon);
    const { body: outer } = this;
    this.body = { kind: 'function', loops: 0 };
    const body = this.SUBRULE(this.expression);
    this.body = outer;
    this.lambdas--;
    return { kind: 'Lambda', params, body, span: this.spanFrom(token.startOffset) };
  });

  private refuseDepth(start: number): never {
    this.sink.unsupported('E0413', start, start + 1);
    this.unexpected({ ...this.LA(1), tokenType: T.Invalid });
  }

  protected override readonly namedExpression = this.RULE('namedExpression', (): Expr => {
    const start = this.here();
    const target = this.conditional();
    return this.OPTION(() => this.assignmentExpression(target, start)) ?? target;
  });

  private assignmentExpression(target: Expr, start: number): Expr {
    const isBare = this.RECORDING_PHASE || (target.span.start === start && target.span.end === this.ended());
    this.CONSUME(T.ColonEqual);
    const value = this.SUBRULE1(this.expression);
    if (this.RECORDING_PHASE) return value;
    if (target.kind !== 'Name') return this.fail('E0211', target.span, { what: describe(target) });
    if (!isBare) this.unexpected(this.LA(0));
    if (target.id === '__debug__') this.report('E0205', target.span, { what: target.id });
    this.needsScopes = true;
    return { kind: 'NamedExpr', target, value, span: this.spanFrom(start) };
  }

  protected override readonly element = this.RULE('element', (): Expr => {
    const start = this.here();
    const star = this.OPTION(() => this.CONSUME(T.Star));
    const value = this.conditional();
    if (star !== undefined && !this.RECORDING_PHASE) return this.starred(value, start);
    return this.OPTION1(() => this.assignmentExpression(value, start)) ?? value;
  });

  /** A starred expression takes nothing looser than `|`, unless in parentheses. */
  private starred(value: Expr, start: number): Expr {
    const { kind, span } = value;
    const isLoose =
      kind === 'BoolOp' ||
      kind === 'Compare' ||
      kind === 'IfExp' ||
      kind === 'Lambda' ||
      (kind === 'UnaryOp' && value.op === 'not');
    // A node in parentheses ends before the last token does.
    if (isLoose && span.end === this.ended()) this.unexpected(this.LA(0));
    return { kind: 'Starred', value, span: this.spanFrom(start) };
  }

  // ---- lists without brackets ----------------------------------------------------------------------

  protected override readonly starExpressions = this.RULE('starExpressions', (): Expr => {
    const start = this.here();
    const star = this.OPTION(() => this.CONSUME(T.Star));
    const value = this.leafItem() ?? this.SUBRULE(this.expression);
    const first = star === undefined || this.RECORDING_PHASE ? value : this.starred(value, start);
    if (!this.RECORDING_PHASE && !this.isNext(T.Comma)) return first;
    const elts = [first];
    const hasComma = this.afterCommas(() => elts.push(this.nextStarExpression()));
    return !hasComma ? first : { kind: 'Tuple', elts, span: this.spanFrom(start) };
  });

  private nextStarExpression(): Expr {
    const start = this.here();
    const star = this.OPTION1(() => this.CONSUME1(T.Star));
    const value = this.leafItem() ?? this.SUBRULE1(this.expression);
    return star === undefined || this.RECORDING_PHASE ? value : this.starred(value, start);
  }

  /** Like `starExpressions`, where a lone `*a` has nothing to unpack into. */
  protected wholeValue(value: Expr): Expr {
    if (value.kind === 'Starred') this.report('E0228', value.span, {});
    return value;
  }

  protected override readonly yieldExpression = this.RULE('yieldExpression', (): Expr => {
    const token = this.CONSUME(T.Yield);
    const start = token.startOffset;
    this.ACTION(() => {
      if (this.body.kind !== 'function') this.report('E0233', tokenSpan(token), {});
      this.needsScopes = true;
    });
    return this.OR([
      {
        ALT: (): Expr => {
          this.CONSUME(T.From);
          const value = this.SUBRULE(this.expression);
          return { kind: 'YieldFrom', value, span: this.spanFrom(start) };
        },
      },
      {
        ALT: (): Expr => {
          const value = this.OPTION(() => this.wholeValue(this.SUBRULE(this.starExpressions))) ?? null;
          return { kind: 'Yield', value, span: this.spanFrom(start) };
        },
      },
    ]);
  });

  // ---- targets -------------------------------------------------------------------------------------

  private readonly target = this.RULE('target', (): Expr => {
    const start = this.here();
    const star = this.OPTION(() => this.CONSUME(T.Star));
    const value = this.leafOperand() ?? this.SUBRULE(this.primary);
    return star === undefined ? value : { kind: 'Starred', value, span: this.spanFrom(start) };
  });

  /** The targets of `for`, `with` and `del`, to be checked by the caller: they are read as primaries. */
  protected override readonly targets = this.RULE('targets', (): Expr => {
    const start = this.here();
    const first = this.SUBRULE(this.target);
    const elts = [first];
    if (!this.RECORDING_PHASE && !this.isNext(T.Comma)) return first;
    const hasComma = this.afterCommas(() => elts.push(this.SUBRULE1(this.target)));
    return !hasComma ? first : { kind: 'Tuple', elts, span: this.spanFrom(start) };
  });
}
