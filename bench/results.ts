// The figures of a benchmark: written to a file with the machine they were taken on, saved for docs/performance.md, and
// compared with an earlier run's. Knows nothing of what was measured.
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { cpus } from 'node:os';
import { dirname } from 'node:path';
import type { Command } from 'commander';
import { file } from '../scripts/command-line.js';

export interface Figure {
  readonly value: number;
  /** A rate (`…/s`), of which more is better; of anything else less is. */
  readonly unit: string;
}

export interface Saved {
  readonly machine: { readonly processor: string; readonly cores: number; readonly node: string };
  readonly figures: Readonly<Record<string, Figure>>;
}

export interface ResultOptions {
  readonly out: string;
  readonly baseline?: string | undefined;
  readonly save: boolean;
}

/** Where figures are kept that the documentation shows. */
export const savedFile = (name: string): string => `bench/results/${name}.json`;

/** A command with the options of where its figures go. */
export function withResultOptions(command: Command, name: string): Command {
  return command
    .option('--out <FILE>', 'where the figures go', `out/bench/${name}.json`)
    .option('--baseline <FILE>', 'prints the ratio to the figures of another run', file)
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

  /** Writes the file, saves, and prints ratios to the baseline: above 1 where this run is the better one. */
  finish({ out, baseline, save }: ResultOptions): void {
    const [processor] = cpus();
    const machine = { processor: processor!.model.trim(), cores: cpus().length, node: process.version };
    const text = `${JSON.stringify({ machine, figures: this.figures } satisfies Saved, null, 2)}\n`;
    for (const path of save ? [out, savedFile(this.name)] : [out]) {
      mkdirSync(dirname(path), { recursive: true });
      writeFileSync(path, text);
    }
    if (baseline !== undefined) this.compare(JSON.parse(readFileSync(baseline, 'utf8')) as Saved);
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
