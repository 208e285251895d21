// Holds our answers to many expressions against live CPython's.
import { expect } from 'vitest';
import { Evaluator } from './evaluate.ts';
import { askPython } from './python.ts';

/**
 * Expects the same value, type or exception for every expression. Texts with lone surrogates and what we refuse
 * are left out; at most `maxSkipped` may be.
 */
export function expectAgreement(
  expressions: readonly string[],
  { evaluator = new Evaluator(), setup = '', maxSkipped = 0 } = {},
): void {
  const answers = askPython(expressions, setup);
  const wrong: string[] = [];
  const skipped: string[] = [];
  expressions.forEach((expression, i) => {
    const ours = evaluator.answer(expression);
    if (ours === 'skipped') skipped.push(expression);
    else if (JSON.stringify(sorted(ours)) !== JSON.stringify(sorted(answers[i])))
      wrong.push(`${expression}\n  ours:   ${JSON.stringify(ours)}\n  theirs: ${JSON.stringify(answers[i])}`);
  });
  expect(wrong.slice(0, 12).join('\n'), `${wrong.length} of ${expressions.length} differ`).toBe('');
  expect(skipped.length, `refused: ${skipped.slice(0, 5).join('; ')}`).toBeLessThanOrEqual(maxSkipped);
}

const sorted = (answer: object): [string, unknown][] => Object.entries(answer).sort();
