// Comparisons of free text as Python writes them: `x is even` is `(x) % 2 == 0`. Knows no run.

/** The code of `left op right`; null when a side is missing. */
export function relationCode(left: string, op: string, right: string): string {
  switch (op) {
    case '%':
      return `(${left}) % (${right}) == 0`;
    case '%2':
      return `(${left}) % 2 == ${right}`;
    case 'empty':
      return `len(${left}) == 0`;
    case 'nonempty':
      return `len(${left}) > 0`;
    case 'digit':
      return `(${left}).isdigit()`;
    case 'alpha':
      return `(${left}).isalpha()`;
    case 'upper':
      return `(${left}).isupper()`;
    case 'lower':
      return `(${left}).islower()`;
    case 'longer':
      return `${lengthCode(left)} > ${lengthCode(right)}`;
    case 'shorter':
      return `${lengthCode(left)} < ${lengthCode(right)}`;
    case 'no longer':
      return `${lengthCode(left)} <= ${lengthCode(right)}`;
    case 'true':
      return left;
    case 'vs':
      return `(${left}) == (${right})`;
    default:
      return `(${left}) ${op} (${right})`;
  }
}

/** The length of what has one; a number is one itself. */
function lengthCode(code: string): string {
  return /^-?\d|^len\(/.test(code) ? code : `len(${code})`;
}

/** Operators whose right side is part of their meaning. */
export const ONE_SIDED = new Set(['empty', 'nonempty', 'digit', 'alpha', 'upper', 'lower', 'true']);
