// Regular expressions from text to tree, with CPython's errors for what is wrong and where.
// Knows nothing of matching. https://docs.python.org/3.11/library/re.html#regular-expression-syntax
import type { Runtime } from '../../runtime.ts';
import { raise, valueError } from '../../values/errors.ts';
import { strRepr } from '../../values/str-repr.ts';
import { isIdentifier } from '../../values/identifiers.ts';
import { DIGITS, patternEscape, setEscape } from './escapes.ts';
import { flagGroup } from './flag-groups.ts';
import { length, PatternSource } from './source.ts';
import {
  FLAG,
  UNBOUNDED,
  type Eagerness,
  type Regex,
  type RegexNode,
  type Sequence,
  type SetItem,
} from './syntax.ts';

/** CPython has room for no more groups. */
const MOST_GROUPS = 1073741823;

/** How deep groups may nest: each level takes two calls of the parser and of what walks its tree. */
const DEEPEST = 100;

/** What is in force at a place of the pattern. */
interface Context {
  readonly flags: number;
  readonly depth: number;
}

class Parser {
  private readonly rt: Runtime;
  private readonly source: PatternSource;
  /** The flags for the whole pattern. */
  private flags: number;
  /** The number of the next group. */
  private groups = 1;
  private readonly names = new Map<string, number>();
  /** What the groups hold that are closed. */
  private readonly bodies: (Sequence | undefined)[] = [];
  /** Groups that conditions ask for, with the place of the question. */
  private readonly conditions = new Map<number, number>();
  /** Inside `(?<…)`: the groups from here on were opened inside it. Null outside. */
  private firstBehind: number | null = null;

  constructor(rt: Runtime, text: string, flags: number) {
    this.rt = rt;
    this.source = new PatternSource(text);
    this.flags = flags;
  }

  regex(): Regex {
    const body = this.alternatives(null);
    const { source } = this;
    const flags = this.checkFlags();
    if (source.next !== null) source.fail('unbalanced parenthesis');
    for (const [group, at] of this.conditions)
      if (group >= this.groups) source.failAt(`invalid group reference ${group}`, at);
    return { body, flags, groups: this.groups - 1, names: this.names, bodies: this.bodies };
  }

  private checkFlags(): number {
    const { flags } = this;
    if ((flags & FLAG.LOCALE) !== 0) valueError('cannot use LOCALE flag with a str pattern');
    if ((flags & FLAG.ASCII) === 0) return flags | FLAG.UNICODE;
    if ((flags & FLAG.UNICODE) !== 0) valueError('ASCII and UNICODE flags are incompatible');
    return flags;
  }

  /** `a|b|c`, to the end or the closing parenthesis. A null context means the whole pattern, whose flags may change. */
  private alternatives(context: Context | null): Sequence {
    const options: Sequence[] = [];
    do options.push(this.sequence(context, options.length === 0));
    while (this.source.accept('|'));
    return options.length === 1 ? options[0] : [{ kind: 'branch', options }];
  }

  /** Parts in a row. @param first whether flags for the whole pattern may stand at its beginning */
  private sequence(given: Context | null, first: boolean): Sequence {
    const { source } = this;
    const nodes: RegexNode[] = [];
    let context = given ?? { flags: this.flags, depth: 0 };
    if (context.depth > DEEPEST) this.rt.unsupported('a regular expression with very deep groups');
    while (source.next !== null && source.next !== '|' && source.next !== ')') {
      this.rt.charge(1);
      const start = source.position;
      const token = source.take() as string;
      if ((context.flags & FLAG.VERBOSE) !== 0) {
        if (' \t\n\r\v\f'.includes(token)) continue;
        if (token === '#') {
          this.passLine();
          continue;
        }
      }
      if ('*+?{'.includes(token)) {
        this.repeat(nodes, token, start, context);
      } else if (token === '(' && source.next === '?') {
        const node = this.extension(start, context, given === null && first && nodes.length === 0);
        if (node === 'flags') context = { ...context, flags: this.flags };
        else if (node !== null) nodes.push(node);
      } else {
        nodes.push(token === '(' ? this.capture(null, start, context) : this.atom(token, start, context));
      }
    }
    return nodes;
  }

