// A sentence as a row of atoms: pieces of code, comparisons, negations, verdicts, deeds, the words between that give roles.
// Words that say nothing are left out, so that a wording need not be known to be read. Knows no run.
import { actOf } from '../../freeform/verbs.ts';
import { wordOf } from '../../freeform/grammar.ts';
import { isAdverb } from '../../freeform/reader.ts';
import { cardinal, ordinal } from '../../freeform/numbers.ts';
import type { Token } from '../../freeform/tokens.ts';
import { COMPARISONS, PROPERTIES } from '../../freeform/words.ts';
import type { EffectName } from '../../freeform/claims.ts';
import { FLOWS, kindOf, PREPOSITIONS, ROLES, VERDICTS, type Role, type WordKind } from './words.ts';

export type Atom = {
  readonly clause: number;
  readonly span: readonly [number, number];
  readonly word: string;
} &
  /** Code; `number` when it is a number word, `noun` the word after it. */
  (
    | { readonly kind: 'code'; readonly code: string; readonly number: boolean; readonly noun: string | null }
    /** A comparison; `right` where it is part of it (`even`, `empty`). */
    | { readonly kind: 'rel'; readonly op: string; readonly right: string | null; readonly soft: boolean }
    | { readonly kind: 'verdict'; readonly truth: boolean }
    | {
        readonly kind: 'nth';
        readonly n: number | 'last';
        readonly opens: boolean;
        readonly noun: string | null;
      }
    /** A deed; `passive`: what it is said of stands before it (`4 is appended`). */
    | { readonly kind: 'act'; readonly of: string | null; readonly passive: boolean }
    /** A noun that says how a value came about (`the remainder`). */
    | { readonly kind: 'role'; readonly role: Role }
    /** Where control goes. */
    | { readonly kind: 'flow'; readonly what: EffectName }
    | { readonly kind: 'prep'; readonly noun: string | null }
    | {
        readonly kind:
          | 'break'
          | 'not'
          | 'is'
          | 'becomes'
          | 'cause'
          | 'pronoun'
          | 'hard'
          | 'unknown'
          | 'ask'
          | 'again'
          | 'idle';
      }
  );

/** Verbs that compare. */
const COMPARING: ReadonlyMap<string, string> = new Map([
  ...['exceeds', 'exceed', 'exceeded'].map((w) => [w, '>'] as const),
  ...['differs', 'differ', 'differed'].map((w) => [w, '!='] as const),
  ...['matches', 'match', 'matched'].map((w) => [w, '=='] as const),
]);
const MORE_COMPARISONS: readonly (readonly [string, string])[] = [
  ['find in', 'in'],
  ['appear in', 'in'],
  ['appears in', 'in'],
  ['appeared in', 'in'],
  ['occur in', 'in'],
  ['occurs in', 'in'],
  ['occurred in', 'in'],
  ['no entry for', 'not in'],
  ['not seen', 'not in'],
  ['not been seen', 'not in'],
  ['seen', 'in'],
  ['new', 'not in'],
  ['an entry for', 'in'],
  ['longer than', 'longer'],
  ['shorter than', 'shorter'],
  ['a key of', 'in'],
  ['a key in', 'in'],
  ['already in', 'in'],
  ['is in', 'in'],
  ['are in', 'in'],
  ['was in', 'in'],
  ['not found in', 'not in'],
  ['found in', 'in'],
  ['the same', '=='],
  ['different', '!='],
  ['smaller or equal to', '<='],
  ['greater or equal to', '>='],
  ['equal', '=='],
  ['bigger', '>'],
  ['larger', '>'],
  ['smaller', '<'],
];
const PHRASES = [
  ...COMPARISONS.filter(
    ([text]) => !/^(?:in|under|over|up to|within|inside|longer than|shorter than)$/.test(text),
  ).map(([text, op]) => ({
    words: text.split(' '),
    op,
    right: null as string | null,
  })),
  ...MORE_COMPARISONS.map(([text, op]) => ({ words: text.split(' '), op, right: null as string | null })),
  ...[['vowel', 'in', "'aeiouAEIOU'"]].map(([text, op, right]) => ({
    words: [text!],
    op: op!,
    right: right as string | null,
  })),
  ...PROPERTIES.map(([text, op, right]) => ({ words: text.split(' '), op, right: right as string | null })),
].sort((a, b) => b.words.length - a.words.length);

