// How a run that did not return is told, and the exit code it leads to. The same for every verb that runs a program.
import type { Ending } from '../pipeline/index.ts';
import { EXIT, type ExitCode } from './failure.ts';
import { note } from './output.ts';

/** Says on stderr how the run ended, unless it returned; for an exception as CPython's traceback ends. */
export function endWith(ending: Ending): ExitCode {
  if (ending.kind === 'returned' || isExit(ending)) return EXIT.done;
  if ('place' in ending && ending.place !== null)
    note(`  File "${ending.place.file}", line ${ending.place.line}`);
  note(ending.message);
  return EXIT_CODES[ending.kind];
}

/** `sys.exit()` and `sys.exit(0)`: the program says itself that all went well. */
function isExit(ending: Ending): boolean {
  return ending.kind === 'raised' && ending.type === 'SystemExit' && /^(?:0|None)?$/.test(ending.text);
}

/** A program that Primer does not cover is input we cannot work with; one that fails has been answered. */
const EXIT_CODES: Readonly<Record<Exclude<Ending['kind'], 'returned'>, ExitCode>> = {
  raised: EXIT.no,
  limit: EXIT.no,
  unsupported: EXIT.badInput,
  nondeterministic: EXIT.badInput,
};
