// Waiting lines: serving in turn, time slices, waiting times, several desks.

import { expr, stmts } from '../../grammar/quote.ts';
import { dict, literal, tuple, type Data } from '../data.ts';
import { defineFamily } from '../family.ts';
import { PEOPLE } from '../pools.ts';

interface Plan {
  goal: 'waiting' | 'tickets' | 'round-robin' | 'desks' | 'arrivals' | 'scheduler';
  /** for `scheduler` */
  priorities?: number[];
  names: string[];
  /** how long or how many each takes */
  needs: number[];
  /** when each comes */
  times: number[];
  k: number;
}

const JOBS = ['backup', 'mail', 'print', 'scan', 'build', 'sync', 'report', 'index', 'render', 'upload'];

const GOALS: Readonly<Record<number, readonly Plan['goal'][]>> = {
  2: ['waiting'],
  3: ['waiting'],
  4: ['tickets'],
  5: ['round-robin', 'tickets'],
  6: ['desks', 'arrivals'],
  7: ['round-robin', 'desks', 'arrivals'],
  8: ['round-robin', 'desks', 'arrivals'],
  9: ['scheduler'],
  10: ['scheduler'],
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
    [9, 'jobs with priorities on one machine, slice by slice'],
    [10, 'more jobs'],
  ],
  plan(draw, level) {
    if (level >= 9) {
      const size = [4, 5][level - 9];
      return {
        goal: 'scheduler',
        names: draw.sample(JOBS, size),
        needs: draw.ints(size, 2, level === 9 ? 4 : 6),
        times: draw.ints(size, 0, level === 9 ? 5 : 8).sort((a, b) => a - b),
        k: draw.int(2, 3),
        priorities: draw.ints(size, 1, 3),
      };
    }
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
  write({ goal, names: people, needs, times, k, priorities }, draw) {
    const names = {
      line: ['queue', 'customers', 'waiting'],
      name: ['customer', 'person', 'who'],
      time: ['clock', 'minutes', 'now'],
      result: ['answer', 'table', 'out'],
      needs: ['durations', 'minutes_needed', 'tasks'],
    };
    const jobs = literal(people.map((name, i) => tuple(name, needs[i])));
    switch (goal) {
      case 'scheduler': {
        const jobs = literal(people.map((name, i) => tuple(name, times[i], needs[i], (priorities ?? [])[i])));
        const cls = stmts`
          class Job:
              def __init__(self, name: str, arrival: int, need: int, priority: int) -> None:
                  self.name = name
                  self.arrival = arrival
                  self.need = need
                  self.priority = priority
                  self.end = 0`;
        const choose = draw.pick([
          stmts`
            def next_job(waiting: list[Job]) -> Job:
                best = waiting[0]
                for job in waiting:
                    if job.priority > best.priority:
                        best = job
                return best`,
          stmts`
            def next_job(waiting: list[Job]) -> Job:
                return max(waiting, key=lambda job: job.priority)`,
        ]);
        const main = draw.pick([
          stmts`
            def schedule(arrivals: list[tuple[str, int, int, int]], slice_length: int) -> list[tuple[str, int]]:
                coming = [Job(*arrival) for arrival in arrivals]
                waiting: list[Job] = []
                finished: list[Job] = []
                time = 0
                while coming or waiting:
                    while coming and coming[0].arrival <= time:
                        waiting.append(coming.pop(0))
                    if not waiting:
                        time = coming[0].arrival
                        continue
                    job = next_job(waiting)
                    waiting.remove(job)
                    spent = min(slice_length, job.need)
                    time += spent
                    job.need -= spent
                    while coming and coming[0].arrival <= time:
                        waiting.append(coming.pop(0))
                    if job.need > 0:
                        waiting.append(job)
                    else:
                        job.end = time
                        finished.append(job)
                return [(job.name, job.end - job.arrival) for job in finished]`,
          stmts`
            def admit(coming: list[Job], waiting: list[Job], time: int) -> None:
                while coming and coming[0].arrival <= time:
                    waiting.append(coming.pop(0))

            def schedule(arrivals: list[tuple[str, int, int, int]], slice_length: int) -> list[tuple[str, int]]:
                coming = [Job(*arrival) for arrival in arrivals]
                waiting: list[Job] = []
                delays: list[tuple[str, int]] = []
                time = 0
                admit(coming, waiting, time)
                while coming or waiting:
                    if not waiting:
                        time = coming[0].arrival
                        admit(coming, waiting, time)
                    job = next_job(waiting)
                    waiting.remove(job)
                    if job.need <= slice_length:
                        time += job.need
                        job.end = time
                        delays.append((job.name, job.end - job.arrival))
                        admit(coming, waiting, time)
                    else:
                        time += slice_length
                        job.need -= slice_length
                        admit(coming, waiting, time)
                        waiting.append(job)
                return delays`,
        ]);
        return {
          body: [...cls, ...choose, ...main],
          call: expr`schedule(${jobs}, ${k})`,
          names: {
            schedule: ['run_jobs', 'simulate_machine', 'process_jobs'],
            next_job: ['most_urgent', 'choose'],
            Job: ['Task', 'Process'],
            slice_length: ['quantum', 'time_slice'],
            waiting: ['ready', 'line'],
            coming: ['expected', 'future'],
            finished: ['done', 'completed'],
            delays: ['results', 'durations'],
            spent: ['used', 'worked'],
          },
          doc: 'Run the most urgent job for a slice of time, again and again; return in which order jobs end, and how long each was there.',
        };
      }
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
  reference({ goal, names, needs, times, k, priorities }): Data {
    const sum = (numbers: readonly number[]): number => numbers.reduce((a, b) => a + b, 0);
    switch (goal) {
      case 'scheduler': {
        // Tick by tick: who has the machine keeps it until the slice or the work is over.
        const jobs = names.map((name, i) => ({
          name,
          at: times[i],
          left: needs[i],
          rank: (priorities ?? [])[i],
        }));
        let line: typeof jobs = [];
        let running: (typeof jobs)[number] | null = null;
        let since = 0;
        const ends: Data[] = [];
        for (let time = 0; ends.length < jobs.length; time++) {
          line.push(...jobs.filter(({ at }) => at === time));
          if (running !== null && (running.left === 0 || time - since === k)) {
            if (running.left === 0) ends.push(tuple(running.name, time - running.at));
            else line.push(running);
            running = null;
          }
          if (running === null && line.length > 0) {
            const top = Math.max(...line.map(({ rank }) => rank));
            running = line.find(({ rank }) => rank === top)!;
            line = line.filter((job) => job !== running);
            since = time;
          }
          if (running !== null) running.left--;
        }
        return ends;
      }
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
