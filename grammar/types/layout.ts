// Where the variables of a block of code live during inference: a slot per name, with what nested functions
// do to it. Made from the scopes; knows nothing of what types mean.
import type { ClassDef, Expr, FunctionDef, Lambda, Module, Node, Stmt } from '../ast.ts';
import { analyzeScopes, type Scope, type ScopeNode, type Scopes } from '../scope.ts';
import { walk } from '../visit.ts';
import type { Cell, Spec } from './entities.ts';
import type { Env } from './env.ts';
import type { Term } from './terms.ts';
import type { ContainerPart, Type } from './type.ts';

export type Block = Module | FunctionDef | Lambda | ClassDef;

/** An annotation in the program, and what it means. */
export interface Annotation {
  readonly term: Term;
  readonly node: Expr;
}

/** The slots of one block of code. Names are mangled ones. */
export interface Layout {
  readonly node: Block;
  readonly index: ReadonlyMap<string, number>;
  /** By slot: a nested function reads it, so all that it may ever be is kept in a cell. */
  readonly captured: readonly boolean[];
  /** By slot: a nested function also assigns it, so its type cannot be followed statement by statement. */
  readonly shared: readonly boolean[];
  /** Names declared `global` or `nonlocal` here. */
  readonly outside: ReadonlyMap<string, 'global' | 'nonlocal'>;
  readonly isGenerator: boolean;
  /** What annotated assignments say of the variables, by slot; filled in as they are met. */
  readonly declared: Map<number, Annotation>;
  /** Slots of the variables of comprehensions, which come after those of the block. */
  readonly loops: Map<Expr, LoopScope['names']>;
  size: number;
}

/** The variables of one comprehension; a chain, innermost first. */
export interface LoopScope {
  readonly names: ReadonlyMap<string, number>;
  readonly outer: LoopScope | null;
}

/** A container that a node makes: the nth of its class. */
export interface Site {
  readonly nth: number;
  readonly type: Type;
  readonly part: ContainerPart;
}

/** One activation of a block in one analysis: what outlives the flow through it. */
export interface Frame {
  readonly layout: Layout;
  /** The frame around it in the text, with the comprehensions it stands in there. */
  readonly outer: Frame | null;
  readonly outerLoops: LoopScope | null;
  /** Runs where it stands (a class body), so it sees the variables around it as they are. */
  readonly immediate: boolean;
  /** The analysis of the function whose frame it is; null for the module and for class bodies. */
  spec: Spec | null;
  /** All that a captured variable may ever be, by slot. */
  readonly variables: (Cell | undefined)[];
  /** The containers made by a node. */
  readonly sites: Map<Node, Site[]>;
  /** The state of the flow, while the frame is being analysed. */
  env: Env | null;
  loops: LoopScope | null;
  /** The states that handlers around the current statement may start from. */
  readonly handlers: Env[];
  /** Of each loop around the current statement, the states in which it is left or begun again. */
  readonly exits: { breaks: Env | null; continues: Env | null }[];
}

export function makeFrame(
  layout: Layout,
  outer: Frame | null,
  outerLoops: LoopScope | null,
  immediate: boolean,
): Frame {
  return {
    layout,
    outer,
    outerLoops,
    immediate,
    spec: null,
    variables: [],
    sites: new Map(),
    env: null,
    loops: null,
    handlers: [],
    exits: [],
  };
}

/** Makes the layouts of a module's blocks, each when it is first asked for. */
export class Layouts {
  private readonly scopes: Scopes;
  /** The scopes inside the call, which is no part of the module. */
  private readonly callScopes = new Map<ScopeNode, Scope>();
  private readonly made = new Map<Block, Layout>();
  private globalWrites: ReadonlySet<string> | null = null;

