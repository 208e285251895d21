// The examples of docs/styles.md are true of the run and, for the line styles, which have one form each, what they say
// today: goldens that a person reads.
import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { DEFAULT_LIMITS } from '../../interpreter/index.ts';
import { compileProgram, execute } from '../../src/pipeline/index.ts';
import { loadTokenCounter } from '../../src/pipeline/tokens.ts';
import { check, explain, LINE_STYLES, storyOf, styleNames, type StyleName } from '../../verbalizer/index.ts';

const doc = readFileSync(new URL('../../docs/styles.md', import.meta.url), 'utf8');
const source = readFileSync(new URL('../../docs/examples/total_even.py', import.meta.url), 'utf8');

/** The calls of the examples, in their order under a style's heading, and the budgets in tokens. */
const EXAMPLES = [
  ['total_even([3, 4])', null],
  ['total_even(list(range(30)))', 260],
] as const;

function blocksOf(style: StyleName): string[] {
  const section = doc.split(/^## /m).find((part) => part.startsWith(`${style}\n`)) ?? '';
  return [...section.matchAll(/^```text\n([\s\S]*?)\n```$/gm)].map((match) => match[1]!);
}

describe.each(styleNames)('%s', (style) => {
  it('is described with examples that are current', async () => {
    const count = await loadTokenCounter();
    const blocks = blocksOf(style);
    expect(blocks.length).toBeGreaterThan(0);
    blocks.forEach((block, i) => {
      const [call, budget] = EXAMPLES[i]!;
      const program = compileProgram({ name: 'total_even.py', source, call, input: '' });
      const { result } = execute(program, { limits: DEFAULT_LIMITS, traced: true });
      const story = storyOf(result.trace!);
      const options = budget === null ? {} : { budget, count };
      if (style in LINE_STYLES) expect(block).toBe(explain(story, { style, seed: 1, ...options }).text);
      const { faithful, complete } = check(block, story);
      expect([faithful, complete]).toEqual([true, true]);
    });
  });
});
