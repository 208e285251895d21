// Random programs of the kind that has fast paths: loops over ints, lists, texts, dicts, floats and attributes, functions
// that call each other and themselves; and, now and then, whatever makes them leave: large ints, exceptions, names without
// a value, classes with methods of their own.
import type { Draw } from '../../corpus/draw.ts';

const INTS = ['a', 'b', 'c', 'i'] as const;
const BINARY = ['+', '-', '*', '//', '%', '&', '|', '^', '>>'] as const;
const COMPARE = ['<', '<=', '>', '>=', '==', '!='] as const;
/** What makes a run leave. */
const ODD = [
  '1.5',
  'True',
  'None',
  '2 ** 70',
  "'x'",
  '(1, 2)[0]',
  'unknown',
  'len(str(a))',
  'sum(xs)',
  'abs(b)',
  'max(a, b)',
  '[4, 5][c % 2]',
  '-xs[0]',
  'float(a)',
] as const;

const CLASS = [
  'class P:',
  '    y = 7',
  '    def __init__(self, x):',
  '        self.x = x',
  '    def add(self, n):',
  '        self.x = (self.x + n) % 100',
  '        return self.x',
] as const;
/** One whose attributes are none of an instance's own. */
const ODD_CLASS = [
  'class P:',
  '    def __init__(self, x): self._x = x',
  '    @property',
  '    def x(self): return self._x',
  '    @x.setter',
  '    def x(self, n): self._x = n % 50',
  '    def __getattr__(self, name): return 4',
  '    def add(self, n): return n',
] as const;

class Writer {
  private depth = 0;
  private readonly functions: string[] = [];

  constructor(private readonly draw: Draw) {}

  private int(depth = 2): string {
    const { draw } = this;
    if (draw.chance(0.04)) return draw.pick(ODD);
    if (depth === 0 || draw.chance(0.3)) {
      if (draw.chance(0.5)) return draw.pick(INTS);
      return draw.chance(0.1)
        ? draw.pick(['2147483647', '9007199254740991', '65536'])
        : String(draw.int(0, 9));
    }
    const [a, b] = [this.int(depth - 1), this.int(depth - 1)];
    if (draw.chance(0.12)) return `xs[${this.index(depth - 1)}]`;
    if (draw.chance(0.08)) return 'len(xs)';
    if (draw.chance(0.06)) return `(${a} if ${this.condition(1)} else ${b})`;
    if (draw.chance(0.05)) return `(${a} and ${b})`;
    if (draw.chance(0.05)) return `-${draw.pick(INTS)}`;
    if (draw.chance(0.12)) return this.part(depth - 1);
    if (this.functions.length > 0 && draw.chance(0.12)) return this.call(depth - 1);
    const op = draw.pick(BINARY);
    return op === '>>' ? `(${a} >> ${draw.int(0, 6)})` : `(${a} ${op} ${b})`;
  }

  /** An int from a text, a dict, a float or an object. */
  private part(depth: number): string {
    const { draw } = this;
    switch (draw.int(0, 7)) {
      case 0:
        return `d[${this.key()}]`;
      case 1:
        return `d.get(${this.key()}, ${this.int(depth)})`;
      case 2:
        return `ord(s[${this.int(depth)} % len(s)])`;
      case 3:
        return draw.pick([
          'len(s)',
          'len(d)',
          'int(u)',
          'abs(a)',
          'min(a, b)',
          'max(b, 3)',
          'len(s[a % 3 : -1])',
          'ord(s[:: -1][0])',
        ]);
      case 4:
        return `p.${draw.pick(['x', 'x', 'x', 'y', 'none'])}`;
      case 5:
        return `p.add(${this.int(depth)})`;
      default:
        return `int(${this.float()})`;
    }
  }

  private key(): string {
    const { draw } = this;
    const text = draw.pick(["'k'", "'key'", 's', 's[0]', 'i', 'a % 5', '(1, 2)']);
    return draw.chance(0.95) ? text : draw.pick(['1.0', 'None', 'xs', 'p', 'True']);
  }

