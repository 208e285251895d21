// Variables named by the very words that our sentences are made of: their texts must read back all the same.
import { expect, it } from 'vitest';
import { check, explain, storyOf, STYLES, type StyleName } from '../../verbalizer/index.ts';
import { DEFAULT_LIMITS } from '../../interpreter/index.ts';
import { compileProgram, execute } from '../../src/pipeline/index.ts';
import { JOINING_WORDS } from '../../verbalizer/text/connectives.ts';

const KEYWORDS = ['and'];
const SENTENCE_WORDS =
  'The At When Now Then This that it we round loop becomes takes gives returns true false set to by With'.split(
    ' ',
  );
const NAMES = [...JOINING_WORDS].filter((word) => !KEYWORDS.includes(word)).concat(SENTENCE_WORDS);

function program(name: string): string {
  return `def f(${name}, xs):
    total = 0
    for i in xs:
        if i % 2 == 0:
            ${name} = ${name} + i
        elif ${name} > 3:
            ${name} -= 1
        total, ${name} = ${name}, total
        xs[0] = ${name}
    return ${name}
`;
}

it.each(NAMES)('a variable called %s', (name) => {
  const compiled = compileProgram({ name, source: program(name), call: 'f(2, [3, 4, 7, 8])', input: '' });
  const { result } = execute(compiled, { limits: DEFAULT_LIMITS, traced: true });
  const story = storyOf(result.trace!);
  for (const style of Object.keys(STYLES) as StyleName[])
    for (let seed = 0; seed < 20; seed++) {
      const { text } = explain(story, { style, seed });
      const { violations, unverified, missing } = check(text, story, style);
      expect({ style, seed, text, violations, unverified, missing }).toMatchObject({
        violations: [],
        unverified: [],
        missing: [],
      });
    }
});
