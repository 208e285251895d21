// Walks a rewritten text and the targets together: every claim must tell the next target or be true of what has just
// been told, and stem from the run; every target must be told, in order. Collects what is wrong, with places.
import { printExpr } from '../../grammar/index.ts';
import type { Claim, ClaimOf, FreeReading } from '../freeform/claims.ts';
import {
  mentionedBy,
  links,
  referentsOf,
  relationCode,
  type Meaning,
  type Referents,
} from '../freeform/meaning.ts';
import { exprOf } from '../freeform/run-view.ts';
import type { Step } from '../steps/step.ts';
import { Quest } from './needs.ts';
import { atHand, isLiteral, stems } from './stem.ts';
import type { Target } from './targets.ts';
import { conditionOf, fits } from './tests.ts';
import type { GateReason, GateViolation } from './verdict.ts';

/** Targets that a claim may run ahead; beyond, it is not about them. */
const AHEAD = 8;
/** Targets before and after the place that a claim may look at for what it works out. */
const NEAR_BEFORE = 3;
const NEAR_AFTER = 3;

export class GateWalk {
  readonly violations: GateViolation[] = [];
  readonly tellings = new Map<number, (readonly [number, number])[]>();
  private readonly quests: Quest[];
  /** The first target that is not told yet. */
  private next = 0;
  /** Index of the last target told in order; −1 before the first. */
  private told = -1;
  private sentence = -1;
  /** The last relation, for `it is`, `the letter 'e' is not`. */
  private relation: ClaimOf<'relation'> | null = null;
  /** A question that waits for its answer. */
  private question: ClaimOf<'relation'> | null = null;
  private readonly text: string;
  private readonly meaning: Meaning;
  /** The step before the first target: what holds when the text begins. */
  private readonly start: number;

  constructor(text: string, targets: readonly Target[], meaning: Meaning, start: number) {
    this.text = text;
    this.meaning = meaning;
    this.start = start;
    this.quests = targets.map((target) => new Quest(target, meaning));
  }

  run(reading: FreeReading): void {
    const { claims } = reading;
    const referents = referentsOf(claims);
    claims.forEach((claim, i) => {
      if (claim.sentence !== this.sentence) this.newSentence(claim);
      this.take(
        claim,
        [...this.topics(), ...referents[i]!].filter((c, n, all) => all.indexOf(c) === n),
      );
    });
    this.newSentence(null);
    if (this.question !== null) this.unaccounted(this.question, 'this question is not answered');
    this.passOver(this.quests.length, null);
  }

  get toldCount(): number {
    return this.quests.filter((q) => q.done).length;
  }

  /** The step up to which everything is told. */
  private get now(): number {
    return this.told < 0 ? this.start : this.quests[this.told]!.target.end;
  }

  /** What is being spoken of when nothing else is: the variables of the round under way. */
  private topics(): string[] {
    for (let i = this.told; i >= 0 && i > this.told - 4; i--) {
      const { step } = this.quests[i]!.target;
      if (step.kind === 'round')
        return links(step.facts['pairs'])
          .filter((_, n) => n % 2 === 0)
          .reverse();
    }
    return [];
  }

  private newSentence(claim: Claim | null): void {
    // what was run ahead of has to be told by the end of the sentence
    const frontier = this.told + 1;
    if (this.next < frontier) this.passOver(frontier, null);
    this.sentence = claim?.sentence ?? -1;
  }

  /** The targets before `end` that are not told are missing. */
  private passOver(end: number, claim: Claim | null): void {
    for (; this.next < end; this.next++) {
      const quest = this.quests[this.next]!;
      if (quest.done) continue;
      const at = claim?.span[0] ?? this.lastPlace();
      this.violations.push({
        reason: 'missing',
        span: [at, at],
        quote: '',
        message: `it is not said that ${quest.open}`,
        line: quest.target.step.line,
      });
    }
  }

  private lastPlace(): number {
    const spans = [...this.tellings.values()].at(-1);
    return spans?.at(-1)?.[1] ?? 0;
  }

  private take(claim: Claim, referents: Referents): void {
    const resolved = this.resolved(claim);
    if (resolved === null) return;
    if (resolved.kind === 'relation') {
      this.relation = resolved;
      if (resolved.truth === null) {
        this.question = resolved;
        if (!this.asks(resolved, referents)) this.unaccounted(resolved, 'the run does not ask this here');
        return;
      }
    }
    if (this.tellsHere(resolved, referents)) return;
    const detail = this.restates(resolved, referents);
    if (detail === null) return;
    if (this.tellsAhead(resolved, referents)) return;
    this.refuse(resolved, referents, detail);
  }

