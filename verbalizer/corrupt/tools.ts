// What corruptions share: choosing a match, sentences, names. Knows texts with their claims, no checker.
import type { RenderedClaim } from '../render.ts';
import type { Chooser } from '../text/random.ts';

export interface Subject {
  readonly text: string;
  readonly claims: readonly RenderedClaim[];
  /** A text about another run, to take sentences from. */
  readonly other: string;
  /** The same run in another style. */
  readonly otherStyle?: string;
}

export type Corruption = (subject: Subject, chooser: Chooser) => string | null;

/** Replaces one match of `pattern`, chosen at random, by what `change` makes of it (null: leave it). */
export function changeOne(
  text: string,
  pattern: RegExp,
  chooser: Chooser,
  change: (match: string) => string | null,
): string | null {
  const found = [...text.matchAll(pattern)];
  for (let tries = 0; tries < 8 && found.length > 0; tries++) {
    const match = chooser.pick(found);
    const changed = change(match[0]);
    if (changed !== null && changed !== match[0])
      return text.slice(0, match.index) + changed + text.slice(match.index + match[0].length);
  }
  return null;
}

/** The same inside a claim chosen among those that `which` picks. */
export function changeIn(
  { text, claims }: Subject,
  which: (claim: RenderedClaim) => boolean,
  pattern: RegExp,
  chooser: Chooser,
  change: (match: string) => string | null,
): string | null {
  const found = claims.filter(which);
  for (let tries = 0; tries < 6 && found.length > 0; tries++) {
    const { span } = chooser.pick(found);
    const changed = changeOne(text.slice(...span), pattern, chooser, change);
    if (changed !== null) return text.slice(0, span[0]) + changed + text.slice(span[1]);
  }
  return null;
}

/** A pattern for the keys of a table, the longest first. */
export function alternatives(table: Record<string, string>): RegExp {
  return new RegExp(
    Object.keys(table)
      .sort((a, b) => b.length - a.length)
      .map((k) => k.replace(/[.*+?^${}()|[\]\\]/g, '\\$&'))
      .join('|'),
    'g',
  );
}

/** Sentences as stretches of the text: from the start of a claim that begins one to the start of the next. */
export function sentencesOf({
  text,
  claims,
}: Pick<Subject, 'text' | 'claims'>): { from: number; to: number }[] {
  const starts = claims
    .filter((c) => c.span[0] === 0 || /[.\n]\s*$/.test(text.slice(Math.max(0, c.span[0] - 2), c.span[0])))
    .map((c) => c.span[0]);
  return starts.map((from, i) => ({ from, to: starts[i + 1] ?? text.length }));
}

/** Names with the values that the text last gave them, in order. */
export function bindingsOf({ claims }: Pick<Subject, 'claims'>): [string, string][] {
  const all: [string, string][] = [];
  for (const { kind, slots } of claims) {
    if (kind === 'bind')
      all.push([slots['target'] as string, ((slots['chain'] ?? slots['said']) as string[]).at(-1)!]);
    const pairs =
      kind === 'round' || kind === 'unpack' ? slots['pairs'] : kind === 'call' ? slots['args'] : undefined;
    if (Array.isArray(pairs))
      for (let i = 0; i + 1 < pairs.length; i += 2) all.push([pairs[i] as string, pairs[i + 1] as string]);
  }
  return all;
}

/** Names that the text binds, to confuse with one another. */
export function namesOf(subject: Pick<Subject, 'claims'>): string[] {
  return [...new Set(bindingsOf(subject).map(([name]) => name))].filter((n) => /^\w+$/.test(n));
}

export const NUMBER = /(?<![\w.])\d+(?![\w.]*\w)/g;
