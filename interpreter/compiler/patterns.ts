// Patterns. Each consumes the subject on top of the stack and, when it fails, jumps to a place that drops what
// lies above the copy of the subject its case began with. Captured values wait on the stack, below what is being
// matched, until the whole pattern has matched; `stores` has their names in order.
import type {
  Expr,
  MatchClass,
  MatchMapping,
  MatchOr,
  MatchSequence,
  Node,
  Pattern,
} from '../../grammar/ast.ts';
import { Op } from '../op.ts';
import { constantValue } from './constants.ts';
import { Label } from './emitter.ts';
import { compileExpr } from './expressions.ts';
import type { Unit } from './unit.ts';

/** `_` or `*_`, possibly in parentheses: matches anything and binds nothing. */
export function isWildcard(pattern: Pattern): boolean {
  return (pattern.kind === 'MatchAs' || pattern.kind === 'MatchStar') && pattern.name === null;
}

/** What has been captured so far, and how much must be dropped on failure. */
export class PatternContext {
  readonly unit: Unit;
  /** Names captured; their values lie on the stack, the last one lowest above the subject's copy. */
  stores: string[] = [];
  /** Items above the captured values. */
  onTop = 0;
  /** By number of items to drop. */
  failures: Label[] = [];

  constructor(unit: Unit) {
    this.unit = unit;
  }

  /** The place that drops `count` items and goes to the next case. */
  failure(count: number): Label {
    while (this.failures.length <= count) this.failures.push(new Label());
    return this.failures[count];
  }

  /** Jumps to failure with all that is on the stack now. */
  fail(op: Op, node: Node): void {
    this.unit.jump(op, this.failure(this.onTop + this.stores.length), node);
  }

  /** Places the failure labels: one after the other, each dropping one item more than the next. */
  placeFailures(node: Node): void {
    for (let count = this.failures.length - 1; count >= 0; count--) {
      this.unit.place(this.failures[count]);
      if (count > 0) this.unit.op(Op.POP_TOP, node);
    }
    this.failures = [];
  }

  /** Puts the top below `count - 1` items. */
  sink(count: number, node: Node): void {
    for (let depth = count; depth > 1; depth--) this.unit.op(Op.SWAP, node, depth);
  }

  /** Captures the top under `name`; null drops it. */
  capture(name: string | null, node: Node): void {
    if (name === null) return this.unit.op(Op.POP_TOP, node);
    this.sink(this.onTop + this.stores.length + 1, node);
    this.stores.push(name);
  }
}

/** Matches the top of the stack against `pattern`, consuming it. */
export function compilePattern(context: PatternContext, pattern: Pattern): void {
  const { unit } = context;
  switch (pattern.kind) {
    case 'MatchValue':
      compileExpr(unit, pattern.value);
      unit.op(Op.COMPARE_EQ, pattern);
      return context.fail(Op.POP_JUMP_IF_FALSE, pattern);
    case 'MatchSingleton':
      unit.constant(Op.LOAD_CONST, pattern, constantValue(pattern.value));
      unit.op(Op.COMPARE_IS, pattern);
      return context.fail(Op.POP_JUMP_IF_FALSE, pattern);
    case 'MatchSequence':
      return compileSequence(context, pattern);
    case 'MatchMapping':
      return compileMapping(context, pattern);
    case 'MatchClass':
      return compileClass(context, pattern);
    case 'MatchStar':
      return context.capture(pattern.name, pattern);
    case 'MatchAs':
      if (pattern.pattern === null) return context.capture(pattern.name, pattern);
      context.onTop++;
      unit.op(Op.COPY, pattern, 1);
      compilePattern(context, pattern.pattern);
      context.onTop--;
      return context.capture(pattern.name, pattern);
    case 'MatchOr':
      return compileOr(context, pattern);
  }
}

function compileSequence(context: PatternContext, pattern: MatchSequence): void {
  const { unit } = context;
  const { patterns } = pattern;
  const star = patterns.findIndex(({ kind }) => kind === 'MatchStar');
  const fixed = star < 0 ? patterns.length : patterns.length - 1;
  context.onTop++;
  unit.op(Op.MATCH_SEQUENCE, pattern);
  context.fail(Op.POP_JUMP_IF_FALSE, pattern);
  if (star < 0 || fixed > 0) checkLength(context, pattern, fixed, star < 0 ? Op.COMPARE_EQ : Op.COMPARE_GE);
  context.onTop--;
  if (patterns.every(isWildcard)) unit.op(Op.POP_TOP, pattern);
  else if (star >= 0 && isWildcard(patterns[star])) compileItems(context, pattern, star);
  else {
    if (star < 0) unit.op(Op.UNPACK_SEQUENCE, pattern, fixed);
    else unit.op(Op.UNPACK_EX, pattern, star | ((fixed - star) << 8));
    compileAll(context, patterns);
  }
}

function checkLength(context: PatternContext, node: Node, length: number, compare: Op): void {
  context.unit.op(Op.GET_LEN, node);
  context.unit.constant(Op.LOAD_CONST, node, length);
  context.unit.op(compare, node);
  context.fail(Op.POP_JUMP_IF_FALSE, node);
}

