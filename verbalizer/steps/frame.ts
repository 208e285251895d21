// What the step builder remembers of one frame while it walks the trace: the statement under way, the values of its
// expressions, its loops. Data with a few helpers; the decisions are in `build.ts` and beside it.
import type { Expr, For, Stmt, While } from '../../grammar/ast.ts';
import type { CodeKind } from '../../interpreter/code.ts';
import { HeapObject, type Value } from '../../interpreter/values/objects.ts';
import type { SlotValue } from '../claims.ts';
import type { Collection } from './each.ts';
import type { FrameEntry } from './replay.ts';
import { endsOf, joinEnds, LONG, type Ends } from './long-texts.ts';
import type { CallSpan, LoopSpan } from './step.ts';
import { Values } from './working.ts';

/** A loop under way. */
export interface LoopState {
  readonly stmt: For | While;
  readonly span: LoopSpan;
  /** There is only one element to take. */
  readonly single: boolean;
  rounds: number;
}

/** How much of a frame is told: all of it, or only what it does to the world (comprehensions, lambdas, class bodies). */
export type Telling = 'full' | 'quiet';

export class FrameState {
  readonly id: number;
  readonly name: string;
  readonly depth: number;
  readonly native: boolean;
  readonly telling: Telling;
  /** What its code was compiled from. */
  readonly kind: CodeKind;
  /** Line on which its definition begins. */
  readonly line: number;
  /** Statement under way and the event with which it began; null between statements. */
  stmt: Stmt | null = null;
  from = 0;
  readonly values = new Values();
  readonly loops: LoopState[] = [];
  /** Call expression whose callee runs; its value comes with the callee's RETURN. */
  awaiting: Expr | null = null;
  /** It has handed out a value by `yield`. */
  yielded = false;
  /** It is the setter of a property. */
  setting = false;
  /** Statements that have put a constant somewhere. */
  constants: Set<Stmt> | null = null;
  /** Texts of scalars that names have, for saying what a name was before. */
  readonly known = new Map<string, string>();
  /** Objects that names have, as long as nobody else has stored to them. */
  readonly held = new Map<string, HeapObject>();
  /** Pairs bound by the target of a `for` whose round has just begun; null when no round begins. */
  round: string[] | null = null;
  /** The last condition jump of the statement under way; undefined when none has been tested. */
  tested: boolean | undefined;
  /** A test that has come out, until the next statement shows where it led. */
  branch: { stmt: Stmt; truth: boolean } | null = null;
  /** Class name of an exception that a handler of this frame is about to take. */
  caught: string | null = null;
  /** Index of the `test` step told of the statement under way, -1 when none. */
  lastTest = -1;
  /** How many steps there were when it was last suspended. */
  left = 0;
  /** What is being collected while it runs, if it is a comprehension's or a lambda's. */
  collection: Collection | null = null;
  /** Arguments of a lambda's frame. */
  args: FrameEntry['args'] = [];
  /** What comprehensions and lambdas have done for its statement, to be told with the next step. */
  readonly pending: Collection[] = [];
  /** Its arguments, and how many changes there had been when it began: to see what it leaves changed. */
  given: FrameEntry['args'] = [];
  mark = 0;
  /** Names that belong to the module or to functions around. */
  outer: ReadonlySet<string> | null = null;
  /** Ends of the long strings that names have. */
  longs: Map<string, { readonly text: string; readonly ends: Ends }> | null = null;
  /** Its function calls itself. */
  nested = false;
  /** What its call was told with; null for frames that are not told as calls. */
  facts: Readonly<Record<string, SlotValue>> | null = null;
  /** Its span among the steps; null for frames that are not told as calls. */
  span: CallSpan | null = null;

  constructor(
    entry: { id: number; name: string; native: boolean; kind: CodeKind; line: number },
    depth: number,
    telling: Telling,
  ) {
    this.id = entry.id;
    this.name = entry.name;
    this.native = entry.native;
    this.kind = entry.kind;
    this.line = entry.line;
    this.depth = depth;
    this.telling = telling;
  }

  begin(stmt: Stmt | null, event: number): void {
    this.stmt = stmt;
    this.from = event;
    this.values.clear();
    this.tested = undefined;
    this.lastTest = -1;
    if (this.pending.length > 0) this.pending.length = 0;
  }

  /** What a name is can no longer be said: it was stored to without being told, or by others. */
  unknow(name: string): void {
    if (this.known.has(name)) this.known.set(name, '');
    this.held.delete(name);
  }

  /** A name has a value, which has been told. */
  hold(name: string, value: Value): void {
    if (value instanceof HeapObject) this.held.set(name, value);
    else if (this.held.size > 0) this.held.delete(name);
  }

  see(expr: Expr, value: Value): void {
    this.values.set(expr, value);
    if (typeof value !== 'string' || value.length <= LONG) return;
    const ends = expr.kind === 'BinOp' ? this.joined(expr.left, expr.right, value) : this.longOf(expr, value);
    if (ends !== undefined) this.values.setEnds(expr, ends);
  }

  /** A name got a long string, of which the ends are known where it came from. */
  keepLong(name: string, value: Value, ends: Ends | undefined): void {
    if (typeof value === 'string' && ends !== undefined)
      (this.longs ??= new Map()).set(name, { text: value, ends });
    else this.longs?.delete(name);
  }

  private longOf(expr: Expr, value: string): Ends | undefined {
    const known = expr.kind === 'Name' ? this.longs?.get(expr.id) : undefined;
    // the very same string is told at once; another one of its length would be looked at
    return known !== undefined && known.text.length === value.length && known.text === value
      ? known.ends
      : undefined;
  }

  private joined(left: Expr, right: Expr, value: string): Ends | undefined {
    const [a, b] = [this.values.get(left), this.values.get(right)];
    if (typeof a !== 'string' || typeof b !== 'string' || a.length + b.length !== value.length)
      return undefined;
    return joinEnds(this.values.endsOf(left) ?? endsOf(a), this.values.endsOf(right) ?? endsOf(b));
  }
}
