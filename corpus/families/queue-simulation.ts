// Waiting lines: serving in turn, time slices, waiting times, several desks.

import { expr, stmts } from '../../grammar/quote.ts';
import { dict, literal, tuple, type Data } from '../data.ts';
import { defineFamily } from '../family.ts';
import { PEOPLE } from '../pools.ts';

interface Plan {
  goal: 'waiting' | 'tickets' | 'round-robin' | 'desks' | 'arrivals';
  names: string[];
  /** how long or how many each takes */
  needs: number[];
  /** when each comes */
  times: number[];
  k: number;
}

const GOALS: Readonly<Record<number, readonly Plan['goal'][]>> = {
  2: ['waiting'],
  3: ['waiting'],
  4: ['tickets'],
  5: ['round-robin', 'tickets'],
  6: ['desks', 'arrivals'],
  7: ['round-robin', 'desks', 'arrivals'],
  8: ['round-robin', 'desks', 'arrivals'],
};

export const queueSimulationFamily = defineFamily<Plan>({
  name: 'queue-simulation',
  title: 'Waiting lines',
  topics: ['queues', 'simulation', 'lists'],
  ladder: [
    [2, 'how long each of three waits'],
    [3, 'how long more of them wait'],
    [4, 'the end of the line after each ticket'],
    [5, 'equal slices of time in turn'],
    [6, 'several desks, or customers who come later'],
    [7, 'longer lines'],
    [8, 'still longer lines'],
  ],
  plan(draw, level) {
    const size = [3, 5, 3, 3, 5, 6, 8][level - 2];
    const times = draw.ints(size, 0, 3).reduce<number[]>((sum, gap) => [...sum, (sum.at(-1) ?? 0) + gap], []);
    const goal = draw.pick(GOALS[level]);
    return {
      goal,
      names: draw.sample(PEOPLE, size),
      needs: draw.ints(size, 1, goal === 'tickets' ? 3 : 6),
      times,
      k: goal === 'desks' ? draw.int(2, 3) : goal === 'tickets' ? draw.int(0, size - 1) : draw.int(2, 3),
    };
  },
  write({ goal, names: people, needs, times, k }, draw) {
    const names = {
      line: ['queue', 'customers', 'waiting'],
      name: ['customer', 'person', 'who'],
      time: ['clock', 'minutes', 'now'],
      result: ['answer', 'table', 'out'],
      needs: ['durations', 'minutes_needed', 'tasks'],
    };
    const jobs = literal(people.map((name, i) => tuple(name, needs[i])));
    switch (goal) {
      case 'waiting': {
        const body = draw.pick([
          stmts`
            def waiting_times(line: list[tuple[str, int]]) -> dict[str, int]:
                result: dict[str, int] = {}
                time = 0
                for name, minutes in line:
                    result[name] = time
                    time += minutes
                return result`,
          stmts`
            def waiting_times(line: list[tuple[str, int]]) -> dict[str, int]:
                result: dict[str, int] = {}
                time = 0
                while line:
                    name, minutes = line.pop(0)
                    result[name] = time
                    time += minutes
                return result`,
        ]);
        return {
          body,
          call: expr`waiting_times(${jobs})`,
          names: {
            ...names,
            time: ['clock', 'start'],
            waiting_times: ['wait_of_each', 'queue_times'],
            minutes: ['need', 'duration'],
          },
          doc: 'Return how long each in the {line} has to wait.',
        };
      }
      case 'tickets': {
        const body = draw.pick([
          stmts`
            def time_needed(wanted: list[int], place: int) -> int:
                time = 0
                line = list(range(len(wanted)))
                while wanted[place] > 0:
                    person = line.pop(0)
                    wanted[person] -= 1
                    time += 1
                    if wanted[person] > 0:
                        line.append(person)
                return time`,
          stmts`
            def time_needed(wanted: list[int], place: int) -> int:
                time = 0
                while True:
                    for person in range(len(wanted)):
                        if wanted[person] == 0:
                            continue
                        wanted[person] -= 1
                        time += 1
                        if person == place and wanted[person] == 0:
                            return time`,
          stmts`
            def time_needed(wanted: list[int], place: int) -> int:
                time = 0
                for i, count in enumerate(wanted):
                    if i <= place:
                        time += min(count, wanted[place])
                    else:
                        time += min(count, wanted[place] - 1)
                return time`,
        ]);
        return {
          body,
          call: expr`time_needed(${literal(needs)}, ${k})`,
          names: {
            ...names,
            time_needed: ['minutes_until_done', 'ticket_time'],
            wanted: ['tickets', 'orders'],
            place: ['who', 'me'],
            person: ['i', 'buyer'],
          },
          doc: 'Everyone buys one ticket at a time; return when the one at {place} is done.',
        };
      }
      case 'round-robin': {
        const body = draw.pick([
          stmts`
            def round_robin(line: list[tuple[str, int]], part: int) -> list[str]:
                finished: list[str] = []
                while line:
                    name, left = line.pop(0)
                    if left <= part:
                        finished.append(name)
                    else:
                        line.append((name, left - part))
                return finished`,
          stmts`
            from collections import deque

            def round_robin(line: list[tuple[str, int]], part: int) -> list[str]:
                left = dict(line)
                waiting = deque(left)
                finished: list[str] = []
                while waiting:
                    name = waiting.popleft()
                    left[name] -= part
                    if left[name] > 0:
                        waiting.append(name)
                    else:
                        finished.append(name)
                return finished`,
        ]);
        return {
          body,
          call: expr`round_robin(${jobs}, ${k})`,
          names: {
            line: ['jobs', 'tasks'],
            name: ['job', 'task', 'who'],
            round_robin: ['share_time', 'take_turns'],
            part: ['quantum', 'share'],
            finished: ['done', 'order'],
          },
          doc: 'Give each job {part} minutes in turn; return the order in which they end.',
        };
      }
      case 'desks': {
        const body = draw.pick([
          stmts`
            def closing_time(needs: list[int], desks: int) -> int:
                free_at = [0] * desks
                for need in needs:
                    desk = free_at.index(min(free_at))
                    free_at[desk] += need
                return max(free_at)`,
          stmts`
            def closing_time(needs: list[int], desks: int) -> int:
                free_at = [0 for _ in range(desks)]
                for need in needs:
                    best = 0
                    for desk in range(1, desks):
                        if free_at[desk] < free_at[best]:
                            best = desk
                    free_at[best] += need
                return max(free_at)`,
          stmts`
            import heapq

            def closing_time(needs: list[int], desks: int) -> int:
                free_at = [0] * desks
                end = 0
                for need in needs:
                    start = heapq.heappop(free_at)
                    end = max(end, start + need)
                    heapq.heappush(free_at, start + need)
                return end`,
        ]);
        return {
          body,
          call: expr`closing_time(${literal(needs)}, ${k})`,
          names: {
            ...names,
            needs: ['customers', 'durations'],
            closing_time: ['last_finished', 'time_for_all'],
            desks: ['tills', 'counters'],
            free_at: ['busy_until', 'ends'],
          },
          doc: 'Each customer goes to the desk that is free first; return when all are served.',
        };
      }
      case 'arrivals': {
        const visits = literal(people.map((name, i) => tuple(name, times[i], needs[i])));
        const body = draw.pick([
          stmts`
            def serve(visits: list[tuple[str, int, int]]) -> dict[str, int]:
                result: dict[str, int] = {}
                time = 0
                for name, arrival, need in visits:
                    if time < arrival:
                        time = arrival
                    time += need
                    result[name] = time - arrival
                return result`,
          stmts`
            def serve(visits: list[tuple[str, int, int]]) -> dict[str, int]:
                result: dict[str, int] = {}
                time = 0
                for name, arrival, need in visits:
                    start = max(time, arrival)
                    time = start + need
                    result[name] = time - arrival
                return result`,
        ]);
        return {
          body,
          call: expr`serve(${visits})`,
          names: {
            ...names,
            time: ['clock', 'free_at'],
            serve: ['time_in_shop', 'process_visits'],
            visits: ['customers', 'arrivals'],
            need: ['duration', 'minutes'],
          },
          doc: 'Return how long each customer is in the shop.',
        };
      }
    }
  },
  reference({ goal, names, needs, times, k }): Data {
    const sum = (numbers: readonly number[]): number => numbers.reduce((a, b) => a + b, 0);
    switch (goal) {
      case 'waiting':
        return dict(names.map((name, i) => [name, sum(needs.slice(0, i))]));
      case 'tickets':
        return sum(needs.map((n, i) => Math.min(n, needs[k] - (i > k ? 1 : 0))));
      case 'round-robin': {
        // Those who need fewer rounds end first; within a round the order is that of the line.
        const rounds = needs.map((n) => Math.ceil(n / k));
        return names.toSorted((a, b) => rounds[names.indexOf(a)] - rounds[names.indexOf(b)]);
      }
      case 'desks': {
        let ends = Array.from({ length: k }, () => 0);
        for (const need of needs)
          ends = ends.toSorted((a, b) => a - b).map((end, i) => (i === 0 ? end + need : end));
        return Math.max(...ends);
      }
      case 'arrivals': {
        const end = (i: number): number => Math.max(i > 0 ? end(i - 1) : 0, times[i]) + needs[i];
        return dict(names.map((name, i) => [name, end(i) - times[i]]));
      }
    }
  },
  example: {
    plan: { goal: 'round-robin', names: ['Ada', 'Ben'], needs: [3, 2], times: [], k: 2 },
    answer: "['Ben', 'Ada']",
  },
});
