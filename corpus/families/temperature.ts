// Converting units in floating point: temperatures, lengths, speeds, times as text.

import { expr, stmts } from '../../grammar/quote.ts';
import { literal, real, tuple, type Data } from '../data.ts';
import { fixed, rounded } from '../decimals.ts';
import { defineFamily } from '../family.ts';

interface Plan {
  goal: 'celsius' | 'list' | 'describe' | 'units' | 'clock' | 'pace';
  numbers: number[];
  words: string[];
  factor: number;
}

const UNITS = new Map([['mm', 0.001], ['cm', 0.01], ['m', 1], ['km', 1000], ['inch', 0.0254], ['mile', 1609.344]]); // prettier-ignore

const toCelsius = (f: number): number => rounded(((f - 32) * 5) / 9, 1);

/** What the weather is called, by the highest bar that is reached. */
const feels = (celsius: number): string =>
  ['cold', 'mild', 'warm', 'hot'][[10, 18, 26].filter((bar) => celsius >= bar).length];

const clock = (seconds: number): string =>
  [Math.floor(seconds / 3600), Math.floor(seconds / 60) % 60, seconds % 60]
    .map((part) => String(part).padStart(2, '0'))
    .join(':');

const GOALS: Readonly<Record<number, readonly Plan['goal'][]>> = {
  1: ['celsius', 'clock'],
  2: ['list', 'clock', 'describe'],
  3: ['describe', 'list', 'units'],
  4: ['units', 'pace'],
  5: ['pace', 'units', 'describe'],
};

