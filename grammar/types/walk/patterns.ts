// The match statement: what each pattern tells of the subject, and the variables it binds.
// Source: the Python 3.11 language reference, section 8.6.
import type { Match, MatchClass, MatchMapping, MatchSequence, Pattern } from '../../ast.ts';
import { copyEnv, joinEnvs, type Env } from '../env.ts';
import type { Inference } from '../inference.ts';
import { elementOf } from '../iterate.ts';
import { knownClass } from '../registry.ts';
import { ANY, Bit, NEVER, RANGE, isAny, isNever, makeType, without, type Part, type Type } from '../type.ts';
import { attributeOf } from './attributes.ts';
import { classesOf, onlyInstances, withoutInstances, type AnyClass } from './class-tests.ts';
import { branch } from './conditions.ts';
import { expression } from './expressions.ts';
import { assignName } from './names.ts';
import { equate, filled } from './operators.ts';
import { block } from './statements.ts';

export function matchStatement(cx: Inference, node: Match): void {
  let left = expression(cx, node.subject);
  const subject = node.subject.kind === 'Name' ? cx.mangled(node.subject.id) : null;
  let after: Env | null = null;
  let open: Env | null = cx.env;
  for (const { pattern, guard, body } of node.cases) {
    if (open === null) break;
    cx.frame.env = copyEnv(open);
    const { matched, rest } = take(cx, pattern, left);
    const isReached = !isNever(matched) || isNever(left);
    if (!isReached) continue;
    if (subject !== null) assignName(cx, subject, matched);
    let refused: Env | null = null;
    if (guard !== null) {
      const { yes, no } = branch(cx, guard);
      cx.frame.env = yes;
      refused = no;
    }
    block(cx, body);
    after = joinEnvs(cx.lattice, after, cx.frame.env);
    const exhausted = guard === null && isNever(rest) && !isNever(left);
    // The variables of a pattern that matched keep their values even when its guard says no.
    open = joinEnvs(cx.lattice, exhausted ? null : open, refused);
    if (guard === null) left = rest;
  }
  cx.frame.env = joinEnvs(cx.lattice, after, open);
}

/** What a pattern takes of a type (having bound its variables) and what it certainly leaves. */
interface Taken {
  readonly matched: Type;
  readonly rest: Type;
}

function take(cx: Inference, pattern: Pattern, type: Type): Taken {
  cx.enter();
  const taken = takeOne(cx, pattern, type);
  cx.leave();
  return taken;
}

function takeOne(cx: Inference, pattern: Pattern, type: Type): Taken {
  switch (pattern.kind) {
    case 'MatchAs': {
      const taken =
        pattern.pattern === null ? { matched: type, rest: NEVER } : take(cx, pattern.pattern, type);
      if (pattern.name !== null) assignName(cx, cx.mangled(pattern.name), taken.matched);
      return taken;
    }
    case 'MatchOr': {
      let matched = NEVER;
      let rest = type;
      const start = copyEnv(cx.env);
      let after: Env | null = null;
      for (const alternative of pattern.patterns) {
        cx.frame.env = copyEnv(start);
        const taken = take(cx, alternative, rest);
        after = joinEnvs(cx.lattice, after, cx.frame.env);
        matched = cx.lattice.join(matched, taken.matched);
        rest = taken.rest;
      }
      cx.frame.env = after;
      return { matched, rest };
    }
    case 'MatchSingleton': {
      if (pattern.value.type !== 'None')
        return { matched: makeType(type.mask & (Bit.bool | Bit.any), []), rest: type };
      return { matched: makeType(type.mask & (Bit.none | Bit.any), []), rest: without(type, Bit.none) };
    }
    case 'MatchValue': {
      const value = expression(cx, pattern.value);
      equate(cx, '==', type, value, pattern);
      const isLiteral = pattern.value.kind === 'Constant';
      return { matched: isLiteral ? without(type, Bit.none) : type, rest: type };
    }
    case 'MatchSequence':
      return takeSequence(cx, pattern, type);
    case 'MatchMapping':
      return takeMapping(cx, pattern, type);
    case 'MatchClass':
      return takeClass(cx, pattern, type);
    case 'MatchStar':
      return { matched: type, rest: type };
  }
}

// ---- sequences -------------------------------------------------------------------------------------

function isSequence(part: Part): boolean {
  return (
    part.kind === 'tuple' ||
    ((part.kind === 'container' || part.kind === 'generic') && /^(list|tuple|deque)$/.test(part.cls.name)) ||
    (part.kind === 'instance' && (part.cls.style === 'namedtuple' || part.cls.opaque))
  );
}

