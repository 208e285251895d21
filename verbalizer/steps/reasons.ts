// Why a condition came out as it did: the two sides of a comparison, what kind of value decided, or the operands of
// `and` and `or`. Facts for sentences that give a reason; knows values and expressions, no events.
import type { BoolOp, CompareOperator, Expr } from '../../grammar/ast.ts';
import { PyInstance } from '../../interpreter/values/class.ts';
import { PyFloat, type Value } from '../../interpreter/values/objects.ts';
import type { SlotValue } from '../claims.ts';
import { isBestNamed, sizeOf } from './value-hints.ts';
import { truthIn, type Values, type Workings } from './working.ts';

type Facts = Record<string, SlotValue>;

/** How claims name the comparison operators. */
const OPERATORS: Readonly<Record<CompareOperator, string>> = {
  '<': 'lt',
  '<=': 'le',
  '>': 'gt',
  '>=': 'ge',
  '==': 'eq',
  '!=': 'ne',
  in: 'in',
  'not in': 'notin',
  is: 'is',
  'is not': 'isnot',
};

/** Longer operands are not put into a sentence about two of them. */
const LONGEST_OPERAND = 48;
/** Longer sides of comparisons stand under their name; numbers are best seen. */
const LONGEST_NUMBER = 120;
const LONGEST_SIDE = 40;
/** Containers that have a name are told by it beyond this. */
const LONGEST_NAMED = 20;

/** The facts that say why `part`, the evaluated part of a condition, is `truth`. */
export function reasonsFor(part: Expr, truth: boolean, values: Values, workings: Workings): Facts {
  switch (part.kind) {
    case 'Compare':
      return comparison(part, truth, values, workings);
    case 'BoolOp':
      return operands(part, truth, values, workings);
    case 'UnaryOp':
      return part.op === 'not' && part.operand.kind !== 'Compare' && part.operand.kind !== 'BoolOp'
        ? kind(part.operand, '1', values, workings)
        : {};
    case 'Constant':
      return {};
    default:
      return kind(part, '0', values, workings);
  }
}

/** The sides of the link that decided: the last one evaluated, of a chain that failed. */
function comparison(
  part: Expr & { kind: 'Compare' },
  truth: boolean,
  values: Values,
  workings: Workings,
): Facts {
  if (part.ops.length > 1 && truth) return {};
  const at = part.comparators.findLastIndex((c) => values.has(c));
  if (at < 0) return {};
  const left = sideOf(at === 0 ? part.left : part.comparators[at - 1]!, values, workings);
  const right = sideOf(part.comparators[at]!, values, workings);
  if (left === null || right === null) return {};
  return { left, op: OPERATORS[part.ops[at]!], right };
}

function sideOf(expr: Expr, values: Values, workings: Workings): string[] | null {
  const value = values.get(expr);
  if (value === undefined) return null;
  const most =
    sizeOf(value) === null
      ? LONGEST_NUMBER
      : expr.kind === 'Name' && typeof value !== 'string'
        ? LONGEST_NAMED
        : LONGEST_SIDE;
  const text = values.textWithin(expr, most);
  // an object is told apart from others by what it shows of itself
  // `:=` has just given the name its value
  if (text !== null && expr.kind === 'NamedExpr' && expr.target.kind === 'Name')
    return [expr.target.id, text];
  if (text !== null && (!isBestNamed(value) || value instanceof PyInstance))
    return workings.stages(expr, values, text);
  // what is long or has no text that says anything stands under its name
  const name = workings.addressed(expr, values);
  return name.length <= LONGEST_NUMBER ? [name] : null;
}

/** Whether a condition reads as a sentence, `n > 0 and not done`: all that it asks are comparisons and negations. */
export function isSentence(test: Expr): boolean {
  if (test.kind === 'BoolOp') return test.values.every(isSentence);
  return test.kind === 'Compare' || (test.kind === 'UnaryOp' && test.op === 'not');
}

/** What a condition must be for a loop to go on, by the value that it has now: `true`, `filled`, `nonzero`, `object`. */
export function goalOf(test: Expr, values: Values): string {
  const value = values.get(test);
  if (value === undefined || test.kind === 'BoolOp') return 'object';
  if (typeof value === 'boolean') return 'true';
  if (typeof value === 'string' || sizeOf(value) !== null) return 'filled';
  return kindOf(value).endsWith('zero') ? 'nonzero' : 'object';
}

