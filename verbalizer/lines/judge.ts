// The verdict on a text in a line style: its claims and the facts of the run are walked side by side. A line that says
// anything else than the run has at that place is a violation; facts that no line tells are missing. Judges by the
// account of the trace alone, whoever wrote the text.
import type { Bound, Missing, Verdict, Violation } from '../check.ts';
import { shownSlot } from '../entail.ts';
import { difference, FOLD_KINDS, type LineClaim, type PlacedLineClaim } from './claim.ts';
import { foldActivation, foldIndex, foldRounds, stretchOf, type MomentFold } from './fold.ts';
import { eventsOf, toldOf, type Account } from './moment.ts';
import type { LineReading, LineStyle } from './style.ts';

/** How many facts ahead a line may lie before we say that it is false rather than early. */
const LOOK_AHEAD = 64;
/** More missing facts than this are not listed one by one. */
const MOST_MISSING = 200;

interface Position {
  readonly moment: number;
  /** The facts of the moment that are being told, and the place among them. */
  readonly facts: readonly LineClaim[];
  readonly place: number;
}

/** Says what a claim is about, for messages. */
function describe({ kind, slots }: LineClaim): string {
  const said = Object.entries(slots).map(([slot, value]) => `${slot} ${shownSlot(value)}`);
  return `${kind}: ${said.join(', ')}`;
}

class Walk {
  private readonly account: Account;
  private readonly style: LineStyle;
  /** Where the telling stands; null at the end. */
  private at: Position | null;
  readonly violations: Violation[] = [];
  readonly missing: Missing[] = [];
  readonly bound: Bound[] = [];

  constructor(account: Account, style: LineStyle) {
    this.account = account;
    this.style = style;
    this.at = this.from(0, null);
  }

  take(claim: PlacedLineClaim): void {
    if (FOLD_KINDS.has(claim.kind)) return this.takeFold(claim);
    for (let at = this.choose(this.at, claim), ahead = 0; at !== null && ahead < LOOK_AHEAD; ahead++) {
      if (this.says(claim, at)) {
        if (ahead > 0) this.skipTo(at, claim);
        this.bind(claim, at.moment, at.moment + 1);
        this.at = this.after(at);
        return;
      }
      at = this.choose(this.after(at), claim);
    }
    this.contradict(claim);
  }

  finish(): void {
    this.passOver(null);
  }

  private bind({ span, slots }: PlacedLineClaim, step: number, end: number): void {
    const { account } = this;
    const { line } = account.moments[step]!;
    const events = eventsOf(account, step, end);
    this.bound.push({ span, step, line, events, slots, told: toldOf(account, step, end) });
  }

  private says(claim: LineClaim, { facts, place }: Position): boolean {
    const fact = facts[place]!;
    return fact.kind === claim.kind && difference(claim, fact) === null;
  }

  /** The first fact from a moment on, told in the way that the claim begins. */
  private from(moment: number, claim: LineClaim | null): Position | null {
    for (let m = moment; m < this.account.moments.length; m++) {
      const ways = this.style.facts(this.account, m);
      const facts =
        (claim === null
          ? undefined
          : ways.find(
              (way) => way[0] !== undefined && this.says(claim, { moment: m, facts: way, place: 0 }),
            )) ?? ways[0]!;
      if (facts.length > 0) return { moment: m, facts, place: 0 };
    }
    return null;
  }

  /** At the beginning of a moment, the way of telling it that the claim begins. */
  private choose(at: Position | null, claim: LineClaim): Position | null {
    return at === null || at.place > 0 ? at : this.from(at.moment, claim);
  }

  private after({ moment, facts, place }: Position): Position | null {
    return place + 1 < facts.length ? { moment, facts, place: place + 1 } : this.from(moment + 1, null);
  }

