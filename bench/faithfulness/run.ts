// Proves the checker by mutation: true texts about generated runs are corrupted in every way of `corruptions.ts`, and
// the checker has to say so. Prints a table of style × kind of corruption, and every miss.
// Usage: npm run faithfulness -- [--count 100000] [--seed 1]
import { parseArgs } from 'node:util';
import { catalogueOf, generateExercise, LEVELS } from '../../corpus/generate.ts';
import { print, printExpr } from '../../grammar/index.ts';
import { DEFAULT_LIMITS } from '../../interpreter/index.ts';
import { compileProgram, execute } from '../../src/pipeline/index.ts';
import {
  check,
  explain,
  readerFor,
  storyOf,
  styleNames,
  type Story,
  type StyleName,
} from '../../verbalizer/index.ts';
import type { Clause } from '../../verbalizer/read.ts';
import type { RenderedClaim } from '../../verbalizer/render.ts';
import { Chooser } from '../../verbalizer/text/random.ts';
import { CORRUPTIONS } from './corruptions.ts';
import { LINE_CORRUPTIONS } from './line-corruptions.ts';
import { listingOf } from '../../verbalizer/lines/listing.ts';
import type { ToldLineClaim } from '../../verbalizer/lines/claim.ts';
import { lineStyle } from '../../verbalizer/styles/index.ts';

/** Characters that a text has at most: longer ones are folded, so that folds are corrupted too. */
const BUDGET = 2500;
/** Misses printed in full. */
const SHOWN = 12;

interface Tally {
  tried: number;
  caught: number;
  /** Corruptions that left a true and complete text. */
  harmless: number;
}

interface Miss {
  readonly style: string;
  readonly kind: string;
  readonly program: string;
  readonly before: string;
  readonly after: string;
}

/** The story of the exercise at `index`. */
function storyAt(seed: number, index: number): { story: Story; program: string } {
  const catalogue = catalogueOf({ levels: [LEVELS[0], LEVELS[1]], families: [] });
  const { module, call, family } = generateExercise(seed, index, catalogue);
  const text = { name: family, source: print(module), call: printExpr(call), input: '' };
  const { result } = execute(compileProgram(text), { limits: DEFAULT_LIMITS, traced: true });
  return { story: storyOf(result.trace!), program: `${text.source}\n>>> ${text.call}` };
}

function said(clause: Clause): string {
  return JSON.stringify(clause.readings);
}

/**
 * Whether a text that the checker passes says nothing else than the original: the same claims, but for such as
 * tell of no essential step.
 */
function harmless(before: readonly Clause[], after: readonly Clause[]): boolean {
  const optional = new Set(['loop', 'effect', 'done', 'result', 'escape', 'value', 'each']);
  const essential = (clauses: readonly Clause[]): string[] =>
    clauses.filter((c) => !c.readings.every((r) => optional.has(r.kind))).map(said);
  // in another order, too: the checker has found every clause true at its new place
  const [a, b] = [essential(before).sort(), essential(after).sort()];
  return a.length === b.length && a.every((claim, i) => claim === b[i]);
}

type Told = RenderedClaim | ToldLineClaim;
type Corrupt = (text: string, claims: readonly Told[], other: string, chooser: Chooser) => string | null;

/** The kinds of corruption for a style. */
function corruptionsOf(style: StyleName): [string, Corrupt][] {
  return lineStyle(style) === null
    ? Object.entries(CORRUPTIONS).map(([kind, corrupt]) => [
        kind,
        (text, claims, other, chooser) =>
          corrupt({ text, claims: claims as RenderedClaim[], other }, chooser),
      ])
    : Object.entries(LINE_CORRUPTIONS).map(([kind, corrupt]) => [
        kind,
        (text, claims, other, chooser) =>
          corrupt({ text, claims: claims as ToldLineClaim[], other }, chooser),
      ]);
}

/** Whether a text that the checker passes says nothing else than the one before. */
function saysTheSame(style: StyleName, story: Story, before: string, after: string): boolean {
  const lines = lineStyle(style);
  if (lines === null) {
    const reader = readerFor(style);
    return harmless(reader.read(before).clauses, reader.read(after).clauses);
  }
  const listing = listingOf(story.trace!.program);
  const read = (text: string): string =>
    JSON.stringify(
      lines.read(text, listing).claims.map(({ kind, slots }) => [kind, Object.entries(slots).sort()]),
    );
  return read(before) === read(after);
}

function percent(part: number, whole: number): string {
  return whole === 0 ? '–' : `${((100 * part) / whole).toFixed(3)} %`;
}

function run(count: number, seed: number): number {
  const tallies = new Map<string, Tally>();
  const misses: Miss[] = [];
  let alarms = 0;
  let texts = 0;
  let total = 0;
  const others = new Map<StyleName, string>();
  for (let index = 0; total < count; index++) {
    const { story, program } = storyAt(seed, index);
    for (const style of styleNames) {
      const { text, claims } = explain(story, { style, seed: index, budget: BUDGET, count: (t) => t.length });
      const verdict = check(text, story, style);
      texts++;
      if (!verdict.faithful || !verdict.complete) {
        alarms++;
        console.log(
          `false alarm (${style}):\n${text}\n`,
          verdict.violations[0] ?? verdict.missing[0] ?? verdict.unverified[0],
        );
      }
      const placed = claims.map((claim) => claim.claim);
      const other = others.get(style) ?? 'x becomes 3. The loop ends.';
      for (const [kind, corrupt] of corruptionsOf(style))
        for (let n = 0; n < 4; n++) {
          const changed = corrupt(text, placed, other, new Chooser(index * 64 + n));
          if (changed === null || changed === text) continue;
          total++;
          const tally = tallies.get(`${style}\t${kind}`) ?? { tried: 0, caught: 0, harmless: 0 };
          tallies.set(`${style}\t${kind}`, tally);
          const judged = check(changed, story, style);
          if (!judged.faithful || !judged.complete) {
            tally.tried++;
            tally.caught++;
          } else if (saysTheSame(style, story, text, changed)) tally.harmless++;
          else {
            tally.tried++;
            misses.push({ style, kind, program, before: text, after: changed });
          }
        }
      others.set(style, text);
    }
  }
  const table = [...tallies]
    .sort(([a], [b]) => a.localeCompare(b))
    .map(([key, { tried, caught, harmless: left }]) => {
      const [style, kind] = key.split('\t');
      return { style, corruption: kind, tried, caught, share: percent(caught, tried), 'left true': left };
    });
  console.table(table);
  for (const { style, kind, program, before, after } of misses.slice(0, SHOWN))
    console.log(`\nMISS (${style}, ${kind})\n${program}\n--- before\n${before}\n--- after\n${after}`);
  const tried = [...tallies.values()].reduce((sum, t) => sum + t.tried, 0);
  console.log(
    `\n${total} corruptions of ${texts} texts: ${tried} made them false, ${tried - misses.length} caught (${percent(tried - misses.length, tried)}), ${misses.length} missed; ${alarms} false alarms on untouched texts`,
  );
  return misses.length + alarms;
}

const { values } = parseArgs({
  options: { count: { type: 'string', default: '100000' }, seed: { type: 'string', default: '1' } },
});
process.exitCode = run(Number(values.count), Number(values.seed)) === 0 ? 0 : 1;
