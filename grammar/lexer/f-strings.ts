// F-strings as CPython 3.11 reads them: the literal's end is found first, as for any string, and then its body is
// cut into text and fields. Tokens of the fields' expressions come from the lexer itself, over the same text.
import type { Diagnostics } from '../diagnostics/diagnostic.ts';
import { decodeBody, findStringEnd, type StringExtent } from './strings.ts';
import { T, Token } from './token-types.ts';

/** What this file needs of the lexer. */
export interface FieldLexer {
  readonly text: string;
  readonly tokens: Token[];
  readonly sink: Diagnostics;
  /** Emits the tokens of an expression in `text[start, end)`. */
  lexField(start: number, end: number): void;
}

const CLOSERS: Readonly<Record<string, string>> = { '(': ')', '[': ']', '{': '}' };

/** Emits the tokens of the f-string at `start`, whose extent is known. */
export function lexFString(lexer: FieldLexer, start: number, extent: StringExtent, isRaw: boolean): void {
  const { text, tokens } = lexer;
  tokens.push(new Token(T.FStringStart, text.slice(start, extent.bodyStart), start, extent.bodyStart));
  new FStringCutter(lexer, extent.bodyEnd, isRaw).cut(extent.bodyStart, 0);
  tokens.push(new Token(T.FStringEnd, text.slice(extent.bodyEnd, extent.end), extent.bodyEnd, extent.end));
}

class FStringCutter {
  private readonly lexer: FieldLexer;
  private readonly end: number;
  private readonly isRaw: boolean;
  private hasFailed = false;

  constructor(lexer: FieldLexer, end: number, isRaw: boolean) {
    this.lexer = lexer;
    this.end = end;
    this.isRaw = isRaw;
  }

  /**
   * Cuts text and fields from `at` on; inside a format specification (level > 0) up to its closing brace.
   * @returns where it stopped
   */
  cut(at: number, level: number): number {
    while (at < this.end) {
      const stop = this.literalEnd(at);
      const char = this.lexer.text[stop];
      const isDoubled =
        level === 0 && stop < this.end && this.lexer.text[stop + 1] === char && stop + 1 < this.end;
      this.emitText(at, isDoubled ? stop + 1 : stop, isDoubled ? stop + 2 : stop);
      if (stop >= this.end) return stop;
      if (isDoubled) {
        at = stop + 2;
      } else if (char === '}') {
        if (level > 0) return stop;
        this.lexer.sink.report('E0131', stop, stop + 1, {});
        at = stop + 1;
      } else {
        at = this.field(stop, level);
        if (at < 0) return this.end;
      }
    }
    return at;
  }

  /** The offset of the next brace that is not part of an escape, or the end. */
  private literalEnd(at: number): number {
    const { text } = this.lexer;
    while (at < this.end) {
      const char = text[at];
      if (char === '{' || char === '}') return at;
      if (char === '\\' && !this.isRaw && at + 1 < this.end) {
        at++;
        if (text[at] === 'N' && text[at + 1] === '{') {
          const close = text.indexOf('}', at);
          at = close < 0 || close >= this.end ? this.end - 1 : close;
        } else if (text[at] === '{' || text[at] === '}') {
          // The backslash stands for itself, and the brace keeps its meaning.
          continue;
        }
      }
      at++;
    }
    return at;
  }

  /** Emits literal text; a doubled brace at its end stands for one, but is covered whole. */
  private emitText(start: number, textEnd: number, end: number): void {
    if (start === end) return;
    const { text, tokens, sink } = this.lexer;
    const decoded = decodeBody(text, start, textEnd, { isRaw: this.isRaw, isBytes: false }, sink);
    tokens.push(new Token(T.FStringText, text.slice(start, end), start, end, decoded));
  }

  /** Cuts the field whose brace stands at `open`; returns the offset after it, or -1 after a diagnostic. */
  private field(open: number, level: number): number {
    const { text, tokens, sink } = this.lexer;
    if (level >= 2) return this.fail('E0136', open);
    tokens.push(new Token(T.FieldOpen, '{', open, open + 1));
    const start = open + 1;
    let at = this.expressionEnd(start);
    if (at < 0) return at;
    if (text.slice(start, at).trim() === '') {
      if (text[at] === '}') return this.fail('E0130', open);
      sink.report('E0140', at, at + 1, { char: text[at]! });
      return this.poison(at);
    }
    this.lexer.lexField(start, at);
    if (text[at] === '=' && at < this.end) {
      const equals = at++;
      while (at < this.end && /\s/.test(text[at]!)) at++;
      const shown = text.slice(start, at).replace(/\r\n?/g, '\n');
      tokens.push(new Token(T.FieldDebug, '=', equals, at, shown));
    }
    if (text[at] === '!' && at < this.end) {
      const letterAt = ++at;
      while (at < this.end && text[at] !== '}' && text[at] !== ':') at++;
      if (at >= this.end) return this.fail('E0132', open);
      const letter = text.slice(letterAt, at);
      if (letter !== 's' && letter !== 'r' && letter !== 'a') {
        sink.report('E0135', letterAt, at, {});
      }
      tokens.push(new Token(T.FieldConversion, text.slice(letterAt - 1, at), letterAt - 1, at, letter));
    }
    if (text[at] === ':' && at < this.end) {
      tokens.push(new Token(T.FieldSpec, ':', at, at + 1));
      at = this.cut(at + 1, level + 1);
      if (this.hasFailed) return -1;
    }
    if (at >= this.end || text[at] !== '}') return this.fail('E0132', open);
    tokens.push(new Token(T.FieldClose, '}', at, at + 1));
    return at + 1;
  }

  /**
   * Where the expression that starts at `at` ends: before `!`, `:`, `=` or the closing brace outside brackets and
   * strings. Returns -1 after a diagnostic.
   */
  private expressionEnd(at: number): number {
    const { text } = this.lexer;
    const open: string[] = [];
    while (at < this.end) {
      const char = text[at]!;
      if (char === '\\') return this.fail('E0133', at);
      if (char === '#') return this.fail('E0134', at);
      if (char === "'" || char === '"') {
        const quoted = findStringEnd(text, at, this.end);
        const backslash = text.slice(at, quoted.end).indexOf('\\');
        if (backslash >= 0) return this.fail('E0133', at + backslash);
        if (!quoted.isClosed) return this.fail('E0137', at);
        at = quoted.end;
        continue;
      }
      if (char === '(' || char === '[' || char === '{') {
        open.push(char);
      } else if (open.length === 0 && '=!<>'.includes(char) && text[at + 1] === '=' && at + 1 < this.end) {
        at++;
      } else if (open.length === 0 && (char === '=' || char === '!' || char === ':' || char === '}')) {
        return at;
      } else if (char === ')' || char === ']' || char === '}') {
        const opener = open.pop();
        if (opener === undefined) return this.fail('E0138', at);
        if (CLOSERS[opener] !== char) {
          this.lexer.sink.report('E0139', at, at + 1, { close: char, open: opener });
          return this.poison(at);
        }
      }
      at++;
    }
    return this.fail('E0132', this.end - 1);
  }

  private fail(code: 'E0130' | 'E0132' | 'E0133' | 'E0134' | 'E0136' | 'E0137' | 'E0138', at: number): -1 {
    if (code === 'E0138') this.lexer.sink.report(code, at, at + 1, { bracket: this.lexer.text[at]! });
    else this.lexer.sink.report(code, at, at + 1, {});
    return this.poison(at);
  }

  private poison(at: number): -1 {
    this.hasFailed = true;
    this.lexer.tokens.push(new Token(T.Invalid, '', at, at));
    return -1;
  }
}
