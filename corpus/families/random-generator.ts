// Pseudo-random numbers by a linear congruential generator: drawing, dice, shuffling, finding the period.

import { expr, stmts } from '../../grammar/quote.ts';
import { literal, type Data, dict, tuple } from '../data.ts';
import { defineFamily } from '../family.ts';
import { PEOPLE } from '../pools.ts';

interface Plan {
  goal: 'next' | 'sequence' | 'dice' | 'period' | 'class' | 'shuffle' | 'hits' | 'board-game';
  /** for `board-game`: from where to where */
  jumps?: [number, number][];
  seed: number;
  a: number;
  c: number;
  m: number;
  count: number;
  items: string[];
}

/** The first values after the seed. */
function values({ seed, a, c, m }: Plan, count: number): number[] {
  return Array.from({ length: count }).reduce<number[]>(
    (all) => [...all, ((all.at(-1) ?? seed) * a + c) % m],
    [],
  );
}

/** A game that is not over by then has no winner. */
const TURNS = 30;

const GOALS: Readonly<Record<number, readonly Plan['goal'][]>> = {
  2: ['next', 'sequence'],
  3: ['sequence', 'dice'],
  4: ['dice', 'class'],
  5: ['period', 'class'],
  6: ['shuffle', 'hits'],
  7: ['hits', 'shuffle', 'period'],
  8: ['board-game'],
  9: ['board-game'],
  10: ['board-game'],
};

