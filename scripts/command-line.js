// The command line of the commands in package.json: what each is for, its options, `--help`, and an error in one line, with
// exit code 2, for what it does not know and for files that are not there. JavaScript, because half of the commands run
// without tsx.
import { accessSync, constants, existsSync, readFileSync, statSync } from 'node:fs';
import { Command, InvalidArgumentError } from 'commander';

/**
 * A command of package.json, to which options and arguments are added.
 * @param {string} name as in `npm run NAME`
 * @param {string} about what it does and prints
 * @param {string} [example] options and arguments as they are typed, for the help
 */
export function command(name, about, example) {
  const call = `npm run ${name}`;
  // whoever reads it, such as `head`, has seen enough
  process.stdout.on('error', (/** @type {NodeJS.ErrnoException} */ error) => {
    if (error.code === 'EPIPE') process.exit();
    throw error;
  });
  return new Command(`${call} --`)
    .description(about)
    .helpOption('--help', 'tells the options')
    .allowExcessArguments(false)
    .configureHelp({ optionDescription: described })
    .configureOutput({ outputError: (text, write) => write(complaint(call, text)) })
    .addHelpText('after', `\nExample:\n  ${example === undefined ? call : `${call} -- ${example}`}`)
    .exitOverride(({ exitCode }) => process.exit(exitCode === 0 ? 0 : 2));
}

/**
 * What an option is for, and its default as it would be typed.
 * @param {import('commander').Option} option
 */
function described({ description, defaultValue, defaultValueDescription, negate }) {
  if (defaultValue === undefined || defaultValue === false || negate) return description;
  return `${description} (default: ${defaultValueDescription ?? String(defaultValue)})`;
}

/**
 * @param {string} call
 * @param {string} text what commander says, in one line or two
 */
function complaint(call, text) {
  const words = text
    .trim()
    .replace(/^error: /, '')
    .replace(/^command-argument value ('.*') is invalid for argument '\w+'\. /, '$1: ')
    .replace(/ is invalid\. /, ': ')
    .replace(/\n/g, ' ');
  return `${call}: ${words} (${call} -- --help tells the options)\n`;
}

/**
 * A whole number that is not negative.
 * @param {string} text
 */
export function wholeNumber(text) {
  if (!/^\d+$/.test(text)) throw new InvalidArgumentError(`"${text}" is not a whole number`);
  return Number(text);
}

/**
 * Whole numbers between commas.
 * @param {string} text
 */
export const wholeNumbers = (text) => text.split(',').map(wholeNumber);

/**
 * Seconds, which may have a fraction.
 * @param {string} text
 */
export function seconds(text) {
  if (!/^\d+(\.\d+)?$/.test(text)) throw new InvalidArgumentError(`"${text}" is not a number of seconds`);
  return Number(text);
}

/**
 * One of the known words.
 * @param {readonly string[]} known
 */
export function oneOf(known) {
  return (/** @type {string} */ text) => {
    if (!known.includes(text)) throw new InvalidArgumentError(`"${text}" is none of ${known.join(', ')}`);
    return text;
  };
}

/**
 * Words between commas, each one of the known ones.
 * @param {readonly string[]} known
 */
export function listOf(known) {
  return (/** @type {string} */ text) => text.split(',').map(oneOf(known));
}

/**
 * The path of a file that is there and can be read.
 * @param {string} path
 */
export function file(path) {
  const found = statSync(path, { throwIfNoEntry: false });
  if (found === undefined) throw new InvalidArgumentError('there is no such file');
  if (found.isDirectory()) throw new InvalidArgumentError('it is a folder, not a file');
  try {
    accessSync(path, constants.R_OK);
  } catch {
    throw new InvalidArgumentError('it cannot be read');
  }
  return path;
}

/**
 * For an argument of several files.
 * @param {string} path
 * @param {string[] | undefined} before
 */
export const files = (path, before = []) => [...before, file(path)];

/**
 * Ends the process with a line and exit code 2 where the product is not built.
 * @param {Command} program that runs it
 */
export function needsBuild(program) {
  if (!existsSync(new URL('../dist/lockstep.js', import.meta.url)))
    program.error('dist/lockstep.js is not there, `npm run build` makes it');
}

/**
 * What a file of JSON holds; ends the process with a line and exit code 2 when it is not JSON.
 * @param {Command} program whose command line named the file
 * @param {string} path
 */
export function jsonOf(program, path) {
  return parsed(program, path, readFileSync(path, 'utf8'));
}

/**
 * The programs of a file of JSON Lines, rows {id, code, …}; ends the process with a line and exit code 2 when one is not.
 * @param {Command} program whose command line named the file
 * @param {string} path
 */
export function rowsOf(program, path) {
  const lines = readFileSync(path, 'utf8').split('\n');
  return lines.flatMap((line, i) => {
    if (line.trim() === '') return [];
    const row = parsed(program, `${path}:${i + 1}`, line);
    if (typeof row?.code !== 'string') program.error(`${path}:${i + 1} has no code`);
    return [row];
  });
}

/**
 * @param {Command} program
 * @param {string} place
 * @param {string} text
 */
function parsed(program, place, text) {
  try {
    return JSON.parse(text);
  } catch {
    return program.error(`${place} is not JSON`);
  }
}
