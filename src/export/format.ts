// What an export format is: the shape in which one kind of consumer wants its rows. One file a format in `formats/`,
// listed in `index.ts`. Knows nothing of files or of how rows are made.
import type { Row, Split } from '../record.ts';
import type { Steps } from './steps.ts';

/** Where the reasoning goes: consumers do not agree, so it is the user's choice. */
export const HOMES = ['think-tag', 'reasoning_content', 'reasoning', 'thinking'] as const;

export type Home = (typeof HOMES)[number];

/** Columns of a Parquet file, as DuckDB names their types. */
export type Columns = Readonly<Record<string, string>>;

export interface Format {
  readonly name: string;
  /** One line, for help and docs. */
  readonly summary: string;
  /** Who reads it, for docs. */
  readonly consumer: string;
  /** The homes of reasoning that it has; the first is the default. Empty when it carries no reasoning. */
  readonly homes: readonly Home[];
  /** Parquet files with these columns; JSON Lines without. */
  readonly columns?: Columns;
  /** One row as the consumer wants it. `index` counts from 0 in the split. */
  row(row: Row, home: Home, index: number): object;
  /** A row whose steps end in a false one; only of formats that label steps. */
  mistaken?(row: Row, steps: Steps): object;
  /** Files beside the rows: name to content. */
  extras?(exported: Exported): Readonly<Record<string, string>>;
}

/** What was exported, for files that describe it. */
export interface Exported {
  readonly home: Home;
  /** The splits that have rows, with the file that holds them and their number. */
  readonly splits: readonly { readonly split: Split; readonly file: string; readonly rows: number }[];
}

/** The assistant's turn as one text: the reasoning in a think tag, then the answer. */
export function thinkTagged({ reasoning, answer }: Row): string {
  return `<think>\n${reasoning}\n</think>\n\n${answer}`;
}

export interface ChatMessage {
  readonly role: 'user' | 'assistant';
  readonly content: string;
  readonly reasoning_content?: string;
  readonly reasoning?: string;
  readonly thinking?: string;
}

/** The row as a chat of two messages. */
export function chatOf(row: Row, home: Home): ChatMessage[] {
  const assistant: ChatMessage =
    home === 'think-tag'
      ? { role: 'assistant', content: thinkTagged(row) }
      : { role: 'assistant', [home]: row.reasoning, content: row.answer };
  return [{ role: 'user', content: row.prompt }, assistant];
}
