// Brackets: do they match, where do they fail, how many are missing, how deep do they go.

import { expr, stmts } from '../../grammar/quote.ts';
import { literal } from '../data.ts';
import type { Draw } from '../draw.ts';
import { defineFamily } from '../family.ts';

interface Plan {
  goal: 'round' | 'balanced' | 'missing' | 'first-error' | 'depth' | 'matches';
  text: string;
}

const PAIRS = ['()', '[]', '{}'];

/** A balanced text of brackets. */
function balanced(draw: Draw, pairs: number, kinds: readonly string[], letters: boolean): string {
  if (pairs === 0) return letters && draw.chance(0.5) ? draw.pick([...'abxyn']) : '';
  const inner = draw.int(0, pairs - 1);
  const [open, close] = draw.pick(kinds);
  const rest = balanced(draw, pairs - 1 - inner, kinds, letters);
  return open + balanced(draw, inner, kinds, letters) + close + rest;
}

/** One bracket dropped or exchanged. */
function spoiled(draw: Draw, text: string, kinds: readonly string[]): string {
  const places = [...text].map((_, i) => i).filter((i) => kinds.join('').includes(text[i]));
  const at = draw.pick(places);
  return text.slice(0, at) + draw.pick(['', draw.pick([...kinds.join('')])]) + text.slice(at + 1);
}

/** What is left of the brackets when matching pairs vanish. */
function leftOver(text: string): string {
  const shorter = text.replace(/\(\)|\[\]|\{\}/g, '');
  return shorter === text ? text : leftOver(shorter);
}

const onlyBrackets = (text: string): string => text.replace(/[a-z]/g, '');

const GOALS: Readonly<Record<number, readonly Plan['goal'][]>> = {
  2: ['round'],
  3: ['depth', 'round'],
  4: ['balanced', 'missing'],
  5: ['balanced', 'missing'],
  6: ['first-error', 'balanced'],
  7: ['matches', 'first-error'],
};

