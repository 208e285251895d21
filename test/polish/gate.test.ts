// The gate as polishing uses it: a rewriting in other words passes, and the same with one fact changed does not.
import { expect, it } from 'vitest';
import { DEFAULT_LIMITS } from '../../interpreter/index.ts';
import { compileProgram, execute, tell } from '../../src/pipeline/index.ts';
import { RewritingJudge } from '../../src/pipeline/rewriting.ts';
import { closedTo } from '../../src/polish/gate.ts';
import { askAgain, TracedRun } from '../../src/tasks/index.ts';
import { explain, storyOf } from '../../verbalizer/index.ts';

const SOURCE = `def count_pairs(xs, target):
    pairs = 0
    for i in range(len(xs)):
        for j in range(i + 1, len(xs)):
            if xs[i] + xs[j] == target:
                pairs += 1
    return pairs
`;

const REWRITTEN = `count_pairs is called with xs = [1, 4, 3] and target = 4, and pairs starts at 0.
With i = 0, j runs over 1 and 2. At j = 1 the sum is 1 + 4 = 5, not 4. At j = 2 it is 1 + 3 = 4, which equals the target, so pairs goes from 0 to 1. With i = 1 and j = 2, the sum is 4 + 3 = 7, not 4. With i = 2, the inner loop has nothing to do. So count_pairs returns 1.`;

const compiled = compileProgram({ name: 'p', source: SOURCE, call: 'count_pairs([1, 4, 3], 4)', input: '' });
const { result } = execute(compiled, { limits: DEFAULT_LIMITS, traced: true });
const story = storyOf(result.trace!);
const original = explain(story, { style: 'narrative', seed: 1 }).text;
const gate = new RewritingJudge({ story, trace: result.trace! }, original, 'narrative');

it('lets a rewriting through, with its claims placed', () => {
  const { passed, faults, claims } = gate.judge(REWRITTEN);
  expect(faults).toEqual([]);
  expect(passed).toBe(true);
  expect(claims.length).toBeGreaterThan(5);
  for (const { text, events, line } of claims) {
    expect(text[0]).toBeLessThan(text[1]);
    expect(events[0]).toBeLessThan(events[1]);
    expect(line).toBeGreaterThan(0);
  }
});

it('lets its original through', () => {
  expect(gate.judge(original).passed).toBe(true);
});

it.each([
  ['a sum', '4 + 3 = 7', '4 + 3 = 8'],
  ['a name', 'pairs goes', 'target goes'],
  ['a branch', 'which equals the target', 'which does not equal the target'],
  ['a round', 'At j = 1 the sum is 1 + 4 = 5, not 4. ', ''],
  ['the answer', 'returns 1.', 'returns 2.'],
  ['an invention', 'So count', 'Then target becomes 5. So count'],
])('stops it when %s is changed', (_, from, to) => {
  const changed = REWRITTEN.replace(from, to);
  expect(changed).not.toBe(REWRITTEN);
  const { passed, faults } = gate.judge(changed);
  expect(passed).toBe(false);
  expect(faults.length).toBeGreaterThan(0);
});

it('judges one piece on its own, with our own words around it', () => {
  const pieces = gate.pieces('sentence').map((piece) => piece.text);
  expect(pieces.join('')).toBe(original);
  const i = pieces.findLastIndex((piece) => piece.includes('count_pairs'));
  expect(gate.judgePiece('So count_pairs returns 1.', 'sentence', i).passed).toBe(true);
  expect(gate.judgePiece('So count_pairs returns 2.', 'sentence', i).passed).toBe(false);
  expect(gate.judge(pieces.with(i, 'So count_pairs returns 1.').join('')).passed).toBe(true);
  expect(gate.judge(pieces.with(i, 'So count_pairs returns 2.').join('')).passed).toBe(false);
});

it('leaves what a question adds in our own words, and lets the run around it be reworded', async () => {
  const execution = execute(compiled, { limits: DEFAULT_LIMITS, traced: true });
  const posed = askAgain(new TracedRun(execution, DEFAULT_LIMITS), 'count', { what: 'line', line: 5 });
  const { reasoning } = await tell(posed, { style: 'narrative', seed: 1, maxTokens: 2000 });
  const counting = new RewritingJudge(posed, reasoning, 'narrative');
  expect(counting.isOpen).toBe(false);
  const pieces = counting.pieces('sentence');
  const texts = pieces.map(({ text }) => text);
  const i = pieces.findIndex(({ open }) => open);
  expect(texts[i]).toContain('xs = [1, 4, 3]');
  const reworded = (xs: string): string =>
    texts.with(i, texts[i]!.replace(/^.*xs = \[1, 4, 3\]/, `We call count_pairs with xs = ${xs}`)).join('');
  expect(reworded('[1, 4, 3]')).not.toBe(reasoning);
  expect(counting.judge(reworded('[1, 4, 3]'))).toMatchObject({ passed: true, faults: [] });
  expect(counting.judge(reworded('[1, 4, 2]')).passed).toBe(false);
  const visit = texts.findIndex((text) => text.includes('2nd'));
  expect(pieces[visit]!.open).toBe(false);
  expect(counting.judge(texts.toSpliced(visit, 1).join('')).passed).toBe(false);
  expect(counting.judge(REWRITTEN).passed).toBe(false);
});

it('names the rows that only our own words can tell', () => {
  expect(closedTo({ style: 'narrative', task: 'output' })).toBeNull();
  expect(closedTo({ style: 'frames', task: 'output' })).toBe('style');
  expect(closedTo({ style: 'narrative', task: 'count' })).toBeNull();
  expect(closedTo({ style: 'narrative', task: 'input' })).toBe('task');
});
