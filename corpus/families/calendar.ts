// Dates: leap years, the length of months, days passed and days between.

import type { Stmt } from '../../grammar/ast.ts';
import { expr, stmts } from '../../grammar/quote.ts';
import { literal, tuple } from '../data.ts';
import type { Draw } from '../draw.ts';
import { defineFamily } from '../family.ts';

interface Plan {
  goal: 'leap' | 'leap-years' | 'day-of-year' | 'days-between' | 'add-days' | 'weekday' | 'events';
  /** for `events`: days between two of each */
  spans?: number[];
  year: number;
  month: number;
  day: number;
  /** how many years, days or months onwards */
  span: number;
  /** the day of the month `span` months onwards */
  until: number;
}

const isLeap = (year: number): boolean => new Date(Date.UTC(year, 1, 29)).getUTCMonth() === 1;
const DAY = 86_400_000;
const WEEKDAYS = ['Monday', 'Tuesday', 'Wednesday', 'Thursday', 'Friday', 'Saturday', 'Sunday'];

/** A function `is_leap`. */
function leapTest(draw: Draw): Stmt[] {
  return draw.pick([
    stmts`
      def is_leap(year: int) -> bool:
          return year % 4 == 0 and (year % 100 != 0 or year % 400 == 0)`,
    stmts`
      def is_leap(year: int) -> bool:
          if year % 400 == 0:
              return True
          if year % 100 == 0:
              return False
          return year % 4 == 0`,
    stmts`
      def is_leap(year: int) -> bool:
          if year % 4 != 0:
              return False
          elif year % 100 != 0:
              return True
          else:
              return year % 400 == 0`,
  ]);
}

/** A function `days_in_month`. */
function monthLength(draw: Draw): Stmt[] {
  return draw.pick([
    stmts`
      def days_in_month(month: int, year: int) -> int:
          if month == 2:
              return 29 if is_leap(year) else 28
          if month in (4, 6, 9, 11):
              return 30
          return 31`,
    stmts`
      MONTH_DAYS = [31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31]

      def days_in_month(month: int, year: int) -> int:
          if month == 2 and is_leap(year):
              return 29
          return MONTH_DAYS[month - 1]`,
  ]);
}

