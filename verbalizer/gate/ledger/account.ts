// One account of a sentence: these atoms tell these claims; whether all that it says besides is so, and belongs to them.
import { exprOf } from '../../freeform/code.ts';
import { links, setBy } from '../../freeform/meaning.ts';
import { Quest } from '../quest.ts';
import { Sentence } from '../sentence.ts';
import { claimOf, isPlace } from './tellers.ts';
import { Leftovers } from './leftovers.ts';

/** Words of sentences that only lead from one to the next. */
const TALK =
  /^(?:let|us|s|me|i|we|you|see|work|trace|go|look|begin|start|walk|through|it|this|that|step|steps|by|at|the|code|now|next|okay|ok|alright|right|so|and|here|hmm|well|first|out|how|follow|along|what|happens|carefully|through|to|a|for|with|is|good|time|again|same|story|in|order|one|on|then|all)$/;

export class Account extends Leftovers {
  /** What is not accounted for; null when all is. */
  fault(): string | null {
    return this.silent() ?? this.restated() ?? this.unequal() ?? this.moved() ?? this.leftover();
  }

  /** What is wrong in the order and the places of what is said, whoever has read it. */
  objection(): string | null {
    const fault = this.moved() ?? this.unequal(false) ?? this.denied();
    if (fault !== null) return fault;
    for (const [i, atom] of this.atoms.entries()) {
      if (atom.kind === 'role' && this.told.length > 0 && /^[-+*%]$/.test(atom.role)) {
        const strange = this.roleFault(atom.role, i);
        if (strange !== null) return strange;
      }
      if (atom.kind === 'act' && /^(?:upper|lower|capital)/.test(atom.word) && this.told.length > 0) {
        const strange = this.actFault(atom, i);
        if (strange !== null) return strange;
      }
      if (
        atom.kind !== 'nth' ||
        atom.opens ||
        /^(?:calls?|conditions?|checks?|tests?|digits?)$/.test(atom.noun ?? '')
      )
        continue;
      const round = this.nearest(i, 'round');
      const next = this.atoms.slice(i + 1, i + 5).find((a) => a.kind === 'code' && !isPlace(a.code));
      const n = atom.n === 'last' ? -1 : atom.n;
      if (
        round === null ||
        this.isRound(round, atom.n) ||
        (next?.kind === 'code' && this.place.isNth(next.code, n))
      )
        continue;
      return `this is not the ${atom.word}`;
    }
    return null;
  }

  /** `which is not 8`, of something that is 8. */
  protected denied(): string | null {
    for (const { left, right, negated } of this.bonds) {
      const [a, b] = [this.atoms[left]!, this.atoms[right]!];
      if (!negated || a.kind !== 'code' || b.kind !== 'code' || isPlace(a.code)) continue;
      if (
        this.told.some((s) =>
          [s.index - 1, s.index].some((k) => this.meaning.equals(a.code, b.code, k) === true),
        )
      )
        return `${a.code} is ${b.code}`;
    }
    return null;
  }

  /** A sentence that tells nothing may name what is there, and say no more. */
  protected silent(): string | null {
    if (this.told.length > 0) return null;
    if (
      this.atoms.some(
        (a) =>
          (a.kind === 'act' && !this.isDenied(a.clause)) ||
          a.kind === 'nth' ||
          a.kind === 'flow' ||
          a.kind === 'role',
      )
    )
      return 'says what it does not tell';
    const codes = this.atoms.some((a) => a.kind === 'code');
    const denied = this.atoms.some((a) => a.kind === 'not');
    return !codes && !denied && this.tellers.saysMoreThan(TALK) ? 'says something that is not checked' : null;
  }

  /** `from 3 to 7`: what a name had before, and what it has then. */
  protected moved(): string | null {
    const { meaning, atoms } = this;
    for (const [i, from] of atoms.entries()) {
      if (from.kind !== 'prep' || from.word !== 'from') continue;
      const to = atoms.findIndex((a, n) => n > i + 1 && n < i + 4 && a.kind === 'prep' && a.word === 'to');
      const [a, b] = [atoms[i + 1], atoms[to + 1]];
      if (to < 0 || a?.kind !== 'code' || b?.kind !== 'code') continue;
      const changes = this.told.some((step) =>
        setBy(step).some(
          ([name, value]) =>
            meaning.sameAt(value, b.code, step.index) &&
            meaning.equals(name, a.code, step.index - 1) === true,
        ),
      );
      const ranges = this.steps.some((step) => meaning.isLoop(step, null, [a.code, b.code], true));
      if (!changes && !ranges) return `nothing goes from ${a.code} to ${b.code}`;
    }
    return null;
  }

