// Module unicodedata: categories, normal forms and what else the engine knows of characters, held to Unicode 14.0.
// What needs the database itself, such as names, is refused. https://docs.python.org/3.11/library/unicodedata.html
import type { Runtime } from '../runtime.ts';
import { typeError, valueError } from '../values/errors.ts';
import type { Value } from '../values/objects.ts';
import { codePointCount } from '../values/str.ts';
import { argumentName } from '../values/type-of.ts';
import { isAssigned } from '../values/unicode-assigned.ts';
import { decimalValue, isDigit } from '../values/unicode.ts';
import { defineModule } from './define.ts';

const CATEGORIES = 'Lu Ll Lt Lm Lo Mn Mc Me Nd Nl No Pc Pd Ps Pe Pi Pf Po Sm Sc Sk So Zs Zl Zp Cc Cf Co Cs';
const PATTERNS: readonly (readonly [string, RegExp])[] = CATEGORIES.split(' ').map((name) => [
  name,
  new RegExp(`^\\p{${name}}$`, 'u'),
]);

/** Characters whose category has changed since Unicode 14. */
const CHANGED: ReadonlyMap<number, string> = new Map([
  [0x295, 'Ll'],
  [0x1171e, 'Mn'],
]);

function categoryOf(char: string): string {
  const point = char.codePointAt(0) as number;
  if (!isAssigned(point)) return 'Cn';
  const changed = CHANGED.get(point);
  return changed ?? PATTERNS.find(([, pattern]) => pattern.test(char))?.[0] ?? 'Cn';
}

/** The combining classes of the marks from U+0300 to U+036F, run by run. */
const MARKS =
  '230*21 232 220*4 232 216 220*5 202*2 220*4 202*2 220*11 1*5 220*4 230*8 240 230 220*3 230*3 220*2 0 230*3 ' +
  '220*4 230 232 220*2 230 233 234*2 233 234*2 233 230*13';
const MARK_CLASSES: readonly number[] = MARKS.split(' ').flatMap((run) => {
  const [value, times = '1'] = run.split('*');
  return Array<number>(Number(times)).fill(Number(value));
});

function combiningOf(rt: Runtime, char: string): number {
  const point = char.codePointAt(0) as number;
  if (!isAssigned(point) || !/^\p{M}$/u.test(char)) return 0;
  return MARK_CLASSES[point - 0x300] ?? rt.unsupported('unicodedata.combining of a mark beyond U+036F');
}

function oneCharacter(name: string, text: Value, of: string): string {
  if (typeof text !== 'string')
    return typeError(`${name}() ${of} must be a unicode character, not ${argumentName(text)}`);
  return codePointCount(text) === 1
    ? text
    : typeError(`${name}() ${of} must be a unicode character, not str`);
}

const FORMS = ['NFC', 'NFD', 'NFKC', 'NFKD'] as const;

function normalized(rt: Runtime, name: string, form: Value, text: Value): string {
  if (typeof form !== 'string')
    return typeError(`${name}() argument 1 must be str, not ${argumentName(form)}`);
  if (typeof text !== 'string')
    return typeError(`${name}() argument 2 must be str, not ${argumentName(text)}`);
  rt.charge(text.length);
  const known =
    FORMS.find((one) => one === form) ?? (text === '' ? 'NFC' : valueError('invalid normalization form'));
  // Of characters that are later than Unicode 14, the engine may know forms that CPython does not.
  for (const char of text)
    if (!isAssigned(char.codePointAt(0) as number)) rt.unsupported(`${name} of unassigned characters`);
  return text.normalize(known);
}

/** A number that a character stands for; the default where it is none. */
function numberOf(
  rt: Runtime,
  name: string,
  kind: string,
  text: Value,
  fallback: Value | undefined,
  isOther: (point: number) => boolean,
): Value {
  const point = oneCharacter(name, text, 'argument 1').codePointAt(0) as number;
  const value = decimalValue(point);
  if (value >= 0) return value;
  if (isOther(point)) return rt.unsupported(`unicodedata.${name} of what is no decimal digit`);
  return fallback === undefined ? valueError(`not a ${kind}`) : fallback;
}

export const unicodedata = defineModule('unicodedata', (module) => {
  module.value('unidata_version', '14.0.0');
  module.function('category(chr, /)', (_rt: Runtime, char: Value) =>
    categoryOf(oneCharacter('category', char, 'argument')),
  );
  module.function('combining(chr, /)', (rt: Runtime, char: Value) =>
    combiningOf(rt, oneCharacter('combining', char, 'argument')),
  );
  module.function('normalize(form, unistr, /)', (rt: Runtime, form: Value, text: Value) =>
    normalized(rt, 'normalize', form, text),
  );
  module.function(
    'is_normalized(form, unistr, /)',
    (rt: Runtime, form: Value, text: Value) => normalized(rt, 'is_normalized', form, text) === text,
  );
  module.function('decimal(chr, default?, /)', (rt: Runtime, char: Value, fallback: Value | undefined) =>
    numberOf(rt, 'decimal', 'decimal', char, fallback, () => false),
  );
  module.function('digit(chr, default?, /)', (rt: Runtime, char: Value, fallback: Value | undefined) =>
    numberOf(rt, 'digit', 'digit', char, fallback, isDigit),
  );
  module.outside('bidirectional', 'decomposition', 'east_asian_width', 'lookup', 'mirrored', 'name');
  module.outside('numeric');
});
