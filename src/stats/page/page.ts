// The script of the statistics page: draws the figures that stand in the page as JSON. Bundled on its own for the
// browser; knows nothing of files or of how the figures were made.
import * as Plot from '@observablehq/plot';
import type { LevelStats, Stats } from '../measure.ts';

const WIDTH = 720;
const COLOUR = '#2f6f8f';

const stats = JSON.parse(document.getElementById('stats')!.textContent) as Stats;
const main = document.querySelector('main')!;

function section(title: string, about: string, ...content: Node[]): void {
  const element = document.createElement('section');
  const heading = document.createElement('h2');
  heading.textContent = title;
  const text = document.createElement('p');
  text.textContent = about;
  element.append(heading, text, ...content);
  main.append(element);
}

function name({ level }: LevelStats): string {
  return level === null ? '–' : String(level);
}

/** One feature against the levels: a bar from quartile to quartile with its median, whiskers to the extremes. */
function featurePlot(feature: string): Element {
  const data = stats.levels
    .filter((level) => level.features[feature] !== undefined)
    .map((level) => {
      const [min, q1, median, q3, max] = level.features[feature]!;
      return { level: name(level), min, q1, median, q3, max };
    });
  const positive = data.every(({ min }) => min > 0);
  const wide = data.some(({ max, min }) => max > 50 * Math.max(min, 1));
  return Plot.plot({
    title: feature,
    width: WIDTH / 2 - 10,
    height: 220,
    marginLeft: 55,
    x: { label: 'level', domain: data.map(({ level }) => level), type: 'band' },
    y: { label: null, grid: true, ...(positive && wide ? { type: 'log' as const } : {}) },
    marks: [
      Plot.ruleX(data, { x: 'level', y1: 'min', y2: 'max', stroke: '#999' }),
      Plot.barY(data, { x: 'level', y1: 'q1', y2: 'q3', fill: COLOUR, fillOpacity: 0.6, inset: 2 }),
      Plot.tickY(data, { x: 'level', y: 'median', stroke: '#123', strokeWidth: 2 }),
    ],
  });
}

/** Prompts and reasoning by their length in tokens. */
function lengthPlot(): Element {
  const edges = stats.lengths.flatMap(({ from, to, prompts, reasonings }) => [
    { from: Math.max(from, 8), to, rows: prompts, of: 'prompts' },
    { from: Math.max(from, 8), to, rows: reasonings, of: 'reasoning' },
  ]);
  return Plot.plot({
    width: WIDTH,
    height: 320,
    marginLeft: 55,
    marginRight: 80,
    x: { label: 'tokens', type: 'log', tickFormat: 'd', grid: true },
    y: { label: 'rows', grid: true },
    fy: { label: null },
    ariaLabel: 'rows by length',
    marks: [
      Plot.rectY(edges, { x1: 'from', x2: 'to', y: 'rows', fy: 'of', fill: COLOUR, insetLeft: 1 }),
      Plot.ruleY([0]),
    ],
  });
}

/** A share of the rows of each level. */
function sharePlot(title: string, share: (level: LevelStats) => number): Element {
  const data = stats.levels.map((level) => ({ level: name(level), share: 100 * share(level) }));
  return Plot.plot({
    title,
    width: WIDTH / 2 - 10,
    height: 220,
    marginLeft: 55,
    x: { label: 'level', domain: data.map(({ level }) => level), type: 'band' },
    y: { label: '% of rows', grid: true, domain: [0, Math.max(5, ...data.map((d) => d.share))] },
    marks: [Plot.barY(data, { x: 'level', y: 'share', fill: COLOUR }), Plot.ruleY([0])],
  });
}

/** How many shapes of programs have how many rows. */
function repeatPlot(): Element {
  const data = stats.diversity.repeats.map(({ upTo, shapes }) => ({
    rows: upTo <= 2 ? String(upTo) : `${upTo / 2 + 1}–${upTo}`,
    shapes,
  }));
  return Plot.plot({
    title: 'Rows that share a shape',
    width: WIDTH / 2 - 10,
    height: 220,
    marginLeft: 55,
    x: { label: 'rows of one shape', domain: data.map(({ rows }) => rows), type: 'band' },
    y: { label: 'shapes', grid: true },
    marks: [Plot.barY(data, { x: 'rows', y: 'shapes', fill: COLOUR }), Plot.ruleY([0])],
  });
}

function bars(tally: Readonly<Record<string, number>>, label: string): Element {
  const data = Object.entries(tally).map(([key, rows]) => ({ key, rows }));
  return Plot.plot({
    width: WIDTH,
    height: 40 + 18 * data.length,
    marginLeft: 150,
    x: { label: 'rows', grid: true },
    y: { label: null, type: 'band' },
    ariaLabel: label,
    marks: [Plot.barX(data, { x: 'rows', y: 'key', fill: COLOUR, sort: { y: '-x' } }), Plot.ruleX([0])],
  });
}

function levelTable(): HTMLElement {
  const table = document.createElement('table');
  const heads = [
    'level',
    'rows',
    'median tokens',
    'median instructions',
    'different answers',
    'most frequent answer',
  ];
  table
    .createTHead()
    .insertRow()
    .append(...heads.map((text) => Object.assign(document.createElement('th'), { textContent: text })));
  const body = table.createTBody();
  for (const level of stats.levels) {
    const { rows, features, answers, topAnswer } = level;
    const row = body.insertRow();
    const share = `${(100 * topAnswer.share).toFixed(1)} %`;
    const cells = [name(level), rows, features['tokens']?.[2], features['steps']?.[2], answers];
    for (const cell of cells) row.insertCell().textContent = String(cell ?? '–');
    row.insertCell().textContent = `${topAnswer.answer} (${share})`;
  }
  return table;
}

function grid(plots: Element[]): HTMLElement {
  const element = document.createElement('div');
  element.className = 'grid';
  element.append(...plots);
  return element;
}

const features = [...new Set(stats.levels.flatMap(({ features }) => Object.keys(features)))];
section('Levels', 'How many rows each level has, and how much their answers differ.', levelTable());
section(
  'Features against levels',
  'Bars reach from the first to the third quartile, with the median; lines to the extremes.',
  grid(features.map(featurePlot)),
);
section('Lengths', `Rows by the length of their texts, in tokens of ${stats.tokens.encoding}.`, lengthPlot());
section(
  'Repetition',
  'A shape is a program without its data: rows of one shape ask the same of other values. No two rows are equal in program, call and question' +
    (stats.duplicates === 0 ? '.' : `, but for ${stats.duplicates}.`),
  grid([
    sharePlot('Rows that differ from another in data only', ({ rows, shapes }) => 1 - shapes / rows),
    sharePlot('Most frequent answer', ({ topAnswer }) => topAnswer.share),
    repeatPlot(),
  ]),
);
if (Object.keys(stats.families).length > 0)
  section('Families', 'Rows by program family.', bars(stats.families, 'rows by family'));
if (Object.keys(stats.tasks).length > 1)
  section('Tasks', 'Rows by the question asked.', bars(stats.tasks, 'rows by task'));
if (Object.keys(stats.styles).length > 1)
  section('Styles', 'Rows by the style of the reasoning.', bars(stats.styles, 'rows by style'));
document.body.dataset['drawn'] = 'yes';
