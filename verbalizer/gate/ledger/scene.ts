// What an account of a sentence is about: its atoms, the steps that it tells and those around them. Answers what is so in the
// run there; judges nothing.
import { codeOf, exprOf } from '../../freeform/code.ts';
import type { Expr } from '../../../grammar/index.ts';
import { links, setBy, valuesOf, type Meaning } from '../../freeform/meaning.ts';
import type { Step } from '../../steps/step.ts';
import type { Presence } from '../presence.ts';
import { atHand, expressionsOf, isLiteral, stems } from '../stem.ts';
import type { Target } from '../targets.ts';
import type { Atom } from './atoms.ts';
import type { Bond } from './bonds.ts';
import type { Tellers } from './tellers.ts';
import { isPlace, rootOf } from './tellers.ts';

/** How far an account has come. */
export interface Way {
  readonly used: ReadonlySet<number>;
  /** Atoms that told a condition or gave a name its value: nothing is told twice. */
  readonly decided: ReadonlySet<number>;
  /** Where each target is told. */
  readonly anchors: readonly number[];
  /** Where what tells it begins. */
  readonly starts: readonly number[];
  readonly at: number;
  /** The target told last is a condition. */
  readonly test: boolean;
}

export class Scene {
  protected readonly atoms: readonly Atom[];
  protected readonly tellers: Tellers;
  protected readonly bonds: readonly Bond[];
  protected readonly used: Set<number>;
  protected readonly anchors: readonly number[];
  protected readonly starts: readonly number[];
  protected readonly meaning: Meaning;
  protected readonly place: Presence;
  /** Targets told, and the one before; with what lies between. */
  protected readonly steps: Step[];
  protected readonly told: readonly Step[];
  protected readonly targets: readonly Target[];
  protected readonly from: number;
  protected readonly to: number;

  constructor(
    atoms: readonly Atom[],
    tellers: Tellers,
    way: Way,
    targets: readonly Target[],
    from: number,
    to: number,
    meaning: Meaning,
    place: Presence,
  ) {
    this.atoms = atoms;
    this.tellers = tellers;
    this.bonds = tellers.bonds;
    this.used = new Set(way.used);
    this.anchors = way.anchors;
    this.starts = way.starts;
    this.meaning = meaning;
    this.place = place;
    this.targets = targets;
    this.from = from;
    this.to = to;
    const told = targets.slice(from, to).map((t) => t.step);
    this.told = told;
    const around = targets.slice(Math.max(0, from - 1), to + (told.length === 0 ? 1 : 0)).map((t) => t.step);
    const { steps } = meaning.view.story;
    const [first, last] = [around[0]?.index ?? 0, around.at(-1)?.index ?? 0];
    const between = last - first > 60 ? [] : steps.slice(first, last + 1).filter((s) => !s.essential);
    this.steps = [...around, ...between].sort((a, b) => a.index - b.index);
  }

  /** The step of a kind that is told nearest to an atom, rather after it. */
  protected nearest(i: number, kind: string): Step | null {
    let best: Step | null = null;
    this.told.forEach((step, n) => {
      if (step.kind !== kind) return;
      if (best === null || this.anchors[n]! < i) best = step;
      else if (this.anchors[this.told.indexOf(best)]! < i) best = step;
    });
    return best;
  }

  protected isRound(step: Step, n: number | 'last'): boolean {
    const { loops } = this.meaning.view.story;
    return n === 'last'
      ? loops.some((loop) => loop.rounds.at(-1) === step.index)
      : Number(step.facts['nth']) === n;
  }

  /** Whether a piece of code comes from the steps that the sentence is about. */
  protected isFrom(code: string): boolean {
    const { meaning } = this;
    const upcoming = this.targets[this.to]?.step;
    const steps = upcoming === undefined ? this.steps : [...this.steps, upcoming];
    if (isPlace(code)) {
      if (exprOf(code)?.kind === 'Subscript' && !stems(code, steps, meaning))
        return steps.some((s) => links(s.facts['target']).some((t) => meaning.sameTarget(t, code, s.index)));
      const root = rootOf(code);
      const word = new RegExp(`(?<![\\w.])${root}(?!\\w)`);
      return steps.some((s) => word.test(this.place.code(s)));
    }
    const expr = exprOf(code);
    if (expr !== null && isLiteral(expr)) return atHand(code, this.steps, [], meaning);
    if (stems(code, steps, meaning)) return true;
    if (expr?.kind !== 'Call' || expr.func.kind !== 'Name') return false;
    const { func, args } = expr;
    const { calls, steps: all } = meaning.view.story;
    return (
      func.kind === 'Name' &&
      calls.some((c) =>
        meaning.isCall(
          all[c.step]!,
          func.id,
          args.map((arg) => codeOf(arg as Expr)),
        ),
      )
    );
  }

