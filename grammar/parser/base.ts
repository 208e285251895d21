// What every layer of the parser shares: positions, diagnostics, and the rules that lower layers need and higher
// layers define. The grammar's layers are classes that extend each other; only the last is ever made.
import { EmbeddedActionsParser, type IToken, type ParserMethod, type TokenType } from 'chevrotain';
import type { Constant, ConstantValue, Expr, Name, Params, Span } from '../ast.ts';
import { constantText } from '../literals.ts';
import { Abandon, Diagnostics } from '../diagnostics/diagnostic.ts';
import type { DiagnosticCode, Slots } from '../diagnostics/codes.ts';
import { T, type Token } from '../lexer/token-types.ts';
import { OperatorStack } from './operators.ts';

/** A table over token types, which is quicker to ask than a set. */
export function tokenFlags(types: readonly TokenType[]): Uint8Array {
  const flags = new Uint8Array(1 + Math.max(...Object.values(T).map((type) => type.tokenTypeIdx!)));
  for (const type of types) flags[type.tokenTypeIdx!] = 1;
  return flags;
}

/** What ends an expression, and a list of expressions with it. */
const LIST_ENDS = [
  ...[T.Newline, T.RParen, T.RBracket, T.RBrace, T.Colon, T.Equal, T.AugAssign, T.Semicolon],
  ...[T.FieldClose, T.FieldSpec, T.FieldConversion, T.FieldDebug],
];
const endsList = tokenFlags(LIST_ENDS);
const endsItem = tokenFlags([...LIST_ENDS, T.Comma]);
const startsTrailer = tokenFlags([T.LParen, T.LBracket, T.Dot]);

/** The kind of body that is being read: it decides what `return`, `yield` and `break` mean. */
export interface Body {
  kind: 'module' | 'class' | 'function';
  loops: number;
}

export abstract class ParserBase extends EmbeddedActionsParser {
  protected sink = new Diagnostics(0);
  protected text = '';
  protected readonly operatorStack = new OperatorStack();
  protected body: Body = { kind: 'module', loops: 0 };
  /** Where the innermost `expression` starts: only there may a lambda stand. */
  protected expressionStart = -1;
  /** How many lambdas are open. */
  protected lambdas = 0;
  /** Whether the module holds something that only the scopes can judge. */
  protected needsScopes = false;

  protected abstract readonly expression: ParserMethod<[], Expr>;
  protected abstract readonly namedExpression: ParserMethod<[], Expr>;
  /** `*iterable` or a named expression: an element of a display. */
  protected abstract readonly element: ParserMethod<[], Expr>;
  /** An expression without conditional or lambda: operators and operands. */
  protected abstract readonly disjunction: ParserMethod<[], Expr>;
  protected abstract readonly primary: ParserMethod<[], Expr>;
  /** `a, *b, c`: a tuple if there is a comma. */
  protected abstract readonly starExpressions: ParserMethod<[], Expr>;
  protected abstract readonly yieldExpression: ParserMethod<[], Expr>;
  protected abstract readonly targets: ParserMethod<[], Expr>;
  protected abstract readonly lambdaParameters: ParserMethod<[], Params>;

  /** The offset at which the next token starts. */
  protected here(): number {
    return this.LA(1).startOffset;
  }

  /** The offset at which the last token ended. */
  protected ended(): number {
    return this.LA(0).endOffset! + 1;
  }

  protected spanFrom(start: number): Span {
    return { start, end: this.LA(0).endOffset! + 1 };
  }

  protected isNext(type: TokenType): boolean {
    return this.LA(1).tokenType === type;
  }

  /**
   * `, item, item` after a first item, perhaps with a comma at the end; true if there was a comma. A part of the
   * calling rule, not a rule itself: occurrence 9 is reserved for it.
   */
  protected afterCommas(item: () => void): boolean {
    let hasComma = false;
    let isOpen = false;
    this.MANY9(() => {
      if (isOpen) this.unexpected();
      this.CONSUME9(T.Comma);
      hasComma = isOpen = true;
      this.OPTION9(() => {
        item();
        isOpen = false;
      });
    });
    return hasComma;
  }

  /**
   * The next token as a whole expression, if it is one: a name or a number before a comma or an end. Most expressions
   * are, and this spares them the way down through the rules. Null while the grammar is being recorded.
   */
  protected leafItem(): Expr | null {
    return endsItem[this.LA(2).tokenTypeIdx] === 1 ? this.leaf() : null;
  }

  /** Like `leafItem`, where a comma would make a tuple. */
  protected leafList(): Expr | null {
    return endsList[this.LA(2).tokenTypeIdx] === 1 ? this.leaf() : null;
  }

  /** Like `leafItem`, for the operand of an operator. */
  protected leafOperand(): Expr | null {
    return startsTrailer[this.LA(2).tokenTypeIdx] === 1 ? null : this.leaf();
  }

  /** Like `leafItem`, where only one token may follow. */
  protected leafBefore(type: TokenType): Expr | null {
    return this.LA(2).tokenType === type ? this.leaf() : null;
  }

  private leaf(): Expr | null {
    const { tokenType } = this.LA(1);
    if (tokenType === T.Name) return nameNode(this.take());
    return tokenType === T.Number ? numberNode(this.take()) : null;
  }

  /** Takes the next token, whatever it is. */
  private take(): IToken {
    const token = this.LA(1);
    this.SKIP_TOKEN();
    return token;
  }

  protected report<C extends DiagnosticCode>(code: C, span: Span, slots: Slots<C>): void {
    this.sink.report(code, span.start, span.end, slots);
  }

  /** Reports and gives up the statement. */
  protected fail<C extends DiagnosticCode>(code: C, span: Span, slots: Slots<C>): never {
    this.report(code, span, slots);
    throw new Abandon();
  }

  /** Gives up the statement at a token that fits nowhere. */
  protected unexpected(token: IToken = this.LA(1)): never {
    if (token.tokenType !== T.Invalid) this.report('E0201', tokenSpan(token), {});
    throw new Abandon();
  }
}

/** Where a token stands; the end of the text for the end-of-file token. */
export function tokenSpan(token: IToken): Span {
  const start = Number.isNaN(token.startOffset) ? Infinity : token.startOffset;
  return { start, end: Number.isNaN(token.endOffset!) ? Infinity : token.endOffset! + 1 };
}

/** What the lexer made of a token, beyond its text. */
export function payloadOf(token: IToken): unknown {
  return (token as Token).payload;
}

export function nameNode(token: IToken): Name {
  return { kind: 'Name', id: token.image, span: tokenSpan(token) };
}

export function numberNode(token: IToken): Constant {
  const value = payloadOf(token) as ConstantValue;
  const node: Constant = { kind: 'Constant', value, span: tokenSpan(token) };
  if (!isCanonical(token.image, value)) node.raw = token.image;
  return node;
}

/** Whether a number is written as the printer writes it. Integers are told by their look, for they may be huge. */
function isCanonical(image: string, value: ConstantValue): boolean {
  if (value.type !== 'int') return image === constantText(value);
  return !image.includes('_') && (image.length === 1 || !image.startsWith('0'));
}
