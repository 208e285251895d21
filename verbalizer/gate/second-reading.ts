// Claims read once more where their wording says less than their place: what a verdict is of, what a loop goes over, whose
// name it is. Knows the place that the text has come to, and changes nothing.
import { codeOf, exprOf } from '../freeform/code.ts';
import type { Claim, ClaimOf } from '../freeform/claims.ts';
import { pairsOf, setBy, type Referents } from '../freeform/meaning.ts';
import type { Presence } from './presence.ts';
import type { Restatement } from './restate.ts';
import { isLiteral } from './stem.ts';
import { conditionOf, fits } from './tests.ts';

/** Targets ahead that an announcement may be of. */
const AHEAD = 8;

export class SecondReading {
  private readonly text: string;
  private readonly place: Presence;
  private readonly restatement: Restatement;

  constructor(text: string, place: Presence, restatement: Restatement) {
    this.text = text;
    this.place = place;
    this.restatement = restatement;
  }

  /**
   * A verdict or a reason that follows a condition in its sentence is about that condition: what is wrong with it, '' when
   * nothing is, null when it is about something else.
   */
  faultOfLastTest(claim: Claim, referents: Referents): string | null {
    const quest = this.place.quests[this.place.told];
    if (quest?.target.step.kind !== 'test' || this.place.toldIn !== claim.sentence) return null;
    if (this.place.quests[this.place.told + 1]?.begun === true) return null;
    const verdict = claim.kind === 'verdict' && !claim.answer;
    const reason = claim.reason && claim.kind === 'relation' && claim.truth !== null && 'code' in claim.left;
    if (!verdict && !reason) return null;
    if (this.restatement.relations.ofLastTest(claim, referents)) return '';
    if (this.isOfNextTest(claim, referents)) return null;
    return verdict || this.place.quests[this.place.told + 1]?.target.step.kind === 'test'
      ? `in the run, ${quest.open}`
      : null;
  }

  /** `so a is 6 and b is not 0`, where both are set and b to 0; null when nothing of the kind is said. */
  deniesWhatComes(claim: Claim): string | null {
    const next = this.place.quests[this.place.told + 1];
    if (claim.kind !== 'value' || !claim.negated || !('code' in claim.subject) || next?.begun !== true)
      return null;
    const { code } = claim.subject;
    const { step } = next.target;
    const sets = setBy(step).some(
      ([name, value]) => name === code && this.place.meaning.sameAt(value, claim.chain.at(-1)!, step.index),
    );
    return sets ? `in the run, ${next.open}` : null;
  }

  /** `and as n is at least 5`: the condition that comes next may be the reason of what follows. */
  private isOfNextTest(claim: Claim, referents: Referents): boolean {
    const next = this.place.quests[this.place.told + 1]?.target.step;
    // a new clause has to begin: `No, because …` is about the last one
    const leads = /(?:\band|;|[.]) (?:as|since|because) $/i.test(this.text.slice(0, claim.span[0]));
    if (next?.kind !== 'test' || claim.kind !== 'relation' || !leads) return false;
    const { meaning } = this.place;
    const found = fits(claim, referents, conditionOf(next, meaning), next.index, meaning);
    return found.length > 0 && found.every(({ right }) => right);
  }

  /** A question with what its loose word points to. */
  ofWhat(claim: ClaimOf<'relation'>, referents: Referents): ClaimOf<'relation'> {
    if ('code' in claim.left) return claim;
    const code = referents.find((r) => this.place.asks({ ...claim, left: { code: r } }, []));
    return code === undefined ? claim : { ...claim, left: { code } };
  }

  /** `go over the first row, [1, 2]` is about an element when no loop goes over it. */
  asElement(claim: Claim, referents: Referents): Claim | null {
    if (claim.kind !== 'loop' || claim.range || claim.items.length !== 1 || claim.target !== null)
      return null;
    if (this.restatement.of(claim, referents) === null) return null;
    return { ...claim, kind: 'mention', code: claim.items[0]!, number: false };
  }

  /** `n = 4` where the round of i = 4 begins: true, but not what is to be told. @param said names of its sentence */
  isAnotherName(claim: Claim, said: ReadonlySet<string>): boolean {
    const next = this.place.quests[this.place.told + 1]?.target;
    if (
      claim.kind !== 'value' ||
      claim.mode !== 'is' ||
      !('code' in claim.subject) ||
      next?.step.kind !== 'round'
    )
      return false;
    if (exprOf(claim.subject.code)?.kind !== 'Name') return false;
    const { code } = claim.subject;
    const pairs = pairsOf(next.step.facts['pairs']);
    return (
      !pairs.some(([name]) => name === code || said.has(name)) &&
      pairs.some(([, value]) => value === claim.chain.at(-1))
    );
  }

  /** `border = double(w) + double(h)`, before it is worked out: the program's own words for what comes. */
  announces(claim: Claim): boolean {
    if (claim.kind !== 'value' || claim.negated || !('code' in claim.subject)) return false;
    const expr = exprOf(claim.chain.at(-1)!);
    if (expr === null || isLiteral(expr) || expr.kind === 'Name') return false;
    const { code } = claim.subject;
    const step = this.place.quests
      .slice(this.place.told + 1, this.place.told + 1 + AHEAD)
      .find((q) => q.target.step.kind === 'bind' && q.target.step.facts['target'] === code)?.target.step;
    return (
      step !== undefined &&
      this.place.meaning.view.expressionsAt(step).some((e) => codeOf(e) === codeOf(expr))
    );
  }

  /** `sorting the list`, `split up`: what is done to something that is not named; null for other claims. */
  bareVerb(claim: Claim): string | null {
    if (claim.kind !== 'mutate' || claim.negated || claim.item !== null) return null;
    if (!/^(?:sort|reverse|split|join)$/.test(claim.verb)) return null;
    const named = claim.object !== null && 'code' in claim.object ? claim.object.code : null;
    const steps = this.place.around();
    if (
      named !== null &&
      !steps.some((s) => JSON.stringify(s.facts).includes(named) || this.place.code(s).includes(named))
    )
      return null;
    return /^sorted\b/i.test(this.text.slice(claim.span[0])) ? 'sorted' : claim.verb;
  }
}

/** `which equals 5` says what the value is, unless the run asks. */
export function asValue(claim: Claim): ClaimOf<'value'> | null {
  if (claim.kind !== 'relation' || claim.op !== '==' || claim.truth !== true || !('code' in claim.right))
    return null;
  return {
    ...claim,
    kind: 'value',
    subject: claim.left,
    chain: [claim.right.code],
    mode: 'is',
    negated: false,
  };
}
