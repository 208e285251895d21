// Trying again: attempts that fail a few times, growing pauses, cleaning up, giving up.

import { expr, stmts } from '../../grammar/quote.ts';
import { literal, tuple, type Data } from '../data.ts';
import { defineFamily } from '../family.ts';

interface Plan {
  goal: 'attempts' | 'pauses' | 'first-working' | 'jobs' | 'cleanup' | 'breaker';
  /** how often each job fails before it succeeds */
  failures: number[];
  limit: number;
  names: string[];
}

const JOBS = ['backup', 'upload', 'scan', 'print', 'sync', 'build', 'mail', 'index', 'export', 'import'];

const GOALS: Readonly<Record<number, readonly Plan['goal'][]>> = {
  3: ['attempts'],
  4: ['pauses', 'attempts'],
  5: ['first-working', 'pauses'],
  6: ['jobs', 'cleanup'],
  7: ['jobs', 'cleanup'],
  8: ['breaker'],
  9: ['breaker'],
  10: ['breaker'],
};

export const retryFamily = defineFamily<Plan>({
  name: 'retry',
  title: 'Trying again',
  topics: ['exceptions', 'simulation', 'loops'],
  ladder: [
    [3, 'how many attempts it takes'],
    [4, 'longer pauses after each failure'],
    [5, 'the first that works'],
    [6, 'several jobs, each with several attempts'],
    [7, 'more jobs'],
    [8, 'a service that is left alone for a while when it fails too often'],
    [9, 'longer days'],
    [10, 'several services'],
  ],
  plan(draw, level) {
    if (level >= 8) {
      const size = [9, 13, 20][level - 8];
      return {
        goal: 'breaker',
        failures: draw.list(size, () => (draw.chance(0.45) ? 0 : draw.int(1, 9))),
        limit: draw.int(2, 3),
        names: draw.list(size, () => draw.pick(JOBS.slice(0, level === 8 ? 1 : level - 7))),
      };
    }
    const size = [1, 1, 4, 3, 5][level - 3];
    return {
      goal: draw.pick(GOALS[level]),
      failures: draw.ints(size, level === 5 ? 1 : 0, level < 5 ? 6 : 4),
      limit: draw.int(2, level < 5 ? 5 : 3),
      names: draw.sample(JOBS, size),
    };
  },
  write({ goal, failures, limit, names: jobs }, draw) {
    const [first] = failures;
    const names = {
      attempt: ['trial', 'turn'],
      limit: ['max_attempts', 'most'],
      failures: ['bad_tries', 'needed'],
      connect: ['fetch', 'try_once', 'open_door'],
    };
    const connect = stmts`
      def connect(attempt: int, failures: int) -> str:
          if attempt <= failures:
              raise ConnectionError(f'attempt {attempt} failed')
          return 'connected'`;
    switch (goal) {
      case 'breaker': {
        const calls = literal(jobs.map((job, i) => tuple(job, failures[i])));
        const cls = draw.pick([
          stmts`
            class Breaker:
                def __init__(self, limit: int) -> None:
                    self.limit = limit
                    self.failures = 0
                    self.pause = 0

                def call(self, value: int) -> int:
                    if self.pause > 0:
                        self.pause -= 1
                        raise RuntimeError('left alone')
                    try:
                        result = serve(value)
                    except ValueError:
                        self.failures += 1
                        if self.failures == self.limit:
                            self.failures = 0
                            self.pause = 2
                        raise
                    self.failures = 0
                    return result`,
          stmts`
            class Breaker:
                def __init__(self, limit: int) -> None:
                    self.limit = limit
                    self.failures = 0
                    self.pause = 0

                def count_failure(self) -> None:
                    self.failures += 1
                    if self.failures >= self.limit:
                        self.pause = 2
                        self.failures = 0

                def call(self, value: int) -> int:
                    if self.pause > 0:
                        self.pause -= 1
                        raise RuntimeError('left alone')
                    try:
                        result = serve(value)
                    except ValueError as error:
                        self.count_failure()
                        raise ValueError('failed') from error
                    self.failures = 0
                    return result`,
        ]);
        const serve = stmts`
          def serve(value: int) -> int:
              if value == 0:
                  raise ValueError('failed')
              return 100 // value`;
        const main = draw.pick([
          stmts`
            def run_calls(calls: list[tuple[str, int]], limit: int) -> tuple[int, list[str]]:
                breakers: dict[str, Breaker] = {}
                total = 0
                log: list[str] = []
                for name, value in calls:
                    if name not in breakers:
                        breakers[name] = Breaker(limit)
                    try:
                        total += breakers[name].call(value)
                    except (ValueError, RuntimeError) as error:
                        log.append(f'{name} {error}')
                return (total, log)`,
          stmts`
            def run_calls(calls: list[tuple[str, int]], limit: int) -> tuple[int, list[str]]:
                breakers = {name: Breaker(limit) for name, _ in calls}
                total = 0
                log: list[str] = []
                for name, value in calls:
                    try:
                        result = breakers[name].call(value)
                    except ValueError:
                        log.append(f'{name} failed')
                    except RuntimeError:
                        log.append(f'{name} left alone')
                    else:
                        total += result
                return (total, log)`,
        ]);
        return {
          body: [...serve, ...cls, ...main],
          call: expr`run_calls(${calls}, ${limit})`,
          names: {
            run_calls: ['call_all', 'run_day', 'simulate_calls'],
            serve: ['ask_server', 'request'],
            Breaker: ['CircuitBreaker', 'Guard'],
            breakers: ['guards', 'services'],
            pause: ['waiting', 'rest'],
            log: ['problems', 'events'],
          },
          doc: 'Call services; one that fails {limit} times in a row is left alone for two calls.',
        };
      }
      case 'attempts': {
        const main = draw.pick([
          stmts`
            def retry(failures: int, limit: int) -> int:
                for attempt in range(1, limit + 1):
                    try:
                        connect(attempt, failures)
                        return attempt
                    except ConnectionError:
                        continue
                return -1`,
          stmts`
            def retry(failures: int, limit: int) -> int:
                attempt = 1
                while attempt <= limit:
                    try:
                        connect(attempt, failures)
                    except ConnectionError:
                        attempt += 1
                    else:
                        return attempt
                return -1`,
        ]);
        return {
          body: [...connect, ...main],
          call: expr`retry(${first}, ${limit})`,
          names: { ...names, retry: ['attempts_needed', 'keep_trying'] },
          doc: 'Return the number of the attempt that works, or -1.',
        };
      }
      case 'pauses': {
        const main = draw.pick([
          stmts`
            def retry(failures: int, limit: int) -> tuple[str, int]:
                pause = 1
                waited = 0
                message = ''
                for attempt in range(1, limit + 1):
                    try:
                        return (connect(attempt, failures), waited)
                    except ConnectionError as error:
                        message = str(error)
                        waited += pause
                        pause *= 2
                return (message, waited)`,
          stmts`
            def retry(failures: int, limit: int) -> tuple[str, int]:
                waited = 0
                message = ''
                attempt = 0
                while attempt < limit:
                    attempt += 1
                    try:
                        answer = connect(attempt, failures)
                    except ConnectionError as error:
                        waited += 2 ** (attempt - 1)
                        message = str(error)
                    else:
                        return (answer, waited)
                return (message, waited)`,
        ]);
        return {
          body: [...connect, ...main],
          call: expr`retry(${first}, ${limit})`,
          names: {
            ...names,
            retry: ['retry_with_pauses', 'patient_connect'],
            waited: ['total_wait', 'lost_time'],
            message: ['reason', 'last_error'],
          },
          doc: 'Double the pause after each failure; return answer and time lost.',
        };
      }
      case 'first-working': {
        const body = draw.pick([
          stmts`
            def ask(server: int, limit: int) -> int:
                if server > limit:
                    raise TimeoutError('too slow')
                return server * 10

            def first_answer(servers: list[int], limit: int) -> int:
                for server in servers:
                    try:
                        return ask(server, limit)
                    except TimeoutError:
                        pass
                return 0`,
          stmts`
            def ask(server: int, limit: int) -> int:
                if server <= limit:
                    return 10 * server
                raise TimeoutError('too slow')

            def first_answer(servers: list[int], limit: int) -> int:
                answer = 0
                i = 0
                while answer == 0 and i < len(servers):
                    try:
                        answer = ask(servers[i], limit)
                    except TimeoutError:
                        i += 1
                return answer`,
        ]);
        return {
          body,
          call: expr`first_answer(${literal(failures)}, ${limit - 1})`,
          names: {
            first_answer: ['ask_around', 'fastest_reply'],
            servers: ['delays', 'hosts'],
            server: ['delay', 'host'],
            ask: ['request', 'query'],
            limit: ['patience', 'deadline'],
          },
        };
      }
      case 'jobs': {
        const list = literal(jobs.map((job, i) => tuple(job, failures[i])));
        const body = draw.pick([
          stmts`
            def run_job(failures: int, attempt: int) -> None:
                if attempt <= failures:
                    raise RuntimeError('failed')

            def run_all(jobs: list[tuple[str, int]], limit: int) -> dict[str, int]:
                result: dict[str, int] = {}
                for name, failures in jobs:
                    result[name] = 0
                    for attempt in range(1, limit + 1):
                        try:
                            run_job(failures, attempt)
                            result[name] = attempt
                            break
                        except RuntimeError:
                            pass
                return result`,
          stmts`
            def run_job(failures: int, attempt: int) -> int:
                if attempt <= failures:
                    raise RuntimeError('failed')
                return attempt

            def retry(failures: int, limit: int, attempt: int) -> int:
                if attempt > limit:
                    return 0
                try:
                    return run_job(failures, attempt)
                except RuntimeError:
                    return retry(failures, limit, attempt + 1)

            def run_all(jobs: list[tuple[str, int]], limit: int) -> dict[str, int]:
                return {name: retry(failures, limit, 1) for name, failures in jobs}`,
        ]);
        return {
          body,
          call: expr`run_all(${list}, ${limit})`,
          names: {
            ...names,
            run_all: ['run_jobs', 'process_all'],
            jobs: ['tasks', 'work'],
            run_job: ['execute', 'try_job'],
          },
          doc: 'Return the attempt at which each job works; 0 if it never does.',
        };
      }
      case 'cleanup': {
        const list = literal(jobs.map((job, i) => tuple(job, failures[i])));
        const body = draw.pick([
          stmts`
            def process(size: int, limit: int) -> int:
                if size > limit:
                    raise OverflowError('too large')
                return size * size

            def run_all(jobs: list[tuple[str, int]], limit: int) -> list[str]:
                log: list[str] = []
                for name, size in jobs:
                    log.append('open ' + name)
                    try:
                        log.append(f'result {process(size, limit)}')
                    except OverflowError as error:
                        log.append(f'error {error}')
                    finally:
                        log.append('close ' + name)
                return log`,
          stmts`
            def process(name: str, size: int, limit: int, log: list[str]) -> None:
                log.append('open ' + name)
                try:
                    if size > limit:
                        raise OverflowError('too large')
                    log.append('result ' + str(size ** 2))
                finally:
                    log.append('close ' + name)

            def run_all(jobs: list[tuple[str, int]], limit: int) -> list[str]:
                log: list[str] = []
                for name, size in jobs:
                    try:
                        process(name, size, limit, log)
                    except OverflowError as error:
                        log.insert(len(log) - 1, 'error ' + str(error))
                return log`,
        ]);
        return {
          body,
          call: expr`run_all(${list}, ${limit})`,
          names: {
            run_all: ['run_jobs', 'handle_files'],
            jobs: ['files', 'tasks'],
            log: ['lines', 'protocol'],
            limit: ['max_size', 'capacity'],
            process: ['work_on', 'handle'],
          },
        };
      }
    }
  },
  reference({ goal, failures, limit, names }): Data {
    const [first] = failures;
    switch (goal) {
      case 'breaker': {
        const log: string[] = [];
        let total = 0;
        const past = new Map<string, string>();
        failures.forEach((value, i) => {
          // What has become of earlier calls of the service, as letters: when it is left alone shows at their end.
          const before = past.get(names[i]) ?? '';
          const alone = new RegExp(`f{${limit}}a?$`).test(before);
          const now = alone ? 'a' : value === 0 ? 'f' : 'o';
          const over = before.endsWith('aa') ? '' : before;
          past.set(names[i], (over + now).replace(/aa$/, '|'));
          if (now === 'o') total += Math.floor(100 / value);
          else log.push(`${names[i]} ${alone ? 'left alone' : 'failed'}`);
        });
        return tuple(total, log);
      }
      case 'attempts':
        return first < limit ? first + 1 : -1;
      case 'pauses':
        return first < limit
          ? tuple('connected', 2 ** first - 1)
          : tuple(`attempt ${limit} failed`, 2 ** limit - 1);
      case 'first-working':
        return 10 * (failures.find((delay) => delay < limit) ?? 0);
      case 'jobs':
        return new Map(names.map((name, i) => [name, failures[i] < limit ? failures[i] + 1 : 0]));
      case 'cleanup':
        return names.flatMap((name, i) => {
          const said = failures[i] > limit ? 'error too large' : `result ${failures[i] ** 2}`;
          return [`open ${name}`, said, `close ${name}`];
        });
    }
  },
  example: { plan: { goal: 'attempts', failures: [2], limit: 4, names: [] }, answer: '3' },
});
