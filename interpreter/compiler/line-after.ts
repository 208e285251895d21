// The line at which CPython's compiler stands after a statement, and on which it puts clean-up that has no line of its
// own: what re-raises an exception at the end of a `finally`. Source: the SET_LOC and UNSET_LOC of Python/compile.c.
import type { Stmt } from '../../grammar/ast.ts';
import { isWildcard } from './patterns.ts';
import type { Unit } from './unit.ts';

/** What has no line of its own gets that of what leads to it. */
const NOWHERE = 0;

/** The line after the last of `body`, 0 where CPython has none. */
export function lineAfter(unit: Unit, body: readonly Stmt[]): number {
  const last = body.at(-1);
  if (last === undefined) return NOWHERE;
  switch (last.kind) {
    case 'If':
      return lineAfter(unit, last.orelse.length > 0 ? last.orelse : last.body);
    case 'For':
      return lineAfter(unit, last.orelse);
    case 'While':
      return last.orelse.length > 0 ? lineAfter(unit, last.orelse) : unit.lineAt(last);
    case 'Try':
      return lineAfter(unit, last.finalbody);
    case 'Match': {
      const branch = last.cases.at(-1);
      if (branch === undefined) return NOWHERE;
      const fallback = last.cases.length > 1 && isWildcard(branch.pattern);
      return fallback ? NOWHERE : unit.lineAt(branch.pattern);
    }
    case 'With':
      return NOWHERE;
    case 'Expr':
      return last.value.kind === 'Constant' ? unit.lineAt(last) : NOWHERE;
    default:
      return unit.lineAt(last);
  }
}
