// The abstract syntax of Primer. Names and fields follow CPython's `ast` module
// (https://docs.python.org/3.11/library/ast.html) so that a reader who knows it is at home here.
// Pure data: knows nothing of text, types or running. Every node kind is listed once, in the unions below.

/** A half-open range of UTF-16 offsets into the source text. */
export interface Span {
  start: number;
  end: number;
}

interface NodeBase {
  /** Where the node stands in its source; the parser or the printer sets it. */
  span: Span;
}

// ---- module and pieces -------------------------------------------------------------------------

export interface Module extends NodeBase {
  kind: 'Module';
  body: Stmt[];
}

/** One parameter; `annotation` and `default` are null when absent. */
export interface Param extends NodeBase {
  kind: 'Param';
  name: string;
  annotation: Expr | null;
  default: Expr | null;
}

/** Parameters in CPython's five groups. `defaults` live on the parameters themselves. */
export interface Params extends NodeBase {
  kind: 'Params';
  posonly: Param[];
  args: Param[];
  vararg: Param | null;
  kwonly: Param[];
  kwarg: Param | null;
}

/** A keyword argument of a call or class; `name` is null for `**mapping`. */
export interface Keyword extends NodeBase {
  kind: 'Keyword';
  name: string | null;
  value: Expr;
}

/** One `for target in iter if …` clause of a comprehension. */
export interface Comprehension extends NodeBase {
  kind: 'Comprehension';
  target: Expr;
  iter: Expr;
  ifs: Expr[];
}

export interface ExceptHandler extends NodeBase {
  kind: 'ExceptHandler';
  /** null for a bare `except:` */
  type: Expr | null;
  name: string | null;
  body: Stmt[];
}

export interface WithItem extends NodeBase {
  kind: 'WithItem';
  context: Expr;
  target: Expr | null;
}

export interface Alias extends NodeBase {
  kind: 'Alias';
  name: string;
  asname: string | null;
}

export interface MatchCase extends NodeBase {
  kind: 'MatchCase';
  pattern: Pattern;
  guard: Expr | null;
  body: Stmt[];
}

// ---- statements ----------------------------------------------------------------------------------

export interface FunctionDef extends NodeBase {
  kind: 'FunctionDef';
  name: string;
  params: Params;
  body: Stmt[];
  decorators: Expr[];
  returns: Expr | null;
}
export interface ClassDef extends NodeBase {
  kind: 'ClassDef';
  name: string;
  bases: Expr[];
  keywords: Keyword[];
  body: Stmt[];
  decorators: Expr[];
}
export interface Return extends NodeBase {
  kind: 'Return';
  value: Expr | null;
}
export interface Delete extends NodeBase {
  kind: 'Delete';
  targets: Expr[];
}
export interface Assign extends NodeBase {
  kind: 'Assign';
  /** `a = b = value` has two targets, left to right. */
  targets: Expr[];
  value: Expr;
}
export interface AugAssign extends NodeBase {
  kind: 'AugAssign';
  target: Expr;
  op: BinaryOperator;
  value: Expr;
}
export interface AnnAssign extends NodeBase {
  kind: 'AnnAssign';
  target: Expr;
  annotation: Expr;
  value: Expr | null;
}
export interface For extends NodeBase {
  kind: 'For';
  target: Expr;
  iter: Expr;
  body: Stmt[];
  orelse: Stmt[];
}
export interface While extends NodeBase {
  kind: 'While';
  test: Expr;
  body: Stmt[];
  orelse: Stmt[];
}
/** `elif` is an `If` alone in `orelse`, as in CPython. */
export interface If extends NodeBase {
  kind: 'If';
  test: Expr;
  body: Stmt[];
  orelse: Stmt[];
}
export interface With extends NodeBase {
  kind: 'With';
  items: WithItem[];
  body: Stmt[];
}
export interface Match extends NodeBase {
  kind: 'Match';
  subject: Expr;
  cases: MatchCase[];
}
export interface Raise extends NodeBase {
  kind: 'Raise';
  exc: Expr | null;
  cause: Expr | null;
}
export interface Try extends NodeBase {
  kind: 'Try';
  body: Stmt[];
  handlers: ExceptHandler[];
  orelse: Stmt[];
  finalbody: Stmt[];
}
export interface Assert extends NodeBase {
  kind: 'Assert';
  test: Expr;
  msg: Expr | null;
}
export interface Import extends NodeBase {
  kind: 'Import';
  names: Alias[];
}
export interface ImportFrom extends NodeBase {
  kind: 'ImportFrom';
  module: string;
  names: Alias[];
}
export interface Global extends NodeBase {
  kind: 'Global';
  names: string[];
}
export interface Nonlocal extends NodeBase {
  kind: 'Nonlocal';
  names: string[];
}
/** An expression standing as a statement. */
export interface ExprStmt extends NodeBase {
  kind: 'Expr';
  value: Expr;
}
export interface Pass extends NodeBase {
  kind: 'Pass';
}
export interface Break extends NodeBase {
  kind: 'Break';
}
export interface Continue extends NodeBase {
  kind: 'Continue';
}

