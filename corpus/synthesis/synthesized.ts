// A family of programs that are put together at random from typed stages. Knows how many stages and parameters a rung has,
// and nothing of the stages.
import { Draw } from '../draw.ts';
import { defineFamily, type Family, type Topic } from '../family.ts';
import { synthesize } from './synthesize.ts';

interface Plan {
  /** Names the stream that the whole program is drawn from. */
  stream: number;
  rung: number;
}

/** Stages of the programs of each rung. */
const STAGES = [1, 2, 3, 4, 5, 6, 7, 8, 10, 12];

/** What is said of one family: whether its programs end with an exception, and the answer of its example. */
export interface Synthesized {
  readonly name: string;
  readonly title: string;
  readonly topics: readonly Topic[];
  readonly raises: boolean;
  readonly answer: string;
}

/** Defines the family. There is no reference: what the programs come to only running them tells. */
export function synthesized({ name, title, topics, raises, answer }: Synthesized): Family {
  return defineFamily<Plan>({
    name,
    title,
    topics,
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
      const draw = Draw.of(name, stream, rung);
      const parameters = rung < 5 ? 1 : rung < 8 ? draw.int(1, 2) : rung < 10 ? 2 : 3;
      return synthesize(draw, { stages: STAGES[rung - 1]!, parameters, size: 3 + (rung >> 1), raises });
    },
    example: { plan: { stream: 10, rung: 2 }, answer },
  });
}
