// Drawn calls of the builtin types and of what every other program imports, held against CPython; `npm run fuzz:calls`
// goes on from here. Messages about how many arguments there are may differ.
import { describe, expect, test } from 'vitest';
import { Draw } from '../../corpus/draw.ts';
import { askOracle } from '../support/oracle.ts';
import { calleesOf } from './callees.ts';
import { drawCall, Fitting } from './calls.ts';
import { holdCalls, type Ask } from './hold-calls.ts';

const COMMON =
  /^(bool|bytes|deque|dict|float|frozenset|int|list|range|set|str|tuple)\.|^(itertools|math|heapq)\.|^[a-z]+$/;
const ROUNDS = 6;
const TOGETHER = 50;
const ask: Ask = (question) => Promise.resolve(askOracle([question])[0]!);

describe('calls', () => {
  test('come to what CPython makes of them', async () => {
    const callees = (await calleesOf(ask)).filter(({ name }) => COMMON.test(name));
    expect(callees.length).toBeGreaterThan(500);
    const fitting = new Fitting();
    const held = [];
    for (let round = 0; round < ROUNDS; round++) {
      const draw = Draw.of('calls', 2026, round);
      const calls = Array.from({ length: TOGETHER }, () => drawCall(draw, draw.pick(callees), fitting));
      held.push(...(await holdCalls(calls, ask, fitting)));
    }
    const wrong = held.flatMap((one) =>
      one.kind === 'differs' && one.gravity !== 'message'
        ? [`${one.call.callee.name}: ${one.call.body.join('; ')}: ${one.ours}, not ${one.theirs}`]
        : [],
    );
    expect(wrong).toEqual([]);
    expect(held.filter(({ kind }) => kind === 'agrees').length).toBeGreaterThan(250);
  });
});
