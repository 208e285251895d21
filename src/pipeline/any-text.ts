// The verdict on any text about a run: text of our styles is read by its templates, all else as free text. Knows
// nothing of files or of the command line.
import { checkFree, RunView, type FreeVerdict } from '../../verbalizer/freeform/index.ts';
import { gate, gateOf, type GateVerdict } from '../../verbalizer/gate/index.ts';
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
  const readWhole = read.unverified.length === 0;
  const view = style !== null || (readWhole && read.violations.length === 0) ? null : viewOf(story);
  if (view === null) return read;
  const told = gate(gateOf(view), text);
  const free = checkFree(text, view);
  // against the templates, where they read all of it, it takes the two others
  const accepted = told.accepted && (!readWhole || free.violations.length === 0);
  // what is written nearly as we write it is told best by the templates, if there is something false at all
  const unread = read.unverified.reduce((sum, { span: [from, to] }) => sum + to - from, 0);
  const nearlyOurs = unread <= MOST_UNREAD * text.trim().length;
  if (!accepted && nearlyOurs && (read.violations.length === 0 || free.violations.length > 0)) return read;
  const violations = accepted ? [] : free.violations;
  const unverified = accepted ? [] : doubted(free, told);
  return {
    faithful: violations.length === 0 && unverified.length === 0,
    // complete means what it means to the gate: every essential step is told, in order
    complete: told.told === told.essential,
    claims: free.claims,
    violations,
    unverified,
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

/**
 * What is not borne out: stretches that are not understood. In a text in which all is understood and nothing false, it is what
 * the gate, which holds each sentence against what it tells and what the run has next, would not let pass.
 */
function doubted(free: FreeVerdict, told: GateVerdict): Verdict['unverified'] {
  if (!free.faithful) return free.unverified;
  const faults = told.violations.filter(({ reason }) => reason !== 'missing' && reason !== 'forbidden');
  // the first one; behind it the gate has lost its place
  return faults.slice(0, 1).map(({ span, quote, message }) => ({ span, text: quote, why: message }));
}
