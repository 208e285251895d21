// The gate for words that are not ours: a rewriting of what was told passes only when the checker proves it, as a whole or
// piece by piece with our own words between. Used when a rewriting comes in, and again by whoever verifies the row.
import { RunView } from '../../verbalizer/freeform/index.ts';
import {
  gate,
  gateOriginal,
  isJudged,
  type GateOriginal,
  type GateVerdict,
} from '../../verbalizer/gate/index.ts';
import type { Story, StyleName } from '../../verbalizer/index.ts';
import type { Trace } from '../../interpreter/trace/index.ts';
import type { Claim } from '../record.ts';
import type { Posed } from '../tasks/task.ts';
import { viewOf } from './any-text.ts';
import { evaluateExpression } from './evaluator.ts';
import { claimsOf } from './claims.ts';
import { piecesOf, pieceStarts, type Piece } from './pieces.ts';
import { judge } from './telling.ts';

export interface RewritingVerdict {
  readonly passed: boolean;
  /** What departs from the run, each with its place in words that a model can act upon. */
  readonly faults: readonly string[];
  /** What was read in it, and borne out. */
  readonly claims: readonly Claim[];
}

/** The original cut into pieces. */
interface Cut {
  readonly pieces: readonly string[];
  readonly starts: readonly number[];
  readonly original: GateOriginal;
  /** By piece: whether it tells something essential, and nothing that only the templates can tell. */
  readonly open: readonly boolean[];
}

type Bound = Parameters<typeof claimsOf>[1][number];

/** Judges rewritings of one templated text. */
export class RewritingJudge {
  private readonly story: Story;
  private readonly trace: Trace;
  private readonly style: StyleName;
  private readonly reasoning: string;
  /** Null for a story that has no run of its own to hold free text against: only our own words can pass. */
  private readonly view: RunView | null;
  private readonly cuts = new Map<Piece, Cut>();
  private ownBound: readonly Bound[] | undefined;

  /** @param reasoning the text that is rewritten, in the words of the templates */
  constructor({ story, trace }: Pick<Posed, 'story' | 'trace'>, reasoning: string, style: StyleName) {
    this.story = story;
    this.trace = trace;
    this.style = style;
    this.reasoning = reasoning;
    this.view = viewOf(story) ?? viewAmongOthers(story, trace);
  }

  judge(text: string): RewritingVerdict {
    const own = this.byTemplates(text);
    if (own.passed || this.view === null) return own;
    const whole = this.isOpen ? this.byGate(text) : own;
    if (whole.passed) return whole;
    return this.byPieces(text, 'paragraph') ?? this.byPieces(text, 'sentence') ?? whole;
  }

  /** Whether all of the text may be in other words: what a question adds to the run has no words but ours. */
  get isOpen(): boolean {
    return this.view !== null && this.own.every(({ told }) => isOfTheRun(told));
  }

  /** The pieces of the original; those that are not open stay as they are. */
  pieces(by: Piece): readonly { readonly text: string; readonly open: boolean }[] {
    const cut = this.cut(by);
    return (cut?.pieces ?? []).map((text, i) => ({ text, open: cut!.open[i]! }));
  }

  /** Judges a rewriting of one piece. */
  judgePiece(text: string, by: Piece, i: number): RewritingVerdict {
    const cut = this.cut(by);
    if (cut?.open[i] !== true)
      return { passed: false, faults: ['there is nothing to judge it by'], claims: [] };
    const verdict = gate(cut.original, text, i);
    return { passed: verdict.accepted, faults: faultsOf(verdict), claims: [] };
  }

  private cut(by: Piece): Cut | null {
    if (this.view === null) return null;
    let cut = this.cuts.get(by);
    if (cut === undefined) {
      const starts = pieceStarts(this.reasoning, by, this.view);
      const original = gateOriginal(this.view, this.reasoning, this.style, starts);
      const open = starts.map((from, i) => {
        const told = this.own.filter(({ span: [at] }) => from <= at && at < (starts[i + 1] ?? Infinity));
        return (
          original.targets.some((target) => target.paragraph === i) && told.every((b) => isOfTheRun(b.told))
        );
      });
      cut = { pieces: piecesOf(this.reasoning, by, this.view), starts, original, open };
      this.cuts.set(by, cut);
    }
    return cut;
  }

  /** What the original says. */
  private get own(): readonly Bound[] {
    return (this.ownBound ??= judge(this.reasoning, this.story, this.style).bound);
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

  private byGate(text: string): RewritingVerdict {
    const { original } = this.cut('paragraph')!;
    const verdict = gate(original, text);
    const claims = claimsOf(text, boundBy(original, verdict, 0), this.trace, this.style);
    return { passed: verdict.accepted, faults: faultsOf(verdict), claims };
  }

  /** Our own words stay as they are, the others pass on their own; null when it is no such text. */
  private byPieces(text: string, by: Piece): RewritingVerdict | null {
    const cut = this.cut(by)!;
    const pieces = piecesOf(text, by, this.view!);
    if (pieces.length !== cut.pieces.length) return null;
    const bound: Bound[] = [];
    let at = 0;
    for (const [i, piece] of pieces.entries()) {
      const from = cut.starts[i]!;
      if (piece === cut.pieces[i])
        for (const claim of this.own) {
          const [start, end] = claim.span;
          if (start < from || start >= from + piece.length) continue;
          bound.push({ ...claim, span: [start - from + at, end - from + at] });
        }
      else if (cut.open[i] !== true) return null;
      else {
        const verdict = gate(cut.original, piece, i);
        if (!verdict.accepted) return null;
        bound.push(...boundBy(cut.original, verdict, at, i));
      }
      at += piece.length;
    }
    return { passed: true, faults: [], claims: claimsOf(text, bound, this.trace, this.style) };
  }
}

/** The run as a story tells it that has steps of a question too; null when it tells of other runs. */
function viewAmongOthers(story: Story, trace: Trace): RunView | null {
  return story.steps.some(({ elsewhere }) => elsewhere !== undefined)
    ? null
    : new RunView(trace, story, evaluateExpression);
}

function isOfTheRun(told: Bound['told']): boolean {
  return told !== null && !('moment' in told) && isJudged(told);
}

/** What the gate read, with its places. @param at where the judged piece begins */
function boundBy(
  original: GateOriginal,
  { tellings }: GateVerdict,
  at: number,
  piece: number | null = null,
): Bound[] {
  const targets = original.targets.filter((t) => piece === null || t.paragraph === piece);
  const bound = tellings.flatMap(({ target, spans }) => {
    const told = targets[target]!.step;
    const { from, to, line, facts } = told;
    return spans.map(([a, b]): Bound => ({
      span: [a + at, b + at],
      events: [from, to],
      line,
      slots: facts,
      told,
    }));
  });
  return bound.sort((a, b) => a.span[0] - b.span[0]);
}

function faultsOf({ violations }: GateVerdict): string[] {
  return violations.map(({ quote, message }) =>
    quote === '' || message.includes(quote) ? message : `"${quote}": ${message}`,
  );
}
