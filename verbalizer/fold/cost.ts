// What telling a step costs, roughly, in tokens: enough to choose what to fold, never to say how long a text is.
import type { SlotValue } from '../claims.ts';
import type { Step } from '../steps/step.ts';

/** Words of a clause around its slots, with the joint to the next. */
const CLAUSE = 6;
/** Tokens of a character of code: digits, brackets and short names cost more than prose does. */
const CHARACTER = 0.45;
/** As in the planner: a longer working is not shown. */
const LONGEST_CHAIN = 140;
/** Non-essential steps are told now and then. */
const NOW_AND_THEN = 0.5;

/** Slots that hold a working, of which the last link is always said. */
const CHAINS = new Set(['chain', 'over', 'from', 'by']);
/** Slots that are said now and then, or in place of others. */
const ASIDE = new Set(['source', 'old', 'by', 'from', 'call', 'size', 'nth', 'truth', 'over', 'said']);

function charactersOf(slot: string, value: SlotValue): number {
  if (typeof value === 'string') return value.length;
  let all = 0;
  for (const part of value) all += part.length + 3;
  if (!CHAINS.has(slot) || all <= LONGEST_CHAIN) return all;
  return value[value.length - 1]!.length;
}

/** The estimated tokens of telling the step. */
export function costOf(step: Step): number {
  let characters = 0;
  for (const slot in step.facts) if (!ASIDE.has(slot)) characters += charactersOf(slot, step.facts[slot]!);
  const cost = CLAUSE + CHARACTER * characters;
  return step.essential ? cost : step.kind === 'effect' ? 1 : cost * NOW_AND_THEN;
}
