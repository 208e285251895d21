// `npm run bench:words`: how fast the words are, for one style. Usage: npm run bench:words -- [--programs 300]
// [--passes 7] [--style narrative]
import { parseArgs } from 'node:util';
import type { StyleName } from '../../verbalizer/index.ts';
import { wordFigures } from './figures.ts';

const { values } = parseArgs({
  options: {
    programs: { type: 'string', default: '300' },
    passes: { type: 'string', default: '7' },
    style: { type: 'string', default: 'narrative' },
  },
});
const { rates, summary } = wordFigures({
  programs: Number(values.programs),
  passes: Number(values.passes),
  style: values.style as StyleName,
});
console.log(summary);
console.table(
  Object.fromEntries(
    Object.entries(rates).map(([name, { rate, unit }]) => [name, { rate: rate.toFixed(2), unit }]),
  ),
);
