// Features of a program's text: nesting and constructs. One walk over the tree; knows nothing of runs.
import type { Expr, Node } from '../../grammar/ast.ts';
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
  const seen = new Set<string>();
  const own = new Set<string>();
  const called: string[] = [];
  let nesting = 0;

  const visit = (node: Node, around: number): void => {
    const depth = BLOCKS.has(node.kind) ? around + 1 : around;
    if (depth > nesting) nesting = depth;
    if (!PLAIN.has(node.kind)) seen.add(node.kind);
    switch (node.kind) {
      case 'FunctionDef':
      case 'ClassDef':
        own.add(node.name);
        break;
      case 'BinOp':
      case 'UnaryOp':
      case 'BoolOp':
      case 'AugAssign':
        seen.add(`op ${node.op}`);
        break;
      case 'Compare':
        for (const op of node.ops) seen.add(`op ${op}`);
        break;
      case 'Call':
        called.push(nameOf(node.func));
        break;
      case 'If':
        visitIf(node, around, depth);
        return;
      // What stands in an annotation is no construct of the run.
      case 'AnnAssign':
        visit(node.target, depth);
        if (node.value !== null) visit(node.value, depth);
        return;
      case 'Param':
        if (node.default !== null) visit(node.default, depth);
        return;
      default:
        break;
    }
    if (node.kind === 'FunctionDef') {
      for (const decorator of node.decorators) visit(decorator, depth);
      visit(node.params, depth);
      for (const stmt of node.body) visit(stmt, depth);
      return;
    }
    forEachChild(node, (child) => visit(child, depth));
  };

  const visitIf = (node: Node & { kind: 'If' }, around: number, depth: number): void => {
    visit(node.test, depth);
    for (const stmt of node.body) visit(stmt, depth);
    const chained = node.orelse.length === 1 && node.orelse[0]!.kind === 'If';
    for (const stmt of node.orelse) visit(stmt, chained ? around : depth);
  };

  for (const tree of trees) visit(tree, 0);
  for (const name of called) if (name !== '' && !own.has(name)) seen.add(`call ${name}`);
  return { nesting, constructs: seen.size };
}

function nameOf(func: Expr): string {
  if (func.kind === 'Name') return func.id;
  return func.kind === 'Attribute' ? `.${func.attr}` : '';
}
