// How closely operators bind (language reference, 6.17): one table for the parser and the printer.
import type { BinaryOperator, CompareOperator, Expr } from './ast.ts';

/** Levels of expressions, loosest first. */
export const LEVEL = {
  /** Tuples without parentheses, and `yield`. */
  TUPLE: 0,
  /** `name := value` */
  NAMED: 1,
  /** Conditionals and lambdas. */
  TEST: 2,
  OR: 3,
  AND: 4,
  NOT: 5,
  COMPARE: 6,
  BIT_OR: 7,
  BIT_XOR: 8,
  BIT_AND: 9,
  SHIFT: 10,
  SUM: 11,
  PRODUCT: 12,
  UNARY: 13,
  POWER: 14,
  PRIMARY: 15,
} as const;

export const BINARY_LEVEL: Readonly<Record<BinaryOperator, number>> = {
  '|': LEVEL.BIT_OR,
  '^': LEVEL.BIT_XOR,
  '&': LEVEL.BIT_AND,
  '<<': LEVEL.SHIFT,
  '>>': LEVEL.SHIFT,
  '+': LEVEL.SUM,
  '-': LEVEL.SUM,
  '*': LEVEL.PRODUCT,
  '/': LEVEL.PRODUCT,
  '//': LEVEL.PRODUCT,
  '%': LEVEL.PRODUCT,
  '@': LEVEL.PRODUCT,
  '**': LEVEL.POWER,
};

/** All comparisons bind alike, and chain. */
export const COMPARE_OPERATORS: readonly CompareOperator[] = [
  ...(['==', '!=', '<', '<=', '>', '>='] as const),
  ...(['is', 'is not', 'in', 'not in'] as const),
];

/** The level at which an expression can stand without parentheses. */
export function levelOf(expr: Expr): number {
  switch (expr.kind) {
    case 'Tuple':
    case 'Yield':
    case 'YieldFrom':
      return LEVEL.TUPLE;
    case 'NamedExpr':
      return LEVEL.NAMED;
    case 'IfExp':
    case 'Lambda':
      return LEVEL.TEST;
    case 'BoolOp':
      return expr.op === 'or' ? LEVEL.OR : LEVEL.AND;
    case 'UnaryOp':
      return expr.op === 'not' ? LEVEL.NOT : LEVEL.UNARY;
    case 'Compare':
      return LEVEL.COMPARE;
    case 'BinOp':
      return BINARY_LEVEL[expr.op];
    case 'Constant':
      return isNegative(expr.value) ? LEVEL.UNARY : LEVEL.PRIMARY;
    case 'Dict':
    case 'Set':
    case 'List':
    case 'ListComp':
    case 'SetComp':
    case 'DictComp':
    case 'GeneratorExp':
    case 'Call':
    case 'JoinedStr':
    case 'FormattedValue':
    case 'Attribute':
    case 'Subscript':
    case 'Starred':
    case 'Name':
    case 'Slice':
      return LEVEL.PRIMARY;
  }
}

/** A constant that is printed with a sign; the parser makes none. */
function isNegative(value: Extract<Expr, { kind: 'Constant' }>['value']): boolean {
  if (value.type === 'int') return value.value < 0;
  return value.type === 'float' && (value.value < 0 || Object.is(value.value, -0));
}
