// What is said about a program, and the list that collects it. Knows the table of codes, not the parser.
import type { Span } from '../ast.ts';
import { CONSTRUCTS, type ConstructCode } from '../supported.ts';
import { CODES, kindOf, type DiagnosticCode, type DiagnosticKind, type Slots } from './codes.ts';

export interface Diagnostic {
  code: DiagnosticCode;
  kind: DiagnosticKind;
  severity: 'error' | 'warning';
  message: string;
  /** Where, as UTF-16 offsets; never empty unless it stands at the end of the text. */
  span: Span;
  hint: string | null;
  /** The name of the construct, for kind `unsupported`; null otherwise. */
  construct: string | null;
}

/** Reading stops after this many diagnostics, so that a file of noise costs little. */
export const DIAGNOSTIC_LIMIT = 50;

/** Thrown to stop reading a construct whose diagnostic has been reported. Never leaves the grammar. */
export class Abandon extends Error {
  override name = 'Abandon';
}

/** Makes a diagnostic. The message's slots are checked against the table by the compiler. */
export function diagnostic<C extends DiagnosticCode>(code: C, span: Span, slots: Slots<C>): Diagnostic {
  const row = CODES[code];
  const values = slots as Readonly<Record<string, string | number>>;
  return {
    code,
    kind: kindOf(code),
    severity: code.startsWith('W') ? 'warning' : 'error',
    message: row.message.replace(/\{(\w+)\}/g, (_, slot: string) => String(values[slot])),
    span,
    hint: row.hint,
    construct: code in CONSTRUCTS ? CONSTRUCTS[code as ConstructCode].construct : null,
  };
}

/** Collects the diagnostics of one text, at most one for a place. */
export class Diagnostics {
  readonly list: Diagnostic[] = [];
  private readonly places = new Set<number>();
  private readonly poisoned: Span[] = [];
  private readonly limit: number;
  /** Says that there would have been more. */
  private overflow: Diagnostic | null = null;

  /** @param limit the length of the text; no diagnostic reaches beyond it */
  constructor(limit: number) {
    this.limit = limit;
  }

  /** Whether more has been found than is kept, so that reading on has no use. */
  get isOverfull(): boolean {
    return this.overflow !== null;
  }

  report<C extends DiagnosticCode>(code: C, start: number, end: number, slots: Slots<C>): void {
    start = Math.min(start, this.limit);
    end = Math.min(Math.max(end, start), this.limit);
    if (this.places.has(start) || this.isPoisoned(start)) return;
    if (this.list.length < DIAGNOSTIC_LIMIT) this.add(diagnostic(code, { start, end }, slots));
    else this.overflow ??= diagnostic('E0290', { start, end }, {});
  }

  add(found: Diagnostic): void {
    this.places.add(found.span.start);
    this.list.push(found);
  }

  unsupported(code: ConstructCode, start: number, end: number): void {
    this.report(code, start, end, { construct: CONSTRUCTS[code].construct });
  }

  /** What is said about `[start, end)` from now on would only follow from what was said already: drop it. */
  poison(start: number, end: number): void {
    this.poisoned.push({ start, end });
  }

  private isPoisoned(at: number): boolean {
    return this.poisoned.some((span) => span.start <= at && at < span.end);
  }

  /** The list in source order, and last that there are more. */
  sorted(): Diagnostic[] {
    const sorted = [...this.list].sort((a, b) => a.span.start - b.span.start || a.span.end - b.span.end);
    return this.overflow === null ? sorted : [...sorted, this.overflow];
  }
}
