// A mistake of the user: what was given cannot be worked with. The command line turns it into exit code 2;
// anything else that is thrown counts as a fault of ours. Knows nothing of the command line.

/** Stable names of what can be wrong. */
export type BadInputCode = 'usage' | 'file' | 'encoding' | 'program' | 'directory' | 'data';

export class BadInput extends Error {
  readonly code: BadInputCode;
  /** What to do about it. */
  readonly hint: string | undefined;
  constructor(code: BadInputCode, message: string, hint?: string) {
    super(message);
    this.name = 'BadInput';
    this.code = code;
    this.hint = hint;
  }
}

/** The `code` of a Node system error such as `ENOENT`, or an empty text. */
export function errorCode(error: unknown): string {
  return error instanceof Error && 'code' in error ? String(error.code) : '';
}
