// The story of a traced run, made once for a run.
import { storyOf, type Story } from '../../verbalizer/index.ts';
import type { Execution } from './execution.ts';

const stories = new WeakMap<Execution, Story>();

/** @throws Error when the run was not traced */
export function storyOfRun(execution: Execution): Story {
  let story = stories.get(execution);
  if (story === undefined) {
    const { trace } = execution.result;
    if (trace === null) throw new Error('a run is told from its trace, and this one has none');
    story = storyOf(trace);
    stories.set(execution, story);
  }
  return story;
}
