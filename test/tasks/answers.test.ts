// Law of every task: its answer is the one that live CPython gives, found by other means; its reasoning is faithful and
// complete; answers of others are judged by running.
import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { alternativesAt, replaceAt, sitesOf } from '../../src/tasks/sites.ts';
import { ask, askAgain, NoQuestion, taskNames, tasks, type TaskName } from '../../src/tasks/index.ts';
import { TASK_SUMMARIES } from '../../src/tasks/names.ts';
import { isTellable } from '../../src/tasks/tellable.ts';
import { check, explain, styleNames } from '../../verbalizer/index.ts';
import type { Step } from '../../verbalizer/steps/step.ts';
import { hasPython, runPython } from '../support/python.ts';
import { exercises, question, runOf, type Asked } from './asked.ts';

/** Rounds of exercises for each task: one for a third of the families, which take turns. */
const ROUNDS = Number(process.env['LOCKSTEP_SEEDS'] ?? 1);

const RAISING = `def read(table, keys):
    total = 0
    for key in keys:
        try:
            total += table[key]
        except KeyError:
            total -= 1
    return total / len(table)
`;

/** Programs that end or go on with exceptions, which exercises seldom do. */
const PROGRAMS = [
  { source: RAISING, call: "read({'a': 1, 'b': 5}, ['b', 'c', 'a'])" },
  { source: RAISING, call: 'read({}, [])' },
  { source: 'def f(n):\n    return 1 // n\n\ndef g(n):\n    m = n - 1\n    return f(m)\n', call: 'g(1)' },
  { source: 'def f(xs):\n    assert xs, "empty"\n    return xs[5]\n', call: 'f([1])' },
  {
    source:
      'def gen(n):\n    while n > 0:\n        yield n\n        n -= 1\n    raise ValueError("done")\n\ndef f(n):\n    seen = []\n    try:\n        for x in gen(n):\n            seen.append(x)\n    except ValueError:\n        seen.append(0)\n    return seen\n',
    call: 'f(3)',
  },
];

function* asked(task: TaskName): Generator<Asked> {
  for (let round = 0; round < ROUNDS; round++)
    for (const { label, run } of exercises(round, round + taskNames.indexOf(task))) {
      const posed = question(run, task, round);
      if (posed !== null) yield { label, run, posed };
    }
  for (const text of PROGRAMS) {
    const run = runOf(text);
    const posed = question(run, task, 1);
    if (posed !== null) yield { label: text.call, run, posed };
  }
}

/** The second program of a question, or the program with its blank filled by the answer. */
function changedSource({ run, posed }: Asked): string | null {
  const { line, column, becomes } = (posed.question ?? {}) as Record<string, number | string>;
  const site = sitesOf(run).find((one) => one.line === line && one.column === column);
  return site === undefined ? null : replaceAt(run.text.source, site, String(becomes ?? posed.answer));
}

function job(item: Asked): object {
  const { run, posed } = item;
  const { source, call } = run.text;
  const changed = changedSource(item);
  return {
    task: posed.task,
    question: posed.question,
    code: posed.task === 'fill' ? changed : source,
    second: changed,
    call: posed.task === 'input' ? posed.answer : call,
  };
}

/** What CPython has to say, where the answer itself cannot be held against it. */
function expected({ run, posed }: Asked): string {
  if (posed.task !== 'fill' && posed.task !== 'input') return posed.answer;
  return run.ending.kind === 'returned' ? run.ending.result : '';
}

/** A step without the trace that it is of, where that is another's: too large to be compared whole. */
function said({ elsewhere: _, ...step }: Step): object {
  return step;
}

