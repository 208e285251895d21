// A pool of worker threads for the jobs of `worker.ts`, each job bounded in time and memory from outside: a thread
// that hangs or runs out of memory is ended, its job fails with a reason, the other jobs go on.
import { existsSync } from 'node:fs';
import { setFlagsFromString } from 'node:v8';
import { Piscina } from 'piscina';
import type * as jobs from './worker.ts';

/** Jobs that may wait or run for each thread: enough to keep it busy while results are written in order. */
const AHEAD = 4;

/** Below this limit V8 lets the old part of a heap grow to twice what lives in it, from it on to four times. */
const GROWS_LESS_BELOW = 2048;

/**
 * Megabytes for young objects, a third of them for those made since the last collection: several times what one row
 * takes while it is made, or what is dead with the row would be taken for old.
 */
const YOUNG = 96;

/**
 * How much bytecode V8 puts into one function when it compiles it for speed, a sixth of what it does by itself. What the
 * threads run is much code of which each part runs seldom: compiling it is what makes the first rows dear, and small
 * functions leave more room in the caches.
 */
const INLINED = 150;

type Jobs = typeof jobs;

export type JobName = keyof Jobs;
export type JobInput<N extends JobName> = Parameters<Jobs[N]>[0];
export type JobOutput<N extends JobName> = Awaited<ReturnType<Jobs[N]>>;

/** A job that was ended from outside. */
export class JobStopped extends Error {
  readonly reason: 'timeout' | 'memory';
  constructor(reason: JobStopped['reason'], message: string) {
    super(message);
    this.reason = reason;
  }
}

export interface PoolLimits {
  readonly threads: number;
  /** Wall-clock seconds for one job: a net under the limits of the interpreter, which are what normally ends a job. */
  readonly seconds: number;
  /** Heap of one thread in megabytes. */
  readonly megabytes: number;
}

export class WorkerPool {
  private readonly piscina: Piscina;
  private readonly limits: PoolLimits;
  private free: number;
  private readonly waiting: (() => void)[] = [];

  constructor(limits: PoolLimits) {
    this.limits = limits;
    this.free = limits.threads;
    setFlagsFromString(`--max-inlined-bytecode-size-cumulative=${INLINED}`);
    this.piscina = new Piscina({
      filename: workerFile(),
      minThreads: 1,
      maxThreads: limits.threads,
      idleTimeout: Infinity,
      concurrentTasksPerWorker: 1,
      resourceLimits: {
        maxOldGenerationSizeMb:
          limits.megabytes === GROWS_LESS_BELOW ? GROWS_LESS_BELOW - 1 : limits.megabytes,
        maxYoungGenerationSizeMb: YOUNG,
        stackSizeMb: 8,
      },
      env: process.env,
    });
  }

  /** How many jobs to start ahead of the result that is waited for. */
  get width(): number {
    return this.limits.threads * AHEAD;
  }

  /**
   * Runs one job in a thread.
   * @param first before those that wait
   * @throws JobStopped when it was ended from outside
   */
  async run<N extends JobName>(
    name: N,
    input: JobInput<N>,
    { first }: { readonly first: boolean } = { first: false },
  ): Promise<JobOutput<N>> {
    await this.acquire(first);
    const abort = new AbortController();
    const timer = setTimeout(() => abort.abort(), this.limits.seconds * 1000);
    try {
      return (await this.piscina.run(input, { name, signal: abort.signal })) as JobOutput<N>;
    } catch (error) {
      throw this.explain(error, abort.signal.aborted);
    } finally {
      clearTimeout(timer);
      this.release();
    }
  }

  close(): Promise<void> {
    return this.piscina.destroy();
  }

  private explain(error: unknown, aborted: boolean): unknown {
    if (aborted) return new JobStopped('timeout', `stopped after ${this.limits.seconds} seconds`);
    const outOfMemory =
      error instanceof Error && 'code' in error && error.code === 'ERR_WORKER_OUT_OF_MEMORY';
    return outOfMemory ? new JobStopped('memory', `needed more than ${this.limits.megabytes} MB`) : error;
  }

  /** A job starts only when a thread is free for it, so that its time is its own. */
  private async acquire(first: boolean): Promise<void> {
    if (this.free > 0) this.free--;
    else
      await new Promise<void>((resolve) =>
        first ? this.waiting.unshift(resolve) : this.waiting.push(resolve),
      );
  }

  private release(): void {
    const next = this.waiting.shift();
    if (next) next();
    else this.free++;
  }
}

/** Beside the bundle that this code is in: `dist/worker.js`. */
function workerFile(): string {
  const url = new URL('./worker.js', import.meta.url);
  if (!existsSync(url)) throw new Error('worker threads need the built program: npm run build');
  return url.href;
}
