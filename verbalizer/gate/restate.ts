// Whether a claim that tells nothing new is true at the place that a rewritten text has come to, and stems from the run.
import { codeOf, exprOf } from '../freeform/code.ts';
import type { Expr } from '../../grammar/index.ts';
import type { Claim, ClaimOf } from '../freeform/claims.ts';
import { links, pairsOf, type Meaning, type Referents } from '../freeform/meaning.ts';
import { PRONOUNS } from '../freeform/words.ts';
import type { Step } from '../steps/step.ts';
import type { Presence } from './presence.ts';
import { Relations } from './relations.ts';
import { atHand, expressionsOf, instantiates, isImpure, isLiteral, stems } from './stem.ts';
import type { Target } from './targets.ts';
import { conditionOf } from './tests.ts';
import type { Fault, GateReason } from './verdict.ts';
import { Working } from './working.ts';

export class Restatement {
  private readonly place: Presence;
  private readonly meaning: Meaning;
  readonly working: Working;
  readonly relations: Relations;

  constructor(place: Presence) {
    this.place = place;
    this.meaning = place.meaning;
    this.working = new Working(place);
    this.relations = new Relations(place, this.working);
  }

  /** Null when a claim is true of the present and accounted for by it; otherwise what is wrong, and how badly. */
  of(claim: Claim, referents: Referents): Fault | null {
    const { meaning } = this;
    const wrong = (message: string, reason: GateReason = 'false'): Fault => ({ reason, message });
    switch (claim.kind) {
      case 'value':
        return this.restatesValue(claim, referents);
      case 'relation':
        return this.relations.restates(claim, referents);
      case 'verdict': {
        const test = this.place.lastTest();
        return test !== null && conditionOf(test, meaning).truth === claim.truth
          ? null
          : wrong(`no condition comes out ${claim.truth ? 'true' : 'false'} here`);
      }
      case 'word':
      case 'same':
        return wrong('it is not clear what this says', 'not understood');
      case 'effect':
        return this.place.effectHolds(claim) ? null : wrong('the run does not go that way here');
      case 'mention':
        return this.working.ofMention(claim, this.place.near());
      case 'item': {
        if (claim.nth !== null && !this.place.isNth(claim.code, claim.nth))
          return wrong(`${claim.code} is not number ${claim.nth} here`);
        if (claim.noun !== null && meaning.view.names.has(claim.noun)) {
          const name = claim.noun;
          const presents = this.place.presents();
          const holds =
            // how many there are is said of the present, not of what comes next
            presents.some((k) => meaning.view.truthOf(`len(${name}) == (${claim.code})`, k) === true) ||
            [...presents, ...this.place.around().map((s) => s.index)].some(
              (k) =>
                meaning.equals(name, claim.code, k) === true ||
                meaning.view.truthOf(`(${claim.code}) in (${name})`, k) === true,
            );
          if (holds) return null;
          // `one person` may be one of whatever a person is, but a number is only what it is
          const held = meaning.view.evaluate(name, this.place.now);
          if (held !== null && /^-?\d/.test(held)) return wrong(`${name} is ${held} here, not ${claim.code}`);
        }
        return this.working.ofMention({ ...claim, kind: 'mention', number: false }, this.place.near());
      }
      case 'round': {
        const rounds =
          claim.call === true
            ? this.place.callsNow(true)
            : [...this.place.roundsSpokenOf(), ...this.place.callsNow()];
        return rounds.includes(claim.nth)
          ? null
          : wrong(`this is round ${rounds.join(' or ') || 'of no loop'}, not ${claim.nth}`);
      }
      case 'kept':
        return this.place.around().some((s) => meaning.isKept(s, claim.name))
          ? null
          : wrong(`${claim.name} is not the same here`);
      case 'count':
        if (claim.inside === true)
          return this.place.around().some((s) => s.facts['calls'] === String(claim.n))
            ? null
            : wrong(`the calls are not ${claim.n}`);
        return this.place.counts(claim.n, claim.after, claim.func ?? null)
          ? null
          : wrong(`the rounds are not ${claim.n}`);
      case 'loop': {
        const { steps } = meaning.view.story;
        const next = this.place.quests[this.place.told + 1]?.target;
        const to =
          next === undefined
            ? steps.length - 1
            : /^(?:round|fold)$/.test(next.step.kind)
              ? next.end
              : next.step.index;
        for (let k = Math.max(0, this.place.now - 3); k <= to; k++)
          if (meaning.isLoop(steps[k]!, claim.target, claim.items, claim.range, claim.over)) return null;
        return wrong('no loop goes over this here');
      }
      case 'each': {
        const { steps } = meaning.view.story;
        const next = this.place.quests[this.place.told + 1]?.target.step.index ?? steps.length - 1;
        for (let k = Math.max(0, this.place.now); k <= next; k++)
          if (meaning.isEach(steps[k]!, claim)) return null;
        return wrong('nothing of the kind is done with each of these here');
      }
      case 'call': {
        if (!meaning.view.functions.has(claim.func.replace(/\.__init__$/, '')))
          return claim.args.length > 0
            ? wrong(`${claim.func} is no function of the program`, 'unaccounted')
            : null;
        const known = this.place
          .callsAtHand()
          .some((c) => meaning.isCall(meaning.view.story.steps[c.step]!, claim.func, claim.args));
        return known ? null : wrong(`there is no call ${claim.func}(${claim.args.join(', ')})`);
      }
      case 'return': {
        const last = this.place.quests[this.place.told]?.target.step;
        if (last !== undefined && claim.chain.length > 0 && meaning.isReturn(last, claim)) return null;
        if (claim.chain.length === 0) {
          // `that is what we return`, of what was said to be returned, or is about to be
          return this.place.around().some((s) => s.kind === 'return')
            ? null
            : wrong('nothing is returned here');
        }
        const final = meaning.view.answer;
        if (
          this.place.next >= this.place.quests.length &&
          final !== null &&
          meaning.sameAt(final, claim.chain.at(-1)!, this.place.now)
        )
          return null;
        return wrong(`what is returned here is ${this.place.returnedHere() ?? 'nothing'}`);
      }
      case 'print':
        return this.place.told >= 0 &&
          meaning.isPrint(this.place.quests[this.place.told]!.target.step, claim.code)
          ? null
          : wrong(`${claim.code} is not printed here`);
      case 'raise':
        return this.place.near().some((s) => meaning.isRaise(s, claim))
          ? null
          : wrong(`no such exception is raised here`);
      case 'catch': {
        if (claim.negated)
          return (
            claim.func === undefined
              ? this.place.isUncaught(claim.type)
              : this.place.isLeft(claim.func, claim.type)
          )
            ? null
            : wrong('no exception goes uncaught here');
        return this.place.around().some((s) => s.kind === 'catch')
          ? null
          : wrong('no exception is caught here');
      }
      case 'mutate': {
        const { quests, told } = this.place;
        if (claim.negated) {
          const test = this.place.lastTest();
          const upcoming = quests[told + 1]?.target.step;
          const done =
            upcoming !== undefined && meaning.isMutation(upcoming, { ...claim, negated: false }, referents);
          if (upcoming?.kind === 'mutate' || done) return wrong('this is done in the run');
          const follows = quests.slice(told + 1, told + 3).some((q) => q.target.step.kind === 'mutate');
          const skipped = test !== null && !conditionOf(test, meaning).truth;
          return skipped && !(follows && claim.item !== null && 'code' in claim.item)
            ? null
            : wrong('this is done in the run');
        }
        // what is done already is not done again in a sentence of its own
        const steps = this.place
          .around()
          .filter(
            (s, n) =>
              n > 0 ||
              told < 0 ||
              claim.verb === 'swap' ||
              this.place.toldIn === claim.sentence ||
              s !== quests[told]!.target.step,
          );
        return steps.some((s) => meaning.isMutation(s, claim, referents))
          ? null
          : wrong('the run does no such thing here');
      }
      case 'delta':
        return this.place.around().some((s) => meaning.isDelta(s, claim))
          ? null
          : wrong(`nothing changes by ${claim.by === '' ? 'this' : claim.by} here`);
      case 'change': {
        if (this.place.around().some((s) => meaning.isChange(s, claim, referents))) return null;
        const target = 'code' in claim.subject ? claim.subject.code : null;
        const items = [claim.from, claim.chain.at(-1)!];
        return this.of({ ...claim, kind: 'loop', target, items, range: true }, referents) === null
          ? null
          : wrong(`it does not go from ${claim.from} to ${items[1]!} here`);
      }
      case 'sequence':
        return wrong('these values are not checked one by one', 'not understood');
      case 'goes-into': {
        const k = this.place.now;
        const holds =
          meaning.equals(`(${claim.dividend}) // (${claim.divisor})`, String(claim.times), k) === true;
        const known = [claim.dividend, claim.divisor, String(claim.times)].every((code) =>
          atHand(code, this.place.near(), this.place.presents(), meaning),
        );
        return holds && known
          ? null
          : wrong(`${claim.divisor} does not go ${claim.times} times into ${claim.dividend} here`);
      }
      case 'left-over': {
        const upcoming = this.place.quests[this.place.told + 1]?.target.step;
        return upcoming !== undefined && atHand(claim.rest, [upcoming], [], meaning)
          ? null
          : wrong(`what is left over is not ${claim.rest}`);
      }
    }
  }

