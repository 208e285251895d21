// Reasoning step by step with a label each, for process reward models. Every step of ours was checked, so every label
// is true: what is false must come from elsewhere, a sampled model for one.
import type { Format } from '../format.ts';
import { stepsOf } from '../steps.ts';

export const trlStepwise: Format = {
  name: 'trl-stepwise',
  summary: 'the reasoning as steps with a label each',
  consumer: 'TRL PRMTrainer',
  homes: [],
  row: (row) => {
    const { steps, labels } = stepsOf(row);
    return { prompt: row.prompt, completions: steps, labels };
  },
};
