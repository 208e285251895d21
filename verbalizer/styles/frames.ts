// The frames style: a row when a function is called, before each line, when it returns or raises, with the frame's
// variables as JSON: values as their repr, `".."` for what is as it was in the frame's last row. After CWM,
// https://arxiv.org/abs/2510.02387.
import type { SlotValue } from '../claims.ts';
import type { LineClaim } from '../lines/claim.ts';
import { withLineBefore } from '../lines/fold.ts';
import { isFold, LINE_PLANS } from '../lines/plans.ts';
import { FrameRows } from '../lines/frame-rows.ts';
import { FOLD, MARK, readHead, writeHead } from '../lines/heads.ts';
import { listingOf, type Listing } from '../lines/listing.ts';
import type { Account } from '../lines/moment.ts';
import { readNotes, writeNotes } from '../lines/notes.ts';
import { readSequence, writeSequence } from '../lines/sequence.ts';
import { endOfShown } from '../lines/shown.ts';
import type { LineStyle } from '../lines/style.ts';

/** How each event is written: what stands before the variables, and what behind them. */
const EVENTS: Readonly<
  Record<string, { readonly before: 'func' | 'line'; readonly behind: 'code' | 'value' | null }>
> = {
  call: { before: 'func', behind: null },
  resume: { before: 'func', behind: null },
  line: { before: 'line', behind: 'code' },
  exception: { before: 'line', behind: 'value' },
  yield: { before: 'line', behind: 'value' },
  return: { before: 'line', behind: 'value' },
};

const OUTPUT = 'output ';
const RESULT = /(return|exception) (?=")/y;
const LEAVE = /^leave (\S+)$/;
const ROW = /(call|resume|line|exception|yield|return) (\S+) (?=\{)/y;

const made = new WeakMap<Account, FrameRows>();

function rowsOf(account: Account): FrameRows {
  let rows = made.get(account);
  if (rows === undefined) made.set(account, (rows = new FrameRows(account)));
  return rows;
}

function codeOf(listing: Listing, line: string): string {
  return listing.code[Number(line)]?.trim() ?? '';
}

function writeLocals(flat: readonly string[]): string {
  const pairs: string[] = [];
  for (let i = 0; i < flat.length; i += 2)
    pairs.push(`${JSON.stringify(flat[i]!)}: ${JSON.stringify(flat[i + 1]!)}`);
  return `{${pairs.join(', ')}}`;
}

function writeRow(claim: LineClaim, listing: Listing): string {
  const { kind, slots } = claim;
  if (kind === 'output') return OUTPUT + (slots['text'] as string);
  if (kind !== 'frame') return writeHead(claim, listing);
  const event = slots['event'] as string;
  if (event === 'leave') return `leave ${slots['func'] as string}`;
  const value = slots['value'] as string | undefined;
  if (slots['locals'] === undefined) return `${event} ${JSON.stringify(value)}`;
  const { before, behind } = EVENTS[event]!;
  const place = slots[before] as string;
  const head = `${event} ${place} ${writeLocals(slots['locals'] as readonly string[])}`;
  switch (behind) {
    case null:
      return head;
    case 'code': {
      const { event: _, line: __, locals: ___, ...counts } = slots;
      const notes = writeNotes(counts);
      return `${head} ${codeOf(listing, place)}${notes === '' ? '' : MARK + notes}`;
    }
    case 'value':
      return `${head} ${JSON.stringify(value)}`;
  }
}

const STRING = /"(?:[^"\\]|\\.)*"/y;

/** The JSON string at `at`, or null. */
function readString(text: string, at: number): { value: string; end: number } | null {
  STRING.lastIndex = at;
  const match = STRING.exec(text);
  if (match === null) return null;
  try {
    return { value: JSON.parse(match[0]) as string, end: STRING.lastIndex };
  } catch {
    return null; // an escape that JSON has not
  }
}

function readLocals(text: string, at: number): { flat: string[]; end: number } | null {
  const flat: string[] = [];
  if (text.startsWith('{}', at)) return { flat, end: at + 2 };
  for (let i = at + 1; ;) {
    const name = readString(text, i);
    if (name === null || !text.startsWith(': ', name.end)) return null;
    const value = readString(text, name.end + 2);
    if (value === null) return null;
    flat.push(name.value, value.value);
    if (text.charCodeAt(value.end) === 125) return { flat, end: value.end + 1 };
    if (!text.startsWith(', ', value.end)) return null;
    i = value.end + 2;
  }
}

function readRow(text: string, listing: Listing): LineClaim | null {
  if (text.startsWith(FOLD)) return readHead(text, listing);
  if (text.startsWith(OUTPUT)) {
    return endOfShown(text, OUTPUT.length) === text.length
      ? { kind: 'output', slots: { text: text.slice(OUTPUT.length) } }
      : null;
  }
  const leave = LEAVE.exec(text);
  if (leave !== null) return { kind: 'frame', slots: { event: 'leave', func: leave[1]! } };
  RESULT.lastIndex = 0;
  const result = RESULT.exec(text);
  if (result !== null) {
    const value = readString(text, RESULT.lastIndex);
    return value?.end === text.length
      ? { kind: 'frame', slots: { event: result[1]!, value: value.value } }
      : null;
  }
  ROW.lastIndex = 0;
  const match = ROW.exec(text);
  if (match === null) return null;
  const locals = readLocals(text, ROW.lastIndex);
  if (locals === null) return null;
  const { before, behind } = EVENTS[match[1]!]!;
  const slots: Record<string, SlotValue> = { event: match[1]!, [before]: match[2]!, locals: locals.flat };
  if (behind === null) return locals.end === text.length ? { kind: 'frame', slots } : null;
  if (text.charCodeAt(locals.end) !== 32) return null;
  const rest = locals.end + 1;
  if (behind === 'code') {
    const code = codeOf(listing, match[2]!);
    if (code === '' || !text.startsWith(code, rest)) return null;
    const end = rest + code.length;
    if (end === text.length) return { kind: 'frame', slots };
    if (!text.startsWith(MARK, end)) return null;
    const counts = readNotes(text, end + MARK.length);
    return counts.end === text.length && Object.keys(counts.slots).length > 0
      ? { kind: 'frame', slots: { ...slots, ...counts.slots } }
      : null;
  }
  const value = readString(text, rest);
  if (value?.end !== text.length) return null;
  return { kind: 'frame', slots: { ...slots, value: value.value } };
}

export const frames: LineStyle = {
  form: 'lines',
  name: 'frames',
  title: "call, line, return and exception frames, with each frame's variables as JSON",
  tellsBackwards: true,
  plans: LINE_PLANS,
  facts: (account, moment) => [rowsOf(account).of(moment)],
  folded: withLineBefore,
  write(account, items) {
    const listing = listingOf(account.program);
    const rows = rowsOf(account);
    return writeSequence(
      items,
      (item) =>
        isFold(item) ? [withLineBefore(account, item.claim, item.from, item.to)] : rows.of(item.index),
      (claim) => writeRow(claim, listing),
    );
  },
  read: (text, listing) => readSequence(text, listing, readRow),
};
