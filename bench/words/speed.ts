// How fast the words are, on one core: building stories, rendering them, reading texts, reading and checking them.
// Programs are generated, so that the figures need no file; medians of CPU time over several passes.
// Usage: npm run bench:words -- [--programs 300] [--passes 7] [--style narrative]
import { parseArgs } from 'node:util';
import { catalogueOf, generateExercise, LEVELS } from '../../corpus/generate.ts';
import { print, printExpr } from '../../grammar/index.ts';
import { DEFAULT_LIMITS } from '../../interpreter/index.ts';
import { compileProgram, execute } from '../../src/pipeline/index.ts';
import { check, explain, readerFor, storyOf, type Story, type StyleName } from '../../verbalizer/index.ts';

/** Median CPU seconds of one pass, after one that is not counted. */
function time(passes: number, work: () => void): number {
  work();
  const times: number[] = [];
  for (let pass = 0; pass < passes; pass++) {
    const before = process.cpuUsage();
    work();
    const { user, system } = process.cpuUsage(before);
    times.push((user + system) / 1e6);
  }
  return times.sort((a, b) => a - b)[Math.floor(passes / 2)]!;
}

const { values } = parseArgs({
  options: {
    programs: { type: 'string', default: '300' },
    passes: { type: 'string', default: '7' },
    style: { type: 'string', default: 'narrative' },
  },
});
const style = values.style as StyleName;
const passes = Number(values.passes);
const catalogue = catalogueOf({ levels: [LEVELS[0], LEVELS[1]], families: [] });
const traces = Array.from({ length: Number(values.programs) }, (_, index) => {
  const { module, call, family } = generateExercise(1, index, catalogue);
  const text = { name: family, source: print(module), call: printExpr(call), input: '' };
  return execute(compileProgram(text), { limits: DEFAULT_LIMITS, traced: true }).result.trace!;
});
const events = traces.reduce((sum, trace) => sum + trace.length, 0);
let stories: Story[] = [];
const building = time(passes, () => {
  stories = traces.map((trace) => storyOf(trace));
  // a story is built when its steps are first asked for
  for (const story of stories) if (story.steps.length === 0) throw new Error('a run without steps');
});
let texts: string[] = [];
const rendering = time(passes, () => {
  texts = stories.map((story, seed) => explain(story, { style, seed }).text);
});
const megabytes = texts.reduce((sum, text) => sum + Buffer.byteLength(text), 0) / 1e6;
const reader = readerFor(style);
const reading = time(passes, () => {
  for (const text of texts) reader.read(text);
});
let good = 0;
const checking = time(passes, () => {
  good = 0;
  texts.forEach((text, i) => {
    const { faithful, complete } = check(text, stories[i]!, style);
    if (faithful && complete) good++;
  });
});
console.log(
  `${traces.length} programs, ${events} events, ${megabytes.toFixed(2)} MB of ${style} text, ${good} good`,
);
console.table({
  'story building': { rate: (events / building / 1e6).toFixed(2), unit: 'M events/s' },
  rendering: { rate: (megabytes / rendering).toFixed(1), unit: 'MB/s' },
  reading: { rate: (megabytes / reading).toFixed(1), unit: 'MB/s' },
  'reading and checking': { rate: (megabytes / checking).toFixed(1), unit: 'MB/s' },
});
