// Which stages of a working are said. The last, the value, always is; of the others, as many as help: the formula as
// it is written when it is new to the reader, the numbers put in, and nothing that would fill the line.
import type { SlotValue } from '../claims.ts';
import { hasHint } from '../steps/hint.ts';
import type { Step } from '../steps/step.ts';
import type { Working } from '../template.ts';
import type { Chooser } from '../text/random.ts';

/** The longest working shown, in characters; beyond it only the value is said. */
const LONGEST_CHAIN = 140;
/** A stage longer than this is passed over for one in which long values stand under their names. */
const LONGEST_STAGE = 44;

/** A container of three elements or more put in for a name: it has been told, and its name says as much. */
const LISTED = /(?:[[{]|(?<![\w\])])\()[^\])}]*,[^\])}]*,/;

function room(links: readonly string[]): number {
  return links.reduce((sum, link) => sum + link.length + 3, -3);
}

/** The most worked-out stage that is not too long, apart from the source and the value; null when there is none. */
function workedOf(stages: readonly string[]): string | null {
  const lists = LISTED.test(stages[0]!);
  for (let i = stages.length - 2; i > 0; i--)
    if (stages[i]!.length <= LONGEST_STAGE && (lists || !LISTED.test(stages[i]!))) return stages[i]!;
  return null;
}

/**
 * The stages of `slot` that a wording says.
 * @param known its line has been told before
 * @param fresh names whose values have just been said
 */
export function chooseLinks(
  step: Step,
  slot: string,
  working: Working,
  known: boolean,
  fresh: ReadonlyMap<string, string>,
  chooser: Chooser,
): SlotValue {
  const stages = step.facts[slot] as readonly string[];
  const value = stages.at(-1)!;
  if (working === 'value' || stages.length === 1) return [value];
  const source = stages[0]!;
  if (isFresh(stages, fresh)) return [value];
  if (working === 'which' || working === 'named') return [source, value];
  if (slot === 'chain' && (step.kind === 'test' || step.kind === 'backTest'))
    return chooseTest(step, stages, chooser);
  const worked = workedOf(stages);
  const choices =
    worked === null
      ? [[source, value]]
      : working === 'worked' || chooser.chance(known ? 0.75 : 0.25)
        ? [
            [worked, value],
            [source, value],
          ]
        : [
            [source, worked, value],
            [worked, value],
            [source, value],
          ];
  return choices.find((links) => room(links) <= LONGEST_CHAIN) ?? [value];
}

/** A name whose value has just been said needs no repeating. */
export function isFresh(stages: readonly string[], fresh: ReadonlyMap<string, string>): boolean {
  return stages.length === 2 && fresh.get(stages[0]!) === stages[1];
}

/** A condition is said once, with its values; how a call in it was worked out goes with it. */
function chooseTest(step: Step, stages: readonly string[], chooser: Chooser): readonly string[] {
  const value = stages.at(-1)!;
  if (hasHint(step, 'compare') || hasHint(step, 'bool') || chooser.chance(0.5)) return [value];
  const links = stages.slice(-2);
  return room(links) > LONGEST_CHAIN ? [value] : links;
}
