// The table of every diagnostic code, put together from one file per family.
// Codes are stable: a code is never given another meaning. docs/diagnostics.md is made from this table.
import { CONSTRUCTS, REFUSAL, type ConstructCode } from '../supported.ts';
import { LEXICAL } from './codes/lexical.ts';
import { SCOPES } from './codes/scopes.ts';
import { SYNTAX } from './codes/syntax.ts';
import { TYPES } from './codes/types.ts';
import type { CodeRow } from './codes/row.ts';

/** The stage of reading a program that speaks. */
export type DiagnosticKind = 'lexical' | 'syntax' | 'scope' | 'unsupported' | 'type';

type UnsupportedRow = CodeRow & { readonly message: typeof REFUSAL };

const UNSUPPORTED = Object.fromEntries(
  Object.entries(CONSTRUCTS).map(([code, { hint, doc, example }]): [string, UnsupportedRow] => [
    code,
    { message: REFUSAL, hint, doc, example },
  ]),
) as Record<ConstructCode, UnsupportedRow>;

const FAMILIES = { lexical: LEXICAL, syntax: SYNTAX, scope: SCOPES, unsupported: UNSUPPORTED, type: TYPES };

export const CODES = { ...LEXICAL, ...SYNTAX, ...SCOPES, ...UNSUPPORTED, ...TYPES };

/** A code such as `E0201`. */
export type DiagnosticCode = keyof typeof CODES;

type SlotsIn<Text extends string> = Text extends `${string}{${infer Slot}}${infer Rest}`
  ? Slot | SlotsIn<Rest>
  : never;

/** The values that fill a code's message; `{}` when it has no slots. */
export type Slots<C extends DiagnosticCode> = {
  readonly [S in SlotsIn<(typeof CODES)[C]['message']>]: string | number;
};

const kinds = new Map<string, DiagnosticKind>();
for (const [kind, rows] of Object.entries(FAMILIES)) {
  for (const code of Object.keys(rows)) kinds.set(code, kind as DiagnosticKind);
}

/** The family that a code belongs to. */
export function kindOf(code: DiagnosticCode): DiagnosticKind {
  return kinds.get(code)!;
}
