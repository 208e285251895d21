// Templates of `sub` and `expand`: text with `\1` and `\g<name>` for groups.
// https://docs.python.org/3.11/library/re.html#re.sub
import type { Runtime } from '../../runtime.ts';
import { raise } from '../../values/errors.ts';
import { strRepr } from '../../values/str-repr.ts';
import { isIdentifier } from '../../values/identifiers.ts';
import { CONTROL_ESCAPES, DIGITS, isAsciiLetter, OCTAL_DIGITS, octalValue } from './escapes.ts';
import type { PyMatch, PyPattern } from './objects.ts';
import { groupNumber } from './parser.ts';
import { length, PatternSource } from './source.ts';

/** Texts and numbers of groups, by turns as they come. */
export type Template = readonly (string | number)[];

/** Parses a template. @throws PyRaise re.error, IndexError for a name that no group has */
export function parseTemplate(rt: Runtime, pattern: PyPattern, text: string): Template {
  rt.charge(text.length);
  const source = new PatternSource(text);
  const parts: (string | number)[] = [];
  for (let token = source.take(); token !== null; token = source.take())
    parts.push(token[0] === '\\' && token.length > 1 ? templateEscape(rt, source, pattern, token) : token);
  return parts;
}

function templateEscape(
  rt: Runtime,
  source: PatternSource,
  pattern: PyPattern,
  escape: string,
): string | number {
  const char = escape.slice(1);
  if (char === 'g') return namedGroup(rt, source, pattern);
  if (char === '0') return String.fromCharCode(parseInt(char + source.takeWhile(2, OCTAL_DIGITS), 8) & 0xff);
  if (DIGITS.includes(char)) {
    let whole = escape + source.takeWhile(1, DIGITS);
    const octal = whole.length === 3 && OCTAL_DIGITS.includes(char) && OCTAL_DIGITS.includes(whole[2]);
    if (octal && source.nextIn(OCTAL_DIGITS)) {
      whole += source.take();
      return String.fromCharCode(octalValue(source, whole));
    }
    return checkGroup(source, pattern, Number(whole.slice(1)), whole.length - 1);
  }
  const control = CONTROL_ESCAPES[escape];
  if (control !== undefined) return control;
  return isAsciiLetter(char) ? source.fail(`bad escape ${escape}`, escape.length) : escape;
}

function namedGroup(rt: Runtime, source: PatternSource, pattern: PyPattern): number {
  if (!source.accept('<')) source.fail('missing <');
  const name = source.takeUntil('>', 'group name');
  if (isIdentifier(name))
    return pattern.regex.names.get(name) ?? raise('IndexError', `unknown group name ${strRepr(name)}`);
  return checkGroup(source, pattern, groupNumber(rt, source, name), length(name) + 1);
}

function checkGroup(source: PatternSource, pattern: PyPattern, group: number, back: number): number {
  return group > pattern.regex.groups ? source.fail(`invalid group reference ${group}`, back) : group;
}

/** The template with the groups of a match put in; those that did not match are empty. */
export function expandTemplate(rt: Runtime, template: Template, match: PyMatch): string {
  rt.charge(template.length);
  const text = template.map((part) => (typeof part === 'string' ? part : (match.text(part) ?? ''))).join('');
  rt.charge(text.length / 8);
  return text;
}
