// All rules of free text, in one list; where two read the same stretch, the earlier counts.
import { CALL_RULES } from './calls.ts';
import { CHANGE_RULES } from './changes.ts';
import { CONDITION_RULES } from './conditions.ts';
import { EACH_RULES } from './each.ts';
import { EXCEPTION_RULES } from './exceptions.ts';
import { FLOW_RULES } from './flow.ts';
import { JOINED_RULES } from './joined.ts';
import { MEMBERSHIP_RULES } from './membership.ts';
import { ROUND_RULES } from './rounds.ts';
import type { Rule } from './rule.ts';
import { CHAIN_RULE, VALUE_RULES } from './values.ts';

export type { Rule } from './rule.ts';
export const RULES: readonly Rule[] = [
  CHAIN_RULE,
  ...EACH_RULES,
  ...JOINED_RULES,
  ...CALL_RULES,
  ...EXCEPTION_RULES,
  ...CHANGE_RULES,
  ...ROUND_RULES,
  ...MEMBERSHIP_RULES,
  ...CONDITION_RULES,
  ...FLOW_RULES,
  ...VALUE_RULES,
];
