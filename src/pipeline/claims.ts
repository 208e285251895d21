// From what was told, or read, to the claims of a row: places in code points, and digests of what the text abbreviates.
import { createHash } from 'node:crypto';
import type { Trace } from '../../interpreter/trace/index.ts';
import { digests, type ExplainedClaim, type StyleName } from '../../verbalizer/index.ts';
import type { Claim } from '../record.ts';
import { codePointOffsets } from './code-points.ts';

type Placed = Pick<ExplainedClaim, 'span' | 'events' | 'line' | 'slots' | 'told'>;

/** SHA-256 of a text in UTF-8, in hex. */
export function sha256(text: string): string {
  return createHash('sha256').update(text).digest('hex');
}

/**
 * The claims of a text as its row has them.
 * @param trace of the row's run
 */
export function claimsOf(text: string, placed: readonly Placed[], trace: Trace, style: StyleName): Claim[] {
  const inCodePoints = codePointOffsets(text);
  const place = ([start, end]: readonly [number, number]): [number, number] => [
    inCodePoints(start),
    inCodePoints(end),
  ];
  const whole = digests(text, placed, trace, style, sha256);
  return placed.map(({ span, events, line }, i) => {
    const claim: Claim = { text: place(span), events: [...events], line };
    const own = whole[i]!.map((one) => ({ text: place(one.span), sha256: one.digest }));
    return own.length === 0 ? claim : { ...claim, digests: own };
  });
}
