// Compound statements (language reference, chapter 8).
import type { ClassDef, Expr, FunctionDef, If, Keyword, Stmt, WithItem } from '../ast.ts';
import { T } from '../lexer/token-types.ts';
import { tokenSpan } from './base.ts';
import { BlockParser } from './blocks.ts';
import { isIrrefutable, unreachableCause } from './pattern-names.ts';
import { checkTarget } from './targets.ts';

/** The longest chain of `elif`; each is nested in the one before. */
const MAX_ELIFS = 1000;

export abstract class StatementParser extends BlockParser {
  private readonly statementAlternatives = [
    { ALT: () => this.SUBRULE(this.simpleStatements) },
    { ALT: () => this.add(this.SUBRULE(this.ifStatement)) },
    { ALT: () => this.add(this.SUBRULE(this.forStatement)) },
    { ALT: () => this.add(this.SUBRULE(this.whileStatement)) },
    { ALT: () => this.add(this.SUBRULE(this.functionStatement)) },
    { ALT: () => this.add(this.SUBRULE(this.classStatement)) },
    { ALT: () => this.add(this.SUBRULE(this.decorated)) },
    { ALT: () => this.add(this.SUBRULE(this.withStatement)) },
    { ALT: () => this.add(this.SUBRULE(this.tryStatement)) },
    { ALT: () => this.add(this.SUBRULE(this.matchStatement)) },
    { ALT: () => this.add(this.SUBRULE(this.asyncStatement)) },
  ];

  private add(statement: Stmt): void {
    this.into.push(statement);
    this.isFutureOpen = false;
  }

  protected override readonly statement = this.RULE('statement', (): void =>
    this.OR(this.statementAlternatives),
  );

  // ---- if, while, for ------------------------------------------------------------------------------

  private readonly ifStatement = this.RULE('ifStatement', (): Stmt => {
    const start = this.here();
    this.CONSUME(T.If);
    const test = this.test(0);
    const body = this.SUBRULE(this.block, { ARGS: ["'if' statement", start] });
    const first: If = { kind: 'If', test, body, orelse: [], span: { start, end: 0 } };
    const clauses = [first];
    this.MANY(() => {
      const elifStart = this.here();
      this.CONSUME(T.Elif);
      const elifTest = this.test(1);
      const elifBody = this.SUBRULE1(this.block, { ARGS: ["'elif' statement", elifStart] });
      const span = { start: elifStart, end: 0 };
      clauses.push({ kind: 'If', test: elifTest, body: elifBody, orelse: [], span });
    });
    const orelse = this.OPTION(() => this.elseBlock());
    this.ACTION(() => {
      if (clauses.length - 1 > MAX_ELIFS) this.sink.unsupported('E0414', start, start + 2);
      let rest = orelse ?? [];
      for (const clause of clauses.reverse()) {
        clause.orelse = rest;
        clause.span.end = this.statementEnd;
        rest = [clause];
      }
    });
    return first;
  });

  private elseBlock(): Stmt[] {
    const start = this.here();
    this.CONSUME(T.Else);
    return this.SUBRULE8(this.block, { ARGS: ["'else' statement", start] });
  }

  private readonly whileStatement = this.RULE('whileStatement', (): Stmt => {
    const start = this.here();
    this.CONSUME(T.While);
    const test = this.test(0);
    const body = this.inLoop(() => this.SUBRULE(this.block, { ARGS: ["'while' statement", start] }));
    const orelse = this.OPTION(() => this.elseBlock()) ?? [];
    return { kind: 'While', test, body, orelse, span: { start, end: this.statementEnd } };
  });

  private readonly forStatement = this.RULE('forStatement', (): Stmt => {
    const start = this.here();
    this.CONSUME(T.For);
    const target = this.SUBRULE(this.targets);
    this.ACTION(() => checkTarget(this.sink, target, 'for'));
    this.CONSUME(T.In);
    const iter = this.wholeValue(this.SUBRULE(this.starExpressions));
    const body = this.inLoop(() => this.SUBRULE(this.block, { ARGS: ["'for' statement", start] }));
    const orelse = this.OPTION(() => this.elseBlock()) ?? [];
    return { kind: 'For', target, iter, body, orelse, span: { start, end: this.statementEnd } };
  });

