// Sentences that tell nothing: they may lead up to what comes, or say again what is so, and nothing else. An invented step
// that happens to be true of the run would pass otherwise.
import { walk, type Expr } from '../../../grammar/index.ts';
import type { Claim } from '../../freeform/claims.ts';
import { exprOf } from '../../freeform/code.ts';
import { wordOf } from '../../freeform/grammar.ts';
import { NOUNS } from '../../freeform/words.ts';
import { pairsOf } from '../../freeform/meaning.ts';
import { atHand, isLiteral } from '../stem.ts';
import { loopBegins } from './flow.ts';
import { isBare } from './fragments.ts';
import type { Ground } from './ground.ts';
import { ELEMENTS } from './nouns.ts';
import { isLikeName } from './subjects.ts';

/** A sentence that tells none of the essential claims, and more than it may; null for others. */
export function idle(ground: Ground): string | null {
  if (ground.told.length > 0 || repeatsLast(ground)) return null;
  const untimely =
    isBare(ground) ||
    speaksOfStrangers(ground) ||
    isEarly(ground) ||
    isLate(ground) ||
    speaksOfRounds(ground);
  if (untimely) return 'this tells nothing that is needed here';
  return ground.sentence.piece.claims.every(([claim]) => mayStand(claim, ground))
    ? null
    : 'this tells nothing that is needed here';
}

/** Before the call it is not spoken of what is inside it. */
function isEarly({ sentence: { from, piece }, place, meaning }: Ground): boolean {
  const first = place.quests[0]?.target.step;
  if (from > 0 || first?.kind !== 'call') return false;
  return piece.tokens.some(
    (t) =>
      LOOPING.test(t.text) ||
      (t.kind === 'code' &&
        !t.func &&
        exprOf(t.text)?.kind === 'Name' &&
        !meaning.view.functions.has(t.text)),
  );
}

const LOOPING = /^(?:loops?|walks?|iterates?|goes)$/;

/** `Step 5: n = 4.`, after what the round of 4 does. */
function isLate({ sentence: { piece }, place }: Ground): boolean {
  const values = piece.claims.map(([claim]) => claim);
  let at = place.told;
  while (at > 0 && !/^(?:round|call)$/.test(place.quests[at]!.target.step.kind)) at--;
  const round = place.quests[at]?.target.step;
  if (round?.kind !== 'round' || at === place.told || values.length === 0) return false;
  const names = new Set(pairsOf(round.facts['pairs']).map(([name]) => name));
  return values.every(
    (c) =>
      c.kind === 'value' &&
      c.mode === 'is' &&
      'code' in c.subject &&
      names.has(c.subject.code) &&
      c.chain.length === 1,
  );
}

/** `The remaining prices are looked at in turn`, where no prices are, or no loop begins. */
function speaksOfStrangers(ground: Ground): boolean {
  const { piece } = ground.sentence;
  // `we start with total at 0`, of no name of the program
  const isValue = (code: string): boolean => exprOf(code) !== null && isLiteral(exprOf(code)!);
  const values = piece.claims.filter(([claim]) => claim.kind === 'mention' && isValue(claim.code)).length;
  if (values < piece.claims.length) return false;
  const nouns = piece.tokens.filter((t) => t.kind === 'word' && NOUNS.has(t.text));
  if (values > 0) return nouns.some((t) => !ELEMENTS.test(t.text) && !isLikeName(t.text, ground));
  const many = piece.tokens.filter((t) => t.kind === 'word' && NOUNS.has(t.text) && /[^s]s$/.test(t.text));
  if (many.length === 0) return false;
  const known = many.every((t) => ELEMENTS.test(t.text) || isLikeName(t.text, ground));
  return !known || !loopBegins(ground);
}

