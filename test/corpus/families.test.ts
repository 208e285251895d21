// Every family at every level: its programs do what its reference says, on our machine and under CPython.
import { readdirSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { repr } from '../../corpus/data.ts';
import { Draw } from '../../corpus/draw.ts';
import { TOPICS, type Exercise, type Family } from '../../corpus/family.ts';
import { FAMILIES } from '../../corpus/families/index.ts';
import type { Expr } from '../../grammar/ast.ts';
import { parse, parseExpression } from '../../grammar/parser/parser.ts';
import { Source } from '../../grammar/source.ts';
import { equalNodes, walk } from '../../grammar/visit.ts';
import { builtinNames } from '../../interpreter/builtins/index.ts';
import { runHere, runUnderPython, sampleOf } from './exercise.ts';

/** Programs of each family at each level; `npm run hunt` sets more of them. */
const SEEDS = Number(process.env['LOCKSTEP_SEEDS'] ?? 1);

const levelsOf = ({ levels: [first, last] }: Family): number[] =>
  Array.from({ length: last - first + 1 }, (_, i) => first + i);

function* exercises(family: Family): Generator<[label: string, exercise: Exercise]> {
  for (const level of levelsOf(family)) {
    for (let i = 0; i < SEEDS; i++) {
      const draw = Draw.of('families.test', family.name, level, i);
      yield [`${family.name}, level ${level}, seed ${i}`, family.generate(draw, level)];
    }
  }
}

describe('the index of families', () => {
  test('lists every file of its folder, sorted by name', () => {
    const files = readdirSync('corpus/families').filter((file) => file !== 'index.ts');
    expect(FAMILIES.map(({ name }) => `${name}.ts`)).toEqual(files.sort());
  });

  test('holds families whose ladders have no missing rung', () => {
    for (const family of FAMILIES) {
      expect(
        family.ladder.map(([level]) => level),
        family.name,
      ).toEqual(levelsOf(family));
      expect(family.levels[0], family.name).toBeGreaterThanOrEqual(1);
      expect(family.levels[1], family.name).toBeLessThanOrEqual(10);
      expect(() => family.generate(Draw.of('x'), family.levels[1] + 1)).toThrow(RangeError);
    }
  });

  test('covers every topic and every level', () => {
    expect(TOPICS.filter((topic) => !FAMILIES.some(({ topics }) => topics.includes(topic)))).toEqual([]);
    for (let level = 1; level <= 10; level++) {
      expect(FAMILIES.filter((family) => levelsOf(family).includes(level)).length).toBeGreaterThan(5);
    }
  });
});

test('programs do what their references say, under CPython too', () => {
  const wrong: string[] = [];
  const all = FAMILIES.flatMap((family) => [
    ...[...exercises(family)].map(([label, exercise]) => ({ label, exercise })),
    { label: `${family.name}, example`, exercise: family.example(Draw.of('example')).exercise },
  ]);
  const samples = all.map(({ label, exercise }) => sampleOf(label, exercise));
  const theirs = runUnderPython(samples);
  samples.forEach((sample, i) => {
    const ours = runHere(all[i].exercise, sample);
    const wanted = sample.expected ?? ours;
    if (ours !== wanted || theirs[i] !== wanted) {
      wrong.push(`${sample.label}\n${sample.code}>>> ${sample.call}\nreference: ${sample.expected}ours: ${ours}CPython: ${theirs[i]}`); // prettier-ignore
    }
  });
  expect(wrong.slice(0, 5).join('\n'), `${wrong.length} of ${samples.length} differ`).toBe('');
});

test('no program gives a name of its own to what is built in', () => {
  const hidden = new Set<string>();
  for (const family of FAMILIES)
    for (const level of levelsOf(family))
      for (let i = 0; i < 2; i++) {
        const { module } = family.generate(Draw.of('names', family.name, level, i), level);
        walk(module, (node) => {
          const bound =
            node.kind === 'Param' || node.kind === 'FunctionDef'
              ? [node.name]
              : node.kind === 'For' || node.kind === 'Comprehension' || node.kind === 'AnnAssign'
                ? namesIn(node.target)
                : node.kind === 'Assign'
                  ? node.targets.flatMap(namesIn)
                  : [];
          for (const name of bound) if (builtinNames.has(name)) hidden.add(`${family.name}: ${name}`);
        });
      }
  expect([...hidden]).toEqual([]);
});

function namesIn(target: Expr): string[] {
  if (target.kind === 'Name') return [target.id];
  return target.kind === 'Tuple' || target.kind === 'List' ? target.elts.flatMap(namesIn) : [];
}

test('examples have the answers that were worked out by hand', () => {
  for (const family of FAMILIES) {
    const { exercise, answer } = family.example(Draw.of('example', family.name));
    if (exercise.expected !== null) expect(repr(exercise.expected.value), family.name).toBe(answer);
  }
});

test('what is written never changes what is computed', () => {
  // A plan drawn once and written in several ways: that is what the example is.
  for (const family of FAMILIES) {
    for (let i = 0; i < 6; i++) {
      const { exercise, answer } = family.example(Draw.of('idioms', i));
      expect(runHere(exercise, sampleOf('', exercise)).split('\n')[0], `${family.name} ${i}`).toBe(answer);
    }
  }
});

test('a printed program reads back as the same tree', () => {
  for (const family of FAMILIES) {
    for (const level of levelsOf(family)) {
      const exercise = family.generate(Draw.of('read back', family.name, level), level);
      const { code, call } = sampleOf('', exercise);
      const { module } = parse(new Source(code));
      const { expr } = parseExpression(new Source(call));
      expect(module !== null && equalNodes(module, exercise.module), `${family.name} ${level}`).toBe(true);
      expect(expr !== null && equalNodes(expr, exercise.call), `${family.name} ${level}`).toBe(true);
    }
  }
});

test('the same stream gives the same program', () => {
  for (const family of FAMILIES) {
    const [one, two] = [1, 2].map(() => family.generate(Draw.of(7, family.name), family.levels[0]));
    expect(sampleOf('', one)).toEqual(sampleOf('', two));
  }
});
