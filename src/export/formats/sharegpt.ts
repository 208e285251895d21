// ShareGPT's conversations, with the `dataset_info.json` that LLaMA-Factory reads.
import { thinkTagged, type Format } from '../format.ts';
import { datasetInfo } from './llama-factory.ts';

export const sharegpt: Format = {
  name: 'sharegpt',
  summary: 'conversations with `from` and `value`',
  consumer: 'LLaMA-Factory, axolotl, Unsloth',
  homes: ['think-tag'],
  row: (row) => ({
    conversations: [
      { from: 'human', value: row.prompt },
      { from: 'gpt', value: thinkTagged(row) },
    ],
  }),
  extras: (exported) =>
    datasetInfo(exported, { formatting: 'sharegpt', columns: { messages: 'conversations' } }),
};