/** Whether the operands of an `and` or `or` say something that holds or does not, rather than being values. */
export function saysSomething({ values: operands }: BoolOp, values: Values): boolean {
  return operands.every(
    (operand) =>
      operand.kind === 'Compare' || (operand.kind === 'Call' && typeof values.get(operand) === 'boolean'),
  );
}

/** What kind of value a condition without a comparison rests on. */
function kind(expr: Expr, not: string, values: Values, workings: Workings): Facts {
  const value = values.get(expr);
  if (value === undefined) return {};
  const text = values.textWithin(expr, LONGEST_OPERAND);
  const named = text === null || isBestNamed(value);
  const on = named ? [workings.addressed(expr, values)] : workings.stages(expr, values, text);
  return { on, why: kindOf(value), not };
}

function kindOf(value: Value): string {
  if (value === null) return 'none';
  if (typeof value === 'boolean') return value ? 'true' : 'false';
  if (typeof value === 'string') return value === '' ? 'blank' : 'text';
  if (typeof value !== 'object') return value === 0 ? 'zero' : 'nonzero';
  if (value instanceof PyFloat) return value.value === 0 ? 'zero' : 'nonzero';
  const size = sizeOf(value);
  return size === null ? 'object' : size === 0 ? 'empty' : 'filled';
}

/** Both operands of an `and` or `or` that were evaluated. */
function operands(part: BoolOp, truth: boolean, values: Values, workings: Workings): Facts {
  if (part.values.length !== 2) return {};
  const [a, b] = part.values as [Expr, Expr];
  if (a.kind === 'UnaryOp' && a.op === 'not' && b.kind === 'UnaryOp' && b.op === 'not')
    return negations(part, truth, a.operand, b.operand, values, workings);
  if (truthIn(values, a) === undefined || truthIn(values, b) === undefined) return {};
  const turned = part.op === 'or' && !truth ? undenied(a) : null;
  const first = operand(turned ?? a, values, workings);
  const second = operand(b, values, workings);
  if (first === null || second === null) return {};
  if (part.op === 'and') return { first, second, join: truth ? 'both' : 'butnot' };
  return truth ? {} : { first, second, join: turned === null ? 'neither' : 'turned' };
}

/** What `x not in xs` denies: no sentence denies it once more. */
function undenied(expr: Expr): Expr | null {
  if (expr.kind !== 'Compare' || expr.ops.length > 1) return null;
  const [op] = expr.ops;
  return op === 'not in' ? { ...expr, ops: ['in'] } : op === 'is not' ? { ...expr, ops: ['is'] } : null;
}

/** Of `not a or not b` that is false, and of `not a and not b` that is true, what the two themselves are. */
function negations(
  part: BoolOp,
  truth: boolean,
  a: Expr,
  b: Expr,
  values: Values,
  workings: Workings,
): Facts {
  if (truth !== (part.op === 'and')) return {};
  if (truthIn(values, part.values[1]!) === undefined) return {};
  const first = operand(a, values, workings);
  const second = operand(b, values, workings);
  if (first === null || second === null) return {};
  return { first, second, join: truth ? 'bothnot' : 'neithernot' };
}

/** A comparison with its values; `3 == 3` says less than what is written. */
function compared(expr: Expr & { kind: 'Compare' }, values: Values, workings: Workings): string {
  const text = workings.closed(expr, values);
  const sides = text.split(' == ');
  const written = workings.addressed(expr, values);
  return sides.length === 2 && sides[0] === sides[1] && written.length <= LONGEST_OPERAND ? written : text;
}

function operand(expr: Expr, values: Values, workings: Workings): string | null {
  if (
    expr.kind === 'BoolOp' ||
    (expr.kind === 'UnaryOp' && expr.op !== 'not') ||
    expr.kind === 'IfExp' ||
    (expr.kind === 'Compare' && expr.ops.length > 1)
  )
    return null;
  const text = expr.kind === 'Compare' ? compared(expr, values, workings) : workings.brief(expr, values);
  return text.length <= LONGEST_OPERAND ? text : null;
}
