// Operators as free text writes them (`×`, `≤`, LaTeX), and the same in Python. Knows nothing of names or of sentences.

export const OPERATOR = /\*\*|\/\/|==|!=|<=|>=|<<|>>|[-+*/%<>×÷≤≥≠−·&^|]/y;
export const LATEX_OPERATOR =
  /\\(?:bmod|mod|times|cdot|leq?|geq?|neq?|lt|gt|div|%|rightarrow|to|Rightarrow|implies|ldots|dots)(?![a-zA-Z])\s*/y;
const AS_PYTHON: Readonly<Record<string, string>> = {
  '×': '*',
  '·': '*',
  '÷': '/',
  '≤': '<=',
  '≥': '>=',
  '≠': '!=',
  '−': '-',
  '\\bmod': '%',
  '\\mod': '%',
  '\\times': '*',
  '\\cdot': '*',
  '\\le': '<=',
  '\\leq': '<=',
  '\\ge': '>=',
  '\\geq': '>=',
  '\\ne': '!=',
  '\\neq': '!=',
  '\\lt': '<',
  '\\gt': '>',
  '\\div': '/',
  '\\%': '%',
};

/**
 * A stretch of text with its operators as Python has them.
 * @param marked whether it stands in a span of code
 */
export function asPython(stretch: string, marked: boolean): string {
  let raw = stretch.replace(/\n/g, ' ');
  if (/[×·÷≤≥≠−\\]/.test(raw)) {
    raw = raw.replace(/[×·÷≤≥≠−]/g, (c) => AS_PYTHON[c]!);
    if (marked || /\\[a-z%]/.test(raw))
      raw = raw.replace(
        /\\(bmod|mod|times|cdot|leq?|geq?|neq?|lt|gt|div|%)(?![a-zA-Z])/g,
        (c) => ` ${AS_PYTHON[c]!} `,
      );
  }
  return raw.replace(/(?<![\w.])(\d{1,3}(?:,\d{3})+)(?![\d,])/g, (digits) =>
    /^[([{]/.test(raw) ? digits : digits.replace(/,/g, ''),
  );
}