  /** Puts answers to their questions and subjects into the predicate before; null when nothing is left to judge. */
  private resolved(claim: Claim): Claim | null {
    if (claim.kind === 'verdict' && this.question !== null) {
      const asked = this.question;
      this.question = null;
      return {
        ...asked,
        truth: claim.truth,
        span: claim.span,
        sentence: claim.sentence,
        paragraph: claim.paragraph,
        reason: claim.reason,
      };
    }
    if (claim.kind === 'same') {
      const before = this.question ?? this.relation;
      if (before === null) {
        this.add('not understood', claim, 'it is not clear what this says');
        return null;
      }
      this.question = null;
      const truth = before.truth === false && this.relation === before ? claim.truth : claim.truth;
      return {
        ...before,
        left: 'loose' in claim.subject ? before.left : claim.subject,
        truth,
        span: claim.span,
        sentence: claim.sentence,
        paragraph: claim.paragraph,
        reason: claim.reason,
      };
    }
    // a statement about what was asked answers it
    if (this.question !== null && (claim.kind === 'relation' || claim.kind === 'effect'))
      this.question = null;
    return claim;
  }

  /** Whether a claim tells the next target, and perhaps those after it. */
  private tellsHere(claim: Claim, referents: Referents): boolean {
    let tells = false;
    // what was run ahead of may be given as a reason
    for (let i = this.next; i < this.quests.length && i <= this.told + 1; i++) {
      const quest = this.quests[i]!;
      const behind = i <= this.told;
      if (behind && (quest.done || !(claim.reason || this.sameLine(i, this.told)))) continue;
      const effect = quest.take(claim, referents);
      if (effect === 'contradicts' && !quest.done) {
        this.contradicted(claim, quest, referents);
        return true;
      }
      if (effect === 'none') {
        if (behind) continue;
        break;
      }
      tells = true;
      this.note(i, claim);
      if (behind) {
        this.advance();
        continue;
      }
      if (!quest.done) break;
      this.told = Math.max(this.told, i);
      this.advance();
      // one claim tells several targets only when they are alike: a round by its value, a test by its sides
      if (quest.target.step.kind !== 'round' && quest.target.step.kind !== 'call') break;
    }
    // more than is needed may still be said of what is told
    return tells;
  }

  private advance(): void {
    while (this.next < this.quests.length && this.quests[this.next]!.done) this.next++;
  }

  private note(i: number, claim: Claim): void {
    const spans = this.tellings.get(i);
    if (spans === undefined) this.tellings.set(i, [claim.span]);
    else spans.push(claim.span);
  }

  private contradicted(claim: Claim, quest: Quest, referents: Referents): void {
    const { step } = quest.target;
    const detail = this.restates(claim, referents);
    if (detail === null) return;
    this.violations.push({
      reason: 'false',
      span: claim.span,
      quote: this.text.slice(...claim.span),
      message: `in the run, ${quest.open}`,
      line: step.line,
    });
  }

  /** Whether a claim tells a target further on; then those before it must be told by reasons in the same sentence. */
  private tellsAhead(claim: Claim, referents: Referents): boolean {
    if (
      claim.kind === 'verdict' ||
      claim.kind === 'effect' ||
      claim.kind === 'mention' ||
      claim.kind === 'item'
    )
      return false;
    for (let i = Math.max(this.next, this.told + 1); i < this.quests.length && i <= this.told + AHEAD; i++) {
      const quest = this.quests[i]!;
      if (quest.take(claim, referents) !== 'tells') continue;
      this.note(i, claim);
      const skipped = this.quests.slice(this.next, i).filter((q) => !q.done);
      // only a condition may be given as the reason of what it leads to; what one line does has no order for a reader
      const early = skipped.filter((q) => q.target.step.kind !== 'test' && !this.oneLine(q, quest));
      if (early.length > 0) {
        this.violations.push({
          reason: 'order',
          span: claim.span,
          quote: this.text.slice(...claim.span),
          message: `comes too early: before it, ${early[0]!.open}`,
          line: quest.target.step.line,
        });
        this.passOver(i, claim);
      }
      if (quest.done) this.told = Math.max(this.told, i);
      this.advance();
      return true;
    }
    return false;
  }

  private sameLine(i: number, j: number): boolean {
    return j >= 0 && this.oneLine(this.quests[i]!, this.quests[j]!);
  }

