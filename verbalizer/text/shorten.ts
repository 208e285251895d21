// Shortens texts of values that are abbreviated or long already, for summaries that list many of them. Works on the
// text alone, so that planner and checker come to the same; never cuts an element in two and keeps the count.
// Knows how values are shown, not what they are.
import { endOfString } from './scan.ts';

/** Elements kept at the beginning and at the end. */
const HEAD = 2;
const TAIL = 1;
/** Less room than this makes no sense for an element. */
const LEAST_ROOM = 24;
const MORE = /^\.\.\. (\d+) more \.\.\.$/;
const OPEN = /^[\w.]*[([{]+/;
const CLOSE = /[)\]}]+$/;

/** Splits at `separator` where no bracket or string is open; null when the text is not well formed. */
function splitAt(text: string, separator: string): string[] | null {
  const parts: string[] = [];
  let depth = 0;
  let from = 0;
  for (let i = 0; i < text.length; i++) {
    const c = text[i]!;
    if (c === "'" || c === '"') {
      const end = endOfString(text, i);
      if (end < 0) return null;
      i = end - 1;
    } else if (c === '(' || c === '[' || c === '{') depth++;
    else if (c === ')' || c === ']' || c === '}') {
      if (--depth < 0) return null;
    } else if (depth === 0 && text.startsWith(separator, i)) {
      parts.push(text.slice(from, i));
      from = i + separator.length;
      i = from - 1;
    }
  }
  if (depth !== 0) return null;
  parts.push(text.slice(from));
  return parts;
}

/** The text with fewer elements of its containers, where it is longer than `room`. */
export function shorten(text: string, room: number): string {
  if (text.length <= room) return text;
  const open = OPEN.exec(text)?.[0];
  const close = CLOSE.exec(text)?.[0];
  // `str('…' ... 3 more ... '…')` has no elements
  if (open === undefined || close === undefined || open === 'str(' || open === 'int(') return text;
  // brackets within brackets belong to the elements, but for those that go with a name, `deque([`
  const width = open.search(/[([{]/) > 0 ? Math.min(2, open.length - open.search(/[([{]/)) : 1;
  const begun = open.search(/[([{]/) + width;
  const elements = splitAt(text.slice(begun, text.length - width), ', ');
  if (elements === null) return width === 2 ? shortenOne(text, open, room) : text;
  return text.slice(0, begun) + fewer(elements, room) + text.slice(text.length - width);
}

function shortenOne(text: string, open: string, room: number): string {
  const begun = open.search(/[([{]/) + 1;
  const elements = splitAt(text.slice(begun, -1), ', ');
  return elements === null ? text : text.slice(0, begun) + fewer(elements, room) + text.slice(-1);
}

function fewer(elements: readonly string[], room: number): string {
  const inner = Math.max(LEAST_ROOM, Math.floor(room / (HEAD + TAIL)));
  const count = elements.reduce((sum, e) => sum + Number(MORE.exec(e)?.[1] ?? 1), 0);
  if (count <= HEAD + TAIL || elements.length < HEAD + TAIL)
    return elements.map((e) => element(e, inner)).join(', ');
  const kept = [...elements.slice(0, HEAD), ...elements.slice(-TAIL)];
  if (kept.some((e) => MORE.test(e))) return elements.map((e) => element(e, inner)).join(', ');
  const texts = kept.map((e) => element(e, inner));
  texts.splice(HEAD, 0, `... ${count - kept.length} more ...`);
  return texts.join(', ');
}

/** An element, or an entry or attribute of which the value is shortened. */
function element(text: string, room: number): string {
  for (const separator of [': ', '=']) {
    const parts = splitAt(text, separator);
    if (parts?.length === 2) return parts[0]! + separator + shorten(parts[1]!, room);
  }
  return shorten(text, room);
}
