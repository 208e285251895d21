// What every variable held after each step of a run, as the texts of its values. Made by one walk of the trace's
// cursor along the steps; knows nothing of texts about the run.
import { Cursor, type CursorFrame, type Trace } from '../../interpreter/trace/index.ts';
import { shown } from '../steps/shown.ts';
import type { Story } from '../steps/step.ts';

/** The values of one variable: `texts[i]` from step `steps[i]` on. */
interface History {
  readonly steps: number[];
  readonly texts: string[];
}

/** A stretch of steps, the end exclusive. */
export interface Stretch {
  readonly from: number;
  readonly to: number;
}

export class Timeline {
  readonly story: Story;
  private readonly frames = new Map<number, Map<string, History>>();
  private readonly callers = new Map<number, number>();
  /** The frame in which the module ran: what it has named is known everywhere. */
  private module = -1;

  constructor(trace: Trace, story: Story) {
    this.story = story;
    const cursor = new Cursor(trace);
    let before: CursorFrame | undefined;
    story.steps.forEach((step, k) => {
      while (cursor.position < step.to && !cursor.atEnd) cursor.step();
      for (let i = cursor.frames.length - 1; i >= 0; i--) {
        const frame = cursor.frames[i]!;
        if (this.module < 0) this.module = cursor.frames[0]!.id;
        if (i > 0 && !this.callers.has(frame.id)) this.callers.set(frame.id, cursor.frames[i - 1]!.id);
        // only the frames that have just run can have changed
        if (frame === cursor.top || frame.id === step.frame || frame === before) this.note(cursor, frame, k);
      }
      before = cursor.top;
      this.noteTargets(k);
    });
  }

  /** The text of a variable's value after step `k` (−1: before all), as the step's frame sees it. */
  valueOf(name: string, k: number): string | undefined {
    if (k < 0) return undefined;
    for (
      let frame: number | undefined = this.story.steps[k]!.frame;
      frame !== undefined;
      frame = this.callers.get(frame)
    ) {
      const history = this.frames.get(frame)?.get(name);
      const at = history === undefined ? -1 : lastAtMost(history.steps, k);
      if (at >= 0) return history!.texts[at];
    }
    const history = this.frames.get(this.module)?.get(name);
    const at = history === undefined ? -1 : lastAtMost(history.steps, k);
    return at < 0 ? undefined : history!.texts[at];
  }

  /** The variables of the frame of step `k`, with their values after it. */
  *variablesAt(k: number): Iterable<[string, string]> {
    if (k < 0) return;
    for (const [name, history] of this.frames.get(this.story.steps[k]!.frame) ?? []) {
      const at = lastAtMost(history.steps, k);
      if (at >= 0) yield [name, history.texts[at]!];
    }
  }

  /** All values that a variable had anywhere, with the step from which it had them. */
  *valuesOf(name: string): Iterable<{ readonly text: string; readonly step: number }> {
    for (const variables of this.frames.values()) {
      const history = variables.get(name);
      if (history !== undefined)
        for (let i = 0; i < history.steps.length; i++)
          yield { text: history.texts[i]!, step: history.steps[i]! };
    }
  }

  /** The steps at which one of these variables changes or another frame goes on, sorted; always holds the first. */
  changesOf(names: readonly string[]): number[] {
    const found = new Set<number>([0, ...this.switches]);
    for (const variables of this.frames.values())
      for (const name of names) for (const step of variables.get(name)?.steps ?? []) found.add(step);
    return [...found].sort((a, b) => a - b);
  }

  /** Steps before which another frame ran. */
  private get switches(): readonly number[] {
    this.switching ??= this.story.steps.flatMap((step, k) =>
      k > 0 && this.story.steps[k - 1]!.frame !== step.frame ? [k] : [],
    );
    return this.switching;
  }
  private switching: number[] | null = null;

  private note(cursor: Cursor, frame: CursorFrame, k: number): void {
    for (const [name, value] of cursor.locals(frame)) this.set(frame.id, name, shown(value), k);
  }

  /** Elements and attributes keep the value they were given, under the words of the target. */
  private noteTargets(k: number): void {
    const { kind, facts, frame } = this.story.steps[k]!;
    const target = facts['target'];
    if (kind === 'bind' && typeof target === 'string' && !/^\w+$/.test(target))
      this.set(frame, target, (facts['chain'] as readonly string[]).at(-1)!, k);
  }

  private set(frame: number, name: string, text: string, k: number): void {
    let variables = this.frames.get(frame);
    if (variables === undefined) this.frames.set(frame, (variables = new Map<string, History>()));
    let history = variables.get(name);
    if (history === undefined) variables.set(name, (history = { steps: [], texts: [] }));
    if (history.texts.at(-1) === text) return;
    history.steps.push(k);
    history.texts.push(text);
  }
}

/** The last index whose number is at most `k`, or −1. */
function lastAtMost(numbers: readonly number[], k: number): number {
  let low = 0;
  let high = numbers.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if (numbers[middle]! <= k) low = middle + 1;
    else high = middle;
  }
  return low - 1;
}