  private oneLine(a: Quest, b: Quest): boolean {
    const [x, y] = [a.target.step, b.target.step];
    return (
      x.line === y.line &&
      x.frame === y.frame &&
      Math.abs(x.index - y.index) <= 2 &&
      x.kind !== 'round' &&
      x.kind !== y.kind
    );
  }

  /** Steps that the text is about just now. */
  private near(): Step[] {
    const from = Math.max(0, this.told - NEAR_BEFORE + 1);
    const to = Math.min(this.quests.length, this.told + 1 + NEAR_AFTER);
    return this.quests.slice(from, to).map((q) => q.target.step);
  }

  /** The steps after which the values are the present ones. */
  private presents(): number[] {
    const ks = [this.now];
    const upcoming = this.quests[this.told + 1]?.target.step;
    if (upcoming !== undefined && upcoming.index - 1 > this.now) ks.push(upcoming.index - 1);
    // what returns next has its own variables
    if (upcoming?.kind === 'return') ks.push(upcoming.index);
    return ks.filter((k) => k >= 0);
  }

  /** The target told last and the one that comes next. */
  private around(): Step[] {
    return this.quests.slice(Math.max(0, this.told), this.told + 3).map((q) => q.target.step);
  }

  /** Whether a question is about a condition near. */
  private asks(claim: ClaimOf<'relation'>, referents: Referents): boolean {
    return this.near().some(
      (step) =>
        step.kind === 'test' &&
        fits(claim, referents, conditionOf(step, this.meaning), step.index, this.meaning).length > 0,
    );
  }

