// Methods of compiled patterns. https://docs.python.org/3.11/library/re.html#regular-expression-objects
import { method, nativeProperty } from '../../builtins/declare.ts';
import { isCallable } from '../../builtins/functions-objects.ts';
import { declareGeneric } from '../../builtins/generic-types.ts';
import { callableIteratorClass } from '../../builtins/lazy.ts';
import { asText } from '../../builtins/text-args.ts';
import type { Runtime } from '../../runtime.ts';
import { requireSize } from '../../values/as-index.ts';
import { PyBytes } from '../../values/bytes.ts';
import { typeError } from '../../values/errors.ts';
import { NativeIterator } from '../../values/iterator.ts';
import { PyList } from '../../values/list.ts';
import type { Value } from '../../values/objects.ts';
import { NotImplemented } from '../../values/singletons.ts';
import { strRepr } from '../../values/str-repr.ts';
import { PyTuple } from '../../values/tuple.ts';
import { registerClass, typeName } from '../../values/type-of.ts';
import { flagNames } from './flags.ts';
import { Matcher } from './matcher.ts';
import { patternClass, PyMatch, PyPattern, Subject } from './objects.ts';
import { FLAG } from './syntax.ts';
import { expandTemplate, parseTemplate } from './template.ts';

/** How much of a pattern its repr shows. */
const SHOWN = 200;

/** The text to be searched. @throws PyRaise TypeError "expected string or bytes-like object, got 'int'" */
function subjectOf(rt: Runtime, value: Value): Subject {
  const text = asText(value);
  if (text !== undefined) return Subject.of(rt, text);
  if (value instanceof PyBytes) typeError('cannot use a string pattern on a bytes-like object');
  return typeError(`expected string or bytes-like object, got '${typeName(value)}'`);
}

/** Goes through the matches of a pattern in a text, from left to right. */
class Scan {
  readonly subject: Subject;
  private readonly pattern: PyPattern;
  private readonly matcher: Matcher;
  private readonly region: readonly [number, number];
  private start: number;
  /** Whether the last match was empty: the next one at the same place must not be. */
  private mustAdvance = false;

  constructor(rt: Runtime, pattern: PyPattern, subject: Subject, pos = 0, endpos = Infinity) {
    const end = Math.max(0, Math.min(endpos, subject.length));
    this.start = Math.max(0, Math.min(pos, subject.length));
    this.region = [this.start, end];
    this.pattern = pattern;
    this.subject = subject;
    this.matcher = new Matcher(rt, pattern.program, { points: subject.points, start: this.start, end });
  }

  /** The match at the start. */
  match(whole: boolean): PyMatch | null {
    const { start, matcher } = this;
    return start <= this.region[1] && matcher.matchAt(start, whole) ? this.found(start) : null;
  }

  /** The next match. */
  next(): PyMatch | null {
    const { matcher } = this;
    const at = matcher.search(this.start, this.mustAdvance);
    if (at < 0) return null;
    this.start = matcher.matchEnd;
    this.mustAdvance = at === this.start;
    return this.found(at);
  }

  private found(at: number): PyMatch {
    const { matcher } = this;
    const spans: [number, number][] = [[at, matcher.matchEnd], ...matcher.spans()];
    const last = matcher.lastGroup;
    return new PyMatch(this.pattern, this.subject, this.region, spans, last < 0 ? null : last);
  }
}

const BOUNDED = '(string, pos=0, endpos=9223372036854775807)';

function scanner(rt: Runtime, self: PyPattern, string: Value, pos: Value, endpos: Value): Scan {
  const [from, to] = [requireSize(rt, pos), requireSize(rt, endpos)];
  return new Scan(rt, self, subjectOf(rt, string), from, to);
}

method(
  patternClass,
  `match${BOUNDED}`,
  (rt: Runtime, self: PyPattern, string: Value, pos: Value, endpos: Value) =>
    scanner(rt, self, string, pos, endpos).match(false),
);
method(
  patternClass,
  `fullmatch${BOUNDED}`,
  (rt: Runtime, self: PyPattern, string: Value, pos: Value, endpos: Value) =>
    scanner(rt, self, string, pos, endpos).match(true),
);
method(
  patternClass,
  `search${BOUNDED}`,
  (rt: Runtime, self: PyPattern, string: Value, pos: Value, endpos: Value) =>
    scanner(rt, self, string, pos, endpos).next(),
);

/** What `findall` gives for a match: its text, its group's, or all its groups'. */
function matchItem(match: PyMatch): Value {
  if (match.spans.length === 1) return match.text(0) as string;
  const texts = match.spans.slice(1).map((_, i) => match.text(i + 1) ?? '');
  return texts.length === 1 ? texts[0] : new PyTuple(texts);
}

method(
  patternClass,
  `findall${BOUNDED}`,
  (rt: Runtime, self: PyPattern, string: Value, pos: Value, endpos: Value) => {
    const scan = scanner(rt, self, string, pos, endpos);
    const items: Value[] = [];
    for (let match = scan.next(); match !== null; match = scan.next()) {
      rt.charge(1);
      items.push(matchItem(match));
    }
    return new PyList(items);
  },
);

