// Which stage of the pipeline a sampled stack belongs to, by the functions on it. Knows the names of the functions that
// begin a stage, and nothing of what they do.
import type { Profiler } from 'node:inspector';

/**
 * What begins each stage: a function, or one called by another (`caller>called`). The innermost on a stack counts.
 */
export const STAGES = {
  draw: ['sketchExercise', 'finish>assemble'],
  keys: ['keysOf', 'programKey'],
  'lay out': ['compileTree>layOut', 'compileTree>layOutExpr'],
  'check types': ['isStrict'],
  compile: ['compileTree'],
  'run and hash': ['executeWithin', 'execute'],
  features: ['measure', 'measureTrees', 'misfits'],
  question: ['ask'],
  story: ['storyOf', 'buildStory', 'build', 'get steps'],
  render: ['explain'],
  'read and check': ['judge'],
  tokens: ['countTokens'],
  claims: ['claimsOf'],
  'row and JSON': ['makeRow'],
  'hand over and write': ['generateDataset', 'append', 'processTicksAndRejections'],
  'collect garbage': ['(garbage collector)'],
} as const satisfies Readonly<Record<string, readonly string[]>>;

export type Stage = keyof typeof STAGES | 'other';

const stageOf = new Map<string, Stage>(
  Object.entries(STAGES).flatMap(([stage, names]) => names.map((name) => [name, stage as Stage] as const)),
);

/** Samples that fell into each stage; idle ones left out. */
export function samplesByStage({ nodes, samples = [] }: Profiler.Profile): Map<Stage, number> {
  const byId = new Map(nodes.map((node) => [node.id, node]));
  const parents = new Map<number, number>();
  for (const { id, children = [] } of nodes) for (const child of children) parents.set(child, id);
  const stages = new Map<number, Stage | null>();
  const find = (id: number): Stage | null => {
    const known = stages.get(id);
    if (known !== undefined) return known;
    const name = nameOf(byId.get(id)!);
    const parent = parents.get(id);
    const caller = parent === undefined ? '' : nameOf(byId.get(parent)!);
    const own = stageOf.get(`${caller}>${name}`) ?? stageOf.get(name);
    const stage =
      name === '(idle)' || name === '(program)'
        ? null
        : (own ?? (parent === undefined ? 'other' : (find(parent) ?? 'other')));
    stages.set(id, stage);
    return stage;
  };
  const counts = new Map<Stage, number>();
  for (const sample of samples) {
    const stage = find(sample);
    if (stage !== null) counts.set(stage, (counts.get(stage) ?? 0) + 1);
  }
  return counts;
}

/** A function's name; the bundler numbers those of one name. */
function nameOf({ callFrame: { functionName } }: Profiler.ProfileNode): string {
  return functionName.replace(/\d+$/, '');
}