  /** Null when a claim is true of the present and accounted for by it; otherwise what is wrong, and how badly. */
  private restates(claim: Claim, referents: Referents): { reason: GateReason; message: string } | null {
    const { meaning } = this;
    const wrong = (
      message: string,
      reason: GateReason = 'false',
    ): { reason: GateReason; message: string } => ({ reason, message });
    switch (claim.kind) {
      case 'value':
        return this.restatesValue(claim, referents);
      case 'relation':
        return this.restatesRelation(claim, referents);
      case 'verdict': {
        const test = this.lastTest();
        return test !== null && conditionOf(test, meaning).truth === claim.truth
          ? null
          : wrong(`no condition comes out ${claim.truth ? 'true' : 'false'} here`);
      }
      case 'same':
        return wrong('it is not clear what this says', 'not understood');
      case 'effect':
        return this.effectHolds(claim) ? null : wrong('the run does not go that way here');
      case 'item':
      case 'mention': {
        if (claim.kind === 'item' && claim.noun !== null && meaning.view.names.has(claim.noun)) {
          const name = claim.noun;
          const holds = [...this.presents(), ...this.around().map((s) => s.index)].some(
            (k) =>
              meaning.equals(name, claim.code, k) === true ||
              meaning.view.truthOf(`len(${name}) == (${claim.code})`, k) === true ||
              meaning.view.truthOf(`(${claim.code}) in (${name})`, k) === true,
          );
          if (holds) return null;
        }
        const expr = exprOf(claim.code);
        if (expr?.kind === 'Name' && meaning.view.names.has(expr.id)) return null;
        if (claim.kind === 'mention' && this.isKnownCall(claim.code)) return null;
        const counted =
          /^\d+$/.test(claim.code) && (this.counts(Number(claim.code)) || this.isSize(claim.code));
        return counted || atHand(claim.code, this.near(), this.presents(), meaning)
          ? null
          : wrong(`${claim.code} does not come up in the run here`, 'unaccounted');
      }
      case 'round': {
        const rounds = [...this.roundsNow(), ...this.callsNow()];
        return rounds.includes(claim.nth)
          ? null
          : wrong(`this is round ${rounds.join(' or ') || 'of no loop'}, not ${claim.nth}`);
      }
      case 'count':
        return this.counts(claim.n, claim.after) ? null : wrong(`the rounds are not ${claim.n}`);
      case 'loop': {
        const { steps } = meaning.view.story;
        const to = this.quests[this.told + 1]?.target.end ?? steps.length - 1;
        for (let k = Math.max(0, this.now - 3); k <= Math.min(to + 1, steps.length - 1); k++)
          if (meaning.isLoop(steps[k]!, claim.target, claim.items, claim.range)) return null;
        return wrong('no loop goes over this here');
      }
      case 'call': {
        if (!meaning.view.functions.has(claim.func))
          return claim.args.length > 0
            ? wrong(`${claim.func} is no function of the program`, 'unaccounted')
            : null;
        const known = meaning.view.story.calls.some(
          (c) =>
            c.step <= this.now + 40 &&
            meaning.isCall(meaning.view.story.steps[c.step]!, claim.func, claim.args),
        );
        return known ? null : wrong(`there is no call ${claim.func}(${claim.args.join(', ')})`);
      }
      case 'return': {
        const last = this.quests[this.told]?.target.step;
        if (last !== undefined && claim.chain.length > 0 && meaning.isReturn(last, claim)) return null;
        if (claim.chain.length === 0) {
          // `that is what we return`, of what was said to be returned, or is about to be
          return this.around().some((s) => s.kind === 'return') ? null : wrong('nothing is returned here');
        }
        const final = meaning.view.answer;
        if (
          this.next >= this.quests.length &&
          final !== null &&
          meaning.sameAt(final, claim.chain.at(-1)!, this.now)
        )
          return null;
        return wrong(`what is returned here is ${this.returnedHere() ?? 'nothing'}`);
      }
      case 'print':
        return this.told >= 0 && meaning.isPrint(this.quests[this.told]!.target.step, claim.code)
          ? null
          : wrong(`${claim.code} is not printed here`);
      case 'raise':
        return this.near().some((s) => meaning.isRaise(s, claim))
          ? null
          : wrong(`no such exception is raised here`);
      case 'catch':
        return claim.negated || !this.near().some((s) => s.kind === 'catch')
          ? wrong('no exception is caught here')
          : null;
      case 'mutate': {
        if (claim.negated)
          return this.lastTest() !== null && !conditionOf(this.lastTest()!, meaning).truth
            ? null
            : wrong('this is done in the run');
        return this.around().some((s) => meaning.isMutation(s, claim, referents))
          ? null
          : wrong('the run does no such thing here');
      }
      case 'delta':
        return this.around().some((s) => meaning.isDelta(s, claim))
          ? null
          : wrong(`nothing changes by ${claim.by === '' ? 'this' : claim.by} here`);
      case 'change': {
        if (this.around().some((s) => meaning.isChange(s, claim, referents))) return null;
        const target = 'code' in claim.subject ? claim.subject.code : null;
        const items = [claim.from, claim.chain.at(-1)!];
        return this.restates({ ...claim, kind: 'loop', target, items, range: true }, referents) === null
          ? null
          : wrong(`it does not go from ${claim.from} to ${items[1]!} here`);
      }
      case 'sequence':
        return wrong('these values are not checked one by one', 'not understood');
      case 'goes-into': {
        const k = this.now;
        const holds =
          meaning.equals(`(${claim.dividend}) // (${claim.divisor})`, String(claim.times), k) === true;
        const known = [claim.dividend, claim.divisor, String(claim.times)].every((code) =>
          atHand(code, this.near(), this.presents(), meaning),
        );
        return holds && known
          ? null
          : wrong(`${claim.divisor} does not go ${claim.times} times into ${claim.dividend} here`);
      }
      case 'left-over': {
        const upcoming = this.quests[this.told + 1]?.target.step;
        return upcoming !== undefined && atHand(claim.rest, [upcoming], [], meaning)
          ? null
          : wrong(`what is left over is not ${claim.rest}`);
      }
    }
  }

