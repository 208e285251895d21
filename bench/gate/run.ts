// Proves the gate: honest rewritings must pass, corruptions of them must not. Prints a table of kinds of corruption,
// beside each what the rule of the nearest published verifier catches (a text is accepted when the run's answer occurs
// in it), every miss, and how many honest ones are refused, apart for those that were out of sight when the rules were made.
import { command, wholeNumber } from '../../scripts/command-line.js';
import { readerOf } from '../../verbalizer/freeform/check.ts';
import { gate, type GateVerdict } from '../../verbalizer/gate/index.ts';
import { Chooser } from '../../verbalizer/text/random.ts';
import { CORRUPTIONS, type Corrupted } from './corruptions.ts';
import { honestRewritings, SIGHTS, type Honest } from './data.ts';

interface Tally {
  tried: number;
  caught: number;
  byOccurrence: number;
  leftTrue: number;
}

function percent(part: number, whole: number, digits = 2): string {
  return whole === 0 ? '–' : `${((100 * part) / whole).toFixed(digits)} %`;
}

/** Corruptions that say something new: when no claim changes, the reader has overheard it. */
const SAYING = new Set([
  'a step invented',
  'a step from another run',
  'a negation added',
  'a negation removed',
  'a flipped branch',
  'a flipped comparison',
  'a word turned into its opposite',
  'a word of order changed',
  'never, always or only added',
  'a wrong cause',
]);

const bodies = (honest: Honest, text: string): string[] =>
  readerOf(honest.original.view)
    .read(text)
    .claims.map(({ span: _, sentence: __, paragraph: ___, header: ____, ...body }) => JSON.stringify(body))
    .sort();

/**
 * Whether a corruption that the gate accepts has left a true and complete text: the same claims are made, or what was
 * dropped or moved told nothing that is essential.
 */
function leftTrue(
  honest: Honest,
  original: GateVerdict,
  kind: string,
  { text, touched }: Corrupted,
): boolean {
  if (kind.endsWith('dropped') || kind.endsWith('swapped') || kind.endsWith('moved elsewhere')) {
    const inside = ([from, to]: readonly [number, number]): boolean =>
      touched.some(([a, b]) => a <= from && to <= b);
    const telling = original.tellings.filter(({ spans }) => spans.every(inside));
    if (kind.endsWith('dropped')) return telling.length === 0;
    // the order of two sentences matters only when both tell something
    const both = touched.every(([a, b]) =>
      original.tellings.some(({ spans }) => spans.some(([f, t]) => a <= f && t <= b)),
    );
    return !both;
  }
  // words that the reader does not see are no excuse for what they say
  if (SAYING.has(kind)) return false;
  const [before, after] = [bodies(honest, honest.text), bodies(honest, text)];
  return before.length === after.length && before.every((body, i) => body === after[i]);
}

const values = command(
  'gate',
  'Proves the gate: honest rewritings must pass, corruptions of them must not. What is caught by kind, every miss, and ' +
    'how many honest ones are refused.',
  '--draws 2 --shown 5',
)
  .option('--draws <N>', 'corruptions of each kind for a text', wholeNumber, 20)
  .option('--seed <N>', 'of the corruptions', wholeNumber, 1)
  .option('--shown <N>', 'misses that are printed', wholeNumber, 40)
  .option(
    '--in-sight',
    'only texts that were in sight while the rules were made, for whoever works on the gate',
  )
  .option('--spared', 'also prints what is taken to have stayed true')
  .parse()
  .opts<{ draws: number; seed: number; shown: number; inSight?: true; spared?: true }>();
