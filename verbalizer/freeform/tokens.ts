// Cuts free text into tokens: pieces of Python code (canonical), English words, marks. Sees through markdown, LaTeX
// and contractions; which identifiers are code is told by the program's names. Knows nothing of what the text means.
import { BULLET, CodeScanner, ORDINAL_NUMBER, type Names } from './code-scanner.ts';
import { joinPhrases } from './phrases.ts';
import { joinOperators } from './word-operators.ts';

export type { Names } from './code-scanner.ts';

export interface Token {
  /** `code` an expression; `word` a word; `mark` punctuation, where `¶` ends a line and `=` `→` stand for themselves. */
  readonly kind: 'code' | 'word' | 'mark';
  /** Canonical code, the word in lower case, or the mark. */
  readonly text: string;
  /** UTF-16 offsets. */
  readonly span: readonly [number, number];
  /** Code that is also an English word as it stands (`total`), in lower case; else null. */
  readonly word: string | null;
  /** Code that begins with a function of the program. */
  readonly func: boolean;
}

const WORD = /[\p{L}\p{Nd}]+(?:-[\p{L}]+)*/uy;

/** Cuts a text into tokens. */
export function tokenize(text: string, names: Names): Token[] {
  return joinOperators(joinPhrases(new Lexer(text, names).run()), names);
}

class Lexer {
  private at = 0;
  private readonly out: Token[] = [];
  private readonly scanner: CodeScanner;
  private readonly text: string;
  private readonly names: Names;
  constructor(text: string, names: Names) {
    this.text = text;
    this.names = names;
    this.scanner = new CodeScanner(text, names);
  }

  run(): Token[] {
    this.lineStart();
    while (this.at < this.text.length) this.next();
    return this.out;
  }