  private float(): string {
    const { draw } = this;
    const [a, b] = [draw.pick(['u', 'a', '2.0', '0.5', 'i']), draw.pick(['u', 'b', '1.5', '3'])];
    return `(${a} ${draw.pick(['+', '-', '*', '/', '%', '//'])} ${b})`;
  }

  private text(): string {
    const { draw } = this;
    const long = draw.chance(0.05) ? "'é𝄞' * 20" : 'chr(97 + i % 3)';
    return draw.pick(['s', "'ab'", 's[1:]', 'str(i)', 's[i % len(s)]', long, "s + 'c'", "'x' + s"]);
  }

  private index(depth: number): string {
    return this.draw.chance(0.9) ? `${this.int(depth)} % len(xs)` : this.int(depth);
  }

  private call(depth: number): string {
    const { draw } = this;
    return `${draw.pick(this.functions)}(${draw.chance(0.8) ? 'i % 5' : this.int(depth)}, ${this.int(depth)}, xs)`;
  }

  private condition(depth = 2): string {
    const { draw } = this;
    if (depth > 0 && draw.chance(0.2)) {
      const [a, b] = [this.condition(depth - 1), this.condition(depth - 1)];
      return draw.pick([`not ${a}`, `(${a} and ${b})`, `(${a} or ${b})`]);
    }
    if (draw.chance(0.1)) return this.int(1);
    if (draw.chance(0.05)) return `${this.int(0)} is ${draw.chance(0.5) ? 'not ' : ''}None`;
    if (draw.chance(0.05)) return `${this.int(0)} in xs`;
    if (draw.chance(0.05))
      return `${this.key()} ${draw.pick(['in', 'not in'])} ${draw.pick(['d', 'd', 's'])}`;
    if (draw.chance(0.05)) return `${this.text()} ${draw.pick(COMPARE)} ${this.text()}`;
    if (draw.chance(0.05)) return `${this.float()} ${draw.pick(COMPARE)} ${this.float()}`;
    if (draw.chance(0.1)) return `${this.int(0)} < ${this.int(1)} <= ${this.int(0)}`;
    return `${this.int(1)} ${draw.pick(COMPARE)} ${this.int(1)}`;
  }

  private indented(write: () => string[]): string[] {
    this.depth++;
    const lines = write().map((line) => `    ${line}`);
    this.depth--;
    return lines;
  }

  private block(loop: boolean, most = 3): string[] {
    const lines: string[] = [];
    for (let n = this.draw.int(1, most); n > 0; n--) lines.push(...this.statement(loop));
    return lines;
  }

  private statement(loop: boolean): string[] {
    const { draw } = this;
    const inner = (): string[] => this.indented(() => this.block(loop));
    const round = (): string[] => this.indented(() => this.block(true));
    const name = draw.pick(['a', 'b', 'c']);
    if (draw.chance(0.2)) return [this.change()];
    const kind = this.depth > 3 ? draw.int(0, 6) : draw.int(0, 16);
    switch (kind) {
      case 0:
        return [`xs[${this.index(1)}] = ${this.int()}`];
      case 1:
        return [draw.chance(0.7) ? `if len(xs) < 50: xs.append(${this.int()})` : `${name} = ${this.int()}`];
      case 2:
        return [`${name} ${draw.pick(['+', '-', '*', '//', '%'])}= ${this.int()}`];
      case 3:
        return ['a, b = b, a'];
      case 4:
        if (loop) return [`if ${this.condition()}: ${draw.pick(['break', 'continue'])}`];
        return [`${name} = ${this.int()}`];
      case 5:
        return [
          draw.chance(0.3)
            ? `print(${name})`
            : draw.chance(0.1)
              ? `del ${name}`
              : `${name} = ${this.int(1)} % 1000`,
        ];
      case 6:
        return [
          draw.chance(0.3)
            ? 'pass'
            : `${name} = [x * 2 for x in range(${draw.int(0, 9)})][${draw.int(0, 9)}]`,
        ];
      case 7:
      case 8:
        return [`for i in range(${draw.int(1, 8)}):`, ...round()];
      case 9:
        return [
          `for ${name} in ${draw.pick(['xs[:6]', '(3, 4)', 'range(1, 9, 3)', "'ab'", 'list(xs)'])}:`,
          ...round(),
        ];
      case 10: {
        const w = `w${this.depth}`;
        return [
          `${w} = 0`,
          `while ${w} < ${draw.int(1, 9)}:`,
          ...this.indented(() => [`${w} += 1`, ...this.block(true)]),
        ];
      }
      case 11:
        return [
          'try:',
          ...inner(),
          `except ${draw.pick(['Exception', 'ZeroDivisionError', 'IndexError'])} as error:`,
          '    print(error)',
        ];
      case 12:
        return [`if ${this.condition()}:`, ...inner(), 'else:', ...inner()];
      default:
        return [`if ${this.condition()}:`, ...inner()];
    }
  }