/** `We now look at each number`, `the loop runs once more`, where no loop begins or this is its first round. */
function speaksOfRounds(ground: Ground): boolean {
  const { tokens } = ground.sentence.piece;
  const says = (words: RegExp): boolean => tokens.some((t) => t.kind === 'word' && words.test(t.text));
  const elements = tokens.some(
    (t, i) => /^(?:each|every|all)$/.test(t.text) && ELEMENTS.test(wordOf(tokens[i + 1]) ?? ''),
  );
  if (elements && !loopBegins(ground)) return true;
  const next = ground.place.quests[ground.place.next]?.target.step;
  return (
    says(/^(?:more|again)$/) &&
    says(/^(?:loop|round|iteration|time)$/) &&
    next?.kind === 'round' &&
    next.facts['nth'] === '1'
  );
}

/** `inner = [5]: inner = [5]`: the same of the same name twice in a row; null when nothing is. */
export function saidTwice({ sentence: { piece } }: Ground): string | null {
  const said = new Map<string, number>();
  const isAside = ({ span: [a, b] }: Claim): boolean =>
    piece.claims.some(([{ kind, span }]) => kind === 'relation' && span[0] === a && span[1] === b);
  const callBetween = (from: number, to: number): boolean =>
    piece.tokens.some((t) => t.func && from <= t.span[0] && t.span[1] <= to);
  for (const [claim] of piece.claims) {
    // what stands beside a comparison is said of it
    if (claim.kind !== 'value' || 'loose' in claim.subject || claim.negated || isAside(claim)) continue;
    const key = `${claim.subject.code} ${claim.chain.join(' = ')}`;
    const before = said.get(key);
    if (before !== undefined && claim.span[0] - before <= 2 && !callBetween(...claim.span))
      return `${claim.subject.code} is said twice to be ${claim.chain.at(-1)!}`;
    said.set(key, claim.span[1]);
  }
  return null;
}

/** A condition or a call told last may be said once more before it goes on. */
function repeatsLast({ sentence: { from, piece, tellings }, place }: Ground): boolean {
  const [a, b] = piece.span;
  const last = place.quests[from - 1]?.target.step.kind;
  if (last !== 'test' && last !== 'call') return false;
  return (tellings.get(from - 1) ?? []).some((span) => a <= span[0] && span[1] <= b);
}

const SUMS_UP = /^(?:so|thus|hence|therefore|finally|answer|result|output|final|overall|that|which)$/i;

function mayStand(claim: Claim, ground: Ground): boolean {
  const { meaning, place } = ground;
  switch (claim.kind) {
    case 'count':
    case 'each':
      return true;
    // `it is not caught`, which is held against the run elsewhere
    case 'catch':
      return claim.negated;
    case 'mention':
      return isOfWhatComes(claim.code, ground);
    // `the loop looks at each letter in turn`, before it does
    case 'loop':
    case 'change':
      return loopBegins(ground);
    case 'effect':
      // that a loop is over has been held against the place
      return claim.what === 'again'
        ? loopBegins(ground)
        : /^(?:end|leave)$/.test(claim.what) && !claim.negated;
    case 'word':
      return ELEMENTS.test(claim.word) && loopBegins(ground);
    case 'relation':
      // a comparison that is about to be made
      return claim.truth === null;
    case 'value':
      return (
        !claim.negated &&
        ('code' in claim.subject ? exprOf(claim.subject.code) !== null : claim.chain.length > 1)
      );
    case 'return':
      // `so the answer is 5`, but not that it is returned once more
      return place.next >= place.quests.length
        ? claim.chain.at(-1) === 'None' || ground.sentence.piece.tokens.some(({ text }) => SUMS_UP.test(text))
        : meaning.view.functions.size > 1;
    default:
      return false;
  }
}

/** Whether a value is of what is told last, comes next or lies between. */
function isOfWhatComes(code: string, { near, place, meaning }: Ground): boolean {
  const expr = exprOf(code);
  if (expr === null || !isLiteral(expr) || hasName(expr)) return true;
  const from = place.quests[place.told]?.target.step.index ?? -1;
  return atHand(
    code,
    near.filter(({ index }) => index >= from),
    [],
    meaning,
  );
}

/** `(pupil, mark)` is no value. */
function hasName(expr: Expr): boolean {
  let found = false;
  walk(expr, ({ kind }) => {
    found ||= kind === 'Name';
  });
  return found;
}
