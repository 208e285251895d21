// Turns a draft into a module: chooses the names, puts the docstring in its place.
// Knows nothing of families.

import type { Expr, FunctionDef, Module, Stmt } from '../grammar/ast.ts';
import { literal } from './data.ts';
import type { Draw } from './draw.ts';
import type { Draft } from './family.ts';
import { chooseNames, NamedCopies } from './rename.ts';

/** How often a draft that comes with a docstring keeps it. */
const DOCSTRING_CHANCE = 0.3;

/** The function that the call calls, if the program defines it at its top level. */
function calledFunction(body: readonly Stmt[], call: Expr): FunctionDef | undefined {
  if (call.kind !== 'Call' || call.func.kind !== 'Name') return undefined;
  const { id } = call.func;
  return body.find((stmt): stmt is FunctionDef => stmt.kind === 'FunctionDef' && stmt.name === id);
}

/** The draft as a program, its names chosen by `draw`. */
export function assemble(draft: Draft, draw: Draw): { module: Module; call: Expr } {
  const copies = new NamedCopies<Stmt | Expr>([...draft.body, draft.call]);
  const chosen = chooseNames(draft.names ?? {}, copies.names, draw);
  copies.rename(chosen);
  const body = copies.trees;
  const call = body.pop() as Expr;

  const called = calledFunction(body as Stmt[], call);
  if (draft.doc !== undefined && called !== undefined && draw.chance(DOCSTRING_CHANCE)) {
    const text = draft.doc.replace(/\{(\w+)\}/g, (_, name: string) => chosen.get(name) ?? name);
    called.body.unshift({ kind: 'Expr', value: literal(text), span: { start: 0, end: 0 } });
  }
  return { module: { kind: 'Module', body: body as Stmt[], span: { start: 0, end: 0 } }, call };
}
