// A call that a sentence speaks of is one that it makes, that is to come, or that comes to its end here: not the one inside
// which everything happens.
import { codeOf, exprOf } from '../../freeform/code.ts';
import { wordOf } from '../../freeform/grammar.ts';
import { actOf } from '../../freeform/verbs.ts';
import { ordinal } from '../../freeform/numbers.ts';
import type { Claim } from '../../freeform/claims.ts';
import type { Ground } from './ground.ts';

/** The first call that is spoken of out of place; null when there is none. */
export function strayCall({ sentence, told, meaning, place }: Ground): string | null {
  const { story } = meaning.view;
  const before = place.quests[sentence.from - 1]?.target.step.index ?? -1;
  const ended = told
    .filter(({ kind }) => kind === 'return' || kind === 'result')
    .map((s) => meaning.callOf(s));
  const atHand = story.calls.filter(({ step }) => step > before || ended.includes(step));
  for (const [body] of sentence.piece.claims) {
    const claim = callOf(body);
    if (claim === null || claim.args.length === 0 || !meaning.view.functions.has(claim.func)) continue;
    // `double(3) and double(3)`: each call is one
    const i = atHand.findIndex(({ step }) => meaning.isCall(story.steps[step]!, claim.func, claim.args));
    if (i >= 0) atHand.splice(i, 1);
    else return `${claim.func}(${claim.args.join(', ')}) is not called here`;
  }
  return null;
}

/** `it therefore calls itself with 13`, where the call of 13 is told already; null when a call is made or comes next. */
export function calledAlready({ sentence: { piece }, told, place, near }: Ground): string | null {
  const { tokens } = piece;
  const i = tokens.findIndex(
    (t, n) => actOf(t.text) === 'call' && /^itself$/.test(wordOf(tokens[n + 1]) ?? ''),
  );
  if (i < 0) return null;
  const next = place.quests[place.next]?.target.step;
  const calls = [
    ...told,
    ...near.filter(({ index }) => index > (told.at(-1)?.index ?? place.now)),
    ...(next === undefined ? [] : [next]),
  ];
  return calls.some(({ kind }) => /^(?:call|summary|descent|fold|stretch)$/.test(kind))
    ? null
    : 'no call is made here';
}

/** What may have returned something, besides a function of the program by its name. */
const AGENTS = /^(?:the|this|that|it|our|its|each|every|a|an|which)$/;

/** `8 is returned by pick`, where nothing is called so; null when what returns is named, or not said. */
export function strangeAgent({ sentence: { piece }, meaning }: Ground): string | null {
  const words = piece.tokens.map((t) => t.text);
  const i = words.findIndex(
    (word, n) => /^(?:returned|yielded|produced)$/i.test(word) && words[n + 1] === 'by',
  );
  const agent = words[i + 2];
  if (i < 0 || agent === undefined || AGENTS.test(agent) || piece.tokens[i + 2]!.kind !== 'word') return null;
  return meaning.view.functions.has(agent) ? null : `nothing is called ${agent} here`;
}

/** The call that a claim speaks of; that of a chain is worked out, not spoken of. */
function callOf(claim: Claim): { readonly func: string; readonly args: readonly string[] } | null {
  if (claim.kind === 'call') return claim;
  const expr = claim.kind === 'mention' ? exprOf(claim.code) : null;
  if (expr?.kind !== 'Call' || expr.func.kind !== 'Name') return null;
  return { func: expr.func.id, args: expr.args.map((arg) => codeOf(arg)) };
}

/** `the second call`, where it is the first that is made or comes to its end; null when nothing is wrong. */
export function wrongCallNumber(ground: Ground): string | null {
  const { told, meaning } = ground;
  const { story } = meaning.view;
  const funcOf = (call: { readonly step: number }): unknown => story.steps[call.step]!.facts['func'];
  const numbers = told.flatMap((step) => {
    const call =
      step.kind === 'call'
        ? story.calls.find((c) => c.step === step.index)
        : step.kind === 'return' || step.kind === 'result'
          ? story.calls.find((c) => c.step === meaning.callOf(step))
          : undefined;
    if (call === undefined) return [];
    const alike = story.calls.filter((c) => funcOf(c) === funcOf(call));
    return [{ n: alike.indexOf(call) + 1, of: alike.length }];
  });
  if (numbers.length === 0) return null;
  for (const { word, said } of numbersSaid(ground)) {
    if (!numbers.some(({ n, of }) => (said === 'last' ? n === of : n === said)))
      return `this is not the ${word} call`;
  }
  return null;
}

/** Which calls a sentence names by their number, though a variable may be called `first`. */
function numbersSaid({ atoms, sentence }: Ground): { word: string; said: number | 'last' }[] {
  const { tokens } = sentence.piece;
  const named = tokens.flatMap(({ kind, text }, i) => {
    const n = kind === 'code' && /^calls?$/i.test(tokens[i + 1]?.text ?? '') ? ordinal(text) : null;
    return n === null ? [] : [{ word: text, said: n }];
  });
  const said = atoms.flatMap((atom) =>
    atom.kind === 'nth' && /^calls?$/i.test(atom.noun ?? '') ? [{ word: atom.word, said: atom.n }] : [],
  );
  return [...said, ...named];
}
