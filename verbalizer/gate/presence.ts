// The place that a rewritten text has come to: which targets are told, which steps and values are near, what may
// therefore be spoken of. Knows claims only by the numbers and conditions that they name.
import { codeOf } from '../freeform/code.ts';
import type { ClaimOf, EffectName } from '../freeform/claims.ts';
import { links, pairsOf, type Meaning, type Referents } from '../freeform/meaning.ts';
import { LAST } from '../freeform/slots.ts';
import type { CallSpan, Step } from '../steps/step.ts';
import type { Quest } from './quest.ts';
import { stems } from './stem.ts';
import { conditionOf, fits } from './tests.ts';

/** Targets before and after the place that a claim may look at for what it works out. */
const NEAR_BEFORE = 3;
const NEAR_AFTER = 3;

export class Presence {
  /** The first target that is not told yet. */
  next = 0;
  /** Index of the last target told in order; −1 before the first. */
  told = -1;
  /** Index of the last target told before the sentence. */
  before = -1;
  /** The sentence in which it was told. */
  toldIn = -1;
  readonly quests: readonly Quest[];
  readonly meaning: Meaning;
  /** The step before the first target: what holds when the text begins. */
  private readonly start: number;

  constructor(quests: readonly Quest[], meaning: Meaning, start: number) {
    this.quests = quests;
    this.meaning = meaning;
    this.start = start;
  }

  /** The step up to which everything is told. */
  get now(): number {
    return this.told < 0 ? this.start : this.quests[this.told]!.target.end;
  }
  /** Steps that the text is about just now. */
  near(): Step[] {
    const from = Math.max(0, this.told - NEAR_BEFORE + 1);
    const to = Math.min(this.quests.length, this.told + 1 + NEAR_AFTER);
    return this.quests.slice(from, to).map((q) => q.target.step);
  }

  /** The steps after which the values are the present ones. */
  presents(): number[] {
    const ks = [this.now];
    const upcoming = this.quests[this.told + 1]?.target.step;
    if (upcoming !== undefined && upcoming.index - 1 > this.now) ks.push(upcoming.index - 1);
    // what returns next has its own variables
    if (upcoming?.kind === 'return') ks.push(upcoming.index);
    return ks.filter((k) => k >= 0);
  }

  /** The target told last and the one that comes next. */
  around(): Step[] {
    return this.quests.slice(Math.max(0, this.told), this.told + 2).map((q) => q.target.step);
  }

  /** Whether a question is about a condition near. */
  asks(claim: ClaimOf<'relation'>, referents: Referents): boolean {
    // `comparing a with b`, of what was given
    if (claim.op === 'vs' && 'code' in claim.left && 'code' in claim.right) {
      const given = this.quests
        .slice(0, this.told + 3)
        .flatMap((q) => (q.target.step.kind === 'call' ? pairsOf(q.target.step.facts['args']) : []));
      const names = new Set(given.map(([name]) => name));
      if (names.has(claim.left.code) && names.has(claim.right.code)) return true;
    }
    const asked = 'code' in claim.left && claim.op === 'true' ? claim.left.code : null;
    if (asked !== null && stems(asked, this.around(), this.meaning)) return true;
    return this.near().some(
      (step) =>
        step.kind === 'test' &&
        fits(claim, referents, conditionOf(step, this.meaning), step.index, this.meaning).length > 0,
    );
  }

  /** The condition told last in the present frame, or that comes next. */
  lastTest(): Step | null {
    for (let i = this.told; i >= 0 && i > this.told - 3; i--) {
      const { step } = this.quests[i]!.target;
      if (step.kind === 'test') return step;
      // a new round or call has conditions of its own
      if (step.kind === 'round' || step.kind === 'call') return null;
    }
    return null;
  }