  /** A comment of the verbose form, to the end of its line. */
  private passLine(): void {
    for (let char = this.source.take(); char !== null && char !== '\n';) char = this.source.take();
  }

  private atom(token: string, start: number, { flags }: Context): RegexNode {
    if (token.length > 1 && token[0] === '\\') return this.escaped(token, flags);
    switch (token) {
      case '[':
        return this.set(start, flags);
      case '.':
        return { kind: 'any', flags };
      case '^':
        return { kind: 'anchor', anchor: (flags & FLAG.MULTILINE) !== 0 ? 'line-start' : 'start', flags };
      case '$':
        return { kind: 'anchor', anchor: (flags & FLAG.MULTILINE) !== 0 ? 'line-end' : 'end', flags };
      default:
        return literal(token, flags);
    }
  }

  private escaped(escape: string, flags: number): RegexNode {
    const anchor = ANCHORS.get(escape);
    if (anchor !== undefined) return { kind: 'anchor', anchor, flags };
    const meaning = patternEscape(this.rt, this.source, escape);
    if (!('group' in meaning)) return { kind: 'set', items: [meaning], negated: false, flags };
    const { group } = meaning;
    if (group >= this.groups) this.source.fail(`invalid group reference ${group}`, meaning.length - 1);
    this.checkClosed(group, meaning.length);
    return { kind: 'reference', group, flags };
  }

  /** A reference must be to a group that is closed, and not to one in the same `(?<…)`. */
  private checkClosed(group: number, back: number): void {
    if (this.bodies[group] === undefined) this.source.fail('cannot refer to an open group', back);
    this.checkBehind(group);
  }

  private checkBehind(group: number): void {
    if (this.firstBehind === null) return;
    if (this.bodies[group] === undefined) this.source.fail('cannot refer to an open group');
    if (group >= this.firstBehind)
      this.source.fail('cannot refer to group defined in the same lookbehind subpattern');
  }

  // ---- sets --------------------------------------------------------------------------------------

  private set(start: number, flags: number): RegexNode {
    const { source } = this;
    const items: SetItem[] = [];
    const negated = source.accept('^');
    const ended = (): never => source.failAt('unterminated character set', start);
    for (;;) {
      const token = source.take() ?? ended();
      if (token === ']' && items.length > 0) break;
      const item = this.setItem(token);
      if (!source.accept('-')) {
        items.push(item);
        continue;
      }
      const other = source.take() ?? ended();
      if (other === ']') {
        items.push(item, { kind: 'point', point: 45 });
        break;
      }
      items.push(this.range(token, item, other));
    }
    return { kind: 'set', items, negated, flags };
  }

  private setItem(token: string): SetItem {
    if (token[0] === '\\') return setEscape(this.rt, this.source, token);
    return { kind: 'point', point: token.codePointAt(0) as number };
  }

  private range(from: string, low: SetItem, to: string): SetItem {
    const high = this.setItem(to);
    if (low.kind !== 'point' || high.kind !== 'point' || high.point < low.point)
      return this.source.fail(`bad character range ${from}-${to}`, length(from) + 1 + length(to));
    return { kind: 'range', low: low.point, high: high.point };
  }

  // ---- repetitions -------------------------------------------------------------------------------

  /** Puts the last of `nodes` under a repetition; a brace that begins none is a character. */
  private repeat(nodes: RegexNode[], token: string, start: number, { flags }: Context): void {
    const { source } = this;
    const bounds = token === '{' ? this.braces(start) : SIMPLE_BOUNDS.get(token);
    if (bounds === undefined) {
      nodes.push(literal(token, flags));
      return;
    }
    const item = nodes.pop();
    if (item === undefined || item.kind === 'anchor') return source.failAt('nothing to repeat', start);
    if (item.kind === 'repeat') return source.failAt('multiple repeat', start);
    const body = item.kind === 'group' && item.plain ? item.body : [item];
    const eagerness: Eagerness = source.accept('?') ? 'lazy' : source.accept('+') ? 'possessive' : 'greedy';
    nodes.push({ kind: 'repeat', min: bounds[0], max: bounds[1], eagerness, body });
  }

