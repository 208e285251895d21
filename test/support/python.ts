// Asks the live CPython, our oracle: thousands of expressions, one process.
import { spawnSync } from 'node:child_process';

/** What CPython answers for one expression: the repr of its value, or the exception's type and text. */
export type Answer = { repr: string; type: string } | { error: string; text: string };

const SCRIPT = `
import json, sys
job = json.load(sys.stdin)
space = {}
exec(job['setup'], space)
answers = []
for expression in job['expressions']:
    try:
        value = eval(expression, space)
        answers.append({'repr': repr(value), 'type': type(value).__name__})
    except Exception as error:
        answers.append({'error': type(error).__name__, 'text': str(error)})
json.dump(answers, sys.stdout)
`;

/**
 * Evaluates each expression under CPython with PYTHONHASHSEED=0.
 * @param setup statements run once before, in the same namespace
 */
export function askPython(expressions: readonly string[], setup = ''): Answer[] {
  return JSON.parse(runPython(SCRIPT, JSON.stringify({ setup, expressions }))) as Answer[];
}

/** The version of python3 here, or null where there is none. */
export const PYTHON = pythonVersion();

/** Whether python3 is the one that answers are held against; others word errors differently. */
export const hasPython = PYTHON !== null && PYTHON.startsWith('3.11.');

function pythonVersion(): string | null {
  const done = spawnSync('python3', ['--version'], { encoding: 'utf8' });
  return done.status === 0 ? done.stdout.trim().replace('Python ', '') : null;
}

/** Runs a script under CPython and returns what it prints. @throws Error with its stderr when it fails */
export function runPython(script: string, input = ''): string {
  const done = spawnSync('python3', ['-c', script], {
    input,
    encoding: 'utf8',
    maxBuffer: 1 << 30,
    env: { ...process.env, PYTHONHASHSEED: '0', PYTHONIOENCODING: 'utf8', PYTHONUTF8: '1' },
  });
  if (done.status !== 0) throw new Error(`python3: ${done.error?.message ?? done.stderr}`);
  return done.stdout;
}