  private restatesValue(claim: ClaimOf<'value'>, referents: Referents): Fault | null {
    const { meaning } = this;
    const last = claim.chain.at(-1)!;
    if (claim.negated && (claim.mode === 'becomes' || claim.chain.length > 1))
      return { reason: 'not understood', message: 'say what happens, not what does not' };
    if (claim.negated || ('code' in claim.subject && exprOf(claim.subject.code)?.kind === 'Compare')) {
      const relation: ClaimOf<'relation'> = {
        ...claim,
        kind: 'relation',
        left: claim.subject,
        op: '==',
        right: { code: last },
        truth: !claim.negated,
      };
      return this.relations.restates(relation, referents);
    }
    if ('loose' in claim.subject && claim.chain.length === 1) {
      const detail = this.ofDetail(claim.subject.loose, last);
      if (detail !== null)
        return detail ? null : { reason: 'unaccounted', message: `it is not ${last} here` };
    }
    if ('code' in claim.subject && isImpure(claim.subject.code)) return this.working.chainStems(claim);
    const elsewhere = 'code' in claim.subject ? this.notHere(claim.subject.code) : null;
    if (elsewhere !== null) return elsewhere;
    // of what was just told: `so xs becomes [1]` after the 1 was appended
    const told = this.place.quests[this.place.told]?.target.step;
    if (claim.mode === 'becomes') {
      const recent = this.place.quests
        .slice(Math.max(0, this.place.told - 1), this.place.told + 1)
        .map((q) => q.target);
      const set = recent.some(({ step, end }) =>
        meaning
          .codesOf(claim.subject, referents)
          .some(
            (code) =>
              meaning.sets(step, code, last) ||
              (this.isWhole(code, step) && meaning.equals(code, last, end) === true),
          ),
      );
      if (set) return this.working.chainStems(claim);
    } else if (claim.mode === 'was' && 'loose' in claim.subject) {
      return this.wasBefore(last) ? null : { reason: 'false', message: `nothing was ${last} before` };
    } else {
      for (const k of this.place.presents()) {
        const holds = meaning.value({ ...claim, chain: [last] }, referents, k);
        if (holds === true) return this.working.chainStems(claim);
      }
      if (
        told !== undefined &&
        'loose' in claim.subject &&
        meaning.value(claim, referents, told.index) === true
      )
        return this.working.chainStems(claim);
      // the old value of what comes next, or one side of what is to be worked out
      const before = this.place.quests[this.place.told + 1]?.target.step;
      if (
        claim.mode === 'was' &&
        before?.facts['old'] !== undefined &&
        meaning.sameAt(before.facts['old'] as string, last, before.index - 1)
      )
        return null;
    }
    // `the sum is 1 + 4 = 5`, `that leaves 21 / 3`: something that the run works out here
    const expr = exprOf(last);
    const worked = claim.chain.length > 1 || (expr !== null && !isLiteral(expr) && expr.kind !== 'Name');
    if (
      'loose' in claim.subject &&
      (worked || !PRONOUNS.has(claim.subject.loose)) &&
      claim.subject.loose !== '' &&
      (stems(last, this.place.near(), meaning) || atHand(last, this.place.near(), [], meaning))
    ) {
      const unstemmed = this.working.chainStems(claim);
      if (unstemmed === null) return null;
    }
    const code = meaning.codesOf(claim.subject, referents)[0];
    const got = code === undefined ? null : meaning.view.evaluate(code, this.place.now);
    // `a // b is 7 // 0`: neither has a value, and one is the other with values put in
    if (got === null && code !== undefined && claim.chain.length === 1 && this.isInstance(code, last))
      return null;
    return {
      reason: 'false',
      message: got === null ? `nothing is ${last} in the run here` : this.working.contrast(code!, last),
    };
  }

