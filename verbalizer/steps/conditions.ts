// Steps of conditions: if, elif, while and assert, with the working that decided them and where they led.
import type { Expr, IfExp, Match, Node, Pattern, Stmt } from '../../grammar/ast.ts';
import { PyFloat, type Value } from '../../interpreter/values/objects.ts';
import type { SlotValue } from '../claims.ts';
import { children, printPattern } from '../../grammar/index.ts';
import { isBestNamed } from './value-hints.ts';
import { shown } from './shown.ts';
import type { StepSink } from './sink.ts';
import type { FrameState } from './frame.ts';
import type { Hint } from './hint.ts';
import { goalOf, isSentence, reasonsFor, saysSomething } from './reasons.ts';
import { truthIn, type Values } from './working.ts';

export class Conditions {
  private readonly sink: StepSink;
  constructor(sink: StepSink) {
    this.sink = sink;
  }

  /** Tells the condition of the statement that is over, now that control goes on to `next` (null: an exception). */
  settle(frame: FrameState, next: Stmt | null): void {
    const stmt = frame.stmt;
    if (frame.telling === 'quiet' || stmt === null) return;
    if (stmt.kind === 'If') this.branch(frame, stmt, stmt.test, next);
    else if (stmt.kind === 'Match') this.matched(frame, stmt, next);
    else if (stmt.kind === 'While') this.branch(frame, stmt, stmt.test, next);
    else if (stmt.kind === 'Assert' && frame.tested !== undefined)
      this.tell(frame, stmt.test, truthIn(frame.values, stmt.test) ?? frame.tested);
  }

  private branch(
    frame: FrameState,
    stmt: Stmt & { kind: 'If' | 'While' },
    test: Expr,
    next: Stmt | null,
  ): void {
    if (frame.tested === undefined) return;
    const led = next !== null && this.sink.index.within(next, stmt, 'body');
    const truth = truthIn(frame.values, test) ?? (next === null ? frame.tested : led);
    if (stmt.kind === 'While' && frame.loops.at(-1)?.stmt !== stmt) {
      const source = this.sink.workings.source(test);
      const asks = test.kind === 'Constant' || isSentence(test);
      const facts = asks ? { source } : { source, why: goalOf(test, frame.values) };
      const hints = [
        'while' as const,
        test.kind === 'Constant' ? ('constant' as const) : asks ? ('compare' as const) : null,
      ];
      this.sink.emit(frame, 'loop', facts, hints, false);
    }
    this.tell(frame, test, truth);
    frame.tested = undefined;
    this.sink.emit(frame, 'effect', { what: effectOf(stmt, truth) }, [], false);
    frame.branch = { stmt, truth };
  }

  /** The case of a `match` that fits: control goes on to the first statement of its body. */
  private matched(frame: FrameState, stmt: Match, next: Stmt | null): void {
    const found = next === null ? undefined : this.sink.index.caseOf(next);
    if (found === undefined || !stmt.cases.includes(found)) return;
    const { workings } = this.sink;
    const value = frame.values.get(stmt.subject);
    const subject =
      value === undefined || isBestNamed(value)
        ? [workings.addressed(stmt.subject, frame.values)]
        : workings.stages(stmt.subject, frame.values, shown(value));
    const facts: Record<string, SlotValue> = { subject, pattern: printPattern(found.pattern) };
    const pairs = capturedBy(found.pattern).flatMap((name) => {
      const captured = this.sink.local(name);
      return captured === undefined ? [] : [name, shown(captured)];
    });
    if (pairs.length > 0) facts['pairs'] = pairs;
    this.sink.emit(frame, 'case', facts, [], false);
    if (found.guard !== null) this.tell(frame, found.guard, true, true);
  }

  /** A condition inside an expression, `a if test else b`, was tested: tells it as soon as it is decided. */
  choose(frame: FrameState, choice: IfExp | undefined): void {
    if (choice === undefined || frame.telling === 'quiet') return;
    const truth = truthIn(frame.values, choice.test);
    if (truth !== undefined) this.tell(frame, choice.test, truth, true);
  }

