// Numbers as English words, cardinal and ordinal. Knows nothing else.

const SMALL = [
  'zero', 'one', 'two', 'three', 'four', 'five', 'six', 'seven', 'eight', 'nine', 'ten', 'eleven', 'twelve',
  'thirteen', 'fourteen', 'fifteen', 'sixteen', 'seventeen', 'eighteen', 'nineteen',
]; // prettier-ignore
const TENS = ['twenty', 'thirty', 'forty', 'fifty', 'sixty', 'seventy', 'eighty', 'ninety'];
const ORDINAL = [
  'zeroth', 'first', 'second', 'third', 'fourth', 'fifth', 'sixth', 'seventh', 'eighth', 'ninth', 'tenth',
  'eleventh', 'twelfth', 'thirteenth', 'fourteenth', 'fifteenth', 'sixteenth', 'seventeenth', 'eighteenth',
  'nineteenth', 'twentieth',
]; // prettier-ignore
const TIMES = new Map([
  ['once', 1],
  ['twice', 2],
  ['thrice', 3],
]);

const CARDINALS = new Map<string, number>(SMALL.map((word, n) => [word, n]));
TENS.forEach((ten, t) => {
  CARDINALS.set(ten, 20 + 10 * t);
  SMALL.slice(1, 10).forEach((unit, u) => CARDINALS.set(`${ten}-${unit}`, 21 + 10 * t + u));
});
CARDINALS.set('hundred', 100);
const ORDINALS = new Map<string, number>(ORDINAL.map((word, n) => [word, n]));

/** `seven` → 7; null for other words. */
export function cardinal(word: string): number | null {
  return CARDINALS.get(word) ?? null;
}

/** `third` and `3rd` → 3; null for other words. */
export function ordinal(word: string): number | null {
  const digits = /^(\d+)(?:st|nd|rd|th)$/.exec(word);
  return digits !== null ? Number(digits[1]) : (ORDINALS.get(word) ?? null);
}

/** `twice` → 2; null for other words. */
export function timesWord(word: string): number | null {
  return TIMES.get(word) ?? null;
}

/** The cardinal numbers that have a word, with their words. */
export const NUMBER_WORDS: ReadonlyMap<string, number> = CARDINALS;
