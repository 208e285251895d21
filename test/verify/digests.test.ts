// What a text abbreviates is checked too: its claims have the digest of the whole value, at that place of the run, and
// a digest that is not the run's is found out.
import { createHash } from 'node:crypto';
import { expect, it } from 'vitest';
import { DEFAULT_LIMITS } from '../../interpreter/index.ts';
import { importRow } from '../../src/import/import-row.ts';
import type { Row } from '../../src/record.ts';
import { verifyRow } from '../../src/verify/verify-row.ts';
import { styleNames, type StyleName } from '../../verbalizer/index.ts';

const conditions = { limits: DEFAULT_LIMITS, maxTokens: 2000 };

async function rowOf(code: string, call: string, style: StyleName): Promise<Row> {
  const options = { ...conditions, styles: [style], seed: 1, tasks: ['output' as const] };
  const imported = await importRow({ id: 'p', code, call }, options);
  if (imported.status !== 'ok') throw new Error(JSON.stringify(imported));
  return JSON.parse(imported.row) as Row;
}

/** The abbreviations of a row with their digests, by where they stand. */
function digestsOf({ reasoning, claims }: Row): [text: string, digest: string][] {
  const points = [...reasoning];
  return claims.flatMap(({ digests = [] }) =>
    digests.map(({ text: [from, to], sha256 }): [string, string] => [
      points.slice(from, to).join(''),
      sha256,
    ]),
  );
}

function digest(repr: string): string {
  return createHash('sha256').update(repr).digest('hex');
}

const zeros = (length: number, ...changed: [number, number][]): string => {
  const items = Array.from({ length }, () => '0');
  for (const [at, value] of changed) items[at] = String(value);
  return `[${items.join(', ')}]`;
};

it('tells values of one look apart, each at its place in the run', async () => {
  const code = `def f(n):
    xs = [0] * n
    ys = xs[:]
    ys[n // 2] = 7
    xs, ys = ys, xs
    return g(xs, ys)
def g(xs, ys):
    return xs + ys`;
  for (const style of ['narrative', 'concise'] as const) {
    const found = digestsOf(await rowOf(code, 'f(200)', style)).map(([, sha256]) => sha256);
    const plain = digest(zeros(200));
    const changed = digest(zeros(200, [100, 7]));
    const both = digest(zeros(400, [100, 7]));
    expect(found.slice(0, 2), style).toEqual([plain, plain]);
    expect(found.slice(2).filter((one) => one === both).length).toBeGreaterThan(0);
    // the last pair that is told: as arguments of g
    const args = found.filter((one) => one !== both).slice(-2);
    expect(args, style).toEqual([changed, plain]);
  }
});

it('has the digest of what a fold comes to', async () => {
  const code = `def f(n):
    xs = []
    s = ''
    for i in range(n):
        xs.append(i % 10)
        s = s + 'ab'
    return xs, s`;
  for (const style of ['narrative', 'concise'] as const) {
    const row = await rowOf(code, 'f(900)', style);
    const found = new Map(digestsOf(row));
    const s = 'ab'.repeat(900);
    const shown = `str('${'ab'.repeat(60)}' ... ${1800 - 180} more ... '${'ab'.repeat(30)}')`;
    expect(found.get(shown), row.reasoning).toBe(digest(`'${s}'`));
  }
});

const EVERY = `from collections import Counter, deque
class Node:
    def __init__(self, items):
        self.items = items
def f(n):
    big = 7 ** n
    text = 'Жé😀' * n
    data = bytes(range(256)) * 2
    count = Counter(range(n))
    queue = deque(range(n))
    node = Node(list(range(n)))
    deep = [[[[text]]], {'k': list(range(n))}]
    frozen = frozenset(range(n))
    print(text)
    if n > 5:
        raise ValueError(text)`;

it.each(styleNames)('finds a digest that is not the run’s, in %s', async (style) => {
  const row = await rowOf(EVERY, 'f(400)', style);
  const found = digestsOf(row);
  expect(found.length, row.reasoning).toBeGreaterThan(0);
  for (const [text] of found) expect(text).toMatch(/\.\.\./);
  expect(row.reasoning.length).toBeLessThan(8000);
  expect((await verifyRow(JSON.stringify(row), conditions)).problems).toEqual([]);
  const at = row.claims.findIndex((claim) => claim.digests !== undefined);
  const claims = row.claims.map((claim, i) =>
    i !== at ? claim : { ...claim, digests: claim.digests!.map((one) => ({ ...one, sha256: digest('') })) },
  );
  const { problems } = await verifyRow(JSON.stringify({ ...row, claims }), conditions);
  expect(problems.map(({ field }) => field)).toEqual(['claims']);
  const without = row.claims.map(({ text, events, line }) => ({ text, events, line }));
  const { problems: left } = await verifyRow(JSON.stringify({ ...row, claims: without }), conditions);
  expect(left.map(({ field }) => field)).toEqual(['claims']);
});

it('knows every kind of value', async () => {
  const { reasoning, ...row } = await rowOf(EVERY, 'f(400)', 'concise');
  const known = new Set(digestsOf({ reasoning, ...row }).map(([, sha256]) => sha256));
  const numbers = Array.from({ length: 400 }, (_, i) => String(i)).join(', ');
  const text = `'${'Жé😀'.repeat(400)}'`;
  for (const repr of [
    String(7n ** 400n),
    text,
    `deque([${numbers}])`,
    `frozenset({${numbers}})`,
    `[[[[${text}]]], {'k': [${numbers}]}]`,
    `Counter({${numbers.replace(/(\d+)/g, '$1: 1')}})`,
  ])
    expect(known.has(digest(repr)), `${repr.slice(0, 40)} in ${reasoning}`).toBe(true);
});