/** What `finditer` returns. */
class MatchIterator extends NativeIterator {
  private readonly scan: Scan;
  private done = false;

  constructor(scan: Scan) {
    super();
    this.scan = scan;
  }

  step(): Value | undefined {
    if (this.done) return undefined;
    const match = this.scan.next();
    this.done = match === null;
    return match ?? undefined;
  }
}
registerClass(MatchIterator, callableIteratorClass);

method(
  patternClass,
  `finditer${BOUNDED}`,
  (rt: Runtime, self: PyPattern, string: Value, pos: Value, endpos: Value) =>
    new MatchIterator(scanner(rt, self, string, pos, endpos)),
);

method(
  patternClass,
  'split(string, maxsplit=0)',
  (rt: Runtime, self: PyPattern, string: Value, maxsplit: Value) => {
    const most = requireSize(rt, maxsplit);
    const scan = new Scan(rt, self, subjectOf(rt, string));
    const { subject } = scan;
    const pieces: Value[] = [];
    let last = 0;
    for (let n = 0; most === 0 || n < most; n++) {
      const match = scan.next();
      if (match === null) break;
      rt.charge(1);
      const [start, end] = match.spans[0];
      pieces.push(subject.slice(last, start));
      for (let group = 1; group < match.spans.length; group++) pieces.push(match.text(group) ?? null);
      last = end;
    }
    pieces.push(subject.slice(last, subject.length));
    return new PyList(pieces);
  },
);

/** What stands for a match: by a function of the program, a template, or always the same text. */
type Replace = (match: PyMatch) => Value;

function replacement(rt: Runtime, pattern: PyPattern, repl: Value): Replace {
  if (isCallable(repl)) return (match) => rt.call(repl, [match]);
  const text = asText(repl);
  if (text === undefined) return rt.unsupported(`re.sub with a '${typeName(repl)}' object`);
  if (!text.includes('\\')) return () => text;
  const template = parseTemplate(rt, pattern, text);
  return (match) => expandTemplate(rt, template, match);
}

/** The text with its matches replaced, and how many there were. */
function substitute(
  rt: Runtime,
  pattern: PyPattern,
  repl: Value,
  string: Value,
  count: Value,
): [string, number] {
  const most = requireSize(rt, count);
  const replace = replacement(rt, pattern, repl);
  const scan = new Scan(rt, pattern, subjectOf(rt, string));
  const { subject } = scan;
  const pieces: string[] = [];
  let length = 0;
  const add = (piece: string): void => {
    length += piece.length;
    rt.charge(length > 1e6 ? length : 1);
    pieces.push(piece);
  };
  let last = 0;
  let replaced = 0;
  // What a function returns is joined at the end only, which is when it is found not to be a text.
  let wrong: [number, Value] | null = null;
  for (; most === 0 || replaced < most; replaced++) {
    const match = scan.next();
    if (match === null) break;
    const [start, end] = match.spans[0];
    if (last < start) add(subject.slice(last, start));
    const item = replace(match);
    if (item !== null) {
      const text = asText(item);
      if (text === undefined) wrong ??= [pieces.length, item];
      add(text ?? '');
    }
    last = end;
  }
  if (wrong !== null)
    typeError(`sequence item ${wrong[0]}: expected str instance, ${typeName(wrong[1])} found`);
  if (last < subject.length) add(subject.slice(last, subject.length));
  rt.charge(length / 8);
  return [pieces.join(''), replaced];
}

method(
  patternClass,
  'sub(repl, string, count=0)',
  (rt: Runtime, self: PyPattern, repl: Value, string: Value, count: Value) =>
    substitute(rt, self, repl, string, count)[0],
);
method(
  patternClass,
  'subn(repl, string, count=0)',
  (rt: Runtime, self: PyPattern, repl: Value, string: Value, count: Value) =>
    new PyTuple(substitute(rt, self, repl, string, count)),
);

for (const name of ['__copy__()', '__deepcopy__(memo, /)'])
  method(patternClass, name, (_rt: Runtime, self: PyPattern) => self);
method(patternClass, 'scanner(*args, **kwargs)', (rt: Runtime) => rt.unsupported('Pattern.scanner'));
declareGeneric(patternClass);

method(patternClass, '__repr__()', (_rt: Runtime, self: PyPattern) => {
  const shown = Array.from(strRepr(self.text)).slice(0, SHOWN).join('');
  // UNICODE goes without saying.
  const names = flagNames(self.regex.flags & ~FLAG.UNICODE);
  return names === '' ? `re.compile(${shown})` : `re.compile(${shown}, ${names})`;
});
method(patternClass, '__eq__(value, /)', (_rt: Runtime, self: PyPattern, other: Value) => {
  if (self === other) return true;
  if (!(other instanceof PyPattern)) return NotImplemented;
  return self.text === other.text && self.regex.flags === other.regex.flags;
});

nativeProperty(patternClass, 'pattern', (_rt, self: PyPattern) => self.text);
nativeProperty(patternClass, 'flags', (_rt, self: PyPattern) => self.regex.flags);
nativeProperty(patternClass, 'groups', (_rt, self: PyPattern) => self.regex.groups);
nativeProperty(patternClass, 'groupindex', (rt) => rt.unsupported('Pattern.groupindex'));
