// Reads free text to claims, sentence by sentence: at each token the rule that reads the longest stretch. What no rule
// reads is a mention (code), says nothing (known words), or is strange. Knows the program's names and no run.
import { codeOf, exprOf } from './code.ts';
import type { Body, Claim, FreeReading, Unread } from './claims.ts';
import { match, wordOf } from './grammar.ts';
import { cardinal, ordinal } from './numbers.ts';
import { RULES, type Rule } from './rules/index.ts';
import { tableClaims } from './tables.ts';
import { tokenize, type Names, type Token } from './tokens.ts';
import { actOf } from './verbs.ts';
import { LOADED, NEUTRAL, NOUNS, SUBJECTS, TELLING } from './words.ts';

const ENDS = new Set(['.', '!', '?', '¶']);
/** Verbs that are also what an ordinal counts. */
const NUMBERED = /^(?:call|check|test|loop|pass|round|step|comparison|condition|return|move|turn|look)$/;
const REASONS = new Set(['because', 'since', 'as']);
const RESULTS = new Set(['so', 'therefore', 'thus', 'hence', ';', 'then']);

/** Rules by the word they can begin with. */
const byWord = new Map<string, Rule[]>();
const bySlot: Rule[] = [];
const order = new Map<Rule, number>();
RULES.forEach((rule, i) => {
  order.set(rule, i);
  if (rule.pattern.first === null) bySlot.push(rule);
  else
    for (const word of rule.pattern.first) {
      const list = byWord.get(word);
      if (list === undefined) byWord.set(word, [rule]);
      else list.push(rule);
    }
});

interface Sentence {
  readonly tokens: readonly Token[];
  readonly paragraph: number;
}

/** What one sentence says; its spans are relative to the sentence's first token. */
interface SentenceReading {
  readonly bodies: readonly {
    readonly body: Body;
    readonly from: number;
    readonly to: number;
    readonly reason: boolean;
    readonly header: boolean;
  }[];
  readonly strange: readonly (readonly [number, number])[];
  /** Clauses with nothing in them that was read. */
  readonly unread: readonly (readonly [number, number])[];
}

/** A reader for one program's names; keeps what it has read. */
export class FreeReader {
  private readonly known = new Map<string, SentenceReading>();
  private readonly names: Names;
  /** What the program calls its things, in the singular and in the plural. */
  private readonly words: ReadonlySet<string>;
  constructor(names: Names) {
    this.names = names;
    this.words = wordsOf(names.names);
  }

  read(text: string): FreeReading {
    const claims: Claim[] = [];
    const unread: Unread[] = [];
    const strange: Unread[] = [];
    const sentences: (readonly [number, number])[] = [];
    const tokens = tokenize(text, this.names);
    const cut = (from: number, to: number): Unread => ({ span: [from, to], text: text.slice(from, to) });
    for (const { tokens: words, paragraph } of sentencesOf(tokens, text)) {
      const start = words[0]!.span[0];
      const sentence = sentences.length;
      sentences.push([start, words.at(-1)!.span[1]]);
      const reading = this.sentence(words, start);
      for (const { body, from, to, reason, header } of reading.bodies)
        claims.push({ ...body, span: [start + from, start + to], sentence, paragraph, reason, header });
      for (const [from, to] of reading.strange) strange.push(cut(start + from, start + to));
      for (const [from, to] of reading.unread) unread.push(cut(start + from, start + to));
    }
    return { claims, unread, strange, sentences, paragraphs: paragraphsOf(text) };
  }

  /** The sentences of a text as tokens, as `read` numbers them. */
  sentences(text: string): readonly (readonly Token[])[] {
    return sentencesOf(tokenize(text, this.names), text).map(({ tokens }) => tokens);
  }

  private ownNames(reading: SentenceReading): SentenceReading {
    const { functions } = this.names;
    return {
      ...reading,
      bodies: reading.bodies.flatMap((b) => ofArgument(b.body, functions).map((body) => ({ ...b, body }))),
    };
  }