function takeSequence(cx: Inference, pattern: MatchSequence, type: Type): Taken {
  if (isAny(type)) {
    bindSequence(
      cx,
      pattern,
      pattern.patterns.map(() => ANY),
    );
    return { matched: ANY, rest: ANY };
  }
  const star = pattern.patterns.findIndex((p) => p.kind === 'MatchStar');
  const count = pattern.patterns.length;
  const parts = type.parts.filter((part) => {
    if (part.kind !== 'tuple') return isSequence(part);
    return star < 0 ? part.elems.length === count : part.elems.length >= count - 1;
  });
  const candidates = makeType(type.mask & RANGE, parts);
  if (isNever(candidates)) return { matched: NEVER, rest: type };
  const only = parts.length === 1 && candidates.mask === 0 ? parts[0]! : null;
  const elem = elementOf(cx, candidates, null);
  const fixed = only?.kind === 'tuple' && star < 0 ? only.elems : null;
  const all = bindSequence(cx, pattern, fixed ?? pattern.patterns.map(() => elem));
  const leavesNothing = fixed !== null && all;
  const rest = leavesNothing
    ? makeType(
        type.mask,
        type.parts.filter((part) => part !== only),
      )
    : type;
  return { matched: candidates, rest };
}

/** Binds the patterns inside; says whether all of them match whatever they get. */
function bindSequence(cx: Inference, pattern: MatchSequence, elems: readonly Type[]): boolean {
  let all = true;
  pattern.patterns.forEach((inner, i) => {
    if (inner.kind === 'MatchStar') {
      if (inner.name !== null) {
        assignName(cx, cx.mangled(inner.name), filled(cx, inner, knownClass('list'), elems[i]!));
      }
      return;
    }
    const { rest } = take(cx, inner, elems[i]!);
    if (!isNever(rest)) all = false;
  });
  return all;
}

function takeMapping(cx: Inference, pattern: MatchMapping, type: Type): Taken {
  const parts = type.parts.filter((part) => part.kind === 'container' && part.cls.params[0] === 'K');
  const matched = isAny(type) ? ANY : makeType(0, parts);
  let key = isAny(type) ? ANY : NEVER;
  let value = key;
  for (const part of parts) {
    if (part.kind !== 'container') continue;
    key = cx.lattice.join(key, cx.held(part));
    value = cx.lattice.join(value, cx.held(part, 1));
  }
  for (const k of pattern.keys) expression(cx, k);
  for (const inner of pattern.patterns) take(cx, inner, value);
  if (pattern.rest !== null) {
    assignName(cx, cx.mangled(pattern.rest), filled(cx, pattern, knownClass('dict'), key, value));
  }
  const takesAll = pattern.keys.length === 0;
  return {
    matched,
    rest: takesAll
      ? makeType(
          type.mask,
          type.parts.filter((part) => !parts.includes(part)),
        )
      : type,
  };
}

// ---- classes ---------------------------------------------------------------------------------------

/** Builtin classes whose one positional pattern is the value itself. */
const SELF_MATCHING = /^(bool|bytes|dict|float|frozenset|int|list|set|str|tuple)$/;

function takeClass(cx: Inference, pattern: MatchClass, type: Type): Taken {
  const classes = classesOf(cx, expression(cx, pattern.cls));
  if (classes === null || classes.length !== 1) {
    const matched = cx.unknown(pattern, 'the class of a pattern is not known');
    for (const inner of [...pattern.patterns, ...pattern.kwdPatterns]) take(cx, inner, matched);
    return { matched: type, rest: type };
  }
  const cls = classes[0]!;
  const matched = onlyInstances(cx, type, classes);
  const names = positionalNames(cx, cls, pattern);
  let all = true;
  const inside = (inner: Pattern, name: string | null): void => {
    const got = name === null || isNever(matched) ? matched : attributeOf(cx, matched, name, inner);
    if (!isNever(take(cx, inner, got).rest)) all = false;
  };
  pattern.patterns.forEach((inner, i) => inside(inner, names === null ? null : (names[i] ?? null)));
  pattern.kwdPatterns.forEach((inner, i) => inside(inner, pattern.kwdAttrs[i]!));
  return { matched, rest: all ? withoutInstances(type, classes) : type };
}

/** The attributes that positional patterns look at; null for a class whose instances match themselves. */
function positionalNames(cx: Inference, cls: AnyClass, pattern: MatchClass): readonly string[] | null {
  if ('builtin' in cls) {
    if (pattern.patterns.length > 0 && !SELF_MATCHING.test(cls.builtin.name)) {
      cx.fault(pattern, 'W0512', { callee: cls.builtin.name, problem: 'accepts 0 positional sub-patterns' });
    }
    return null;
  }
  const names = cls.user.style === 'plain' ? null : cls.user.fields.map((field) => field.name);
  if (names === null && pattern.patterns.length > 0) {
    cx.loose(pattern, `what positional patterns of ${cls.user.name} look at is not known`);
  }
  if (names !== null && pattern.patterns.length > names.length) {
    cx.fault(pattern, 'W0512', {
      callee: cls.user.name,
      problem: `accepts ${names.length} positional sub-patterns`,
    });
  }
  return names;
}
