// Tasks that need other tasks: an order that works, rounds, the earliest finish.

import { expr, stmts } from '../../grammar/quote.ts';
import { dict, literal, type Data } from '../data.ts';
import { defineFamily } from '../family.ts';

interface Plan {
  goal: 'ready' | 'order' | 'rounds' | 'finish' | 'valid';
  /** each task with the tasks it needs, in a random order of tasks */
  needs: [string, string[]][];
  days: number[];
  done: string[];
}

const TASKS = [
  ['wake', 'wash', 'dress', 'cook', 'eat', 'pack', 'leave'],
  ['plan', 'dig', 'pour', 'frame', 'roof', 'wire', 'paint'],
  ['parse', 'check', 'compile', 'link', 'test', 'pack', 'ship'],
  ['buy', 'peel', 'chop', 'fry', 'boil', 'mix', 'serve'],
];

/** Rounds of what can be done at once, each in the order of the tasks; what is in a cycle is never done. */
function rounds(needs: readonly (readonly [string, readonly string[]])[]): string[][] {
  const done: string[] = [];
  const result: string[][] = [];
  for (;;) {
    const ready = needs.filter(
      ([task, before]) => !done.includes(task) && before.every((other) => done.includes(other)),
    );
    if (ready.length === 0) return result;
    result.push(ready.map(([task]) => task));
    done.push(...ready.map(([task]) => task));
  }
}

/** What may be asked at each level. */
const GOALS: Readonly<Record<number, readonly Plan['goal'][]>> = {
  3: ['ready'],
  4: ['valid', 'ready'],
  5: ['order'],
  6: ['order', 'valid'],
  7: ['rounds', 'order'],
  8: ['finish', 'rounds'],
  9: ['finish', 'order', 'rounds'],
};

