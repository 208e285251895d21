// Reasoning step by step with a label each, for process reward models. Every step of a row was checked, so its labels
// are true; a share of the rows ends in a step that was made false, and its label says so.
import type { Format } from '../format.ts';
import { stepsOf, type Steps } from '../steps.ts';

export const trlStepwise: Format = {
  name: 'trl-stepwise',
  summary: 'the reasoning as steps with a label each',
  consumer: 'TRL PRMTrainer',
  homes: [],
  row: (row) => shaped(row.prompt, stepsOf(row)),
  mistaken: (row, steps) => shaped(row.prompt, steps),
};

function shaped(prompt: string, { steps, labels }: Steps): object {
  return { prompt, completions: steps, labels };
}
