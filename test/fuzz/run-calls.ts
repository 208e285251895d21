// `npm run fuzz:calls`: every function and method that CPython lists, called with drawn arguments and held against live
// CPython: result, exception and message, and what became of the arguments.
import { Option } from 'commander';
import { Draw } from '../../corpus/draw.ts';
import { command, seconds, wholeNumber } from '../../scripts/command-line.js';
import { Oracle } from '../support/oracle.ts';
import { hasPython, oracleName } from '../support/python.ts';
import { calleesOf } from './callees.ts';
import { drawCall, Fitting } from './calls.ts';
import { GRAVITIES, holdCalls, type Gravity, type Held } from './hold-calls.ts';

const values = command(
  'fuzz:calls',
  'Calls every function and method that CPython lists with drawn arguments, here and under live CPython: result, ' +
    'exception and message, and what became of the arguments.',
  '--seconds 20 --only str.',
)
  .option('--seconds <N>', 'how long', seconds, 60)
  .option('--seed <N>', 'of the calls', wholeNumber, 1)
  .option('--only <TEXT>', 'callees whose name has this in it', '')
  .option('--most <N>', 'differences told of one callee', wholeNumber, 3)
  .addOption(
    new Option('--down <WHAT>', 'tells differences down to these; `raised`: only one of the two raised')
      .choices(GRAVITIES)
      .default('exception'),
  )
  .parse()
  .opts<{ seconds: number; seed: number; only: string; most: number; down: Gravity }>();

if (!hasPython) {
  console.error(`the calls need python3.11; there are only ${oracleName}`);
  process.exit(2);
}

/** Calls in one program. */
const TOGETHER = 60;
const oracle = new Oracle();
const ask = oracle.ask.bind(oracle);
const fitting = new Fitting();
const counts = new Map<string, number>();
const refusals = new Map<string, number>();
const told = new Map<string, number>();
const add = (to: Map<string, number>, key: string): number => {
  const count = (to.get(key) ?? 0) + 1;
  to.set(key, count);
  return count;
};

const callees = (await calleesOf(ask)).filter(({ name }) => name.includes(values.only));
if (callees.length === 0) {
  console.error(`nothing that can be called has "${values.only}" in its name`);
  process.exit(2);
}
const until = Date.now() + values.seconds * 1000;
for (let round = 0; Date.now() < until; round++) {
  const draw = Draw.of('calls', values.seed, round);
  const calls = Array.from({ length: TOGETHER }, () => drawCall(draw, draw.pick(callees), fitting));
  for (const held of await holdCalls(calls, ask, fitting)) report(held);
}
oracle.close();

function report(held: Held): void {
  const { callee, body } = held.call;
  add(counts, held.kind === 'differs' ? held.gravity : held.kind);
  if (held.kind === 'refused') add(refusals, `${callee.name}: ${held.why}`);
  if (held.kind !== 'differs') return;
  if (GRAVITIES.indexOf(held.gravity) > GRAVITIES.indexOf(values.down)) return;
  if (add(told, callee.name) > values.most) return;
  const lines = body.map((line) => `    ${line}\n`).join('');
  console.log(
    `--- ${held.gravity}: ${callee.name}\n${lines}  ours:   ${held.ours}\n  theirs: ${held.theirs}`,
  );
}

const most = [...refusals].sort(([, a], [, b]) => b - a).slice(0, 40);
for (const [why, n] of most) console.log(`refused ${n}: ${why}`);
const of = (kind: string): number => counts.get(kind) ?? 0;
const calls = [...counts.values()].reduce((a, b) => a + b, 0);
console.log(
  `seed ${values.seed}: ${calls} calls of ${callees.length} callees, ${fitting.size} of them called well; ${of('agrees')} agree, ` +
    `${of('refused')} refused, ${of('late')} late; differ by ${GRAVITIES.map((what) => `${what} ${of(what)}`).join(', ')}`,
);
process.exitCode = told.size > 0 ? 1 : 0;
