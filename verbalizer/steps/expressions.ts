// Tells expressions from the other nodes of a program. Knows the AST alone.
import type { Expr, Node } from '../../grammar/ast.ts';

/** Expression kinds are all but these node kinds; used to tell an event's node apart. */
const NOT_EXPRESSIONS = new Set([
  'Module',
  'FunctionDef',
  'ClassDef',
  'Return',
  'Delete',
  'Assign',
  'AugAssign',
  'AnnAssign',
  'For',
  'While',
  'If',
  'With',
  'Match',
  'Raise',
  'Try',
  'Assert',
  'Import',
  'ImportFrom',
  'Global',
  'Nonlocal',
  'Expr',
  'Pass',
  'Break',
  'Continue',
  'Param',
  'Params',
  'Keyword',
  'Comprehension',
  'ExceptHandler',
  'WithItem',
  'Alias',
  'MatchCase',
]);

export function isExpression(node: Node): node is Expr {
  return !NOT_EXPRESSIONS.has(node.kind) && !node.kind.startsWith('Match');
}