  /** Tells a condition that came out as `truth`. */
  tell(frame: FrameState, test: Expr, truth: boolean, choice = false): void {
    const { workings } = this.sink;
    const part = workings.evaluated(test, frame.values);
    const value = frame.values.textOf(part);
    const stages = workings.stages(part, frame.values, value ?? '').filter((s) => s !== '');
    // `x > 3`, `5 > 3`, `True`: the last says no more than the verdict
    const last = stages.at(-1);
    const bool = last === 'True' || last === 'False';
    if (stages.length > 1 && bool) stages.pop();
    // `not False` says less than `not text.isdigit()`
    if (stages.length > 1 && /^not (True|False)$/.test(stages.at(-1)!)) stages.pop();
    const facts: Record<string, SlotValue> = {
      source: workings.source(test),
      chain: stages,
      truth: truth ? '1' : '0',
      ...reasonsFor(part, truth, frame.values, workings),
    };
    // its return has just said how it came out
    const calledTruth = part === test && bool && part.kind === 'Call' && frame.values.wasTold(part);
    const plain = isPlain(facts['left']) && isPlain(facts['right']);
    const sides = part.kind === 'Compare' ? sidesHint(part, frame.values) : null;
    const hints: (Hint | null)[] = [
      part.kind === 'Compare' || (part.kind === 'BoolOp' && saysSomething(part, frame.values))
        ? 'compare'
        : null,
      bool || part.kind === 'BoolOp' || part.kind === 'UnaryOp' ? 'bool' : null,
      test.kind === 'Constant' ? 'constant' : null,
      sides,
      calledTruth ? 'called' : null,
      plain ? 'plain' : null,
      isReasoned(facts, sides, plain) ? 'reasoned' : null,
      facts['right']?.length === 1 ? 'single' : null,
    ];
    if (choice) this.sink.emit(frame, 'test', facts, [...hints, 'choice'], false);
    else
      frame.lastTest = this.sink.emit(frame, 'test', facts, hints, test.kind !== 'Constant' && !calledTruth);
  }
}

/** The names that a pattern gives values to, in order. */
function capturedBy(pattern: Pattern): string[] {
  const own =
    pattern.kind === 'MatchAs' || pattern.kind === 'MatchStar'
      ? pattern.name
      : pattern.kind === 'MatchMapping'
        ? pattern.rest
        : null;
  const inner = (children(pattern) as Node[]).flatMap((child) =>
    child.kind.startsWith('Match') ? capturedBy(child as Pattern) : [],
  );
  return own === null ? inner : [...inner, own];
}

function effectOf(stmt: Stmt & { kind: 'If' | 'While' }, truth: boolean): string {
  if (stmt.kind === 'While') return truth ? 'again' : 'leave';
  if (truth) return 'body';
  if (stmt.orelse.length === 0) return 'skip';
  return stmt.orelse.length === 1 && stmt.orelse[0]!.kind === 'If' ? 'elif' : 'else';
}

/** Whether words for its reason say more than the condition with its values. */
function isReasoned(facts: Record<string, SlotValue>, sides: Hint | null, plain: boolean): boolean {
  const { on, first, op, left, right } = facts;
  if (on !== undefined || first !== undefined) return true;
  if (left === undefined || right === undefined) return false;
  // there are words for numbers that are more or less, and for strings that come before or after others
  const ordered = sides === 'number' || sides === 'text';
  if (!ordered && /^[lg][te]$/.test(op as string)) return false;
  return !plain || left.at(-1) === right.at(-1);
}

/** A side of a comparison with nothing to work out: a constant, or a name or an element with its value. */
function isPlain(side: SlotValue | undefined): boolean {
  return (
    side !== undefined &&
    (side.length === 1 || (side.length === 2 && /^[\w.]+(\[[^[\]]*\])*$/.test(side[0]!)))
  );
}

/** What kind of values a comparison compares, when words can say how they stand to one another. */
function sidesHint(part: Expr & { kind: 'Compare' }, values: Values): Hint | null {
  const at = Math.max(
    0,
    part.comparators.findLastIndex((c) => values.has(c)),
  );
  const left = values.get(at === 0 ? part.left : part.comparators[at - 1]!);
  const right = values.get(part.comparators[at]!);
  if (left === undefined || right === undefined) return null;
  if (isOrderedNumber(left) && isOrderedNumber(right)) return 'number';
  return typeof left === 'string' && typeof right === 'string' ? 'text' : null;
}

/** Numbers of which one is less than, equal to or greater than another. */
function isOrderedNumber(value: Value): boolean {
  if (value instanceof PyFloat) return !Number.isNaN(value.value);
  return typeof value === 'number' || typeof value === 'bigint';
}
