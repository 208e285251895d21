// Reverse Polish notation: working it out with a stack, and turning it into ordinary notation.

import { expr, stmts } from '../../grammar/quote.ts';
import { literal, tuple } from '../data.ts';
import type { Draw } from '../draw.ts';
import { defineFamily } from '../family.ts';

type Formula = number | { op: string; left: Formula; right: Formula };

interface Plan {
  goal: 'evaluate' | 'height' | 'infix' | 'from-infix';
  formula: Formula;
}

function formula(draw: Draw, operators: number, divide: boolean): Formula {
  if (operators === 0) return draw.int(1, 12);
  const before = draw.int(0, operators - 1);
  const op = draw.pick(divide ? ['+', '-', '*', '//'] : ['+', '-', '*']);
  const left = formula(draw, before, divide);
  // What divides is a plain number: it is never zero.
  return { op, left, right: op === '//' ? draw.int(2, 9) : formula(draw, operators - 1 - before, divide) };
}

const polish = (f: Formula): string =>
  typeof f === 'number' ? String(f) : `${polish(f.left)} ${polish(f.right)} ${f.op}`;

const infix = (f: Formula): string =>
  typeof f === 'number' ? String(f) : `(${infix(f.left)} ${f.op} ${infix(f.right)})`;

/** Stack cells needed: the right operand is worked out on top of the left one's value. */
const cells = (f: Formula): number =>
  typeof f === 'number' ? 1 : Math.max(cells(f.left), 1 + cells(f.right));

function worth(f: Formula): number {
  if (typeof f === 'number') return f;
  const [a, b] = [worth(f.left), worth(f.right)];
  return f.op === '+' ? a + b : f.op === '-' ? a - b : f.op === '*' ? a * b : Math.floor(a / b);
}

const STRENGTH: Readonly<Record<string, number>> = { '+': 1, '-': 1, '*': 2 };

/** A formula with no more brackets than it needs: operators of one strength go from left to right. */
function ordinary(f: Formula, least = 0): string {
  if (typeof f === 'number') return String(f);
  const strength = STRENGTH[f.op];
  const text = `${ordinary(f.left, strength)} ${f.op} ${ordinary(f.right, strength + 1)}`;
  return strength < least ? `(${text})` : text;
}

