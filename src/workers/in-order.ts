// Runs many jobs at once and hands their results out in the order of the jobs, whichever ends first: what makes
// the output of a command independent of its number of workers. Knows nothing of threads.

/**
 * Starts at most `width` jobs ahead of the one whose result is awaited.
 * A job that fails ends the sequence with its error, after the results before it.
 */
export async function* inOrder<T, R>(
  items: Iterable<T> | AsyncIterable<T>,
  width: number,
  start: (item: T) => Promise<R>,
): AsyncGenerator<R> {
  const running: Promise<R>[] = [];
  for await (const item of items) {
    const job = start(item);
    // A failure is reported when its turn comes; until then it is no unhandled rejection.
    job.catch(() => {});
    running.push(job);
    if (running.length >= width) yield await running.shift()!;
  }
  while (running.length > 0) yield await running.shift()!;
}
