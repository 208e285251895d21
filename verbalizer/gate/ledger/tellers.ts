// Which atoms of a sentence tell an essential claim of the original, in whatever words: a name with its value after it, a value
// put into a name, a comparison with its outcome. Gives every way to find it; whether the rest of the sentence is accounted
// for is not decided here.
import { codeOf, exprOf } from '../../freeform/code.ts';
import type { Expr } from '../../../grammar/index.ts';
import type { Body, Claim } from '../../freeform/claims.ts';
import { links, pairsOf, type Meaning } from '../../freeform/meaning.ts';
import { actOf, type Act } from '../../freeform/verbs.ts';
import type { Step } from '../../steps/step.ts';
import { Quest } from '../quest.ts';
import { Sentence } from '../sentence.ts';
import { atHand, isLiteral, stems } from '../stem.ts';
import type { Target } from '../targets.ts';
import type { Atom } from './atoms.ts';
import { bondsOf, type Bond } from './bonds.ts';
import { Readings, type Reading } from './readings.ts';

/** One way in which a sentence tells a target. */
export interface Telling {
  /** Atoms that are accounted for by it. */
  readonly atoms: readonly number[];
  /** Where it stands, for the order. */
  readonly anchor: number;
  /** It may stand behind what it leads to. */
  readonly reason: boolean;
}

/** What was spoken of before the sentence. */
export interface Before {
  /** The names of the step told last. */
  readonly names: readonly string[];
  /** Codes, the most recent first. */
  readonly referents: readonly string[];
}

export type CodeAtom = Extract<Atom, { kind: 'code' }>;

/** A code that could be given a value: a name, an element, an attribute. */
export function isPlace(code: string): boolean {
  return /^(?:Name|Subscript|Attribute)$/.test(exprOf(code)?.kind ?? '');
}

/** A value written out. */
function isValue(code: string): boolean {
  const expr = exprOf(code);
  return expr !== null && isLiteral(expr);
}

const BETWEEN = new Set<Atom['kind']>(['is', 'becomes', 'act', 'prep', 'pronoun', 'unknown', 'break', 'nth']);
/** Most ways that are tried for one target. */
const WAYS = 5;

export class Tellers {
  private readonly atoms: readonly Atom[];
  private readonly meaning: Meaning;
  private readonly before: Before;
  private readonly acts: ReadonlySet<Act>;
  readonly bonds: readonly Bond[];

  private readonly words: ReadonlySet<string>;
  private readonly conditions: Readings;

  /** @param words all words of the sentence */
  constructor(atoms: readonly Atom[], words: ReadonlySet<string>, meaning: Meaning, before: Before) {
    this.atoms = atoms;
    this.words = words;
    this.conditions = new Readings(atoms);
    this.meaning = meaning;
    this.before = before;
    this.bonds = bondsOf(atoms);
    this.acts = new Set(atoms.flatMap((a) => (a.kind === 'act' ? [actOf(a.word)!] : [])));
  }

  /** Whether one of its words is like this. */
  says(word: RegExp): boolean {
    return [...this.words].some((w) => word.test(w));
  }

  /** Whether one of its words is none of these. */
  saysMoreThan(words: RegExp): boolean {
    return [...this.words].some((w) => !words.test(w));
  }

  /** The ways in which the sentence tells a target; none when it does not. */
  of(target: Target): Telling[] {
    const { step, end } = target;
    const { facts } = step;
    switch (step.kind) {
      case 'bind':
        return this.bound(facts['target'] as string, links(facts['chain']).at(-1)!, step, end);
      case 'unpack':
        return this.together(
          pairsOf(facts['pairs']).map(([name, value]) => this.bound(name, value, step, end)),
        );
      case 'call': {
        const args = pairsOf(facts['args']);
        if (args.length === 0) return this.called(step);
        return [
          ...this.codes((code) => this.isCall(code, step, end)).map((i) => this.telling([i])),
          ...this.together(args.map(([name, value]) => this.brought(name, value, end, true))),
        ];
      }
      case 'round':
        return this.round(target);
      case 'test':
        return this.test(target);
      case 'return':
      case 'result':
        return this.returned(step);
      case 'print':
        return this.acts.has('print')
          ? this.codes((code) => !isPlace(code) && this.meaning.isPrint(step, code)).map((i) =>
              this.telling([i]),
            )
          : [];
      case 'mutate':
        return this.mutated(step, end);
      case 'raise':
        return this.codes(
          (code) => code === facts['type'] || code.startsWith(`${facts['type'] as string}(`),
        ).map((i) => this.telling([i]));
      case 'catch':
        return this.deeds('catch');
      case 'done':
        return this.deeds('leave');
      default:
        return [];
    }
  }

