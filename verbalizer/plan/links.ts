// Which stages of a working are said. The last, the value, always is; of the others, as many as help: the formula as
// it is written when it is new to the reader, the numbers put in, and nothing that would fill the line.
import type { SlotValue } from '../claims.ts';
import { hasHint } from '../steps/hint.ts';
import type { Step } from '../steps/step.ts';
import type { Working } from '../template.ts';
import type { Chooser } from '../text/random.ts';

/** The longest working shown before the value, in characters; beyond it only the value is said. */
const LONGEST_CHAIN = 110;
/** A stage longer than this is passed over for one in which long values stand under their names. */
const LONGEST_STAGE = 44;

/** A container of three elements or more put in for a name: it has been told, and its name says as much. */
const LISTED = /(?:[[{]|(?<![\w\])])\()[^\])}]*,[^\])}]*,/;

function room(links: readonly string[]): number {
  return links.reduce((sum, link) => sum + link.length + 3, -3);
}

/** Two stages before the value are said where they are no longer than this together. */
const LONGEST_PAIR = 64;

/** The most worked-out stages, one or two, apart from the source and the value; none when all are too long. */
function workedOf(stages: readonly string[]): readonly string[] {
  const lists = LISTED.test(stages[0]!);
  const short = stages
    .slice(1, -1)
    .filter((stage) => stage.length <= LONGEST_STAGE && (lists || !LISTED.test(stage)));
  const pair = short.slice(-2);
  return room(pair) <= LONGEST_PAIR ? pair : short.slice(-1);
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
  // what is returned is said by name even then
  if (step.kind !== 'return' && isFresh(stages, fresh)) return [value];
  if (working === 'named') return [source, value];
  if (working === 'which') return [workedOf(stages).at(-1) ?? source, value];
  if (slot === 'chain' && (step.kind === 'test' || step.kind === 'backTest'))
    return chooseTest(step, stages, chooser);
  const worked = workedOf(stages);
  const short = worked.slice(-1);
  const brief = working === 'worked' || chooser.chance(known ? 0.75 : 0.25);
  const choices = [
    ...(brief
      ? []
      : [
          [source, ...worked],
          [source, ...short],
        ]),
    worked,
    short,
    [source],
  ];
  // what the value takes is taken in any case
  const chosen = choices.find((links) => links.length > 0 && room(links) <= LONGEST_CHAIN);
  return chosen === undefined ? [value] : [...chosen, value];
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
