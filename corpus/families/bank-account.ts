// Bank accounts: deposits and withdrawals, fees, transfers between accounts, interest in whole cents.

import { expr, stmts } from '../../grammar/quote.ts';
import { dict, literal, tuple, type Data } from '../data.ts';
import { defineFamily } from '../family.ts';
import { PEOPLE } from '../pools.ts';

interface Plan {
  goal: 'balance' | 'guarded' | 'fees' | 'class' | 'transfers' | 'years' | 'orders';
  /** for `orders`: the months between two payments of each transfer */
  every?: number[];
  start: number;
  changes: number[];
  accounts: [string, number][];
  transfers: [from: string, to: string, amount: number][];
  percent: number;
}

const GOALS: Readonly<Record<number, readonly Plan['goal'][]>> = {
  1: ['balance'],
  2: ['guarded', 'balance'],
  3: ['fees', 'years'],
  4: ['class', 'fees'],
  5: ['transfers', 'class'],
  6: ['transfers', 'class'],
  7: ['orders'],
  8: ['orders'],
  9: ['orders'],
};

export const bankAccountFamily = defineFamily<Plan>({
  name: 'bank-account',
  title: 'Bank accounts',
  topics: ['simulation', 'classes', 'dicts', 'arithmetic'],
  ladder: [
    [1, 'a few deposits and withdrawals'],
    [2, 'withdrawals that are refused'],
    [3, 'fees, or interest year by year'],
    [4, 'an account as a class'],
    [5, 'transfers between accounts'],
    [6, 'more transfers'],
    [7, 'standing orders, month by month'],
    [8, 'more orders and months'],
    [9, 'more people'],
  ],
  plan(draw, level) {
    if (level >= 7) {
      const members = draw.sample(PEOPLE, level === 9 ? 4 : 3);
      return {
        goal: 'orders',
        start: [4, 6, 9][level - 7],
        changes: [],
        accounts: members.map((name) => [name, 10 * draw.int(3, 60)]),
        transfers: draw.list([3, 3, 4][level - 7], () => [
          ...(draw.sample(members, 2) as [string, string]),
          5 * draw.int(8, 60),
        ]),
        percent: draw.int(1, 4),
        every: draw.ints(4, 1, 3),
      };
    }
    const goal = draw.pick(GOALS[level]);
    const count = [3, 4, 5, 5, 5, 8][level - 1];
    const people = draw.sample(PEOPLE, level > 5 ? 4 : 3);
    return {
      goal,
      start: 10 * draw.int(0, 30),
      changes: draw.list(
        goal === 'years' ? draw.int(3, 5) : count,
        () => 5 * draw.int(1, 30) * draw.pick([1, -1]),
      ),
      accounts: people.map((name) => [name, 10 * draw.int(0, 30)]),
      transfers: draw.list(count, () => [
        ...(draw.sample(people, 2) as [string, string]),
        10 * draw.int(1, 20),
      ]),
      percent: draw.int(2, 9),
    };
  },
  write({ goal, start, changes, accounts, transfers, percent, every }, draw) {
    const list = literal(changes);
    const names = {
      balance: ['account', 'money', 'total'],
      changes: ['bookings', 'transactions', 'entries'],
      amount: ['change', 'sum_booked', 'value'],
      refused: ['rejected', 'failed', 'bounced'],
    };
    switch (goal) {
      case 'orders': {
        const list = literal(
          transfers.map(([from, to, amount], i) => tuple(from, to, amount, (every ?? [])[i])),
        );
        const cls = stmts`
          class Account:
              def __init__(self, balance: int) -> None:
                  self.balance = balance
                  self.refused = 0

              def pay(self, amount: int) -> bool:
                  if amount > self.balance:
                      self.refused += 1
                      return False
                  self.balance -= amount
                  return True`;
        const interest = draw.pick([
          stmts`
            def add_interest(account: Account, percent: int) -> None:
                if account.balance >= 100:
                    account.balance += account.balance * percent // 100
                elif account.refused > 0:
                    account.balance = max(0, account.balance - 2)`,
          stmts`
            def add_interest(account: Account, percent: int) -> None:
                interest = account.balance * percent // 100
                if account.balance < 100:
                    interest = 0
                    if account.refused > 0:
                        interest = -min(2, account.balance)
                account.balance += interest`,
        ]);
        const due = draw.pick([
          stmts`
            if month % every != 0:
                continue
            if accounts[sender].pay(amount):
                accounts[receiver].balance += amount`,
          stmts`
            if month % every == 0 and accounts[sender].pay(amount):
                accounts[receiver].balance += amount`,
        ]);
        const main = stmts`
          def run_orders(
              balances: dict[str, int], orders: list[tuple[str, str, int, int]], months: int
          ) -> dict[str, tuple[int, int]]:
              accounts = {name: Account(balance) for name, balance in balances.items()}
              for month in range(1, months + 1):
                  for sender, receiver, amount, every in orders:
                      ${due}
                  for account in accounts.values():
                      add_interest(account, ${percent})
              return {name: (account.balance, account.refused) for name, account in accounts.items()}`;
        return {
          body: [...cls, ...interest, ...main],
          call: expr`run_orders(${literal(dict(accounts))}, ${list}, ${start})`,
          names: {
            run_orders: ['standing_orders', 'run_months', 'simulate_bank'],
            add_interest: ['close_month', 'month_end'],
            balances: ['savings', 'opening'],
            'sender receiver': ['payer payee', 'source target'],
            every: ['interval', 'period'],
            refused: ['failed', 'bounced'],
            orders: ['payments', 'standing'],
          },
          doc: 'Carry out the {orders}, each due every so many months, and return balances and refusals.',
        };
      }
      case 'balance': {
        const body = draw.pick([
          stmts`
            def final_balance(balance: int, changes: list[int]) -> int:
                for amount in changes:
                    balance += amount
                return balance`,
          stmts`
            def final_balance(start: int, changes: list[int]) -> int:
                balance = start
                i = 0
                while i < len(changes):
                    balance += changes[i]
                    i += 1
                return balance`,
          stmts`
            def final_balance(start: int, changes: list[int]) -> int:
                deposits = 0
                withdrawals = 0
                for amount in changes:
                    if amount > 0:
                        deposits += amount
                    else:
                        withdrawals -= amount
                return start + deposits - withdrawals`,
        ]);
        return {
          body,
          call: expr`final_balance(${start}, ${list})`,
          names: {
            ...names,
            final_balance: ['balance_after', 'settle', 'book_all'],
            start: ['opening', 'initial'],
          },
        };
      }
      case 'guarded': {
        const body = draw.pick([
          stmts`
            def book(balance: int, changes: list[int]) -> tuple[int, int]:
                refused = 0
                for amount in changes:
                    if balance + amount < 0:
                        refused += 1
                        continue
                    balance += amount
                return (balance, refused)`,
          stmts`
            def book(balance: int, changes: list[int]) -> tuple[int, int]:
                refused = 0
                for amount in changes:
                    if amount >= 0 or balance >= -amount:
                        balance += amount
                    else:
                        refused += 1
                return (balance, refused)`,
        ]);
        return {
          body,
          call: expr`book(${start}, ${list})`,
          names: { ...names, book: ['book_all', 'apply_changes', 'process'] },
          doc: 'Book {changes}; refuse what would make the {balance} negative.',
        };
      }
      case 'fees': {
        const body = draw.pick([
          stmts`
            FEE = 2
            OVERDRAFT = 15

            def run_month(balance: int, changes: list[int]) -> int:
                for amount in changes:
                    balance += amount
                    if amount < 0:
                        balance -= FEE
                    if balance < 0:
                        balance -= OVERDRAFT
                return balance`,
          stmts`
            def fee_for(amount: int, balance: int) -> int:
                fee = 0
                if amount < 0:
                    fee += 2
                if balance + amount - fee < 0:
                    fee += 15
                return fee

            def run_month(balance: int, changes: list[int]) -> int:
                for amount in changes:
                    balance += amount - fee_for(amount, balance)
                return balance`,
        ]);
        return {
          body,
          call: expr`run_month(${start}, ${list})`,
          names: { ...names, run_month: ['book_with_fees', 'month_end', 'charge_all'] },
          doc: 'Book {changes}; a withdrawal costs 2, an overdrawn account 15 each time.',
        };
      }
      case 'years': {
        const years = changes.length;
        const body = draw.pick([
          stmts`
            def grow(balance: int, percent: int, years: int) -> list[int]:
                history: list[int] = []
                for _ in range(years):
                    balance += balance * percent // 100
                    history.append(balance)
                return history`,
          stmts`
            def grow(balance: int, percent: int, years: int) -> list[int]:
                history: list[int] = []
                year = 1
                while year <= years:
                    interest = balance * percent // 100
                    balance = balance + interest
                    history.append(balance)
                    year += 1
                return history`,
        ]);
        return {
          body,
          call: expr`grow(${1000 + start}, ${percent}, ${years})`,
          names: {
            ...names,
            grow: ['savings', 'yearly_balances'],
            percent: ['rate', 'interest_rate'],
            history: ['result', 'balances'],
          },
          doc: 'Return the {balance} at the end of each year, in whole units.',
        };
      }
      case 'class': {
        const body = draw.pick([
          stmts`
            class Account:
                def __init__(self, balance: int) -> None:
                    self.balance = balance
                    self.refused = 0

                def deposit(self, amount: int) -> None:
                    self.balance += amount

                def withdraw(self, amount: int) -> bool:
                    if amount > self.balance:
                        self.refused += 1
                        return False
                    self.balance -= amount
                    return True

            def run(start: int, changes: list[int]) -> tuple[int, int]:
                account = Account(start)
                for amount in changes:
                    if amount > 0:
                        account.deposit(amount)
                    else:
                        account.withdraw(-amount)
                return (account.balance, account.refused)`,
          stmts`
            class Account:
                def __init__(self, balance: int) -> None:
                    self.balance = balance
                    self.log: list[int] = []

                def book(self, amount: int) -> None:
                    if self.balance + amount >= 0:
                        self.balance += amount
                        self.log.append(amount)

            def run(start: int, changes: list[int]) -> tuple[int, int]:
                account = Account(start)
                for amount in changes:
                    account.book(amount)
                return (account.balance, len(changes) - len(account.log))`,
        ]);
        return {
          body,
          call: expr`run(${start}, ${list})`,
          names: {
            changes: names.changes,
            amount: names.amount,
            Account: ['BankAccount', 'SavingsAccount'],
            run: ['book_all', 'replay'],
            account: ['mine', 'acct'],
            start: ['opening', 'initial'],
          },
        };
      }
      case 'transfers': {
        const bank = literal(dict(accounts));
        const orders = literal(transfers.map((transfer) => tuple(...transfer)));
        const body = draw.pick([
          stmts`
            def transfer(bank: dict[str, int], source: str, target: str, amount: int) -> bool:
                if bank[source] < amount:
                    return False
                bank[source] -= amount
                bank[target] += amount
                return True

            def run(bank: dict[str, int], orders: list[tuple[str, str, int]]) -> dict[str, int]:
                for source, target, amount in orders:
                    transfer(bank, source, target, amount)
                return bank`,
          stmts`
            def run(bank: dict[str, int], orders: list[tuple[str, str, int]]) -> dict[str, int]:
                for source, target, amount in orders:
                    if bank[source] >= amount:
                        bank[source] -= amount
                        bank[target] += amount
                return bank`,
        ]);
        return {
          body,
          call: expr`run(${bank}, ${orders})`,
          names: {
            run: ['book_transfers', 'settle_all'],
            bank: ['accounts', 'balances'],
            orders: ['transfers', 'payments'],
            'source target': ['sender receiver', 'payer payee'],
            amount: ['money', 'value'],
            transfer: ['send', 'move_money'],
          },
          doc: 'Carry out all transfers that the sender can afford.',
        };
      }
    }
  },
  reference({ goal, start, changes, accounts, transfers, percent, every }): Data {
    switch (goal) {
      case 'orders': {
        const money = new Map(accounts);
        const refused = new Map(accounts.map(([name]) => [name, 0]));
        for (let month = 1; month <= start; month++) {
          transfers.forEach(([from, to, amount], i) => {
            if (month % (every ?? [])[i] !== 0) return;
            const have = money.get(from)!;
            if (have < amount) refused.set(from, refused.get(from)! + 1);
            else money.set(from, have - amount).set(to, money.get(to)! + amount);
          });
          for (const [name, have] of money) {
            const fee = refused.get(name)! > 0 ? Math.min(2, have) : 0;
            money.set(name, have < 100 ? have - fee : have + Math.floor((have * percent) / 100));
          }
        }
        return dict(accounts.map(([name]) => [name, tuple(money.get(name)!, refused.get(name)!)]));
      }
      case 'balance':
        return changes.reduce((a, b) => a + b, start);
      case 'guarded':
      case 'class': {
        const [balance, refused] = changes.reduce(
          ([money, no], x) => (money + x < 0 ? [money, no + 1] : [money + x, no]),
          [start, 0],
        );
        return tuple(balance, refused);
      }
      case 'fees':
        return changes.reduce((money, x) => {
          const after = money + x - (x < 0 ? 2 : 0);
          return after < 0 ? after - 15 : after;
        }, start);
      case 'years':
        return changes.map((_, i) =>
          Array.from({ length: i + 1 }).reduce<number>(
            (money) => money + Math.floor((money * percent) / 100),
            1000 + start,
          ),
        );
      case 'transfers': {
        const money = new Map(accounts);
        for (const [from, to, amount] of transfers) {
          const have = money.get(from) ?? 0;
          if (have >= amount) money.set(from, have - amount).set(to, (money.get(to) ?? 0) + amount);
        }
        return money;
      }
    }
  },
  example: {
    plan: { goal: 'guarded', start: 50, changes: [20, -80, 5], accounts: [], transfers: [], percent: 0 },
    answer: '(75, 1)',
  },
});
