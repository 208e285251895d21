// Stages over texts, counts and pairs. Each writes a few lines that lead from its inputs to a new variable. Knows nothing
// of the order in which stages are put together.
import { expr, stmts } from '../../grammar/quote.ts';
import { literal } from '../data.ts';
import { condition } from './formulas.ts';
import type { Stage, ValueType, Variable } from './program.ts';

const variable = (
  name: string,
  type: ValueType,
  range: readonly [number, number],
  item: string,
): Variable => ({ name, type, range, item });

const lengths: Stage = {
  from: ['list[str]'],
  to: 'list[int]',
  weight: 2,
  write(program, [ws]) {
    const w = ws!.item;
    const name = program.fresh(['lengths', 'sizes', 'letter_counts']);
    const form = program.may('lambdas', 0.3)
      ? expr`list(map(len, ${ws!.name}))`
      : expr`[len(${w}) for ${w} in ${ws!.name}]`;
    return { body: stmts`${name} = ${form}`, variable: variable(name, 'list[int]', [2, 9], 'length') };
  },
};

const vowelCounts: Stage = {
  from: ['list[str]'],
  to: 'list[int]',
  habit: 'helpers',
  weight: 2,
  write(program, [ws]) {
    const w = ws!.item;
    const f = program.helper(
      'vowels',
      ['count_vowels', 'vowels_in'],
      (name) => stmts`
      def ${name}(text: str) -> int:
          count = 0
          for letter in text:
              if letter in 'aeiou':
                  count += 1
          return count`,
    );
    const name = program.fresh(['vowel_counts', 'vowels_by_word']);
    return {
      body: stmts`${name} = [${f}(${w}) for ${w} in ${ws!.name}]`,
      variable: variable(name, 'list[int]', [0, 4], 'vowels'),
    };
  },
};

const filterWords: Stage = {
  from: ['list[str]'],
  to: 'list[str]',
  weight: 3,
  write(program, [ws]) {
    const { draw } = program;
    const w = ws!.item;
    const size = draw.int(4, 6);
    const tests = (
      [
        [expr`len(${w}) > ${size}`, ['long_words', 'longer_ones']],
        [expr`len(${w}) <= ${size}`, ['short_words', 'shorter_ones']],
        [expr`${w}[0] < 'm'`, ['early_words', 'first_half']],
        [expr`'e' in ${w}`, ['words_with_e', 'with_e']],
        [expr`${w}[0] != ${w}[-1]`, ['mixed_words', 'open_words']],
      ] as const
    ).filter(([, [name]]) => !program.did(name));
    const [test, pool] = draw.pick(tests);
    program.once(pool[0]);
    const name = program.fresh(pool);
    const body = program.may('comprehensions')
      ? stmts`${name} = [${w} for ${w} in ${ws!.name} if ${test}]`
      : stmts`
          ${name}: list[str] = []
          for ${w} in ${ws!.name}:
              if ${test}:
                  ${name}.append(${w})`;
    return { body, variable: variable(name, 'list[str]', [2, 9], w) };
  },
};

const changeWords: Stage = {
  from: ['list[str]'],
  to: 'list[str]',
  weight: 2,
  write(program, [ws]) {
    const w = ws!.item;
    const forms = (
      [
        [expr`${w}[::-1]`, ['reversed_words', 'mirrored']],
        [expr`${w}.upper()`, ['loud_words', 'capitals']],
        [expr`${w}[1:] + ${w}[0]`, ['rotated_words', 'shifted_words']],
        [expr`${w}.replace('e', '3')`, ['coded_words', 'encoded']],
        [expr`${w}[:${program.draw.int(2, 4)}]`, ['prefixes', 'short_forms']],
      ] as const
    ).filter(([, [name]]) => !program.did(name));
    const [form, pool] = program.draw.pick(forms);
    program.once(pool[0]);
    const name = program.fresh(pool);
    const body = program.may('comprehensions')
      ? stmts`${name} = [${form} for ${w} in ${ws!.name}]`
      : stmts`
          ${name}: list[str] = []
          for ${w} in ${ws!.name}:
              ${name}.append(${form})`;
    return { body, variable: variable(name, 'list[str]', [2, 9], w) };
  },
};

