// Steps of names, elements and attributes that get a value: assignments of every form, unpacking, deletion.
import type { AugAssign, Expr, NamedExpr, Node } from '../../grammar/ast.ts';
import { children } from '../../grammar/index.ts';
import { Op } from '../../interpreter/opcodes.ts';
import type { Value } from '../../interpreter/values/objects.ts';
import type { SlotValue } from '../claims.ts';
import type { StepSink } from './sink.ts';
import { LONGEST_AFTER } from './effects.ts';
import type { Ends } from './long-texts.ts';
import type { FrameState } from './frame.ts';
import { phraseOf } from './methods.ts';
import { shortText, shown } from './shown.ts';
import { isIterator, isScalar, kindHint, movement } from './value-hints.ts';
import type { Hint } from './hint.ts';

/** Longer texts are not worth repeating as the value before. */
const LONGEST_OLD = 24;

/** Shorter constants are said again when a name gets them again. */
const LONG_CONSTANT = 16;

export class Bindings {
  private readonly sink: StepSink;
  /** Pairs of an unpacking under way, by the target that holds them. */
  private pairs: { target: Expr; frame: number; flat: string[] } | null = null;
  private readonly leaves = new Map<Expr, number>();

  /** The name that was last noted; to be set to null before a store. */
  knew: string | null = null;

  constructor(sink: StepSink) {
    this.sink = sink;
  }

  /** Remembers a scalar's text, to say later what the name was before. */
  know(frame: FrameState, name: string, value: Value, ends?: Ends): void {
    this.knew = name;
    frame.hold(name, value);
    frame.keepLong(name, value, ends);
    const long = typeof value === 'string' && value.length > LONGEST_OLD;
    const text = isScalar(value) && !long ? shown(value) : '';
    frame.known.set(name, text.length <= LONGEST_OLD ? text : '');
  }

  /** A store ran in `frame`; `node` is what was stored to. */
  stored(frame: FrameState, node: Node, op: Op, value: Value): void {
    const stmt = frame.stmt;
    if (
      node.kind === 'NamedExpr' ||
      (node.kind === 'Name' && op !== Op.STORE_SUBSCR && stmt !== null && isWalrus(stmt, node))
    )
      return node.kind === 'NamedExpr'
        ? this.bind(frame, node.target, node.value, value)
        : this.bind(frame, node, this.walrusOf(stmt!, node)?.value ?? null, value);
    if (
      stmt === null ||
      (node.kind !== 'Name' &&
        node.kind !== 'Subscript' &&
        node.kind !== 'Attribute' &&
        node.kind !== 'AugAssign')
    )
      return;
    switch (stmt.kind) {
      case 'Assign':
        for (const target of stmt.targets) {
          if (target === node) return this.bind(frame, target, stmt.value, value);
          if (this.holds(target, node)) return this.part(frame, target, node, stmt.value, value);
        }
        return;
      case 'AnnAssign':
        return this.bind(frame, stmt.target, stmt.value, value);
      case 'AugAssign':
        return this.augmented(frame, stmt, value);
      case 'For':
        if (frame.round !== null && node.kind !== 'AugAssign') {
          frame.round.push(this.targetText(frame, node), shown(value));
          if (node.kind === 'Name') this.know(frame, node.id, value);
        }
        return;
      case 'With':
      case 'Match':
        if (node.kind === 'Name') this.bind(frame, node, null, value);
        return;
      default:
        return;
    }
  }

  /** A deletion ran. */
  removed(frame: FrameState, node: Node, op: Op): void {
    if (
      op !== Op.DELETE_FAST &&
      op !== Op.DELETE_DEREF &&
      op !== Op.DELETE_GLOBAL &&
      op !== Op.DELETE_SUBSCR &&
      op !== Op.DELETE_ATTR
    )
      return;
    if (frame.stmt?.kind !== 'Delete') return;
    if (node.kind !== 'Name' && node.kind !== 'Subscript' && node.kind !== 'Attribute') return;
    const facts: Record<string, SlotValue> = { target: this.targetText(frame, node) };
    const object = node.kind === 'Subscript' ? frame.values.get(node.value) : undefined;
    if (node.kind === 'Subscript' && object !== undefined) {
      const after = shortText(object, LONGEST_AFTER);
      if (after !== null) {
        facts['object'] = this.sink.workings.addressed(node.value, frame.values);
        facts['after'] = after;
      }
    }
    this.sink.emit(frame, 'delete', facts);
  }

  private targetText(frame: FrameState, target: Expr): string {
    return this.sink.workings.addressed(target, frame.values);
  }

  private bind(frame: FrameState, target: Expr, source: Expr | null, value: Value): void {
    const text = frame.values.shown(source, value);
    const chain =
      source === null
        ? [text]
        : isIterator(value)
          ? [this.sink.workings.addressed(source, frame.values)]
          : this.sink.workings.stages(source, frame.values, text);
    const said = source === null ? null : phraseOf(source, text, frame.values, this.sink.workings);
    this.tell(frame, target, chain, value, text, isConstant(source), said === null ? {} : { said }, source);
  }

