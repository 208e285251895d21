// Largest and smallest: their values and places, the runners-up, the spread, the nearest.

import type { Stmt } from '../../grammar/ast.ts';
import { expr, stmts } from '../../grammar/quote.ts';
import { literal, tuple } from '../data.ts';
import { defineFamily } from '../family.ts';
import { MEASURES } from '../pools.ts';

interface Plan {
  goal: 'max' | 'min' | 'index' | 'range' | 'second' | 'nearest' | 'peaks' | 'top-three' | 'skyline';
  numbers: number[];
  target: number;
  item: string;
  items: string;
}

/** What may be asked at each level. */
const GOALS: Readonly<Record<number, readonly Plan['goal'][]>> = {
  1: ['max', 'min'],
  2: ['max', 'min', 'index'],
  3: ['range', 'nearest', 'index'],
  4: ['second', 'nearest'],
  5: ['peaks', 'second'],
  6: ['top-three', 'peaks'],
  7: ['skyline'],
  8: ['skyline'],
  9: ['skyline'],
};

export const extremesFamily = defineFamily<Plan>({
  name: 'extremes',
  title: 'Largest and smallest',
  topics: ['lists', 'loops', 'searching'],
  ladder: [
    [1, 'the largest or smallest of three numbers'],
    [2, 'of five numbers; the place of the largest'],
    [3, 'the spread, or the number nearest to another'],
    [4, 'the second largest'],
    [5, 'the numbers higher than both neighbours'],
    [6, 'the three largest of a longer list'],
    [7, 'which of a row of houses see the sea, and the rain that stays between them'],
    [8, 'longer rows'],
    [9, 'still longer rows'],
  ],
  plan(draw, level) {
    if (level >= 7) {
      const size = [6, 9, 14][level - 7] + draw.int(0, 1);
      return { goal: 'skyline', numbers: draw.ints(size, 1, 9), target: 0, item: 'height', items: 'heights' };
    }
    const { item, items, range } = draw.pick(MEASURES);
    const goal = draw.pick(GOALS[level]);
    const count = [3, 5, 6, 7, 8, 10][level - 1] + draw.int(0, level > 1 ? 1 : 0);
    return { goal, numbers: draw.distinct(count, ...range), target: draw.int(...range), item, items };
  },
  write({ goal, numbers, target, item, items }, draw) {
    const plain = item === 'number' || item === 'value';
    const names = {
      xs: [items, items, 'values'],
      x: [item, item, 'value'],
      best: ['result', goal === 'min' ? 'smallest' : 'largest', goal === 'min' ? 'lowest' : 'highest'],
      i: ['k', 'pos'],
      'low high': ['smallest largest', 'minimum maximum'],
    };
    const argument = literal(numbers);
    switch (goal) {
      case 'skyline': {
        const views = draw.pick([
          stmts`
            def seeing(heights: list[int]) -> list[int]:
                places: list[int] = []
                tallest = 0
                for i, height in enumerate(heights):
                    if height > tallest:
                        places.append(i)
                        tallest = height
                return places`,
          stmts`
            def seeing(heights: list[int]) -> list[int]:
                places = [0]
                for i in range(1, len(heights)):
                    if heights[i] > heights[places[-1]]:
                        places.append(i)
                return places`,
        ]);
        const water = draw.pick([
          stmts`
            def water_between(heights: list[int]) -> int:
                left, right = 0, len(heights) - 1
                left_most, right_most = 0, 0
                water = 0
                while left < right:
                    if heights[left] < heights[right]:
                        if heights[left] >= left_most:
                            left_most = heights[left]
                        else:
                            water += left_most - heights[left]
                        left += 1
                    else:
                        if heights[right] >= right_most:
                            right_most = heights[right]
                        else:
                            water += right_most - heights[right]
                        right -= 1
                return water`,
          stmts`
            def highest_so_far(heights: list[int]) -> list[int]:
                highest: list[int] = []
                top = 0
                for height in heights:
                    if height > top:
                        top = height
                    highest.append(top)
                return highest

            def water_between(heights: list[int]) -> int:
                from_left = highest_so_far(heights)
                from_right = highest_so_far(heights[::-1])[::-1]
                water = 0
                for i, height in enumerate(heights):
                    level = min(from_left[i], from_right[i])
                    if level > height:
                        water += level - height
                return water`,
          stmts`
            def water_between(heights: list[int]) -> int:
                water = 0
                open_walls: list[int] = []
                for i, height in enumerate(heights):
                    while open_walls and heights[open_walls[-1]] < height:
                        bottom = heights[open_walls.pop()]
                        if not open_walls:
                            break
                        wall = open_walls[-1]
                        water += (i - wall - 1) * (min(heights[wall], height) - bottom)
                    open_walls.append(i)
                return water`,
        ]);
        const main = draw.pick([
          stmts`
            def survey(heights: list[int]) -> tuple[list[int], list[int], int]:
                westward = seeing(heights)
                eastward = [len(heights) - 1 - i for i in seeing(heights[::-1])]
                return (westward, eastward, water_between(heights))`,
          stmts`
            def survey(heights: list[int]) -> tuple[list[int], list[int], int]:
                westward = seeing(heights)
                eastward: list[int] = []
                for place in seeing(list(reversed(heights))):
                    eastward.append(len(heights) - place - 1)
                water = water_between(heights)
                return (westward, eastward, water)`,
        ]);
        return {
          body: [...views, ...water, ...main],
          call: expr`survey(${literal(numbers)})`,
          names: {
            survey: ['describe_row', 'look_at', 'skyline'],
            seeing: ['with_view', 'record_places'],
            water_between: ['trapped_rain', 'rain_kept'],
            heights: ['houses', 'walls'],
            height: ['house', 'wall_height'],
            water: ['rain', 'units'],
            places: ['found', 'records'],
          },
          doc: 'Tell which {heights} are seen from the west and from the east, and how much rain stays between them.',
        };
      }
      case 'max':
      case 'min': {
        const better = goal === 'max' ? expr`x > best` : expr`x < best`;
        const indexed = goal === 'max' ? expr`xs[i] > best` : expr`xs[i] < best`;
        const body = draw.pick([
          stmts`
            best = xs[0]
            for x in xs:
                if ${better}:
                    best = x
            return best`,
          stmts`
            best = xs[0]
            for x in xs[1:]:
                if ${better}:
                    best = x
            return best`,
          stmts`
            best = xs[0]
            for i in range(1, len(xs)):
                if ${indexed}:
                    best = xs[i]
            return best`,
          stmts`
            best = xs[0]
            i = 1
            while i < len(xs):
                best = ${goal === 'max' ? 'max' : 'min'}(best, xs[i])
                i += 1
            return best`,
        ]);
        const word = goal === 'max' ? ['largest', 'highest', 'maximum'] : ['smallest', 'lowest', 'minimum'];
        const main = stmts`
          def find_best(xs: list[int]) -> int:
              ${body}`;
        const titles = plain
          ? word.slice(0, 2).map((w) => `find_${w}`)
          : word.slice(0, 2).map((w) => `${w}_${item}`);
        return {
          body: main,
          call: expr`find_best(${argument})`,
          names: { ...names, find_best: [...titles, `find_${word[2]}`] },
        };
      }
      case 'index': {
        const body = draw.pick([
          stmts`
            best = 0
            for i in range(1, len(xs)):
                if xs[i] > xs[best]:
                    best = i
            return best`,
          stmts`
            best = 0
            for i, x in enumerate(xs):
                if x > xs[best]:
                    best = i
            return best`,
          stmts`return xs.index(max(xs))`,
        ]);
        const main = stmts`
          def index_of_largest(xs: list[int]) -> int:
              ${body}`;
        return {
          body: main,
          call: expr`index_of_largest(${argument})`,
          names: {
            ...names,
            best: ['place', 'top', 'where'],
            index_of_largest: ['place_of_maximum', 'position_of_max', 'argmax'],
          },
          doc: 'Return the index of the largest of the {xs}.',
        };
      }
      case 'range': {
        const body = draw.pick([
          stmts`
            low = xs[0]
            high = xs[0]
            for x in xs:
                if x < low:
                    low = x
                if x > high:
                    high = x
            return high - low`,
          stmts`
            low = high = xs[0]
            for x in xs[1:]:
                if x < low:
                    low = x
                elif x > high:
                    high = x
            return high - low`,
          stmts`return max(xs) - min(xs)`,
        ]);
        const main = stmts`
          def spread(xs: list[int]) -> int:
              ${body}`;
        return {
          body: main,
          call: expr`spread(${argument})`,
          names: { ...names, spread: ['value_range', `${item}_range`, 'difference'] },
          doc: 'Return how far the largest and the smallest of the {xs} are apart.',
        };
      }
      case 'second': {
        const body = draw.pick([
          stmts`
            best = max(xs[0], xs[1])
            second = min(xs[0], xs[1])
            for x in xs[2:]:
                if x > best:
                    second = best
                    best = x
                elif x > second:
                    second = x
            return second`,
          stmts`
            best = max(xs)
            rest = [x for x in xs if x != best]
            return max(rest)`,
          stmts`
            best, second = xs[0], xs[1]
            if second > best:
                best, second = second, best
            for i in range(2, len(xs)):
                if xs[i] > best:
                    best, second = xs[i], best
                elif xs[i] > second:
                    second = xs[i]
            return second`,
        ]);
        const main = stmts`
          def second_largest(xs: list[int]) -> int:
              ${body}`;
        return {
          body: main,
          call: expr`second_largest(${argument})`,
          names: {
            ...names,
            best: ['largest', 'first', 'top'],
            second: ['runner_up', 'next_best'],
            second_largest: ['runner_up_value', `second_highest_${item}`, 'silver'],
          },
        };
      }
      case 'nearest': {
        const body: Stmt[] = draw.pick([
          stmts`
            best = xs[0]
            for x in xs:
                if abs(x - target) < abs(best - target):
                    best = x
            return best`,
          stmts`
            best = xs[0]
            gap = abs(best - target)
            for x in xs[1:]:
                distance = abs(x - target)
                if distance < gap:
                    best, gap = x, distance
            return best`,
          stmts`return min(xs, key=lambda x: abs(x - target))`,
        ]);
        const main = stmts`
          def nearest(xs: list[int], target: int) -> int:
              ${body}`;
        return {
          body: main,
          call: expr`nearest(${argument}, ${literal(target)})`,
          names: {
            ...names,
            distance: ['gap_here', 'away'],
            xs: [items, 'values'],
            x: [item === 'distance' ? 'value' : item],
            best: ['closest', 'result'],
            target: ['goal', 'wanted'],
            nearest: ['closest_value', 'find_nearest', 'closest_to'],
          },
          doc: 'Return the first of the {xs} that is closest to {target}.',
        };
      }
      case 'peaks': {
        const body = draw.pick([
          stmts`
            peaks: list[int] = []
            for i in range(1, len(xs) - 1):
                if xs[i] > xs[i - 1] and xs[i] > xs[i + 1]:
                    peaks.append(xs[i])
            return peaks`,
          stmts`
            peaks: list[int] = []
            for left, middle, right in zip(xs, xs[1:], xs[2:]):
                if left < middle > right:
                    peaks.append(middle)
            return peaks`,
          stmts`return [xs[i] for i in range(1, len(xs) - 1) if xs[i - 1] < xs[i] > xs[i + 1]]`,
        ]);
        const main = stmts`
          def find_peaks(xs: list[int]) -> list[int]:
              ${body}`;
        return {
          body: main,
          call: expr`find_peaks(${argument})`,
          names: { ...names, peaks: ['found', 'tops', 'summits'], find_peaks: ['local_maxima', 'peaks_of'] },
          doc: 'Return the {xs} that are higher than both neighbours.',
        };
      }
      case 'top-three': {
        const body = draw.pick([
          stmts`
            rest = list(xs)
            top: list[int] = []
            while len(top) < 3:
                best = max(rest)
                rest.remove(best)
                top.append(best)
            return (top[0], top[1], top[2])`,
          stmts`
            first = second = third = min(xs)
            for x in xs:
                if x > first:
                    first, second, third = x, first, second
                elif x > second:
                    second, third = x, second
                elif x > third:
                    third = x
            return (first, second, third)`,
          stmts`
            ordered = sorted(xs, reverse=True)
            first, second, third = ordered[:3]
            return (first, second, third)`,
        ]);
        const main = stmts`
          def top_three(xs: list[int]) -> tuple[int, int, int]:
              ${body}`;
        return {
          body: main,
          call: expr`top_three(${argument})`,
          names: {
            ...names,
            'first second third': ['gold silver bronze', 'a b c'],
            top_three: ['podium', 'three_largest', `best_${items}`],
          },
        };
      }
    }
  },
  reference({ goal, numbers, target }) {
    const descending = numbers.toSorted((a, b) => b - a);
    switch (goal) {
      case 'skyline': {
        const before = (i: number): number[] => numbers.slice(0, i);
        const after = (i: number): number[] => numbers.slice(i + 1);
        const range = numbers.map((_, i) => i);
        return tuple(
          range.filter((i) => before(i).every((x) => x < numbers[i])),
          range.filter((i) => after(i).every((x) => x < numbers[i])).reverse(),
          range.reduce((sum, i) => {
            const level = Math.min(Math.max(0, ...before(i)), Math.max(0, ...after(i)));
            return sum + Math.max(0, level - numbers[i]);
          }, 0),
        );
      }
      case 'max':
        return descending[0];
      case 'min':
        return descending[descending.length - 1];
      case 'index':
        return numbers.indexOf(descending[0]);
      case 'range':
        return descending[0] - descending[descending.length - 1];
      case 'second':
        return descending[1];
      case 'nearest':
        return numbers.toSorted((a, b) => Math.abs(a - target) - Math.abs(b - target))[0];
      case 'peaks':
        return numbers.filter(
          (x, i) => i > 0 && i < numbers.length - 1 && x > Math.max(numbers[i - 1], numbers[i + 1]),
        );
      case 'top-three':
        return tuple(...descending.slice(0, 3));
    }
  },
  example: {
    plan: { goal: 'peaks', numbers: [1, 5, 2, 3, 9, 4], target: 0, item: 'x', items: 'xs' },
    answer: '[5, 9]',
  },
});
