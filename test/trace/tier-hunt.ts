// Hunts for programs whose run is not the same in the second tier: bundled, since the loop is several times faster so.
import { Draw } from '../../corpus/draw.ts';
import { command, wholeNumber } from '../../scripts/command-line.js';
import { generateProgram } from '../fuzz/program.ts';
import type { Program } from '../../interpreter/index.ts';
import { compile } from '../support/compile.ts';
import { tightProgram } from './tight-programs.ts';
import { difference, differenceUnderLimits } from './tier-law.ts';

const [first, count] = command(
  'hunt:tier',
  'Hunts for programs whose run is not the same in the second tier, under random limits; prints those that differ.',
  '5000 200',
)
  .argument('[FIRST]', 'the first program', wholeNumber, 0)
  .argument('[COUNT]', 'how many', wholeNumber, 1000)
  .parse().processedArgs as [number, number];
let found = 0;
let refused = 0;
for (let i = first; i < first + count; i++) {
  const draw = Draw.of('tier hunt', i);
  // Nine of ten programs are such as are compiled.
  const { code, call } =
    i % 10 === 0 ? generateProgram(11, i) : { code: tightProgram(draw.split('text')), call: null };
  let program: Program;
  try {
    program = compile(code, call);
  } catch {
    refused++;
    continue;
  }
  const wrong = differenceUnderLimits(draw, program);
  if (wrong === null) continue;
  found++;
  console.log(
    `# program ${i}, ${JSON.stringify(wrong.tier)} ${JSON.stringify(wrong.limits)} trace: ${wrong.trace}`,
  );
  console.log(`${code}# call: ${call}\n${wrong.base}\n${wrong.ours}`);
  const again = difference(program, wrong.tier, wrong.limits);
  console.log(again === null ? '# agrees when run again' : `# differs again:\n${again.base}\n${again.ours}`);
}
console.log(`${count} programs from ${first}: ${found} differ, ${refused} are not of Primer`);
process.exitCode = found > 0 ? 1 : 0;