  effectHolds(claim: Pick<ClaimOf<'effect'>, 'kind' | 'what' | 'negated'>): boolean {
    const { steps } = this.meaning.view.story;
    // just after a condition, where control goes follows from it
    const test = this.quests[this.told]?.target.step;
    if (claim.what === 'body' && this.lastTest() !== null)
      return conditionOf(this.lastTest()!, this.meaning).truth !== claim.negated;
    if (test?.kind === 'test' && this.isLoopTest(test) && /^(?:again|leave|end)$/.test(claim.what))
      return (conditionOf(test, this.meaning).truth === (claim.what === 'again')) !== claim.negated;
    if (
      claim.what === 'again' &&
      /^(?:return|result)$/.test(this.quests[this.told + 1]?.target.step.kind ?? '')
    )
      return claim.negated;
    if (claim.what === 'skip' && test?.kind === 'test' && steps[test.index + 1]?.facts['what'] === 'continue')
      return !claim.negated;
    if (claim.what === 'skip' && test?.kind === 'test' && steps[test.index + 2]?.facts['what'] === 'continue')
      return !claim.negated;
    if (claim.what === 'skip' && test?.kind === 'test')
      return conditionOf(test, this.meaning).truth === claim.negated;
    const from = Math.max(
      0,
      (this.told < 0 ? this.start : this.quests[Math.max(0, this.told - 1)]!.target.step.index) - 1,
    );
    const upcoming = this.quests[this.told + 1]?.target.step.index ?? steps.length - 1;
    for (let k = from; k <= Math.min(upcoming + 1, steps.length - 1); k++)
      if (
        this.meaning.isEffect(steps[k]!, claim) ||
        (claim.what === 'skip' && steps[k]!.facts['what'] === 'continue')
      )
        return !claim.negated;
    if (claim.what === 'skip') {
      const { loops } = this.meaning.view.story;
      if (loops.some((l) => l.rounds.length === 0 && l.step >= from && l.step <= upcoming))
        return !claim.negated;
      const test = this.lastTest();
      return test !== null && !conditionOf(test, this.meaning).truth;
    }
    return false;
  }

  /** Whether what was raised last is caught nowhere. @param type of the exception, when that is said */
  isUncaught(type: string | null): boolean {
    const { steps } = this.meaning.view.story;
    const raise = this.around().find((s) => s.kind === 'raise');
    if (raise === undefined || (type !== null && raise.facts['type'] !== type)) return false;
    return (
      steps.slice(raise.index + 1).find((s) => s.kind === 'catch' || s.kind === 'raise')?.kind !== 'catch'
    );
  }

  /** Whether an exception leaves a function about here. */
  isLeft(func: string, type: string | null): boolean {
    const { steps } = this.meaning.view.story;
    const next = this.quests[this.told + 1]?.target.step.index ?? steps.length - 1;
    return steps
      .slice(Math.max(0, this.now), next + 1)
      .some(
        (s) => s.kind === 'escape' && s.facts['func'] === func && (type === null || s.facts['type'] === type),
      );
  }

  /** Whether something at hand has so many elements. */
  isSize(n: string): boolean {
    const k = this.now;
    return [...this.meaning.view.timeline.variablesAt(k)].some(
      ([name]) => this.meaning.view.truthOf(`len(${name}) == ${n}`, k) === true,
    );
  }

  /** Whether a value is the `nth` (from 1; −1: the last) of something at hand, or of the round. */
  isNth(code: string, nth: number): boolean {
    const { meaning } = this;
    const rounds = [this.quests[this.told + 1], this.quests[this.told]].map((q) => q?.target.step);
    for (const step of rounds)
      if (
        step?.kind === 'round' &&
        pairsOf(step.facts['pairs']).some(([, v]) => meaning.sameAt(v, code, step.index))
      )
        return nth === LAST ? this.isLastRound(step) : Number(step.facts['nth']) === nth;
    const ks = [...this.presents(), ...this.around().map((s) => s.index)];
    const index = nth === LAST ? LAST : nth - 1;
    return ks.some((k) =>
      [...meaning.view.timeline.variablesAt(k)].some(
        // a letter is not the last of itself
        ([name, text]) => text !== code && meaning.equals(`list(${name})[${index}]`, code, k) === true,
      ),
    );
  }

