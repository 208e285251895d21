// Operators written as words between two pieces of code: `total plus n`, `7 modulo 2`. Joins them to one piece. Knows no names.
import { codeOf, exprOf } from './code.ts';
import type { Token } from './tokens.ts';

const OPERATORS: Readonly<Record<string, string>> = {
  plus: '+',
  minus: '-',
  times: '*',
  modulo: '%',
  mod: '%',
};

/** The tokens with such expressions as one piece of code each, from left to right. */
export function joinOperators(tokens: readonly Token[]): Token[] {
  const out: Token[] = [];
  for (let i = 0; i < tokens.length; i++) {
    const [token, right] = [tokens[i]!, tokens[i + 1]];
    const left = out.at(-1);
    const operator = token.kind === 'word' ? OPERATORS[token.text] : undefined;
    if (operator !== undefined && left?.kind === 'code' && right?.kind === 'code') {
      const expr = exprOf(`(${left.text}) ${operator} (${right.text})`);
      if (expr !== null) {
        const span = [left.span[0], right.span[1]] as const;
        out[out.length - 1] = { kind: 'code', text: codeOf(expr), span, word: null, func: left.func };
        i++;
        continue;
      }
    }
    out.push(token);
  }
  return out;
}
