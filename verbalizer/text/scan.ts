// Finds where a piece of Python code ends inside English text, without backtracking: code in our sentences is
// printed canonically, so an operand, its trailers and the operators between operands can be told from prose
// by their first characters. Knows nothing of programs, claims or templates.

const SPACE = 32;
const QUOTE = 39;
const DOUBLE_QUOTE = 34;
const BACKSLASH = 92;
const BACKTICK = 96;

const NAME = /[\p{L}\p{Nl}_][\p{L}\p{Nl}\p{Nd}\p{Mn}\p{Mc}\p{Pc}_]*/uy;
const NUMBER = /0[xX][0-9a-fA-F_]+|0[oO][0-7_]+|0[bB][01_]+|(?:\d[\d_]*)(?:\.\d+)?(?:[eE][-+]?\d+)?/y;
const OPERATOR = /\*\*|\/\/|<<|>>|<=|>=|==|!=|[-+*/%@&|^<>]|(?:and|or|not in|in|is not|is)(?= [^ ])/y;
/** After code, ` is ` (`is not `) begins prose when one of these follows; otherwise it is Python's operator. */
const wordsAfterIs = new Set<string>();
const AFTER_IS = /is (?:not )?([a-z]+)\b/y;

/** Tells the scan that our wordings say `is WORD` behind code. Called when templates are compiled. */
export function reserveAfterIs(word: string): void {
  wordsAfterIs.add(word);
}

function isProse(text: string, at: number): boolean {
  AFTER_IS.lastIndex = at;
  const match = AFTER_IS.exec(text);
  return match !== null && wordsAfterIs.has(match[1]!);
}

const KEYWORDS = new Set(['and', 'or', 'not', 'in', 'is', 'if', 'else', 'for', 'lambda', 'await', 'yield']);

function stickyEnd(pattern: RegExp, text: string, at: number): number {
  pattern.lastIndex = at;
  return pattern.test(text) ? pattern.lastIndex : -1;
}

/** The offset after the string literal whose opening quote stands at `at`, or -1 when it never closes. */
export function endOfString(text: string, at: number): number {
  const quote = text.charCodeAt(at);
  for (let i = at + 1; i < text.length; i++) {
    const c = text.charCodeAt(i);
    if (c === BACKSLASH) i++;
    else if (c === quote) return i + 1;
  }
  return -1;
}

/** The offset after the bracket that matches the one at `at`; strings inside are skipped whole. -1: unbalanced. */
function endOfBracket(text: string, at: number): number {
  let depth = 0;
  for (let i = at; i < text.length; i++) {
    switch (text.charCodeAt(i)) {
      case 40: // (
      case 91: // [
      case 123: // {
        depth++;
        break;
      case 41: // )
      case 93: // ]
      case 125: // }
        if (--depth === 0) return i + 1;
        break;
      case QUOTE:
      case DOUBLE_QUOTE: {
        const end = endOfString(text, i);
        if (end < 0) return -1;
        i = end - 1;
        break;
      }
    }
  }
  return -1;
}

/** `<function f>`, `<Color.RED: 1>`: the offset after the closing angle, or -1. */
function endOfAngle(text: string, at: number): number {
  if (stickyEnd(NAME, text, at + 1) < 0) return -1;
  for (let i = at + 1; i < text.length; i++) {
    const c = text.charCodeAt(i);
    if (c === QUOTE || c === DOUBLE_QUOTE) {
      const end = endOfString(text, i);
      if (end < 0) return -1;
      i = end - 1;
    } else if (c === 60) {
      const end = endOfAngle(text, i);
      if (end < 0) return -1;
      i = end - 1;
    } else if (c === 62) return i + 1;
    else if (c === 10) return -1;
  }
  return -1;
}

/** The offset after a code span in backticks that opens at `at`; quotes inside hide backticks. -1: never closed. */
export function endOfBackticks(text: string, at: number): number {
  for (let i = at + 1; i < text.length; i++) {
    const c = text.charCodeAt(i);
    if (c === BACKTICK) return i + 1;
    if (c === QUOTE || c === DOUBLE_QUOTE) {
      const end = endOfString(text, i);
      if (end < 0) return -1;
      i = end - 1;
    }
  }
  return -1;
}

/** One operand with its trailers (`xs[0].name(1)`), no operators; -1 when there is none at `at`. */
function endOfOperand(text: string, at: number): number {
  let i = at;
  const c = text.charCodeAt(i);
  if (c === 40 || c === 91 || c === 123) i = endOfBracket(text, i);
  else if (c === QUOTE || c === DOUBLE_QUOTE) i = endOfString(text, i);
  else if (c >= 48 && c <= 57) i = stickyEnd(NUMBER, text, i);
  else if (c === 60) i = endOfAngle(text, i);
  else if (text.startsWith('...', i)) i += 3;
  else {
    const end = stickyEnd(NAME, text, i);
    if (end < 0) return -1;
    const quote = text.charCodeAt(end);
    // a prefixed string such as f'…' or b'…'
    if ((quote === QUOTE || quote === DOUBLE_QUOTE) && end - i <= 2) i = endOfString(text, end);
    else if (KEYWORDS.has(text.slice(i, end))) return -1;
    else i = end;
  }
  while (i >= 0) {
    const trailer = text.charCodeAt(i);
    if (trailer === 40 || trailer === 91) i = endOfBracket(text, i);
    else if (trailer === 46) {
      const end = stickyEnd(NAME, text, i + 1);
      if (end < 0) return i;
      i = end;
    } else return i;
  }
  return -1;
}

/** A value: an operand, possibly negative. Returns the offset after it, or -1. */
export function endOfValue(text: string, at: number): number {
  if (text.charCodeAt(at) === BACKTICK) return endOfBackticks(text, at);
  const minus = text.charCodeAt(at) === 45 ? 1 : 0;
  return endOfOperand(text, at + minus);
}

function skipUnary(text: string, at: number): number {
  let i = at;
  for (;;) {
    const c = text.charCodeAt(i);
    if (c === 45 || c === 43 || c === 126) i++;
    else if (text.startsWith('not ', i)) i += 4;
    else return i;
  }
}

/** An expression: operands joined by operators. Returns the offset after it, or -1. */
export function endOfExpression(text: string, at: number): number {
  if (text.charCodeAt(at) === BACKTICK) return endOfBackticks(text, at);
  let end = endOfOperand(text, skipUnary(text, at));
  if (end < 0) return -1;
  for (;;) {
    let i = end;
    while (text.charCodeAt(i) === SPACE) i++;
    const operatorEnd = stickyEnd(OPERATOR, text, i);
    if (operatorEnd < 0) return end;
    if (text.startsWith('is ', i) && isProse(text, i)) return end;
    i = operatorEnd;
    while (text.charCodeAt(i) === SPACE) i++;
    const next = endOfOperand(text, skipUnary(text, i));
    if (next < 0) return end;
    end = next;
  }
}

/** An identifier, with the class it belongs to (`Stack.push`), or one in backticks. The offset after it, or -1. */
export function endOfName(text: string, at: number): number {
  if (text.charCodeAt(at) === BACKTICK) return endOfBackticks(text, at);
  let end = stickyEnd(NAME, text, at);
  while (end > 0 && text.charCodeAt(end) === 46) {
    const next = stickyEnd(NAME, text, end + 1);
    if (next < 0) return end;
    end = next;
  }
  return end;
}

/** The code without the backticks that may stand around it. */
export function stripBackticks(code: string): string {
  return code.charCodeAt(0) === BACKTICK && code.length > 1 ? code.slice(1, -1) : code;
}
