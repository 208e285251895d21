// What must be said of one essential claim for it to count as told, and which claims of a free text say it.
import { codeOf, exprOf } from '../freeform/code.ts';
import type { Claim } from '../freeform/claims.ts';
import { links, pairsOf, type Meaning, type Referents } from '../freeform/meaning.ts';
import { LAST } from '../freeform/slots.ts';
import { actOf } from '../freeform/verbs.ts';
import { isImpure, showsValue, stems } from './stem.ts';
import type { Sentence } from './sentence.ts';
import { foldNeeds } from './fold-needs.ts';
import { mutationNeed } from './mutation-need.ts';
import { yes, type Effect, type Need } from './need.ts';
import type { Target } from './targets.ts';

const hint = (holds: boolean): Effect => (holds ? 'hints' : 'none');

/** The needs of one target other than a condition. */
export class Needs {
  private readonly target: Target;
  private readonly meaning: Meaning;
  private readonly said: () => Sentence;
  /** @param said what the sentence under way says besides its claims */
  constructor(target: Target, meaning: Meaning, said: () => Sentence) {
    this.target = target;
    this.said = said;
    this.meaning = meaning;
  }

  all(): Need[] {
    const { step } = this.target;
    const { facts } = step;
    const last = links(facts['chain']).at(-1);
    switch (step.kind) {
      case 'call': {
        const args = pairsOf(facts['args']);
        if (args.length === 0) return [this.called(facts['func'] as string)];
        return args.map(([name, value], i) => this.bound(name, value, { argument: i }));
      }
      case 'return':
      case 'result':
        return [this.returned(last!)];
      case 'yield':
        return [this.brought(`${last!} is handed out`, last!)];
      case 'bind':
        return [this.bound(facts['target'] as string, last!, {})];
      case 'unpack':
        return pairsOf(facts['pairs']).map(([name, value]) => this.bound(name, value, {}));
      case 'round':
        return pairsOf(facts['pairs']).map(([name, value]) =>
          this.bound(name, value, { round: Number(facts['nth']) }),
        );
      case 'mutate':
        return [mutationNeed(step, this.meaning, this.said)];
      case 'print':
        return [
          {
            what: `it prints ${facts['text'] as string}`,
            done: false,
            met: (c, r) =>
              yes(
                (c.kind === 'word' &&
                  actOf(c.word) === 'print' &&
                  r.slice(0, 3).some((code) => this.meaning.isPrint(step, code))) ||
                  ((c.kind === 'print' || (c.kind === 'mention' && this.said().acts.has('print'))) &&
                    this.meaning.isPrint(step, c.code)),
              ),
          },
        ];
      case 'raise':
        return [
          {
            what: `${facts['type'] as string} is raised`,
            done: false,
            met: (c) =>
              c.kind === 'raise' ? (this.meaning.isRaise(step, c) ? 'tells' : 'contradicts') : 'none',
          },
        ];
      case 'catch':
        return [
          {
            what: `${facts['type'] as string} is caught`,
            done: false,
            met: (c) =>
              yes(c.kind === 'catch' && !c.negated && (c.type === null || c.type === facts['type'])),
          },
        ];
      case 'done':
        return [
          {
            what: 'the loop stops with break',
            done: false,
            met: (c) =>
              yes(
                (c.kind === 'effect' && !c.negated && (c.what === 'break' || c.what === 'leave')) ||
                  (c.kind === 'word' && actOf(c.word) === 'leave'),
              ),
          },
        ];
      case 'delete':
        return [
          {
            what: `${facts['target'] as string} is deleted`,
            done: false,
            met: (c, r) => yes(c.kind === 'mutate' && this.meaning.isMutation(step, c, r)),
          },
        ];
      case 'fold':
        return foldNeeds(step, this.meaning, (name, value) => this.bound(name, value, {}));
      case 'summary': {
        const args = pairsOf(facts['args']);
        return [
          ...args.map(([name, value], i) => this.bound(name, value, { argument: i })),
          this.brought(
            `${facts['func'] as string} returns ${last!}`,
            last!,
            new Set(args.map(([name]) => name)),
          ),
        ];
      }
      case 'stretch':
      case 'descent':
        return this.folded();
      case 'ascent': {
        const values = [facts['given'], facts['last'], facts['each']].filter((value) => value !== undefined);
        return [
          ...this.folded(),
          ...values.map((value) =>
            this.brought(`a waiting call returns ${value as string}`, value as string),
          ),
        ];
      }
      case 'effect':
      case 'loop':
      case 'test':
      case 'value':
      case 'each':
      case 'escape':
        return [];
      default:
        // claims that answer questions have no free words yet: nothing tells them
        return [{ what: `${step.kind}, as the original has it`, done: false, met: () => 'none' }];
    }
  }

