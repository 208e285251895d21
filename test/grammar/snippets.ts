// Texts that go through all of Python 3.11's grammar, for the tests that ask CPython about them. In the folder
// `snippets`, a `.lines` file has a module on each line, a `.blocks` file has them between lines of `###`.
import { readdirSync, readFileSync } from 'node:fs';

const folder = new URL('snippets/', import.meta.url);

function modulesOf(file: string): string[] {
  const text = readFileSync(new URL(file, folder), 'utf8');
  if (file.endsWith('.blocks')) return text.split(/^###\n/m);
  return text.split('\n').flatMap((line) => (line === '' ? [] : [`${line}\n`]));
}

/** Texts that no file of lines can hold: line ends, form feeds, and ends of the text itself. */
const UNUSUAL = [
  ...[
    '',
    '\n',
    '# only a comment',
    '\n\n  \n# c\n\n',
    'x = 1',
    'x = 1 # no newline',
    '\f\nx = 1\n',
    ' \f\nx\n',
  ],
  ...['\\\n', 'x\n  \\\n', '\\\n\n', '\\\n# c\n', 'x = 1 \\\n'],
  ...['x = 1\r\ny = 2\r\n', 'x = 1\ry = 2\r', 'if 1:\r\n  x = """a\r\nb"""\r\n', 'x = (1,\r\n2)\r\n'],
  ...[
    'x = 1 \\\r\n + 2\r\n',
    'if 1:\n  x',
    'if 1:\n\fx',
    'if 1:\n  x\n\f  y\n',
    "'a\\\r\nb'\r\n",
    'def f():\n  pass\n ',
    'x;',
  ],
];

/** Texts of every section of the grammar; nearly all are programs, and CPython refuses the others too. */
export const SNIPPETS: readonly string[] = [...readdirSync(folder).sort().flatMap(modulesOf), ...UNUSUAL];
