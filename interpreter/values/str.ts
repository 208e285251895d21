// Strings by code point: length, indexing, slicing. A JavaScript string counts UTF-16 units, so one that holds a
// surrogate pair needs a table of its characters; long strings remember whether they do.
// https://docs.python.org/3.11/library/stdtypes.html#text-sequence-type-str
import type { SliceRange } from './slice.ts';

/** Scanning up to this many units is as fast as looking the answer up. */
const SHORT = 48;
/** How many long strings are remembered at once. */
const REMEMBERED = 32;

/** The characters of each long string met lately, or null where every unit is one. */
const characters = new Map<string, readonly string[] | null>();

function hasSurrogates(text: string): boolean {
  for (let i = 0; i < text.length; i++) if ((text.charCodeAt(i) & 0xf800) === 0xd800) return true;
  return false;
}

/** The characters of a text with surrogate pairs; null when every UTF-16 unit is a character. */
export function wideCharacters(text: string): readonly string[] | null {
  if (text.length <= SHORT) return hasSurrogates(text) ? Array.from(text) : null;
  let chars = characters.get(text);
  if (chars === undefined) {
    chars = hasSurrogates(text) ? Array.from(text) : null;
    if (characters.size >= REMEMBERED) characters.clear();
    characters.set(text, chars);
  }
  return chars;
}

/** The characters of `text`, one code point each. */
export function toCharacters(text: string): readonly string[] {
  return wideCharacters(text) ?? text.split('');
}

/** `len(text)`. */
export function codePointCount(text: string): number {
  return wideCharacters(text)?.length ?? text.length;
}

/** The character at a valid index. */
export function codePointAt(text: string, index: number): string {
  const chars = wideCharacters(text);
  return chars === null ? text[index] : chars[index];
}

/** `text[start:stop]` for 0 ≤ start, stop ≤ length; empty when they cross. */
export function substring(text: string, start: number, stop: number): string {
  if (start >= stop) return '';
  const chars = wideCharacters(text);
  return chars === null ? text.slice(start, stop) : chars.slice(start, stop).join('');
}

/** The characters a resolved slice selects. */
export function sliceText(text: string, { start, stop, step, length }: SliceRange): string {
  if (step === 1) return substring(text, start, stop);
  const chars = wideCharacters(text) ?? text;
  let selected = '';
  for (let i = 0, at = start; i < length; i++, at += step) selected += chars[at];
  return selected;
}

/** The UTF-16 offset of the character at `index` (≤ length). */
export function unitOffset(text: string, index: number): number {
  const chars = wideCharacters(text);
  if (chars === null) return index;
  let offset = 0;
  for (let i = 0; i < index; i++) offset += chars[i].length;
  return offset;
}

/** The index of the character at a UTF-16 offset that does not split one. */
export function characterIndex(text: string, offset: number): number {
  if (wideCharacters(text) === null) return offset;
  let index = offset;
  for (let i = 0; i < offset; i++) if ((text.charCodeAt(i) & 0xfc00) === 0xdc00) index--;
  return index;
}
