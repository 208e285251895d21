// Writes a dataset's rows in the shape of a consumer, a file a split, streamed. Knows no format by name.
import { createWriteStream, type WriteStream } from 'node:fs';
import { mkdir, readdir, rename, rm, writeFile } from 'node:fs/promises';
import { once } from 'node:events';
import { join } from 'node:path';
import { BadInput, errorCode } from '../bad-input.ts';
import { findManifest } from '../dataset/folder.ts';
import { readLines } from '../dataset/lines.ts';
import { writeParquet } from '../dataset/parquet.ts';
import { settleReplacement } from '../dataset/replace.ts';
import type { Progress } from '../progress.ts';
import { SPLITS, type Row, type Split } from '../record.ts';
import { conditionsOf } from '../verify/conditions.ts';
import type { Exported, Format, Home } from './format.ts';
import { isChosen, mistakenSteps } from './mistakes.ts';

export interface ExportSettings {
  readonly home: Home;
  /** Of formats that label steps: the share of rows that are to end in a false step, from 0 to 1. */
  readonly mistakes: number;
  /** Write into a folder that is not empty; files of the same names are replaced. */
  readonly force: boolean;
  readonly progress: Progress;
}

export interface ExportReport {
  readonly rows: number;
  /** Rows that end in a step proven false; null for formats that label no steps. */
  readonly mistaken: number | null;
  readonly files: readonly { readonly file: string; readonly rows: number }[];
  /** Files beside the rows. */
  readonly extras: readonly string[];
}

/** @throws BadInput when there is no dataset, or the target folder may not be used */
export async function exportDataset(
  folder: string,
  format: Format,
  target: string,
  { home, mistakes, force, progress }: ExportSettings,
): Promise<ExportReport> {
  await settleReplacement(folder);
  const manifest = await findManifest(folder);
  await openTarget(target, force);
  const outputs = new Map<Split, SplitFile>();
  const { limits } = conditionsOf(manifest.made);
  let rows = 0;
  let mistaken = 0;
  await progress.start(manifest.rows);
  for (const { path } of manifest.files) {
    for await (const { text } of readLines(join(folder, path))) {
      const row = JSON.parse(text ?? '') as Row;
      let output = outputs.get(row.split);
      if (output === undefined) outputs.set(row.split, (output = new SplitFile(target, row.split)));
      const wrong =
        format.mistaken !== undefined && isChosen(row, mistakes) ? mistakenSteps(row, limits) : null;
      if (wrong !== null) mistaken++;
      await output.write(wrong === null ? format.row(row, home, output.rows) : format.mistaken!(row, wrong));
      if (++rows % 500 === 0) progress.update(rows);
    }
  }
  const splits: Exported['splits'][number][] = [];
  for (const split of SPLITS) {
    const output = outputs.get(split);
    if (output !== undefined) splits.push({ split, file: await output.finish(format), rows: output.rows });
  }
  const extras = splits.length === 0 ? {} : (format.extras?.({ home, splits }) ?? {});
  for (const [name, content] of Object.entries(extras)) await writeFile(join(target, name), content);
  return {
    rows,
    mistaken: format.mistaken === undefined ? null : mistaken,
    files: splits.map(({ file, rows }) => ({ file, rows })),
    extras: Object.keys(extras),
  };
}

class SplitFile {
  rows = 0;
  private readonly target: string;
  private readonly split: Split;
  private readonly stream: WriteStream;

  constructor(target: string, split: Split) {
    this.target = target;
    this.split = split;
    this.stream = createWriteStream(this.draft);
  }

  private get draft(): string {
    return join(this.target, `${this.split}.jsonl.draft`);
  }

  async write(row: object): Promise<void> {
    this.rows++;
    if (!this.stream.write(JSON.stringify(row) + '\n')) await once(this.stream, 'drain');
  }

  /** Closes the file and gives it its name. @returns the name */
  async finish({ columns }: Format): Promise<string> {
    this.stream.end();
    await once(this.stream, 'finish');
    const name = `${this.split}.${columns === undefined ? 'jsonl' : 'parquet'}`;
    if (columns === undefined) await rename(this.draft, join(this.target, name));
    else {
      await writeParquet(this.draft, join(this.target, name), columns);
      await rm(this.draft);
    }
    return name;
  }
}

async function openTarget(target: string, force: boolean): Promise<void> {
  let names: string[];
  try {
    names = await readdir(target);
  } catch (error) {
    if (errorCode(error) === 'ENOTDIR')
      throw new BadInput('directory', `${target} is a file, not a folder`, 'name another folder');
    if (errorCode(error) !== 'ENOENT')
      throw new BadInput(
        'directory',
        `${target} cannot be used (${errorCode(error)})`,
        'name another folder',
      );
    names = [];
  }
  if (names.length > 0 && !force)
    throw new BadInput('directory', `${target} is not empty`, '--force writes into it all the same');
  await mkdir(target, { recursive: true });
}
