// Whether a comparison that tells nothing new is what the run asks, and true, at the place that a text has come to.
import { codeOf, exprOf } from '../freeform/code.ts';
import type { Claim, ClaimOf } from '../freeform/claims.ts';
import { ONE_SIDED, relationCode, type Meaning, type Referents } from '../freeform/meaning.ts';
import type { Presence } from './presence.ts';
import { atHand, instantiates, isLiteral, stems } from './stem.ts';
import { conditionOf, fits } from './tests.ts';
import type { Fault } from './verdict.ts';
import type { Working } from './working.ts';

/** `x is not 5` as the comparison that it is. */
export function asRelation(claim: ClaimOf<'value'>): ClaimOf<'relation'> {
  return {
    ...claim,
    kind: 'relation',
    left: claim.subject,
    op: '==',
    right: { code: claim.chain.at(-1)! },
    truth: !claim.negated,
  };
}

export class Relations {
  private readonly place: Presence;
  private readonly meaning: Meaning;
  private readonly working: Working;

  constructor(place: Presence, working: Working) {
    this.place = place;
    this.meaning = place.meaning;
    this.working = working;
  }

  /** Null when it is so and asked here; otherwise what is wrong. */
  restates(claim: ClaimOf<'relation'>, referents: Referents): Fault | null {
    const { meaning } = this;
    // of a condition near: true, and the very condition
    let contradicted = false;
    const loose = 'loose' in claim.left || ('loose' in claim.right && !ONE_SIDED.has(claim.op));
    const tests = loose
      ? [this.place.lastTest(), this.place.nextTest()]
      : [...this.place.inSentence(), ...this.place.passedOver()];
    for (const step of tests) {
      if (step?.kind !== 'test') continue;
      const found = fits(claim, referents, conditionOf(step, meaning), step.index, meaning);
      if (found.length === 0) continue;
      if (loose && !found.every((fit) => fit.right)) {
        contradicted = true;
        break;
      }
      if (found.every((fit) => fit.right) && this.holdsNow(claim)) return null;
      contradicted = true;
    }
    const [left, right] = [
      meaning.codesOf(claim.left, referents)[0] ?? '',
      meaning.codesOf(claim.right, referents)[0] ?? '',
    ];
    const said = relationCode(left, claim.op, right);
    const truth =
      'code' in claim.left && 'code' in claim.right ? meaning.view.truthOf(said, this.place.now) : null;
    if (contradicted || (truth !== null && truth !== claim.truth))
      return { reason: 'false', message: `${said} is ${claim.truth === true ? 'false' : 'true'}` };
    if (this.sidesAreCompared(claim, referents) || this.isComparedWithAnother(claim))
      return { reason: 'unaccounted', message: `the run compares these in another way` };
    if (this.isTrueOfWhatIsAtHand(claim, referents)) return null;
    return { reason: 'unaccounted', message: `the run does not ask here whether ${said}` };
  }

  /** Whether a condition near has these very sides: then only what decides it may be said of them. */
  private sidesAreCompared(claim: ClaimOf<'relation'>, referents: Referents): boolean {
    if (ONE_SIDED.has(claim.op) || !('code' in claim.left) || !('code' in claim.right)) return false;
    const sides: ClaimOf<'relation'> = { ...claim, op: 'vs', truth: null };
    return this.place
      .around()
      .some(
        (step) =>
          step.kind === 'test' &&
          fits(sides, referents, conditionOf(step, this.meaning), step.index, this.meaning).length > 0,
      );
  }

  /** `n is greater than 1`, where the run compares n with 0: true perhaps, and not what is asked. */
  private isComparedWithAnother({ left, op, right }: ClaimOf<'relation'>): boolean {
    if (ONE_SIDED.has(op) || /in$|%/.test(op) || !('code' in left) || !('code' in right)) return false;
    const [side, other] = [exprOf(left.code), exprOf(right.code)];
    if (side === null || other === null || !isLiteral(other)) return false;
    return this.place
      .around()
      .some(
        (step) =>
          step.kind === 'test' &&
          conditionOf(step, this.meaning).parts.some(
            ({ expr }) =>
              expr.kind === 'Compare' &&
              !/in$/.test(expr.ops[0]!) &&
              codeOf(expr.comparators[0]!) !== right.code &&
              instantiates(side, expr.left, step.index, this.meaning),
          ),
      );
  }

