// Finds where a piece of Python code ends inside English text, without backtracking: code in our sentences is
// printed canonically, so an operand, its trailers and the operators between operands can be told from prose
// by their first characters. Knows nothing of programs, claims or templates.

const SPACE = 32;
const QUOTE = 39;
const DOUBLE_QUOTE = 34;
const BACKSLASH = 92;
const BACKTICK = 96;

/** What a character can be in code; kept for ASCII, others are asked of the patterns below. */
const START = 1;
const PART = 2;
const DIGIT = 4;
const kinds = new Uint8Array(128);
for (let c = 0; c < 128; c++) {
  const letter = (c >= 97 && c <= 122) || (c >= 65 && c <= 90) || c === 95;
  const digit = c >= 48 && c <= 57;
  kinds[c] = (letter ? START | PART : 0) | (digit ? PART | DIGIT : 0);
}
const FOREIGN_START = /[\p{L}\p{Nl}]/uy;
const FOREIGN_PART = /[\p{L}\p{Nl}\p{Nd}\p{Mn}\p{Mc}\p{Pc}]/uy;

/** After code, ` is ` (`is not `) begins prose when one of these follows; otherwise it is Python's operator. */
const wordsAfterIs = new Set<string>();

/** Tells the scan that our wordings say `is WORD` behind code. Called when templates are compiled. */
export function reserveAfterIs(word: string): void {
  wordsAfterIs.add(word);
}

/** Whether the `is` at `at` begins prose: a word of ours follows it. */
function isProse(text: string, at: number): boolean {
  const word = text.startsWith('not ', at + 3) ? at + 7 : at + 3;
  let end = word;
  for (let c = text.charCodeAt(end); c >= 97 && c <= 122; c = text.charCodeAt(++end));
  return end > word && !isPart(text, end) && wordsAfterIs.has(text.slice(word, end));
}

const KEYWORDS = new Set(['and', 'or', 'not', 'in', 'is', 'if', 'else', 'for', 'lambda', 'await', 'yield']);
/** No keyword is longer. */
const LONGEST_KEYWORD = 6;

function isPart(text: string, at: number): boolean {
  const c = text.charCodeAt(at);
  if (c < 128) return (kinds[c]! & PART) !== 0;
  FOREIGN_PART.lastIndex = at;
  return FOREIGN_PART.test(text);
}

/** The offset after the identifier at `at`, or -1. */
function endOfIdentifier(text: string, at: number): number {
  let i = at;
  const first = text.charCodeAt(i);
  if (first < 128) {
    if ((kinds[first]! & START) === 0) return -1;
    i++;
  } else {
    FOREIGN_START.lastIndex = i;
    if (!FOREIGN_START.test(text)) return -1;
    i = FOREIGN_START.lastIndex;
  }
  for (;;) {
    const c = text.charCodeAt(i);
    if (c < 128) {
      if ((kinds[c]! & PART) === 0) return i;
      i++;
    } else {
      FOREIGN_PART.lastIndex = i;
      // past the end of the text nothing matches either
      if (!FOREIGN_PART.test(text)) return i;
      i = FOREIGN_PART.lastIndex;
    }
  }
}

function isDigit(c: number): boolean {
  return c >= 48 && c <= 57;
}

/** Digits and underscores. */
function skipDigits(text: string, at: number): number {
  let i = at;
  for (let c = text.charCodeAt(i); isDigit(c) || c === 95; c = text.charCodeAt(++i));
  return i;
}

/** The offset after the number whose first digit stands at `at`. */
function endOfNumber(text: string, at: number): number {
  const base = text.charCodeAt(at) === 48 ? text.charCodeAt(at + 1) | 32 : 0;
  // 0x…, 0o…, 0b…
  if (base === 120 || base === 111 || base === 98) {
    const end = endOfIdentifier(text, at + 1);
    return end < 0 ? at + 1 : end;
  }
  let i = skipDigits(text, at);
  if (text.charCodeAt(i) === 46 && isDigit(text.charCodeAt(i + 1))) i = skipDigits(text, i + 1);
  if ((text.charCodeAt(i) | 32) === 101) {
    const sign = text.charCodeAt(i + 1);
    const digits = sign === 43 || sign === 45 ? i + 2 : i + 1;
    if (isDigit(text.charCodeAt(digits))) i = skipDigits(text, digits);
  }
  return i;
}

/** A word that is an operator, with a space and something more behind it; its end, or -1. */
function endOfWordOperator(text: string, at: number, word: string): number {
  const end = at + word.length;
  if (!text.startsWith(word, at) || text.charCodeAt(end) !== SPACE) return -1;
  const next = text.charCodeAt(end + 1);
  return next === SPACE || Number.isNaN(next) ? -1 : end;
}