  private telling(atoms: readonly number[], anchor = atoms.at(-1)!): Telling {
    const { clause } = this.atoms[anchor]!;
    const reason = this.isReason(clause);
    return { atoms, anchor, reason };
  }

  /** `…, because 3 < 4`: what stands behind what it leads to. */
  isReason(clause: number): boolean {
    const cause = this.atoms.findIndex((a) => a.kind === 'cause' && a.clause === clause);
    return (
      cause > 0 &&
      this.atoms.slice(0, cause).some((a) => a.kind === 'code' || a.kind === 'verdict' || a.kind === 'not')
    );
  }

  /** Every part has to be told; they have no order. */
  private together(parts: readonly (readonly Telling[])[]): Telling[] {
    let ways: Telling[] = [{ atoms: [], anchor: -1, reason: false }];
    for (const part of parts)
      ways = ways
        .flatMap((way) =>
          part.map((more) => ({
            atoms: [...way.atoms, ...more.atoms],
            anchor: Math.max(way.anchor, more.anchor),
            reason: more.reason,
          })),
        )
        .slice(0, WAYS * 2);
    return ways;
  }

  private codes(holds: (code: string, i: number) => boolean): number[] {
    return this.atoms.flatMap((a, i) => (a.kind === 'code' && holds(a.code, i) ? [i] : []));
  }

  private deeds(act: Act): Telling[] {
    return this.atoms.flatMap((a, i) =>
      a.kind === 'act' && actOf(a.word) === act ? [this.telling([i])] : [],
    );
  }

  /** A value that comes up, whatever is said of it. */
  private brought(name: string, value: string, k: number, given = false): Telling[] {
    const isName = (i: number): boolean => (this.atoms[i] as CodeAtom).code === name;
    const own = this.bonds.filter(({ left, negated }) => isName(left) && !negated);
    return this.codes((code, j) => {
      if (!isValue(code) || !this.meaning.sameAt(value, code, k)) return false;
      const before = this.atoms[j - 1];
      if (before?.kind === 'prep' && /^(?:from|to|by)$/.test(before.word) && before.noun !== 'goes')
        return false;
      if (
        given &&
        (before?.kind === 'rel' || this.atoms[j + 1]?.kind === 'rel' || this.atoms[j + 2]?.kind === 'rel')
      )
        return false;
      if (own.length > 0) return own.some(({ right }) => right === j);
      // the value of another name
      return !this.bonds.some(({ right }) => right === j);
    })
      .map((i) => this.telling([i]))
      .slice(0, WAYS);
  }

  /** Whether code is this very call. */
  private isCall(code: string, step: Step, k: number): boolean {
    const expr = exprOf(code);
    const func =
      expr?.kind !== 'Call'
        ? null
        : expr.func.kind === 'Name'
          ? expr.func.id
          : expr.func.kind === 'Attribute'
            ? expr.func.attr
            : null;
    const args = pairsOf(step.facts['args']);
    if (expr?.kind !== 'Call' || expr.args.length !== args.length) return false;
    if (func !== (step.facts['func'] as string).split('.').at(-1) && func !== step.facts['cls']) return false;
    return expr.args.every((arg, i) => this.meaning.sameAt(args[i]![1], codeOf(arg as Expr), k));
  }

