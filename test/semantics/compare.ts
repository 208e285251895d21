// What an expression comes to, as the whole pipeline answers, beside what CPython answers. Knows nothing of where the
// expressions are from.
import { DEFAULT_LIMITS } from '../../interpreter/limits.ts';
import { compileProgram, execute, Rejected } from '../../src/pipeline/index.ts';
import type { Answer } from '../support/python.ts';

/** Fuel for one expression: none here runs long. */
const FUEL = 10_000_000;

/** Refused by name: nothing that could be wrong. */
export interface Refusal {
  readonly refused: string;
}

/** The repr of the expression's value, or the exception. */
export function ownEvaluation(expression: string, setup = ''): Answer | Refusal {
  const answer = evaluation(expression, setup);
  if (!('repr' in answer)) return answer;
  const type = evaluation(`type(${expression}).__name__`, setup);
  return 'repr' in type ? { repr: answer.repr, type: type.repr.slice(1, -1) } : type;
}

function evaluation(expression: string, setup: string): { repr: string; type: '' } | Answer | Refusal {
  try {
    const text = { name: 'expression', source: setup, call: expression, input: '' };
    const limits = { ...DEFAULT_LIMITS, fuel: FUEL };
    const { ending } = execute(compileProgram(text), { limits, traced: false });
    switch (ending.kind) {
      case 'returned':
        return { repr: ending.result, type: '' };
      case 'raised':
        return { error: ending.type, text: ending.text };
      case 'limit':
        return { refused: `limit/${ending.limit}` };
      case 'unsupported':
        return { refused: ending.construct };
      case 'nondeterministic':
        return { refused: ending.message };
    }
  } catch (error) {
    if (error instanceof Rejected) return { refused: error.complaints[0]?.message ?? error.message };
    throw error;
  }
}

/** One line for an answer. */
export function answerText(answer: Answer): string {
  return 'repr' in answer ? `${answer.repr} : ${answer.type}` : `${answer.error}: ${answer.text}`;
}
