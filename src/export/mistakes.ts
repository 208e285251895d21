// Reasoning that goes wrong, for process reward models: a step of a row is corrupted as a model errs, and kept only when
// the checker proves it false of the run. The steps end there: what follows a first mistake is neither right nor wrong,
// so it is not labelled (Lightman et al. 2023, "Let's Verify Step by Step": supervision only up to the first incorrect
// step; the same in Uesato et al. 2022). Knows no format.
import { hash128 } from '../../corpus/hash.ts';
import { namesIn } from '../../corpus/rename.ts';
import type { Limits } from '../../interpreter/index.ts';
import { IN_PLACE_CORRUPTIONS } from '../../verbalizer/corrupt/in-place.ts';
import { PHRASE_CORRUPTIONS } from '../../verbalizer/corrupt/phrases.ts';
import { changeOne, type Corruption } from '../../verbalizer/corrupt/tools.ts';
import { VALUE_CORRUPTIONS } from '../../verbalizer/corrupt/values.ts';
import type { Story, StyleName } from '../../verbalizer/index.ts';
import { Chooser } from '../../verbalizer/text/random.ts';
import { compileProgram, execute, judge } from '../pipeline/index.ts';
import type { Row } from '../record.ts';
import { askAgain, TracedRun } from '../tasks/index.ts';
import { stretchesOf, type Steps, type Stretch } from './steps.ts';

/** Zero is zero with either sign. */
const MINUS_ZERO = /-0(?![\d.])/;

/** Corruptions tried on a row before it stays as it is. */
const TRIES = 30;

/**
 * The kinds of corruption that change what one step says and need nothing but its text. Those that change only how it is
 * said (`four` for `4`, `4.0`, a text without its quotes), or what may hold all the same (`<=` for `<`), are for the
 * checker's own proof: a person would not call such a step false.
 */
const KINDS: readonly Corruption[] = [
  ...Object.values(IN_PLACE_CORRUPTIONS),
  ...Object.values(PHRASE_CORRUPTIONS),
  ...[
    'a changed sign',
    'an element left out of a value',
    'an abbreviated value',
    'a text with another letter',
  ].map((kind) => VALUE_CORRUPTIONS[kind]!),
];

/** Whether a row is one of the given share: decided by its id, so that the same rows are chosen again. */
export function isChosen({ id }: Row, share: number): boolean {
  return hash128(`mistake ${id}`)[0] >>> 0 < share * 2 ** 32;
}

/**
 * A row's steps up to one that the checker proves false, which is the last. Null when none was found, and for rows whose
 * words are not those of the templates.
 * @throws Rejected, BadQuestion or Error when the row is none that this version made
 */
export function mistakenSteps(row: Row, limits: Limits): Steps | null {
  if (row.polish?.accepted === true) return null;
  const { source, call, input = '' } = row.program;
  const compiled = compileProgram({ name: row.id, source, call, input });
  const run = new TracedRun(execute(compiled, { limits, traced: true }), limits);
  const { story } = askAgain(run, row.task, row.question);
  const names = [...namesIn([compiled.module])].filter((name) => row.reasoning.includes(name));
  const chooser = new Chooser(hash128(row.id)[1]);
  const stretches = stretchesOf(row);
  for (let tries = 0; tries < TRIES; tries++) {
    const stretch = chooser.pick(stretches);
    const corrupt = chooser.pick([...KINDS, otherName(names)]);
    const wrong = corrupt({ text: stretch.text, claims: [], other: '' }, chooser);
    if (
      wrong === null ||
      wrong === stretch.text ||
      MINUS_ZERO.test(wrong) ||
      !isProvenFalse(row, stretch, wrong, story)
    )
      continue;
    const right = stretches.slice(0, stretches.indexOf(stretch)).map(({ text }) => text);
    return { steps: [...right, wrong], labels: [...right.map(() => true), false] };
  }
  return null;
}

/** Whether all before the step still holds, and the checker reads the step and finds it false. */
function isProvenFalse({ reasoning, style }: Row, { from }: Stretch, wrong: string, story: Story): boolean {
  const { violations, unverified } = judge(reasoning.slice(0, from) + wrong, story, style as StyleName);
  return unverified.length === 0 && violations.length > 0 && violations.every(({ span: [at] }) => at >= from);
}

function otherName(names: readonly string[]): Corruption {
  return ({ text }, chooser) =>
    names.length < 2
      ? null
      : changeOne(text, new RegExp(`(?<![\\w.'"])(?:${names.join('|')})(?![\\w'"(])`, 'g'), chooser, (name) =>
          chooser.pick(names.filter((other) => other !== name)),
        );
}