/** Matches as many values as there are patterns, the first on top. */
function compileAll(context: PatternContext, patterns: readonly Pattern[]): void {
  context.onTop += patterns.length;
  for (const pattern of patterns) {
    context.onTop--;
    compilePattern(context, pattern);
  }
}

/** A sequence with `*_`: takes the elements it needs by index, leaving the rest alone. */
function compileItems(context: PatternContext, pattern: MatchSequence, star: number): void {
  const { unit } = context;
  const { patterns } = pattern;
  context.onTop++;
  patterns.forEach((element, i) => {
    if (isWildcard(element)) return;
    unit.op(Op.COPY, element, 1);
    if (i < star) unit.constant(Op.LOAD_CONST, element, i);
    else {
      unit.op(Op.GET_LEN, element);
      unit.constant(Op.LOAD_CONST, element, patterns.length - i);
      unit.op(Op.BINARY_SUB, element);
    }
    unit.op(Op.LOAD_SUBSCR, element);
    compilePattern(context, element);
  });
  context.onTop--;
  unit.op(Op.POP_TOP, pattern);
}

/** Fails if the top is None; else it is a tuple whose items are matched. */
function compileFound(context: PatternContext, node: Node, patterns: readonly Pattern[]): void {
  const { unit } = context;
  unit.op(Op.COPY, node, 1);
  context.fail(Op.POP_JUMP_IF_NONE, node);
  unit.op(Op.UNPACK_SEQUENCE, node, patterns.length);
  context.onTop--;
  compileAll(context, patterns);
}

function compileClass(context: PatternContext, pattern: MatchClass): void {
  const { unit } = context;
  compileExpr(unit, pattern.cls);
  for (const attr of pattern.kwdAttrs) unit.constant(Op.LOAD_CONST, pattern, unit.scope.mangle(attr));
  unit.op(Op.BUILD_TUPLE, pattern, pattern.kwdAttrs.length);
  unit.op(Op.MATCH_CLASS, pattern, pattern.patterns.length);
  context.onTop++;
  compileFound(context, pattern, [...pattern.patterns, ...pattern.kwdPatterns]);
}

function compileMapping(context: PatternContext, pattern: MatchMapping): void {
  const { unit } = context;
  const { keys, patterns, rest } = pattern;
  context.onTop++;
  unit.op(Op.MATCH_MAPPING, pattern);
  context.fail(Op.POP_JUMP_IF_FALSE, pattern);
  if (keys.length === 0 && rest === null) {
    context.onTop--;
    return unit.op(Op.POP_TOP, pattern);
  }
  if (keys.length > 0) checkLength(context, pattern, keys.length, Op.COMPARE_GE);
  for (const key of keys as Expr[]) compileExpr(unit, key);
  unit.op(Op.BUILD_TUPLE, pattern, keys.length);
  unit.op(Op.MATCH_KEYS, pattern);
  context.onTop += 2;
  compileFound(context, pattern, patterns);
  context.onTop -= 2;
  if (rest !== null) {
    unit.op(Op.MAPPING_REST, pattern);
    return context.capture(rest, pattern);
  }
  unit.op(Op.POP_TOP, pattern);
  unit.op(Op.POP_TOP, pattern);
}

/** Alternatives bind the same names; their values are brought into the order of the first alternative. */
function compileOr(context: PatternContext, pattern: MatchOr): void {
  const { unit } = context;
  const end = new Label();
  const outer = { stores: context.stores, onTop: context.onTop, failures: context.failures };
  let order: string[] = [];
  pattern.patterns.forEach((alternative, i) => {
    context.stores = [];
    context.onTop = 0;
    context.failures = [];
    unit.op(Op.COPY, alternative, 1);
    compilePattern(context, alternative);
    if (i === 0) order = context.stores;
    else reorder(context, order, alternative);
    unit.jump(Op.JUMP, end, alternative);
    context.placeFailures(alternative);
  });
  Object.assign(context, outer);
  unit.op(Op.POP_TOP, pattern);
  context.fail(Op.JUMP, pattern);
  unit.place(end);
  const count = order.length + 1 + context.onTop + context.stores.length;
  for (const name of order) {
    context.sink(count, pattern);
    context.stores.push(name);
  }
  unit.op(Op.POP_TOP, pattern);
}

/** Rotates captured values until they lie in the given order of names. */
function reorder(context: PatternContext, order: readonly string[], node: Node): void {
  const { stores } = context;
  for (let wanted = order.length - 1; wanted >= 0; wanted--) {
    const at = stores.indexOf(order[wanted]);
    if (at < 0) context.unit.unsupported('alternative patterns that bind different names', node);
    if (at === wanted) continue;
    const moved = stores.splice(0, at + 1);
    stores.splice(wanted - at, 0, ...moved);
    for (let i = 0; i <= at; i++) context.sink(wanted + 1, node);
  }
}
