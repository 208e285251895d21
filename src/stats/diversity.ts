// How varied a dataset is: shapes of programs, opcode sequences, frames of sentences. One row at a time; knows nothing
// of files.
import { OP_NAMES } from '../../interpreter/opcodes.ts';
import { compileProgram } from '../pipeline/program.ts';
import type { Row } from '../record.ts';

/** Instructions in a row that are counted as one. */
const SEQUENCE = 4;

/** Words of Python that are English too. */
const KEYWORDS = new Set([
  'and',
  'as',
  'break',
  'continue',
  'else',
  'for',
  'from',
  'if',
  'in',
  'is',
  'not',
  'or',
  'return',
  'while',
  'with',
]);

export interface Diversity {
  /** Programs that differ in more than data, and the share of rows that the most frequent one has. */
  readonly shapes: number;
  readonly topShape: number;
  /** Share of rows whose program differs from an earlier one in data only. */
  readonly nearDuplicates: number;
  /** How many shapes have so many rows: once, twice, up to 4, 8, 16 … */
  readonly repeats: readonly { readonly upTo: number; readonly shapes: number }[];
  /** Different sequences of four opcodes in the programs. */
  readonly opcodeSequences: number;
  /** Different sentences once names and values are left out, and the share of the most frequent one. */
  readonly frames: number;
  readonly topFrame: { readonly frame: string; readonly share: number };
}

/** What a row's program is but for its data. Rows of other makers have no shape: each program then is one of its own. */
export function shapeOf({ features, program }: Row): string {
  return String(features['shape'] ?? program.sha256);
}

export class DiversityMeter {
  private rows = 0;
  private sentences = 0;
  private readonly shapes = new Map<string, number>();
  private readonly sequences = new Set<string>();
  private readonly frames = new Map<string, number>();

  take(row: Row): void {
    const { id, program, reasoning } = row;
    this.rows++;
    const shape = shapeOf(row);
    const times = this.shapes.get(shape) ?? 0;
    this.shapes.set(shape, times + 1);
    // Programs of one shape have the same opcodes.
    if (times === 0) this.takeCode(id, program);
    const names = new Set(program.source.match(/[A-Za-z_]\w*/g)?.filter((name) => !KEYWORDS.has(name)));
    for (const sentence of reasoning.split(/(?<=[.!?;])\s+/)) {
      const frame = frameOf(sentence, names);
      this.sentences++;
      this.frames.set(frame, (this.frames.get(frame) ?? 0) + 1);
    }
  }

  private takeCode(name: string, { source, call, input }: Row['program']): void {
    const { code } = compileProgram({ name, source, call, input: input ?? '' }).program;
    for (let i = 0; i + SEQUENCE <= code.length; i++)
      this.sequences.add(
        Array.from(code.subarray(i, i + SEQUENCE), (word) => OP_NAMES[word & 255]).join(' '),
      );
  }

  diversity(): Diversity {
    const [, topShape] = most(this.shapes);
    const [frame, times] = most(this.frames);
    return {
      shapes: this.shapes.size,
      topShape: topShape / this.rows,
      nearDuplicates: 1 - this.shapes.size / this.rows,
      repeats: repeatsOf(this.shapes.values()),
      opcodeSequences: this.sequences.size,
      frames: this.frames.size,
      topFrame: { frame, share: times / this.sentences },
    };
  }
}

function repeatsOf(times: Iterable<number>): { upTo: number; shapes: number }[] {
  const found: number[] = [];
  for (const n of times) {
    const bin = Math.ceil(Math.log2(n));
    found[bin] = (found[bin] ?? 0) + 1;
  }
  return Array.from(found, (shapes, bin) => ({ upTo: 2 ** bin, shapes: shapes ?? 0 }));
}

/** A sentence without what it is about: names of the program, numbers, texts and displays. */
function frameOf(sentence: string, names: ReadonlySet<string>): string {
  return sentence
    .replace(/'[^']*'|"[^"]*"/g, '…')
    .replace(/[([{][^()[\]{}]*[)\]}]/g, '…')
    .replace(/-?\d[\d.]*/g, '…')
    .replace(/[A-Za-z_]\w*/g, (word) => (names.has(word) ? '…' : word))
    .replace(/…(?:[^\p{L}…]*…)+/gu, '…');
}

function most(counts: ReadonlyMap<string, number>): [string, number] {
  return [...counts].reduce<[string, number]>((a, b) => (b[1] > a[1] ? b : a), ['', 0]);
}
