// Which expressions can be assigned, deleted, annotated or updated, and CPython's words for those that cannot.
// Knows nothing of tokens.
import type { Expr } from '../ast.ts';
import type { Diagnostics } from '../diagnostics/diagnostic.ts';

/** What CPython calls a kind of expression in its error messages (`_PyPegen_get_expr_name`). */
export function describe(expr: Expr): string {
  switch (expr.kind) {
    case 'Attribute':
      return 'attribute';
    case 'Subscript':
      return 'subscript';
    case 'Starred':
      return 'starred';
    case 'Name':
      return 'name';
    case 'List':
      return 'list';
    case 'Tuple':
      return 'tuple';
    case 'Lambda':
      return 'lambda';
    case 'Call':
      return 'function call';
    case 'BoolOp':
    case 'BinOp':
    case 'UnaryOp':
      return 'expression';
    case 'GeneratorExp':
      return 'generator expression';
    case 'Yield':
    case 'YieldFrom':
      return 'yield expression';
    case 'ListComp':
      return 'list comprehension';
    case 'SetComp':
      return 'set comprehension';
    case 'DictComp':
      return 'dict comprehension';
    case 'Dict':
      return 'dict literal';
    case 'Set':
      return 'set display';
    case 'JoinedStr':
    case 'FormattedValue':
      return 'f-string expression';
    case 'Compare':
      return 'comparison';
    case 'IfExp':
      return 'conditional expression';
    case 'NamedExpr':
      return 'named expression';
    case 'Slice':
      return 'slice';
    case 'Constant':
      switch (expr.value.type) {
        case 'None':
          return 'None';
        case 'bool':
          return expr.value.value ? 'True' : 'False';
        case 'Ellipsis':
          return 'ellipsis';
        case 'int':
        case 'float':
        case 'imaginary':
        case 'str':
        case 'bytes':
          return 'literal';
      }
  }
}

/** What is done to a target. `=` has a message of its own, which suspects a comparison. */
export type TargetUse = 'assign' | 'for' | 'with' | 'delete';

/**
 * Reports what in `target` cannot be assigned or deleted; true if it is sound.
 * @param suspect the expression right before the first `=` of a statement: it may have been meant as a comparison
 */
export function checkTarget(
  sink: Diagnostics,
  target: Expr,
  use: TargetUse,
  suspect: Expr | null = null,
): boolean {
  if (target.kind === 'Starred' && use !== 'delete') {
    sink.report('E0229', target.span.start, target.span.end, {});
    return false;
  }
  return checkPart(sink, target, use, suspect);
}

function checkPart(sink: Diagnostics, target: Expr, use: TargetUse, suspect: Expr | null): boolean {
  const { start, end } = target.span;
  if (target.kind === 'Name') {
    if (target.id !== '__debug__') return true;
    if (use === 'delete') sink.report('E0207', start, end, { what: '__debug__' });
    else sink.report('E0205', start, end, { what: '__debug__' });
    return false;
  }
  if (target.kind === 'Attribute' || target.kind === 'Subscript') return true;
  if (target.kind === 'List' || target.kind === 'Tuple')
    return checkElements(sink, target.elts, use, suspect);
  const what = describe(target);
  if (use === 'delete') sink.report('E0207', start, end, { what });
  else if (use === 'assign' && isYield(target)) sink.report('E0231', start, end, {});
  else if (target === suspect && suspectsComparison(target)) sink.report('E0206', start, end, { what });
  else sink.report('E0205', start, end, { what });
  return false;
}

function checkElements(
  sink: Diagnostics,
  elts: readonly Expr[],
  use: TargetUse,
  suspect: Expr | null,
): boolean {
  let stars = 0;
  let isSound = true;
  for (const elt of elts) {
    if (elt.kind === 'Starred' && use !== 'delete') {
      stars++;
      if (stars === 2) {
        sink.report('E0230', elt.span.start, elt.span.end, {});
        return false;
      }
      isSound = checkPart(sink, elt.value, use, null) && isSound;
    } else {
      isSound = checkPart(sink, elt, use, suspect) && isSound;
    }
  }
  return isSound;
}

function isYield(expr: Expr): boolean {
  return expr.kind === 'Yield' || expr.kind === 'YieldFrom';
}

/** Whether CPython's message for `expr = …` proposes `==`: its rule `invalid_named_expression`. */
export function suspectsComparison(expr: Expr): boolean {
  switch (expr.kind) {
    case 'BoolOp':
    case 'Compare':
    case 'Lambda':
    case 'IfExp':
    case 'GeneratorExp':
      return false;
    case 'UnaryOp':
      return expr.op !== 'not';
    case 'Constant':
      return expr.value.type !== 'None' && expr.value.type !== 'bool';
    case 'NamedExpr':
    case 'BinOp':
    case 'Dict':
    case 'Set':
    case 'ListComp':
    case 'SetComp':
    case 'DictComp':
    case 'Yield':
    case 'YieldFrom':
    case 'Call':
    case 'JoinedStr':
    case 'FormattedValue':
    case 'Attribute':
    case 'Subscript':
    case 'Starred':
    case 'Name':
    case 'List':
    case 'Tuple':
    case 'Slice':
      return true;
  }
}
