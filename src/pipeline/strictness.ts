// TEMPORARY
import type { Compiled } from './program.ts';
export function isStrict(_compiled: Compiled): boolean {
  return false;
}