export const reversePolishFamily = defineFamily<Plan>({
  name: 'reverse-polish',
  title: 'Reverse Polish notation',
  topics: ['stacks', 'parsing', 'arithmetic'],
  ladder: [
    [3, 'one or two operators'],
    [4, 'three operators'],
    [5, 'four operators, division too'],
    [6, 'turning it into ordinary notation, or the height of the stack'],
    [7, 'longer formulas'],
    [8, 'still longer formulas'],
    [9, 'from ordinary notation with brackets to a value'],
    [10, 'longer formulas'],
  ],
  plan(draw, level) {
    if (level >= 9) {
      return { goal: 'from-infix', formula: formula(draw, [4, 7][level - 9], false) };
    }
    const goal = level < 6 ? 'evaluate' : draw.pick(['evaluate', 'height', 'infix'] as const);
    const size = [draw.int(1, 2), 3, 4, 5, 6, 9][level - 3];
    return { goal, formula: formula(draw, size, goal === 'evaluate' && level > 4) };
  },
  write({ goal, formula: drawn }, draw) {
    const text = polish(drawn);
    const divides = text.includes('//');
    const names = {
      text: ['formula', 'line', 'program'],
      stack: ['values', 'numbers', 'pile'],
      token: ['part', 'word', 'item'],
      'left right': ['a b', 'first second', 'x y'],
    };
    const division = (target: ReturnType<typeof stmts>): ReturnType<typeof stmts> => (divides ? target : []);
    switch (goal) {
      case 'from-infix': {
        const tokens = stmts`
          def tokenize(text: str) -> list[str]:
              tokens: list[str] = []
              number = ''
              for ch in text:
                  if ch.isdigit():
                      number += ch
                      continue
                  if number != '':
                      tokens.append(number)
                      number = ''
                  if ch != ' ':
                      tokens.append(ch)
              if number != '':
                  tokens.append(number)
              return tokens`;
        const order = draw.pick([
          stmts`
            def to_postfix(tokens: list[str]) -> list[str]:
                output: list[str] = []
                waiting: list[str] = []
                for token in tokens:
                    if token == '(':
                        waiting.append(token)
                    elif token == ')':
                        while waiting[-1] != '(':
                            output.append(waiting.pop())
                        waiting.pop()
                    elif token in STRENGTH:
                        while waiting and STRENGTH.get(waiting[-1], 0) >= STRENGTH[token]:
                            output.append(waiting.pop())
                        waiting.append(token)
                    else:
                        output.append(token)
                return output + waiting[::-1]`,
          stmts`
            def to_postfix(tokens: list[str]) -> list[str]:
                output: list[str] = []
                waiting: list[str] = []
                for token in tokens:
                    if token.isdigit():
                        output.append(token)
                    elif token == '(':
                        waiting.append(token)
                    else:
                        limit = 1 if token == ')' else STRENGTH[token]
                        while waiting and waiting[-1] != '(' and STRENGTH[waiting[-1]] >= limit:
                            output.append(waiting.pop())
                        if token == ')':
                            waiting.pop()
                        else:
                            waiting.append(token)
                while waiting:
                    output.append(waiting.pop())
                return output`,
        ]);
        const worth = draw.pick([
          stmts`
            def evaluate(postfix: list[str]) -> int:
                stack: list[int] = []
                for token in postfix:
                    if token in STRENGTH:
                        right = stack.pop()
                        left = stack.pop()
                        if token == '+':
                            stack.append(left + right)
                        elif token == '-':
                            stack.append(left - right)
                        else:
                            stack.append(left * right)
                    else:
                        stack.append(int(token))
                return stack.pop()`,
          stmts`
            def evaluate(postfix: list[str]) -> int:
                stack: list[int] = []
                for token in postfix:
                    if token not in STRENGTH:
                        stack.append(int(token))
                        continue
                    right, left = stack.pop(), stack.pop()
                    match token:
                        case '+':
                            stack.append(left + right)
                        case '-':
                            stack.append(left - right)
                        case _:
                            stack.append(left * right)
                return stack[0]`,
        ]);
        const main = stmts`
          def calculate(text: str) -> tuple[str, int]:
              postfix = to_postfix(tokenize(text))
              return (' '.join(postfix), evaluate(postfix))`;
        return {
          body: [...stmts`STRENGTH = {'+': 1, '-': 1, '*': 2}`, ...tokens, ...order, ...worth, ...main],
          call: expr`calculate(${literal(ordinary(drawn))})`,
          names: {
            calculate: ['convert_and_evaluate', 'shunting_yard'],
            to_postfix: ['reorder', 'polish'],
            evaluate: ['value_of', 'compute'],
            tokenize: ['split_tokens', 'scan'],
            STRENGTH: ['PRECEDENCE', 'RANKS'],
            waiting: ['operators', 'pending'],
            text: ['formula', 'source'],
          },
          doc: 'Return the {text} in reverse Polish notation, and its value.',
        };
      }
      case 'evaluate': {
        const chain = divides
          ? stmts`
            if token == '+':
                stack.append(left + right)
            elif token == '-':
                stack.append(left - right)
            elif token == '*':
                stack.append(left * right)
            else:
                stack.append(left // right)`
          : stmts`
            if token == '+':
                stack.append(left + right)
            elif token == '-':
                stack.append(left - right)
            else:
                stack.append(left * right)`;
        const rule = division(stmts`
          if op == '//':
              return left // right`);
        const body = draw.pick([
          stmts`
            def evaluate(text: str) -> int:
                stack: list[int] = []
                for token in text.split():
                    if token.isdigit():
                        stack.append(int(token))
                        continue
                    right = stack.pop()
                    left = stack.pop()
                    ${chain}
                return stack.pop()`,
          stmts`
            def apply(op: str, left: int, right: int) -> int:
                if op == '+':
                    return left + right
                if op == '-':
                    return left - right
                ${rule}
                return left * right

            def evaluate(text: str) -> int:
                stack: list[int] = []
                for token in text.split():
                    if token in ['+', '-', '*', '//']:
                        right, left = stack.pop(), stack.pop()
                        stack.append(apply(token, left, right))
                    else:
                        stack.append(int(token))
                return stack[0]`,
        ]);
        const evaluate = ['calculate', 'run_rpn', 'work_out'];
        return {
          body,
          call: expr`evaluate(${literal(text)})`,
          names: { ...names, evaluate, apply: ['combine', 'operate'] },
        };
      }
      case 'height': {
        const body = draw.pick([
          stmts`
            def stack_height(text: str) -> int:
                height = 0
                highest = 0
                for token in text.split():
                    if token.isdigit():
                        height += 1
                    else:
                        height -= 1
                    highest = max(highest, height)
                return highest`,
          stmts`
            def stack_height(text: str) -> int:
                stack: list[str] = []
                highest = 0
                for token in text.split():
                    if not token.isdigit():
                        right = stack.pop()
                        left = stack.pop()
                        token = left + right
                    stack.append(token)
                    if len(stack) > highest:
                        highest = len(stack)
                return highest`,
        ]);
        return {
          body,
          call: expr`stack_height(${literal(text)})`,
          names: { ...names, stack_height: ['cells_needed', 'max_stack'], highest: ['most', 'record'] },
          doc: 'Return how high the stack grows while {text} is worked out.',
        };
      }
      case 'infix': {
        const body = draw.pick([
          stmts`
            def to_infix(text: str) -> str:
                stack: list[str] = []
                for token in text.split():
                    if token.isdigit():
                        stack.append(token)
                    else:
                        right = stack.pop()
                        left = stack.pop()
                        stack.append(f'({left} {token} {right})')
                return stack[0]`,
          stmts`
            def read(tokens: list[str]) -> str:
                token = tokens.pop()
                if token.isdigit():
                    return token
                right = read(tokens)
                left = read(tokens)
                return '(' + left + ' ' + token + ' ' + right + ')'

            def to_infix(text: str) -> str:
                return read(text.split())`,
        ]);
        return {
          body,
          call: expr`to_infix(${literal(text)})`,
          names: {
            ...names,
            to_infix: ['with_brackets', 'rpn_to_infix'],
            read: ['parse_last', 'take'],
            tokens: ['parts', 'rest'],
          },
        };
      }
    }
  },
  reference({ goal, formula: drawn }) {
    switch (goal) {
      case 'from-infix':
        return tuple(polish(drawn), worth(drawn));
      case 'evaluate':
        return worth(drawn);
      case 'height':
        return cells(drawn);
      case 'infix':
        return infix(drawn);
    }
  },
  example: {
    plan: { goal: 'evaluate', formula: { op: '-', left: { op: '*', left: 3, right: 4 }, right: 5 } },
    answer: '7',
  },
});
