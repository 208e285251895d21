// Comprehensions and generator expressions: their variables are slots of the function around them, and
// they run where they stand - but for generator expressions that somebody may run later.
// Source: the Python 3.11 language reference, section 6.2.4.
import type { Comprehension, DictComp, GeneratorExp, ListComp, SetComp } from '../../ast.ts';
import { copyEnv, joinEnvs, type Env } from '../env.ts';
import type { Inference } from '../inference.ts';
import { elementOf } from '../iterate.ts';
import { requireHashable } from '../match.ts';
import { knownClass } from '../registry.ts';
import { NEVER, type Part, type Type } from '../type.ts';
import { assignTarget } from './assign.ts';
import { branch } from './conditions.ts';
import { expression } from './expressions.ts';
import { variableCell } from './names.ts';

export function comprehension(cx: Inference, node: ListComp | SetComp | DictComp | GeneratorExp): Type {
  const { frame } = cx;
  const before = copyEnv(cx.env);
  const names = cx.layouts.loopNames(frame.layout, node);
  const outerLoops = frame.loops;
  let result = NEVER;
  const first = elementOf(cx, expression(cx, node.generators[0]!.iter), node.generators[0]!.iter);
  if (node.kind === 'GeneratorExp' && cx.consumed !== node) openVariables(cx);
  frame.loops = { names, outer: outerLoops };
  clauses(cx, node.generators, 0, first, () => {
    result = element(cx, node);
  });
  frame.loops = outerLoops;
  // What `:=` has assigned stays; what the conditions have told does not.
  frame.env = afterwards(cx, before, frame.env);
  if (node.kind === 'GeneratorExp') return cx.generic(knownClass('Iterator'), [result]);
  return container(cx, node, result);
}

/** Runs the clauses from the nth on, and `body` inside the last. */
function clauses(
  cx: Inference,
  list: readonly Comprehension[],
  nth: number,
  elem: Type,
  body: () => void,
): void {
  const clause = list[nth]!;
  assignTarget(cx, clause.target, elem);
  for (const condition of clause.ifs) {
    const { yes } = branch(cx, condition);
    if (yes === null) return;
    cx.frame.env = yes;
  }
  const next = list[nth + 1];
  if (next === undefined) body();
  else clauses(cx, list, nth + 1, elementOf(cx, expression(cx, next.iter), next.iter), body);
}

function element(cx: Inference, node: ListComp | SetComp | DictComp | GeneratorExp): Type {
  switch (node.kind) {
    case 'ListComp':
    case 'GeneratorExp':
      return expression(cx, node.elt);
    case 'SetComp': {
      const type = expression(cx, node.elt);
      requireHashable(cx, type, node.elt);
      return type;
    }
    case 'DictComp': {
      const key = expression(cx, node.key);
      requireHashable(cx, key, node.key);
      const { part } = cx.made(node, knownClass('dict'));
      cx.at = node;
      cx.lattice.grow(part.cells[0]!, key);
      const value = expression(cx, node.value);
      cx.lattice.grow(part.cells[1]!, value);
      return value;
    }
  }
}

function container(cx: Inference, node: ListComp | SetComp | DictComp, elem: Type): Type {
  if (node.kind === 'DictComp') return cx.made(node, knownClass('dict')).type;
  const { type, part } = cx.made(node, knownClass(node.kind === 'ListComp' ? 'list' : 'set'));
  cx.at = node;
  cx.lattice.grow(part.cells[0]!, elem);
  return type;
}

/** The state after a comprehension: as before, but for assignment expressions in it. */
function afterwards(cx: Inference, before: Env, after: Env | null): Env {
  if (after === null) return before;
  const size = cx.frame.layout.index.size;
  for (let slot = 0; slot < size; slot++) {
    const now = after.vars[slot]!;
    // A narrower type adds nothing to the join, an assigned one does.
    before.vars[slot] = cx.lattice.join(before.vars[slot]!, now);
  }
  if (before.facts !== null && after.facts !== before.facts) {
    before.facts = joinEnvs(cx.lattice, before, after)!.facts;
  }
  return before;
}

/** Functions that run through an iterable before they return. */
const EAGER =
  /^(sum|any|all|min|max|sorted|list|tuple|set|frozenset|dict|str\.join|deque|Counter|len|math\.\w+)$/;

/** Whether a callee uses up a generator expression at once, so that it sees the variables as they are. */
export function consumesAtOnce(callee: Part | null): boolean {
  if (callee === null) return false;
  if (callee.kind === 'builtin') return EAGER.test(callee.fn.name);
  if (callee.kind === 'builtin-class') return EAGER.test(callee.cls.name);
  const inner = callee.kind === 'bound' && callee.fn.parts.length === 1 ? callee.fn.parts[0]! : null;
  return inner?.kind === 'builtin' && EAGER.test(inner.fn.name);
}

/** A generator may run after the variables around it have been assigned again: they may be anything they ever are. */
function openVariables(cx: Inference): void {
  const { layout } = cx.frame;
  const { vars } = cx.env;
  for (let slot = 0; slot < layout.index.size; slot++) {
    if (!layout.captured[slot]) continue;
    vars[slot] = cx.lattice.join(vars[slot]!, cx.lattice.read(variableCell(cx, cx.frame, slot)));
  }
  cx.env.facts = null;
}
