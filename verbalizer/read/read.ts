// Reads text back into claims: clause by clause, each by the template that fits the longest stretch, with connectives
// between them. What no template reads is returned as unread, with its place. Knows the wording, never the run.
import type { Claim, PlacedClaim } from '../claims.ts';
import { ExpectedTree } from './expected-tree.ts';
import type { Template } from '../template.ts';
import { CONNECTIVES } from '../text/connectives.ts';
import { TemplateTree } from './tree.ts';

/** A stretch of text that no template reads. */
export interface Unread {
  readonly span: readonly [number, number];
  readonly text: string;
  /** Why it is not verified, where it is read after all. */
  readonly why?: string;
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

/** Reads texts by the wordings of its templates. */
export class Reader {
  private readonly tree: TemplateTree;
  /** The same wordings, for clauses of which it is known what they should say. */
  readonly expected: ExpectedTree;

  constructor(templates: readonly Template[]) {
    const mayEnd = (text: string, at: number): boolean => nextAfter(text, at) >= 0;
    this.tree = new TemplateTree(templates, mayEnd);
    this.expected = new ExpectedTree(templates, mayEnd);
  }

  /** The clause at `at`, or null when no template reads what stands there. `start`: a sentence begins. */
  clauseAt(text: string, at: number, start: boolean): Clause | null {
    const found = this.tree.longestAt(text, at, start);
    return found === null ? null : { span: [at, found.end], readings: found.readings };
  }

  /** Reads a whole text. Never throws; anything not understood is in `unread`. */
  read(text: string): Reading {
    const clauses: Clause[] = [];
    const unread: Unread[] = [];
    let at = skipSpace(text, 0);
    let start = true;
    while (at < text.length) {
      const clause = this.clauseAt(text, at, start);
      if (clause === null) {
        const end = endOfSentence(text, at);
        unread.push({ span: [at, end], text: text.slice(at, end) });
        at = skipSpace(text, end);
        start = true;
        continue;
      }
      clauses.push(clause);
      const next = nextAfter(text, clause.span[1]);
      at = next >> 1;
      start = (next & 1) === 1;
    }
    return { clauses, unread };
  }
}

function isSpace(c: number): boolean {
  return c === 32 || c === 10 || c === 13 || c === 9;
}

export function skipSpace(text: string, at: number): number {
  let i = at;
  while (isSpace(text.charCodeAt(i))) i++;
  return i;
}

/**
 * After a clause that ends at `at`: twice the offset at which the next one begins, and one more when it begins a
 * sentence; -1 when neither stop nor connective stands there.
 */
export function nextAfter(text: string, at: number): number {
  const c = text.charCodeAt(at);
  switch (c) {
    case 46: // .
    case 33: // !
    case 63: // ?
      if (at + 1 < text.length && !isSpace(text.charCodeAt(at + 1))) return -1;
      return skipSpace(text, at + 1) * 2 + 1;
    case 10: // line break
      return skipSpace(text, at) * 2 + 1;
    case 44: // ,
    case 59: // ;
    case 58: // :
      for (const connective of CONNECTIVES)
        if (text.startsWith(connective, at)) return (at + connective.length) * 2;
      return -1;
    default:
      return at >= text.length ? at * 2 + 1 : -1;
  }
}

/** The end of the sentence that begins at `at`: behind its stop, or before the line break. */
function endOfSentence(text: string, at: number): number {
  for (let i = at; i < text.length; i++) {
    const c = text.charCodeAt(i);
    if (c === 10) return i;
    if ((c === 46 || c === 33 || c === 63) && (i + 1 >= text.length || isSpace(text.charCodeAt(i + 1))))
      return i + 1;
  }
  return text.length;
}
