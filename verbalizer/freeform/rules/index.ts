// All rules of free text, in one list; where two read the same stretch, the earlier counts.
import { ACTION_RULES } from './actions.ts';
import { CONDITION_RULES } from './conditions.ts';
import type { Rule } from './rule.ts';
import { CHAIN_RULE, VALUE_RULES } from './values.ts';

export type { Rule } from './rule.ts';
export const RULES: readonly Rule[] = [CHAIN_RULE, ...ACTION_RULES, ...CONDITION_RULES, ...VALUE_RULES];
