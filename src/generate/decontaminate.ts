// Programs and texts that a dataset must not have in common with others, such as a benchmark: recognised by sequences
// of words, and by canonical program. Files come in here; knows nothing of how rows are made or what is asked.
import { createHash } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import { programKey } from '../../corpus/canonical.ts';
import { parse, Source } from '../../grammar/index.ts';
import { BadInput, errorCode } from '../bad-input.ts';
import type { Row } from '../record.ts';

/** So many words in a row in common are no chance. Source: Brown et al. 2020, appendix C. */
const WORDS = 13;

/** What a row has in common with a file. */
export interface Contamination {
  readonly file: string;
  readonly by: 'program' | 'code' | 'prompt';
  /** The words in common, or the key of the program. */
  readonly common: string;
}

export class Forbidden {
  /** Of each file: its name as given, and its SHA-256. */
  readonly files: readonly { readonly file: string; readonly sha256: string }[];
  private readonly sequences: ReadonlyMap<string, string>;
  private readonly programs: ReadonlyMap<string, string>;

  private constructor(
    files: Forbidden['files'],
    sequences: ReadonlyMap<string, string>,
    programs: ReadonlyMap<string, string>,
  ) {
    this.files = files;
    this.sequences = sequences;
    this.programs = programs;
  }

  /**
   * Reads the files. Of JSON lines every string counts, of other files the whole text.
   * @param prompts of different programs: what several of them have in common is our wording, which is no contamination
   * @throws BadInput when one cannot be read, or has nothing that could be compared
   */
  static async read(names: readonly string[], prompts: () => readonly string[]): Promise<Forbidden> {
    const wording = names.length === 0 ? new Set<string>() : wordingOf(prompts());
    const files: { file: string; sha256: string }[] = [];
    const sequences = new Map<string, string>();
    const programs = new Map<string, string>();
    for (const file of names) {
      const text = await readFile(file, 'utf8').catch((error: unknown) => {
        throw new BadInput('file', `${file} cannot be read (${errorCode(error)})`);
      });
      files.push({ file, sha256: createHash('sha256').update(text).digest('hex') });
      let comparable = false;
      for (const part of textsOf(file, text)) {
        for (const sequence of sequencesOf(part)) {
          comparable = true;
          if (!isWording(sequence, wording)) sequences.set(sequence, file);
        }
        const { module } = parse(new Source(part, file));
        if (module === null || module.body.length === 0) continue;
        comparable = true;
        programs.set(programKey(module), file);
      }
      if (!comparable)
        throw new BadInput(
          'file',
          `${file} has nothing to compare with: neither ${WORDS} words in a row nor a program`,
          'leave it out',
        );
    }
    return new Forbidden(files, sequences, programs);
  }

  /** What the row has in common with a file; null when nothing. */
  find({ program, prompt }: Pick<Row, 'program' | 'prompt'>): Contamination | null {
    if (this.files.length === 0) return null;
    const { module } = parse(new Source(program.source));
    const key = module === null ? '' : programKey(module);
    const file = this.programs.get(key);
    if (file !== undefined) return { file, by: 'program', common: key };
    return this.shared(program.source, 'code') ?? this.shared(prompt, 'prompt');
  }

  private shared(text: string, by: 'code' | 'prompt'): Contamination | null {
    for (const common of sequencesOf(text)) {
      const file = this.sequences.get(common);
      if (file !== undefined) return { file, by, common };
    }
    return null;
  }
}

/** Sequences of one word less that prompts of different programs have in common: one word beside them tells nothing. */
function wordingOf(prompts: readonly string[]): ReadonlySet<string> {
  const seen = new Set<string>();
  const common = new Set<string>();
  for (const prompt of prompts)
    for (const sequence of new Set(sequencesOf(prompt, WORDS - 1)))
      (seen.has(sequence) ? common : seen).add(sequence);
  return common;
}

/** Whether a sequence is our wording but for its first or last word. */
function isWording(sequence: string, wording: ReadonlySet<string>): boolean {
  const [first, last] = [sequence.indexOf(' '), sequence.lastIndexOf(' ')];
  return wording.has(sequence.slice(0, last)) || wording.has(sequence.slice(first + 1));
}

/** All runs of so many words, in lower case. */
function* sequencesOf(text: string, length = WORDS): Generator<string> {
  const words = text.toLowerCase().match(/[\p{L}\p{N}_]+/gu) ?? [];
  for (let i = 0; i + length <= words.length; i++) yield words.slice(i, i + length).join(' ');
}

function textsOf(file: string, text: string): string[] {
  if (!/\.(jsonl|ndjson|json)$/.test(file)) return [text];
  const found: string[] = [];
  const values = file.endsWith('.json') ? [text] : text.split('\n').filter((line) => line.trim() !== '');
  values.forEach((line, at) => {
    try {
      gather(JSON.parse(line), found);
    } catch {
      throw new BadInput('file', `${file}: line ${at + 1} is not JSON`);
    }
  });
  return found;
}

function gather(value: unknown, found: string[]): void {
  if (typeof value === 'string') found.push(value);
  else if (Array.isArray(value)) for (const item of value) gather(item, found);
  else if (typeof value === 'object' && value !== null)
    for (const item of Object.values(value)) gather(item, found);
}
