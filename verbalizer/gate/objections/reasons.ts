// What a sentence gives as a reason has to be the reason: the condition that it tells, not another that is true too.
import { wordOf } from '../../freeform/grammar.ts';
import { CAUSES } from '../atoms/words.ts';
import type { Claim, ClaimOf } from '../../freeform/claims.ts';
import { ONE_SIDED, type Referents } from '../../freeform/meaning.ts';
import type { Step } from '../../steps/step.ts';
import { exprOf } from '../../freeform/code.ts';
import { stems } from '../stem.ts';
import { conditionOf, fits } from '../tests.ts';
import type { Ground } from './ground.ts';

type Relation = ClaimOf<'relation'>;

const isMembership = ({ op }: Relation): boolean => op === 'in' || op === 'not in';

/** The first reason that is none here; null when there is none. */
export function wrongReason(ground: Ground): string | null {
  const { told, near, sentence } = ground;
  const before = ground.place.lastTest();
  const goesOn = sentence.piece.claims.some(([{ kind }]) => kind === 'effect' || kind === 'verdict');
  const own = told.filter((s) => s.kind === 'test');
  // `since n is not 0, the return is skipped`, of a condition told before
  const tests = own.length === 0 && told.length === 0 && goesOn && before !== null ? [before] : own;
  const upcoming = near.find((s) => s.index > (told.at(-1)?.index ?? -1) && s.kind === 'test');
  const asked = upcoming === undefined ? tests : [...tests, upcoming];
  const last = before === null ? [] : [before];
  for (const [body, referents] of sentence.piece.claims) {
    const leads = followsCause(body, ground);
    if (tests.length > 0 && leads && body.kind === 'value' && !isWorkedFor(body, tests, ground))
      return 'this is not the reason';
    if (leads && body.kind === 'value' && tellsDeed(body, ground)) return 'this is not the reason';
    const claim = body.kind === 'relation' ? withSubject(body, ground) : body;
    if (claim.kind !== 'relation' || claim.truth === null || 'loose' in claim.left) continue;
    if ('loose' in claim.right && !ONE_SIDED.has(claim.op) && !isMembership(claim)) continue;
    const reason = (claim.reason || leads) && tests.length > 0;
    // `2 is not greater than 2`: two values are compared where the run compares them
    const values = 'code' in claim.right && isValue(claim.left.code) && isValue(claim.right.code);
    if (values && asked.length > 0 && ![...asked, ...last].some((s) => isOf(claim, referents, s, ground)))
      return 'the run does not compare these here';
    const membership = isMembership(claim) && asked.some((s) => membershipIn(s, ground));
    if ((reason || membership) && !(reason ? tests : asked).some((s) => isOf(claim, referents, s, ground)))
      return reason ? 'this is not the reason' : 'the run does not ask this here';
  }
  return null;
}

/** `Because n > 0, …`: the word stands right before. */
function followsCause({ span }: Claim, { sentence }: Ground): boolean {
  const { tokens } = sentence.piece;
  const i = tokens.findIndex((t) => t.span[0] >= span[0]);
  return i > 0 && CAUSES.has(wordOf(tokens[i - 1]) ?? '');
}

/** `because a is 18`, where that is what the sentence has happen after a condition. */
function tellsDeed({ span }: Claim, { sentence: { from, tellings }, told }: Ground): boolean {
  const test = told.findIndex((s) => s.kind === 'test');
  return told.some(
    (step, n) =>
      test >= 0 &&
      n > test &&
      /^(?:bind|unpack|mutate)$/.test(step.kind) &&
      (tellings.get(from + n) ?? []).some(([a, b]) => a === span[0] && b === span[1]),
  );
}

/** `because 6 % 2 equals 0`: what is worked out as a reason is worked out for one of the conditions. */
function isWorkedFor(claim: ClaimOf<'value'>, tests: readonly Step[], { meaning }: Ground): boolean {
  if ('loose' in claim.subject || exprOf(claim.subject.code)?.kind !== 'BinOp') return true;
  return stems(claim.subject.code, tests, meaning);
}

/** `1 has not been seen`: what stands right before is what it is said of. */
function withSubject(claim: Relation, { sentence }: Ground): Relation {
  if ('code' in claim.left) return claim;
  const { tokens } = sentence.piece;
  const before = tokens[tokens.findIndex((t) => t.span[0] >= claim.span[0]) - 1];
  return before?.kind === 'code' ? { ...claim, left: { code: before.text } } : claim;
}

function isValue(code: string): boolean {
  return /^-?\d+(?:\.\d+)?$/.test(code);
}

function membershipIn(step: Step, { meaning }: Ground): boolean {
  return conditionOf(step, meaning).parts.some(
    ({ expr }) => expr.kind === 'Compare' && /^(?:not )?in$/.test(expr.ops[0]!),
  );
}

function isOf(claim: Relation, referents: Referents, step: Step, { meaning }: Ground): boolean {
  return fits(claim, referents, conditionOf(step, meaning), step.index, meaning).some(({ right }) => right);
}
