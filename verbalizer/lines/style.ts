// What a line style is: what it says of each moment, how a line of it is written, and how it is read back. Knows
// claims and accounts; no particular style.
import type { SlotValue } from '../claims.ts';
import type { Unread } from '../read/read.ts';
import type { LineClaim, PlacedLineClaim, ToldLineClaim } from './claim.ts';
import type { Item, LinePlan } from './plans.ts';
import type { Listing } from './listing.ts';
import type { Account, Moment } from './moment.ts';
import { valueText } from './shown.ts';

export interface LineText {
  readonly text: string;
  readonly claims: readonly ToldLineClaim[];
}

export interface LineReading {
  readonly claims: readonly PlacedLineClaim[];
  readonly unread: readonly Unread[];
}

export interface LineStyle {
  readonly form: 'lines';
  readonly name: string;
  /** One line for help texts. */
  readonly title: string;
  /** Whether what it tells can be followed from the end to the beginning. */
  readonly tellsBackwards: boolean;
  /** Foldings to try, from telling everything to telling the least. */
  readonly plans: readonly LinePlan[];
  /**
   * What the run has at this moment, in order: the facts that a text is held against. Where a style can tell a moment
   * in more than one degree of detail, one list for each; an empty list says that there is nothing to tell.
   */
  facts(account: Account, moment: number): readonly (readonly LineClaim[])[];
  /** The claim of a fold as this style says it. */
  folded(account: Account, claim: LineClaim, from: number, to: number): LineClaim;
  write(account: Account, items: readonly Item[], plan: LinePlan): LineText;
  read(text: string, listing: Listing): LineReading;
}

/** Which visit of its line a moment is, as a slot. */
export function countSlots({ count }: Moment): Record<string, SlotValue> {
  return count === undefined ? {} : { [count.what]: String(count.nth) };
}

/** Values before a change are worth repeating when they are no longer than this. */
const LONGEST_OLD = 24;

/** The value before a change where it is told with the one after it. */
export function oldText(old: string | null): string {
  return old !== null && old.length <= LONGEST_OLD ? old : '';
}

/** What a moment changed: names with their values; on the way back, with those before too. */
function changesOf({ kind, changes, backwards }: Moment): Record<string, SlotValue> {
  const moves = backwards === true && kind !== 'call';
  const flat = changes.flatMap(({ name, text, old }) =>
    text === null ? [] : moves ? [name, oldText(old), text] : [name, text],
  );
  return flat.length === 0 ? {} : { [moves ? 'moved' : 'changes']: flat };
}

/** A moment's notes as slots. */
export function noteSlots(moment: Moment): Record<string, SlotValue> {
  const slots: Record<string, SlotValue> = { ...countSlots(moment), ...changesOf(moment) };
  const gone = moment.changes.flatMap(({ name, text }) => (text === null ? [name] : []));
  if (gone.length > 0) slots['gone'] = gone;
  if (moment.taken.length > 0) slots['taken'] = moment.taken.flatMap(({ name, values }) => [name, values]);
  if (moment.truth !== null) slots['truth'] = moment.truth ? '1' : '0';
  if (moment.done) slots['done'] = '1';
  Object.assign(slots, printedSlots(moment.printed));
  if (moment.raised !== null) slots['raised'] = moment.raised;
  if (moment.left) slots['left'] = '1';
  if (moment.yielded !== null) slots['yielded'] = moment.yielded;
  if (moment.returned !== null) slots['returned'] = moment.returned;
  return slots;
}

/** What was printed: whole lines without the last line's end, or any other text. */
export function printedSlots(text: string): Record<string, SlotValue> {
  if (text === '') return {};
  return text.endsWith('\n') ? { printed: valueText(text.slice(0, -1)) } : { written: valueText(text) };
}
