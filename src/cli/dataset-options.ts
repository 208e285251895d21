// Options that the verbs which write or read datasets share: the wording of rows, the workers, the folder.
import { availableParallelism } from 'node:os';
import { Option, type Command } from 'commander';
import type { Existing } from '../dataset/folder.ts';
import { parseCount } from './options.ts';

export interface WorkerOptions {
  readonly workers: number;
  readonly megabytes: number;
}

/** Declares `--workers` and `--megabytes`. The output is the same whatever they are. */
export function declareWorkers(command: Command): void {
  const threads = Math.min(availableParallelism(), 8);
  command
    .addOption(
      new Option('-w, --workers <K>', 'threads to work in; the output does not depend on it')
        .argParser(parseCount(1, 512))
        .default(threads, 'one per processor, at most 8'),
    )
    .option('--megabytes <N>', 'memory for one thread', parseCount(64, 65_536), 2048);
}

export interface OutOptions {
  readonly out: string;
  readonly force: boolean;
  readonly parquet: boolean;
}

/** Declares `--out`, `--force` and `--parquet`. */
export function declareOut(command: Command): void {
  command
    .requiredOption('-o, --out <DIR>', 'the folder for the dataset; made when it does not exist')
    .option('--force', 'replace what another command left there', false)
    .option('--parquet', 'write the rows as Parquet (zstd) too', false);
}

/** What to do with a folder that is not empty. */
export function existingPolicy(options: { force: boolean; resume?: boolean }): Existing {
  if (options.force) return 'replace';
  return options.resume === true ? 'resume' : 'refuse';
}
