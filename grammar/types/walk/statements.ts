// Statements: what each does to the state of the flow. Loops are run until nothing changes; where paths
// meet, states are joined. Source: the Python 3.11 language reference, sections 7 and 8.
import type { AnnAssign, AugAssign, For, Stmt, While } from '../../ast.ts';
import { annotationTerm } from '../annotations.ts';
import { makeClosure, returnValue } from '../call/functions.ts';
import { defineClass } from '../classes/define.ts';
import { copyEnv, joinEnvs, type Env } from '../env.ts';
import type { Inference } from '../inference.ts';
import { elementOf } from '../iterate.ts';
import { isKnownModule } from '../registry.ts';
import { NONE, partType, type Type } from '../type.ts';
import { assignTarget, deleteTarget, holdToAnnotation } from './assign.ts';
import { branch } from './conditions.ts';
import { decorated } from './decorators.ts';
import { expression } from './expressions.ts';
import { assignName, importedValue } from './names.ts';
import { augmented } from './operators.ts';
import { matchStatement } from './patterns.ts';
import { raiseStatement, tryStatement, withStatement } from './exceptions.ts';

/** Runs statements one after the other, as far as the flow gets. */
export function block(cx: Inference, body: readonly Stmt[]): void {
  for (const node of body) {
    if (cx.frame.env === null) return;
    statement(cx, node);
  }
}

function statement(cx: Inference, node: Stmt): void {
  cx.enter();
  cx.at = node;
  run(cx, node);
  cx.leave();
}

function run(cx: Inference, node: Stmt): void {
  switch (node.kind) {
    case 'Expr':
      expression(cx, node.value);
      return;
    case 'Assign': {
      const type = expression(cx, node.value);
      for (const target of node.targets) assignTarget(cx, target, type);
      return;
    }
    case 'AugAssign':
      augmentedAssign(cx, node);
      return;
    case 'AnnAssign':
      annotatedAssign(cx, node);
      return;
    case 'Return':
      returnValue(cx, node.value === null ? NONE : expression(cx, node.value), node);
      cx.frame.env = null;
      return;
    case 'If': {
      const { yes, no } = branch(cx, node.test);
      cx.frame.env = yes;
      block(cx, node.body);
      const after = cx.frame.env;
      cx.frame.env = no;
      block(cx, node.orelse);
      cx.frame.env = joinEnvs(cx.lattice, after, cx.frame.env);
      return;
    }
    case 'For':
      forLoop(cx, node);
      return;
    case 'While':
      whileLoop(cx, node);
      return;
    case 'Break':
      leaveLoop(cx, 'breaks');
      return;
    case 'Continue':
      leaveLoop(cx, 'continues');
      return;
    case 'FunctionDef': {
      const fn = partType({ kind: 'function', closure: makeClosure(cx, node, cx.definingClass) });
      assignName(cx, cx.mangled(node.name), decorated(cx, node.decorators, fn, node));
      return;
    }
    case 'ClassDef':
      assignName(cx, cx.mangled(node.name), defineClass(cx, node));
      return;
    case 'Delete':
      for (const target of node.targets) deleteTarget(cx, target);
      return;
    case 'Assert': {
      const { yes, no } = branch(cx, node.test);
      cx.frame.env = no;
      if (no !== null && node.msg !== null) expression(cx, node.msg);
      cx.frame.env = yes;
      return;
    }
    case 'Raise':
      raiseStatement(cx, node);
      return;
    case 'Try':
      tryStatement(cx, node);
      return;
    case 'With':
      withStatement(cx, node);
      return;
    case 'Match':
      matchStatement(cx, node);
      return;
    case 'Import':
      for (const alias of node.names) importModule(cx, alias.name, alias.asname, node);
      return;
    case 'ImportFrom':
      for (const { name, asname } of node.names) {
        const type =
          importedValue(cx, node.module, name, node) ??
          cx.unknown(node, `the checker does not know ${node.module}.${name}`);
        assignName(cx, cx.mangled(asname ?? name), type);
      }
      return;
    case 'Global':
    case 'Nonlocal':
    case 'Pass':
      return;
  }
}

function importModule(cx: Inference, name: string, asname: string | null, node: Stmt): void {
  const bound = asname === null ? name.split('.')[0]! : name;
  const type = isKnownModule(bound)
    ? partType({ kind: 'module', name: bound })
    : cx.unknown(node, `the checker does not know the module ${name}`);
  assignName(cx, cx.mangled(asname ?? bound), type);
}

function augmentedAssign(cx: Inference, node: AugAssign): void {
  const left = expression(cx, node.target);
  const type = augmented(cx, node.op, left, expression(cx, node.value), node);
  assignTarget(cx, node.target, type);
}

function annotatedAssign(cx: Inference, node: AnnAssign): void {
  const { target } = node;
  const annotation = { term: annotationTerm(cx, node.annotation, cx.frame), node: node.annotation };
  const isVariable = target.kind === 'Name' && cx.frame.loops === null;
  const slot = isVariable ? cx.frame.layout.index.get(cx.mangled(target.id)) : undefined;
  if (slot !== undefined) cx.frame.layout.declared.set(slot, annotation);
  if (node.value === null) return;
  const type = expression(cx, node.value);
  if (target.kind === 'Attribute') holdToAnnotation(cx, target, target.attr, type, annotation);
  assignTarget(cx, target, type);
}

// ---- loops -----------------------------------------------------------------------------------------

function leaveLoop(cx: Inference, how: 'breaks' | 'continues'): void {
  const exits = cx.frame.exits.at(-1);
  if (exits !== undefined) exits[how] = joinEnvs(cx.lattice, exits[how], cx.frame.env);
  cx.frame.env = null;
}

/**
 * Runs a loop until the state at its head stays the same.
 * @param enter evaluates the head: gives the state in which the loop ends, having set the one for its body
 */
function loop(cx: Inference, body: readonly Stmt[], orelse: readonly Stmt[], enter: () => Env | null): void {
  const { frame } = cx;
  let head: Env = cx.env;
  for (;;) {
    const exits: Frame['exits'][number] = { breaks: null, continues: null };
    frame.env = copyEnv(head);
    const ended = enter();
    frame.exits.push(exits);
    block(cx, body);
    frame.exits.pop();
    const again = joinEnvs(cx.lattice, frame.env, exits.continues);
    const joined = joinEnvs(cx.lattice, head, again)!;
    if (joined !== head) {
      head = joined;
      continue;
    }
    frame.env = ended;
    block(cx, orelse);
    frame.env = joinEnvs(cx.lattice, frame.env, exits.breaks);
    return;
  }
}

type Frame = Inference['frame'];

function forLoop(cx: Inference, node: For): void {
  const iterable = expression(cx, node.iter);
  loop(cx, node.body, node.orelse, () => {
    if (runsCode(iterable)) cx.forgetFacts();
    const elem = elementOf(cx, iterable, node.iter);
    const ended = copyEnv(cx.env);
    assignTarget(cx, node.target, elem);
    return ended;
  });
}

/** Whether taking the next element runs code of the program. */
function runsCode(type: Type): boolean {
  return type.parts.some(
    (part) =>
      part.kind === 'instance' ||
      ((part.kind === 'generic' || part.kind === 'container') &&
        /^(Iterator|Generator)$/.test(part.cls.name)),
  );
}

function whileLoop(cx: Inference, node: While): void {
  loop(cx, node.body, node.orelse, () => {
    const { yes, no } = branch(cx, node.test);
    cx.frame.env = yes;
    return no;
  });
}
