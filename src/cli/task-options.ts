// The option of the verbs that ask questions about many programs: which tasks the rows are of.
import { InvalidArgumentError, Option, type Command } from 'commander';
import { LINE_STYLES, STYLES, type StyleName } from '../../verbalizer/styles/index.ts';
import { BadInput } from '../bad-input.ts';
import { isTaskName, taskNames, type TaskName } from '../tasks/names.ts';
import { didYouMean } from './failure.ts';
import { parseList } from './options.ts';

const ALL = 'all';

export interface TaskMixOptions {
  readonly task: readonly TaskName[];
}

/** Declares `--task`, a list. */
export function declareTaskMix(command: Command): void {
  command.addOption(
    new Option('-t, --task <NAMES>', `what is asked, between commas: ${ALL}, ${taskNames.join(', ')}`)
      .argParser(parseTasks)
      .default(['output'], 'output'),
  );
}

/** The tasks by name, each once, in the order of the table. @throws InvalidArgumentError for a name that is none */
function parseTasks(text: string): TaskName[] {
  const names = parseList(text);
  for (const name of names)
    if (name !== ALL && !isTaskName(name))
      throw new InvalidArgumentError(
        `"${name}": ${didYouMean(name, taskNames) ?? `the choices are ${ALL}, ${taskNames.join(', ')}.`}`,
      );
  return taskNames.filter((name) => names.includes(ALL) || names.includes(name));
}

/** Styles of lines tell a whole run, so they answer what it gives and nothing else. @throws BadInput */
export function requireTellable(styles: readonly StyleName[], asked: readonly TaskName[]): void {
  const other = asked.find((task) => task !== 'output');
  if (other === undefined || styles.some((style) => !(style in LINE_STYLES))) return;
  throw new BadInput(
    'usage',
    `the style ${styles.join(', ')} tells whole runs: it answers the task output, not ${other}`,
    `--style ${Object.keys(STYLES).join(' or ')} answers all tasks`,
  );
}
