// The text of a pattern or template, read a character (or an escape of two) at a time, always one ahead; and the
// exception for what is wrong with it. Knows nothing of what the characters mean.
// https://docs.python.org/3.11/library/re.html#re.error
import { constructor } from '../../builtins/declare.ts';
import type { Runtime } from '../../runtime.ts';
import { exceptionClasses } from '../../values/builtin-classes.ts';
import { PyException, PyRaise } from '../../values/class.ts';
import type { Value } from '../../values/objects.ts';
import { toCharacters } from '../../values/str.ts';
import { libraryClass } from '../define.ts';

export const errorClass = libraryClass('re', 'error', { base: exceptionClasses.Exception, written: true });
errorClass.hasDict = true;
constructor(errorClass, 'error(*args, **kwargs)', (rt: Runtime) => rt.unsupported('making a re.error'));

/** Raises `re.error`. @param at the index of the character where the mistake is; null when it has no place */
export function regexError(message: string, pattern: readonly string[] | null, at: number | null): never {
  let text = message;
  let line: number | null = null;
  let column: number | null = null;
  if (pattern !== null && at !== null) {
    const before = pattern.slice(0, at);
    line = before.filter((char) => char === '\n').length + 1;
    column = at - before.lastIndexOf('\n');
    text += ` at position ${at}`;
    if (pattern.includes('\n')) text += ` (line ${line}, column ${column})`;
  }
  const exception = new PyException(errorClass, [text]);
  const facts: [string, Value][] = [
    ['msg', message],
    ['pattern', pattern === null ? null : pattern.join('')],
    ['pos', at],
    ['lineno', line],
    ['colno', column],
  ];
  for (const [name, value] of facts) exception.setAttr(name, value);
  throw new PyRaise(exception);
}

export class PatternSource {
  /** What comes next: a character, or a backslash with the character after it; null at the end. */
  next: string | null = null;
  private readonly chars: readonly string[];
  /** The index after `next`. */
  private index = 0;

  constructor(text: string) {
    this.chars = toCharacters(text);
    this.advance();
  }

  private advance(): void {
    const { chars, index } = this;
    if (index >= chars.length) {
      this.next = null;
      return;
    }
    if (chars[index] !== '\\') {
      this.next = chars[index];
      this.index = index + 1;
      return;
    }
    if (index + 1 >= chars.length) regexError('bad escape (end of pattern)', chars, chars.length - 1);
    this.next = chars[index] + chars[index + 1];
    this.index = index + 2;
  }

  /** Takes what comes next. */
  take(): string | null {
    const { next } = this;
    this.advance();
    return next;
  }

  /** Takes `text` if it comes next. */
  accept(text: string): boolean {
    if (this.next !== text) return false;
    this.advance();
    return true;
  }

  /** Takes up to `most` characters as long as they are among `allowed`. */
  takeWhile(most: number, allowed: string): string {
    let taken = '';
    for (let i = 0; i < most && this.nextIn(allowed); i++) taken += this.take();
    return taken;
  }

  /** Whether one of the characters of `allowed` comes next. */
  nextIn(allowed: string): boolean {
    return this.next !== null && allowed.includes(this.next);
  }

  /** Takes a name and the character that ends it, which does not belong to it. */
  takeUntil(end: string, what: string): string {
    let name = '';
    for (;;) {
      const char = this.take();
      if (char === null)
        return name === ''
          ? this.fail(`missing ${what}`)
          : this.fail(`missing ${end}, unterminated name`, length(name));
      if (char === end) return name === '' ? this.fail(`missing ${what}`, 1) : name;
      name += char;
    }
  }

  /** The index of what comes next. */
  get position(): number {
    return this.index - (this.next === null ? 0 : length(this.next));
  }

  /** Goes back (or on) to an index. */
  seek(index: number): void {
    this.index = index;
    this.advance();
  }

  /** Raises `re.error` for a mistake `back` characters before what comes next. */
  fail(message: string, back = 0): never {
    return regexError(message, this.chars, this.position - back);
  }

  /** Raises `re.error` for a mistake at an index. */
  failAt(message: string, index: number): never {
    return regexError(message, this.chars, index);
  }
}

/** How many characters a text has, counted as Python does. */
export function length(text: string): number {
  return toCharacters(text).length;
}
