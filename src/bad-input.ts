// A mistake of the user: what was given cannot be worked with. The command line turns it into exit code 2;
// anything else that is thrown counts as a fault of ours. Knows nothing of the command line.

/** Stable names of what can be wrong. */
export type BadInputCode = 'usage' | 'file' | 'encoding' | 'program' | 'directory' | 'data';

/** More than a line can say: for people as text with places in it, for machines as data. */
export interface Details {
  readonly rendered: string;
  readonly data: object;
}

export class BadInput extends Error {
  readonly code: BadInputCode;
  /** What to do about it. */
  readonly hint: string | undefined;
  readonly details: Details | undefined;
  constructor(code: BadInputCode, message: string, hint?: string, details?: Details) {
    super(message);
    this.name = 'BadInput';
    this.code = code;
    this.hint = hint;
    this.details = details;
  }
}

/** The `code` of a Node system error such as `ENOENT`, or an empty text. */
export function errorCode(error: unknown): string {
  return error instanceof Error && 'code' in error ? String(error.code) : '';
}
