// Steps of loops: where they begin, each round, why they end.
import type { Expr, Node, Stmt } from '../../grammar/ast.ts';
import { PyDict } from '../../interpreter/values/dict.ts';
import { PyList } from '../../interpreter/values/list.ts';
import { PyRange } from '../../interpreter/values/range.ts';
import { PySet } from '../../interpreter/values/set.ts';
import { PyTuple } from '../../interpreter/values/tuple.ts';
import { HeapObject, type Value } from '../../interpreter/values/objects.ts';
import type { SlotValue } from '../claims.ts';
import type { StepSink } from './sink.ts';
import type { FrameState, LoopState } from './frame.ts';
import { overPhrase } from './methods.ts';
import { shown } from './shown.ts';
import type { LoopEnd } from './step.ts';
import { sizeOf } from './value-hints.ts';

/** More elements than this are not listed one by one when a loop begins. */
const MOST_ITEMS = 12;
/** And each takes at most this many characters. */
const MOST_ROOM = 60;
/** Longer lists of elements are not listed, and elements of what has been seen under a name even less. */
const MOST_LISTED = 100;
const MOST_REPEATED = 44;

export class Loops {
  private readonly sink: StepSink;
  constructor(sink: StepSink) {
    this.sink = sink;
  }

  /** A `for` has its iterator. */
  begin(frame: FrameState, node: Node): void {
    const stmt = frame.stmt;
    // a comprehension in the header has an iterator of its own
    if (stmt?.kind !== 'For' || node !== stmt) return;
    const { workings } = this.sink;
    const value = frame.values.get(stmt.iter);
    const text = value !== undefined && isShown(value) ? shown(value) : null;
    const over =
      text === null
        ? [workings.addressed(stmt.iter, frame.values)]
        : value instanceof PyRange
          ? // what it was made from says more than its bounds put in one by one
            [workings.addressed(stmt.iter, frame.values), text]
          : workings.stages(stmt.iter, frame.values, text);
    const facts: Record<string, SlotValue> = { target: workings.addressed(stmt.target, frame.values), over };
    const items = value === undefined ? null : itemsOf(value);
    facts['name'] = workings.addressed(stmt.iter, frame.values);
    const said = overPhrase(stmt.iter, frame.values, workings);
    if (said !== null) facts['said'] = said;
    if (items !== null) facts['items'] = items;
    if (value instanceof PyRange && Number(value.length) > 2) {
      facts['start'] = shown(value.at(0));
      facts['last'] = shown(value.at(Number(value.length) - 1));
      facts['by'] = shown(value.step);
    }
    const hints = [
      items?.length === 0 ? ('empty' as const) : null,
      items?.length === 1 ? ('single' as const) : null,
      text === null ? ('long' as const) : null,
      items === null ||
      (value instanceof PyRange && items.length > 6) ||
      items.join(', ').length > (stmt.iter.kind === 'Name' ? MOST_REPEATED : MOST_LISTED)
        ? ('wide' as const)
        : null,
      stmt.iter.kind === 'Name' ? ('plain' as const) : null,
      isLiteral(stmt.iter) ? ('constant' as const) : null,
      value instanceof PyRange && value.step === 1 ? ('up' as const) : null,
      value instanceof PyRange && value.step === -1 ? ('down' as const) : null,
      typeof value === 'string' ? ('text' as const) : null,
      value instanceof PyRange ? ('number' as const) : null,
    ];
    const step = this.sink.emit(frame, 'loop', facts, hints, false);
    this.open(frame, stmt, step, value !== undefined && sizeOf(value) === 1);
  }

  private open(frame: FrameState, stmt: LoopState['stmt'], step: number, single = false): LoopState {
    const span = { step, frame: frame.id, rounds: [], end: step + 1, cuts: [] };
    this.sink.loopSpans.push(span);
    const loop: LoopState = { stmt, span, single, rounds: 0 };
    frame.loops.push(loop);
    return loop;
  }

  /** FOR_ITER ran: another round, or none left. */
  next(frame: FrameState, exhausted: boolean): void {
    const loop = frame.loops.at(-1);
    if (loop === undefined) return;
    if (exhausted) this.end(frame, loop, 'exhausted');
    else {
      loop.rounds++;
      frame.round = [];
    }
  }

