// Whether a claim tells how a condition came out: it speaks of the same sides, and what it says decides the condition.
import { codeOf, exprOf } from '../freeform/code.ts';
import type { Expr } from '../../grammar/index.ts';
import type { ClaimOf } from '../freeform/claims.ts';
import { PRONOUNS } from '../freeform/words.ts';
import { links, ONE_SIDED, relationCode, type Meaning, type Referents } from '../freeform/meaning.ts';
import type { Step } from '../steps/step.ts';
import { instantiates, isImpure, isLiteral } from './stem.ts';

/** A condition that has no `and`, `or` or `not` around it, and how it came out; null when it was not evaluated. */
export interface Part {
  readonly expr: Expr;
  readonly truth: boolean | null;
  /** It stands behind a `not` in what is joined. */
  readonly negated: boolean;
  /** The same with the values that the run had, where it cannot be evaluated again: `30 > 50`. */
  readonly shown: Expr | null;
}

/** How a condition is put together from its parts. */
export interface Condition {
  readonly kind: 'and' | 'or' | 'one';
  readonly parts: readonly Part[];
  readonly truth: boolean;
  /** The step that asks it, and the step after which its parts are what they were when it was asked: before what it changes itself. */
  readonly asked: number;
  readonly at: number;
}

/** The step before what a condition changes when it is evaluated: `not xs or xs.pop() > 3`. */
function momentOf(step: Step, { view: { story } }: Meaning): number {
  const before = story.steps[step.index - 1];
  const own = before?.kind === 'mutate' && before.line === step.line && before.frame === step.frame;
  return own && isImpure(step.facts['source'] as string) ? before.index - 1 : step.index;
}

