// What counts as telling a step: a claim that leaves out what matters never does, whatever the step lacks.
import { expect, it } from 'vitest';
import { CLAIMS, type ClaimKind } from '../../verbalizer/claims.ts';
import { factsOf, slotsToTell, tells, tellsWith } from '../../verbalizer/entail.ts';
import type { Step } from '../../verbalizer/index.ts';
import { template } from '../../verbalizer/template.ts';

function step(kind: ClaimKind, facts: Step['facts']): Step {
  return {
    kind,
    facts,
    index: 0,
    from: 0,
    to: 1,
    line: 1,
    frame: 1,
    depth: 1,
    essential: true,
    loop: -1,
    hints: 0,
  };
}

const kinds = Object.keys(CLAIMS) as ClaimKind[];

it.each(kinds)('a claim of kind %s that says nothing tells nothing', (kind) => {
  for (const facts of [{}, { func: 'f', count: '1' }]) {
    expect(tells(step(kind, facts), { kind, slots: {} })).toBe(false);
    expect(tellsWith(template(kind, 'nothing'), factsOf(step(kind, facts)))).toBe(false);
  }
  for (const { required, optional } of slotsToTell(kind))
    for (const slot of [...required, ...optional]) expect(Object.keys(CLAIMS[kind])).toContain(slot);
});

it('does not take a name alone for its value', () => {
  const bound = step('bind', { target: 'x', chain: ['1'] });
  expect(tells(bound, { kind: 'bind', slots: { target: 'x' } })).toBe(false);
  expect(tells(bound, { kind: 'bind', slots: { target: 'x', chain: ['1'] } })).toBe(true);
  const returned = step('return', { func: 'f', chain: ['1'] });
  expect(tells(returned, { kind: 'return', slots: { func: 'f' } })).toBe(false);
  const tested = step('test', { source: 'x', chain: ['x'], truth: '1' });
  expect(tells(tested, { kind: 'test', slots: { truth: '1' } })).toBe(false);
});