  // ---- functions and classes -----------------------------------------------------------------------

  private readonly functionStatement = this.RULE(
    'functionStatement',
    (decorators: Expr[] = []): FunctionDef => {
      const start = this.here();
      this.CONSUME(T.Def);
      const name = this.definedName();
      if (!this.RECORDING_PHASE && !this.isNext(T.LParen) && !this.isNext(T.Invalid)) {
        this.fail('E0202', tokenSpan(this.LA(1)), { token: '(' });
      }
      this.CONSUME(T.LParen);
      const params = this.SUBRULE(this.parameters);
      this.CONSUME(T.RParen);
      const returns = this.OPTION(() => {
        this.CONSUME(T.Arrow);
        return this.SUBRULE(this.expression);
      });
      const body = this.inBody('function', () =>
        this.SUBRULE(this.block, { ARGS: ['function definition', start] }),
      );
      const span = { start, end: this.statementEnd };
      return { kind: 'FunctionDef', name, params, body, decorators, returns: returns ?? null, span };
    },
  );

  private definedName(): string {
    const token = this.CONSUME(T.Name);
    if (token.image === '__debug__') this.report('E0205', tokenSpan(token), { what: token.image });
    return token.image;
  }

  private readonly classStatement = this.RULE('classStatement', (decorators: Expr[] = []): ClassDef => {
    const start = this.here();
    this.CONSUME(T.Class);
    const name = this.definedName();
    let bases: Expr[] = [];
    let keywords: Keyword[] = [];
    this.OPTION(() => {
      const found = this.SUBRULE(this.callArguments);
      const open = this.RECORDING_PHASE ? undefined : found.args.find((base) => base.kind === 'GeneratorExp');
      if (open !== undefined && this.LA(0).endOffset! + 1 === open.span.end) this.unexpected(this.LA(0));
      bases = found.args;
      keywords = found.keywords;
    });
    const body = this.inBody('class', () => this.SUBRULE(this.block, { ARGS: ['class definition', start] }));
    const span = { start, end: this.statementEnd };
    return { kind: 'ClassDef', name, bases, keywords, body, decorators, span };
  });

  private readonly decorated = this.RULE('decorated', (): Stmt => {
    const decorators: Expr[] = [];
    this.AT_LEAST_ONE(() => {
      this.CONSUME(T.At);
      decorators.push(this.SUBRULE(this.namedExpression));
      this.CONSUME(T.Newline);
    });
    return this.OR([
      { ALT: (): Stmt => this.SUBRULE(this.functionStatement, { ARGS: [decorators] }) },
      { ALT: (): Stmt => this.SUBRULE(this.classStatement, { ARGS: [decorators] }) },
      { ALT: (): Stmt => this.SUBRULE(this.asyncStatement) },
    ]);
  });

  /** Read like its plain counterpart, and refused by name. */
  private readonly asyncStatement = this.RULE('asyncStatement', (): Stmt => {
    const token = this.CONSUME(T.Async);
    const refuse = (code: 'E0401' | 'E0403' | 'E0404'): void =>
      this.ACTION(() => this.sink.unsupported(code, token.startOffset, this.LA(1).endOffset! + 1));
    return this.OR([
      {
        ALT: (): Stmt => {
          refuse('E0401');
          return this.SUBRULE(this.functionStatement);
        },
      },
      {
        ALT: (): Stmt => {
          refuse('E0403');
          return this.SUBRULE(this.forStatement);
        },
      },
      {
        ALT: (): Stmt => {
          refuse('E0404');
          return this.SUBRULE(this.withStatement);
        },
      },
    ]);
  });

