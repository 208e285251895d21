// What is put into something, and where a value stands: `4 gets pushed` where it is 5, `at index 9` where nothing is.
import { codeOf, exprOf } from '../../freeform/code.ts';
import { links } from '../../freeform/meaning.ts';
import type { Step } from '../../steps/step.ts';
import { momentsOf, type Ground } from './ground.ts';
import { expressionsOf, isLiteral } from '../stem.ts';

const PUT = /^(?:push|append|add|insert)/;

/** A value that is said to be put somewhere, and is not; null when there is none. */
export function wrongItem({ atoms, told, meaning }: Ground): string | null {
  const items = told.flatMap(({ facts, index }) =>
    typeof facts['item'] === 'string' ? [[facts['item'], index] as const] : [],
  );
  if (items.length === 0 || told.some(({ kind }) => kind === 'bind')) return null;
  for (const [i, atom] of atoms.entries()) {
    if (atom.kind !== 'act' || !PUT.test(atom.word)) continue;
    const next = atoms[i + 1];
    const code = atom.of ?? (next?.kind === 'code' ? next.code : null);
    const before = atoms[i - 2];
    const value =
      code ??
      (/^(?:is|gets?|becomes)$/.test(atoms[i - 1]?.kind ?? '') && before?.kind === 'code'
        ? before.code
        : null);
    const expr = value === null ? null : exprOf(value);
    if (value === null || expr === null || !isLiteral(expr)) continue;
    if (
      !items.some(([item, k]) =>
        [k - 1, k].some((at) => meaning.equals(item, value, Math.max(0, at)) === true),
      )
    )
      return `${value} is not what is put there`;
  }
  return null;
}

/** `'a' was subtracted`: something like it is; null when nothing is wrong. */
export function wrongSubtraction({ atoms, near, meaning }: Ground): string | null {
  for (const atom of atoms) {
    if (atom.kind !== 'act' || !/^subtract/.test(atom.word) || atom.of === null) continue;
    const { of } = atom;
    const done = near.some((step) =>
      [...expressionsOf(step, meaning)].some(
        (e) =>
          e.kind === 'BinOp' &&
          e.op === '-' &&
          [e.left, e.right].some(
            (side) => meaning.equals(codeOf(side), of, Math.max(0, step.index - 1)) === true,
          ),
      ),
    );
    if (!done) return `${of} is not subtracted here`;
  }
  return null;
}

/** `it adds acc`, of what something is added to; `4 goes onto out`, where it is 3. Null when nothing is wrong. */
export function wrongAddition({ sentence, atoms, told, meaning }: Ground): string | null {
  const { tokens } = sentence.piece;
  for (const atom of atoms) {
    if (atom.kind !== 'act' || !/^(?:adds?|adding)$/.test(atom.word) || atom.of === null || atom.passive)
      continue;
    const { of } = atom;
    const changed = told.find(({ kind, facts }) => kind === 'bind' && facts['target'] === of);
    if (changed !== undefined && !told.some(({ facts }) => facts['item'] === of)) return `${of} is not added`;
  }
  for (const [i, token] of tokens.entries()) {
    if (!/^(?:goes|went|go)$/.test(token.text) || !/^(?:onto|into)$/.test(tokens[i + 1]?.text ?? ''))
      continue;
    const value = tokens[i - 1];
    const puts = told.filter(({ facts }) => typeof facts['item'] === 'string');
    if (value?.kind !== 'code' || puts.length === 0) continue;
    if (!puts.some(({ facts, index: k }) => meaning.equals(facts['item'] as string, value.text, k) !== false))
      return `${value.text} is not what is put there`;
  }
  return null;
}

const PUTTING = /\.(?:append|appendleft|add|insert|extend)\(|heappush\(/;

/** `we remove [7, 8]`, where something is only put in; null when nothing is wrong. */
export function wrongDeed({ atoms, told }: Ground): string | null {
  const deeds = told.filter(({ kind }) => kind === 'mutate');
  const puts = deeds.length > 0 && deeds.every(({ facts }) => PUTTING.test(String(facts['call'])));
  const takes = told.some(
    ({ kind, facts }) =>
      kind === 'delete' ||
      (kind === 'bind' && /\.(?:pop\w*|remove|replace|\w*strip)\(|:/.test(links(facts['chain']).join(' '))),
  );
  if (!puts || takes) return null;
  return atoms.some((atom) => atom.kind === 'act' && /^(?:remov|delet|discard)/.test(atom.word))
    ? 'nothing is removed here'
    : null;
}

/** What comes of a deed. */
const COMES = /^(?:giving|making|leaving|yielding|producing)$/;

/** `77 is added to right, giving 77`: what comes of it is right, not the 77. Null when nothing is wrong. */
export function wrongOutcome(ground: Ground): string | null {
  const { tokens } = ground.sentence.piece;
  for (const [i, token] of tokens.entries()) {
    const value = tokens[i + 1];
    if (!COMES.test(token.text) || value?.kind !== 'code' || tokens[i - 1]?.text !== ',') continue;
    const deed = toldBefore(token.span[0], ground);
    if (deed?.facts['item'] === undefined || typeof deed.facts['object'] !== 'string') continue;
    if (ground.meaning.equals(deed.facts['object'], value.text, deed.index) === false)
      return `it does not come to ${value.text}`;
  }
  return null;
}

/** The step that is told last before a place in the text. */
function toldBefore(at: number, { told, sentence: { from, tellings } }: Ground): Step | null {
  let found: Step | null = null;
  let latest = -1;
  told.forEach((step, n) => {
    const start = Math.max(-1, ...(tellings.get(from + n) ?? []).map(([a]) => a).filter((a) => a < at));
    if (start > latest) [found, latest] = [step, start];
  });
  return found;
}

/** `at index 1 the number is 9`: some row has it there; null when nothing is wrong. */
export function wrongIndex(ground: Ground): string | null {
  const { atoms, meaning } = ground;
  for (const [i, atom] of atoms.entries()) {
    const index = atoms[i];
    if (index?.kind !== 'code' || !/^\d+$/.test(index.code) || atom.kind !== 'code') continue;
    const before = atoms[i - 1];
    if (before?.kind !== 'prep' || before.word !== 'at' || !isIndex(ground, index.span[0])) continue;
    const is = atoms.slice(i + 1, i + 4).findIndex((a) => a.kind === 'is');
    const value = is < 0 ? undefined : atoms[i + 2 + is];
    if (value?.kind !== 'code' || !isLiteral(exprOf(value.code)!)) continue;
    const found = momentsOf(ground).some((k) =>
      [...meaning.view.timeline.variablesAt(k)].some(
        ([name]) => meaning.equals(`${name}[${index.code}]`, value.code, k) === true,
      ),
    );
    if (!found) return `nothing has ${value.code} at ${index.code}`;
  }
  return null;
}

function isIndex({ sentence }: Ground, at: number): boolean {
  const i = sentence.piece.tokens.findIndex((t) => t.span[0] === at);
  return /^(?:index|position)$/.test(sentence.piece.tokens[i - 1]?.text ?? '');
}
