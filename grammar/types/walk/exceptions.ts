// try, raise and with: the state in which a handler starts is a join of all that the block may have done
// before it was left. Source: the Python 3.11 language reference, sections 7.8, 8.4 and 8.5.
import type { ExceptHandler, Expr, Raise, Try, With } from '../../ast.ts';
import { callMethod } from '../call/methods.ts';
import { callValue } from '../call/call.ts';
import type { BuiltinClass } from '../entities.ts';
import { copyEnv, joinEnvs, type Env } from '../env.ts';
import type { Inference } from '../inference.ts';
import { derives, hasMember, instancesOf } from '../match.ts';
import { knownClass } from '../registry.ts';
import { ANY, Bit, NEVER, NONE, isAny, makeType, partType, type Part, type Type } from '../type.ts';
import { assignTarget } from './assign.ts';
import { expression } from './expressions.ts';
import { assignName } from './names.ts';
import { block } from './statements.ts';

export function tryStatement(cx: Inference, node: Try): void {
  const { frame } = cx;
  const outer = frame.exits.at(-1);
  if (node.finalbody.length === 0 || outer === undefined) {
    tryClauses(cx, node);
    return;
  }
  // A jump out of the statement goes by way of its finally clause.
  const exits: typeof outer = { breaks: null, continues: null };
  frame.exits.push(exits);
  tryClauses(cx, node);
  frame.exits.pop();
  const after = frame.env;
  for (const how of ['breaks', 'continues'] as const) {
    if (exits[how] === null) continue;
    frame.env = exits[how];
    block(cx, node.finalbody);
    outer[how] = joinEnvs(cx.lattice, outer[how], frame.env);
  }
  frame.env = after;
}

function tryClauses(cx: Inference, node: Try): void {
  const { frame } = cx;
  const start = guarded(cx, () => block(cx, node.body));
  let after = frame.env;
  if (node.orelse.length > 0) {
    // An exception in the else clause is not for the handlers here, but it is for `finally`.
    const thrown = guarded(cx, () => block(cx, node.orelse));
    after = frame.env;
    start.outside = joinEnvs(cx.lattice, start.outside, thrown.state);
  }
  for (const handler of node.handlers) {
    frame.env = copyEnv(start.state);
    const thrown = guarded(cx, () => handle(cx, handler));
    start.outside = joinEnvs(cx.lattice, start.outside, thrown.state);
    after = joinEnvs(cx.lattice, after, frame.env);
  }
  if (node.finalbody.length === 0) {
    frame.env = after;
    return;
  }
  // Once for an exception or a jump that goes on afterwards, once for going on below.
  frame.env = joinEnvs(cx.lattice, copyEnv(start.state), start.outside);
  block(cx, node.finalbody);
  frame.env = after;
  block(cx, node.finalbody);
}

/** A state from which something may be thrown: at the start of a block, or after any assignment in it. */
interface Thrown {
  readonly state: Env;
  outside: Env | null;
}

/** Runs a block, collecting what the state may be when it is left by an exception. */
function guarded(cx: Inference, run: () => void): Thrown {
  const { frame } = cx;
  if (frame.env === null) return { state: copyEnv({ vars: [], facts: null }), outside: null };
  const state = copyEnv(frame.env);
  state.facts = null;
  frame.handlers.push(state);
  run();
  frame.handlers.pop();
  return { state, outside: null };
}

function handle(cx: Inference, node: ExceptHandler): void {
  const type = node.type === null ? NEVER : caught(cx, expression(cx, node.type), node.type);
  if (node.name === null) {
    block(cx, node.body);
    return;
  }
  const name = cx.mangled(node.name);
  assignName(cx, name, type);
  block(cx, node.body);
  // The name is unbound at the end of the clause.
  if (cx.frame.env !== null) assignName(cx, name, NEVER);
}

