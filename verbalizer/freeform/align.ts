// Binds claims to instants in order: the path through time on which the fewest claims are false. Claims that look back
// (`since`, `was`) may be about what has just been.
import type { Claim } from './claims.ts';
import type { Instants } from './instants.ts';
import type { Stretch } from './timeline.ts';

/** How a claim came out: at which step it holds, or false, or nothing can be said. */
export type Bound =
  | { readonly kind: 'true'; readonly step: number }
  | { readonly kind: 'false'; readonly step: number }
  | { readonly kind: 'unknown'; readonly step: number };

/** Steps that a claim which gives a reason may look back. */
const LOOK_BACK = 6;

interface Path {
  readonly cost: number;
  readonly step: number;
  readonly before: Path | null;
  /** The sentence is about an instant that ends at this step (`n = 7: …`), until it says that this changes. */
  readonly until: { readonly sentence: number; readonly step: number; readonly code: string } | null;
  readonly bound: Bound;
}

/** What a false claim costs: a value weighs more than a comparison, which may have been meant of another instant. */
function weight(claim: Claim): number {
  switch (claim.kind) {
    case 'relation':
    case 'verdict':
      return 0.9;
    case 'item':
    case 'mention':
    case 'round':
    case 'effect':
      return 0.6;
    default:
      return 1;
  }
}

/** Binds every claim. */
export function align(claims: readonly Claim[], instants: readonly Instants[]): Bound[] {
  let paths: Path[] = [{ cost: 0, step: 0, before: null, until: null, bound: { kind: 'unknown', step: 0 } }];
  claims.forEach((claim, i) => {
    const when = instants[i]!;
    const next: Path[] = [];
    for (const path of paths) {
      const until = path.until?.sentence === claim.sentence ? path.until : null;
      const stay = (kind: Bound['kind'], cost: number): Path => ({
        cost: path.cost + cost,
        step: path.step,
        before: path,
        until,
        bound: { kind, step: path.step },
      });
      if (when.kind === 'unknown') next.push(stay('unknown', 0));
      else if (when.kind === 'fixed')
        next.push(stay(when.truth ? 'true' : 'false', when.truth ? 0 : weight(claim)));
      else {
        const step = instantFrom(when.stretches, path.step, looksBack(claim) ? LOOK_BACK : 0);
        if (step !== null && (until === null || step <= until.step)) {
          const opened =
            header(claim, when.stretches, step) ??
            (until !== null && subjectOf(claim) === until.code ? null : until);
          next.push({
            cost: path.cost,
            step: Math.max(step, path.step),
            before: path,
            until: opened,
            bound: { kind: 'true', step },
          });
        }
        next.push(stay('false', weight(claim)));
      }
    }
    paths = fewest(next);
  });
  let best = paths.reduce((a, b) => (b.cost < a.cost ? b : a));
  const bounds: Bound[] = [];
  for (; best.before !== null; best = best.before) bounds.push(best.bound);
  return bounds.reverse();
}

function subjectOf(claim: Claim): string | null {
  const subject = claim.kind === 'value' || claim.kind === 'change' ? claim.subject : null;
  return subject !== null && 'code' in subject ? subject.code : null;
}

/** What a claim before a colon sets the rest of its sentence under. */
function header(claim: Claim, stretches: readonly Stretch[], step: number): Path['until'] {
  const code = subjectOf(claim);
  if (!claim.header || claim.kind !== 'value' || code === null) return null;
  const stretch = stretches.find((s) => s.from <= step && step < s.to);
  return stretch === undefined ? null : { sentence: claim.sentence, step: stretch.to, code };
}

function looksBack(claim: Claim): boolean {
  return (
    claim.reason ||
    (claim.kind === 'value' && claim.mode === 'was') ||
    claim.kind === 'verdict' ||
    claim.kind === 'effect'
  );
}

/** The first instant at or after `from`, or one shortly before it. */
function instantFrom(stretches: readonly Stretch[], from: number, back: number): number | null {
  let low = 0;
  let high = stretches.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if (stretches[middle]!.to <= from) low = middle + 1;
    else high = middle;
  }
  const before = stretches[low - 1];
  if (back > 0 && before !== undefined && before.to - 1 >= from - back) return before.to - 1;
  const found = stretches[low];
  return found === undefined ? null : Math.max(found.from, from);
}

/** Of paths, those that no other beats in both cost and step. */
function fewest(paths: readonly Path[]): Path[] {
  const sorted = [...paths].sort((a, b) => a.cost - b.cost || a.step - b.step);
  const kept: Path[] = [];
  for (const path of sorted) if (kept.length === 0 || path.step < kept.at(-1)!.step) kept.push(path);
  return kept;
}