export const randomGeneratorFamily = defineFamily<Plan>({
  name: 'random-generator',
  title: 'A random number generator',
  topics: ['simulation', 'number-theory', 'classes'],
  ladder: [
    [2, 'a few numbers'],
    [3, 'rolling dice'],
    [4, 'more rolls, or the generator as a class'],
    [5, 'after how many steps it repeats'],
    [6, 'shuffling a list, or counting hits'],
    [7, 'longer runs'],
    [8, 'snakes and ladders with dice of one’s own'],
    [9, 'more players'],
    [10, 'longer boards'],
  ],
  plan(draw, level) {
    if (level >= 8) {
      const [a, c, m] = draw.pick([
        [21, 17, 128],
        [75, 74, 1009],
        [17, 43, 256],
        [106, 1283, 6075],
        [211, 1663, 7875],
      ]);
      const goal = [18, 24, 40][level - 8] + draw.int(0, 6);
      const places = draw.distinct(8, 2, goal - 1);
      const jumps = [0, 2, 4, 6]
        .slice(0, level === 8 ? 3 : 4)
        .map((i): [number, number] => [places[i], places[i + 1]]);
      return {
        goal: 'board-game',
        seed: draw.int(1, m - 1),
        a,
        c,
        m,
        count: goal,
        items: draw.sample(PEOPLE, level === 8 ? 2 : 3),
        jumps,
      };
    }
    const goal = draw.pick(GOALS[level]);
    const small = goal === 'period';
    const [a, c, m] = small
      ? [draw.int(2, 9), draw.int(1, 9), draw.pick([11, 13, 16, 17, 19, 23])]
      : draw.pick([
          [13, 7, 100],
          [21, 17, 128],
          [75, 74, 1009],
          [17, 43, 256],
          [106, 1283, 6075],
          [211, 1663, 7875],
        ]);
    return {
      goal,
      seed: draw.int(1, m - 1),
      a,
      c,
      m,
      count: [3, 4, 6, 6, 6, 12][level - 2] + draw.int(0, 2),
      items: draw.sample(PEOPLE, level === 7 ? 7 : 5),
    };
  },
  write({ goal, seed, a, c, m, count, items, jumps }, draw) {
    const names = {
      seed: ['state', 'start', 'x'],
      rolls: ['result', 'thrown', 'values'],
      n: ['count', 'times', 'rounds'],
      value: ['number', 'drawn'],
    };
    const step = stmts`
      def next_value(seed: int) -> int:
          return (${a} * seed + ${c}) % ${m}`;
    switch (goal) {
      case 'board-game': {
        const dice = draw.pick([
          stmts`
            class Dice:
                def __init__(self, seed: int) -> None:
                    self.state = seed

                def roll(self) -> int:
                    self.state = (self.state * ${a} + ${c}) % ${m}
                    return self.state % 6 + 1`,
          stmts`
            class Dice:
                def __init__(self, seed: int) -> None:
                    self.state = seed
                    self.rolls = 0

                def roll(self) -> int:
                    self.rolls += 1
                    self.state = (${a} * self.state + ${c}) % ${m}
                    return 1 + self.state % 6`,
        ]);
        const step = draw.pick([
          stmts`
            def advance(place: int, steps: int, goal: int, jumps: dict[int, int]) -> int:
                target = place + steps
                if target > goal:
                    return place
                if target in jumps:
                    return jumps[target]
                return target`,
          stmts`
            def advance(place: int, steps: int, goal: int, jumps: dict[int, int]) -> int:
                if place + steps > goal:
                    return place
                return jumps.get(place + steps, place + steps)`,
        ]);
        const main = draw.pick([
          stmts`
            def play(players: list[str], goal: int, jumps: dict[int, int], seed: int) -> tuple[str, dict[str, int]]:
                dice = Dice(seed)
                places = {name: 0 for name in players}
                for turn in range(${TURNS}):
                    name = players[turn % len(players)]
                    steps = dice.roll()
                    places[name] = advance(places[name], steps, goal, jumps)
                    if steps == 6 and places[name] != goal:
                        places[name] = advance(places[name], dice.roll(), goal, jumps)
                    if places[name] == goal:
                        return (name, places)
                return ('nobody', places)`,
          stmts`
            def play(players: list[str], goal: int, jumps: dict[int, int], seed: int) -> tuple[str, dict[str, int]]:
                dice = Dice(seed)
                places: dict[str, int] = {}
                for name in players:
                    places[name] = 0
                turns = 0
                while turns < ${TURNS}:
                    for name in players:
                        again = True
                        rolls = 0
                        while again and rolls < 2:
                            steps = dice.roll()
                            rolls += 1
                            places[name] = advance(places[name], steps, goal, jumps)
                            if places[name] == goal:
                                return (name, places)
                            again = steps == 6
                        turns += 1
                        if turns == ${TURNS}:
                            break
                return ('nobody', places)`,
        ]);
        return {
          body: [...dice, ...step, ...main],
          call: expr`play(${literal(items)}, ${count}, ${literal(dict(jumps ?? []))}, ${seed})`,
          names: {
            play: ['snakes_and_ladders', 'race', 'board_game'],
            advance: ['move', 'new_place'],
            Dice: ['Die', 'Roller'],
            places: ['positions', 'fields'],
            jumps: ['ladders', 'shortcuts'],
            goal: ['last', 'finish'],
            steps: ['rolled', 'points'],
          },
          doc: 'Play snakes and ladders until someone is exactly at the {goal}; a six may roll once more.',
        };
      }
      case 'next': {
        const body = draw.pick([
          stmts`
            def advance(seed: int, n: int) -> int:
                for _ in range(n):
                    seed = (${a} * seed + ${c}) % ${m}
                return seed`,
          stmts`
            def advance(seed: int, n: int) -> int:
                if n == 0:
                    return seed
                return advance((${a} * seed + ${c}) % ${m}, n - 1)`,
        ]);
        return {
          body,
          call: expr`advance(${seed}, ${count})`,
          names: { ...names, advance: ['random_after', 'nth_random', 'skip_ahead'] },
        };
      }
      case 'sequence': {
        const body = draw.pick([
          stmts`
            def random_numbers(seed: int, n: int) -> list[int]:
                rolls: list[int] = []
                for _ in range(n):
                    seed = (${a} * seed + ${c}) % ${m}
                    rolls.append(seed)
                return rolls`,
          [
            ...step,
            ...stmts`
              def random_numbers(seed: int, n: int) -> list[int]:
                  rolls = [next_value(seed)]
                  while len(rolls) < n:
                      rolls.append(next_value(rolls[-1]))
                  return rolls`,
          ],
        ]);
        return {
          body,
          call: expr`random_numbers(${seed}, ${count})`,
          names: {
            ...names,
            rolls: ['numbers', 'values'],
            random_numbers: ['draw_numbers', 'lcg'],
            next_value: ['step', 'advance'],
          },
        };
      }
      case 'dice': {
        const body = draw.pick([
          stmts`
            def roll_dice(seed: int, n: int) -> list[int]:
                rolls: list[int] = []
                for _ in range(n):
                    seed = (${a} * seed + ${c}) % ${m}
                    rolls.append(seed % 6 + 1)
                return rolls`,
          [
            ...step,
            ...stmts`
              def roll_dice(seed: int, n: int) -> list[int]:
                  rolls: list[int] = []
                  while n > 0:
                      seed = next_value(seed)
                      rolls.append(1 + seed % 6)
                      n -= 1
                  return rolls`,
          ],
        ]);
        return {
          body,
          call: expr`roll_dice(${seed}, ${count})`,
          names: { ...names, roll_dice: ['throw_dice', 'dice_rolls'], next_value: ['step', 'advance'] },
        };
      }
      case 'class': {
        const body = stmts`
          class Dice:
              def __init__(self, seed: int) -> None:
                  self.state = seed

              def roll(self) -> int:
                  self.state = (${a} * self.state + ${c}) % ${m}
                  return self.state % 6 + 1

          def total_of_rolls(seed: int, n: int) -> int:
              dice = Dice(seed)
              total = 0
              for _ in range(n):
                  total += dice.roll()
              return total`;
        return {
          body,
          call: expr`total_of_rolls(${seed}, ${count})`,
          names: {
            ...names,
            Dice: ['Die', 'RandomDie'],
            total_of_rolls: ['sum_of_dice', 'play'],
            dice: ['die', 'cube'],
            total: ['points', 'score'],
          },
        };
      }
      case 'period': {
        const body = draw.pick([
          stmts`
            def period(seed: int) -> int:
                seen: dict[int, int] = {}
                steps = 0
                while seed not in seen:
                    seen[seed] = steps
                    seed = (${a} * seed + ${c}) % ${m}
                    steps += 1
                return steps - seen[seed]`,
          [
            ...step,
            ...stmts`
              def period(seed: int) -> int:
                  history = [seed]
                  while True:
                      seed = next_value(seed)
                      if seed in history:
                          return len(history) - history.index(seed)
                      history.append(seed)`,
          ],
        ]);
        return {
          body,
          call: expr`period(${seed})`,
          names: {
            ...names,
            period: ['cycle_length', 'repeats_after'],
            seen: ['first_seen', 'known'],
            next_value: ['step', 'advance'],
          },
          doc: 'Return the length of the cycle that the generator runs into.',
        };
      }
      case 'shuffle': {
        const main = draw.pick([
          stmts`
            def shuffle(items: list[str], seed: int) -> list[str]:
                for i in range(len(items) - 1, 0, -1):
                    seed = next_value(seed)
                    j = seed % (i + 1)
                    items[i], items[j] = items[j], items[i]
                return items`,
          stmts`
            def shuffle(items: list[str], seed: int) -> list[str]:
                i = len(items) - 1
                while i > 0:
                    seed = next_value(seed)
                    j = seed % (i + 1)
                    other = items[j]
                    items[j] = items[i]
                    items[i] = other
                    i -= 1
                return items`,
        ]);
        return {
          body: [...step, ...main],
          call: expr`shuffle(${literal(items)}, ${seed})`,
          names: {
            ...names,
            items: ['players', 'names', 'cards'],
            shuffle: ['mix', 'shuffled'],
            next_value: ['step', 'advance'],
          },
        };
      }
      case 'hits': {
        const main = draw.pick([
          stmts`
            def count_hits(seed: int, n: int) -> int:
                hits = 0
                for _ in range(n):
                    seed = next_value(seed)
                    x = seed % 10
                    seed = next_value(seed)
                    y = seed % 10
                    if x * x + y * y < 100:
                        hits += 1
                return hits`,
          stmts`
            def count_hits(seed: int, n: int) -> int:
                hits = 0
                while n > 0:
                    first = next_value(seed)
                    second = next_value(first)
                    if (first % 10) ** 2 + (second % 10) ** 2 < 100:
                        hits += 1
                    seed = second
                    n -= 1
                return hits`,
        ]);
        return {
          body: [...step, ...main],
          call: expr`count_hits(${seed}, ${count})`,
          names: {
            ...names,
            count_hits: ['darts', 'monte_carlo'],
            hits: ['inside', 'scored'],
            next_value: ['step', 'advance'],
          },
          doc: 'Throw {n} darts at a quarter of a circle and count the hits.',
        };
      }
    }
  },
  reference(plan): Data {
    const { goal, m, count, items, jumps } = plan;
    const drawn = values(plan, 2 * count);
    const dice = drawn.slice(0, count).map((x) => (x % 6) + 1);
    switch (goal) {
      case 'board-game': {
        const rolls = values(plan, 2 * TURNS).map((x) => (x % 6) + 1);
        const to = new Map(jumps ?? []);
        const places = new Map(items.map((name) => [name, 0]));
        const on = (at: number, roll: number): number =>
          at + roll > count ? at : (to.get(at + roll) ?? at + roll);
        for (let turn = 0, next = 0; turn < TURNS; turn++) {
          const name = items[turn % items.length];
          const roll = rolls[next++];
          let at = on(places.get(name)!, roll);
          if (roll === 6 && at < count) at = on(at, rolls[next++]);
          places.set(name, at);
          if (at === count) return tuple(name, places);
        }
        return tuple('nobody', places);
      }
      case 'next':
        return drawn[count - 1];
      case 'sequence':
        return drawn.slice(0, count);
      case 'dice':
        return dice;
      case 'class':
        return dice.reduce((a, b) => a + b, 0);
      case 'period': {
        // After m steps the cycle has begun: its length is the distance to the next occurrence.
        const [start, ...later] = values(plan, 2 * m + 1).slice(m);
        return later.indexOf(start) + 1;
      }
      case 'shuffle': {
        const mixed = [...items];
        values(plan, items.length - 1).forEach((x, turn) => {
          const i = items.length - 1 - turn;
          const j = x % (i + 1);
          [mixed[i], mixed[j]] = [mixed[j], mixed[i]];
        });
        return mixed;
      }
      case 'hits':
        return drawn.filter((x, i) => i % 2 === 0 && (x % 10) ** 2 + (drawn[i + 1] % 10) ** 2 < 100).length;
    }
  },
  example: {
    plan: { goal: 'sequence', seed: 5, a: 3, c: 2, m: 10, count: 3, items: [] },
    answer: '[7, 3, 1]',
  },
});
