// A run into words and back, as `npm run bench:words` measures it.
import { wordFigures } from '../../words/figures.ts';
import type { Section } from '../section.ts';

export const words: Section = {
  name: 'words',
  about: 'stories: M events/s; rendering, reading, reading and checking: MB/s',
  run(results) {
    const { rates, summary } = wordFigures({ programs: 150, passes: 5, style: 'narrative' });
    const table: Record<string, Record<string, string>> = {};
    for (const [name, { rate, unit }] of Object.entries(rates)) {
      results.add(name, rate, unit);
      table[name] = { [unit]: rate.toFixed(2) };
    }
    console.log(summary);
    console.table(table);
    return Promise.resolve();
  },
};
