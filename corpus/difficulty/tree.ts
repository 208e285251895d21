// Features of a program's text: nesting and constructs. One walk over the tree; knows nothing of runs.
import type { Expr, If, Node } from '../../grammar/ast.ts';
import { forEachChild } from '../../grammar/visit.ts';

/** Kinds that every program has, or that only hold others. */
const PLAIN: ReadonlySet<Node['kind']> = new Set([
  'Module',
  'Param',
  'Params',
  'Expr',
  'Name',
  'Constant',
  'Comprehension',
  'Alias',
  'MatchCase',
]);

const BLOCKS: ReadonlySet<Node['kind']> = new Set([
  'For',
  'While',
  'If',
  'With',
  'Match',
  'Try',
  'IfExp',
  'Comprehension',
]);

export interface TreeFeatures {
  readonly nesting: number;
  readonly constructs: number;
}

/** Measures trees together: a module and the call made to it. */
export function measureTrees(trees: readonly Node[]): TreeFeatures {
  const tree = new TreeMeter();
  for (const one of trees) tree.visit(one);
  return { nesting: tree.nesting, constructs: tree.constructs };
}

class TreeMeter {
  nesting = 0;
  /** Blocks around the node that is visited next. */
  private around = 0;
  private readonly kinds = new Set<Node['kind']>();
  private readonly operators = new Set<string>();
  private readonly called = new Set<string>();
  private readonly own = new Set<string>();

  /** Different kinds of nodes, operators, and functions and methods that are not the program's. */
  get constructs(): number {
    let others = 0;
    for (const name of this.called) if (name !== '' && !this.own.has(name)) others++;
    return this.kinds.size + this.operators.size + others;
  }

  readonly visit = (node: Node): void => {
    const { kind } = node;
    const { around } = this;
    if (BLOCKS.has(kind) && ++this.around > this.nesting) this.nesting = this.around;
    if (!PLAIN.has(kind)) this.kinds.add(kind);
    switch (kind) {
      case 'Name':
      case 'Constant':
        break;
      case 'BinOp':
      case 'UnaryOp':
      case 'BoolOp':
      case 'AugAssign':
        this.operators.add(node.op);
        forEachChild(node, this.visit);
        break;
      case 'Compare':
        for (const op of node.ops) this.operators.add(op);
        forEachChild(node, this.visit);
        break;
      case 'Call':
        this.called.add(nameOf(node.func));
        forEachChild(node, this.visit);
        break;
      case 'If':
        this.visitIf(node, around);
        break;
      // What stands in an annotation is no construct of the run.
      case 'AnnAssign':
        this.visit(node.target);
        if (node.value !== null) this.visit(node.value);
        break;
      case 'Param':
        if (node.default !== null) this.visit(node.default);
        break;
      case 'FunctionDef':
        this.own.add(node.name);
        for (const decorator of node.decorators) this.visit(decorator);
        this.visit(node.params);
        for (const stmt of node.body) this.visit(stmt);
        break;
      case 'ClassDef':
        this.own.add(node.name);
        forEachChild(node, this.visit);
        break;
      default:
        forEachChild(node, this.visit);
    }
    this.around = around;
  };

  /** @param around blocks around the statement: an `elif` is as deep as its `if` */
  private visitIf(node: If, around: number): void {
    this.visit(node.test);
    for (const stmt of node.body) this.visit(stmt);
    if (node.orelse.length === 1 && node.orelse[0]!.kind === 'If') this.around = around;
    for (const stmt of node.orelse) this.visit(stmt);
  }
}

function nameOf(func: Expr): string {
  if (func.kind === 'Name') return func.id;
  return func.kind === 'Attribute' ? `.${func.attr}` : '';
}
