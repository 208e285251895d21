// The slots of the rules: what may stand for a subject, a value, a comparison, a number, and how it is read.
import { codeOf, exprOf } from './code.ts';
import type { Expr } from '../../grammar/index.ts';
import type { Ref } from './claims.ts';
import type { Slot } from './grammar.ts';
import { isFiller, wordOf } from './grammar.ts';
import { cardinal, ordinal, timesWord } from './numbers.ts';
import type { Token } from './tokens.ts';
import {
  ADJECTIVES,
  COMPARISONS,
  CONTAINERS,
  CONDITION_NOUNS,
  NOUNS,
  PRONOUNS,
  PROPERTIES,
  ROUND_NOUNS,
} from './words.ts';

type Reading = { readonly end: number; readonly value: unknown };
const NONE: readonly Reading[] = [];
const one = (end: number, value: unknown): readonly Reading[] => [{ end, value }];

const DETERMINERS = new Set(['the', 'our', 'its', 'this', 'a', 'an', 'that', 'their', 'each', 'your', 'my']);
const BE = new Set(['is', 'are', 'was', 'were', "'s", 'be', 'am', 'being']);
const COPIES = [...COMPARISONS].map(([words, op]) => [words.split(' '), op] as const);
const PROPS = PROPERTIES.map(([words, op, right]) => [words.split(' '), op, right] as const);
const EXCEPTION = /^[A-Z]\w*(?:Error|Exception|Iteration|Interrupt|Exit|Warning)$/;

function startsWith(tokens: readonly Token[], at: number, words: readonly string[]): boolean {
  return words.every((word, i) => wordOf(tokens[at + i]) === word);
}

/** After determiners, adjectives and nouns that may stand before a value; the nouns that were read. */
function afterNouns(tokens: readonly Token[], at: number): { at: number; nouns: string[] } {
  let i = at;
  const nouns: string[] = [];
  if (DETERMINERS.has(wordOf(tokens[i]) ?? '')) i++;
  for (let n = 0; n < 4; n++) {
    const token = tokens[i];
    const word = wordOf(token);
    if (word === null || (!ADJECTIVES.has(word) && !NOUNS.has(word))) break;
    const next = tokens[i + 1];
    // the last name of the row is the code itself
    const more = wordOf(next) ?? '';
    if (token!.kind === 'code' && next?.kind !== 'code' && !ADJECTIVES.has(more) && !NOUNS.has(more)) break;
    if (NOUNS.has(word)) nouns.push(word);
    i++;
  }
  return { at: i, nouns };
}

/** `an empty list`, `the empty string ''`. */
function emptyAt(tokens: readonly Token[], at: number): Reading | null {
  let i = at;
  if (DETERMINERS.has(wordOf(tokens[i]) ?? '')) i++;
  if (wordOf(tokens[i]) !== 'empty') return null;
  const code: Record<string, string> = {
    list: '[]',
    dict: '{}',
    dictionary: '{}',
    string: "''",
    text: "''",
    tuple: '()',
    set: 'set()',
  };
  const empty = code[wordOf(tokens[i + 1]) ?? ''];
  if (empty === undefined) return null;
  const shown = tokens[i + 2];
  const repeated = shown?.kind === 'code' && shown.text === empty;
  return { end: i + (repeated ? 3 : 2), value: [empty] };
}

/** A value with its working: code joined by `=`, a number word, an empty container. */
const value: Slot = (tokens, at) => {
  const empty = emptyAt(tokens, at);
  if (empty !== null) return [empty];
  const length = lengthOf(tokens, at);
  if (length !== null) return one(length.end, [(length.value as { code: string }).code]);
  const found: Reading[] = [];
  const { at: after, nouns } = afterNouns(tokens, at);
  // `the first value, 3`
  const apart =
    nouns.length > 0 &&
    wordOf(tokens[at]) === 'the' &&
    tokens[after]?.text === ',' &&
    tokens[after + 1]?.kind === 'code' &&
    tokens[after + 1]!.word === null &&
    tokens[after + 2]?.text !== '=' &&
    end(tokens, after + 2).length > 0;
  for (const from of new Set([apart ? after + 1 : after, at])) {
    const token = tokens[from];
    if (token === undefined) continue;
    if (token.kind === 'code') {
      const chain = [token.text];
      let i = from + 1;
      const beside = token.word !== null ? asideOf(tokens, i) : null;
      if (beside !== null && tokens[i]!.text !== '=')
        found.push({ end: beside.end, value: [token.text, beside.value] });
      for (;;) {
        const equals = tokens[i]?.text === '=' && tokens[i]!.kind === 'mark' ? i + 1 : otherWords(tokens, i);
        if (equals === null || tokens[equals]?.kind !== 'code') break;
        chain.push(tokens[equals]!.text);
        i = equals + 1;
      }
      found.push({ end: i, value: chain });
    } else if (token.kind === 'word') {
      const n = cardinal(token.text);
      // `three words` is how many there are, not a value
      const next = wordOf(tokens[from + 1]) ?? '';
      const counts = NOUNS.has(next) && next.endsWith('s');
      if (n !== null && !counts && !(n === 1 && ['of', 'by', 'at'].includes(wordOf(tokens[from + 1]) ?? '')))
        found.push({ end: from + 1, value: [String(n)] });
      else if (token.text === 'none' && from === at) found.push({ end: from + 1, value: ['None'] });
    }
  }
  return found;
};

