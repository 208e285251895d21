// `npm run bench`: the speed of everything on one core, part by part. Run through bench/launch.ts. What each figure
// means and how it is taken: bench/README.md.
import { parseArgs } from 'node:util';
import { Results } from '../results.ts';
import { SECTIONS } from './sections/index.ts';

const { values } = parseArgs({
  options: {
    out: { type: 'string', default: 'out/bench/engine.json' },
    baseline: { type: 'string' },
    save: { type: 'boolean', default: false },
    sections: { type: 'string', default: SECTIONS.map(({ name }) => name).join(',') },
    help: { type: 'boolean', default: false },
  },
});
const wanted = values.sections.split(',');
const unknown = wanted.filter((name) => !SECTIONS.some((section) => section.name === name));
if (values.help || unknown.length > 0) {
  for (const name of unknown) console.error(`there is no section ${name}`);
  console.log(
    'npm run bench -- [--sections A,B] [--out FILE] [--baseline FILE] [--save]\n' +
      '  --out FILE       where the figures go (out/bench/engine.json)\n' +
      '  --baseline FILE  prints the ratio to the figures of another run\n' +
      '  --save           also writes bench/results/engine.json, which docs/performance.md is made from\n' +
      'Sections:',
  );
  for (const { name, about } of SECTIONS) console.log(`  ${name.padEnd(16)} ${about}`);
  process.exit(unknown.length > 0 ? 2 : 0);
}
const results = new Results('engine');
for (const section of SECTIONS)
  if (wanted.includes(section.name)) {
    console.log(`\n${section.name}: ${section.about}`);
    await section.run(results);
  }
results.finish(values);
