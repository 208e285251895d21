// The label of a program: strict, or gradual and where. Apart from compiling, because a program runs without it and the
// type checker is the largest part of the grammar.
import { CODES, renderDiagnostic } from '../../grammar/index.ts';
import { checkTypes, type GradualPlace } from '../../grammar/types/check.ts';
import { placeOf, type Place } from './place.ts';
import type { Compiled } from './program.ts';

/** The types of a program as they leave the project. */
export interface Typing {
  /** Whether no type error is possible at run time, for the module and the call together. */
  readonly strict: boolean;
  /** What makes it gradual; empty just if it is strict. `code` is one of `docs/diagnostics.md` or null. */
  readonly places: readonly {
    readonly code: string | null;
    readonly reason: string;
    readonly place: Place;
  }[];
  /** The same for people, with source lines and carets. */
  readonly rendered: string;
}

/** Whether no type error is possible at run time, for the module and the call together. */
export function isStrict({ module, scopes, call }: Compiled): boolean {
  return checkTypes(module, scopes, call?.expr ?? null).strict;
}

/** The label of a program, and the places that made it gradual. */
export function typingOf(compiled: Compiled): Typing {
  const { module, scopes, call } = compiled;
  const { strict, gradual } = checkTypes(module, scopes, call?.expr ?? null);
  const sourceOf = ({ inCall }: GradualPlace): Compiled['source'] =>
    inCall && call !== null ? call.source : compiled.source;
  return {
    strict,
    places: gradual.map((one) => ({
      code: one.code,
      reason: one.reason,
      place: placeOf(sourceOf(one), one.span),
    })),
    rendered: strict ? 'strict: its types leave no type error possible' : gradually(gradual, sourceOf),
  };
}

function gradually(
  gradual: readonly GradualPlace[],
  sourceOf: (place: GradualPlace) => Compiled['source'],
): string {
  const parts = gradual.map((one) => {
    const hint = one.code === null ? null : CODES[one.code].hint;
    const { reason: message, span } = one;
    const found = { severity: 'warning', code: one.code ?? 'gradual', message, span, hint } as const;
    return renderDiagnostic(found, sourceOf(one));
  });
  const places = parts.length === 1 ? 'one place' : `${parts.length} places`;
  return [...parts, `gradual: ${places} that only the run can check`].join('\n\n');
}
