// Notes: what a line did, as it stands behind the line. `x = 3, y = 4; True; returns 5`. One declaration a note, which
// writes it and reads it back; the order is fixed. Knows nothing of runs.
import type { SlotValue } from '../claims.ts';
import { endOfShown } from './shown.ts';

export type Slots = Readonly<Record<string, SlotValue>>;

interface Note {
  readonly slot: string;
  write(value: SlotValue): string;
  read(text: string, at: number): { value: SlotValue; end: number } | null;
}

const EQUALS = ' = ';
const COMMA = ', ';

/** Pairs `name JOINT value`, separated by commas; `prefix` stands before the first. */
function pairs(slot: string, prefix: string, joint: string): Note {
  return {
    slot,
    write(value) {
      const flat = value as readonly string[];
      const list: string[] = [];
      for (let i = 0; i < flat.length; i += 2) list.push(`${flat[i]!}${joint}${flat[i + 1]!}`);
      return prefix + list.join(COMMA);
    },
    read(text, at) {
      if (!text.startsWith(prefix, at)) return null;
      const flat: string[] = [];
      for (let i = at + prefix.length; ;) {
        const nameEnd = endOfShown(text, i);
        if (nameEnd < 0 || !text.startsWith(joint, nameEnd)) return null;
        const end = endOfShown(text, nameEnd + joint.length);
        if (end < 0) return null;
        flat.push(text.slice(i, nameEnd), text.slice(nameEnd + joint.length, end));
        if (!text.startsWith(COMMA, end)) return { value: flat, end };
        i = end + COMMA.length;
      }
    },
  };
}

/** A word with a value behind it. */
function said(slot: string, word: string): Note {
  const lead = `${word} `;
  return {
    slot,
    write: (value) => lead + (value as string),
    read(text, at) {
      if (!text.startsWith(lead, at)) return null;
      const end = endOfShown(text, at + lead.length);
      return end < 0 ? null : { value: text.slice(at + lead.length, end), end };
    },
  };
}

/** A word with the name of a function behind it. */
function named(slot: string, word: string): Note {
  const pattern = new RegExp(`${word} ([^\\s;]+)`, 'y');
  return {
    slot,
    write: (value) => `${word} ${value as string}`,
    read(text, at) {
      pattern.lastIndex = at;
      const match = pattern.exec(text);
      return match === null ? null : { value: match[1]!, end: pattern.lastIndex };
    },
  };
}

/** A list of names or values behind a word. */
function listed(slot: string, word: string): Note {
  const lead = `${word} `;
  return {
    slot,
    write: (value) => lead + (value as readonly string[]).join(COMMA),
    read(text, at) {
      if (!text.startsWith(lead, at)) return null;
      const items: string[] = [];
      for (let i = at + lead.length; ;) {
        const end = endOfShown(text, i);
        if (end < 0) return null;
        items.push(text.slice(i, end));
        if (!text.startsWith(COMMA, end)) return { value: items, end };
        i = end + COMMA.length;
      }
    },
  };
}

/** Fixed words that stand for a value of the slot. */
function words(slot: string, value: string, text: string): Note {
  return {
    slot,
    write: () => text,
    read: (whole, at) => (whole.startsWith(text, at) ? { value, end: at + text.length } : null),
  };
}

/** A number with words around it. */
function counted(slot: string, before: string, one: string, many: string): Note {
  const pattern = new RegExp(`${before}(\\d+) (${many}|${one})`, 'y');
  return {
    slot,
    write: (value) => `${before}${value as string} ${value === '1' ? one : many}`,
    read(text, at) {
      pattern.lastIndex = at;
      const match = pattern.exec(text);
      if (match === null || (match[1] === '1') !== (match[2] === one)) return null;
      return { value: match[1]!, end: pattern.lastIndex };
    },
  };
}

/** A word with a number, or with a range of numbers in the plural: `visit 3`, `visits 3-7`. */
function numbered(slot: string, word: string): Note {
  const pattern = new RegExp(`${word}(?: (\\d+)(?![\\d-])|s (\\d+-\\d+))`, 'y');
  return {
    slot,
    write: (value) => `${word}${(value as string).includes('-') ? 's' : ''} ${value as string}`,
    read(text, at) {
      pattern.lastIndex = at;
      const match = pattern.exec(text);
      return match === null ? null : { value: match[1] ?? match[2]!, end: pattern.lastIndex };
    },
  };
}

/** `x 3 → 5` (was 3), `y → 5` (new, or what it was is not said). */
const moved: Note = {
  slot: 'moved',
  write(value) {
    const flat = value as readonly string[];
    const list: string[] = [];
    for (let i = 0; i < flat.length; i += 3)
      list.push(`${flat[i]!} ${flat[i + 1] === '' ? '' : flat[i + 1]! + ' '}→ ${flat[i + 2]!}`);
    return list.join(COMMA);
  },
  read(text, at) {
    const flat: string[] = [];
    for (let i = at; ;) {
      // `(9) x → 5` is the note of step 9: no name begins so
      const nameEnd = text[i] === '(' ? -1 : endOfShown(text, i);
      if (nameEnd < 0 || text.charCodeAt(nameEnd) !== 32) return null;
      let j = nameEnd + 1;
      let old = '';
      if (!text.startsWith('→ ', j)) {
        const oldEnd = endOfShown(text, j);
        if (oldEnd < 0 || !text.startsWith(' → ', oldEnd)) return null;
        old = text.slice(j, oldEnd);
        j = oldEnd + 1;
      }
      const end = endOfShown(text, j + 2);
      if (end < 0) return null;
      flat.push(text.slice(i, nameEnd), old, text.slice(j + 2, end));
      if (!text.startsWith(COMMA, end)) return { value: flat, end };
      i = end + COMMA.length;
    }
  },
};