  private called(step: Step): Telling[] {
    const name = (step.facts['func'] as string).split('.').at(-1)!;
    const cls = step.facts['cls'] as string | undefined;
    return this.codes((code) =>
      [name, cls].some((n) => n !== undefined && (code === n || code.startsWith(`${n}(`))),
    )
      .map((i) => this.telling([i]))
      .slice(0, WAYS);
  }

  private round({ step, end }: Target): Telling[] {
    const pairs = pairsOf(step.facts['pairs']);
    const byValue = this.together(pairs.map(([name, value]) => this.brought(name, value, end)));
    if (byValue.length > 0 || pairs.length !== 1) return byValue;
    const nth = Number(step.facts['nth']);
    return this.atoms.flatMap((a, i) =>
      a.kind === 'nth' && a.n === nth && !a.opens ? [this.telling([i])] : [],
    );
  }

  /** A name gets a value. */
  private bound(name: string, value: string, step: Step, k: number): Telling[] {
    const { meaning, atoms } = this;
    const isName = (code: string): boolean => meaning.sameTarget(name, code, k) || name.endsWith(`.${code}`);
    const ways: Telling[] = [...this.emptied(value, isName)];
    const named = (i: number): boolean => {
      const atom = atoms[i]!;
      return atom.kind === 'code' && isName(atom.code);
    };
    for (const j of this.codes((code) => !isName(code) && meaning.sameAt(value, code, k))) {
      // what is said to be the value of a name is said of no other
      const said = this.bonds.filter(
        ({ right, left }) =>
          right === j && atoms[left]!.kind === 'code' && isPlace((atoms[left] as CodeAtom).code),
      );
      for (const { left, negated } of said) if (named(left) && !negated) ways.push(this.telling([left, j]));
      if (said.length > 0) continue;
      // what it was before
      const from = atoms[j - 1];
      if (from?.kind === 'prep' && /^(?:from|by|of)$/.test(from.word)) continue;
      // the name before its value, with nothing between that belongs to something else
      for (let i = j - 1; i >= 0; i--) {
        const atom = atoms[i]!;
        if (atom.kind === 'code' && isName(atom.code)) {
          if (this.leadsTo(i, j)) ways.push(this.telling([i, j]));
          break;
        }
        if (
          atom.kind === 'code'
            ? !this.belongs(atom.code, step, k) && !this.inList(i, j)
            : !BETWEEN.has(atom.kind)
        )
          break;
      }
      // the value put into a name
      for (let i = j + 1; i < Math.min(atoms.length, j + 6); i++) {
        const atom = atoms[i]!;
        if (atom.kind === 'code') {
          const before = atoms[i - 1]!;
          if (
            isName(atom.code) &&
            before.kind === 'prep' &&
            /^(?:to|in|into|as|under|onto)$/.test(before.word)
          )
            ways.push(this.telling([j, i], j));
          break;
        }
        if (!/^(?:is|act|prep|unknown|becomes)$/.test(atom.kind)) break;
      }
      // `which makes it 7`: of the name spoken of last
      const lead = atoms[j - 1];
      const spoken = this.lastPlace(j);
      const answers = this.says(/^(?:answer|result|output|outcome)$/);
      // `it is 4`, `giving 4`; but not `the next number is 4`
      const points =
        lead?.kind === 'becomes' || [lead, atoms[j - 2], atoms[j - 3]].some((a) => a?.kind === 'pronoun');
      const own = spoken === null ? !answers && points && this.before.names.some(isName) : isName(spoken);
      if (
        own &&
        lead !== undefined &&
        (lead.kind === 'is' ||
          lead.kind === 'becomes' ||
          lead.kind === 'pronoun' ||
          (lead.kind === 'prep' && /^(?:to|at|as)$/.test(lead.word)))
      )
        ways.push(this.telling([j]));
    }
    return unlike(ways).slice(0, WAYS);
  }

