// `npm run bench`: the speed of everything on one core, part by part. Run through bench/launch.ts. What each figure
// means and how it is taken: bench/README.md.
import { command, listOf } from '../../scripts/command-line.js';
import { Results, withResultOptions, type ResultOptions } from '../results.ts';
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
for (const section of SECTIONS)
  if (options.sections.includes(section.name)) {
    console.log(`\n${section.name}: ${section.about}`);
    await section.run(results);
  }
results.finish(options);
