// Cuts a source text into tokens, NEWLINE, INDENT and DEDENT among them (language reference, chapter 2).
// Knows nothing of grammar, but for two things that only a whole line shows: whether `match` and `case` are
// keywords in it, and whether a bracket was forgotten before it.
import type { TokenType } from 'chevrotain';
import type { Diagnostics } from '../diagnostics/diagnostic.ts';
import type { Source } from '../source.ts';
import {
  afterNewline,
  endOfIdentifier,
  endOfLine,
  isAsciiNamePart,
  isAsciiNameStart,
  isDigit,
  isNewline,
} from './characters.ts';
import { lexFString, type FieldLexer } from './f-strings.ts';
import { Indentation } from './indentation.ts';
import { readNumber } from './numbers.ts';
import { findStringEnd } from './strings.ts';
import { KEYWORDS, T, Token } from './token-types.ts';

/** CPython's MAXLEVEL. */
const MAX_BRACKETS = 200;

/** How many brackets and blocks may be open together: the parser recurses for each, and its stack is finite. */
const MAX_OPEN = 100;

const operator = /\*\*=?|\/\/=?|>>=?|<<=?|!=|->|:=|\.\.\.|[-+*/%&|^@=<>]=?|[.,:;()[\]{}~]/y;
const stringPrefix = /^(?:[rubf]|br|rb|fr|rf)$/i;

const OPERATORS: ReadonlyMap<string, TokenType> = new Map([
  ...Object.values(T)
    .filter((type) => /^\W/.test(type.name))
    .map((type) => [type.name, type] as const),
  ...['//', '%', '<<', '>>', '^', '&', '==', '!=', '<', '<=', '>', '>='].map((op) => [op, T.Infix] as const),
  ...['+', '-', '*', '/', '//', '%', '@', '&', '|', '^', '>>', '<<', '**'].map(
    (op) => [`${op}=`, T.AugAssign] as const,
  ),
  ['~', T.Prefix] as const,
]);

/** Keywords that no expression holds: inside brackets they show that a bracket was forgotten. */
const STATEMENT_ONLY: ReadonlySet<TokenType> = new Set([
  ...[T.Assert, T.Break, T.Class, T.Continue, T.Def, T.Del, T.Except, T.Finally, T.Global, T.Import],
  ...[T.Nonlocal, T.Pass, T.Raise, T.Return, T.Try, T.While, T.With],
]);

const OPENERS: Readonly<Record<string, string>> = { ')': '(', ']': '[', '}': '{' };

/**
 * The tokens of a text. Text that is no token is reported and stands in the list as an `Invalid` token.
 * Reading stops when the diagnostics are full.
 */
export function tokenize(source: Source, sink: Diagnostics): Token[] {
  return new Lexer(source, sink).run();
}

/** The tokens of a text that holds one expression, read as if in brackets: newlines mean nothing. */
export function tokenizeExpression(source: Source, sink: Diagnostics): Token[] {
  return new Lexer(source, sink).runExpression();
}

class Lexer implements FieldLexer {
  readonly text: string;
  readonly tokens: Token[] = [];
  readonly sink: Diagnostics;
  private at = 0;
  private readonly brackets: { char: string; at: number }[] = [];
  /** How many of the brackets belong to the surroundings of an f-string field, or of a lone expression. */
  private outerBrackets = 0;
  private isField = false;
  private readonly indentation = new Indentation();
  /** Index of the first token of the logical line. */
  private lineFirst = 0;
  private afterMatch = false;
  private isFatal = false;
  /** Where the nesting became too deep for us, though not for CPython; negative if nowhere. */
  private tooDeepAt = -1;

  constructor(source: Source, sink: Diagnostics) {
    this.text = source.text;
    this.sink = sink;
    if (this.text.charCodeAt(0) === 0xfeff) this.at = 1;
    const nul = this.text.indexOf('\0');
    if (nul >= 0) {
      sink.report('E0114', nul, nul + 1, {});
      this.isFatal = true;
    }
    const surrogate = /\p{Surrogate}/u.exec(this.text);
    if (surrogate !== null) sink.unsupported('E0412', surrogate.index, surrogate.index + 1);
  }

