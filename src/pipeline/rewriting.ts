// The gate for words that are not ours: a rewriting of what was told passes only when the checker proves it. Used when a
// rewriting comes in, and again by whoever verifies the row.
import type { Story } from '../../verbalizer/index.ts';
import type { Claim } from '../record.ts';
import { codePointOffsets } from './code-points.ts';
import { judge } from './telling.ts';

export interface RewritingVerdict {
  readonly passed: boolean;
  /** What departs from the run, each with its place in words that a model can act upon. */
  readonly faults: readonly string[];
  /** What was read in it, and borne out. */
  readonly claims: readonly Claim[];
}

export function judgeRewriting(text: string, story: Story): RewritingVerdict {
  const verdict = judge(text, story, null);
  const quoted = (span: readonly [number, number]): string => `"${text.slice(...span)}"`;
  const faults = [
    ...verdict.violations.map(({ span, message }) => `${quoted(span)}: ${message}`),
    ...verdict.unverified.map(({ span }) => `${quoted(span)} is not borne out by what the program does`),
    ...verdict.missing.map(({ message }) => message),
  ];
  const inCodePoints = codePointOffsets(text);
  const claims = verdict.bound.map(({ span: [start, end], events, line }): Claim => ({
    text: [inCodePoints(start), inCodePoints(end)],
    events: [...events],
    line,
  }));
  return { passed: faults.length === 0, faults, claims };
}
