// `npm run performance`: makes the tables of docs/performance.md from the figures that `--save` kept in bench/results/. The
// words around them are written by hand.
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { format, resolveConfig } from 'prettier';
import { savedFile, type Figure, type Saved } from './results.ts';

const PAGE = 'docs/performance.md';

const saved = new Map<string, Saved>();
for (const name of ['engine', 'peers', 'growth'])
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
      (way) => `${short(Number((value(program, `Lockstep, ${way}`)! / lines).toPrecision(2)))}×`,
    );
    return `${short(lines)} (${times.join(', ')})`;
  };
  return table(
    ['M lines/s', ...programs],
    names.map((name) => [name, ...programs.map((program) => cell(program, name))]),
  );
}

function machines(): string {
  const all = [...saved.values()].map(
    ({ machine }) => `${machine.processor}, ${machine.cores} cores, Node ${machine.node}`,
  );
  return [...new Set(all)].join('; ');
}

const PARTS: Readonly<Record<string, () => string>> = {
  machine: machines,
  engine: () =>
    grid(
      'engine',
      /^(?!tiny|parse|scopes|types|compile)(?<row>[^,]+), (?<column>untraced|hashed|kept|cost of hashed|cost of kept)$/,
      'program',
    ),
  tiny: () => grid('engine', /^tiny, (?<row>[\d]+ instructions), (?<column>.*)$/, 'tiny program'),
  front: () => grid('engine', /^(?<row>parse|scopes|types|compile)(?:, )?(?<column>a program|)$/, 'stage'),
  cursor: () =>
    grid('engine', /^(?<row>[^,]+), (?<column>stepping|seeking|told by line|up to a window)$/, 'program'),
  words: () => list('engine', /^(story building|rendering|reading|reading and checking)$/),
  pipeline: () => list('engine', /^pipeline, /),
  peers,
  growth: () => grid('growth', /^(?<row>10\^\d events), (?<column>.*)$/, 'run'),
};

let page = readFileSync(PAGE, 'utf8');
for (const [name, make] of Object.entries(PARTS)) {
  const place = new RegExp(`(<!-- ${name} -->\n)[^]*?(\n<!-- end -->)`);
  if (!place.test(page)) throw new Error(`${PAGE} has no place for ${name}`);
  page = page.replace(place, (_, before: string, after: string) => `${before}\n${make()}\n${after}`);
}
writeFileSync(PAGE, await format(page, { ...(await resolveConfig(PAGE)), parser: 'markdown' }));