  /** Whether a round is the last of its loop. */
  private isLastRound(step: Step): boolean {
    return this.meaning.view.story.loops.some((loop) => loop.rounds.at(-1) === step.index);
  }

  /** Steps that the sentence has told, the one before it and the one that comes next. */
  inSentence(): Step[] {
    const from = Math.max(0, Math.min(this.before, this.told));
    return this.quests.slice(from, this.told + 2).map((q) => q.target.step);
  }

  /** Conditions that lie between what is told last and what comes next, and need not be told: those of `a if b else c`. */
  passedOver(): Step[] {
    const { steps } = this.meaning.view.story;
    const next = this.quests[this.told + 1]?.target.step.index ?? this.now;
    return steps.slice(this.now + 1, next).filter((s) => s.kind === 'test' && !s.essential);
  }

  /** The number of the round that comes next, where one does; of those under way otherwise. */
  roundsSpokenOf(): number[] {
    const upcoming = this.quests[this.told + 1]?.target.step;
    if (upcoming?.kind === 'round') return [Number(upcoming.facts['nth'])];
    return upcoming?.kind === 'test' && this.isLoopTest(upcoming)
      ? this.roundsNow(upcoming.index)
      : this.roundsNow();
  }

  /** How often the function called last or next has been called by then. @param returning also the number of a call that ends */
  callsNow(returning = false): number[] {
    const { steps, calls } = this.meaning.view.story;
    const last = this.quests[this.told]?.target.step;
    return this.around().flatMap((step) => {
      if (step.kind === 'return' && returning && step !== last) return [this.meaning.numberOf(step)];
      if (step.kind !== 'call') return [];
      const { func } = step.facts;
      return [calls.filter((c) => c.step <= step.index && steps[c.step]!.facts['func'] === func).length];
    });
  }

  /** The condition that comes next. */
  nextTest(): Step | null {
    return (
      this.quests.slice(this.told + 1, this.told + 4).find((q) => q.target.step.kind === 'test')?.target
        .step ?? null
    );
  }

  /** Calls that are under way, have just returned, or come next. */
  callsAtHand(): readonly CallSpan[] {
    const upcoming =
      this.quests.slice(this.told + 1).find((q) => q.target.step.kind === 'call')?.target.step.index ?? -1;
    const until = this.quests[this.told + 1]?.target.step.index ?? this.now;
    return this.meaning.view.story.calls.filter(
      (c) => c.step === upcoming || (c.step <= until && c.end >= this.now - 1),
    );
  }

  /** Numbers of the rounds under way or about to begin. */
  roundsNow(at = this.now): number[] {
    const { loops } = this.meaning.view.story;
    const upcoming = this.quests[this.told + 1]?.target.step.index ?? this.now;
    const found: number[] = [];
    for (const loop of loops)
      loop.rounds.forEach((from, i) => {
        const to = loop.rounds[i + 1] ?? loop.end;
        if ((from <= at && at < to) || (from <= upcoming && upcoming < to)) found.push(i + 1);
      });
    return found;
  }

  /** Whether so many rounds are counted here: of a loop that is over or about to begin, or so far. */
  counts(n: number, soFar = false, func: string | null = null): boolean {
    const { loops, calls, steps } = this.meaning.view.story;
    if (func !== null) return calls.filter((c) => steps[c.step]!.facts['func'] === func).length === n;
    const upcoming = this.quests[this.told + 1]?.target.step.index ?? this.meaning.view.story.steps.length;
    const fold = this.near().some((s) => s.kind === 'fold' && Number(s.facts['count']) === n);
    if (fold) return true;
    return loops.some((loop) => {
      const over = loop.end <= upcoming + 1 && loop.end >= this.now - 3;
      const begins = loop.step >= this.now - 2 && loop.step <= upcoming + 1;
      if ((over || begins) && loop.rounds.length === n) return true;
      return (
        soFar &&
        loop.rounds[n - 1] !== undefined &&
        loop.rounds[n - 1]! <= this.now &&
        (loop.rounds[n] ?? loop.end) >= this.now
      );
    });
  }

