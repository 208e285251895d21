// How time and memory grow with the length of a run that is only hashed: `lockstep trace --hash` on one loop, from
// 10^5 to 10^8 instructions, each in a process of its own. Usage: npm run build && npm run bench:growth
import { spawnSync } from 'node:child_process';
import { mkdirSync, writeFileSync } from 'node:fs';

const FILE = 'out/bench/loop.py';
/** A module that tells what its process took, in memory and CPU time, when it ends. */
const REPORT =
  'data:text/javascript,process.on("exit",()=>{const{maxRSS,userCPUTime,systemCPUTime}=process.resourceUsage();' +
  'process.stderr.write(JSON.stringify([maxRSS/1024,(userCPUTime+systemCPUTime)/1e6]))})';
/** Instructions of one round of the loop. */
const ROUND = 11;

mkdirSync('out/bench', { recursive: true });
writeFileSync(
  FILE,
  'def f(n):\n    total = 0\n    for i in range(n):\n        total = (total * 31 + i) % 1000003\n    return total\n',
);
const rows: Record<string, object> = {};
for (const length of [1e5, 1e6, 1e7, 1e8]) {
  const call = `f(${Math.ceil(length / ROUND)})`;
  const verb = [
    'dist/lockstep.js',
    'trace',
    FILE,
    '--call',
    call,
    '--hash',
    '--fuel',
    '1000000000',
    '--json',
  ];
  const { stdout, stderr } = spawnSync(process.execPath, ['--import', REPORT, ...verb], { encoding: 'utf8' });
  const { outcome, trace } = JSON.parse(stdout) as {
    outcome: { kind: string };
    trace: { events: number; hash: string };
  };
  if (outcome.kind !== 'returned' || trace.events < length) throw new Error(`a run of ${length}: ${stdout}`);
  const [memory, seconds] = JSON.parse(stderr.trim().split('\n').at(-1)!) as [number, number];
  rows[trace.events] = {
    hash: trace.hash,
    'CPU s': seconds.toFixed(2),
    'RSS MB': memory.toFixed(0),
  };
}
console.table(rows);
