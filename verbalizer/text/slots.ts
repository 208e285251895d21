// How each type of slot is written and read. The two directions stand side by side, one row a type, and are inverse:
// `read(write(v))` is `v` for every value that the claims allow (test/verbalizer holds them to it).
import type { SlotType, SlotValue } from '../claims.ts';
import { endOfExpression, endOfName, endOfValue, stripBackticks } from './scan.ts';

/** A slot read from text: what it says and where it ends. */
export interface SlotReading {
  readonly value: SlotValue;
  readonly end: number;
}

interface SlotForm {
  write(value: SlotValue): string;
  /** Reads at `at`, or null when no such slot stands there. */
  read(text: string, at: number): SlotReading | null;
}

type Scan = (text: string, at: number) => number;

const PROBE = ' xyzzy';

/** Code as it stands in a sentence: bare where the scan finds its end again, in backticks otherwise. */
function writeCode(code: string, scan: Scan): string {
  const c = code.charCodeAt(0);
  // numbers, strings and brackets: the scan cannot take them for prose
  if (c >= 48 && c <= 57 && scan(code + PROBE, 0) === code.length) return code;
  return scan(code + PROBE, 0) === code.length ? code : '`' + code + '`';
}

function single(scan: Scan): SlotForm {
  return {
    write: (value) => writeCode(value as string, scan),
    read(text, at) {
      const end = scan(text, at);
      return end < 0 ? null : { value: stripBackticks(text.slice(at, end)), end };
    },
  };
}

const COUNT = /\d+/y;
const ORDINAL = /(\d+)(st|nd|rd|th)/y;

/** `1st`, `2nd`, `3rd`, `4th`, `11th`, `112th`. */
export function ordinal(count: string): string {
  const last = /1\d$/.test(count) ? '' : count.at(-1)!;
  return `${count}${last === '1' ? 'st' : last === '2' ? 'nd' : last === '3' ? 'rd' : 'th'}`;
}

const EQUALS = ' = ';
const FROM = ' from ';
const TO = ' to ';

function chainBy(joint: string): SlotForm {
  return {
    write: (value) =>
      (value as readonly string[]).map((link) => writeCode(link, endOfExpression)).join(joint),
    read(text, at) {
      const links: string[] = [];
      for (let i = at; ; i += joint.length) {
        const end = endOfExpression(text, i);
        if (end < 0) return null;
        links.push(stripBackticks(text.slice(i, end)));
        i = end;
        if (!text.startsWith(joint, i)) return { value: links, end: i };
      }
    },
  };
}

const chain = chainBy(EQUALS);

/** A chain in words: `total, which is 5`. */
export const CHAIN_IN_WORDS = chainBy(', which is ');

function readBinding(text: string, at: number): { pair: [string, string]; end: number } | null {
  const nameEnd = endOfExpression(text, at);
  if (nameEnd < 0 || !text.startsWith(EQUALS, nameEnd)) return null;
  const end = endOfValue(text, nameEnd + EQUALS.length);
  if (end < 0) return null;
  return {
    pair: [stripBackticks(text.slice(at, nameEnd)), stripBackticks(text.slice(nameEnd + EQUALS.length, end))],
    end,
  };
}

function join(items: readonly string[]): string {
  if (items.length < 2) return items.join('');
  return `${items.slice(0, -1).join(', ')} and ${items[items.length - 1]!}`;
}

const bindings: SlotForm = {
  write(value) {
    const flat = value as readonly string[];
    const pairs: string[] = [];
    for (let i = 0; i < flat.length; i += 2)
      pairs.push(`${writeCode(flat[i]!, endOfExpression)}${EQUALS}${writeCode(flat[i + 1]!, endOfValue)}`);
    return join(pairs);
  },
  read(text, at) {
    const first = readBinding(text, at);
    if (first === null) return null;
    const flat = [...first.pair];
    // as in `values`: more than one only if the last stands behind `and`; otherwise the comma begins another clause
    for (let i = first.end; ;) {
      const last = text.startsWith(' and ', i);
      if (!last && !text.startsWith(', ', i)) break;
      const next = readBinding(text, i + (last ? 5 : 2));
      if (next === null) break;
      flat.push(...next.pair);
      if (last) return { value: flat, end: next.end };
      i = next.end;
    }
    return { value: first.pair, end: first.end };
  },
};

const values: SlotForm = {
  write: (value) => join((value as readonly string[]).map((v) => writeCode(v, endOfValue))),
  read(text, at) {
    const first = endOfValue(text, at);
    if (first < 0) return null;
    const items = [stripBackticks(text.slice(at, first))];
    // a list always ends in `and X`; without one, what follows the comma is the next clause
    for (let i = first; ;) {
      const last = text.startsWith(' and ', i);
      if (!last && !text.startsWith(', ', i)) break;
      const start = i + (last ? 5 : 2);
      const end = endOfValue(text, start);
      if (end < 0) break;
      items.push(stripBackticks(text.slice(start, end)));
      if (last) return { value: items, end };
      i = end;
    }
    return { value: items.slice(0, 1), end: first };
  },
};

/** One name with the value before and the value after. */
function readMove(text: string, at: number): { move: [string, string, string]; end: number } | null {
  const nameEnd = endOfExpression(text, at);
  if (nameEnd < 0 || !text.startsWith(FROM, nameEnd)) return null;
  const oldAt = nameEnd + FROM.length;
  const oldEnd = endOfValue(text, oldAt);
  if (oldEnd < 0 || !text.startsWith(TO, oldEnd)) return null;
  const newAt = oldEnd + TO.length;
  const end = endOfValue(text, newAt);
  if (end < 0) return null;
  const parts = [text.slice(at, nameEnd), text.slice(oldAt, oldEnd), text.slice(newAt, end)];
  return { move: parts.map(stripBackticks) as [string, string, string], end };
}

const moves: SlotForm = {
  write(value) {
    const flat = value as readonly string[];
    const items: string[] = [];
    for (let i = 0; i < flat.length; i += 3) {
      const [name, old, now] = [flat[i]!, flat[i + 1]!, flat[i + 2]!];
      items.push(
        writeCode(name, endOfExpression) +
          FROM +
          writeCode(old, endOfValue) +
          TO +
          writeCode(now, endOfValue),
      );
    }
    return join(items);
  },
  read(text, at) {
    const first = readMove(text, at);
    if (first === null) return null;
    const flat: string[] = [...first.move];
    // as in `values`
    for (let i = first.end; ;) {
      const last = text.startsWith(' and ', i);
      if (!last && !text.startsWith(', ', i)) break;
      const next = readMove(text, i + (last ? 5 : 2));
      if (next === null) break;
      flat.push(...next.move);
      if (last) return { value: flat, end: next.end };
      i = next.end;
    }
    return { value: first.move, end: first.end };
  },
};

/** The forms, by slot type. */
export const SLOT_FORMS: Record<SlotType, SlotForm> = {
  name: single(endOfName),
  value: single(endOfValue),
  expr: single(endOfExpression),
  count: {
    write: (value) => value as string,
    read(text, at) {
      COUNT.lastIndex = at;
      return COUNT.test(text) ? { value: text.slice(at, COUNT.lastIndex), end: COUNT.lastIndex } : null;
    },
  },
  ordinal: {
    write: (value) => ordinal(value as string),
    read(text, at) {
      ORDINAL.lastIndex = at;
      const match = ORDINAL.exec(text);
      if (match === null || ordinal(match[1]!) !== match[0]) return null;
      return { value: match[1]!, end: ORDINAL.lastIndex };
    },
  },
  chain,
  bindings,
  values,
  moves,
};
