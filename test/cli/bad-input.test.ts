// Bad input and runaway programs over the real command: each is told in one clear line with the place, ends with the
// right code, in bounded time and within a small heap, and costs no other row.
import { mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { lockstep, scratch, shell } from '../support/cli.ts';

const { path, put } = scratch();

/** A heap that a runaway program must fit in, in megabytes. */
const HEAP = 768;
/** What the process may have had in memory at most, in megabytes: the heap, code, and what lies outside the heap. */
const RESIDENT = 1024;
/** Has the process say at its end, in kilobytes, how large it has been. */
const SAY_SIZE = `process.on('exit',()=>process.stderr.write('\\npeak '+process.resourceUsage().maxRSS+'\\n'))`;
const env = {
  NODE_OPTIONS: `--max-old-space-size=${HEAP} --import=data:text/javascript,${encodeURIComponent(SAY_SIZE)}`,
};

/** Programs without end or bound, and what is said when they are stopped. */
const RUNAWAYS: Readonly<Record<string, readonly [code: string, message: RegExp]>> = {
  loop: ['while True: pass', /line 1[\s\S]*stopped after \d+ instructions \(--fuel/],
  power: ['print(len(str(9**9**9)))', /line 1[\s\S]*would grow beyond/],
  'list doubled': ['x = [1]\nwhile True: x += x', /line 2[\s\S]*would grow beyond/],
  'string doubled': ['s = "a"\nwhile True: s = s + s', /line 2[\s\S]*would grow beyond/],
  recursion: ['def f(n):\n    return 1 + f(n)\nf(0)', /line \d[\s\S]*more than 1000 calls/],
  'repr of itself': [
    'class A:\n    def __repr__(self): return repr(self)\nprint(A())',
    /line 2[\s\S]*calls by builtins/,
  ],
  'key that sorts': ['def k(x): return sorted([x], key=k)\nsorted([1], key=k)', /calls by builtins/],
  'deep repr': ['x = []\nfor i in range(100000): x = [x]\nrepr(x)', /line 3[\s\S]*calls were open/],
  'deep hash': ['x = ()\nfor i in range(100000): x = (x,)\nhash(x)', /line 3[\s\S]*calls were open/],
  'range as list': ['list(range(10**12))', /line 1[\s\S]*stopped/],
  'endless iterator': ['import itertools\nlist(itertools.cycle([1]))', /line 2[\s\S]*stopped/],
  'list repeated': ['[0] * 10**12', /line 1[\s\S]*would grow beyond/],
  width: ['format(1, "10000000000")', /line 1[\s\S]*would grow beyond/],
  'big power': ['pow(10, 10**10)', /line 1[\s\S]*would grow beyond/],
  digits: ['int("9" * 10**7)', /ValueError: Exceeds the limit \(4300 digits\)/],
  'raising repr': [
    'class A:\n    def __repr__(self): raise ValueError("no")\nprint([A()])',
    /line 2[\s\S]*ValueError: no/,
  ],
  regex: ['import re\nre.match("(a+)+$", "a" * 40 + "b")', /line 2[\s\S]*stopped after/],
};

describe('run', () => {
  test.each(Object.entries(RUNAWAYS))('%s', async (name, [code, message]) => {
    const file = put(`${name.replaceAll(' ', '-')}.py`, `${code}\n`);
    const { code: exit, stderr } = await lockstep(['run', file, '--fuel', '30M'], { env });
    expect(stderr).toMatch(message);
    expect(exit).toBe(1);
    expect(stderr).not.toMatch(/\n {4}at /);
    const peak = Number(/^peak (\d+)$/m.exec(stderr)?.[1]) / 1024;
    expect(peak, 'megabytes').toBeGreaterThan(10);
    expect(peak, 'megabytes').toBeLessThan(RESIDENT);
  });

  test('printing for ever stops at the limit, and what was printed is there', async () => {
    const file = put('printing.py', 'while True: print("hello")\n');
    const { code, stdout, stderr } = await lockstep(['run', file, '--output', '1k'], { env });
    expect([code, stdout.startsWith('hello\nhello\n'), stdout.length <= 1000]).toEqual([1, true, true]);
    expect(stderr).toMatch(/printed more than 1000 characters \(--output/);
  });

  test('files that are no programs', async () => {
    const cases: [string, RegExp, number][] = [
      [path('missing.py'), /no such file: .*missing\.py/, 2],
      [join(path('missing.py'), 'x'), /no such file/, 2],
      [path('.'), /is a directory, not a file/, 2],
      [
        put('data.bin', Uint8Array.from([0xff, 0xfe, 0, 1])),
        /data\.bin is not UTF-8 text \(byte 0xff at offset 0\)/,
        2,
      ],
      [put('zero.py', 'x = 1\0'), /binary data/, 2],
      [put('empty.py', ''), /^$/, 0],
      [put('broken.py', 'def f(:\n'), /broken\.py:1:6[\s\S]*\^/, 2],
    ];
    for (const [file, message, exit] of cases) {
      const { code, stderr } = await lockstep(['run', file]);
      expect(stderr).toMatch(message);
      expect(code, file).toBe(exit);
    }
  });

  test('wrong usage names the way out', async () => {
    const file = put('fine.py', 'x = 1\n');
    const cases: [string[], RegExp][] = [
      [['frobnicate'], /unknown command 'frobnicate'/],
      [['run'], /missing required argument 'FILE'/],
      [['run', file, '--nope'], /unknown option '--nope'/],
      [['run', file, '--fuel', 'much'], /not a whole number/],
      [['explain', file, '--style', 'nope'], /the choices are .*narrative/],
      [['generate', '--count', '1', '--level', '99', '--out', path('n')], /at most 10/],
      [
        ['generate', '--count', '1', '--family', 'nope', '--out', path('n')],
        /no family "nope"[\s\S]*bubble-sort/,
      ],
      [['verify', path('nothere')], /no such folder/],
      [['import', path('nothere.jsonl'), '--out', path('n')], /no such file/],
    ];
    for (const [args, message] of cases) {
      const { code, stderr } = await lockstep(args);
      expect(stderr).toMatch(message);
      expect(code, args.join(' ')).toBe(2);
    }
  });

  test('a program that only defines names is told to be called', async () => {
    const { stderr } = await lockstep(['explain', put('defines.py', 'def f():\n    return 1\n')]);
    expect(stderr).toMatch(/--call says what to evaluate/);
  });

  test('--json prints one object, whatever happens', async () => {
    const file = put('raises.py', 'print("out")\n1 / 0\n');
    for (const args of [
      ['run', file],
      ['run', path('missing.py')],
      ['run', file, '--nope'],
      ['explain', file],
    ]) {
      const { stdout } = await lockstep([...args, '--json']);
      expect(stdout.trim().split('\n')).toHaveLength(1);
      expect(typeof JSON.parse(stdout)).toBe('object');
    }
  });

  test('a reader that goes away ends it quietly', async () => {
    const file = put('long.py', 'for i in range(30000): print(i, "some text")\n');
    const { stdout, stderr } = await shell(`lockstep run ${file} | head -1; echo "$\{PIPESTATUS[0]}"`);
    expect([stdout, stderr]).toEqual(['0 some text\n0\n', '']);
  });
});

function dataOf(folder: string): string {
  const names = readdirSync(join(folder, 'data')).filter((name) => name.endsWith('.jsonl'));
  return names.map((name) => readFileSync(join(folder, 'data', name), 'utf8')).join('');
}

describe('import', () => {
  const good = '{"id":"good","code":"def f(x):\\n    return x + 1","call":"f(1)","expected":"2"}';
  const bad: readonly (readonly [line: string, status: string, reason: string])[] = [
    ['not json', 'malformed', 'row/json'],
    ['{"code":"x = 1","call":"x"}', 'malformed', 'row/fields'],
    ['{"id":7,"code":"x = 1","call":"x"}', 'malformed', 'row/fields'],
    [good, 'malformed', 'row/duplicate-id'],
    ['{"id":"number","code":"x = 1","call":"x","expected":1}', 'malformed', 'row/fields'],
    ['{"id":"endless","code":"while True: pass","call":"1"}', 'limit', 'limit/fuel'],
    ['{"id":"broken","code":"def f(:","call":"f(1)"}', 'failed', 'E0105'],
    ['{"id":"other","code":"x = 1","call":"x","expected":"2"}', 'mismatched', 'mismatch/result'],
  ];

  test('a bad row costs no other row, and is named with its line', async () => {
    const last = good.replace('"good"', '"last"');
    const file = put('rows.jsonl', [good, ...bad.map(([line]) => line), last].join('\n'));
    const { code, stdout } = await lockstep([
      'import',
      file,
      '--out',
      path('imported'),
      '--fuel',
      '100k',
      '--json',
    ]);
    const report = JSON.parse(stdout) as {
      ok: number;
      rows: { line: number; status: string; reason: string }[];
    };
    expect(code).toBe(1);
    expect(report.ok).toBe(2);
    expect(report.rows.map(({ line, status, reason }) => [line, status, reason])).toEqual(
      bad.map(([, status, reason], i) => [i + 2, status, reason]),
    );
    const rows = dataOf(path('imported')).trimEnd().split('\n');
    expect(rows.map((row) => (JSON.parse(row) as { id: string }).id)).toEqual(['good', 'last']);
  });

  test('a folder that must not be written is refused', async () => {
    const file = put('one.jsonl', good);
    mkdirSync(path('full'));
    writeFileSync(path('full/notes.txt'), 'mine');
    for (const [out, message] of [
      [file, /is a file, not a folder/],
      [path('full'), /is not empty and holds no Lockstep dataset/],
      ['/proc/nowhere', /cannot be written|cannot be used/],
    ] as const) {
      const { code, stderr } = await lockstep(['import', file, '--out', out], { timeout: 30_000 });
      expect(stderr).toMatch(message);
      expect(code).toBe(2);
    }
    expect(readFileSync(path('full/notes.txt'), 'utf8')).toBe('mine');
  });
});
