// The data of the gate's proof: programs, their runs, and the honest rewritings with their originals.
import { readFileSync } from 'node:fs';
import { parse } from 'yaml';
import { DEFAULT_LIMITS } from '../../interpreter/index.ts';
import { evaluateExpression } from '../../src/pipeline/evaluator.ts';
import { compileProgram, execute } from '../../src/pipeline/index.ts';
import { foldRounds } from '../../verbalizer/fold/fold.ts';
import { RunView } from '../../verbalizer/freeform/index.ts';
import type { GateOriginal, Target } from '../../verbalizer/gate/index.ts';
import { storyOf, type Story } from '../../verbalizer/index.ts';
import { outlineOf } from '../../verbalizer/fold/outline.ts';

interface Program {
  readonly code: string;
  readonly call: string;
  readonly fold?: { readonly from: number; readonly count: number };
}

/**
 * How far a text was in sight while the gate was made: `tuned`, `fresh`, `sealed` and `later` texts were worked on (all but
 * `tuned` ones were written before any rule for them, and `sealed` ones were out of sight for the first rules); `held out`
 * ones were out of sight until only few were refused; `newest` ones were written last, 19 of 30 refused before any rule for
 * them; of `hidden` ones only the count was looked at.
 */
export type Sight = 'tuned' | 'held out' | 'fresh' | 'sealed' | 'later' | 'hidden' | 'newest';

export const SIGHTS: readonly Sight[] = ['tuned', 'held out', 'fresh', 'sealed', 'later', 'hidden', 'newest'];

export interface Honest {
  readonly program: string;
  /** Of the older texts 0 a patient teacher, 1 a brisk expert, 2 somebody thinking aloud; from 3 on further ones. */
  readonly voice: string;
  readonly text: string;
  readonly sight: Sight;
  readonly original: GateOriginal;
  /** What the run came to: its repr, or the exception's name. */
  readonly answer: string;
}

const read = (name: string): unknown => parse(readFileSync(new URL(name, import.meta.url), 'utf8'));

/** All essential steps, but for the rounds that are told as one. */
function targets(story: Story, fold: Program['fold']): Target[] {
  const steps = story.steps.filter((s) => s.essential);
  if (fold === undefined) return steps.map((step) => ({ step, end: step.index, paragraph: 0 }));
  const folded = foldRounds(outlineOf(story), story.loops[0]!, fold.from, fold.count);
  const told = steps.map((step): Target => ({ step, end: step.index, paragraph: 0 }));
  return [
    ...told.filter((t) => t.end < folded.from),
    { step: folded.step, end: folded.to - 1, paragraph: 0 },
    ...told.filter((t) => t.end >= folded.to),
  ];
}

/** The run of a program, ready for rewritings of what is told of it, and what it came to. */
function original(name: string, { code, call, fold }: Program): { original: GateOriginal; answer: string } {
  const { result, ending } = execute(compileProgram({ name, source: code, call, input: '' }), {
    limits: DEFAULT_LIMITS,
    traced: true,
  });
  const story = storyOf(result.trace!);
  const view = new RunView(result.trace!, story, evaluateExpression);
  const answer = ending.kind === 'returned' ? ending.result : ending.kind === 'raised' ? ending.type : '';
  return { original: { view, targets: targets(story, fold), paragraphs: 1 }, answer };
}

/** Every honest rewriting. Of the older ones a third is held out: one of each program, of all voices in turn. */
export function honestRewritings(): Honest[] {
  const programs = read('programs.yaml') as Record<string, Program>;
  const rewritings = read('rewritings.yaml') as Record<string, string[]>;
  const later = [read('more.yaml'), read('voices.yaml')] as Record<string, string>[];
  const older = Object.entries(rewritings).flatMap(([program, texts], p) => {
    const run = original(program, programs[program]!);
    const further = later.flatMap((voices) => voices[program] ?? []);
    return [...texts, ...further].map((text, voice): Honest => {
      const sight = voice === p % 3 ? 'held out' : 'tuned';
      return { program, voice: String(voice), text, sight, ...run };
    });
  });
  const newer = (['fresh', 'sealed', 'later', 'hidden', 'newest'] as const).flatMap((sight) =>
    Object.entries(
      read(`${sight}.yaml`) as Record<string, Program & { texts: Record<string, string> }>,
    ).flatMap(([program, { texts, ...source }]) => {
      const run = original(program, source);
      return Object.entries(texts).map(([voice, text]): Honest => ({ program, voice, text, sight, ...run }));
    }),
  );
  return [...older, ...newer];
}
