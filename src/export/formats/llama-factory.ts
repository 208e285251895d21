// LLaMA-Factory finds data sets by a file that names each with its columns.
import type { Exported } from '../format.ts';

/** The `dataset_info.json` for the exported files: one data set a split. */
export function datasetInfo({ splits }: Exported, description: object): Record<string, string> {
  const sets = splits.map(({ split, file }) => [`lockstep_${split}`, { file_name: file, ...description }]);
  return { 'dataset_info.json': JSON.stringify(Object.fromEntries(sets), null, 2) + '\n' };
}
