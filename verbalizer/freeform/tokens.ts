// Cuts free text into tokens: pieces of Python code (canonical), English words, marks. Sees through markdown, LaTeX
// and contractions; which identifiers are code is told by the program's names. Knows nothing of what the text means.
import { asPython, LATEX_OPERATOR, OPERATOR } from './operators.ts';
import { codeOf, exprOf } from './code.ts';
import { joinOperators } from './word-operators.ts';

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

/** Names that the text may use as code. */
export interface Names {
  readonly names: ReadonlySet<string>;
  readonly functions: ReadonlySet<string>;
}

const BUILTINS = new Set(
  'abs all any bool chr dict divmod enumerate float int len list max min ord pow print range repr reversed round set sorted str sum tuple type zip bin hex isinstance map filter'.split(
    ' ',
  ),
);
const NAME = /[\p{L}_][\p{L}\p{Nd}_]*/uy;
const NUMBER = /\d[\d_]*(?:\.\d+)?(?:[eE][-+]?\d+)?/y;
const THOUSANDS = /\d{1,3}(?:,\d{3})+(?![\d,])/y;
const ORDINAL_NUMBER = /\d+(?:st|nd|rd|th)\b/y;
const WORD = /[\p{L}\p{Nd}]+(?:-[\p{L}]+)*/uy;
const CLOSERS: Readonly<Record<string, string>> = { '(': ')', '[': ']', '{': '}' };
/** After `a` or `A`, these make it the variable rather than the article. */
const AFTER_NAME =
  /^\s*(?:=|,|\.|;|:|\)|→|is\b|was\b|and\b|becomes?\b|takes?\b|gets?\b|equals?\b|goes\b|starts?\b|begins?\b|stays?\b|has\b|holds\b|to\b|in\b|by\b|are\b|from\b|with\b|isn|at\b|now\b|changes?\b|remains?\b|rises?\b|drops?\b|falls?\b|grows?\b|turns?\b|moves?\b|jumps?\b|climbs?\b|increases?\b|decreases?\b|shrinks?\b|ends?\b|keeps?\b|still\b|was\b|holds\b)/;
const EXCEPTION = /^[A-Z]\w*(?:Error|Exception|Iteration|Interrupt|Exit|Warning)$/;
const BULLET = /[ \t]*(?:[-*+•]|\d+[.)]|[a-h][.)]|#{1,6}|>)[ \t]+/y;

/** Cuts a text into tokens. */
export function tokenize(text: string, names: Names): Token[] {
  return joinOperators(new Lexer(text, names).run());
}

