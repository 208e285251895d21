// A program that cannot be run: it is no Python, or uses what Primer has not. Carries every diagnostic.
import type { Diagnostic, Source } from '../../grammar/index.ts';
import { refusalOf, renderDiagnostic, renderDiagnostics } from '../../grammar/index.ts';
import type { Unsupported } from '../../interpreter/index.ts';
import { BadInput } from '../bad-input.ts';
import { placeOf, type Place } from './place.ts';

/** A diagnostic as it leaves the project. */
export interface Complaint {
  /** Stable: a code of `docs/diagnostics.md`, or `unsupported/…` for what the compiler found. */
  readonly code: string;
  readonly message: string;
  readonly hint: string | null;
  /** What it is called, when it is Python but outside Primer. */
  readonly construct: string | null;
  readonly place: Place | null;
}

export class Rejected extends BadInput {
  readonly complaints: readonly Complaint[];

  /** @param rendered the diagnostics for people, with source lines and carets */
  constructor(name: string, complaints: readonly Complaint[], rendered: string) {
    const count = complaints.length === 1 ? 'an error' : `${complaints.length} errors`;
    super('program', `${name} has ${count}`, undefined, { rendered, data: complaints });
    this.complaints = complaints;
  }
}

/** The rejection for what the grammar found. Warnings are no reason to reject. */
export function rejectedBy(diagnostics: readonly Diagnostic[], source: Source): Rejected {
  const errors = diagnostics.filter((diagnostic) => diagnostic.severity === 'error');
  return new Rejected(
    source.name,
    errors.map(({ code, message, hint, construct, span }) => ({
      code,
      message,
      hint,
      construct,
      place: placeOf(source, span),
    })),
    renderDiagnostics(errors, source),
  );
}

/** The rejection for what the compiler found. */
export function unsupportedBy(error: Unsupported, source: Source): Rejected {
  const message = refusalOf(error.construct);
  const code = unsupportedCode(error.construct);
  const place = error.place === null ? null : placeOf(source, error.place.span);
  const complaint = { code, message, hint: null, construct: error.construct, place };
  const rendered =
    error.place === null
      ? `${source.name}: ${message}`
      : renderDiagnostic({ severity: 'error', code, message, hint: null, span: error.place.span }, source);
  return new Rejected(source.name, [complaint], rendered);
}

/** The stable reason code for a construct that only the compiler or the machine knows: `unsupported/star-import`. */
export function unsupportedCode(construct: string): string {
  return `unsupported/${construct
    .toLowerCase()
    .replace(/[^a-z0-9_.]+/g, '-')
    .replace(/^-|-$/g, '')}`;
}
