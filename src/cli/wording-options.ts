// Options of the verbs that put runs into words: style, seed, token budget. Loads the styles, so only those verbs
// import it.
import { InvalidArgumentError, Option, type Command } from 'commander';
import { styleNames, type StyleName } from '../../verbalizer/styles/index.ts';
import type { RowWording, Wording } from '../pipeline/wording.ts';
import { didYouMean } from './failure.ts';
import { choiceOption, parseCount, parseList } from './options.ts';

export { styleNames };

export interface WordingOptions {
  readonly style: StyleName;
  readonly seed: number;
  readonly maxTokens?: number;
}

/** As `WordingOptions`, for verbs whose rows are each in one of several styles. */
export interface StyleMixOptions extends Omit<WordingOptions, 'style'> {
  readonly style: readonly StyleName[];
}

/** Tokens that the reasoning of a row takes at most, unless asked otherwise: it fits a 2 K window. */
export const ROW_TOKENS = 2000;

/** Declares `--style`, `--seed` and `--max-tokens`, whose preset is the verb's own (0: everything is told). */
export function declareWording(command: Command, maxTokens = 0): void {
  command.addOption(choiceOption('-s, --style <S>', 'how it is told', styleNames, 'narrative'));
  declareRest(command, maxTokens);
}

const ALL = 'all';

/** The same with a list of styles, of which each row has one. */
export function declareStyleMix(command: Command, maxTokens = 0): void {
  command.addOption(
    new Option('-s, --style <NAMES>', `how rows are told, between commas: ${ALL}, ${styleNames.join(', ')}`)
      .argParser(parseStyles)
      .default(['narrative'], 'narrative'),
  );
  declareRest(command, maxTokens);
}

/** The styles by name, each once, in the order of the table. @throws InvalidArgumentError for a name that is none */
function parseStyles(text: string): StyleName[] {
  const names = parseList(text);
  for (const name of names)
    if (name !== ALL && !(styleNames as readonly string[]).includes(name))
      throw new InvalidArgumentError(
        `"${name}": ${didYouMean(name, styleNames) ?? `the choices are ${ALL}, ${styleNames.join(', ')}.`}`,
      );
  return styleNames.filter((name) => names.includes(ALL) || names.includes(name));
}

function declareRest(command: Command, maxTokens: number): void {
  const preset = maxTokens === 0 ? 'everything is told' : String(maxTokens);
  command
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

export function rowWordingOf({
  style,
  seed,
  maxTokens,
}: StyleMixOptions): RowWording & { readonly seed: number } {
  return { styles: style, seed, maxTokens: maxTokens === undefined || maxTokens === 0 ? null : maxTokens };
}