export const bracketsFamily = defineFamily<Plan>({
  name: 'brackets',
  title: 'Matching brackets',
  topics: ['stacks', 'strings', 'parsing'],
  ladder: [
    [2, 'a few round brackets'],
    [3, 'more of them, or how deep they go'],
    [4, 'several kinds of brackets'],
    [5, 'longer texts'],
    [6, 'the first place that is wrong'],
    [7, 'where each bracket is closed'],
  ],
  plan(draw, level) {
    const goal = draw.pick(GOALS[level]);
    const kinds = goal === 'round' || goal === 'depth' || goal === 'missing' ? ['()'] : PAIRS;
    const text = balanced(draw, [2, 4, 4, 6, 7, 7][level - 2], kinds, level > 4);
    const sound = goal === 'matches' || goal === 'depth' || draw.chance(0.4);
    return { goal, text: sound ? text : spoiled(draw, text, kinds) };
  },
  write({ goal, text }, draw) {
    const names = {
      text: ['line', 'code', 's'],
      ch: ['char', 'c', 'bracket'],
      stack: ['opened', 'waiting', 'pending'],
      depth: ['level', 'count'],
    };
    const argument = literal(text);
    switch (goal) {
      case 'round': {
        const body = draw.pick([
          stmts`
            def is_balanced(text: str) -> bool:
                depth = 0
                for ch in text:
                    if ch == '(':
                        depth += 1
                    else:
                        depth -= 1
                    if depth < 0:
                        return False
                return depth == 0`,
          stmts`
            def is_balanced(text: str) -> bool:
                while '()' in text:
                    text = text.replace('()', '')
                return text == ''`,
        ]);
        return {
          body,
          call: expr`is_balanced(${argument})`,
          names: { ...names, is_balanced: ['matches', 'check'] },
        };
      }
      case 'depth': {
        const body = draw.pick([
          stmts`
            def deepest(text: str) -> int:
                depth = 0
                most = 0
                for ch in text:
                    if ch == '(':
                        depth += 1
                        most = max(most, depth)
                    else:
                        depth -= 1
                return most`,
          stmts`
            def deepest(text: str) -> int:
                depths: list[int] = [0]
                for ch in text:
                    step = 1 if ch == '(' else -1
                    depths.append(depths[-1] + step)
                return max(depths)`,
        ]);
        const deepest = ['nesting', 'max_depth'];
        return {
          body,
          call: expr`deepest(${argument})`,
          names: { ...names, deepest, most: ['record', 'best'] },
        };
      }
      case 'missing': {
        const body = stmts`
          def missing_brackets(text: str) -> int:
              depth = 0
              missing = 0
              for ch in text:
                  if ch == '(':
                      depth += 1
                  elif ch == ')':
                      if depth == 0:
                          missing += 1
                      else:
                          depth -= 1
              return missing + depth`;
        return {
          body,
          call: expr`missing_brackets(${argument})`,
          names: { ...names, missing_brackets: ['brackets_to_add', 'repairs'], missing: ['needed', 'lost'] },
          doc: 'Count the brackets that must be added to balance {text}.',
        };
      }
      case 'balanced': {
        const body = draw.pick([
          stmts`
            PAIRS = {')': '(', ']': '[', '}': '{'}

            def is_balanced(text: str) -> bool:
                stack: list[str] = []
                for ch in text:
                    if ch in '([{':
                        stack.append(ch)
                    elif ch in PAIRS:
                        if not stack or stack.pop() != PAIRS[ch]:
                            return False
                return not stack`,
          stmts`
            def is_balanced(text: str) -> bool:
                stack: list[str] = []
                for ch in text:
                    if ch == '(':
                        stack.append(')')
                    elif ch == '[':
                        stack.append(']')
                    elif ch == '{':
                        stack.append('}')
                    elif ch in ')]}':
                        if len(stack) == 0 or stack[-1] != ch:
                            return False
                        stack.pop()
                return len(stack) == 0`,
        ]);
        return {
          body,
          call: expr`is_balanced(${argument})`,
          names: { ...names, is_balanced: ['matches', 'well_formed'] },
        };
      }
      case 'first-error': {
        const body = stmts`
          CLOSING = {'(': ')', '[': ']', '{': '}'}

          def first_error(text: str) -> int:
              stack: list[int] = []
              for i, ch in enumerate(text):
                  if ch in CLOSING:
                      stack.append(i)
                  elif ch in CLOSING.values():
                      if not stack or CLOSING[text[stack[-1]]] != ch:
                          return i
                      stack.pop()
              if stack:
                  return stack[0]
              return -1`;
        return {
          body,
          call: expr`first_error(${argument})`,
          names: { ...names, first_error: ['find_mistake', 'error_place'], CLOSING: ['PARTNER', 'PAIRS'] },
          doc: 'Return the first place where the brackets are wrong, or -1.',
        };
      }
      case 'matches': {
        const body = draw.pick([
          stmts`
            def find_partners(text: str) -> dict[int, int]:
                stack: list[int] = []
                partner: dict[int, int] = {}
                for i, ch in enumerate(text):
                    if ch in '([{':
                        stack.append(i)
                    elif ch in ')]}':
                        partner[stack.pop()] = i
                return {start: partner[start] for start in sorted(partner)}`,
          stmts`
            def closing_place(text: str, start: int) -> int:
                depth = 0
                i = start
                while True:
                    if text[i] in '([{':
                        depth += 1
                    elif text[i] in ')]}':
                        depth -= 1
                    if depth == 0:
                        return i
                    i += 1

            def find_partners(text: str) -> dict[int, int]:
                partner: dict[int, int] = {}
                for start, ch in enumerate(text):
                    if ch in '([{':
                        partner[start] = closing_place(text, start)
                return partner`,
        ]);
        return {
          body,
          call: expr`find_partners(${argument})`,
          names: { ...names, find_partners: ['match_brackets', 'pair_up'], partner: ['closes', 'pairs'] },
          doc: 'Map the place of each opening bracket to that of its closing one.',
        };
      }
    }
  },
  reference({ goal, text }) {
    switch (goal) {
      case 'round':
      case 'balanced':
        return leftOver(onlyBrackets(text)) === '';
      case 'missing':
        return leftOver(onlyBrackets(text)).length;
      case 'depth':
        return Math.max(...[...text].map((_, i) => 2 * text.slice(0, i + 1).split('(').length - i - 3));
      case 'first-error': {
        // The shortest beginning that nothing could complete: what is left of it holds a closing bracket.
        const ends = [...text].map((_, i) => i + 1);
        const wrong = ends.find((end) => /[)\]}]/.test(leftOver(onlyBrackets(text.slice(0, end)))));
        if (wrong !== undefined) return wrong - 1;
        const unclosed = [...text].findIndex((ch, i) => {
          if (!'([{'.includes(ch)) return false;
          return ends.every((end) => end <= i || leftOver(onlyBrackets(text.slice(i, end))) !== '');
        });
        return unclosed;
      }
      case 'matches': {
        const opening = [...text].map((_, i) => i).filter((i) => '([{'.includes(text[i]));
        const close = (i: number): number => {
          let end = i + 1;
          while (leftOver(onlyBrackets(text.slice(i, end))) !== '') end++;
          return end - 1;
        };
        return new Map(opening.map((i) => [i, close(i)]));
      }
    }
  },
  example: { plan: { goal: 'first-error', text: '(a[b)]' }, answer: '4' },
});