  /** Control goes on to `next`: a round may begin with it, and loops that it stands outside of are over. */
  settle(frame: FrameState, next: Stmt | null): void {
    const stmt = frame.stmt;
    if (stmt?.kind === 'While') this.whileRound(frame, stmt, next);
    const loop = frame.loops.at(-1);
    if (frame.round !== null && loop !== undefined) {
      const pairs = frame.round.slice();
      frame.round = null;
      // Taking the element apart raised, or the target has no names: there is nothing to say of the round.
      if (pairs.length > 0) {
        const hints = [
          loop.rounds === 1 ? ('first' as const) : null,
          isNumber(pairs[1]) ? ('number' as const) : null,
          loop.single ? ('single' as const) : null,
        ];
        loop.span.rounds.push(this.sink.emit(frame, 'round', { pairs, nth: String(loop.rounds) }, hints));
      }
    }
    if (next === null) return;
    const { loops } = this.sink.index.placeOf(next);
    while (frame.loops.length > 0) {
      const innermost = frame.loops.at(-1)!;
      if (innermost.stmt === next || loops.includes(innermost.stmt)) return;
      innermost.span.end = this.sink.steps.length;
      frame.loops.pop();
    }
  }

  /** A `break` runs. */
  broken(frame: FrameState): void {
    const loop = frame.loops.at(-1);
    const around = frame.stmt === null ? undefined : this.sink.index.placeOf(frame.stmt).loops.at(-1);
    if (loop !== undefined && loop.stmt === around) this.end(frame, loop, 'break');
    // `while True` whose first round is under way has not shown itself yet
    else this.sink.emit(frame, 'done', { why: 'break', rounds: '1' }, ['while']);
  }

  private whileRound(frame: FrameState, stmt: Stmt & { kind: 'While' }, next: Stmt | null): void {
    const start = frame.lastTest >= 0 ? frame.lastTest : this.sink.steps.length;
    let loop = frame.loops.at(-1);
    if (loop?.stmt !== stmt) {
      // its first test has just been told: the loop is taken to begin with it
      loop = this.open(frame, stmt, start);
    }
    if (next !== null && this.sink.index.within(next, stmt, 'body')) {
      loop.rounds++;
      loop.span.rounds.push(start);
    } else if (next !== null) this.end(frame, loop, 'false');
  }

  private end(frame: FrameState, loop: LoopState, why: LoopEnd): void {
    frame.loops.pop();
    loop.span.end = this.sink.steps.length;
    const hints = [
      loop.rounds === 1 ? ('first' as const) : null,
      loop.rounds === 0 ? ('plain' as const) : null,
      loop.stmt.kind === 'While' ? ('while' as const) : null,
    ];
    const facts: Record<string, SlotValue> = { why, rounds: String(loop.rounds) };
    if (loop.stmt.kind === 'For' && loop.stmt.target.kind === 'Name') facts['target'] = loop.stmt.target.id;
    this.sink.emit(frame, 'done', facts, hints, why === 'break');
    if (why !== 'break' && loop.stmt.orelse.length > 0)
      this.sink.emit(frame, 'effect', { what: 'nobreak' }, [], false);
  }
}

/** `range` of numbers, or elements as they are written. */
function isLiteral(iter: Expr): boolean {
  const parts =
    iter.kind === 'Call' ? iter.args : iter.kind === 'List' || iter.kind === 'Tuple' ? iter.elts : [iter];
  return parts.every((part) => part.kind === 'Constant');
}

function isNumber(text: string | undefined): boolean {
  return text !== undefined && /^-?\d/.test(text);
}

/** Iterators have no text that says anything. */
function isShown(value: Value): boolean {
  return (
    !(value instanceof HeapObject) ||
    itemsOf(value) !== null ||
    value instanceof PyRange ||
    value instanceof PyList ||
    value instanceof PyTuple ||
    value instanceof PyDict ||
    value instanceof PySet
  );
}

function itemsOf(value: Value): string[] | null {
  if (typeof value === 'string') {
    const letters = [...value];
    return letters.length > MOST_ITEMS ? null : letters.map((letter) => shown(letter));
  }
  if (value instanceof PyRange) {
    const length = Number(value.length);
    if (length > MOST_ITEMS) return null;
    return Array.from({ length }, (_, i) => shown(value.at(i)));
  }
  if (value instanceof PyList || value instanceof PyTuple)
    return value.items.length > MOST_ITEMS ? null : value.items.map((item) => shown(item, MOST_ROOM));
  return null;
}
