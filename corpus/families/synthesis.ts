// Programs put together at random from typed stages (see corpus/synthesis): what they compute only running them tells, so
// there is no reference. The rung says how many stages there are and how large the data is.

import { Draw } from '../draw.ts';
import { defineFamily } from '../family.ts';
import { synthesize } from '../synthesis/synthesize.ts';

interface Plan {
  /** Names the stream that the whole program is drawn from. */
  stream: number;
  rung: number;
}

export const synthesisFamily = defineFamily<Plan>({
  name: 'synthesis',
  title: 'Programs put together from typed stages',
  topics: ['functions', 'lists', 'strings', 'dicts', 'loops'],
  ladder: [
    [1, 'one or two stages'],
    [2, 'two stages'],
    [3, 'three stages'],
    [4, 'four stages'],
    [5, 'five stages, two parameters now and then'],
    [6, 'six stages'],
    [7, 'seven stages'],
    [8, 'eight stages, two parameters'],
    [9, 'ten stages, two parameters'],
    [10, 'twelve stages, three parameters'],
  ],
  plan: (draw, rung) => ({ stream: draw.bits(), rung }),
  write: ({ stream, rung }) => {
    const draw = Draw.of('synthesis', stream, rung);
    const parameters = rung < 5 ? 1 : rung < 8 ? draw.int(1, 2) : rung < 10 ? 2 : 3;
    const stages = [1, 2, 3, 4, 5, 6, 7, 8, 10, 12][rung - 1]!;
    return synthesize(draw, { stages, parameters, size: 3 + (rung >> 1), raises: false });
  },
  example: { plan: { stream: 10, rung: 2 }, answer: '62' },
});
