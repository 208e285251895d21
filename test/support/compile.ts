// From text to code to a run, as the tests of the interpreter want it. Fails loudly where the text is refused.
import { analyzeScopes, parse, parseExpression, Source } from '../../grammar/index.ts';
import {
  compileProgram,
  runProgram,
  type Program,
  type RunOptions,
  type RunResult,
} from '../../interpreter/index.ts';

/** Compiles a module and, where there is one, the call expression that follows it. */
export function compile(text: string, call: string | null = null): Program {
  const source = new Source(text);
  const { module, diagnostics } = parse(source);
  if (module === null) throw new Error(`${diagnostics.map(({ message }) => message).join('; ')}\n${text}`);
  return compileProgram(module, analyzeScopes(module), source, call === null ? null : compileCall(call));
}

function compileCall(call: string): NonNullable<Parameters<typeof compileProgram>[3]> {
  const source = new Source(call);
  const { expr, diagnostics } = parseExpression(source);
  if (expr === null) throw new Error(`${diagnostics.map(({ message }) => message).join('; ')}\n${call}`);
  return { expr, source };
}

/** Compiles and runs. */
export function run(text: string, options: RunOptions & { call?: string } = {}): RunResult {
  const { call, ...rest } = options;
  return runProgram(compile(text, call ?? null), rest);
}
