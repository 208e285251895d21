// Measures the judge of any text, as `lockstep check` asks it, on chains of thought written by hand, half of them with a
// planted error: how many errors are caught, and at the right place; how many true texts are called false. Lists every miss
// and false alarm. And the same on the honest rewritings of the gate's proof and corruptions of them.
import { readFileSync } from 'node:fs';
import { parse } from 'yaml';
import { DEFAULT_LIMITS } from '../../interpreter/index.ts';
import { command, file } from '../../scripts/command-line.js';
import { compileProgram, execute, judgeAnyText } from '../../src/pipeline/index.ts';
import { storyOf, type Story } from '../../verbalizer/index.ts';
import { reportRewritings } from './rewritings.ts';

interface Cot {
  readonly program: string;
  readonly voice: string;
  /** Kind of the planted error, and the stretch of the text that is false. */
  readonly error?: string;
  readonly planted?: string;
  readonly text: string;
}

interface Data {
  readonly programs: Readonly<Record<string, { readonly code: string; readonly call: string }>>;
  readonly cots: readonly Cot[];
}

/** The run of a program, ready for texts about it. */
function runOf({ code, call }: { code: string; call: string }): Story {
  const compiled = compileProgram({ name: 'program', source: code, call, input: '' });
  const { result } = execute(compiled, { limits: DEFAULT_LIMITS, traced: true });
  return storyOf(result.trace!);
}

function percent(part: number, whole: number): string {
  return `${((100 * part) / whole).toFixed(1)} %`;
}

const values = command(
  'freeform',
  'Checks chains of thought written by hand, half of them with a planted error: errors caught, and at their place; ' +
    'true texts called false; every miss and false alarm. Then what becomes of the honest rewritings of the gate and of ' +
    'their corruptions.',
  '--verbose',
)
  .option('--file <FILE>', 'texts and the programs they are about, YAML', file, 'test/freeform/cots.yaml')
  .option('--verbose', 'prints the verdict on every text')
  .option('--cots-only', 'no rewritings')
  .parse()
  .opts<{ file: string; verbose?: true; cotsOnly?: true }>();
const data = parse(readFileSync(values.file, 'utf8')) as Data;
const stories = new Map<string, Story>();
const kinds = new Map<string, { planted: number; caught: number; placed: number }>();
let honest = 0;
let alarms = 0;
let claims = 0;
let unverified = 0;
data.cots.forEach((cot, i) => {
  let story = stories.get(cot.program);
  if (story === undefined) stories.set(cot.program, (story = runOf(data.programs[cot.program]!)));
  const verdict = judgeAnyText(cot.text, story, null);
  claims += verdict.claims;
  unverified += verdict.unverified.length;
  const name = `#${i} ${cot.program} (${cot.voice})`;
  const quote = ([from, to]: readonly [number, number]): string =>
    cot.text.slice(from, to).replace(/\s+/g, ' ');
  if (values.verbose) {
    console.log(`\n${name}${cot.planted === undefined ? '' : ` planted: ${cot.planted}`}`);
    for (const v of verdict.violations) console.log(`  false: "${quote(v.span)}": ${v.message}`);
    for (const u of verdict.unverified) console.log(`  unverified: "${quote(u.span)}"`);
  }
  if (cot.planted === undefined) {
    honest++;
    if (verdict.violations.length === 0) return;
    alarms++;
    console.log(`\nFALSE ALARM ${name}`);
    for (const v of verdict.violations) console.log(`  "${quote(v.span)}": ${v.message}`);
    return;
  }
  const kind = kinds.get(cot.error!) ?? { planted: 0, caught: 0, placed: 0 };
  kinds.set(cot.error!, kind);
  kind.planted++;
  const from = cot.text.indexOf(cot.planted);
  const to = from + cot.planted.length;
  const caught = verdict.violations.length > 0;
  const placed = verdict.violations.some((v) => v.span[0] < to && v.span[1] > from);
  if (caught) kind.caught++;
  if (placed) kind.placed++;
  if (!placed) {
    console.log(`\n${caught ? 'CAUGHT ELSEWHERE' : 'MISS'} ${name}: ${cot.error}: "${cot.planted}"`);
    for (const v of verdict.violations) console.log(`  "${quote(v.span)}": ${v.message}`);
    const there = verdict.unverified.filter((u) => u.span[0] < to && u.span[1] > from);
    console.log(
      `  ${there.length > 0 ? `unverified: ${there.map((u) => `"${quote(u.span)}"`).join(', ')}` : 'taken for true'}`,
    );
  }
});
console.log();
console.table(Object.fromEntries([...kinds].sort(([a], [b]) => a.localeCompare(b))));
const sum = (pick: (k: { planted: number; caught: number; placed: number }) => number): number =>
  [...kinds.values()].reduce((total, k) => total + pick(k), 0);
const planted = sum((k) => k.planted);
console.log(
  `${data.cots.length} texts over ${Object.keys(data.programs).length} programs: ${sum((k) => k.caught)} of ${planted} planted errors caught (${percent(
    sum((k) => k.caught),
    planted,
  )}), ${sum((k) => k.placed)} at their place; ` +
    `${alarms} of ${honest} true texts called false (${percent(alarms, honest)}); ${claims} claims found, ${unverified} stretches unverified`,
);
if (!values.cotsOnly) reportRewritings();
