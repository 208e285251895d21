// A stack as a class: pushing, popping, its smallest item, undoing.

import { expr, stmts } from '../../grammar/quote.ts';
import { literal, tuple, type Data } from '../data.ts';
import { defineFamily } from '../family.ts';

interface Plan {
  goal: 'run' | 'smallest' | 'queue' | 'undo';
  /** `null` takes something off */
  steps: (number | null)[];
}

/** The stack after each step. */
function states(steps: Plan['steps']): number[][] {
  let stack: number[] = [];
  return steps.map((step) => (stack = step === null ? stack.slice(0, -1) : [...stack, step]));
}

const GOALS: Readonly<Record<number, readonly Plan['goal'][]>> = {
  3: ['run'],
  4: ['run', 'undo'],
  5: ['smallest', 'undo'],
  6: ['smallest', 'queue'],
  7: ['queue', 'smallest'],
};

export const stackClassFamily = defineFamily<Plan>({
  name: 'stack-class',
  title: 'Stacks as classes',
  topics: ['stacks', 'classes', 'queues'],
  ladder: [
    [3, 'a few pushes and pops'],
    [4, 'more of them, or a counter that can undo'],
    [5, 'a stack that knows its smallest item'],
    [6, 'a queue made of two stacks'],
    [7, 'longer runs'],
  ],
  plan(draw, level) {
    const goal = draw.pick(GOALS[level]);
    const steps: (number | null)[] = [];
    let size = 0;
    const count = [4, 5, 6, 7, 10][level - 3];
    for (let i = 0; i < count; i++) {
      // Never from an empty stack.
      const take = size > 1 && draw.chance(0.4);
      size += take ? -1 : 1;
      steps.push(take ? null : draw.int(1, 40));
    }
    return { goal, steps };
  },
  write({ goal, steps }, draw) {
    const items = draw.pick(['items', 'values', 'content']);
    const argument = literal(steps.map((step) => (step === null ? tuple('pop', 0) : tuple('push', step))));
    const walk = draw.pick(['step', 'action', 'order']);
    const stack = stmts`
      class Stack:
          def __init__(self) -> None:
              self.${items}: list[int] = []

          def push(self, value: int) -> None:
              self.${items}.append(value)

          def pop(self) -> int:
              return self.${items}.pop()`;
    const names = {
      Stack: ['Pile', 'NumberStack', 'Tray'],
      run: ['play', 'execute', 'replay'],
      steps: ['orders', 'actions', 'commands'],
      stack: ['pile', 's'],
      result: ['taken', 'out'],
    };
    switch (goal) {
      case 'run': {
        const main = stmts`
          def run(steps: list[tuple[str, int]]) -> list[int]:
              stack = Stack()
              for ${walk}, value in steps:
                  if ${walk} == 'push':
                      stack.push(value)
                  else:
                      stack.pop()
              return stack.${items}`;
        return { body: [...stack, ...main], call: expr`run(${argument})`, names };
      }
      case 'undo': {
        const body = stmts`
          class Counter:
              def __init__(self) -> None:
                  self.total = 0
                  self.history: list[int] = []

              def add(self, amount: int) -> None:
                  self.history.append(self.total)
                  self.total += amount

              def undo(self) -> None:
                  self.total = self.history.pop()

          def run(steps: list[tuple[str, int]]) -> int:
              counter = Counter()
              for ${walk}, value in steps:
                  if ${walk} == 'push':
                      counter.add(value)
                  else:
                      counter.undo()
              return counter.total`;
        return {
          body,
          call: expr`run(${argument})`,
          names: { ...names, Counter: ['Tally', 'Register'], counter: ['tally', 'register'] },
        };
      }
      case 'smallest': {
        const withLows = stmts`
          class MinStack:
              def __init__(self) -> None:
                  self.${items}: list[int] = []
                  self.lows: list[int] = []

              def push(self, value: int) -> None:
                  self.${items}.append(value)
                  if not self.lows or value <= self.lows[-1]:
                      self.lows.append(value)

              def pop(self) -> int:
                  value = self.${items}.pop()
                  if value == self.lows[-1]:
                      self.lows.pop()
                  return value

              def smallest(self) -> int:
                  return self.lows[-1]`;
        const withPairs = stmts`
          class MinStack:
              def __init__(self) -> None:
                  self.${items}: list[tuple[int, int]] = []

              def push(self, value: int) -> None:
                  low = value
                  if self.${items}:
                      low = min(low, self.${items}[-1][1])
                  self.${items}.append((value, low))

              def pop(self) -> int:
                  return self.${items}.pop()[0]

              def smallest(self) -> int:
                  return self.${items}[-1][1]`;
        const main = stmts`
          def run(steps: list[tuple[str, int]]) -> list[int]:
              stack = MinStack()
              result: list[int] = []
              for ${walk}, value in steps:
                  if ${walk} == 'push':
                      stack.push(value)
                  else:
                      stack.pop()
                  result.append(stack.smallest())
              return result`;
        return {
          body: [...draw.pick([withLows, withPairs]), ...main],
          call: expr`run(${argument})`,
          names: { ...names, MinStack: ['LowStack', 'StackWithMin'], result: ['lows_seen', 'answers'] },
          doc: 'Return the smallest item on the stack after each of the {steps}.',
        };
      }
      case 'queue': {
        const queue = stmts`
          class Queue:
              def __init__(self) -> None:
                  self.inbox: list[int] = []
                  self.outbox: list[int] = []

              def put(self, value: int) -> None:
                  self.inbox.append(value)

              def take(self) -> int:
                  if not self.outbox:
                      while self.inbox:
                          self.outbox.append(self.inbox.pop())
                  return self.outbox.pop()`;
        const main = stmts`
          def run(steps: list[tuple[str, int]]) -> list[int]:
              line = Queue()
              result: list[int] = []
              for ${walk}, value in steps:
                  if ${walk} == 'push':
                      line.put(value)
                  else:
                      result.append(line.take())
              return result`;
        return {
          body: [...queue, ...main],
          call: expr`run(${argument})`,
          names: { ...names, Queue: ['TwoStackQueue', 'Line'], line: ['queue', 'waiting'] },
          doc: 'Return what the queue hands out, in order.',
        };
      }
    }
  },
  reference({ goal, steps }): Data {
    const after = states(steps);
    const last = after[after.length - 1];
    switch (goal) {
      case 'run':
        return last;
      case 'undo':
        return last.reduce((a, b) => a + b, 0);
      case 'smallest':
        return after.map((stack) => Math.min(...stack));
      case 'queue': {
        const taken = steps.filter((step) => step === null).length;
        return steps.filter((step) => step !== null).slice(0, taken);
      }
    }
  },
  example: { plan: { goal: 'smallest', steps: [5, 8, 2, null] }, answer: '[5, 5, 2, 5]' },
});