/** After `, that is,` or `, namely` comes the same in other words, where something is worked out. */
function otherWords(tokens: readonly Token[], at: number): number | null {
  const worked = /^(?:BinOp|Call)$/.test(exprOf(tokens[at - 1]?.text ?? '')?.kind ?? '');
  if (!worked || tokens[at]?.text !== ',') return null;
  const words = [wordOf(tokens[at + 1]), wordOf(tokens[at + 2])];
  const end =
    words[0] === 'that' && words[1] === 'is'
      ? at + 3
      : words[0] === 'in' && words[1] === 'other'
        ? at + 4
        : words[0] === 'namely' || (words[0] === 'or' && isPlainValue(tokens[at + 2]?.text ?? ''))
          ? at + 2
          : null;
  if (end === null) return null;
  return tokens[end]?.text === ',' ? end + 1 : end;
}

/** The value that stands beside a piece of code: `= 8`, `, 8,` or `(8)`. */
function asideOf(tokens: readonly Token[], at: number): { end: number; value: string } | null {
  const given = tokens[at + 1];
  if (given?.kind !== 'code' || given.word !== null) return null;
  const mark = tokens[at]?.kind === 'mark' ? tokens[at]!.text : '';
  if (mark === '=') {
    const more = asideOf(tokens, at + 2);
    return more ?? { end: at + 2, value: given.text };
  }
  const closer = { ',': ',', '(': ')' }[mark];
  if (closer === undefined || !isPlainValue(given.text) || tokens[at + 2]?.text !== closer) return null;
  return { end: at + 3, value: given.text };
}

const isPlainValue = (code: string): boolean =>
  /^(?:Constant|List|Tuple|Dict|Set|UnaryOp)$/.test(exprOf(code)?.kind ?? '');

const isTarget = (expr: Expr | null): boolean =>
  expr !== null && ['Name', 'Subscript', 'Attribute', 'Call'].includes(expr.kind);

/** A name, an element, an attribute or a call. */
const target: Slot = (tokens, at) => {
  for (const from of new Set([afterNouns(tokens, at).at, at])) {
    const token = tokens[from];
    if (token?.kind === 'code' && isTarget(exprOf(token.text))) return one(from + 1, { code: token.text });
  }
  const word = wordOf(tokens[at]);
  return word === 'it' || word === 'them' || word === 'this' ? one(at + 1, { loose: word }) : NONE;
};

function lengthOf(tokens: readonly Token[], at: number): Reading | null {
  let i = at;
  if (DETERMINERS.has(wordOf(tokens[i]) ?? '')) i++;
  const word = wordOf(tokens[i]);
  if (word !== 'length' && word !== 'size') return null;
  if (wordOf(tokens[i + 1]) !== 'of') return null;
  const inner = target(tokens, i + 2)[0];
  if (inner === undefined || !('code' in (inner.value as Ref))) return null;
  return { end: inner.end, value: { code: `len(${(inner.value as { code: string }).code})` } };
}