export type Stmt =
  | FunctionDef
  | ClassDef
  | Return
  | Delete
  | Assign
  | AugAssign
  | AnnAssign
  | For
  | While
  | If
  | With
  | Match
  | Raise
  | Try
  | Assert
  | Import
  | ImportFrom
  | Global
  | Nonlocal
  | ExprStmt
  | Pass
  | Break
  | Continue;

// ---- expressions ---------------------------------------------------------------------------------

export type BinaryOperator = '+' | '-' | '*' | '/' | '//' | '%' | '**' | '<<' | '>>' | '|' | '^' | '&' | '@';
export type UnaryOperator = '-' | '+' | '~' | 'not';
export type CompareOperator = '==' | '!=' | '<' | '<=' | '>' | '>=' | 'is' | 'is not' | 'in' | 'not in';

export interface BoolOp extends NodeBase {
  kind: 'BoolOp';
  op: 'and' | 'or';
  values: Expr[];
}
export interface NamedExpr extends NodeBase {
  kind: 'NamedExpr';
  target: Name;
  value: Expr;
}
export interface BinOp extends NodeBase {
  kind: 'BinOp';
  left: Expr;
  op: BinaryOperator;
  right: Expr;
}
export interface UnaryOp extends NodeBase {
  kind: 'UnaryOp';
  op: UnaryOperator;
  operand: Expr;
}
export interface Lambda extends NodeBase {
  kind: 'Lambda';
  params: Params;
  body: Expr;
}
export interface IfExp extends NodeBase {
  kind: 'IfExp';
  test: Expr;
  body: Expr;
  orelse: Expr;
}
/** `keys[i]` is null for `**mapping`. */
export interface DictExpr extends NodeBase {
  kind: 'Dict';
  keys: (Expr | null)[];
  values: Expr[];
}
export interface SetExpr extends NodeBase {
  kind: 'Set';
  elts: Expr[];
}
export interface ListComp extends NodeBase {
  kind: 'ListComp';
  elt: Expr;
  generators: Comprehension[];
}
export interface SetComp extends NodeBase {
  kind: 'SetComp';
  elt: Expr;
  generators: Comprehension[];
}
export interface DictComp extends NodeBase {
  kind: 'DictComp';
  key: Expr;
  value: Expr;
  generators: Comprehension[];
}
export interface GeneratorExp extends NodeBase {
  kind: 'GeneratorExp';
  elt: Expr;
  generators: Comprehension[];
}
export interface Yield extends NodeBase {
  kind: 'Yield';
  value: Expr | null;
}
export interface YieldFrom extends NodeBase {
  kind: 'YieldFrom';
  value: Expr;
}
export interface Compare extends NodeBase {
  kind: 'Compare';
  left: Expr;
  ops: CompareOperator[];
  comparators: Expr[];
}
export interface Call extends NodeBase {
  kind: 'Call';
  func: Expr;
  args: Expr[];
  keywords: Keyword[];
}
/** An f-string: constant text and formatted values in order. */
export interface JoinedStr extends NodeBase {
  kind: 'JoinedStr';
  values: (Constant | FormattedValue)[];
}
export interface FormattedValue extends NodeBase {
  kind: 'FormattedValue';
  value: Expr;
  conversion: 's' | 'r' | 'a' | null;
  formatSpec: JoinedStr | null;
}
export type ConstantValue =
  | { type: 'int'; value: number | bigint } // number iff |value| <= 2^53 - 1
  | { type: 'float'; value: number }
  | { type: 'imaginary'; value: number } // `2j`: the value is 2
  | { type: 'str'; value: string }
  | { type: 'bytes'; value: Uint8Array }
  | { type: 'bool'; value: boolean }
  | { type: 'None' }
  | { type: 'Ellipsis' };