describe.each(taskNames)('task %s', (name) => {
  const items = [...asked(name)];

  it('has questions about many programs', () => {
    expect(items.length).toBeGreaterThan(name === 'exception' ? 5 : 12);
  });

  it('records questions that can be asked again, to the letter', () => {
    for (const { run, posed, label } of items) {
      const again = askAgain(run, name, JSON.parse(JSON.stringify(posed.question)));
      expect(again.prompt, label).toBe(posed.prompt);
      expect(again.answer, label).toBe(posed.answer);
      expect(again.story.steps.map(said), label).toEqual(posed.story.steps.map(said));
    }
  });

  it('reasons faithfully and completely, in every style that can tell it, in full and folded', () => {
    for (const [i, { posed, label }] of items.entries())
      for (const style of styleNames.filter((one) => isTellable(name, one))) {
        const folded = i % 2 === 0 ? {} : { budget: 700, count: (text: string) => text.length };
        const { text } = explain(posed.story, { style, seed: label.length, ...folded });
        const verdict = check(text, posed.story, style);
        expect([verdict.violations, verdict.unverified, verdict.missing], `${label}\n${text}`).toEqual([
          [],
          [],
          [],
        ]);
        expect(posed.check(posed.answer), label).toMatchObject({ right: true });
      }
  });

  it.runIf(hasPython)('has the answers that CPython has', () => {
    const script = readFileSync(new URL('traced.py', import.meta.url), 'utf8');
    const comparable = items.filter(({ run }) => name !== 'output' || run.ending.kind === 'returned');
    const theirs = JSON.parse(runPython(script, JSON.stringify(comparable.map(job)))) as string[];
    const wrong = comparable.flatMap((item, i) =>
      theirs[i] === expected(item)
        ? []
        : [
            `${item.label} ${JSON.stringify(item.posed.question)}\n${item.posed.prompt}\nours ${expected(item)}\ntheirs ${theirs[i]}`,
          ],
    );
    expect(wrong.slice(0, 3).join('\n=====\n'), `${wrong.length} of ${comparable.length} differ`).toBe('');
  });

  it('refuses wrong answers', () => {
    for (const { posed, label } of items)
      for (const wrong of ['', 'nothing of the kind', `${posed.answer}0`, '-17'])
        if (wrong !== posed.answer && !isRightAnyway(posed.task, posed.check(wrong).right))
          expect(posed.check(wrong).right, `${label}: ${wrong}`).toBe(false);
  });
});

/** `10` may well fit a blank where `1` does. */
function isRightAnyway(task: string, right: boolean): boolean {
  return task === 'fill' && right;
}

describe('answers that another than the run has', () => {
  const source = 'def f(a, b):\n    if a > b:\n        return a - b\n    return b - a\n';

  it('a claimed input is run, and its reasoning is held against its own run', () => {
    const posed = question(runOf({ source, call: 'f(5, 2)' }), 'input', 1)!;
    const other = posed.check('f(1, 4)');
    expect(other).toMatchObject({ right: true });
    const { text } = explain(other.story!, { style: 'narrative', seed: 3 });
    expect(check(text, other.story!).faithful).toBe(true);
    expect(check(text, posed.story).faithful).toBe(false);
    for (const wrong of ['f(5, 3)', 'g(5, 2)', 'f(5, 4 - 2)', 'f(5, 2) + 0', '3', 'f(1)', "f('a', 1)"])
      expect(posed.check(wrong).right, wrong).toBe(false);
  });

  it('a long way back is asked for only where it is folded in every style it may be told in', () => {
    const long = 'def f(n):\n    if n == 0:\n        return 7\n    return f(n - 1) + 2 * n\n';
    const run = runOf({ source: long, call: 'f(60)' });
    const seed = { seed: 1, id: 'test' };
    expect(() => ask(run, ['input'], seed)).toThrow(NoQuestion);
    expect(() => ask(run, ['input'], seed, ['scratchpad', 'concise'])).toThrow(NoQuestion);
    for (const style of ['scratchpad', 'inline', 'frames'] as const) {
      const posed = ask(run, ['input'], seed, [style, 'instructions']);
      const count = (text: string): number => text.length;
      const { text, fits } = explain(posed.story, { style, seed: 1, budget: 1200, count });
      expect(fits, text).toBe(true);
      const verdict = check(text, posed.story, style);
      expect([verdict.violations, verdict.unverified, verdict.missing], text).toEqual([[], [], []]);
      expect(text).toContain('… ');
    }
  });

  it('a blank may be filled by whatever gives the result', () => {
    const run = runOf({ source, call: 'f(5, 2)' });
    const site = sitesOf(run).find(({ text }) => text === '>')!;
    const posed = askAgain(run, 'fill', { line: site.line, column: site.column, tried: '<' });
    expect(alternativesAt(site)).toContain('!=');
    for (const [filling, right] of [
      ['>', true],
      ['>=', true],
      ['!=', true],
      ['<', false],
      ['==', false],
      ['-', false],
      ['> 0 or a >', false],
    ] as const)
      expect(posed.check(filling).right, filling).toBe(right);
    const { story } = posed.check('!=');
    const { text } = explain(story!, { style: 'narrative', seed: 3 });
    expect(check(text, story!)).toMatchObject({ faithful: true, complete: true });
    expect(check(text, posed.story).faithful).toBe(false);
  });
});

it('every task is listed under its name, and says what it asks', () => {
  for (const [name, task] of Object.entries(tasks)) {
    expect(task.name).toBe(name);
    expect(TASK_SUMMARIES[name as TaskName].length).toBeGreaterThan(10);
  }
  expect(Object.keys(tasks)).toEqual([...taskNames]);
});
