// Methods of str about letter case and kinds of characters.
// https://docs.python.org/3.11/library/stdtypes.html#string-methods
import type { Runtime } from '../runtime.ts';
import { strClass } from '../values/builtin-classes.ts';
import { isIdentifier } from '../values/identifiers.ts';
import * as letterCase from '../values/letter-case.ts';
import * as unicode from '../values/unicode.ts';
import { method } from './declare.ts';

/** A method without arguments that makes a text of a text. */
function mapping(name: string, map: (text: string) => string): void {
  method(strClass, `${name}()`, (rt: Runtime, self: string) => {
    rt.charge(self.length / 4);
    return map(self);
  });
}

mapping('capitalize', letterCase.capitalize);
mapping('casefold', letterCase.casefold);
mapping('lower', letterCase.lower);
mapping('swapcase', letterCase.swapcase);
mapping('title', letterCase.title);
mapping('upper', letterCase.upper);

/** A method without arguments that answers yes or no. */
function question(name: string, answer: (text: string) => boolean): void {
  method(strClass, `${name}()`, (_rt: Runtime, self: string) => answer(self));
}

function every(text: string, test: (point: number) => boolean): boolean {
  for (const char of text) if (!test(char.codePointAt(0) as number)) return false;
  return true;
}

const nonEmpty =
  (test: (point: number) => boolean) =>
  (text: string): boolean =>
    text !== '' && every(text, test);

question('isalnum', nonEmpty(unicode.isAlnum));
question('isalpha', nonEmpty(unicode.isAlpha));
question('isascii', (text) => every(text, (point) => point < 128));
question('isdecimal', nonEmpty(unicode.isDecimal));
question('isdigit', nonEmpty(unicode.isDigit));
question('isnumeric', nonEmpty(unicode.isNumeric));
question('isprintable', (text) => every(text, unicode.isPrintable));
question('isspace', nonEmpty(unicode.isSpace));

question('isidentifier', isIdentifier);

/** At least one character of the case asked for, and none of the others. */
function allOfCase(
  text: string,
  wanted: (point: number) => boolean,
  other: (point: number) => boolean,
): boolean {
  let any = false;
  for (const char of text) {
    const point = char.codePointAt(0) as number;
    if (unicode.isTitle(point) || other(point)) return false;
    any ||= wanted(point);
  }
  return any;
}

question('islower', (text) => allOfCase(text, unicode.isLower, unicode.isUpper));
question('isupper', (text) => allOfCase(text, unicode.isUpper, unicode.isLower));

question('istitle', (text) => {
  let any = false;
  let inside = false;
  for (const char of text) {
    const point = char.codePointAt(0) as number;
    const capital = unicode.isUpper(point) || unicode.isTitle(point);
    if (capital ? inside : unicode.isLower(point) && !inside) return false;
    inside = unicode.isCased(point);
    any ||= inside;
  }
  return any;
});
