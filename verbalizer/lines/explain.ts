// A story in a line style, folded until it fits a budget. The counterpart of what the prose styles do in `index.ts`.
import type { Claim } from '../claims.ts';
import type { Story } from '../steps/step.ts';
import { accountOfChapter } from './chapter.ts';
import type { LineClaim } from './claim.ts';
import { foldAccount, isFold, plansFor, type Item, type LinePlan } from './plans.ts';
import { toldOf, type Account, type LineTold } from './moment.ts';
import type { Chapter, LinePart } from './part.ts';
import { writeStatement } from './statements.ts';
import type { LineStyle } from './style.ts';

/** Characters a unit of budget can hold at the very most. */
const MOST_CHARACTERS_A_TOKEN = 8;

/** What a line of the text says, where it stands, and what bears it out. */
export interface ToldPart {
  readonly claim: LineClaim | Claim;
  readonly slots: Claim['slots'];
  /** Null for a statement. */
  readonly told: LineTold | null;
  readonly span: readonly [number, number];
  readonly events: readonly [number, number];
  readonly line: number;
}

export interface LineExplanation {
  readonly text: string;
  readonly claims: readonly ToldPart[];
  /** False when even the tightest folding is over the budget. */
  readonly fits: boolean;
}

/** What is told of a story line by line: the parts of a question, or the whole of a run. */
export function partsOf({ parts, trace }: Story): readonly LinePart[] {
  if (parts !== undefined) return parts;
  if (trace === undefined) throw new Error('the line styles need the trace of the story');
  return [{ kind: 'chapter', trace, until: null, own: true }];
}

/** None of the row's: what is told of another program's run. */
export const NOT_OURS = [0, 0] as const;

interface Folded {
  readonly chapter: Chapter;
  readonly account: Account;
  readonly items: readonly Item[];
}

/**
 * Puts a story into words. The text is folded, never cut: when even the tightest folding is over the budget, the
 * tightest is returned.
 */
export function explainLines(
  story: Story,
  style: LineStyle,
  budget: number | undefined,
  count: ((text: string) => number) | undefined,
): LineExplanation {
  const parts = partsOf(story);
  const plans = plansFor(
    style.plans,
    parts.flatMap((part) => (part.kind === 'chapter' ? [accountOfChapter(part)] : [])),
  );
  let best: LineExplanation | null = null;
  for (const plan of plans) {
    const folded = parts.map((part) => (part.kind === 'chapter' ? foldChapter(part, plan) : part));
    const size = folded.reduce((sum, part) => sum + ('items' in part ? part.items.length : 1), 0);
    // an item takes at least two units: this many cannot fit
    if (budget !== undefined && size > budget && plan !== plans.at(-1)) continue;
    const written = writeParts(folded, style, plan);
    const fits =
      budget === undefined ||
      count === undefined ||
      (written.text.length <= budget * MOST_CHARACTERS_A_TOKEN && count(written.text) <= budget);
    best = { ...written, fits };
    if (fits) break;
  }
  return best!;
}

function foldChapter(chapter: Chapter, plan: LinePlan): Folded {
  const account = accountOfChapter(chapter);
  return { chapter, account, items: foldAccount(account, plan) };
}

function writeParts(
  parts: readonly (Folded | Exclude<LinePart, Chapter>)[],
  style: LineStyle,
  plan: LinePlan,
): Omit<LineExplanation, 'fits'> {
  let text = '';
  const claims: ToldPart[] = [];
  for (const part of parts) {
    const { text: own, claims: told } = 'items' in part ? writeChapter(part, style, plan) : stated(part);
    if (own === '') continue;
    if (text !== '') text += '\n';
    for (const { span, ...claim } of told)
      claims.push({ ...claim, span: [span[0] + text.length, span[1] + text.length] });
    text += own;
  }
  return { text, claims };
}

function stated(statement: Exclude<LinePart, Chapter>): Omit<LineExplanation, 'fits'> {
  const text = writeStatement(statement);
  const { claim, events, line } = statement;
  return { text, claims: [{ claim, slots: claim.slots, told: null, span: [0, text.length], events, line }] };
}

function writeChapter(
  { chapter, account, items }: Folded,
  style: LineStyle,
  plan: LinePlan,
): Omit<LineExplanation, 'fits'> {
  // of a program that is told of for one line, no other is shown
  const shown = chapter.only === undefined ? plan : { ...plan, touched: true };
  const { text, claims } = style.write(account, items, shown);
  const ends = new Map(
    items.map((item) => (isFold(item) ? [item.from, item.to] : [item.index, item.index + 1])),
  );
  return {
    text,
    claims: claims.map(({ step, span, kind, slots }) => {
      const told = toldOf(account, step, ends.get(step)!);
      const { line } = account.moments[step]!;
      return {
        claim: { kind, slots },
        slots,
        told,
        span,
        events: chapter.own ? told.events : NOT_OURS,
        line,
      };
    }),
  };
}
