// Reads text back into claims: clause by clause, each by the template that fits the longest stretch, with connectives
// between them. What no template reads is returned as unread, with its place. Knows the wording, never the run.
import type { Claim, PlacedClaim } from './claims.ts';
import { readClause, type Template } from './template.ts';

/** A stretch of text that no template reads. */
export interface Unread {
  readonly span: readonly [number, number];
  readonly text: string;
}

/** A clause with every claim that its words can make: `a = 1` may tell of a name set, a pair unpacked or a value. */
export interface Clause {
  readonly span: PlacedClaim['span'];
  readonly readings: readonly Claim[];
}

export interface Reading {
  readonly clauses: readonly Clause[];
  readonly unread: readonly Unread[];
}

/** What may stand between two clauses, longest first. Those that end in a stop begin a new sentence. */
export const CONNECTIVES = [
  ', which means ',
  ', so now ',
  ', and so ',
  ', and ',
  ', so ',
  ', but ',
  ', then ',
  ', ',
  '; ',
  ': ',
] as const;
export type Connective = (typeof CONNECTIVES)[number];

const STOP = /[.?!](?:\s+|$)|\n+/y;
const WORD = /[^\s,.;:?!]+/y;

/** Templates arranged so that the few which can begin at a place are found at once. */
export class Reader {
  private readonly byWord = new Map<string, Template[]>();
  private readonly bySlot: Template[] = [];

  constructor(templates: readonly Template[]) {
    for (const t of templates) {
      const first = t.parts[0]!;
      if ('literal' in first) {
        const word = /^[^\s,.;:?!]+/.exec(first.literal)![0].toLowerCase();
        const known = this.byWord.get(word);
        if (known === undefined) this.byWord.set(word, [t]);
        else known.push(t);
      } else this.bySlot.push(t);
    }
  }

  /** Reads a whole text. Never throws; anything not understood is in `unread`. */
  read(text: string): Reading {
    const clauses: Clause[] = [];
    const unread: Unread[] = [];
    let at = skipSpace(text, 0);
    let start = true;
    while (at < text.length) {
      const clause = this.clauseAt(text, at, start);
      const next = clause === null ? null : separatorAt(text, clause.end);
      if (clause === null || next === null) {
        const end = endOfSentence(text, at);
        unread.push({ span: [at, end], text: text.slice(at, end) });
        at = skipSpace(text, end);
        start = true;
        continue;
      }
      clauses.push({ span: [at, clause.end], readings: clause.readings });
      at = next.at;
      start = next.sentence;
    }
    return { clauses, unread };
  }

  /** The longest clause at `at` that a separator follows, with all templates that read exactly that stretch. */
  private clauseAt(text: string, at: number, start: boolean): { readings: Claim[]; end: number } | null {
    WORD.lastIndex = at;
    const word = WORD.test(text) ? text.slice(at, WORD.lastIndex).toLowerCase() : '';
    let best: { readings: Claim[]; end: number } | null = null;
    for (const group of [this.byWord.get(word), this.bySlot]) {
      if (group === undefined) continue;
      for (const t of group) {
        const reading = readClause(t, text, at, start);
        if (reading === null || (best !== null && reading.end < best.end)) continue;
        if (separatorAt(text, reading.end) === null) continue;
        if (best !== null && reading.end === best.end) best.readings.push(reading.claim);
        else best = { readings: [reading.claim], end: reading.end };
      }
    }
    return best;
  }
}

function skipSpace(text: string, at: number): number {
  let i = at;
  while (i < text.length && text.charCodeAt(i) <= 32) i++;
  return i;
}

/** After a clause: where the next one begins and whether a new sentence does; null when neither stop nor connective stands there. */
function separatorAt(text: string, at: number): { at: number; sentence: boolean } | null {
  if (at >= text.length) return { at, sentence: true };
  STOP.lastIndex = at;
  if (STOP.test(text)) return { at: skipSpace(text, STOP.lastIndex), sentence: true };
  for (const connective of CONNECTIVES)
    if (text.startsWith(connective, at)) return { at: at + connective.length, sentence: false };
  return null;
}

/** The end of the sentence that begins at `at`: after its stop, quotes respected as far as they close. */
function endOfSentence(text: string, at: number): number {
  for (let i = at; i < text.length; i++) {
    const c = text.charCodeAt(i);
    if (c === 10) return i;
    if ((c === 46 || c === 33 || c === 63) && (i + 1 >= text.length || text.charCodeAt(i + 1) <= 32))
      return i + 1;
  }
  return text.length;
}