  /** Comparisons and outcomes that tell nothing new have to be those of a condition near. */
  protected restated(): string | null {
    const own = this.targets.slice(this.from, this.to).filter((t) => t.step.kind === 'test');
    const before = this.targets
      .slice(Math.max(0, this.from - 2), this.from)
      .filter((t) => t.step.kind === 'test');
    const tests = own.length > 0 ? own : before.slice(-1);
    for (const { body, atoms, anchor } of this.tellers.readings()) {
      if (atoms.every((i) => this.used.has(i)) || body.kind === 'value') continue;
      if (this.used.has(anchor) && this.atoms[anchor]!.kind !== 'code') continue;
      const said = tests.some(
        (target) => new Quest(target, this.meaning, () => Sentence.NONE).take(claimOf(body), []) === 'tells',
      );
      if (said) for (const i of atoms) this.used.add(i);
    }
    return null;
  }

  /** What is set equal has to be so, at moments in the order of the text. */
  protected unequal(stems = true): string | null {
    const { meaning } = this;
    const ks = [...new Set(this.steps.flatMap((s) => [s.index - 1, s.index]))]
      .filter((k) => k >= 0)
      .sort((a, b) => a - b);
    const ends = this.targets.slice(this.from, this.to).map((t) => t.end);
    const present = this.targets[this.from - 1]?.end ?? -1;
    const moments = [...new Set([...ks, ...ends])].filter((k) => k >= present).sort((a, b) => a - b);
    let at = 0;
    for (const { left, right, negated, long } of this.bonds) {
      const [a, b] = [this.atoms[left]!, this.atoms[right]!];
      if (a.kind !== 'code' || b.kind !== 'code' || meaning.view.functions.has(a.code)) continue;
      // what known wordings read is only held against what names have
      if (!stems && exprOf(a.code)?.kind !== 'Name') continue;
      const code = long === true ? `len(${a.code})` : a.code;
      const reason = this.tellers.isReason(a.clause);
      const until = stems ? this.momentAt(right) : Infinity;
      const when = moments.findIndex(
        (k, n) =>
          n >= (reason || !stems ? 0 : at) && k <= until && meaning.equals(code, b.code, k) === !negated,
      );
      if (when < 0) {
        // `row gets 1`
        if (
          this.told.some(
            (s) =>
              s.facts['object'] === a.code &&
              s.facts['item'] !== undefined &&
              meaning.sameAt(s.facts['item'] as string, b.code, s.index - 1),
          )
        )
          continue;
        const ownName = isPlace(a.code) && moments.every((k) => meaning.view.evaluate(a.code, k) === null);
        // `account = Account(50)`: an object is what made it
        const { steps } = meaning.view.story;
        const near = steps.slice(
          Math.max(0, (this.told[0]?.index ?? present) - 2),
          (this.told.at(-1)?.index ?? present) + 4,
        );
        const hidden = moments.every((k) =>
          /^\w+\(|^</.test(meaning.view.timeline.valueOf(a.code, k) ?? '('),
        );
        if (
          hidden &&
          near.some((s) => s.facts['target'] === a.code && links(s.facts['chain']).includes(b.code))
        )
          continue;
        // an attribute of an object that cannot be written down
        if (
          ownName &&
          this.told.some(
            (s) =>
              s.facts['target'] === a.code || links(s.facts['target']).some((t) => t.endsWith(`.${a.code}`)),
          )
        )
          continue;
        return `${a.code} is not ${b.code}`;
      }
      if (negated && stems) {
        const whole = this.used.has(left) && this.used.has(right);
        if (!whole) return `${a.code} is not ${b.code}: not asked`;
      }
      if (!reason) at = when;
      if (!stems) continue;
      this.used.add(right);
      for (let i = left + 1; i < right; i++) if (this.atoms[i]!.kind !== 'nth') this.used.add(i);
      if (!isPlace(a.code) && !this.isFrom(a.code)) return `${a.code} is not worked out`;
      if (!this.isFrom(b.code)) return `${b.code} does not come up`;
    }
    return null;
  }

  /** The last moment that the text has come to at an atom. */
  protected momentAt(i: number): number {
    let until = this.targets[this.from - 1]?.end ?? -1;
    this.starts.forEach((start, n) => {
      if (start <= i) until = Math.max(until, this.targets[this.from + n]!.end);
    });
    // what is said of the step to come is worked out before it
    return until;
  }

  protected leftover(): string | null {
    for (const [i, atom] of this.atoms.entries()) {
      if (this.used.has(i)) continue;
      const fault = this.faultOf(atom, i);
      if (fault !== null) return `${atom.word || (atom.kind === 'code' ? atom.code : atom.kind)}: ${fault}`;
    }
    return null;
  }
}
