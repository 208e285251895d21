// From a run to its row: told, read back, checked. A run whose words do not check gives no row, never a bad one.
import { programKey } from '../../corpus/canonical.ts';
import type { RunFeatures } from '../../corpus/difficulty/features.ts';
import { measure } from '../../corpus/difficulty/measure.ts';
import { hash128 } from '../../corpus/hash.ts';
import type { Node } from '../../grammar/index.ts';
import type { Row, Split } from '../record.ts';
import type { TracedRun } from '../tasks/run.ts';
import type { Posed } from '../tasks/task.ts';
import { isTellable, untellable } from '../tasks/tellable.ts';
import { version } from '../version.ts';
import { sha256 } from './claims.ts';
import type { Compiled } from './program.ts';
import { isStrict } from './strictness.ts';
import { judge, tell, type Telling } from './telling.ts';
import { lineStyle, type StyleName } from '../../verbalizer/styles/index.ts';
import type { RowWording } from './wording.ts';
import { ENCODING, loadTokenCounter } from './tokens.ts';

/** What a row says beside its program and run. */
export interface RowLabels {
  readonly id: string;
  readonly seed: number;
  readonly level: number | null;
  /** Features beside those that are measured. */
  readonly features: Readonly<Record<string, number | string | boolean | null>>;
  /** What was measured on the run already. */
  readonly measured?: RunFeatures;
  /** The key of the module, where it is known already. */
  readonly programKey?: string;
}

/** Rows of one seed must not all choose the same phrasings, so the row's id is mixed in. */
export function phrasingSeed(seed: number, id: string): number {
  return hash128(`${seed}/${id}`)[0] >>> 0;
}

/** The style of a row, drawn from those asked for that can tell its reasoning. @throws Error when none can */
function styleOf(styles: readonly StyleName[], { task }: Posed, seed: number, id: string): StyleName {
  const able = styles.filter((style) => isTellable(task, style));
  const style = able[phrasingSeed(seed, `${id}/style`) % able.length];
  if (style === undefined)
    throw new Error(untellable(task, styles)?.why ?? 'there are no styles to tell it in');
  return style;
}

/** The words about a run that did not stand up to the checker: a fault of ours. */
export class Unfaithful extends Error {
  override name = 'Unfaithful';
}

/**
 * Makes the row of a question about a run.
 * @throws Unfaithful when the checker does not find the words faithful and complete, or the answer right
 */
export async function makeRow(
  run: TracedRun,
  posed: Posed,
  wording: RowWording,
  labels: RowLabels,
): Promise<Row> {
  const row = new RowInMaking(run, posed, wording, labels);
  for (const stage of ROW_STAGES) await row[stage]();
  return row.finish();
}

/**
 * What is done for a row, in order. Rows that are made together go through each stage one after the other: the code of
 * a stage is then in the processor's caches when it is needed.
 */
export const ROW_STAGES = ['buildStory', 'tell', 'check', 'label', 'countTokens'] as const;

/** A row that goes through `ROW_STAGES`. */
export class RowInMaking {
  private readonly run: TracedRun;
  private readonly posed: Posed;
  private readonly wording: RowWording;
  private readonly labels: RowLabels;
  private readonly style: StyleName;
  private told: Telling | null = null;
  private strict = false;
  private tokens = 0;

  constructor(run: TracedRun, posed: Posed, wording: RowWording, labels: RowLabels) {
    this.run = run;
    this.posed = posed;
    this.wording = wording;
    this.labels = labels;
    this.style = styleOf(wording.styles, posed, labels.seed, labels.id);
  }

  private get telling(): Telling {
    if (this.told === null) throw new Error('the row has not been told');
    return this.told;
  }

  /** The line styles do without it. */
  buildStory(): void {
    if (lineStyle(this.style) === null) void this.posed.story.steps;
  }

  async tell(): Promise<void> {
    const { seed, id } = this.labels;
    const { maxTokens } = this.wording;
    this.told = await tell(this.posed, { style: this.style, maxTokens, seed: phrasingSeed(seed, id) });
  }

  /** Reads the words back. @throws Unfaithful */
  check(): void {
    requireFaithful(this.telling.reasoning, this.posed, this.style);
  }

  label(): void {
    this.strict = isStrict(this.run.compiled);
  }

  async countTokens(): Promise<void> {
    const { tokens, reasoning } = this.telling;
    this.tokens = tokens?.count ?? (await loadTokenCounter())(reasoning);
  }

  finish(): Row {
    const { labels, posed, run, style, telling: told } = this;
    const { compiled, result } = run.execution;
    const { id, seed, level, features } = labels;
    const { source, call, input } = compiled.text;
    const measured = labels.measured ?? measure(treesOf(compiled), result.trace!);
    return {
      id,
      seed,
      program: {
        source,
        call,
        ...(input === '' ? {} : { input }),
        sha256: sha256(source),
        strict: this.strict,
      },
      task: posed.task,
      ...(posed.question === null ? {} : { question: { ...posed.question } }),
      prompt: told.prompt,
      reasoning: told.reasoning,
      answer: told.answer,
      style,
      level,
      features: { ...measured, tokens: this.tokens, encoding: ENCODING, ...features },
      trace: { hash: result.trace!.hash, events: measured.steps, lines: measured.lines },
      claims: [...told.claims],
      polish: null,
      split: splitOf(labels.programKey ?? programKey(compiled.module)),
      version,
    };
  }
}

/** The trees that the features of a program are measured on. */
export function treesOf({ module, call }: Compiled): Node[] {
  return call === null ? [module] : [module, call.expr];
}

function requireFaithful(text: string, { story, answer, check }: Posed, style: StyleName): void {
  const judged = check(answer);
  if (!judged.right) throw new Unfaithful(`the answer ${answer} is not right: ${judged.message}`);
  const { violations, unverified, missing, faithful, complete } = judge(text, story, style);
  if (faithful && complete) return;
  const found = violations[0]?.message ?? missing[0]?.message;
  const unread = unverified[0] === undefined ? '' : `not understood: ${text.slice(...unverified[0].span)}`;
  throw new Unfaithful(found ?? unread);
}

/** Shares of the splits, in hundredths. */
const SHARES: readonly (readonly [Split, number])[] = [
  ['test', 1],
  ['validation', 1],
  ['train', 98],
];

/** The split of a program, decided by the key of its canonical form, so that all its calls and renamings fall into the same one. */
export function splitOf(key: string): Split {
  const hundredth = parseInt(key.slice(0, 8), 16) % 100;
  let bound = 0;
  for (const [split, share] of SHARES) {
    bound += share;
    if (hundredth < bound) return split;
  }
  return 'train';
}
