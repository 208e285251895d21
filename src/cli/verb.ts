// What a verb of the command line is: one file in `commands/`, listed in `commands/index.ts`. Only the verb that
// was asked for is loaded, so that a verb costs the others no start-up time.
import type { Command } from 'commander';
import type { ExitCode } from './failure.ts';

export interface Verb {
  readonly name: string;
  /** One line, for the list of verbs. */
  readonly summary: string;
  /** Command lines that work as they stand, with what they are for; shown by `--help`. */
  readonly examples: readonly { readonly line: string; readonly about: string }[];
  /** Declares arguments and options, and calls `command.action(act(…))`. */
  declare(command: Command, act: Act): void;
}

/** Wraps an action so that its exit code is kept. */
export type Act = <A extends unknown[]>(
  action: (...args: A) => Promise<ExitCode>,
) => (...args: A) => Promise<void>;
