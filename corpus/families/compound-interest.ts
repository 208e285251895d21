// Money that grows: interest on interest, savings plans, loans paid back, years until a goal.

import { expr, stmts } from '../../grammar/quote.ts';
import { literal, real, tuple, type Data } from '../data.ts';
import { rounded } from '../decimals.ts';
import { defineFamily } from '../family.ts';

interface Plan {
  goal: 'grow' | 'years' | 'table' | 'savings' | 'loan' | 'compare';
  amount: number;
  percent: number;
  other: number;
  years: number;
  target: number;
}

const GOALS: Readonly<Record<number, readonly Plan['goal'][]>> = {
  2: ['grow'],
  3: ['grow', 'years'],
  4: ['table', 'years'],
  5: ['savings', 'compare'],
  6: ['loan', 'compare'],
  7: ['loan', 'compare', 'savings'],
};

export const compoundInterestFamily = defineFamily<Plan>({
  name: 'compound-interest',
  title: 'Compound interest',
  topics: ['floats', 'loops', 'arithmetic'],
  ladder: [
    [2, 'an amount after two or three years'],
    [3, 'after more years, or years until a goal'],
    [4, 'a table of years'],
    [5, 'a savings plan; which of two grows faster'],
    [6, 'a loan that is paid back'],
    [7, 'longer times'],
  ],
  plan(draw, level) {
    const goal = draw.pick(GOALS[level]);
    const amount = 50 * draw.int(2, 40);
    const percent = draw.int(2, goal === 'years' || level > 5 ? 9 : 12);
    return {
      goal,
      amount,
      percent,
      other: goal === 'loan' ? Math.round(amount * (0.15 + percent / 100)) : 50 * draw.int(1, 6),
      years: [draw.int(2, 3), draw.int(4, 6), 5, 6, 7, 10][level - 2],
      target: Math.round(amount * (1.1 + 0.1 * level)),
    };
  },
  write({ goal, amount, percent, other, years, target }, draw) {
    const [money, rate] = [literal(real(amount)), literal(real(percent / 100))];
    const names = {
      amount: ['money', 'balance', 'capital'],
      rate: ['interest_rate', 'r'],
      years: ['n', 'periods'],
      year: ['y', 'period'],
      table: ['rows', 'history'],
    };
    const grow = draw.pick([
      stmts`amount += amount * rate`,
      stmts`
        interest = amount * rate
        amount += interest`,
      stmts`amount = amount + amount * rate`,
    ]);
    switch (goal) {
      case 'grow': {
        const body = draw.pick([
          stmts`
            def final_amount(amount: float, rate: float, years: int) -> float:
                for _ in range(years):
                    ${grow}
                return round(amount, 2)`,
          stmts`
            def final_amount(amount: float, rate: float, years: int) -> float:
                year = 0
                while year < years:
                    ${grow}
                    year += 1
                return round(amount, 2)`,
          stmts`
            def final_amount(amount: float, rate: float, years: int) -> float:
                if years == 0:
                    return round(amount, 2)
                return final_amount(amount + amount * rate, rate, years - 1)`,
        ]);
        return {
          body,
          call: expr`final_amount(${money}, ${rate}, ${years})`,
          names: { ...names, final_amount: ['grow', 'after_years', 'compound'] },
        };
      }
      case 'years': {
        const body = draw.pick([
          stmts`
            def years_until(amount: float, rate: float, target: float) -> int:
                years = 0
                while amount < target:
                    ${grow}
                    years += 1
                return years`,
          stmts`
            def years_until(amount: float, rate: float, target: float) -> int:
                if amount >= target:
                    return 0
                return 1 + years_until(amount + amount * rate, rate, target)`,
        ]);
        return {
          body,
          call: expr`years_until(${money}, ${rate}, ${literal(real(target))})`,
          names: { ...names, years_until: ['years_needed', 'time_to_reach'], target: ['goal', 'wanted'] },
        };
      }
      case 'table': {
        const body = draw.pick([
          stmts`
            def yearly_amounts(amount: float, rate: float, years: int) -> list[str]:
                table: list[str] = []
                for year in range(1, years + 1):
                    ${grow}
                    table.append(f'{year}: {amount:.2f}')
                return table`,
          stmts`
            def yearly_amounts(amount: float, rate: float, years: int) -> list[str]:
                amounts: list[float] = []
                for _ in range(years):
                    ${grow}
                    amounts.append(amount)
                return [f'{year}: {value:.2f}' for year, value in enumerate(amounts, start=1)]`,
        ]);
        return {
          body,
          call: expr`yearly_amounts(${money}, ${rate}, ${years})`,
          names: { ...names, yearly_amounts: ['growth_table', 'show_growth'], value: ['v', 'balance_then'] },
        };
      }
      case 'savings': {
        const body = draw.pick([
          stmts`
            def savings_plan(amount: float, deposit: float, rate: float, years: int) -> list[float]:
                table: list[float] = []
                for _ in range(years):
                    ${grow}
                    amount += deposit
                    table.append(round(amount, 2))
                return table`,
          stmts`
            def savings_plan(amount: float, deposit: float, rate: float, years: int) -> list[float]:
                table: list[float] = []
                year = 1
                while year <= years:
                    amount = amount + amount * rate + deposit
                    table.append(round(amount, 2))
                    year += 1
                return table`,
        ]);
        return {
          body,
          call: expr`savings_plan(${money}, ${literal(real(other))}, ${rate}, ${years})`,
          names: {
            ...names,
            savings_plan: ['save_up', 'yearly_savings'],
            deposit: ['extra', 'saved_each_year'],
          },
        };
      }
      case 'loan': {
        const body = stmts`
          def pay_back(amount: float, payment: float, rate: float) -> tuple[int, float]:
              years = 0
              paid = 0.0
              while amount > 0:
                  ${grow}
                  part = min(payment, amount)
                  amount -= part
                  paid += part
                  years += 1
              return (years, round(paid, 2))`;
        const guard = stmts`
          def pay_back(amount: float, payment: float, rate: float) -> tuple[int, float]:
              years = 0
              paid = 0.0
              while True:
                  years += 1
                  ${grow}
                  if amount <= payment:
                      paid += amount
                      return (years, round(paid, 2))
                  amount -= payment
                  paid += payment`;
        return {
          body: draw.chance(0.5) ? body : guard,
          call: expr`pay_back(${money}, ${literal(real(other))}, ${rate})`,
          names: {
            ...names,
            amount: ['debt', 'loan', 'owed'],
            pay_back: ['repay', 'loan_plan'],
            payment: ['rate_paid', 'yearly_payment'],
            paid: ['total_paid', 'spent'],
            part: ['paid_now', 'share'],
          },
          doc: 'Return the years that it takes and all that is paid.',
        };
      }
      case 'compare': {
        const body = draw.pick([
          stmts`
            def overtake(slow: float, fast: float, rate: float, bonus: float) -> tuple[int, float]:
                years = 0
                while fast <= slow:
                    slow += bonus
                    fast += fast * rate
                    years += 1
                return (years, round(fast - slow, 2))`,
          stmts`
            def overtake(slow: float, fast: float, rate: float, bonus: float) -> tuple[int, float]:
                years = 0
                gap = slow - fast
                while gap >= 0:
                    slow = slow + bonus
                    fast = fast + fast * rate
                    gap = slow - fast
                    years += 1
                return (years, round(fast - slow, 2))`,
        ]);
        const [slow, bonus] = [
          literal(real(amount + other)),
          literal(real(Math.floor((amount * percent) / 300))),
        ];
        return {
          body,
          call: expr`overtake(${slow}, ${money}, ${rate}, ${bonus})`,
          names: {
            overtake: ['when_ahead', 'catch_up'],
            'slow fast': ['first second', 'mine yours'],
            bonus: ['deposit', 'fixed'],
            gap: ['lead', 'ahead'],
            years: ['n', 'count'],
          },
          doc: 'Return after how many years the second amount is ahead, and by how much.',
        };
      }
    }
  },
  reference({ goal, amount, percent, other, years, target }): Data {
    const rate = percent / 100;
    const after = (n: number): number => {
      let money = amount;
      for (let year = 0; year < n; year++) money += money * rate;
      return money;
    };
    const range = Array.from({ length: years }, (_, i) => i + 1);
    switch (goal) {
      case 'grow':
        return real(rounded(after(years), 2));
      case 'years': {
        let n = 0;
        while (after(n) < target) n++;
        return n;
      }
      case 'table':
        return range.map((n) => `${n}: ${rounded(after(n), 2).toFixed(2)}`);
      case 'savings': {
        const saved = (n: number): number => {
          if (n === 0) return amount;
          const before = saved(n - 1);
          return before + before * rate + other;
        };
        return range.map((n) => real(rounded(saved(n), 2)));
      }
      case 'loan': {
        const pay = (debt: number, n: number, paid: number): Data => {
          const due = debt + debt * rate;
          return due <= other
            ? tuple(n, real(rounded(paid + due, 2)))
            : pay(due - other, n + 1, paid + other);
        };
        return pay(amount, 1, 0);
      }
      case 'compare': {
        const bonus = Math.floor((amount * percent) / 300);
        let n = 0;
        while (after(n) <= amount + other + n * bonus) n++;
        return tuple(n, real(rounded(after(n) - (amount + other + n * bonus), 2)));
      }
    }
  },
  example: {
    plan: { goal: 'grow', amount: 200, percent: 50, other: 0, years: 2, target: 0 },
    answer: '450.0',
  },
});