  private isLoopTest(test: Step): boolean {
    const what = this.meaning.view.story.steps[test.index + 1]?.facts['what'];
    return what === 'again' || what === 'leave';
  }

  /** Whether control goes this way about here. */
  goes(what: EffectName): boolean {
    return this.effectHolds({ kind: 'effect', what, negated: false });
  }

  /** Texts of all values that the run has had by then, and of those that come next. */
  values(): string[] {
    const ks = [...this.presents(), ...this.around().map((s) => s.index)];
    return ks.flatMap((k) => [...this.meaning.view.timeline.variablesAt(k)].map(([, text]) => text));
  }

  /** Whether what is spoken of is the last of something: a round, an element, a call. @param noun what it is called */
  lastOfSomething(noun: string | null): boolean {
    const code = this.around()
      .map((step) => this.code(step))
      .join(' ');
    if (/^digits?$/.test(noun ?? '')) return /% 10\b|\[-1\]/.test(code);
    if (/^(?:condition|check|test|comparison)s?$/.test(noun ?? '')) return false;
    const steps = [this.quests[this.told + 1], this.quests[this.told]].map((q) => q?.target.step);
    const round = steps.find((s) => s?.kind === 'round');
    if (round !== undefined) return this.isLastRound(round);
    return (
      this.told + 1 >= this.quests.length - 1 ||
      this.inLastRound() ||
      /\[-1\]|\.pop\(\)|\[[^\]]*- 1\]|% 10\b/.test(code)
    );
  }

  private inLastRound(): boolean {
    return this.meaning.view.story.loops.some((loop) => {
      const last = loop.rounds.at(-1);
      return last !== undefined && last <= this.now && this.now <= loop.end + 1;
    });
  }

  /**
   * Whether a number is that of what is spoken of.
   * @param noun what it is called; @param inThis something is told in this sentence already
   */
  isNumber(nth: number, noun: string | null, inThis: boolean): boolean {
    if (/^(?:condition|check|test|comparison|if|guard)s?$/.test(noun ?? ''))
      return this.testNow(inThis) === nth;
    if (/^calls?$/.test(noun ?? '')) return this.callsNow(true).includes(nth);
    if (/^digits?$/.test(noun ?? ''))
      return this.around().some((step) => this.code(step).includes(`[${nth - 1}]`));
    if (this.roundsSpokenOf().includes(nth) || this.callsNow().includes(nth)) return true;
    return this.around().some((step) => this.code(step).includes(`[${nth - 1}]`));
  }

  /** Which condition since the round or the call began is told last, or comes next. */
  private testNow(inThis: boolean): number {
    let from = this.told;
    while (from > 0 && !/^(?:round|call)$/.test(this.quests[from]!.target.step.kind)) from--;
    const told = this.quests
      .slice(Math.max(0, from), this.told + 1)
      .filter((q) => q.target.step.kind === 'test').length;
    return inThis && this.lastTest() === this.quests[this.told]?.target.step ? told : told + 1;
  }

  /** What a step and its line evaluate. */
  code(step: Step): string {
    const facts = Object.values(step.facts).flatMap((fact) => links(fact));
    return [...facts, ...this.meaning.view.expressionsAt(step).map((e) => codeOf(e))].join(' ');
  }

  returnedHere(): string | null {
    const back = this.quests
      .slice(Math.max(0, this.told))
      .find((q) => q.target.step.kind === 'return' || q.target.step.kind === 'result');
    return back === undefined ? null : links(back.target.step.facts['chain']).at(-1)!;
  }
}
