// From a trace to its story.
import type { Trace } from '../../interpreter/trace/index.ts';
import { StepBuilder } from './build.ts';
import type { Story } from './step.ts';
import { TraceReplay } from './trace-replay.ts';

/** What happened in a run, as steps. The trace must have kept its events. */
export function storyOf(trace: Trace): Story {
  return new StepBuilder(new TraceReplay(trace)).build();
}
