// Which end of a row is meant: `the first two` where the program takes `seq[-1]` and `seq[-2]`, a last digit that is none.
import { codeOf } from '../../freeform/code.ts';
import type { Atom } from '../atoms/atoms.ts';
import { expressionsOf } from '../stem.ts';
import { momentsOf, type Ground } from './ground.ts';

const PLACES = /^(?:elements?|items?|characters?|letters?|entry|entries|values?|numbers?|two|three|words?)$/;
const FRONT = /\[0\]|\.pop\(0\)|popleft|\[:\w|\[1\]|\(0, /;
const BACK = /\[-\d\]|\.pop\(\)|\[-\d:\]|\[len\(\w+\) - 1\]/;

const PUTS = /^(?:put|puts|placed?|places)$/i;

/** `8 at the back`, before or after what is done there. */
function standsAt(end: 0 | -1, value: string, ground: Ground): boolean {
  const { meaning, told, near, sentence } = ground;
  const puts = sentence.piece.tokens.some((t) => PUTS.test(t.text));
  const after = near
    .filter(({ kind, index }) => index >= (told[0]?.index ?? 0) && /^(?:bind|mutate|unpack)$/.test(kind))
    .map(({ index }) => index);
  const ks = puts ? after : momentsOf(ground);
  return ks.some((k) =>
    [...meaning.view.timeline.variablesAt(k)].some(
      ([name]) => meaning.equals(`${name}[${end}]`, value, k) === true,
    ),
  );
}

/** `put in at the end`, `popped from the front`: words for a place to do something at, by its end. */
const FRONTS = /^(?:front|start|beginning|head)$/;
const BACKS = /^(?:back|end|tail)$/;
const AT = /^(?:at|to|onto|on|from|off)$/;
/** What is done at one end only. */
const DONE_IN_FRONT = /\.(?:insert\(0,|appendleft\(|extendleft\(|pop\(0\)|popleft\()/;
const DONE_AT_THE_BACK = /\.(?:append|extend|pop)\(\)?(?!0\))/;

/** Something is done to a row at its other end; null when the sentence says of no end where, or rightly. */
function wrongPlace({ sentence, told, meaning }: Ground): string | null {
  const words = sentence.piece.tokens.map((t) => t.text.toLowerCase());
  const at = words.findIndex(
    (word, i) =>
      (FRONTS.test(word) || BACKS.test(word)) && words[i - 1] === 'the' && AT.test(words[i - 2] ?? ''),
  );
  // the end of a loop or a call is no place in a row
  if (at < 0 || /^(?:of|we|the)$/.test(words[at + 1] ?? '')) return null;
  const code = told
    .filter(({ kind }) => kind === 'mutate')
    .flatMap((step) => meaning.view.expressionsAt(step).map((e) => codeOf(e)))
    .join(' ');
  const [front, back] = [DONE_IN_FRONT.test(code), DONE_AT_THE_BACK.test(code)];
  if (front === back) return null;
  return front === FRONTS.test(words[at]!) ? null : `this is not done at the ${words[at]!}`;
}

/** `the last three`, where the program takes so many at once. */
function takesMany(n: string, { near, meaning }: Ground): boolean {
  const shows = new RegExp(`\\[-?${n}:|:-?${n}\\]|-${n}\\]`);
  return near.some((step) =>
    [step.index - 1, step.index].some((k) =>
      [...expressionsOf(step, meaning)].some(
        (e) =>
          shows.test(codeOf(e)) ||
          (k >= 0 &&
            e.kind === 'Subscript' &&
            codeOf(e).includes(':') &&
            meaning.equals(`len(${codeOf(e)})`, n, k) === true),
      ),
    ),
  );
}

/** What is said of the wrong end; null when nothing is. */
export function wrongEnd(ground: Ground): string | null {
  const place = wrongPlace(ground);
  if (place !== null) return place;
  for (const [i, atom] of ground.atoms.entries()) {
    const item = ground.atoms[i - 2];
    if (
      atom.kind === 'act' &&
      /^(?:front|back)$/.test(atom.word) &&
      item?.kind === 'code' &&
      ground.told.length > 0
    )
      if (!standsAt(atom.word === 'front' ? 0 : -1, item.code, ground))
        return `${item.code} is not at the ${atom.word}`;
    if (atom.kind !== 'nth' || atom.opens) continue;
    const many = ground.atoms[i + 1];
    if (many?.kind === 'code' && many.number && Number(many.code) > 2 && !takesMany(many.code, ground))
      return `these are not the ${atom.word} ${many.code}`;
    const fault = atom.noun === 'digit' ? digitFault(atom, i, ground) : endFault(atom, i, ground);
    if (fault !== null) return fault;
  }
  return null;
}

/** Only where something is done to it: `popping the last element`, `the sum of the last two`. */
function endFault(
  atom: Extract<Atom, { kind: 'nth' }>,
  i: number,
  { atoms, told, near, meaning }: Ground,
): string | null {
  if ((atom.n !== 1 && atom.n !== 'last') || !PLACES.test(atom.noun ?? '')) return null;
  const [before, after] = [atoms[i - 1], atoms[i + 2]];
  const isDone =
    before?.kind === 'act' || (before?.kind === 'prep' && before.word === 'of') || after?.kind === 'act';
  if (!isDone && !/^(?:two|three)$/.test(atom.noun!)) return null;
  const from = told[0]?.index ?? near[0]?.index ?? 0;
  const code = near
    .filter(({ index }) => index >= from)
    .filter(({ kind }) => kind === 'bind' || kind === 'mutate' || kind === 'unpack')
    .flatMap((step) => meaning.view.expressionsAt(step).map((e) => codeOf(e)))
    .join(' ');
  const takes = before?.kind === 'act' && /^(?:pop|remov|tak)/.test(before.word);
  const [front, back] = takes ? [/\.pop\(0\)|popleft\(/, /\.pop\(\)/] : [FRONT, BACK];
  const [own, other] = atom.n === 1 ? [front, back] : [back, front];
  return other.test(code) && !own.test(code) ? `this is not the ${atom.word}` : null;
}

function digitFault(
  atom: Extract<Atom, { kind: 'nth' }>,
  i: number,
  { atoms, near, meaning }: Ground,
): string | null {
  const value = atoms.slice(i + 1, i + 4).find((a) => a.kind === 'code' && /^\d$/.test(a.code));
  if (atom.n !== 'last' || value?.kind !== 'code') return null;
  const digits = near.flatMap((step) =>
    [...expressionsOf(step, meaning)]
      .filter((e) => e.kind === 'BinOp' && e.op === '%' && codeOf(e.right) === '10')
      .map((e) => [codeOf(e), step.index - 1] as const),
  );
  if (digits.length === 0) return null;
  return digits.some(([code, k]) => meaning.equals(code, value.code, Math.max(0, k)) === true)
    ? null
    : `the last digit is not ${value.code}`;
}
