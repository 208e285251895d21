// What is wrong in a sentence though known wordings have read it: what it sets equal, what goes from one value to another,
// how a value came about and which in the row something is. Objects, and never accepts.
import { codeOf, exprOf } from '../../freeform/code.ts';
import { links, pairsOf, setBy, type Meaning } from '../../freeform/meaning.ts';
import { actOf } from '../../freeform/verbs.ts';
import type { Expr } from '../../../grammar/index.ts';
import type { Step } from '../../steps/step.ts';
import { atomsOf, type Atom } from '../atoms/atoms.ts';
import { bondsOf } from '../atoms/bonds.ts';
import type { Role } from '../atoms/words.ts';
import { wordFault } from '../left-over.ts';
import type { Presence } from '../presence.ts';
import { expressionsOf, isImpure, isLiteral } from '../stem.ts';
import type { Ground, Told } from './ground.ts';
import { calledAlready, strangeAgent, strayCall, wrongCallNumber } from './calls.ts';
import { notAlready, wronglyDenied } from './denied.ts';
import { wrongAddition, wrongDeed, wrongIndex, wrongItem, wrongOutcome, wrongSubtraction } from './deeds.ts';
import { wrongBecoming, wrongElement } from './elements.ts';
import { wrongEnd } from './ends.ts';
import { wrongLoop } from './flow.ts';
import { danglingOrdinal, unfounded } from './fragments.ts';
import { idle, saidTwice } from './idle.ts';
import { wrongKind, wrongLength } from './kinds.ts';
import { namelessCall, namelessTarget, wrongDoer } from './naming.ts';
import { wrongReason } from './reasons.ts';
import { wrongSides } from './sides.ts';
import { strangeSubject } from './subjects.ts';
import { strangeNumber, uncompared, unworked, wrongTarget } from './worked.ts';
import type { Target } from '../targets.ts';

/** What needs nothing but the ground that the sentence stands on. */
const FURTHER: readonly ((ground: Ground) => string | null)[] = [
  unworked,
  uncompared,
  wrongTarget,
  strangeNumber,
  wrongReason,
  idle,
  saidTwice,
  wrongElement,
  wrongBecoming,
  wronglyDenied,
  notAlready,
  strayCall,
  strangeAgent,
  calledAlready,
  wrongCallNumber,
  wrongKind,
  wrongLength,
  wrongAddition,
  wrongEnd,
  wrongLoop,
  strangeSubject,
  wrongItem,
  wrongOutcome,
  wrongSubtraction,
  wrongIndex,
  wrongSides,
  unfounded,
  danglingOrdinal,
  namelessCall,
  namelessTarget,
  wrongDoer,
  wrongDeed,
];

/** Targets ahead that may be announced. */
const AHEAD = 8;

/** A code that could be given a value: a name, an element, an attribute. */
function isPlace(code: string): boolean {
  return /^(?:Name|Subscript|Attribute)$/.test(exprOf(code)?.kind ?? '');
}

function isOfRole(expr: Expr, role: Role): boolean {
  switch (role) {
    case 'length':
      return expr.kind === 'Call' && codeOf(expr.func as Expr) === 'len';
    case 'lookup':
      return expr.kind === 'Subscript' || expr.kind === 'Call';
    case '+':
      return (
        (expr.kind === 'BinOp' && expr.op === '+') ||
        (expr.kind === 'Call' && codeOf(expr.func as Expr) === 'sum')
      );
    case '/':
      return expr.kind === 'BinOp' && (expr.op === '/' || expr.op === '//');
    default:
      return expr.kind === 'BinOp' && (expr.op === role || (role === '*' && expr.op === '**'));
  }
}

export class Objections {
  private readonly atoms: readonly Atom[];
  /** Steps told, and the one before with what lies between. */
  private readonly told: readonly Step[];
  private readonly steps: readonly Step[];
  /** By step told: the atom at which it is. */
  private readonly anchors: readonly number[];
  private readonly sentence: Told;
  private readonly targets: readonly Target[];
  private readonly meaning: Meaning;
  private readonly place: Presence;

