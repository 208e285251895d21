// Optional parts of a wording, in every mix. Knows no style.

/** All ways to leave out some of `parts`, joined in order; the empty one comes first. */
export function mixes(parts: readonly string[]): string[] {
  return parts.reduce<string[]>((all, part) => all.flatMap((mix) => [mix, mix + part]), ['']);
}
