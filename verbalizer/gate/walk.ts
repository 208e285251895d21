// Walks a rewritten text and the targets together: every claim must tell the next target or be true of what has just
// been told, and stem from the run; every target must be told, in order. Collects what is wrong, with places.
import { codeOf, exprOf } from '../freeform/code.ts';
import type { Claim, ClaimOf, FreeReading } from '../freeform/claims.ts';
import { isLiteral } from './stem.ts';
import { ordinal } from '../freeform/numbers.ts';
import { links, pairsOf, referentsOf, type Meaning, type Referents } from '../freeform/meaning.ts';
import { wordFault } from './left-over.ts';
import { Presence } from './presence.ts';
import { Quest } from './quest.ts';
import { asValue, SecondReading } from './second-reading.ts';
import { Restatement } from './restate.ts';
import { Sentence } from './sentence.ts';
import type { Step } from '../steps/step.ts';
import type { Target } from './targets.ts';
import type { GateReason, GateViolation } from './verdict.ts';

/** Targets that a claim may run ahead; beyond, it is not about them. */
const AHEAD = 8;

/** What cannot be spoken of before the call is. */
const EVENTS: ReadonlySet<Claim['kind']> = new Set<Claim['kind']>([
  'item',
  'round',
  'print',
  'return',
  'mutate',
]);

export class GateWalk {
  readonly violations: GateViolation[] = [];
  readonly tellings = new Map<number, (readonly [number, number])[]>();
  private readonly quests: readonly Quest[];
  private readonly place: Presence;
  private readonly restatement: Restatement;
  private readonly again: SecondReading;
  private sentence = -1;
  /** What the sentence has said of names so far. */
  private readonly stated = new Map<string, { readonly code: string; readonly claim: Claim }>();
  /** The last relation, for `it is`, `the letter 'e' is not`. */
  private relation: ClaimOf<'relation'> | null = null;
  /** A question that waits for its answer. */
  private question: ClaimOf<'relation'> | null = null;
  /** What the sentence asked, though a statement has answered it. */
  private asked: ClaimOf<'relation'> | null = null;
  private readonly shadows = new Map<number, Quest>();
  private readonly text: string;
  private readonly sentences = new Map<number, Sentence>();
  /** Values and words that no rule connects: held against what their sentence has told, when it is over. */
  private loose: Claim[] = [];
  /** The last target told before the sentence. */
  private toldBefore = -1;

  /**
   * @param start the step before the first target: what holds when the text begins
   * @param from the first target that is not told yet
   */
  constructor(text: string, targets: readonly Target[], meaning: Meaning, start: number, from = 0) {
    this.text = text;
    this.quests = targets.map((target) => new Quest(target, meaning, () => this.said));
    this.place = new Presence(this.quests, meaning, start);
    this.place.next = from;
    this.toldBefore = this.place.before = this.place.told = from - 1;
    this.restatement = new Restatement(this.place);
    this.again = new SecondReading(text, this.place, this.restatement);
  }

  /** Judges a whole text. */
  run({ claims }: FreeReading): void {
    this.takeAll(claims, referentsOf(claims));
    if (this.question !== null) this.unaccounted(this.question, 'this question is not answered');
    this.passOver(this.quests.length, null);
  }

  /** Goes on with claims of whole sentences, each with what its loose words may stand for. */
  takeAll(claims: readonly Claim[], referents: readonly Referents[]): void {
    for (let i = 0; i < claims.length;) {
      const { sentence } = claims[i]!;
      const own = claims.slice(i).filter((c) => c.sentence === sentence);
      this.sentences.set(sentence, new Sentence(own));
      i += own.length;
    }
    claims.forEach((claim, i) => {
      if (claim.sentence !== this.sentence) this.newSentence(claim);
      this.take(
        claim,
        [...referents[i]!, ...this.topics()].filter((c, n, all) => all.indexOf(c) === n),
      );
    });
    this.newSentence(null);
  }

