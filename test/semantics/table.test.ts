// Our own table of expressions and statements, written from the language reference: what each comes to is what live
// CPython answers, value, type, exception and text. What is refused is listed with what the refusal names.
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { root } from '../house/sources.ts';
import { expectSameEndings } from '../support/programs.ts';
import { askPython } from '../support/python.ts';
import { answerText, ownEvaluation } from './compare.ts';

const folder = join(root, 'test/semantics');
const SETUP = 'import math\n';
/** CPython warns of some of them on stderr; functions made there are the program's. */
const THEIR_SETUP = `import warnings\nwarnings.simplefilter('ignore')\n__name__ = '__main__'\n${SETUP}`;

function linesOf(name: string): string[] {
  const lines = readFileSync(join(folder, 'expressions', name), 'utf8').split('\n');
  return lines.filter((line) => line !== '' && !line.startsWith('#'));
}

const names = readdirSync(join(folder, 'expressions')).filter((name) => name !== 'refused.txt');
const table = names.map((name) => ({ name, lines: linesOf(name) }));

describe('expressions', () => {
  const all = table.flatMap(({ lines }) => lines);
  const answers = askPython(all, THEIR_SETUP);
  const theirs = new Map(all.map((line, i) => [line, answerText(answers[i]!)]));

  test.each(table)('$name', ({ lines }) => {
    const wrong = lines.flatMap((line) => {
      const answer = ownEvaluation(`(${line})`, SETUP);
      const ours = 'refused' in answer ? `refused: ${answer.refused}` : answerText(answer);
      return ours === theirs.get(line) ? [] : [{ line, ours, theirs: theirs.get(line) }];
    });
    expect(wrong).toEqual([]);
  });

  test('there are several hundred of them, each once', () => {
    expect(new Set(all).size).toBe(all.length);
    expect(all.length).toBeGreaterThan(600);
  });

  test('what is outside Primer is refused by name', () => {
    const wrong = linesOf('refused.txt').flatMap((line) => {
      const [expression, named] = line.split('  # ') as [string, string];
      const answer = ownEvaluation(expression, SETUP);
      const ours = 'refused' in answer ? answer.refused : `answered: ${answerText(answer)}`;
      return ours.includes(named) ? [] : [`${expression}: ${ours}`];
    });
    expect(wrong).toEqual([]);
  });
});

/** Programs of a few lines, with comments of dashes between them. */
describe.each(readdirSync(join(folder, 'statements')))('statements of %s', (file) => {
  test('end as under CPython', () => {
    const programs = readFileSync(join(folder, 'statements', file), 'utf8')
      .split(/^# -+\n/m)
      .slice(1);
    expect(programs.length).toBeGreaterThan(8);
    expectSameEndings(programs);
  });
});