  protected toldSteps(): Step[] {
    const first = this.told[0]?.index ?? Infinity;
    return this.steps.filter((s) => s.index >= first - 1);
  }

  protected failed(): boolean {
    const tests = this.targets
      .slice(Math.max(0, this.from - 1), this.to)
      .filter((t) => t.step.kind === 'test');
    return tests.at(-1)?.step.facts['truth'] === '0';
  }

  /** `once more`: there has been a round or a call of the kind before. */
  protected goesOn(): boolean {
    const { calls, steps } = this.meaning.view.story;
    return this.told.some((step) => {
      const { func } = step.facts;
      const made =
        step.kind === 'call'
          ? calls.filter((c) => c.step <= step.index && steps[c.step]!.facts['func'] === func).length
          : 0;
      return made > 1 || this.place.roundsNow(step.index).some((n) => n > 1);
    });
  }

  /** `result is unchanged`: what is spoken of last is not set here. */
  protected staysAsItIs(i: number): boolean {
    for (let k = i - 1; k >= 0; k--) {
      const atom = this.atoms[k]!;
      if (atom.kind !== 'code' || !isPlace(atom.code)) continue;
      return !this.told.some(
        (s) =>
          links(s.facts['target']).includes(atom.code) ||
          s.facts['object'] === atom.code ||
          links(s.facts['pairs']).includes(atom.code),
      );
    }
    return this.told.length > 0;
  }

  /** Whether something that is worked out here comes to a value. */
  protected isWorkedOut(code: string): boolean {
    const { meaning } = this;
    const upcoming = this.targets[this.to]?.step;
    const steps = upcoming === undefined ? this.told : [...this.told, upcoming];
    return steps.some((step) =>
      [...expressionsOf(step, meaning)].some(
        (expr) =>
          /^(?:BinOp|Call|Subscript)$/.test(expr.kind) &&
          meaning.equals(codeOf(expr), code, Math.max(0, step.index - 1)) === true,
      ),
    );
  }

  /** Whether something told changes by so much, or works with it. */
  protected isAmount(code: string): boolean {
    const { meaning } = this;
    return this.told.some((step) => {
      const k = step.index - 1;
      const expressions = [...expressionsOf(step, meaning)];
      if (expressions.some((e) => e.kind === 'Constant' && meaning.view.same(codeOf(e), code))) return true;
      if (expressions.some((e) => e.kind === 'Name' && meaning.equals(codeOf(e), code, k) === true))
        return true;
      return setBy(step).some(
        ([name, value]) =>
          meaning.view.truthOf(
            `abs((${value}) - (${meaning.view.evaluate(name, k) ?? 'None'})) == ${code}`,
            k,
          ) === true,
      );
    });
  }

  /** `two lists, evens and odds` */
  protected isListed(n: number, noun: string | null): boolean {
    return (
      n > 1 &&
      /^(?:empty|new|lists|variables|names|values|counters|things|results|dicts|strings|indices|pointers)$/.test(
        noun ?? '',
      ) &&
      this.told.filter((s) => s.kind === 'bind').length === n
    );
  }

  protected emptied(): boolean {
    return this.steps.some((s) => valuesOf(s).some((v) => /^(?:\[\]|\{\}|\(\)|''|""|set\(\))$/.test(v)));
  }

  /** Whether a condition told here is number `n` since its round or call began. */
  protected isTestNumber(n: number | 'last', i: number): boolean {
    const step = this.nearest(i, 'test');
    if (step === null || n === 'last') return false;
    let number = 0;
    for (let t = this.targets.findIndex((target) => target.step === step); t >= 0; t--) {
      const { kind } = this.targets[t]!.step;
      if (kind === 'round' || kind === 'call') break;
      if (kind === 'test') number++;
    }
    return number === n;
  }

  /** Whether a call told here, or returned from, is number `n` of its function's. */
  protected isCallNumber(n: number, i: number): boolean {
    const { calls, steps } = this.meaning.view.story;
    const step = this.nearest(i, 'call') ?? this.nearest(i, 'return');
    const span = calls.find((c) => c.step === step?.index || c.returned === step?.index);
    if (span === undefined) return false;
    const { func } = steps[span.step]!.facts;
    return calls.filter((c) => c.step <= span.step && steps[c.step]!.facts['func'] === func).length === n;
  }

  protected isDenied(clause: number): boolean {
    return this.atoms.some((a) => a.kind === 'not' && a.clause === clause);
  }
}
