// How each type of slot is written and read. The two directions stand side by side, one row a type, and are inverse:
// `read(write(v))` is `v` for every value that the claims allow (test/verbalizer holds them to it).
import type { SlotType, SlotValue } from '../claims.ts';
import { JOINING_WORDS } from './connectives.ts';
import { PHRASE_FORM } from './phrases.ts';
import { endOfExpression, endOfName, endOfValue, inBackticks, stripBackticks } from './scan.ts';

export interface SlotForm {
  write(value: SlotValue): string;
  /** The offset after the slot that begins at `at`, or -1 when none stands there. */
  find(text: string, at: number): number;
  /** What the slot from `at` to `end`, as found, says. */
  take(text: string, at: number, end: number): SlotValue;
  /** The offset after a slot at `at` that says what a step has (`fact`), compared in place; -1 when none does. */
  fits(text: string, at: number, fact: SlotValue): number;
}

type Scan = (text: string, at: number) => number;

const PROBE = ' xyzzy';
const BACKTICK = 96;

/** The offset after `code` at `at`, bare or in backticks, or -1. */
function endOfCode(text: string, at: number, code: string): number {
  const c = text.charCodeAt(at);
  // looked at first, as most places differ there
  if (c === code.charCodeAt(0) && text.startsWith(code, at)) return at + code.length;
  const end = at + 1 + code.length;
  return c === BACKTICK && text.startsWith(code, at + 1) && text.charCodeAt(end) === BACKTICK ? end + 1 : -1;
}

/** Code as it stands in a sentence: bare where the scan finds its end again, in backticks otherwise. */
function writeCode(code: string, scan: Scan): string {
  const c = code.charCodeAt(0);
  // a look at the first character spares numbers, strings and brackets the search for a word
  if (c >= 97 && c <= 122 && JOINING_WORDS.has(/^\w*/.exec(code)![0])) return inBackticks(code);
  return scan(code + PROBE, 0) === code.length ? code : inBackticks(code);
}

function single(scan: Scan): SlotForm {
  return {
    write: (value) => writeCode(value as string, scan),
    find: scan,
    take: (text, at, end) => stripBackticks(text.slice(at, end)),
    fits: (text, at, fact) => endOfCode(text, at, fact as string),
  };
}

const EQUALS = ' = ';
const FROM = ' from ';
const TO = ' to ';
const COMMA = ', ';
const AND = ' and ';

/** Finds pieces of code in a row and remembers where they stand until it is asked for another place. */
class Pieces {
  /** Offsets where pieces begin and end. */
  readonly spans: number[] = [];
  private text = '';
  private at = -1;
  private end = -1;
  private readonly look: (text: string, at: number, spans: number[]) => number;

  /** @param look fills in the spans and returns the offset after the last piece, or -1 */
  constructor(look: (text: string, at: number, spans: number[]) => number) {
    this.look = look;
  }

  find(text: string, at: number): number {
    this.spans.length = 0;
    this.text = text;
    this.at = at;
    return (this.end = this.look(text, at, this.spans));
  }

  take(text: string, at: number, end: number): string[] {
    if (this.at !== at || this.end !== end || this.text !== text) this.find(text, at);
    const pieces: string[] = [];
    for (let i = 0; i < this.spans.length; i += 2)
      pieces.push(stripBackticks(text.slice(this.spans[i], this.spans[i + 1])));
    return pieces;
  }
}

function inPieces(
  write: (value: SlotValue) => string,
  look: (text: string, at: number, spans: number[]) => number,
  fits: (text: string, at: number, fact: readonly string[]) => number,
): SlotForm {
  const pieces = new Pieces(look);
  return {
    write,
    fits: fits as SlotForm['fits'],
    find: (text, at) => pieces.find(text, at),
    take: (text, at, end) => pieces.take(text, at, end),
  };
}

function chainBy(joint: string): SlotForm {
  return inPieces(
    (value) => (value as readonly string[]).map((link) => writeCode(link, endOfExpression)).join(joint),
    (text, at, spans) => {
      for (let i = at; ; i += joint.length) {
        const end = endOfExpression(text, i);
        if (end < 0) return -1;
        spans.push(i, end);
        i = end;
        if (!text.startsWith(joint, i)) return i;
      }
    },
    (text, at, stages) => endOfStages(text, at, stages, joint),
  );
}

