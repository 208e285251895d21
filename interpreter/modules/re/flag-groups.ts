// Flags written in a pattern: `(?i)` for all of it, `(?i-s:…)` for a group.
// https://docs.python.org/3.11/library/re.html (the entry on `(?aiLmsux)`)
import { isAlpha } from '../../values/unicode.ts';
import { length, type PatternSource } from './source.ts';
import { FLAG } from './syntax.ts';

const LETTERS: ReadonlyMap<string, number> = new Map([
  ['i', FLAG.IGNORECASE],
  ['L', FLAG.LOCALE],
  ['m', FLAG.MULTILINE],
  ['s', FLAG.DOTALL],
  ['x', FLAG.VERBOSE],
  ['a', FLAG.ASCII],
  ['t', FLAG.TEMPLATE],
  ['u', FLAG.UNICODE],
]);
/** How letters are to be taken: at most one of these can be in force. */
const TYPES = FLAG.ASCII | FLAG.LOCALE | FLAG.UNICODE;
/** What concerns whole patterns only. */
const WHOLE = FLAG.TEMPLATE | FLAG.DEBUG;

/** A change of flags: of the whole pattern (`global`), or of the group that follows. */
export interface FlagChange {
  readonly global: boolean;
  readonly add: number;
  readonly remove: number;
}

/** What a character that is no flag is called in the error. */
function unknownFlag(source: PatternSource, char: string, expected: string): never {
  const what = isAlpha(char.codePointAt(0) as number) ? 'unknown flag' : `missing ${expected}`;
  return source.fail(what, length(char));
}

/** Reads flags, of which `first` has been taken, to the `)` or `:` after them. @throws PyRaise re.error */
export function flagGroup(source: PatternSource, first: string): FlagChange {
  let add = 0;
  let char = first;
  if (char !== '-' && !LETTERS.has(char)) source.fail(`unknown extension ?${char}`, length(char) + 1);
  while (char !== '-') {
    const flag = LETTERS.get(char);
    if (flag === undefined) return unknownFlag(source, char, '-, : or )');
    if (char === 'L') source.fail("bad inline flags: cannot use 'L' flag with a str pattern");
    add |= flag;
    if ((flag & TYPES) !== 0 && (add & TYPES) !== flag)
      source.fail("bad inline flags: flags 'a', 'u' and 'L' are incompatible");
    char = source.take() ?? source.fail('missing -, : or )');
    if (char === ')' || char === ':') break;
  }
  if (char === ')') return { global: true, add, remove: 0 };
  if ((add & WHOLE) !== 0) source.fail('bad inline flags: cannot turn on global flag', 1);
  const remove = char === '-' ? removedFlags(source) : 0;
  if ((remove & WHOLE) !== 0) source.fail('bad inline flags: cannot turn off global flag', 1);
  if ((add & remove) !== 0) source.fail('bad inline flags: flag turned on and off', 1);
  return { global: false, add, remove };
}

/** The flags after `-`, and the colon. */
function removedFlags(source: PatternSource): number {
  let remove = 0;
  let char = source.take() ?? source.fail('missing flag');
  for (let expected = 'flag'; char !== ':' || expected === 'flag'; expected = ':') {
    const flag = LETTERS.get(char);
    if (flag === undefined) return unknownFlag(source, char, expected);
    if ((flag & TYPES) !== 0) source.fail("bad inline flags: cannot turn off flags 'a', 'u' and 'L'");
    remove |= flag;
    char = source.take() ?? source.fail('missing :');
  }
  return remove;
}