  private augmented(frame: FrameState, stmt: AugAssign, value: Value): void {
    const { workings } = this.sink;
    const sum = workings.sumOf(stmt);
    const text = frame.values.shown(sum, value);
    const extra: Record<string, SlotValue> = {};
    if (stmt.op === '+') {
      const by =
        frame.values.textOf(stmt.value) ??
        (stmt.value.kind === 'Constant' ? workings.addressed(stmt.value, frame.values) : null);
      if (by !== null) extra['by'] = workings.stages(stmt.value, frame.values, by);
    }
    const before = frame.values.textOf(stmt.target);
    if (before !== undefined && before.length <= LONGEST_OLD) extra['old'] = before;
    this.tell(frame, stmt.target, workings.stages(sum, frame.values, text), value, text, false, extra, sum);
  }

  private tell(
    frame: FrameState,
    target: Expr,
    chain: string[],
    value: Value,
    text: string,
    constant: boolean,
    extra: Record<string, SlotValue>,
    source: Expr | null,
  ): void {
    const facts: Record<string, SlotValue> = { target: this.targetText(frame, target), chain, ...extra };
    const known = target.kind === 'Name' ? frame.known.get(target.id) : undefined;
    const before = (extra['old'] as string | undefined) ?? known;
    if (before !== undefined && before !== '') facts['old'] = before;
    if (constant && target.kind === 'Name' && isAgain(frame.held.get(target.id), text)) facts['same'] = '1';
    const hints: (Hint | null)[] = [
      kindHint(value),
      // what belongs to the module or to a function around may have had a value before
      target.kind === 'Name' && before === undefined && frame.outer?.has(target.id) !== true ? 'first' : null,
      target.kind !== 'Name' ? 'element' : null,
      constant ? 'constant' : null,
      chain.length === 1 ? 'plain' : null,
      before === undefined || before === '' ? null : movement(before, text),
      // an element that the same line names may be another one
      constant && target.kind === 'Name' && frame.stmt !== null && frame.constants?.has(frame.stmt) === true
        ? 'reset'
        : null,
    ];
    if (constant && frame.stmt !== null) (frame.constants ??= new Set()).add(frame.stmt);
    this.sink.emit(frame, 'bind', facts, hints);
    if (target.kind === 'Name')
      this.know(frame, target.id, value, source === null ? undefined : frame.values.endsOf(source));
  }

  /** One part of an unpacking got its value; tells the whole when it was the last. */
  private part(frame: FrameState, target: Expr, node: Expr | AugAssign, source: Expr, value: Value): void {
    if (node.kind === 'AugAssign') return;
    if (this.pairs === null || this.pairs.target !== target || this.pairs.frame !== frame.id)
      this.pairs = { target, frame: frame.id, flat: [] };
    this.pairs.flat.push(this.targetText(frame, node), shown(value));
    if (node.kind === 'Name') this.know(frame, node.id, value);
    if (this.pairs.flat.length < 2 * this.leafCount(target)) return;
    const pairs = this.pairs.flat;
    this.pairs = null;
    const whole = frame.values.textOf(source);
    const facts: Record<string, SlotValue> = { pairs };
    if (whole !== undefined) facts['from'] = this.sink.workings.stages(source, frame.values, whole);
    this.sink.emit(frame, 'unpack', facts);
  }

  private readonly walruses = new WeakMap<Node, NamedExpr | null>();

  /** The `:=` that gives the name its value. */
  private walrusOf(stmt: Node, target: Node): NamedExpr | null {
    const known = this.walruses.get(target);
    if (known !== undefined) return known;
    const found = namedIn(stmt, target);
    this.walruses.set(target, found);
    return found;
  }

  private holds(target: Expr, node: Node): boolean {
    if (target === node) return true;
    if (target.kind === 'Starred') return this.holds(target.value, node);
    return (
      (target.kind === 'Tuple' || target.kind === 'List') && target.elts.some((e) => this.holds(e, node))
    );
  }

  private leafCount(target: Expr): number {
    const known = this.leaves.get(target);
    if (known !== undefined) return known;
    const count =
      target.kind === 'Starred'
        ? this.leafCount(target.value)
        : target.kind === 'Tuple' || target.kind === 'List'
          ? target.elts.reduce((sum, e) => sum + this.leafCount(e), 0)
          : 1;
    this.leaves.set(target, count);
    return count;
  }
}

function namedIn(node: Node, target: Node): NamedExpr | null {
  if (node.kind === 'NamedExpr' && node.target === target) return node;
  for (const child of children(node)) {
    const found = namedIn(child, target);
    if (found !== null) return found;
  }
  return null;
}

/** Whether an object that a name has is shown by the text, which is long and not abbreviated. */
function isAgain(held: Value | undefined, text: string): boolean {
  if (held === undefined || text.length < LONG_CONSTANT || text.length > LONGEST_AFTER) return false;
  return shortText(held, text.length) === text;
}

/** A name stored inside an expression can only be a walrus's target. */
function isWalrus(stmt: { kind: string }, _node: Node): boolean {
  return ['If', 'While', 'Expr', 'Return', 'Assert', 'Raise'].includes(stmt.kind);
}

function isConstant(source: Expr | null): boolean {
  if (source === null) return false;
  switch (source.kind) {
    case 'Constant':
      return true;
    case 'UnaryOp':
      return source.operand.kind === 'Constant';
    case 'List':
    case 'Tuple':
    case 'Set':
      return source.elts.every(isConstant);
    case 'Dict':
      return source.values.every(isConstant);
    default:
      return false;
  }
}
