// `npm run bench:words`: how fast the words are, for one style.
import { command, oneOf, wholeNumber } from '../../scripts/command-line.js';
import { styleNames } from '../../verbalizer/index.ts';
import { wordFigures, type WordOptions } from './figures.ts';

const options = command(
  'bench:words',
  'How fast the words are on one core: building stories, rendering, reading, reading and checking.',
  '--programs 100 --style concise',
)
  .option('--programs <N>', 'generated programs', wholeNumber, 300)
  .option('--passes <N>', 'of which the median counts', wholeNumber, 7)
  .option('--style <S>', `one of ${styleNames.join(', ')}`, oneOf(styleNames), 'narrative')
  .parse()
  .opts<WordOptions>();
const { rates, summary } = wordFigures(options);
console.log(summary);
console.table(
  Object.fromEntries(
    Object.entries(rates).map(([name, { rate, unit }]) => [name, { rate: rate.toFixed(2), unit }]),
  ),
);