  private sentence(tokens: readonly Token[], start: number): SentenceReading {
    const key = tokens.map((t) => `${t.kind[0]}${t.text}${t.word ?? ''}@${t.span[0] - start}`).join(' ');
    let reading = this.known.get(key);
    if (reading === undefined)
      this.known.set(key, (reading = this.ownNames(readSentence(tokens, start, this.words))));
    return reading;
  }
}

/** The nouns that names are made of: `a vote`, of `votes`; `the price`, of `unit_price`. */
function wordsOf(names: ReadonlySet<string>): ReadonlySet<string> {
  const found = new Set<string>();
  for (const name of names)
    for (const part of name.toLowerCase().split('_'))
      if (/^[a-z]{3,}$/.test(part))
        found.add(part).add(`${part}s`).add(part.replace(/s$/, '')).add(part.replace(/es$/, ''));
  return found;
}

/** A value whose subject is a function speaks of its argument: `f gets n = 3`. */
function ofArgument(body: Body, functions: ReadonlySet<string>): readonly Body[] {
  if (body.kind !== 'value' || !('code' in body.subject)) return [body];
  const subject = exprOf(body.subject.code);
  const func = subject?.kind === 'Call' ? subject.func : subject;
  // `the average is 7.0`, of a function `average`
  if (subject?.kind === 'Name' && functions.has(subject.id) && exprOf(body.chain[0]!)?.kind !== 'Name')
    return [{ ...body, subject: { loose: 'sum' } }];
  const named =
    func?.kind === 'Name' &&
    functions.has(func.id) &&
    body.chain.length > 1 &&
    exprOf(body.chain[0]!)?.kind === 'Name';
  if (!named) return [body];
  const value: Body = { ...body, subject: { code: body.chain[0]! }, chain: body.chain.slice(1), mode: 'is' };
  if (subject?.kind !== 'Call') return [value];
  return [{ kind: 'call', func: func.id, args: subject.args.map((arg) => codeOf(arg)) }, value];
}

function readSentence(tokens: readonly Token[], start: number, own: ReadonlySet<string>): SentenceReading {
  const bodies: { body: Body; from: number; to: number; reason: boolean; header: boolean }[] = [];
  const strange: [number, number][] = [];
  const table = tableClaims(tokens);
  if (table !== null)
    return {
      bodies: table.map((row) => ({
        ...row,
        from: row.from - start,
        to: row.to - start,
        reason: false,
        header: false,
      })),
      strange: [],
      unread: [],
    };
  const state = tokens.map(() => 'silent' as 'silent' | 'read' | 'strange' | 'mark');
  let reason = false;
  for (let i = 0; i < tokens.length;) {
    const token = tokens[i]!;
    const word = wordOf(token);
    if (word !== null) {
      if (REASONS.has(word)) reason = bodies.length > 0;
      else if (RESULTS.has(word)) reason = false;
    }
    const found = longest(tokens, i);
    if (found !== null) {
      const span = [token.span[0] - start, tokens[found.end - 1]!.span[1] - start] as const;
      const header = wordOf(tokens[found.end]) === ':';
      for (const body of [...wordsWithin(tokens, i, found.end, found.bodies), ...found.bodies])
        bodies.push({ body, from: span[0], to: span[1], reason, header });
      for (let k = i; k < found.end; k++) state[k] = 'read';
      i = found.end;
      continue;
    }
    const [from, to] = [token.span[0] - start, token.span[1] - start];
    if (token.kind === 'code') {
      bodies.push({
        body: { kind: 'mention', code: token.text, number: false },
        from,
        to,
        reason,
        header: false,
      });
      state[i] = 'read';
    } else if (token.kind === 'mark' && /^[<>=%+*/^&]$/.test(token.text)) {
      strange.push([from, to]);
      state[i] = 'strange';
    } else if (token.kind === 'mark') state[i] = 'mark';
    else if (word !== null) {
      const n = token.kind === 'word' ? cardinal(word) : null;
      if (n !== null) {
        bodies.push({
          body: { kind: 'mention', code: String(n), number: true },
          from,
          to,
          reason,
          header: false,
        });
        state[i] = 'read';
      } else if (LOADED.has(word)) {
        strange.push([from, to]);
        state[i] = 'strange';
      } else if (
        mayBeWrong(word, wordOf(tokens[i - 1])) ||
        (word === 'back' && /^(?:the|in|at)$/.test(wordOf(tokens[i - 1]) ?? ''))
      ) {
        const opens = isAdverb(tokens, i);
        bodies.push({
          body: { kind: 'word', word, opens, of: saidOf(tokens, i) },
          from,
          to,
          reason,
          header: false,
        });
        state[i] = 'strange';
      } else if (!NEUTRAL.has(word) && actOf(word) === null && !own.has(word)) {
        strange.push([from, to]);
        state[i] = 'strange';
      }
    }
    i++;
  }
  // `Loop:` is a heading
  const heading = tokens.length <= 3 && tokens.at(-1)!.text === ':';
  if (bodies.length === 0 && !state.includes('read') && !heading) {
    const about = tokens.find((t) => t.kind === 'word' && SUBJECTS.has(t.text));
    if (about !== undefined) strange.push([tokens[0]!.span[0] - start, tokens.at(-1)!.span[1] - start]);
  }
  return { bodies, strange, unread: unreadClauses(tokens, state, start) };
}

