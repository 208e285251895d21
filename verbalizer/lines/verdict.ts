// The verdict on a text in a line style about a story: its parts are told apart, and each is held against the part of the
// story that stands at its place. What has no place in the story is false, what has none in the text is missing.
import type { Verdict } from '../check.ts';
import type { Clause } from '../read/read.ts';
import type { Story } from '../steps/step.ts';
import { accountOfChapter } from './chapter.ts';
import { NOT_OURS, partsOf } from './explain.ts';
import { judgeLines } from './judge.ts';
import { listingOf } from './listing.ts';
import type { Chapter, Statement } from './part.ts';
import { departureFrom, readStatement } from './statements.ts';
import type { LineStyle } from './style.ts';

/** A stretch of a text: a sentence, or the lines between two of them. */
interface Stretch {
  readonly span: readonly [number, number];
  /** Null for lines. */
  readonly sentence: Clause | null;
}

/** The stretches of a text; lines that are blank belong to none. */
function stretchesOf(text: string): Stretch[] {
  const found: { span: [number, number]; sentence: Clause | null }[] = [];
  let at = 0;
  for (const line of text.split('\n')) {
    const span: [number, number] = [at, at + line.length];
    at += line.length + 1;
    if (line.trim() === '') continue;
    const sentence = readStatement(line);
    const last = found.at(-1);
    if (sentence === null && last?.sentence === null) [, last.span[1]] = span;
    else found.push({ span, sentence });
  }
  return found;
}

/** A text without its sentences: what is in a line style is to be recognised by the rest. */
export function linesOf(text: string): string {
  return stretchesOf(text)
    .flatMap(({ span, sentence }) => (sentence === null ? [text.slice(...span)] : []))
    .join('\n');
}

/** What a text in a line style says about a story, a text of JSON for each claim, whether it is true or not. */
export function claimsIn(text: string, story: Story, style: LineStyle): string[] {
  const chapters = partsOf(story).filter((part) => part.kind === 'chapter');
  let nth = 0;
  return stretchesOf(text).flatMap(({ span, sentence }) => {
    if (sentence !== null) return [JSON.stringify(sentence.readings)];
    const { program } = chapters[Math.min(nth++, chapters.length - 1)]!.trace;
    const { claims } = style.read(text.slice(...span), listingOf(program));
    return claims.map(({ kind, slots }) => JSON.stringify([kind, Object.entries(slots).sort()]));
  });
}

/** Holds a text in a line style against a story. */
export function judgeInLines(text: string, story: Story, style: LineStyle): Verdict {
  const sum = new Sum();
  const stretches = stretchesOf(text);
  let at = 0;
  for (const part of partsOf(story)) {
    if (part.kind === 'statement') {
      for (; at < stretches.length && stretches[at]!.sentence === null; at++) sum.refuse(stretches[at]!.span);
      sum.sentence(part, stretches[at++] ?? null);
    } else {
      const lines = stretches[at]?.sentence === null ? stretches[at++]! : null;
      sum.chapter(part, style, text, lines);
    }
  }
  for (; at < stretches.length; at++) sum.refuse(stretches[at]!.span);
  return sum.verdict();
}

class Sum {
  private claims = 0;
  private readonly violations: Verdict['violations'][number][] = [];
  private readonly unverified: Verdict['unverified'][number][] = [];
  private readonly missing: Verdict['missing'][number][] = [];
  private readonly bound: Verdict['bound'][number][] = [];

  refuse(span: readonly [number, number]): void {
    this.violations.push({ span, message: 'nothing of this is to be told here', line: null, event: null });
  }

  sentence(statement: Statement, stretch: Stretch | null): void {
    const { claim, line, events } = statement;
    if (stretch?.sentence == null) {
      this.missing.push({ step: 0, line, message: `not told: ${claim.kind}` });
      return;
    }
    this.claims++;
    const { span, sentence } = stretch;
    const message = departureFrom(statement, sentence);
    if (message === null) this.bound.push({ span, step: 0, line, events, slots: claim.slots, told: null });
    else this.violations.push({ span, message, line, event: events[0] });
  }

  chapter(chapter: Chapter, style: LineStyle, text: string, stretch: Stretch | null): void {
    const account = accountOfChapter(chapter);
    const [start, end] = stretch?.span ?? [0, 0];
    const reading = style.read(text.slice(start, end), listingOf(account.program));
    const verdict = judgeLines(reading, account, style);
    const moved = <T extends { readonly span: readonly [number, number] }>(one: T): T => ({
      ...one,
      span: [one.span[0] + start, one.span[1] + start],
    });
    this.claims += verdict.claims;
    this.violations.push(...verdict.violations.map(moved));
    this.unverified.push(...verdict.unverified.map(moved));
    this.missing.push(...verdict.missing);
    const events = (one: Verdict['bound'][number]) => (chapter.own ? one : { ...one, events: NOT_OURS });
    this.bound.push(...verdict.bound.map((one) => events(moved(one))));
  }

  verdict(): Verdict {
    const { claims, violations, unverified, missing, bound } = this;
    return {
      faithful: violations.length === 0 && unverified.length === 0,
      complete: missing.length === 0,
      claims,
      violations,
      unverified,
      missing,
      bound,
    };
  }
}
