// What a sentence says to be equal: `total is 7`, `x and y are 3 and 4`, `4 + 3 = 7`. Atoms in pairs; knows no run.
import { exprOf } from '../../freeform/code.ts';
import type { Atom } from './atoms.ts';

export interface Bond {
  readonly left: number;
  readonly right: number;
  readonly negated: boolean;
  /** It is of the length of what stands on the left. */
  readonly long?: boolean;
}

/** `the list of names is …`, but not `the sum of names is …`. */
const THINGS =
  /^(?:values?|lists?|strings?|dict|dictionary|name|variable|counter|array|text|word|balance|contents?)$/;
const MANY =
  /^(?:elements?|items?|letters?|characters?|entr(?:y|ies)|words?|numbers?|keys?|parts?|lists?|digits?)$/;
const NAMING = /^(?:Name|Subscript|Attribute)$/;

function codeAt(atoms: readonly Atom[], i: number): string | null {
  const atom = atoms[i];
  return atom?.kind === 'code' ? atom.code : null;
}

const kind = (code: string): string => exprOf(code)?.kind ?? '';

/** The indices of a list `a, b and c` that ends (or begins) at an atom. */
function listAt(atoms: readonly Atom[], at: number, way: 1 | -1, holds: (code: string) => boolean): number[] {
  const found: number[] = [];
  for (let i = at; ;) {
    const code = codeAt(atoms, i);
    if (code === null || !holds(code)) break;
    found.push(i);
    let next = i + way;
    let breaks = 0;
    while (atoms[next]?.kind === 'break' && breaks < 2) {
      next += way;
      breaks++;
    }
    if (breaks === 0) break;
    i = next;
  }
  return way === 1 ? found : found.reverse();
}

/** All pairs that the sentence sets equal. */
export function bondsOf(atoms: readonly Atom[]): Bond[] {
  const bonds: Bond[] = [];
  // `the amount, 80, exceeds …`
  atoms.forEach((_, i) => {
    const name = codeAt(atoms, i);
    const value = codeAt(atoms, i + 2);
    if (name === null || value === null) return;
    // `a balance of 80`
    const of = atoms[i + 1]!;
    if (
      of.kind === 'prep' &&
      of.word === 'of' &&
      kind(name) === 'Name' &&
      !NAMING.test(kind(value)) &&
      kind(value) === 'Constant'
    ) {
      bonds.push({ left: i, right: i + 2, negated: false });
      return;
    }
    if (of.word !== ',') return;
    if (kind(name) !== 'Name' || NAMING.test(kind(value)) || kind(value) === 'Compare') return;
    const close = atoms[i + 3];
    // `the sum of inner and border, 26,` is of both
    const ofMany = atoms[i - 1]?.word === 'and' && atoms[i - 3]?.word === 'of';
    if (close?.word === ',' && !ofMany && !/^[,]$/.test(atoms[i - 1]?.word ?? ''))
      bonds.push({ left: i, right: i + 2, negated: false });
  });
  atoms.forEach((atom, i) => {
    if (atom.kind !== 'is' && atom.kind !== 'becomes') return;
    // `9 % 2 = 1, which is not 0`
    const points =
      atoms[i - 1]?.kind === 'pronoun' &&
      /^(?:which|that)$/.test(atoms[i - 1]!.word) &&
      atoms[i - 2]?.word === ',';
    // `nums[0], meaning 3`
    const means = atom.word === 'meaning' && atoms[i - 1]?.kind === 'break';
    const left = points ? i - 3 : means ? i - 2 : i - 1;
    const code = codeAt(atoms, left);
    if (code === null) return;
    // `the length of xs is 3`
    const of = atoms[left - 1];
    const measure = of?.kind === 'prep' && of.word === 'of' ? (of.noun ?? '') : '';
    const long = /^(?:length|size|that)$/.test(measure);
    if (!long && of?.kind === 'prep' && of.word === 'of' && !THINGS.test(measure)) return;
    // `gcd returns 6`, `popping gives 4`: of what is done, not of the name before
    if (
      atom.kind === 'becomes' &&
      !/^(?:becom\w*|became|sets?|starts?|started|begins?|began|gets?|got|now)$/.test(atom.word) &&
      kind(code) !== 'BinOp' &&
      (kind(code) !== 'Call' || atom.word !== 'gives')
    )
      return;
    if (kind(code) === 'Constant' && /^(?:at|index|position)$/.test(atoms[left - 1]?.word ?? '')) return;
    let j = i + 1;
    let negated = false;
    while (
      (atoms[j] !== undefined && /^(?:is|becomes|not|pronoun|nth)$/.test(atoms[j]!.kind)) ||
      (atoms[j]?.kind === 'prep' && /^(?:to|at|as|with)$/.test(atoms[j]!.word))
    ) {
      if (atoms[j]!.kind === 'not') negated = !negated;
      j++;
    }
    const right = codeAt(atoms, j);
    const counted = atoms[j];
    if (counted?.kind === 'code' && MANY.test(counted.noun ?? '')) return;
    if (points && kind(code) === 'Constant' && !/^(?:is|becomes)$/.test(atoms[left - 1]?.kind ?? '')) return;
    if (right === null || kind(code) === 'Compare' || kind(right) === 'Compare') return;
    if (!NAMING.test(kind(code))) {
      if (atom.word !== ':' && atom.kind === 'is') bonds.push({ left, right: j, negated });
      else if (/^(?:BinOp|Call|UnaryOp)$/.test(kind(code))) bonds.push({ left, right: j, negated });
      return;
    }
    if (long) {
      bonds.push({ left, right: j, negated, long });
      return;
    }
    const names = listAt(atoms, left, -1, (c) => NAMING.test(kind(c)));
    const values = listAt(atoms, j, 1, (c) => !NAMING.test(kind(c)));
    if (names.length > 1 && values.length === names.length)
      names.forEach((n, k) => bonds.push({ left: n, right: values[k]!, negated }));
    else if (names.length > 1 && atoms.slice(i, j + 1).some((a) => a.word === 'are' || a.word === 'were'))
      for (const n of names) bonds.push({ left: n, right: j, negated });
    else bonds.push({ left, right: j, negated });
  });
  return bonds;
}
