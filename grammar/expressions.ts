// Tells expressions from the other nodes of a program. Knows the AST alone.
import type { Expr, Node } from './ast.ts';

/** The compiler names a kind that is missing. */
const KINDS: Readonly<Record<Expr['kind'], true>> = {
  BoolOp: true,
  NamedExpr: true,
  BinOp: true,
  UnaryOp: true,
  Lambda: true,
  IfExp: true,
  Dict: true,
  Set: true,
  ListComp: true,
  SetComp: true,
  DictComp: true,
  GeneratorExp: true,
  Yield: true,
  YieldFrom: true,
  Compare: true,
  Call: true,
  JoinedStr: true,
  FormattedValue: true,
  Constant: true,
  Attribute: true,
  Subscript: true,
  Starred: true,
  Name: true,
  List: true,
  Tuple: true,
  Slice: true,
};

const EXPRESSIONS: ReadonlySet<string> = new Set(Object.keys(KINDS));

export function isExpression(node: Node): node is Expr {
  return EXPRESSIONS.has(node.kind);
}
