// The dataset card: the README.md that the Hugging Face loader reads its configuration from, and that a person reads
// first. Made from the manifest and a summary alone, so that the same dataset has the same card.
import { stringify } from 'yaml';
import { BANDED, bandOf, LEVELS } from '../../corpus/difficulty/levels.ts';
import { SPLITS } from '../record.ts';
import { huggingFaceFeature, type Column } from './columns.ts';
import type { Manifest } from './manifest.ts';
import type { Summary, Tally } from './summary.ts';

export const CARD = 'README.md';

/** Rows by which the loader's size category is named. */
const SIZES: readonly (readonly [number, string])[] = [
  [1e3, 'n<1K'],
  [1e4, '1K<n<10K'],
  [1e5, '10K<n<100K'],
  [1e6, '100K<n<1M'],
  [1e7, '1M<n<10M'],
];

export function cardOf(manifest: Manifest, columns: readonly Column[], summary: Summary): string {
  return `---\n${header(manifest, columns)}---\n\n${body(manifest, summary)}`;
}

function header({ rows, files, parquet }: Manifest, columns: readonly Column[]): string {
  const stored = parquet ?? files;
  const kept = SPLITS.filter((split) => stored.some((file) => file.split === split));
  const total = (of: readonly { bytes: number }[]): number => of.reduce((sum, { bytes }) => sum + bytes, 0);
  const splits = kept.map((split) => {
    const own = files.filter((file) => file.split === split);
    return { name: split, num_bytes: total(own), num_examples: own.reduce((sum, { rows }) => sum + rows, 0) };
  });
  const folder = parquet === undefined ? 'data' : 'parquet';
  const ending = parquet === undefined ? 'jsonl' : 'parquet';
  return stringify({
    license: 'apache-2.0',
    language: ['en', 'code'],
    task_categories: ['text-generation'],
    tags: ['code', 'reasoning', 'chain-of-thought', 'execution-trace', 'synthetic', 'verified'],
    size_categories: [SIZES.find(([bound]) => rows < bound)?.[1] ?? 'n>10M'],
    configs: [
      {
        config_name: 'default',
        data_files: kept.map((split) => ({ split, path: `${folder}/${split}-*.${ending}` })),
      },
    ],
    dataset_info: {
      features: columns.map(huggingFaceFeature),
      splits,
      download_size: total(stored),
      dataset_size: total(files),
    },
  });
}

function body(manifest: Manifest, summary: Summary): string {
  const { rows, files, made, version, sha256, polish } = manifest;
  const bySplit = SPLITS.map((split) => {
    const own = files.filter((file) => file.split === split).reduce((sum, { rows }) => sum + rows, 0);
    return own === 0 ? null : `${split} ${own}`;
  }).filter((text) => text !== null);
  const parts = [
    `# Program executions in words

${rows} rows (${bySplit.join(', ')}), made by Lockstep ${version}. Each row is one run of a program: the program, the call, a
question about the run, reasoning that leads to the answer, and the answer. Every sentence of the reasoning was read back
by a program and held against the recorded execution; the answer is the executed one.

\`\`\`python
from datasets import load_dataset
rows = load_dataset("path/to/this/folder", split="train")
print(rows[0]["prompt"], rows[0]["reasoning"], rows[0]["answer"], sep="\\n\\n")
\`\`\``,
    `## How hard they are

| level | rows | instructions | lines | characters of reasoning |
|---|---|---|---|---|
${summary.levels
  .map(
    ({ level, rows, steps, lines, characters }) =>
      `| ${level ?? '–'} | ${rows} | ${steps} | ${lines} | ${characters} |`,
  )
  .join('\n')}

Instructions, lines and characters are medians. What was measured on a row stands in its \`features\`.${bandTable(summary)}`,
    `## What is proved

Each of a row's \`claims\` has its place in \`reasoning\` (\`text\`, in code points), the \`events\` of the trace that bear it
out and the source \`line\`. A huge value stands abbreviated, by its length, beginning and end; its claim then has
\`digests\`, with the place of each abbreviation and the SHA-256 of the whole value's \`repr\` in UTF-8, so that what is not
shown can be checked as well.`,
    `## What is in it

${listed('tasks', summary.tasks)}${listed('styles', summary.styles)}${familyTable(summary)}`.trimEnd(),
  ];
  if (polish !== undefined)
    parts.push(
      `## Polished

${polish.accepted} rows were reworded by ${polish.model}: only what the checker proved was taken. ${polish.refused} rows keep the words of the
templates because no rewording passed, ${polish.waiting} were not polished. Each row's \`polish\` says what happened.`,
    );
  parts.push(`## How it was made

\`\`\`json
${JSON.stringify(made, null, 2)}
\`\`\`

The same options give the same bytes. SHA-256 over all rows: \`${sha256}\`; the digests of the files stand in
\`manifest.json\`, and \`lockstep verify\` runs every row again and checks every claim.`);
  return parts.join('\n\n') + '\n';
}

/** What a level promises of each of its rows; nothing for rows without levels. */
function bandTable({ levels }: Summary): string {
  const known = levels.flatMap(({ level }) => (level !== null && LEVELS.includes(level) ? [level] : []));
  if (known.length === 0) return '';
  const rows = known.map((level) => {
    const band = bandOf(level);
    return tableRow([level, ...BANDED.map((name) => band[name].join('–'))]);
  });
  return `

A level is a band over measured features: every row of the level lies within these ranges, ends included.

${tableRow(['level', ...BANDED])}
${tableRow(['level', ...BANDED].map(() => '---'))}
${rows.join('\n')}`;
}

/** Rows of each family by level. */
function familyTable({ families, familyLevels, levels }: Summary): string {
  if (families.size === 0) return '';
  const known = levels.flatMap(({ level }) => (level === null ? [] : [level]));
  const head = ['program family', 'rows', ...known.map((level) => `level ${level}`)];
  const rows = [...families].map(([family, total]) =>
    tableRow([family, total, ...known.map((level) => familyLevels.get(family)?.get(level) ?? '')]),
  );
  return `- program families: ${families.size}

${tableRow(head)}
${tableRow(head.map(() => '---'))}
${rows.join('\n')}
`;
}

function tableRow(cells: readonly (string | number)[]): string {
  return `| ${cells.join(' | ')} |`;
}

function listed(what: string, tally: Tally): string {
  if (tally.size === 0) return '';
  return `- ${what}: ${[...tally].map(([name, rows]) => `${name} (${rows})`).join(', ')}\n`;
}