/** What a clause is about: code, a pronoun, a noun; or nothing, where a verb stands at once. */
const subject: Slot = (tokens, at) => {
  const length = lengthOf(tokens, at);
  if (length !== null) return [length];
  const found: Reading[] = [];
  const { at: after, nouns } = afterNouns(tokens, at);
  for (const from of new Set([after, at])) {
    const token = tokens[from];
    if (token?.kind !== 'code' || EXCEPTION.test(token.text)) continue;
    // `xs[2] = 8 is not 12` speaks of xs[2], and so does `xs[2], 8, is not 12`
    const beside = asideOf(tokens, from + 1);
    if (beside !== null) found.push({ end: beside.end, value: { code: token.text, is: beside.value } });
    found.push({ end: from + 1, value: { code: token.text } });
  }
  const word = wordOf(tokens[at]);
  if (word === 'which' && pointsBack(tokens, at))
    found.push({ end: at + 1, value: { code: tokens[at - 2]!.text } });
  else if (word !== null && PRONOUNS.has(word)) found.push({ end: at + 1, value: { loose: word } });
  else if (nouns.length > 0 && after > at + (DETERMINERS.has(word ?? '') ? 1 : 0))
    found.push({ end: after, value: { loose: nouns.at(-1)! } });
  if (token(tokens, at, BE) || word === 'not') found.push({ end: at, value: { loose: '' } });
  const n = tokens[at]?.kind === 'word' ? cardinal(tokens[at]!.text) : null;
  // `its last element, 4, was popped`
  if (nouns.length > 0 && tokens[after]?.text === ',' && tokens[after + 2]?.text === ',') {
    const named = tokens[after + 1]!;
    if (named.kind === 'code' && isPlainValue(named.text))
      found.push({ end: after + 3, value: { code: named.text } });
  }
  if (n !== null)
    found.push({
      end: NOUNS.has(wordOf(tokens[at + 1]) ?? '') ? at + 2 : at + 1,
      value: { code: String(n) },
    });
  return found;
};

/** `row, which is [1]`: `which` is of the code just before, unless that is a value that something was given. */
function pointsBack(tokens: readonly Token[], at: number): boolean {
  const before = tokens[at - 2];
  if (tokens[at - 1]?.text !== ',' || before?.kind !== 'code' || before.func) return false;
  if (wordOf(tokens[at - 3]) === 'of') return false;
  const kind = exprOf(before.text)?.kind ?? 'Constant';
  // a comparison is true or false; what it comes to is said of its sides
  if (kind === 'Compare') return /^(?:true|false)$/.test(wordOf(tokens[at + 2]) ?? '');
  return !/^(?:Constant|List|Tuple|Dict|Set|UnaryOp)$/.test(kind);
}

function token(tokens: readonly Token[], at: number, words: ReadonlySet<string>): boolean {
  return words.has(wordOf(tokens[at]) ?? '');
}

/** `is`, `is not`, `is no longer`: whether it affirms. */
const being: Slot = (tokens, at) => {
  const perfect =
    ['has', 'have', 'had'].includes(wordOf(tokens[at]) ?? '') && wordOf(tokens[at + 1]) === 'been';
  if (!perfect && !token(tokens, at, BE)) return NONE;
  let i = at + (perfect ? 2 : 1);
  const found: Reading[] = [];
  for (let n = 0; n < 3; n++) {
    const word = wordOf(tokens[i]);
    if (word === 'not' || word === 'never') return [{ end: i + 1, value: false }];
    if (word === 'no' && wordOf(tokens[i + 1]) === 'longer') return one(i + 2, false);
    if (n === 0) found.push({ end: i, value: true });
    if (!isFiller(tokens[i])) break;
    i++;
  }
  return found;
};

/** `does not`, `never`, or nothing: whether the verb that follows affirms. */
const doing: Slot = (tokens, at) => {
  const word = wordOf(tokens[at]);
  if (word === 'no' && wordOf(tokens[at + 1]) === 'longer') return one(at + 2, false);
  if (word === 'never') return one(at + 1, false);
  if (word === 'does' || word === 'do' || word === 'did' || word === 'will' || word === 'can')
    return wordOf(tokens[at + 1]) === 'not' ? one(at + 2, false) : one(at + 1, true);
  return one(at, true);
};

const comparison: Slot = (tokens, at) => {
  for (const [words, op] of COPIES) if (startsWith(tokens, at, words)) return one(at + words.length, op);
  return NONE;
};

/** A comparison that cannot be taken for a preposition of place. */
const than: Slot = (tokens, at) =>
  comparison(tokens, at).filter(({ end, value }) => end > at + 1 && !/in$/.test(value as string));

