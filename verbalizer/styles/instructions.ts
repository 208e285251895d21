// The instructions style: every instruction of the machine, under the line it belongs to, with its operand and what it
// did to the stack. Where there is no room, a line is told with the number of its instructions and what came of them.
import type { SlotValue } from '../claims.ts';
import type { LineClaim } from '../lines/claim.ts';
import { EventFacts } from '../lines/event-facts.ts';
import { isFold, LINE_PLANS, TELL_ALL, type Item, type LinePlan } from '../lines/plans.ts';
import { readHead, writeHead } from '../lines/heads.ts';
import { listingOf, type Listing } from '../lines/listing.ts';
import { isSilent, type Account, type Moment } from '../lines/moment.ts';
import { readNotes, writeNotes } from '../lines/notes.ts';
import { readSequence, writeSequence } from '../lines/sequence.ts';
import { countSlots, noteSlots, type LineStyle } from '../lines/style.ts';

const made = new WeakMap<Account, EventFacts>();

function factsOf(account: Account): EventFacts {
  let facts = made.get(account);
  if (facts === undefined) made.set(account, (facts = new EventFacts(account)));
  return facts;
}

/** Where a moment is, as the heading of its instructions; a call has its arguments with it. */
function heading(moment: Moment, notes: Record<string, SlotValue>): LineClaim {
  const { kind } = moment;
  const line = String(moment.line);
  switch (kind) {
    case 'call':
    case 'resume':
      return { kind, slots: { func: moment.func, ...notes } };
    case 'line':
    case 'back':
      return { kind, slots: { line, ...notes } };
    case 'result':
      return { kind, slots: notes };
  }
}

function instructionsIn({ from, to }: Moment): number {
  return to - from;
}

/**
 * Control was back for a moment and did nothing, or only handed on the result: the instructions of the call expression
 * itself are not told.
 */
function isEmpty(moment: Moment): boolean {
  if (moment.kind === 'result') return isSilent(moment);
  return moment.kind === 'back' && instructionsIn(moment) === 0;
}

function inDetail(account: Account, index: number): readonly LineClaim[] {
  const moment = account.moments[index]!;
  if (isEmpty(moment)) return [];
  const { changes } = noteSlots(moment);
  const args = moment.kind === 'call' && changes !== undefined ? { changes } : {};
  return [heading(moment, { ...countSlots(moment), ...args }), ...factsOf(account).of(index)];
}

function inBrief(account: Account, index: number): readonly LineClaim[] {
  const moment = account.moments[index]!;
  const count = instructionsIn(moment);
  return [heading(moment, { ...noteSlots(moment), ...(count === 0 ? {} : { instructions: String(count) }) })];
}

function foldClaim(account: Account, claim: LineClaim, from: number, to: number): LineClaim {
  let instructions = 0;
  for (let i = from; i < to; i++) instructions += instructionsIn(account.moments[i]!);
  return { kind: claim.kind, slots: { ...claim.slots, instructions: String(instructions) } };
}

/** Stands before an instruction, so that lines of code and lines of the machine are told apart. */
const INDENT = '  ';

function writeLine(claim: LineClaim, listing: Listing): string {
  if (claim.kind !== 'instruction') return writeHead(claim, listing);
  const { pc, name, ...notes } = claim.slots;
  const said = writeNotes(notes);
  return `${INDENT}${pc as string} ${name as string}${said === '' ? '' : `: ${said}`}`;
}

const INSTRUCTION = / {2}(\d+) ([A-Z_]+(?: "(?:[^"\\]|\\.)*"| [^":]+)?)(?=: |$)/y;

function readLine(text: string, listing: Listing): LineClaim | null {
  if (!text.startsWith(INDENT)) return readHead(text, listing);
  INSTRUCTION.lastIndex = 0;
  const match = INSTRUCTION.exec(text);
  if (match === null) return null;
  const head = { pc: match[1]!, name: match[2]! };
  const at = INSTRUCTION.lastIndex;
  if (at === text.length) return { kind: 'instruction', slots: head };
  const { slots, end } = readNotes(text, at + 2);
  return end === text.length ? { kind: 'instruction', slots: { ...head, ...slots } } : null;
}

const PLANS: readonly LinePlan[] = [
  TELL_ALL,
  { rounds: 2, depth: Infinity, ends: Infinity },
  { rounds: 1, depth: 2, ends: Infinity },
  ...LINE_PLANS.filter((plan) => plan.rounds <= 1).flatMap((plan) =>
    [Infinity, 24, 10, 4, 0].map((detail) => ({ ...plan, detail })),
  ),
];

export const instructions: LineStyle = {
  form: 'lines',
  name: 'instructions',
  title: 'every instruction of the machine, and what it did to the stack',
  // what an instruction takes from the stack, those before it put there
  tellsBackwards: false,
  plans: PLANS,
  facts(account, moment) {
    const detail = inDetail(account, moment);
    return detail.length === 0 ? [detail] : [detail, inBrief(account, moment)];
  },
  folded: foldClaim,
  write(account, items, { detail = Infinity }) {
    const listing = listingOf(account.program);
    let left = detail;
    const claimsOf = (item: Item): readonly LineClaim[] => {
      if (isFold(item)) return [foldClaim(account, item.claim, item.from, item.to)];
      if (isEmpty(item)) return [];
      return left-- > 0 ? inDetail(account, item.index) : inBrief(account, item.index);
    };
    return writeSequence(items, claimsOf, (claim) => writeLine(claim, listing));
  },
  read: (text, listing) => readSequence(text, listing, readLine),
};