  // ---- with ----------------------------------------------------------------------------------------

  private readonly withStatement = this.RULE('withStatement', (): Stmt => {
    const start = this.here();
    this.CONSUME(T.With);
    const isWrapped = !this.RECORDING_PHASE && this.isNext(T.LParen) && this.isItemList();
    let items: WithItem[] = [];
    this.OR([
      {
        GATE: () => isWrapped,
        ALT: () => {
          this.CONSUME(T.LParen);
          items = this.SUBRULE(this.withItems);
          this.CONSUME(T.RParen);
        },
      },
      { ALT: () => (items = this.SUBRULE1(this.withItems)) },
    ]);
    const body = this.SUBRULE(this.block, { ARGS: ["'with' statement", start] });
    return { kind: 'With', items, body, span: { start, end: this.statementEnd } };
  });

  private readonly withItems = this.RULE('withItems', (): WithItem[] => {
    const items = [this.SUBRULE(this.withItem)];
    const hasComma = this.afterCommas(() => items.push(this.SUBRULE1(this.withItem)));
    if (hasComma && this.LA(0).tokenType === T.Comma && !this.isNext(T.RParen)) this.unexpected();
    return items;
  });

  private readonly withItem = this.RULE('withItem', (): WithItem => {
    const start = this.here();
    const context = this.SUBRULE(this.expression);
    const target = this.OPTION(() => {
      this.CONSUME(T.As);
      return this.SUBRULE(this.withTarget);
    });
    return { kind: 'WithItem', context, target: target ?? null, span: this.spanFrom(start) };
  });

  private readonly withTarget = this.RULE('withTarget', (): Expr => {
    const start = this.here();
    const star = this.OPTION(() => this.CONSUME(T.Star));
    const value = this.SUBRULE(this.primary);
    const span = this.spanFrom(start);
    const target: Expr = star === undefined ? value : { kind: 'Starred', value, span };
    this.ACTION(() => checkTarget(this.sink, target, 'with'));
    return target;
  });

  /**
   * Whether the parenthesis after `with` holds the items rather than belonging to the first one's expression: its
   * partner stands before the colon, and what it holds could be items.
   */
  private isItemList(): boolean {
    let depth = 0;
    let lambdas = 0;
    for (let i = 1; ; i++) {
      const type = this.LA(i).tokenType;
      if (type === T.LParen || type === T.LBracket || type === T.LBrace) {
        depth++;
      } else if (type === T.RParen || type === T.RBracket || type === T.RBrace) {
        if (--depth === 0) return i > 2 && this.LA(i + 1).tokenType === T.Colon;
      } else if (depth === 1) {
        const previous = this.LA(i - 1).tokenType;
        const isElementStart = previous === T.LParen || previous === T.Comma;
        if (type === T.Lambda) lambdas++;
        else if (type === T.Colon) lambdas--;
        else if (type === T.ColonEqual || type === T.For || type === T.Yield) return false;
        else if (type === T.Star && isElementStart && lambdas === 0) return false;
      }
      if (type === T.Newline || Number.isNaN(this.LA(i).startOffset)) return false;
    }
  }

  // ---- try -----------------------------------------------------------------------------------------

  private readonly tryStatement = this.RULE('tryStatement', (): Stmt => {
    const start = this.here();
    this.CONSUME(T.Try);
    const statement: Extract<Stmt, { kind: 'Try' }> = {
      ...{ kind: 'Try', handlers: [], orelse: [], finalbody: [] },
      body: this.SUBRULE(this.block, { ARGS: ["'try' statement", start] }),
      span: { start, end: 0 },
    };
    this.MANY(() => this.SUBRULE(this.handler, { ARGS: [statement] }));
    this.OPTION({
      GATE: () => statement.handlers.length > 0,
      DEF: () => (statement.orelse = this.elseBlock()),
    });
    this.OPTION1(() => {
      const finallyStart = this.here();
      this.CONSUME(T.Finally);
      statement.finalbody = this.SUBRULE1(this.block, { ARGS: ["'finally' statement", finallyStart] });
    });
    this.ACTION(() => {
      if (statement.handlers.length === 0 && statement.finalbody.length === 0) this.loneTry();
      statement.span.end = this.statementEnd;
    });
    return statement;
  });

