// The shape of one row of the table of diagnostics. Knows nothing of any particular code.

export interface CodeRow {
  /** What is said; `{slot}` places are filled by the reporter. CPython's own words where it has some. */
  readonly message: string;
  /** What to do about it, or null where the message says it all. */
  readonly hint: string | null;
  /** A paragraph for docs/diagnostics.md. */
  readonly doc: string;
  /** A whole program that produces the diagnostic. */
  readonly example: string;
}
