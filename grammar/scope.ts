// Scope analysis: what CPython's symbol table says of a module's names (language reference, 4.2.2). Two passes: the
// first collects what each scope does with its names, the second decides where each of them leads.
import type { Module } from './ast.ts';
import { Diagnostics, type Diagnostic } from './diagnostics/diagnostic.ts';
import type { Resolution, Scope, ScopeNode } from './scopes/scope.ts';
import { collectSymbols, type NameUse, type Table } from './scopes/symbols.ts';

export { mangle, Scope, type Resolution, type ScopeKind, type ScopeNode } from './scopes/scope.ts';

/** The scopes of a module. */
export class Scopes {
  readonly module: Scope;
  /** What CPython's symbol table refuses; empty for a module that `parse` returned. */
  readonly diagnostics: readonly Diagnostic[];
  private readonly byNode: ReadonlyMap<ScopeNode, Scope>;

  constructor(module: Scope, byNode: ReadonlyMap<ScopeNode, Scope>, diagnostics: readonly Diagnostic[]) {
    this.module = module;
    this.byNode = byNode;
    this.diagnostics = diagnostics;
  }

  /** The scope that a node opens. @throws Error if the node is not of the analysed module */
  of(node: ScopeNode): Scope {
    const scope = this.byNode.get(node);
    if (scope === undefined) throw new Error(`${node.kind} belongs to another module`);
    return scope;
  }
}

/** Analyses the scopes of a module. Nodes must not be shared between two places of the tree. */
export function analyzeScopes(module: Module): Scopes {
  const sink = new Diagnostics(Infinity);
  const root = collectSymbols(module, sink);
  const byNode = new Map<ScopeNode, Scope>();
  settle(root, new Set(), byNode, sink);
  return new Scopes(root.scope, byNode, sink.sorted());
}

/**
 * Decides the names of a scope and of those inside it.
 * @param visible the variables of enclosing functions
 * @returns the free names that it asks of the scopes around
 */
function settle(
  table: Table,
  visible: ReadonlySet<string>,
  byNode: Map<ScopeNode, Scope>,
  sink: Diagnostics,
): Set<string> {
  const { scope, symbols } = table;
  byNode.set(scope.node, scope);
  const decided = new Map<string, Resolution>();
  const locals = new Set<string>();
  for (const [name, use] of symbols) {
    const resolution = decide(name, use, visible, scope, sink);
    decided.set(name, resolution);
    if (resolution === 'local') locals.add(name);
  }
  const asked = new Set<string>();
  const inner = visibleInside(scope, decided, visible);
  for (const child of table.children) {
    for (const name of settle(child, inner, byNode, sink)) asked.add(name);
  }
  if (scope.kind === 'module') for (const name of locals) decided.set(name, 'global');
  else claimCells(scope, decided, locals, asked);

  for (const [name, resolution] of decided) scope.settle(name, resolution);
  for (const name of asked) {
    const own = decided.get(name);
    if (own === undefined) scope.settle(name, 'free');
    // A class body that has the name itself still hands the variable of the function around to its methods.
    else if (own !== 'free') scope.frees.push(name);
  }
  // What is declared global is no variable of this scope, though it is bound here.
  const own = scope.locals.filter((name) => locals.has(name));
  scope.locals.splice(0, scope.locals.length, ...own);
  return new Set(scope.frees.filter((name) => visible.has(name)));
}

/** What the scopes inside can see: a function's variables, but never those of a class body. */
function visibleInside(
  scope: Scope,
  decided: ReadonlyMap<string, Resolution>,
  visible: ReadonlySet<string>,
): ReadonlySet<string> {
  if (scope.kind === 'module') return visible;
  const inside = new Set(visible);
  if (scope.kind === 'class') return inside.add('__class__');
  for (const [name, resolution] of decided) {
    if (resolution === 'local') inside.add(name);
    else if (resolution === 'explicit-global') inside.delete(name);
  }
  return inside;
}

/** The names that inner functions ask for and this scope has become cells, and are asked for no further. */
function claimCells(
  scope: Scope,
  decided: Map<string, Resolution>,
  locals: ReadonlySet<string>,
  asked: Set<string>,
): void {
  if (scope.kind === 'class') {
    if (asked.delete('__class__')) decided.set('__class__', 'cell');
    return;
  }
  for (const name of locals) if (asked.delete(name)) decided.set(name, 'cell');
}

function decide(
  name: string,
  use: NameUse,
  visible: ReadonlySet<string>,
  scope: Scope,
  sink: Diagnostics,
): Resolution {
  const { start, end } = use.declaredAt ?? { start: 0, end: 0 };
  if (use.isGlobal) {
    if (use.isNonlocal) sink.report('E0305', start, end, { name });
    return 'explicit-global';
  }
  if (use.isNonlocal) {
    if (scope.kind === 'module') sink.report('E0306', start, end, {});
    else if (!visible.has(name)) sink.report('E0307', start, end, { name });
    return 'free';
  }
  if (use.isBound) return 'local';
  return visible.has(name) ? 'free' : 'global';
}
