// The account of a chapter: the account of its run, cut where the chapter ends, with its visits numbered, or turned
// around. The account of a run is made once, that of a chapter too. Knows no wording.
import type { Trace } from '../../interpreter/trace/index.ts';
import type { Account, Activation, LoopRun, Moment } from './moment.ts';
import type { Chapter } from './part.ts';
import { accountOf } from './walk.ts';

const runs = new WeakMap<Trace, Account>();

/** The account of a whole run. */
function accountOfRun(trace: Trace): Account {
  let account = runs.get(trace);
  if (account === undefined) runs.set(trace, (account = accountOf(trace)));
  return account;
}

const chapters = new WeakMap<Chapter, Account>();

export function accountOfChapter(chapter: Chapter): Account {
  const { trace, until, counted, only, backwards } = chapter;
  const whole = accountOfRun(trace);
  if (until === null && counted === undefined && only === undefined && backwards === undefined) return whole;
  let account = chapters.get(chapter);
  if (account === undefined) {
    account = backwards === true ? turned(whole) : selected(whole, chapter);
    chapters.set(chapter, account);
  }
  return account;
}

/** The moments up to the end of the chapter, or those of its one line, with their numbers. */
function selected(whole: Account, { until, counted, only }: Chapter): Account {
  const cut = until === null ? whole.moments.length : whole.moments.findIndex(({ from }) => from >= until);
  const told = cut < 0 ? whole.moments : whole.moments.slice(0, cut);
  const moments: Moment[] = [];
  let skipped: Moment[] = [];
  let nth = 0;
  for (const moment of told) {
    const numbered = counted !== undefined && moment.kind === 'line' && moment.line === counted.line;
    if (numbered) nth++;
    if (only !== undefined && !(moment.line === only && (moment.kind === 'line' || moment.kind === 'back'))) {
      skipped.push(moment);
      continue;
    }
    moments.push({
      ...moment,
      index: moments.length,
      origin: moment.index,
      ...(numbered && nth <= counted.times ? { count: { what: counted.what, nth } } : {}),
      ...(skipped.length > 0 ? { skipped } : {}),
    });
    skipped = [];
  }
  if (only !== undefined) return { ...whole, moments, loops: [], activations: [] };
  return {
    ...whole,
    moments,
    loops: whole.loops.flatMap((run) => cutLoop(run, moments.length)),
    activations: whole.activations.filter(({ end }) => end <= moments.length),
  };
}

/** A loop as far as it is told; a round that is not told to its end is none to be folded. */
function cutLoop(run: LoopRun, cut: number): LoopRun[] {
  if (run.end <= cut) return [run];
  const rounds = run.rounds.filter((at) => at < cut);
  const tail = run.tail <= cut ? run.tail : rounds.pop();
  return tail === undefined || rounds.length === 0 ? [] : [{ ...run, rounds, tail, end: tail }];
}

/** The call that the run ends with, from its end to its beginning. */
function turned(whole: Account): Account {
  const start = whole.moments.findLastIndex(({ kind, depth }) => kind === 'call' && depth === 1);
  const end = whole.activations.find((activation) => activation.start === start)?.end ?? start;
  const at = (i: number): number => end - i;
  const moments = whole.moments
    .slice(start, end)
    .reverse()
    .map((moment, index) => ({ ...moment, index, origin: moment.index, backwards: true as const }));
  const isInside = (from: number, to: number): boolean => from >= start && to <= end;
  const loops = whole.loops
    .filter((run) => isInside(run.rounds[0] ?? run.tail, run.end))
    .map((run) => ({
      ...run,
      rounds: run.rounds.map((_, i) => at(run.rounds[i + 1] ?? run.tail)).reverse(),
      tail: at(run.rounds[0] ?? run.tail),
      end: at(run.rounds[0] ?? run.tail),
    }));
  const activations: Activation[] = whole.activations
    .filter((activation) => isInside(activation.start, activation.end))
    .map((activation) => ({ start: at(activation.end), end: at(activation.start) }))
    .sort((a, b) => a.start - b.start || b.end - a.end);
  return { ...whole, moments, loops, activations, backwards: true };
}
