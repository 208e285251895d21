// Functions of the program: making them, and analysing their bodies. A function is analysed once for each
// choice of types of those parameters whose annotations do not say everything.
import type { Expr, FunctionDef, Lambda, Node } from '../../ast.ts';
import { annotationTerm } from '../annotations.ts';
import type { Closure, Spec, UserClass } from '../entities.ts';
import { freshEnv } from '../env.ts';
import type { Inference } from '../inference.ts';
import { makeFrame } from '../layout.ts';
import { declaredType, fitsQuietly } from '../match.ts';
import { knownClass } from '../registry.ts';
import { isClosed, unionTerm, type Term } from '../terms.ts';
import { ANY, Bit, NEVER, NONE, partType, type Type } from '../type.ts';
import { expression } from '../walk/expressions.ts';
import { assignSlot } from '../walk/names.ts';
import { block } from '../walk/statements.ts';
import { bindArguments, plainParams, type Arguments } from './arguments.ts';
import { argumentNode } from './call.ts';

/** Analyses of one function by different types, before further calls share one. */
const MAX_SPECS = 16;
/** The key of the analysis that all further calls share. */
const SHARED = 'shared';

/** The function that a `def` or `lambda` makes here: the same at every visit in this frame. */
export function makeClosure(
  cx: Inference,
  node: FunctionDef | Lambda,
  owner: UserClass | null = null,
): Closure {
  const plain = plainParams(node);
  const closure = knownClosure(cx, node) ?? newClosure(cx, node, plain.length, owner);
  plain.forEach((param, i) => {
    if (param.default === null) return;
    const type = expression(cx, param.default);
    const cell = closure.defaults[i];
    if (cell === null || cell === undefined) closure.defaults[i] = cx.lattice.cell(type);
    else cx.lattice.widen(cell, type);
  });
  return closure;
}

function knownClosure(cx: Inference, node: Node): Closure | null {
  return cx.closures.get(node)?.find((closure) => closure.outer === cx.frame) ?? null;
}

function newClosure(
  cx: Inference,
  node: FunctionDef | Lambda,
  paramCount: number,
  owner: UserClass | null,
): Closure {
  const closure: Closure = {
    id: cx.lattice.id(),
    node,
    name: node.kind === 'Lambda' ? '<lambda>' : node.name,
    layout: cx.layouts.of(node),
    outer: cx.frame,
    outerLoops: cx.frame.loops,
    defaults: new Array<null>(paramCount).fill(null),
    contract: null,
    owner,
    specs: new Map(),
  };
  const known = cx.closures.get(node);
  if (known === undefined) cx.closures.set(node, [closure]);
  else known.push(closure);
  return closure;
}

/** What the annotations of a function say; read when first needed, as they may name later classes. */
function contractOf(cx: Inference, closure: Closure): NonNullable<Closure['contract']> {
  if (closure.contract !== null) return closure.contract;
  const { node } = closure;
  cx.hasForwardReference = false;
  const params = plainParams(node).map((param) => {
    if (param.annotation === null) return null;
    const term = annotationTerm(cx, param.annotation, closure.outer);
    const isNone = param.default?.kind === 'Constant' && param.default.value.type === 'None';
    return isNone ? unionTerm([term, { kind: 'scalar', accepts: Bit.none, gives: Bit.none }]) : term;
  });
  const returns =
    node.kind === 'Lambda' || node.returns === null ? null : annotationTerm(cx, node.returns, closure.outer);
  const contract = {
    params,
    closed: params.map((term) => term !== null && isClosed(term)),
    returns: closure.layout.isGenerator ? null : returns,
  };
  if (!cx.hasForwardReference) closure.contract = contract;
  cx.hasForwardReference = false;
  return contract;
}

// ---- calling ---------------------------------------------------------------------------------------

export function callClosure(cx: Inference, closure: Closure, args: Arguments, node: Node): Type {
  const bound = bindArguments(cx, closure, args, node);
  const contract = contractOf(cx, closure);
  let key = '';
  let isDeclared = true;
  for (let i = 0; i < bound.length; i++) {
    const term = contract.params[i] ?? null;
    if (term !== null) {
      if (!fitsQuietly(cx, bound[i]!, term)) {
        isDeclared = false;
        reportArgument(cx, closure, i, bound[i]!, term, args, node);
      } else if (contract.closed[i]) continue;
    }
    key += `${cx.lattice.key(bound[i]!)}/`;
  }
  if (!isDeclared) key = `!${bound.map((type) => cx.lattice.key(type)).join('/')}`;
  const spec = specFor(cx, closure, key, bound, isDeclared);
  if (spec.pass !== cx.lattice.pass) analyse(cx, spec);
  cx.forgetFacts();
  return closure.layout.isGenerator ? generatorOf(spec) : cx.lattice.read(spec.returns);
}

function reportArgument(
  cx: Inference,
  closure: Closure,
  nth: number,
  actual: Type,
  term: Term,
  args: Arguments,
  node: Node,
): void {
  const bound = args.call === null ? 0 : args.positional.length - args.call.args.length;
  const at = bound >= 0 && nth >= bound ? argumentNode(args, nth - bound, node) : node;
  const param = plainParams(closure.node)[nth]!.name;
  const expected = term;
  cx.fault(at, 'W0506', { callee: closure.name, param, actual: actual, expected });
}

