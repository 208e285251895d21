// A traced run in words, and the verdict on words about it. Knows nothing of rows or files.
import {
  check,
  explain,
  storyOf,
  type Explanation,
  type Story,
  type StyleName,
  type Verdict,
} from '../../verbalizer/index.ts';
import type { Claim } from '../record.ts';
import type { Task } from '../tasks/task.ts';
import { codePointOffsets } from './code-points.ts';
import type { Execution } from './execution.ts';
import { ENCODING, loadTokenCounter } from './tokens.ts';
import type { Wording } from './wording.ts';

const stories = new WeakMap<Execution, Story>();

/** The story of a traced run; made once for a run. */
function storyOfRun(execution: Execution): Story {
  let story = stories.get(execution);
  if (story === undefined) {
    const { trace } = execution.result;
    if (trace === null) throw new Error('a run is told from its trace, and this one has none');
    story = storyOf(trace);
    stories.set(execution, story);
  }
  return story;
}

/** A run as a row tells it. */
export interface Telling {
  readonly prompt: string;
  readonly reasoning: string;
  readonly answer: string;
  readonly claims: readonly Claim[];
  /** The size of the reasoning when it was to fit a budget. */
  readonly tokens: { readonly count: number; readonly encoding: string } | null;
}

/** Puts a traced run that came to its end into the words of a task. */
export async function tell(execution: Execution, wording: Wording, task: Task): Promise<Telling> {
  const { text, claims, tokens } = await explained(storyOfRun(execution), wording);
  const { source, call } = execution.compiled.text;
  const { ending, result } = execution;
  if (ending.kind !== 'returned' && ending.kind !== 'raised')
    throw new Error(`a run that ended by ${ending.kind} has no answer`);
  const inCodePoints = codePointOffsets(text);
  return {
    prompt: task.prompt({ source, call }),
    reasoning: text,
    answer: task.answer({ source, call }, { ending, stdout: result.output }),
    claims: claims.map(({ span: [start, end], events: [from, to], line }) => ({
      text: [inCodePoints(start), inCodePoints(end)],
      events: [from, to],
      line,
    })),
    tokens,
  };
}

async function explained(story: Story, wording: Wording): Promise<Explanation & Pick<Telling, 'tokens'>> {
  const { style, seed, maxTokens } = wording;
  if (maxTokens === null) return { ...explain(story, { style, seed }), tokens: null };
  const count = await loadTokenCounter();
  const explanation = explain(story, { style, seed, budget: maxTokens, count });
  return { ...explanation, tokens: { count: count(explanation.text), encoding: ENCODING } };
}

/** Judges a text about a traced run; `style` null reads it with the wordings of all styles. */
export function judge(text: string, execution: Execution, style: StyleName | null): Verdict {
  return check(text, storyOfRun(execution), style);
}