  /** `starts from an empty list out`, `evens and odds are both empty` */
  private emptied(value: string, isName: (code: string) => boolean): Telling[] {
    if (!/^(?:\[\]|\{\}|\(\)|''|""|set\(\))$/.test(value)) return [];
    return this.atoms.flatMap((atom, j) => {
      if (atom.kind !== 'rel' || atom.op !== 'empty' || this.conditions.turns(j).length > 0) return [];
      return this.codes((code, i) => isName(code) && Math.abs(i - j) < 8).map((i) => this.telling([i, j], i));
    });
  }

  /** Between a name and its value there has to be something that leads from one to the other. */
  private leadsTo(i: number, j: number): boolean {
    const between = this.atoms.slice(i + 1, j);
    return between.some(
      (a) =>
        a.kind === 'is' ||
        a.kind === 'becomes' ||
        a.kind === 'prep' ||
        a.kind === 'act' ||
        a.kind === 'unknown',
    );
  }

  /** `i and j are 0`: the names of a list have their values together. */
  private inList(i: number, j: number): boolean {
    const atom = this.atoms[i]!;
    if (atom.kind !== 'code' || !isPlace(atom.code)) return false;
    const value = this.atoms[j] as CodeAtom;
    const is = this.atoms.findIndex((a, n) => n > i && n < j && (a.kind === 'is' || a.kind === 'becomes'));
    return (
      is > 0 &&
      this.meaning.view.names.has(atom.code) &&
      !this.atoms.slice(i, is).some((a) => a.kind === 'code' && !isPlace(a.code)) &&
      value.kind === 'code'
    );
  }

  /** The place named last before an atom, in the sentence. */
  private lastPlace(j: number): string | null {
    for (let i = j - 1; i >= 0; i--) {
      const atom = this.atoms[i]!;
      if (atom.kind === 'code' && isPlace(atom.code) && this.meaning.view.names.has(rootOf(atom.code)))
        return atom.code;
    }
    return null;
  }

  /** Whether code has to do with a step: an operand, a stage, what was there before. */
  belongs(code: string, step: Step, k: number): boolean {
    const { old } = step.facts;
    if (old !== undefined && this.meaning.sameAt(old as string, code, k)) return true;
    return stems(code, [step], this.meaning)
      ? isUsed(code, step, this.meaning)
      : atHand(code, [step], [], this.meaning);
  }

  private returned(step: Step): Telling[] {
    const value = links(step.facts['chain']).at(-1)!;
    const k = Math.max(0, step.index - 1);
    const said =
      this.acts.has('return') ||
      this.says(/^(?:answer|result|output|outcome|back)$/) ||
      (this.says(/^(?:yields?|yielded|gives)$/) && this.says(/^(?:function|call|it)$/));
    const func = step.facts['func'] as string | undefined;
    const calls = this.codes(
      (code) => exprOf(code)?.kind === 'Call' && func !== undefined && code.startsWith(`${func}(`),
    );
    return this.codes((code) => this.meaning.sameAt(value, code, k))
      .filter((j) => {
        if (calls.includes(j)) return false;
        // `fact(2) gives 2` is about that call
        const call = calls.filter((i) => i < j).at(-1);
        const expr = call === undefined ? null : exprOf((this.atoms[call] as CodeAtom).code);
        if (expr?.kind !== 'Call') return said;
        const made = this.meaning.callOf(step);
        const args = expr.args.map((arg) => codeOf(arg as Expr));
        return made >= 0 && this.meaning.isCall(this.meaning.view.story.steps[made]!, func!, args);
      })
      .map((j) => this.telling([j]))
      .reverse()
      .slice(0, WAYS);
  }

