// From a trace to its story.
import type { Trace } from '../../interpreter/trace/index.ts';
import { StepBuilder } from './build.ts';
import type { Story } from './step.ts';
import { TraceReplay } from './trace-replay.ts';

/** What happened in a run, as steps. The trace must have kept its events. */
export function storyOf(trace: Trace): Story {
  let built: Story | null = null;
  // the line styles do without it, so it is built when first asked for
  const story = (): Story => (built ??= new StepBuilder(new TraceReplay(trace)).build());
  return {
    trace,
    get steps() {
      return story().steps;
    },
    get loops() {
      return story().loops;
    },
    get calls() {
      return story().calls;
    },
  };
}
