// Digests of the values that a text abbreviates, so that what it leaves out can be checked as well. No value is kept: the
// run is walked again, once to find where each of them was abbreviated, once to look at them there.
// Knows no styles, and no more of digests than that somebody makes one of a text.
import type { Trace } from '../interpreter/trace/index.ts';
import { display } from '../interpreter/values/display.ts';
import type { SlotValue } from './claims.ts';
import { ROOM } from './fold/fold.ts';
import { accountOf } from './lines/walk.ts';
import { bareText } from './lines/shown.ts';
import type { LineTold } from './lines/moment.ts';
import type { LineStyle } from './lines/style.ts';
import { storyOf } from './steps/index.ts';
import { comesTo, witnessed } from './steps/sightings.ts';
import { overAt, type Step } from './steps/step.ts';
import { shorten } from './text/shorten.ts';

/** A claim as far as its values matter. */
export interface Told {
  readonly span: readonly [number, number];
  readonly events: readonly [number, number];
  readonly slots: Readonly<Record<string, SlotValue>>;
  /** What it tells: a step, or the one that stands for a fold; in a line style a moment, or null for a statement. */
  readonly told: Step | LineTold | null;
}

/** An abbreviation in a text, by its UTF-16 offsets, and the digest of the whole value as `repr` writes it. */
export interface Digest {
  readonly span: readonly [number, number];
  readonly digest: string;
}

/** What may be an abbreviation: something is counted out of it, or a container of which nothing is shown. */
const ABBREVIATED = /\.\.\. \d+ more \.\.\.|\.\.\.[)\]}]/;

/** An abbreviation in a claim, and the event before which the value was abbreviated so. */
interface Place {
  readonly claim: number;
  readonly span: readonly [number, number];
  /** Without what a line style puts around it. */
  readonly text: string;
  readonly trace: Trace;
  readonly from: number;
  readonly before: number;
  /** The moment that it stands in, in a line style. */
  readonly moment: number;
}

/**
 * The abbreviations in the claims of a text, and the digests of what they stand for; a list for each claim.
 * @param style the line style that the text is in; null for prose
 * @param digest makes a digest of a value's `repr`
 */
export function digestsOf(
  text: string,
  claims: readonly Told[],
  trace: Trace,
  style: LineStyle | null,
  digest: (repr: string) => string,
): readonly (readonly Digest[])[] {
  const found: Digest[][] = claims.map(() => []);
  // most texts abbreviate nothing
  if (!ABBREVIATED.test(text)) return found;
  const places = claims.flatMap((claim, i) => placesIn(text, claim, i, trace));
  for (const run of new Set(places.map((place) => place.trace))) {
    const own = places.filter((place) => place.trace === run);
    const walk =
      style === null
        ? (): void => void storyOf(run).steps
        : (): void => walkMoments(run, style, new Set(own.map(({ moment }) => moment)));
    const digests = lookAgain(walk, own, digest);
    own.forEach(({ claim, span }, i) => {
      const made = digests[i];
      if (made !== undefined) found[claim]!.push({ span, digest: made });
    });
  }
  return found;
}

function walkMoments(trace: Trace, style: LineStyle, moments: ReadonlySet<number>): void {
  const account = accountOf(trace);
  for (const moment of [...moments].sort((a, b) => a - b)) {
    comesTo(account.moments[moment]!.to, true);
    style.facts(account, moment);
  }
}

/** The abbreviations that stand in a claim, in the order in which its step came to them. */
function placesIn(text: string, { span, slots, told }: Told, claim: number, trace: Trace): Place[] {
  const places: Place[] = [];
  // what a statement says is given or answered, and that in full
  if (told === null) return places;
  const taken = new Map<string, number>();
  for (const [slot, value] of Object.entries(slots).sort(([a], [b]) => rank(a) - rank(b))) {
    const parts = typeof value === 'string' ? [value] : value;
    parts.forEach((part, i) => {
      if (!ABBREVIATED.test(part)) return;
      const at = placeOf(text, part, taken.get(part) ?? span[0], span);
      if (at === null) return;
      taken.set(part, at[1]);
      const own = 'moment' in told ? whenInLines(slots, told) : when(told, slot, parts, i);
      places.push({ claim, span: at, text: bareText(part), trace, moment: -1, ...own });
    });
  }
  return places;
}

