// A task of the lm-evaluation-harness: the rows, and the YAML file that says how they are asked and scored.
import { stringify } from 'yaml';
import type { Exported, Format } from '../format.ts';

export const lmEval: Format = {
  name: 'lm-eval',
  summary: 'a task with its YAML file, scored by exact match of the last line',
  consumer: 'lm-evaluation-harness',
  homes: [],
  row: (row) => ({ id: row.id, prompt: row.prompt, answer: row.answer, task: row.task, level: row.level }),
  extras: (exported) => ({ 'lockstep.yaml': taskFile(exported) }),
};

function taskFile({ splits }: Exported): string {
  const files = Object.fromEntries(splits.map(({ split, file }) => [split, file]));
  // the last split is the smallest that is asked: test where there is one
  const asked = splits.some(({ split }) => split === 'test') ? 'test' : splits.at(-1)!.split;
  return stringify({
    task: 'lockstep',
    dataset_path: 'json',
    // relative to the folder in which lm_eval is started
    dataset_kwargs: { data_files: files },
    test_split: asked,
    output_type: 'generate_until',
    doc_to_text: '{{prompt}}\n\nEnd with a line that holds the answer alone.',
    doc_to_target: '{{answer}}',
    generation_kwargs: { until: [], max_gen_toks: 4096, do_sample: false },
    filter_list: [
      {
        name: 'last-line',
        filter: [
          { function: 'regex', regex_pattern: '(?:^|\\n)(?:Answer: )?([^\\n]+)\\s*$' },
          { function: 'take_first' },
        ],
      },
    ],
    metric_list: [{ metric: 'exact_match', aggregation: 'mean', higher_is_better: true }],
    metadata: { version: 1 },
  });
}
