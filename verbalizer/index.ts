// The public face of the verbalizer: a trace in, words out; words in, a verdict out.
import { judge, type Verdict } from './check.ts';
import { foldStory, NO_FOLDING, type FoldPlan } from './fold.ts';
import { plan } from './plan.ts';
import { QUESTION_WORDS } from './questions.ts';
import { Reader } from './read.ts';
import { render, type Rendered, type RenderedClaim } from './render.ts';
import type { Story } from './steps/step.ts';
import type { Style } from './style.ts';
import { STYLES, type StyleName } from './styles/index.ts';

export type { Verdict, Violation, Missing, Bound } from './check.ts';
export type { Unread } from './read.ts';
export type { Story, Step } from './steps/step.ts';
export { storyOf } from './steps/index.ts';
export { STYLES, type StyleName } from './styles/index.ts';

/** One claim of an explanation: where it stands, which events bear it out, which source line it is about. */
export interface ExplainedClaim {
  /** What it says. */
  readonly claim: RenderedClaim;
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
  /** How the story was folded to fit the budget. */
  readonly folding: FoldPlan;
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

/** Foldings to try, from telling everything to telling the least. */
const FOLDINGS: readonly FoldPlan[] = [
  NO_FOLDING,
  { rounds: 6, depth: Infinity },
  { rounds: 3, depth: Infinity },
  { rounds: 2, depth: 4 },
  { rounds: 2, depth: 2 },
  { rounds: 1, depth: 2 },
  { rounds: 1, depth: 1 },
  { rounds: 0, depth: 1 },
  { rounds: 0, depth: 0 },
];

/** Characters a unit of budget can hold at the very most: a text longer than that is not worth measuring. */
const MOST_CHARACTERS_A_TOKEN = 8;

function words(story: Story, folding: FoldPlan, style: Style, seed: number): Rendered {
  return render(plan(foldStory(story, folding), style, seed));
}

/**
 * Puts a story into words. The text is folded, never cut: when even the tightest folding is over the budget, the
 * tightest is returned.
 */
export function explain(story: Story, options: ExplainOptions): Explanation {
  const style: Style = STYLES[options.style];
  const { budget, count } = options;
  let best: { rendered: Rendered; folding: FoldPlan } | null = null;
  for (const folding of FOLDINGS) {
    const told = foldStory(story, folding);
    // a step takes at least a few units: telling this many cannot fit
    if (
      budget !== undefined &&
      folding !== FOLDINGS.at(-1) &&
      told.filter((t) => 'step' in t || t.essential).length > budget
    )
      continue;
    const rendered = words(story, folding, style, options.seed);
    best = { rendered, folding };
    if (budget === undefined || count === undefined) break;
    if (rendered.text.length <= budget * MOST_CHARACTERS_A_TOKEN && count(rendered.text) <= budget) break;
  }
  const { rendered, folding } = best!;
  return {
    text: rendered.text,
    folding,
    claims: rendered.claims.map((claim) => {
      const told = story.steps[claim.step]!;
      return { claim, span: claim.span, events: [told.from, told.to], line: told.line };
    }),
  };
}

const readers = new Map<string, Reader>();

/** The reader of the given style's wordings, or of all styles'. Made once. */
export function readerFor(style: StyleName | null): Reader {
  const names = style === null ? (Object.keys(STYLES) as StyleName[]) : [style];
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
 * @param style the style it is written in; null reads it with the wordings of all styles
 */
export function check(text: string, story: Story, style: StyleName | null = null): Verdict {
  return judge(readerFor(style).read(text), story);
}