  /** @param place the place at which those claims have just been told */
  constructor(sentence: Told, targets: readonly Target[], meaning: Meaning, place: Presence) {
    const { piece, from, to, tellings } = sentence;
    this.sentence = sentence;
    this.targets = targets;
    this.meaning = meaning;
    this.place = place;
    // what was read as a whole is not read once more piece by piece
    const whole = piece.claims.flatMap(([{ kind, span }]) =>
      kind === 'each' || kind === 'loop' ? [span] : [],
    );
    this.atoms = atomsOf(piece.tokens.filter(({ span: [at] }) => !whole.some(([a, b]) => a <= at && at < b)));
    this.told = targets.slice(from, to).map((t) => t.step);
    const around = targets.slice(Math.max(0, from - 1), to + (this.told.length === 0 ? 1 : 0));
    const [first, last] = [around[0]?.step.index ?? 0, around.at(-1)?.step.index ?? 0];
    const between =
      last - first > 60 ? [] : meaning.view.story.steps.slice(first, last + 1).filter((s) => !s.essential);
    this.steps = [...around.map((t) => t.step), ...between].sort((a, b) => a.index - b.index);
    this.anchors = targets.slice(from, to).map((_, n) => {
      const at = tellings.get(from + n)?.[0]?.[0] ?? 0;
      const found = this.atoms.findIndex((a) => a.span[0] >= at);
      return Math.max(0, found);
    });
  }

  /** What the other kinds of objections stand on. */
  private get ground(): Ground {
    const { sentence, atoms, told, steps: near, meaning, place } = this;
    const next = this.targets.slice(sentence.to, sentence.to + 1).map((t) => t.step);
    return { sentence, atoms, told, near: [...near, ...next], meaning, place };
  }

  /** The first thing that is wrong; null when nothing is. */
  first(): string | null {
    return (
      this.moved() ??
      this.unequal() ??
      this.denied() ??
      this.landed() ??
      this.misplaced() ??
      FURTHER.reduce<string | null>((found, objection) => found ?? objection(this.ground), null)
    );
  }

  /** `from 3 to 7`: what a name had before, and what it has then. */
  private moved(): string | null {
    const { meaning, atoms } = this;
    const words = this.sentence.piece.tokens.map((t) => t.text);
    const still = words.findIndex(
      (w, i) => w === 'from' && words[i + 2] === 'to' && words[i + 1] === words[i + 3],
    );
    if (still >= 0) return `nothing goes from ${words[still + 1]!} to ${words[still + 1]!}`;
    for (const [i, from] of atoms.entries()) {
      if (from.kind !== 'prep' || from.word !== 'from') continue;
      const to = atoms.findIndex((a, n) => n > i + 1 && n < i + 4 && a.kind === 'prep' && a.word === 'to');
      const [a, b] = [atoms[i + 1], atoms[to + 1]];
      if (to < 0 || a?.kind !== 'code' || b?.kind !== 'code') continue;
      const changes = this.told.some((step) =>
        setBy(step).some(
          ([name, value]) =>
            meaning.sameAt(value, b.code, step.index) &&
            (meaning.equals(name, a.code, step.index - 1) === true || step.facts['old'] === a.code),
        ),
      );
      const ranges = this.steps.some((step) => meaning.isLoop(step, null, [a.code, b.code], true));
      if (!changes && !ranges) return `nothing goes from ${a.code} to ${b.code}`;
    }
    return null;
  }

  /** What a name is said to be it has to be at some moment of the sentence. */
  private unequal(): string | null {
    const { meaning, targets } = this;
    const { from, to } = this.sentence;
    const present = targets[from - 1]?.end ?? -1;
    const moments = [
      ...this.steps.flatMap((s) => [s.index - 1, s.index]),
      ...targets.slice(from, to).map((t) => t.end),
    ].filter((k) => k >= Math.max(0, present));
    for (const { left, right, negated, long } of bondsOf(this.atoms)) {
      const [a, b] = [this.atoms[left]!, this.atoms[right]!];
      if (a.kind !== 'code' || b.kind !== 'code' || meaning.view.functions.has(a.code)) continue;
      if (!/^(?:Name|Subscript)$/.test(exprOf(a.code)?.kind ?? '')) continue;
      if (isImpure(b.code)) continue;
      const code = long === true ? `len(${a.code})` : a.code;
      if (moments.some((k) => meaning.equals(code, b.code, k) === !negated)) continue;
      if (!negated && moments.some((k) => this.isGiven(code, b.code, k))) continue;
      // `an IndexError, 'list index out of range'`
      if (moments.some((k) => meaning.view.evaluate(a.code, k)?.startsWith('<class ') === true)) continue;
      if (this.isAnnounced(a.code, b.code) || this.isOfRounds(a.code, b.code)) continue;
      if (!this.isPut(a.code, b.code) && !this.isUnwritten(a.code, b.code, moments))
        return `${a.code} is not ${b.code}`;
    }
    return null;
  }