const sortWords: Stage = {
  from: ['list[str]'],
  to: 'list[str]',
  write(program, [ws]) {
    const name = program.fresh(['ordered_words', 'sorted_words', 'in_order']);
    const form = program.may('lambdas')
      ? expr`sorted(${ws!.name}, key=lambda ${ws!.item}: (len(${ws!.item}), ${ws!.item}))`
      : expr`sorted(${ws!.name})`;
    return { body: stmts`${name} = ${form}`, variable: variable(name, 'list[str]', [2, 9], ws!.item) };
  },
};

const joinWords: Stage = {
  from: ['list[str]'],
  to: 'str',
  weight: 2,
  write(program, [ws]) {
    const w = ws!.item;
    const [form, pool] = program.draw.pick([
      [expr`'-'.join(${ws!.name})`, ['label', 'slug', 'joined']],
      [expr`''.join(${w}[0] for ${w} in ${ws!.name})`, ['initials', 'acronym']],
      [expr`' '.join(${ws!.name})`, ['sentence', 'line', 'message']],
    ] as const);
    const name = program.fresh(pool);
    return { body: stmts`${name} = ${form}`, variable: variable(name, 'str', [3, 20], 'letter') };
  },
};

const countFirst: Stage = {
  from: ['list[str]'],
  to: 'dict[str, int]',
  weight: 3,
  write(program, [ws]) {
    const w = ws!.item;
    const key = program.draw.pick([expr`${w}[0]`, expr`${w}[-1]`, expr`${w}`]);
    const name = program.fresh(['counts', 'tally_by_letter', 'frequency']);
    const k = program.fresh(['key', 'group', 'bucket']);
    return {
      body: stmts`
        ${name}: dict[str, int] = {}
        for ${w} in ${ws!.name}:
            ${k} = ${key}
            ${name}[${k}] = ${name}.get(${k}, 0) + ${program.draw.pick([expr`1`, expr`len(${w})`])}`,
      variable: variable(name, 'dict[str, int]', [1, 8], 'count'),
    };
  },
};

const countLetters: Stage = {
  from: ['str'],
  to: 'dict[str, int]',
  weight: 2,
  write(program, [s]) {
    const name = program.fresh(['letters', 'letter_totals', 'occurrences']);
    return {
      body: stmts`
        ${name}: dict[str, int] = {}
        for letter in ${s!.name}:
            if letter in ${name}:
                ${name}[letter] += 1
            else:
                ${name}[letter] = 1`,
      variable: variable(name, 'dict[str, int]', [1, 4], 'count'),
    };
  },
};

const textNumber: Stage = {
  from: ['str'],
  to: 'int',
  weight: 3,
  write(program, [s]) {
    const name = program.fresh(['hash_value', 'code', 'signature']);
    const [a, m] = [program.draw.pick([3, 5, 7, 31]), program.draw.pick([97, 101, 1000])];
    return {
      body: stmts`
        ${name} = 0
        for letter in ${s!.name}:
            ${name} = (${name} * ${a} + ord(letter)) % ${m}`,
      variable: variable(name, 'int', [0, m], name),
    };
  },
};

const shiftText: Stage = {
  from: ['str'],
  to: 'str',
  weight: 2,
  write(program, [s]) {
    const name = program.fresh(['secret', 'cipher', 'masked']);
    const form = program.draw.pick([
      expr`''.join('*' if letter in 'aeiou' else letter for letter in ${s!.name})`,
      expr`${s!.name}[::2]`,
      expr`''.join(letter.upper() if i % 2 == 0 else letter for i, letter in enumerate(${s!.name}))`,
      expr`${s!.name}.replace('a', '@')[::-1]`,
    ]);
    return { body: stmts`${name} = ${form}`, variable: variable(name, 'str', [3, 20], 'letter') };
  },
};

const dictValues: Stage = {
  from: ['dict[str, int]'],
  to: 'list[int]',
  weight: 2,
  write(program, [d]) {
    const name = program.fresh(['amounts', 'count_list', 'figures']);
    const form = program.draw.pick([expr`list(${d!.name}.values())`, expr`sorted(${d!.name}.values())`]);
    return { body: stmts`${name} = ${form}`, variable: variable(name, 'list[int]', d!.range, 'amount') };
  },
};

const dictBest: Stage = {
  from: ['dict[str, int]'],
  to: 'str',
  weight: 3,
  write(program, [d]) {
    const best = program.fresh(['winner', 'favourite', 'leader']);
    const most = program.fresh(['most', 'highest_count', 'top_count']);
    return {
      body: stmts`
        ${best} = ''
        ${most} = 0
        for key, count in ${d!.name}.items():
            if count > ${most}:
                ${best} = key
                ${most} = count`,
      variable: variable(best, 'str', [1, 6], 'letter'),
    };
  },
};

