// One essential claim of the original while a rewriting is read: what of it has been said, and what is still open.
import { exprOf } from '../freeform/code.ts';
import type { Claim } from '../freeform/claims.ts';
import { links, type Meaning, type Referents } from '../freeform/meaning.ts';
import type { Effect, Need } from './need.ts';
import { Needs } from './needs.ts';
import type { Sentence } from './sentence.ts';
import { stems } from './stem.ts';
import type { Target } from './targets.ts';
import { conditionOf, decided, fits, type Condition, type Part } from './tests.ts';

/** One target with its needs; remembers what has been told. */
export class Quest {
  readonly target: Target;
  private readonly needs: Need[] = [];
  private readonly condition: Condition | null = null;
  private readonly parts = new Set<Part>();
  private verdict = false;
  private readonly meaning: Meaning;

  constructor(target: Target, meaning: Meaning, said: () => Sentence) {
    this.target = target;
    this.meaning = meaning;
    if (target.step.kind === 'test') this.condition = conditionOf(target.step, meaning);
    else this.needs = new Needs(target, meaning, said).all();
  }

  get done(): boolean {
    if (this.condition !== null) return this.verdict || decided(this.condition, this.parts);
    return this.needs.every((need) => need.done);
  }

  get begun(): boolean {
    return this.verdict || this.parts.size > 0 || this.needs.some((need) => need.done);
  }

  /** What is still to be said, for messages. */
  get open(): string {
    const missing = this.needs.filter((need) => !need.done).map((need) => need.what);
    if (this.condition === null) return missing.join(' and ');
    const { chain, source, truth } = this.target.step.facts;
    const shown = links(chain).at(-1) ?? (source as string);
    return `${shown} is ${truth === '1' ? 'true' : 'false'}`;
  }

  /** Takes a claim: notes what it tells of this target. */
  take(claim: Claim, referents: Referents): Effect {
    if (this.condition !== null) return this.takeTest(claim, referents, this.condition);
    let effect: Effect = 'none';
    for (const need of this.needs) {
      if (need.done) continue;
      const met = need.met(claim, referents);
      if (met === 'tells' || met === 'hints') {
        need.done = true;
        if (effect !== 'tells') effect = met;
      }
    }
    return effect;
  }

  private takeTest(claim: Claim, referents: Referents, condition: Condition): Effect {
    const { step } = this.target;
    const k = step.index;
    switch (claim.kind) {
      case 'verdict':
        if (claim.truth === condition.truth) this.verdict = true;
        return claim.truth === condition.truth ? 'tells' : 'contradicts';
      case 'effect': {
        if (claim.what === 'base') return this.takeBase(claim.negated);
        const says = {
          skip: false,
          else: false,
          leave: false,
          end: null,
          break: null,
          body: true,
          again: true,
        }[claim.what];
        const loops = this.loops();
        if (says === null || (claim.what === 'leave' && !loops) || (claim.what === 'again' && !loops))
          return 'none';
        if ((claim.what === 'skip' || claim.what === 'else' || claim.what === 'body') && loops) return 'none';
        if (says !== condition.truth) return 'none';
        this.verdict = true;
        return 'tells';
      }
      case 'relation': {
        const found = fits(claim, referents, condition, k, this.meaning);
        if (found.length === 0 || claim.truth === null) return 'none';
        if (found.some((fit) => !fit.right)) return 'contradicts';
        for (const fit of found) this.parts.add(fit.part);
        return 'tells';
      }
      case 'value': {
        if (claim.mode === 'becomes') return 'none';
        // `amount > balance is 80 > 50`: what the condition comes to, and nothing else
        if (
          claim.chain.some((link) => exprOf(link)?.kind === 'Compare' && !stems(link, [step], this.meaning))
        )
          return 'none';
        if (!('code' in claim.subject)) {
          if (claim.chain.length > 1) return 'none';
          // `you check 9 % 3. That is 0`
          const [worked] = referents.filter((code) =>
            /^(?:BinOp|Call|Subscript)$/.test(exprOf(code)?.kind ?? ''),
          );
          const points = /^(?:that|it|this|which)$/.test(claim.subject.loose);
          if (points && worked !== undefined && worked === referents[0])
            return this.takeTest({ ...claim, subject: { code: worked } }, referents, condition);
          // `'b', which is not 'a'`, of what was just named
          const [named] = referents;
          if (claim.negated && points && named !== undefined)
            return this.takeTest({ ...claim, subject: { code: named } }, referents, condition);
          return claim.negated ? 'none' : this.takeItem(claim.chain[0]!, condition, k);
        }
        const relation: Claim = {
          ...claim,
          kind: 'relation',
          left: claim.subject,
          op: '==',
          right: { code: claim.chain.at(-1)! },
          truth: !claim.negated,
        };
        const name = exprOf(claim.subject.code)?.kind;
        const found = fits(relation, referents, condition, k, this.meaning);
        // `n is 3` names a side; it does not say how the comparison came out, unless it is one of equality
        const said = /^(?:True|False)$/.test(claim.chain.at(-1)!);
        if (found.length === 0 || (name === 'Name' && !claim.negated && !said && !equality(found[0]!.part)))
          return 'none';
        if (found.some((fit) => !fit.right)) return 'contradicts';
        for (const fit of found) this.parts.add(fit.part);
        return 'tells';
      }
      case 'item': {
        return this.takeItem(claim.code, condition, k);
      }
      default:
        return 'none';
    }
  }

  /** `the base case applies`: the condition leads to what is returned, without a further call. */
  private takeBase(negated: boolean): Effect {
    const { steps } = this.meaning.view.story;
    const { index, frame } = this.target.step;
    const next = steps.slice(index + 1).find((s) => s.essential);
    if (next === undefined || negated) return 'none';
    if (next.kind !== 'return' || next.frame !== frame) return 'contradicts';
    this.verdict = true;
    return 'tells';
  }

  /** `the first character is '('` tells that c == '(' holds. */
  private takeItem(code: string, condition: Condition, k: number): Effect {
    const [part] = condition.parts;
    if (condition.parts.length !== 1 || part?.expr.kind !== 'Compare' || part.expr.ops[0] !== '==')
      return 'none';
    // `the third character is ')'` tells that c == '(' fails
    if (part.truth === false && part.expr.left.kind === 'Name') {
      const held = this.meaning.view.evaluateExpr(part.expr.left, k);
      if (held === null || !this.meaning.sameAt(held, code, k)) return 'none';
      this.parts.add(part);
      return 'tells';
    }
    if (part.truth !== true) return 'none';
    const sides = [part.expr.left, part.expr.comparators[0]!];
    if (!sides.some((s) => s.kind === 'Name')) return 'none';
    const { view } = this.meaning;
    if (!sides.every((s) => this.meaning.sameAt(view.evaluateExpr(s, k) ?? '', code, k))) return 'none';
    this.parts.add(part);
    return 'tells';
  }

  /** Whether the condition is a while loop's. */
  private loops(): boolean {
    const { steps } = this.meaning.view.story;
    const next = steps[this.target.step.index + 1];
    return next?.kind === 'effect' && (next.facts['what'] === 'again' || next.facts['what'] === 'leave');
  }
}

function equality(part: Part): boolean {
  return part.expr.kind === 'Compare' && /^(?:[=!]=|is|is not)$/.test(part.expr.ops[0]!);
}
