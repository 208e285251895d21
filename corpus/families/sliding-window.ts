// A window over a list: moving sums, averages, largest values, and stretches that grow and shrink.

import { expr, stmts } from '../../grammar/quote.ts';
import { literal, tuple } from '../data.ts';
import { defineFamily } from '../family.ts';
import { MEASURES } from '../pools.ts';

interface Plan {
  goal: 'sums' | 'best' | 'maxima' | 'distinct' | 'shortest' | 'smooth' | 'limiter';
  numbers: number[];
  text: string;
  k: number;
  items: string;
}

const sum = (numbers: readonly number[]): number => numbers.reduce((a, b) => a + b, 0);
const windows = (numbers: readonly number[], k: number): number[][] =>
  numbers.slice(k - 1).map((_, i) => numbers.slice(i, i + k));

/** What may be asked at each level. */
const GOALS: Readonly<Record<number, readonly Plan['goal'][]>> = {
  3: ['sums'],
  4: ['best', 'smooth'],
  5: ['maxima', 'best'],
  6: ['distinct', 'maxima'],
  7: ['shortest'],
  8: ['shortest', 'distinct', 'maxima'],
  9: ['limiter'],
  10: ['limiter'],
};

export const slidingWindowFamily = defineFamily<Plan>({
  name: 'sliding-window',
  title: 'Sliding windows',
  topics: ['lists', 'loops', 'strings'],
  ladder: [
    [3, 'the sum of every two or three neighbours'],
    [4, 'the largest such sum, or the mean rounded down'],
    [5, 'the largest of each window'],
    [6, 'the longest part of a text without a repeated letter'],
    [7, 'the shortest stretch that reaches a sum'],
    [8, 'longer lists and texts'],
    [9, 'requests that come too fast are refused'],
    [10, 'more requests'],
  ],
  plan(draw, level) {
    if (level >= 9) {
      const size = [11, 19][level - 9] + draw.int(0, 2);
      const gaps = draw.list(size, () => draw.pick([0, 1, 1, 2, 3, 5]));
      return {
        goal: 'limiter',
        numbers: gaps.map((_, i) => sum(gaps.slice(0, i + 1))),
        text: draw.list(size, () => draw.pick([...'abc'.slice(0, level - 7)])).join(''),
        k: draw.int(4, 7),
        items: 'times',
      };
    }
    const measure = draw.pick(MEASURES.filter(({ range }) => range[0] >= 0 && range[1] > 30));
    const goal = draw.pick(GOALS[level]);
    const size = [5, 6, 7, 8, 9, 13][level - 3] + draw.int(0, 1);
    const numbers = goal === 'shortest' ? draw.ints(size, 1, 12) : draw.ints(size, ...measure.range);
    const text =
      goal === 'distinct'
        ? draw.list(size + 1, () => draw.pick([...'abcde'.slice(0, level - 3)])).join('')
        : '';
    const k = goal === 'shortest' ? draw.int(15, 24) : draw.int(2, level > 4 ? 4 : 3);
    return { goal, numbers, text, k, items: measure.items };
  },
  write({ goal, numbers, text, k, items }, draw) {
    const names = {
      xs: [items, 'values', 'numbers'],
      k: ['size', 'width', 'n'],
      window: ['part', 'group', 'stretch'],
      total: ['current', 'running'],
      best: ['record', 'largest'],
      result: ['out', 'answers'],
    };
    const argument = literal(numbers);
    switch (goal) {
      case 'limiter': {
        const users: Readonly<Record<string, string>> = { a: 'ada', b: 'ben', c: 'cleo' };
        const requests = literal(numbers.map((time, i) => tuple(time, users[text[i]])));
        const drop = draw.pick([
          stmts`
            def drop_old(times: list[int], limit: int) -> None:
                while times and times[0] <= limit:
                    times.pop(0)`,
          stmts`
            def drop_old(times: list[int], limit: int) -> None:
                kept: list[int] = []
                for time in times:
                    if time > limit:
                        kept.append(time)
                times[:] = kept`,
        ]);
        const main = draw.pick([
          stmts`
            class Limiter:
                def __init__(self, most: int, window: int) -> None:
                    self.most = most
                    self.window = window
                    self.recent: dict[str, list[int]] = {}

                def allows(self, user: str, time: int) -> bool:
                    times = self.recent.setdefault(user, [])
                    drop_old(times, time - self.window)
                    if len(times) >= self.most:
                        return False
                    times.append(time)
                    return True

            def refused(requests: list[tuple[int, str]], most: int, window: int) -> tuple[list[str], int]:
                limiter = Limiter(most, window)
                lines: list[str] = []
                served = 0
                for time, user in requests:
                    if limiter.allows(user, time):
                        served += 1
                    else:
                        lines.append(f'{user} at {time}')
                return (lines, served)`,
          stmts`
            def refused(requests: list[tuple[int, str]], most: int, window: int) -> tuple[list[str], int]:
                recent: dict[str, list[int]] = {}
                lines: list[str] = []
                served = 0
                for time, user in requests:
                    if user not in recent:
                        recent[user] = []
                    times = recent[user]
                    drop_old(times, time - window)
                    if len(times) < most:
                        times.append(time)
                        served += 1
                    else:
                        lines.append(f'{user} at {time}')
                return (lines, served)`,
        ]);
        return {
          body: [...drop, ...main],
          call: expr`refused(${requests}, 2, ${k})`,
          names: {
            refused: ['throttle', 'too_fast', 'rate_limit'],
            drop_old: ['forget', 'expire'],
            recent: ['history', 'seen'],
            requests: ['visits', 'calls'],
            window: ['span', 'seconds'],
            most: ['allowed', 'quota'],
            served: ['accepted', 'passed'],
          },
          doc: 'A user has at most {most} {requests} in {window} seconds; return those refused, and how many are served.',
        };
      }
      case 'sums': {
        const body = draw.pick([
          stmts`
            def window_sums(xs: list[int], k: int) -> list[int]:
                result: list[int] = []
                for i in range(len(xs) - k + 1):
                    result.append(sum(xs[i:i + k]))
                return result`,
          stmts`
            def window_sums(xs: list[int], k: int) -> list[int]:
                total = sum(xs[:k])
                result = [total]
                for i in range(k, len(xs)):
                    total += xs[i] - xs[i - k]
                    result.append(total)
                return result`,
          stmts`
            def window_sums(xs: list[int], k: int) -> list[int]:
                return [sum(xs[i:i + k]) for i in range(len(xs) - k + 1)]`,
        ]);
        return {
          body,
          call: expr`window_sums(${argument}, ${k})`,
          names: { ...names, window_sums: ['moving_sums', 'rolling_totals'] },
          doc: 'Return the sums of all {k} neighbouring {xs}.',
        };
      }
      case 'best': {
        const body = draw.pick([
          stmts`
            def best_window(xs: list[int], k: int) -> int:
                total = 0
                for i in range(k):
                    total += xs[i]
                best = total
                for i in range(k, len(xs)):
                    total = total + xs[i] - xs[i - k]
                    if total > best:
                        best = total
                return best`,
          stmts`
            def best_window(xs: list[int], k: int) -> int:
                best = 0
                for start in range(len(xs) - k + 1):
                    total = 0
                    for x in xs[start:start + k]:
                        total += x
                    best = max(best, total)
                return best`,
        ]);
        return {
          body,
          call: expr`best_window(${argument}, ${k})`,
          names: { ...names, best_window: ['largest_window', 'busiest_stretch', 'max_window_sum'] },
        };
      }
      case 'smooth': {
        const body = draw.pick([
          stmts`
            def smooth(xs: list[int], k: int) -> list[int]:
                result: list[int] = []
                for i in range(k - 1, len(xs)):
                    window = xs[i - k + 1:i + 1]
                    result.append(sum(window) // k)
                return result`,
          stmts`
            def smooth(xs: list[int], k: int) -> list[int]:
                result: list[int] = []
                window: list[int] = []
                for x in xs:
                    window.append(x)
                    if len(window) > k:
                        window.pop(0)
                    if len(window) == k:
                        result.append(sum(window) // k)
                return result`,
        ]);
        return {
          body,
          call: expr`smooth(${argument}, ${k})`,
          names: { ...names, smooth: ['moving_average', 'rolling_mean'] },
        };
      }
      case 'maxima': {
        const body = draw.pick([
          stmts`
            def window_maxima(xs: list[int], k: int) -> list[int]:
                result: list[int] = []
                for i in range(len(xs) - k + 1):
                    best = xs[i]
                    for j in range(i + 1, i + k):
                        if xs[j] > best:
                            best = xs[j]
                    result.append(best)
                return result`,
          stmts`
            def window_maxima(xs: list[int], k: int) -> list[int]:
                result: list[int] = []
                window: list[int] = []
                for i, x in enumerate(xs):
                    while window and xs[window[-1]] <= x:
                        window.pop()
                    window.append(i)
                    if window[0] <= i - k:
                        window.pop(0)
                    if i >= k - 1:
                        result.append(xs[window[0]])
                return result`,
          stmts`
            def window_maxima(xs: list[int], k: int) -> list[int]:
                return [max(xs[i:i + k]) for i in range(len(xs) - k + 1)]`,
        ]);
        return {
          body,
          call: expr`window_maxima(${argument}, ${k})`,
          names: {
            ...names,
            window: ['candidates', 'queue'],
            window_maxima: ['sliding_maximum', 'rolling_max'],
          },
          doc: 'Return the largest of all {k} neighbouring {xs}.',
        };
      }
      case 'distinct': {
        const body = draw.pick([
          stmts`
            def longest_distinct(text: str) -> int:
                best = 0
                start = 0
                seen: dict[str, int] = {}
                for i, ch in enumerate(text):
                    if ch in seen and seen[ch] >= start:
                        start = seen[ch] + 1
                    seen[ch] = i
                    best = max(best, i - start + 1)
                return best`,
          stmts`
            def longest_distinct(text: str) -> int:
                best = 0
                window = ''
                for ch in text:
                    if ch in window:
                        window = window[window.index(ch) + 1:]
                    window += ch
                    if len(window) > best:
                        best = len(window)
                return best`,
          stmts`
            def longest_distinct(text: str) -> int:
                best = 0
                left = 0
                for right in range(len(text)):
                    while text[right] in text[left:right]:
                        left += 1
                    best = max(best, right - left + 1)
                return best`,
        ]);
        return {
          body,
          call: expr`longest_distinct(${literal(text)})`,
          names: {
            ...names,
            text: ['s', 'word'],
            seen: ['last_place', 'latest'],
            longest_distinct: ['longest_without_repeat', 'unique_stretch'],
          },
          doc: 'Return the length of the longest part without a repeated letter.',
        };
      }
      case 'shortest': {
        const body = draw.pick([
          stmts`
            def shortest_reaching(xs: list[int], k: int) -> int:
                best = len(xs) + 1
                left = 0
                total = 0
                for right in range(len(xs)):
                    total += xs[right]
                    while total >= k:
                        best = min(best, right - left + 1)
                        total -= xs[left]
                        left += 1
                return best if best <= len(xs) else 0`,
          stmts`
            def shortest_reaching(xs: list[int], k: int) -> int:
                for size in range(1, len(xs) + 1):
                    for start in range(len(xs) - size + 1):
                        if sum(xs[start:start + size]) >= k:
                            return size
                return 0`,
        ]);
        return {
          body,
          call: expr`shortest_reaching(${argument}, ${k})`,
          names: {
            ...names,
            k: ['target', 'goal', 'wanted'],
            shortest_reaching: ['min_stretch', 'shortest_stretch'],
            'left right': ['start end', 'low high'],
          },
          doc: 'Return the length of the shortest stretch with a sum of at least {k}, or 0.',
        };
      }
    }
  },
  reference({ goal, numbers, text, k }) {
    switch (goal) {
      case 'limiter': {
        const users: Readonly<Record<string, string>> = { a: 'ada', b: 'ben', c: 'cleo' };
        const served: boolean[] = [];
        numbers.forEach((time, i) => {
          const before = numbers.filter((t, j) => j < i && served[j] && text[j] === text[i] && time - t < k);
          served.push(before.length < 2);
        });
        return tuple(
          numbers.flatMap((time, i) => (served[i] ? [] : [`${users[text[i]]} at ${time}`])),
          served.filter(Boolean).length,
        );
      }
      case 'sums':
        return windows(numbers, k).map(sum);
      case 'best':
        return Math.max(...windows(numbers, k).map(sum));
      case 'smooth':
        return windows(numbers, k).map((window) => Math.floor(sum(window) / k));
      case 'maxima':
        return windows(numbers, k).map((window) => Math.max(...window));
      case 'distinct': {
        const parts = [...text].flatMap((_, i) => [...text].map((__, j) => text.slice(i, j + 1)));
        return Math.max(
          ...parts.filter((part) => new Set(part).size === part.length).map((part) => part.length),
        );
      }
      case 'shortest':
        return 1 + numbers.findIndex((_, i) => windows(numbers, i + 1).some((window) => sum(window) >= k));
    }
  },
  example: {
    plan: { goal: 'maxima', numbers: [2, 8, 5, 1, 7], text: '', k: 3, items: 'xs' },
    answer: '[8, 8, 7]',
  },
});