  /** The first target not told, where all before it are and nothing is left open; −1 otherwise. */
  get reached(): number {
    const { next, told } = this.place;
    const clean = this.violations.length === 0 && this.question === null && told === next - 1;
    return clean && this.quests[next]?.begun !== true ? next : -1;
  }

  /** What the sentence under way says besides its claims. */
  private get said(): Sentence {
    return this.sentences.get(this.sentence) ?? Sentence.NONE;
  }

  get toldCount(): number {
    return this.quests.filter((q) => q.done).length;
  }

  /** What is being spoken of when nothing else is: the variables of the round under way. */
  private topics(): string[] {
    for (let i = this.place.told; i >= 0 && i > this.place.told - 4; i--) {
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
    const frontier = this.place.told + 1;
    if (this.place.next < frontier) this.passOver(frontier, null);
    this.judgeLoose();
    this.toldBefore = this.place.told;
    this.place.before = this.place.told;
    this.sentence = claim?.sentence ?? -1;
    this.stated.clear();
  }

  /** The steps from the last one told before the sentence to the one that comes next, with what lies between. */
  private stepsSpokenOf(): Step[] {
    const told = this.quests
      .slice(Math.max(0, this.toldBefore), this.place.told + 2)
      .map((q) => q.target.step);
    const { steps } = this.place.meaning.view.story;
    const between = told.flatMap((step, i) => {
      const next = told[i + 1]?.index ?? step.index;
      return step.kind === 'fold' || step.kind === 'summary' || step.kind === 'stretch'
        ? []
        : steps.slice(step.index + 1, next).filter((s) => !s.essential);
    });
    return [...told, ...between];
  }

  /** Without what was told before the sentence, when it tells something itself. */
  private told(steps: readonly Step[]): readonly Step[] {
    const before = this.quests[this.toldBefore]?.target.step;
    return this.place.told > this.toldBefore ? steps.filter((s) => s !== before) : steps;
  }

  /** Values and words left over have to come from the steps that their sentence is about. */
  private judgeLoose(): void {
    const { place } = this;
    const steps = this.stepsSpokenOf();
    for (const claim of this.loose) {
      if (claim.kind === 'word') {
        const fault = wordFault(claim, this.told(steps), place);
        if (fault !== null) this.add('not understood', claim, `${fault}: say it plainly or leave it out`);
      } else if (claim.kind === 'mention') {
        const fault = this.restatement.working.ofMention(claim, this.told(steps));
        if (fault !== null) this.add(fault.reason, claim, fault.message);
      }
    }
    this.loose = [];
  }

  /** The targets before `end` that are not told are missing. */
  private passOver(end: number, claim: Claim | null): void {
    for (; this.place.next < end; this.place.next++) {
      const quest = this.quests[this.place.next]!;
      if (quest.done) continue;
      const at = claim?.span[0] ?? this.lastPlace();
      this.violations.push({
        reason: 'missing',
        span: [at, at],
        quote: '',
        message: `it is not said that ${quest.open}`,
        line: quest.target.step.line,
        step: quest.target.step.index,
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
      if (resolved.op !== 'vs') this.relation = resolved;
      if (resolved.truth === null) {
        if (resolved.op !== 'vs') this.question = this.again.ofWhat(resolved, referents);
        if (!this.place.asks(resolved, referents))
          this.unaccounted(resolved, 'the run does not ask this here');
        return;
      }
    }
    if (resolved.kind === 'value' && 'code' in resolved.subject && !resolved.negated)
      this.stated.set(resolved.subject.code, { code: resolved.chain.at(-1)!, claim: resolved });
    const denied = this.again.deniesWhatComes(resolved);
    if (denied !== null) {
      this.add('false', resolved, denied);
      return;
    }
    const fault = this.again.faultOfLastTest(resolved, referents);
    if (fault !== null) {
      if (fault !== '') this.add('false', resolved, fault);
      return;
    }
    if (this.tellsHere(resolved, referents)) return;
    if (
      this.place.told < 0 &&
      this.quests[0]?.target.step.kind === 'call' &&
      EVENTS.has(resolved.kind) &&
      !(resolved.kind === 'round' && resolved.call === true)
    ) {
      this.add('order', resolved, `comes too early: before it, ${this.quests[0].open}`);
      return;
    }
    if (this.again.isAnotherName(resolved, this.said.names)) {
      this.add('false', resolved, `in the run, ${this.quests[this.place.told + 1]!.open}`);
      return;
    }
    const value = asValue(resolved);
    if (value !== null && this.restatement.of(resolved, referents) !== null)
      return this.take(value, referents);
    const element = this.again.asElement(resolved, referents);
    if (element !== null) return this.take(element, referents);
    const verb = this.again.bareVerb(resolved);
    if (resolved.kind === 'mention' || resolved.kind === 'word' || verb !== null) {
      const word =
        verb === null
          ? resolved
          : ({ ...resolved, kind: 'word', word: verb, opens: false, of: null } as const);
      const nth = word.kind === 'word' ? ordinal(word.word) : null;
      const last = word.kind === 'word' && (word.word === 'last' || word.word === 'final');
      if (last && !word.opens) {
        if (!this.place.lastOfSomething(word.of))
          this.add('not understood', word, `this is not the ${word.word}`);
      } else if (nth === null || word.kind !== 'word') this.loose.push(word);
      else if (!word.opens && !this.place.isNumber(nth, word.of, this.place.toldIn === word.sentence))
        this.add('not understood', word, `it is not clear what is the ${word.word} here`);
      return;
    }
    const detail = this.restatement.of(resolved, referents);
    if (detail === null) return this.tellsAgain(resolved, referents);
    if (this.again.announces(resolved)) return;
    if (this.tellsAhead(resolved, referents)) return;
    this.add(detail.reason, resolved, detail.message);
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
      const points = 'code' in claim.subject || claim.subject.loose !== 'that';
      const before = points ? (this.question ?? this.asked ?? this.relation) : null;
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
    // `is len(seq) less than 4? It is 3`
    const asked = this.question;
    if (
      asked !== null &&
      claim.kind === 'value' &&
      'loose' in claim.subject &&
      /^(?:it|that|this)$/.test(claim.subject.loose)
    ) {
      const side = 'code' in asked.left ? exprOf(asked.left.code) : null;
      const code = side?.kind === 'Compare' ? codeOf(side.left) : side === null ? null : codeOf(side);
      if (code !== null) return { ...claim, subject: { code } };
    }
    // a statement about what was asked answers it; `so it is` may still follow
    this.asked = this.question?.sentence === claim.sentence ? this.question : null;
    if (this.question !== null && (claim.kind === 'relation' || claim.kind === 'effect'))
      this.question = null;
    return claim;
  }

  /** Whether a claim tells the next target, and perhaps those after it. */
  private tellsHere(claim: Claim, referents: Referents): boolean {
    let tells = false;
    // what was run ahead of may be given as a reason
    for (let i = this.place.next; i < this.quests.length && i <= this.place.told + 1; i++) {
      const quest = this.quests[i]!;
      const behind = i <= this.place.told;
      if (behind && (quest.done || !(claim.reason || this.sameLine(i, this.place.told) || this.bothSetup(i))))
        continue;
      const effect = quest.take(claim, referents);
      if (effect === 'contradicts' && !quest.done) {
        // it may still be about the condition before
        if (this.restatement.relations.ofLastTest(claim, referents)) return true;
        this.add('false', claim, `in the run, ${quest.open}`);
        return true;
      }
      if (effect === 'none') {
        if (behind) continue;
        break;
      }
      if (effect === 'tells') {
        tells = true;
        const fault = this.restatement.wholly(claim, quest.target, referents);
        if (fault !== null) this.add(fault.reason, claim, fault.message);
        if (quest.target.step.kind === 'return') this.heldTo(quest);
      } else this.heldTo(quest);
      this.note(i, claim);
      if (behind) {
        this.advance();
        continue;
      }
      if (!quest.done) break;
      this.place.told = Math.max(this.place.told, i);
      this.advance();
      // one claim tells several targets only when they are alike: a round by its value, a test by its sides
      if (quest.target.step.kind !== 'round' && quest.target.step.kind !== 'call') break;
    }
    // more than is needed may still be said of what is told
    return tells;
  }

  /** What is told a second time is told even if the first telling goes. */
  private tellsAgain(claim: Claim, referents: Referents): void {
    for (let i = Math.max(0, this.place.told - 2); i <= this.place.told; i++) {
      let shadow = this.shadows.get(i);
      if (shadow === undefined)
        this.shadows.set(
          i,
          (shadow = new Quest(this.quests[i]!.target, this.place.meaning, () => this.said)),
        );
      if (!shadow.done && shadow.take(claim, referents) === 'tells') this.noteSpan(i, claim);
    }
  }

  private advance(): void {
    while (this.place.next < this.quests.length && this.quests[this.place.next]!.done) this.place.next++;
  }

  private note(i: number, claim: Claim): void {
    this.place.toldIn = claim.sentence;
    this.noteSpan(i, claim);
  }

  private noteSpan(i: number, claim: Claim): void {
    const spans = this.tellings.get(i);
    if (spans === undefined) this.tellings.set(i, [claim.span]);
    else spans.push(claim.span);
  }

  /** A round that is only understood must not have been said to be another in the same sentence. */
  private heldTo(quest: Quest): void {
    const { step } = quest.target;
    const call = step.kind === 'return' ? this.place.meaning.callOf(step) : -1;
    const args = call < 0 ? [] : pairsOf(this.place.meaning.view.story.steps[call]!.facts['args']);
    for (const [name, given] of step.kind === 'return' ? args : pairsOf(step.facts['pairs'])) {
      // a parameter may have changed since the call
      const value =
        step.kind === 'return' ? (this.place.meaning.view.evaluate(name, step.index) ?? given) : given;
      const said = this.stated.get(name);
      if (said !== undefined && !this.place.meaning.sameAt(value, said.code, quest.target.end))
        this.add('false', said.claim, `${name} is ${value} here, not ${said.code}`);
    }
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
    for (
      let i = Math.max(this.place.next, this.place.told + 1);
      i < this.quests.length && i <= this.place.told + AHEAD;
      i++
    ) {
      const quest = this.quests[i]!;
      if (quest.take(claim, referents) !== 'tells') continue;
      const fault = this.restatement.wholly(claim, quest.target, referents);
      if (fault !== null) this.add(fault.reason, claim, fault.message);
      this.note(i, claim);
      const skipped = this.quests.slice(this.place.next, i).filter((q) => !q.done);
      // only a condition may be given as the reason of what it leads to; what one line does has no order for a reader
      const early = skipped.filter(
        (q) =>
          q.target.step.kind !== 'test' &&
          !this.oneLine(q, quest) &&
          !(this.isSetup(q) && this.isSetup(quest)),
      );
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
      if (quest.done) this.place.told = Math.max(this.place.told, i);
      this.advance();
      return true;
    }
    return false;
  }

  /** Arguments and first values have no order for a reader. */
  private isSetup({ target: { step } }: Quest): boolean {
    if (step.kind === 'call') return true;
    const expr = exprOf(links(step.facts['chain']).at(0) ?? '');
    return step.kind === 'bind' && step.facts['old'] === undefined && expr !== null && isLiteral(expr);
  }

  private bothSetup(i: number): boolean {
    return this.isSetup(this.quests[i]!) && this.isSetup(this.quests[this.place.told]!);
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

  private unaccounted(claim: Claim, message: string): void {
    this.add('unaccounted', claim, message);
  }

  private add(reason: GateReason, claim: Claim, message: string): void {
    const line = this.quests[Math.min(this.place.next, this.quests.length - 1)]?.target.step.line ?? null;
    this.violations.push({ reason, span: claim.span, quote: this.text.slice(...claim.span), message, line });
  }
}
