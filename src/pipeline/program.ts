// From texts to a program ready to run: read, scoped, typed, compiled. Every refusal is a `Rejected` that says why.
import {
  analyzeScopes,
  parse,
  parseExpression,
  layOut,
  layOutExpr,
  Source,
  type Expr,
  type Module,
  type Scopes,
} from '../../grammar/index.ts';
import {
  compileProgram as compile,
  Unsupported,
  type CallSource,
  type Program,
} from '../../interpreter/index.ts';
import { rejectedBy, unsupportedBy } from './rejected.ts';

/** What a run is made of. */
export interface ProgramText {
  /** What diagnostics call the program: a path, usually. */
  readonly name: string;
  readonly source: string;
  /** An expression to evaluate once the module has run; null when the module itself is the run. */
  readonly call: string | null;
  /** What `input()` reads. */
  readonly input: string;
}

export interface Compiled {
  readonly text: ProgramText;
  readonly source: Source;
  readonly module: Module;
  readonly scopes: Scopes;
  readonly call: CallSource | null;
  readonly program: Program;
}

/** What diagnostics call the call expression. */
const CALL_NAME = '<call>';

/** @throws Rejected when the program or the call cannot be run */
export function compileProgram(text: ProgramText): Compiled {
  const source = new Source(text.source, text.name);
  const { module, diagnostics } = parse(source);
  if (module === null) throw rejectedBy(diagnostics, source);
  const call = text.call === null ? null : readCall(text.call);
  return compiled(text, source, module, call);
}

/**
 * The same from trees that were never text: laying them out gives the text and sets their spans, so that the run is
 * the one that reading the text would lead to.
 * @throws Rejected when the program or the call cannot be run
 */
export function compileTree(name: string, tree: { readonly module: Module; readonly call: Expr }): Compiled {
  const { module, call: expr } = tree;
  const text = { name, source: layOut(module), call: layOutExpr(expr), input: '' };
  return compiled(text, new Source(text.source, name), module, {
    expr,
    source: new Source(text.call, CALL_NAME),
  });
}

function compiled(text: ProgramText, source: Source, module: Module, call: CallSource | null): Compiled {
  const scopes = analyzeScopes(module);
  try {
    return { text, source, module, scopes, call, program: compile(module, scopes, source, call) };
  } catch (error) {
    if (error instanceof Unsupported) throw unsupportedBy(error, error.place?.inCall ? call!.source : source);
    throw error;
  }
}

function readCall(text: string): CallSource {
  const source = new Source(text, CALL_NAME);
  const { expr, diagnostics } = parseExpression(source);
  if (expr === null) throw rejectedBy(diagnostics, source);
  return { expr, source };
}
