// Asks the live CPython, our oracle: thousands of expressions, one process.
import { spawnSync } from 'node:child_process';
import { type RunnerTestCase, TestRunner } from 'vitest';
import { keepAnswer, recordedAnswer } from './recorded.ts';

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

/** The version of python3 here, or null where there is none; `LOCKSTEP_PYTHON=none` has it that there is none. */
export const PYTHON = process.env.LOCKSTEP_PYTHON === 'none' ? null : pythonVersion();

/** Whether python3 is the one that answers are held against; other versions word errors differently. */
export const hasPython = PYTHON !== null && PYTHON.startsWith('3.11.');

/** What the answers are from, for people. */
export const oracleName = hasPython
  ? `live CPython ${PYTHON}`
  : `answers recorded from CPython 3.11 (python3 is ${PYTHON ?? 'missing'} here)`;

function pythonVersion(): string | null {
  const done = spawnSync('python3', ['--version'], { encoding: 'utf8' });
  return done.status === 0 ? done.stdout.trim().replace('Python ', '') : null;
}

let told = false;

/**
 * Runs a script under CPython 3.11 and returns what it prints; where that is not here, what it printed when the
 * answers were recorded.
 * @throws Error with its stderr when it fails, or when there is no recorded answer
 */
export function runPython(script: string, input = ''): string {
  if (!hasPython) return replay(script, input);
  const done = spawnSync('python3', ['-c', script], {
    input,
    encoding: 'utf8',
    maxBuffer: 1 << 30,
    env: { ...process.env, PYTHONHASHSEED: '0', PYTHONIOENCODING: 'utf8', PYTHONUTF8: '1' },
  });
  if (done.status !== 0) throw new Error(`python3: ${done.error?.message ?? done.stderr}`);
  if (process.env.LOCKSTEP_RECORD === '1') keepAnswer(script, input, done.stdout);
  return done.stdout;
}

function replay(script: string, input: string): string {
  if (process.env.CI === 'true')
    throw new Error(`CI needs python3.11 for the tests; python3 is ${PYTHON ?? 'missing'}`);
  if (!told) console.log(`tests against CPython use ${oracleName}`);
  told = true;
  const recorded = recordedAnswer(script, input);
  if (recorded === null)
    throw new Error('no answer of CPython is recorded for this: where python3.11 is, run `npm run record`');
  if (recorded !== 'too large') return recorded.answer;
  const why = 'needs python3.11: its answers are too large to be kept in the repository';
  const test = TestRunner.getCurrentTest<RunnerTestCase | undefined>();
  if (test === undefined) throw new Error(why);
  console.log(`skipped: ${test.name} ${why}`);
  return test.context.skip(why);
}
