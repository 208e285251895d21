// Conditions: which way the flow may go, and what is known of the variables on either way.
// `x is None`, isinstance, truth, comparison with literals. Knows expressions, not statements.
import type { Compare, Expr } from '../../ast.ts';
import { copyEnv, joinEnvs, setFact, type Env } from '../env.ts';
import type { Inference } from '../inference.ts';
import { falsyPart, truthyPart } from '../protocols.ts';
import { pathOf } from './attributes.ts';
import { classesOf, onlyInstances, withoutInstances } from './class-tests.ts';
import { expression } from './expressions.ts';
import { resolve } from './names.ts';
import { BOOL, Bit, INT, NEVER, isNever, makeType, within, without, type Type } from '../type.ts';

/** The two ways on from a condition; null where it cannot be reached. */
export interface Branch {
  readonly type: Type;
  readonly yes: Env | null;
  readonly no: Env | null;
}

/** Evaluates a condition. The caller goes on with one or both of the states given. */
export function branch(cx: Inference, node: Expr): Branch {
  if (node.kind === 'UnaryOp' && node.op === 'not') {
    const { yes, no } = branch(cx, node.operand);
    return record(cx, node, { type: BOOL, yes: no, no: yes });
  }
  if (node.kind === 'BoolOp') return record(cx, node, boolean(cx, node.op, node.values));
  if (node.kind === 'Constant') {
    const type = expression(cx, node);
    const { env } = cx;
    const truth = literalTruth(node);
    return { type, yes: truth ? env : null, no: truth ? null : env };
  }
  const type = expression(cx, node);
  const no = cx.env;
  const yes = copyEnv(no);
  return { type, yes: narrowed(cx, yes, node, true, type), no: narrowed(cx, no, node, false, type) };
}

function record(cx: Inference, node: Expr, result: Branch): Branch {
  if (cx.recorded !== null) cx.record(node, result.type);
  return result;
}

function boolean(cx: Inference, op: 'and' | 'or', values: readonly Expr[]): Branch {
  const stopsOn = op === 'or';
  let left: Env | null = null;
  let result = NEVER;
  for (const [i, value] of values.entries()) {
    const one = branch(cx, value);
    const goesOn = stopsOn ? one.no : one.yes;
    if (i === values.length - 1 || goesOn === null) {
      result = cx.lattice.join(result, one.type);
      const end = joinEnvs(cx.lattice, left, stopsOn ? one.yes : one.no);
      return stopsOn ? { type: result, yes: end, no: goesOn } : { type: result, yes: goesOn, no: end };
    }
    result = cx.lattice.join(result, stopsOn ? truthyPart(one.type) : falsyPart(one.type));
    left = joinEnvs(cx.lattice, left, stopsOn ? one.yes : one.no);
    cx.frame.env = goesOn;
  }
  return { type: result, yes: null, no: null };
}

function literalTruth(node: Extract<Expr, { kind: 'Constant' }>): boolean {
  const { value } = node;
  switch (value.type) {
    case 'None':
      return false;
    case 'Ellipsis':
      return true;
    case 'bytes':
    case 'str':
      return value.value.length > 0;
    case 'int':
      return value.value !== 0 && value.value !== 0n;
    case 'float':
    case 'imaginary':
      return value.value !== 0;
    case 'bool':
      return value.value;
  }
}

/** The state when the condition turned out so; null if it cannot. */
function narrowed(cx: Inference, env: Env, node: Expr, truth: boolean, type: Type): Env | null {
  if (node.kind === 'Name' || node.kind === 'Attribute' || node.kind === 'NamedExpr') {
    return refine(cx, env, node, type, truth ? truthyPart(type) : falsyPart(type));
  }
  if (node.kind === 'Call') return narrowedByCall(cx, env, node, truth);
  const isComparison = node.kind === 'Compare' && node.ops.length === 1;
  return isComparison ? narrowedByComparison(cx, env, node, truth) : env;
}

/** Gives a variable or an attribute a narrower type. A type that becomes empty means that nothing gets here. */
function refine(cx: Inference, env: Env, node: Expr, before: Type, after: Type): Env | null {
  if (after === before) return env;
  if (isNever(after)) return isNever(before) ? env : null;
  const target = node.kind === 'NamedExpr' ? node.target : node;
  if (target.kind === 'Name') {
    const place = resolve(cx, target.id);
    if (place === null) return env;
    if (place.own && place.frame === cx.frame && !place.frame.layout.shared[place.slot]) {
      env.vars[place.slot] = after;
      return env;
    }
  }
  const path = pathOf(cx, target);
  if (path !== null) setFact(env, path, after);
  return env;
}

/** The expression whose value a test is about: `(m := f())` is about m. */
function subjectOf(node: Expr): Expr {
  return node.kind === 'NamedExpr' ? node.target : node;
}