  private restatesValue(
    claim: ClaimOf<'value'>,
    referents: Referents,
  ): { reason: GateReason; message: string } | null {
    const { meaning } = this;
    const last = claim.chain.at(-1)!;
    if (claim.negated || ('code' in claim.subject && exprOf(claim.subject.code)?.kind === 'Compare')) {
      const relation: ClaimOf<'relation'> = {
        ...claim,
        kind: 'relation',
        left: claim.subject,
        op: '==',
        right: { code: last },
        truth: !claim.negated,
      };
      return this.restatesRelation(relation, referents);
    }
    // of what was just told: `so xs becomes [1]` after the 1 was appended
    const told = this.quests[this.told]?.target.step;
    if (claim.mode === 'becomes') {
      const recent = this.quests.slice(Math.max(0, this.told - 1), this.told + 1).map((q) => q.target);
      const set = recent.some(({ step, end }) =>
        meaning
          .codesOf(claim.subject, referents)
          .some(
            (code) =>
              meaning.sets(step, code, last) ||
              (this.isWhole(code, step) && meaning.equals(code, last, end) === true),
          ),
      );
      if (set) return this.chainStems(claim);
    } else {
      for (const k of this.presents()) {
        const holds = meaning.value({ ...claim, chain: [last] }, referents, k);
        if (holds === true) return this.chainStems(claim);
      }
      if (
        told !== undefined &&
        'loose' in claim.subject &&
        meaning.value(claim, referents, told.index) === true
      )
        return this.chainStems(claim);
      // the old value of what comes next, or one side of what is to be worked out
      const before = this.quests[this.told + 1]?.target.step;
      if (
        claim.mode === 'was' &&
        before?.facts['old'] !== undefined &&
        meaning.sameAt(before.facts['old'] as string, last, before.index - 1)
      )
        return null;
    }
    // `the sum is 1 + 4 = 5`, `that leaves 21 / 3`: something that the run works out here
    if (
      'loose' in claim.subject &&
      (stems(last, this.near(), meaning) || atHand(last, this.near(), [], meaning))
    ) {
      const unstemmed = this.chainStems(claim);
      if (unstemmed === null) return null;
    }
    const code = meaning.codesOf(claim.subject, referents)[0];
    const got = code === undefined ? null : meaning.view.evaluate(code, this.now);
    return {
      reason: 'false',
      message: got === null ? `nothing is ${last} in the run here` : `${code!} is ${got} here, not ${last}`,
    };
  }

  /** An element was set: the whole has changed too. */
  private isWhole(code: string, step: Step): boolean {
    return links(step.facts['pairs'])
      .concat(links(step.facts['target']))
      .some((target) => target.startsWith(`${code}[`) || target.startsWith(`${code}.`));
  }

  /** Every link and the subject of a chain has to come from the run, not only to be right. */
  private chainStems(claim: ClaimOf<'value'>): { reason: GateReason; message: string } | null {
    const { meaning } = this;
    const codes = [...('code' in claim.subject ? [claim.subject.code] : []), ...claim.chain.slice(0, -1)];
    const last = claim.chain.at(-1)!;
    for (const code of codes) {
      const right = [...this.presents(), this.now].some(
        (k) => meaning.equals(code, last, k) === true || meaning.equals(code, last, k - 1) === true,
      );
      if (!right && meaning.view.evaluate(code, this.now) !== null)
        return {
          reason: 'false',
          message: `${code} is ${meaning.view.evaluate(code, this.now)!} here, not ${last}`,
        };
      const expr = exprOf(code);
      if (
        expr !== null &&
        (isLiteral(expr)
          ? !atHand(code, this.near(), this.presents(), meaning)
          : !stems(code, this.near(), meaning)) &&
        !this.isPlain(code)
      )
        return { reason: 'unaccounted', message: `the run does not work out ${code} here` };
    }
    return null;
  }

