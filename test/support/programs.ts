// Holds whole programs against live CPython: what they print, and the exception that ends them.
import { expect } from 'vitest';
import { analyzeScopes, parse, Source } from '../../grammar/index.ts';
import { compileProgram, runProgram, Unsupported } from '../../interpreter/index.ts';
import { runPython } from './python.ts';

/** Printed text, then the exception that ended the program, if one did. */
export type Ending = string;

const SCRIPT = `
import contextlib, io, json, sys
endings = []
for program in json.load(sys.stdin):
    out = io.StringIO()
    space = {'__name__': '__main__'}
    with contextlib.redirect_stdout(out):
        try:
            exec(compile(program, '<program>', 'exec'), space)
        except BaseException as error:
            print(f'{type(error).__name__}: {error}')
    endings.append(out.getvalue())
json.dump(endings, sys.stdout)
`;

/** How each program ends under CPython with PYTHONHASHSEED=0. */
export function pythonEndings(programs: readonly string[]): Ending[] {
  return JSON.parse(runPython(SCRIPT, JSON.stringify(programs))) as Ending[];
}

/** How a program ends here; what is refused says so. */
export function ourEnding(program: string): Ending {
  const source = new Source(program);
  const { module, diagnostics } = parse(source);
  if (module === null) return `refused: ${diagnostics.map((diagnostic) => diagnostic.message).join('; ')}\n`;
  try {
    const { outcome, output } = runProgram(compileProgram(module, analyzeScopes(module), source));
    switch (outcome.kind) {
      case 'returned':
        return output;
      case 'raised':
        return `${output}${outcome.type}: ${outcome.message}\n`;
      case 'limit':
        return `${output}limit: ${outcome.limit}\n`;
      case 'unsupported':
        return `${output}refused: ${outcome.construct}\n`;
      case 'nondeterministic':
        return `${output}nondeterministic: ${outcome.what}\n`;
    }
  } catch (error) {
    if (error instanceof Unsupported) return `refused: ${error.construct}\n`;
    throw error;
  }
}

/** Expects every program to end as under CPython. */
export function expectSameEndings(programs: readonly string[]): void {
  const theirs = pythonEndings(programs);
  const wrong = programs.flatMap((program, i) => {
    const ours = ourEnding(program);
    return ours === theirs[i] ? [] : [`${program}\n--- ours\n${ours}--- theirs\n${theirs[i]}`];
  });
  expect(wrong.slice(0, 6).join('\n=====\n'), `${wrong.length} of ${programs.length} differ`).toBe('');
}