/** The condition of a test step. */
export function conditionOf(step: Step, meaning: Meaning): Condition {
  const source = exprOf(step.facts['source'] as string);
  const truth = step.facts['truth'] === '1';
  const at = momentOf(step, meaning);
  if (source === null) return { kind: 'one', parts: [], truth, asked: step.index, at };
  const shown = exprOf(links(step.facts['chain']).at(-1) ?? '');
  const seen = shown === null ? [] : partsOf(shown).map((part) => part.expr);
  const joined = inner(source);
  const flipped = joined !== source;
  const parts = partsOf(joined, flipped).map(({ expr, negated }, i, all): Part => {
    // what changes something when it is evaluated cannot be evaluated again: `open_ones.pop() != pairs[c]`
    if (expr.kind === 'Compare' && /\.pop\w*\(|next\(/.test(codeOf(expr)) && shown?.kind === 'Compare')
      return { expr: shown, negated, truth: meaning.view.truthOf(codeOf(shown), step.index), shown: null };
    const known = meaning.view.truthOf(codeOf(expr), at);
    const value = known === null && seen.length === all.length ? seen[i]! : null;
    return {
      expr,
      negated,
      truth: known ?? (value === null ? null : meaning.view.truthOf(codeOf(value), at)),
      shown: value,
    };
  });
  if (parts.length === 1) return { kind: 'one', parts, truth, asked: step.index, at };
  const op = joined.kind === 'BoolOp' ? joined.op : 'and';
  return { kind: flipped ? (op === 'and' ? 'or' : 'and') : op, parts, truth, asked: step.index, at };
}

/** What a `not` around all of it turns round; the condition itself when none does. */
function inner(expr: Expr): Expr {
  return expr.kind === 'UnaryOp' && expr.op === 'not' ? expr.operand : expr;
}

/** The parts of a condition without what joins them. */
function partsOf(expr: Expr, negated = false): { readonly expr: Expr; readonly negated: boolean }[] {
  if (expr.kind === 'BoolOp') return expr.values.flatMap((value) => partsOf(value, negated));
  if (expr.kind === 'UnaryOp' && expr.op === 'not') return partsOf(expr.operand, !negated);
  if (expr.kind !== 'Compare' || expr.ops.length === 1) return [{ expr, negated }];
  // `0 <= i < n` has two parts
  return expr.ops.map((op, i) => ({
    expr: {
      ...expr,
      left: i === 0 ? expr.left : expr.comparators[i - 1]!,
      ops: [op],
      comparators: [expr.comparators[i]!],
    },
    negated,
  }));
}

/** Whether the parts that were told decide the condition. */
export function decided({ kind, parts, truth }: Condition, told: ReadonlySet<Part>): boolean {
  if (kind === 'one') return told.size > 0;
  // of what is joined by `and` one part that is false decides, by `or` one that is true
  const deciding = kind === 'or';
  if (truth !== deciding) return parts.every((p) => told.has(p));
  return parts.some((p) => told.has(p) && p.truth !== null && (p.truth !== p.negated) === deciding);
}

const VOWELS = "'aeiouAEIOU'";

type Sign = -1 | 0 | 1;
/** For which orders of its sides a comparison holds. */
const HOLDS: Readonly<Record<string, readonly Sign[]>> = {
  '<': [-1],
  '<=': [-1, 0],
  '==': [0],
  '>=': [0, 1],
  '>': [1],
  '!=': [-1, 1],
};
const MIRRORED: Readonly<Record<string, string>> = {
  '<': '>',
  '<=': '>=',
  '==': '==',
  '>=': '<=',
  '>': '<',
  '!=': '!=',
};

/** Whether knowing that `op` comes out as `truth` decides how `other` comes out. */
function decides(op: string, truth: boolean, other: string): boolean {
  const membership = new Set(['in', 'not in']);
  if (membership.has(op)) return membership.has(other);
  const signs = ([-1, 0, 1] as const).filter((s) => (HOLDS[op]?.includes(s) ?? false) === truth);
  const held = HOLDS[other];
  if (held === undefined) return false;
  return signs.every((s) => held.includes(s)) || signs.every((s) => !held.includes(s));
}

/** A question is the condition's when either answer decides it. */
function asksOrDecides(op: string, said: boolean | null, other: string): boolean {
  return said === null ? decides(op, true, other) && decides(op, false, other) : decides(op, said, other);
}

/** The relation with its loose sides put in, for every way to do so. */
export function readings(claim: ClaimOf<'relation'>, referents: Referents, meaning: Meaning): Expr[] {
  const found: Expr[] = [];
  for (const left of meaning.codesOf(claim.left, referents))
    for (const right of ONE_SIDED.has(claim.op) ? [''] : meaning.codesOf(claim.right, referents)) {
      const expr = exprOf(relationCode(left, claim.op, right));
      if (expr !== null) found.push(expr);
    }
  return found;
}

export type Fit = { readonly part: Part; readonly right: boolean };

/**
 * The part of a condition that a relation speaks of, and whether it says what came out. Null: it speaks of none.
 * A question (truth null) fits without saying anything.
 */
export function fits(
  claim: ClaimOf<'relation'>,
  referents: Referents,
  condition: Condition,
  k: number,
  meaning: Meaning,
): Fit[] {
  // `a match`: of two sides that are not said
  if (
    'loose' in claim.left &&
    'loose' in claim.right &&
    (claim.op === '==' || claim.op === '!=') &&
    claim.right.loose === ''
  ) {
    const part = condition.parts.find((p) => p.expr.kind === 'Compare' && /^[=!]=$/.test(p.expr.ops[0]!));
    if (part !== undefined && part.expr.kind === 'Compare' && part.truth !== null) {
      const equal = (part.expr.ops[0] === '==') === part.truth;
      return [{ part, right: claim.truth === null || equal === ((claim.op === '==') === claim.truth) }];
    }
  }
  // `it is in there`: only the left side is said
  if (!ONE_SIDED.has(claim.op) && 'loose' in claim.right) {
    for (const part of condition.parts) {
      if (part.expr.kind !== 'Compare' || !related(claim.op, part.expr.ops[0]!)) continue;
      const right = codeOf(part.expr.comparators[0]!);
      const inner = fits({ ...claim, right: { code: right } }, referents, condition, k, meaning);
      if (inner.length > 0) return inner;
    }
    return [];
  }
  // `the list is empty`: the one that is asked about
  if (
    'loose' in claim.left &&
    /^(?:non)?empty$/.test(claim.op) &&
    !PRONOUNS.has(claim.left.loose) &&
    claim.left.loose !== ''
  ) {
    const held = condition.parts.filter(({ expr }) =>
      /^[[({'"]/.test(meaning.view.evaluateExpr(expr, k) ?? ''),
    );
    const own = held.length === 1 ? codeOf(held[0]!.expr) : null;
    if (own !== null) return fits({ ...claim, left: { code: own } }, referents, condition, k, meaning);
  }
  const moment = k === condition.asked ? condition.at : k;
  const found: Fit[] = [];
  for (const reading of readings(claim, referents, meaning)) {
    // `3 > 4 is False` says that it is false
    const told = truthSaid(reading);
    const expr = told?.of ?? reading;
    const said = told === null || claim.truth === null ? claim.truth : claim.truth === told.value;
    const atoms = atomsOf(expr);
    const whole = isJoined(expr) ? { said, truth: truthOfJoined(expr, condition, moment, meaning) } : null;
    for (const [atom, negated] of atoms) {
      // what `it` points to stands on the left, as the condition has it
      const turned = 'code' in claim.left;
      const own = said === null || !negated ? said : !said;
      const fit = fitOne(atom, own, condition, moment, meaning, claim.op === 'vs', turned);
      if (fit === null || found.some((f) => f.part === fit.part)) continue;
      found.push(whole === null ? fit : { ...fit, right: said === null || whole.truth === said });
    }
    // what is said in one has to be the condition's, part by part
    if (whole !== null && !inOrder(found, atoms.length, condition)) return [];
    if (found.length > 0) return found;
  }
  return found;
}

/** Whether as many parts were found as were said, in the order of the condition. */
function inOrder(found: readonly Fit[], count: number, { parts }: Condition): boolean {
  const places = found.map(({ part }) => parts.indexOf(part));
  return places.length === count && places.every((place, i) => i === 0 || place > places[i - 1]!);
}

/** What a comparison with True or False says of another. */
function truthSaid(expr: Expr): { of: Expr; value: boolean } | null {
  if (expr.kind !== 'Compare' || expr.ops.length > 1 || expr.ops[0] !== '==') return null;
  const right = codeOf(expr.comparators[0]!);
  if (!/^(?:True|False)$/.test(right) || !/^(?:Compare|BoolOp)$/.test(expr.left.kind)) return null;
  return { of: expr.left, value: right === 'True' };
}

function related(op: string, other: string): boolean {
  return ['in', 'not in'].includes(op) === ['in', 'not in'].includes(other);
}

/** `a and b` speaks of both; `not a` of a, the other way round. */
function atomsOf(expr: Expr): readonly (readonly [atom: Expr, negated: boolean])[] {
  return partsOf(expr).map((part) => [part.expr, part.negated]);
}

/** Whether it has several parts: `a and b`, `0 <= i < n`. */
function isJoined(expr: Expr): boolean {
  return expr.kind === 'BoolOp' || (expr.kind === 'Compare' && expr.ops.length > 1);
}

/** How a text joined by `and` or `or` comes out: by itself, or by the parts of the condition that it speaks of. */
function truthOfJoined(expr: Expr, condition: Condition, k: number, meaning: Meaning): boolean | null {
  const truths = atomsOf(expr).map(([atom, negated]) => {
    const known =
      meaning.view.truthOf(codeOf(atom), k) ??
      condition.parts.map((part) => truthAsShown(atom, part, k, meaning)).find((truth) => truth !== null) ??
      null;
    return known === null ? null : known !== negated;
  });
  const deciding = expr.kind === 'BoolOp' && expr.op === 'or';
  if (truths.includes(deciding)) return deciding;
  return truths.includes(null) ? null : !deciding;
}

function fitOne(
  text: Expr,
  said: boolean | null,
  condition: Condition,
  k: number,
  meaning: Meaning,
  sidesOnly: boolean,
  turned: boolean,
): Fit | null {
  for (const part of condition.parts) {
    const truth = meaning.view.truthOf(codeOf(text), k) ?? truthAsShown(text, part, k, meaning);
    const right = said === null || (truth !== null && truth === said);
    if (part.expr.kind !== 'Compare' || text.kind !== 'Compare') {
      if (text.kind === 'Compare' && isTruth(text, part.expr, k, meaning)) return { part, right };
      if (text.kind === 'Compare' && said === true && isValueOf(text, part.expr, k, meaning))
        return { part, right };
      if (instantiates(text, part.expr, k, meaning)) return { part, right };
      continue;
    }
    const [p, t] = [part.expr, text];
    const [po, to] = [asEquality(p.ops[0]!), asEquality(t.ops[0]!)];
    const straight =
      (sameSide(t.left, p.left, k, meaning) || sameShown(t.left, part, 'left')) &&
      (sameSide(t.comparators[0]!, p.comparators[0]!, k, meaning) ||
        sameShown(t.comparators[0]!, part, 'right'));
    if (straight && (sidesOnly || asksOrDecides(to, said, po))) return { part, right };
    if (straight) continue;
    const swapped =
      sameSide(t.left, p.comparators[0]!, k, meaning) && sameSide(t.comparators[0]!, p.left, k, meaning);
    // nobody says of `depth == 0` that 0 is 1
    const backwards =
      isLiteral(t.left) && isLiteral(t.comparators[0]!) && isLiteral(p.comparators[0]!) && /^[=!]=$/.test(to);
    if (
      turned &&
      swapped &&
      !backwards &&
      (sidesOnly || (MIRRORED[to] !== undefined && asksOrDecides(MIRRORED[to], said, po)))
    )
      return { part, right };
    // a remainder that is named decides what is asked of it
    const remainder = p.left.kind === 'BinOp' && p.left.op === '%' && /^\d+$/.test(codeOf(t.comparators[0]!));
    if (remainder && to === '==' && said !== false && sameSide(t.left, p.left, k, meaning))
      return { part, right };
    // `7 is not even` names it too
    const parity = /^[01]$/.test(codeOf(t.comparators[0]!));
    if (
      remainder &&
      to === '==' &&
      said === false &&
      parity &&
      isTwo(p.left) &&
      sameSide(t.left, p.left, k, meaning)
    )
      return { part, right };
  }
  return null;
}

/** Whether a side is the value that the run has shown for it. */
function sameShown(text: Expr, { shown }: Part, side: 'left' | 'right'): boolean {
  if (shown?.kind !== 'Compare') return false;
  return codeOf(side === 'left' ? shown.left : shown.comparators[0]!) === codeOf(text);
}

/** The truth of a text about a part, with the values that the run has shown put in for what it cannot evaluate. */
function truthAsShown(text: Expr, { expr, shown }: Part, k: number, meaning: Meaning): boolean | null {
  if (shown === null) return null;
  const [sides, values] =
    expr.kind === 'Compare' && shown.kind === 'Compare'
      ? [
          [expr.left, expr.comparators[0]!],
          [shown.left, shown.comparators[0]!],
        ]
      : [[expr], [shown]];
  let code = codeOf(text);
  sides.forEach((side, i) => {
    code = code.replace(codeOf(side), codeOf(values[i]!));
  });
  return meaning.view.truthOf(code, k);
}

/** `n != 0`, `len(xs) > 0` decide whether n, xs count as true. */
function isTruth(text: Expr & { kind: 'Compare' }, program: Expr, k: number, meaning: Meaning): boolean {
  const [op, right] = [text.ops[0]!, codeOf(text.comparators[0]!)];
  if (/^(?:True|False)$/.test(right) && /^(?:==|is)$/.test(op))
    return instantiates(text.left, program, k, meaning);
  if (text.ops.length > 1 || !/^(?:==|!=|>)$/.test(op)) return false;
  const value = meaning.view.evaluateExpr(program, k) ?? '';
  const { left } = text;
  if (left.kind === 'Call' && codeOf(left.func) === 'len' && right === '0')
    return instantiates(left.args[0] as Expr, program, k, meaning);
  const nothing = /^-?\d/.test(value)
    ? op !== '>' && /^0(?:\.0)?$/.test(right)
    : op !== '>' && /^(?:\[\]|\{\}|\(\)|''|None)$/.test(right);
  return nothing && instantiates(left, program, k, meaning);
}

/** `n & 1 is 1`, where the program asks `n & 1`: its value says whether it counts as true. */
function isValueOf(text: Expr & { kind: 'Compare' }, program: Expr, k: number, meaning: Meaning): boolean {
  const right = text.comparators[0]!;
  const plain = text.ops.length === 1 && text.ops[0] === '==' && isLiteral(right);
  return plain && program.kind === 'BinOp' && instantiates(text.left, program, k, meaning);
}

/** With None, identity is equality. */
function asEquality(op: string): string {
  return op === 'is' ? '==' : op === 'is not' ? '!=' : op;
}

function isTwo(expr: Expr): boolean {
  return expr.kind === 'BinOp' && codeOf(expr.right) === '2';
}

function sameSide(text: Expr, program: Expr, k: number, meaning: Meaning): boolean {
  // `a vowel` means what the program takes for vowels
  if (codeOf(text) === VOWELS) {
    const letters = meaning.view.evaluateExpr(program, k);
    return letters !== null && /^['"][aeiouAEIOU]+['"]$/.test(letters);
  }

  return instantiates(text, program, k, meaning);
}