/** The exceptions that a handler for these classes gets. */
function caught(cx: Inference, classes: Type, node: Expr): Type {
  if (isAny(classes)) return ANY;
  let type = NEVER;
  let wrong = classes.mask !== 0;
  for (const part of classes.parts) {
    if (part.kind === 'tuple') {
      for (const elem of part.elems) type = cx.lattice.join(type, caught(cx, elem, node));
    } else if (part.kind === 'builtin-class' && isException(part.cls)) {
      type = cx.lattice.join(type, exceptionsOf(cx, part.cls));
    } else if (part.kind === 'class' && (part.cls.exception !== null || part.cls.opaque)) {
      type = cx.lattice.join(type, instancesOf(cx, part.cls));
    } else wrong = true;
  }
  if (wrong) cx.fault(node, 'W0507', { type: classes, wanted: 'an exception class' });
  return type;
}

function isException(cls: BuiltinClass): boolean {
  return derives(cls, knownClass('BaseException'));
}

/** Exceptions of a builtin class, among them those of user classes that derive from it. */
function exceptionsOf(cx: Inference, cls: BuiltinClass): Type {
  let type = partType({ kind: 'generic', cls, args: [] });
  for (const users of cx.classes.values()) {
    for (const user of users) {
      if (user.exception !== null && derives(user.exception, cls))
        type = cx.lattice.join(type, user.instance);
    }
  }
  return type;
}

export function raiseStatement(cx: Inference, node: Raise): void {
  if (node.exc !== null) requireException(cx, expression(cx, node.exc), node.exc);
  if (node.cause !== null) {
    const cause = expression(cx, node.cause);
    if (cause.mask !== Bit.none || cause.parts.length > 0) {
      requireException(cx, makeType(cause.mask & ~Bit.none, cause.parts), node.cause);
    }
  }
  cx.frame.env = null;
}

function requireException(cx: Inference, type: Type, node: Expr): void {
  if (isAny(type)) return;
  const good = (part: Part): boolean => {
    if (part.kind === 'builtin-class' || part.kind === 'generic') return isException(part.cls);
    return (
      (part.kind === 'class' || part.kind === 'instance') && (part.cls.exception !== null || part.cls.opaque)
    );
  };
  if (type.mask !== 0 || !type.parts.every(good)) {
    cx.fault(node, 'W0507', { type: type, wanted: 'an exception' });
    return;
  }
  for (const part of type.parts) if (part.kind === 'class') callValue(cx, partType(part), [], node);
}

// ---- with ------------------------------------------------------------------------------------------

export function withStatement(cx: Inference, node: With, nth = 0): void {
  const item = node.items[nth];
  if (item === undefined) {
    block(cx, node.body);
    return;
  }
  const manager = expression(cx, item.context);
  const { entered, swallows } = enter(cx, manager, item.context);
  const { state } = guarded(cx, () => {
    if (item.target !== null) assignTarget(cx, item.target, entered);
    withStatement(cx, node, nth + 1);
  });
  if (swallows) cx.frame.env = joinEnvs(cx.lattice, cx.frame.env, state);
  cx.forgetFacts();
}

/** What a context manager gives, and whether it may keep an exception from going on. */
function enter(cx: Inference, manager: Type, node: Expr): { entered: Type; swallows: boolean } {
  if (isAny(manager)) return { entered: ANY, swallows: true };
  let entered = NEVER;
  let swallows = false;
  let wrong = manager.mask !== 0;
  for (const part of manager.parts) {
    if (part.kind !== 'instance' || !hasMember(part.cls, '__enter__') || !hasMember(part.cls, '__exit__')) {
      wrong = true;
      continue;
    }
    if (part.cls.opaque) return { entered: ANY, swallows: true };
    const self = partType(part);
    entered = cx.lattice.join(entered, callMethod(cx, self, '__enter__', [], node));
    const exits = exitArguments(cx);
    const verdict = callMethod(cx, self, '__exit__', exits, node);
    if (verdict !== NONE) swallows = true;
  }
  if (wrong) cx.fault(node, 'W0507', { type: manager, wanted: 'a context manager' });
  return { entered, swallows };
}

/** What `__exit__` may be called with: three times None, or an exception's class, itself and its traceback. */
function exitArguments(cx: Inference): Type[] {
  const base = knownClass('BaseException');
  const cls = cx.lattice.join(NONE, partType({ kind: 'builtin-class', cls: base }));
  return [
    cls,
    cx.lattice.join(NONE, exceptionsOf(cx, base)),
    cx.lattice.join(NONE, makeType(Bit.object, [])),
  ];
}
