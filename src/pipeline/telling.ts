// A question about a run in words, and the verdict on words about it. Knows nothing of rows or files.
import {
  check,
  explain,
  type Explanation,
  type Story,
  type StyleName,
  type Verdict,
} from '../../verbalizer/index.ts';
import type { Claim } from '../record.ts';
import type { Posed } from '../tasks/task.ts';
import { claimsOf } from './claims.ts';
import { ENCODING, loadTokenCounter } from './tokens.ts';
import type { Wording } from './wording.ts';

/** A run as a row tells it. */
export interface Telling {
  readonly prompt: string;
  readonly reasoning: string;
  readonly answer: string;
  readonly claims: readonly Claim[];
  /** The size of the reasoning when it was to fit a budget. */
  readonly tokens: { readonly count: number; readonly encoding: string } | null;
}

/** Puts a question with its reasoning and answer into words. */
export async function tell({ prompt, story, trace, answer }: Posed, wording: Wording): Promise<Telling> {
  const { text, claims, tokens } = await explained(story, wording);
  return { prompt, reasoning: text, answer, claims: claimsOf(text, claims, trace, wording.style), tokens };
}

async function explained(story: Story, wording: Wording): Promise<Explanation & Pick<Telling, 'tokens'>> {
  const { style, seed, maxTokens } = wording;
  if (maxTokens === null) return { ...explain(story, { style, seed }), tokens: null };
  const count = await loadTokenCounter();
  const explanation = explain(story, { style, seed, budget: maxTokens, count });
  return { ...explanation, tokens: { count: count(explanation.text), encoding: ENCODING } };
}

/** Judges a text by what it has to tell; `style` null reads it with the wordings of all styles. */
export function judge(text: string, story: Story, style: StyleName | null): Verdict {
  return check(text, story, style);
}
