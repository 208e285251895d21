// Names as the program writes them: what is called has to be named where it is said to be called, what gets a value where it is
// said to get it. `After years, we call with n = 3` says nothing false, and nobody can tell what is called.
import { isFiller, wordOf } from '../../freeform/grammar.ts';
import { NOUNS } from '../../freeform/words.ts';
import { exprOf } from '../../freeform/code.ts';
import { actOf } from '../../freeform/verbs.ts';
import { links, pairsOf } from '../../freeform/meaning.ts';
import type { Step } from '../../steps/step.ts';
import type { Token } from '../../freeform/tokens.ts';
import type { Ground } from './ground.ts';

/** They stand for a callee that has been named. */
const STANDS_FOR = /^(?:it|itself|this|that|function|program|method|again|recursively|constructor|they)$/;
const CALLS = /^(?:call|invoke)$/;

/** Targets back that a value may be of without its name. */
const RECENT = 8;

/** A call that is told where nothing is named that is called; null when there is none. */
export function namelessCall({ sentence: { piece }, told }: Ground): string | null {
  const { tokens } = piece;
  const calls = told.filter(({ kind }) => kind === 'call' || kind === 'summary');
  if (calls.length === 0 || tokens.some((t) => t.func)) return null;
  for (const [i, token] of tokens.entries()) {
    const next = wordOf(tokens[i + 1]);
    if (token.kind !== 'word' || next !== 'with' || !isCalling(token.text)) continue;
    // `the second call with n = 2`
    if (
      /^(?:call|calls)$/.test(token.text) &&
      /^(?:the|a|this|that|next|last|first|second|third|fourth|another|more|recursive|inner|outer|new)$/.test(
        wordOf(tokens[i - 1]) ?? '',
      )
    )
      continue;
    if (tokens.slice(0, i + 1).some((t) => STANDS_FOR.test(wordOf(t) ?? ''))) continue;
    return `it is not said what is called: ${String(calls[0]!.facts['func'])}`;
  }
  return null;
}

function isCalling(word: string): boolean {
  return actOf(word) === 'call' && CALLS.test(word.replace(/(?:ed|ing|s)$/, ''));
}

/** Verbs of what a function does when it ends, and of a recursion. */
const RETURNS = /^(?:returns|gives|hands|passes|sends|yields|returned|gave|handed)$/;

/**
 * `After years gives back 6`, `part calls itself`: said of a noun or of a variable, which do no such thing; or a bare
 * `Calls itself with 6`, of which nobody can tell what does. Null when none is.
 */
export function wrongDoer({ sentence: { piece }, told }: Ground): string | null {
  const { tokens } = piece;
  if (!told.some(({ kind }) => /^(?:call|return|result|summary)$/.test(kind))) return null;
  for (const [i, token] of tokens.entries()) {
    const next = wordOf(tokens[i + 1]) ?? '';
    const recurs = token.kind === 'word' && actOf(token.text) === 'call' && next === 'itself';
    const returns =
      token.kind === 'word' &&
      RETURNS.test(token.text) &&
      // `the value returned is 5`
      (/^returns$/.test(token.text) ||
        next === 'back' ||
        (token.text === 'returned' && tokens[i + 1]?.kind === 'code'));
    if (!recurs && !returns) continue;
    if (recurs && !tokens.slice(0, i).some(isDoer)) return 'it is not said what calls itself';
    let at = i - 1;
    while (isFiller(tokens[at])) at--;
    const doer = tokens[at];
    if (doer === undefined || doer.func || doer.kind === 'mark') continue;
    const noun = wordOf(doer) ?? '';
    const variable = doer.kind === 'code' && exprOf(doer.text)?.kind === 'Name';
    if (variable || (doer.kind === 'word' && NOUNS.has(noun) && !DOERS.test(noun)))
      return `${doer.text} does no such thing`;
  }
  return null;
}

/** Nouns for what is called. */
const DOERS = /^(?:function|call|program|method|answer|result|output)$/;

/** It names what calls, or stands for it. */
function isDoer(token: Token): boolean {
  const word = wordOf(token) ?? '';
  return token.func || STANDS_FOR.test(word) || DOERS.test(word);
}

/** A name that gets a value where it is not named, nor spoken of before; null when every one is. */
export function namelessTarget({ sentence: { piece, from }, told, place, meaning }: Ground): string | null {
  for (const [n, step] of told.entries()) {
    if (step.kind !== 'bind') continue;
    const target = step.facts['target'] as string;
    const name = baseOf(target);
    // `its level` names an attribute
    const attribute = /\.(\w+)$/.exec(target)?.[1] ?? name;
    const own = piece.tokens.some(
      (t) => t.kind === 'code' && (mentions(t.text, name) || t.text === attribute),
    );
    // `both lists start empty`; `so that's 'hot'`, of what a condition chooses
    const many = piece.tokens.some((t) => /^(?:both|two)$/.test(t.text));
    const chosen = meaning.view.expressionsAt(step).some((e) => e.kind === 'IfExp');
    if (own || many || chosen) continue;
    // `we add 3, which makes 7`, after a sentence that names it
    const before = place.quests.slice(Math.max(0, from + n - RECENT), from + n).map((q) => q.target.step);
    if (before.some((s) => concerns(s, name))) continue;
    return `it is not said what becomes ${links(step.facts['chain']).at(-1)!}: ${name}`;
  }
  return null;
}

function baseOf(target: string): string {
  let expr = exprOf(target);
  while (expr?.kind === 'Subscript' || expr?.kind === 'Attribute') expr = expr.value;
  return expr?.kind === 'Name' ? expr.id : target;
}

function mentions(code: string, name: string): boolean {
  return new RegExp(`(?<![\\w.'])${name}(?!\\w)`).test(code);
}

function concerns({ facts }: Step, name: string): boolean {
  const said = [
    facts['target'],
    facts['object'],
    facts['source'],
    ...pairsOf(facts['pairs']).map(([n]) => n),
    ...links(facts['chain']),
  ];
  return said.some((text) => typeof text === 'string' && mentions(text, name));
}
