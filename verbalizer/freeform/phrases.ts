// Phrases that stand for code: `the first element of xs, which is 3`, `the positions of xs from the first to the last`. They are
// those that our own texts use, with other words for what a container holds; each becomes one piece of code. Knows no run.
import { PHRASES, type Phrase } from '../text/phrases.ts';
import { codeOf, exprOf } from './code.ts';
import { wordOf } from './grammar.ts';
import type { Token } from './tokens.ts';

/** Other words for what a row of values or a string is made of. */
const ELEMENTS: readonly ReadonlySet<string>[] = [
  new Set(['element', 'character', 'item', 'value', 'number', 'entry', 'letter', 'member']),
  new Set(['elements', 'characters', 'items', 'values', 'numbers', 'entries', 'letters', 'members']),
];
const OTHERS: Readonly<Record<string, ReadonlySet<string>>> = {
  largest: new Set(['largest', 'biggest', 'greatest', 'highest', 'maximum']),
  smallest: new Set(['smallest', 'lowest', 'least', 'minimum']),
  of: new Set(['of', 'in']),
  'upper-case': new Set(['upper-case', 'uppercase', 'capital']),
  'lower-case': new Set(['lower-case', 'lowercase']),
};

interface Pattern {
  /** A word in lower case, or the number of a part. */
  readonly parts: readonly (string | number)[];
  readonly python: string;
  readonly bare: boolean;
}

const byFirst = new Map<string, Pattern[]>();
for (const { words, python, bare } of Object.values(PHRASES) as Phrase[]) {
  const parts = (words.match(/[^ ,]+|,/g) ?? []).map((word) => {
    const part = /^\{(\d)\}$/.exec(word);
    return part === null ? word.toLowerCase() : Number(part[1]);
  });
  const first = parts[0] as string;
  byFirst.set(first, [...(byFirst.get(first) ?? []), { parts, python, bare: bare === true }]);
}

/** The tokens with every phrase as one piece of code. */
export function joinPhrases(tokens: readonly Token[]): Token[] {
  const out: Token[] = [];
  for (let i = 0; i < tokens.length;) {
    const found = phraseAt(tokens, i);
    if (found === null) out.push(tokens[i++]!);
    else {
      const span = [tokens[i]!.span[0], tokens[found.end - 1]!.span[1]] as const;
      out.push({ kind: 'code', text: found.code, span, word: null, func: false });
      i = found.end;
    }
  }
  return out;
}

function phraseAt(tokens: readonly Token[], at: number): { end: number; code: string } | null {
  let best: { end: number; code: string } | null = null;
  for (const { parts, python, bare } of byFirst.get(wordOf(tokens[at]) ?? '') ?? []) {
    const end = at + parts.length;
    if (end > tokens.length || end <= (best?.end ?? 0)) continue;
    const contents: string[] = [];
    const fits = parts.every((part, n) => {
      const token = tokens[at + n]!;
      if (typeof part === 'string') return isWord(wordOf(token), part);
      contents[part] = token.text;
      return token.kind === 'code';
    });
    if (!fits) continue;
    const value = bare ? null : valueAfter(tokens, end);
    // what it comes to has to follow, or the words may go on: `the first element of xs that is even`
    if (!bare && value === null) continue;
    const expr = exprOf(
      python
        .replace(/\{(\d)\}/g, (_, n: string) => operand(contents[Number(n)]!))
        .replace('{=}', value ?? 'None'),
    );
    if (expr !== null) best = { end, code: codeOf(expr) };
  }
  return best;
}

function isWord(word: string | null, wanted: string): boolean {
  if (word === null) return false;
  return (
    word === wanted ||
    OTHERS[wanted]?.has(word) === true ||
    (/^(?:element|character)s?$/.test(wanted) && ELEMENTS.some((set) => set.has(wanted) && set.has(word)))
  );
}

function operand(code: string): string {
  return /^(?:Name|Constant|Call|Subscript|Attribute|List|Tuple|Dict|Set)$/.test(exprOf(code)?.kind ?? '')
    ? code
    : `(${code})`;
}

/** The value in `, which is 3`, `, that is, 3`, `= 3`. */
function valueAfter(tokens: readonly Token[], at: number): string | null {
  const words = [0, 1, 2].map((n) => wordOf(tokens[at + n]) ?? '');
  const which =
    words[0] === ',' && /^(?:which|that)$/.test(words[1]!) && /^(?:is|was|equals)$/.test(words[2]!);
  const namely = words[0] === ',' && /^(?:namely|i.e.)$/.test(words[1]!);
  const next =
    tokens[at]?.text === '=' ? tokens[at + 1] : which ? tokens[at + 3] : namely ? tokens[at + 2] : undefined;
  return next?.kind === 'code' ? next.text : null;
}
