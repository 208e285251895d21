// The reasoning of a row as steps, for rewards on the way and not only at its end. A step is a sentence as the reader
// of our texts sees one: it ends where a claim ends and another sentence begins.
import type { Row } from '../record.ts';

export interface Steps {
  readonly steps: readonly string[];
  /** Whether the run bears a step out, and all before it. */
  readonly labels: readonly boolean[];
}

/** The steps of a row's reasoning. Every one of them was checked, so every label is true. */
export function stepsOf({ reasoning, claims }: Row): Steps {
  const text = [...reasoning];
  const steps: string[] = [];
  let from = 0;
  for (const {
    text: [, end],
  } of claims) {
    // the sentence goes on behind the claim: `: `, `, so `, …
    if (!/^[.!]?(\s|$)/.test(text.slice(end, end + 2).join('')) || !/[.!\n]/.test(text[end] ?? '\n'))
      continue;
    const to = text[end] === '.' || text[end] === '!' ? end + 1 : end;
    const step = text.slice(from, to).join('').trim();
    if (step !== '') steps.push(step);
    from = to;
  }
  const rest = text.slice(from).join('').trim();
  if (rest !== '') steps.push(rest);
  return { steps, labels: steps.map(() => true) };
}
