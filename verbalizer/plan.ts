// Decides what is said of each step and how clauses join into sentences. The outcome is a list of clauses, each with
// its template, its claim and what stands before it. Knows steps and styles; the text itself is made in `render.ts`.
import { slotType, type Claim, type SlotValue } from './claims.ts';
import type { Connective } from './read.ts';
import { tellsWith } from './entail.ts';
import { QUESTION_WORDS } from './questions.ts';
import { isFold, type Told } from './fold.ts';
import { hasHint } from './steps/hint.ts';
import type { Step } from './steps/step.ts';
import { suits, type Manner, type Style } from './style.ts';
import type { Template, Working } from './template.ts';
import { Chooser } from './text/random.ts';

/** What stands before a clause: a connective, a new sentence or a new paragraph. */
export type Joint = Connective | 'sentence' | 'paragraph';

export interface PlannedClause {
  readonly template: Template;
  readonly claim: Claim;
  readonly joint: Joint;
  /** Index of the step that it tells. */
  readonly step: number;
  /** Events that bear it out, the second exclusive. */
  readonly events: readonly [number, number];
}

/** The longest working shown, in characters; beyond it only the value is said. */
const LONGEST_CHAIN = 140;

/** Which of a chain's stages to say. The last, the value, is always said. */
function chooseLinks(
  step: Step,
  stages: readonly string[],
  working: Working,
  chooser: Chooser,
): readonly string[] {
  const value = stages[stages.length - 1]!;
  if (working === 'value' || stages.length === 1 || hasHint(step, 'plain')) return [value];
  if (step.kind === 'test' || step.kind === 'backTest') {
    const shown = hasHint(step, 'compare') ? [value] : stages.slice(-2);
    return shown.join(' = ').length > LONGEST_CHAIN ? [value] : shown;
  }
  const source = stages[0]!;
  const worked = stages.length > 2 ? stages[stages.length - 2]! : null;
  const links =
    worked === null
      ? [source, value]
      : working === 'worked' || chooser.chance(0.3)
        ? [worked, value]
        : [source, worked, value];
  if (links.join(' = ').length <= LONGEST_CHAIN) return links;
  return [source, value].join(' = ').length <= LONGEST_CHAIN ? [source, value] : [value];
}

/** The claim that a template makes of a step. */
function claimOf(t: Template, step: Step, chooser: Chooser): Claim {
  const slots: Record<string, SlotValue> = { ...t.fixed };
  for (const slot of t.slots) {
    const fact = step.facts[slot]!;
    slots[slot] =
      slotType(t.kind, slot) === 'chain'
        ? chooseLinks(step, fact as readonly string[], t.working[slot] ?? 'any', chooser)
        : fact;
  }
  return { kind: t.kind, slots };
}

function beginsWithPairs(t: Template): boolean {
  const first = t.parts[0]!;
  return 'slot' in first && first.type === 'bindings';
}

/** True when the step gets a clause. Essential ones always do. */
function isSaid(step: Step, manner: Manner, chooser: Chooser): boolean {
  if (step.essential) return true;
  if (step.kind === 'loop') return chooser.chance(manner.loops);
  if (step.kind === 'effect') return chooser.chance(manner.effects[step.facts['what'] as string] ?? 0);
  return step.kind === 'done' && chooser.chance(manner.done);
}

/**
 * Plans the clauses for what is told in `style`. Deterministic in `seed`.
 * @throws Error when a step has no wording in the style (a bug of the style: the house test finds it).
 */
export function plan(told: readonly Told[], style: Style, seed: number): PlannedClause[] {
  const chooser = new Chooser(seed);
  const clauses: PlannedClause[] = [];
  let previous: Step | null = null;
  let run = 0;
  for (const item of told) {
    const step = isFold(item) ? item.step : item;
    if (!isSaid(step, style.manner, chooser)) continue;
    const fitting = (style.wordings[step.kind] ?? QUESTION_WORDS[step.kind] ?? []).filter(
      (w) => suits(w, step) && (!step.essential || tellsWith(step, w.template.slots, w.template.fixed)),
    );
    if (fitting.length === 0) {
      if (!step.essential) continue;
      throw new Error(`style ${style.name} has no words for ${step.kind} ${JSON.stringify(step.facts)}`);
    }
    const t = chooser.weighted(fitting).template;
    const joint: Joint =
      previous === null ? 'paragraph' : joinTo(previous, step, t, run, style.manner, chooser);
    run = joint === 'sentence' || joint === 'paragraph' ? 1 : run + 1;
    clauses.push({
      template: t,
      claim: claimOf(t, step, chooser),
      joint,
      step: step.index,
      events: [step.from, step.to],
    });
    previous = step;
  }
  return clauses;
}

function joinTo(
  previous: Step,
  step: Step,
  t: Template,
  run: number,
  manner: Manner,
  chooser: Chooser,
): Joint {
  // two lists of pairs side by side would read as one
  const pairs = beginsWithPairs(t);
  if (previous.kind === 'program') return ', ';
  if (previous.kind === 'round') return pairs ? ': ' : manner.afterRound;
  if (step.kind === 'effect') return ', so ';
  if (step.kind === 'loop' && previous.loop < 0) return 'paragraph';
  if (step.kind === 'round' || step.kind === 'loop') return 'sentence';
  if (previous.kind === 'return' || step.kind === 'call')
    return step.frame === previous.frame ? 'sentence' : 'paragraph';
  if (previous.kind === 'test' && hasHint(step, 'branch')) return manner.afterTest;
  if (previous.kind === 'done') return 'sentence';
  if (run >= manner.clauses || pairs || step.kind === 'return') return 'sentence';
  const alike = previous.kind === step.kind && step.frame === previous.frame;
  if (
    (alike && chooser.chance(manner.joins)) ||
    (previous.line === step.line && step.frame === previous.frame && step.kind !== 'test')
  )
    return chooser.pick(manner.between);
  return 'sentence';
}
