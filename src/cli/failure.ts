// What can go wrong on the command line, and how it is told: one line, a hint, an exit code; never a stack trace
// for a mistake of the user. Knows nothing of particular verbs.
import type { BadInputCode } from '../bad-input.ts';

/** Exit codes, the same for every verb. Documented in `docs/command-line.md`. */
export const EXIT = {
  /** Done, and the answer is yes. */
  done: 0,
  /** Done, and the answer is no: the program failed, or a check found something. */
  no: 1,
  /** Wrong usage or bad input: nothing could be answered. */
  badInput: 2,
  /** A fault of Lockstep itself (`EX_SOFTWARE` of sysexits.h). */
  internal: 70,
  /** Stopped by the user: 128 + SIGINT. */
  interrupted: 130,
} as const;

export type ExitCode = (typeof EXIT)[keyof typeof EXIT];

/** What a machine reads of a failure: `--json` prints it as `{"error": …}`. */
export interface ErrorReport {
  code: BadInputCode | 'internal';
  message: string;
  hint?: string;
  /** The diagnostics of a program. */
  details?: object;
}

/**
 * The known word nearest to a mistyped one, by edit distance; null when nothing is near.
 * @returns a sentence such as `did you mean "line"?`
 */
export function didYouMean(word: string, known: readonly string[]): string | null {
  const limit = Math.max(1, Math.floor(word.length / 3));
  let best: string | null = null;
  let bestDistance = limit + 1;
  for (const candidate of known) {
    const distance = editDistance(word.toLowerCase(), candidate.toLowerCase(), limit + 1);
    if (distance < bestDistance) {
      best = candidate;
      bestDistance = distance;
    }
  }
  return best === null ? null : `did you mean "${best}"?`;
}

/** Levenshtein distance with adjacent swaps, cut off at `cap`. */
function editDistance(a: string, b: string, cap: number): number {
  if (Math.abs(a.length - b.length) >= cap) return cap;
  const rows: number[][] = [Array.from({ length: b.length + 1 }, (_, j) => j)];
  for (let i = 1; i <= a.length; i++) {
    const row = [i];
    for (let j = 1; j <= b.length; j++) {
      const same = a[i - 1] === b[j - 1];
      row[j] = Math.min(rows[i - 1]![j]! + 1, row[j - 1]! + 1, rows[i - 1]![j - 1]! + (same ? 0 : 1));
      const swapped = i > 1 && j > 1 && a[i - 1] === b[j - 2] && a[i - 2] === b[j - 1];
      if (swapped) row[j] = Math.min(row[j]!, rows[i - 2]![j - 2]! + 1);
    }
    rows.push(row);
  }
  return rows[a.length]![b.length]!;
}
