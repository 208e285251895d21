// How fast the words are, on one core: building stories, rendering them, reading texts, reading and checking them.
// Programs are generated, so that the figures need no file; medians of CPU time over several passes.
import { catalogueOf, generateExercise, LEVELS } from '../../corpus/generate.ts';
import { print, printExpr } from '../../grammar/index.ts';
import { DEFAULT_LIMITS } from '../../interpreter/index.ts';
import { compileProgram } from '../../src/pipeline/program.ts';
import { execute } from '../../src/pipeline/execution.ts';
import { Turns } from '../../src/speed/turns.ts';
import { check, explain, readerFor, storyOf, type Story, type StyleName } from '../../verbalizer/index.ts';

export interface WordOptions {
  readonly programs: number;
  readonly passes: number;
  readonly style: StyleName;
}

export interface WordFigures {
  readonly rates: Readonly<Record<string, { readonly rate: number; readonly unit: string }>>;
  /** What was measured, in a line. */
  readonly summary: string;
}

/** Median CPU seconds of one pass, after one that is not counted. */
const time = (passes: number, work: () => void): number =>
  new Turns({ work }).takeFor(0, passes).medians().work;

/** @throws Error when a text is not faithful and complete */
export function wordFigures({ programs, passes, style }: WordOptions): WordFigures {
  const catalogue = catalogueOf({ levels: [LEVELS[0], LEVELS[1]], families: [] });
  const traces = Array.from({ length: programs }, (_, index) => {
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
  if (good !== programs) throw new Error(`${programs - good} texts are not faithful and complete`);
  return {
    summary: `${programs} programs, ${events} events, ${megabytes.toFixed(2)} MB of ${style} text, all faithful and complete`,
    rates: {
      'story building': { rate: events / building / 1e6, unit: 'M events/s' },
      rendering: { rate: megabytes / rendering, unit: 'MB/s' },
      reading: { rate: megabytes / reading, unit: 'MB/s' },
      'reading and checking': { rate: megabytes / checking, unit: 'MB/s' },
    },
  };
}