  constructor(scopes: Scopes, call: Expr | null) {
    this.scopes = scopes;
    if (call === null) return;
    const { span } = call;
    const wrapped: Module = { kind: 'Module', body: [{ kind: 'Expr', value: call, span }], span };
    const addAll = (scope: Scope): void => {
      for (const child of scope.children) {
        this.callScopes.set(child.node, child);
        addAll(child);
      }
    };
    addAll(analyzeScopes(wrapped).module);
  }

  scopeOf(node: ScopeNode): Scope {
    return this.callScopes.get(node) ?? this.scopes.of(node);
  }

  of(node: Block): Layout {
    let layout = this.made.get(node);
    if (layout === undefined) {
      layout = this.make(node);
      this.made.set(node, layout);
    }
    return layout;
  }

  /** The slots of a comprehension's variables within a block. */
  loopNames(layout: Layout, node: Expr): LoopScope['names'] {
    let names = layout.loops.get(node);
    if (names === undefined) {
      const { locals } = this.scopeOf(node as Extract<ScopeNode, Expr>);
      names = new Map(locals.map((name, i) => [name, layout.size + i]));
      layout.size += locals.length;
      layout.loops.set(node, names);
    }
    return names;
  }

  private make(node: Block): Layout {
    const scope = this.scopeOf(node);
    const names = scope.locals;
    const isModule = scope.kind === 'module';
    const cells = new Set(scope.cells);
    const written = isModule ? this.globals(scope) : cells.size === 0 ? NO_NAMES : writtenInside(scope);
    const index = new Map<string, number>();
    const captured: boolean[] = [];
    const shared: boolean[] = [];
    for (const name of isModule ? new Set([...names, ...written]) : names) {
      index.set(name, index.size);
      captured.push(isModule || scope.kind === 'class' || cells.has(name));
      shared.push(written.has(name));
    }
    return {
      node,
      index,
      captured,
      shared,
      outside: outsideNames(scope),
      isGenerator: scope.isGenerator,
      declared: new Map(),
      loops: new Map(),
      size: index.size,
    };
  }

  /** The names that functions declare `global`. */
  private globals(module: Scope): ReadonlySet<string> {
    this.globalWrites ??= collectGlobals(module, new Set());
    return this.globalWrites;
  }
}

const NO_NAMES: ReadonlySet<string> = new Set();
const NO_OUTSIDE: ReadonlyMap<string, 'global' | 'nonlocal'> = new Map();

function collectGlobals(scope: Scope, into: Set<string>): Set<string> {
  for (const child of scope.children) {
    for (const name of child.globals) if (child.resolve(name) === 'explicit-global') into.add(name);
    collectGlobals(child, into);
  }
  return into;
}

/** The names that functions inside declare `nonlocal`. */
function writtenInside(scope: Scope, into = new Set<string>()): Set<string> {
  for (const child of scope.children) {
    if (child.frees.length > 0) {
      if (child.node.kind === 'FunctionDef') for (const name of nonlocals(child.node.body)) into.add(name);
      writtenInside(child, into);
    }
  }
  return into;
}

function outsideNames(scope: Scope): Layout['outside'] {
  const globals = scope.globals.filter((name) => scope.resolve(name) === 'explicit-global');
  const outer = scope.frees.length > 0 && scope.node.kind === 'FunctionDef' ? nonlocals(scope.node.body) : [];
  if (globals.length === 0 && outer.length === 0) return NO_OUTSIDE;
  return new Map([
    ...globals.map((name) => [name, 'global'] as const),
    ...outer.map((name) => [name, 'nonlocal'] as const),
  ]);
}

/** The names of the `nonlocal` statements among these and in the blocks inside them. */
function nonlocals(body: readonly Stmt[]): string[] {
  const names: string[] = [];
  for (const statement of body) {
    walk(statement, (node) => {
      if (node.kind === 'Nonlocal') names.push(...node.names);
      // Not in the functions inside, and no statement is inside an expression.
      return node.kind !== 'FunctionDef' && node.kind !== 'ClassDef' && node.kind !== 'Expr';
    });
  }
  return names;
}