const dictItems: Stage = {
  from: ['dict[str, int]'],
  to: 'list[tuple[str, int]]',
  write(program, [d]) {
    const name = program.fresh(['ranking', 'entries', 'rows']);
    const form = program.may('lambdas')
      ? expr`sorted(${d!.name}.items(), key=lambda entry: (-entry[1], entry[0]))`
      : expr`sorted(${d!.name}.items())`;
    return {
      body: stmts`${name} = ${form}`,
      variable: variable(name, 'list[tuple[str, int]]', d!.range, 'entry'),
    };
  },
};

const pairsByName: Stage = {
  from: ['list[tuple[str, int]]'],
  to: 'dict[str, int]',
  weight: 3,
  write(program, [ps]) {
    const name = program.fresh(['totals_by_name', 'stock', 'ledger']);
    return {
      body: stmts`
        ${name}: dict[str, int] = {}
        for name, amount in ${ps!.name}:
            ${name}[name] = ${name}.get(name, 0) + amount`,
      variable: variable(name, 'dict[str, int]', ps!.range, 'amount'),
    };
  },
};

const pairsFilter: Stage = {
  from: ['list[tuple[str, int]]'],
  to: 'list[str]',
  weight: 2,
  write(program, [ps]) {
    const rule = condition(program, ps!);
    const out = program.fresh(['selected_names', 'qualified', 'listed']);
    const body = program.may('comprehensions')
      ? stmts`${out} = [name for name, amount in ${ps!.name} if ${rule.expr('amount')}]`
      : stmts`
          ${out}: list[str] = []
          for name, amount in ${ps!.name}:
              if ${rule.expr('amount')}:
                  ${out}.append(name)`;
    return { body, variable: variable(out, 'list[str]', [2, 9], 'name') };
  },
};

const pairsMatch: Stage = {
  from: ['list[tuple[str, int]]'],
  to: 'int',
  habit: 'match',
  weight: 4,
  write(program, [ps]) {
    const level = program.fresh(['balance', 'position_now', 'state']);
    const bound = program.threshold(ps!);
    return {
      body: stmts`
        ${level} = ${program.draw.int(0, 9)}
        for entry in ${ps!.name}:
            match entry:
                case (_, 0):
                    ${level} -= 1
                case (name, amount) if amount > ${bound}:
                    ${level} += amount - len(name)
                case (_, amount):
                    ${level} += amount`,
      variable: variable(level, 'int', [0, 60], level),
    };
  },
};

const parse: Stage = {
  from: ['list[str]'],
  to: 'list[int]',
  habit: 'exceptions',
  weight: 2,
  write(program, [ws]) {
    const w = ws!.item;
    const f = program.helper(
      'index',
      ['find_letter', 'place_of'],
      (name) => stmts`
      def ${name}(text: str, letter: str) -> int:
          try:
              return text.index(letter)
          except ValueError:
              return -1`,
    );
    const name = program.fresh(['places', 'offsets']);
    const letter = program.draw.pick(['a', 'e', 'o', 'r']);
    return {
      body: stmts`${name} = [${f}(${w}, ${literal(letter)}) for ${w} in ${ws!.name}]`,
      variable: variable(name, 'list[int]', [-1, 5], 'place'),
    };
  },
};

const grade: Stage = {
  from: ['int'],
  to: 'str',
  weight: 3,
  write(program, [n]) {
    const name = program.fresh(['grade', 'status', 'category']);
    const bound = program.threshold(n!);
    const step = Math.max(2, Math.round((n!.range[1] - n!.range[0]) / 5));
    return {
      body: stmts`
        if ${n!.name} > ${bound + step}:
            ${name} = 'high'
        elif ${n!.name} > ${bound - step}:
            ${name} = 'medium'
        else:
            ${name} = 'low'`,
      variable: { ...variable(name, 'str', [3, 6], 'letter'), final: true },
    };
  },
};

export const TEXT_STAGES: readonly Stage[] = [
  lengths,
  vowelCounts,
  filterWords,
  changeWords,
  sortWords,
  joinWords,
  countFirst,
  countLetters,
  textNumber,
  shiftText,
  dictValues,
  dictBest,
  dictItems,
  pairsByName,
  pairsFilter,
  pairsMatch,
  parse,
  grade,
];
