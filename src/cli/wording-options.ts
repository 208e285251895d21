// Options of the verbs that put runs into words: style, seed, token budget. Loads the styles, so only those verbs
// import it.
import type { Command } from 'commander';
import { styleNames, type StyleName } from '../../verbalizer/styles/index.ts';
import type { Wording } from '../pipeline/wording.ts';
import { choiceOption, parseCount } from './options.ts';

export { styleNames };

export interface WordingOptions {
  readonly style: StyleName;
  readonly seed: number;
  readonly maxTokens?: number;
}

/** Tokens that the reasoning of a row takes at most, unless asked otherwise: it fits a 2 K window. */
export const ROW_TOKENS = 2000;

/** Declares `--style`, `--seed` and `--max-tokens`, whose preset is the verb's own (0: everything is told). */
export function declareWording(command: Command, maxTokens = 0): void {
  const preset = maxTokens === 0 ? 'everything is told' : String(maxTokens);
  command
    .addOption(choiceOption('-s, --style <S>', 'how it is told', styleNames, 'narrative'))
    .option('--seed <N>', 'seed of all that is drawn', parseCount(0), 0)
    .option(
      '--max-tokens <N>',
      `fold the text until it fits, in o200k_base tokens; 0 tells everything (default: ${preset})`,
      parseCount(0),
    );
  if (maxTokens > 0) command.setOptionValue('maxTokens', maxTokens);
}

export function wordingOf({ style, seed, maxTokens }: WordingOptions): Wording {
  return { style, seed, maxTokens: maxTokens === undefined || maxTokens === 0 ? null : maxTokens };
}