  /** `length becomes length + 1`: what it was before stands on the right. */
  private isGiven(code: string, given: string, k: number): boolean {
    const { view } = this.meaning;
    const expr = exprOf(given);
    if (k < 1 || expr === null || isLiteral(expr)) return false;
    const got = view.evaluate(given, k - 1);
    return got !== null && this.meaning.sameAt(got, code, k);
  }

  /** `border = double(w) + double(h)`, in the program's own words before it is worked out. */
  private isAnnounced(name: string, code: string): boolean {
    return this.targets
      .slice(this.sentence.from, this.sentence.from + AHEAD)
      .some(
        ({ step }) =>
          step.facts['target'] === name &&
          this.meaning.view.expressionsAt(step).some((expr) => codeOf(expr) === code && !isLiteral(expr)),
      );
  }

  /** `the loop runs for i = 0 and i = 1` */
  private isOfRounds(name: string, code: string): boolean {
    if (!this.sentence.piece.tokens.some((t) => t.text === 'loop')) return false;
    return this.targets
      .slice(this.sentence.from)
      .some(
        ({ step }) =>
          step.kind === 'round' &&
          pairsOf(step.facts['pairs']).some(
            ([n, v]) => n === name && this.meaning.sameAt(v, code, step.index),
          ),
      );
  }

  /** `row gets 1`: what is put into it. */
  private isPut(object: string, item: string): boolean {
    return this.told.some(
      ({ facts, index }) =>
        facts['object'] === object &&
        facts['item'] !== undefined &&
        this.meaning.sameAt(facts['item'] as string, item, index - 1),
    );
  }

