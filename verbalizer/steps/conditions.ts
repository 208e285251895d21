// Steps of conditions: if, elif, while and assert, with the working that decided them and where they led.
import type { Expr, Stmt } from '../../grammar/ast.ts';
import type { SlotValue } from '../claims.ts';
import type { StepSink } from './build.ts';
import type { FrameState } from './frame.ts';
import type { Hint } from './hint.ts';
import { truthIn } from './working.ts';

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
    this.tell(frame, test, truth);
    frame.tested = undefined;
    this.sink.emit(frame, 'effect', { what: effectOf(stmt, truth) }, [], false);
    frame.branch = { stmt, truth };
  }

  private tell(frame: FrameState, test: Expr, truth: boolean): void {
    const { workings } = this.sink;
    const part = workings.evaluated(test, frame.values);
    const value = frame.values.textOf(part);
    const stages = workings.stages(part, frame.values, value ?? '').filter((s) => s !== '');
    // `x > 3`, `5 > 3`, `True`: the last says no more than the verdict
    const last = stages.at(-1);
    const bool = last === 'True' || last === 'False';
    if (stages.length > 1 && bool) stages.pop();
    const facts: Record<string, SlotValue> = {
      source: workings.source(test),
      chain: stages,
      truth: truth ? '1' : '0',
    };
    const hints: (Hint | null)[] = [
      part.kind === 'Compare' ? 'compare' : null,
      bool || part.kind === 'BoolOp' || part.kind === 'UnaryOp' ? 'bool' : null,
      test.kind === 'Constant' ? 'constant' : null,
    ];
    frame.lastTest = this.sink.emit(frame, 'test', facts, hints, test.kind !== 'Constant');
  }
}

function effectOf(stmt: Stmt & { kind: 'If' | 'While' }, truth: boolean): string {
  if (stmt.kind === 'While') return truth ? 'again' : 'leave';
  if (truth) return 'body';
  if (stmt.orelse.length === 0) return 'skip';
  return stmt.orelse.length === 1 && stmt.orelse[0]!.kind === 'If' ? 'elif' : 'else';
}
