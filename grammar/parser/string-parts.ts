// Puts adjacent literals and the pieces of f-strings together into one node, joining neighbouring text.
import type { Constant, FormattedValue, JoinedStr, Span } from '../ast.ts';

/** Collects the parts of adjacent string literals, in order. */
export class StringParts {
  private readonly parts: (Constant | FormattedValue)[] = [];
  private text = '';
  private textSpan: Span | null = null;
  private isFString = false;
  private literals = 0;
  private bytesLiterals = 0;

  /** Whether bytes stand beside strings, which Python refuses. */
  get isMixed(): boolean {
    return this.bytesLiterals > 0 && (this.isFString || this.bytesLiterals < this.literals);
  }

  markFString(): void {
    this.isFString = true;
  }

  addLiteral(decoded: string, span: Span, isBytes: boolean): void {
    this.literals++;
    if (isBytes) this.bytesLiterals++;
    this.addText(decoded, span);
  }

  addText(decoded: string, span: Span): void {
    this.text += decoded;
    this.textSpan = { start: this.textSpan?.start ?? span.start, end: span.end };
  }

  addField(field: FormattedValue): void {
    this.flush();
    this.parts.push(field);
  }

  finish(span: Span): Constant | JoinedStr {
    if (this.isFString) return this.finishJoined(span);
    if (this.bytesLiterals > 0) {
      const value = Uint8Array.from(this.text, (char) => char.charCodeAt(0));
      return { kind: 'Constant', value: { type: 'bytes', value }, span };
    }
    return { kind: 'Constant', value: { type: 'str', value: this.text }, span };
  }

  finishJoined(span: Span): JoinedStr {
    this.flush();
    return { kind: 'JoinedStr', values: this.parts, span };
  }

  private flush(): void {
    if (this.text !== '' && this.textSpan !== null) {
      this.parts.push({ kind: 'Constant', value: { type: 'str', value: this.text }, span: this.textSpan });
    }
    this.text = '';
    this.textSpan = null;
  }
}
