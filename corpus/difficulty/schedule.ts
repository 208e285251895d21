// How levels follow each other in a dataset: the words for it. Knows nothing of datasets.

/** In turns, or rising from the first row to the last. */
export const SCHEDULES = ['mixed', 'linear'] as const;
export type Schedule = (typeof SCHEDULES)[number];
