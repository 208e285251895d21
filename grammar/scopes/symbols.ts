// The first pass over names: which scopes there are, and what each does with every name. Follows CPython's
// symtable.c in what it looks at first, because its complaints depend on that order.
import type {
  AnnAssign,
  ClassDef,
  DictComp,
  Expr,
  FunctionDef,
  GeneratorExp,
  Global,
  Lambda,
  ListComp,
  Module,
  NamedExpr,
  Node,
  NodeKind,
  Nonlocal,
  Params,
  SetComp,
  Span,
  Try,
} from '../ast.ts';
import type { Diagnostics } from '../diagnostics/diagnostic.ts';
import { forEachChild, type NodeOf } from '../visit.ts';
import { Scope, type ScopeKind, type ScopeNode } from './scope.ts';

/** What a scope does with one name. */
export interface NameUse {
  isParam: boolean;
  isBound: boolean;
  /** Bound by anything but an import, which CPython lets stand before a `global`. */
  isAssigned: boolean;
  isUsed: boolean;
  isAnnotated: boolean;
  isGlobal: boolean;
  isNonlocal: boolean;
  /** Bound by a `for` of the comprehension that is this scope. */
  isLoopVariable: boolean;
  /** Where it was declared `nonlocal`, for the second pass to complain about. */
  declaredAt: Span | null;
}

/** A scope and its names, in order of first mention. */
export interface Table {
  scope: Scope;
  symbols: Map<string, NameUse>;
  children: Table[];
}

type ComprehensionNode = ListComp | SetComp | DictComp | GeneratorExp;

const COMPREHENSIONS: Readonly<Record<ComprehensionNode['kind'], { name: string; words: string }>> = {
  ListComp: { name: '<listcomp>', words: 'list comprehension' },
  SetComp: { name: '<setcomp>', words: 'set comprehension' },
  DictComp: { name: '<dictcomp>', words: 'dict comprehension' },
  GeneratorExp: { name: '<genexpr>', words: 'generator expression' },
};

/** Builds the tables of a module; reports what CPython refuses on this pass. */
export function collectSymbols(module: Module, sink: Diagnostics): Table {
  const root: Table = {
    scope: new Scope('module', '<module>', module, null),
    symbols: new Map(),
    children: [],
  };
  new Collector(root, sink).nodes(module.body);
  return root;
}

type Visitors = { readonly [K in NodeKind]?: (node: NodeOf<K>) => void };

class Collector {
  private table: Table;
  private readonly sink: Diagnostics;
  /** The tables around the current one, outermost first. */
  private readonly outer: Table[] = [];
  /** How many comprehension iterables the current scope is inside. */
  private iterables = 0;
  private isLoopTarget = false;

  constructor(root: Table, sink: Diagnostics) {
    this.table = root;
    this.sink = sink;
  }

  /** Kinds that bind names, open scopes or have an order of their own; all others hand on to their children. */
  private readonly visitors: Visitors = {
    Name: (node) => this.use(node.id),
    FunctionDef: (node) => this.functionDef(node),
    Lambda: (node) => this.lambda(node),
    ClassDef: (node) => this.classDef(node),
    ListComp: (node) => this.comprehension(node, [node.elt]),
    SetComp: (node) => this.comprehension(node, [node.elt]),
    GeneratorExp: (node) => this.comprehension(node, [node.elt]),
    DictComp: (node) => this.comprehension(node, [node.value, node.key]),
    Assign: (node) => {
      node.targets.forEach((target) => this.bindTarget(target));
      this.node(node.value);
    },
    AugAssign: (node) => {
      // The target is only stored to as far as the symbol table is concerned.
      this.bindTarget(node.target);
      this.node(node.value);
    },
    AnnAssign: (node) => this.annAssign(node),
    For: (node) => {
      this.bindTarget(node.target);
      this.node(node.iter);
      this.nodes(node.body);
      this.nodes(node.orelse);
    },
    Delete: (node) => node.targets.forEach((target) => this.bindTarget(target)),
    WithItem: (node) => {
      this.node(node.context);
      if (node.target !== null) this.bindTarget(node.target);
    },
    Try: (node) => this.tryStatement(node),
    ExceptHandler: (node) => {
      if (node.type !== null) this.node(node.type);
      if (node.name !== null) this.bind(node.name, node.span);
      this.nodes(node.body);
    },
    If: (node) => {
      // A chain of `elif` is walked, not recursed into.
      let clause = node;
      for (;;) {
        this.node(clause.test);
        this.nodes(clause.body);
        const [next] = clause.orelse;
        if (clause.orelse.length !== 1 || next?.kind !== 'If') break;
        clause = next;
      }
      this.nodes(clause.orelse);
    },
    Alias: (node) => this.bindImported(node.asname ?? node.name.split('.')[0]!, node.span),
    Global: (node) => this.declare(node),
    Nonlocal: (node) => this.declare(node),
    NamedExpr: (node) => this.namedExpr(node),
    Yield: (node) => {
      if (node.value !== null) this.node(node.value);
      this.yielded(node.span);
    },
    YieldFrom: (node) => {
      this.node(node.value);
      this.yielded(node.span);
    },
    MatchStar: (node) => this.bindIfNamed(node.name, node.span),
    MatchAs: (node) => {
      if (node.pattern !== null) this.node(node.pattern);
      this.bindIfNamed(node.name, node.span);
    },
    MatchMapping: (node) => {
      forEachChild(node, this.visit);
      this.bindIfNamed(node.rest, node.span);
    },
  };