  private loneTry(): void {
    this.report('E0215', tokenSpan(this.LA(1)), {});
  }

  private readonly handler = this.RULE('handler', (owner: Extract<Stmt, { kind: 'Try' }>): void => {
    const start = this.here();
    const except = this.CONSUME(T.Except);
    this.OPTION(() => {
      const star = this.CONSUME(T.Star);
      this.sink.unsupported('E0407', except.startOffset, star.startOffset + 1);
    });
    let name: string | null = null;
    const type = this.OPTION1(() => {
      const expression = this.SUBRULE(this.expression);
      if (this.isNext(T.Comma)) {
        this.fail('E0238', { start: expression.span.start, end: this.LA(1).endOffset! + 1 }, {});
      }
      this.OPTION2(() => {
        this.CONSUME(T.As);
        name = this.CONSUME(T.Name).image;
      });
      return expression;
    });
    const body = this.SUBRULE(this.block, { ARGS: ["'except' statement", start] });
    this.ACTION(() => {
      const last = owner.handlers.at(-1);
      if (last?.type === null) this.report('E0236', tokenSpan(except), {});
      const span = { start, end: this.statementEnd };
      owner.handlers.push({ kind: 'ExceptHandler', type: type ?? null, name, body, span });
    });
  });

  // ---- match ---------------------------------------------------------------------------------------

  private readonly matchStatement = this.RULE('matchStatement', (): Stmt => {
    const start = this.here();
    this.CONSUME(T.Match);
    const subject = this.SUBRULE(this.matchSubject);
    const statement: Extract<Stmt, { kind: 'Match' }> = {
      ...{ kind: 'Match', subject, cases: [] },
      span: { start, end: 0 },
    };
    this.colon();
    this.CONSUME(T.Newline);
    if (!this.RECORDING_PHASE && !this.isNext(T.Indent)) this.missingBlock("'match' statement", start);
    else this.caseBlocks(statement);
    statement.span.end = this.statementEnd;
    return statement;
  });

  private caseBlocks(statement: Extract<Stmt, { kind: 'Match' }>): void {
    this.CONSUME(T.Indent);
    this.depth++;
    this.AT_LEAST_ONE(() => {
      const last = statement.cases.at(-1);
      if (last !== undefined && last.guard === null && isIrrefutable(last.pattern)) {
        this.report('E0250', last.pattern.span, { kind: unreachableCause(last.pattern) });
      }
      this.SUBRULE(this.caseBlock, { ARGS: [statement] });
    });
    this.CONSUME(T.Dedent);
    this.depth--;
  }

  private readonly matchSubject = this.RULE('matchSubject', (): Expr => {
    const start = this.here();
    const first = this.SUBRULE(this.element);
    const elts = [first];
    const hasComma = this.afterCommas(() => elts.push(this.SUBRULE1(this.element)));
    return hasComma ? { kind: 'Tuple', elts, span: this.spanFrom(start) } : this.wholeValue(first);
  });

  private readonly caseBlock = this.RULE('caseBlock', (owner: Extract<Stmt, { kind: 'Match' }>): void => {
    const start = this.here();
    this.CONSUME(T.Case);
    const pattern = this.SUBRULE(this.casePattern);
    const guard = this.OPTION(() => {
      this.CONSUME(T.If);
      return this.SUBRULE(this.namedExpression);
    });
    const body = this.SUBRULE(this.block, { ARGS: ["'case' statement", start] });
    const span = { start, end: this.statementEnd };
    this.ACTION(() => owner.cases.push({ kind: 'MatchCase', pattern, guard: guard ?? null, body, span }));
  });
}
