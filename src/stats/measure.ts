// Measures a dataset: how hard its rows are by level, how long their texts, how much repeats. One pass over the files;
// knows nothing of how the figures are shown.
import { createHash } from 'node:crypto';
import { join } from 'node:path';
import { findManifest } from '../dataset/folder.ts';
import { readLines } from '../dataset/lines.ts';
import { settleReplacement } from '../dataset/replace.ts';
import { ENCODING, loadTokenCounter } from '../pipeline/tokens.ts';
import type { Progress } from '../progress.ts';
import type { Row } from '../record.ts';
import { DiversityMeter, shapeOf, type Diversity } from './diversity.ts';
import { LengthMeter, type LengthBin } from './lengths.ts';

/** Five numbers of a distribution: minimum, quartiles, maximum. */
export type Quartiles = readonly [number, number, number, number, number];

export interface LevelStats {
  /** Null for rows without a level. */
  readonly level: number | null;
  readonly rows: number;
  /** Each numeric feature, and `lines`, `tokens`, `sentences` beside them. */
  readonly features: Readonly<Record<string, Quartiles>>;
  /** Different answers, and the share of rows that the most frequent one has. */
  readonly answers: number;
  readonly topAnswer: { readonly answer: string; readonly share: number };
  /** Programs that differ in more than data. */
  readonly shapes: number;
}

export interface Stats {
  readonly rows: number;
  readonly bytes: number;
  readonly splits: Readonly<Record<string, number>>;
  readonly tasks: Readonly<Record<string, number>>;
  readonly styles: Readonly<Record<string, number>>;
  readonly families: Readonly<Record<string, number>>;
  readonly levels: readonly LevelStats[];
  /** Rows that repeat an earlier one: the same program, call and question. */
  readonly duplicates: number;
  readonly programs: number;
  /** Programs that stand in more than one split. */
  readonly leaked: number;
  /** Of the texts: prompt, reasoning, answer, in tokens of `encoding`. */
  readonly tokens: { readonly encoding: string; readonly prompt: number; readonly reasoning: number };
  /** How many texts are how long. */
  readonly lengths: readonly LengthBin[];
  readonly polished: number;
  readonly diversity: Diversity;
}

interface Gathered {
  rows: number;
  readonly features: Map<string, number[]>;
  readonly answers: Map<string, number>;
  readonly shapes: Set<string>;
}

/** @throws BadInput when the folder holds no whole dataset */
export async function measureDataset(folder: string, progress: Progress): Promise<Stats> {
  await settleReplacement(folder);
  const manifest = await findManifest(folder);
  const count = await loadTokenCounter();
  const measure = new Measure(count);
  await progress.start(manifest.rows);
  for (const { path } of manifest.files)
    for await (const { text } of readLines(join(folder, path))) {
      measure.take(JSON.parse(text ?? '') as Row);
      if (measure.rows % 200 === 0) progress.update(measure.rows);
    }
  return measure.stats(manifest.files.reduce((sum, { bytes }) => sum + bytes, 0));
}

class Measure {
  rows = 0;
  private readonly tallies = {
    splits: new Map<string, number>(),
    tasks: new Map<string, number>(),
    styles: new Map<string, number>(),
    families: new Map<string, number>(),
  };
  private readonly levels = new Map<number | null, Gathered>();
  private readonly seen = new Set<string>();
  private readonly splitOf = new Map<string, string>();
  private readonly leaked = new Set<string>();
  private readonly diversity = new DiversityMeter();
  private duplicates = 0;
  private polished = 0;
  private readonly tokens = { prompt: 0, reasoning: 0 };
  private readonly lengths = new LengthMeter();
  private readonly count: (text: string) => number;

  constructor(count: (text: string) => number) {
    this.count = count;
  }

  take(row: Row): void {
    this.rows++;
    const { splits, tasks, styles, families } = this.tallies;
    add(splits, row.split);
    add(tasks, row.task);
    add(styles, row.style);
    if (typeof row.features['family'] === 'string') add(families, row.features['family']);
    if (row.polish?.accepted === true) this.polished++;
    this.takeIdentity(row);
    this.diversity.take(row);
    const tokens = this.count(row.reasoning);
    const asked = this.count(row.prompt);
    this.tokens.prompt += asked;
    this.tokens.reasoning += tokens;
    this.lengths.take(asked, tokens);
    const level = this.levelOf(row);
    level.rows++;
    add(level.answers, row.answer);
    level.shapes.add(shapeOf(row));
    const extra = { lines: row.trace.lines, tokens, claims: row.claims.length };
    for (const [name, value] of Object.entries({ ...row.features, ...extra }))
      if (typeof value === 'number') gather(level.features, name, value);
  }

  private levelOf({ level }: Row): Gathered {
    let gathered = this.levels.get(level);
    if (gathered === undefined)
      this.levels.set(
        level,
        (gathered = { rows: 0, features: new Map(), answers: new Map(), shapes: new Set() }),
      );
    return gathered;
  }

  private takeIdentity({ program, task, question, split }: Row): void {
    const key = createHash('sha256')
      .update(JSON.stringify([program.source, program.call, program.input ?? '', task, question ?? null]))
      .digest('base64');
    if (this.seen.has(key)) this.duplicates++;
    this.seen.add(key);
    const earlier = this.splitOf.get(program.sha256);
    if (earlier === undefined) this.splitOf.set(program.sha256, split);
    else if (earlier !== split) this.leaked.add(program.sha256);
  }

  stats(bytes: number): Stats {
    const { splits, tasks, styles, families } = this.tallies;
    return {
      rows: this.rows,
      bytes,
      splits: sorted(splits),
      tasks: sorted(tasks),
      styles: sorted(styles),
      families: sorted(families),
      levels: [...this.levels]
        .sort(([a], [b]) => (a ?? 0) - (b ?? 0))
        .map(([level, g]) => levelStats(level, g)),
      duplicates: this.duplicates,
      programs: this.splitOf.size,
      leaked: this.leaked.size,
      tokens: { encoding: ENCODING, ...this.tokens },
      lengths: this.lengths.bins(),
      polished: this.polished,
      diversity: this.diversity.diversity(),
    };
  }
}

function levelStats(level: number | null, { rows, features, answers, shapes }: Gathered): LevelStats {
  const [answer, times] = [...answers].reduce((a, b) => (b[1] > a[1] ? b : a));
  return {
    level,
    rows,
    features: Object.fromEntries([...features].map(([name, values]) => [name, quartiles(values)])),
    answers: answers.size,
    topAnswer: { answer: answer.length > 60 ? `${answer.slice(0, 60)}…` : answer, share: times / rows },
    shapes: shapes.size,
  };
}

function quartiles(values: number[]): Quartiles {
  values.sort((a, b) => a - b);
  const at = (share: number): number => values[Math.round(share * (values.length - 1))]!;
  return [at(0), at(0.25), at(0.5), at(0.75), at(1)];
}

function add(tally: Map<string, number>, key: string): void {
  tally.set(key, (tally.get(key) ?? 0) + 1);
}

function gather(features: Map<string, number[]>, name: string, value: number): void {
  const values = features.get(name);
  if (values === undefined) features.set(name, [value]);
  else values.push(value);
}

function sorted(tally: ReadonlyMap<string, number>): Record<string, number> {
  return Object.fromEntries([...tally].sort(([a], [b]) => (a < b ? -1 : 1)));
}
