// The names that a pattern binds, and what CPython's compiler refuses about them.
import type { Pattern, Span } from '../ast.ts';
import type { Diagnostics } from '../diagnostics/diagnostic.ts';

/** Reports names bound twice, alternatives that bind different names, and alternatives that are never reached. */
export function checkCapturedNames(sink: Diagnostics, pattern: Pattern): void {
  collect(sink, pattern, new Set());
}

/** Whether a pattern matches everything, so that nothing may follow it. */
export function isIrrefutable(pattern: Pattern): boolean {
  if (pattern.kind === 'MatchAs') return pattern.pattern === null || isIrrefutable(pattern.pattern);
  if (pattern.kind === 'MatchOr') return isIrrefutable(pattern.patterns.at(-1)!);
  return false;
}

/** CPython's words for what an irrefutable pattern does. */
export function unreachableCause(pattern: Pattern): string {
  if (pattern.kind === 'MatchAs' && pattern.name !== null && pattern.pattern === null) {
    return `name capture '${pattern.name}'`;
  }
  return 'wildcard';
}

function bind(sink: Diagnostics, names: Set<string>, name: string | null, span: Span): void {
  if (name === null) return;
  if (names.has(name)) sink.report('E0252', span.start, span.end, { name });
  names.add(name);
}

function collect(sink: Diagnostics, pattern: Pattern, names: Set<string>): void {
  switch (pattern.kind) {
    case 'MatchValue':
    case 'MatchSingleton':
      return;
    case 'MatchStar':
      return bind(sink, names, pattern.name, pattern.span);
    case 'MatchAs':
      if (pattern.pattern !== null) collect(sink, pattern.pattern, names);
      return bind(sink, names, pattern.name, pattern.span);
    case 'MatchSequence':
      for (const part of pattern.patterns) collect(sink, part, names);
      return;
    case 'MatchMapping':
      for (const part of pattern.patterns) collect(sink, part, names);
      return bind(sink, names, pattern.rest, pattern.span);
    case 'MatchClass':
      for (const part of pattern.patterns) collect(sink, part, names);
      for (const part of pattern.kwdPatterns) collect(sink, part, names);
      return;
    case 'MatchOr':
      return collectAlternatives(sink, pattern.patterns, names, pattern.span);
  }
}

function collectAlternatives(sink: Diagnostics, patterns: Pattern[], names: Set<string>, span: Span): void {
  let shared: Set<string> | null = null;
  for (const [i, alternative] of patterns.entries()) {
    if (i < patterns.length - 1 && isIrrefutable(alternative)) {
      const kind = unreachableCause(alternative);
      sink.report('E0250', alternative.span.start, alternative.span.end, { kind });
    }
    const own = new Set<string>();
    collect(sink, alternative, own);
    if (shared !== null && (own.size !== shared.size || [...own].some((name) => !shared!.has(name)))) {
      sink.report('E0251', span.start, span.end, {});
      return;
    }
    shared = own;
  }
  for (const name of shared ?? []) bind(sink, names, name, span);
}
