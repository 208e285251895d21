// The gate: accepts a rewriting of a text about a run only when every essential claim of the original is made, in
// order and truly, and nothing else is said that the run does not account for. Uses no model, and trusts no writer.
import { check, type StyleName } from '../index.ts';
import { readerOf } from '../freeform/check.ts';
import { codeOf, exprOf } from '../freeform/code.ts';
import { links, Meaning } from '../freeform/meaning.ts';
import type { RunView } from '../freeform/run-view.ts';
import type { FreeReading } from '../freeform/claims.ts';
import { forbidden } from './forbidden.ts';
import { misnumbered } from './labels.ts';
import { targetsOf, type Target } from './targets.ts';
import type { GateParagraph, GateVerdict, GateViolation } from './verdict.ts';
import { Route } from './route.ts';
import { GateWalk } from './walk.ts';

export type { GateParagraph, GateReason, GateVerdict, GateViolation, Telling } from './verdict.ts';
export type { Target } from './targets.ts';

/** The text that was rewritten, as the gate needs it. */
export interface GateOriginal {
  readonly view: RunView;
  /** Its essential claims, in order. */
  readonly targets: readonly Target[];
  /** How many paragraphs it has. */
  readonly paragraphs: number;
}

/**
 * Reads the original once for any number of rewritings.
 * @param starts where its paragraphs begin, or other pieces that are to be judged one by one; null: its lines
 */
export function gateOriginal(
  view: RunView,
  reasoning: string,
  style: StyleName | null = null,
  starts: readonly number[] = paragraphStarts(reasoning),
): GateOriginal {
  const verdict = check(reasoning, view.story, style);
  const paragraphAt = (offset: number): number =>
    Math.max(
      0,
      starts.findLastIndex((start) => start <= offset),
    );
  return { view, targets: targetsOf(view.story, verdict, paragraphAt), paragraphs: starts.length };
}

/** The gate for texts that have no original: every essential step of the run has to be told. */
export function gateOf(view: RunView): GateOriginal {
  const steps = view.story.steps.filter((s) => s.essential);
  return { view, targets: steps.map((step) => ({ step, end: step.index, paragraph: 0 })), paragraphs: 1 };
}

/** Where paragraphs begin: lines, as our styles write them. */
function paragraphStarts(text: string): number[] {
  return [...text.matchAll(/[^\n]+/g)].map((line) => line.index);
}

/**
 * Judges a rewriting.
 * @param paragraph the rewriting is of this paragraph of the original only (from 0); null: of all of it
 */
export function gate(
  original: GateOriginal,
  rewritten: string,
  paragraph: number | null = null,
): GateVerdict {
  const { view } = original;
  const all = original.targets.filter((t) => !isObject(t, view));
  const targets = paragraph === null ? all : all.filter((t) => t.paragraph === paragraph);
  const first = original.targets.indexOf(targets[0]!);
  const start = paragraph === null || first <= 0 ? 0 : original.targets[first - 1]!.end;
  const reading = ofAttributes(unpacked(readerOf(view).read(rewritten)), view);
  const meaning = new Meaning(view);
  const present = inPresent(reading, rewritten);
  const walk = new GateWalk(rewritten, targets, meaning, start);
  walk.run(present);
  const strange: GateViolation[] = reading.strange.map(({ span, text }) => ({
    reason: 'not understood',
    span,
    quote: text,
    message: `"${text}" cannot be checked against the run: say it plainly or leave it out`,
    line: null,
  }));
  const never = [...forbidden(rewritten, view.names), ...misnumbered(rewritten)];
  const violations = [...walk.violations, ...strange, ...never].sort((a, b) => a.span[0] - b.span[0]);
  const route = never.length > 0 ? null : new Route(rewritten, targets, meaning, start, present);
  if (route?.find() === true)
    return {
      accepted: true,
      violations: [],
      paragraphs: paragraphsOf(reading.paragraphs, []),
      essential: targets.length,
      told: targets.length,
      tellings: [...route.tellings].map(([target, spans]) => ({ target, spans })),
    };
  if (violations.length === 0 && route !== null) violations.push(route.fault());
  return {
    accepted: violations.length === 0,
    violations,
    paragraphs: paragraphsOf(reading.paragraphs, violations),
    essential: targets.length,
    told: walk.toldCount,
    tellings: [...walk.tellings].map(([target, spans]) => ({ target, spans })),
  };
}