  /** Names and the lengths of names need no step that evaluates them. */
  private isPlain(code: string): boolean {
    return /^(?:\w+|len\(\w+\)|\w+\[[^\]]*\]|\w+\.\w+)$/.test(code) || this.isKnownCall(code);
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
        args.map((a) => printExpr(a)),
      ),
    );
  }

  private restatesRelation(
    claim: ClaimOf<'relation'>,
    referents: Referents,
  ): { reason: GateReason; message: string } | null {
    const { meaning } = this;
    // of a condition near: true, and the very condition
    let contradicted = false;
    for (const step of this.near()) {
      if (step.kind !== 'test') continue;
      const found = fits(claim, referents, conditionOf(step, meaning), step.index, meaning);
      if (found.length === 0) continue;
      if (found.every((fit) => fit.right)) return null;
      contradicted = true;
    }
    const [left, right] = [
      meaning.codesOf(claim.left, referents)[0] ?? '',
      meaning.codesOf(claim.right, referents)[0] ?? '',
    ];
    const said = relationCode(left, claim.op, right);
    const truth = 'code' in claim.left && 'code' in claim.right ? meaning.view.truthOf(said, this.now) : null;
    if (contradicted || (truth !== null && truth !== claim.truth))
      return { reason: 'false', message: `${said} is ${claim.truth === true ? 'false' : 'true'}` };
    if (this.isTrueOfWhatIsAtHand(claim, referents)) return null;
    return { reason: 'unaccounted', message: `the run does not ask here whether ${said}` };
  }

  /** A comparison that the run does not make may be made of values that it has at hand. */
  private isTrueOfWhatIsAtHand(claim: ClaimOf<'relation'>, referents: Referents): boolean {
    if (claim.truth === null) return false;
    const sides = [claim.left, claim.right].flatMap((r) => ('code' in r ? [r.code] : []));
    const known = sides.every(
      (code) =>
        exprOf(code)?.kind === 'Name' ||
        this.isPlain(code) ||
        atHand(code, this.near(), this.presents(), this.meaning),
    );
    return (
      known && this.presents().some((k) => this.meaning.relation(claim, referents.slice(0, 3), k) === true)
    );
  }

  /** The condition told last in the present frame, or that comes next. */
  private lastTest(): Step | null {
    for (let i = this.told; i >= 0 && i > this.told - 3; i--)
      if (this.quests[i]!.target.step.kind === 'test') return this.quests[i]!.target.step;
    return null;
  }

  private effectHolds(claim: ClaimOf<'effect'>): boolean {
    const { steps } = this.meaning.view.story;
    const from = Math.max(
      0,
      (this.told < 0 ? this.start : this.quests[Math.max(0, this.told - 1)]!.target.step.index) - 1,
    );
    const upcoming = this.quests[this.told + 1]?.target.step.index ?? steps.length - 1;
    for (let k = from; k <= Math.min(upcoming + 1, steps.length - 1); k++)
      if (this.meaning.isEffect(steps[k]!, claim)) return !claim.negated;
    if (claim.what === 'skip') {
      const test = this.lastTest();
      return test !== null && !conditionOf(test, this.meaning).truth;
    }
    return false;
  }

  /** Whether something at hand has so many elements. */
  private isSize(n: string): boolean {
    const k = this.now;
    return [...this.meaning.view.timeline.variablesAt(k)].some(
      ([name]) => this.meaning.view.truthOf(`len(${name}) == ${n}`, k) === true,
    );
  }

  /** How often the function called last or next has been called by then. */
  private callsNow(): number[] {
    const { steps, calls } = this.meaning.view.story;
    return this.around().flatMap((step) =>
      step.kind === 'call'
        ? [
            calls.filter((c) => c.step <= step.index && steps[c.step]!.facts['func'] === step.facts['func'])
              .length,
          ]
        : [],
    );
  }

  /** Numbers of the rounds under way or about to begin. */
  private roundsNow(): number[] {
    const { loops } = this.meaning.view.story;
    const upcoming = this.quests[this.told + 1]?.target.step.index ?? this.now;
    const found: number[] = [];
    for (const loop of loops)
      loop.rounds.forEach((from, i) => {
        const to = loop.rounds[i + 1] ?? loop.end;
        if ((from <= this.now && this.now < to) || (from <= upcoming && upcoming < to)) found.push(i + 1);
      });
    return found;
  }

  /** Whether so many rounds are counted here: of a loop that is over or about to begin, or so far. */
  private counts(n: number, soFar = false): boolean {
    const { loops } = this.meaning.view.story;
    const upcoming = this.quests[this.told + 1]?.target.step.index ?? this.meaning.view.story.steps.length;
    const fold = this.near().some((s) => s.kind === 'fold' && Number(s.facts['count']) === n);
    if (fold) return true;
    return loops.some((loop) => {
      const over = loop.end <= upcoming + 1 && loop.end >= this.now - 3;
      const begins = loop.step >= this.now - 2 && loop.step <= upcoming + 1;
      if ((over || begins) && loop.rounds.length === n) return true;
      return (
        soFar &&
        loop.rounds[n - 1] !== undefined &&
        loop.rounds[n - 1]! <= this.now &&
        (loop.rounds[n] ?? loop.end) >= this.now
      );
    });
  }

  private returnedHere(): string | null {
    const back = this.quests
      .slice(Math.max(0, this.told))
      .find((q) => q.target.step.kind === 'return' || q.target.step.kind === 'result');
    return back === undefined ? null : links(back.target.step.facts['chain']).at(-1)!;
  }

  private refuse(claim: Claim, _referents: Referents, detail: { reason: GateReason; message: string }): void {
    this.add(detail.reason, claim, detail.message);
  }

  private unaccounted(claim: Claim, message: string): void {
    this.add('unaccounted', claim, message);
  }

  private add(reason: GateReason, claim: Claim, message: string): void {
    const line = this.quests[Math.min(this.next, this.quests.length - 1)]?.target.step.line ?? null;
    this.violations.push({ reason, span: claim.span, quote: this.text.slice(...claim.span), message, line });
  }
}

/** What later words can point to; for tests of the walk. */
export { mentionedBy };
