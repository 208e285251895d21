// The same measurement with one worker on one core of the machine: by itself a single worker takes more than one, as V8
// compiles and collects garbage in threads of its own. Knows nothing of what is measured.
import { spawnSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { figuresFile, type Saved } from '../results.ts';

const FIGURES = 'out/bench/pipeline/one-core.json';

/**
 * The figures of this program with these options, run on one core alone; what it prints is left out.
 * @returns null where there is no `taskset` to pin it with
 * @throws Error when the run fails
 */
export function onOneCore(options: readonly string[]): Saved | null {
  if (spawnSync('taskset', ['--version']).error !== undefined) return null;
  const program = [process.execPath, process.argv[1]!, ...options, '--out', FIGURES];
  const { status, stderr } = spawnSync('taskset', ['-c', lastCore(), ...program], { encoding: 'utf8' });
  if (status !== 0) throw new Error(`the run on one core failed: ${stderr}`);
  return figuresFile(FIGURES);
}

/** The last core that this process may run on: the first ones have more of the system's own work. */
function lastCore(): string {
  const allowed = /^Cpus_allowed_list:\s*(\S+)$/m.exec(readFileSync('/proc/self/status', 'utf8'));
  return /\d+$/.exec(allowed?.[1] ?? '')?.[0] ?? '0';
}
