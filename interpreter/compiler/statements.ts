// Statements, one by one: simple ones here, the others by their files.
import { annotationText } from '../../grammar/annotation-text.ts';
import type { AnnAssign, Assign, ExprStmt, Import, ImportFrom, Stmt } from '../../grammar/ast.ts';
import { exportedNames } from '../modules/index.ts';
import { Op } from '../op.ts';
import { isInert } from './annotations.ts';
import { compileClassDef } from './classes.ts';
import {
  compileAssert,
  compileFor,
  compileIf,
  compileRaise,
  compileTry,
  compileWhile,
  compileWith,
} from './control.ts';
import { compileExpr } from './expressions.ts';
import { compileFunctionDef } from './functions.ts';
import { compileLoopJump, compileReturn } from './leave.ts';
import { compileMatch } from './match.ts';
import { storeName } from './names.ts';
import { compileAugAssign, compileDelete, compileStore, compileSwap } from './targets.ts';
import type { Unit } from './unit.ts';

/** Compiles statements in order. */
export function compileBody(unit: Unit, body: readonly Stmt[]): void {
  for (const statement of body) compileStatement(unit, statement);
}

function compileStatement(unit: Unit, statement: Stmt): void {
  switch (statement.kind) {
    case 'Expr':
      return compileExprStmt(unit, statement);
    case 'Assign':
      return compileAssign(unit, statement);
    case 'AugAssign':
      return compileAugAssign(unit, statement);
    case 'AnnAssign':
      return compileAnnAssign(unit, statement);
    case 'If':
      return compileIf(unit, statement);
    case 'For':
      return compileFor(unit, statement);
    case 'While':
      return compileWhile(unit, statement);
    case 'Return':
      return compileReturn(unit, statement);
    case 'Break':
    case 'Continue':
      return compileLoopJump(unit, statement);
    case 'FunctionDef':
      return compileFunctionDef(unit, statement);
    case 'ClassDef':
      return compileClassDef(unit, statement);
    case 'Try':
      return compileTry(unit, statement);
    case 'With':
      return compileWith(unit, statement);
    case 'Raise':
      return compileRaise(unit, statement);
    case 'Assert':
      return compileAssert(unit, statement);
    case 'Match':
      return compileMatch(unit, statement);
    case 'Delete':
      for (const target of statement.targets) compileDelete(unit, target);
      return;
    case 'Import':
      return compileImport(unit, statement);
    case 'ImportFrom':
      return compileImportFrom(unit, statement);
    case 'Pass':
      return unit.op(Op.NOP, statement);
    case 'Global':
    case 'Nonlocal':
      return; // the scope analysis has used them
  }
}

function compileExprStmt(unit: Unit, statement: ExprStmt): void {
  if (statement.value.kind === 'Constant') return unit.op(Op.NOP, statement);
  compileExpr(unit, statement.value);
  unit.op(Op.POP_TOP, statement);
}

function compileAssign(unit: Unit, { targets, value }: Assign): void {
  if (targets.length === 1 && compileSwap(unit, targets[0], value)) return;
  compileExpr(unit, value);
  targets.forEach((target, i) => {
    if (i < targets.length - 1) unit.op(Op.COPY, value, 1);
    compileStore(unit, target);
  });
}

/** The annotation is evaluated after the value, and not at all inside functions. */
function compileAnnAssign(unit: Unit, statement: AnnAssign): void {
  const { target, annotation, value } = statement;
  if (value !== null) {
    compileExpr(unit, value);
    compileStore(unit, target);
  }
  const named = target.kind === 'Name';
  if (unit.kind === 'class' && named) {
    if (unit.context.postponed) {
      const text = annotationText(annotation);
      if (text === null) return unit.unsupported('such a postponed annotation in a class', annotation);
      unit.constant(Op.LOAD_CONST, annotation, text);
    } else compileExpr(unit, annotation);
    return unit.op(Op.STORE_ANNOTATION, statement, unit.pool.name(unit.scope.mangle(target.id)));
  }
  const evaluated = unit.kind === 'module' || unit.kind === 'class';
  if (!evaluated) return;
  if (unit.context.postponed || isInert(unit, annotation)) {
    // Not evaluated, but come by.
    if (value === null || unit.lineAt(annotation) !== unit.lineAt(value)) unit.op(Op.NOP, annotation);
    return;
  }
  compileExpr(unit, annotation);
  unit.op(Op.POP_TOP, annotation);
}

function compileImport(unit: Unit, statement: Import): void {
  for (const { name, asname } of statement.names) {
    unit.op(Op.IMPORT_NAME, statement, unit.pool.name(name));
    const dot = name.indexOf('.');
    if (asname === null && dot >= 0) {
      // `import a.b` binds the package `a`.
      unit.op(Op.POP_TOP, statement);
      unit.op(Op.IMPORT_NAME, statement, unit.pool.name(name.slice(0, dot)));
    }
    storeName(unit, asname ?? (dot >= 0 ? name.slice(0, dot) : name), statement);
  }
}

function compileImportFrom(unit: Unit, statement: ImportFrom): void {
  if (statement.module === '__future__') {
    if (statement.names.some(({ name }) => name === 'annotations')) unit.context.postponed = true;
    // What it binds is nobody's business, as a rule.
    const { mentioned } = unit.context;
    if (!statement.names.some(({ name, asname }) => mentioned.has(asname ?? name)))
      return unit.op(Op.NOP, statement);
  }
  unit.op(Op.IMPORT_NAME, statement, unit.pool.name(statement.module));
  const starred = statement.names.some(({ name }) => name === '*');
  const names = starred ? starNames(unit, statement) : statement.names;
  for (const { name, asname } of names) {
    unit.op(Op.IMPORT_FROM, statement, unit.pool.name(name));
    storeName(unit, asname ?? name, statement);
  }
  unit.op(Op.POP_TOP, statement);
}

/**
 * What `from module import *` imports of what the program mentions. A name that is bound nowhere may be one that
 * CPython's module has and ours has not: a program with such an import is refused for it, not given a NameError.
 */
function starNames(unit: Unit, { module }: ImportFrom): { name: string; asname: null }[] {
  unit.pool.starred = true;
  return exportedNames(module)
    .filter((name) => unit.context.mentioned.has(name))
    .map((name) => ({ name, asname: null }));
}