const inSight = (honest: Honest): boolean => honest.sight !== 'held out' && honest.sight !== 'hidden';
const all = honestRewritings().filter((h) => !values.inSight || inSight(h));
const tallies = new Map<string, Tally>();
const misses: string[] = [];
const spared: string[] = [];
const refused = new Set<Honest>();
let corrupted = 0;
all.forEach((honest, i) => {
  const verdict = gate(honest.original, honest.text);
  if (!verdict.accepted) {
    refused.add(honest);
    if (inSight(honest))
      console.log(
        `refused (${honest.program}, voice ${honest.voice}): ${verdict.violations
          .map((v) => `"${v.quote}": ${v.message}`)
          .slice(0, 2)
          .join('; ')}`,
      );
    return;
  }
  const { view } = honest.original;
  const names = [...view.names].filter(
    (n) => [...view.timeline.valuesOf(n)].length > 0 && !view.functions.has(n),
  );
  const other = all[(i + 7) % all.length]!.text;
  for (const [kind, corrupt] of Object.entries(CORRUPTIONS)) {
    const tally = tallies.get(kind) ?? { tried: 0, caught: 0, byOccurrence: 0, leftTrue: 0 };
    tallies.set(kind, tally);
    const seen = new Set<string>([honest.text]);
    for (let n = 0; n < values.draws; n++) {
      const changed = corrupt(
        { text: honest.text, names, answer: honest.answer, other },
        new Chooser(values.seed * 1_000_003 + i * 1009 + n),
      );
      if (changed === null || seen.has(changed.text)) continue;
      seen.add(changed.text);
      corrupted++;
      if (!gate(honest.original, changed.text).accepted) tally.caught++;
      else if (leftTrue(honest, verdict, kind, changed)) {
        tally.leftTrue++;
        spared.push(
          `LEFT TRUE ${kind} (${honest.program}, voice ${honest.voice})\n${difference(honest.text, changed.text)}`,
        );
        continue;
      } else
        misses.push(
          `MISS ${kind} (${honest.program}, voice ${honest.voice}${inSight(honest) ? '' : `, ${honest.sight}`})\n${difference(honest.text, changed.text)}`,
        );
      tally.tried++;
      if (!changed.text.includes(honest.answer)) tally.byOccurrence++;
    }
  }
});

/** Where two texts differ, with some words around. */
function difference(before: string, after: string): string {
  let from = 0;
  while (before[from] === after[from]) from++;
  let [a, b] = [before.length, after.length];
  while (a > from && b > from && before[a - 1] === after[b - 1]) {
    a--;
    b--;
  }
  const cut = (text: string, end: number): string =>
    text.slice(Math.max(0, from - 60), end + 60).replace(/\n+/g, ' ⏎ ');
  return `  - …${cut(before, a)}…\n  + …${cut(after, b)}…`;
}

for (const miss of misses.slice(0, values.shown)) console.log(`\n${miss}`);
if (values.spared) for (const one of spared) console.log(`\n${one}`);
if (misses.length > values.shown)
  console.log(`\n… and ${misses.length - values.shown} more (--shown ${misses.length})`);
console.table(
  Object.fromEntries(
    [...tallies].map(([kind, t]) => [
      kind,
      {
        tried: t.tried,
        caught: t.caught,
        share: percent(t.caught, t.tried),
        'left true': t.leftTrue,
        'answer occurs: caught': percent(t.byOccurrence, t.tried, 1),
      },
    ]),
  ),
);
const tried = [...tallies.values()].reduce((sum, t) => sum + t.tried, 0);
const occurrence = [...tallies.values()].reduce((sum, t) => sum + t.byOccurrence, 0);
console.log(
  `${corrupted} corruptions of ${all.length - refused.size} accepted rewritings: ${tried} made them false, ${tried - misses.length} caught (${percent(tried - misses.length, tried, 3)}), ${misses.length} missed; ` +
    `the rule "the answer occurs in the text" catches ${percent(occurrence, tried, 1)}`,
);
for (const sight of SIGHTS) {
  const texts = all.filter((h) => h.sight === sight);
  const no = texts.filter((h) => refused.has(h)).length;
  if (texts.length > 0)
    console.log(
      `honest rewritings refused, ${sight}: ${no} of ${texts.length} (${percent(no, texts.length, 1)})`,
    );
}
