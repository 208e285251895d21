// Exceptions in the line styles: rounds in which one is raised are told in full before the common ones; where there
// are too many, the fold that covers them says which were raised, how often and where, and is held to it.
import { describe, expect, it } from 'vitest';
import { LINE_CORRUPTIONS } from '../../bench/faithfulness/line-corruptions.ts';
import { DEFAULT_LIMITS } from '../../interpreter/index.ts';
import { compileProgram, execute } from '../../src/pipeline/index.ts';
import { loadTokenCounter } from '../../src/pipeline/tokens.ts';
import { check, explain, LINE_STYLES, storyOf, type Story, type StyleName } from '../../verbalizer/index.ts';
import { Chooser } from '../../verbalizer/text/random.ts';

const PARSE = `def f(texts):
    bad = 0
    for text in texts:
        try:
            int(text)
        except ValueError:
            bad += 1
    return bad`;

const SKIP = `def f(texts):
    for text in texts:
        try:
            int(text)
        except ValueError:
            pass`;

/** Exceptions of several kinds and of other frames, some raised again, some that no handler stops. */
const MIXED = `class Odd(Exception):
    pass
def look(d, n):
    try:
        if n % 3 == 1:
            raise Odd(n)
        return d[n]
    finally:
        d[n] = n
def f(n):
    d = {}
    kinds = []
    for i in range(n):
        for again in range(2):
            try:
                look(d, i + again)
            except (Odd, KeyError) as e:
                try:
                    raise
                except KeyError:
                    kinds.append(again)
                except Odd:
                    continue
    return len(kinds)`;

function run(source: string, call: string): Story {
  const program = compileProgram({ name: 'p', source, call, input: '' });
  return storyOf(execute(program, { limits: DEFAULT_LIMITS, traced: true }).result.trace!);
}

const count = await loadTokenCounter();
const few = run(SKIP, "f(['x' if i in (50, 90, 140) else '7' for i in range(200)])");
const many = run(PARSE, "f(['x' if i % 2 else '7' for i in range(200)])");
const mixed = run(MIXED, 'f(24)');

describe.each(Object.keys(LINE_STYLES) as StyleName[])('%s', (style) => {
  function tell(story: Story, budget: number): string {
    const { text, fits } = explain(story, { style, seed: 1, budget, count });
    const { violations, unverified, missing } = check(text, story, style);
    expect([violations, unverified, missing], text).toEqual([[], [], []]);
    expect(fits, text).toBe(true);
    return text;
  }

  it('tells the rounds in full in which an exception is raised', () => {
    const text = tell(few, 500);
    expect(text.match(/invalid literal/g), text).toHaveLength(3);
    expect(text).not.toMatch(/raised (once|\d+ times)/);
  });

  it('names the exceptions that a fold covers, and is held to it', () => {
    const text = tell(many, 300);
    const [said, times] = /ValueError raised (\d+) times at line 5/.exec(text) ?? [text, ''];
    const full = text.match(/invalid literal/g)?.length ?? 0;
    expect(Number(times) + full, text).toBe(100);
    for (const wrong of [
      said.replace(times, String(Number(times) - 1)),
      said.replace(`${times} times`, 'once'),
      said.replace('ValueError', 'KeyError'),
      said.replace('line 5', 'line 4'),
      `${said}, KeyError raised once at line 5`,
      '',
    ])
      expect(check(text.replace(wrong === '' ? `; ${said}` : said, wrong), many, style).faithful).toBe(false);
  });

  it('counts an exception that is raised again once, where it was raised first', () => {
    for (const budget of [1500, 250]) {
      const text = tell(mixed, budget);
      if (budget > 250) continue;
      expect(text).toMatch(/KeyError raised \d+ times at line 7/);
      expect(text).toMatch(/Odd raised \d+ times at line 6/);
      expect(text).not.toMatch(/raised (once|\d+ times) at line (16|18)/);
    }
  });

  it('is corrupted in what it says of exceptions', () => {
    const text = tell(many, 300);
    const claims = explain(many, { style, seed: 1, budget: 300, count }).claims.map(({ claim, span }) => ({
      ...claim,
      span,
    }));
    for (let seed = 0; seed < 8; seed++) {
      const wrong = LINE_CORRUPTIONS['wrong exceptions in a fold']!(
        { text, claims, other: text },
        new Chooser(seed),
      );
      expect(wrong).not.toBeNull();
      expect(check(wrong!, many, style).faithful, wrong!).toBe(false);
    }
  });
});

it('frames say what the line before a fold changed, which no row shows', () => {
  const story = run(PARSE, "f(['x' if i in (50, 90) else '7' for i in range(200)])");
  const text = explain(story, { style: 'frames', seed: 1, budget: 600, count }).text;
  expect(text).toContain("… 39 rounds of lines 3-7: bad 0 → 1, text 'x' → '7'");
  const wrong = text.replace('bad 0 → 1, ', '');
  expect(check(text, story, 'frames')).toMatchObject({ faithful: true, complete: true });
  expect(check(wrong, story, 'frames').faithful).toBe(false);
});

it('an exception is raised where it rises first, and frame by frame on its way out', () => {
  const source = `def c(x):
    raise KeyError(x)
def b(x):
    return c(x) + 1
def a(x):
    try:
        return b(x)
    except KeyError:
        return 0`;
  const told = (style: StyleName): string => explain(run(source, 'a(2)'), { style, seed: 1 }).text;
  expect(told('scratchpad')).toContain(`2: raise KeyError(x)  # raises KeyError(2); leaves
back to 4: raises KeyError(2); leaves
back to 7: raises KeyError(2)
8: except KeyError:`);
  expect(told('instructions')).toMatch(/RAISE 1: raises KeyError\(2\).*leaves\nback to 7\n {2}\d+ PUSH/);
});
