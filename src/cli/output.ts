// The two channels of a command: data on stdout, words for people on stderr. With `--json` stdout carries
// exactly one JSON object. A reader that goes away (`| head`) ends the command quietly.
import { EXIT, type ErrorReport } from './failure.ts';

/** Makes a closed pipe an ordinary end instead of an exception. Call once, before anything is written. */
export function endQuietlyOnClosedPipe(): void {
  for (const stream of [process.stdout, process.stderr]) {
    stream.on('error', (error: NodeJS.ErrnoException) => {
      if (error.code === 'EPIPE' || error.code === 'ERR_STREAM_DESTROYED') process.exit(EXIT.done);
      throw error;
    });
  }
}

/** Writes to stdout and waits until the reader has taken it, so that long output needs no memory. */
export async function writeOut(text: string): Promise<void> {
  if (text === '' || process.stdout.write(text)) return;
  await new Promise<void>((resolve) => process.stdout.once('drain', resolve));
}

/** The one JSON object of a `--json` run. */
export function writeJson(value: object): Promise<void> {
  return writeOut(JSON.stringify(value) + '\n');
}

/** A line for people, on stderr. */
export function note(text: string): void {
  process.stderr.write(text.endsWith('\n') ? text : text + '\n');
}

/** Tells of a failure in words and, with `json`, as `{"error": …}` too. */
export async function writeError(report: ErrorReport, json: boolean): Promise<void> {
  note(`lockstep: ${report.message}`);
  if (report.hint !== undefined) note(`  hint: ${report.hint}`);
  if (json) await writeJson({ error: report });
}
