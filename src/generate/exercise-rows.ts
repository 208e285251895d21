// Makes rows of exercises: those of several places together, stage by stage, as the code of one stage is more than the
// processor's nearest caches hold. Knows the order of the stages, and nothing of what is done in them.
import type { Plan } from '../../corpus/generate.ts';
import { ROW_STAGES } from '../pipeline/index.ts';
import { BEGINNING, type ExerciseOptions, type ExerciseResult, type Search } from './exercise-row.ts';
import { DRAW_STAGES, Place } from './place.ts';
import type { TakenKeys } from './taken.ts';

/** Makes the row at `index`, as `exerciseRows` makes several. */
export async function exerciseRow(
  index: number,
  plan: Plan,
  options: ExerciseOptions,
  taken: TakenKeys | null = null,
  search: Search = BEGINNING,
): Promise<ExerciseResult> {
  return (await exerciseRows([index], plan, options, taken, search))[0]!;
}

/**
 * Makes the rows of some places, in the order of the places: all of them through each stage, one stage after the other.
 * Never throws: every way to fail is a refusal.
 * @param taken what no row may repeat; what is missing in it costs time only, as its rows are judged again
 */
export async function exerciseRows(
  indices: readonly number[],
  plan: Plan,
  options: ExerciseOptions,
  taken: TakenKeys | null = null,
  search: Search = BEGINNING,
): Promise<ExerciseResult[]> {
  const places = indices.map((index) => new Place(index, plan, options, taken, search));
  for (let open = places; open.length > 0; open = open.filter((place) => place.searches))
    for (const stage of DRAW_STAGES) for (const place of open) await place.go(() => place[stage]());
  for (const stage of ROW_STAGES) for (const place of places) await place.go(() => place.making?.[stage]());
  for (const place of places) await place.go(() => place.makeRow());
  return places.map(({ result }) => result!);
}