/** What was before is known before what came of it. */
function rank(slot: string): number {
  return slot === 'old' ? 0 : 1;
}

/** Where the part stands: as it is, or within a JSON string, as in the frames style. */
function placeOf(
  text: string,
  part: string,
  from: number,
  [start, end]: readonly [number, number],
): readonly [number, number] | null {
  for (const form of [part, JSON.stringify(part).slice(1, -1)])
    for (const begin of [from, start]) {
      const at = text.indexOf(form, begin);
      if (at >= 0 && at + form.length <= end) return [at, at + form.length];
    }
  return null;
}

/** When part `i` of a slot's content was abbreviated. */
function when(
  told: Step,
  slot: string,
  content: readonly string[],
  i: number,
): Pick<Place, 'from' | 'before'> & { trace?: Trace } {
  const run = told.elsewhere === undefined ? {} : { trace: told.elsewhere.trace };
  const from = told.elsewhere === undefined ? told.from : 0;
  if (told.fold === undefined) return { from, before: overAt(told), ...run };
  // a fold: what it changes has each its own time, and what it was before is known before it begins
  if (slot === 'moves' && i % 3 === 1) return { from: 0, before: told.from, ...run };
  const target = slot === 'moves' ? content[i - 2]! : slot === 'changes' ? content[i - 1]! : slot;
  const before = told.fold.parts.get(target) ?? overAt(told);
  return { from: 0, before, ...run };
}

/** The frames style shows at the beginning of a line what was before it. */
function whenInLines(
  slots: Told['slots'],
  { trace, moment, events: [from, to] }: LineTold,
): Pick<Place, 'from' | 'before' | 'trace' | 'moment'> {
  return { from, before: slots['event'] === 'line' ? from : to, trace, moment };
}

/** Walks twice: to find where each value was abbreviated, and to take the digests there. */
function lookAgain(
  walk: () => void,
  places: readonly Place[],
  digest: (repr: string) => string,
): (string | undefined)[] {
  const sightings = sightingsOf(walk, new Set(places.map((place) => place.text)));
  const numbers = places.map((place, i) => {
    const own = sightings.get(place.text);
    return own === undefined ? -1 : numberAmong(own, place, alikeAfter(places, i));
  });
  const wanted = new Set(numbers);
  const digests = new Map<number, string>();
  let number = 0;
  witnessed((_text, value) => {
    if (wanted.has(number)) digests.set(number, digest(display(value)));
    number++;
  }, walk);
  return numbers.map((wantedNumber) => digests.get(wantedNumber));
}

/** The numbers of the sightings of a text, and their events, in order. */
interface Sightings {
  readonly numbers: number[];
  readonly events: number[];
}

/** Characters by which most texts that are not looked for can be told apart. */
const BEGINNING = 6;

function sightingsOf(walk: () => void, texts: ReadonlySet<string>): ReadonlyMap<string, Sightings> {
  const found = new Map<string, Sightings>();
  const beginnings = new Set([...texts].map((text) => text.slice(0, BEGINNING)));
  const standsFor = (text: string): string | null => {
    if (texts.has(text)) return text;
    if (!beginnings.has(text.slice(0, BEGINNING))) return null;
    const short = shorten(text, ROOM);
    return texts.has(short) ? short : null;
  };
  let number = 0;
  witnessed((text, _value, event) => {
    const own = standsFor(text);
    if (own !== null) {
      let sightings = found.get(own);
      if (sightings === undefined) found.set(own, (sightings = { numbers: [], events: [] }));
      sightings.numbers.push(number);
      sightings.events.push(event);
    }
    number++;
  }, walk);
  return found;
}

/** How many places after this one are of the same text and time in the same claim. */
function alikeAfter(places: readonly Place[], i: number): number {
  const { claim, text, before } = places[i]!;
  let alike = 0;
  for (let j = i + 1; j < places.length && places[j]!.claim === claim; j++)
    if (places[j]!.text === text && places[j]!.before === before) alike++;
  return alike;
}

/** The number of the last sighting before the event; `back` ones earlier, where several stand in one step. */
function numberAmong({ numbers, events }: Sightings, { from, before }: Place, back: number): number {
  let last = events.length - 1;
  while (last >= 0 && events[last]! >= before) last--;
  if (last >= back && events[last - back]! >= from) last -= back;
  return numbers[last] ?? -1;
}
