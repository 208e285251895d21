// What is left of a sentence when its claims are told: whether each further word, number and piece of code is right of the
// steps that it is about, by what kind of atom it is.
import { codeOf, exprOf } from '../../freeform/code.ts';
import type { Expr } from '../../../grammar/index.ts';
import { setBy, valuesOf } from '../../freeform/meaning.ts';
import { actOf } from '../../freeform/verbs.ts';
import type { Step } from '../../steps/step.ts';
import { wordFault } from '../left-over.ts';
import { expressionsOf, isLiteral } from '../stem.ts';
import type { Atom } from './atoms.ts';
import { isPlace } from './tellers.ts';
import { isHarmless, kindOf, type Role } from './words.ts';
import { Scene } from './scene.ts';

const SIZED = /^(?:elements?|items?|letters?|characters?|entr(?:y|ies)|words?|numbers?|keys?|parts?|lists?)$/;

function setsFrom(step: Step, code: string): boolean {
  return step.facts['old'] === code;
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

export class Leftovers extends Scene {
  protected faultOf(atom: Atom, i: number): string | null {
    const { place, atoms } = this;
    switch (atom.kind) {
      case 'code':
        return this.codeFault(atom, i);
      case 'act':
        return this.actFault(atom, i);
      case 'flow':
        return place.effectHolds({ kind: 'effect', what: atom.what, negated: false })
          ? null
          : 'control does not go that way';
      case 'role':
        return this.roleFault(atom.role, i);
      case 'nth':
        return this.nthFault(atom, i);
      case 'rel':
        if (atom.soft) return null;
        if (atom.op === 'empty') return this.emptied() ? null : 'nothing is empty';
        return 'not compared here';
      case 'not':
        return this.leavesUndone(i) ? null : 'turns something round';
      case 'again':
        return this.goesOn() ? null : 'nothing goes on here';
      case 'idle':
        return this.failed() ? null : 'something is done here';
      case 'verdict':
        // `reading items[5] fails`
        if (!atom.truth && this.told.some((s) => s.kind === 'raise')) return null;
        return 'no condition here';
      case 'hard': {
        const next = atoms[i + 1];
        if (atom.word === 'after') return i === 0 && next?.kind !== 'not' ? null : 'in another order';
        if (atom.word === 'unchanged') return this.staysAsItIs(i) ? null : 'it changes';
        // `has only two elements`, `one more call`
        if (
          atom.word === 'only' &&
          next?.kind === 'code' &&
          /^(?:element|item|letter|character|entr|word|number|part|key)/.test(next.noun ?? '') &&
          this.place.isSize(next.code)
        )
          return null;
        return 'cannot be held against the run';
      }
      case 'unknown':
        return this.told.length > 0 && isHarmless(atom.word) ? null : 'unknown';
      case 'prep': {
        const next = atoms[i + 1];
        // `is received by word`: by whom
        if (atom.word === 'by' && next?.kind === 'code' && isPlace(next.code))
          return atoms.some(
            (a) =>
              a.kind === 'act' && /^(?:grow|shrink|multiply|divide|subtract|append)$/.test(actOf(a.word)!),
          )
            ? null
            : 'by whom';
        return null;
      }
      case 'ask':
        return this.told.length > 0 ? null : 'a question without an answer';
      default:
        return null;
    }
  }

  protected actFault(atom: Extract<Atom, { kind: 'act' }>, i: number): string | null {
    const act = actOf(atom.word)!;
    const open = /^(?:call|skip|leave|keep|catch|raise|return)$/.test(act);
    const steps = open ? this.toldSteps() : this.told.filter((s) => !/^(?:test|round|call)$/.test(s.kind));
    const of = this.said(i);
    if (
      /^(?:upper|capital)/.test(atom.word) &&
      !steps.some((s) => /\.(?:upper|capitalize|title)\(/.test(this.place.code(s)))
    )
      return 'no such letters';
    if (
      /^lower/.test(atom.word) &&
      act === 'case' &&
      !steps.some((s) => /\.(?:lower|casefold)\(/.test(this.place.code(s)))
    )
      return 'no such letters';
    if (of === null && /^(?:changed|modified|altered)$/.test(atom.word)) return 'what is changed';
    // what is appended is no list that something is appended to
    if (
      atom.passive &&
      act === 'append' &&
      steps.some((s) => s.facts['object'] === of || s.facts['target'] === of)
    )
      return 'to itself';
    const word = {
      kind: 'word',
      word: atom.word,
      opens: false,
      of,
      span: atom.span,
      sentence: 0,
      paragraph: 0,
      reason: false,
      header: false,
    } as const;
    return wordFault(word, steps, this.place);
  }

  /** `the remainder is 1`: some working of that kind comes to it. */
  protected roleFault(role: Role, i: number): string | null {
    const { meaning } = this;
    const next = this.atoms.slice(i + 1, i + 5).find((a) => a.kind === 'code' && !isPlace(a.code));
    if (next?.kind !== 'code') return null;
    const upcoming = this.targets[this.to]?.step;
    const steps = upcoming === undefined ? this.steps : [...this.steps, upcoming];
    for (const step of steps)
      for (const expr of expressionsOf(step, meaning)) {
        if (!isOfRole(expr, role)) continue;
        const code = codeOf(expr);
        if (code === next.code || meaning.equals(code, next.code, Math.max(0, step.index - 1)) === true)
          return null;
      }
    return `nothing of the kind comes to ${next.code}`;
  }

  protected nthFault(atom: Extract<Atom, { kind: 'nth' }>, i: number): string | null {
    const { place, atoms } = this;
    if (atom.opens) return null;
    const noun = atom.noun ?? '';
    const adverb = !/\p{L}/u.test(noun);
    const round = this.nearest(i, 'round');
    if (/^calls?$/.test(noun))
      return atom.n !== 'last' && this.isCallNumber(atom.n, i) ? null : 'of which call';
    if (/^(?:condition|check|test|comparison|if|guard)s?$/.test(noun))
      return this.isTestNumber(atom.n, i) ? null : 'of which condition';
    if (round !== null) {
      if (this.isRound(round, atom.n)) return null;
    } else if (atom.n !== 'last' && /^(?:round|iteration|pass|time|turn)$/.test(noun) && this.told.length > 0)
      return place.roundsNow(this.told[0]!.index).includes(atom.n) ? null : 'of which round';
    if (adverb) return atom.n === 1 && round === null ? null : 'in another place';
    const next = atoms.slice(i + 1, i + 5).find((a) => a.kind === 'code' && !isPlace(a.code));
    if (
      next?.kind === 'code' &&
      !next.number &&
      round === null &&
      place.isNth(next.code, atom.n === 'last' ? -1 : atom.n)
    )
      return null;
    if (atom.n === 'last' && /^(?:digits?|result|answer|value)$/.test(noun))
      return place.lastOfSomething(noun) ? null : 'it is not the last';
    return 'of what';
  }

  protected codeFault(atom: Extract<Atom, { kind: 'code' }>, i: number): string | null {
    if (isPlace(atom.code)) {
      const leads = this.atoms[i + 1];
      const word =
        atom.word !== '' && kindOf(atom.word) === 'free' && leads?.kind !== 'is' && leads?.kind !== 'becomes';
      return word || this.isFrom(atom.code) ? null : 'does not belong here';
    }
    if (exprOf(atom.code)?.kind === 'Compare') return 'this comparison is not made here';
    const from = this.atoms[i - 1];
    // `goes up by two`
    if (from?.kind === 'prep' && from.word === 'by' && !this.isAmount(atom.code)) return 'not by that much';
    if (atom.number) {
      if (/^(?:rounds?|iterations?|times|passes)$/.test(atom.noun ?? ''))
        return this.place.counts(Number(atom.code)) ? null : 'not so many rounds';
      if (this.atoms[i - 1]?.kind === 'nth') return 'of how many';
      if (SIZED.test(atom.noun ?? '')) return this.place.isSize(atom.code) ? null : 'not so many';
      if (this.isListed(Number(atom.code), atom.noun)) return null;
      if (
        this.told.some((s) =>
          setBy(s).some(
            ([, value]) => this.meaning.view.truthOf(`len(${value}) == ${atom.code}`, s.index) === true,
          ),
        )
      )
        return null;
      return this.told.some(
        (s) => valuesOf(s).some((v) => this.meaning.sameAt(v, atom.code, s.index)) || setsFrom(s, atom.code),
      )
        ? null
        : 'does not come up';
    }
    if (/^\d+$/.test(atom.code) && SIZED.test(atom.noun ?? '') && this.atoms[i - 1]?.kind === 'is')
      return this.place.isSize(atom.code) ? null : 'not so many';
    // `the lookup gives 0`: something comes to that
    let lead = i - 1;
    while (this.atoms[lead]?.kind === 'prep' && /^(?:to|at|as|out|on)$/.test(this.atoms[lead]!.word)) lead--;
    if (
      /^(?:is|becomes|pronoun)$/.test(this.atoms[lead]?.kind ?? '') &&
      isLiteral(exprOf(atom.code)!) &&
      !this.isWorkedOut(atom.code)
    )
      return 'nothing comes to that';
    if (this.told.length === 0 && exprOf(atom.code)?.kind === 'Constant') return 'is not said to be anything';
    if (from?.kind === 'prep' && from.word === 'from') {
      const old = this.told.some(
        (s) =>
          s.facts['old'] !== undefined && this.meaning.sameAt(s.facts['old'] as string, atom.code, s.index),
      );
      const takes = this.atoms.some(
        (a) => a.kind === 'act' && /^(?:subtract|remove|split)$/.test(actOf(a.word)!),
      );
      if (!old && !takes) return 'was not there before';
    }
    if (
      this.told.some(
        (s) => s.facts['text'] !== undefined && this.meaning.view.same(s.facts['text'] as string, atom.code),
      )
    )
      return null;
    return this.isFrom(atom.code) ? null : 'does not come up here';
  }

  /** `so nothing is added`, after a condition that failed: such a thing is not done. */
  protected leavesUndone(i: number): boolean {
    const { clause } = this.atoms[i]!;
    const acts = this.atoms.flatMap((a) => (a.kind === 'act' && a.clause === clause ? [a] : []));
    const flow = this.atoms.findIndex((a, n) => a.kind === 'flow' && a.clause === clause && n > i);
    const goes = this.atoms[flow];
    if (goes?.kind === 'flow' && acts.length === 0) {
      if (this.place.effectHolds({ kind: 'effect', what: goes.what, negated: false })) return false;
      this.used.add(flow);
      return true;
    }
    const catches = acts.length === 1 && actOf(acts[0]!.word) === 'catch';
    if (catches || this.tellers.says(/^handle[sd]?$/)) {
      const raised = this.targets
        .slice(Math.max(0, this.from - 2), this.to)
        .some((t) => t.step.kind === 'raise');
      if (!raised || this.meaning.view.story.steps.some((s) => s.kind === 'catch')) return false;
      for (const [k, a] of this.atoms.entries()) if (a === acts[0]) this.used.add(k);
      return true;
    }
    if (!this.failed() || this.told.length === 0 || acts.length !== 1 || this.atoms[i]!.word === 'without')
      return false;
    const done =
      wordFault(
        {
          kind: 'word',
          word: acts[0]!.word,
          opens: false,
          of: acts[0]!.of,
          span: [0, 0],
          sentence: 0,
          paragraph: 0,
          reason: false,
          header: false,
        },
        this.toldSteps(),
        this.place,
      ) === null;
    if (done) return false;
    for (const [k, a] of this.atoms.entries()) if (a === acts[0]) this.used.add(k);
    return true;
  }

  /** What a deed is said to be done to. */
  protected said(i: number): string | null {
    const atom = this.atoms[i] as Extract<Atom, { kind: 'act' }>;
    if (atom.of !== null) return atom.of;
    const act = actOf(atom.word);
    if (act !== 'grow' && act !== 'shrink') return null;
    for (let k = i - 1; k >= 0 && this.atoms[k]!.clause === atom.clause; k--) {
      const before = this.atoms[k]!;
      if (before.kind === 'code' && isPlace(before.code)) return before.code;
    }
    return null;
  }
}
