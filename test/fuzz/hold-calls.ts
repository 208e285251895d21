// Calls held against CPython: many in one program, each told by one line; those that cannot be are held alone.
import { ownAnswer } from '../support/own-answer.ts';
import type { OracleAnswer, Question } from '../support/oracle.ts';
import { CALL_PRELUDE } from './call-values.ts';
import type { Call, Fitting } from './calls.ts';

export type Ask = (question: Question) => Promise<OracleAnswer>;

/** How much a difference matters, the worst first. */
export const GRAVITIES = ['broken', 'value', 'raised', 'exception', 'message'] as const;
export type Gravity = (typeof GRAVITIES)[number];

/** What came of a call. */
export type Held =
  | { readonly call: Call; readonly kind: 'agrees' | 'late' }
  | { readonly call: Call; readonly kind: 'refused'; readonly why: string }
  | {
      readonly call: Call;
      readonly kind: 'differs';
      readonly gravity: Gravity;
      readonly ours: string;
      readonly theirs: string;
    };

const FUEL = 5_000_000;
const SECONDS = 10;

/** Makes the calls here and under CPython. Notes in `fitting` which kinds of arguments are taken. */
export async function holdCalls(calls: readonly Call[], ask: Ask, fitting: Fitting): Promise<Held[]> {
  const question = { code: programOf(calls), call: null, lines: 0, seconds: SECONDS };
  const ours = own(question);
  if (calls.length > 1 && (typeof ours === 'string' || 'refused' in ours)) {
    const half = calls.length >> 1;
    const first = await holdCalls(calls.slice(0, half), ask, fitting);
    return [...first, ...(await holdCalls(calls.slice(half), ask, fitting))];
  }
  const answer = await ask(question);
  if (answer.late === true) return calls.map((call) => ({ call, kind: 'late' }));
  const right = linesOf(answer.output, calls.length);
  for (const [i, call] of calls.entries())
    if (!/^raised (TypeError|AttributeError)/.test(right[i]!)) fitting.note(call);
  const [call] = calls as [Call];
  if (typeof ours === 'string')
    return [{ call, kind: 'differs', gravity: 'broken', ours, theirs: right[0]! }];
  if ('refused' in ours) return [{ call, kind: 'refused', why: ours.refused }];
  const mine = linesOf(ours.output, calls.length);
  return calls.map((call, i) => held(call, mine[i]!, right[i]!));
}

function programOf(calls: readonly Call[]): string {
  const modules = new Set(calls.map(({ callee }) => callee.module).filter((module) => module !== null));
  const imports = [...modules].map((module) => `import ${module}\n`);
  const functions = calls.map(({ body }, i) => {
    return `\n\ndef call_${i}():\n${body.map((line) => `    ${line}\n`).join('')}\n\ntried(${i}, call_${i})\n`;
  });
  // the prelude has names of its own for what modules may be called, too
  return [...imports, CALL_PRELUDE, ...functions].join('');
}

/** Ours; a fault of Lockstep itself, or an end before the last call, in words. */
function own(question: Question): ReturnType<typeof ownAnswer> | string {
  try {
    const answer = ownAnswer(question, FUEL);
    return 'refused' in answer || answer.error === null ? answer : `ended by ${answer.error}: ${answer.text}`;
  } catch (error) {
    return error instanceof Error ? `${error.message} ${error.stack?.split('\n')[1]?.trim()}` : String(error);
  }
}

/** What `tried` printed of each call, without its number. */
function linesOf(output: string, count: number): string[] {
  const lines = Array.from({ length: count }, () => 'nothing');
  for (const part of output.split(/^(?=\d+ )/m)) {
    const [, number, text] = /^(\d+) ([^]*)$/.exec(part.trimEnd()) ?? [];
    if (number !== undefined && Number(number) < count) lines[Number(number)] = text!;
  }
  return lines;
}

function held(call: Call, ours: string, theirs: string): Held {
  if (ours === theirs) return { call, kind: 'agrees' };
  const [mine, right] = [ours, theirs].map((text) => /^raised (\w+)/.exec(text)?.[1]);
  const gravity =
    mine === undefined && right === undefined
      ? 'value'
      : mine === undefined || right === undefined
        ? 'raised'
        : mine === right
          ? 'message'
          : 'exception';
  return { call, kind: 'differs', gravity, ours, theirs };
}
