// Has rows made in worker threads, in batches. Knows nothing of which of them are taken.
import type { Plan } from '../../corpus/generate.ts';
import { JobStopped, type WorkerPool } from '../workers/pool.ts';
import type { ExerciseOptions, ExerciseResult, Search } from './exercise-row.ts';
import type { TakenKeys } from './taken.ts';

export class BatchMaker {
  private readonly pool: WorkerPool;
  private readonly plan: Plan;
  private readonly options: ExerciseOptions;
  private readonly taken: TakenKeys;

  constructor(pool: WorkerPool, plan: Plan, options: ExerciseOptions, taken: TakenKeys) {
    const { seed, styles, maxTokens, limits, tasks, shard } = options;
    this.pool = pool;
    this.plan = plan;
    this.options = { seed, styles, maxTokens, limits, tasks, shard };
    this.taken = taken;
  }

  /** The rows of some places; when their thread has to be ended, each again on its own, to find the one it was. */
  async make(indices: readonly number[]): Promise<ExerciseResult[]> {
    try {
      return await this.pool.run('generateRows', this.job(indices));
    } catch (error) {
      if (!(error instanceof JobStopped)) throw error;
      if (indices.length === 1) return [stopped(indices[0]!, error)];
      return (await Promise.all(indices.map((index) => this.make([index])))).flat();
    }
  }

  /** Goes on with the search for the row of a place, before all that waits: the rows after it wait for this one. */
  async search(index: number, search: Search): Promise<ExerciseResult> {
    try {
      const job = { ...this.job([index]), search };
      return (await this.pool.run('generateRows', job, { first: true }))[0]!;
    } catch (error) {
      if (!(error instanceof JobStopped)) throw error;
      return stopped(index, error);
    }
  }

  private job(indices: readonly number[]) {
    const { plan, options, taken } = this;
    return { indices, plan, options, taken: taken.memory };
  }
}

function stopped(index: number, { reason, message }: JobStopped): ExerciseResult {
  return { status: 'refused', index, id: null, reason: `limit/${reason}`, message };
}
