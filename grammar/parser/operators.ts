// Operator precedence (language reference, 6.17), resolved with a stack of our own instead of one grammar rule for
// each level: one pass, no recursion, whatever the length of the chain. Knows nothing of tokens.
import type { BinaryOperator, CompareOperator, Expr, UnaryOperator } from '../ast.ts';
import { BINARY_LEVEL, COMPARE_OPERATORS, LEVEL } from '../precedence.ts';

type Operator =
  | { kind: 'or' | 'and'; precedence: number }
  | { kind: 'compare'; op: CompareOperator; precedence: number }
  | { kind: 'binary'; op: BinaryOperator; precedence: number }
  | { kind: 'prefix'; op: UnaryOperator; precedence: number };

const INFIX: ReadonlyMap<string, Operator> = new Map<string, Operator>([
  ['or', { kind: 'or', precedence: LEVEL.OR }],
  ['and', { kind: 'and', precedence: LEVEL.AND }],
  ...COMPARE_OPERATORS.map((op): [string, Operator] => [
    op,
    { kind: 'compare', op, precedence: LEVEL.COMPARE },
  ]),
  ...(Object.keys(BINARY_LEVEL) as BinaryOperator[]).map((op): [string, Operator] => [
    op,
    { kind: 'binary', op, precedence: BINARY_LEVEL[op] },
  ]),
]);

const PREFIX: ReadonlyMap<string, Operator> = new Map<string, Operator>([
  ['not', { kind: 'prefix', op: 'not', precedence: LEVEL.NOT }],
  ...(['-', '+', '~'] as const).map((op): [string, Operator] => [
    op,
    { kind: 'prefix', op, precedence: LEVEL.UNARY },
  ]),
]);

/** Operands and operators not yet joined, of all the expressions being read, innermost last. */
export class OperatorStack {
  private operators: Operator[] = [];
  /** Where each operator starts; only that of a prefix is ever used. */
  private operatorStarts: number[] = [];
  private operands: Expr[] = [];
  /** Extents of the operands with their parentheses, which are not part of the nodes themselves. */
  private starts: number[] = [];
  private ends: number[] = [];

  /** To be taken before an expression is read, and handed to the calls that belong to it. */
  get mark(): number {
    return this.operators.length;
  }

  clear(): void {
    this.operators = [];
    this.operatorStarts = [];
    this.operands = [];
    this.starts = [];
    this.ends = [];
  }

  pushOperand(operand: Expr, start: number, end: number): void {
    this.operands.push(operand);
    this.starts.push(start);
    this.ends.push(end);
  }

  /** False if the operator cannot stand there: `not` after an operator that binds closer. */
  pushPrefix(image: string, start: number, mark: number): boolean {
    const operator = PREFIX.get(image)!;
    const before = this.top(mark);
    if (operator.precedence === LEVEL.NOT && before !== undefined && before.precedence > LEVEL.NOT)
      return false;
    this.operators.push(operator);
    this.operatorStarts.push(start);
    return true;
  }

  pushInfix(image: string, mark: number): void {
    const operator = INFIX.get(image)!;
    // Chains of `or`, `and` and comparisons are joined when they end; all else binds to the left, but `**`.
    const isJoined = operator.kind !== 'binary' || operator.op === '**';
    const least = isJoined ? operator.precedence + 1 : operator.precedence;
    this.reduce(least, mark);
    this.operators.push(operator);
    this.operatorStarts.push(0);
  }

  /** Joins what was pushed since `mark` into one expression. */
  finish(mark: number): Expr {
    this.reduce(0, mark);
    this.starts.pop();
    this.ends.pop();
    return this.operands.pop()!;
  }

  private reduce(least: number, mark: number): void {
    while (this.operators.length > mark && this.operators[this.operators.length - 1]!.precedence >= least) {
      this.join(mark);
    }
  }

  private join(mark: number): void {
    const operator = this.operators.pop()!;
    const operatorStart = this.operatorStarts.pop()!;
    switch (operator.kind) {
      case 'prefix': {
        const operand = this.operands.pop()!;
        const end = this.ends[this.ends.length - 1]!;
        this.starts[this.starts.length - 1] = operatorStart;
        const span = { start: operatorStart, end };
        this.operands.push({ kind: 'UnaryOp', op: operator.op, operand, span });
        return;
      }
      case 'binary': {
        const right = this.operands.pop()!;
        const left = this.operands.pop()!;
        this.operands.push({ kind: 'BinOp', left, op: operator.op, right, span: this.joinExtents(2) });
        return;
      }
      case 'compare': {
        const ops = [operator.op];
        for (let next = this.top(mark); next?.kind === 'compare'; next = this.top(mark)) {
          ops.push(next.op);
          this.operators.pop();
          this.operatorStarts.pop();
        }
        ops.reverse();
        const comparators = this.operands.splice(this.operands.length - ops.length);
        const left = this.operands.pop()!;
        this.operands.push({
          kind: 'Compare',
          left,
          ops,
          comparators,
          span: this.joinExtents(ops.length + 1),
        });
        return;
      }
      case 'or':
      case 'and': {
        let count = 2;
        while (this.top(mark)?.kind === operator.kind) {
          count++;
          this.operators.pop();
          this.operatorStarts.pop();
        }
        const values = this.operands.splice(this.operands.length - count);
        this.operands.push({ kind: 'BoolOp', op: operator.kind, values, span: this.joinExtents(count) });
        return;
      }
    }
  }

  private top(mark: number): Operator | undefined {
    return this.operators.length > mark ? this.operators[this.operators.length - 1] : undefined;
  }

  /** Replaces the last `count` extents by one that covers them. */
  private joinExtents(count: number): { start: number; end: number } {
    const end = this.ends[this.ends.length - 1]!;
    const first = this.starts.length - count;
    this.starts.length = first + 1;
    this.ends.length = first + 1;
    this.ends[first] = end;
    return { start: this.starts[first]!, end };
  }
}
