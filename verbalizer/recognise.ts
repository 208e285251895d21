// Finds out which line style a text is in, from its form alone. Prose is what no line style reads.
import type { Program } from '../interpreter/code.ts';
import { listingOf } from './lines/listing.ts';
import { LINE_STYLES, type LineStyleName } from './styles/index.ts';

/** Lines looked at. */
const LOOKED_AT = 40;

/** The line style that reads most of the text's beginning; null when none reads more than half of it. */
export function recognise(text: string, program: Program): LineStyleName | null {
  const listing = listingOf(program);
  const lines = text.split('\n').filter((line) => line.trim() !== '');
  const beginning = lines.slice(0, LOOKED_AT).join('\n');
  let best: { name: LineStyleName; share: number } | null = null;
  for (const [name, style] of Object.entries(LINE_STYLES)) {
    const { claims, unread } = style.read(beginning, listing);
    const share = claims.length / (claims.length + unread.length);
    if (share > 0.5 && (best === null || share > best.share)) best = { name: name as LineStyleName, share };
  }
  return best?.name ?? null;
}
