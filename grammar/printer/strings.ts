// Strings where `repr` will not do: docstrings, and strings inside the braces of an f-string, where Python 3.11
// allows neither a backslash nor the quotes around.
import { isPrintable, strRepr } from '../literals.ts';

export const DELIMITERS = ["'", '"', "'''", '"""'] as const;
export type Delimiter = (typeof DELIMITERS)[number];

/** What a string inside an f-string may look like. */
export interface FieldQuotes {
  /** The delimiters that do not end an f-string around. */
  delimiters: readonly Delimiter[];
  /** The delimiters of the f-strings around, which nothing inside may hold: they are looked for first. */
  around: readonly Delimiter[];
  /** Whether all f-strings around are triple-quoted, so that a line may end inside. */
  isMultiline: boolean;
}

/** Thrown where Python 3.11 has no way to write a string inside an f-string. */
export class UnwritableString extends Error {
  override name = 'UnwritableString';
}

/** What remains possible inside an f-string in `delimiter`, itself inside `outer` (null: outside all f-strings). */
export function quotesInside(delimiter: Delimiter, outer: FieldQuotes | null): FieldQuotes {
  return {
    delimiters: (outer?.delimiters ?? DELIMITERS).filter((other) => !other.includes(delimiter)),
    around: [...(outer?.around ?? []), delimiter],
    isMultiline: delimiter.length === 3 && (outer?.isMultiline ?? true),
  };
}

/** A string literal for inside an f-string. @throws UnwritableString */
export function fieldString(value: string, { delimiters, around, isMultiline }: FieldQuotes): string {
  const isHidden = around.some((delimiter) => value.includes(delimiter));
  for (const delimiter of isHidden ? [] : delimiters) {
    if (isPlainIn(value, delimiter, isMultiline)) return delimiter + value + delimiter;
  }
  throw new UnwritableString(`${strRepr(value)} inside an f-string`);
}

/** Whether a string can stand between delimiters without any escape. */
function isPlainIn(value: string, delimiter: Delimiter, isMultiline: boolean): boolean {
  if (value.includes('\\') || value.includes(delimiter) || value.includes('\r')) return false;
  const isTriple = delimiter.length === 3;
  if (value.includes('\n') && !(isTriple && isMultiline)) return false;
  return !(isTriple && value.endsWith(delimiter[0]!)) && !value.includes('\0');
}

/**
 * The literal text of an f-string in `delimiter`, braces doubled at the top level.
 * @param isField whether the f-string itself stands inside another's braces, where there are no escapes
 * @param isSpec whether it is text of a format specification, which holds no braces
 * @throws UnwritableString
 */
export function fStringText(value: string, delimiter: Delimiter, isField: boolean, isSpec: boolean): string {
  if (isSpec && /[{}]/.test(value)) throw new UnwritableString(`a brace in the format ${strRepr(value)}`);
  if (isField && /[\\\n\r\0]|['"]/.test(value)) throw new UnwritableString(strRepr(value));
  const escaped = isField ? value : [...value].map((char) => escapeIn(char, delimiter)).join('');
  return isSpec ? escaped : escaped.replace(/[{}]/g, '$&$&');
}

function escapeIn(char: string, delimiter: Delimiter): string {
  if (char === delimiter[0]) return `\\${char}`;
  const code = char.codePointAt(0)!;
  if (char !== '\\' && isPrintable(code)) return char;
  return strRepr(char).slice(1, -1);
}

/** A docstring in triple quotes, its lines as they are. */
export function docstring(value: string): string {
  const body = [...value].map((char) => (char === '\n' ? char : escapeIn(char, "'''"))).join('');
  // In double quotes the single ones need no escape; three double ones, or one at the end, do.
  const text = body.replaceAll("\\'", "'").replaceAll('"""', '\\"\\"\\"');
  return `"""${text.replace(/(?<!\\)((?:\\\\)*)"$/, '$1\\"')}"""`;
}
