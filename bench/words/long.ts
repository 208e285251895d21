// How long runs are told: runs of a million instructions and more, of every shape, each in a process of its own, told
// within a budget in both styles of prose, read back and checked. Prints CPU time and memory; fails when a text is
// out of order.
import { spawnSync } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { Option } from 'commander';
import { DEFAULT_LIMITS } from '../../interpreter/index.ts';
import { command, oneOf, wholeNumber } from '../../scripts/command-line.js';
import { compileProgram, execute } from '../../src/pipeline/index.ts';
import { loadTokenCounter } from '../../src/pipeline/tokens.ts';
import { check, explain, storyOf } from '../../verbalizer/index.ts';

const PROGRAMS: Readonly<Record<string, readonly [source: string, call: string]>> = {
  'nested loops': [
    `def f(n):
    total = 0
    for i in range(n):
        for j in range(n):
            if (i * j) % 97 == 96:
                total += 1000
            else:
                total += i ^ j
    return total`,
    'f(240)',
  ],
  while: [
    `def f(n):
    steps = 0
    while n != 1:
        n = n // 2 if n % 2 == 0 else n + 1
        steps += 1
        if n == 1 and steps < 60000:
            n = 30 + steps
    return steps`,
    'f(27)',
  ],
  'fib(25)': ['def fib(n):\n    return n if n < 2 else fib(n - 1) + fib(n - 2)', 'fib(25)'],
  'mutual recursion': [
    `def even(n):
    return True if n == 0 else odd(n - 1)
def odd(n):
    return False if n == 0 else even(n - 1)
def f(n):
    count = 0
    for i in range(n):
        if even(i % 200):
            count += 1
    return count`,
    'f(900)',
  ],
  generators: [
    `def evens(n):
    for i in range(n):
        if i % 2 == 0:
            yield i
def f(n):
    return sum(x * x for x in evens(n)) + sum(evens(n))`,
    'f(60000)',
  ],
  comprehension: [
    `def g(x):
    return x * x % 7
def f(n):
    xs = [g(i) + 1 for i in range(n) if i % 3]
    return sum(xs) + len({x: g(x) for x in xs})`,
    'f(60000)',
  ],
  printing: ['def f(n):\n    for i in range(n):\n        print(i, i * i)', 'f(70000)'],
  'a string grown': [
    "def f(n):\n    s = ''\n    for i in range(n):\n        s += chr(97 + i % 26)\n    return len(s)",
    'f(100000)',
  ],
  'a list grown': [
    'def f(n):\n    xs = []\n    while len(xs) < n:\n        xs += [len(xs)]\n    return xs[-1]',
    'f(100000)',
  ],
  'calls that change a dict': [
    `seen = {}
def note(d, k):
    d[k % 1000] = d.get(k % 1000, 0) + 1
    seen[k % 10] = k
def f(n):
    d = {}
    for i in range(n):
        note(d, i)
    return len(d) + len(seen)`,
    'f(40000)',
  ],
  'ten million': [
    'def f(n):\n    total = 0\n    for i in range(n):\n        total += i % 7\n    return total',
    'f(1250000)',
  ],
};

/** CPU seconds of this process so far. */
function cpu(): number {
  const { user, system } = process.cpuUsage();
  return (user + system) / 1e6;
}

/** Runs and tells one program; its row goes to standard output as JSON. */
async function tellOne(name: string, budget: number): Promise<void> {
  const [source, call] = PROGRAMS[name]!;
  const count = await loadTokenCounter();
  const started = cpu();
  const { result } = execute(compileProgram({ name, source, call, input: '' }), {
    limits: DEFAULT_LIMITS,
    traced: true,
  });
  const ran = cpu();
  const ranIn = process.resourceUsage().maxRSS;
  const story = storyOf(result.trace!);
  const steps = story.steps.length;
  const built = cpu();
  const row: Record<string, unknown> = {
    program: name,
    events: result.trace!.length,
    steps,
    'run s': (ran - started).toFixed(1),
    'story s': (built - ran).toFixed(1),
  };
  let good = true;
  for (const style of ['narrative', 'concise'] as const) {
    const from = cpu();
    const { text } = explain(story, { style, seed: 1, budget, count });
    const { faithful, complete } = check(text, story, style);
    row[`${style} s`] = (cpu() - from).toFixed(1);
    row[`${style} tokens`] = count(text);
    good &&= faithful && complete && count(text) <= budget;
  }
  row['in order'] = good;
  row['run MB'] = Math.round(ranIn / 1024);
  row['MB'] = Math.round(process.resourceUsage().maxRSS / 1024);
  console.log(JSON.stringify(row));
}

const names = Object.keys(PROGRAMS);
const values = command(
  'budget:long',
  'Runs programs of a million instructions and more, each in a process of its own, tells them within a budget, reads ' +
    'that back and checks it; CPU time and memory of each.',
  "--only 'nested loops'",
)
  .option('--max-tokens <N>', 'the budget', wholeNumber, 2000)
  .option('--only <NAME>', `one program: ${names.join(', ')}`, oneOf(names))
  .addOption(new Option('--one <NAME>', 'tells it in this process').hideHelp())
  .parse()
  .opts<{ maxTokens: number; only?: string; one?: string }>();
if (values.one !== undefined) await tellOne(values.one, values.maxTokens);
else {
  const rows: Record<string, unknown>[] = [];
  for (const name of names) {
    if (values.only !== undefined && values.only !== name) continue;
    const { stdout, status } = spawnSync(
      process.execPath,
      [
        ...process.execArgv,
        fileURLToPath(import.meta.url),
        '--one',
        name,
        '--max-tokens',
        String(values.maxTokens),
      ],
      { encoding: 'utf8', stdio: ['ignore', 'pipe', 'inherit'] },
    );
    rows.push(
      status === 0
        ? (JSON.parse(stdout) as Record<string, unknown>)
        : { program: name, 'in order': `ended with ${status}` },
    );
  }
  console.table(rows);
  process.exitCode = rows.every((row) => row['in order'] === true) ? 0 : 1;
}
