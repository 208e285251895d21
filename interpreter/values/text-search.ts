// Searching, splitting and replacing in texts, as `str` and `bytes` share it. Positions are UTF-16 offsets that
// do not split characters; knows nothing of values, arguments or errors.
// https://docs.python.org/3.11/library/stdtypes.html#string-methods
import { codePointCount } from './str.ts';

/** The first or last place of `needle` within `text[start:stop]`, or −1. */
export function findText(text: string, needle: string, start: number, stop: number, last = false): number {
  if (stop - start < needle.length || start > stop) return -1;
  if (last) {
    const at = text.lastIndexOf(needle, stop - needle.length);
    return at >= start ? at : -1;
  }
  const at = text.indexOf(needle, start);
  return at >= 0 && at + needle.length <= stop ? at : -1;
}

/** How often `needle` occurs in `text` without overlap; the empty one between all characters. */
export function countText(text: string, needle: string): number {
  if (needle === '') return codePointCount(text) + 1;
  let count = 0;
  for (let at = text.indexOf(needle); at >= 0; at = text.indexOf(needle, at + needle.length)) count++;
  return count;
}

/** The first `max` occurrences of `from` replaced; all when max is negative. */
export function replaceText(text: string, from: string, to: string, max: number): string {
  if (max === 0 || from === to) return text;
  if (from === '') return interleave(text, to, max);
  if (max < 0) return text.replaceAll(from, () => to);
  let replaced = '';
  let done = 0;
  for (let at = text.indexOf(from); at >= 0 && max > 0; at = text.indexOf(from, done), max--) {
    replaced += text.slice(done, at) + to;
    done = at + from.length;
  }
  return replaced + text.slice(done);
}

/** Puts `to` before each character and at the end, `max` times in all. */
function interleave(text: string, to: string, max: number): string {
  let replaced = '';
  let left = max < 0 ? Infinity : max;
  for (const char of text) {
    if (left-- > 0) replaced += to;
    replaced += char;
  }
  return left > 0 ? replaced + to : replaced;
}

/** `text.split(separator, max)`; max < 0 is no limit. */
export function splitText(text: string, separator: string, max: number): string[] {
  const parts = text.split(separator);
  if (max < 0 || parts.length - 1 <= max) return parts;
  return [...parts.slice(0, max), parts.slice(max).join(separator)];
}

/** `text.rsplit(separator, max)`: separators are found from the right. */
export function splitTextFromRight(text: string, separator: string, max: number): string[] {
  const parts: string[] = [];
  let end = text.length;
  while (max < 0 || parts.length < max) {
    const at = end < separator.length ? -1 : text.lastIndexOf(separator, end - separator.length);
    if (at < 0) break;
    parts.push(text.slice(at + separator.length, end));
    end = at;
  }
  parts.push(text.slice(0, end));
  return parts.reverse();
}

/** `text.split(None, max)`: between runs of what `isSpace` says is space. */
export function splitSpace(text: string, max: number, isSpace: (unit: number) => boolean): string[] {
  const parts: string[] = [];
  const { length } = text;
  let at = 0;
  for (;;) {
    while (at < length && isSpace(text.charCodeAt(at))) at++;
    if (at === length) return parts;
    if (max >= 0 && parts.length >= max) {
      // What is left keeps its spaces at the far end.
      parts.push(text.slice(at));
      return parts;
    }
    const start = at;
    while (at < length && !isSpace(text.charCodeAt(at))) at++;
    parts.push(text.slice(start, at));
  }
}

/** `text.rsplit(None, max)`. */
export function splitSpaceFromRight(text: string, max: number, isSpace: (unit: number) => boolean): string[] {
  const parts: string[] = [];
  let end = text.length;
  for (;;) {
    while (end > 0 && isSpace(text.charCodeAt(end - 1))) end--;
    if (end === 0) break;
    if (max >= 0 && parts.length >= max) {
      parts.push(text.slice(0, end));
      break;
    }
    let start = end;
    while (start > 0 && !isSpace(text.charCodeAt(start - 1))) start--;
    parts.push(text.slice(start, end));
    end = start;
  }
  return parts.reverse();
}

/** `text.splitlines(keepEnds)`, the line boundaries given as a global pattern. */
export function splitLines(text: string, boundary: RegExp, keepEnds: boolean): string[] {
  const lines: string[] = [];
  let start = 0;
  for (const match of text.matchAll(boundary)) {
    const end = match.index + match[0].length;
    lines.push(text.slice(start, keepEnds ? end : match.index));
    start = end;
  }
  if (start < text.length) lines.push(text.slice(start));
  return lines;
}

/** Where `text` begins and ends once the edges that `strips` accepts are cut off. */
export function stripBounds(
  text: string,
  strips: (char: string) => boolean,
  left: boolean,
  right: boolean,
): [number, number] {
  let start = 0;
  let end = text.length;
  const charAt = (at: number): string => String.fromCodePoint(text.codePointAt(at) as number);
  while (left && start < end) {
    const char = charAt(start);
    if (!strips(char)) break;
    start += char.length;
  }
  while (right && end > start) {
    const pair = (text.charCodeAt(end - 1) & 0xfc00) === 0xdc00;
    const char = charAt(pair ? end - 2 : end - 1);
    if (!strips(char)) break;
    end -= char.length;
  }
  return [start, end];
}
