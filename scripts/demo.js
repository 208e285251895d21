// The demo: generates a small data set, verifies it, and shows one row of it. Needs nothing but this checkout; takes
// some seconds. Runs the commands as a user would, so it knows nothing of how they work.
import { execFileSync } from 'node:child_process';
import { existsSync, readFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { command } from './command-line.js';

command('demo', 'Generates a small dataset, verifies it, and shows one row of it.').parse();

const root = fileURLToPath(new URL('..', import.meta.url));
const binary = join(root, 'dist', 'lockstep.js');
const FOLDER = 'out/demo';

const colourful = process.stdout.isTTY && process.env.NO_COLOR === undefined;
const paint = (code) => (text) => (colourful ? `\x1b[${code}m${text}\x1b[0m` : text);
const bold = paint('1');
const dim = paint('2');
const blue = paint('34');
const green = paint('32');

const WIDTH = Math.min(process.stdout.columns ?? 100, 100);

if (!existsSync(binary))
  execFileSync(process.execPath, [join(root, 'scripts', 'build.js')], { stdio: 'inherit' });
lockstep('generate', '--count', '40', '--levels', '1-5', '--seed', '7', '--out', FOLDER, '--force');
lockstep('verify', FOLDER);
show(chooseRow());

/** Runs a command of Lockstep under its own words; a failure ends the demo. */
function lockstep(...args) {
  console.log(`${dim('$')} ${bold(`lockstep ${args.join(' ')}`)}`);
  try {
    execFileSync(process.execPath, [binary, ...args], { cwd: root, stdio: 'inherit' });
  } catch (error) {
    process.exit(error.status ?? 1);
  }
  console.log();
}

/** The row that comes nearest to filling a screen and has something to tell. */
function chooseRow() {
  const data = join(root, FOLDER, 'data');
  const rows = readdirSync(data)
    .sort()
    .flatMap((name) => readFileSync(join(data, name), 'utf8').trimEnd().split('\n'))
    .map((line) => JSON.parse(line));
  const telling = ({ level, claims }) => (level < 3 ? 100 : 0) + Math.abs(claims.length - 16);
  return rows.sort((a, b) => telling(a) - telling(b))[0];
}

function show(row) {
  const { program, reasoning, answer, claims, features, trace } = row;
  heading(`row ${row.id}`, `family ${features.family}, level ${row.level}, style ${row.style}`);
  for (const [index, text] of program.source.trimEnd().split('\n').entries()) {
    console.log(`${dim(String(index + 1).padStart(3))}  ${text}`);
  }
  console.log(`${dim('>>>')}  ${program.call}\n`);

  heading(
    'reasoning',
    'at the margin the source line; every sentence was read back and held against the run',
  );
  const characters = [...reasoning];
  claims.forEach(({ text: [start], line }, index) => {
    // A claim's text may end before the full stop: it is shown up to where the next one starts.
    const end = claims[index + 1]?.text[0] ?? characters.length;
    const sentence = characters.slice(start, end).join('').trim();
    wrapped(sentence, WIDTH - 5).forEach((part, first) => {
      console.log(`${first === 0 ? blue(String(line).padStart(3)) : '   '}  ${part}`);
    });
  });

  console.log();
  heading('answer', `${claims.length} claims over ${trace.events} events; trace ${trace.hash}`);
  console.log(`     ${green(answer)}`);
}

function heading(title, about) {
  console.log(`${bold(title)} ${dim(`· ${about}`)}`);
}

/** The words of a text in lines of at most `width` characters. */
function wrapped(text, width) {
  const lines = [];
  for (const word of text.split(/\s+/)) {
    const last = lines.at(-1);
    if (last !== undefined && last.length + 1 + word.length <= width)
      lines[lines.length - 1] = `${last} ${word}`;
    else lines.push(word);
  }
  return lines;
}
