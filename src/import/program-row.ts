// A line of a file of programs to import: what it must hold, and what can be wrong with it.
// Knows nothing of running programs.
import { z } from 'zod';
import { describeIssues } from '../record.ts';

const programRowSchema = z.object({
  /** Names the program in every report; unique in the file. */
  id: z.string().min(1),
  /** Python source. */
  code: z.string(),
  /** The expression to evaluate after the module ran; without it the module itself is the run. */
  call: z.string().nullish(),
  /** What CPython's `repr` of the result is. */
  expected: z.string().nullish(),
  /** `Type: text` of the exception that CPython raises. */
  expected_error: z.string().nullish(),
  /** What CPython prints. */
  stdout: z.string().nullish(),
  /** What `input()` reads. */
  stdin: z.string().nullish(),
});

export type ProgramRow = z.infer<typeof programRowSchema>;

/** A line that is no program row: a stable reason, words, and the id when that much could be read. */
export interface Malformed {
  readonly id: string | null;
  readonly reason: 'row/encoding' | 'row/json' | 'row/fields';
  readonly message: string;
}

/** Reads one line. Fields that are not known are left alone: files of programs carry notes of their own. */
export function readProgramRow(text: string | null): ProgramRow | Malformed {
  if (text === null) return { id: null, reason: 'row/encoding', message: 'the line is not UTF-8 text' };
  let value: unknown;
  try {
    value = JSON.parse(text);
  } catch (error) {
    const why = error instanceof Error ? error.message : String(error);
    return { id: null, reason: 'row/json', message: `the line is not JSON: ${why}` };
  }
  const parsed = programRowSchema.safeParse(value);
  if (parsed.success) return parsed.data;
  return { id: idOf(value), reason: 'row/fields', message: describeIssues(parsed.error) };
}

export function isMalformed(row: ProgramRow | Malformed): row is Malformed {
  return 'reason' in row;
}

function idOf(value: unknown): string | null {
  const id = typeof value === 'object' && value !== null && 'id' in value ? value.id : null;
  return typeof id === 'string' ? id : null;
}
