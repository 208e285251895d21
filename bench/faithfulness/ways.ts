// For each style, the ways to corrupt its texts and the judge of what they leave true: one interface over prose and
// lines.
import { readerFor, type Explanation, type Story, type StyleName } from '../../verbalizer/index.ts';
import type { LineStyle } from '../../verbalizer/lines/style.ts';
import { claimsIn } from '../../verbalizer/lines/verdict.ts';
import type { RenderedClaim } from '../../verbalizer/render.ts';
import { lineStyle } from '../../verbalizer/styles/index.ts';
import type { Chooser } from '../../verbalizer/text/random.ts';
import { ALL_CORRUPTIONS } from './corruptions.ts';
import { leftTrue } from './left-true.ts';
import { LINE_CORRUPTIONS } from './line-corruptions.ts';
import { QUESTION_CORRUPTIONS } from './questions.ts';

/** Texts to take from: of another run in the same style, of the same run in another style. */
export interface Foreign {
  readonly other: string;
  readonly otherStyle: string;
}

/** What can be done to one text. */
export interface Target {
  readonly kinds: readonly (readonly [string, (chooser: Chooser) => string | null])[];
  /** Whether the text says only what happened after all; asked of texts that the checker passes. */
  leftTrue(changed: string): boolean;
}

export function targetOf(style: StyleName, story: Story, told: Explanation, foreign: Foreign): Target {
  const lines = lineStyle(style);
  const target =
    lines === null ? proseTarget(style, story, told, foreign) : lineTarget(lines, story, told, foreign);
  return story.parts === undefined ? target : { ...target, kinds: [...target.kinds, ...ofQuestions(told)] };
}

/** What can be done to the reasoning of a question alone. */
function ofQuestions({ text, claims }: Explanation): Target['kinds'] {
  const subject = { text, claims: claims.map(({ claim, span }) => ({ ...claim, span })) };
  return Object.entries(QUESTION_CORRUPTIONS).map(([kind, corrupt]) => [
    kind,
    (chooser) => corrupt(subject, chooser),
  ]);
}

function proseTarget(style: StyleName, story: Story, told: Explanation, foreign: Foreign): Target {
  const { text } = told;
  const claims = told.claims.map(({ claim }) => claim as RenderedClaim);
  const reader = readerFor(style);
  const before = { story, claims, clauses: reader.read(text).clauses };
  const subject = { text, claims, ...foreign };
  return {
    kinds: Object.entries(ALL_CORRUPTIONS).map(([kind, corrupt]) => [
      kind,
      (chooser) => corrupt(subject, chooser),
    ]),
    leftTrue: (changed) => leftTrue(before, reader.read(changed).clauses),
  };
}

function lineTarget(style: LineStyle, story: Story, told: Explanation, { other }: Foreign): Target {
  const { text } = told;
  const claims = told.claims.map(({ claim, span }) => ({ ...claim, span }));
  const read = (some: string): string[] => claimsIn(some, story, style);
  return {
    kinds: Object.entries(LINE_CORRUPTIONS).map(([kind, corrupt]) => [
      kind,
      (chooser) => corrupt({ text, claims, other }, chooser),
    ]),
    leftTrue: (changed) => saysTheSame(read(text), read(changed)),
  };
}

/**
 * Whether two texts make the same claims. What a frame does when control is back in one of its lines counts as no line,
 * so a stretch that follows covers it as well.
 */
function saysTheSame(before: readonly string[], after: readonly string[]): boolean {
  let at = 0;
  return (
    before.every((claim, i) => {
      if (claim === after[at]) return ++at > 0;
      return claim.startsWith('["back"') && before[i + 1]?.startsWith('["stretch"') === true;
    }) && at === after.length
  );
}
