// Fill: the operator or constant that stands in the blank of a program. Any filling that gives the result is right: it is
// run, and reasoning to it is held against its own run.
import { z } from 'zod';
import type { Draw } from '../../corpus/draw.ts';
import type { SlotValue } from '../../verbalizer/claims.ts';
import type { Step, Story } from '../../verbalizer/steps/step.ts';
import type { LinePart } from '../../verbalizer/lines/part.ts';
import { addedStep, statement, type Added } from './compose.ts';
import { isPlainValue } from './literal.ts';
import { codeBlock } from './prompt.ts';
import type { TracedRun } from './run.ts';
import { alternativesAt, choicesAt, replaceAt, sitesOf, type Site } from './sites.ts';
import { BadQuestion, defineTask, type Judged } from './task.ts';

const questionSchema = z.strictObject({
  /** Where the blank is: a line from 1, a column in code points from 0. */
  line: z.int().positive(),
  column: z.int().nonnegative(),
  /** What the reasoning tries first, in vain. */
  tried: z.string().min(1),
});
type Question = z.infer<typeof questionSchema>;

const BLANK = '____';
const LONGEST_RESULT = 200;
/** Steps of a run that is told for a filling in vain, if there is a choice. */
const LONGEST_TRIAL = 60;
/** Places that are tried before the run is given up. */
const MOST_SITES = 8;

interface Trial {
  readonly question: Question;
  readonly steps: number;
}

export const fill = defineTask({
  name: 'fill',
  followsLines: true,
  question: questionSchema,
  choose(run, draw) {
    const why = whyNot(run);
    if (why !== null) return { why };
    let best: Trial | null = null;
    for (const site of draw.shuffle(sitesOf(run)).slice(0, MOST_SITES)) {
      const trial = trialAt(run, site, draw);
      if (trial !== null && (best === null || trial.steps < best.steps)) best = trial;
      if (best !== null && best.steps <= LONGEST_TRIAL) break;
    }
    return best ?? { why: 'no operator or number of it decides the result' };
  },
  pose(run, question) {
    const site = sitesOf(run).find(
      ({ line, column }) => line === question.line && column === question.column,
    );
    const vain = site === undefined ? null : inVain(run, site, question.tried);
    if (site === undefined || vain === null || whyNot(run) !== null)
      throw new BadQuestion(
        `there is no blank of which ${question.tried} is wrong at ${question.line}:${question.column + 1}`,
      );
    const asked: Asked = { run, site, vain, tried: question.tried, wanted: resultOf(run)! };
    return {
      prompt: promptOf(asked),
      story: storyOf(asked, site.text, run),
      answer: site.text,
      check: (given) => judge(asked, given),
    };
  },
});

interface Asked {
  readonly run: TracedRun;
  readonly site: Site;
  /** The run with the filling that is tried in vain. */
  readonly vain: TracedRun;
  readonly tried: string;
  readonly wanted: string;
}

function promptOf({ run, site, wanted }: Asked): string {
  const choices = choicesAt(site);
  const what =
    choices.length === 0
      ? 'The blank stands for one whole number, written in decimal digits.'
      : `The blank stands for one of the operators ${choices.map((choice) => `\`${choice}\``).join(', ')}.`;
  return (
    `Here is a Python program with a blank, \`${BLANK}\`, on line ${site.line}.\n\n` +
    `${codeBlock(replaceAt(run.text.source, site, BLANK))}\n\n` +
    `${what} With the right filling, the call \`${run.text.call!}\` returns \`${wanted}\`. ` +
    'What stands in the blank? If several fillings give this result, any of them is right. ' +
    'Reason step by step. Give what stands in the blank alone.'
  );
}

function whyNot(run: TracedRun): string | null {
  if (run.text.call === null) return 'there is no call with a result';
  const result = resultOf(run);
  if (result === null) return 'the call gives no result';
  return isPlainValue(result) && result.length <= LONGEST_RESULT
    ? null
    : 'the result is none that can be written down shortly';
}

