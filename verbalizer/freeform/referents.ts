// What loose words (`it`, `which`) can stand for: the codes that claims before have mentioned. Knows no run.
import { codeOf, exprOf } from './code.ts';
import type { Claim } from './claims.ts';

/** The codes that a claim's loose words can stand for, likeliest first. */
export type Referents = readonly string[];

/** What a claim mentions that later words can point back to, likeliest first. */
export function mentionedBy(claim: Claim): string[] {
  switch (claim.kind) {
    case 'value':
      return [...('code' in claim.subject ? [claim.subject.code] : []), claim.chain.at(-1)!];
    case 'relation': {
      const codes = [claim.left, claim.right].flatMap((r) => ('code' in r ? [r.code] : []));
      const expr = claim.op === 'true' && codes[0] !== undefined ? exprOf(codes[0]) : null;
      return expr?.kind === 'Compare' ? [codeOf(expr.left), codeOf(expr.comparators[0]!), ...codes] : codes;
    }
    case 'change':
      return 'code' in claim.subject ? [claim.subject.code] : [];
    case 'same':
      return 'code' in claim.subject ? [claim.subject.code] : [];
    case 'item':
    case 'mention':
    case 'print':
      return [claim.code];
    case 'delta':
      return 'code' in claim.target
        ? [claim.target.code, claim.by].filter((c) => c !== '')
        : claim.by === ''
          ? []
          : [claim.by];
    case 'mutate':
      return [claim.object, claim.item].flatMap((r) => (r !== null && 'code' in r ? [r.code] : []));
    case 'return':
      return 'code' in claim.value ? [claim.value.code] : [];
    case 'sequence':
      return claim.subject === null ? [] : [claim.subject];
    default:
      return [];
  }
}

/** How many codes back a loose word may point. */
const REACH = 5;

/** For each claim the codes that its loose words can stand for, most recent first. */
export function referentsOf(claims: readonly Claim[]): Referents[] {
  let recent: string[] = [];
  return claims.map((claim) => {
    const now = recent;
    const said = mentionedBy(claim);
    recent = [...new Set([...said, ...recent])].slice(0, REACH);
    return now;
  });
}
