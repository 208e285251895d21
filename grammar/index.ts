// The public face of the grammar layer: reading, printing and describing Primer programs.
export type * from './ast.ts';
export { Source, type Position } from './source.ts';
export { parse, parseExpression, type ParseExpressionResult, type ParseResult } from './parser/parser.ts';
export { CODES, kindOf, type DiagnosticCode, type DiagnosticKind } from './diagnostics/codes.ts';
export { diagnostic, type Diagnostic } from './diagnostics/diagnostic.ts';
export { refusalOf } from './supported.ts';
export { renderDiagnostic, renderDiagnostics } from './diagnostics/render.ts';
export { bytesRepr, constantText, floatRepr, strRepr } from './literals.ts';
export { layOut, layOutExpr, print, printExpr, printPattern } from './printer/print.ts';
export { analyzeScopes, mangle, Scope, Scopes } from './scope.ts';
export type { Resolution, ScopeKind, ScopeNode } from './scope.ts';
export { childFields, children, cloneNode, equalNodes, forEachChild, NODE_KINDS, walk } from './visit.ts';
