// What can become of an imported program, declared once: the report's counts, the help and the exit code derive
// from it. Knows nothing of how it is found out.

export const STATUSES = {
  ok: 'ran as expected, and every sentence about it was checked',
  mismatched: 'our result differs from the expected one: a bug of Lockstep or a wrong expectation',
  unsupported: 'uses something outside Primer, named in the reason',
  nondeterministic:
    'its output depends on the order of a set of strings or the like, so it has no one answer',
  limit: 'stopped by the fuel, memory, depth or output limit',
  skipped: 'ran as expected, but no task asked for has a question about it',
  malformed: 'the line is not a program row',
  failed: 'cannot be compiled (by CPython neither), or Lockstep itself failed on it',
} as const;

export type Status = keyof typeof STATUSES;

export const statusNames = Object.keys(STATUSES) as readonly Status[];

/** A place in a program's source: lines from 1, columns in code points from 0, as CPython counts. */
export interface Place {
  readonly line: number;
  readonly column: number;
  readonly endLine: number;
  readonly endColumn: number;
}

/** Why a program gave no row. */
export interface Refusal {
  readonly status: Exclude<Status, 'ok'>;
  /** Stable: a diagnostic's code, or a word from a fixed set such as `limit/fuel`. */
  readonly reason: string;
  readonly message: string;
  /** Where in the program, when there is a place. */
  readonly span: Place | null;
}

/** A line of the report of an import. */
export interface ReportedRow extends Refusal {
  readonly id: string | null;
  /** The line of the file of programs, from 1. */
  readonly line: number;
}

/** What an import did; `lockstep import --json` prints it. */
export type ImportReport = Readonly<Record<Status, number>> & {
  readonly total: number;
  /** The rows that are not ok, in the order of the file. */
  readonly rows: readonly ReportedRow[];
};
