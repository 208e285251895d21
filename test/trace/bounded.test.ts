// A run that is wanted only when it is short: whole with as many events as it has, nothing with one fewer.
import { expect, test } from 'vitest';
import { Draw } from '../../corpus/draw.ts';
import { FAMILIES } from '../../corpus/families/index.ts';
import { DEFAULT_LIMITS } from '../../interpreter/index.ts';
import { compileTree, execute, executeWithin } from '../../src/pipeline/index.ts';

test('runs of every family are whole within their length, and nothing within one event less', () => {
  for (const family of FAMILIES) {
    const [rung] = family.ladder[family.ladder.length - 1]!;
    const compiled = compileTree('bounded', family.generate(Draw.of('bounded', family.name), rung));
    const { result, ending } = execute(compiled, { limits: DEFAULT_LIMITS, traced: true });
    const { length, hash, chunks } = result.trace!;
    expect(executeWithin(compiled, length - 1, DEFAULT_LIMITS)).toBeNull();
    const short = executeWithin(compiled, length, DEFAULT_LIMITS);
    expect(short?.ending).toEqual(ending);
    expect(short?.result.trace?.hash).toBe(hash);
    const pcs = (all: typeof chunks): number[] => all!.flatMap((chunk) => [...chunk.pcs]);
    expect(pcs(short!.result.trace!.chunks)).toEqual(pcs(chunks));
  }
});
