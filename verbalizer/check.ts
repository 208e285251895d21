// The verdict on a text about a run: every clause is read and held against the steps, in order. A clause that no
// step bears out is a violation; an essential step that no clause tells is missing; what cannot be read is unverified.
// Uses no model and trusts no writer: only the text and the steps.
import type { Claim } from './claims.ts';
import { departure, tells } from './entail.ts';
import type { ExpectedTree } from './read/expected-tree.ts';
import { nextAfter, skipSpace, type Clause, type Reader, type Reading, type Unread } from './read/read.ts';
import { foldRoundsOf } from './fold/backwards.ts';
import { FOLD_KINDS, foldCall, foldStretch, type Fold } from './fold/fold.ts';
import { isWhole, outlineOf, type Outline } from './fold/outline.ts';
import { endAlike, foldAscent, foldDescent } from './fold/recursion.ts';
import { spinesOf } from './fold/spine.ts';
import { differs, inWords } from './in-words.ts';
import type { LineTold } from './lines/moment.ts';
import type { CallSpan, Step, Story } from './steps/step.ts';

export interface Violation {
  /** UTF-16 offsets of the clause in the text. */
  readonly span: readonly [number, number];
  readonly message: string;
  /** Source line and event of the step that it contradicts, when one was found. */
  readonly line: number | null;
  readonly event: number | null;
}

/** An essential step that the text leaves out. */
export interface Missing {
  readonly step: number;
  readonly line: number;
  readonly message: string;
}

/** A clause and the step that bears it out. */
export interface Bound {
  readonly span: readonly [number, number];
  readonly step: number;
  /** Events from the first up to but not including the second, and source line. */
  readonly events: readonly [number, number];
  readonly line: number;
  /** What it can have said: all of the step's facts; in a line style, all that the line says. */
  readonly slots: Claim['slots'];
  /** The step, or the one that stands for a fold; in a line style the moment, or null for a statement. */
  readonly told: Step | LineTold | null;
}

export interface Verdict {
  /** No clause is false and none is unread. */
  readonly faithful: boolean;
  /** Every essential step is told. */
  readonly complete: boolean;
  /** Clauses that were read. */
  readonly claims: number;
  readonly violations: readonly Violation[];
  readonly unverified: readonly Unread[];
  readonly missing: readonly Missing[];
  readonly bound: readonly Bound[];
}

/** How many essential steps ahead a clause may lie before we say that it is false rather than early. */
const LOOK_AHEAD = 64;

function boundTo({ span }: Pick<Clause, 'span'>, told: Step): Bound {
  const { index, from, to, line, facts } = told;
  return { span, step: index, events: [from, to], line, slots: facts, told };
}

class Walk {
  private at = 0;
  readonly violations: Violation[] = [];
  readonly missing: Missing[] = [];
  readonly bound: Bound[] = [];
  private readonly steps: readonly Step[];
  private readonly story: Story;
  constructor(story: Story) {
    this.story = story;
    this.steps = story.steps;
  }

  /** Folds alone need it. */
  private get outline(): Outline {
    return outlineOf(this.story);
  }

  take(clause: Clause): void {
    for (const claim of clause.readings) if (FOLD_KINDS.has(claim.kind)) return this.takeFold(clause, claim);
    const near = this.find(clause, this.firstEssential(this.at) + 1, true);
    if (near !== null) return this.bind(clause, near);
    const far = this.find(clause, this.horizon(), false);
    if (far !== null) {
      this.skipTo(far, clause);
      return this.bind(clause, far);
    }
    this.contradict(clause);
  }

