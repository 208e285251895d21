// Polishes a dataset in place. First every row is taken through its requests, many at once, each answer kept on disk as
// it comes; then all rows are put together from the answers that there are, in one step. A kill at any moment leaves
// the dataset as it was, and the next run goes on with the answers it finds.
import { existsSync } from 'node:fs';
import { writeFile } from 'node:fs/promises';
import PQueue from 'p-queue';
import { join } from 'node:path';
import { findManifest } from '../dataset/folder.ts';
import { readLines } from '../dataset/lines.ts';
import type { Manifest } from '../dataset/manifest.ts';
import { replaceRows, settleReplacement } from '../dataset/replace.ts';
import { loadTokenCounter } from '../pipeline/tokens.ts';
import type { Progress } from '../progress.ts';
import type { Row } from '../record.ts';
import { conditionsOf } from '../verify/conditions.ts';
import type { Conditions } from '../verify/verify-row.ts';
import { AnswerStore } from './answers.ts';
import { closedTo, gateFor, type Closed } from './gate.ts';
import { payloadKey, type Payload } from './payload.ts';
import { polishRow, type Ask, type PolishedRow, type RowOptions } from './polish-row.ts';
import { Questioner, type QuestionerOptions } from './questioner.ts';

/** Where answers are kept, in the dataset's folder. */
const ANSWERS = join('.polish', 'answers.jsonl');
/** Is there when a server said that it has no structured output: the payloads must be the same next time. */
const PLAIN = join('.polish', 'plain');

export interface PolishOptions {
  readonly model: string;
  readonly temperature: number;
  readonly corrections: number;
  readonly by: RowOptions['by'];
  readonly structured: boolean;
}

export interface PolishReport {
  readonly rows: number;
  /** Rows whose text is the model's as a whole, or in some paragraphs; rows of which every answer was refused. */
  readonly accepted: number;
  readonly inParagraphs: number;
  readonly inSentences: number;
  readonly refused: number;
  /** Rows that were not sent because no words but ours can be judged, by what they are: line styles, tasks other than output. */
  readonly closed: Readonly<Record<Closed, number>>;
  /** Rows that have not had all their answers: they stay as they were. */
  readonly waiting: number;
  /** Rows whose answers could not be judged, by a fault of ours: they wait, and their answers are kept. */
  readonly faults: readonly { readonly id: string; readonly message: string }[];
}

/** A dataset that is being polished. */
export class Polishing {
  readonly manifest: Manifest;
  readonly answers: AnswerStore;
  private readonly folder: string;
  private readonly conditions: Conditions;
  private options: RowOptions;

  private constructor(folder: string, manifest: Manifest, answers: AnswerStore, options: RowOptions) {
    this.folder = folder;
    this.manifest = manifest;
    this.answers = answers;
    this.conditions = conditionsOf(manifest.made);
    this.options = options;
  }

  /** @throws BadInput when the folder holds no whole dataset */
  static async open(folder: string, options: PolishOptions): Promise<Polishing> {
    await settleReplacement(folder);
    const manifest = await findManifest(folder);
    const answers = await AnswerStore.open(join(folder, ANSWERS));
    const structured = options.structured && !existsSync(join(folder, PLAIN));
    const countTokens = await loadTokenCounter();
    return new Polishing(folder, manifest, answers, { ...options, structured, countTokens });
  }

  close(): Promise<void> {
    return this.answers.close();
  }

  /** Takes all rows, or the first `limit`, through their requests. */
  async question(options: QuestionerOptions, limit: number, progress: Progress): Promise<Questioner> {
    const questioner = new Questioner(options, this.answers, this.options);
    const queue = new PQueue({ concurrency: options.concurrency });
    let done = 0;
    let accepted = 0;
    await progress.start(Math.min(limit, this.manifest.rows));
    for await (const row of this.rows(limit)) {
      if (questioner.stopped !== null) break;
      await queue.onSizeLessThan(options.concurrency);
      void queue.add(async () => {
        const polished = await questioner.take(row.id, (ask, rowOptions) =>
          this.polish(row, ask, rowOptions),
        );
        if (polished?.state === 'done' && polished.row.polish?.accepted === true) accepted++;
        done++;
        progress.update(
          done,
          `${Math.round((100 * accepted) / done)} % accepted, $${questioner.cost.toFixed(4)}`,
        );
      });
    }
    await queue.onIdle();
    if (this.options.structured && !questioner.structured) {
      await writeFile(join(this.folder, PLAIN), '');
      this.options = { ...this.options, structured: false };
    }
    return questioner;
  }

  /** The payloads that rows wait for, each once. */
  async *waiting(limit: number): AsyncGenerator<Payload> {
    const seen = new Set<string>();
    for await (const row of this.rows(limit)) {
      const polished = await this.polish(row, this.kept, this.options);
      if (polished.state !== 'waiting') continue;
      const key = payloadKey(polished.payload);
      if (!seen.has(key)) yield polished.payload;
      seen.add(key);
    }
  }

  /** Puts the dataset together from the answers that there are. */
  async assemble(): Promise<PolishReport> {
    const faults: { id: string; message: string }[] = [];
    const tally = { rows: 0, accepted: 0, inParagraphs: 0, inSentences: 0, refused: 0, waiting: 0 };
    const closed: Record<Closed, number> = { style: 0, task: 0 };
    const { options } = this;
    const change = async (line: string): Promise<string> => {
      const row = JSON.parse(line) as Row;
      tally.rows++;
      const polished = await this.polish(row, this.kept, options).catch((error: unknown) => {
        faults.push({ id: row.id, message: error instanceof Error ? error.message : String(error) });
        return null;
      });
      if (polished === null || polished.state === 'waiting') {
        tally.waiting++;
        return line;
      }
      if (polished.state === 'closed') {
        closed[polished.why]++;
        return line;
      }
      const { scope } = polished.row.polish!;
      if (scope === 'none') tally.refused++;
      else tally.accepted++;
      if (scope === 'paragraphs') tally.inParagraphs++;
      if (scope === 'sentences') tally.inSentences++;
      return JSON.stringify(polished.row);
    };
    await replaceRows(this.folder, this.manifest, change, (manifest) => ({
      ...manifest,
      polish: {
        model: options.model,
        accepted: tally.accepted,
        refused: tally.refused,
        waiting: tally.waiting,
      },
    }));
    return { ...tally, closed, faults };
  }

  /** The rows in the order of the files. */
  async *rows(limit: number): AsyncGenerator<Row> {
    let taken = 0;
    for (const { path } of this.manifest.files) {
      for await (const { text } of readLines(join(this.folder, path))) {
        if (taken++ >= limit) return;
        yield JSON.parse(text ?? '') as Row;
      }
    }
  }

  private readonly kept: Ask = (payload) => Promise.resolve(this.answers.get(payloadKey(payload)) ?? null);

  private async polish(row: Row, ask: Ask, options: RowOptions): Promise<PolishedRow> {
    const why = closedTo(row);
    if (why !== null) return { state: 'closed', why };
    return polishRow(await gateFor(row, this.conditions), ask, options);
  }
}
