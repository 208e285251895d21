// The beginnings of lines in the styles that tell one thing a line: `call f: …`, `3: x = 1  # …`, `back to 3: …`,
// `… 5 rounds of lines 3-6: …`. Each is written and read back here. Knows the program's lines, not the run.
import type { SlotValue } from '../claims.ts';
import type { LineClaim, LineKind } from './claim.ts';
import type { Listing } from './listing.ts';
import { readNotes, writeNotes } from './notes.ts';

/** Stands between code and notes. */
export const MARK = '  # ';
/** Begins a fold. */
export const FOLD = '… ';

/** Slots that a head says; the rest are notes. */
const HEAD_SLOTS: ReadonlySet<string> = new Set(['func', 'line', 'head', 'count', 'range']);

function notesOf(slots: LineClaim['slots']): string {
  return writeNotes(Object.fromEntries(Object.entries(slots).filter(([slot]) => !HEAD_SLOTS.has(slot))));
}

function lines(count: string): string {
  return `${count} ${count === '1' ? 'line' : 'lines'}`;
}

/** The line for a claim. */
export function writeHead({ kind, slots }: LineClaim, listing: Listing): string {
  const notes = notesOf(slots);
  const behind = notes === '' ? '' : `: ${notes}`;
  const slot = (name: string): string => slots[name] as string;
  switch (kind) {
    case 'line': {
      const code = listing.code[Number(slot('line'))]!.trim();
      return `${slot('line')}: ${code}${notes === '' ? '' : MARK + notes}`;
    }
    case 'call':
    case 'resume':
      return `${kind} ${slot('func')}${behind}`;
    case 'back':
      return `back to ${slot('line')}${behind}`;
    case 'result':
      return `result${behind}`;
    case 'rounds':
      return `${FOLD}${slot('count')} ${slot('count') === '1' ? 'round' : 'rounds'}${slots['range'] === undefined ? '' : ` of lines ${slot('range')}`}${behind}`;
    case 'activation':
      return `${FOLD}${slot('head')}${behind}`;
    case 'stretch':
      return `${FOLD}${lines(slot('count'))}${behind}`;
    default:
      throw new Error(`no head for ${kind}`);
  }
}

interface Head {
  readonly kind: LineKind;
  readonly pattern: RegExp;
  readonly slots: readonly string[];
}

/** What stands behind a head: notes, another entry, or nothing. */
const STOP = '(?=[:;] |$)';

const HEADS: readonly Head[] = [
  { kind: 'call', pattern: /call (\S+?)(?=: |$)/y, slots: ['func'] },
  { kind: 'resume', pattern: /resume (\S+?)(?=: |$)/y, slots: ['func'] },
  { kind: 'back', pattern: /back to (\d+)(?=: |$)/y, slots: ['line'] },
  { kind: 'result', pattern: /result(?=: |$)/y, slots: [] },
];

const FOLDS: readonly Head[] = [
  {
    kind: 'rounds',
    pattern: new RegExp(`… (?:(?!1 )(\\d+) rounds|(1) round)(?: of lines (\\d+-\\d+))?${STOP}`, 'my'),
    slots: ['count', 'count', 'range'],
  },
  {
    kind: 'activation',
    pattern: new RegExp(`… ((?:call|resume) [^\\s;]+?)${STOP}`, 'my'),
    slots: ['head'],
  },
  {
    kind: 'stretch',
    pattern: new RegExp(`… (?:(?!1 )(\\d+) lines|(1) line)${STOP}`, 'my'),
    slots: ['count', 'count'],
  },
];

/** The fold that is told from `at` on, and where it ends; null when none is. */
export function readFold(text: string, at: number): { claim: LineClaim; end: number } | null {
  for (const { kind, pattern, slots: names } of FOLDS) {
    pattern.lastIndex = at;
    const match = pattern.exec(text);
    if (match === null) continue;
    const head = slotsOf(names, match);
    const end = pattern.lastIndex;
    if (!text.startsWith(': ', end)) return { claim: { kind, slots: head }, end };
    const notes = readNotes(text, end + 2);
    if (Object.keys(notes.slots).length === 0) return null;
    return { claim: { kind, slots: { ...head, ...notes.slots } }, end: notes.end };
  }
  return null;
}

function slotsOf(names: readonly string[], match: RegExpExecArray): Record<string, SlotValue> {
  const slots: Record<string, SlotValue> = {};
  names.forEach((name, i) => {
    const value = match[i + 1];
    if (value !== undefined) slots[name] = value;
  });
  return slots;
}

const NUMBER = /(\d+): /y;

/** The claim that a whole line makes, or null when it makes none that can be read. */
export function readHead(text: string, listing: Listing): LineClaim | null {
  NUMBER.lastIndex = 0;
  const numbered = NUMBER.exec(text);
  if (numbered !== null) {
    const code = listing.code[Number(numbered[1])]?.trim() ?? '';
    if (code === '' || !text.startsWith(code, NUMBER.lastIndex)) return null;
    return withNotes('line', { line: numbered[1]! }, text, NUMBER.lastIndex + code.length, MARK);
  }
  if (text.startsWith(FOLD)) {
    const fold = readFold(text, 0);
    return fold !== null && fold.end === text.length ? fold.claim : null;
  }
  for (const { kind, pattern, slots: names } of HEADS) {
    pattern.lastIndex = 0;
    const match = pattern.exec(text);
    if (match !== null) return withNotes(kind, slotsOf(names, match), text, pattern.lastIndex, ': ');
  }
  return null;
}

function withNotes(
  kind: LineKind,
  head: Record<string, SlotValue>,
  text: string,
  at: number,
  mark: string,
): LineClaim | null {
  if (at === text.length) return { kind, slots: head };
  if (!text.startsWith(mark, at)) return null;
  const { slots, end } = readNotes(text, at + mark.length);
  if (end !== text.length || Object.keys(slots).length === 0) return null;
  for (const name of Object.keys(slots)) if (name in head) return null;
  return { kind, slots: { ...head, ...slots } };
}