export interface Constant extends NodeBase {
  kind: 'Constant';
  value: ConstantValue;
  /** How a number was written, when that is not how it is printed (`0xFF`, `1_000`); never part of equality. */
  raw?: string;
}
export interface Attribute extends NodeBase {
  kind: 'Attribute';
  value: Expr;
  attr: string;
}
export interface Subscript extends NodeBase {
  kind: 'Subscript';
  value: Expr;
  index: Expr;
}
export interface Starred extends NodeBase {
  kind: 'Starred';
  value: Expr;
}
export interface Name extends NodeBase {
  kind: 'Name';
  id: string;
}
export interface ListExpr extends NodeBase {
  kind: 'List';
  elts: Expr[];
}
export interface TupleExpr extends NodeBase {
  kind: 'Tuple';
  elts: Expr[];
}
/** Only inside a `Subscript`'s index (possibly within a Tuple). */
export interface Slice extends NodeBase {
  kind: 'Slice';
  lower: Expr | null;
  upper: Expr | null;
  step: Expr | null;
}

export type Expr =
  | BoolOp
  | NamedExpr
  | BinOp
  | UnaryOp
  | Lambda
  | IfExp
  | DictExpr
  | SetExpr
  | ListComp
  | SetComp
  | DictComp
  | GeneratorExp
  | Yield
  | YieldFrom
  | Compare
  | Call
  | JoinedStr
  | FormattedValue
  | Constant
  | Attribute
  | Subscript
  | Starred
  | Name
  | ListExpr
  | TupleExpr
  | Slice;

// ---- patterns (match statement) ------------------------------------------------------------------

export interface MatchValue extends NodeBase {
  kind: 'MatchValue';
  value: Expr;
}
/** None, True or False: compared with `is`. */
export interface MatchSingleton extends NodeBase {
  kind: 'MatchSingleton';
  value: ConstantValue;
}
export interface MatchSequence extends NodeBase {
  kind: 'MatchSequence';
  patterns: Pattern[];
}
export interface MatchMapping extends NodeBase {
  kind: 'MatchMapping';
  keys: Expr[];
  patterns: Pattern[];
  rest: string | null;
}
export interface MatchClass extends NodeBase {
  kind: 'MatchClass';
  cls: Expr;
  patterns: Pattern[];
  kwdAttrs: string[];
  kwdPatterns: Pattern[];
}
/** `*name` inside a sequence pattern; null for `*_`. */
export interface MatchStar extends NodeBase {
  kind: 'MatchStar';
  name: string | null;
}
/** `pattern as name`; a bare capture has no pattern; `_` has neither. */
export interface MatchAs extends NodeBase {
  kind: 'MatchAs';
  pattern: Pattern | null;
  name: string | null;
}
export interface MatchOr extends NodeBase {
  kind: 'MatchOr';
  patterns: Pattern[];
}
export type Pattern =
  MatchValue | MatchSingleton | MatchSequence | MatchMapping | MatchClass | MatchStar | MatchAs | MatchOr;

export type Node =
  | Module
  | Stmt
  | Expr
  | Pattern
  | Param
  | Params
  | Keyword
  | Comprehension
  | ExceptHandler
  | WithItem
  | Alias
  | MatchCase;
export type NodeKind = Node['kind'];
