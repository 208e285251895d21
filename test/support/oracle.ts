// A CPython process that lives as long as its questions: one program a time goes in, what came of it comes out, with
// the lines that ran and the variables at each. Knows nothing of our own runs.
import { spawn, type ChildProcessWithoutNullStreams } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { root } from '../house/sources.ts';
import { runPython } from './python.ts';

export interface Question {
  readonly code: string;
  readonly call: string | null;
  readonly stdin?: string;
  /** How many executed lines to tell; 0 for none. */
  readonly lines: number;
  /** After which CPython is stopped. */
  readonly seconds?: number;
}

/** Number of the frame by its first line, line, and the variables whose text changed; null for one that is gone. */
export type LineEvent = readonly [
  frame: number,
  line: number,
  changed: Readonly<Record<string, string | null>>,
];

export interface OracleAnswer {
  readonly output: string;
  /** The repr of the call's value; null when an exception ended the program. */
  readonly result: string | null;
  readonly error: string | null;
  readonly text?: string;
  readonly lines: readonly LineEvent[];
  /** It ran longer than it was given. */
  readonly late?: boolean;
}

const SCRIPT = join(root, 'test/support/oracle.py');

/** The answers to many questions at once: live, or as they were recorded. */
export function askOracle(questions: readonly Question[]): OracleAnswer[] {
  const jobs = questions.map((question) => `${JSON.stringify(question)}\n`).join('');
  const answers = runPython(readFileSync(SCRIPT, 'utf8'), jobs);
  return answers
    .trimEnd()
    .split('\n')
    .map((line) => JSON.parse(line) as OracleAnswer);
}

export class Oracle {
  private readonly child: ChildProcessWithoutNullStreams;
  private readonly answers: AsyncIterator<string>;

  constructor() {
    this.child = spawn('python3', [SCRIPT], {
      env: { ...process.env, PYTHONHASHSEED: '0', PYTHONIOENCODING: 'utf8', PYTHONUTF8: '1' },
    });
    this.answers = createInterface({ input: this.child.stdout, crlfDelay: Infinity })[Symbol.asyncIterator]();
  }

  /** What CPython makes of the program. @throws Error when its process has ended */
  async ask(question: Question): Promise<OracleAnswer> {
    this.child.stdin.write(JSON.stringify(question) + '\n');
    const { value, done } = await this.answers.next();
    if (done === true) throw new Error(`python3 ended at\n${question.code}`);
    return JSON.parse(value) as OracleAnswer;
  }

  close(): void {
    this.child.stdin.end();
  }
}
