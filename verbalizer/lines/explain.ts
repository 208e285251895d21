// A run in a line style, folded until it fits a budget. The counterpart of what the prose styles do in `index.ts`.
import type { Trace } from '../../interpreter/trace/index.ts';
import { foldAccount, isFold, type Item } from './fold.ts';
import type { Account } from './moment.ts';
import type { LineStyle, LineText } from './style.ts';
import { accountOf } from './walk.ts';

const accounts = new WeakMap<Trace, Account>();

/** The account of a trace; made once. */
export function accountFor(trace: Trace): Account {
  let account = accounts.get(trace);
  if (account === undefined) accounts.set(trace, (account = accountOf(trace)));
  return account;
}

/** Characters a unit of budget can hold at the very most. */
const MOST_CHARACTERS_A_TOKEN = 8;

export interface LineExplanation extends LineText {
  readonly account: Account;
  readonly items: readonly Item[];
  /** False when even the tightest folding is over the budget. */
  readonly fits: boolean;
}

/** Events that an item stands for. */
export function eventsOf(account: Account, item: Item): readonly [number, number] {
  if (!isFold(item)) return [item.from, item.to];
  return [account.moments[item.from]!.from, account.moments[item.to - 1]!.to];
}

/**
 * Puts a run into words. The text is folded, never cut: when even the tightest folding is over the budget, the
 * tightest is returned.
 */
export function explainLines(
  trace: Trace,
  style: LineStyle,
  budget: number | undefined,
  count: ((text: string) => number) | undefined,
): LineExplanation {
  const account = accountFor(trace);
  const { plans } = style;
  let best: LineExplanation | null = null;
  for (const folding of plans) {
    const items = foldAccount(account, folding);
    // an item takes at least two units: this many cannot fit
    if (budget !== undefined && items.length > budget && folding !== plans.at(-1)) continue;
    const written = style.write(account, items, folding);
    const fits =
      budget === undefined ||
      count === undefined ||
      (written.text.length <= budget * MOST_CHARACTERS_A_TOKEN && count(written.text) <= budget);
    best = { ...written, account, items, fits };
    if (fits) break;
  }
  return best!;
}
