// The kinds of token, as Chevrotain token types. Tokens are made by our own lexer, so no type has a pattern.
// Operators that behave alike share one type; which one it is, the token's image says.
import { createToken, Lexer, type IToken, type TokenType } from 'chevrotain';

function type(name: string): TokenType {
  return createToken({ name, pattern: Lexer.NA });
}

/** Every token type, by name. */
export const T = {
  Name: type('Name'),
  /** Payload: a ConstantValue. */
  Number: type('Number'),
  /** A whole string or bytes literal with prefix and quotes. */
  String: type('String'),
  /** An f-string's prefix and opening quotes. */
  FStringStart: type('FStringStart'),
  /** Literal text of an f-string; payload: the text it stands for. */
  FStringText: type('FStringText'),
  FieldOpen: type('FieldOpen'),
  /** The `=` of `{x=}`; payload: the text it stands for, such as `x=`. */
  FieldDebug: type('FieldDebug'),
  /** `!r`; payload: the letter. */
  FieldConversion: type('FieldConversion'),
  /** The colon before a format specification. */
  FieldSpec: type('FieldSpec'),
  FieldClose: type('FieldClose'),
  FStringEnd: type('FStringEnd'),

  Newline: type('Newline'),
  Indent: type('Indent'),
  Dedent: type('Dedent'),

  LParen: type('('),
  RParen: type(')'),
  LBracket: type('['),
  RBracket: type(']'),
  LBrace: type('{'),
  RBrace: type('}'),
  Comma: type(','),
  Colon: type(':'),
  Semicolon: type(';'),
  Dot: type('.'),
  Ellipsis: type('...'),
  Arrow: type('->'),
  Equal: type('='),
  ColonEqual: type(':='),
  /** `+=` and its like. */
  AugAssign: type('AugAssign'),
  Plus: type('+'),
  Minus: type('-'),
  Star: type('*'),
  StarStar: type('**'),
  Slash: type('/'),
  At: type('@'),
  Pipe: type('|'),
  /** `not` and `~`, which only stand before an operand. */
  Prefix: type('Prefix'),
  /** Operators that only stand between operands, `not in` and `is not` among them. */
  Infix: type('Infix'),

  /** None, True and False. */
  Singleton: type('Singleton'),
  As: type('as'),
  Assert: type('assert'),
  Async: type('async'),
  Await: type('await'),
  Break: type('break'),
  Class: type('class'),
  Continue: type('continue'),
  Def: type('def'),
  Del: type('del'),
  Elif: type('elif'),
  Else: type('else'),
  Except: type('except'),
  Finally: type('finally'),
  For: type('for'),
  From: type('from'),
  Global: type('global'),
  If: type('if'),
  Import: type('import'),
  In: type('in'),
  Lambda: type('lambda'),
  Nonlocal: type('nonlocal'),
  Pass: type('pass'),
  Raise: type('raise'),
  Return: type('return'),
  Try: type('try'),
  While: type('while'),
  With: type('with'),
  Yield: type('yield'),
  /** The soft keywords, where a line's shape shows that they are keywords. */
  Match: type('match'),
  Case: type('case'),

  /** Text that has been diagnosed already; the parser stops at it without a word. */
  Invalid: type('Invalid'),
} as const;

/** Token types by keyword; words that name an operator map to its shared type. */
export const KEYWORDS: ReadonlyMap<string, TokenType> = new Map([
  ...(['None', 'True', 'False'] as const).map((word) => [word, T.Singleton] as const),
  ...(['and', 'or', 'is'] as const).map((word) => [word, T.Infix] as const),
  ['not', T.Prefix] as const,
  ...Object.values(T)
    .filter((t) => /^[a-z]+$/.test(t.name) && t !== T.Match && t !== T.Case)
    .map((t) => [t.name, t] as const),
]);

/** A token; `endOffset` is the offset of its last code unit, as Chevrotain has it. */
export class Token implements IToken {
  readonly startOffset: number;
  readonly endOffset: number;
  image: string;
  tokenType: TokenType;
  tokenTypeIdx: number;
  readonly payload: unknown;

  constructor(tokenType: TokenType, image: string, start: number, end: number, payload?: unknown) {
    this.startOffset = start;
    this.endOffset = end - 1;
    this.image = image;
    this.tokenType = tokenType;
    this.tokenTypeIdx = tokenType.tokenTypeIdx!;
    this.payload = payload;
  }

  /** The token becomes one of another type, as a name becomes a soft keyword. */
  retype(tokenType: TokenType): void {
    this.tokenType = tokenType;
    this.tokenTypeIdx = tokenType.tokenTypeIdx!;
  }
}
