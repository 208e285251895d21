// The gate for words that are not ours: a rewriting of what was told passes only when the checker proves it. Used when a
// rewriting comes in, and again by whoever verifies the row.
import { gate, gateOriginal, type GateOriginal } from '../../verbalizer/gate/index.ts';
import type { Story, StyleName } from '../../verbalizer/index.ts';
import type { Trace } from '../../interpreter/trace/index.ts';
import type { Claim } from '../record.ts';
import type { Posed } from '../tasks/task.ts';
import { viewOf } from './any-text.ts';
import { claimsOf } from './claims.ts';
import { judge } from './telling.ts';

export interface RewritingVerdict {
  readonly passed: boolean;
  /** What departs from the run, each with its place in words that a model can act upon. */
  readonly faults: readonly string[];
  /** What was read in it, and borne out. */
  readonly claims: readonly Claim[];
}

/** Judges rewritings of one templated text. */
export class RewritingJudge {
  private readonly story: Story;
  private readonly trace: Trace;
  private readonly style: StyleName;
  /** Null for a story that has no run of its own to hold free text against: only our own words can pass. */
  private readonly original: GateOriginal | null;

  /** @param reasoning the text that is rewritten, in the words of the templates */
  constructor({ story, trace }: Pick<Posed, 'story' | 'trace'>, reasoning: string, style: StyleName) {
    this.story = story;
    this.trace = trace;
    this.style = style;
    const view = viewOf(story);
    this.original = view === null ? null : gateOriginal(view, reasoning, style);
  }

  judge(text: string): RewritingVerdict {
    const own = this.byTemplates(text);
    return own.passed || this.original === null ? own : this.byGate(text, this.original);
  }

  private byTemplates(text: string): RewritingVerdict {
    const { violations, unverified, missing, bound } = judge(text, this.story, this.style);
    const quoted = (span: readonly [number, number]): string => `"${text.slice(...span)}"`;
    const faults = [
      ...violations.map(({ span, message }) => `${quoted(span)}: ${message}`),
      ...unverified.map(({ span }) => `${quoted(span)} is not borne out by what the program does`),
      ...missing.map(({ message }) => message),
    ];
    return { passed: faults.length === 0, faults, claims: claimsOf(text, bound, this.trace, this.style) };
  }

  private byGate(text: string, original: GateOriginal): RewritingVerdict {
    const { accepted, violations, tellings } = gate(original, text);
    const bound = tellings.flatMap(({ target, spans }) => {
      const told = original.targets[target]!.step;
      const { from, to, line, facts } = told;
      return spans.map((span) => ({ span, events: [from, to] as const, line, slots: facts, told }));
    });
    bound.sort((a, b) => a.span[0] - b.span[0]);
    const faults = violations.map(({ quote, message }) =>
      quote === '' || message.includes(quote) ? message : `"${quote}": ${message}`,
    );
    return { passed: accepted, faults, claims: claimsOf(text, bound, this.trace, this.style) };
  }
}
