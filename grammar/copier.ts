// Copies of trees, every node with its fields in one order: V8 then sees one shape for each kind of node, however the
// tree was made, and what walks it finds the fields sooner. Knows the shape of the syntax tree alone.
import type { Node, Span } from './ast.ts';

/** Where a node stands that is in no text yet. */
function nowhere(): Span {
  return { start: 0, end: 0 };
}

/** Makes copies in which no two places share a node. Values of constants and lists of operators are shared. */
export class TreeCopier {
  /** A copy that stands nowhere. */
  copy<N extends Node>(node: N): N {
    return this.made(node) as N;
  }

  /** Is given the copy of every node that has a variable's name in it, or keywords; returns it. */
  protected note(copy: Node): Node {
    return copy;
  }

  private maybe<N extends Node>(node: N | null): N | null {
    return node === null ? null : (this.made(node) as N);
  }

  private list<N extends Node | null>(nodes: readonly N[]): N[] {
    const copies: N[] = [];
    for (const node of nodes) copies.push(node === null ? node : (this.made(node) as N));
    return copies;
  }

  // the most common kinds first: they are compared in order
  private made(node: Node): Node {
    switch (node.kind) {
      case 'Name':
        return this.note({ kind: 'Name', span: nowhere(), id: node.id });
      case 'Constant':
        return node.raw === undefined
          ? { kind: 'Constant', span: nowhere(), value: node.value }
          : { kind: 'Constant', span: nowhere(), value: node.value, raw: node.raw };
      case 'BinOp':
        return {
          kind: 'BinOp',
          span: nowhere(),
          left: this.copy(node.left),
          op: node.op,
          right: this.copy(node.right),
        };
      case 'Call':
        return this.note({
          kind: 'Call',
          span: nowhere(),
          func: this.copy(node.func),
          args: this.list(node.args),
          keywords: this.list(node.keywords),
        });
      case 'Attribute':
        return { kind: 'Attribute', span: nowhere(), value: this.copy(node.value), attr: node.attr };
      case 'Subscript':
        return {
          kind: 'Subscript',
          span: nowhere(),
          value: this.copy(node.value),
          index: this.copy(node.index),
        };
      case 'Assign':
        return {
          kind: 'Assign',
          span: nowhere(),
          targets: this.list(node.targets),
          value: this.copy(node.value),
        };
      case 'Compare':
        return {
          kind: 'Compare',
          span: nowhere(),
          left: this.copy(node.left),
          ops: node.ops,
          comparators: this.list(node.comparators),
        };
      case 'Expr':
        return { kind: 'Expr', span: nowhere(), value: this.copy(node.value) };
      case 'AugAssign':
        return {
          kind: 'AugAssign',
          span: nowhere(),
          target: this.copy(node.target),
          op: node.op,
          value: this.copy(node.value),
        };
      case 'Return':
        return { kind: 'Return', span: nowhere(), value: this.maybe(node.value) };
      case 'If':
        return {
          kind: 'If',
          span: nowhere(),
          test: this.copy(node.test),
          body: this.list(node.body),
          orelse: this.list(node.orelse),
        };
      case 'For':
        return {
          kind: 'For',
          span: nowhere(),
          target: this.copy(node.target),
          iter: this.copy(node.iter),
          body: this.list(node.body),
          orelse: this.list(node.orelse),
        };
      case 'UnaryOp':
        return { kind: 'UnaryOp', span: nowhere(), op: node.op, operand: this.copy(node.operand) };
      case 'List':
        return { kind: 'List', span: nowhere(), elts: this.list(node.elts) };
      case 'Tuple':
        return { kind: 'Tuple', span: nowhere(), elts: this.list(node.elts) };
      case 'Param':
        return this.note({
          kind: 'Param',
          span: nowhere(),
          name: node.name,
          annotation: this.maybe(node.annotation),
          default: this.maybe(node.default),
        });
      case 'Params':
        return {
          kind: 'Params',
          span: nowhere(),
          posonly: this.list(node.posonly),
          args: this.list(node.args),
          vararg: this.maybe(node.vararg),
          kwonly: this.list(node.kwonly),
          kwarg: this.maybe(node.kwarg),
        };
      case 'FunctionDef':
        return this.note({
          kind: 'FunctionDef',
          span: nowhere(),
          name: node.name,
          params: this.copy(node.params),
          body: this.list(node.body),
          decorators: this.list(node.decorators),
          returns: this.maybe(node.returns),
        });
      case 'While':
        return {
          kind: 'While',
          span: nowhere(),
          test: this.copy(node.test),
          body: this.list(node.body),
          orelse: this.list(node.orelse),
        };
      case 'BoolOp':
        return { kind: 'BoolOp', span: nowhere(), op: node.op, values: this.list(node.values) };
      case 'Module':
        return { kind: 'Module', span: nowhere(), body: this.list(node.body) };
      case 'Keyword':
        return { kind: 'Keyword', span: nowhere(), name: node.name, value: this.copy(node.value) };
      case 'Comprehension':
        return {
          kind: 'Comprehension',
          span: nowhere(),
          target: this.copy(node.target),
          iter: this.copy(node.iter),
          ifs: this.list(node.ifs),
        };
      case 'ExceptHandler':
        return this.note({
          kind: 'ExceptHandler',
          span: nowhere(),
          type: this.maybe(node.type),
          name: node.name,
          body: this.list(node.body),
        });
      case 'WithItem':
        return {
          kind: 'WithItem',
          span: nowhere(),
          context: this.copy(node.context),
          target: this.maybe(node.target),
        };
      case 'Alias':
        return { kind: 'Alias', span: nowhere(), name: node.name, asname: node.asname };
      case 'MatchCase':
        return {
          kind: 'MatchCase',
          span: nowhere(),
          pattern: this.copy(node.pattern),
          guard: this.maybe(node.guard),
          body: this.list(node.body),
        };
      case 'ClassDef':
        return this.note({
          kind: 'ClassDef',
          span: nowhere(),
          name: node.name,
          bases: this.list(node.bases),
          keywords: this.list(node.keywords),
          body: this.list(node.body),
          decorators: this.list(node.decorators),
        });
      case 'Delete':
        return { kind: 'Delete', span: nowhere(), targets: this.list(node.targets) };
      case 'AnnAssign':
        return {
          kind: 'AnnAssign',
          span: nowhere(),
          target: this.copy(node.target),
          annotation: this.copy(node.annotation),
          value: this.maybe(node.value),
        };
      case 'With':
        return { kind: 'With', span: nowhere(), items: this.list(node.items), body: this.list(node.body) };
      case 'Match':
        return {
          kind: 'Match',
          span: nowhere(),
          subject: this.copy(node.subject),
          cases: this.list(node.cases),
        };
      case 'Raise':
        return { kind: 'Raise', span: nowhere(), exc: this.maybe(node.exc), cause: this.maybe(node.cause) };
      case 'Try':
        return {
          kind: 'Try',
          span: nowhere(),
          body: this.list(node.body),
          handlers: this.list(node.handlers),
          orelse: this.list(node.orelse),
          finalbody: this.list(node.finalbody),
        };
      case 'Assert':
        return { kind: 'Assert', span: nowhere(), test: this.copy(node.test), msg: this.maybe(node.msg) };
      case 'Import':
        return { kind: 'Import', span: nowhere(), names: this.list(node.names) };
      case 'ImportFrom':
        return { kind: 'ImportFrom', span: nowhere(), module: node.module, names: this.list(node.names) };
      case 'Global':
        return this.note({ kind: 'Global', span: nowhere(), names: [...node.names] });
      case 'Nonlocal':
        return this.note({ kind: 'Nonlocal', span: nowhere(), names: [...node.names] });
      case 'Pass':
        return { kind: 'Pass', span: nowhere() };
      case 'Break':
        return { kind: 'Break', span: nowhere() };
      case 'Continue':
        return { kind: 'Continue', span: nowhere() };
      case 'NamedExpr':
        return {
          kind: 'NamedExpr',
          span: nowhere(),
          target: this.copy(node.target),
          value: this.copy(node.value),
        };
      case 'Lambda':
        return {
          kind: 'Lambda',
          span: nowhere(),
          params: this.copy(node.params),
          body: this.copy(node.body),
        };
      case 'IfExp':
        return {
          kind: 'IfExp',
          span: nowhere(),
          test: this.copy(node.test),
          body: this.copy(node.body),
          orelse: this.copy(node.orelse),
        };
      case 'Dict':
        return { kind: 'Dict', span: nowhere(), keys: this.list(node.keys), values: this.list(node.values) };
      case 'Set':
        return { kind: 'Set', span: nowhere(), elts: this.list(node.elts) };
      case 'ListComp':
        return {
          kind: 'ListComp',
          span: nowhere(),
          elt: this.copy(node.elt),
          generators: this.list(node.generators),
        };
      case 'SetComp':
        return {
          kind: 'SetComp',
          span: nowhere(),
          elt: this.copy(node.elt),
          generators: this.list(node.generators),
        };
      case 'DictComp':
        return {
          kind: 'DictComp',
          span: nowhere(),
          key: this.copy(node.key),
          value: this.copy(node.value),
          generators: this.list(node.generators),
        };
      case 'GeneratorExp':
        return {
          kind: 'GeneratorExp',
          span: nowhere(),
          elt: this.copy(node.elt),
          generators: this.list(node.generators),
        };
      case 'Yield':
        return { kind: 'Yield', span: nowhere(), value: this.maybe(node.value) };
      case 'YieldFrom':
        return { kind: 'YieldFrom', span: nowhere(), value: this.copy(node.value) };
      case 'JoinedStr':
        return { kind: 'JoinedStr', span: nowhere(), values: this.list(node.values) };
      case 'FormattedValue':
        return {
          kind: 'FormattedValue',
          span: nowhere(),
          value: this.copy(node.value),
          conversion: node.conversion,
          formatSpec: this.maybe(node.formatSpec),
        };
      case 'Starred':
        return { kind: 'Starred', span: nowhere(), value: this.copy(node.value) };
      case 'Slice':
        return {
          kind: 'Slice',
          span: nowhere(),
          lower: this.maybe(node.lower),
          upper: this.maybe(node.upper),
          step: this.maybe(node.step),
        };
      case 'MatchValue':
        return { kind: 'MatchValue', span: nowhere(), value: this.copy(node.value) };
      case 'MatchSingleton':
        return { kind: 'MatchSingleton', span: nowhere(), value: node.value };
      case 'MatchSequence':
        return { kind: 'MatchSequence', span: nowhere(), patterns: this.list(node.patterns) };
      case 'MatchMapping':
        return this.note({
          kind: 'MatchMapping',
          span: nowhere(),
          keys: this.list(node.keys),
          patterns: this.list(node.patterns),
          rest: node.rest,
        });
      case 'MatchClass':
        return {
          kind: 'MatchClass',
          span: nowhere(),
          cls: this.copy(node.cls),
          patterns: this.list(node.patterns),
          kwdAttrs: node.kwdAttrs,
          kwdPatterns: this.list(node.kwdPatterns),
        };
      case 'MatchStar':
        return this.note({ kind: 'MatchStar', span: nowhere(), name: node.name });
      case 'MatchAs':
        return this.note({
          kind: 'MatchAs',
          span: nowhere(),
          pattern: this.maybe(node.pattern),
          name: node.name,
        });
      case 'MatchOr':
        return { kind: 'MatchOr', span: nowhere(), patterns: this.list(node.patterns) };
    }
  }
}
