// Arithmetic in text: cutting it into tokens and working out its value, with precedence and parentheses.

import type { Stmt } from '../../grammar/ast.ts';
import { expr, stmts } from '../../grammar/quote.ts';
import { literal } from '../data.ts';
import type { Draw } from '../draw.ts';
import { defineFamily } from '../family.ts';

interface Plan {
  goal: 'tokens' | 'left-to-right' | 'precedence' | 'parentheses';
  text: string;
}

/** A formula of so many operands as text; one of them in parentheses at least, if `nested`. */
function formula(draw: Draw, size: number, nested: boolean): string {
  const number = (): string => String(draw.int(1, draw.chance(0.7) ? 9 : 40));
  const certain = draw.int(1, size - 1);
  const parts: string[] = [number()];
  for (let i = 1; i < size; i++) {
    const inner = nested && (i === certain || draw.chance(0.3));
    parts.push(
      i === certain ? '*' : draw.pick(['+', '-', '*']),
      inner ? `(${number()} ${draw.pick(['+', '-'])} ${number()})` : number(),
    );
  }
  return parts.join(' ');
}

/** What a text is worth when its operators count equally, from left to right. */
function fromTheLeft(text: string): number {
  const [first, ...rest] = text.split(' ');
  let value = Number(first);
  for (let i = 0; i < rest.length; i += 2) value = worth(`${value} ${rest[i]} ${rest[i + 1]}`);
  return value;
}

/** What a text of non-nested parentheses, products and sums is worth. */
function worth(text: string): number {
  const flat = text.replace(/\(([^()]*)\)/g, (_, inner: string) => String(worth(inner)));
  let total = 0;
  for (const [, sign, product] of flat.matchAll(/(^|[+-] )(-?\d+(?: \* -?\d+)*)/g)) {
    const value = product
      .split(' * ')
      .map(Number)
      .reduce((a, b) => a * b, 1);
    total += sign.startsWith('-') ? -value : value;
  }
  return total;
}

/** A function that cuts a text into numbers and signs. */
function tokenizer(draw: Draw): Stmt[] {
  return draw.pick([
    stmts`
      def tokenize(text: str) -> list[str]:
          tokens: list[str] = []
          i = 0
          while i < len(text):
              ch = text[i]
              if ch == ' ':
                  i += 1
              elif ch.isdigit():
                  start = i
                  while i < len(text) and text[i].isdigit():
                      i += 1
                  tokens.append(text[start:i])
              else:
                  tokens.append(ch)
                  i += 1
          return tokens`,
    stmts`
      def tokenize(text: str) -> list[str]:
          tokens: list[str] = []
          number = ''
          for ch in text:
              if ch.isdigit():
                  number += ch
                  continue
              if number:
                  tokens.append(number)
                  number = ''
              if ch != ' ':
                  tokens.append(ch)
          if number:
              tokens.append(number)
          return tokens`,
  ]);
}

