// What an exercise shows of its level before it is run: counts over its trees, and for each rung of a family the
// questions about them that tell its levels apart. Only says which draws are worth running; knows nothing of runs.
import type { Node, NodeKind } from '../../grammar/ast.ts';
import { forEachChild } from '../../grammar/visit.ts';

/**
 * The levels that exercises of a rung are likely to have, or a question that parts them: whether there is at most so
 * much of a sign.
 */
export type Estimate =
  readonly number[] | readonly [sign: string, most: number, upTo: Estimate, above: Estimate];

/** Counts by what is counted; what is not there is 0. */
export type Signs = ReadonlyMap<string, number>;

/** Numbers of the call that count one by one: what is asked for, or how many. */
const NUMBERED = 4;

/**
 * The signs of an exercise whose names need not be chosen yet: how many nodes of each kind are in the program and in
 * the call, and what the constants of the call come to.
 */
export function signsOf(body: readonly Node[], call: Node): Signs {
  const signs = new Map<string, number>();
  const count = (sign: string, more: number): void => void signs.set(sign, (signs.get(sign) ?? 0) + more);
  const inProgram = (node: Node): void => {
    const { kind } = node;
    count(kind, 1);
    // most nodes have no children
    if (kind !== 'Name' && kind !== 'Constant') forEachChild(node, inProgram);
  };
  let numbers = 0;
  const inCall = (node: Node): void => {
    count(inTheCall(node.kind), 1);
    if (node.kind !== 'Constant') return forEachChild(node, inCall);
    const { value } = node;
    if (value.type === 'str') count('call: characters', value.value.length);
    if (value.type !== 'int') return;
    const size = Math.abs(Number(value.value));
    count('call: sum', size);
    signs.set('call: largest', Math.max(signs.get('call: largest') ?? 0, size));
    if (++numbers <= NUMBERED) signs.set(`call: number ${numbers}`, size);
  };
  for (const statement of body) inProgram(statement);
  inCall(call);
  return signs;
}

const called = new Map<NodeKind, string>();

/** What nodes of a kind are counted as in the call. */
function inTheCall(kind: NodeKind): string {
  let sign = called.get(kind);
  if (sign === undefined) called.set(kind, (sign = `call: ${kind}`));
  return sign;
}

/** The levels that an exercise with these signs is likely to have. */
export function likelyLevels(estimate: Estimate, signs: Signs): readonly number[] {
  let at = estimate;
  while (isQuestion(at)) at = (signs.get(at[0]) ?? 0) <= at[1] ? at[2] : at[3];
  return at;
}

function isQuestion(estimate: Estimate): estimate is readonly [string, number, Estimate, Estimate] {
  return typeof estimate[0] === 'string';
}
