// The public face of the verbalizer: a trace in, words out; words in, a verdict out.
import { judgeText, type Verdict } from './check.ts';
import { foldToCost } from './fold/budget.ts';
import type { Told } from './fold/fold.ts';
import { plan } from './plan/plan.ts';
import { QUESTION_WORDS } from './questions.ts';
import { Reader } from './read/read.ts';
import { render, type Rendered } from './render.ts';
import { digestsOf, type Digest, type Told as ToldClaim } from './digests.ts';
import type { Step, Story } from './steps/step.ts';
import type { Style } from './style.ts';
import type { Claim } from './claims.ts';
import type { Trace } from '../interpreter/trace/index.ts';
import type { LineClaim } from './lines/claim.ts';
import type { LineTold } from './lines/moment.ts';
import { explainLines, partsOf } from './lines/explain.ts';
import { judgeInLines, linesOf } from './lines/verdict.ts';
import { recognise } from './read/recognise.ts';
import { lineStyle, STYLES, type ProseName, type StyleName } from './styles/index.ts';

export type { Verdict, Violation, Missing, Bound } from './check.ts';
export type { Unread } from './read/read.ts';
export type { Story, Step } from './steps/step.ts';
export { storyOf } from './steps/index.ts';
export {
  LINE_STYLES,
  STYLES,
  STYLE_TITLES,
  styleNames,
  type ProseName,
  type StyleName,
} from './styles/index.ts';

/** One claim of an explanation: where it stands, which events bear it out, which source line it is about. */
export interface ExplainedClaim {
  /** What it says. */
  readonly claim: Claim | LineClaim;
  readonly slots: Claim['slots'];
  /** What it tells: a step, or the one that stands for a fold; in a line style a moment, or null for a statement. */
  readonly told: Step | LineTold | null;
  /** UTF-16 offsets into the text. */
  readonly span: readonly [number, number];
  /** Events from the first up to but not including the second. */
  readonly events: readonly [number, number];
  /** Source line, from 1. */
  readonly line: number;
}

export interface Explanation {
  readonly text: string;
  readonly claims: readonly ExplainedClaim[];
  /** False when even the tightest folding is longer than the budget. */
  readonly fits: boolean;
}

export interface ExplainOptions {
  readonly style: StyleName;
  /** Chooses among phrasings. */
  readonly seed: number;
  /** The longest text wanted, as `count` measures it; the story is folded until it fits. */
  readonly budget?: number;
  /** Measures a text, in whatever unit the budget has (tokens, usually). */
  readonly count?: (text: string) => number;
}

function words(told: readonly Told[], style: Style, seed: number): Rendered {
  return render(plan(told, style, seed));
}

/** Tellings tried until one is near the budget. */
const TRIES = 6;
/** A text that fills this part of the budget is near enough. */
const NEAR = 0.9;
/** Estimates are corrected by what a text measured; a little less than that is asked for. */
const MARGIN = 0.97;

/** The longest telling found that fits the budget; when even the tightest does not, that one. */
function fitted(
  story: Story,
  style: Style,
  seed: number,
  budget: number,
  count: (text: string) => number,
): { rendered: Rendered; fits: boolean } {
  let allowance = budget;
  let best: { rendered: Rendered; size: number } | null = null;
  let tightest: Rendered | null = null;
  for (let tries = 0; tries < TRIES; tries++) {
    const { told, cost, full } = foldToCost(story, allowance);
    // what is estimated at many times the budget need not be written to know that it does not fit
    const rendered = cost > 8 * budget && allowance > 0 ? null : words(told, style, seed);
    const size = rendered === null ? cost : count(rendered.text);
    if (rendered !== null && size <= budget && (best === null || size > best.size)) best = { rendered, size };
    if (rendered !== null && cost > allowance) tightest = rendered;
    if (full && size <= budget) break;
    if (size > budget && cost > allowance) break;
    if (best !== null && best.size >= NEAR * budget) break;
    if (size <= budget && tries > TRIES / 2) break;
    allowance = (cost * MARGIN * budget) / size;
  }
  if (best !== null) return { rendered: best.rendered, fits: true };
  return { rendered: tightest ?? words(foldToCost(story, 0).told, style, seed), fits: false };
}

/**
 * Puts a story into words. The text is folded, never cut: when even the tightest folding is over the budget, that is
 * returned, and said so.
 */
export function explain(story: Story, options: ExplainOptions): Explanation {
  const inLines = lineStyle(options.style);
  const { budget, count, seed } = options;
  if (inLines !== null) return explainLines(story, inLines, budget, count);
  const style: Style = STYLES[options.style as ProseName];
  const { rendered, fits } =
    budget === undefined || count === undefined
      ? { rendered: words(story.steps, style, seed), fits: true }
      : fitted(story, style, seed, budget, count);
  return {
    text: rendered.text,
    fits,
    claims: rendered.claims.map((claim) => {
      const { from, to, line } = claim.told;
      return { claim, slots: claim.slots, told: claim.told, span: claim.span, events: [from, to], line };
    }),
  };
}

/**
 * The digests of the values that a text abbreviates, a list for each claim.
 * @param trace of the run that it is about
 * @param digest makes a digest of a value's `repr`
 */
export function digests(
  text: string,
  claims: readonly ToldClaim[],
  trace: Trace,
  style: StyleName,
  digest: (repr: string) => string,
): readonly (readonly Digest[])[] {
  return digestsOf(text, claims, trace, lineStyle(style), digest);
}

const readers = new Map<string, Reader>();

/** The reader of the given style's wordings, or of all styles'. Made once. */
export function readerFor(style: StyleName | null): Reader {
  const names = (style === null ? Object.keys(STYLES) : [style]) as ProseName[];
  const key = names.join();
  let reader = readers.get(key);
  if (reader === undefined) {
    reader = new Reader(
      [...names.map((name) => (STYLES[name] as Style).wordings), QUESTION_WORDS].flatMap((words) =>
        Object.values(words).flatMap((group) => group.map((w) => w.template)),
      ),
    );
    readers.set(key, reader);
  }
  return reader;
}

/**
 * Judges a text about the run whose story is given.
 * @param style the style it is written in; null finds out whether it is a line style's, and which, and otherwise
 *   reads it with the wordings of all styles of prose
 */
export function check(text: string, story: Story, style: StyleName | null = null): Verdict {
  const verdicts: Verdict[] = [];
  for (const name of style === null ? stylesOf(text, story) : [style]) {
    const inLines = lineStyle(name);
    if (inLines === null) continue;
    const verdict = judgeInLines(text, story, inLines);
    if (verdict.faithful && verdict.complete) return verdict;
    verdicts.push(verdict);
  }
  return verdicts[0] ?? judgeText(text, readerFor(style), story);
}

/** The line styles that a text can be in; none where there is nothing to tell line by line. */
function stylesOf(text: string, story: Story): readonly StyleName[] {
  if (story.trace === undefined && story.parts === undefined) return [];
  const chapter = partsOf(story).find((part) => part.kind === 'chapter');
  return chapter === undefined ? [] : recognise(linesOf(text), chapter.trace.program);
}
