// Means and spreads in floating point: mean, weighted mean, moving mean, variance, median of halves.

import { expr, stmts } from '../../grammar/quote.ts';
import { literal, real, type Data } from '../data.ts';
import { rounded } from '../decimals.ts';
import { defineFamily } from '../family.ts';
import { MEASURES } from '../pools.ts';

interface Plan {
  goal: 'mean' | 'above' | 'weighted' | 'median' | 'variance' | 'trimmed' | 'exponential' | 'clusters';
  numbers: number[];
  weights: number[];
  items: string;
  item: string;
}

// Doubles are added in the order in which the programs add them.
const sum = (numbers: readonly number[]): number => numbers.reduce((a, b) => a + b, 0);
const mean = (numbers: readonly number[]): number => sum(numbers) / numbers.length;

/** The number of the first of the centres that none is nearer to x than. */
const closest = (x: number, centres: readonly number[]): number => {
  const gaps = centres.map((centre) => Math.abs(x - centre));
  return gaps.indexOf(Math.min(...gaps));
};

/** The centres in every round until they stay, or in twenty rounds. */
function centred(numbers: readonly number[], centres: readonly number[], round = 0): (readonly number[])[] {
  const moved = centres.map((centre, i) => {
    const group = numbers.filter((x) => closest(x, centres) === i);
    return group.length === 0 ? centre : Math.floor(mean(group));
  });
  const stays = moved.every((centre, i) => centre === centres[i]);
  return stays || round === 20 ? [centres] : [centres, ...centred(numbers, moved, round + 1)];
}

const GOALS: Readonly<Record<number, readonly Plan['goal'][]>> = {
  1: ['mean'],
  2: ['mean', 'above'],
  3: ['weighted', 'median'],
  4: ['variance', 'trimmed'],
  5: ['exponential', 'variance'],
  6: ['exponential', 'variance', 'trimmed'],
  7: ['clusters'],
  8: ['clusters'],
  9: ['clusters'],
};