  run(): Token[] {
    const end = this.text.length;
    while (this.at < end && !this.isStopped) {
      this.beginLine();
      if (this.at < end && !this.isStopped) this.scan(end);
    }
    if (this.isStopped) this.push(T.Invalid, end, end);
    if (this.brackets.length > 0) this.reportNeverClosed(end);
    if (this.tokens.length > this.lineFirst) this.endLogicalLine(end, end);
    for (let i = this.indentation.depth; i > 0; i--) this.push(T.Dedent, end, end);
    return this.finish();
  }

  private finish(): Token[] {
    // What CPython refuses too has been said in its words.
    const { tooDeepAt, sink } = this;
    if (tooDeepAt >= 0 && !this.isFatal) sink.unsupported('E0413', tooDeepAt, tooDeepAt + 1);
    return this.tokens;
  }

  runExpression(): Token[] {
    this.isField = true;
    if (!this.isStopped) this.scan(this.text.length);
    if (this.brackets.length > 0) this.reportNeverClosed(this.text.length);
    return this.finish();
  }

  lexField(start: number, end: number): void {
    const [at, isField, outer] = [this.at, this.isField, this.outerBrackets];
    this.at = start;
    this.isField = true;
    this.outerBrackets = this.brackets.length;
    this.scan(end);
    [this.at, this.isField, this.outerBrackets] = [at, isField, outer];
  }

  private get isStopped(): boolean {
    return this.isFatal || this.sink.isOverfull;
  }

  private push(type: TokenType, start: number, end: number, payload?: unknown): void {
    this.tokens.push(new Token(type, this.text.slice(start, end), start, end, payload));
  }

  // ---- lines ---------------------------------------------------------------------------------------

  /** Skips blank lines, then turns the depth of the line into INDENT and DEDENT. */
  private beginLine(): void {
    const { text } = this;
    const limit = text.length;
    this.lineFirst = this.tokens.length;
    for (;;) {
      const start = this.at;
      const depth = this.measureDepth();
      const unit = text.charCodeAt(this.at);
      if (unit === 35 /* # */) this.at = endOfLine(text, this.at, limit);
      if (this.at >= limit) return;
      if (!isNewline(text.charCodeAt(this.at))) {
        this.changeDepth(depth, start);
        return;
      }
      this.at = afterNewline(text, this.at);
    }
  }

  private measureDepth(): { column: number; narrow: number } {
    const { text } = this;
    let column = 0;
    let narrow = 0;
    // The depth of a continued line is that of its first physical line which has any; with tabs, only its columns count.
    let continued = 0;
    for (; ; this.at++) {
      const unit = text.charCodeAt(this.at);
      if (unit === 32) {
        column++;
        narrow++;
      } else if (unit === 9) {
        column = (column >> 3) * 8 + 8;
        narrow++;
      } else if (unit === 12) {
        column = narrow = 0;
      } else if (unit === 92 && isNewline(text.charCodeAt(this.at + 1))) {
        if (continued === 0) continued = column;
        const end = afterNewline(text, this.at + 1);
        if (end >= text.length) this.sink.report('E0117', this.at, this.at + 1, {});
        this.at = end - 1;
      } else {
        return continued > 0 ? { column: continued, narrow: continued } : { column, narrow };
      }
    }
  }

  private changeDepth(depth: { column: number; narrow: number }, start: number): void {
    const change = this.indentation.enter(depth, this.afterMatch);
    this.afterMatch = false;
    if (change === 'same') return;
    if (change === 'indent') {
      this.push(T.Indent, start, this.at);
    } else if (change === 'inconsistent') {
      this.sink.report('E0111', start, this.at, {});
      this.isFatal = true;
    } else if (change === 'too deep') {
      this.sink.report('E0116', start, this.at, {});
      this.isFatal = true;
    } else {
      if (!change.aligned) this.sink.report('E0112', start, this.at, {});
      for (let i = 0; i < change.dedents; i++) this.push(T.Dedent, this.at, this.at);
    }
    this.lineFirst = this.tokens.length;
  }

  private endLogicalLine(start: number, end: number): void {
    const { tokens, lineFirst } = this;
    const first = tokens[lineFirst]!;
    if (first.tokenType === T.Name) {
      const isHead = tokens.length - lineFirst > 2 && tokens[tokens.length - 1]!.tokenType === T.Colon;
      if (first.image === 'match' && isHead) {
        first.retype(T.Match);
        this.afterMatch = true;
      } else if (first.image === 'case' && this.indentation.inMatch) {
        first.retype(T.Case);
      }
    }
    this.push(T.Newline, start, end);
    this.lineFirst = tokens.length;
  }