  /**
   * Takes the clause at `at` if it is true of a step that it may speak of here, and returns its end; -1 when no such
   * clause stands there.
   */
  takeExpected(expected: ExpectedTree, text: string, at: number, start: boolean): number {
    let end = -1;
    let spoken: Step | null = null;
    let told = false;
    for (let i = this.at; i < this.steps.length; i++) {
      const step = this.steps[i]!;
      const found = expected.longestAt(step, text, at, start);
      if (found > end) [end, spoken, told] = [found, step, expected.told];
      if (step.essential) break;
    }
    if (spoken === null) return -1;
    this.bound.push(boundTo({ span: [at, end] }, spoken));
    this.at = !spoken.essential || told ? spoken.index + 1 : spoken.index;
    return end;
  }

  /** A fold must begin where the telling stands and cover exactly the steps it says. */
  private takeFold(clause: Clause, claim: Claim): void {
    const reach = this.firstEssential(this.at);
    let wrong: Fold | null = null;
    for (const fold of this.foldsAt(claim, reach)) {
      if (departure(fold.step, claim) === null && tells(fold.step, claim)) {
        this.bound.push(boundTo(clause, fold.step));
        this.at = fold.to;
        return;
      }
      wrong = fold;
    }
    if (wrong === null) return this.contradict(clause);
    const slot = departure(wrong.step, claim) ?? 'less than it should';
    this.violations.push({
      span: clause.span,
      message: differs(claim, slot, wrong.step),
      line: wrong.step.line,
      event: wrong.step.from,
    });
    this.at = wrong.to;
  }

  /** The folds that a claim can mean: of what begins between here and the next essential step. */
  private *foldsAt(claim: Claim, reach: number): Iterable<Fold> {
    const { outline } = this;
    const count = Number(claim.slots['count']);
    if (claim.kind === 'summary') {
      for (const call of outline.callsAt(this.at, reach)) if (isWhole(call)) yield foldCall(outline, call);
    } else if (claim.kind === 'stretch') {
      const fold = count > 0 ? foldStretch(outline, this.at, count) : null;
      if (fold !== null) yield fold;
    } else if (claim.kind === 'descent') {
      for (const call of outline.callsAt(this.at, reach)) {
        const spine = count > 0 && isWhole(call) ? spinesOf(this.story).from(call, count) : null;
        if (spine !== null) yield foldDescent(outline, spine);
      }
    } else if (claim.kind === 'ascent') {
      yield* this.ascentsAt(count, reach);
    } else {
      for (const { loop, nth } of outline.roundsBeginning(this.at, reach))
        if (outline.foldable(loop, nth, count)) {
          const fold = foldRoundsOf(outline, loop, nth, count);
          if (fold.step.kind === claim.kind) yield fold;
        }
    }
  }

  /** The ascents of so many calls that can begin between here and the next essential step. */
  private *ascentsAt(count: number, reach: number): Iterable<Fold> {
    const begun = new Set<CallSpan>();
    for (let at = this.at; at <= reach; at++) {
      const calls: CallSpan[] = [];
      for (const call of spinesOf(this.story).waitingAt(at)) {
        if (calls.length === count || !endAlike(this.steps, calls[0] ?? call, call)) break;
        calls.push(call);
      }
      if (calls.length < count || calls.length === 0 || begun.has(calls[0]!)) continue;
      begun.add(calls[0]!);
      yield foldAscent(this.outline, calls, this.at);
    }
  }

  finish(): void {
    this.passOver(this.steps.length);
  }

  private firstEssential(from: number): number {
    let i = from;
    while (i < this.steps.length && !this.steps[i]!.essential) i++;
    return i;
  }

  private horizon(): number {
    let i = this.at;
    for (let seen = 0; i < this.steps.length && seen < LOOK_AHEAD; i++) if (this.steps[i]!.essential) seen++;
    return i;
  }

  /** The first step before `end` that bears out one of the clause's readings. */
  private find(clause: Clause, end: number, nearOnly: boolean): number | null {
    for (let i = this.at; i < end && i < this.steps.length; i++) {
      const step = this.steps[i]!;
      for (const claim of clause.readings)
        if (
          claim.kind === step.kind &&
          departure(step, claim) === null &&
          (!step.essential || tells(step, claim) || nearOnly)
        )
          return i;
    }
    return null;
  }

