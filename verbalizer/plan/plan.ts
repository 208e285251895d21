// Decides what is said of each step and in which wording. The outcome is a list of clauses, each with its template,
// its claim and what stands before it. Knows steps and styles; the text itself is made in `render.ts`.
import type { Claim, SlotValue } from '../claims.ts';
import { isFold, type Told } from '../fold/fold.ts';
import { beginsAfter, joinTo, LONG_PARAGRAPH, LONG_ROUNDS, type Joint, type Said } from './joints.ts';
import { menuOf } from './fitting.ts';
import { freshNames, isDecided, isSaid, longCalls, nextEssential } from './selection.ts';
import { chooseLinks, isFresh } from './links.ts';
import { hasHint, HINTS } from '../steps/hint.ts';
import type { Step } from '../steps/step.ts';
import type { Style, Wording } from '../style.ts';
import type { Template } from '../template.ts';
import { Chooser } from '../text/random.ts';

export type { Joint } from './joints.ts';

export interface PlannedClause {
  readonly template: Template;
  readonly claim: Claim;
  readonly joint: Joint;
  /** What it tells: a step, or the one that stands for a fold. */
  readonly told: Step;
}

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
  const slots: Record<string, SlotValue> = {};
  for (const [slot, value] of t.fixings) slots[slot] = value;
  for (let i = 0; i < t.slots.length; i++) {
    const slot = t.slots[i]!;
    slots[slot] =
      t.chains[i] === true
        ? made && isComprehension(step.facts[slot] as readonly string[])
          ? [(step.facts[slot] as readonly string[]).at(-1)!]
          : chooseLinks(step, slot, t.working[slot] ?? 'any', known, fresh, chooser)
        : step.facts[slot]!;
  }
  return { kind: t.kind, slots };
}

/** A comprehension whose elements have just been told needs no repeating. */
function isComprehension(stages: readonly string[]): boolean {
  return stages.length > 1 && /^[[{(].* for .* in .*[\])}]$/.test(stages[0]!);
}

function placeOf({ frame, line }: Step): string {
  return `${frame}:${line}`;
}

function begins(joint: Joint): boolean {
  return joint === 'sentence' || joint === 'paragraph';
}

/** Wordings that only begin a sentence inside one, `so this makes`, and `Next, with x = 1, now …`. */
function isOutOfPlace(t: Template, joint: Joint): boolean {
  return (
    (t.opens && !begins(joint)) ||
    (joint === ', so ' && t.opening === 'this') ||
    (joint === ', ' && t.opening === 'now')
  );
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
  take(told: Step, next: Step | null, after: Step | null, long: boolean): void {
    if (told.kind === 'loop' && told.loop < 0) this.outermost.add(placeOf(told));
    const announced = this.wasAnnounced(told) && this.said?.step.kind !== 'round';
    if (!isSaid(told, { next, after, said: this.said, announced }, this.style.manner, this.chooser)) {
      if (told.kind === 'done') this.pause = told;
      if (told.kind === 'test' && isDecided(told, this.said)) this.said = { ...this.said!, decided: true };
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
    if (isOutOfPlace(t, joint)) {
      const others = fitting.filter((w) => !isOutOfPlace(w.template, joint));
      if (others.length > 0) {
        t = this.pick(others);
        joint = this.join(step, t, long);
      }
    }
    const run = begins(joint) ? 1 : this.said!.run + 1;
    const known = this.lines.has(step.line);
    this.clauses.push({
      template: t,
      claim: claimOf(t, step, known, this.fresh, this.chooser, this.said?.step.kind === 'each'),
      joint,
      told: step,
    });
    this.pause = null;
    this.said = {
      step,
      template: t,
      run,
      size: joint === 'paragraph' ? 1 : (this.said?.size ?? 0) + 1,
      long,
      decided: false,
      so: joint === ', so ' || (run > 1 && this.said?.so === true),
      and: joint === ', and ' || (run > 1 && this.said?.and === true),
    };
    this.fresh = freshNames(step);
    if (this.recent.push(t) > REMEMBERED) this.recent.shift();
    if (run === 1) this.opening = t.opening;
    this.lines.add(step.line);
  }

  /** The step with hints that come from what has been said so far. */
  private inContext(step: Step): Step {
    let { hints } = step;
    if (step.kind === 'loop' && this.repeats) hints |= HINTS.again;
    if (this.said?.step.kind === 'resume' && this.said.step.frame === step.frame) hints |= HINTS.back;
    return hints === step.hints ? step : { ...step, hints };
  }

  /** Where loops stand that are in no other loop of their frame. */
  private readonly outermost = new Set<string>();

  /** Whether a round of an outermost loop begins; that of a while loop does with its condition. */
  private beginsRound(step: Step): boolean {
    return (
      (step.kind === 'round' || (step.kind === 'test' && step.loop >= 0)) && this.outermost.has(placeOf(step))
    );
  }

  private repeats = false;

  /** The word that the last sentence began with; empty for code. */
  private opening = '';

  /** The end of a loop of which nothing was said: what comes next is no longer part of its last round. */
  private pause: Step | null = null;

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
    const leads = next !== null && hasHint(next, 'branch') && next.essential && next.kind !== 'test';
    const later = this.said !== null && this.said.step.kind !== 'round';
    const fitting = menuOf(this.style, step.kind).fitting(step, leads, later);
    if (this.fresh.size === 0 && this.said?.step.kind !== 'each') return fitting;
    return fitting.some(({ template }) => this.repeatsFresh(template, step))
      ? fitting.filter(({ template }) => !this.repeatsFresh(template, step))
      : fitting;
  }

  /** `x = 1, which is …` right after `x = 1` would say it twice. */
  private repeatsFresh(t: Template, step: Step): boolean {
    if (t.worked === 0) return false;
    const made = this.said?.step.kind === 'each';
    return t.slots.some((slot) => {
      const working = t.working[slot];
      if (working !== 'long' && working !== 'which') return false;
      const stages = step.facts[slot] as readonly string[];
      return (working === 'long' && isFresh(stages, this.fresh)) || (made && isComprehension(stages));
    });
  }

  private pick(fitting: readonly Wording[]): Template {
    return this.chooser.weighted(
      fitting,
      ({ template, weight }) =>
        weight *
        (this.recent.includes(template) ? AGAIN : 1) *
        (this.opening !== '' && template.opening === this.opening ? SAME_OPENING : 1),
    ).template;
  }

  private join(step: Step, t: Template, long: boolean): Joint {
    if (this.said === null) return 'paragraph';
    const joint = joinTo(this.said, step, t, long, this.style.manner, this.chooser);
    if (joint === 'sentence' && this.said.size > LONG_ROUNDS && this.beginsRound(step)) return 'paragraph';
    if (this.pause === null || joint === 'paragraph') return joint;
    return beginsAfter(this.pause, step) && this.said.size > LONG_PARAGRAPH ? 'paragraph' : 'sentence';
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
    const after = told[i + 1];
    planner.take(
      step,
      nextEssential(told, i),
      after === undefined || isFold(after) ? null : after,
      long.has(i),
    );
  });
  return planner.clauses;
}
