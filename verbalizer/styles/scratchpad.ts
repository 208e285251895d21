// The scratchpad style: every line that runs, with its code and what it changed, one line of text each.
import type { LineClaim } from '../lines/claim.ts';
import { isFold, LINE_PLANS, type Item } from '../lines/plans.ts';
import { readHead, writeHead } from '../lines/heads.ts';
import { listingOf } from '../lines/listing.ts';
import { isSilent, type Moment } from '../lines/moment.ts';
import { readSequence, writeSequence } from '../lines/sequence.ts';
import { noteSlots, type LineStyle } from '../lines/style.ts';

function momentClaims(moment: Moment): readonly LineClaim[] {
  const { kind } = moment;
  const notes = noteSlots(moment);
  const line = String(moment.line);
  switch (kind) {
    case 'call':
    case 'resume':
      return [{ kind, slots: { func: moment.func, ...notes } }];
    case 'line':
      return [{ kind, slots: { line, ...notes } }];
    case 'back':
      return isSilent(moment) ? [] : [{ kind, slots: { line, ...notes } }];
    case 'result':
      return isSilent(moment) ? [] : [{ kind, slots: notes }];
  }
}

export const scratchpad: LineStyle = {
  form: 'lines',
  name: 'scratchpad',
  title: 'every line that runs, with its code and what it changed',
  tellsBackwards: true,
  plans: LINE_PLANS,
  facts: (account, moment) => [momentClaims(account.moments[moment]!)],
  folded: (_account, claim) => claim,
  write(account, items) {
    const listing = listingOf(account.program);
    const claimsOf = (item: Item): readonly LineClaim[] => (isFold(item) ? [item.claim] : momentClaims(item));
    return writeSequence(items, claimsOf, (claim) => writeHead(claim, listing));
  },
  read: (text, listing) => readSequence(text, listing, readHead),
};