  nodes(nodes: readonly Node[]): void {
    for (const node of nodes) this.node(node);
  }

  /** One function for all nodes: most of them have others below. */
  private readonly visit = (child: Node): void => this.node(child);

  private node(node: Node): void {
    const visit = this.visitors[node.kind] as ((node: Node) => void) | undefined;
    if (visit !== undefined) visit(node);
    else forEachChild(node, this.visit);
  }

  // ---- names ---------------------------------------------------------------------------------------

  private symbolIn(table: Table, name: string): NameUse {
    let symbol = table.symbols.get(name);
    if (symbol === undefined) {
      symbol = {
        ...{
          isParam: false,
          isBound: false,
          isAssigned: false,
          isUsed: false,
          isAnnotated: false,
          isGlobal: false,
        },
        ...{ isNonlocal: false, isLoopVariable: false, declaredAt: null },
      };
      table.symbols.set(name, symbol);
    }
    return symbol;
  }

  private symbol(written: string): NameUse {
    return this.symbolIn(this.table, this.table.scope.mangle(written));
  }

  private use(written: string): void {
    this.symbol(written).isUsed = true;
    // `super()` finds its class through a hidden variable that the class body provides.
    const { kind } = this.table.scope;
    if (written === 'super' && kind !== 'module' && kind !== 'class') this.symbol('__class__').isUsed = true;
  }

  private bind(written: string, span: Span): NameUse {
    const symbol = this.bindImported(written, span);
    symbol.isAssigned = true;
    return symbol;
  }

  private bindImported(written: string, span: Span): NameUse {
    const symbol = this.symbol(written);
    if (this.isLoopTarget) {
      if (symbol.isGlobal || symbol.isNonlocal) {
        this.sink.report('E0313', span.start, span.end, { name: written });
      }
      symbol.isLoopVariable = true;
    }
    this.markBound(this.table, this.table.scope.mangle(written), symbol);
    return symbol;
  }

  private markBound(table: Table, name: string, symbol: NameUse): void {
    if (!symbol.isBound) table.scope.locals.push(name);
    symbol.isBound = true;
  }

  private bindIfNamed(name: string | null, span: Span): void {
    if (name !== null) this.bind(name, span);
  }

  /** Binds the names of a target; what stands in its subscripts and attributes is used. */
  private bindTarget(target: Expr): void {
    if (target.kind === 'Name') {
      this.bind(target.id, target.span);
    } else if (target.kind === 'Tuple' || target.kind === 'List') {
      for (const elt of target.elts) this.bindTarget(elt);
    } else if (target.kind === 'Starred') {
      this.bindTarget(target.value);
    } else {
      const outer = this.isLoopTarget;
      this.isLoopTarget = false;
      this.node(target);
      this.isLoopTarget = outer;
    }
  }

  private annAssign({ target, annotation, value }: AnnAssign): void {
    if (target.kind === 'Name') {
      const { isGlobal, isNonlocal } = this.symbol(target.id);
      if ((isGlobal || isNonlocal) && this.table.scope.kind !== 'module') {
        const declaration = isGlobal ? 'global' : 'nonlocal';
        this.sink.report('E0304', target.span.start, target.span.end, { name: target.id, declaration });
      }
      this.bind(target.id, target.span).isAnnotated = true;
    } else {
      this.node(target);
    }
    this.node(annotation);
    if (value !== null) this.node(value);
  }

  private declare(node: Global | Nonlocal): void {
    const declaration = node.kind === 'Global' ? 'global' : 'nonlocal';
    const { start, end } = node.span;
    for (const name of node.names) {
      const symbol = this.symbol(name);
      if (symbol.isParam) this.sink.report('E0301', start, end, { name, declaration });
      else if (symbol.isUsed) this.sink.report('E0302', start, end, { name, declaration });
      else if (symbol.isAnnotated) this.sink.report('E0304', start, end, { name, declaration });
      else if (symbol.isAssigned) this.sink.report('E0303', start, end, { name, declaration });
      if (node.kind === 'Global') symbol.isGlobal = true;
      else symbol.isNonlocal = true;
      symbol.declaredAt ??= node.span;
    }
  }

  // ---- scopes --------------------------------------------------------------------------------------

