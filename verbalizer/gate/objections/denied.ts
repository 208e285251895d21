// What is denied of something unsaid, and what is said to be so already: both are about a moment or a thing that stands
// before the words.
import { exprOf } from '../../freeform/code.ts';
import { wordOf } from '../../freeform/grammar.ts';
import { pairsOf } from '../../freeform/meaning.ts';
import { momentsOf, type Ground } from './ground.ts';
import { isLiteral } from '../stem.ts';

/** `which is not 8`, of something that is 8; `the second is not 4`, where it is. Null when there is no such thing. */
export function wronglyDenied(ground: Ground): string | null {
  for (const [claim] of ground.sentence.piece.claims) {
    if (claim.kind !== 'value' || !claim.negated || 'code' in claim.subject) continue;
    const value = claim.chain.at(-1)!;
    if (isOfBefore(value, claim.span[0], ground)) return `it is ${value}`;
  }
  return null;
}

/** Whether what stands before, or else the element of the round that is told, has that value. */
function isOfBefore(value: string, at: number, { atoms, told, meaning }: Ground): boolean {
  const before = atoms.filter((a) => a.kind === 'code' && a.span[1] <= at).at(-1);
  return told.some((step) =>
    before?.kind === 'code'
      ? [step.index - 1, step.index].some((k) => k >= 0 && meaning.equals(before.code, value, k) === true)
      : step.kind === 'round' &&
        pairsOf(step.facts['pairs']).some(([, got]) => meaning.sameAt(got, value, step.index)),
  );
}

/** `seen['red'] is 2 already`: before the sentence changes it. Null when nothing is wrong. */
export function notAlready(ground: Ground): string | null {
  const { tokens } = ground.sentence.piece;
  const [first] = momentsOf(ground);
  const k = (ground.told[0]?.index ?? first ?? 0) - 1;
  for (const [i, token] of tokens.entries()) {
    if (wordOf(token) !== 'already') continue;
    const value = [tokens[i - 1], tokens[i + 1]].find(
      (t) => t?.kind === 'code' && exprOf(t.text) !== null && isLiteral(exprOf(t.text)!),
    );
    const name = tokens.slice(0, i).findLast((t) => t.kind === 'code' && t !== value);
    if (value === undefined || name === undefined || k < 0) continue;
    if (ground.meaning.equals(name.text, value.text, k) === false)
      return `${name.text} is not ${value.text} already`;
  }
  return null;
}
