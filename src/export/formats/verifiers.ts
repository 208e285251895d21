// Rows for environments of the verifiers library: a question, its answer, and what a rubric may want to know.
import type { Format } from '../format.ts';

export const verifiers: Format = {
  name: 'verifiers',
  summary: 'a question, its answer and an `info` object',
  consumer: 'verifiers (Prime Intellect)',
  homes: [],
  row: (row) => ({
    question: row.prompt,
    answer: row.answer,
    task: `lockstep-${row.task}`,
    info: {
      id: row.id,
      level: row.level,
      source: row.program.source,
      call: row.program.call,
      reasoning: row.reasoning,
    },
  }),
};
