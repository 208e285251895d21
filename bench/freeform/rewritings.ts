// The honest rewritings of the gate's proof as texts of strangers: how many of them are called false, and what becomes of
// their corruptions. A false alarm says that somebody erred who did not; what is only not verified does not.
import { Chooser } from '../../verbalizer/text/random.ts';
import { judgeAnyText } from '../../src/pipeline/index.ts';
import type { Verdict } from '../../verbalizer/check.ts';
import { CORRUPTIONS } from '../gate/corruptions.ts';
import { honestRewritings, SIGHTS, type Honest } from '../gate/data.ts';

/** Those that make a text false whatever it says. */
const KINDS = [
  'a value off by one',
  'a flipped comparison',
  'a negation added',
  'a flipped branch',
  'a wrong count',
  'a wrong answer',
];

const OUTCOMES = ['called false', 'not verified', 'taken for true'] as const;
type Outcome = (typeof OUTCOMES)[number];

function outcomeOf({ violations, unverified }: Verdict): Outcome {
  if (violations.length > 0) return 'called false';
  return unverified.length > 0 ? 'not verified' : 'taken for true';
}

/** Prints false alarms, but for texts that are out of sight, and the two tables. */
export function reportRewritings(): void {
  const all = honestRewritings();
  const honest = tallies(SIGHTS);
  const corrupted = tallies(KINDS);
  all.forEach((one, i) => {
    const { text, sight, original } = one;
    const verdict = judgeAnyText(text, original.view.story, null);
    honest.get(sight)![outcomeOf(verdict)]++;
    if (verdict.violations.length > 0 && sight !== 'hidden') console.log(alarm(one, verdict));
    const names = [...original.view.names];
    for (const [k, kind] of KINDS.entries()) {
      const subject = { text, names, answer: one.answer, other: all[(i + 7) % all.length]!.text };
      const changed = CORRUPTIONS[kind]!(subject, new Chooser(i * 1009 + k));
      if (changed !== null)
        corrupted.get(kind)![outcomeOf(judgeAnyText(changed.text, original.view.story, null))]++;
    }
  });
  console.table(Object.fromEntries(honest));
  console.table(Object.fromEntries(corrupted));
  const sum = (table: typeof honest, outcome: Outcome): number =>
    [...table.values()].reduce((total, tally) => total + tally[outcome], 0);
  const mistaken = OUTCOMES.reduce((total, outcome) => total + sum(corrupted, outcome), 0);
  console.log(
    `${sum(honest, 'called false')} of ${all.length} honest rewritings called false, ${sum(honest, 'taken for true')} taken for true; ` +
      `${sum(corrupted, 'called false')} of ${mistaken} corrupted ones called false, ${sum(corrupted, 'taken for true')} taken for true`,
  );
}

function tallies(keys: readonly string[]): Map<string, Record<Outcome, number>> {
  return new Map(keys.map((key) => [key, { 'called false': 0, 'not verified': 0, 'taken for true': 0 }]));
}

function alarm({ text, program, sight }: Honest, { violations }: Verdict): string {
  const told = violations.map(({ span: [from, to], message }) => {
    const before = text.slice(Math.max(0, from - 40), from).replace(/\n/g, ' ');
    return `  …${before}[${text.slice(from, to)}]: ${message}`;
  });
  return [`FALSE ALARM ${program} (${sight})`, ...told].join('\n');
}