class Lexer {
  private at = 0;
  private readonly out: Token[] = [];
  /** The end of the code span under way; identifiers before it are code. */
  private codeUntil = -1;
  private readonly text: string;
  private readonly names: Names;
  constructor(text: string, names: Names) {
    this.text = text;
    this.names = names;
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
    const func = kind === 'code' && this.names.functions.has(/^\w*/.exec(text)![0]);
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
    if (c === '*' && this.codeUntil < this.at && this.isMarkup()) {
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
    if (this.codeUntil === this.at) {
      this.codeUntil = -1;
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
    if (end > 0) this.codeUntil = end;
  }

  private latex(): boolean {
    const two = this.text.slice(this.at, this.at + 2);
    if (two === '\\(' || two === '\\)' || two === '\\[' || two === '\\]') {
      this.codeUntil =
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
    const from = this.at;
    const end = this.operands(from);
    if (end < 0) return false;
    const raw = this.python(from, end);
    const expr = exprOf(raw);
    if (expr === null) {
      // perhaps a shorter piece is code
      const operand = this.operand(from);
      const short = operand < 0 ? null : exprOf(this.python(from, operand));
      if (short === null) return false;
      this.push('code', codeOf(short), from, operand, this.asWord(from, operand));
      return true;
    }
    this.push('code', codeOf(expr), from, end, this.asWord(from, end));
    return true;
  }

  private asWord(from: number, end: number): string | null {
    const raw = this.text.slice(from, end);
    return from > this.codeUntil &&
      /^\p{L}+$/u.test(raw) &&
      raw !== 'True' &&
      raw !== 'False' &&
      raw !== 'None'
      ? raw.toLowerCase()
      : null;
  }

  /** The stretch with operators as Python has them. */
  private python(from: number, end: number): string {
    return asPython(this.text.slice(from, end), this.codeUntil >= end);
  }

  /** Whether between two places a line ends and an item of a list begins: its bullet is no operator. */
  private isItem(from: number, to: number): boolean {
    const line = this.text.lastIndexOf('\n', to);
    if (line < from) return false;
    BULLET.lastIndex = line + 1;
    return BULLET.test(this.text);
  }

  private operands(from: number): number {
    let end = this.operand(from);
    if (end < 0) return -1;
    for (;;) {
      let i = end;
      while (this.text[i] === ' ' || (this.text[i] === '\n' && this.text[i + 1] !== '\n')) i++;
      if (this.isItem(end, i)) return end;
      OPERATOR.lastIndex = i;
      LATEX_OPERATOR.lastIndex = i;
      let next: number;
      if (LATEX_OPERATOR.test(this.text)) {
        if (/^\\(?:rightarrow|to|Rightarrow|implies|ldots|dots)/.test(this.text.slice(i, i + 12))) return end;
        next = LATEX_OPERATOR.lastIndex;
      } else if (OPERATOR.test(this.text)) {
        next = OPERATOR.lastIndex;
        const operator = this.text.slice(i, next);
        // an arrow, markup, a dash between words, an augmented assignment
        if ((operator === '-' && this.text[next] === '>') || this.text[next] === '=') return end;
        if (
          (operator === '*' || operator === '**') &&
          i === end &&
          this.codeUntil < i &&
          !/[\w([]/.test(this.text[next] ?? '')
        )
          return end;
        if (operator === '-' && i === end && /\p{L}/u.test(this.text[next] ?? '') && this.codeUntil < i)
          return end;
      } else return end;
      while (this.text[next] === ' ' || (this.text[next] === '\n' && this.text[next + 1] !== '\n')) next++;
      const after = this.operand(next);
      if (after < 0) return end;
      end = after;
    }
  }

  /** The end of one operand with its trailers, or −1. */
  private operand(from: number): number {
    const { text } = this;
    let i = from;
    const c = text[i];
    if (c === undefined) return -1;
    if (c === '-' || c === '−' || c === '+') {
      // a sign, not a dash or an operator after code
      const after = this.operand(i + 1);
      return after < 0 || /\s/.test(text[i + 1] ?? ' ') ? -1 : after;
    }
    if (c === "'" || c === '"') {
      if (/[\p{L}\p{Nd}]/u.test(text[i - 1] ?? ' ')) return -1;
      i = this.quoted(i);
      if (i < 0) return -1;
    } else if (c in CLOSERS) {
      i = this.bracketed(i);
      if (i < 0 || !this.isCode(from, i)) return -1;
    } else if (/\d/.test(c)) {
      ORDINAL_NUMBER.lastIndex = i;
      if (ORDINAL_NUMBER.test(text)) return -1;
      THOUSANDS.lastIndex = i;
      NUMBER.lastIndex = i;
      i = THOUSANDS.test(text) ? THOUSANDS.lastIndex : (NUMBER.test(text), NUMBER.lastIndex);
      if (/[\p{L}_]/u.test(text[i] ?? ' ')) return -1;
    } else {
      NAME.lastIndex = i;
      if (!NAME.test(text)) return -1;
      const end = NAME.lastIndex;
      if (!this.isName(text.slice(i, end), i, end)) return -1;
      i = end;
    }
    return this.trailers(i);
  }

  private trailers(start: number): number {
    let i = start;
    for (;;) {
      const c = this.text[i];
      if (c === '(' || c === '[') {
        const end = this.bracketed(i);
        if (end < 0) return i;
        if (exprOf(`f${this.python(i, end)}`) === null) return i;
        i = end;
      } else if (c === '.') {
        NAME.lastIndex = i + 1;
        if (!NAME.test(this.text)) return i;
        const method = this.text.slice(i + 1, NAME.lastIndex);
        const called = this.text[NAME.lastIndex] === '(';
        if (!called && !this.names.names.has(method) && this.codeUntil < i) return i;
        i = NAME.lastIndex;
      } else return i;
    }
  }

  private isName(word: string, from: number, end: number): boolean {
    const { text, names } = this;
    if (word === 'True' || word === 'False' || word === 'None') return true;
    if (/^(?:and|or|not|in|is|if|else|for|lambda)$/.test(word)) return false;
    if (EXCEPTION.test(word)) return true;
    const next = text[end] ?? ' ';
    if (next === '(' && (names.names.has(word) || names.functions.has(word) || BUILTINS.has(word)))
      return true;
    // `fact(3)` is code whatever it is called, `element(s)` is not; so is a lone letter but for the article
    if (next === '(' && /^[A-Za-z_]\w*$/.test(word) && this.isArguments(end)) return true;
    if (/^[b-z]$/.test(word) && !/[\p{L}\p{Nd}'’.-]/u.test(text[from - 1] ?? ' ') && !/[-.'’]/.test(next))
      return true;
    if (!names.names.has(word)) {
      // inside code anything may be a name, but for words of a template of prose
      return this.codeUntil >= end && /^[A-Za-z_]\w*$/.test(word) && this.spanIsCode(from);
    }
    if (this.codeUntil >= end) return true;
    if (BUILTINS.has(word) && !names.names.has(word)) return false;
    // a capital at the start of a sentence is the word, not the name
    if (word === 'a' || word === 'A' || word === 'I' || word === 'i') {
      if (word === 'I') return names.names.has('I') && AFTER_NAME.test(text.slice(end, end + 12));
      return (
        word === 'i' ||
        AFTER_NAME.test(text.slice(end, end + 12)) ||
        /[[(%*/+<>]/.test(text.slice(end).trimStart()[0] ?? '') ||
        /\b(?:in|of|and|to|from) $/.test(text.slice(Math.max(0, from - 5), from))
      );
    }
    if (next === "'" || next === '’')
      return /^['’]s\b/.test(text.slice(end, end + 3)) || !/^['’]\p{L}/u.test(text.slice(end, end + 2));
    return !/^-\p{L}/u.test(text.slice(end, end + 2));
  }

  /** True when the whole code span under way parses, so that its words are names. */
  private isArguments(open: number): boolean {
    const close = this.bracketed(open);
    if (close < 0) return false;
    const inner = this.text.slice(open + 1, close - 1).trim();
    return (
      inner !== 's' &&
      inner !== 'es' &&
      exprOf(`f${this.python(open, close)}`) !== null &&
      this.namesKnown(open, close)
    );
  }

  private spanIsCode(from: number): boolean {
    const open = this.text.lastIndexOf('`', from);
    return open >= 0 && open < from && exprOf(this.text.slice(open + 1, this.codeUntil)) !== null;
  }

  private quoted(at: number): number {
    const quote = this.text[at]!;
    for (let i = at + 1; i < this.text.length && this.text[i] !== '\n'; i++) {
      if (this.text[i] === '\\') i++;
      else if (this.text[i] === quote) {
        // an apostrophe inside a word does not close
        if (
          quote === "'" &&
          /[\p{L}]/u.test(this.text[i + 1] ?? ' ') &&
          /\p{L}/u.test(this.text[i - 1] ?? ' ')
        )
          continue;
        return i + 1;
      }
    }
    return -1;
  }

  private bracketed(at: number): number {
    const stack: string[] = [];
    for (let i = at; i < this.text.length; i++) {
      const c = this.text[i]!;
      if (c in CLOSERS) stack.push(CLOSERS[c]!);
      else if (c === stack.at(-1)) {
        stack.pop();
        if (stack.length === 0) return i + 1;
      } else if (c === "'" || c === '"') {
        if (/[\p{L}\p{Nd}]/u.test(this.text[i - 1] ?? ' ')) continue;
        const end = this.quoted(i);
        if (end < 0) return -1;
        i = end - 1;
      } else if (c === '\n' && this.text[i + 1] === '\n') return -1;
    }
    return -1;
  }

  /** True for brackets that hold code, not an aside of the prose. */
  private isCode(from: number, end: number): boolean {
    const expr = exprOf(this.python(from, end));
    if (expr === null) return false;
    if (this.text[from] !== '(') return this.namesKnown(from, end);
    const inner = this.text.slice(from + 1, end - 1).trim();
    // `(limit is 5)` is an aside
    if (/^\w+ is (?:not )?(?!None\b|not\b)/.test(inner) && this.codeUntil < from) return false;
    return !/^\p{L}+$/u.test(inner) && this.namesKnown(from, end);
  }

  private namesKnown(from: number, end: number): boolean {
    const bare = this.text.slice(from, end).replace(/'(?:[^'\\\n]|\\.)*'|"(?:[^"\\\n]|\\.)*"/g, '');
    for (const [word] of bare.matchAll(/(?<![\w.])[A-Za-z_]\w*/g))
      if (
        !this.names.names.has(word) &&
        !BUILTINS.has(word) &&
        !/^(?:True|False|None|not|and|or|in|is|if|else|for|bmod|times|le|ge|ne|neq|leq|geq|cdot)$/.test(word)
      )
        return false;
    return true;
  }
}
