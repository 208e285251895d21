// What a dataset holds, counted once over its files: for its card, and for the types of its columns.
import { join } from 'node:path';
import type { Row } from '../record.ts';
import { OpenFields } from './columns.ts';
import { readLines } from './lines.ts';
import type { DataFile } from './manifest.ts';

/** How often each value of a field occurs. */
export type Tally = ReadonlyMap<string, number>;

export interface LevelSummary {
  /** Null for rows without a level. */
  readonly level: number | null;
  readonly rows: number;
  /** Medians: executed instructions, executed lines, characters of reasoning. */
  readonly steps: number;
  readonly lines: number;
  readonly characters: number;
}

export interface Summary {
  readonly rows: number;
  readonly levels: readonly LevelSummary[];
  readonly families: Tally;
  /** Of each family, its rows by level. */
  readonly familyLevels: ReadonlyMap<string, ReadonlyMap<number, number>>;
  readonly styles: Tally;
  readonly tasks: Tally;
  readonly open: OpenFields;
}

interface Gathered {
  readonly steps: number[];
  readonly lines: number[];
  readonly characters: number[];
}

/** Reads every row of the files in a folder. */
export async function summarize(folder: string, files: readonly DataFile[]): Promise<Summary> {
  const levels = new Map<number | null, Gathered>();
  const [families, styles, tasks] = [
    new Map<string, number>(),
    new Map<string, number>(),
    new Map<string, number>(),
  ];
  const familyLevels = new Map<string, Map<number, number>>();
  const open = new OpenFields();
  let rows = 0;
  for (const { path } of files) {
    for await (const { text } of readLines(join(folder, path))) {
      const row = JSON.parse(text ?? '') as Row;
      rows++;
      open.note('features', row.features);
      if (row.question !== undefined) open.note('question', row.question);
      const { family } = row.features;
      if (typeof family === 'string') {
        count(families, family);
        const at = familyLevels.get(family) ?? new Map<number, number>();
        if (row.level !== null) familyLevels.set(family, at.set(row.level, (at.get(row.level) ?? 0) + 1));
      }
      count(styles, row.style);
      count(tasks, row.task);
      let gathered = levels.get(row.level);
      if (gathered === undefined)
        levels.set(row.level, (gathered = { steps: [], lines: [], characters: [] }));
      gathered.steps.push(row.features.steps);
      gathered.lines.push(row.trace.lines);
      gathered.characters.push(row.reasoning.length);
    }
  }
  return {
    rows,
    levels: levelsOf(levels),
    families: sorted(families),
    familyLevels,
    styles: sorted(styles),
    tasks: sorted(tasks),
    open,
  };
}

function count(tally: Map<string, number>, key: string): void {
  tally.set(key, (tally.get(key) ?? 0) + 1);
}

function sorted(tally: Tally): Tally {
  return new Map([...tally].sort(([a], [b]) => (a < b ? -1 : 1)));
}

function levelsOf(levels: ReadonlyMap<number | null, Gathered>): LevelSummary[] {
  return [...levels]
    .sort(([a], [b]) => (a ?? 0) - (b ?? 0))
    .map(([level, { steps, lines, characters }]) => ({
      level,
      rows: steps.length,
      steps: median(steps),
      lines: median(lines),
      characters: median(characters),
    }));
}

function median(values: readonly number[]): number {
  return [...values].sort((a, b) => a - b)[values.length >> 1]!;
}