  // ---- tokens --------------------------------------------------------------------------------------

  /** Emits tokens up to the end of the logical line, or up to `limit`. */
  private scan(limit: number): void {
    const { text } = this;
    while (this.at < limit) {
      const unit = text.charCodeAt(this.at);
      if (unit === 32 || unit === 9 || unit === 12) {
        this.at++;
      } else if (isAsciiNameStart(unit)) {
        if (this.name(limit)) return;
      } else if (isDigit(unit) || (unit === 46 && isDigit(text.charCodeAt(this.at + 1)))) {
        const { end, value } = readNumber(text, this.at, this.sink);
        this.push(T.Number, this.at, end, value);
        this.at = end;
      } else if (isNewline(unit)) {
        const end = afterNewline(text, this.at);
        if (this.brackets.length === 0 && !this.isField) {
          this.endLogicalLine(this.at, end);
          this.at = end;
          return;
        }
        this.at = end;
      } else if (unit === 39 || unit === 34) {
        this.string(this.at, '', limit);
      } else if (unit === 35) {
        this.at = endOfLine(text, this.at, limit);
      } else {
        this.operatorOrOther(unit, limit);
      }
      if (this.isStopped) return;
    }
  }

  /** Emits a name, a keyword or a string with a prefix. True if the keyword ended an unclosed line. */
  private name(limit: number): boolean {
    const { text } = this;
    const start = this.at;
    let end = start + 1;
    while (isAsciiNamePart(text.charCodeAt(end))) end++;
    const next = text.charCodeAt(end);
    if (next >= 128) {
      this.unicodeName();
      return false;
    }
    const image = text.slice(start, end);
    if ((next === 39 || next === 34) && end < limit && end - start <= 2 && stringPrefix.test(image)) {
      this.string(end, image, limit);
      return false;
    }
    const keyword = KEYWORDS.get(image);
    if (keyword === undefined) {
      this.tokens.push(new Token(T.Name, image, start, end));
    } else {
      if (this.brackets.length > 0 && STATEMENT_ONLY.has(keyword) && this.isFirstOnLine(start)) {
        this.abandonBrackets(start);
        return true;
      }
      this.keyword(keyword, image, start, end);
    }
    this.at = end;
    return false;
  }

  /** Emits a keyword; `not in` and `is not` become one token. */
  private keyword(type: TokenType, image: string, start: number, end: number): void {
    const last = this.tokens.length - 1;
    const before = last >= this.lineFirst ? this.tokens[last]! : undefined;
    if (type === T.In && before?.tokenType === T.Prefix && before.image === 'not') {
      this.tokens[last] = new Token(T.Infix, 'not in', before.startOffset, end);
    } else if (type === T.Prefix && before?.tokenType === T.Infix && before.image === 'is') {
      this.tokens[last] = new Token(T.Infix, 'is not', before.startOffset, end);
    } else {
      this.tokens.push(new Token(type, image, start, end));
    }
  }

  private unicodeName(): void {
    const { text } = this;
    const end = endOfIdentifier(text, this.at);
    if (end > this.at) {
      this.tokens.push(new Token(T.Name, text.slice(this.at, end).normalize('NFKC'), this.at, end));
      this.at = end;
    } else {
      this.invalidCharacter();
    }
  }

  private invalidCharacter(): void {
    const code = this.text.codePointAt(this.at)!;
    const char = String.fromCodePoint(code);
    const end = this.at + char.length;
    const hex = code.toString(16).toUpperCase().padStart(4, '0');
    if (code < 128 && code > 32 && code !== 127) this.sink.report('E0201', this.at, end, {});
    else if (/[\p{C}\p{Z}]/u.test(char)) this.sink.report('E0102', this.at, end, { hex });
    else this.sink.report('E0101', this.at, end, { char, hex });
    this.push(T.Invalid, this.at, end);
    this.at = end;
  }

  private string(quoteAt: number, prefix: string, limit: number): void {
    const start = this.at;
    const extent = findStringEnd(this.text, quoteAt, limit);
    this.at = extent.end;
    if (!extent.isClosed) {
      const line = this.lineAt(extent.end);
      this.sink.report(extent.isTriple ? 'E0104' : 'E0103', start, extent.bodyStart, { line });
      this.push(T.Invalid, start, extent.end);
      return;
    }
    if (/f/i.test(prefix)) lexFString(this, start, extent, /r/i.test(prefix));
    else this.push(T.String, start, extent.end);
    this.at = extent.end;
  }

