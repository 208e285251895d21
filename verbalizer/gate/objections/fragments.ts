// Sentences that are none: a reason without what it is the reason of, a value that nothing is said of, an ordinal that counts
// nothing. What is left when words are dropped or moved says nothing false, and nothing.
import { ordinal } from '../../freeform/numbers.ts';
import { wordOf } from '../../freeform/grammar.ts';
import type { Token } from '../../freeform/tokens.ts';
import { actOf } from '../../freeform/verbs.ts';
import type { Ground } from './ground.ts';

/** They begin a clause that needs another. */
const SUBORDINATE = /^(?:because|since|as)$/;
const HEADS = /^(?:for|with|at|when|in|on|now|then|next|first|finally|and|so|again)$/;
const BREAKS = /^[,;:—.→?]$/;

/** `For x = 1, because 1 is not in xs.`: what is it that follows? Null when a clause stands on its own. */
export function unfounded({ sentence: { piece } }: Ground): string | null {
  const clauses = clausesOf(piece.tokens);
  const reasons = clauses.filter((clause) => SUBORDINATE.test(wordOf(clause[0]) ?? ''));
  const last = clauses.at(-1);
  if (reasons.length === 0 || last === undefined || reasons.at(-1) !== last) return null;
  // `as long as`, and `as 3 > 2, 5` that goes on after its comma
  const others = clauses.filter((clause) => !reasons.includes(clause));
  const isHead = (clause: readonly Token[]): boolean =>
    HEADS.test(wordOf(clause[0]) ?? '') && !hasVerb(clause);
  return others.every(isHead) ? 'this is a reason of nothing' : null;
}

function clausesOf(tokens: readonly Token[]): Token[][] {
  const clauses: Token[][] = [[]];
  for (const token of tokens)
    if (token.kind === 'mark' && BREAKS.test(token.text)) clauses.push([]);
    else clauses.at(-1)!.push(token);
  return clauses.filter((clause) => clause.length > 0);
}

function hasVerb(clause: readonly Token[]): boolean {
  return clause
    .slice(1)
    .some(
      (token) =>
        token.kind === 'word' &&
        (/^(?:is|are|was|were|has|had|does|do|'s)$/.test(token.text) || actOf(token.text) !== null),
    );
}

/** Whether a sentence tells nothing and says nothing of anything: `Then 5.` */
export function isBare({ sentence: { piece }, told }: Ground): boolean {
  const words = piece.tokens.filter(({ kind }) => kind === 'word').length;
  const heading = piece.tokens.at(-1)!.text === ':';
  return (
    told.length === 0 &&
    // `Base, and so on.`, but `Next round.`
    (piece.claims.length > 0 || (words > 2 && !heading)) &&
    piece.claims.every(([{ kind }]) => kind === 'mention') &&
    !hasVerb([{ ...piece.tokens[0]!, kind: 'mark' }, ...piece.tokens])
  );
}

/** `differs from first`, `we need f(2) second`: an ordinal that counts nothing. Null when there is none. */
export function danglingOrdinal({ sentence: { piece } }: Ground): string | null {
  const { tokens } = piece;
  for (const [i, token] of tokens.entries()) {
    if (token.kind !== 'word') continue;
    const nth = ordinal(token.text) ?? (/^(?:last|final)$/.test(token.text) ? -1 : null);
    const [before, next] = [tokens[i - 1], tokens[i + 1]];
    if (nth === null || before === undefined) continue;
    const ends = next === undefined || next.kind === 'mark' || /^(?:so|and|but)$/.test(wordOf(next) ?? '');
    // `first becomes 'b'`, where a name was
    const bare = before.kind === 'mark' || /^(?:and|so|but|then)$/.test(wordOf(before) ?? '');
    if (bare && /^(?:becomes|became|gets|got|stays|stayed|goes|rises)$/.test(wordOf(next) ?? ''))
      return `it is not clear what is ${token.text}`;
    const afterCode = before.kind === 'code' && nth !== 1;
    if (ends && (afterCode || /^(?:from|than|to|of|by)$/.test(wordOf(before) ?? '')))
      return `it is not clear what is ${token.text}`;
  }
  return null;
}
