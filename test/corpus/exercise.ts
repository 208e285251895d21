// What the corpus tests do with an exercise: print it as text, run it on our machine, ask CPython.
import { analyzeScopes } from '../../grammar/scope.ts';
import { print, printExpr } from '../../grammar/printer/print.ts';
import { Source } from '../../grammar/source.ts';
import { repr } from '../../corpus/data.ts';
import type { Exercise } from '../../corpus/family.ts';
import { compileProgram, runProgram } from '../../interpreter/index.ts';
import { exceptionLine } from '../../src/pipeline/index.ts';
import { runPython } from '../support/python.ts';

/** An exercise as text, with where it came from. */
export interface Sample {
  label: string;
  code: string;
  call: string;
  /** `repr` of the result, then what is printed; null where only running tells */
  expected: string | null;
}

/** The text of an exercise; sets the spans of its nodes. */
export function sampleOf(label: string, { module, call, expected }: Exercise): Sample {
  const answer = expected === null ? null : `${repr(expected.value)}\n${expected.output}`;
  return { label, code: print(module), call: printExpr(call), expected: answer };
}

/** Result and output of an exercise on our machine, or how it ended instead. */
export function runHere({ module, call }: Exercise, { code, call: text }: Sample): string {
  const program = compileProgram(module, analyzeScopes(module), new Source(code), {
    expr: call,
    source: new Source(text),
  });
  const { outcome, output } = runProgram(program, { limits: { fuel: 2_000_000 } });
  if (outcome.kind === 'raised') return exceptionLine(outcome.type, outcome.message);
  return outcome.kind === 'returned'
    ? `${outcome.repr}\n${output}`
    : JSON.stringify({ ...outcome, place: null });
}

const SCRIPT = `
import contextlib, io, json, sys
answers = []
for code, call in json.load(sys.stdin):
    space = {'__name__': '__main__'}
    out = io.StringIO()
    try:
        with contextlib.redirect_stdout(out):
            exec(code, space)
            value = eval(call, space)
        answers.append(repr(value) + '\\n' + out.getvalue())
    except Exception as error:
        answers.append(f'{type(error).__name__}: {error}')
json.dump(answers, sys.stdout)
`;

/** Result and output of each program under CPython, or the exception. */
export function runUnderPython(samples: readonly Sample[]): string[] {
  return JSON.parse(
    runPython(SCRIPT, JSON.stringify(samples.map(({ code, call }) => [code, call]))),
  ) as string[];
}
