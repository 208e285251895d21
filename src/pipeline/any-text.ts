// The verdict on any text about a run: text of our styles is read by its templates, all else as free text. Knows
// nothing of files or of the command line.
import { checkFree, RunView } from '../../verbalizer/freeform/index.ts';
import { gate, gateOf } from '../../verbalizer/gate/index.ts';
import { check, type Story, type StyleName, type Verdict } from '../../verbalizer/index.ts';
import { evaluateExpression } from './evaluator.ts';

/** A text of which the templates leave more than this share unread was not written by them. */
const MOST_UNREAD = 0.2;

const views = new WeakMap<Story, RunView>();

/** The run of a story as the reader of free text sees it; made once. Null when the story has no trace. */
export function viewOf(story: Story): RunView | null {
  if (story.trace === undefined) return null;
  let view = views.get(story);
  if (view === undefined) views.set(story, (view = new RunView(story.trace, story, evaluateExpression)));
  return view;
}

/**
 * Judges a text by what it says of a run.
 * @param style the style it is written in; null takes it for free text when the templates of no style read it
 */
export function judgeAnyText(text: string, story: Story, style: StyleName | null): Verdict {
  const read = check(text, story, style);
  if (style !== null || read.unverified.length === 0) return read;
  const unread = read.unverified.reduce((sum, { span: [from, to] }) => sum + to - from, 0);
  const view = unread <= MOST_UNREAD * text.trim().length ? null : viewOf(story);
  if (view === null) return read;
  const free = checkFree(text, view);
  // complete means what it means to the gate: every essential step is told, in order
  const told = gate(gateOf(view), text);
  return {
    faithful: free.faithful,
    complete: told.told === told.essential,
    claims: free.claims,
    violations: free.violations,
    unverified: free.unverified,
    missing: told.violations
      .filter((v) => v.reason === 'missing')
      .map(({ message, line, step }) => ({ step: step ?? 0, line: line ?? 1, message })),
    bound: free.bound.map(({ claim, step: index }) => {
      const told = story.steps[index]!;
      const { from, to, line, facts } = told;
      return { span: claim.span, step: index, events: [from, to], line, slots: facts, told };
    }),
  };
}