function typeIn(cx: Inference, env: Env, node: Expr): Type | null {
  const subject = subjectOf(node);
  if (subject.kind !== 'Name' && subject.kind !== 'Attribute') return null;
  const saved = cx.frame.env;
  cx.frame.env = env;
  const type = expression(cx, subject);
  cx.frame.env = saved;
  return type;
}

function narrowedByComparison(cx: Inference, env: Env, node: Compare, truth: boolean): Env | null {
  const op = node.ops[0]!;
  const right = node.comparators[0]!;
  const { left } = node;
  const isEqual = op === 'is' || op === '==';
  if (isEqual || op === 'is not' || op === '!=') {
    const holds = truth === isEqual;
    if (isNone(right)) return narrowedNone(cx, env, left, holds, op === 'is' || op === 'is not');
    if (left.kind === 'Call' && isTypeCall(left)) return narrowedByType(cx, env, left.args[0]!, right, holds);
    if (holds && right.kind === 'Constant') return narrowedToLiteral(cx, env, left);
    return env;
  }
  if (op === '<' || op === '<=' || op === '>' || op === '>=') return narrowedSign(cx, env, node, op, truth);
  return env;
}

function isNone(node: Expr): boolean {
  return node.kind === 'Constant' && node.value.type === 'None';
}

function narrowedNone(
  cx: Inference,
  env: Env,
  left: Expr,
  isNoneNow: boolean,
  byIdentity: boolean,
): Env | null {
  const type = typeIn(cx, env, left);
  if (type === null) return env;
  const after = isNoneNow ? makeType(type.mask & (Bit.none | Bit.any), []) : without(type, Bit.none);
  // An `==` of a user class may say that it equals None.
  if (isNoneNow && !byIdentity && type.parts.some((part) => part.kind === 'instance')) return env;
  return refine(cx, env, subjectOf(left), type, after);
}

/** `x == 'a'`: then x is not None. */
function narrowedToLiteral(cx: Inference, env: Env, left: Expr): Env | null {
  const type = typeIn(cx, env, left);
  return type === null ? env : refine(cx, env, subjectOf(left), type, without(type, Bit.none));
}

const FLIPPED = { '<': '>', '<=': '>=', '>': '<', '>=': '<=' } as const;
const OPPOSITE = { '<': '>=', '<=': '>', '>': '<=', '>=': '<' } as const;

/** `n >= 0` and the like tell the sign of an int. */
function narrowedSign(
  cx: Inference,
  env: Env,
  node: Compare,
  written: keyof typeof FLIPPED,
  truth: boolean,
): Env | null {
  const right = node.comparators[0]!;
  const [subject, bound] =
    integer(right) === null ? [right, integer(node.left)] : [node.left, integer(right)];
  if (bound === null) return env;
  const direction = subject === right ? FLIPPED[written] : written;
  const op = truth ? direction : OPPOSITE[direction];
  const type = typeIn(cx, env, subject);
  if (type === null || !within(type, INT | Bit.bool)) return env;
  const excludesNegative = (op === '>=' && bound >= 0) || (op === '>' && bound >= -1);
  const excludesNatural = (op === '<' && bound <= 0) || (op === '<=' && bound <= -1);
  const gone = excludesNegative ? Bit.neg : excludesNatural ? Bit.nat | Bit.bool : 0;
  return refine(cx, env, subjectOf(subject), type, without(type, gone));
}

function integer(node: Expr): number | null {
  if (node.kind === 'Constant' && node.value.type === 'int') return Number(node.value.value);
  if (node.kind === 'UnaryOp' && node.op === '-') {
    const value = integer(node.operand);
    return value === null ? null : -value;
  }
  return null;
}

function isTypeCall(node: Extract<Expr, { kind: 'Call' }>): boolean {
  return node.func.kind === 'Name' && node.func.id === 'type' && node.args.length === 1;
}

/** `type(x) == C`: exactly C. The other way tells nothing, as a subclass may be. */
function narrowedByType(cx: Inference, env: Env, subject: Expr, cls: Expr, holds: boolean): Env | null {
  const type = typeIn(cx, env, subject);
  const classes = classesOf(cx, expression(cx, cls));
  if (type === null || classes === null || !holds) return env;
  return refine(cx, env, subjectOf(subject), type, onlyInstances(cx, type, classes));
}

function narrowedByCall(
  cx: Inference,
  env: Env,
  node: Extract<Expr, { kind: 'Call' }>,
  truth: boolean,
): Env | null {
  if (node.func.kind !== 'Name' || node.func.id !== 'isinstance' || node.args.length !== 2) return env;
  if (resolve(cx, 'isinstance') !== null) return env;
  const type = typeIn(cx, env, node.args[0]!);
  const classes = classesOf(cx, expression(cx, node.args[1]!));
  if (type === null || classes === null) return env;
  const after = truth ? onlyInstances(cx, type, classes) : withoutInstances(type, classes);
  return refine(cx, env, subjectOf(node.args[0]!), type, after);
}