  private inScope(kind: ScopeKind, name: string, node: ScopeNode, read: () => void): void {
    const scope = new Scope(kind, name, node, this.table.scope);
    const inner: Table = { scope, symbols: new Map(), children: [] };
    this.table.children.push(inner);
    const { iterables, isLoopTarget } = this;
    this.outer.push(this.table);
    this.table = inner;
    this.iterables = 0;
    this.isLoopTarget = false;
    read();
    this.table = this.outer.pop()!;
    this.iterables = iterables;
    this.isLoopTarget = isLoopTarget;
  }

  private functionDef(node: FunctionDef): void {
    this.bind(node.name, node.span);
    this.defaults(node.params);
    for (const param of allParams(node.params)) if (param.annotation !== null) this.node(param.annotation);
    if (node.returns !== null) this.node(node.returns);
    this.nodes(node.decorators);
    this.inScope('function', node.name, node, () => {
      this.bindParams(node.params);
      this.nodes(node.body);
    });
  }

  private lambda(node: Lambda): void {
    this.defaults(node.params);
    this.inScope('lambda', '<lambda>', node, () => {
      this.bindParams(node.params);
      this.node(node.body);
    });
  }

  private defaults(params: Params): void {
    for (const param of allParams(params)) if (param.default !== null) this.node(param.default);
  }

  private bindParams(params: Params): void {
    for (const param of allParams(params)) {
      this.bind(param.name, param.span).isParam = true;
      this.table.scope.params.push(this.table.scope.mangle(param.name));
    }
  }

  private classDef(node: ClassDef): void {
    this.bind(node.name, node.span);
    this.nodes(node.bases);
    this.nodes(node.keywords);
    this.nodes(node.decorators);
    this.inScope('class', node.name, node, () => this.nodes(node.body));
  }

  private tryStatement(node: Try): void {
    this.nodes(node.body);
    this.nodes(node.orelse);
    this.nodes(node.handlers);
    this.nodes(node.finalbody);
  }

  /** The first iterable belongs to the scope around; all else to the comprehension's own. */
  private comprehension(node: ComprehensionNode, elements: readonly Expr[]): void {
    const [first, ...rest] = node.generators;
    this.iterable(first!.iter);
    this.inScope('comprehension', COMPREHENSIONS[node.kind].name, node, () => {
      this.table.scope.isGenerator = node.kind === 'GeneratorExp';
      this.loopTarget(first!.target);
      this.nodes(first!.ifs);
      for (const clause of rest) {
        this.loopTarget(clause.target);
        this.iterable(clause.iter);
        this.nodes(clause.ifs);
      }
      this.nodes(elements);
    });
  }

  private loopTarget(target: Expr): void {
    this.isLoopTarget = true;
    this.bindTarget(target);
    this.isLoopTarget = false;
  }

  private iterable(iter: Expr): void {
    this.iterables++;
    this.node(iter);
    this.iterables--;
  }

  private yielded(span: Span): void {
    const { scope } = this.table;
    const { node } = scope;
    if (scope.kind === 'comprehension' && node.kind in COMPREHENSIONS) {
      const { words } = COMPREHENSIONS[node.kind as ComprehensionNode['kind']];
      this.sink.report('E0314', span.start, span.end, { comprehension: words });
    }
    scope.isGenerator = true;
  }

  // ---- assignment expressions ----------------------------------------------------------------------

  private namedExpr(node: NamedExpr): void {
    const { start, end } = node.span;
    if (this.iterables > 0) this.sink.report('E0311', start, end, {});
    else if (this.table.scope.kind === 'comprehension') this.bindOutside(node);
    this.node(node.value);
    this.bind(node.target.id, node.target.span);
  }

  /** In a comprehension, `:=` binds in the nearest scope around that is none (PEP 572). */
  private bindOutside({ target, span }: NamedExpr): void {
    const name = this.table.scope.mangle(target.id);
    for (const table of [this.table, ...this.outer.toReversed()]) {
      const { kind } = table.scope;
      if (kind === 'comprehension') {
        if (table.symbols.get(name)?.isLoopVariable === true) {
          this.sink.report('E0310', span.start, span.end, { name: target.id });
          return;
        }
        continue;
      }
      if (kind === 'class') {
        this.sink.report('E0312', span.start, span.end, {});
        return;
      }
      const there = this.symbolIn(table, name);
      const here = this.symbolIn(this.table, name);
      if (kind === 'module' || there.isGlobal) here.isGlobal = true;
      else here.isNonlocal = true;
      this.markBound(table, name, there);
      return;
    }
  }
}

/** Parameters in the order of `co_varnames`. */
function allParams(params: Params): Params['args'] {
  const { posonly, args, kwonly, vararg, kwarg } = params;
  return [...posonly, ...args, ...kwonly, ...(vararg ? [vararg] : []), ...(kwarg ? [kwarg] : [])];
}