/** The offset after the operator at `at`, or -1. */
function endOfOperator(text: string, at: number): number {
  const c = text.charCodeAt(at);
  const next = text.charCodeAt(at + 1);
  switch (c) {
    case 42: // *
    case 47: // /
      return next === c ? at + 2 : at + 1;
    case 60: // <
    case 62: // >
      return next === c || next === 61 ? at + 2 : at + 1;
    case 33: // !
    case 61: // =
      return next === 61 ? at + 2 : -1;
    case 43: // +
    case 45: // -
    case 37: // %
    case 64: // @
    case 38: // &
    case 124: // |
    case 94: // ^
      return at + 1;
    case 97: // a
      return endOfWordOperator(text, at, 'and');
    case 111: // o
      return endOfWordOperator(text, at, 'or');
    case 110: // n
      return endOfWordOperator(text, at, 'not in');
    case 105: {
      // i
      const found = endOfWordOperator(text, at, 'in');
      if (found >= 0) return found;
      const not = endOfWordOperator(text, at, 'is not');
      return not >= 0 ? not : endOfWordOperator(text, at, 'is');
    }
    default:
      return -1;
  }
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
  if (endOfIdentifier(text, at + 1) < 0) return -1;
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

/**
 * The offset after a code span in backticks that opens at `at`, or -1 when it never closes. Quotes inside hide
 * backticks, but for a span fenced by two and more, which ends with its fence whatever stands inside.
 */
export function endOfBackticks(text: string, at: number): number {
  let i = at + 1;
  if (text.charCodeAt(i) === BACKTICK) {
    while (text.charCodeAt(i) === BACKTICK) i++;
    const end = text.indexOf(' ' + text.slice(at, i), i + 1);
    return text.charCodeAt(i) === SPACE && end >= 0 ? end + 1 + i - at : -1;
  }
  for (; i < text.length; i++) {
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

/** The code in backticks; in a fence of more of them when a quote in it is never closed, as in a text cut short. */
export function inBackticks(code: string): string {
  const plain = '`' + code + '`';
  // what stands behind it must not be taken for the rest of a string
  if (!code.startsWith('`') && endOfBackticks(plain, 0) === plain.length) return plain;
  let fence = '``';
  while (code.includes(fence)) fence += '`';
  return `${fence} ${code} ${fence}`;
}

/** One operand with its trailers (`xs[0].name(1)`), no operators; -1 when there is none at `at`. */
function endOfOperand(text: string, at: number): number {
  let i = at;
  const c = text.charCodeAt(i);
  if (c === 40 || c === 91 || c === 123) i = endOfBracket(text, i);
  else if (c === QUOTE || c === DOUBLE_QUOTE) i = endOfString(text, i);
  else if (isDigit(c)) i = endOfNumber(text, i);
  else if (c === 60) i = endOfAngle(text, i);
  else if (c === 46) {
    if (!text.startsWith('...', i)) return -1;
    i += 3;
  } else {
    const end = endOfIdentifier(text, i);
    if (end < 0) return -1;
    const quote = text.charCodeAt(end);
    // a prefixed string such as f'…' or b'…'
    if ((quote === QUOTE || quote === DOUBLE_QUOTE) && end - i <= 2) i = endOfString(text, end);
    else if (end - i <= LONGEST_KEYWORD && c >= 97 && c <= 121 && KEYWORDS.has(text.slice(i, end))) return -1;
    else i = end;
  }
  while (i >= 0) {
    const trailer = text.charCodeAt(i);
    if (trailer === 40 || trailer === 91) i = endOfBracket(text, i);
    else if (trailer === 46) {
      const end = endOfIdentifier(text, i + 1);
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
    else if (c === 110 && text.startsWith('not ', i)) i += 4;
    else return i;
  }
}

/** The last expression looked for: several readings of a clause begin with one at the same place. */
let lastText = '';
let lastAt = -1;
let lastEnd = -1;

/** An expression: operands joined by operators. Returns the offset after it, or -1. */
export function endOfExpression(text: string, at: number): number {
  if (at === lastAt && text === lastText) return lastEnd;
  const end = scanExpression(text, at);
  lastText = text;
  lastAt = at;
  lastEnd = end;
  return end;
}

function scanExpression(text: string, at: number): number {
  if (text.charCodeAt(at) === BACKTICK) return endOfBackticks(text, at);
  let end = endOfOperand(text, skipUnary(text, at));
  if (end < 0) return -1;
  for (;;) {
    let i = end;
    while (text.charCodeAt(i) === SPACE) i++;
    const operatorEnd = endOfOperator(text, i);
    if (operatorEnd < 0) return end;
    if (text.charCodeAt(i) === 105 && text.startsWith('is ', i) && isProse(text, i)) return end;
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
  let end = endOfIdentifier(text, at);
  while (end > 0 && text.charCodeAt(end) === 46) {
    const next = endOfIdentifier(text, end + 1);
    if (next < 0) return end;
    end = next;
  }
  return end;
}

/** The code without the backticks that may stand around it. */
export function stripBackticks(code: string): string {
  if (code.charCodeAt(0) !== BACKTICK || code.length < 2) return code;
  let fence = 1;
  while (code.charCodeAt(fence) === BACKTICK) fence++;
  return fence === 1 ? code.slice(1, -1) : code.slice(fence + 1, -fence - 1);
}
