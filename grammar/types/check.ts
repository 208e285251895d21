// The type checker: runs the inference until nothing changes, and says what it found: the types, and
// whether the program is strict. Never throws and always ends, whatever the program.
import type { Expr, FunctionDef, Lambda, Module, Node, Span } from '../ast.ts';
import type { DiagnosticCode } from '../diagnostics/codes.ts';
import type { Diagnostic } from '../diagnostics/diagnostic.ts';
import type { Scopes } from '../scope.ts';
import { walk } from '../visit.ts';
import { analyseUncalled } from './call/functions.ts';
import { callImplicitMethods } from './classes/instances.ts';
import { freshEnv } from './env.ts';
import { Inference } from './inference.ts';
import { GaveUp } from './lattice.ts';
import type { Block } from './layout.ts';
import { fits } from './match.ts';
import { ANY, NEVER, type Type } from './type.ts';
import { expression } from './walk/expressions.ts';
import { block } from './walk/statements.ts';

/** A place that makes a program gradual, and why. */
export interface GradualPlace {
  readonly span: Span;
  readonly reason: string;
  /** The code of the diagnostic that says so, or null where nothing is wrong but something is not known. */
  readonly code: DiagnosticCode | null;
  /** Whether the span is of the call, not of the module. */
  readonly inCall: boolean;
}

/** What the checker found out about a program. */
export interface TypeReport {
  /** No TypeError or AttributeError can be raised for want of a type. */
  readonly strict: boolean;
  /** Empty just if the program is strict. In source order. */
  readonly gradual: readonly GradualPlace[];
  /** Warnings about the module: the program runs, and raises what CPython raises. */
  readonly diagnostics: readonly Diagnostic[];
  /** What an expression of the program may be; Never if nothing reaches it. */
  typeOf(node: Expr): Type;
  /** What each variable of a function (or of the module) may ever be. */
  variables(node: Module | FunctionDef | Lambda): Map<string, Type>;
  /** A type as a Python annotation. */
  show(type: Type): string;
}

/** Visits of nodes, joins of types: all that takes time is counted. */
const FUEL = 30_000;
const MAX_PASSES = 40;

/**
 * Infers the types of a program and labels it strict or gradual.
 * @param scopes of the same module
 * @param call an expression evaluated after the module has run, such as `f([1, 2], 'a')`. With it, functions
 *   that nothing calls are left out of account; without, they are held to their annotations.
 */
export function checkTypes(module: Module, scopes: Scopes, call: Expr | null = null): TypeReport {
  const cx = new Inference(scopes, call, FUEL, fits);
  let failure: string | null = null;
  try {
    while (!runPass(cx, module, call)) {
      if (++cx.lattice.pass > MAX_PASSES) throw new GaveUp('the types of the program keep growing');
    }
  } catch (error) {
    if (!(error instanceof GaveUp)) throw error;
    failure = error.message;
  }
  return failure === null ? report(cx, module, call) : givenUp(cx, module, failure);
}

/** Runs the whole program once; says whether the types stayed as they were. */
function runPass(cx: Inference, module: Module, call: Expr | null): boolean {
  cx.lattice.changed = false;
  cx.forgetProblems();
  cx.specs.length = 0;
  cx.instantiated.length = 0;
  cx.frame = cx.module;
  cx.module.env = freshEnv(cx.module.layout.size);
  cx.module.handlers.length = 0;
  cx.module.exits.length = 0;
  block(cx, module.body);
  if (call !== null && cx.module.env !== null) expression(cx, call);
  callImplicitMethods(cx);
  if (call === null) analyseTheUncalled(cx);
  return !cx.lattice.changed;
}

function analyseTheUncalled(cx: Inference): void {
  cx.module.env ??= freshEnv(cx.module.layout.size);
  for (const closures of cx.closures.values()) {
    for (const closure of closures) {
      const isCalled = [...closure.specs.values()].some((spec) => spec.pass === cx.lattice.pass);
      if (!isCalled && closure.node.kind === 'FunctionDef') analyseUncalled(cx, closure);
    }
  }
  callImplicitMethods(cx);
}

function report(cx: Inference, module: Module, call: Expr | null): TypeReport {
  const gradual: GradualPlace[] = [];
  const diagnostics: Diagnostic[] = [];
  const ofCall = call === null || cx.problems.size === 0 ? null : nodesOf(call);
  for (const [node, problem] of cx.problems) {
    const { reason, diagnostic } = problem();
    const inCall = ofCall?.has(node) === true;
    gradual.push({ span: node.span, reason, code: diagnostic?.code ?? null, inCall });
    if (diagnostic !== null && !inCall) diagnostics.push(diagnostic);
  }
  gradual.sort((a, b) => a.span.start - b.span.start || a.span.end - b.span.end);
  diagnostics.sort((a, b) => a.span.start - b.span.start || a.span.end - b.span.end);
  const record = once(() => recordTypes(cx, module, call));
  return {
    strict: gradual.length === 0,
    gradual,
    diagnostics,
    typeOf: (node) => record().expressions.get(node) ?? NEVER,
    variables: (node) => record().variables.get(node) ?? new Map<string, Type>(),
    show: (type) => cx.show(type),
  };
}

function nodesOf(root: Expr): ReadonlySet<Node> {
  const nodes = new Set<Node>();
  walk(root, (node) => {
    nodes.add(node);
  });
  return nodes;
}

function once<T>(make: () => T): () => T {
  let made: { value: T } | null = null;
  return () => (made ??= { value: make() }).value;
}

interface Recorded {
  readonly expressions: ReadonlyMap<Expr, Type>;
  readonly variables: ReadonlyMap<Block, Map<string, Type>>;
}

/** Runs once more, writing down what every expression and variable is. Only done for who asks. */
function recordTypes(cx: Inference, module: Module, call: Expr | null): Recorded {
  cx.lattice.fuel = FUEL;
  cx.lattice.pass++;
  const expressions = new Map<Expr, Type>();
  const variables = new Map<Block, Map<string, Type>>();
  cx.recorded = { expressions, variables };
  try {
    runPass(cx, module, call);
  } catch (error) {
    if (!(error instanceof GaveUp)) throw error;
  }
  cx.recorded = null;
  return { expressions, variables };
}

/** The report on a program that is too much for the checker: anything may be anything. */
function givenUp(cx: Inference, module: Module, reason: string): TypeReport {
  return {
    strict: false,
    gradual: [{ span: module.span, reason, code: null, inCall: false }],
    diagnostics: [],
    typeOf: () => ANY,
    variables: (node) => new Map([...cx.layouts.of(node).index.keys()].map((name) => [name, ANY])),
    show: (type) => cx.show(type),
  };
}
