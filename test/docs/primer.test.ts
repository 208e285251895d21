// What docs/primer.md says of the language holds: its examples are what they are called, and run as under CPython; what
// CPython has and its tables have not is refused by name.
import { describe, expect, test } from 'vitest';
import { parse, Source, walk, type NodeKind } from '../../grammar/index.ts';
import { builtinNames } from '../../interpreter/builtins/index.ts';
import { moduleNames } from '../../interpreter/modules/index.ts';
import { EXPRESSIONS, PATTERNS, STATEMENTS } from '../../scripts/docs/constructs.ts';
import { run } from '../support/compile.ts';
import { hasPython, runPython } from '../support/python.ts';

const examples = [STATEMENTS, EXPRESSIONS, PATTERNS].flatMap((rows) =>
  Object.entries(rows).map(([kind, [, example]]) => ({ kind: kind as NodeKind, text: `${example}\n` })),
);

describe('examples of constructs', () => {
  test.each(examples)('$kind', ({ kind, text }) => {
    const kinds = new Set<NodeKind>();
    walk(parse(new Source(text)).module!, (node) => {
      kinds.add(node.kind);
    });
    expect([...kinds]).toContain(kind);
    expect(run(text).outcome.kind).toBe('returned');
  });

  test.runIf(hasPython)('print what CPython prints', () => {
    const texts = examples.map(({ text }) => text);
    const script = `
import contextlib, io, json, sys
def printed(text):
    with contextlib.redirect_stdout(io.StringIO()) as out: exec(text, {'__name__': '__main__'})
    return out.getvalue()
json.dump([printed(text) for text in json.load(sys.stdin)], sys.stdout)`;
    const theirs = JSON.parse(runPython(script, JSON.stringify(texts))) as string[];
    expect(texts.map((text) => run(text).output)).toEqual(theirs);
  });
});

/** How a name ends a run that reads it: refused, or an error of which type. */
function fate(text: string): string {
  const { outcome } = run(text);
  return outcome.kind === 'raised' ? outcome.type : outcome.kind;
}

test.runIf(hasPython)('what CPython has is there or refused, never taken for what does not exist', () => {
  const script = `
import builtins, importlib, json, keyword, sys
types = sys.stdin.readline().split()
modules = sys.stdin.readline().split()
public = lambda names: [name for name in names if not (name.startswith('_') or keyword.iskeyword(name))]
found = public(dir(builtins))
found += [f'{name}.{attr}' for name in types for attr in public(dir(getattr(builtins, name)))]
for name in modules:
    module = importlib.import_module(name)
    names = getattr(module, '__all__', None) or [n for n in public(dir(module)) if type(getattr(module, n)).__name__ != 'module']
    found += [f'import {name} as m; m.{attr}' for attr in public(names)]
print(json.dumps(found))`;
  const types = [...builtinNames.keys()].filter((name) => /^[a-z]/.test(name) && isType(name));
  const modules = moduleNames.filter((name) => !name.startsWith('_'));
  const names = JSON.parse(runPython(script, `${types.join(' ')}\n${modules.join(' ')}\n`)) as string[];
  expect(names.length).toBeGreaterThan(700);
  const lost = names.filter((name) => !['returned', 'unsupported'].includes(fate(`${name}\n`)));
  expect(lost).toEqual([]);
});

function isType(name: string): boolean {
  return run(`assert isinstance(${name}, type)\n`).outcome.kind === 'returned';
}
