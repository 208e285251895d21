// All features of a program and its run. Knows nothing of words.
import type { Node } from '../../grammar/ast.ts';
import type { Trace } from '../../interpreter/trace/index.ts';
import { FEATURE_NAMES, isRunFeature, type RunFeatureName, type RunFeatures } from './features.ts';
import { measureRun } from './run.ts';
import { measureTrees } from './tree.ts';

/**
 * Measures a program with its run, in the order of the table.
 * @param trees the module, and the call if there is one
 * @throws Error when only the hash of the run was kept
 */
export function measure(trees: readonly Node[], trace: Trace): RunFeatures {
  const found: RunFeatures = { ...measureRun(trace), ...measureTrees(trees) };
  return Object.fromEntries(FEATURE_NAMES.filter(isRunFeature).map((name) => [name, found[name]])) as Record<
    RunFeatureName,
    number
  >;
}
