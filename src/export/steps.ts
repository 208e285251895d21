// The reasoning of a row as steps, for rewards on the way and not only at its end. A step is a sentence as the reader
// of our texts sees one: it ends where a claim ends and another sentence begins.
import type { Row } from '../record.ts';

export interface Steps {
  readonly steps: readonly string[];
  /** Whether the run bears a step out, and all before it. */
  readonly labels: readonly boolean[];
}

/** A step and where it stands in the reasoning, in UTF-16 offsets. */
export interface Stretch {
  readonly text: string;
  readonly from: number;
  readonly to: number;
}

/** The steps of a row's reasoning, in order; together they have all of it but the space between them. */
export function stretchesOf({ reasoning, claims }: Row): Stretch[] {
  const text = [...reasoning];
  const stretches: Stretch[] = [];
  let offset = 0;
  const add = (points: readonly string[]): void => {
    const all = points.join('');
    const step = all.trim();
    const from = offset + (all.length - all.trimStart().length);
    if (step !== '') stretches.push({ text: step, from, to: from + step.length });
    offset += all.length;
  };
  let from = 0;
  for (const {
    text: [, end],
  } of claims) {
    // the sentence goes on behind the claim: `: `, `, so `, …
    if (!/^[.!]?(\s|$)/.test(text.slice(end, end + 2).join('')) || !/[.!\n]/.test(text[end] ?? '\n'))
      continue;
    const to = text[end] === '.' || text[end] === '!' ? end + 1 : end;
    add(text.slice(from, to));
    from = to;
  }
  add(text.slice(from));
  return stretches;
}

/** The steps of a row's reasoning. Every one of them was checked, so every label is true. */
export function stepsOf(row: Row): Steps {
  const steps = stretchesOf(row).map(({ text }) => text);
  return { steps, labels: steps.map(() => true) };
}