/** Finds or makes the analysis for these types, and lets its parameters take them in. */
function specFor(cx: Inference, closure: Closure, wanted: string, bound: Type[], isDeclared: boolean): Spec {
  const isNew = !closure.specs.has(wanted);
  const key = isNew && closure.specs.size >= MAX_SPECS ? SHARED : wanted;
  let spec = closure.specs.get(key);
  if (spec === undefined) {
    spec = newSpec(cx, closure, isDeclared ? declaredParams(cx, closure, bound) : bound);
    closure.specs.set(key, spec);
    if (!isDeclared) return spec;
  }
  const before = spec.params;
  const joined = before.map((param, i) => cx.lattice.join(param, bound[i]!, true));
  if (joined.some((type, i) => type !== before[i])) {
    spec.params = joined;
    if (spec.pass === cx.lattice.pass) cx.lattice.changed = true;
  }
  return spec;
}

/** Parameters that are declared in full have the declared type, whatever the call gives. */
function declaredParams(cx: Inference, closure: Closure, bound: readonly Type[]): Type[] {
  const contract = contractOf(cx, closure);
  const plain = plainParams(closure.node);
  return bound.map((type, i) => {
    if (contract.closed[i] !== true) return type;
    return declaredType(cx, contract.params[i]!, plain[i]!.annotation!);
  });
}

function newSpec(cx: Inference, closure: Closure, params: Type[]): Spec {
  const frame = makeFrame(closure.layout, closure.outer, closure.outerLoops, false);
  const spec: Spec = {
    closure,
    params,
    returns: cx.lattice.cell(NEVER),
    yields: cx.lattice.cell(NEVER),
    sends: cx.lattice.cell(NEVER),
    frame,
    generator: null,
    pass: 0,
  };
  frame.spec = spec;
  return spec;
}

function generatorOf(spec: Spec): Type {
  spec.generator ??= partType({
    kind: 'container',
    cls: knownClass('Generator'),
    cells: [spec.yields, spec.sends, spec.returns],
  });
  return spec.generator;
}

// ---- analysing -------------------------------------------------------------------------------------

/** Runs the flow through a function's body with the types that its parameters have now. */
function analyse(cx: Inference, spec: Spec): void {
  cx.enter();
  spec.pass = cx.lattice.pass;
  cx.specs.push(spec);
  const { closure, frame } = spec;
  const caller = cx.frame;
  const at = cx.at;
  cx.frame = frame;
  frame.env = freshEnv(closure.layout.size);
  frame.loops = null;
  frame.handlers.length = 0;
  frame.exits.length = 0;
  assignParams(cx, spec);
  const contract = contractOf(cx, closure);
  if (contract.returns !== null && isClosed(contract.returns)) {
    const annotation = (closure.node as FunctionDef).returns!;
    cx.lattice.grow(spec.returns, declaredType(cx, contract.returns, annotation));
  }
  if (closure.node.kind === 'Lambda') returnValue(cx, expression(cx, closure.node.body), closure.node.body);
  else {
    block(cx, closure.node.body);
    if (frame.env !== null) returnValue(cx, NONE, closure.node.returns ?? closure.node);
  }
  frame.env = null;
  cx.frame = caller;
  cx.at = at;
  cx.leave();
}

function assignParams(cx: Inference, spec: Spec): void {
  const { closure, frame, params } = spec;
  const { index } = closure.layout;
  const plain = plainParams(closure.node);
  const { vararg, kwarg } = closure.node.params;
  let next = 0;
  for (const param of plain) assignSlot(cx, frame, index.get(cx.mangled(param.name))!, params[next++]!);
  for (const param of [vararg, kwarg]) {
    if (param !== null) assignSlot(cx, frame, index.get(cx.mangled(param.name))!, params[next++]!);
  }
}

/** A value leaves the function being analysed. */
export function returnValue(cx: Inference, type: Type, node: Node): void {
  const { spec } = cx.frame;
  if (spec === null) return;
  const { returns } = contractOf(cx, spec.closure);
  if (returns !== null && !fitsQuietly(cx, type, returns)) {
    cx.fault(node, 'W0511', {
      callee: spec.closure.name,
      actual: type,
      expected: returns,
    });
  }
  if (returns !== null && isClosed(returns)) cx.lattice.grow(spec.returns, type);
  else cx.lattice.widen(spec.returns, type);
}

/**
 * Analyses a function that nothing calls, by its annotations alone. Parameters without one may be anything.
 */
export function analyseUncalled(cx: Inference, closure: Closure): void {
  const contract = contractOf(cx, closure);
  const plain = plainParams(closure.node);
  const bound: Type[] = plain.map((param, i) => {
    if (i === 0 && closure.owner !== null && contract.params[0] === null) return closure.owner.instance;
    const term = contract.params[i]!;
    if (term !== null) return declaredType(cx, term, param.annotation!);
    return cx.unknown(param, `nothing says what the parameter ${param.name} of ${closure.name} is`);
  });
  const { vararg, kwarg } = closure.node.params;
  if (vararg !== null) bound.push(cx.generic(knownClass('tuple'), [unannotated(cx, closure, vararg)]));
  if (kwarg !== null) bound.push(unannotated(cx, closure, kwarg));
  const spec = newSpec(cx, closure, bound);
  closure.specs.set('uncalled', spec);
  const saved = cx.frame;
  cx.frame = closure.outer;
  analyse(cx, spec);
  cx.frame = saved;
}

function unannotated(
  cx: Inference,
  closure: Closure,
  param: { name: string; span: Expr['span'] } & Node,
): Type {
  cx.loose(param, `nothing says what the parameter ${param.name} of ${closure.name} is`);
  return ANY;
}
