// docs/gallery.md: programs of our own under docs/examples/gallery, each with its run told in both prose styles.
import { readFileSync } from 'node:fs';
import { DEFAULT_LIMITS } from '../../interpreter/index.ts';
import { compileProgram, execute } from '../../src/pipeline/index.ts';
import { check, explain, storyOf } from '../../verbalizer/index.ts';
import type { GeneratedDoc } from './index.ts';

/** What is shown: a title, the program's file and the call. */
const EXHIBITS: readonly (readonly [title: string, file: string, call: string])[] = [
  ['A loop with a condition', 'collatz', 'collatz_steps(6)'],
  ['Nested loops', 'pairs', 'closest_pair([5, 9, 4], 11)'],
  ['Strings', 'words', "initials('the lord of rings')"],
  [
    'A dictionary, a comprehension and a key',
    'stock',
    "restock({'tea': 1, 'jam': 0}, ['jam', 'tea', 'rye', 'jam'])",
  ],
  ['A class and an exception', 'account', 'spend([30, 40])'],
  ['Recursion', 'powers', 'power(3, 5)'],
];

function exhibit(title: string, file: string, call: string): string {
  const source = readFileSync(new URL(`../../docs/examples/gallery/${file}.py`, import.meta.url), 'utf8');
  const compiled = compileProgram({ name: file, source, call, input: '' });
  const { result } = execute(compiled, { limits: DEFAULT_LIMITS, traced: true });
  if (result.trace === null) throw new Error(`${file} was not traced`);
  const story = storyOf(result.trace);
  const told = (['narrative', 'concise'] as const).map((style) => {
    const { text } = explain(story, { style, seed: 0 });
    const { faithful, complete } = check(text, story, style);
    if (!faithful || !complete) throw new Error(`${file} is not told truly in ${style}`);
    return `**${style}**\n\n${quoted(text)}\n`;
  });
  return `## ${title}\n\n\`\`\`python\n${source}\n>>> ${call}\n\`\`\`\n\n${told.join('\n')}`;
}

/** As a quotation, with the text as it is: code in it must not be taken for markup. */
function quoted(text: string): string {
  return text
    .split('\n')
    .map((line) => `> ${line.replace(/[\\`*<]|__|\](?=\()/g, '\\$&')}`)
    .join('\n>\n');
}

export const galleryDoc: GeneratedDoc = {
  path: 'docs/gallery.md',
  render: () => `# Gallery

Six programs, with their runs as Lockstep tells them: \`narrative\` for a patient reader, \`concise\` for a quick one. Every
sentence was read back and checked against the run. \`npm run gallery\` writes this page; a test holds it current.

${EXHIBITS.map(([title, file, call]) => exhibit(title, file, call)).join('\n')}`,
};
