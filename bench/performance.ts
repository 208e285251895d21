// `npm run performance`: makes the tables of docs/performance.md from the figures that `--save` kept in bench/results/. The
// words around them are written by hand.
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { format, resolveConfig } from 'prettier';
import { command } from '../scripts/command-line.js';
import { savedFile, type Figure, type Saved } from './results.ts';

command(
  'performance',
  'Makes the tables of docs/performance.md from the figures that `--save` of the benchmarks kept in bench/results/.',
).parse();

const PAGE = 'docs/performance.md';

const saved = new Map<string, Saved>();
for (const name of ['engine', 'peers', 'growth', 'pipeline', 'pipeline-memory'])
  if (existsSync(savedFile(name)))
    saved.set(name, JSON.parse(readFileSync(savedFile(name), 'utf8')) as Saved);

/** Three digits of what is below a hundred: more is noise. */
function short(value: number): string {
  const digits = Math.abs(value) >= 100 ? 0 : Math.abs(value) >= 10 ? 1 : Math.abs(value) >= 1 ? 2 : 3;
  return value.toLocaleString('en', { maximumFractionDigits: digits });
}

function table(head: readonly string[], rows: readonly (readonly string[])[]): string {
  const line = (cells: readonly string[]): string => `| ${cells.join(' | ')} |`;
  return [line(head), line(head.map(() => '---')), ...rows.map(line)].join('\n');
}

/** `a, b` and `c, b` as rows a and c of column b, for the figures whose names fit. */
function grid(name: string, pattern: RegExp, corner: string): string {
  const columns: string[] = [];
  const rows = new Map<string, Map<string, string>>();
  for (const [key, { value, unit }] of figuresOf(name)) {
    const match = pattern.exec(key);
    if (match === null) continue;
    const { row, column } = match.groups as { row: string; column: string };
    const title = `${column}, ${unit}`;
    if (!columns.includes(title)) columns.push(title);
    if (!rows.has(row)) rows.set(row, new Map());
    rows.get(row)!.set(title, short(value));
  }
  return table(
    [corner, ...columns],
    [...rows].map(([row, cells]) => [row, ...columns.map((column) => cells.get(column) ?? '')]),
  );
}

function figuresOf(name: string): [string, Figure][] {
  return Object.entries(saved.get(name)?.figures ?? {});
}

function list(name: string, pattern: RegExp): string {
  const rows = figuresOf(name).filter(([key]) => pattern.test(key));
  return table(
    ['', 'figure'],
    rows.map(([key, { value, unit }]) => [key, `${short(value)} ${unit}`]),
  );
}

/** Lines a second of everyone, and how many times as many we trace. */
function peers(): string {
  const programs = [...new Set(figuresOf('peers').map(([key]) => key.split(': ')[0]!))];
  const names = [...new Set(figuresOf('peers').map(([key]) => key.split(': ')[1]!))];
  const value = (program: string, name: string): number | undefined =>
    saved.get('peers')?.figures[`${program}: ${name}`]?.value;
  const cell = (program: string, name: string): string => {
    const lines = value(program, name);
    if (lines === undefined) return 'absent';
    if (name.startsWith('Lockstep')) return short(lines);
    const times = ['hashed', 'kept', 'told by line'].map(
      (way) => `${Number((value(program, `Lockstep, ${way}`)! / lines).toPrecision(2))}×`,
    );
    return `${short(lines)} (${times.join(', ')})`;
  };
  return table(
    ['M lines/s', ...programs],
    names.map((name) => [name, ...programs.map((program) => cell(program, name))]),
  );
}

interface Aim {
  readonly what: string;
  readonly bound: number;
  readonly unit: string;
  /** Undefined when it was not measured. */
  readonly got: number | undefined;
  /** Whether less is better. */
  readonly most?: true;
}

