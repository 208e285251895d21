// Checking input: raising errors of one's own, catching them, collecting what is wrong.

import { expr, stmts } from '../../grammar/quote.ts';
import { literal, tuple, type Data } from '../data.ts';
import { defineFamily } from '../family.ts';
import { PEOPLE, WORDS } from '../pools.ts';

interface Plan {
  goal: 'number' | 'age' | 'password' | 'parse-all' | 'records' | 'custom' | 'codes';
  texts: string[];
  records: [name: string, age: number][];
}

const isNumber = (text: string): boolean => /^-?\d+$/.test(text);

/** What is wrong with a password; empty if nothing is. */
function fault(text: string): string {
  if (text.length < 8) return 'too short';
  if (!/\d/.test(text)) return 'no digit';
  return text === text.toLowerCase() ? 'no capital' : '';
}

/** What makes the sum of the digits, every other one three times, a multiple of ten. */
function checkDigit(digits: readonly number[]): number {
  const total = digits.reduce((sum, digit, i) => sum + digit * (i % 2 === 0 ? 1 : 3), 0);
  return (1000 - total) % 10;
}

const GOALS: Readonly<Record<number, readonly Plan['goal'][]>> = {
  2: ['number', 'age'],
  3: ['age', 'password'],
  4: ['parse-all', 'password'],
  5: ['records', 'parse-all'],
  6: ['custom', 'records'],
  7: ['custom', 'records', 'parse-all'],
  8: ['codes'],
  9: ['codes'],
  10: ['codes'],
};

