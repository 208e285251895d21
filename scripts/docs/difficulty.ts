// docs/difficulty.md, made from the table of features.
import { FEATURES, type Feature, type FeatureSource } from '../../corpus/difficulty/features.ts';

const SOURCES: Readonly<Record<FeatureSource, string>> = {
  run: 'Of the run',
  program: 'Of the program',
  words: 'Of the words',
};

function section(source: FeatureSource): string {
  const rows = Object.entries<Feature>(FEATURES).filter(([, feature]) => feature.source === source);
  const lines = rows.map(([name, { what, how, unit }]) =>
    `| \`${name}\` | ${what} | ${how} | ${unit} |`.replaceAll('<', '\\<'),
  );
  return `### ${SOURCES[source]}\n\n| feature | measures | how | unit |\n|---|---|---|---|\n${lines.join('\n')}\n`;
}

export const difficultyDoc = {
  path: 'docs/difficulty.md',
  render(): string {
    return `${OPENING}\n${(Object.keys(SOURCES) as FeatureSource[]).map(section).join('\n')}`;
  },
};

const OPENING = `# Difficulty

<!-- Made by \`npm run docs\` from corpus/difficulty; a test holds it current. -->

Difficulty is measured, never declared. Every row of a dataset carries what was measured on its program, its run and its words in
\`features\`; \`lockstep verify\` measures again and compares, \`lockstep stats\` shows the distributions.

## Features
`;
