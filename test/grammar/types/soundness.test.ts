// The inference against programs that run under CPython: whatever a variable holds at any line is in its inferred
// type, and a program that is called strict raises no TypeError and no AttributeError.
import { readdirSync, readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { Draw } from '../../../corpus/draw.ts';
import { FAMILIES } from '../../../corpus/families/index.ts';
import { print, printExpr } from '../../../grammar/index.ts';
import { scalar, Bit } from '../../../grammar/types/type.ts';
import { hasPython } from '../../support/python.ts';
import { checkProgram, findViolations, looseVariables, type LiveProgram } from './live-check.ts';
import { randomProgram } from './random-programs.ts';

/** How many random programs, from which seed on; a hunt sets others. */
const PROGRAMS = Number(process.env['LOCKSTEP_PROGRAM_COUNT'] ?? 250);
const SEED = Number(process.env['LOCKSTEP_SEED'] ?? 1);

/** Files of programs of other people's, a JSON object `{id, code, call}` on each line; names with `:` between them. */
const FILES = (process.env['LOCKSTEP_PROGRAMS'] ?? '').split(':').filter((file) => file !== '');

/** What the types of programs get wrong; in strict ones also what they leave open. */
function wrongAbout(programs: readonly LiveProgram[]): string[] {
  return [
    ...findViolations(programs).map(({ id, what }) => `${id}: ${what}`),
    ...programs.flatMap(looseVariables),
  ];
}

function strictShare(programs: readonly LiveProgram[]): number {
  const strict = programs.filter(({ code, call }) => checkProgram(code, call)?.report.strict === true);
  return strict.length / programs.length;
}

test.runIf(hasPython)('random programs hold what their types say', () => {
  // A call, so that functions that nothing calls are left out of account.
  const programs = Array.from({ length: PROGRAMS }, (_, i): LiveProgram => ({
    id: `seed ${SEED + i}`,
    code: randomProgram(SEED + i),
    call: 'None',
  }));
  expect(wrongAbout(programs)).toEqual([]);
  const share = strictShare(programs);
  expect(share).toBeGreaterThan(0.4);
  expect(share).toBeLessThan(0.8);
});

test.runIf(hasPython)('generated exercises are strict, and hold what their types say', () => {
  const programs = FAMILIES.flatMap((family) =>
    [family.levels[0], family.levels[1]].map((level): LiveProgram => {
      const { module, call } = family.generate(Draw.of('soundness.test', family.name, level), level);
      return { id: `${family.name}, level ${level}`, code: print(module), call: printExpr(call) };
    }),
  );
  expect(wrongAbout(programs)).toEqual([]);
  const gradual = programs.filter(({ code, call }) => checkProgram(code, call)?.report.strict !== true);
  expect(gradual.map(({ id }) => id)).toEqual([]);
});

test.runIf(hasPython)('programs of the tests hold what their types say', () => {
  const folder = new URL('../../programs/', import.meta.url);
  const programs = readdirSync(folder)
    .filter((name) => name.endsWith('.py'))
    .map((id): LiveProgram => ({ id, code: readFileSync(new URL(id, folder), 'utf8'), call: 'None' }));
  expect(programs.length).toBeGreaterThan(10);
  expect(wrongAbout(programs)).toEqual([]);
});

test.runIf(hasPython && FILES.length > 0)(
  'programs of the files that were named hold what their types say',
  () => {
    for (const file of FILES) {
      const rows = readFileSync(file, 'utf8').trim().split('\n');
      const programs = rows.map((row): LiveProgram => {
        const { id, code, call } = JSON.parse(row) as LiveProgram;
        return { id, code, call: call ?? null };
      });
      expect(wrongAbout(programs), file).toEqual([]);
    }
  },
);

test.runIf(hasPython)(
  'the comparison sees a value outside its type, and an error in a program called strict',
  () => {
    const program: LiveProgram = { id: 'p', code: 'x = [1]\ny = x + None\n', call: null };
    const erring: typeof checkProgram = (code, call) => {
      const checked = checkProgram(code, call)!;
      const variables = (): Map<string, ReturnType<typeof scalar>> => new Map([['x', scalar(Bit.str)]]);
      return { ...checked, report: { ...checked.report, strict: true, variables } };
    };
    expect(findViolations([program])).toEqual([]);
    const [type, error, ...others] = findViolations([program], erring).map(({ what }) => what);
    expect(type).toContain('<module>: x = [1] (list) is not admitted by');
    expect(error).toContain('TypeError: can only concatenate list (not "NoneType") to list at: y = x + None');
    expect(others).toEqual([]);
  },
);