/** Words inside of what a rule has read that it does not look at: `the third letter is …`, `falls to …`. */
function wordsWithin(tokens: readonly Token[], from: number, to: number, bodies: readonly Body[]): Body[] {
  const numbered = bodies.some(
    (b) => b.kind === 'round' || b.kind === 'word' || (b.kind === 'item' && b.nth !== null),
  );
  const found: Body[] = [];
  for (let i = from; i < to; i++) {
    const word = tokens[i]!.kind === 'word' ? tokens[i]!.text : null;
    if (word === null) continue;
    const places = !numbered && (ordinal(word) !== null || word === 'last' || word === 'final');
    if (places) found.push({ kind: 'word', word, opens: isAdverb(tokens, i), of: wordOf(tokens[i + 1]) });
    const act = actOf(word);
    if (act !== 'grow' && act !== 'shrink') continue;
    const [subject] = bodies.flatMap((b) =>
      b.kind === 'value' || b.kind === 'change' ? [b.subject] : b.kind === 'delta' ? [b.target] : [],
    );
    if (subject !== undefined && 'code' in subject)
      found.push({ kind: 'word', word, opens: false, of: subject.code });
  }
  return found;
}

/** `First, …`, `I first check …`: the word only puts things in a row. */
export function isAdverb(tokens: readonly Token[], at: number): boolean {
  const next = tokens[at + 1];
  if (wordOf(tokens[at]) === 'first' && at > 0 && (next === undefined || next.kind === 'mark'))
    return tokens[at - 1]!.kind === 'code' || NOUNS.has(wordOf(tokens[at - 1]) ?? '');
  if (next?.text === ',') return at === 0;
  if (wordOf(tokens[at]) !== 'first' || next?.kind !== 'word') return false;
  return actOf(next.text) !== null && !NOUNS.has(next.text) && !NUMBERED.test(next.text);
}

/** The code that a verb is said of: `stock is caught`, `delete person`. */
function saidOf(tokens: readonly Token[], at: number): string | null {
  const [before, be] = [tokens[at - 2], wordOf(tokens[at - 1])];
  if (before?.kind === 'code' && /^(?:is|are|was|were|gets|got)$/.test(be ?? '')) return before.text;
  const next = tokens[at + 1];
  const word = wordOf(tokens[at]) ?? '';
  if (ordinal(word) !== null || word === 'last' || word === 'final') return wordOf(next);
  return next?.kind === 'code' ? next.text : null;
}