  /** A comparison that the run does not make may be made of values that it has at hand. */
  private isTrueOfWhatIsAtHand(claim: ClaimOf<'relation'>, referents: Referents): boolean {
    if (claim.truth === null) return false;
    // of something unsaid only what the run asks can be checked, or where it is
    if (/^(?:non)?empty$/.test(claim.op) && 'loose' in claim.left && referents.length > 0)
      return this.place
        .presents()
        .concat(this.place.around().map((s) => s.index))
        .some((k) => this.meaning.relation(claim, referents.slice(0, 1), k) === true);
    const membership = claim.op === 'in' || claim.op === 'not in';
    // `31, which is more than 30`, of what is worked out here
    if (!membership && 'loose' in claim.left && 'code' in claim.right) {
      const { code } = claim.right;
      const said = referents.slice(0, 2).map((left) => relationCode(left, claim.op, code));
      const steps = this.place.around();
      if (
        said.some(
          (text) =>
            stems(text, steps, this.meaning) &&
            this.meaning.view.truthOf(text, this.place.now) === claim.truth,
        )
      )
        return true;
    }
    if (!membership && ('loose' in claim.left || ('loose' in claim.right && !ONE_SIDED.has(claim.op))))
      return false;
    const sides = [claim.left, claim.right].flatMap((r) => ('code' in r ? [r.code] : []));
    // nor what is merely different, nor numbers against numbers
    if (!membership && (claim.truth === false ? claim.op === '==' : claim.op === '!=')) return false;
    const named = sides.some((code) => {
      const expr = exprOf(code);
      return expr !== null && !isLiteral(expr) && expr.kind !== 'Compare';
    });
    // `1 == 0 is false` is what `return depth == 0` works out
    const worked =
      (sides.length === 1 && stems(sides[0]!, this.place.around(), this.meaning)) ||
      (sides.length === 2 &&
        stems(relationCode(sides[0]!, claim.op, sides[1]!), this.place.around(), this.meaning));
    if (!membership && !named && !worked) return false;
    const known = sides.every(
      (code) =>
        exprOf(code)?.kind === 'Name' ||
        this.working.isPlain(code) ||
        atHand(code, this.place.near(), this.place.presents(), this.meaning),
    );
    return (
      known &&
      this.place.presents().some((k) => this.meaning.relation(claim, referents.slice(0, 3), k) === true)
    );
  }

  /** Whether a claim is true of the condition told last. */
  ofLastTest(claim: Claim, referents: Referents): boolean {
    const test = this.place.lastTest();
    if (test === null) return false;
    if (this.place.toldIn !== claim.sentence && this.place.quests[this.place.told]?.target.step !== test)
      return false;
    const condition = conditionOf(test, this.meaning);
    if (claim.kind === 'verdict') return condition.truth === claim.truth;
    const relation = claim.kind === 'relation' ? claim : claim.kind === 'value' ? asRelation(claim) : null;
    if (relation === null) return false;
    const found = fits(relation, referents, condition, test.index, this.meaning);
    return found.length > 0 && found.every((fit) => fit.right) && this.holdsNow(relation);
  }

  /** Whether a relation whose sides are said holds at present too. */
  private holdsNow(claim: ClaimOf<'relation'>): boolean {
    if (!('code' in claim.left) || !('code' in claim.right || ONE_SIDED.has(claim.op))) return true;
    const said = relationCode(claim.left.code, claim.op, 'code' in claim.right ? claim.right.code : '');
    const truths = this.place.presents().map((k) => this.meaning.view.truthOf(said, k));
    return truths.every((t) => t === null) || truths.includes(claim.truth);
  }
}