/** What was aimed at, and where it falls short. */
function aims(): string {
  const figure = (file: string, name: string): number | undefined => saved.get(file)?.figures[name]?.value;
  const times = (program: string, peer: string): number | undefined => {
    const [ours, theirs] = [
      figure('peers', `${program}: Lockstep, hashed`),
      figure('peers', `${program}: ${peer}`),
    ];
    return ours === undefined || theirs === undefined ? undefined : ours / theirs;
  };
  const programs = ['integers', 'lists', 'recursion'];
  const list: Aim[] = [
    ...programs.flatMap((name): Aim[] => [
      { what: `${name}, hashed`, bound: 120, unit: 'M events/s', got: figure('engine', `${name}, hashed`) },
      {
        what: `${name}, hashed, second tier`,
        bound: 400,
        unit: 'M events/s',
        got: figure('engine', `${name}, hashed, second tier`),
      },
      {
        what: `${name}, what hashing costs`,
        bound: 2,
        unit: '×',
        got: figure('engine', `${name}, cost of hashed`),
        most: true,
      },
      {
        what: `${name}, hashed lines beside settrace and repr`,
        bound: 40,
        unit: '×',
        got: times(name, 'CPython 3.11, settrace and repr'),
      },
      { what: `${name}, hashed lines beside snoop`, bound: 1000, unit: '×', got: times(name, 'snoop') },
    ]),
    {
      what: 'tiny programs, hashed',
      bound: 250,
      unit: 'k runs/s',
      got: figure('engine', 'tiny, 265 instructions, hashed'),
    },
    {
      what: 'tiny programs, hashed, after other programs',
      bound: 250,
      unit: 'k runs/s',
      got: figure('engine', 'tiny, 265 instructions after other programs, hashed'),
    },
    {
      what: 'a window at the end of 10^8 events',
      bound: 300,
      unit: 'MB',
      got: figure('growth', '10^8 events, window, memory'),
      most: true,
    },
    {
      what: 'generating at level 8, warm',
      bound: 6000,
      unit: 'rows/CPU s',
      got: figure('pipeline', '1 workers, warm'),
    },
  ];
  const rows = list.map(({ what, bound, unit, got, most }) => [
    what,
    `${most === true ? 'at most' : 'at least'} ${short(bound)} ${unit}`,
    got === undefined ? 'not measured' : `${short(got)} ${unit}`,
    got === undefined ? '' : (most === true ? got <= bound : got >= bound) ? 'yes' : '**no**',
  ]);
  return table(['', 'aim', 'figure', 'reached'], rows);
}

function machines(): string {
  const all = [...saved.values()].map(
    ({ machine }) => `${machine.processor}, ${machine.cores} cores, Node ${machine.node}`,
  );
  return [...new Set(all)].join('; ');
}

const PARTS: Readonly<Record<string, () => string>> = {
  machine: machines,
  aims,
  engine: () =>
    grid(
      'engine',
      /^(?!tiny)(?<row>[^,]+), (?<column>(?:untraced|hashed)(?:, second tier)?|kept|cost of hashed|cost of kept)$/,
      'program',
    ),
  tiny: () =>
    grid('engine', /^tiny, (?<row>[\d]+ instructions.*), (?<column>untraced|hashed|kept)$/, 'tiny program'),
  front: () =>
    grid('engine', /^(?<row>parse|scopes|types|compile), (?<column>a program|of source)$/, 'stage'),
  cursor: () =>
    grid('engine', /^(?<row>[^,]+), (?<column>stepping|seeking|told by line|up to a window)$/, 'program'),
  words: () => list('engine', /^(story building|rendering|reading|reading and checking)$/),
  stages: () => grid('pipeline', /^(?<row>.+), (?<column>share|a row)$/, 'stage'),
  pipeline: () => list('pipeline', /^\d+ workers(?!, memory)/),
  memory: () => grid('pipeline-memory', /^(?<column>\d+ workers), memory at (?<row>\d+ rows)$/, 'written'),
  peers,
  growth: () => grid('growth', /^(?<row>10\^\d events), (?<column>.*)$/, 'run'),
};

let page = readFileSync(PAGE, 'utf8');
for (const [name, make] of Object.entries(PARTS)) {
  const place = new RegExp(`(<!-- ${name} -->)[^]*?(<!-- end -->)`);
  if (!place.test(page)) throw new Error(`${PAGE} has no place for ${name}`);
  page = page.replace(place, (_, before: string, after: string) => `${before}\n\n${make()}\n\n${after}`);
}
writeFileSync(PAGE, await format(page, { ...(await resolveConfig(PAGE)), parser: 'markdown' }));
