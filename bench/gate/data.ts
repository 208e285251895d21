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

export interface Honest {
  readonly program: string;
  /** 0 a patient teacher, 1 a brisk expert, 2 somebody thinking aloud; from 3 on further ones. */
  readonly voice: number;
  readonly text: string;
  /** Not looked at while the gate was made. */
  readonly heldOut: boolean;
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

/** Every honest rewriting. A third is held out: one of each program, of all voices in turn. */
export function honestRewritings(): Honest[] {
  const programs = read('programs.yaml') as Record<string, Program>;
  const rewritings = read('rewritings.yaml') as Record<string, string[]>;
  const later = [read('more.yaml'), read('voices.yaml')] as Record<string, string>[];
  return Object.entries(rewritings).flatMap(([program, texts], p) => {
    const { code, call, fold } = programs[program]!;
    const { result, ending } = execute(compileProgram({ name: program, source: code, call, input: '' }), {
      limits: DEFAULT_LIMITS,
      traced: true,
    });
    const story = storyOf(result.trace!);
    const view = new RunView(result.trace!, story, evaluateExpression);
    const original: GateOriginal = { view, targets: targets(story, fold), paragraphs: 1 };
    const answer = ending.kind === 'returned' ? ending.result : ending.kind === 'raised' ? ending.type : '';
    const further = later.flatMap((voices) => voices[program] ?? []);
    return [...texts, ...further].map((text, voice) => ({
      program,
      voice,
      text,
      heldOut: voice === p % 3,
      original,
      answer,
    }));
  });
}
