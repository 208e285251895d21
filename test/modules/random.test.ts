// The distributions of module random against CPython's: the same numbers for the same seed. What is refused, because
// the C library may round a logarithm either way, is left out; it must stay rare.
import { expect, it } from 'vitest';
import { hasPython } from '../support/python.ts';
import { ourEnding, pythonEndings } from '../support/programs.ts';

const CALLS = [
  'gauss(0, 1)',
  'gauss(5, 2)',
  'normalvariate(0, 1)',
  'expovariate(2)',
  'betavariate(2, 3)',
  'gammavariate(2, 3)',
  'gammavariate(0.5, 1)',
  'gammavariate(1, 2)',
  'lognormvariate(0, 0.5)',
  'vonmisesvariate(1, 2)',
  'paretovariate(3)',
  'weibullvariate(1, 1.5)',
  'uniform(-3, 8)',
  'triangular(1, 9, 2)',
];

it.skipIf(!hasPython)('distributions draw what CPython draws', () => {
  const programs = CALLS.flatMap((call) =>
    ['1', '2', "'seed'", '2.5'].map(
      (seed) => `import random\nrandom.seed(${seed})\nprint([random.${call} for _ in range(3)])\n`,
    ),
  );
  const theirs = pythonEndings(programs);
  const ours = programs.map(ourEnding);
  const compared = programs.map((_, i) => i).filter((i) => !ours[i].startsWith('refused'));
  expect(compared.map((i) => programs[i] + ours[i])).toEqual(compared.map((i) => programs[i] + theirs[i]));
  expect(compared.length).toBeGreaterThan(programs.length * 0.75);
});