function resultOf({ ending }: TracedRun): string | null {
  return ending.kind === 'returned' ? ending.result : null;
}

/** The run with a filling that gives another result than is wanted; null when it gives none, or the same. */
function inVain(run: TracedRun, site: Site, filling: string): TracedRun | null {
  if (!mayStand(site, filling)) return null;
  const changed = run.again({ source: replaceAt(run.text.source, site, filling) });
  if (changed === null) return null;
  const result = resultOf(changed);
  return result !== null && isPlainValue(result) && result !== resultOf(run) ? changed : null;
}

function trialAt(run: TracedRun, site: Site, draw: Draw): Trial | null {
  let best: Trial | null = null;
  for (const tried of draw.shuffle(alternativesAt(site))) {
    const vain = inVain(run, site, tried);
    if (vain === null) continue;
    const steps = vain.story.steps.length;
    const { line, column } = site;
    if (best === null || steps < best.steps) best = { question: { line, column, tried }, steps };
  }
  return best;
}

function mayStand(site: Site, filling: string): boolean {
  return site.kind === 'constant' ? /^(0|[1-9]\d*)$/.test(filling) : choicesAt(site).includes(filling);
}

function judge(asked: Asked, given: string): Judged {
  const filling = given.trim().replace(/^`(.*)`$/s, '$1');
  const { run, site, wanted } = asked;
  const wrong = (message: string): Judged => ({ right: false, message, story: null });
  if (!mayStand(site, filling)) return wrong('is nothing that can stand in the blank');
  const filled =
    filling === site.text ? run : run.again({ source: replaceAt(run.text.source, site, filling) });
  if (filled === null) return wrong('with it the program cannot be run to its end');
  if (filled.ending.kind !== 'returned') return wrong(`with it the call raises ${filled.ending.message}`);
  const result = resultOf(filled)!;
  if (result !== wanted) return wrong(`with it the call gives ${result}, not ${wanted}`);
  return { right: true, message: `with it the call gives ${wanted}`, story: storyOf(asked, filling, filled) };
}

/** Two runs one after the other: one in vain, one that gives what is wanted. */
function storyOf({ site, vain, tried, wanted, run }: Asked, filling: string, filled: TracedRun): Story {
  const steps: Step[] = [];
  const loops: Story['loops'][number][] = [];
  const calls: Story['calls'][number][] = [];
  const parts: LinePart[] = [];
  const say = (kind: 'suppose' | 'verdict', slots: Record<string, SlotValue>): void => {
    const added: Added = { kind, slots, line: site.line, events: [0, run.events] };
    steps.push(addedStep(added, undefined, steps.length));
    parts.push(statement(added));
  };
  const tell = ({ story, execution }: TracedRun, own: boolean): void => {
    parts.push({ kind: 'chapter', trace: execution.result.trace!, until: null, own });
    const by = steps.length;
    for (const step of story.steps)
      steps.push({
        ...step,
        index: step.index + by,
        loop: step.loop < 0 ? -1 : step.loop + by,
        // events of another run are none of the row's
        ...(own ? {} : { from: 0, to: 0, elsewhere: { trace: story.trace!, to: step.to } }),
      });
    for (const { step, frame, rounds, end, cuts } of story.loops)
      loops.push({
        step: step + by,
        frame,
        rounds: rounds.map((round) => round + by),
        end: end + by,
        cuts: cuts.map((cut) => cut + by),
      });
    for (const call of story.calls)
      calls.push({
        ...call,
        step: call.step + by,
        end: call.end + by,
        returned: call.returned < 0 ? -1 : call.returned + by,
      });
  };
  say('suppose', { filling: tried });
  tell(vain, false);
  say('verdict', { truth: '0', filling: tried, found: resultOf(vain)!, wanted });
  say('suppose', { filling });
  tell(filled, filled === run);
  say('verdict', { truth: '1', filling, wanted });
  return { steps, loops, calls, parts };
}
