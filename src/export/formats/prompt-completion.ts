// Prompt and completion as two texts: the loss falls on the completion alone.
import { thinkTagged, type Format } from '../format.ts';

export const promptCompletion: Format = {
  name: 'prompt-completion',
  summary: 'a prompt and its completion, two texts a row',
  consumer: 'TRL SFTTrainer',
  homes: ['think-tag'],
  row: (row) => ({ prompt: row.prompt, completion: thinkTagged(row) }),
};
