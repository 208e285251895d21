// The verdict on free text about a run: which of its claims are true, which are false and why, and what was not
// understood. Nothing that is not understood is taken for true.
import { align, type Bound } from './align.ts';
import type { Claim } from './claims.ts';
import { Meaning, referentsOf, relationCode, type Referents } from './meaning.ts';
import { Doubts } from './doubts.ts';
import { Instant, type Instants } from './instants.ts';
import { FreeReader } from './reader.ts';
import type { RunView } from './run-view.ts';

export interface FreeViolation {
  readonly span: readonly [number, number];
  readonly message: string;
  /** Source line and event of the instant that it was held against. */
  readonly line: number | null;
  readonly event: number | null;
}

export interface FreeBound {
  readonly claim: Claim;
  readonly step: number;
}

export interface FreeVerdict {
  /** No claim is false and nothing was left unread. */
  readonly faithful: boolean;
  /** Claims that were found. */
  readonly claims: number;
  readonly violations: readonly FreeViolation[];
  readonly unverified: readonly { readonly span: readonly [number, number]; readonly text: string }[];
  readonly bound: readonly FreeBound[];
}

const readers = new WeakMap<RunView, FreeReader>();

/** The reader for a run's program; made once. */
export function readerOf(view: RunView): FreeReader {
  let reader = readers.get(view);
  if (reader === undefined) readers.set(view, (reader = new FreeReader(view)));
  return reader;
}

/** Judges a text that nobody's template wrote. */
export function checkFree(text: string, view: RunView): FreeVerdict {
  const reading = readerOf(view).read(text);
  const { claims } = reading;
  const meaning = new Meaning(view);
  const instant = new Instant(meaning);
  const referents = referentsOf(claims);
  const over = new Set(
    claims
      .filter((c) => c.kind === 'effect' && (c.what === 'leave' || c.what === 'end'))
      .map((c) => c.sentence),
  );
  const instants = claims.map((claim, i) => instant.of(claim, referents[i]!, !over.has(claim.sentence)));
  const bounds = align(claims, instants);
  const doubts = new Doubts(claims, referents, instants, bounds, meaning);
  const violations: FreeViolation[] = [];
  const bound: FreeBound[] = [];
  const unverified = [...reading.unread];
  claims.forEach((claim, i) => {
    const { kind, step } = bounds[i]!;
    if (kind === 'true') bound.push({ claim, step });
    else if (kind === 'unknown' || doubts.of(i))
      unverified.push({ span: claim.span, text: text.slice(...claim.span) });
    else violations.push(violation(claim, referents[i]!, instants[i]!, bounds[i]!, meaning));
  });
  return {
    faithful: violations.length === 0 && unverified.length === 0,
    claims: claims.length,
    violations,
    unverified: outermost(unverified),
    bound,
  };
}

type Unverified = FreeVerdict['unverified'][number];

/** In their order, without those that lie within another: a strange word of a clause that is named as a whole. */
function outermost(found: readonly Unverified[]): Unverified[] {
  const sorted = found.toSorted((a, b) => a.span[0] - b.span[0] || b.span[1] - a.span[1]);
  let end = -1;
  return sorted.filter(({ span }) => {
    if (span[1] <= end) return false;
    end = span[1];
    return true;
  });
}

function violation(
  claim: Claim,
  referents: Referents,
  instants: Instants,
  { step }: Bound,
  meaning: Meaning,
): FreeViolation {
  const at = meaning.view.story.steps[step];
  return {
    span: claim.span,
    message: reasonOf(claim, referents, instants, step, meaning),
    line: instants.kind === 'fixed' ? null : (at?.line ?? null),
    event: instants.kind === 'fixed' ? null : (at?.from ?? null),
  };
}