  /** Whether code that the run works out here is, with values put in, another. */
  private isInstance(code: string, instance: string): boolean {
    const [program, text] = [exprOf(code), exprOf(instance)];
    if (program === null || text === null || isLiteral(text) || program.kind !== text.kind) return false;
    return (
      stems(code, this.place.around(), this.meaning) &&
      this.place.presents().some((k) => instantiates(text, program, k, this.meaning))
    );
  }

  /** A name that only a caller has is not spoken of inside what it called. */
  private notHere(code: string): Fault | null {
    const { story, timeline, functions } = this.meaning.view;
    const names = new Set([...timeline.variablesAt(this.place.now)].map(([name]) => name));
    const last = this.place.quests[this.place.told]?.target.step;
    const inside = last !== undefined && last.kind === 'call' && last.depth > 1;
    if (!inside || exprOf(code)?.kind !== 'Name' || functions.has(code) || names.has(code)) return null;
    const frame = story.steps[this.place.now]?.frame;
    return last.frame === frame
      ? { reason: 'order', message: `${code} is no name of what is called here` }
      : null;
  }

  /** Whether a length, what is looked up or a divisor is so here; null for other words. */
  private ofDetail(word: string, value: string): boolean | null {
    if (word === 'length') return /^\d+$/.test(value) ? this.place.isSize(value) : null;
    if (word === 'amount') return this.place.isSize(value) || this.place.counts(Number(value));
    if (word !== 'lookup' && word !== 'divisor') return null;
    const { meaning } = this;
    return this.place.around().some((step) => {
      for (const expr of expressionsOf(step, meaning)) {
        let part: Expr | null = null;
        if (word === 'lookup') part = expr.kind === 'Call' || expr.kind === 'Subscript' ? expr : null;
        else part = expr.kind === 'BinOp' && /^(?:\/\/?|%)$/.test(expr.op) ? expr.right : null;
        const got = part === null ? null : meaning.view.evaluateExpr(part, Math.max(0, step.index - 1));
        if (got !== null && meaning.view.same(got, value)) return true;
      }
      return false;
    });
  }

