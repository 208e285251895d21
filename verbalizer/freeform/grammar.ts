// The machine behind the rules of free text: patterns over tokens, with words, alternatives, optional parts and slots,
// matched with backtracking. Words that say nothing (`now`, `simply`) are stepped over. Knows no rule.
import type { Token } from './tokens.ts';
import { verbForms } from './verbs.ts';

/** What slots caught, by name. */
export type Caught = Readonly<Record<string, unknown>>;

/** Reads a slot at a token; gives the readings it can have, longest first. */
export type Slot = (
  tokens: readonly Token[],
  at: number,
) => readonly { readonly end: number; readonly value: unknown }[];

type Part =
  | { readonly kind: 'word'; readonly texts: ReadonlySet<string>; readonly plain: boolean }
  | { readonly kind: 'either'; readonly ways: readonly (readonly Part[])[]; readonly optional: boolean }
  | { readonly kind: 'slot'; readonly slot: Slot; readonly name: string };

export interface Pattern {
  readonly parts: readonly Part[];
  readonly text: string;
  /** Words it can begin with; null when it begins with a slot. */
  readonly first: ReadonlySet<string> | null;
}

/** Words that change nothing wherever they stand. */
const FILLERS = new Set(
  'newly so far right away afterwards eventually subsequently thereby automatically correctly fully still likewise similarly successfully safely merely precisely truly definitely certainly ultimately quickly basically essentially gradually separately lastly thereafter meanwhile respectively properly exactly now then also again just simply therefore thus hence already finally exactly indeed clearly immediately directly actually too currently initially itself obviously instead here still yet once more naturally accordingly consequently altogether overall really'.split(
    ' ',
  ),
);

export function isFiller(token: Token | undefined): boolean {
  return (
    token !== undefined &&
    (token.kind === 'word' ? FILLERS.has(token.text) : token.word !== null && FILLERS.has(token.word))
  );
}

/** What a token reads as a word: names that are English words are both. */
export function wordOf(token: Token | undefined): string | null {
  if (token === undefined) return null;
  return token.kind === 'code' ? token.word : token.text;
}

/**
 * Compiles a pattern: words; `~word` for one that is no name of the program; `(a b|c)` alternatives; `[a|b]` optional ones; `<SLOT>` or `<SLOT:name>`.
 * @throws Error when a slot is unknown or a bracket stays open
 */
export function compile(text: string, slots: Readonly<Record<string, Slot>>): Pattern {
  const pieces = text.match(/<[^>]+>|[()[\]|]|[^\s()[\]|<>]+/g) ?? [];
  let at = 0;
  const sequence = (closer: string | null): Part[][] => {
    const ways: Part[][] = [[]];
    for (; at < pieces.length; at++) {
      const piece = pieces[at]!;
      if (piece === closer) return ways;
      if (piece === '|') ways.push([]);
      else if (piece === '(' || piece === '[') {
        at++;
        const inner = sequence(piece === '(' ? ')' : ']');
        ways.at(-1)!.push({ kind: 'either', ways: inner, optional: piece === '[' });
      } else if (piece.startsWith('<')) {
        const [type, name] = piece.slice(1, -1).split(':');
        const slot = slots[type!];
        if (slot === undefined) throw new Error(`pattern ${text}: no slot ${type}`);
        ways.at(-1)!.push({
          kind: 'slot',
          slot: name === undefined ? affirming(type!, slot) : slot,
          name: name ?? type!,
        });
      } else ways.at(-1)!.push(word(piece));
    }
    if (closer !== null) throw new Error(`pattern ${text}: ${closer} is missing`);
    return ways;
  };
  const parts = sequence(null)[0]!;
  return { parts, text, first: firstWords(parts) };
}

/** A verb stands for all its forms, `=outputs` for this one; `~result` is not the variable `result`. */
function word(piece: string): Part {
  if (piece.startsWith('=') && piece.length > 1)
    return { kind: 'word', texts: new Set([piece.slice(1)]), plain: false };
  if (piece.startsWith('~')) return { kind: 'word', texts: new Set([piece.slice(1)]), plain: true };
  return { kind: 'word', texts: new Set(verbForms(piece) ?? [piece]), plain: false };
}

/** A verb whose polarity no rule asks for has to affirm. */
function affirming(type: string, slot: Slot): Slot {
  if (type !== 'BE' && type !== 'DO') return slot;
  return (tokens, at) => slot(tokens, at).filter((reading) => reading.value !== false);
}

function firstWords(parts: readonly Part[]): ReadonlySet<string> | null {
  const words = new Set<string>();
  for (const part of parts) {
    if (part.kind === 'slot') return null;
    if (part.kind === 'word') {
      for (const text of part.texts) words.add(text);
      return words;
    }
    for (const way of part.ways) {
      const inner = firstWords(way);
      if (inner === null) return null;
      for (const word of inner) words.add(word);
    }
    if (!part.optional) return words;
  }
  return null;
}

/** Matches a pattern at a token; the longest match, or null. */
export function match(
  pattern: Pattern,
  tokens: readonly Token[],
  at: number,
): { end: number; caught: Caught } | null {
  let best: { end: number; caught: Caught } | null = null;
  walk(pattern.parts, 0, tokens, at, at, {}, (end, caught) => {
    if (best === null || end > best.end) best = { end, caught };
  });
  return best;
}

function walk(
  parts: readonly Part[],
  p: number,
  tokens: readonly Token[],
  at: number,
  start: number,
  caught: Caught,
  done: (end: number, caught: Caught) => void,
): void {
  if (p === parts.length) return done(at, caught);
  const part = parts[p]!;
  // fillers may stand before any part but the first
  let from = at;
  for (let skipped = 0; ; skipped++) {
    step(part, parts, p, tokens, from, start, caught, done);
    if (from === start || skipped === 3 || !isFiller(tokens[from])) return;
    from++;
  }
}

function read(token: Token, plain: boolean): string | null {
  return plain ? (token.kind === 'word' ? token.text : null) : wordOf(token);
}

function step(
  part: Part,
  parts: readonly Part[],
  p: number,
  tokens: readonly Token[],
  at: number,
  start: number,
  caught: Caught,
  done: (end: number, caught: Caught) => void,
): void {
  switch (part.kind) {
    case 'word':
      if (at < tokens.length && part.texts.has(read(tokens[at]!, part.plain) ?? ''))
        walk(parts, p + 1, tokens, at + 1, start, caught, done);
      return;
    case 'slot':
      for (const { end, value } of part.slot(tokens, at))
        walk(parts, p + 1, tokens, end, start, { ...caught, [part.name]: value }, done);
      return;
    case 'either':
      for (const way of part.ways)
        walk(way, 0, tokens, at, start, caught, (end, inner) =>
          walk(parts, p + 1, tokens, end, start, inner, done),
        );
      if (part.optional) walk(parts, p + 1, tokens, at, start, caught, done);
      return;
  }
}
