// Alpaca's three fields, with the `dataset_info.json` that LLaMA-Factory reads.
import { thinkTagged, type Format } from '../format.ts';
import { datasetInfo } from './llama-factory.ts';

export const alpaca: Format = {
  name: 'alpaca',
  summary: '`instruction`, `input` and `output`',
  consumer: 'LLaMA-Factory, many older trainers',
  homes: ['think-tag'],
  row: (row) => ({ instruction: row.prompt, input: '', output: thinkTagged(row) }),
  extras: (exported) =>
    datasetInfo(exported, {
      formatting: 'alpaca',
      columns: { prompt: 'instruction', query: 'input', response: 'output' },
    }),
};
