// verl's Parquet rows: a prompt and what a rule holds an answer against.
import type { Format } from '../format.ts';

export const verl: Format = {
  name: 'verl',
  summary: 'Parquet with a prompt and a ground truth for a rule-based reward',
  consumer: 'verl',
  homes: [],
  columns: {
    data_source: 'VARCHAR',
    prompt: 'STRUCT(role VARCHAR, content VARCHAR)[]',
    ability: 'VARCHAR',
    reward_model: 'STRUCT(style VARCHAR, ground_truth VARCHAR)',
    extra_info:
      'STRUCT(split VARCHAR, "index" BIGINT, id VARCHAR, task VARCHAR, level BIGINT, reasoning VARCHAR)',
  },
  row: (row, _home, index) => ({
    data_source: 'lockstep',
    prompt: [{ role: 'user', content: row.prompt }],
    ability: 'code execution',
    reward_model: { style: 'rule', ground_truth: row.answer },
    extra_info: {
      split: row.split,
      index,
      id: row.id,
      task: row.task,
      level: row.level,
      reasoning: row.reasoning,
    },
  }),
};
