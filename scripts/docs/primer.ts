// docs/primer.md: the language on a few pages. The words are in primer-text.ts; the tables are made from what the
// grammar and the interpreter declare.
import { CODES, kindOf, type DiagnosticCode } from '../../grammar/index.ts';
import { CONSTRUCTS, type ConstructCode } from '../../grammar/supported.ts';
import { builtinNames } from '../../interpreter/builtins/index.ts';
import { DEFAULT_LIMITS } from '../../interpreter/limits.ts';
import { importModule, moduleNames } from '../../interpreter/modules/index.ts';
import { libraryExports } from '../../interpreter/modules/primer/declare.ts';
import { isOutside } from '../../interpreter/outside.ts';
import { PyClass } from '../../interpreter/values/class.ts';
import { PyModule } from '../../interpreter/values/module.ts';
import { EXPRESSIONS, PATTERNS, STATEMENTS, type Row } from './constructs.ts';
import { PRIMER_TEXT } from './primer-text.ts';

/** Names and values of one module or namespace: those there are, and those that are refused by name. */
interface Names {
  readonly there: readonly string[];
  readonly refused: readonly string[];
}

function divide(names: Iterable<readonly [string, unknown]>): Names {
  const shown = [...names].filter(([name]) => !name.startsWith('_')).sort(([a], [b]) => compare(a, b));
  const pick = (refused: boolean): string[] =>
    shown.filter(([, value]) => isOutside(value) === refused).map(([name]) => name);
  return { there: pick(false), refused: pick(true) };
}

function compare(a: string, b: string): number {
  return a < b ? -1 : Number(a > b);
}

function code(text: string): string {
  return text.includes('\n') ? text.split('\n').map(code).join(' ⏎ ') : `\`${text.replaceAll('|', '\\|')}\``;
}

function list(names: readonly string[]): string {
  return names.map((name) => `\`${name}\``).join(' ');
}

function table(head: readonly string[], rows: readonly (readonly string[])[]): string {
  const lines = [head, head.map(() => '---'), ...rows].map((cells) => `| ${cells.join(' | ')} |`);
  return lines.join('\n');
}

function constructs(rows: Readonly<Record<string, Row>>): string {
  return table(
    ['what', 'for example'],
    Object.values(rows).map(([name, example]) => [name.replaceAll('|', '\\|'), code(example)]),
  );
}

function isException(value: unknown): boolean {
  return value instanceof PyClass && value.mro.some(({ name }) => name === 'BaseException');
}

const builtins = [...builtinNames];

/** The builtin types with methods of their own, beside those of operators. */
function methods(): string {
  const types = builtins.flatMap(([, value]) =>
    value instanceof PyClass && !isException(value) ? [value] : [],
  );
  const rows = types.flatMap((cls) => {
    const { there } = divide(cls.attrs);
    return there.length === 0 || isOutside(cls) ? [] : [[`\`${cls.name}\``, list(there)]];
  });
  return table(
    ['type', 'methods and attributes'],
    rows.sort(([a], [b]) => compare(a!, b!)),
  );
}

function modules(): string {
  const rows = moduleNames
    .filter((name) => !name.startsWith('_'))
    .map((name) => {
      const module = importModule(name)!;
      const names: Names =
        module instanceof PyModule
          ? divide(module.attrs)
          : { there: [...libraryExports(module)].sort(compare), refused: [] };
      const refused = names.refused.length === 0 ? '' : `<br>refused by name: ${list(names.refused)}`;
      return [`\`${name}\``, list(names.there) + refused];
    });
  return table(['module', 'names'], rows);
}

function refusals(): string {
  const codes = (Object.keys(CODES) as DiagnosticCode[])
    .filter((one) => kindOf(one) === 'unsupported')
    .sort();
  const rows = codes.map((one) => {
    const { construct, doc } = CONSTRUCTS[one as ConstructCode];
    return [`[${one}](diagnostics.md#${one.toLowerCase()})`, construct.replaceAll('*', '\\*'), doc];
  });
  return table(['code', 'what', 'why'], rows);
}

function limits(): string {
  const { fuel, memory, depth, output } = DEFAULT_LIMITS;
  return table(
    ['option', 'counts', 'default'],
    [
      ['`--fuel`', 'instructions, and the elementary steps inside builtins', fuel],
      ['`--memory`', 'size of one object: elements, characters, 32-bit digits', memory],
      ['`--depth`', "calls open at once: CPython's recursion limit", depth],
      ['`--output`', 'characters printed', output],
    ].map((row) => row.map((cell) => (typeof cell === 'number' ? cell.toLocaleString('en') : cell))),
  );
}

const functions = (): Names => divide(builtins.filter(([, value]) => !isException(value)));

const TABLES: Readonly<Record<string, () => string>> = {
  statements: () => constructs(STATEMENTS),
  expressions: () => constructs(EXPRESSIONS),
  patterns: () => constructs(PATTERNS),
  builtins: () => list(functions().there),
  'refused builtins': () => list(functions().refused),
  exceptions: () => list(divide(builtins.filter(([, value]) => isException(value))).there),
  methods,
  modules,
  refusals,
  limits,
};

export const primerDoc = {
  path: 'docs/primer.md',
  render(): string {
    return PRIMER_TEXT.replace(/<([a-z ]+)>\n/g, (_, name: string) => `${TABLES[name]!()}\n`);
  },
};
