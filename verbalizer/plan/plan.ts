// Decides what is said of each step and in which wording. The outcome is a list of clauses, each with its template,
// its claim and what stands before it. Knows steps and styles; the text itself is made in `render.ts`.
import { slotType, type Claim, type SlotValue } from '../claims.ts';
import { tellsWith } from '../entail.ts';
import { isFold, type Told } from '../fold/fold.ts';
import { joinTo, type Joint, type Said } from './joints.ts';
import { chooseLinks, isFresh } from './links.ts';
import { QUESTION_WORDS } from '../questions.ts';
import { hasHint, HINTS } from '../steps/hint.ts';
import type { Step } from '../steps/step.ts';
import { suits, type Manner, type Style, type Wording } from '../style.ts';
import { isOpening, isSubordinate, openingOf, type Template } from '../template.ts';
import { Chooser } from '../text/random.ts';

export type { Joint } from './joints.ts';

export interface PlannedClause {
  readonly template: Template;
  readonly claim: Claim;
  readonly joint: Joint;
  /** What it tells: a step, or the one that stands for a fold. */
  readonly told: Step;
}

/** A call of more steps than this begins a paragraph of its own. */
const LONG_CALL = 6;
/** Wordings of the last few clauses are used again more rarely. */
const REMEMBERED = 6;
const AGAIN = 0.2;
/** So are those that begin like the last sentence. */
const SAME_OPENING = 0.4;

/** The claim that a template makes of a step. */
function claimOf(
  t: Template,
  step: Step,
  known: boolean,
  fresh: ReadonlyMap<string, string>,
  chooser: Chooser,
  made: boolean,
): Claim {
  const slots: Record<string, SlotValue> = { ...t.fixed };
  for (const slot of t.slots)
    slots[slot] =
      slotType(t.kind, slot) === 'chain'
        ? made && isComprehension(step.facts[slot] as readonly string[])
          ? [(step.facts[slot] as readonly string[]).at(-1)!]
          : chooseLinks(step, slot, t.working[slot] ?? 'any', known, fresh, chooser)
        : step.facts[slot]!;
  return { kind: t.kind, slots };
}

/** A comprehension whose elements have just been told needs no repeating. */
function isComprehension(stages: readonly string[]): boolean {
  return stages.length > 1 && /^[[{(].* for .* in .*[\])}]$/.test(stages[0]!);
}

/** True when the step gets a clause. Essential ones always do. */
function isSaid(step: Step, manner: Manner, announced: boolean, chooser: Chooser): boolean {
  if (step.essential) return true;
  if (step.kind === 'effect') return chooser.chance(manner.effects[step.facts['what'] as string] ?? 0);
  // its round says what the only element is
  if (step.kind === 'loop' && hasHint(step, 'single') && step.facts['items'] !== undefined) return false;
  if (step.kind === 'loop') return chooser.chance(announced ? manner.loopsAgain : manner.loops);
  return chooser.chance(manner.asides[step.kind] ?? 0);
}

/** The items that begin calls of many steps, by index. */
function longCalls(told: readonly Told[]): Set<number> {
  const long = new Set<number>();
  const open: number[] = [];
  told.forEach((item, i) => {
    if (isFold(item)) return;
    if (item.kind === 'call') {
      while (open.length > 0 && (told[open.at(-1)!] as Step).depth >= item.depth) open.pop();
      open.push(i);
    } else if (item.kind === 'return' || item.kind === 'escape') {
      const begun = open.pop();
      if (begun !== undefined && i - begun > LONG_CALL) long.add(begun).add(i);
    }
  });
  // what never returned
  for (const begun of open) long.add(begun);
  return long;
}

/** The names that a clause about the step has given values to. */
function freshNames(step: Step): ReadonlyMap<string, string> {
  const names = new Map<string, string>();
  const { kind, facts } = step;
  if (kind === 'round' || kind === 'unpack') {
    const pairs = facts['pairs'] as readonly string[];
    for (let i = 0; i < pairs.length; i += 2) names.set(pairs[i]!, pairs[i + 1]!);
  } else if (kind === 'bind')
    names.set(facts['target'] as string, (facts['chain'] as readonly string[]).at(-1)!);
  return names;
}

class Planner {
  readonly clauses: PlannedClause[] = [];
  private said: Said | null = null;
  private readonly recent: Template[] = [];
  private readonly lines = new Set<number>();
  /** Names whose values have just been said. */
  private fresh: ReadonlyMap<string, string> = new Map();
  private readonly announced = new Map<number, string>();
  private readonly style: Style;
  private readonly chooser: Chooser;

  constructor(style: Style, seed: number) {
    this.style = style;
    this.chooser = new Chooser(seed);
  }

