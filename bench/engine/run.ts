// `npm run bench`: the speed of everything on one core, part by part. Run through bench/launch.ts. What each figure
// means and how it is taken: bench/README.md.
import { spawnSync } from 'node:child_process';
import { rmSync } from 'node:fs';
import { command, listOf } from '../../scripts/command-line.js';
import { figuresFile, Results, withResultOptions, type ResultOptions } from '../results.ts';
import { SECTIONS } from './sections/index.ts';

const names = SECTIONS.map(({ name }) => name);
const program = command(
  'bench',
  'The speed of everything on one core, part by part. Each part is verified before it is timed.',
  '--sections engine,words --baseline out/bench/before.json',
)
  .option('--sections <LIST>', 'parts, see below', listOf(names), names)
  .addHelpText('after', () =>
    ['\nParts:', ...SECTIONS.map(({ name, about }) => `  ${name.padEnd(16)} ${about}`)].join('\n'),
  );
const options = withResultOptions(program, 'engine').parse().opts<ResultOptions & { sections: string[] }>();
const results = new Results('engine');
const chosen = SECTIONS.filter(({ name }) => options.sections.includes(name));
if (chosen.length === 1)
  for (const section of chosen) {
    console.log(`\n${section.name}: ${section.about}`);
    await section.run(results);
  }
// What V8 has learned in one part would count in the next: each has a process of its own.
else
  for (const { name } of chosen) {
    const out = `${options.out}.${name}`;
    const words = [process.argv[1]!, '--sections', name, '--out', out];
    const { status } = spawnSync(process.execPath, words, { stdio: 'inherit' });
    if (status !== 0) process.exit(status ?? 1);
    results.addAll(figuresFile(out));
    rmSync(out);
  }
results.finish(options);
