// Generating whole datasets, as `npm run bench:pipeline` measures it: rows/s and the share of each stage. In a process
// of its own, because it starts worker threads.
import { spawnSync } from 'node:child_process';
import { figuresFile } from '../../results.ts';
import type { Section } from '../section.ts';

const OUT = 'out/bench/pipeline.json';

export const pipeline: Section = {
  name: 'pipeline',
  about: 'generating a dataset: rows/CPU s, and the share of each stage',
  run(results) {
    const args = ['tsx', 'bench/pipeline/launch.ts', '--rows', '1000', '--out', OUT];
    const { status } = spawnSync('npx', args, { stdio: 'inherit' });
    if (status !== 0) throw new Error('the pipeline was not measured');
    for (const [name, { value, unit }] of Object.entries(figuresFile(OUT).figures))
      results.add(`pipeline, ${name}`, value, unit);
    return Promise.resolve();
  },
};
