// Of what kind a sentence says that something is, and how long: `the list c`, where c is a letter; `its length`.
import { exprOf } from '../../freeform/code.ts';
import { momentsOf, type Ground } from './ground.ts';

const KINDS: readonly (readonly [RegExp, RegExp])[] = [
  [/^list$/i, /^\[|^deque|^range/],
  [/^(?:dictionary|dict)$/i, /^\{|^\w*dict\(|^Counter/i],
  [/^string$/i, /^['"]/],
  [/^tuple$/i, /^\(/],
  [/^set$/i, /^\{|^(?:frozen)?set\(/],
];

/** A name that has no value of the kind that stands before it; null when there is none. */
export function wrongKind(ground: Ground): string | null {
  const { meaning, sentence } = ground;
  const { tokens } = sentence.piece;
  for (const [i, token] of tokens.entries()) {
    const name = tokens[i + 1];
    const kind = KINDS.find(([noun]) => noun.test(token.text));
    // `we set low to 0` is no set
    const article = /^(?:the|a|an)$/i.test(tokens[i - 1]?.text ?? '');
    if (kind === undefined || !article || token.kind !== 'word' || name?.kind !== 'code') continue;
    if (exprOf(name.text)?.kind !== 'Name' || meaning.view.functions.has(name.text)) continue;
    const values = momentsOf(ground).flatMap((k) => meaning.view.evaluate(name.text, k) ?? []);
    if (values.length > 0 && !values.some((value) => kind[1].test(value)))
      return `${name.text} is no ${token.text.toLowerCase()}`;
  }
  return null;
}

/** `its length is 3`, of what was spoken of last; null when nothing is wrong. */
export function wrongLength(ground: Ground): string | null {
  const { meaning, sentence } = ground;
  for (const [claim, referents] of sentence.piece.claims) {
    if (claim.kind !== 'value' || 'code' in claim.subject || claim.subject.loose !== 'length') continue;
    const { tokens } = sentence.piece;
    if (
      !tokens.some(
        (t) => /^its$/i.test(t.text) && t.span[0] >= claim.span[0] - 4 && t.span[0] < claim.span[1],
      )
    )
      continue;
    const ks = momentsOf(ground);
    const long = referents.find((code) => ks.some((k) => meaning.view.evaluate(`len(${code})`, k) !== null));
    const value = claim.chain.at(-1)!;
    if (long !== undefined && !ks.some((k) => meaning.equals(`len(${long})`, value, k) === true))
      return `the length of ${long} is not ${value}`;
  }
  return null;
}
