// Writes a dataset so that a kill at any moment loses only work in flight. Rows are appended in order to one
// file under `.partial/`; at the end they are dealt out to `data/<split>-<i>-of-<n>.jsonl`, then the card and the
// manifest are written, then `.partial/` goes. Knows nothing of how rows are made.
import { createHash, type Hash } from 'node:crypto';
import { mkdir, open, readdir, rename, rm, stat, truncate, type FileHandle } from 'node:fs/promises';
import { join } from 'node:path';
import { SPLITS, type Split } from '../record.ts';
import { version } from '../version.ts';
import { DATA, PARTIAL_ROWS, openFolder, removePartial, type Existing, type Made } from './folder.ts';
import { readLineBytes, readLines } from './lines.ts';
import { publish } from './publish.ts';
import { writeManifest, type DataFile, type Manifest } from './manifest.ts';

/** Rows in one file of `data/`: some tens of megabytes, the size that loaders of shards like. */
const ROWS_PER_FILE = 10_000;

const LINE_END = Buffer.from('\n');
/** Split and version take less room at the end of a row. */
const LONGEST_END = 200;

export class DatasetWriter {
  private readonly folder: string;
  private readonly made: Made;
  private readonly file: FileHandle;
  private count: number;

  private constructor(folder: string, made: Made, file: FileHandle, done: number) {
    this.folder = folder;
    this.made = made;
    this.file = file;
    this.count = done;
  }

  /**
   * Opens a folder for writing.
   * @param onEarlierRow is given each row that an unfinished run left, in order
   * @returns the writer, or the manifest when resuming a dataset that is whole already
   * @throws BadInput when the folder may not be used
   */
  static async open(
    folder: string,
    made: Made,
    existing: Existing,
    onEarlierRow: (line: string) => void = () => {},
  ): Promise<DatasetWriter | Manifest> {
    const opened = await openFolder(folder, made, existing);
    if (opened.state === 'finished') return opened.manifest;
    const path = join(folder, PARTIAL_ROWS);
    const done = opened.state === 'unfinished' ? await keepWholeLines(path, onEarlierRow) : 0;
    return new DatasetWriter(folder, made, await open(path, 'a'), done);
  }

  /** Rows in the dataset so far, those of an earlier run included. */
  get rows(): number {
    return this.count;
  }

  /** Appends rows, each one line of JSON without its line ending. They are on disk when the promise is done. */
  async append(lines: readonly string[]): Promise<void> {
    if (lines.length === 0) return;
    await this.file.appendFile(lines.join('\n') + '\n');
    this.count += lines.length;
  }

  /** Closes the file and leaves the dataset unfinished. */
  close(): Promise<void> {
    return this.file.close();
  }

  /** Deals the rows out to their splits, writes what stands beside them, and the manifest. */
  async finish({ parquet }: { parquet: boolean }): Promise<Manifest> {
    await this.close();
    const partial = join(this.folder, PARTIAL_ROWS);
    const totals = await countSplits(partial);
    const data = join(this.folder, DATA);
    await mkdir(data, { recursive: true });
    const dealer = new Dealer(data, totals);
    const whole = createHash('sha256');
    for await (const lines of readLineBytes(partial))
      for (const { bytes } of lines) {
        whole.update(bytes).update(LINE_END);
        await dealer.take(bytes);
      }
    const files = await dealer.end();
    const rows: Manifest = {
      format: 1,
      version,
      made: this.made,
      rows: this.count,
      sha256: whole.digest('hex'),
      files,
    };
    await removeOthers(data, files);
    const manifest = await publish(this.folder, rows, parquet);
    await writeManifest(this.folder, manifest);
    await removePartial(this.folder);
    return manifest;
  }
}

/** Deals rows out to the files of their splits, each file hashed as it is written and renamed when it is whole. */
class Dealer {
  private readonly data: string;
  private readonly totals: ReadonlyMap<Split, number>;
  private readonly current = new Map<Split, OpenFile>();
  private readonly finished: DataFile[] = [];

  constructor(data: string, totals: ReadonlyMap<Split, number>) {
    this.data = data;
    this.totals = totals;
  }