  private braces(start: number): readonly [number, number] | undefined {
    const { source } = this;
    if (source.next === '}') return undefined;
    const low = source.takeWhile(Infinity, DIGITS);
    const high = source.accept(',') ? source.takeWhile(Infinity, DIGITS) : low;
    if (!source.accept('}')) {
      source.seek(start + 1);
      return undefined;
    }
    const min = low === '' ? 0 : Number(low);
    const max = high === '' ? UNBOUNDED : Number(high);
    if (min >= UNBOUNDED || (high !== '' && max >= UNBOUNDED))
      raise('OverflowError', 'the repetition number is too large');
    if (max < min) source.failAt('min repeat greater than max repeat', start + 1);
    return [min, max];
  }

  // ---- groups ------------------------------------------------------------------------------------

  /** A capturing group whose parenthesis (and name) have been read. */
  private capture(name: string | null, start: number, context: Context): RegexNode {
    const { source } = this;
    const group = this.groups++;
    if (this.groups > MOST_GROUPS) source.fail('too many groups');
    if (name !== null) {
      const before = this.names.get(name);
      if (before !== undefined)
        source.fail(
          `redefinition of group name ${strRepr(name)} as group ${group}; was group ${before}`,
          length(name) + 1,
        );
      this.names.set(name, group);
    }
    const body = this.body(start, context);
    this.bodies[group] = body;
    return { kind: 'group', group, plain: false, body };
  }

  /** The inside of a group, and its closing parenthesis. */
  private body(start: number, { flags, depth }: Context): Sequence {
    const body = this.alternatives({ flags, depth: depth + 1 });
    this.close(start);
    return body;
  }

  private close(start: number): void {
    if (!this.source.accept(')')) this.source.failAt('missing ), unterminated subpattern', start);
  }

  /**
   * What begins with `(?`. Null for a comment, 'flags' for flags of the whole pattern.
   * @param mayFlag whether those may stand here
   */
  private extension(start: number, context: Context, mayFlag: boolean): RegexNode | null | 'flags' {
    const { source } = this;
    source.take();
    const char = source.take() ?? source.fail('unexpected end of pattern');
    switch (char) {
      case 'P':
        return this.named(start, context);
      case ':':
        return { kind: 'group', group: null, plain: true, body: this.body(start, context) };
      case '#':
        return this.comment(start);
      case '=':
      case '!':
        return { kind: 'look', behind: false, negated: char === '!', body: this.body(start, context) };
      case '<':
        return this.behind(start, context);
      case '(':
        return this.conditional(start, context);
      case '>':
        return { kind: 'atomic', body: this.body(start, context) };
      default: {
        const change = flagGroup(source, char);
        if (change.global) {
          if (!mayFlag) source.failAt('global flags not at the start of the expression', start);
          this.flags |= change.add;
          return 'flags';
        }
        const type = FLAG.ASCII | FLAG.LOCALE | FLAG.UNICODE;
        const kept = (change.add & type) === 0 ? context.flags : context.flags & ~type;
        const flags = (kept | change.add) & ~change.remove;
        const plain = change.add === 0 && change.remove === 0;
        return { kind: 'group', group: null, plain, body: this.body(start, { ...context, flags }) };
      }
    }
  }

  private comment(start: number): null {
    const { source } = this;
    for (;;) {
      if (source.next === null) source.failAt('missing ), unterminated comment', start);
      if (source.take() === ')') return null;
    }
  }