export const temperatureFamily = defineFamily<Plan>({
  name: 'temperature',
  title: 'Converting units',
  topics: ['floats', 'formatting', 'arithmetic'],
  ladder: [
    [1, 'one temperature, or seconds as a clock shows them'],
    [2, 'a few temperatures'],
    [3, 'what they feel like; lengths in other units'],
    [4, 'several lengths, or paces of runners'],
    [5, 'longer lists'],
  ],
  plan(draw, level) {
    const goal = draw.pick(GOALS[level]);
    const size = [1, 3, 3, 4, 6][level - 1];
    const numbers = {
      celsius: () => [draw.int(-20, 110)],
      list: () => draw.ints(size, 10, 110),
      describe: () => draw.ints(size, 20, 100),
      units: () => draw.ints(size, 1, 900),
      clock: () => draw.ints(level, 60, 40000),
      pace: () => draw.ints(size, 600, 5000),
    }[goal]();
    const known = [...UNITS.keys()];
    return {
      goal,
      numbers,
      words: goal === 'units' ? draw.list(size, () => draw.pick(known)) : [],
      factor: draw.int(2, 12),
    };
  },
  write({ goal, numbers, words, factor }, draw) {
    const names = {
      degrees: ['f', 'fahrenheit', 'temperature'],
      readings: ['temperatures', 'values', 'measured'],
      result: ['out', 'converted', 'answer'],
      seconds: ['total_seconds', 'time', 's'],
    };
    const convert = draw.pick([
      stmts`
        def to_celsius(degrees: int) -> float:
            return round((degrees - 32) * 5 / 9, 1)`,
      stmts`
        def to_celsius(degrees: int) -> float:
            above = degrees - 32
            celsius = above * 5 / 9
            return round(celsius, 1)`,
    ]);
    const list = literal(numbers);
    switch (goal) {
      case 'celsius':
        return {
          body: convert,
          call: expr`to_celsius(${literal(numbers[0])})`,
          names: {
            ...names,
            to_celsius: ['fahrenheit_to_celsius', 'convert'],
            above: ['difference', 'over'],
          },
        };
      case 'list': {
        const main = draw.pick([
          stmts`
            def convert_all(readings: list[int]) -> list[float]:
                return [to_celsius(degrees) for degrees in readings]`,
          stmts`
            def convert_all(readings: list[int]) -> list[float]:
                result: list[float] = []
                for degrees in readings:
                    result.append(to_celsius(degrees))
                return result`,
        ]);
        return {
          body: [...convert, ...main],
          call: expr`convert_all(${list})`,
          names: {
            ...names,
            to_celsius: ['fahrenheit_to_celsius', 'in_celsius'],
            convert_all: ['all_in_celsius', 'translate'],
          },
        };
      }
      case 'describe': {
        const main = draw.pick([
          stmts`
            def describe(degrees: int) -> str:
                celsius = to_celsius(degrees)
                if celsius < 10:
                    word = 'cold'
                elif celsius < 18:
                    word = 'mild'
                elif celsius < 26:
                    word = 'warm'
                else:
                    word = 'hot'
                return f'{celsius:.1f} {word}'

            def report(readings: list[int]) -> list[str]:
                return [describe(degrees) for degrees in readings]`,
          stmts`
            LIMITS = [(10, 'cold'), (18, 'mild'), (26, 'warm')]

            def word_for(celsius: float) -> str:
                for limit, word in LIMITS:
                    if celsius < limit:
                        return word
                return 'hot'

            def report(readings: list[int]) -> list[str]:
                result: list[str] = []
                for degrees in readings:
                    celsius = to_celsius(degrees)
                    result.append(f'{celsius} {word_for(celsius)}')
                return result`,
        ]);
        return {
          body: [...convert, ...main],
          call: expr`report(${list})`,
          names: {
            ...names,
            celsius: ['converted_value', 'c'],
            report: ['weather_report', 'describe_all'],
            to_celsius: ['in_celsius', 'convert'],
            word: ['text', 'feeling'],
          },
        };
      }
      case 'units': {
        const table = literal(new Map([...UNITS].map(([unit, metres]) => [unit, real(metres)])));
        const pairs = literal(numbers.map((n, i) => tuple(real(n), words[i])));
        const main = draw.pick([
          stmts`
            METRES = ${table}

            def total_length(parts: list[tuple[float, str]]) -> float:
                total = 0.0
                for amount, unit in parts:
                    total += amount * METRES[unit]
                return round(total, 3)`,
          stmts`
            METRES = ${table}

            def in_metres(amount: float, unit: str) -> float:
                return amount * METRES[unit]

            def total_length(parts: list[tuple[float, str]]) -> float:
                total = 0.0
                for part in parts:
                    total += in_metres(part[0], part[1])
                return round(total, 3)`,
        ]);
        return {
          body: main,
          call: expr`total_length(${pairs})`,
          names: {
            METRES: ['FACTORS', 'UNITS'],
            total_length: ['add_lengths', 'sum_in_metres'],
            parts: ['lengths', 'pieces'],
            in_metres: ['to_metres', 'convert'],
          },
        };
      }
      case 'clock': {
        const show = draw.pick([
          stmts`
            def show_time(seconds: int) -> str:
                hours = seconds // 3600
                minutes = seconds // 60 % 60
                return f'{hours:02d}:{minutes:02d}:{seconds % 60:02d}'`,
          stmts`
            def two_digits(n: int) -> str:
                return str(n) if n > 9 else '0' + str(n)

            def show_time(seconds: int) -> str:
                minutes, seconds = divmod(seconds, 60)
                hours, minutes = divmod(minutes, 60)
                return two_digits(hours) + ':' + two_digits(minutes) + ':' + two_digits(seconds)`,
        ]);
        if (numbers.length === 1) {
          return {
            body: show,
            call: expr`show_time(${numbers[0]})`,
            names: { show_time: ['clock', 'format_time', 'as_clock'], two_digits: ['pad', 'two'] },
          };
        }
        const main = stmts`
          def show_total(times: list[int]) -> str:
              return show_time(sum(times))`;
        return {
          body: [...show, ...main],
          call: expr`show_total(${list})`,
          names: {
            show_time: ['clock', 'format_time'],
            two_digits: ['pad', 'two'],
            show_total: ['total_time', 'add_times'],
            times: ['laps', 'parts'],
          },
        };
      }
      case 'pace': {
        const body = draw.pick([
          stmts`
            def speeds(distance: float, times: list[int]) -> list[str]:
                result: list[str] = []
                for seconds in times:
                    speed = distance / (seconds / 3600)
                    result.append(f'{speed:.1f} km/h')
                return result`,
          stmts`
            def speed_text(distance: float, seconds: int) -> str:
                hours = seconds / 3600
                return f'{distance / hours:.1f} km/h'

            def speeds(distance: float, times: list[int]) -> list[str]:
                return [speed_text(distance, seconds) for seconds in times]`,
        ]);
        return {
          body,
          call: expr`speeds(${literal(real(factor))}, ${list})`,
          names: {
            seconds: names.seconds,
            speeds: ['runner_speeds', 'all_speeds'],
            distance: ['kilometres', 'length'],
            times: ['laps', 'finishes'],
            result: ['lines', 'out'],
          },
        };
      }
    }
  },
  reference({ goal, numbers, words, factor }): Data {
    const celsius = numbers.map(toCelsius);
    switch (goal) {
      case 'celsius':
        return real(celsius[0]);
      case 'list':
        return celsius.map(real);
      case 'describe':
        return celsius.map((c) => `${fixed(c, 1)} ${feels(c)}`);
      case 'units':
        return real(
          rounded(
            numbers.reduce((total, n, i) => total + n * (UNITS.get(words[i]) ?? 0), 0),
            3,
          ),
        );
      case 'clock':
        return clock(numbers.reduce((a, b) => a + b, 0));
      case 'pace':
        return numbers.map((seconds) => `${fixed(factor / (seconds / 3600), 1)} km/h`);
    }
  },
  example: { plan: { goal: 'clock', numbers: [3725], words: [], factor: 0 }, answer: "'01:02:05'" },
});