  async take(line: Buffer): Promise<void> {
    const split = splitOf(line);
    let file = this.current.get(split);
    if (file === undefined || file.rows === ROWS_PER_FILE) {
      if (file !== undefined) await this.close(split, file);
      file = await this.next(split, file === undefined ? 0 : file.index + 1);
    }
    file.hash.update(line).update(LINE_END);
    file.rows++;
    file.bytes += line.length + LINE_END.length;
    file.pending.push(line, LINE_END);
    file.pendingBytes += line.length + LINE_END.length;
    if (file.pendingBytes > 1 << 20) await flush(file);
  }

  async end(): Promise<DataFile[]> {
    for (const [split, file] of this.current) await this.close(split, file);
    return this.finished.sort(
      (a, b) => SPLITS.indexOf(a.split) - SPLITS.indexOf(b.split) || (a.path < b.path ? -1 : 1),
    );
  }

  private async next(split: Split, index: number): Promise<OpenFile> {
    const of = Math.ceil(this.totals.get(split)! / ROWS_PER_FILE);
    const name = `${split}-${padded(index)}-of-${padded(of)}.jsonl`;
    const handle = await open(join(this.data, name + '.draft'), 'w');
    const file: OpenFile = {
      name,
      index,
      handle,
      hash: createHash('sha256'),
      rows: 0,
      bytes: 0,
      pending: [],
      pendingBytes: 0,
    };
    this.current.set(split, file);
    return file;
  }

  private async close(split: Split, file: OpenFile): Promise<void> {
    await flush(file);
    await file.handle.close();
    const path = join(this.data, file.name);
    await rename(path + '.draft', path);
    const { rows, bytes } = file;
    this.finished.push({ path: `${DATA}/${file.name}`, split, rows, bytes, sha256: file.hash.digest('hex') });
  }
}

interface OpenFile {
  readonly name: string;
  readonly index: number;
  readonly handle: FileHandle;
  readonly hash: Hash;
  rows: number;
  bytes: number;
  pending: Buffer[];
  pendingBytes: number;
}

async function flush(file: OpenFile): Promise<void> {
  await file.handle.appendFile(Buffer.concat(file.pending));
  file.pending = [];
  file.pendingBytes = 0;
}

function padded(index: number): string {
  return String(index).padStart(5, '0');
}

async function countSplits(path: string): Promise<Map<Split, number>> {
  const totals = new Map<Split, number>();
  for await (const lines of readLineBytes(path))
    for (const { bytes } of lines) {
      const split = splitOf(bytes);
      totals.set(split, (totals.get(split) ?? 0) + 1);
    }
  return totals;
}

/** The split of a row that we wrote ourselves: it stands at the end of the line, so the line need not be parsed. */
function splitOf(line: Buffer): Split {
  const end = line.toString('latin1', Math.max(0, line.length - LONGEST_END));
  const name = /"split":"([a-z]+)","version":"[^"]*"\}$/.exec(end)?.[1];
  const split = SPLITS.find((known) => known === name);
  if (split === undefined) throw new Error(`a row without a split: ${line.toString('utf8', 0, 80)}`);
  return split;
}

/** Cuts off a line that a kill left unfinished, and returns the number of whole ones. */
async function keepWholeLines(path: string, onRow: (line: string) => void): Promise<number> {
  const size = await stat(path).then(
    (info) => info.size,
    () => 0,
  );
  if (size === 0) return 0;
  let rows = 0;
  let end = 0;
  for await (const line of readLines(path)) {
    if (!line.complete || line.text === null) break;
    onRow(line.text);
    rows++;
    end = line.end;
  }
  if (end < size) await truncate(path, end);
  return rows;
}

/** Removes files of an earlier dataset that the new one does not have. */
async function removeOthers(data: string, files: readonly DataFile[]): Promise<void> {
  const kept = new Set(files.map((file) => file.path.slice(DATA.length + 1)));
  for (const name of await readdir(data)) {
    if (!kept.has(name) && /^[a-z]+-\d{5}-of-\d{5}\.jsonl(\.draft)?$/.test(name)) await rm(join(data, name));
  }
}