export const topologicalOrderFamily = defineFamily<Plan>({
  name: 'topological-order',
  title: 'Ordering tasks',
  topics: ['graphs', 'queues', 'dicts'],
  ladder: [
    [3, 'which tasks can start now'],
    [4, 'is an order allowed?'],
    [5, 'an order of three tasks'],
    [6, 'an order of four tasks'],
    [7, 'tasks in rounds'],
    [8, 'when everything is finished'],
    [9, 'more tasks'],
  ],
  plan(draw, level) {
    const goal = draw.pick(GOALS[level]);
    const size = [4, 4, 3, 4, 5, 5, 7][level - 3];
    const tasks = draw.pick(TASKS).slice(0, size);
    const needs = tasks.map((task, i): [string, string[]] => [
      task,
      draw.sample(
        tasks.slice(0, i),
        Math.min(
          i,
          draw.weighted([
            [2, 1],
            [2, 2],
            [1, 0],
          ]),
        ),
      ),
    ]);
    const done =
      goal === 'ready'
        ? tasks.slice(0, draw.int(1, 2))
        : goal === 'valid'
          ? draw.chance(0.5)
            ? tasks
            : draw.shuffle(tasks)
          : [];
    return { goal, needs: draw.shuffle(needs), days: draw.ints(size, 1, 6), done };
  },
  write({ goal, needs, days, done }, draw) {
    const argument = literal(dict(needs));
    const names = {
      needs: ['requires', 'before', 'depends'],
      task: ['job', 'step', 'name'],
      done: ['finished', 'completed'],
      order: ['plan', 'sequence', 'schedule'],
      left: ['open_tasks', 'remaining', 'todo'],
    };
    switch (goal) {
      case 'ready': {
        const body = draw.pick([
          stmts`
            def ready_tasks(needs: dict[str, list[str]], done: list[str]) -> list[str]:
                ready: list[str] = []
                for task, before in needs.items():
                    if task in done:
                        continue
                    if all(other in done for other in before):
                        ready.append(task)
                return ready`,
          stmts`
            def can_start(needed: list[str], done: list[str]) -> bool:
                for task in needed:
                    if task not in done:
                        return False
                return True

            def ready_tasks(needs: dict[str, list[str]], done: list[str]) -> list[str]:
                return [task for task in needs if task not in done and can_start(needs[task], done)]`,
        ]);
        return {
          body,
          call: expr`ready_tasks(${argument}, ${literal(done)})`,
          names: {
            ...names,
            needs: ['requires', 'depends'],
            ready_tasks: ['can_start_now', 'available'],
            before: ['needed', 'others'],
          },
          doc: 'List the tasks of which all that they need is {done}.',
        };
      }
      case 'valid': {
        const body = draw.pick([
          stmts`
            def is_valid(needs: dict[str, list[str]], order: list[str]) -> bool:
                done: set[str] = set()
                for task in order:
                    for other in needs[task]:
                        if other not in done:
                            return False
                    done.add(task)
                return True`,
          stmts`
            def is_valid(needs: dict[str, list[str]], order: list[str]) -> bool:
                for task in needs:
                    for other in needs[task]:
                        if order.index(other) > order.index(task):
                            return False
                return True`,
        ]);
        return {
          body,
          call: expr`is_valid(${argument}, ${literal(done)})`,
          names: { ...names, is_valid: ['check_order', 'order_works'], other: ['needed', 'earlier'] },
        };
      }
      case 'order': {
        const body = draw.pick([
          stmts`
            def find_order(needs: dict[str, list[str]]) -> list[str]:
                order: list[str] = []
                while len(order) < len(needs):
                    for task in needs:
                        if task not in order and all(other in order for other in needs[task]):
                            order.append(task)
                            break
                return order`,
          stmts`
            def find_order(needs: dict[str, list[str]]) -> list[str]:
                order: list[str] = []
                left = list(needs)
                while left:
                    i = 0
                    while any(other in left for other in needs[left[i]]):
                        i += 1
                    order.append(left.pop(i))
                return order`,
        ]);
        return {
          body,
          call: expr`find_order(${argument})`,
          names: {
            ...names,
            find_order: ['plan_tasks', 'task_order', 'make_schedule'],
            other: ['needed', 'earlier'],
          },
          doc: 'Return an order of the tasks in which each comes after what it needs.',
        };
      }
      case 'rounds': {
        const body = draw.pick([
          stmts`
            def find_rounds(needs: dict[str, list[str]]) -> list[list[str]]:
                done: set[str] = set()
                result: list[list[str]] = []
                while len(done) < len(needs):
                    ready = [task for task in needs if task not in done and set(needs[task]) <= done]
                    result.append(ready)
                    done.update(ready)
                return result`,
          stmts`
            def find_rounds(needs: dict[str, list[str]]) -> list[list[str]]:
                missing = {task: len(before) for task, before in needs.items()}
                result: list[list[str]] = []
                while missing:
                    ready = [task for task, count in missing.items() if count == 0]
                    for task in ready:
                        del missing[task]
                    for task in missing:
                        for other in ready:
                            if other in needs[task]:
                                missing[task] -= 1
                    result.append(ready)
                return result`,
        ]);
        return {
          body,
          call: expr`find_rounds(${argument})`,
          names: {
            ...names,
            needs: ['requires', 'depends'],
            find_rounds: ['in_rounds', 'parallel_plan'],
            ready: ['free', 'possible'],
            result: ['rounds', 'stages'],
          },
          doc: 'Put the tasks into rounds; a round needs only earlier rounds.',
        };
      }
      case 'finish': {
        const times = literal(dict(needs.map(([task], i) => [task, days[i]])));
        const body = draw.pick([
          stmts`
            def finish(task: str, needs: dict[str, list[str]], days: dict[str, int]) -> int:
                start = 0
                for other in needs[task]:
                    start = max(start, finish(other, needs, days))
                return start + days[task]

            def project_length(needs: dict[str, list[str]], days: dict[str, int]) -> int:
                return max(finish(task, needs, days) for task in needs)`,
          stmts`
            def project_length(needs: dict[str, list[str]], days: dict[str, int]) -> int:
                end: dict[str, int] = {}
                while len(end) < len(needs):
                    for task, before in needs.items():
                        if task in end or any(other not in end for other in before):
                            continue
                        start = max([end[other] for other in before], default=0)
                        end[task] = start + days[task]
                return max(end.values())`,
        ]);
        return {
          body,
          call: expr`project_length(${argument}, ${times})`,
          names: {
            ...names,
            needs: ['requires', 'depends'],
            project_length: ['total_days', 'earliest_end'],
            days: ['lasts', 'durations'],
            finish: ['end_of', 'finished_after'],
          },
          doc: 'Return the day on which all tasks can be finished.',
        };
      }
    }
  },
  reference({ goal, needs, days, done }): Data {
    const all = new Map(needs);
    switch (goal) {
      case 'ready':
        return needs
          .filter(([task, before]) => !done.includes(task) && before.every((other) => done.includes(other)))
          .map(([task]) => task);
      case 'valid':
        return done.every((task, i) => (all.get(task) ?? []).every((other) => done.indexOf(other) < i));
      case 'order': {
        // Always the first task of the dict that can be done.
        const order: string[] = [];
        while (order.length < needs.length) {
          const [task] = needs.find(
            ([name, before]) => !order.includes(name) && before.every((other) => order.includes(other)),
          ) ?? [''];
          order.push(task);
        }
        return order;
      }
      case 'rounds':
        return rounds(needs);
      case 'finish': {
        const end = (task: string): number =>
          Math.max(0, ...(all.get(task) ?? []).map(end)) + days[needs.findIndex(([name]) => name === task)];
        return Math.max(...needs.map(([task]) => end(task)));
      }
    }
  },
  example: {
    plan: {
      goal: 'order',
      needs: [
        ['eat', ['cook']],
        ['cook', []],
        ['wash', ['eat']],
      ],
      days: [],
      done: [],
    },
    answer: "['cook', 'eat', 'wash']",
  },
});
