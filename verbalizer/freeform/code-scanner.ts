// Where a piece of Python code begins and ends in free text: operands, their trailers, the operators between them; which words
// are names is told by the program. Knows nothing of sentences.
import { codeOf, exprOf } from './code.ts';
import type { Expr } from '../../grammar/index.ts';
import { asPython, LATEX_OPERATOR, OPERATOR } from './operators.ts';

/** Names that the text may use as code. */
export interface Names {
  readonly names: ReadonlySet<string>;
  readonly functions: ReadonlySet<string>;
  /** What the program joins by `and` and `or` or turns round by `not`. */
  readonly joined: readonly Expr[];
}

const BUILTINS = new Set(
  'abs all any bool chr dict divmod enumerate float int len list max min ord pow print range repr reversed round set sorted str sum tuple type zip bin hex isinstance map filter'.split(
    ' ',
  ),
);
const NAME = /[\p{L}_][\p{L}\p{Nd}_]*/uy;
const NUMBER = /\d[\d_]*(?:\.\d+)?(?:[eE][-+]?\d+)?/y;
const THOUSANDS = /\d{1,3}(?:,\d{3})+(?![\d,])/y;
const CLOSERS: Readonly<Record<string, string>> = { '(': ')', '[': ']', '{': '}' };
export const ORDINAL_NUMBER = /\d+(?:st|nd|rd|th)\b/y;
/** After `a` or `A`, these make it the variable rather than the article. */
const AFTER_NAME =
  /^\s*(?:=|,|\.|;|:|\)|→|is\b|was\b|and\b|becomes?\b|takes?\b|gets?\b|equals?\b|goes\b|starts?\b|begins?\b|stays?\b|has\b|holds\b|to\b|in\b|by\b|are\b|from\b|with\b|isn|at\b|now\b|changes?\b|remains?\b|rises?\b|drops?\b|falls?\b|grows?\b|turns?\b|moves?\b|jumps?\b|climbs?\b|increases?\b|decreases?\b|shrinks?\b|ends?\b|keeps?\b|still\b|was\b|holds\b)/;
const EXCEPTION = /^[A-Z]\w*(?:Error|Exception|Iteration|Interrupt|Exit|Warning)$/;
export const BULLET = /[ \t]*(?:[-*+•]|\d+[.)]|[a-h][.)]|#{1,6}|>)[ \t]+/y;

/** `f'{x}'`, `b'ab'`, but not `f's value`. */
const PREFIXED = /^[fb](?:"|'(?!s\b))/;

/** A piece of code that was found. */
export interface CodePiece {
  readonly code: string;
  readonly end: number;
  /** It is an English word as it stands, in lower case. */
  readonly word: string | null;
}

export class CodeScanner {
  /** The end of the code span under way; identifiers before it are code. */
  codeUntil = -1;
  private readonly text: string;
  private readonly names: Names;
  constructor(text: string, names: Names) {
    this.text = text;
    this.names = names;
  }

  /** The expression that begins at a place; null when none does. */
  at(from: number): CodePiece | null {
    const end = this.operands(from);
    if (end < 0) return null;
    const expr = exprOf(this.python(from, end));
    if (expr !== null) return { code: codeOf(expr), end, word: this.asWord(from, end) };
    // perhaps a shorter piece is code
    const operand = this.operand(from);
    const short = operand < 0 ? null : exprOf(this.python(from, operand));
    return short === null ? null : { code: codeOf(short), end: operand, word: this.asWord(from, operand) };
  }

  private asWord(from: number, end: number): string | null {
    const raw = this.text.slice(from, end);
    return from > this.codeUntil &&
      // `MOVES` is no verb
      /^\p{L}\p{Ll}*$/u.test(raw) &&
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

  private isTableRow(at: number): boolean {
    return /^[ \t]*\|/.test(this.text.slice(this.text.lastIndexOf('\n', at) + 1, at + 1));
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
        if (operator === '|' && this.isTableRow(i)) return end;
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
    } else if (PREFIXED.test(text.slice(i, i + 4)) && !/[\p{L}\p{Nd}_]/u.test(text[i - 1] ?? ' ')) {
      i = this.quoted(i + 1);
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
