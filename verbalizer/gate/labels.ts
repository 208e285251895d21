// The numbers of a text's own steps: `Step 2:` comes after `Step 1:`, whatever is said there.
import type { GateViolation } from './verdict.ts';

const LABEL =
  /(?:^|\n)[ \t]*(?:[-*] )?\**(?<listed>\d{1,2})\. |(?:^|\n|[.:] )[ \t]*\**(?<word>Step|Stage|Part) (?<named>\d+)\b/g;

/** Labels that do not count up. A list may begin anew. */
export function misnumbered(text: string): GateViolation[] {
  const last = new Map<string, number>();
  const found: GateViolation[] = [];
  for (const match of text.matchAll(LABEL)) {
    const { word = 'list', named, listed } = match.groups!;
    const n = Number(named ?? listed);
    const before = last.get(word);
    last.set(word, n);
    if (before === undefined ? n <= 1 : n === before + 1 || (word === 'list' && n === 1)) continue;
    const span: readonly [number, number] = [match.index, match.index + match[0].length];
    found.push({
      reason: 'order',
      span,
      quote: match[0].trim(),
      message: `the steps are not numbered in order: ${n} follows ${before ?? 'nothing'}`,
      line: null,
    });
  }
  return found;
}
