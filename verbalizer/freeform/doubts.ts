// Claims that do not hold where they stand and may yet be meant of something that was not understood, or of another
// instant: such a claim is not verified, and is not called false either. A false alarm costs more than a doubt.
import type { Bound } from './align.ts';
import type { Claim, ClaimOf } from './claims.ts';
import { exprOf } from './code.ts';
import type { Instants } from './instants.ts';
import { relationCode, type Meaning, type Referents } from './meaning.ts';
import { isLiteral } from './reader.ts';

export class Doubts {
  private readonly claims: readonly Claim[];
  private readonly referents: readonly Referents[];
  private readonly instants: readonly Instants[];
  private readonly bounds: readonly Bound[];
  private readonly meaning: Meaning;

  constructor(
    claims: readonly Claim[],
    referents: readonly Referents[],
    instants: readonly Instants[],
    bounds: readonly Bound[],
    meaning: Meaning,
  ) {
    this.claims = claims;
    this.referents = referents;
    this.instants = instants;
    this.bounds = bounds;
    this.meaning = meaning;
  }

  /** Whether claim `i`, which does not hold at the step it is bound to, may be meant otherwise. */
  of(i: number): boolean {
    const claim = this.claims[i]!;
    const { view } = this.meaning;
    switch (claim.kind) {
      case 'mention':
      case 'item':
        // a value that comes up elsewhere in the run may be looked back at, or ahead
        return this.instants[i]!.kind === 'times';
      case 'value':
        return this.ofValue(claim, i);
      case 'relation':
        return this.ofRelation(claim, i);
      case 'return': {
        const said = claim.chain.at(-1);
        return said !== undefined && (!isLiteral(said) || this.hasReturned(said));
      }
      case 'change':
        return this.goesThrough(claim, i);
      case 'mutate':
        return claim.object === null || /^(?:split|join|sort|reverse)$/.test(claim.verb);
      case 'catch':
        return claim.type === null && !view.story.steps.some(({ kind }) => kind === 'raise');
      default:
        return false;
    }
  }

  private ofValue(claim: ClaimOf<'value'>, i: number): boolean {
    const { view } = this.meaning;
    const { step } = this.bounds[i]!;
    const said = claim.chain.at(-1)!;
    // `'ab' becomes 'ba'`: what is done to a value, not what it is
    if (claim.mode === 'becomes' && 'code' in claim.subject && isLiteral(claim.subject.code)) return true;
    // a name or a computation whose value nothing tells here
    const wanted = view.evaluate(said, step);
    if (wanted === null || exprOf(said)?.kind === 'Name') return true;
    if ('loose' in claim.subject) return this.isOfSomethingElse(claim, i, wanted);
    const { code } = claim.subject;
    const got = view.evaluate(code, step);
    if (got === null) return false;
    // it is so at this very step: only its place among the others did not fit
    if (view.same(got, wanted) && !claim.negated) return true;
    // `that of best is 0`: a text is no number, but has one
    if (isText(got) !== isText(wanted)) return true;
    // `dividing the rest by 10 gives 1`: the division may be either
    const whole = exprOf(code.replace(' / ', ' // '));
    return (
      code.includes(' / ') &&
      whole !== null &&
      this.meaning.equals(code.replace(' / ', ' // '), said, step) === true
    );
  }

  /** `the largest is 9`, `the sum is 15`, `this gives 'ab'`: of what no claim before names. */
  private isOfSomethingElse(claim: ClaimOf<'value'>, i: number, wanted: string): boolean {
    const before = this.claims[i - 1];
    const strange = before?.sentence === claim.sentence && this.bounds[i - 1]!.kind === 'unknown';
    return strange || this.comesUp(wanted, this.bounds[i]!.step);
  }

  /** Whether a value comes up in what the run works out about here. */
  private comesUp(value: string, step: number): boolean {
    const { story } = this.meaning.view;
    return story.steps
      .slice(Math.max(0, step - NEAR), step + NEAR + 1)
      .some(({ facts }) =>
        Object.values(facts).some((fact) =>
          (typeof fact === 'string' ? [fact] : fact).some((text) => contains(text, value)),
        ),
      );
  }

  private ofRelation(claim: ClaimOf<'relation'>, i: number): boolean {
    const { view } = this.meaning;
    const { step } = this.bounds[i]!;
    const [left] = this.meaning.codesOf(claim.left, this.referents[i]!);
    const [right] = this.meaning.codesOf(claim.right, this.referents[i]!);
    if (left === undefined || (right === undefined && claim.op !== 'true')) return true;
    // what it can be understood to say is so
    const shown = (code: string): string => view.evaluate(code, step) ?? code;
    const code = relationCode(shown(left), claim.op, right === undefined ? '' : shown(right));
    if (view.truthOf(code, step) === claim.truth) return true;
    // `make it a capital`: of a word, what it shall be
    return 'loose' in claim.left && /\.is\w+\(\)$/.test(code);
  }

  private hasReturned(value: string): boolean {
    const { steps } = this.meaning.view.story;
    return steps.some(
      (s) =>
        s.kind === 'return' &&
        this.meaning.sameAt((s.facts['chain'] as readonly string[]).at(-1)!, value, s.index),
    );
  }

  /** Whether the subject has both values, one after the other: in rounds that are told as one. */
  private goesThrough(claim: ClaimOf<'change'>, i: number): boolean {
    const { view } = this.meaning;
    const last = claim.chain.at(-1)!;
    return this.meaning.codesOf(claim.subject, this.referents[i]!).some((code) => {
      const values = [...view.timeline.valuesOf(code)].map(({ text }) => text);
      const from = values.findIndex((text) => view.same(text, claim.from));
      return from >= 0 && values.slice(from + 1).some((text) => view.same(text, last));
    });
  }
}

/** Steps on either side of which what comes up may be meant. */
const NEAR = 4;

const isText = (repr: string): boolean => /^['"]/.test(repr);

/** Whether a value stands in a text as a whole: 3 in `4 + 3`, not in `13`. */
function contains(text: string, value: string): boolean {
  for (let at = text.indexOf(value); at >= 0; at = text.indexOf(value, at + 1)) {
    const [before, after] = [text[at - 1] ?? ' ', text[at + value.length] ?? ' '];
    if (!/[\w.]/.test(before) && !/[\w.]/.test(after)) return true;
  }
  return false;
}
