// The command line of the commands in package.json: what each is for, its options, `--help`, and an error without a stack
// trace (exit code 2) for what it does not know. JavaScript, because half of the commands run without tsx.
import { Command, InvalidArgumentError } from 'commander';

/**
 * A command of package.json, to which options and arguments are added.
 * @param {string} name as in `npm run NAME`
 * @param {string} about what it does and prints
 */
export function command(name, about) {
  return new Command(`npm run ${name} --`)
    .description(about)
    .allowExcessArguments(false)
    .showHelpAfterError(`(npm run ${name} -- --help tells the options)`)
    .exitOverride(({ exitCode }) => process.exit(exitCode === 0 ? 0 : 2));
}

/**
 * A whole number that is not negative.
 * @param {string} text
 */
export function wholeNumber(text) {
  if (!/^\d+$/.test(text)) throw new InvalidArgumentError(`"${text}" is not a whole number.`);
  return Number(text);
}

/**
 * Words between commas, each one of the known ones.
 * @param {readonly string[]} known
 */
export function listOf(known) {
  return (/** @type {string} */ text) => {
    const words = text.split(',');
    const wrong = words.find((word) => !known.includes(word));
    if (wrong !== undefined) throw new InvalidArgumentError(`"${wrong}" is none of ${known.join(', ')}.`);
    return words;
  };
}
