// The label of a program: strict, or gradual. Apart from compiling, because a program runs without it and the type
// checker is the largest part of the grammar.
import { checkTypes } from '../../grammar/types/check.ts';
import type { Compiled } from './program.ts';

/** Whether no type error is possible at run time, for the module and the call together. */
export function isStrict({ module, scopes, call }: Compiled): boolean {
  return checkTypes(module, scopes, call?.expr ?? null).strict;
}