  private lineAt(offset: number): number {
    return this.text.slice(0, Math.min(offset, this.text.length - 1)).split(/\r\n?|\n/).length;
  }

  private operatorOrOther(unit: number, limit: number): void {
    const { text } = this;
    if (unit >= 128) return this.unicodeName();
    if (unit === 92 /* \ */) return this.continuation(limit);
    operator.lastIndex = this.at;
    if (!operator.test(text)) return this.invalidCharacter();
    let end = operator.lastIndex;
    if (end > limit) end = this.at + 1;
    const image = text.slice(this.at, end);
    if ('([{'.includes(image)) this.openBracket(image);
    else if (')]}'.includes(image) && !this.closeBracket(image)) return;
    this.tokens.push(new Token(OPERATORS.get(image)!, image, this.at, end));
    this.at = end;
  }

  private continuation(limit: number): void {
    const next = this.at + 1;
    if (next < limit && isNewline(this.text.charCodeAt(next))) {
      const end = afterNewline(this.text, next);
      if (end < limit) {
        this.at = end;
        return;
      }
    }
    if (next >= limit || isNewline(this.text.charCodeAt(next))) this.sink.report('E0117', this.at, next, {});
    else this.sink.report('E0113', this.at, next, {});
    this.push(T.Invalid, this.at, next);
    this.at = endOfLine(this.text, this.at, limit);
  }

  // ---- brackets ------------------------------------------------------------------------------------

  private openBracket(char: string): void {
    if (this.brackets.length >= MAX_BRACKETS) {
      this.sink.report('E0115', this.at, this.at + 1, {});
      this.isFatal = true;
      this.brackets.length = 0;
    } else if (this.brackets.length + this.indentation.depth >= MAX_OPEN && this.tooDeepAt < 0) {
      this.tooDeepAt = this.at;
      this.push(T.Invalid, this.at, this.at);
    }
    this.brackets.push({ char, at: this.at });
  }

  /** Takes a closing bracket off the stack; false if it was reported and consumed instead. */
  private closeBracket(char: string): boolean {
    const isOuter = this.brackets.length <= this.outerBrackets;
    const open = isOuter ? undefined : this.brackets.pop();
    if (open?.char === OPENERS[char]) return true;
    if (open === undefined) this.sink.report('E0106', this.at, this.at + 1, { bracket: char });
    else this.reportMismatch(char, open);
    // If the bracket closes one further out, those inside it were forgotten: nothing more is said of them.
    const outer = this.brackets.findLastIndex((bracket) => bracket.char === OPENERS[char]);
    if (open !== undefined && outer >= this.outerBrackets) this.brackets.length = outer;
    this.push(T.Invalid, this.at, this.at + 1);
    this.at++;
    return false;
  }

  private reportMismatch(close: string, { char, at }: { char: string; at: number }): void {
    const line = this.lineAt(at);
    const where = line === this.lineAt(this.at) ? '' : ` on line ${line}`;
    this.sink.report('E0107', this.at, this.at + 1, { close, open: char, where });
  }

  private isFirstOnLine(at: number): boolean {
    if (this.isField) return false;
    let before = at - 1;
    while (before >= 0 && ' \t\f'.includes(this.text[before]!)) before--;
    return before < 0 || isNewline(this.text.charCodeAt(before));
  }

  /** Gives up the open brackets before a line that starts with a statement's keyword. */
  private abandonBrackets(keywordAt: number): void {
    this.reportNeverClosed(keywordAt);
    const last = this.tokens[this.tokens.length - 1]!.endOffset + 1;
    this.endLogicalLine(last, last);
    let start = keywordAt;
    while (start > 0 && !isNewline(this.text.charCodeAt(start - 1))) start--;
    this.at = start;
  }

  private reportNeverClosed(until: number): void {
    const open = this.brackets[this.brackets.length - 1]!;
    if (!this.isFatal) {
      this.sink.report('E0105', open.at, open.at + 1, { bracket: open.char });
      this.sink.poison(open.at, until);
    }
    this.brackets.length = 0;
    const last = this.tokens[this.tokens.length - 1]!.endOffset + 1;
    this.push(T.Invalid, last, last);
  }
}