/** A name gets an object that has no words of its own: what made it is told by the call. */
function isObject({ step }: Target, view: RunView): boolean {
  if (step.kind !== 'bind') return false;
  const chain = links(step.facts['chain']);
  const made = exprOf(chain.at(-2) ?? '');
  return (
    exprOf(chain.at(-1)!)?.kind === 'Call' &&
    made?.kind === 'Call' &&
    made.func.kind === 'Name' &&
    view.functions.has(made.func.id)
  );
}

/** `(pupil, mark) = ('Grace', 95)` says two things. */
function unpacked(reading: FreeReading): FreeReading {
  const claims = reading.claims.flatMap((claim) => {
    if (claim.kind !== 'value' || 'loose' in claim.subject || claim.negated) return [claim];
    const [names, values] = [exprOf(claim.subject.code), exprOf(claim.chain.at(-1)!)];
    if (names?.kind !== 'Tuple' || values?.kind !== 'Tuple' || names.elts.length !== values.elts.length)
      return [claim];
    return names.elts.map((name, i) => ({
      ...claim,
      subject: { code: codeOf(name) },
      chain: [codeOf(values.elts[i]!)],
    }));
  });
  return { ...reading, claims };
}

/** `its level is 0`, of an attribute: nothing else is called so. */
function ofAttributes(reading: FreeReading, view: RunView): FreeReading {
  const targets = new Map<string, string>();
  for (const { kind, facts } of view.story.steps) {
    const target = kind === 'bind' ? exprOf(facts['target'] as string) : null;
    if (target?.kind === 'Attribute' && [...view.timeline.valuesOf(target.attr)].length === 0)
      targets.set(target.attr, codeOf(target));
  }
  if (targets.size === 0) return reading;
  const claims = reading.claims.map((claim) => {
    const subject = claim.kind === 'value' || claim.kind === 'change' ? claim.subject : null;
    const own = subject !== null && 'code' in subject ? targets.get(subject.code) : undefined;
    return own === undefined ? claim : ({ ...claim, subject: { code: own } } as typeof claim);
  });
  return { ...reading, claims };
}

/** A text in the past tense tells what was as others tell what is. */
function inPresent(reading: FreeReading, text: string): FreeReading {
  const was = reading.claims.filter((c) => c.kind === 'value' && c.mode === 'was').length;
  const past = (text.match(/\b(?:was|were|became|began|had|went|did)\b/g) ?? []).length;
  const now = (text.match(/\b(?:is|are|becomes|begins|has|goes|does)\b/g) ?? []).length;
  if (
    was === 0 || past > now * 3
      ? was === 0
      : was * 2 < reading.claims.filter((c) => c.kind === 'value' && c.mode === 'is').length
  )
    return reading;
  const claims = reading.claims.map((c) =>
    c.kind === 'value' && c.mode === 'was' ? { ...c, mode: 'is' as const } : c,
  );
  return { ...reading, claims };
}

function paragraphsOf(
  spans: readonly (readonly [number, number])[],
  violations: readonly GateViolation[],
): GateParagraph[] {
  return spans.map((span, i) => {
    const end = spans[i + 1]?.[0] ?? Infinity;
    const own = violations.filter((v) => v.span[0] >= (i === 0 ? 0 : span[0]) && v.span[0] < end);
    return { span, accepted: own.length === 0, violations: own };
  });
}