const RAISES = /([^\s,;]+) raised (?:once|(\d+) times) at line (\d+)/y;

/** `ValueError raised 12 times at line 6, KeyError raised once at line 9`: names, numbers and lines. */
const raises: Note = {
  slot: 'raises',
  write(value) {
    const flat = value as readonly string[];
    const list: string[] = [];
    for (let i = 0; i < flat.length; i += 3) {
      const times = flat[i + 1] === '1' ? 'once' : `${flat[i + 1]!} times`;
      list.push(`${flat[i]!} raised ${times} at line ${flat[i + 2]!}`);
    }
    return list.join(COMMA);
  },
  read(text, at) {
    const flat: string[] = [];
    for (let i = at; ;) {
      RAISES.lastIndex = i;
      const match = RAISES.exec(text);
      if (match === null || match[2] === '1') return null;
      flat.push(match[1]!, match[2] ?? '1', match[3]!);
      const end = RAISES.lastIndex;
      if (!text.startsWith(COMMA, end)) return { value: flat, end };
      i = end + COMMA.length;
    }
  },
};

/** The notes in their order. */
const NOTES: readonly Note[] = [
  numbered('visit', 'visit'),
  numbered('lap', 'round'),
  listed('pops', 'pops'),
  said('keeps', 'keeps'),
  {
    ...said('works', 'pushes'),
    read: readWorks,
    write: (value) => `pushes ${(value as readonly string[]).join(' = ')}`,
  },
  listed('pushes', 'pushes'),
  said('jumps', 'jumps to'),
  words('jumps', 'on', 'goes on'),
  named('enters', 'enters'),
  listed('becomes', 'now'),
  words('truth', '1', 'True'),
  words('truth', '0', 'False'),
  pairs('taken', 'for ', ' in '),
  pairs('changes', '', EQUALS),
  moved,
  listed('gone', 'del'),
  counted('instructions', '', 'instruction', 'instructions'),
  counted('ran', '', 'line', 'lines'),
  counted('calls', '', 'call', 'calls'),
  words('done', '1', 'done'),
  said('printed', 'prints'),
  said('written', 'writes'),
  counted('output', 'prints ', 'line', 'lines'),
  raises,
  said('raised', 'raises'),
  said('caught', 'goes to the handler at'),
  words('left', '1', 'leaves'),
  said('yielded', 'yields'),
  said('returned', 'returns'),
];

const WORKING = /pushes (.+? = )/y;

/** `pushes 3 + 4 = 7`: an operation on two values, and what it comes to. */
function readWorks(text: string, at: number): { value: SlotValue; end: number } | null {
  WORKING.lastIndex = at;
  if (!WORKING.test(text)) return null;
  const left = endOfShown(text, at + 7);
  if (left < 0) return null;
  const operator = / (not in|is not|\S+) /y;
  operator.lastIndex = left;
  if (!operator.test(text)) return null;
  const right = endOfShown(text, operator.lastIndex);
  if (right < 0 || !text.startsWith(EQUALS, right)) return null;
  const end = endOfShown(text, right + EQUALS.length);
  return end < 0 ? null : { value: [text.slice(at + 7, right), text.slice(right + EQUALS.length, end)], end };
}

const SEPARATOR = '; ';

/** The notes for slots, in the fixed order; empty when there are none. */
export function writeNotes(slots: Slots): string {
  const parts: string[] = [];
  for (const note of NOTES) {
    const value = slots[note.slot];
    if (value === undefined) continue;
    const text = note.write(value);
    // of the notes that share a slot, the one whose words stand for this value
    if (note.slot === 'truth' && text !== (value === '1' ? 'True' : 'False')) continue;
    if (note.slot === 'jumps' && (value === 'on') !== (text === 'goes on')) continue;
    parts.push(text);
  }
  return parts.join(SEPARATOR);
}

/** Reads notes from `at` on, as far as they go; a note that stands out of order ends them. */
export function readNotes(text: string, at: number): { slots: Record<string, SlotValue>; end: number } {
  const slots: Record<string, SlotValue> = {};
  let end = at;
  let from = 0;
  for (let i = at; ;) {
    const found = noteAt(text, i, from);
    if (found === null) return { slots, end };
    slots[found.slot] = found.value;
    end = found.end;
    from = found.next;
    if (!text.startsWith(SEPARATOR, end)) return { slots, end };
    i = end + SEPARATOR.length;
  }
}

/** The note that reads the longest stretch at `at`, among those from number `from` on. */
function noteAt(
  text: string,
  at: number,
  from: number,
): { slot: string; value: SlotValue; end: number; next: number } | null {
  let best: { slot: string; value: SlotValue; end: number; next: number } | null = null;
  for (let n = from; n < NOTES.length; n++) {
    const note = NOTES[n]!;
    const reading = note.read(text, at);
    if (reading !== null && (best === null || reading.end > best.end))
      best = { slot: note.slot, ...reading, next: n + 1 };
  }
  return best;
}