  private called(func: string): Need {
    // an object is made by the name of its class
    const name = func.endsWith('.__init__') ? func.split('.').at(-2)! : func.split('.').at(-1)!;
    return {
      what: `${func} is called`,
      done: false,
      met: (c) =>
        yes(
          (c.kind === 'call' && (c.func === name || c.func === func)) ||
            ((c.kind === 'mention' || c.kind === 'value') && this.says(c, name)),
        ),
    };
  }

  private says(claim: Claim, name: string): boolean {
    const code =
      claim.kind === 'mention'
        ? claim.code
        : claim.kind === 'value' && 'code' in claim.subject
          ? claim.subject.code
          : '';
    return code.startsWith(`${name}(`) || code === name;
  }

  /** A name has a value. */
  private bound(name: string, value: string, how: { argument?: number; round?: number }): Need {
    const { step, end } = this.target;
    const same = (code: string): boolean => this.meaning.sameAt(value, code, end);
    const loosely = how.argument !== undefined || how.round !== undefined;
    const target = (code: string): boolean => this.meaning.sameTarget(name, code, end);
    const met = (claim: Claim, referents: Referents): Effect => {
      switch (claim.kind) {
        case 'value': {
          if (claim.negated || claim.mode === 'was') return 'none';
          const last = claim.chain.at(-1)!;
          if ('loose' in claim.subject) {
            // `giving 5`, `which is now [3]`: of what was just spoken of
            const spoken =
              claim.subject.loose === 'result' ||
              claim.chain.length > 1 ||
              referents.slice(0, 3).some(target) ||
              (claim.subject.loose === 'that' && this.isChoice()) ||
              loosely;
            return yes(claim.subject.loose !== 'length' && spoken && same(last));
          }
          // a call that changes something is what the step shows it to be
          if (target(claim.subject.code))
            return yes(isImpure(last) ? showsValue(last, value, step, this.meaning) : same(last));
          if (this.holdsWhole(claim.subject.code, last, name)) return 'tells';
          // `we call it with 1 + 3 = 4`
          if (
            this.mayBeGiven(how) &&
            how.argument !== undefined &&
            exprOf(claim.subject.code)?.kind === 'BinOp' &&
            same(last) &&
            stems(claim.subject.code, [step], this.meaning)
          )
            return 'tells';
          // its value stands in the claim: `10 % 2 is 0` is about the round in which n is 10
          return hint(loosely && how.round !== undefined && this.within([claim.subject.code], value));
        }
        case 'change':
          if ('loose' in claim.subject)
            return yes(
              step.kind === 'bind' &&
                same(claim.chain.at(-1)!) &&
                step.facts['old'] !== undefined &&
                this.meaning.sameAt(step.facts['old'] as string, claim.from, end),
            );
          return yes(target(claim.subject.code) && same(claim.chain.at(-1)!));
        case 'kept':
          return yes(how.argument !== undefined && claim.name === name && this.meaning.isKept(step, name));
        case 'item':
          if (
            claim.noun !== null &&
            this.meaning.view.names.has(claim.noun) &&
            exprOf(name)?.kind === 'Name' &&
            claim.noun !== name &&
            !loosely
          )
            return 'none';
          // `the third letter` belongs to the third round
          if (how.round !== undefined && claim.nth !== null && !this.isRound(how.round, claim.nth))
            return 'none';
          return yes((loosely || claim.noun === name) && same(claim.code));
        case 'mention':
          if (how.argument !== undefined && this.isCallWith(claim.code, how.argument, value)) return 'tells';
          // `stored the result, [9, 6, 4], in ordered`
          if (target(claim.code) && exprOf(claim.code)?.kind === 'Name' && referents.slice(0, 2).some(same))
            return 'tells';
          // `bringing the total to 5`: the name stands just before
          return yes(
            (this.mayBeGiven(how) || [...this.said().names].some(target)) &&
              !target(claim.code) &&
              same(claim.code),
          );
        case 'call':
          if (how.argument === undefined || !(step.facts['func'] as string).endsWith(claim.func))
            return 'none';
          return yes(claim.args[how.argument] !== undefined && same(claim.args[how.argument]!));
        case 'return':
          return yes(
            how.argument !== undefined &&
              claim.args[how.argument] !== undefined &&
              same(claim.args[how.argument]!),
          );
        case 'relation': {
          // `kept is empty`
          if (claim.op === 'empty' && claim.truth === true && 'code' in claim.left && target(claim.left.code))
            return yes(/^(?:\[\]|\{\}|\(\)|''|""|set\(\))$/.test(value));
          if (how.round === undefined) return 'none';
          const codes = [claim.left, claim.right].flatMap((r) => ('code' in r ? [r.code] : []));
          return hint(this.within(codes, value));
        }
        case 'same':
          return hint(how.round !== undefined && 'code' in claim.subject && same(claim.subject.code));
        case 'round':
          return yes(
            how.round !== undefined && how.round === claim.nth && claim.call !== true && this.lone(),
          );
        case 'loop':
          // a name alone does not say what it is
          if (how.argument !== undefined && claim.items.length === 1 && claim.target === null)
            return yes(!claim.range && exprOf(claim.items[0]!)?.kind !== 'Name' && same(claim.items[0]!));
          if (how.round !== undefined && claim.items.length === 1 && claim.target === null)
            return hint(same(claim.items[0]!));
          return yes(
            how.round === 1 &&
              claim.items.length === 1 &&
              !claim.range &&
              same(claim.items[0]!) &&
              claim.target === name,
          );
        case 'delta':
          // what is added to nothing is what comes of it
          if (
            how.round === undefined &&
            claim.op === '+' &&
            /^['"[(]/.test(value) &&
            claim.by !== '' &&
            same(claim.by)
          )
            return yes(step.kind === 'bind' && this.meaning.isDelta(step, claim));
          return hint(how.round !== undefined && claim.by !== '' && same(claim.by));
        case 'mutate':
          return yes(
            (claim.verb === 'insert' &&
              (claim.object !== null || claim.key !== undefined) &&
              this.meaning.isMutation(step, claim, referents)) ||
              // `4 is popped` tells what `last = xs.pop()` gives
              (claim.verb === 'pop' &&
                claim.item !== null &&
                'code' in claim.item &&
                links(step.facts['chain']).some((link) => /\.pop(?:left|item)?\(/.test(link)) &&
                same(claim.item.code)),
          );
        default:
          return 'none';
      }
    };
    return { what: `${name} is ${value}`, done: false, met };
  }

  /** Whether a value that stands alone can be a round's or an argument: not where something is done with it. */
  private mayBeGiven(how: { argument?: number; round?: number }): boolean {
    if (how.round !== undefined) return true;
    if (how.argument === undefined) return false;
    return [...this.said().acts].every((act) => act === 'none' || act === 'call' || act === 'keep');
  }

  /** Whether the value is one of two that a condition decides between: `so that is 'mild'`. */
  private isChoice(): boolean {
    const { step } = this.target;
    return step.kind === 'bind' && this.meaning.view.expressionsAt(step).some((e) => e.kind === 'IfExp');
  }

  /** Whether the round with this number is the `nth`, or the last of its loop. */
  private isRound(round: number, nth: number): boolean {
    return nth === LAST
      ? this.meaning.view.story.loops.some((loop) => loop.rounds.at(-1) === this.target.step.index)
      : nth === round;
  }

  /** A round told by its number alone is told when its variable is only that number. */
  private lone(): boolean {
    return pairsOf(this.target.step.facts['pairs']).length === 1;
  }

  /** Whether one of the codes has the value as an operand. */
  private within(codes: readonly string[], value: string): boolean {
    const whole = exprOf(value);
    if (whole === null) return false;
    return codes.some((code) => {
      const expr = exprOf(code);
      return expr !== null && firstLeaf(code) === value;
    });
  }

  /** `xs is [1, 5, 4]` tells that xs[0] is 1. */
  private holdsWhole(code: string, value: string, name: string): boolean {
    const expr = exprOf(name);
    if (expr?.kind !== 'Subscript' && expr?.kind !== 'Attribute') return false;
    const whole = exprOf(code);
    if (whole?.kind !== 'Name' || !name.startsWith(whole.id)) return false;
    return this.meaning.equals(code, value, this.target.end) === true || this.laterWhole(code, value);
  }

  /** The whole may be told once all its elements have been set. */
  private laterWhole(code: string, value: string): boolean {
    const now = this.meaning.view.timeline.valueOf(code, this.target.end);
    return now !== undefined && this.meaning.view.same(now, value);
  }

  private isCallWith(code: string, argument: number, value: string): boolean {
    const expr = exprOf(code);
    if (expr?.kind !== 'Call' || expr.func.kind !== 'Name') return false;
    const func = this.target.step.facts['func'] as string;
    const names = func.endsWith('.__init__') ? [func.split('.').at(-2)] : [func, func.split('.').at(-1)];
    if (!names.includes(expr.func.id)) return false;
    const given = this.meaning.view.evaluateExpr(expr.args[argument] ?? expr, this.target.end);
    return expr.args[argument] !== undefined && given !== null && this.meaning.view.same(given, value);
  }

  private returned(value: string): Need {
    const { step } = this.target;
    const met = (claim: Claim, referents: Referents): Effect => {
      if (claim.kind === 'return') {
        if (claim.chain.length === 0)
          return yes(
            this.meaning.isReturn(step, claim) &&
              referents.slice(0, 3).some((code) => this.isResult(code, value)),
          );
        return this.meaning.isReturn(step, claim) ? 'tells' : 'contradicts';
      }
      if (claim.kind === 'print' && claim.result === true)
        return yes(this.isLast() && this.meaning.sameAt(value, claim.code, step.index));
      if (claim.kind === 'word' && claim.word === 'returned')
        return yes(referents.slice(0, 3).some((code) => this.isResult(code, value)));
      // `6, and that is our answer`, `the sum, 26, was returned`
      const { acts, answers } = this.said();
      if (claim.kind === 'item' && claim.nth !== null && claim.nth !== LAST) return 'none';
      if ((claim.kind === 'mention' || claim.kind === 'item') && (answers || acts.has('return')))
        return yes(this.meaning.sameAt(value, claim.code, step.index));
      if (
        claim.kind === 'value' &&
        !claim.negated &&
        'loose' in claim.subject &&
        (answers || acts.has('return'))
      )
        return yes(this.meaning.sameAt(value, claim.chain.at(-1)!, step.index));
      // `and get 4 * 2 = 8`
      if (claim.kind === 'value' && !claim.negated && 'loose' in claim.subject && claim.chain.length > 1)
        return yes(
          this.meaning.sameAt(value, claim.chain.at(-1)!, step.index) &&
            stems(claim.chain[0]!, [step], this.meaning),
        );
      // `then 1 + 3 = 4`
      if (claim.kind === 'value' && !claim.negated && 'code' in claim.subject && !this.isLast())
        if (exprOf(claim.subject.code)?.kind === 'BinOp' && stems(claim.subject.code, [step], this.meaning))
          return yes(this.meaning.sameAt(value, claim.chain.at(-1)!, step.index));
      // `fact(2) is 2 * 1 = 2`
      if (claim.kind === 'value' && !claim.negated && 'code' in claim.subject) {
        const expr = exprOf(claim.subject.code);
        if (expr?.kind === 'Call' && expr.func.kind === 'Name' && expr.func.id === step.facts['func'])
          return yes(
            this.isOwnCall(expr.args.map((arg) => codeOf(arg))) &&
              this.meaning.sameAt(value, claim.chain.at(-1)!, step.index),
          );
      }
      return 'none';
    };
    return {
      what: `${(step.facts['func'] as string | undefined) ?? 'the call'} returns ${value}`,
      done: false,
      met,
    };
  }

  /** Whether these are arguments of the call that returns. */
  private isOwnCall(args: readonly string[]): boolean {
    const { step } = this.target;
    const call = this.meaning.callOf(step);
    return (
      call < 0 ||
      this.meaning.isCall(this.meaning.view.story.steps[call]!, step.facts['func'] as string, args)
    );
  }

  /** Whether nothing of the run comes after it. */
  private isLast(): boolean {
    const { steps } = this.meaning.view.story;
    return steps.slice(this.target.step.index + 1).every((s) => !s.essential);
  }

  /** What a loose word points to may be the value itself or a name that has it. */
  private isResult(code: string, value: string): boolean {
    return this.meaning.sameAt(value, code, Math.max(0, this.target.step.index - 1));
  }

  /** A value comes up in whatever words. @param given names that have values of their own */
  private brought(what: string, value: string, given: ReadonlySet<string> = new Set()): Need {
    const same = (code: string): boolean => this.meaning.sameAt(value, code, this.target.end);
    return {
      what,
      done: false,
      met: (c) =>
        yes(
          (c.kind === 'return' && c.chain.length > 0 && same(c.chain.at(-1)!)) ||
            (c.kind === 'value' &&
              !c.negated &&
              !('code' in c.subject && given.has(c.subject.code)) &&
              same(c.chain.at(-1)!)) ||
            ((c.kind === 'mention' || c.kind === 'item') && same(c.code)),
        ),
    };
  }

  private folded(): Need[] {
    return foldNeeds(this.target.step, this.meaning, (name, value) => this.bound(name, value, {}));
  }
}

/** The first operand of code, as text. */
function firstLeaf(code: string): string {
  let expr = exprOf(code);
  for (;;) {
    if (expr === null) return code;
    if (expr.kind === 'BinOp' || expr.kind === 'Compare') expr = expr.left;
    else if (expr.kind === 'Call' && expr.func.kind === 'Attribute') expr = expr.func.value;
    // printed, for spans of kept expressions change when they are printed elsewhere
    else return expr.kind === 'Constant' || expr.kind === 'UnaryOp' ? codeOf(expr) : code;
  }
}
