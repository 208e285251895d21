// The finished parser, and the two functions that use it. One parser is made at first use and kept, because making
// it analyses the whole grammar.
import type { IToken } from 'chevrotain';
import type { Expr, Module } from '../ast.ts';
import { Abandon, Diagnostics, type Diagnostic } from '../diagnostics/diagnostic.ts';
import { tokenize, tokenizeExpression } from '../lexer/lexer.ts';
import { T } from '../lexer/token-types.ts';
import { analyzeScopes } from '../scope.ts';
import type { Source } from '../source.ts';
import { explain } from './explain.ts';
import { checkDepth } from './depth.ts';
import { OneTokenLookahead } from './lookahead.ts';
import { StatementParser } from './statements.ts';

export interface ParseResult {
  /** null if there is any error among the diagnostics */
  module: Module | null;
  diagnostics: Diagnostic[];
}

export interface ParseExpressionResult {
  expr: Expr | null;
  diagnostics: Diagnostic[];
}

class PrimerParser extends StatementParser {
  constructor() {
    super(T, { lookaheadStrategy: new OneTokenLookahead(), skipValidations: true, recoveryEnabled: false });
    this.performSelfAnalysis();
  }

  private readonly moduleRule = this.RULE('module', () => this.SUBRULE(this.statements));

  private readonly expressionRule = this.RULE('expressionOnly', () =>
    this.wholeValue(this.SUBRULE(this.starExpressions)),
  );

  private begin(source: Source, tokens: IToken[], sink: Diagnostics): void {
    this.input = tokens;
    this.source = source;
    this.text = source.text;
    this.sink = sink;
    this.body = { kind: 'module', loops: 0 };
    this.depth = 0;
    this.lambdas = 0;
    this.isFutureOpen = true;
    this.needsScopes = false;
    this.operatorStack.clear();
  }

  /** Whether the module holds something that only the scopes can judge, such as `global` or `:=`. */
  get mustCheckScopes(): boolean {
    return this.needsScopes;
  }

  readModule(source: Source, tokens: IToken[], sink: Diagnostics): Module {
    this.begin(source, tokens, sink);
    const body = this.moduleRule();
    return { kind: 'Module', body, span: { start: 0, end: source.text.length } };
  }

  /** Statements that need not be a module: `return` and `break` may stand at the top. */
  readFragment(source: Source, tokens: IToken[], sink: Diagnostics): Module {
    this.begin(source, tokens, sink);
    this.body = { kind: 'function', loops: 1 };
    const body = this.moduleRule();
    return { kind: 'Module', body, span: { start: 0, end: source.text.length } };
  }

  readExpression(source: Source, tokens: IToken[], sink: Diagnostics): Expr | null {
    this.begin(source, tokens, sink);
    // Where the parser stops, a Chevrotain error says which token it could not take.
    let expr: Expr | undefined;
    try {
      expr = this.expressionRule();
    } catch (error) {
      if (!(error instanceof Abandon)) throw error;
      return null;
    }
    const [stop] = this.errors;
    if (stop !== undefined) explain(stop.token, this.input, sink);
    return expr ?? null;
  }
}

let shared: PrimerParser | null = null;

function isSound(diagnostics: readonly Diagnostic[]): boolean {
  return diagnostics.every((found) => found.severity !== 'error');
}

function checkScopes(module: Module, sink: Diagnostics): void {
  for (const found of analyzeScopes(module).diagnostics) sink.add(found);
}

function asModule(expr: Expr): Module {
  const { span } = expr;
  return { kind: 'Module', body: [{ kind: 'Expr', value: expr, span }], span };
}

/** Reads a module. Never throws, whatever the text. */
export function parse(source: Source): ParseResult {
  const sink = new Diagnostics(source.text.length);
  const tokens = tokenize(source, sink);
  shared ??= new PrimerParser();
  const module = shared.readModule(source, tokens, sink);
  if (sink.list.length === 0) checkDepth(module, tokens, sink);
  if (sink.list.length === 0 && shared.mustCheckScopes) checkScopes(module, sink);
  const diagnostics = sink.sorted();
  return { module: isSound(diagnostics) ? module : null, diagnostics };
}

/** Reads statements that are to become part of a program; names are not judged. Never throws. */
export function parseFragment(source: Source): ParseResult {
  const sink = new Diagnostics(source.text.length);
  const tokens = tokenize(source, sink);
  shared ??= new PrimerParser();
  const module = shared.readFragment(source, tokens, sink);
  const diagnostics = sink.sorted();
  return { module: isSound(diagnostics) ? module : null, diagnostics };
}

/** Reads a single expression, such as the call that starts a program; spans are relative to this source. */
export function parseExpression(source: Source): ParseExpressionResult {
  const sink = new Diagnostics(source.text.length);
  const tokens = tokenizeExpression(source, sink);
  shared ??= new PrimerParser();
  const expr = shared.readExpression(source, tokens, sink);
  if (expr !== null && sink.list.length === 0) {
    checkDepth(expr, tokens, sink);
    if (shared.mustCheckScopes) checkScopes(asModule(expr), sink);
  }
  const diagnostics = sink.sorted();
  return { expr: isSound(diagnostics) ? expr : null, diagnostics };
}
