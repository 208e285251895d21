// What a sentence says of conditions: comparisons in words and in code with how they come out, verdicts that stand alone.
// Knows no run.
import type { Body } from '../../freeform/claims.ts';
import { exprOf } from '../../freeform/code.ts';
import type { Atom } from './atoms.ts';

type CodeAtom = Extract<Atom, { kind: 'code' }>;

/** A claim that can tell a condition, the atoms that make it, and where it stands. */
export interface Reading {
  readonly body: Body;
  readonly atoms: readonly number[];
  readonly anchor: number;
}

export class Readings {
  private readonly atoms: readonly Atom[];

  constructor(atoms: readonly Atom[]) {
    this.atoms = atoms;
  }

  /** Everything in the sentence that can say how a condition comes out, with the atoms that say it. */
  all(): Reading[] {
    const { atoms } = this;
    const found: Reading[] = [];
    const plain: typeof found = [];
    atoms.forEach((atom, i) => {
      if (atom.kind === 'rel' || (atom.kind === 'prep' && atom.word === 'in'))
        found.push(...this.comparison(i));
      else if (atom.kind === 'verdict')
        plain.push({
          body: { kind: 'verdict', truth: this.turned(i, atom.truth), answer: false },
          atoms: [i, ...this.turns(i)],
          anchor: i,
        });
      else if (
        atom.kind === 'not' &&
        atom.word === 'no' &&
        atoms[i + 1]?.kind === 'break' &&
        (i === 0 || /^(?:ask|break)$/.test(atoms[i - 1]!.kind))
      )
        plain.push({ body: { kind: 'verdict', truth: false, answer: true }, atoms: [i], anchor: i });
      else if (atom.kind === 'code') {
        const expr = exprOf(atom.code);
        if (
          expr?.kind === 'Compare' ||
          expr?.kind === 'BoolOp' ||
          expr?.kind === 'Call' ||
          expr?.kind === 'Name' ||
          expr?.kind === 'UnaryOp' ||
          expr?.kind === 'Attribute'
        ) {
          const outcome = this.outcome(i);
          if (
            outcome !== null &&
            (expr.kind === 'Compare' || expr.kind === 'BoolOp' || outcome.atoms.length > 0)
          )
            found.push({
              body: {
                kind: 'relation',
                left: { code: atom.code },
                op: 'true',
                right: { loose: '' },
                truth: outcome.truth,
              },
              atoms: [i, ...outcome.atoms],
              anchor: i,
            });
        }
        // `12 % 2 is 0`, `the third letter is not ')'`
        const at = i + 1;
        if (atoms[at]?.kind !== 'is') return;
        const nots = this.run(at + 1, 'not');
        const right = atoms[at + 1 + nots.length];
        if (right?.kind === 'code')
          found.push({
            body: {
              kind: 'value',
              subject: { code: atom.code },
              chain: [right.code],
              mode: 'is',
              negated: nots.length === 1,
            },
            atoms: [i, at, ...nots, at + 1 + nots.length],
            anchor: at + 1 + nots.length,
          });
      }
    });
    // a verdict is of the comparison before it, where there is one
    const taken = new Set(found.flatMap((reading) => reading.atoms));
    return [...found, ...plain.filter(({ anchor }) => !taken.has(anchor))];
  }

  private run(from: number, kind: Atom['kind']): number[] {
    const found: number[] = [];
    for (let i = from; this.atoms[i]?.kind === kind; i++) found.push(i);
    return found;
  }

  /** Negations just before an atom. */
  turns(i: number): number[] {
    const found: number[] = [];
    for (let k = i - 1; k >= 0 && /^(?:not|is|nth|becomes)$/.test(this.atoms[k]!.kind); k--)
      if (this.atoms[k]!.kind === 'not') found.push(k);
    return found;
  }

  private turned(i: number, truth: boolean): boolean {
    return this.turns(i).length % 2 === 1 ? !truth : truth;
  }

