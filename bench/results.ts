// The figures of a benchmark: written to a file with the machine they were taken on, saved for docs/performance.md, and
// compared with an earlier run's. Knows nothing of what was measured.
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { cpus } from 'node:os';
import { dirname } from 'node:path';
import { InvalidArgumentError, type Command } from 'commander';
import { z } from 'zod';
import { file } from '../scripts/command-line.js';

/** A rate (`…/s`), of which more is better; of anything else less is. */
const FIGURE = z.object({ value: z.number(), unit: z.string() });
const SAVED = z.object({
  machine: z.object({ processor: z.string(), cores: z.number(), node: z.string() }),
  figures: z.record(z.string(), FIGURE),
});

export type Figure = Readonly<z.infer<typeof FIGURE>>;
export type Saved = Readonly<z.infer<typeof SAVED>>;

export interface ResultOptions {
  readonly out: string;
  readonly baseline?: Saved | undefined;
  readonly save: boolean;
}

/** Where figures are kept that the documentation shows. */
export const savedFile = (name: string): string => `bench/results/${name}.json`;

/** The figures in a file. @throws InvalidArgumentError when no benchmark wrote it */
export function figuresFile(path: string): Saved {
  const text = readFileSync(file(path), 'utf8');
  let data: unknown = null;
  try {
    data = JSON.parse(text);
  } catch {
    // Told below: it has no figures.
  }
  const { data: saved } = SAVED.safeParse(data);
  if (saved === undefined) throw new InvalidArgumentError('it has no figures of a benchmark');
  return saved;
}

/** A command with the options of where its figures go. */
export function withResultOptions(command: Command, name: string): Command {
  return command
    .option('--out <FILE>', 'where the figures go', `out/bench/${name}.json`)
    .option('--baseline <FILE>', 'prints the ratio to the figures of another run', figuresFile)
    .option('--save', `also writes ${savedFile(name)}, from which docs/performance.md is made`, false);
}

export class Results {
  readonly figures: Record<string, Figure> = {};
  private readonly name: string;

  constructor(name: string) {
    this.name = name;
  }

  /** Four digits are more than any of them is worth. */
  add(name: string, value: number, unit: string): void {
    this.figures[name] = { value: Number(value.toPrecision(4)), unit };
  }

  addAll({ figures }: Saved): void {
    Object.assign(this.figures, figures);
  }

  /** Writes the file, saves, and prints ratios to the baseline: above 1 where this run is the better one. */
  finish({ out, baseline, save }: ResultOptions): void {
    const [processor] = cpus();
    const machine = { processor: processor!.model.trim(), cores: cpus().length, node: process.version };
    const text = `${JSON.stringify({ machine, figures: this.figures } satisfies Saved, null, 2)}\n`;
    for (const path of save ? [out, savedFile(this.name)] : [out]) {
      mkdirSync(dirname(path), { recursive: true });
      writeFileSync(path, text);
    }
    if (baseline !== undefined) this.compare(baseline);
  }

  private compare({ figures }: Saved): void {
    const rows = Object.entries(this.figures).flatMap(([name, { value, unit }]) => {
      const before = figures[name]?.value;
      if (before === undefined) return [];
      const ratio = unit.endsWith('/s') || unit.endsWith('/CPU s') ? value / before : before / value;
      return [[name, { now: value, baseline: before, unit, ratio: ratio.toFixed(2) }]] as const;
    });
    console.table(Object.fromEntries(rows));
  }
}
