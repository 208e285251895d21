// Proves the checker by mutation: true texts are corrupted in every way of `corruptions.ts`, and the checker has to
// say so. What a corruption leaves true is found without the checker (`left-true.ts`) and not counted.
import { check, explain, styleNames, type StyleName } from '../../verbalizer/index.ts';
import { Chooser } from '../../verbalizer/text/random.ts';
import { isTellable } from '../../src/tasks/tellable.ts';
import { QUESTION_CORRUPTIONS } from './questions.ts';
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

/** Corrupts the texts of `runs` and of questions about them until `count` corruptions are made. Deterministic in the runs. */
export function prove(runs: Iterable<Run>, count: number, styles: readonly StyleName[] = styleNames): Proof {
  const prover = new Prover(styles);
  for (const { story, program, index, question } of runs) {
    if (prover.corruptions >= count) break;
    prover.corrupt({ story, program, index }, null);
    if (question !== null) prover.corrupt({ story: question.story, program, index }, question.task);
  }
  return prover;
}

/** In the table, what can be done to any text about a run is one row of each task. */
const AS_IN_RUNS = 'steps wrong in any of the ways above';

class Prover implements Proof {
  readonly tallies: Map<string, Map<string, Tally>>;
  readonly misses: Miss[] = [];
  readonly alarms: Alarm[] = [];
  texts = 0;
  corruptions = 0;
  private readonly styles: readonly StyleName[];
  private readonly others = new Map<StyleName, string>();

  constructor(styles: readonly StyleName[]) {
    this.styles = styles;
    this.tallies = new Map(styles.map((style) => [style, new Map()]));
  }

  /** Corrupts the tellings of a story in all styles; of a question, when the task is given. */
  corrupt({ story, program, index }: Pick<Run, 'story' | 'program' | 'index'>, task: string | null): void {
    const budget = BUDGETS[index % BUDGETS.length]!;
    const styles = this.styles.filter((style) => task === null || isTellable(task, style));
    const told = styles.map((style) =>
      explain(story, { style, seed: index, budget, count: (text) => text.length }),
    );
    styles.forEach((style, s) => {
      const { text } = told[s]!;
      const label = task === null ? style : `task ${task}`;
      const { faithful, complete, violations, missing, unverified } = check(text, story, style);
      this.texts++;
      if (!faithful || !complete) {
        const why = violations[0]?.message ?? missing[0]?.message ?? unverified[0]?.text ?? '';
        this.alarms.push({ style: label, text, why });
        return;
      }
      const target = targetOf(style, story, told[s]!, {
        other: this.others.get(style) ?? 'x becomes 3. The loop ends.',
        otherStyle: told[(s + 1) % told.length]!.text,
      });
      this.others.set(style, text);
      for (const [kind, corrupt] of target.kinds)
        for (let n = 0; n < EACH; n++) {
          const changed = corrupt(new Chooser(index * 64 + n));
          if (changed === null || changed === text) continue;
          this.corruptions++;
          const row = task === null || kind in QUESTION_CORRUPTIONS ? kind : AS_IN_RUNS;
          const tally = this.tallyOf(label, row);
          const judged = check(changed, story, style);
          if (!judged.faithful || !judged.complete) {
            tally.tried++;
            tally.caught++;
          } else if (target.leftTrue(changed)) tally.leftTrue++;
          else {
            tally.tried++;
            this.misses.push({ style: `${label}, ${style}`, kind, program, before: text, after: changed });
          }
        }
    });
  }

  private tallyOf(label: string, kind: string): Tally {
    const kinds = this.tallies.get(label) ?? new Map<string, Tally>();
    this.tallies.set(label, kinds);
    const tally = kinds.get(kind) ?? { tried: 0, caught: 0, leftTrue: 0 };
    kinds.set(kind, tally);
    return tally;
  }
}
