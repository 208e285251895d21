// Finds out which line styles a text can be in, from its form alone. Prose is what no line style reads.
import type { Program } from '../interpreter/code.ts';
import { listingOf } from './lines/listing.ts';
import { LINE_STYLES, type LineStyleName } from './styles/index.ts';

/** Lines looked at. */
const LOOKED_AT = 40;

/**
 * The line styles that read most of the text's beginning, none when all read less than half of it. Texts of few lines,
 * such as one fold, can be in several.
 */
export function recognise(text: string, program: Program): LineStyleName[] {
  const listing = listingOf(program);
  const lines = text.split('\n').filter((line) => line.trim() !== '');
  const beginning = lines.slice(0, LOOKED_AT).join('\n');
  const shares = Object.entries(LINE_STYLES).map(([name, style]) => {
    const { claims, unread } = style.read(beginning, listing);
    return { name: name as LineStyleName, share: claims.length / Math.max(1, claims.length + unread.length) };
  });
  const best = Math.max(...shares.map(({ share }) => share));
  return best <= 0.5 ? [] : shares.filter(({ share }) => share === best).map(({ name }) => name);
}
