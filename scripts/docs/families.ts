// docs/families.md, made from the families themselves: the gallery.
import { gallery, type GalleryEntry } from '../../src/generate/gallery.ts';

function section({ name, title, topics, levels, ladder, example }: GalleryEntry): string {
  const { code, call, answer, output } = example;
  const rungs = ladder.map(([rung, asks]) => `${rung}. ${asks}`).join('; ');
  return `## ${name}

${title} (${topics.join(', ')}). Levels ${levels.join(', ')}. Rungs: ${rungs}.

\`\`\`python
${code}\`\`\`

\`\`\`text
>>> ${call}
${output}${answer}
\`\`\`
`;
}

export const familiesDoc = {
  path: 'docs/families.md',
  render(): string {
    return `${OPENING}\n${gallery().map(section).join('\n')}`;
  },
};

const OPENING = `# Families

<!-- Made by \`npm run docs\` from corpus/families; a test holds it current. -->

A family generates programs of one kind. It has a ladder of its own, whose rungs say what is asked for; the levels are those that its
exercises were measured to have (see [difficulty.md](difficulty.md)). Each entry shows one example with its answer.
\`lockstep families --json\` has the same for machines.
`;