  /** `account = Account(50)`, and attributes of such objects: they cannot be written down, and are what made them. */
  private isUnwritten(name: string, code: string, moments: readonly number[]): boolean {
    const { view } = this.meaning;
    const from = (this.told[0]?.index ?? 0) - 2;
    const near = view.story.steps.slice(Math.max(0, from), (this.told.at(-1)?.index ?? 0) + 4);
    if (moments.every((k) => /^\w+\(|^</.test(view.timeline.valueOf(name, k) ?? '(')))
      if (near.some((s) => s.facts['target'] === name && links(s.facts['chain']).includes(code))) return true;
    return (
      moments.every((k) => view.evaluate(name, k) === null) &&
      this.told.some(
        ({ facts }) =>
          facts['target'] === name || links(facts['target']).some((target) => target.endsWith(`.${name}`)),
      )
    );
  }

  /** `which is not 8`, of something that is 8. */
  private denied(): string | null {
    for (const { left, right, negated } of bondsOf(this.atoms)) {
      const [a, b] = [this.atoms[left]!, this.atoms[right]!];
      if (!negated || a.kind !== 'code' || b.kind !== 'code' || isPlace(a.code)) continue;
      const same = this.told.some((s) =>
        [s.index - 1, s.index].some((k) => this.meaning.equals(a.code, b.code, k) === true),
      );
      if (same) return `${a.code} is ${b.code}`;
    }
    return null;
  }

  /** `bumps total up, so it lands on 4`: what a deed is said to come to, where no wording says of what that is the value. */
  private landed(): string | null {
    for (const [n, step] of this.told.entries()) {
      if (step.kind !== 'bind') continue;
      const value = links(step.facts['chain']).at(-1)!;
      const at = this.anchors[n]!;
      const end = this.anchors.find((anchor) => anchor > at) ?? this.atoms.length;
      for (let i = at + 1; i < end; i++) {
        const [before, atom] = [this.atoms[i - 1]!, this.atoms[i]!];
        if (atom.kind !== 'code' || before.kind !== 'prep' || !/^(?:on|at|to|in|into)$/.test(before.word))
          continue;
        const deed = this.atoms[i - 2];
        if (deed?.kind === 'code' || isPlace(atom.code) || !isLiteral(exprOf(atom.code)!)) continue;
        if (!this.meaning.sameAt(value, atom.code, step.index)) return `nothing comes to ${atom.code}`;
      }
    }
    return null;
  }

  /** Nouns that say how a value came about, letters that are changed, and ordinals. */
  private misplaced(): string | null {
    for (const [i, atom] of this.atoms.entries()) {
      const fault =
        atom.kind === 'nth'
          ? this.nthFault(atom, i)
          : this.told.length === 0
            ? null
            : atom.kind === 'role' && /^[-+*%]$/.test(atom.role)
              ? this.roleFault(atom.role, i)
              : atom.kind === 'act'
                ? this.letterFault(atom)
                : null;
      if (fault !== null) return fault;
    }
    return null;
  }

  private nthFault(atom: Extract<Atom, { kind: 'nth' }>, i: number): string | null {
    if (atom.opens || /^(?:calls?|conditions?|checks?|tests?|digits?)$/.test(atom.noun ?? '')) return null;
    const round = this.nearest(i, 'round');
    if (round === null || this.isRound(round, atom.n)) return null;
    const next = this.valueAfter(i);
    const n = atom.n === 'last' ? -1 : atom.n;
    return next !== null && this.place.isNth(next, n) ? null : `this is not the ${atom.word}`;
  }

  /** `the remainder is 1`: some working of that kind comes to it. */
  private roleFault(role: Role, i: number): string | null {
    const value = this.valueAfter(i);
    if (value === null) return null;
    const upcoming = this.targets[this.sentence.to]?.step;
    for (const step of upcoming === undefined ? this.steps : [...this.steps, upcoming])
      for (const expr of expressionsOf(step, this.meaning)) {
        if (!isOfRole(expr, role)) continue;
        const code = codeOf(expr);
        if (code === value || this.meaning.equals(code, value, Math.max(0, step.index - 1)) === true)
          return null;
      }
    return `nothing of the kind comes to ${value}`;
  }

  /** `the letter is capitalised`: some step does so. */
  private letterFault(atom: Extract<Atom, { kind: 'act' }>): string | null {
    const { word, of, span } = atom;
    const upper = /^(?:upper|capital)/.test(word);
    const lower = /^lower/.test(word);
    if (!upper && !lower) return null;
    // `'A' is uppercase`, where that is asked
    if (this.told.some((s) => s.kind === 'test' && /\.is(?:upper|lower)\(/.test(this.place.code(s))))
      return null;
    const how = upper ? /\.(?:upper|capitalize|title)\(/ : /\.(?:lower|casefold)\(/;
    const steps = this.told.filter((s) => !/^(?:test|round|call)$/.test(s.kind));
    if ((upper || actOf(word) === 'case') && !steps.some((s) => how.test(this.place.code(s))))
      return 'no such letters';
    const said = { opens: false, sentence: 0, paragraph: 0, reason: false, header: false } as const;
    return wordFault({ kind: 'word', word, of, span, ...said }, steps, this.place);
  }

  private valueAfter(i: number): string | null {
    const counts = (n: number): boolean => this.atoms[n - 1]?.kind === 'nth';
    const next = this.atoms
      .slice(i + 1, i + 5)
      .find((a, n) => a.kind === 'code' && !isPlace(a.code) && !(a.number && counts(i + 1 + n)));
    return next?.kind === 'code' ? next.code : null;
  }

  /** The step of a kind that is told nearest to an atom, rather after it. */
  private nearest(i: number, kind: string): Step | null {
    let best: Step | null = null;
    let at = -1;
    this.told.forEach((step, n) => {
      if (step.kind !== kind || (best !== null && at >= i)) return;
      best = step;
      at = this.anchors[n]!;
    });
    return best;
  }

  private isRound(step: Step, n: number | 'last'): boolean {
    const { loops } = this.meaning.view.story;
    return n === 'last'
      ? loops.some((loop) => loop.rounds.at(-1) === step.index)
      : Number(step.facts['nth']) === n;
  }
}