  private behind(start: number, context: Context): RegexNode {
    const { source } = this;
    const char = source.take() ?? source.fail('unexpected end of pattern');
    if (char !== '=' && char !== '!') source.fail(`unknown extension ?<${char}`, length(char) + 2);
    const outer = this.firstBehind;
    this.firstBehind ??= this.groups;
    const body = this.alternatives({ ...context, depth: context.depth + 1 });
    if (outer === null) this.firstBehind = null;
    this.close(start);
    return { kind: 'look', behind: true, negated: char === '!', body };
  }

  /** `(?P<name>…)` and `(?P=name)`. */
  private named(start: number, context: Context): RegexNode {
    const { source } = this;
    if (source.accept('<')) return this.capture(this.groupName('>'), start, context);
    if (!source.accept('=')) {
      const char = source.take() ?? source.fail('unexpected end of pattern');
      return source.fail(`unknown extension ?P${char}`, length(char) + 2);
    }
    const name = this.groupName(')');
    const back = length(name) + 1;
    const group = this.names.get(name) ?? source.fail(`unknown group name ${strRepr(name)}`, back);
    this.checkClosed(group, back);
    return { kind: 'reference', group, flags: context.flags };
  }

  private groupName(end: string): string {
    const { source } = this;
    const name = source.takeUntil(end, 'group name');
    return isIdentifier(name) ? name : badGroupName(source, name);
  }

  /** `(?(group)yes|no)`. */
  private conditional(start: number, context: Context): RegexNode {
    const { source } = this;
    const name = source.takeUntil(')', 'group name');
    const group = this.conditionGroup(name);
    this.checkBehind(group);
    const inner = { ...context, depth: context.depth + 1 };
    const yes = this.sequence(inner, false);
    const no = source.accept('|') ? this.sequence(inner, false) : null;
    if (no !== null && source.next === '|') source.fail('conditional backref with more than two branches');
    this.close(start);
    return { kind: 'conditional', group, yes, no };
  }

  private conditionGroup(name: string): number {
    const { source } = this;
    const back = length(name) + 1;
    if (isIdentifier(name))
      return this.names.get(name) ?? source.fail(`unknown group name ${strRepr(name)}`, back);
    const group = groupNumber(this.rt, source, name);
    if (group === 0) source.fail('bad group number', back);
    if (group >= MOST_GROUPS) source.fail(`invalid group reference ${group}`, back);
    if (!this.conditions.has(group)) this.conditions.set(group, source.position - back);
    return group;
  }
}

/** A group given by number in a name's place. @throws PyRaise re.error when it is neither */
export function groupNumber(rt: Runtime, source: PatternSource, name: string): number {
  if (/^[0-9]+$/.test(name)) return Number(name);
  // Python's int takes more than digits for a number: CPython warns of that, and will stop to take it.
  if (/^[\s+_\p{Nd}]*$/u.test(name) && /\p{Nd}/u.test(name)) rt.unsupported('an odd group number');
  return badGroupName(source, name);
}

function badGroupName(source: PatternSource, name: string): never {
  return source.fail(`bad character in group name ${strRepr(name)}`, length(name) + 1);
}

const SIMPLE_BOUNDS: ReadonlyMap<string, readonly [number, number]> = new Map([
  ['?', [0, 1]],
  ['*', [0, UNBOUNDED]],
  ['+', [1, UNBOUNDED]],
]);

const ANCHORS = new Map([
  ['\\A', 'start'],
  ['\\Z', 'text-end'],
  ['\\b', 'boundary'],
  ['\\B', 'no-boundary'],
] as const) as ReadonlyMap<string, 'start' | 'text-end' | 'boundary' | 'no-boundary'>;

function literal(char: string, flags: number): RegexNode {
  return {
    kind: 'set',
    items: [{ kind: 'point', point: char.codePointAt(0) as number }],
    negated: false,
    flags,
  };
}

/** Parses a pattern. @throws PyRaise re.error, ValueError for flags that do not go together */
export function parseRegex(rt: Runtime, text: string, flags: number): Regex {
  return new Parser(rt, text, flags).regex();
}