export const calculatorFamily = defineFamily<Plan>({
  name: 'calculator',
  title: 'A calculator for text',
  topics: ['parsing', 'strings', 'recursion', 'stacks'],
  ladder: [
    [5, 'cutting a formula into tokens, or working from left to right'],
    [6, 'longer formulas'],
    [7, 'products before sums'],
    [8, 'longer formulas with products'],
    [9, 'parentheses'],
    [10, 'several parentheses'],
  ],
  plan(draw, level) {
    if (level <= 6) {
      const text = formula(draw, level - 1 + draw.int(0, 1), false);
      return { goal: draw.pick(['tokens', 'left-to-right'] as const), text };
    }
    if (level <= 8) return { goal: 'precedence', text: formula(draw, level - 3, false) };
    return { goal: 'parentheses', text: formula(draw, level - 5, true) };
  },
  write({ goal, text }, draw) {
    const names = {
      tokenize: ['split_formula', 'scan', 'lex'],
      tokens: ['pieces', 'parts', 'items'],
      text: ['formula', 'source', 'line'],
      ch: ['char', 'c'],
      number: ['digits', 'current'],
      op: ['sign', 'operator'],
      total: ['result', 'value'],
      pos: ['at', 'index'],
      evaluate: ['calculate', 'compute', 'solve'],
    };
    const helper = tokenizer(draw);
    const argument = literal(text);
    switch (goal) {
      case 'tokens':
        return {
          body: helper,
          call: expr`tokenize(${argument})`,
          names,
          doc: 'Cut {text} into numbers and signs.',
        };
      case 'left-to-right': {
        const main = draw.pick([
          stmts`
            def evaluate(text: str) -> int:
                tokens = tokenize(text)
                total = int(tokens[0])
                for i in range(1, len(tokens), 2):
                    op = tokens[i]
                    operand = int(tokens[i + 1])
                    if op == '+':
                        total += operand
                    elif op == '-':
                        total -= operand
                    else:
                        total *= operand
                return total`,
          stmts`
            def apply(op: str, left: int, right: int) -> int:
                if op == '+':
                    return left + right
                if op == '-':
                    return left - right
                return left * right

            def evaluate(text: str) -> int:
                total = 0
                op = '+'
                for token in tokenize(text):
                    if token.isdigit():
                        total = apply(op, total, int(token))
                    else:
                        op = token
                return total`,
        ]);
        return {
          body: [...helper, ...main],
          call: expr`evaluate(${argument})`,
          names: { ...names, apply: ['combine', 'operate'], operand: ['right', 'amount'] },
          doc: 'Work out {text} from left to right, without precedence.',
        };
      }
      case 'precedence': {
        const main = draw.pick([
          stmts`
            def evaluate(text: str) -> int:
                terms: list[int] = []
                op = '+'
                for token in tokenize(text):
                    if not token.isdigit():
                        op = token
                        continue
                    operand = int(token)
                    if op == '+':
                        terms.append(operand)
                    elif op == '-':
                        terms.append(-operand)
                    else:
                        terms.append(terms.pop() * operand)
                return sum(terms)`,
          stmts`
            def product(tokens: list[str], pos: int) -> tuple[int, int]:
                total = int(tokens[pos])
                pos += 1
                while pos < len(tokens) and tokens[pos] == '*':
                    total *= int(tokens[pos + 1])
                    pos += 2
                return (total, pos)

            def evaluate(text: str) -> int:
                tokens = tokenize(text)
                total, pos = product(tokens, 0)
                while pos < len(tokens):
                    op = tokens[pos]
                    right, pos = product(tokens, pos + 1)
                    if op == '+':
                        total += right
                    else:
                        total -= right
                return total`,
        ]);
        return {
          body: [...helper, ...main],
          call: expr`evaluate(${argument})`,
          names: {
            ...names,
            product: ['parse_product', 'term'],
            operand: ['value', 'amount'],
            terms: ['stack', 'summands'],
          },
        };
      }
      case 'parentheses': {
        const recursive = stmts`
          def parse_sum(tokens: list[str], pos: int) -> tuple[int, int]:
              total, pos = parse_product(tokens, pos)
              while pos < len(tokens) and tokens[pos] in '+-':
                  op = tokens[pos]
                  right, pos = parse_product(tokens, pos + 1)
                  total = total + right if op == '+' else total - right
              return (total, pos)

          def parse_product(tokens: list[str], pos: int) -> tuple[int, int]:
              total, pos = parse_atom(tokens, pos)
              while pos < len(tokens) and tokens[pos] == '*':
                  right, pos = parse_atom(tokens, pos + 1)
                  total *= right
              return (total, pos)

          def parse_atom(tokens: list[str], pos: int) -> tuple[int, int]:
              if tokens[pos] == '(':
                  total, pos = parse_sum(tokens, pos + 1)
                  return (total, pos + 1)
              return (int(tokens[pos]), pos + 1)

          def evaluate(text: str) -> int:
              total, _ = parse_sum(tokenize(text), 0)
              return total`;
        const stacks = stmts`
          PRECEDENCE = {'+': 1, '-': 1, '*': 2}

          def apply_top(values: list[int], operators: list[str]) -> None:
              op = operators.pop()
              right = values.pop()
              left = values.pop()
              if op == '+':
                  values.append(left + right)
              elif op == '-':
                  values.append(left - right)
              else:
                  values.append(left * right)

          def evaluate(text: str) -> int:
              values: list[int] = []
              operators: list[str] = []
              for token in tokenize(text):
                  if token.isdigit():
                      values.append(int(token))
                  elif token == '(':
                      operators.append(token)
                  elif token == ')':
                      while operators[-1] != '(':
                          apply_top(values, operators)
                      operators.pop()
                  else:
                      while operators and operators[-1] != '(' and PRECEDENCE[operators[-1]] >= PRECEDENCE[token]:
                          apply_top(values, operators)
                      operators.append(token)
              while operators:
                  apply_top(values, operators)
              return values[0]`;
        return {
          body: [...helper, ...(draw.chance(0.5) ? recursive : stacks)],
          call: expr`evaluate(${argument})`,
          names: {
            ...names,
            values: ['numbers', 'operands'],
            operators: ['pending', 'ops'],
            apply_top: ['reduce_top', 'apply_last'],
          },
        };
      }
    }
  },
  reference({ goal, text }) {
    if (goal === 'tokens') return text.match(/\d+|[-+*()]/g) ?? [];
    return goal === 'left-to-right' ? fromTheLeft(text) : worth(text);
  },
  example: { plan: { goal: 'precedence', text: '2 + 3 * 4 - 5' }, answer: '9' },
});
