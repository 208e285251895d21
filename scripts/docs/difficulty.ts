// docs/difficulty.md, made from the table of features.
import { BANDED, bandOf, LEVELS, MAIN } from '../../corpus/difficulty/levels.ts';
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
    return `${OPENING}\n${(Object.keys(SOURCES) as FeatureSource[]).map(section).join('\n')}\n${LEVELS_TEXT}\n${levels()}`;
  },
};

const LEVELS_TEXT = `## Levels

A level is a band over measured features: an exercise has the level when all of them lie in the row's ranges, both ends included.
\`lockstep generate --level 4\` draws exercises until one has it, so every row of a generated dataset lies in the band of its
\`level\`. \`npm run levels\` prints what the levels come to: medians, the share in the band, the draws that were needed. The
medians of ${MAIN.map((name) => `\`${name}\``).join(', ')} rise from each level to the next.

\`--set steps=200..400 --set nesting=2\` fixes features beside the level, \`--mix 1:5,3:2\` weighs levels, \`--schedule linear\` lets them
rise through the dataset. What no exercise drawn has is refused, with what was seen.
`;

function levels(): string {
  const rows = LEVELS.map((level) => {
    const band = bandOf(level);
    return `| ${level} | ${BANDED.map((name) => band[name].join('–')).join(' | ')} |`;
  });
  return `| level | ${BANDED.join(' | ')} |\n|${'---|'.repeat(BANDED.length + 1)}\n${rows.join('\n')}\n`;
}

const OPENING = `# Difficulty

<!-- Made by \`npm run docs\` from corpus/difficulty; a test holds it current. -->

Difficulty is measured, never declared. Every row of a dataset carries what was measured on its program, its run and its words in
\`features\`; \`lockstep verify\` measures again and compares, \`lockstep stats\` shows the distributions.

## Features
`;
