// Puts planned clauses into text and notes where each claim stands. The inverse of `read.ts`.
import type { PlacedClaim } from './claims.ts';
import type { PlannedClause } from './plan/plan.ts';
import type { Step } from './steps/step.ts';
import { renderClause } from './template.ts';

/** A claim with its place in the text and what it tells: a step, or the one that stands for a fold. */
export interface RenderedClaim extends PlacedClaim {
  readonly told: Step;
}

export interface Rendered {
  readonly text: string;
  readonly claims: readonly RenderedClaim[];
}

/** Renders clauses in order. Spans are UTF-16 offsets into the text. */
export function render(clauses: readonly PlannedClause[]): Rendered {
  let text = '';
  const claims: RenderedClaim[] = [];
  for (const clause of clauses) {
    const starts = clause.joint === 'sentence' || clause.joint === 'paragraph';
    if (text !== '')
      text += clause.joint === 'paragraph' ? '.\n' : clause.joint === 'sentence' ? '. ' : clause.joint;
    const from = text.length;
    text += renderClause(clause.template, clause.claim, starts);
    const { kind, slots } = clause.claim;
    claims.push({ kind, slots, span: [from, text.length], told: clause.told });
  }
  return { text: text === '' ? '' : text + '.', claims };
}