/** Words that say something of a run even if no rule reads what they stand in. */
function mayBeWrong(word: string, before: string | null): boolean {
  return (
    TELLING.has(word) ||
    word === 'last' ||
    word === 'final' ||
    ordinal(word) !== null ||
    // `the remaining prices`, and not what remains
    ((actOf(word) ?? 'none') !== 'none' && !(word === 'remaining' && before === 'the'))
  );
}

/** The rule that reads most from here on. */
function longest(tokens: readonly Token[], at: number): { end: number; bodies: readonly Body[] } | null {
  const word = wordOf(tokens[at]);
  let best: { end: number; bodies: readonly Body[]; order: number } | null = null;
  const consider = (rule: Rule): void => {
    const found = match(rule.pattern, tokens, at);
    if (found === null || found.end <= at) return;
    const rank = order.get(rule)!;
    if (best !== null && (found.end < best.end || (found.end === best.end && rank > best.order))) return;
    const bodies = rule.make(found.caught);
    if (bodies !== null) best = { end: found.end, bodies, order: rank };
  };
  if (word !== null) for (const rule of byWord.get(word) ?? []) consider(rule);
  for (const rule of bySlot) consider(rule);
  return best;
}

/** Clauses in which something is strange. */
function unreadClauses(
  tokens: readonly Token[],
  state: readonly ('silent' | 'read' | 'strange' | 'mark')[],
  start: number,
): [number, number][] {
  const unread: [number, number][] = [];
  let from = 0;
  for (let i = 0; i <= tokens.length; i++) {
    if (i < tokens.length && !(state[i] === 'mark' && /[,;:—.()]/.test(tokens[i]!.text))) continue;
    const clause = state.slice(from, i);
    if (clause.includes('strange'))
      unread.push([tokens[from]!.span[0] - start, tokens[i - 1]!.span[1] - start]);
    from = i + 1;
  }
  return unread;
}

/** Sentences, each with the number of its paragraph; table rows stay together. */
function sentencesOf(tokens: readonly Token[], text: string): Sentence[] {
  const sentences: Sentence[] = [];
  const breaks = paragraphsOf(text).map(([from]) => from);
  let paragraph = 0;
  let current: Token[] = [];
  const close = (): void => {
    if (current.length > 0) {
      while (paragraph + 1 < breaks.length && breaks[paragraph + 1]! <= current[0]!.span[0]) paragraph++;
      sentences.push({ tokens: current, paragraph });
    }
    current = [];
  };
  tokens.forEach((token, i) => {
    const next = tokens[i + 1];
    const inTable = current[0]?.text === '|' && token.text === '¶' && next?.text === '|';
    const between = token.text === '.' && (next?.text === '.' || tokens[i - 1]?.text === '.');
    if (token.kind === 'mark' && ENDS.has(token.text) && !inTable && !between) {
      if (token.text === '?') current.push(token);
      close();
    } else current.push(token);
  });
  close();
  return sentences;
}

/** Paragraphs, separated by empty lines. */
function paragraphsOf(text: string): (readonly [number, number])[] {
  const found: (readonly [number, number])[] = [];
  for (const part of text.matchAll(/\S[\s\S]*?(?=\n[ \t]*\n|\s*$)/g))
    found.push([part.index, part.index + part[0].trimEnd().length]);
  return found;
}

/** True when the text of a mention is a value written out, not a name. */
export function isLiteral(code: string): boolean {
  const expr = exprOf(code);
  if (expr === null) return false;
  if (expr.kind === 'UnaryOp') return expr.operand.kind === 'Constant';
  return ['Constant', 'List', 'Tuple', 'Dict', 'Set'].includes(expr.kind);
}