  /** Plans the clause for a step, if it gets one. `next` is the step after it. */
  take(told: Step, next: Step | null, long: boolean): void {
    const announced = this.wasAnnounced(told) && this.said?.step.kind !== 'round';
    if (!isSaid(told, this.style.manner, announced, this.chooser)) {
      if (told.kind === 'done') this.pause = true;
      return;
    }
    const step = this.inContext(told);
    const fitting = this.fitting(step, next);
    if (fitting.length === 0) {
      if (!step.essential) return;
      throw new Error(`style ${this.style.name} has no words for ${step.kind} ${JSON.stringify(step.facts)}`);
    }
    let t = this.pick(fitting);
    let joint = this.join(step, t, long);
    const plain = fitting.filter((w) => !isOpening(w.template));
    if (isOpening(t) && joint !== 'sentence' && joint !== 'paragraph' && plain.length > 0) {
      t = this.pick(plain);
      joint = this.join(step, t, long);
    }
    const run = joint === 'sentence' || joint === 'paragraph' ? 1 : this.said!.run + 1;
    const known = this.lines.has(step.line);
    this.clauses.push({
      template: t,
      claim: claimOf(t, step, known, this.fresh, this.chooser, this.said?.step.kind === 'each'),
      joint,
      told: step,
    });
    this.pause = false;
    this.said = {
      step,
      template: t,
      run,
      long,
      so: joint === ', so ' || (run > 1 && this.said?.so === true),
    };
    this.fresh = freshNames(step);
    if (this.recent.push(t) > REMEMBERED) this.recent.shift();
    if (run === 1) this.opening = openingOf(t);
    this.lines.add(step.line);
  }

  /** The step with hints that come from what has been said so far. */
  private inContext(step: Step): Step {
    let { hints } = step;
    if (step.kind === 'loop' && this.repeats) hints |= HINTS.again;
    if (this.said?.step.kind === 'resume' && this.said.step.frame === step.frame) hints |= HINTS.back;
    return hints === step.hints ? step : { ...step, hints };
  }

  private repeats = false;

  /** The word that the last sentence began with; empty for code. */
  private opening = '';

  /** A loop has ended and nothing was said of it: what comes next is no longer part of its last round. */
  private pause = false;

  /** Whether the loop has been announced with the same elements before; notes it for the next time. */
  private wasAnnounced(step: Step): boolean {
    if (step.kind !== 'loop') return false;
    const { over, source } = step.facts;
    const content = source === undefined ? (over as readonly string[]).at(-1)! : (source as string);
    const before = this.announced.get(step.line);
    this.announced.set(step.line, content);
    this.repeats = before === content;
    return this.repeats;
  }

  private fitting(step: Step, next: Step | null): readonly Wording[] {
    const leads = next !== null && hasHint(next, 'branch') && next.essential;
    const inFirst = this.said?.step.kind === 'round' || this.said === null;
    return (this.style.wordings[step.kind] ?? QUESTION_WORDS[step.kind] ?? []).filter(
      (w) =>
        suits(w, step) &&
        (!step.essential || tellsWith(step, w.template.slots, w.template.fixed)) &&
        (!isSubordinate(w.template) || (leads && !inFirst)) &&
        !this.repeatsFresh(w.template, step),
    );
  }

  /** `x = 1, which is …` right after `x = 1` would say it twice. */
  private repeatsFresh(t: Template, step: Step): boolean {
    const made = this.said?.step.kind === 'each';
    if (this.fresh.size === 0 && !made) return false;
    return t.slots.some((slot) => {
      const working = t.working[slot];
      if (working !== 'long' && working !== 'which') return false;
      const stages = step.facts[slot] as readonly string[];
      return (working === 'long' && isFresh(stages, this.fresh)) || (made && isComprehension(stages));
    });
  }

  private pick(fitting: readonly Wording[]): Template {
    return this.chooser.weighted(
      fitting.map(({ template, weight }) => ({
        template,
        weight:
          weight *
          (this.recent.includes(template) ? AGAIN : 1) *
          (this.opening !== '' && openingOf(template) === this.opening ? SAME_OPENING : 1),
      })),
    ).template;
  }

  private join(step: Step, t: Template, long: boolean): Joint {
    if (this.said === null) return 'paragraph';
    const joint = joinTo(this.said, step, t, long, this.style.manner, this.chooser);
    return this.pause && joint !== 'paragraph' ? 'sentence' : joint;
  }
}

/**
 * Plans the clauses for what is told in `style`. Deterministic in `seed`.
 * @throws Error when a step has no wording in the style (a bug of the style: the house test finds it).
 */
export function plan(told: readonly Told[], style: Style, seed: number): PlannedClause[] {
  const planner = new Planner(style, seed);
  const long = longCalls(told);
  told.forEach((item, i) => {
    const step = isFold(item) ? item.step : item;
    planner.take(step, nextEssential(told, i), long.has(i));
  });
  return planner.clauses;
}

/** The step after `at` that will get a clause for sure; folds are not waited for. */
function nextEssential(told: readonly Told[], at: number): Step | null {
  for (let i = at + 1; i < told.length; i++) {
    const item = told[i]!;
    if (isFold(item)) return null;
    if (item.essential) return item;
  }
  return null;
}
