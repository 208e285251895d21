// Parsers for option values, shared by all verbs: each refuses a bad value with what would have been a good one.
import { InvalidArgumentError, Option } from 'commander';
import { didYouMean } from './failure.ts';

const UNITS: Readonly<Record<string, number>> = { '': 1, k: 1e3, m: 1e6, g: 1e9 };

/**
 * A whole number such as `5000`, `5_000`, `5k`, `10M`.
 * @throws InvalidArgumentError when it is none or out of range
 */
export function parseCount(min: number, max = Number.MAX_SAFE_INTEGER): (text: string) => number {
  return (text) => {
    const match = /^(\d[\d_]*)([kmg]?)$/i.exec(text.trim());
    const value = match ? Number(match[1]!.replaceAll('_', '')) * UNITS[match[2]!.toLowerCase()]! : NaN;
    if (!Number.isSafeInteger(value))
      throw new InvalidArgumentError(`"${text}" is not a whole number (5000, 5k and 5M are).`);
    if (value < min) throw new InvalidArgumentError(`it must be at least ${min}.`);
    if (value > max) throw new InvalidArgumentError(`it must be at most ${max}.`);
    return value;
  };
}

/** A number that is not negative, such as `0.7`. @throws InvalidArgumentError when it is none */
export function parseAmount(text: string): number {
  const value = /^\d+(\.\d+)?$|^\.\d+$/.test(text.trim()) ? Number(text) : NaN;
  if (!Number.isFinite(value)) throw new InvalidArgumentError(`"${text}" is not an amount (0.7 and 12 are).`);
  return value;
}

/** A share such as `0.3`. @throws InvalidArgumentError when it is not from 0 to 1 */
export function parseShare(text: string): number {
  const share = parseAmount(text);
  if (share > 1) throw new InvalidArgumentError('a share is at most 1.');
  return share;
}

/** One of the known words. @throws InvalidArgumentError with the nearest word otherwise */
export function parseChoice<T extends string>(known: readonly T[]): (text: string) => T {
  return (text) => {
    const found = known.find((word) => word === text);
    if (found !== undefined) return found;
    const guess = didYouMean(text, known);
    throw new InvalidArgumentError(guess ?? `the choices are ${known.join(', ')}.`);
  };
}

/** An option that takes one of the known words; they are listed in its help. */
export function choiceOption<T extends string>(
  flags: string,
  about: string,
  known: readonly T[],
  preset: T,
): Option {
  const described = `${about} (${known.join(', ')})`;
  return new Option(flags, described).argParser(parseChoice(known)).default(preset);
}

/** `3-7` as [3, 7], `4` as [4, 4]. @throws InvalidArgumentError unless min ≤ a ≤ b ≤ max */
export function parseRange(min: number, max: number): (text: string) => [number, number] {
  return (text) => {
    const match = /^(\d+)(?:(?:-|\.\.)(\d+))?$/.exec(text.trim());
    if (!match) throw new InvalidArgumentError(`"${text}" is not a range (3-7 is).`);
    const from = Number(match[1]);
    const to = Number(match[2] ?? match[1]);
    if (from > to) throw new InvalidArgumentError(`the range ${text} runs backwards.`);
    if (from < min || to > max) throw new InvalidArgumentError(`levels are ${min} to ${max}.`);
    return [from, to];
  };
}

/** A list of words between commas. */
export function parseList(text: string): string[] {
  const words = text.split(',').map((word) => word.trim());
  if (words.some((word) => word === '')) throw new InvalidArgumentError(`"${text}" has an empty name.`);
  return words;
}

/** `2/8` as the second (index 2, counted from 1) of eight shards. */
export function parseShard(text: string): { index: number; of: number } {
  const match = /^(\d+)\/(\d+)$/.exec(text.trim());
  const index = Number(match?.[1]);
  const of = Number(match?.[2]);
  if (!match || index < 1 || index > of)
    throw new InvalidArgumentError(`"${text}" is not a shard (1/4 to 4/4 are).`);
  return { index, of };
}
