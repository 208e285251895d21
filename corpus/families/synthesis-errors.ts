// Programs put together at random from typed stages (see corpus/synthesis) that end with an exception: which one only
// running them tells, so there is no reference. The rung says how many stages there are and how large the data is.
import { synthesized } from '../synthesis/synthesized.ts';

export const synthesisErrorsFamily = synthesized({
  name: 'synthesis-errors',
  title: 'Programs from typed stages that end with an exception',
  topics: ['exceptions', 'lists', 'strings', 'dicts'],
  raises: true,
  answer: 'ValueError: too small: 15082',
});
