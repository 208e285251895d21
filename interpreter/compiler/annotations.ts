// Annotations that need not be evaluated: those whose evaluation cannot fail, has no effect, and makes what no
// one looks at. Others are evaluated where CPython does.
// https://docs.python.org/3.11/reference/simple_stmts.html#annotated-assignment-statements
import type { Expr, Stmt } from '../../grammar/ast.ts';
import type { Unit } from './unit.ts';

const TYPES = new Set(['int', 'float', 'bool', 'str', 'bytes', 'object']);
const GENERICS = new Set(['list', 'dict', 'set', 'frozenset', 'tuple', 'type']);

/** Whether `name` surely means the builtin here. */
export function isBuiltin(unit: Unit, name: string): boolean {
  for (let at: Unit | null = unit; at !== null; at = at.parent) if (at.scope.binds(name)) return false;
  return true;
}

/** Whether evaluating `annotation` in this scope can be left out. */
export function isInert(unit: Unit, annotation: Expr): boolean {
  if (annotation.kind === 'Constant') return isNone(annotation) || annotation.value.type === 'str';
  if (annotation.kind === 'Name') {
    return (TYPES.has(annotation.id) || GENERICS.has(annotation.id)) && isBuiltin(unit, annotation.id);
  }
  if (annotation.kind === 'Subscript') {
    const { value, index } = annotation;
    if (value.kind !== 'Name' || !GENERICS.has(value.id) || !isInert(unit, value)) return false;
    const args = index.kind === 'Tuple' ? index.elts : [index];
    return args.every((arg) => isEllipsis(arg) || isInert(unit, arg));
  }
  if (annotation.kind !== 'BinOp' || annotation.op !== '|') return false;
  const { left, right } = annotation;
  if (!isInert(unit, left) || !isInert(unit, right)) return false;
  // `'A' | int` and `None | None` are errors: one side must be a type, the other a type or None.
  return (isType(left) && (isType(right) || isNone(right))) || (isNone(left) && isType(right));
}

const isType = (expr: Expr): boolean => expr.kind !== 'Constant';
const isNone = (expr: Expr): boolean => expr.kind === 'Constant' && expr.value.type === 'None';
const isEllipsis = (expr: Expr): boolean => expr.kind === 'Constant' && expr.value.type === 'Ellipsis';

/**
 * CPython prepares for the annotations of a module or class body on the line of its first statement, which for a
 * decorated one is another than its decorator's: the line is come by.
 */
export function comesByFirstLine(body: readonly Stmt[]): boolean {
  const first = body.at(0);
  return first !== undefined && 'decorators' in first && first.decorators.length > 0 && hasAnnotation(body);
}

function hasAnnotation(body: readonly Stmt[]): boolean {
  return body.some((statement) => {
    switch (statement.kind) {
      case 'AnnAssign':
        return true;
      case 'For':
      case 'While':
      case 'If':
        return hasAnnotation(statement.body) || hasAnnotation(statement.orelse);
      case 'With':
        return hasAnnotation(statement.body);
      case 'Match':
        return statement.cases.some((each) => hasAnnotation(each.body));
      case 'Try':
        return (
          [statement, ...statement.handlers].some((part) => hasAnnotation(part.body)) ||
          hasAnnotation(statement.orelse) ||
          hasAnnotation(statement.finalbody)
        );
      default:
        return false;
    }
  });
}
