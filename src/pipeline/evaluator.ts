// Evaluates single Python expressions on the real machine: what a text about a run works out itself. Knows nothing of
// texts or of runs.
import { analyzeScopes, parse, parseExpression, Source } from '../../grammar/index.ts';
import { compileProgram as compile, runProgram, Unsupported, type Limits } from '../../interpreter/index.ts';

/** An expression of a sentence needs little; whoever writes `9 ** 9 ** 9` gets no answer. */
const SMALL: Limits = { fuel: 100_000, memory: 100_000, depth: 50, output: 1000 };

const empty = new Source('', '<empty>');
const { module } = parse(empty);

/**
 * The repr of an expression's value, with Python's exact semantics.
 * @returns null when it raises, goes beyond small limits or is outside the language
 */
export function evaluateExpression(text: string): string | null {
  const source = new Source(text, '<expression>');
  const { expr } = parseExpression(source);
  if (expr === null || module === null) return null;
  try {
    const program = compile(module, analyzeScopes(module), empty, { expr, source });
    const { outcome } = runProgram(program, { limits: SMALL, trace: false, input: '' });
    return outcome.kind === 'returned' ? outcome.repr : null;
  } catch (error) {
    if (error instanceof Unsupported) return null;
    throw error;
  }
}