/** Words that may be no comparison at all: `a new list`. */
const SOFT = /^(?:new|seen|vowel|an entry for)$/;
/** Turns of speech that say nothing, or only that something goes on. */
const IDIOMS = [
  'all the way',
  'once again',
  'at all',
  'left alone',
  'all in all',
  'do nothing',
  'does nothing',
  'nothing is left',
  'nothing left',
  'no more',
  'as it is',
].map((t) => t.split(' '));
const AGAIN = [
  'once more',
  'one more time',
  'one more call',
  'one more round',
  'one last time',
  'once again',
].map((t) => t.split(' '));
const LABEL = /^(?:step|stage|part|case)$/;
const COUNTED = /^(?:call|round|iteration|pass)$/;

/** `the one`, `one at a time`: no number. */
const ONES = /^(?:this|that|the|which|another|each|next|last|first|one)$/;

/** Reads the tokens of a sentence. */
export function atomsOf(tokens: readonly Token[]): Atom[] {
  const atoms: Atom[] = [];
  let clause = 0;
  for (let i = 0; i < tokens.length; i++) {
    const token = tokens[i]!;
    const word = wordOf(token) ?? '';
    const at = { clause, span: token.span, word };
    const begins = ({ length }: readonly string[]): boolean => i + length <= tokens.length;
    const stands = (words: readonly string[]): boolean =>
      begins(words) && words.every((w, n) => wordOf(tokens[i + n]) === w);
    const idiom = IDIOMS.find(stands);
    if (idiom !== undefined && token.kind === 'word') {
      if (/^(?:do|does) nothing$/.test(idiom.join(' '))) atoms.push({ ...at, kind: 'idle' });
      i += idiom.length - 1;
      continue;
    }
    const again = AGAIN.find(stands);
    if (again !== undefined) {
      atoms.push({ ...at, kind: 'again' });
      i += again.length - 1;
      continue;
    }
    // `Step 2: …`, `Call 2 returns …`
    const number = tokens[i + 1];
    if (token.kind === 'word' && number?.kind === 'code' && /^\d+$/.test(number.text)) {
      if (LABEL.test(word) && i === 0) {
        i++;
        continue;
      }
      if (COUNTED.test(word)) {
        atoms.push({
          ...at,
          kind: 'nth',
          n: Number(number.text),
          opens: false,
          noun: word,
          span: [token.span[0], number.span[1]],
        });
        i++;
        continue;
      }
    }
    // `comes out`, where `out` is a name too
    if (
      token.kind === 'code' &&
      token.word !== null &&
      PREPOSITIONS.has(token.word) &&
      actOf(wordOf(tokens[i - 1]) ?? '') !== null &&
      tokens[i + 1]?.text !== '='
    ) {
      atoms.push({ ...at, kind: 'prep', noun: null });
      continue;
    }
    if (token.kind === 'code') {
      atoms.push({ ...at, kind: 'code', code: token.text, number: false, noun: wordOf(tokens[i + 1]) });
      continue;
    }
    if (token.kind === 'mark') {
      if (token.text === '=') atoms.push({ ...at, kind: 'is' });
      else if (token.text === '→') {
        atoms.push({ ...at, kind: 'break' });
        clause++;
        atoms.push({ ...at, clause, kind: 'becomes' });
      } else if (token.text === '?') atoms.push({ ...at, kind: 'ask' });
      else if (/^[<>%+*/^&|]$/.test(token.text)) atoms.push({ ...at, kind: 'hard' });
      else {
        if (token.text === ':') atoms.push({ ...at, kind: 'is' });
        atoms.push({ ...at, kind: 'break', word: token.text });
        clause++;
      }
      continue;
    }
    const phrase = PHRASES.find(({ words }) => words.every((w, n) => wordOf(tokens[i + n]) === w));
    if (phrase !== undefined) {
      const end = tokens[i + phrase.words.length - 1]!;
      atoms.push({
        ...at,
        kind: 'rel',
        op: phrase.op,
        right: phrase.right,
        soft: SOFT.test(phrase.words.join(' ')),
        span: [token.span[0], end.span[1]],
      });
      i += phrase.words.length - 1;
      continue;
    }
    const comparing = COMPARING.get(word);
    if (comparing !== undefined) {
      atoms.push({ ...at, kind: 'rel', op: comparing, right: null, soft: false });
      continue;
    }
    const n = cardinal(word);
    if (n !== null) {
      const loose =
        word === 'one' && (ONES.test(wordOf(tokens[i - 1]) ?? '') || wordOf(tokens[i + 1]) === 'more');
      if (n !== 1 && wordOf(tokens[i + 1]) === 'by' && tokens[i + 2]?.kind === 'word')
        atoms.push({ ...at, kind: 'hard' });
      const more = wordOf(tokens[i + 1]) === 'by' || wordOf(tokens[i + 1]) === 'at';
      if (!loose && !(word === 'one' && more))
        atoms.push({ ...at, kind: 'code', code: String(n), number: true, noun: wordOf(tokens[i + 1]) });
      continue;
    }
    const nth = ordinal(word) ?? (word === 'last' || word === 'final' ? ('last' as const) : null);
    if (nth !== null) {
      const next = tokens[i + 1];
      const opens = isAdverb(tokens, i);
      atoms.push({ ...at, kind: 'nth', n: nth, opens, noun: wordOf(next) });
      continue;
    }
    if (word === 'and' || word === 'so' || word === 'but' || word === 'then' || word === 'therefore') {
      atoms.push({ ...at, kind: 'break' });
      clause++;
      continue;
    }
    // `a dict called seen`, `the first pass`
    if (/^(?:called|named)$/.test(word) && tokens[i + 1]?.kind === 'code') {
      atoms.push({ ...at, kind: 'is' });
      continue;
    }
    if (
      /^(?:pass|fail|hold)$/.test(word) &&
      (ordinal(wordOf(tokens[i - 1]) ?? '') !== null ||
        /^(?:the|a|last|each|next|this)$/.test(wordOf(tokens[i - 1]) ?? ''))
    )
      continue;
    if ((word === 'front' || word === 'back') && wordOf(tokens[i - 1]) === 'the') {
      atoms.push({ ...at, kind: 'act', of: null, passive: false });
      continue;
    }
    const branch = /^(?:branch|block|clause|part|body|case)$/.test(wordOf(tokens[i + 1]) ?? '');
    if (branch && (word === 'else' || word === 'if')) {
      atoms.push({ ...at, kind: 'flow', what: word === 'else' ? 'else' : 'body' });
      continue;
    }
    // `so we take it`
    if (/^(?:take|takes|keep|keeps|include|count|use|pick)$/.test(word) && wordOf(tokens[i + 1]) === 'it') {
      atoms.push({ ...at, kind: 'flow', what: 'body' });
      continue;
    }
    if (word === 'whether') {
      atoms.push({ ...at, kind: 'ask' });
      continue;
    }
    const flow = FLOWS.get(word);
    if (flow !== undefined && tokens.some((t) => wordOf(t) === 'loop' || wordOf(t) === 'loops')) {
      atoms.push({ ...at, kind: 'flow', what: flow });
      continue;
    }
    const role = ROLES.get(word);
    if (role !== undefined) {
      atoms.push({ ...at, kind: 'role', role });
      continue;
    }
    push(atoms, at, kindOf(word), tokens, i);
  }
  return atoms;
}

function push(
  atoms: Atom[],
  at: { clause: number; span: readonly [number, number]; word: string },
  kind: WordKind,
  tokens: readonly Token[],
  i: number,
): void {
  switch (kind) {
    case 'free':
      return;
    case 'verdict':
      atoms.push({ ...at, kind, truth: VERDICTS.get(at.word)! });
      return;
    case 'act': {
      const be = /^(?:is|are|was|were|gets|got|be|been|being)$/.test(wordOf(tokens[i - 1]) ?? '');
      const subject = be && tokens[i - 2]?.kind === 'code' ? tokens[i - 2]!.text : null;
      const object = tokens[i + 1]?.kind === 'code' ? tokens[i + 1]!.text : null;
      atoms.push({ ...at, kind, of: subject ?? object, passive: subject !== null });
      return;
    }
    case 'prep':
      atoms.push({ ...at, kind, noun: wordOf(tokens[i - 1]) });
      return;
    default:
      atoms.push({ ...at, kind });
  }
}
