// Draws progress on stderr, and only where a person watches: a bar on a terminal, nothing in a pipe.
import { SILENT, type Progress } from '../progress.ts';

/** Runs work under a bar that counts `unit`; the bar goes when the work ends, however it ends. */
export async function withProgress<T>(unit: string, work: (progress: Progress) => Promise<T>): Promise<T> {
  if (!process.stderr.isTTY) return work(SILENT);
  const { default: cliProgress } = await import('cli-progress');
  const bar = new cliProgress.SingleBar({
    stream: process.stderr,
    format: `{bar} {percentage}% {value}/{total} ${unit}, {eta_formatted} to go{note}`,
    barCompleteChar: '█',
    barIncompleteChar: '·',
    hideCursor: true,
    clearOnComplete: true,
  });
  try {
    return await work({
      start: (total) => Promise.resolve(bar.start(total, 0, { note: '' })),
      update: (done, note) => bar.update(done, note === undefined ? {} : { note: `, ${note}` }),
    });
  } finally {
    bar.stop();
  }
}
