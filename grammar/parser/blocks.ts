// Blocks of statements (language reference, chapter 8), and how reading goes on after a mistake. Knows that there are
// compound statements, but none of them.
import { isRecognitionException, type IRecognitionException, type ParserMethod } from 'chevrotain';
import type { Expr, Stmt } from '../ast.ts';
import { Abandon } from '../diagnostics/diagnostic.ts';
import { T } from '../lexer/token-types.ts';
import { Source } from '../source.ts';
import { tokenSpan, type Body } from './base.ts';
import { explain } from './explain.ts';
import { SimpleStatementParser } from './simple-statements.ts';
import { describe, suspectsComparison } from './targets.ts';

export abstract class BlockParser extends SimpleStatementParser {
  protected source = new Source('');
  /** How many INDENT tokens are open. */
  protected depth = 0;

  /** A line of simple statements or a compound statement; goes where statements are being collected. */
  protected abstract readonly statement: ParserMethod<[], void>;

  // ---- blocks --------------------------------------------------------------------------------------

  /** Statements up to the end of the block or of the text. Mistakes are reported and stepped over. */
  protected readonly statements = this.RULE('statements', (): Stmt[] => {
    const outer = this.into;
    const into: Stmt[] = [];
    this.into = into;
    do {
      this.MANY(() => this.attempt(() => this.SUBRULE(this.statement)));
      if (!this.RECORDING_PHASE && !this.isBlockEnd()) this.attempt(() => this.misplaced());
    } while (!this.RECORDING_PHASE && !this.isBlockEnd());
    this.into = outer;
    return into;
  });

  private isBlockEnd(): boolean {
    return this.isNext(T.Dedent) || Number.isNaN(this.here());
  }

  /** A colon and the body of a compound statement that started at `start`. */
  protected readonly block = this.RULE('block', (owner: string, start: number): Stmt[] => {
    this.isFutureOpen = false;
    this.colon();
    return this.OR([
      {
        ALT: () => {
          this.CONSUME(T.Newline);
          if (!this.RECORDING_PHASE && !this.isNext(T.Indent)) return this.missingBlock(owner, start);
          this.CONSUME(T.Indent);
          this.depth++;
          const body = this.SUBRULE(this.statements);
          this.CONSUME(T.Dedent);
          this.depth--;
          return body;
        },
      },
      {
        ALT: () => {
          const outer = this.into;
          const body: Stmt[] = [];
          this.into = body;
          this.SUBRULE(this.simpleStatements);
          this.into = outer;
          return body;
        },
      },
    ]);
  });

  protected colon(): void {
    if (!this.RECORDING_PHASE && !this.isNext(T.Colon)) {
      if (this.isNext(T.Invalid)) this.unexpected();
      this.fail('E0202', tokenSpan(this.LA(1)), { token: ':' });
    }
    this.CONSUME(T.Colon);
  }

  /** The test of `if`, `elif` and `while`, where a single `=` is a likely slip. */
  protected test(occurrence: number): Expr {
    const test = this.leafBefore(T.Colon) ?? this.subrule(occurrence, this.namedExpression);
    if (!this.RECORDING_PHASE && this.isNext(T.Equal)) {
      if (test.kind === 'Name') this.fail('E0212', test.span, {});
      if (suspectsComparison(test)) this.fail('E0206', test.span, { what: describe(test) });
    }
    return test;
  }

  protected missingBlock(owner: string, start: number): Stmt[] {
    const line = this.source.lineAt(start);
    this.report('E0204', tokenSpan(this.LA(1)), { owner, line });
    return [];
  }

  protected inLoop(read: () => Stmt[]): Stmt[] {
    this.body.loops++;
    const body = read();
    this.body.loops--;
    return body;
  }

  protected inBody(kind: Body['kind'], read: () => Stmt[]): Stmt[] {
    const outer = this.body;
    this.body = { kind, loops: 0 };
    const body = read();
    this.body = outer;
    return body;
  }

  // ---- recovery ------------------------------------------------------------------------------------

  /** Reads something; after a mistake, reports it and goes on with the next statement of this block. */
  private attempt(read: () => void): void {
    const { body, into, depth } = this;
    const { loops } = body;
    try {
      read();
    } catch (error) {
      if (isSyntaxError(error)) explain(error.token, this.input, this.sink);
      else if (!(error instanceof Abandon)) throw error;
      this.body = body;
      this.body.loops = loops;
      this.into = into;
      this.lambdas = 0;
      this.operatorStack.clear();
      this.skipLine(depth);
      this.skipClauses();
    }
  }

  /** What can start no statement: an indented line, a clause without its head, or noise. */
  private misplaced(): void {
    if (!this.isNext(T.Indent)) this.unexpected();
    const indent = this.LA(1);
    this.report('E0203', tokenSpan(indent), {});
    this.orphanBlock();
  }

  /** Skips to the next line of the block at `depth`. */
  private skipLine(depth: number): void {
    while (!Number.isNaN(this.here())) {
      if (this.depth === depth && (this.isNext(T.Dedent) || this.isNext(T.Indent))) return;
      const isEnd = this.depth === depth && this.isNext(T.Newline);
      if (this.isNext(T.Indent)) this.depth++;
      else if (this.isNext(T.Dedent)) this.depth--;
      this.SKIP_TOKEN();
      if (isEnd) return;
    }
  }

  /** Reads the block of a statement whose head was wrong, and skips the heads of its other clauses. */
  private skipClauses(): void {
    for (;;) {
      if (this.isNext(T.Indent)) {
        this.orphanBlock();
      } else if (
        this.isNext(T.Elif) ||
        this.isNext(T.Else) ||
        this.isNext(T.Except) ||
        this.isNext(T.Finally)
      ) {
        this.skipLine(this.depth);
      } else {
        return;
      }
    }
  }

  private orphanBlock(): void {
    const { body } = this;
    this.SKIP_TOKEN();
    this.depth++;
    // Whether `return` and `break` are at home here is not known, so nothing is said about them.
    this.body = { kind: 'function', loops: 1 };
    this.SUBRULE9(this.statements);
    this.body = body;
    if (this.isNext(T.Dedent)) this.SKIP_TOKEN();
    this.depth--;
  }
}

function isSyntaxError(error: unknown): error is IRecognitionException {
  return error instanceof Error && isRecognitionException(error);
}
