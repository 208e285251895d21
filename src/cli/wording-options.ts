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

/** Declares `--style`, `--seed` and `--max-tokens`. */
export function declareWording(command: Command): void {
  command
    .addOption(choiceOption('-s, --style <S>', 'how it is told', styleNames, 'narrative'))
    .option('--seed <N>', 'seed of all that is drawn', parseCount(0), 0)
    .option('--max-tokens <N>', 'fold the text until it fits', parseCount(1));
}

export function wordingOf({ style, seed, maxTokens }: WordingOptions): Wording {
  return { style, seed, maxTokens: maxTokens ?? null };
}
