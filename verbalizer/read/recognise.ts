// Finds out which line styles a text can be in, from its form alone. Prose is what no line style reads.
import type { Program } from '../../interpreter/code.ts';
import { listingOf } from '../lines/listing.ts';
import type { LineReading } from '../lines/style.ts';
import { LINE_STYLES, type LineStyleName } from '../styles/index.ts';

/** Lines looked at. */
const LOOKED_AT = 40;

/** The part of the lines of `text` in which nothing is unread: a line of the inline style need not make a claim. */
function shareRead(lines: readonly string[], { unread }: LineReading): number {
  let at = 0;
  let clean = 0;
  for (const line of lines) {
    const end = at + line.length;
    // what is missing behind the beginning is unread there, without extent
    if (!unread.some(({ span: [from, to] }) => from < to && from < end && to > at)) clean++;
    at = end + 1;
  }
  return clean / Math.max(1, lines.length);
}

/**
 * The line styles that read most of the text's beginning, none when all read less than half of it. Texts of few lines,
 * such as one fold, can be in several.
 */
export function recognise(text: string, program: Program): LineStyleName[] {
  const listing = listingOf(program);
  const lines = text
    .split('\n')
    .filter((line) => line.trim() !== '')
    .slice(0, LOOKED_AT);
  const beginning = lines.join('\n');
  const shares = Object.entries(LINE_STYLES).map(([name, style]) => ({
    name: name as LineStyleName,
    share: shareRead(lines, style.read(beginning, listing)),
  }));
  const best = Math.max(...shares.map(({ share }) => share));
  return best <= 0.5 ? [] : shares.filter(({ share }) => share === best).map(({ name }) => name);
}