  /** A change of something that is no int. */
  private change(): string {
    const { draw } = this;
    switch (draw.int(0, 5)) {
      case 0:
        return `d[${this.key()}] = ${this.int(1)}`;
      case 1:
        return `d[${this.key()}] += 1`;
      case 2:
        return `s = (${this.text()})[:40]`;
      case 3:
        return `u = ${this.float()}`;
      case 4:
        return `p.${draw.pick(['x', 'x', 'y'])} ${draw.pick(['=', '+=', '-='])} ${this.int(1)}`;
      default:
        return draw.pick([
          'p.add(a)',
          'del d["k"]',
          'u += 1',
          'u *= 0.5',
          's += chr(98)',
          'd = {}',
          'p = P(a)',
        ]);
    }
  }

  /** A program that ends, unless something in it does not. */
  program(): string {
    const { draw } = this;
    const lines: string[] = [];
    lines.push(...(draw.chance(0.9) ? CLASS : ODD_CLASS), "dd = {'k': 1, 2: 3}", 'pp = P(5)');
    for (let n = draw.int(1, 3); n > 0; n--) {
      const name = `f${n}`;
      const makeBody = (): string[] => [
        'i = n',
        ...(draw.chance(0.9) ? ["d, s, u, p = dd, 'some', 0.25, pp"] : []),
        draw.chance(0.9) ? 'c = 1' : 'pass',
        ...(draw.chance(0.7) ? [`if n <= 0: return ${this.int(1)}`] : []),
        ...(draw.chance(0.1) ? ['global top'] : []),
        ...(draw.chance(0.1) ? ['top = n'] : []),
        ...this.block(false, 4),
        draw.chance(0.5) ? `return ${name}(n - 1, b, xs) + ${this.int(1)}` : `return ${this.int()}`,
      ];
      lines.push(`def ${name}(n, b, xs):`, '    a = n', ...this.indented(makeBody));
      this.functions.push(name);
    }
    lines.push('top = 0', 'a = 1', 'b = 2', 'c = 3', 'i = 4', 'xs = [5, 6, 7, 8]');
    lines.push('d, s, u, p = dd, "abc", 1.5, pp');
    for (let n = draw.int(1, 3); n > 0; n--) {
      const made = [`for i in range(${draw.int(2, 9)}):`, ...this.indented(() => this.block(true, 4))];
      if (draw.chance(0.5)) lines.push(...made);
      else
        lines.push(
          'try:',
          ...made.map((line) => `    ${line}`),
          'except Exception as error:',
          '    print(repr(error))',
        );
    }
    lines.push('print(a, b, c, i, xs, top)');
    return `${lines.join('\n')}\n`;
  }
}

/** A program drawn at random. */
export function tightProgram(draw: Draw): string {
  return new Writer(draw).program();
}
