// The sides of a comparison as a sentence names them: each of them, in the order of the condition. `word[1] is 'o' and word[1] is
// 'o'`, where word[1] is held against word[2], says nothing false and not what is compared.
import { codeOf, exprOf } from '../../freeform/code.ts';
import type { Expr } from '../../../grammar/index.ts';
import { instantiates } from '../stem.ts';
import { conditionOf } from '../tests.ts';
import type { Ground } from './ground.ts';

/** Elements that are not those compared, or in another order; null when nothing is wrong. */
export function wrongSides(ground: Ground): string | null {
  const { told, near, meaning, sentence } = ground;
  const tests = told.filter(({ kind }) => kind === 'test');
  const upcoming = near.find((s) => s.kind === 'test' && s.index > (told.at(-1)?.index ?? -1));
  const said = sentence.piece.tokens.flatMap((t) => (t.kind === 'code' ? elementsOf(exprOf(t.text)) : []));
  for (const test of upcoming === undefined ? tests : [...tests, upcoming])
    for (const { expr } of conditionOf(test, meaning).parts) {
      if (expr.kind !== 'Compare') continue;
      const [left, right] = [expr.left, expr.comparators[0]!];
      if (left.kind !== 'Subscript' || right.kind !== 'Subscript') continue;
      const bases = [codeOf(left.value), codeOf(right.value)];
      // those with values for their places
      const own = said.filter((e) => e.index.kind === 'Constant' && bases.includes(codeOf(e.value)));
      if (own.length !== 2) continue;
      const is = (e: Expr, side: Expr): boolean => instantiates(e, side, test.index, meaning);
      if (!is(own[0]!, left) || !is(own[1]!, right)) return 'these are not the sides as they are compared';
    }
  return null;
}

type Element = Expr & { kind: 'Subscript' };

function elementsOf(expr: Expr | null): Element[] {
  if (expr?.kind === 'Subscript') return [expr];
  return expr?.kind === 'Compare' ? [expr.left, ...expr.comparators].flatMap((e) => elementsOf(e)) : [];
}