/** Why a claim is false, in words that can be sent back to who wrote it. */
export function reasonOf(
  claim: Claim,
  referents: Referents,
  instants: Instants,
  step: number,
  meaning: Meaning,
): string {
  const { view } = meaning;
  const later = instants.kind === 'times' ? instants.stretches.find((s) => s.from > step) : undefined;
  const earlier = instants.kind === 'times' ? instants.stretches.findLast((s) => s.to <= step) : undefined;
  const when = later !== undefined ? ' only later' : earlier !== undefined ? ' only before' : '';
  switch (claim.kind) {
    case 'value': {
      const code = meaning.codesOf(claim.subject, referents)[0];
      const broken = meaning.brokenLink(claim.chain, step);
      const wanted = claim.chain.at(-1)!;
      if (code === undefined) return `nothing in the run is ${wanted} here`;
      if (broken !== null) {
        const got = view.evaluate(broken, step);
        if (got !== null && !view.same(got, wanted)) return `${broken} is ${got}, not ${wanted}`;
      }
      const got = view.evaluate(code, step);
      if (claim.negated) return `${code} is ${got ?? wanted} here`;
      // a value that stands for itself names nothing that could have another
      if (got === code) return `nothing that this can mean is ${wanted} here`;
      if (got === null) return `${code} is not ${wanted} in the run`;
      return when === ''
        ? `${code} is ${got} here, and never ${wanted}`
        : `${code} is ${got} here; it is ${wanted}${when}`;
    }
    case 'relation': {
      const left = meaning.codesOf(claim.left, referents)[0] ?? '?';
      const right = meaning.codesOf(claim.right, referents)[0] ?? '?';
      const [l, r] = [view.evaluate(left, step) ?? left, view.evaluate(right, step) ?? right];
      return `${relationCode(l, claim.op, r)} is ${claim.truth === true ? 'false' : 'true'}`;
    }
    case 'verdict':
      return `no condition comes out ${claim.truth ? 'true' : 'false'} here`;
    case 'same':
    case 'word':
      return `this is not so`;
    case 'effect':
      return `the run does not go that way${when}`;
    case 'item':
    case 'mention':
      return `${claim.code} does not come up here`;
    case 'round':
      return `there is no round ${claim.nth} here`;
    case 'count':
      return `the rounds are ${meaning.roundsOfLoops().join(', ')}, not ${claim.n}`;
    case 'kept':
      return `${claim.name} is not the same here`;
    case 'each':
      return `this is not what was done with each of them`;
    case 'loop':
      return `no loop goes over this`;
    case 'call':
      return `there is no call ${claim.func}(${claim.args.join(', ')})${when === '' ? '' : ` here;${when}`}`;
    case 'return': {
      const back = view.story.steps.find(
        (s) =>
          s.kind === 'return' && s.index >= step && (claim.func === null || s.facts['func'] === claim.func),
      );
      const got = back === undefined ? null : (back.facts['chain'] as readonly string[]).at(-1)!;
      return `what is returned is ${got ?? view.answer ?? 'nothing'}, not ${claim.chain.at(-1) ?? 'this'}`;
    }
    case 'print':
      return claim.times > 1
        ? `${claim.code} is not printed ${claim.times} times`
        : `${claim.code} is not printed${when === '' ? '' : ` here;${when}`}`;
    case 'raise': {
      const raised = view.story.steps.find((s) => s.kind === 'raise');
      const shown =
        raised === undefined
          ? 'nothing'
          : `${raised.facts['type'] as string}: ${(raised.facts['text'] as string | undefined) ?? ''}`;
      return `what is raised is ${shown}`;
    }
    case 'catch':
      return claim.negated ? `the exception is caught` : `no such exception is caught`;
    case 'mutate':
      return `the run does no such thing to ${claim.object !== null && 'code' in claim.object ? claim.object.code : 'an object'}${when}`;
    case 'delta':
      return `nothing changes by ${claim.by} here`;
    case 'change':
      return `it does not go from ${claim.from} to ${claim.chain.at(-1)!}${when}`;
    case 'sequence':
      return `these are not the values, in this order`;
    case 'goes-into':
      return `${claim.dividend} // ${claim.divisor} is ${view.evaluate(`(${claim.dividend}) // (${claim.divisor})`, step) ?? 'not that'}`;
    case 'left-over':
      return `what is left over is not ${claim.rest}`;
  }
}
