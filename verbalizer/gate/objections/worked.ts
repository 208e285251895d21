// What a sentence works out or counts with has to be the run's: `84 % 18` is also 12, but the run worked out `48 % 18`.
import { codeOf, exprOf } from '../../freeform/code.ts';
import type { Expr } from '../../../grammar/index.ts';
import { isFolded, momentsOf, shownBy, type Ground } from './ground.ts';
import { pairsOf, type Meaning } from '../../freeform/meaning.ts';
import type { Step } from '../../steps/step.ts';
import { expressionsOf, instantiates, isLiteral, stems } from '../stem.ts';
import { Working } from '../working.ts';

/** Order does not matter to them. */
const COMMUTATIVE = new Set(['+', '*']);

/** The first operation with values put in that the run does not work out here; null when there is none. */
export function unworked(ground: Ground): string | null {
  if (isFolded(ground)) return null;
  const working = new Working(ground.place);
  for (const atom of ground.atoms) {
    if (atom.kind !== 'code') continue;
    const expr = exprOf(atom.code);
    if (expr?.kind === 'Call' && isOfValues(expr) && !isShown(expr, ground))
      return `the run does not work out ${atom.code} here`;
    if (expr?.kind !== 'BinOp' || !hasValue(expr)) continue;
    if (isRun(expr, ground) || working.isSum(expr)) continue;
    return `the run does not work out ${atom.code} here`;
  }
  return null;
}

/** `a becomes 0 + 1`, where it is b that gets the sum; null when nothing is wrong. */
export function wrongTarget({ sentence, told, meaning }: Ground): string | null {
  for (const [claim] of sentence.piece.claims) {
    if (claim.kind !== 'value' || 'loose' in claim.subject) continue;
    const { code } = claim.subject;
    const sums = claim.chain.map((link) => exprOf(link)).filter((e) => e?.kind === 'BinOp');
    for (const step of sums.length === 0 ? [] : told) {
      const names = pairsOf(step.facts['pairs']).map(([name]) => name);
      const given = meaning.view
        .expressionsAt(step)
        .find(
          (e) =>
            e.kind === 'Tuple' &&
            e.elts.length === names.length &&
            e.elts.some((x, i) => codeOf(x) !== names[i]),
        );
      if (step.kind !== 'unpack' || !names.includes(code) || given?.kind !== 'Tuple') continue;
      const own = given.elts[names.indexOf(code)]!;
      const k = Math.max(0, step.index - 1);
      if (!sums.every((sum) => instantiates(sum!, own, k, meaning))) return `${code} does not get this`;
    }
  }
  return null;
}

/** `depth == 0, which is 1 == 0`: a comparison as a value. Null when none is strange. */
export function uncompared({ sentence, near, meaning }: Ground): string | null {
  for (const [claim] of sentence.piece.claims) {
    if (claim.kind !== 'value') continue;
    for (const link of claim.chain)
      if (exprOf(link)?.kind === 'Compare' && !stems(link, near, meaning))
        return `the run does not compare ${link} here`;
  }
  return null;
}

/** Whether a value stands where the program has something to work out. */
function hasValue(expr: Expr): boolean {
  return expr.kind === 'BinOp' ? hasValue(expr.left) || hasValue(expr.right) : isLiteral(expr);
}

function isRun(expr: Expr & { kind: 'BinOp' }, { near, meaning }: Ground): boolean {
  const turned = COMMUTATIVE.has(expr.op) ? [{ ...expr, left: expr.right, right: expr.left }] : [];
  // `dividing 7 by 2` is any of the three
  const divided = expr.op === '/' ? (['//', '%'] as const).map((op) => ({ ...expr, op })) : [];
  return [expr, ...turned, ...divided].some((e) => isOf(e, near, meaning));
}

/** `max(2, 5)`: a call of no function of the program, of values alone. */
function isOfValues(expr: Expr & { kind: 'Call' }): boolean {
  return (
    expr.func.kind === 'Name' && expr.args.length > 1 && expr.args.every((arg) => isLiteral(arg as Expr))
  );
}

function isShown(expr: Expr & { kind: 'Call' }, { near, told, meaning }: Ground): boolean {
  // what the sentence does itself, and not what was worked out before
  const own = told.length === 0 ? near : near.filter(({ index }) => index >= told[0]!.index);
  return meaning.view.functions.has(codeOf(expr.func)) || isOf(expr, own, meaning);
}

/** Whether a step works this out, with the values from before it when it changes something. */
function isOf(expr: Expr, steps: readonly Step[], meaning: Meaning): boolean {
  return steps.some((step) => {
    const changes = /^(?:bind|unpack|mutate)$/.test(step.kind);
    const ks = [step.index - 1, ...(changes ? [] : [step.index])].filter((k) => k >= 0);
    return [...expressionsOf(step, meaning)].some((program) =>
      ks.some((k) => instantiates(expr, program, k, meaning)),
    );
  });
}

/** The first number that neither the steps near nor the values of that moment have; null when there is none. */
export function strangeNumber(ground: Ground): string | null {
  if (isFolded(ground)) return null;
  const known = numbersOf(ground);
  const { place, meaning } = ground;
  for (const { kind, ...atom } of ground.atoms) {
    if (kind !== 'code' || !('number' in atom) || atom.number) continue;
    if (!/^-?\d+(?:\.\d+)?$/.test(atom.code) || known.has(atom.code.replace(/^-/, ''))) continue;
    const n = Number(atom.code);
    if (place.isSize(atom.code) || place.counts(n, true) || place.roundsNow().includes(n)) continue;
    if (place.callsNow().includes(n)) continue;
    if (ground.near.some((s) => stems(atom.code, [s], meaning))) continue;
    return `${atom.code} does not come up here`;
  }
  return null;
}

/** Every number that the steps near show, their lines have, or a variable holds. */
function numbersOf(ground: Ground): ReadonlySet<string> {
  const { near, meaning } = ground;
  const texts = near.flatMap((step) => [
    ...shownBy(step),
    ...meaning.view.expressionsAt(step).map((expr) => codeOf(expr)),
  ]);
  for (const k of momentsOf(ground))
    for (const [, text] of meaning.view.timeline.variablesAt(k)) texts.push(text);
  return new Set(texts.flatMap((text) => [...text.matchAll(/\d+(?:\.\d+)?/g)].map(([n]) => n)));
}