  /** A fold must begin where the telling stands and cover exactly what it says. */
  private takeFold(claim: PlacedLineClaim): void {
    const here = this.at?.place === 0 ? this.at.moment : null;
    let wrong: MomentFold | null = null;
    if (here !== null) {
      for (
        let start = this.firstSilent(here), seen = 0;
        start < this.account.moments.length && seen < LOOK_AHEAD;
        start++, seen++
      )
        for (const fold of this.foldsAt(claim, start)) {
          const { slots, kind } = this.style.folded(this.account, fold.claim, fold.from, fold.to);
          if (difference(claim, { kind, slots }) !== null) {
            if (start <= here) wrong ??= { ...fold, claim: { kind, slots } };
            continue;
          }
          const first = this.from(fold.from, null);
          if (first !== null && first.moment > here) this.skipTo(first, claim);
          this.bind(claim, fold.from, fold.to);
          this.at = this.from(fold.to, null);
          return;
        }
    }
    if (wrong === null) return this.contradict(claim);
    this.deny(claim, wrong.claim, wrong.from);
    this.at = this.from(wrong.to, null);
  }

  /** The first of the moments before that one of which there is nothing to tell: a fold can begin at them. */
  private firstSilent(moment: number): number {
    let first = moment;
    while (first > 0 && this.style.facts(this.account, first - 1)[0]!.length === 0) first--;
    return first;
  }

  /** The folds that a claim can mean, of those that begin at the moment. */
  private *foldsAt(claim: LineClaim, moment: number): Iterable<MomentFold> {
    const { account } = this;
    const { rounds, activations } = foldIndex(account);
    const count = Number(claim.slots['count']);
    switch (claim.kind) {
      case 'rounds':
        for (const { run, nth } of rounds.get(moment) ?? [])
          yield foldRounds(account, run, nth, Math.max(1, Math.min(count, run.rounds.length - nth)));
        return;
      case 'activation':
        for (const activation of activations.get(moment) ?? []) yield foldActivation(account, activation);
        return;
      default: {
        const fold = count > 0 ? stretchOf(account, moment, count) : null;
        if (fold !== null) yield fold;
      }
    }
  }

  private skipTo(to: Position, claim: PlacedLineClaim): void {
    const { moment, facts, place } = this.at!;
    const { line, from } = this.account.moments[moment]!;
    this.violations.push({
      span: claim.span,
      message: `comes too early: before it, the run has ${describe(facts[place]!)}`,
      line,
      event: from,
    });
    this.passOver(to);
  }

  /** Everything up to the position is missing. */
  private passOver(to: Position | null): void {
    let { at } = this;
    while (at !== null && !(to !== null && at.moment === to.moment && at.place >= to.place)) {
      if (this.missing.length === MOST_MISSING) break;
      const { line } = this.account.moments[at.moment]!;
      this.missing.push({ step: at.moment, line, message: `not told: ${describe(at.facts[at.place]!)}` });
      at = this.after(at);
    }
    this.at = to;
  }

  private deny(claim: PlacedLineClaim, fact: LineClaim, moment: number): void {
    const slot = difference(claim, fact) ?? 'kind';
    const { line, from } = this.account.moments[moment]!;
    this.violations.push({
      span: claim.span,
      message: `says ${slot} ${shownSlot(claim.slots[slot])}; in the run it is ${shownSlot(fact.slots[slot])}`,
      line,
      event: from,
    });
  }

  /** The line is false: say of which fact, and take it as spoken of when the line is plainly about it. */
  private contradict(claim: PlacedLineClaim): void {
    const { at } = this;
    const fact = at?.facts[at.place];
    if (at !== null && fact?.kind === claim.kind) {
      this.deny(claim, fact, at.moment);
      this.at = this.after(at);
      return;
    }
    const moment = at === null ? null : this.account.moments[at.moment]!;
    this.violations.push({
      span: claim.span,
      message:
        fact === undefined
          ? 'the run has nothing more to tell here'
          : `the run does not say this; it goes on with ${describe(fact)}`,
      line: moment?.line ?? null,
      event: moment?.from ?? null,
    });
  }
}

/** Holds a reading against the account of the run. */
export function judgeLines(reading: LineReading, account: Account, style: LineStyle): Verdict {
  const walk = new Walk(account, style);
  for (const claim of reading.claims) walk.take(claim);
  walk.finish();
  return {
    faithful: walk.violations.length === 0 && reading.unread.length === 0,
    complete: walk.missing.length === 0,
    claims: reading.claims.length,
    violations: walk.violations,
    unverified: reading.unread,
    missing: walk.missing,
    bound: walk.bound,
  };
}
