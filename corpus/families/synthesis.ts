// Programs put together at random from typed stages (see corpus/synthesis): what they compute only running them tells, so
// there is no reference. The rung says how many stages there are and how large the data is.
import { synthesized } from '../synthesis/synthesized.ts';

export const synthesisFamily = synthesized({
  name: 'synthesis',
  title: 'Programs put together from typed stages',
  topics: ['functions', 'lists', 'strings', 'dicts', 'loops'],
  raises: false,
  answer: '62',
});
