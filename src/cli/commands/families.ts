// `lockstep families`: what programs there are to generate, with the levels they are found at and an example of each.
import type { Command } from 'commander';
import { TOPICS, type Topic } from '../../../corpus/family.ts';
import { EXIT, type ExitCode } from '../failure.ts';
import { parseChoice } from '../options.ts';
import { writeJson, writeOut } from '../output.ts';
import type { Act, Verb } from '../verb.ts';

interface Options {
  readonly topic?: Topic;
  readonly examples: boolean;
  readonly json: boolean;
}

export const families: Verb = {
  name: 'families',
  summary: 'list the families of programs that generate draws from',
  examples: [
    { line: 'lockstep families', about: 'names, levels and titles' },
    { line: 'lockstep families --topic recursion --examples', about: 'with an example of each' },
  ],
  declare(command: Command, act: Act): void {
    command
      .option('--topic <T>', `only families about it (${TOPICS.join(', ')})`, parseChoice(TOPICS))
      .option('--examples', 'show an example of each', false);
    command.action(act(list));
  },
};

async function list({ topic, examples, json }: Options): Promise<ExitCode> {
  const { gallery } = await import('../../generate/gallery.ts');
  const entries = gallery().filter(({ topics }) => topic === undefined || topics.includes(topic));
  if (json) {
    await writeJson({ families: entries });
    return EXIT.done;
  }
  const width = Math.max(...entries.map(({ name }) => name.length));
  const lines = entries.map(({ name, levels, title, example }) => {
    const head = `${name.padEnd(width)}  ${levelsInWords(levels).padEnd(14)}  ${title}`;
    if (!examples) return head;
    const code = `${example.code}>>> ${example.call}\n${example.answer}`;
    return `${head}\n\n${code.replace(/^(?=.)/gm, '    ')}\n`;
  });
  await writeOut(lines.join('\n') + '\n');
  return EXIT.done;
}

/** Levels without gaps as a range. */
function levelsInWords(levels: readonly number[]): string {
  const [first, last] = [levels[0], levels[levels.length - 1]];
  if (first === undefined || last === undefined) return 'by --set only';
  if (levels.length === last - first + 1)
    return first === last ? `level ${first}` : `levels ${first}-${last}`;
  return `levels ${levels.join(',')}`;
}
