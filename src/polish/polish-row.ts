// The way of one row: the whole text is asked for, and asked for again with the faults found; then paragraph by
// paragraph, or sentence by sentence at once; what does not pass the gate stays as the templates wrote it. A pure function of the row and the answers:
// going through it again with the same answers ends the same way. Knows nothing of servers.
import type { Polish, Row } from '../record.ts';
import type { Closed, Gated } from './gate.ts';
import type { Answer, Message, Payload } from './payload.ts';
import type { Piece } from '../pipeline/pieces.ts';
import { correction, paragraphRequest, RESPONSE_FORMAT, sentenceRequest, wholeRequest } from './prompt.ts';

export interface RowOptions {
  readonly model: string;
  readonly temperature: number;
  /** How often a refused text goes back with its faults. */
  readonly corrections: number;
  /** Ask for the whole text first, or for its sentences one by one: small models can do no more. */
  readonly by: 'text' | 'sentence';
  /** Ask for JSON with the text in it: for servers that have structured output. */
  readonly structured: boolean;
  /** Measures texts, for the bound on an answer's length. */
  readonly countTokens: (text: string) => number;
}

/** Gives the answer to a payload, or null when there is none yet. */
export type Ask = (payload: Payload) => Promise<Answer | null>;

export type PolishedRow =
  | { readonly state: 'done'; readonly row: Row }
  /** No words but ours can be judged: nothing was sent. */
  | { readonly state: 'closed'; readonly why: Closed }
  /** An answer is missing; with it the row can go on. */
  | { readonly state: 'waiting'; readonly payload: Payload };

/** Faults that are sent back at once: more would drown the first. */
const MOST_FAULTS = 8;

class Waiting extends Error {
  readonly payload: Payload;
  constructor(payload: Payload) {
    super('no answer yet');
    this.payload = payload;
  }
}

/** Polishes a row as far as there are answers. */
export async function polishRow(gated: Gated, ask: Ask, options: RowOptions): Promise<PolishedRow> {
  try {
    return { state: 'done', row: await new RowPolisher(gated, ask, options).polish() };
  } catch (error) {
    if (error instanceof Waiting) return { state: 'waiting', payload: error.payload };
    throw error;
  }
}

class RowPolisher {
  private attempts = 0;
  private served = '';
  private readonly refused: string[] = [];
  private readonly gated: Gated;
  private readonly ask: Ask;
  private readonly options: RowOptions;

  constructor(gated: Gated, ask: Ask, options: RowOptions) {
    this.gated = gated;
    this.ask = ask;
    this.options = options;
  }

  async polish(): Promise<Row> {
    const { row, reasoning, claims } = this.gated;
    const text = await this.polished();
    const polish = (scope: Polish['scope']): Polish => ({
      model: this.served,
      attempts: this.attempts,
      accepted: scope !== 'none',
      scope,
      refused: this.refused,
    });
    if (text === null) return { ...row, reasoning, claims: [...claims], polish: polish('none') };
    return {
      ...row,
      reasoning: text.text,
      claims: [...this.gated.judge.judge(text.text).claims],
      polish: polish(text.scope),
    };
  }

  private async polished(): Promise<{ text: string; scope: Polish['scope'] } | null> {
    if (this.options.by === 'sentence') return this.byPiece('sentence');
    if (this.gated.judge.isOpen) return (await this.whole()) ?? (await this.byPiece('paragraph'));
    // what the question adds stays, and most of its paragraphs have some of that
    return (await this.byPiece('paragraph')) ?? (await this.byPiece('sentence'));
  }

  private async whole(): Promise<{ text: string; scope: 'text' } | null> {
    const { reasoning, row } = this.gated;
    let messages = wholeRequest(row.program, reasoning);
    for (let attempt = 0; attempt <= this.options.corrections; attempt++) {
      const text = await this.answer(messages, reasoning);
      const faults = typeof text === 'string' ? this.gated.judge.judge(text).faults : text.faults;
      if (typeof text === 'string' && faults.length === 0) return { text, scope: 'text' };
      this.refused.push(faults[0]!);
      if (typeof text === 'string')
        messages = [...messages, ...correction(text, faults.slice(0, MOST_FAULTS))];
    }
    return null;
  }

  /** Each piece on its own: it is kept when it tells what the piece told, whatever stands around it. */
  private async byPiece(by: Piece): Promise<{ text: string; scope: Polish['scope'] } | null> {
    const { row, judge } = this.gated;
    const pieces = judge.pieces(by);
    // one paragraph is the whole text, which has been asked for
    if (pieces.length < 2 && by === 'paragraph') return null;
    const texts = pieces.map((piece) => piece.text);
    let kept = 0;
    for (const [i, { text: piece, open }] of pieces.entries()) {
      if (!open) continue;
      const plain = piece.trimEnd();
      const before = texts.slice(0, i).join('');
      const request =
        by === 'sentence' ? sentenceRequest(plain) : paragraphRequest(row.program, before, plain);
      const text = await this.answer(request, plain);
      const faults = typeof text === 'string' ? this.faultsOf(text, by, i) : text.faults;
      if (faults.length > 0 || typeof text !== 'string') {
        this.refused.push(faults[0]!);
        continue;
      }
      const said = oneLine(text);
      texts[i] = said + piece.slice(plain.length);
      // what reads as two pieces cannot be told apart from its neighbours again
      const fault =
        said === plain ? 'the answer is the text itself' : (judge.judge(texts.join('')).faults[0] ?? null);
      if (fault === null) kept++;
      else {
        texts[i] = piece;
        this.refused.push(fault);
      }
    }
    if (kept === 0) return null;
    return { text: texts.join(''), scope: by === 'sentence' ? 'sentences' : 'paragraphs' };
  }

  private faultsOf(text: string, by: Piece, i: number): readonly string[] {
    return this.gated.judge.judgePiece(oneLine(text), by, i).faults;
  }

  /** The text of an answer, or why there is none in it. */
  private async answer(
    messages: readonly Message[],
    original: string,
  ): Promise<string | { faults: string[] }> {
    const { model, temperature, structured, countTokens } = this.options;
    const payload: Payload = {
      model,
      messages,
      temperature,
      // twice the original is room for any honest rewriting, whatever the model's tokens are
      max_tokens: 2 * countTokens(original) + 128,
      seed: (this.gated.row.seed + this.attempts) % 2 ** 31,
      ...(structured ? { response_format: RESPONSE_FORMAT } : {}),
    };
    const answer = await this.ask(payload);
    if (answer === null) throw new Waiting(payload);
    this.attempts++;
    this.served = answer.model;
    if (answer.finish === 'length') return { faults: ['the answer was cut off before its end'] };
    return textIn(answer.text, structured);
  }
}

const oneLine = (text: string): string => text.replaceAll(/\s*\n\s*/g, ' ');

/** What a model wrote, without what some put around it. */
function textIn(content: string, structured: boolean): string | { faults: string[] } {
  const plain = content.replace(/^\s*<think>[\s\S]*?<\/think>/, '').trim();
  let text = plain;
  if (structured) {
    try {
      const parsed = JSON.parse(plain) as { text?: unknown } | null;
      if (typeof parsed?.text !== 'string')
        return { faults: ['the answer is not the JSON that was asked for'] };
      text = parsed.text.trim();
    } catch {
      return { faults: ['the answer is not the JSON that was asked for'] };
    }
  }
  return text === '' ? { faults: ['the answer is empty'] } : text;
}
