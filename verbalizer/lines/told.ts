// An account without the moments that are not told; what refers to moments is renumbered.
import type { Account, Moment } from './moment.ts';

/** The account without its dull moments. */
export function told(account: Account, isDull: (moment: Moment) => boolean): Account {
  const place = new Int32Array(account.moments.length + 1);
  const moments: Moment[] = [];
  account.moments.forEach((moment, i) => {
    place[i] = moments.length;
    if (isDull(moment)) return;
    moment.index = moments.length;
    moments.push(moment);
  });
  place[account.moments.length] = moments.length;
  const at = (i: number): number => place[i]!;
  return {
    ...account,
    moments,
    loops: account.loops.map((run) => ({
      ...run,
      rounds: run.rounds.map(at),
      tail: at(run.tail),
      end: at(run.end),
    })),
    activations: account.activations.map(({ start, end }) => ({ start: at(start), end: at(end) })),
  };
}