/** The offset after a chain of some of the stages, in order, the last one among them; -1 when none stands there. */
function endOfStages(text: string, at: number, stages: readonly string[], joint: string): number {
  const last = stages.length - 1;
  for (let i = at, stage = 0; stage <= last; stage++) {
    const end = endOfCode(text, i, stages[stage]!);
    if (end < 0) continue;
    if (stage === last) return end;
    if (text.startsWith(joint, end)) i = end + joint.length;
  }
  return -1;
}

const chain = chainBy(EQUALS);

/** A chain in words: `total, which is 5`. */
export const CHAIN_IN_WORDS = chainBy(', which is ');

/** One item of a list: a scan for each of its pieces, and what stands before the second and the third. */
interface ItemShape {
  readonly scans: readonly Scan[];
  readonly joints: readonly string[];
}

function findItem({ scans, joints }: ItemShape, text: string, at: number, spans: number[]): number {
  const before = spans.length;
  let i = at;
  for (let p = 0; p < scans.length; p++) {
    if (p > 0) {
      const joint = joints[p - 1]!;
      if (!text.startsWith(joint, i)) {
        spans.length = before;
        return -1;
      }
      i += joint.length;
    }
    const end = scans[p]!(text, i);
    if (end < 0) {
      spans.length = before;
      return -1;
    }
    spans.push(i, end);
    i = end;
  }
  return i;
}

/** Items listed with commas and, before the last one, `and`. */
function list(shape: ItemShape): SlotForm {
  const { scans, joints } = shape;
  const size = scans.length;
  return inPieces(
    (value) => {
      const flat = value as readonly string[];
      let out = '';
      for (let i = 0; i < flat.length; i += size) {
        if (i > 0) out += i + size < flat.length ? COMMA : AND;
        for (let p = 0; p < size; p++)
          out += (p > 0 ? joints[p - 1]! : '') + writeCode(flat[i + p]!, scans[p]!);
      }
      return out;
    },
    (text, at, spans) => {
      const first = findItem(shape, text, at, spans);
      if (first < 0) return -1;
      // a list always ends in `and X`; without one, what follows the comma is the next clause
      for (let i = first; ;) {
        const last = text.startsWith(AND, i);
        if (!last && !text.startsWith(COMMA, i)) break;
        const end = findItem(shape, text, i + (last ? AND.length : COMMA.length), spans);
        if (end < 0) break;
        if (last) return end;
        i = end;
      }
      spans.length = 2 * size;
      return first;
    },
    (text, at, flat) => {
      let i = at;
      for (let n = 0; n < flat.length; n++) {
        const piece = n % size;
        const before = piece > 0 ? joints[piece - 1]! : n === 0 ? '' : n + size < flat.length ? COMMA : AND;
        if (!text.startsWith(before, i)) return -1;
        i = endOfCode(text, i + before.length, flat[n]!);
        if (i < 0) return -1;
      }
      return i;
    },
  );
}

/** The offset after the digits at `at`, or -1. */
function endOfCount(text: string, at: number): number {
  let i = at;
  for (let c = text.charCodeAt(i); c >= 48 && c <= 57; c = text.charCodeAt(++i));
  return i > at ? i : -1;
}

/** `1st`, `2nd`, `3rd`, `11th` for a count. */
export function ordinal(count: string): string {
  const last = /1\d$/.test(count) ? '' : count.at(-1)!;
  return `${count}${last === '1' ? 'st' : last === '2' ? 'nd' : last === '3' ? 'rd' : 'th'}`;
}

/** The forms, by slot type. */
export const SLOT_FORMS: Record<SlotType, SlotForm> = {
  name: single(endOfName),
  value: single(endOfValue),
  expr: single(endOfExpression),
  count: {
    write: (value) => value as string,
    find: endOfCount,
    take: (text, at, end) => text.slice(at, end),
    fits: (text, at, fact) => endOfCode(text, at, fact as string),
  },
  ordinal: {
    write: (value) => ordinal(value as string),
    find(text, at) {
      const digits = endOfCount(text, at);
      if (digits < 0) return -1;
      const said = ordinal(text.slice(at, digits));
      return text.startsWith(said, at) ? at + said.length : -1;
    },
    take: (text, at, end) => text.slice(at, end - 2),
    fits(text, at, fact) {
      const said = ordinal(fact as string);
      return text.startsWith(said, at) ? at + said.length : -1;
    },
  },
  chain,
  bindings: list({ scans: [endOfExpression, endOfValue], joints: [EQUALS] }),
  values: list({ scans: [endOfValue], joints: [] }),
  moves: list({ scans: [endOfExpression, endOfValue, endOfValue], joints: [FROM, TO] }),
  phrase: PHRASE_FORM,
};
