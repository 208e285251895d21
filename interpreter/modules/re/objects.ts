// Patterns and matches as objects: what they hold. Their methods are in `pattern.ts` and `match.ts`.
// https://docs.python.org/3.11/library/re.html#regular-expression-objects
import { constructor } from '../../builtins/declare.ts';
import type { Runtime } from '../../runtime.ts';
import { typeError } from '../../values/errors.ts';
import { PyLibraryValue } from '../../values/library-value.ts';
import { substring, wideCharacters } from '../../values/str.ts';
import { registerClass } from '../../values/type-of.ts';
import { libraryClass } from '../define.ts';
import { compileRegex, type RegexProgram } from './compiler.ts';
import type { Points } from './matcher.ts';
import { parseRegex } from './parser.ts';
import type { Regex } from './syntax.ts';

export const patternClass = libraryClass('re', 'Pattern');
export const matchClass = libraryClass('re', 'Match');
for (const cls of [patternClass, matchClass])
  constructor(cls, `${cls.name}(*args, **kwargs)`, () =>
    typeError(`cannot create '${cls.shownName}' instances`),
  );

/** A compiled regular expression. Immutable. */
export class PyPattern extends PyLibraryValue {
  readonly text: string;
  readonly regex: Regex;
  readonly program: RegexProgram;

  constructor(rt: Runtime, text: string, flags: number) {
    super();
    this.text = text;
    this.regex = parseRegex(rt, text, flags);
    this.program = compileRegex(rt, this.regex);
  }
}
registerClass(PyPattern, patternClass);

/** A text being searched, by code points. */
export class Subject {
  readonly text: string;
  readonly points: Points;
  /** Whether some characters take two UTF-16 units. */
  private readonly wide: boolean;

  private constructor(text: string) {
    this.text = text;
    const chars = wideCharacters(text);
    this.wide = chars !== null;
    const points = new Uint32Array(chars?.length ?? text.length);
    for (let i = 0; i < points.length; i++)
      points[i] = chars === null ? text.charCodeAt(i) : (chars[i].codePointAt(0) as number);
    this.points = points;
  }

  /**
   * The last text is remembered: programs search the same one again and again. It is paid for all the same, since
   * what is remembered may be of another run.
   */
  static of(rt: Runtime, text: string): Subject {
    rt.charge(text.length / 16);
    if (lastSubject.text !== text) lastSubject = new Subject(text);
    return lastSubject;
  }

  static readonly empty = new Subject('');

  get length(): number {
    return this.points.length;
  }

  slice(start: number, end: number): string {
    return this.wide ? substring(this.text, start, end) : this.text.slice(start, end);
  }
}
let lastSubject = Subject.empty;

/** What a pattern matched. Immutable. */
export class PyMatch extends PyLibraryValue {
  readonly pattern: PyPattern;
  readonly subject: Subject;
  /** The bounds within which was searched. */
  readonly region: readonly [number, number];
  /** Start and end of the match and of each group; −1 for groups that did not match. */
  readonly spans: readonly (readonly [number, number])[];
  /** The number of the group that was closed last, or null. */
  readonly lastGroup: number | null;

  constructor(
    pattern: PyPattern,
    subject: Subject,
    region: readonly [number, number],
    spans: PyMatch['spans'],
    lastGroup: number | null,
  ) {
    super();
    this.pattern = pattern;
    this.subject = subject;
    this.region = region;
    this.spans = spans;
    this.lastGroup = lastGroup;
  }

  /** The text of a group, or undefined when it did not match. */
  text(group: number): string | undefined {
    const [start, end] = this.spans[group];
    return start < 0 ? undefined : this.subject.slice(start, end);
  }
}
registerClass(PyMatch, matchClass);
