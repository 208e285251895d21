// Which steps get a clause, and what is known of a step from those around it. Knows steps and manners, no wording.
import { isFold, type Told } from '../fold/fold.ts';
import { hasHint } from '../steps/hint.ts';
import type { Step } from '../steps/step.ts';
import type { Manner } from '../style.ts';
import type { Chooser } from '../text/random.ts';
import type { Said } from './joints.ts';

/** A call of more steps than this begins a paragraph of its own. */
const LONG_CALL = 6;
/** After these it is plain that a loop is over. */
const ENDING = new Set(['return', 'round']);

/** What stands around a step in the telling. */
export interface Around {
  /** The next step that gets a clause for sure. */
  readonly next: Step | null;
  /** The step that comes directly after it in the run. */
  readonly after: Step | null;
  readonly said: Said | null;
  /** Its loop has been announced with the same elements before. */
  readonly announced: boolean;
}

/** Whether the return that was told last says how the condition came out. */
export function isDecided(step: Step, said: Said | null): boolean {
  return hasHint(step, 'called') && said?.step.kind === 'return' && !said.long;
}

/** True when the step gets a clause. Essential ones always do. */
export function isSaid(step: Step, around: Around, manner: Manner, chooser: Chooser): boolean {
  if (step.essential) return true;
  const { next, after, said, announced } = around;
  switch (step.kind) {
    case 'effect':
      return chooser.chance(manner.effects[step.facts['what'] as string] ?? 0);
    case 'loop':
      // its round says what the only element is
      if (hasHint(step, 'single') && (hasHint(step, 'plain') || hasHint(step, 'constant'))) return false;
      return chooser.chance(announced ? manner.loopsAgain : manner.loops);
    case 'done':
      if (said?.step.kind === 'done') return false;
      return chooser.chance(
        next !== null && next.frame === step.frame && !ENDING.has(next.kind)
          ? manner.loopEnds
          : (manner.asides.done ?? 0),
      );
    case 'test':
      if (isDecided(step, said)) return false;
      return chooser.chance(manner.asides.test ?? 0);
    case 'resume':
      if (next === null || next.kind === 'round' || (after !== null && isDecided(after, said))) return false;
      return chooser.chance(
        said?.step.kind === 'return' ? (manner.asides.resume ?? 0) : manner.resumesSilent,
      );
    default:
      return chooser.chance(manner.asides[step.kind] ?? 0);
  }
}

/** The items that begin calls of many steps, by index. */
export function longCalls(told: readonly Told[]): Set<number> {
  const long = new Set<number>();
  const open: number[] = [];
  told.forEach((item, i) => {
    if (isFold(item)) return;
    if (item.kind === 'call') {
      while (open.length > 0 && (told[open.at(-1)!] as Step).depth >= item.depth) open.pop();
      open.push(i);
    } else if (item.kind === 'return' || item.kind === 'escape') {
      const begun = open.pop();
      if (begun !== undefined && i - begun > LONG_CALL) long.add(begun).add(i);
    }
  });
  // what never returned
  for (const begun of open) long.add(begun);
  return long;
}

/** The step after `at` that will get a clause for sure; folds are not waited for. */
export function nextEssential(told: readonly Told[], at: number): Step | null {
  for (let i = at + 1; i < told.length; i++) {
    const item = told[i]!;
    if (isFold(item)) return null;
    if (item.essential) return item;
  }
  return null;
}

const NO_NAMES: ReadonlyMap<string, string> = new Map();

/** The names that a clause about the step has given values to. */
export function freshNames(step: Step): ReadonlyMap<string, string> {
  const { kind, facts } = step;
  if (kind !== 'round' && kind !== 'unpack' && kind !== 'bind') return NO_NAMES;
  const names = new Map<string, string>();
  if (kind !== 'bind') {
    const pairs = facts['pairs'] as readonly string[];
    for (let i = 0; i < pairs.length; i += 2) names.set(pairs[i]!, pairs[i + 1]!);
  } else names.set(facts['target'] as string, (facts['chain'] as readonly string[]).at(-1)!);
  return names;
}