/** A kind of value without its article. */
const kinded: Slot = (tokens, at) => {
  for (const [words, op, right] of PROPS)
    if (/^an?$/.test(words[0]!) && startsWith(tokens, at, words.slice(1)))
      return one(at + words.length - 1, { op, right });
  return NONE;
};

const property: Slot = (tokens, at) => {
  for (const [words, op, right] of PROPS)
    if (startsWith(tokens, at, words)) return one(at + words.length, { op, right });
  return NONE;
};

const number: Slot = (tokens, at) => {
  const t = tokens[at];
  if (t === undefined) return NONE;
  if (t.kind === 'code') return /^\d+$/.test(t.text) ? one(at + 1, Number(t.text)) : NONE;
  const n = cardinal(t.text);
  return n === null ? NONE : one(at + 1, n);
};

/** The number of the last. */
export const LAST = -1;

const order: Slot = (tokens, at) => {
  const word = wordOf(tokens[at]);
  if (word === null) return NONE;
  const n = ordinal(word);
  if (n !== null) return one(at + 1, n);
  if (word === 'last' || word === 'final') return one(at + 1, LAST);
  return word === 'next' ? one(at + 1, null) : NONE;
};

const times: Slot = (tokens, at) => {
  const word = wordOf(tokens[at]);
  const n = word === null ? null : timesWord(word);
  return n === null ? NONE : one(at + 1, n);
};

const listed: Slot = (tokens, at) => {
  const first = value(tokens, at)[0];
  if (first === undefined) return NONE;
  const items = [(first.value as string[]).at(-1)!];
  const name = (first.value as string[]).length === 2 ? (first.value as string[])[0]! : null;
  let i = first.end;
  for (;;) {
    let j = i;
    if (wordOf(tokens[j]) === ',') j++;
    const and = ['and', 'or', 'then'].includes(wordOf(tokens[j]) ?? '');
    if (and) j++;
    if (wordOf(tokens[j]) === 'then' || wordOf(tokens[j]) === 'finally') j++;
    if (j === i) break;
    const next = tokens[j];
    const n = next?.kind === 'word' ? cardinal(next.text) : null;
    if (next?.kind !== 'code' && n === null) break;
    if (tokens[j + 1]?.text === '=' && tokens[j + 1]!.kind === 'mark') {
      // `i = 0 and i = 1`
      if (next.text !== name || tokens[j + 2]?.kind !== 'code') break;
      items.push(tokens[j + 2]!.text);
      i = j + 3;
      continue;
    }
    if (next.word !== null && next.kind === 'code') break;
    items.push(n === null ? next.text : String(n));
    i = j + 1;
  }
  return [{ end: i, value: items }];
};

/** A condition written as code, or with `in` in words. */
const condition: Slot = (tokens, at) => conditionAt(tokens, at, false);

/** The same where what stands beside it shows that it is one: `the test ch in s`. */
const plainCondition: Slot = (tokens, at) => conditionAt(tokens, at, true);

function conditionAt(tokens: readonly Token[], at: number, plain: boolean): readonly Reading[] {
  const t = tokens[at];
  const found: Reading[] = [];
  if (t?.kind === 'code') {
    const expr = exprOf(t.text);
    // `1 in [2, 3]`, `4 not in []`: the words stand between two pieces of code
    let i = at + 1;
    const negated = wordOf(tokens[i]) === 'not';
    if (negated) i++;
    // `pairs in xs` is English, `x in xs` may be either
    const english = !plain && t.word !== null && t.word.length > 1;
    if (!english && wordOf(tokens[i]) === 'in' && tokens[i + 1]?.kind === 'code') {
      found.push({ end: i + 2, value: `${t.text} ${negated ? 'not in' : 'in'} ${tokens[i + 1]!.text}` });
    }
    if (
      expr !== null &&
      (expr.kind === 'Compare' || expr.kind === 'BoolOp' || (expr.kind === 'UnaryOp' && expr.op === 'not'))
    )
      found.push({ end: at + 1, value: t.text });
  }
  return found;
}

const exceptionType: Slot = (tokens, at) => {
  const t = tokens[at];
  if (t?.kind !== 'code') return NONE;
  const expr = exprOf(t.text);
  if (expr?.kind === 'Name' && EXCEPTION.test(expr.id)) return one(at + 1, { type: expr.id, text: null });
  if (expr?.kind === 'Call' && expr.func.kind === 'Name' && EXCEPTION.test(expr.func.id)) {
    const arg = expr.args[0];
    return one(at + 1, { type: expr.func.id, text: arg === undefined ? null : codeOf(arg) });
  }
  return NONE;
};

