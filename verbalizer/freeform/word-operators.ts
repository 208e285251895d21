// Operators written as words between two pieces of code: `total plus n`, `7 modulo 2`, and `a or b` where the program has
// something of that shape. Joins them to one piece. Knows the program's expressions and no run.
import { children, type Expr } from '../../grammar/index.ts';
import { codeOf, exprOf } from './code.ts';
import type { Names, Token } from './tokens.ts';

const OPERATORS: Readonly<Record<string, string>> = {
  plus: '+',
  minus: '-',
  times: '*',
  modulo: '%',
  mod: '%',
};

/** The tokens with such expressions as one piece of code each, from left to right. */
export function joinOperators(tokens: readonly Token[], { joined }: Names): Token[] {
  const out: Token[] = [];
  for (let i = 0; i < tokens.length; i++) {
    const [token, right] = [tokens[i]!, tokens[i + 1]];
    const left = out.at(-1);
    const operator = token.kind === 'word' ? OPERATORS[token.text] : undefined;
    const whole =
      operator !== undefined && left?.kind === 'code' && right?.kind === 'code'
        ? exprOf(`(${left.text}) ${operator} (${right.text})`)
        : null;
    if (whole === null) {
      out.push(token);
      continue;
    }
    out[out.length - 1] = asOne([left!, right!], whole);
    i++;
  }
  return joined.length === 0 ? out : joinConditions(out, joined);
}

function asOne(tokens: readonly Token[], whole: Expr): Token {
  const [first, last] = [tokens[0]!, tokens.at(-1)!];
  return {
    kind: 'code',
    text: codeOf(whole),
    span: [first.span[0], last.span[1]],
    word: null,
    func: first.func,
  };
}

/** `a == 0 or f(a) = True`, `not done`: of the program's shape, the longest from each place. */
function joinConditions(tokens: readonly Token[], joined: readonly Expr[]): Token[] {
  const out: Token[] = [];
  for (let i = 0; i < tokens.length;) {
    const end = conditionEnd(tokens, i, joined);
    if (end === null) out.push(tokens[i++]!);
    else {
      out.push(asOne(tokens.slice(i, end.at), end.whole));
      i = end.at;
    }
  }
  return out;
}

function conditionEnd(
  tokens: readonly Token[],
  from: number,
  joined: readonly Expr[],
): { at: number; whole: Expr } | null {
  let best: { at: number; whole: Expr } | null = null;
  let text = '';
  let at = from;
  for (;;) {
    const not = tokens[at]?.kind === 'word' && tokens[at]!.text === 'not';
    // `x is not y` is English; so is a `not` at the beginning, but for `not x = True`
    const worked = tokens[at + 2]?.text === '=' && /^(?:True|False)$/.test(tokens[at + 3]?.text ?? '');
    if (not && at === from && tokens[from - 1]?.text !== '=' && !worked) return best;
    if (not) at++;
    const piece = tokens[at];
    if (piece?.kind !== 'code') return best;
    text += `${not ? 'not ' : ''}${bare(piece.text)}`;
    at++;
    const whole = /^(?:BoolOp|UnaryOp)$/.test(exprOf(text)?.kind ?? '') ? exprOf(text)! : null;
    // `x > 3 and y = 2` says two things
    const named = exprOf(piece.text)?.kind === 'Name' && tokens[at]?.text === '=';
    if (named && tokens[from - 1]?.text !== '=') return best;
    if (whole !== null && joined.some((expr) => hasShape(whole, expr))) best = { at, whole };
    const operator = tokens[at]?.kind === 'word' ? tokens[at]!.text : '';
    if (operator !== 'and' && operator !== 'or') return best;
    // `at 1 and 2`: of values that are no truths only `or` chooses
    if (operator === 'and' && isPlain(piece.text)) return best;
    text += ` ${operator} `;
    at++;
  }
}

function isPlain(code: string): boolean {
  return (
    !/^(?:True|False)$/.test(code) && /^(?:Constant|List|Tuple|Dict|Set)$/.test(exprOf(code)?.kind ?? '')
  );
}

/** Code as an operand of `and`. */
function bare(code: string): string {
  return /^(?:BoolOp|IfExp|Lambda)$/.test(exprOf(code)?.kind ?? '') ? `(${code})` : code;
}

/** Whether code may be an expression of the program with values put in, as far as its form tells. */
function hasShape(text: Expr, program: Expr): boolean {
  if (/^(?:Constant|List|Tuple|Dict|Set)$/.test(text.kind)) return true;
  if (text.kind === 'UnaryOp' && text.operand.kind === 'Constant' && text.op !== 'not') return true;
  if (text.kind !== program.kind) return false;
  if (text.kind === 'Name') return text.id === (program as typeof text).id;
  const [a, b] = [children(text), children(program)];
  if (operatorsOf(text) !== operatorsOf(program) || a.length !== b.length) return false;
  return a.every((child, i) => hasShape(child as Expr, b[i] as Expr));
}

function operatorsOf(expr: Expr): string {
  if (expr.kind === 'Compare') return expr.ops.join();
  return expr.kind === 'BoolOp' || expr.kind === 'BinOp' || expr.kind === 'UnaryOp' ? expr.op : '';
}