export const inputValidationFamily = defineFamily<Plan>({
  name: 'input-validation',
  title: 'Checking input',
  topics: ['exceptions', 'strings', 'classes'],
  ladder: [
    [2, 'a text that may be no number, an age that may be wrong'],
    [3, 'a password with rules'],
    [4, 'several texts'],
    [5, 'records, with a list of what is wrong'],
    [6, 'errors of one’s own'],
    [7, 'longer lists'],
    [8, 'codes with a check digit, each with what is wrong'],
    [9, 'more codes'],
    [10, 'long lists of codes'],
  ],
  plan(draw, level) {
    if (level >= 8) {
      const length = level === 8 ? 6 : 8;
      const codes = draw.list([4, 5, 8][level - 8], () => {
        const digits = draw.ints(length - 1, 0, 9);
        const last = draw.chance(0.6) ? checkDigit(digits) : (checkDigit(digits) + draw.int(1, 9)) % 10;
        const text = [...digits, last].join('');
        const cut = draw.int(2, 4);
        return draw.weighted([
          [5, text],
          [3, `${text.slice(0, cut)}-${text.slice(cut)}`],
          [1, text.slice(1)],
          [1, text.replace(/\d/, draw.pick(['x', 'O', '?']))],
        ]);
      });
      return { goal: 'codes', texts: codes, records: [['length', length]] };
    }
    const goal = draw.pick(GOALS[level]);
    const size = [1, 1, 4, 4, 4, 7][level - 2];
    const password = (): string => {
      const word = draw.pick(WORDS);
      const base = draw.chance(0.6) ? word[0].toUpperCase() + word.slice(1) : word;
      return base + draw.pick(['', String(draw.int(1, 9)), String(draw.int(10, 9999))]);
    };
    const number = (): string =>
      draw.chance(0.6)
        ? String(draw.int(-20, 200))
        : draw.pick(['ten', '4x', '', '3.5', '--7', 'x', '12a', '1 2']);
    return {
      goal,
      texts: draw.list(goal === 'number' ? 1 : size, goal === 'password' ? password : number),
      records: draw
        .sample(PEOPLE, size)
        .map((name) => [
          draw.chance(0.85) ? name : '',
          draw.chance(0.7) ? draw.int(1, 99) : draw.pick([-3, 0, 150, 200, -1]),
        ]),
    };
  },
  write({ goal, texts, records }, draw) {
    const names = {
      text: ['entry', 'line', 'word'],
      texts: ['entries', 'inputs', 'lines'],
      value: ['number', 'n'],
      problems: ['errors', 'faults', 'messages'],
      age: ['years'],
      records: ['people', 'rows', 'members'],
    };
    const rows = literal(records.map((record) => tuple(...record)));
    switch (goal) {
      case 'codes': {
        const [[, length]] = records;
        const digit = draw.pick([
          stmts`
            def check_digit(digits: str) -> int:
                total = 0
                for i, ch in enumerate(digits):
                    if i % 2 == 0:
                        total += int(ch)
                    else:
                        total += 3 * int(ch)
                return (10 - total % 10) % 10`,
          stmts`
            def check_digit(digits: str) -> int:
                total = 0
                weight = 1
                for ch in digits:
                    total += weight * int(ch)
                    weight = 4 - weight
                return -total % 10`,
        ]);
        const error = stmts`
          class BadCode(ValueError):
              pass`;
        const one = draw.pick([
          stmts`
            def parse_code(text: str) -> int:
                digits = text.replace('-', '')
                for ch in digits:
                    if ch not in '0123456789':
                        raise BadCode(f'bad character {ch}')
                if len(digits) != ${length}:
                    raise BadCode(f'{len(digits)} digits')
                if check_digit(digits[:-1]) != int(digits[-1]):
                    raise BadCode('wrong check digit')
                return int(digits)`,
          stmts`
            def parse_code(text: str) -> int:
                digits = ''
                for ch in text:
                    if ch.isdigit():
                        digits += ch
                    elif ch != '-':
                        raise BadCode(f'bad character {ch}')
                if len(digits) != ${length}:
                    raise BadCode(f'{len(digits)} digits')
                expected = check_digit(digits[:-1])
                if int(digits[-1]) != expected:
                    raise BadCode('wrong check digit')
                return int(digits)`,
        ]);
        const main = draw.pick([
          stmts`
            def check_all(codes: list[str]) -> tuple[int, list[str]]:
                largest = 0
                problems: list[str] = []
                for number, code in enumerate(codes, start=1):
                    try:
                        largest = max(largest, parse_code(code))
                    except BadCode as error:
                        problems.append(f'{number}: {error}')
                return (largest, problems)`,
          stmts`
            def check_all(codes: list[str]) -> tuple[int, list[str]]:
                largest = 0
                problems: list[str] = []
                for i in range(len(codes)):
                    try:
                        value = parse_code(codes[i])
                    except BadCode as error:
                        problems.append(f'{i + 1}: {error}')
                    else:
                        if value > largest:
                            largest = value
                return (largest, problems)`,
        ]);
        return {
          body: [...error, ...digit, ...one, ...main],
          call: expr`check_all(${literal(texts)})`,
          names: {
            check_all: ['validate', 'scan_codes', 'check_codes'],
            parse_code: ['read_code', 'checked'],
            check_digit: ['control_digit', 'expected_digit'],
            BadCode: ['CodeError', 'InvalidCode'],
          },
          doc: 'Return the largest of the valid {codes}, and what is wrong with the others.',
        };
      }
      case 'number': {
        const body = draw.pick([
          stmts`
            def parse_number(text: str) -> int | None:
                try:
                    return int(text)
                except ValueError:
                    return None`,
          stmts`
            def parse_number(text: str) -> int | None:
                value: int | None = None
                try:
                    value = int(text)
                except ValueError:
                    value = None
                return value`,
        ]);
        return {
          body,
          call: expr`parse_number(${literal(texts[0])})`,
          names: { ...names, parse_number: ['to_int', 'read_number', 'try_int'] },
        };
      }
      case 'age': {
        const body = draw.pick([
          stmts`
            def check_age(age: int) -> int:
                if age < 0:
                    raise ValueError('negative')
                if age > 120:
                    raise ValueError('too old')
                return age

            def describe(age: int) -> str:
                try:
                    return 'age ' + str(check_age(age))
                except ValueError as error:
                    return 'error: ' + str(error)`,
          stmts`
            def check_age(age: int) -> None:
                if age < 0:
                    raise ValueError('negative')
                elif age > 120:
                    raise ValueError('too old')

            def describe(age: int) -> str:
                try:
                    check_age(age)
                except ValueError as error:
                    return f'error: {error}'
                return f'age {age}'`,
        ]);
        return {
          body,
          call: expr`describe(${records[0][1]})`,
          names: { ...names, check_age: ['validate', 'require_age'], describe: ['age_text', 'report'] },
        };
      }
      case 'password': {
        const body = draw.pick([
          stmts`
            def check(password: str) -> None:
                if len(password) < 8:
                    raise ValueError('too short')
                if not any(ch.isdigit() for ch in password):
                    raise ValueError('no digit')
                if password == password.lower():
                    raise ValueError('no capital')`,
          stmts`
            def check(password: str) -> None:
                if len(password) < 8:
                    raise ValueError('too short')
                digits = 0
                capitals = 0
                for ch in password:
                    if ch.isdigit():
                        digits += 1
                    elif ch.isupper():
                        capitals += 1
                if digits == 0:
                    raise ValueError('no digit')
                if capitals == 0:
                    raise ValueError('no capital')`,
        ]);
        const main = stmts`
          def rate(passwords: list[str]) -> list[str]:
              result: list[str] = []
              for password in passwords:
                  try:
                      check(password)
                  except ValueError as error:
                      result.append(str(error))
                  else:
                      result.append('ok')
              return result`;
        return {
          body: [...body, ...main],
          call: expr`rate(${literal(texts)})`,
          names: {
            check: ['validate', 'check_password'],
            rate: ['rate_all', 'test_passwords'],
            result: ['ratings', 'answers'],
          },
        };
      }
      case 'parse-all': {
        const body = draw.pick([
          stmts`
            def sum_numbers(texts: list[str]) -> tuple[int, list[str]]:
                total = 0
                problems: list[str] = []
                for text in texts:
                    try:
                        total += int(text)
                    except ValueError:
                        problems.append(text)
                return (total, problems)`,
          stmts`
            def sum_numbers(texts: list[str]) -> tuple[int, list[str]]:
                numbers: list[int] = []
                problems: list[str] = []
                for text in texts:
                    try:
                        value = int(text)
                    except ValueError:
                        problems.append(text)
                        continue
                    numbers.append(value)
                return (sum(numbers), problems)`,
        ]);
        return {
          body,
          call: expr`sum_numbers(${literal(texts)})`,
          names: { ...names, sum_numbers: ['add_valid', 'total_of_numbers'], total: ['result', 'acc'] },
          doc: 'Add up what is a number; also return what is none.',
        };
      }
      case 'records': {
        const body = draw.pick([
          stmts`
            def check(name: str, age: int) -> None:
                if name == '':
                    raise ValueError('name missing')
                if age < 0 or age > 120:
                    raise ValueError(f'bad age {age}')

            def find_problems(records: list[tuple[str, int]]) -> list[str]:
                problems: list[str] = []
                for i, (name, age) in enumerate(records):
                    try:
                        check(name, age)
                    except ValueError as error:
                        problems.append(f'{i}: {error}')
                return problems`,
          stmts`
            def check(name: str, age: int) -> str:
                if not name:
                    raise ValueError('name missing')
                if not 0 <= age <= 120:
                    raise ValueError('bad age ' + str(age))
                return name

            def find_problems(records: list[tuple[str, int]]) -> list[str]:
                problems: list[str] = []
                i = 0
                for name, age in records:
                    try:
                        check(name, age)
                    except ValueError as error:
                        problems.append(str(i) + ': ' + str(error))
                    i += 1
                return problems`,
        ]);
        return {
          body,
          call: expr`find_problems(${rows})`,
          names: {
            ...names,
            check: ['validate', 'check_record'],
            find_problems: ['validate_all', 'list_errors'],
            i: ['row', 'line_number'],
          },
        };
      }
      case 'custom': {
        const body = draw.pick([
          stmts`
            class AgeError(ValueError):
                pass

            class MissingName(ValueError):
                pass

            def check(name: str, age: int) -> None:
                if name == '':
                    raise MissingName('name missing')
                if age < 0 or age > 120:
                    raise AgeError(name)

            def register(records: list[tuple[str, int]]) -> tuple[list[str], list[str], int]:
                accepted: list[str] = []
                wrong_age: list[str] = []
                nameless = 0
                for name, age in records:
                    try:
                        check(name, age)
                        accepted.append(name)
                    except AgeError as error:
                        wrong_age.append(str(error))
                    except MissingName:
                        nameless += 1
                return (accepted, wrong_age, nameless)`,
          stmts`
            class Rejected(Exception):
                def __init__(self, reason: str) -> None:
                    super().__init__(reason)
                    self.reason = reason

            def check(name: str, age: int) -> str:
                if not name:
                    raise Rejected('name')
                if age not in range(121):
                    raise Rejected('age')
                return name

            def register(records: list[tuple[str, int]]) -> tuple[list[str], list[str], int]:
                accepted: list[str] = []
                wrong_age: list[str] = []
                nameless = 0
                for name, age in records:
                    try:
                        accepted.append(check(name, age))
                    except Rejected as error:
                        if error.reason == 'age':
                            wrong_age.append(name)
                        else:
                            nameless += 1
                return (accepted, wrong_age, nameless)`,
        ]);
        return {
          body,
          call: expr`register(${rows})`,
          names: {
            ...names,
            AgeError: ['BadAge', 'WrongAge'],
            Rejected: ['InvalidRecord', 'Refused'],
            check: ['validate', 'check_person'],
            register: ['admit', 'sort_out'],
            accepted: ['members', 'welcome'],
            nameless: ['without_name', 'unnamed'],
          },
        };
      }
    }
  },
  reference({ goal, texts, records }): Data {
    const badAge = ([, age]: [string, number]): boolean => age < 0 || age > 120;
    switch (goal) {
      case 'codes': {
        const [[, length]] = records;
        const wrong = texts.map((text) => {
          const digits = text.replaceAll('-', '');
          const [bad] = digits.match(/\D/) ?? [];
          if (bad !== undefined) return `bad character ${bad}`;
          if (digits.length !== length) return `${digits.length} digits`;
          const all = [...digits].map(Number);
          return checkDigit(all.slice(0, -1)) === all[length - 1] ? '' : 'wrong check digit';
        });
        const valid = texts.filter((_, i) => wrong[i] === '').map((text) => Number(text.replaceAll('-', '')));
        return tuple(
          Math.max(0, ...valid),
          wrong.flatMap((problem, i) => (problem === '' ? [] : [`${i + 1}: ${problem}`])),
        );
      }
      case 'number':
        return isNumber(texts[0]) ? Number(texts[0]) : null;
      case 'age': {
        const [, age] = records[0];
        return age < 0 ? 'error: negative' : age > 120 ? 'error: too old' : `age ${age}`;
      }
      case 'password':
        return texts.map((text) => fault(text) || 'ok');
      case 'parse-all': {
        const valid = texts.filter(isNumber).map(Number);
        return tuple(
          valid.reduce((a, b) => a + b, 0),
          texts.filter((text) => !isNumber(text)),
        );
      }
      case 'records':
        return records.flatMap((record, i) => {
          const [name, age] = record;
          return name === '' ? [`${i}: name missing`] : badAge(record) ? [`${i}: bad age ${age}`] : [];
        });
      case 'custom': {
        const named = records.filter(([name]) => name !== '');
        const namesOf = (some: [string, number][]): string[] => some.map(([name]) => name);
        return tuple(
          namesOf(named.filter((record) => !badAge(record))),
          namesOf(named.filter(badAge)),
          records.length - named.length,
        );
      }
    }
  },
  example: { plan: { goal: 'parse-all', texts: ['4', 'x', '-1'], records: [] }, answer: "(3, ['x'])" },
});
