// The question of a verb about one program: its options, how it is asked, and where the answer stands in a text.
import type { Command } from 'commander';
import { BadInput } from '../bad-input.ts';
import { taskNames, type TaskName } from '../tasks/names.ts';
import type { TracedRun } from '../tasks/run.ts';
import { isFolded } from '../tasks/tellable.ts';
import type { Posed } from '../tasks/task.ts';
import { styleNames, type StyleName } from '../../verbalizer/styles/index.ts';
import { choiceOption, parseCount } from './options.ts';

export interface QuestionOptions {
  readonly task: TaskName;
  readonly seed: number;
  /** The question itself, as rows record it. */
  readonly question?: string;
  /** The style that its reasoning is told in; a text that is there to be read may be in any. */
  readonly style?: StyleName;
}

/** Declares `--task`, `--seed` and `--question`. */
export function declareQuestion(command: Command): void {
  command
    .addOption(choiceOption('-t, --task <T>', 'the question that it answers', taskNames, 'output'))
    .option('--seed <N>', 'the seed that the question was drawn with', parseCount(0), 0)
    .option('--question <JSON>', 'the question as a row records it, such as \'{"line": 4, "visit": 2}\'');
}

/** The question asked for. @throws BadInput when the run has none, or not this one */
export async function questionAbout(run: TracedRun, options: QuestionOptions): Promise<Posed> {
  const { ask, askAgain, BadQuestion, NoQuestion } = await import('../tasks/index.ts');
  const { task, seed, question, style } = options;
  const styles = style === undefined ? styleNames.filter((one) => isFolded(task, [one])) : [style];
  try {
    return question === undefined
      ? ask(run, [task], { seed, id: '' }, styles)
      : askAgain(run, task, parseJson(question));
  } catch (error) {
    if (error instanceof NoQuestion)
      throw new BadInput('program', `${run.text.name} offers no question`, error.message);
    if (error instanceof BadQuestion) throw new BadInput('usage', `--question: ${error.message}`);
    throw error;
  }
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    throw new BadInput('usage', '--question is not JSON');
  }
}

const MARK = 'Answer: ';

/** How an answer stands behind its reasoning. */
export function answerLine(answer: string): string {
  return MARK + answer;
}

/** A text without the answer at its end, and the answer; null when there is none. */
export function splitAnswer(text: string, given?: string): { reasoning: string; answer: string | null } {
  if (given !== undefined) return { reasoning: text, answer: given };
  const at = text.startsWith(MARK) ? 0 : text.lastIndexOf('\n' + MARK) + 1;
  if (at === 0 && !text.startsWith(MARK)) return { reasoning: text, answer: null };
  return { reasoning: text.slice(0, at), answer: text.slice(at + MARK.length).replace(/\n$/, '') };
}