export const calendarFamily = defineFamily<Plan>({
  name: 'calendar',
  title: 'Leap years and dates',
  topics: ['arithmetic', 'loops'],
  ladder: [
    [1, 'is it a leap year?'],
    [2, 'the leap years of a few years'],
    [3, 'which day of the year is it?'],
    [4, 'days between two dates of a year'],
    [5, 'a date some days later, or the day of the week'],
    [6, 'a date many days later'],
    [7, 'a date that comes again every so many days'],
    [8, 'two such dates, and where they meet'],
    [9, 'more dates'],
  ],
  plan(draw, level) {
    if (level >= 7) {
      const date = { month: draw.int(1, 12), day: draw.int(1, 28) };
      const spans = draw.distinct(level - 5, 5, 29);
      return {
        goal: 'events',
        year: draw.int(1995, 2040),
        ...date,
        span: [5, 4, 4][level - 7],
        until: 0,
        spans,
      };
    }
    const goal = (
      [
        'leap',
        'leap-years',
        'day-of-year',
        'days-between',
        draw.pick(['add-days', 'weekday'] as const),
        'add-days',
      ] as const
    )[level - 1];
    const year =
      level < 3 && draw.chance(0.4)
        ? draw.pick([1600, 1700, 1800, 1900, 2000, 2100, 2200, 2400]) - (level - 1) * 2
        : draw.int(1880, 2120);
    const date = { month: draw.int(2, level === 3 ? 7 : 9), day: draw.int(1, 28) };
    const span = [0, draw.int(4, 6), 0, draw.int(1, 3), draw.int(20, 70), draw.int(100, 330)][level - 1];
    return { goal, year, ...date, span, until: draw.int(1, 30) };
  },
  write({ goal, year, month, day, span, until, spans }, draw) {
    const names = {
      is_leap: ['is_leap_year', 'leap_year'],
      year: ['y'],
      days_in_month: ['month_length', 'length_of_month'],
      'start stop': ['first last', 'low high'],
      found: ['years', 'leap_years', 'result'],
      total: ['days', 'passed', 'count'],
      m: ['current', 'past_month'],
    };
    switch (goal) {
      case 'events': {
        const later = draw.pick([
          stmts`
            def add_days(date: tuple[int, int, int], days: int) -> tuple[int, int, int]:
                year, month, day = date
                day += days
                while day > days_in_month(month, year):
                    day -= days_in_month(month, year)
                    month += 1
                    if month > 12:
                        month = 1
                        year += 1
                return (year, month, day)`,
          stmts`
            def add_days(date: tuple[int, int, int], days: int) -> tuple[int, int, int]:
                year, month, day = date
                while days > 0:
                    left = days_in_month(month, year) - day
                    if days <= left:
                        return (year, month, day + days)
                    days -= left + 1
                    day = 1
                    if month == 12:
                        year, month = year + 1, 1
                    else:
                        month += 1
                return (year, month, day)`,
        ]);
        const main = draw.pick([
          stmts`
            def upcoming(start: tuple[int, int, int], intervals: list[int], count: int) -> list[str]:
                planned: list[tuple[int, int, int]] = []
                for interval in intervals:
                    date = start
                    for _ in range(count):
                        date = add_days(date, interval)
                        if date not in planned:
                            planned.append(date)
                planned.sort()
                return [f'{day}.{month}.{year}' for year, month, day in planned[:count]]`,
          stmts`
            def upcoming(start: tuple[int, int, int], intervals: list[int], count: int) -> list[str]:
                dates = [add_days(start, interval) for interval in intervals]
                lines: list[str] = []
                while len(lines) < count:
                    first = min(dates)
                    year, month, day = first
                    lines.append(f'{day}.{month}.{year}')
                    for i, date in enumerate(dates):
                        if date == first:
                            dates[i] = add_days(date, intervals[i])
                return lines`,
        ]);
        return {
          body: [...leapTest(draw), ...monthLength(draw), ...later, ...main],
          call: expr`upcoming(${literal(tuple(year, month, day))}, ${literal(spans ?? [])}, ${span})`,
          names: {
            upcoming: ['next_dates', 'plan_visits', 'reminders'],
            add_days: ['date_after', 'later_date'],
            intervals: ['periods', 'cycles'],
            interval: ['period', 'cycle'],
            planned: ['calendar_days', 'found'],
            count: ['many', 'wanted'],
          },
          doc: 'Return the next {count} dates of things that come again after so many days each.',
        };
      }
      case 'leap':
        return {
          body: leapTest(draw),
          call: expr`is_leap(${year})`,
          names,
          doc: 'Tell whether {year} has a 29th of February.',
        };
      case 'leap-years': {
        const main = draw.pick([
          stmts`
            def leap_years_between(start: int, stop: int) -> list[int]:
                found: list[int] = []
                for year in range(start, stop + 1):
                    if is_leap(year):
                        found.append(year)
                return found`,
          stmts`
            def leap_years_between(start: int, stop: int) -> list[int]:
                return [year for year in range(start, stop + 1) if is_leap(year)]`,
        ]);
        return {
          body: [...leapTest(draw), ...main],
          call: expr`leap_years_between(${year}, ${year + span})`,
          names,
        };
      }
      case 'day-of-year': {
        const main = draw.pick([
          stmts`
            def day_of_year(year: int, month: int, day: int) -> int:
                total = day
                for m in range(1, month):
                    total += days_in_month(m, year)
                return total`,
          stmts`
            def day_of_year(year: int, month: int, day: int) -> int:
                return sum(days_in_month(m, year) for m in range(1, month)) + day`,
        ]);
        return {
          body: [...leapTest(draw), ...monthLength(draw), ...main],
          call: expr`day_of_year(${year}, ${month}, ${day})`,
          names: { ...names, day_of_year: ['day_number', 'ordinal_day'] },
          doc: 'Return the number of the day in its year; January 1 is 1.',
        };
      }
      case 'days-between': {
        const [from, to] = [tuple(month, day), tuple(month + span, until)].map(literal);
        const main = draw.pick([
          stmts`
            def day_of_year(month: int, day: int, year: int) -> int:
                total = day
                for m in range(1, month):
                    total += days_in_month(m, year)
                return total

            def days_between(start: tuple[int, int], stop: tuple[int, int], year: int) -> int:
                before = day_of_year(start[0], start[1], year)
                after = day_of_year(stop[0], stop[1], year)
                return after - before`,
          stmts`
            def days_between(start: tuple[int, int], stop: tuple[int, int], year: int) -> int:
                month, day = start
                total = stop[1] - day
                while month < stop[0]:
                    total += days_in_month(month, year)
                    month += 1
                return total`,
        ]);
        return {
          body: [...leapTest(draw), ...monthLength(draw), ...main],
          call: expr`days_between(${from}, ${to}, ${year})`,
          names,
        };
      }
      case 'add-days': {
        const date = literal(tuple(year, month, day));
        const main = draw.pick([
          stmts`
            def add_days(date: tuple[int, int, int], count: int) -> tuple[int, int, int]:
                year, month, day = date
                day += count
                while day > days_in_month(month, year):
                    day -= days_in_month(month, year)
                    month += 1
                    if month > 12:
                        month = 1
                        year += 1
                return (year, month, day)`,
          stmts`
            def add_days(date: tuple[int, int, int], count: int) -> tuple[int, int, int]:
                year, month, day = date
                while count > 0:
                    left = days_in_month(month, year) - day
                    if count <= left:
                        return (year, month, day + count)
                    count -= left + 1
                    day = 1
                    if month == 12:
                        year, month = year + 1, 1
                    else:
                        month += 1
                return (year, month, day)`,
        ]);
        return {
          body: [...leapTest(draw), ...monthLength(draw), ...main],
          call: expr`add_days(${date}, ${span})`,
          names: {
            ...names,
            year: [],
            add_days: ['days_later', 'due_date', 'shift_date'],
            count: ['days', 'offset'],
          },
        };
      }
      case 'weekday': {
        const main = stmts`
          WEEKDAYS = ${literal(WEEKDAYS)}

          def weekday(year: int, month: int, day: int) -> str:
              total = day - 1
              for m in range(1, month):
                  total += days_in_month(m, year)
              past = year - 1
              total += past * 365 + past // 4 - past // 100 + past // 400
              return WEEKDAYS[total % 7]`;
        return {
          body: [...leapTest(draw), ...monthLength(draw), ...main],
          call: expr`weekday(${year}, ${month}, ${day})`,
          names: { ...names, year: [], weekday: ['day_name', 'day_of_week'], past: ['years', 'before'] },
        };
      }
    }
  },
  reference({ goal, year, month, day, span, until, spans }) {
    const date = Date.UTC(year, month - 1, day);
    switch (goal) {
      case 'events': {
        const days = (spans ?? []).flatMap((step) => Array.from({ length: span }, (_, i) => step * (i + 1)));
        return [...new Set(days)]
          .sort((a, b) => a - b)
          .slice(0, span)
          .map((n) => new Date(date + n * DAY))
          .map((then) => `${then.getUTCDate()}.${then.getUTCMonth() + 1}.${then.getUTCFullYear()}`);
      }
      case 'leap':
        return isLeap(year);
      case 'leap-years':
        return Array.from({ length: span + 1 }, (_, i) => year + i).filter(isLeap);
      case 'day-of-year':
        return (date - Date.UTC(year, 0, 0)) / DAY;
      case 'days-between':
        return (Date.UTC(year, month + span - 1, until) - date) / DAY;
      case 'add-days': {
        const later = new Date(date + span * DAY);
        return tuple(later.getUTCFullYear(), later.getUTCMonth() + 1, later.getUTCDate());
      }
      case 'weekday':
        return WEEKDAYS[(new Date(date).getUTCDay() + 6) % 7];
    }
  },
  example: { plan: { goal: 'day-of-year', year: 2024, month: 3, day: 10, span: 0, until: 0 }, answer: '70' },
});
