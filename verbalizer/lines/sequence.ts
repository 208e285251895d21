// The layout of styles that tell one claim a line, in the order of the run.
import type { LineClaim, PlacedLineClaim, ToldLineClaim } from './claim.ts';
import { isFold, type Item } from './plans.ts';
import type { Listing } from './listing.ts';
import type { LineReading, LineText } from './style.ts';
import type { Unread } from '../read/read.ts';

/** Writes claims line by line. `claimsOf` gives those of a moment; a fold brings its own. */
export function writeSequence(
  items: readonly Item[],
  claimsOf: (item: Item) => readonly LineClaim[],
  write: (claim: LineClaim) => string,
): LineText {
  const lines: string[] = [];
  const claims: ToldLineClaim[] = [];
  let at = 0;
  for (const item of items) {
    const step = isFold(item) ? item.from : item.index;
    for (const claim of claimsOf(item)) {
      const line = write(claim);
      lines.push(line);
      claims.push({ ...claim, span: [at, at + line.length], step });
      at += line.length + 1;
    }
  }
  return { text: lines.join('\n'), claims };
}

/** Reads a text line by line; lines that nothing reads are unread. */
export function readSequence(
  text: string,
  listing: Listing,
  read: (line: string, listing: Listing) => LineClaim | null,
): LineReading {
  const claims: PlacedLineClaim[] = [];
  const unread: Unread[] = [];
  let at = 0;
  for (const line of text.split('\n')) {
    const span = [at, at + line.length] as const;
    at += line.length + 1;
    if (line.trim() === '') continue;
    const claim = read(line, listing);
    if (claim === null) unread.push({ span, text: line });
    else claims.push({ ...claim, span });
  }
  return { claims, unread };
}
