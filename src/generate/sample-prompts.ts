// Prompts about different programs: what they have in common is the wording of the tasks, which tells nothing of a row.
import { Draw } from '../../corpus/draw.ts';
import { FAMILIES } from '../../corpus/families/index.ts';
import { compileTree, execute } from '../pipeline/index.ts';
import { ask, NoQuestion, TracedRun } from '../tasks/index.ts';
import type { ExerciseOptions } from './exercise-row.ts';

/** Programs whose prompts show what is our wording in them. */
const SAMPLED = 24;

/** Prompts of the tasks about different programs. */
export function samplePrompts({ tasks: asked, limits }: Pick<ExerciseOptions, 'tasks' | 'limits'>): string[] {
  return Array.from({ length: SAMPLED }).flatMap((_, index) => {
    const exercise = FAMILIES[index % FAMILIES.length]!.example(Draw.of('prompts', index)).exercise;
    const run = new TracedRun(execute(compileTree('sample', exercise), { limits, traced: true }), limits);
    return asked.flatMap((task) => {
      try {
        return [ask(run, [task], { seed: index, id: '' }).prompt];
      } catch (error) {
        if (error instanceof NoQuestion) return [];
        throw error;
      }
    });
  });
}