const word =
  (words: ReadonlySet<string>): Slot =>
  (tokens, at) => {
    const w = wordOf(tokens[at]);
    return w !== null && words.has(w) ? one(at + 1, w) : NONE;
  };

const code: Slot = (tokens, at) => (tokens[at]?.kind === 'code' ? one(at + 1, tokens[at]!.text) : NONE);

/** A `not` before code. */
const not: Slot = (tokens, at) => (tokens[at]?.text === 'not' ? one(at + 1, true) : NONE);

/** A part of a condition: code, or what is in what. */
const part: Slot = (tokens, at) => [...conditionAt(tokens, at, true), ...code(tokens, at)];

/** A function of the program, or a call of one. */
const func: Slot = (tokens, at) => (tokens[at]?.func === true ? one(at + 1, tokens[at]!.text) : NONE);

const emptied: Slot = (tokens, at) => {
  const found = emptyAt(tokens, at);
  return found === null ? NONE : [found];
};

/** The end of a clause: nothing is consumed. */
const end: Slot = (tokens, at) => {
  const t = tokens[at];
  if (t === undefined) return one(at, true);
  const w = wordOf(t);
  return t.kind === 'mark' || ['and', 'so', 'but', 'because', 'as', 'either'].includes(w ?? '')
    ? one(at, true)
    : NONE;
};

/** The beginning of a clause: nothing is consumed. */
const start: Slot = (tokens, at) => {
  const before = tokens[at - 1];
  const word = wordOf(before) ?? '';
  return before === undefined || before.kind === 'mark' || /^(?:and|so|but|then)$/.test(word)
    ? one(at, true)
    : NONE;
};

/** What something can be in: code that is no function. */
const holder: Slot = (tokens, at) =>
  tokens[at]?.kind === 'code' && !tokens[at]!.func ? one(at + 1, tokens[at]!.text) : NONE;

/** What has just been named: `'hi'` in `'hi', has two letters`; nothing is consumed. */
const owner: Slot = (tokens, at) => {
  const before = tokens[at - 1]?.text === ',' ? tokens[at - 2] : tokens[at - 1];
  return before?.kind === 'code' ? one(at, before.text) : NONE;
};

/** A mark of punctuation: nothing is consumed. */
const mark: Slot = (tokens, at) => (tokens[at]?.kind === 'mark' ? one(at, true) : NONE);

/** A colon or an arrow: it is consumed. */
const lead: Slot = (tokens, at) =>
  tokens[at]?.kind === 'mark' && /^[:→]$/.test(tokens[at]!.text) ? one(at + 1, true) : NONE;

/** A colon, a comma, a dash or an arrow: it is consumed. */
const joint: Slot = (tokens, at) =>
  tokens[at]?.kind === 'mark' && /^[:,;→—(]$/.test(tokens[at]!.text) ? one(at + 1, true) : NONE;

/** Any noun, with what stands before it. */
const noun: Slot = (tokens, at) => {
  const { at: after, nouns } = afterNouns(tokens, at);
  if (nouns.length > 0) {
    // `no items left`
    const left = nouns.length > 1 && nouns.at(-1) === 'left';
    return left
      ? [...one(after, nouns.at(-1)!), ...one(after - 1, nouns.at(-2)!)]
      : one(after, nouns.at(-1)!);
  }
  const t = tokens[at];
  return t?.kind === 'code' && t.word !== null && NOUNS.has(t.word) ? one(at + 1, t.word) : NONE;
};

/** All slots, by the name that patterns use. */
export const SLOTS: Readonly<Record<string, Slot>> = {
  S: subject,
  V: value,
  E: target,
  BE: being,
  DO: doing,
  COMP: comparison,
  PROP: property,
  N: number,
  NTH: order,
  TIMES: times,
  L: listed,
  C: condition,
  CE: plainCondition,
  THAN: than,
  KINDED: kinded,
  TYPE: exceptionType,
  CODE: code,
  FN: func,
  NOT: not,
  PART: part,
  EMPTY: emptied,
  END: end,
  START: start,
  MARK: mark,
  OWNER: owner,
  IN: holder,
  JOINT: joint,
  LEAD: lead,
  NOUN: noun,
  ROUND: word(ROUND_NOUNS),
  COND: word(CONDITION_NOUNS),
  KIND: word(CONTAINERS),
};