  private bind(clause: Clause, index: number): void {
    const step = this.steps[index]!;
    this.bound.push(boundTo(clause, step));
    this.at = !step.essential || this.isTold(clause, step) ? index + 1 : index;
  }

  private isTold(clause: Clause, step: Step): boolean {
    for (const claim of clause.readings)
      if (claim.kind === step.kind && tells(step, claim) && departure(step, claim) === null) return true;
    return false;
  }

  private skipTo(index: number, clause: Clause): void {
    const skipped = this.steps[this.firstEssential(this.at)]!;
    this.violations.push({
      span: clause.span,
      message: `comes too early: before it, the run has ${inWords(skipped)}`,
      line: skipped.line,
      event: skipped.from,
    });
    this.passOver(index);
  }

  private passOver(end: number): void {
    for (let i = this.at; i < end; i++) {
      const step = this.steps[i]!;
      if (step.essential)
        this.missing.push({ step: i, line: step.line, message: `not told: ${inWords(step)}` });
    }
    this.at = end;
  }

  /** The clause is false: say of which step, and take that step as spoken of when the clause is plainly about it. */
  private contradict(clause: Clause): void {
    const next = this.firstEssential(this.at);
    let about: { index: number; slot: string; claim: Claim } | null = null;
    for (let i = this.at; i <= next && i < this.steps.length && about === null; i++)
      for (const claim of clause.readings)
        if (claim.kind === this.steps[i]!.kind) {
          about = { index: i, slot: departure(this.steps[i]!, claim) ?? 'kind', claim };
          break;
        }
    if (about === null) {
      const step = this.steps[next];
      this.violations.push({
        span: clause.span,
        message:
          step === undefined
            ? 'the run has nothing more to tell here'
            : `the run does not say this; it goes on with ${inWords(step)}`,
        line: step?.line ?? null,
        event: step?.from ?? null,
      });
      return;
    }
    const step = this.steps[about.index]!;
    this.violations.push({
      span: clause.span,
      message: differs(about.claim, about.slot, step),
      line: step.line,
      event: step.from,
    });
    this.at = about.index + 1;
  }
}

function verdictOf(walk: Walk, claims: number, unverified: readonly Unread[]): Verdict {
  walk.finish();
  return {
    faithful: walk.violations.length === 0 && unverified.length === 0,
    complete: walk.missing.length === 0,
    claims,
    violations: walk.violations,
    unverified,
    missing: walk.missing,
    bound: walk.bound,
  };
}

/** Holds a reading against the story of the run. */
export function judge(reading: Reading, story: Story): Verdict {
  const walk = new Walk(story);
  for (const clause of reading.clauses) walk.take(clause);
  return verdictOf(walk, reading.clauses.length, reading.unread);
}

/** Reads a text and holds it against the story of the run. */
export function judgeText(text: string, reader: Reader, story: Story): Verdict {
  return accepted(text, reader, story) ?? judge(reader.read(text), story);
}

/**
 * The quick way for a text with nothing wrong: clauses are read as what the run has next, which is cheaper than reading
 * whatever they say. Null when that does not do, for whatever reason: then the text has to be read.
 */
function accepted(text: string, reader: Reader, story: Story): Verdict | null {
  const walk = new Walk(story);
  let claims = 0;
  let start = true;
  for (let at = skipSpace(text, 0); at < text.length; claims++) {
    let end = walk.takeExpected(reader.expected, text, at, start);
    if (end < 0) {
      const clause = reader.clauseAt(text, at, start);
      if (clause === null) return null;
      walk.take(clause);
      if (walk.violations.length > 0) return null;
      [, end] = clause.span;
    }
    const next = nextAfter(text, end);
    at = next >> 1;
    start = (next & 1) === 1;
  }
  const verdict = verdictOf(walk, claims, []);
  return verdict.complete ? verdict : null;
}