export const averagesFamily = defineFamily<Plan>({
  name: 'averages',
  title: 'Means and spreads',
  topics: ['floats', 'lists', 'loops'],
  ladder: [
    [1, 'the mean of a few numbers'],
    [2, 'the numbers above the mean'],
    [3, 'the weighted mean, or the median'],
    [4, 'the variance, or the mean without extremes'],
    [5, 'a mean that forgets slowly'],
    [6, 'longer lists'],
    [7, 'numbers around two centres that move'],
    [8, 'more rounds'],
    [9, 'three centres'],
  ],
  plan(draw, level) {
    if (level >= 7) {
      const { item, items, range } = draw.pick(MEASURES.filter(({ range: [low, high] }) => high - low > 45));
      for (;;) {
        const numbers = draw.distinct([5, 6, 6][level - 7], ...range);
        const weights = draw.sample(numbers, level < 9 ? 2 : 3).sort((a, b) => a - b);
        const rounds = centred(numbers, weights).length;
        if (rounds >= level - 5 && rounds <= level - 4)
          return { goal: 'clusters', numbers, weights, items, item };
      }
    }
    const { item, items, range } = draw.pick(MEASURES);
    const size = [3, 4, 4, 5, 5, 8][level - 1] + draw.int(0, 1);
    return {
      goal: draw.pick(GOALS[level]),
      numbers: draw.ints(size, ...range),
      weights: draw.ints(size, 1, 5),
      items,
      item,
    };
  },
  write({ goal, numbers, weights, items, item }, draw) {
    const names = {
      xs: [items, items, 'values'],
      x: [item, item, 'value'],
      total: ['acc', 'sum_so_far'],
      average: ['mean', 'middle'],
    };
    const argument = literal(numbers);
    const average = draw.pick([
      stmts`average = sum(xs) / len(xs)`,
      stmts`
        total = 0
        for x in xs:
            total += x
        average = total / len(xs)`,
    ]);
    switch (goal) {
      case 'clusters': {
        const nearest = draw.pick([
          stmts`
            def nearest(x: int, centers: list[int]) -> int:
                best = 0
                for i in range(1, len(centers)):
                    if abs(x - centers[i]) < abs(x - centers[best]):
                        best = i
                return best`,
          stmts`
            def nearest(x: int, centers: list[int]) -> int:
                best = 0
                shortest = abs(x - centers[0])
                for i, center in enumerate(centers):
                    gap = abs(x - center)
                    if gap < shortest:
                        best = i
                        shortest = gap
                return best`,
        ]);
        const mean = stmts`
          def mean_of(group: list[int], default: int) -> int:
              if not group:
                  return default
              total = 0
              for x in group:
                  total += x
              return total // len(group)`;
        const main = draw.pick([
          stmts`
            def find_groups(xs: list[int], centers: list[int]) -> list[list[int]]:
                while True:
                    groups: list[list[int]] = [[] for _ in centers]
                    for x in xs:
                        groups[nearest(x, centers)].append(x)
                    moved = [mean_of(group, center) for group, center in zip(groups, centers)]
                    if moved == centers:
                        return groups
                    centers = moved`,
          stmts`
            def find_groups(xs: list[int], centers: list[int]) -> list[list[int]]:
                groups: list[list[int]] = []
                changed = True
                while changed:
                    changed = False
                    groups = [[] for _ in centers]
                    for x in xs:
                        groups[nearest(x, centers)].append(x)
                    for i, group in enumerate(groups):
                        moved = mean_of(group, centers[i])
                        if moved != centers[i]:
                            centers[i] = moved
                            changed = True
                return groups`,
        ]);
        return {
          body: [...nearest, ...mean, ...main],
          call: expr`find_groups(${literal(numbers)}, ${literal(weights)})`,
          names: {
            xs: [items],
            x: [item],
            find_groups: ['cluster', 'group_by_center', 'k_means'],
            nearest: ['closest', 'index_of_nearest'],
            mean_of: ['center_of', 'average'],
            centers: ['means', 'middles'],
            groups: ['clusters', 'parts'],
            moved: ['updated', 'new_centers'],
            gap: ['distance_to', 'difference'],
          },
          doc: 'Put each number to the nearest of the {centers}, which move to the means of their groups until they stay.',
        };
      }
      case 'mean': {
        const body = draw.pick([
          stmts`
            def mean_of(xs: list[int]) -> float:
                total = 0
                for x in xs:
                    total += x
                return total / len(xs)`,
          stmts`
            def mean_of(xs: list[int]) -> float:
                return sum(xs) / len(xs)`,
          stmts`
            def mean_of(xs: list[int]) -> float:
                total = 0
                count = 0
                for x in xs:
                    total += x
                    count += 1
                return total / count`,
        ]);
        return {
          body,
          call: expr`mean_of(${argument})`,
          names: { ...names, mean_of: ['average_of', `mean_${item}`, `average_${item}`] },
        };
      }
      case 'above': {
        const body = draw.pick([
          stmts`
            def above_average(xs: list[int]) -> list[int]:
                ${average}
                return [x for x in xs if x > average]`,
          stmts`
            def above_average(xs: list[int]) -> list[int]:
                ${average}
                result: list[int] = []
                for x in xs:
                    if x > average:
                        result.append(x)
                return result`,
        ]);
        return {
          body,
          call: expr`above_average(${argument})`,
          names: { ...names, above_average: ['better_than_mean', 'upper_part'], result: ['above', 'high'] },
        };
      }
      case 'weighted': {
        const body = draw.pick([
          stmts`
            def weighted_mean(xs: list[int], weights: list[int]) -> float:
                total = 0
                for x, weight in zip(xs, weights):
                    total += x * weight
                return round(total / sum(weights), 2)`,
          stmts`
            def weighted_mean(xs: list[int], weights: list[int]) -> float:
                total = 0
                count = 0
                for i in range(len(xs)):
                    total += xs[i] * weights[i]
                    count += weights[i]
                return round(total / count, 2)`,
        ]);
        return {
          body,
          call: expr`weighted_mean(${argument}, ${literal(weights)})`,
          names: {
            xs: [items === 'weights' ? 'values' : items, 'values'],
            x: [item === 'weight' ? 'value' : item, 'value'],
            total: names.total,
            weighted_mean: ['weighted_average', 'mean_with_weights'],
            weights: ['counts', 'shares'],
            weight: ['share', 'w'],
          },
        };
      }
      case 'median': {
        const body = draw.pick([
          stmts`
            def median(xs: list[int]) -> float:
                ordered = sorted(xs)
                middle = len(ordered) // 2
                if len(ordered) % 2 == 1:
                    return float(ordered[middle])
                return (ordered[middle - 1] + ordered[middle]) / 2`,
          stmts`
            def median(xs: list[int]) -> float:
                left = sorted(xs)
                while len(left) > 2:
                    left = left[1:-1]
                return sum(left) / len(left)`,
        ]);
        return {
          body,
          call: expr`median(${argument})`,
          names: { ...names, ordered: ['in_order', 'ranked'], median: ['middle_value', `median_${item}`] },
        };
      }
      case 'variance': {
        const body = draw.pick([
          stmts`
            def variance(xs: list[int]) -> float:
                ${average}
                squares = 0.0
                for x in xs:
                    squares += (x - average) * (x - average)
                return round(squares / len(xs), 3)`,
          stmts`
            def variance(xs: list[int]) -> float:
                ${average}
                squares = 0.0
                for i in range(len(xs)):
                    gap = xs[i] - average
                    squares += gap * gap
                return round(squares / len(xs), 3)`,
        ]);
        return {
          body,
          call: expr`variance(${argument})`,
          names: {
            ...names,
            variance: ['spread', 'mean_square_gap'],
            squares: ['total_squares', 'deviation'],
            gap: ['difference', 'off'],
          },
        };
      }
      case 'trimmed': {
        const body = draw.pick([
          stmts`
            def trimmed_mean(xs: list[int]) -> float:
                kept = sorted(xs)[1:-1]
                return round(sum(kept) / len(kept), 2)`,
          stmts`
            def trimmed_mean(xs: list[int]) -> float:
                low = xs[0]
                high = xs[0]
                total = 0
                for x in xs:
                    low = min(low, x)
                    high = max(high, x)
                    total += x
                return round((total - low - high) / (len(xs) - 2), 2)`,
        ]);
        return {
          body,
          call: expr`trimmed_mean(${argument})`,
          names: {
            ...names,
            trimmed_mean: ['fair_mean', 'mean_without_extremes'],
            kept: ['inner', 'middle_values'],
            'low high': ['smallest largest', 'worst best'],
          },
        };
      }
      case 'exponential': {
        const body = draw.pick([
          stmts`
            def smooth(xs: list[int]) -> list[float]:
                average = float(xs[0])
                result = [average]
                for x in xs[1:]:
                    average = (average + x) / 2
                    result.append(average)
                return result`,
          stmts`
            def smooth(xs: list[int]) -> list[float]:
                result = [float(xs[0])]
                for i in range(1, len(xs)):
                    result.append((result[i - 1] + xs[i]) / 2)
                return result`,
        ]);
        return {
          body,
          call: expr`smooth(${argument})`,
          names: { ...names, smooth: ['running_mean', 'smoothed'], result: ['out', 'curve'] },
        };
      }
    }
  },
  reference({ goal, numbers, weights }): Data {
    const ordered = numbers.toSorted((a, b) => a - b);
    const half = Math.floor(ordered.length / 2);
    switch (goal) {
      case 'clusters': {
        const [centres] = centred(numbers, weights).slice(-1);
        return centres.map((_, i) => numbers.filter((x) => closest(x, centres) === i));
      }
      case 'mean':
        return real(mean(numbers));
      case 'above':
        return numbers.filter((x) => x > mean(numbers));
      case 'weighted':
        return real(rounded(sum(numbers.map((x, i) => x * weights[i])) / sum(weights), 2));
      case 'median':
        return real((ordered[half] + ordered[ordered.length - 1 - half]) / 2);
      case 'variance':
        return real(rounded(mean(numbers.map((x) => (x - mean(numbers)) ** 2)), 3));
      case 'trimmed':
        return real(rounded(mean(ordered.slice(1, -1)), 2));
      case 'exponential': {
        const smooth = (i: number): number => (i === 0 ? numbers[0] : (smooth(i - 1) + numbers[i]) / 2);
        return numbers.map((_, i) => real(smooth(i)));
      }
    }
  },
  example: {
    plan: { goal: 'median', numbers: [7, 1, 4, 2], weights: [], items: 'xs', item: 'x' },
    answer: '3.0',
  },
});
