// Diagnostics as a person reads them: the words, the place, the line with carets under it, and what to do.
import type { Source } from '../source.ts';
import type { Diagnostic } from './diagnostic.ts';

const TAB_WIDTH = 4;

/** Long lines are cut around the place that is meant. */
const MAX_WIDTH = 120;

/** What is rendered: a diagnostic, or what a later stage found, under a code of its own. */
export type Rendered = Omit<Diagnostic, 'code' | 'kind' | 'construct'> & { readonly code: string };

/** One diagnostic, without a newline at the end. */
export function renderDiagnostic(found: Rendered, source: Source): string {
  const { line, column } = source.positionAt(found.span.start);
  const margin = ' '.repeat(String(line).length);
  const parts = [
    `${found.severity}[${found.code}]: ${found.message}`,
    `${margin}--> ${source.name}:${line}:${column + 1}`,
    ...excerpt(found, source, line, margin),
  ];
  if (found.hint !== null) parts.push(`${margin} = help: ${found.hint}`);
  return parts.join('\n');
}

/** All diagnostics, with an empty line between them; empty if there are none. */
export function renderDiagnostics(diagnostics: readonly Rendered[], source: Source): string {
  return diagnostics.map((found) => renderDiagnostic(found, source)).join('\n\n');
}

function excerpt(found: Rendered, source: Source, line: number, margin: string): string[] {
  const text = source.lineText(line);
  const lineStart = source.lineStart(line);
  const from = found.span.start - lineStart;
  const to = Math.max(Math.min(found.span.end - lineStart, text.length), from + 1);
  const cut = from > MAX_WIDTH / 2 && text.length > MAX_WIDTH ? from - MAX_WIDTH / 4 : 0;
  const shown = text.slice(cut, cut + MAX_WIDTH);
  const before = widthOf(text.slice(cut, from));
  const width = Math.max(1, Math.min(widthOf(text.slice(from, to)), MAX_WIDTH - before));
  const [head, tail] = [cut > 0 ? '…' : '', text.length > cut + MAX_WIDTH ? '…' : ''];
  const pointer = ' '.repeat(before + head.length) + '^'.repeat(width);
  return [`${margin} |`, `${line} | ${head}${expand(shown)}${tail}`, `${margin} | ${pointer}`];
}

/** Characters that a terminal would act upon or that have no shape are shown as one that stands for them. */
function expand(text: string): string {
  return text.replaceAll('\t', ' '.repeat(TAB_WIDTH)).replace(/[\p{Cc}\p{Cs}\u2028\u2029]/gu, '\ufffd');
}

/** Columns that a text takes, one for each code point and four for a tab. */
function widthOf(text: string): number {
  return [...expand(text)].length;
}