  /** How what is asked at an atom comes out: by the verdict after it, or as it stands; null for a question that stays open. */
  private outcome(from: number): { truth: boolean; atoms: number[] } | null {
    const { atoms } = this;
    const { clause } = atoms[from]!;
    let asked = atoms.slice(0, from).some((a) => a.kind === 'ask' && a.clause === clause);
    let breaks = 0;
    for (let k = from + 1; k < atoms.length && k < from + 8; k++) {
      const atom = atoms[k]!;
      if (atom.kind === 'ask') asked = true;
      else if (atom.kind === 'break') {
        breaks++;
        if (!asked && (breaks > 1 || /^(?:so|and|but|then|therefore|;|—)$/.test(atom.word))) break;
      } else if (atom.kind === 'verdict') {
        if (!asked && /^(?:yes|yep|yeah|yup|nope|nah)$/.test(atom.word)) break;
        return { truth: this.turned(k, atom.truth), atoms: [k, ...this.turns(k)] };
      } else if (atom.kind === 'not' && atom.word === 'no' && (asked || atoms[k - 1]?.kind === 'break')) {
        if (asked || atoms[k + 1] === undefined || atoms[k + 1]!.kind === 'break')
          return { truth: false, atoms: [k] };
      } else if (atom.kind === 'code' || atom.kind === 'rel') {
        // `3 < 2 = False`
        if (
          atom.kind === 'code' &&
          /^(?:True|False)$/.test(atom.code) &&
          /^(?:is|becomes|break)$/.test(atoms[k - 1]!.kind)
        )
          return { truth: atom.code === 'True', atoms: [k] };
        break;
      } else if (!/^(?:is|becomes|pronoun|not|nth|prep|again)$/.test(atom.kind)) break;
    }
    return asked ? null : { truth: true, atoms: [] };
  }

  /** `it is not bigger than best`, with its sides and its outcome. */
  private comparison(i: number): Reading[] {
    const { atoms } = this;
    const atom = atoms[i]!;
    const rel = atom.kind === 'rel' ? atom : { op: 'in', right: null, clause: atom.clause };
    const longer = rel.op === 'longer' || rel.op === 'shorter';
    const op = longer ? (rel.op === 'longer' ? '>' : '<') : rel.op;
    const side = (code: string): string => (longer ? `len(${code})` : code);
    const nots = this.turns(i);
    const outcome = this.outcome(Math.max(i, this.rightOf(i) ?? i));
    if (outcome === null) return [];
    // `in` compares only where something is said to be so
    const is = atoms[i - 1]?.kind === 'is' || atoms[i - 1]?.kind === 'not';
    if (
      atom.kind === 'prep' &&
      !(is || outcome.atoms.length > 0 || (atoms[i - 1]?.kind === 'break' && this.rightOf(i) !== null))
    )
      return [];
    if (atom.kind === 'prep' && this.rightOf(i) === null) return [];
    const truth = (nots.length % 2 === 1) === outcome.truth ? false : true;
    const lefts: { code?: string; at: number }[] = [];
    for (let k = i - 1; k >= 0; k--) {
      const atom = atoms[k]!;
      if (atom.kind === 'code') {
        lefts.push({ code: atom.code, at: k });
        if (lefts.length === 3) break;
      }
    }
    const r = rel.right === null ? this.rightOf(i) : null;
    const right =
      rel.right !== null
        ? rel.right === ''
          ? { loose: '' }
          : { code: rel.right }
        : r === null
          ? { loose: 'it' }
          : { code: side((atoms[r] as CodeAtom).code) };
    const used = [i, ...nots, ...outcome.atoms, ...(r === null ? [] : [r])];
    const near = lefts.filter(({ at }) => atoms[at]!.clause >= rel.clause - 1);
    const ways = near.map(({ code, at }) => ({
      body: { kind: 'relation', left: { code: side(code!) }, op, right, truth } as Body,
      atoms: [...used, at],
      anchor: i,
    }));
    const own = near.some(({ at }) => atoms[at]!.clause === rel.clause);
    if (!own)
      ways.push({
        body: { kind: 'relation', left: { loose: 'it' }, op, right, truth },
        atoms: used,
        anchor: i,
      });
    return own ? ways.slice(0, 1) : ways;
  }

  /** The right side of a comparison in words. */
  private rightOf(i: number): number | null {
    for (let k = i + 1; k < Math.min(this.atoms.length, i + 4); k++) {
      const atom = this.atoms[k]!;
      if (atom.kind === 'code') return k;
      if (!/^(?:prep|nth|pronoun|unknown)$/.test(atom.kind)) return null;
    }
    return null;
  }
}