  private mutated(step: Step, k: number): Telling[] {
    const { meaning, atoms } = this;
    const object = step.facts['object'] as string;
    const after = step.facts['after'] as string | undefined;
    const item = step.facts['item'] as string | undefined;
    const ways: Telling[] = [];
    if (after !== undefined)
      for (const j of this.codes((code) => code !== object && meaning.sameAt(after, code, step.index))) {
        const spoken = this.lastPlace(j);
        const lead = atoms[j - 1];
        if (lead?.kind === 'act' && actOf(lead.word) === 'return') continue;
        if (lead === undefined || !/^(?:is|becomes|prep|pronoun|break|unknown|act)$/.test(lead.kind))
          continue;
        const answers = this.says(/^(?:answer|result|output|outcome)$/) && spoken === null;
        if (!answers && (spoken === null || spoken === object || this.belongs(spoken, step, k)))
          ways.push(this.telling([j]));
      }
    const call = step.facts['call'] as string;
    const deed: readonly Act[] = /\.(?:pop|popleft|popitem|remove|discard|clear)\(|heappop\(/.test(call)
      ? ['remove']
      : ['append', 'set'];
    const goes = deed[0] === 'append' && this.says(/^(?:goes|go|went|joins|joined|puts?)$/);
    if (item !== undefined && (goes || deed.some((act) => this.acts.has(act))))
      for (const j of this.codes(
        (code) => code !== object && meaning.sameAt(item, code, Math.max(0, step.index - 1)),
      ))
        ways.push(this.telling([j]));
    if (item === undefined && [...this.acts].some((act) => act === 'sort' || act === 'reverse'))
      ways.push(...this.deeds('sort'), ...this.deeds('reverse'));
    return unlike(ways).slice(0, WAYS);
  }

  // ── conditions ──

  private test(target: Target): Telling[] {
    const ways: Telling[] = [];
    const said = this.readings();
    // one reading that decides it, or two or three together
    const shown = exprOf(target.step.facts['source'] as string);
    const constant = shown?.kind === 'Compare' ? shown.comparators.some((c) => isLiteral(c as Expr)) : true;
    for (const { body, atoms, anchor } of said) {
      if (body.kind === 'value' && (!constant || exprOf(body.chain[0]!)?.kind === 'Compare')) continue;
      const quest = new Quest(target, this.meaning, () => Sentence.NONE);
      if (quest.take(claimOf(body), this.referents(anchor)) !== 'tells') continue;
      if (quest.done) {
        ways.push(this.telling(atoms, anchor));
        continue;
      }
      const all = [...atoms];
      for (const more of said) {
        if (more.anchor <= anchor) continue;
        if (quest.take(claimOf(more.body), this.referents(more.anchor)) === 'tells') all.push(...more.atoms);
        if (quest.done) {
          ways.push(this.telling(all, anchor));
          break;
        }
      }
    }
    return unlike(ways).slice(0, WAYS);
  }

  /** Everything in the sentence that can say how a condition comes out. */
  readings(): readonly Reading[] {
    return (this.read ??= this.conditions.all());
  }
  private read: readonly Reading[] | null = null;

  /** Codes that a loose word at an atom may stand for. */
  private referents(at: number): string[] {
    const own = this.atoms.slice(0, at).flatMap((a) => (a.kind === 'code' ? [a.code] : []));
    return [...new Set([...own.reverse(), ...this.before.referents])].slice(0, 6);
  }
}

/** Whether a step itself uses code, not only its line. */
function isUsed(code: string, step: Step, meaning: Meaning): boolean {
  const expr = exprOf(code);
  if (expr?.kind !== 'Name') return true;
  const shown = [
    ...Object.values(step.facts).flatMap((fact) => links(fact)),
    ...meaning.view.expressionsAt(step).map((e) => codeOf(e)),
  ];
  return shown.some((text) => new RegExp(`(?<![\\w.])${expr.id}(?!\\w)`).test(text));
}

export function rootOf(code: string): string {
  return /^\w*/.exec(code)![0];
}

function unlike(ways: readonly Telling[]): Telling[] {
  const seen = new Set<string>();
  return ways.filter(({ atoms }) => {
    const key = [...atoms].sort((a, b) => a - b).join();
    return !seen.has(key) && seen.add(key) !== undefined;
  });
}

/** A claim of a body that stands nowhere in particular. */
export function claimOf(body: Body): Claim {
  return { ...body, span: [0, 0], sentence: 0, paragraph: 0, reason: false, header: false };
}