  private push(
    kind: Token['kind'],
    text: string,
    from: number,
    to: number,
    word: string | null = null,
  ): void {
    // a function, or a method that is called: `add(2)`, `meter.add(2)`
    const called = /^\w*/.exec(text)![0];
    const method = /^[\w.]*\.(\w+)\(/.exec(text)?.[1] ?? '';
    const { functions } = this.names;
    const func = kind === 'code' && (functions.has(called) || functions.has(method));
    this.out.push({ kind, text, span: [from, to], word, func });
    this.at = to;
  }

  private lineStart(): void {
    for (;;) {
      BULLET.lastIndex = this.at;
      if (!BULLET.test(this.text)) return;
      this.at = BULLET.lastIndex;
    }
  }

  private next(): void {
    const { text } = this;
    const c = String.fromCodePoint(text.codePointAt(this.at)!);
    if (c === '\n') return this.newline();
    if (/\s/.test(c)) {
      this.at++;
      return;
    }
    if (c === '`') {
      this.backtick();
      return;
    }
    const latex = this.latex();
    if (latex) return;
    // bold and italics
    if (c === '*' && this.scanner.codeUntil < this.at && this.isMarkup()) {
      this.at += text[this.at + 1] === '*' ? 2 : 1;
      return;
    }
    const code = this.codeAt();
    if (code) return;
    if (/[\p{L}\p{Nd}]/u.test(c)) return this.word();
    if (c === '=' && text[this.at + 1] !== '=') {
      if (text[this.at + 1] === '>') return this.push('mark', '→', this.at, this.at + 2);
      return this.push('mark', '=', this.at, this.at + 1);
    }
    for (const arrow of ['→', '⇒', '->', '-->'])
      if (text.startsWith(arrow, this.at)) return this.push('mark', '→', this.at, this.at + arrow.length);
    if (text.startsWith('...', this.at)) return this.push('mark', '…', this.at, this.at + 3);
    if (c === '—' || c === '–' || (c === '-' && /\s/.test(text[this.at - 1] ?? ' ')))
      return this.push('mark', '—', this.at, this.at + 1);
    this.push('mark', c, this.at, this.at + c.length);
  }

  /** A line break inside a paragraph is a space; before an empty line, a list item, a heading or a table row it is an end. */
  private newline(): void {
    const from = this.at;
    const rest =
      /^\n[ \t]*(?:\n|(?:[-*+•]|\d+[.)]|[a-h][.)]|#{1,6}|>)[ \t]+|\||(?:step|iteration|round|call)\s+\d+\b)/i.test(
        this.text.slice(from, from + 40),
      );
    const heading = /(?:^|\n)[ \t]*(?:#{1,6} |\|)[^\n]*$/.test(this.text.slice(0, from));
    if (rest || heading || this.isDeliberate(from)) this.push('mark', '¶', from, from + 1);
    this.at = from + 1;
    while (this.text[this.at] === '\n') this.at++;
    this.lineStart();
  }

  /** Whether a line ends where the next word would still have had room: nobody wrapped it. */
  private isDeliberate(from: number): boolean {
    const { text } = this;
    const start = Math.max(0, text.lastIndexOf('\n\n', from - 1) + 2);
    const end = text.indexOf('\n\n', from);
    const lines = text.slice(start === 1 ? 0 : start, end < 0 ? undefined : end).split('\n');
    const widest = Math.max(...lines.map((line) => line.trimEnd().length));
    const own = from - (text.lastIndexOf('\n', from - 1) + 1);
    const next = /^\s*\S+/.exec(text.slice(from + 1))?.[0].trim().length ?? 0;
    return own + 1 + next <= widest;
  }

  private backtick(): void {
    if (this.scanner.codeUntil === this.at) {
      this.scanner.codeUntil = -1;
      this.at++;
      return;
    }
    const fence = /^`{3,}[a-z]*\n?/.exec(this.text.slice(this.at, this.at + 20));
    if (fence !== null) {
      this.at += fence[0].length;
      return;
    }
    const end = this.text.indexOf('`', this.at + 1);
    this.at++;
    if (end > 0) this.scanner.codeUntil = end;
  }

  private latex(): boolean {
    const two = this.text.slice(this.at, this.at + 2);
    if (two === '\\(' || two === '\\)' || two === '\\[' || two === '\\]') {
      this.scanner.codeUntil =
        two === '\\(' || two === '\\[' ? this.text.indexOf(two === '\\(' ? '\\)' : '\\]', this.at) : -1;
      this.at += 2;
      return true;
    }
    if (two[0] === '$') {
      this.at++;
      return true;
    }
    const wrapped = /^\\(?:text|texttt|mathrm|mathtt|boxed)\{([^{}]*)\}/.exec(
      this.text.slice(this.at, this.at + 200),
    );
    if (wrapped !== null) {
      this.at += wrapped[0].indexOf('{') + 1;
      return true;
    }
    const arrow = /^\\(?:rightarrow|to|Rightarrow|implies)(?![a-zA-Z])/.exec(
      this.text.slice(this.at, this.at + 20),
    );
    if (arrow !== null) {
      this.push('mark', '→', this.at, this.at + arrow[0].length);
      return true;
    }
    return false;
  }

  /** `*` and `**` around words. */
  private isMarkup(): boolean {
    const before = this.text[this.at - 1] ?? ' ';
    const run = this.text[this.at + 1] === '*' ? 2 : 1;
    const after = this.text[this.at + run] ?? ' ';
    return !(/\s/.test(before) && /\s/.test(after));
  }

  private word(): void {
    const { text } = this;
    const from = this.at;
    ORDINAL_NUMBER.lastIndex = from;
    WORD.lastIndex = from;
    const pattern = ORDINAL_NUMBER.test(text) ? ORDINAL_NUMBER : (WORD.test(text), WORD);
    const end = pattern.lastIndex > from ? pattern.lastIndex : from + 1;
    const word = text.slice(from, end).toLowerCase();
    const short = /^i\.e\.|^e\.g\./i.exec(text.slice(from, from + 4));
    if (short !== null)
      return this.push('word', short[0].startsWith('e') ? 'example' : 'namely', from, from + short[0].length);
    // contractions: isn't, it's, we're, doesn't, let's, that'll
    const tail = /^['’](t|s|re|ve|ll|d|m)\b/.exec(text.slice(end, end + 4));
    if (tail !== null) {
      const stop = end + tail[0].length;
      switch (tail[1]!.toLowerCase()) {
        case 't': {
          const stem = word === 'can' ? 'can' : word === 'won' ? 'will' : word.replace(/n$/, '');
          this.push('word', stem, from, end);
          this.push('word', 'not', end, stop);
          return;
        }
        case 's':
          this.push('word', word, from, end);
          this.push('word', word === 'let' ? 'us' : "'s", end, stop);
          return;
        default:
          this.push('word', word, from, end);
          this.push(
            'word',
            { re: 'are', ve: 'have', ll: 'will', d: 'would', m: 'am' }[tail[1]!.toLowerCase()]!,
            end,
            stop,
          );
          return;
      }
    }
    if (word === 'cannot') {
      this.push('word', 'can', from, end);
      this.push('word', 'not', end, end);
      return;
    }
    this.push('word', word, from, end);
  }

  /** Reads an expression if one begins here. */
  private codeAt(): boolean {
    const piece = this.scanner.at(this.at);
    if (piece === null) return false;
    this.push('code', piece.code, this.at, piece.end, piece.word);
    return true;
  }
}