  /** What is being changed, or has just been, had this value before. */
  private wasBefore(value: string): boolean {
    return this.place
      .around()
      .slice(0, 2)
      .some((step) => {
        const targets = [
          ...links(step.facts['target']),
          ...pairsOf(step.facts['pairs']).map(([name]) => name),
        ];
        return targets.some((t) => this.meaning.equals(t, value, step.index - 1) === true);
      });
  }

  /** Whether a claim that tells a target is right in all that it says beside. */
  wholly(claim: Claim, target: Target, referents: Referents): Fault | null {
    const { meaning } = this;
    if (claim.kind === 'value' && !claim.negated) {
      const { index } = target.step;
      if (
        claim.put === true &&
        'code' in claim.subject &&
        meaning.puts(target.step, claim.subject.code, claim.chain[0]!)
      )
        return null;
      const chain = 'code' in claim.subject || claim.chain.length > 1 ? claim : null;
      return chain === null
        ? null
        : this.working.chainStems(claim, [target.end, index, index - 1], 'code' in claim.subject);
    }
    if (claim.kind === 'return') {
      if (target.step.kind !== 'return' && target.step.kind !== 'result') return null;
      const strange = claim.chain.find((link, i) => {
        const expr = exprOf(link);
        const value = expr === null || isLiteral(expr) || expr.kind === 'Name';
        // a name has to be what the program returns
        const own = expr?.kind === 'Name' ? meaning.view.expressionsAt(target.step) : [];
        if (expr?.kind === 'Name' && i < claim.chain.length - 1) return !own.some((e) => codeOf(e) === link);
        return !(value && i === claim.chain.length - 1) && !stems(link, [target.step], meaning);
      });
      return strange === undefined
        ? null
        : { reason: 'unaccounted', message: `the run does not work out ${strange} here` };
    }
    if (claim.kind === 'change') {
      const k = target.step.kind === 'fold' ? target.step.index - 1 : target.step.index - 1;
      const codes = meaning.codesOf(claim.subject, referents);
      if (target.step.kind === 'fold' && !links(target.step.facts['moves']).includes(codes[0] ?? ''))
        return null;
      const { old } = target.step.facts;
      const from =
        codes.some((code) => meaning.equals(code, claim.from, k) === true) ||
        (old !== undefined && meaning.sameAt(old as string, claim.from, Math.max(0, k)));
      if (!from)
        return {
          reason: 'false',
          message: `${codes[0] ?? 'it'} was ${meaning.view.evaluate(codes[0] ?? '', k) ?? 'not that'}, not ${claim.from}`,
        };
      return this.working.chainStems(
        { ...claim, kind: 'value', mode: 'becomes', negated: false },
        [target.end, target.step.index - 1],
        false,
      );
    }
    return null;
  }

  /** An element was set: the whole has changed too. */
  private isWhole(code: string, step: Step): boolean {
    return links(step.facts['pairs'])
      .concat(links(step.facts['target']))
      .some((target) => target.startsWith(`${code}[`) || target.startsWith(`${code}.`));
  }
}
