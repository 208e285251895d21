// Whether what a claim works out comes from the run: the links of a chain, values that stand alone. Knows nothing of
// what a claim is about otherwise.
import { codeOf, exprOf } from '../freeform/code.ts';
import type { Expr } from '../../grammar/index.ts';
import type { ClaimOf } from '../freeform/claims.ts';
import { links, type Meaning } from '../freeform/meaning.ts';
import type { Step } from '../steps/step.ts';
import type { Presence } from './presence.ts';
import { atHand, isImpure, isLiteral, showsValue, stems } from './stem.ts';
import type { Fault } from './verdict.ts';

export class Working {
  private readonly place: Presence;
  private readonly meaning: Meaning;

  constructor(place: Presence) {
    this.place = place;
    this.meaning = place.meaning;
  }

  /** Whether a value or a name that stands alone comes from the steps that are spoken of. */
  ofMention(claim: ClaimOf<'mention'>, steps: readonly Step[]): Fault | null {
    const { meaning } = this;
    const expr = exprOf(claim.code);
    if (expr?.kind === 'Name' && meaning.view.names.has(expr.id)) return null;
    if (this.isKnownCall(claim.code)) return null;
    // `dividing 7 by 2` is any of the three
    if (
      expr?.kind === 'BinOp' &&
      expr.op === '/' &&
      (['//', '%'] as const).some((op) => stems(codeOf({ ...expr, op }), steps, meaning))
    )
      return null;
    const counted =
      claim.number && // digits are a value
      /^\d+$/.test(claim.code) &&
      (this.place.counts(Number(claim.code)) || this.place.isSize(claim.code));
    return counted || atHand(claim.code, steps, [], meaning)
      ? null
      : { reason: 'unaccounted', message: `${claim.code} does not come up in the run here` };
  }

  /** In words, that `code` is not what it was said to be. Of a literal there is nothing to say but of the other. */
  contrast(code: string, said: string): string {
    const { view } = this.meaning;
    const isPlain = (text: string): boolean => {
      const expr = exprOf(text);
      return expr !== null && isLiteral(expr);
    };
    const literal = isPlain(code);
    if (literal && isPlain(said)) return `${code} is not ${said}`;
    const [what, wrong] = literal ? [said, code] : [code, said];
    return `${what} is ${view.evaluate(what, this.place.now) ?? 'nothing'} here, not ${wrong}`;
  }

  /** Every link and the subject of a chain has to come from the run, not only to be right. */
  chainStems(claim: ClaimOf<'value'>, at: readonly number[] | null = null, withSubject = true): Fault | null {
    const { meaning } = this;
    const codes = [
      ...('code' in claim.subject && withSubject ? [claim.subject.code] : []),
      ...claim.chain.slice(0, -1),
    ];
    const last = claim.chain.at(-1)!;
    const ks = at ?? this.place.presents().flatMap((k) => [k, k - 1]);
    // `m gets xs.pop()`: what it comes to stands in the step
    if (isImpure(last))
      return this.place.inSentence().some((step) => links(step.facts['chain']).includes(last))
        ? null
        : { reason: 'unaccounted', message: `the run does not work out ${last} here` };
    for (const code of codes) {
      if (isImpure(code)) {
        if (this.place.inSentence().some((step) => showsValue(code, last, step, meaning))) continue;
        return { reason: 'false', message: `${code} does not come to ${last} here` };
      }
      const right = ks.some((k) => meaning.equals(code, last, k) === true);
      const named = exprOf(code)?.kind === 'Name';
      if (!right && (named || meaning.view.evaluate(code, this.place.now) !== null))
        return { reason: 'false', message: this.contrast(code, last) };
      const expr = exprOf(code);
      if (
        expr !== null &&
        (isLiteral(expr)
          ? !atHand(code, this.place.near(), this.place.presents(), meaning)
          : !stems(code, this.place.inSentence(), meaning)) &&
        !this.isPlain(code) &&
        !this.isSum(expr)
      )
        return { reason: 'unaccounted', message: `the run does not work out ${code} here` };
    }
    return null;
  }

  /** `4 + 8 + 9` is what `sum([4, 8, 9])` works out. */
  isSum(expr: Expr): boolean {
    const leaves: string[] = [];
    const collect = (e: Expr): boolean => {
      if (e.kind === 'BinOp' && e.op === '+') return collect(e.left) && collect(e.right);
      leaves.push(codeOf(e));
      return isLiteral(e);
    };
    if (expr.kind !== 'BinOp' || !collect(expr)) return false;
    if (!this.place.near().some((s) => this.place.code(s).includes('sum('))) return false;
    const list = `[${leaves.join(', ')}]`;
    return this.place
      .values()
      .some(
        (text) => /^[[({]/.test(text) && this.meaning.view.truthOf(`list(${text}) == ${list}`, 0) === true,
      );
  }

  /** Names and the lengths of names need no step that evaluates them. */
  isPlain(code: string): boolean {
    // a slice may be any, and has to be the program's
    return /^(?:\w+|len\(\w+\)|\w+\[[^\]:]*\]|\w+\.\w+)$/.test(code) || this.isKnownCall(code);
  }

  private isKnownCall(code: string): boolean {
    const expr = exprOf(code);
    if (expr?.kind !== 'Call' || expr.func.kind !== 'Name') return false;
    const { func, args } = expr;
    const { story, functions } = this.meaning.view;
    if (func.kind !== 'Name' || !functions.has(func.id)) return false;
    return story.calls.some((c) =>
      this.meaning.isCall(
        story.steps[c.step]!,
        func.id,
        args.map((a) => codeOf(a)),
      ),
    );
  }
}
