// Proves the checker by mutation: true texts are corrupted in every way of `corruptions.ts`, and the checker has to
// say so. What a corruption leaves true is found without the checker (`left-true.ts`) and not counted.
import { check, explain, styleNames, type StyleName } from '../../verbalizer/index.ts';
import { Chooser } from '../../verbalizer/text/random.ts';
import type { Run } from './subjects.ts';
import { targetOf } from './ways.ts';

/** Characters that texts have at most, in turn: most are folded, so that folds are corrupted too. */
const BUDGETS = [2500, 900];
/** Corruptions of one kind for each text. */
const EACH = 3;

export interface Tally {
  /** Corruptions that made the text false or incomplete. */
  tried: number;
  caught: number;
  /** Corruptions that left a true and complete text. */
  leftTrue: number;
}

export interface Miss {
  readonly style: string;
  readonly kind: string;
  readonly program: string;
  readonly before: string;
  readonly after: string;
}

export interface Alarm {
  readonly style: string;
  readonly text: string;
  readonly why: string;
}

export interface Proof {
  /** By style and kind. */
  readonly tallies: ReadonlyMap<string, ReadonlyMap<string, Tally>>;
  readonly misses: readonly Miss[];
  readonly alarms: readonly Alarm[];
  readonly texts: number;
  readonly corruptions: number;
}

/** Corrupts the texts of `runs` until `count` corruptions are made. Deterministic in the runs. */
export function prove(runs: Iterable<Run>, count: number, styles: readonly StyleName[] = styleNames): Proof {
  const tallies = new Map<string, Map<string, Tally>>(styles.map((style) => [style, new Map()]));
  const misses: Miss[] = [];
  const alarms: Alarm[] = [];
  const others = new Map<StyleName, string>();
  let texts = 0;
  let corruptions = 0;
  for (const { story, program, index } of runs) {
    if (corruptions >= count) break;
    const budget = BUDGETS[index % BUDGETS.length]!;
    const told = styles.map((style) =>
      explain(story, { style, seed: index, budget, count: (text) => text.length }),
    );
    styles.forEach((style, s) => {
      const { text } = told[s]!;
      const { faithful, complete, violations, missing, unverified } = check(text, story, style);
      texts++;
      if (!faithful || !complete) {
        const why = violations[0]?.message ?? missing[0]?.message ?? unverified[0]?.text ?? '';
        alarms.push({ style, text, why });
        return;
      }
      const target = targetOf(style, story, told[s]!, {
        other: others.get(style) ?? 'x becomes 3. The loop ends.',
        otherStyle: told[(s + 1) % told.length]!.text,
      });
      others.set(style, text);
      const kinds = tallies.get(style)!;
      for (const [kind, corrupt] of target.kinds)
        for (let n = 0; n < EACH; n++) {
          const changed = corrupt(new Chooser(index * 64 + n));
          if (changed === null || changed === text) continue;
          corruptions++;
          const tally = kinds.get(kind) ?? { tried: 0, caught: 0, leftTrue: 0 };
          kinds.set(kind, tally);
          const judged = check(changed, story, style);
          if (!judged.faithful || !judged.complete) {
            tally.tried++;
            tally.caught++;
          } else if (target.leftTrue(changed)) tally.leftTrue++;
          else {
            tally.tried++;
            misses.push({ style, kind, program, before: text, after: changed });
          }
        }
    });
  }
  return { tallies, misses, alarms, texts, corruptions };
}
