// The conditions under which the rows of a dataset were made, from its manifest. What is not there or makes no
// sense is taken as the default: a row that depends on it then fails, which is what verifying is for.
import { z } from 'zod';
import { DEFAULT_LIMITS } from '../../interpreter/limits.ts';
import type { Made } from '../dataset/folder.ts';
import type { Conditions } from './verify-row.ts';

const bound = z.int().positive();

const conditionsSchema = z.object({
  limits: z.object({ fuel: bound, memory: bound, depth: bound, output: bound }).catch({ ...DEFAULT_LIMITS }),
  maxTokens: bound.nullable().catch(null),
});

export function conditionsOf(made: Made): Conditions {
  return conditionsSchema.parse(made);
}
