// Random programs for the laws of the type checker: little functions that move values of mixed types through
// variables, containers, closures, classes and control flow. Made to run and to be awkward, not to be sensible.

/** A generator of numbers below 2^32, the same for the same seed. */
function randomFrom(seed: number): () => number {
  let state = (seed ^ 0x9e3779b9) >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return (mixed ^ (mixed >>> 14)) >>> 0;
  };
}

/** What a variable is meant to hold; one time in a dozen it gets something else. */
type Kind = 'int' | 'str' | 'float' | 'list' | 'dict' | 'tuple' | 'opt' | 'node' | 'fn' | 'any';
const KINDS: readonly Kind[] = ['int', 'str', 'float', 'list', 'dict', 'tuple', 'opt', 'node', 'fn', 'any'];

class Maker {
  private readonly next: () => number;
  private readonly lines: string[] = [];
  private indent = 0;
  private fresh = 0;
  private loops = 0;
  /** Whether values turn up where others are meant. */
  private readonly wild: boolean;
  private readonly vars: { name: string; kind: Kind }[][] = [[]];

  constructor(seed: number) {
    this.next = randomFrom(seed);
    this.wild = this.chance(50);
  }

  private below(n: number): number {
    return this.next() % n;
  }

  private pick<T>(from: readonly T[]): T {
    return from[this.below(from.length)]!;
  }

  private chance(percent: number): boolean {
    return this.below(100) < percent;
  }

  private line(text: string): void {
    this.lines.push('    '.repeat(this.indent) + text);
  }

  private name(kind: Kind): string {
    const name = `${kind[0]}${this.fresh++}`;
    return name;
  }

  private known(kind: Kind): string | null {
    const fitting = this.vars
      .flat()
      .filter((v) => kind === 'any' || v.kind === kind || (this.wild && this.chance(3)));
    return fitting.length === 0 ? null : this.pick(fitting).name;
  }

  private own(kind: Kind): string {
    const fitting = this.vars.at(-1)!.filter((v) => v.kind === kind);
    if (fitting.length > 0 && this.chance(65)) return this.pick(fitting).name;
    const name = this.name(kind);
    return name;
  }

  private declare(name: string, kind: Kind): void {
    const scope = this.vars.at(-1)!;
    if (!scope.some((v) => v.name === name)) scope.push({ name, kind });
  }

  // ---- expressions -----------------------------------------------------------------------------

  expr(kind: Kind, depth = 0): string {
    const variable = this.known(kind);
    if (variable !== null && this.chance(depth > 2 ? 90 : 45)) return variable;
    if (this.wild && this.chance(3)) return this.expr(this.pick(KINDS), depth + 1);
    if (depth > 3) return this.leaf(kind);
    const e = (k: Kind): string => this.expr(k, depth + 1);
    switch (kind) {
      case 'int':
        return this.pick([
          () => this.leaf('int'),
          () => `(${e('int')} ${this.pick(['+', '-', '*', '&', '|', '^'])} ${e('int')})`,
          () => `(${e('int')} ${this.pick(['//', '%'])} ${this.pick(['3', '-2', '7'])})`,
          () => `len(${e(this.pick<Kind>(['list', 'str', 'dict', 'tuple']))})`,
          () => `sum([v for v in ${e('list')} if isinstance(v, int)])`,
          () => `(${e('int')} if ${this.condition(depth + 1)} else ${e('int')})`,
          () => `abs(${e('int')})`,
          () => `max(${e('int')}, ${e('int')})`,
          () => `-${e('int')}`,
          () => `(${e('opt')} or ${e('int')})`,
          () => (this.wild ? `${e('fn')}(${e('int')})` : `ident(${e('int')})`),
          () => (this.wild ? `${e('node')}.val` : `len(${e('node')}.items)`),
          () => `(${e('int')} < ${e('int')})`,
          () => `(2 ** ${this.known('int') ?? '3'} if ${this.condition(depth + 1)} else 1)`,
          () => `round(${e('float')})`,
        ])();
      case 'float':
        return this.pick([
          () => this.leaf('float'),
          () => `(${e('int')} / ${this.pick(['2', '4.0'])})`,
          () => `(${e('float')} ${this.pick(['+', '-', '*'])} ${e(this.pick<Kind>(['float', 'int']))})`,
          () => `float(${e('int')})`,
          () => `sum([0.5, ${e('float')}])`,
        ])();
      case 'str':
        return this.pick([
          () => this.leaf('str'),
          () => `(${e('str')} + ${e('str')})`,
          () => `str(${e('any')})`,
          () => `${e('str')}.upper()`,
          () => `f'{${this.known('any') ?? '1'}}-{${this.known('int') ?? '2'}}'`,
          () => `','.join([str(v) for v in ${e('list')}])`,
          () => `${e('str')}[:2]`,
          () => `(${e('str')} * 2)`,
        ])();
      case 'list':
        return this.pick([
          () => '[]',
          () => `[${e('any')}]`,
          () => `[${e('int')}, ${e('int')}, ${e('int')}]`,
          () => `[${e('int')}, ${e('str')}]`,
          () => `(${e('list')} + ${e('list')})`,
          () => `${e('list')}[1:]`,
          () => `list(${e(this.pick<Kind>(['list', 'tuple', 'str', 'dict']))})`,
          () => `[v for v in ${e('list')} if ${this.pick(['v', 'v is not None', 'isinstance(v, int)'])}]`,
          () => `[${e('int')} for _ in range(2)]`,
          () => `[(lambda: w) for w in ${e('list')}]`,
          () => `sorted([${e('int')}, ${e('int')}], reverse=True)`,
          () => `list(map(${this.pick(['str', 'lambda q: q', 'lambda q: (q, 1)'])}, ${e('list')}))`,
          () => `list(zip(${e('list')}, ${e('str')}))`,
          () => `[[${e('int')}] * 2 for _ in range(2)]`,
          () => `list(${e('dict')}.items())`,
          () => `${e('str')}.split(',')`,
          () => `list(enumerate(${e('list')}))`,
          () => `list(gen(${e('any')}, ${e('any')}))`,
        ])();
      case 'dict':
        return this.pick([
          () => '{}',
          () => `{${e('str')}: ${e('any')}}`,
          () => `{${e('int')}: ${e('str')}, 'k': ${e('any')}}`,
          () => `{k: 1 for k in ${e('str')}}`,
          () => `dict(zip(${e('str')}, ${e('list')}))`,
          () => `{**${e('dict')}, 'z': ${e('any')}}`,
        ])();
      case 'tuple':
        return this.pick([
          () => `(${e('int')}, ${e('str')})`,
          () => `(${e('any')}, ${e('any')})`,
          () => `tuple(${e('list')})`,
          () => `(${e('tuple')} + (1,))`,
          () => `(*${e('list')}, ${e('int')})`,
          () => `divmod(${e('int')}, 3)`,
        ])();
      case 'opt':
        return this.pick([
          () => 'None',
          () => e('int'),
          () => (this.wild ? `${e('dict')}.get(${e('str')})` : `{'a': ${e('int')}}.get(${e('str')})`),
          () => `(${e('int')} if ${this.condition(depth + 1)} else None)`,
          () => (this.wild ? `next(iter(${e('list')}), None)` : `next(iter([${e('int')}]), None)`),
          () => (this.wild ? `${e('node')}.next` : 'None'),
        ])();
      case 'node':
        return this.pick([
          () => `Node(${e('any')})`,
          () => `Node(${e('int')}, ${e('node')})`,
          () => `Sub(${e('any')})`,
        ])();
      case 'fn':
        return this.pick([
          () => `(lambda a: ${e('any')})`,
          () => '(lambda a: a)',
          () => `(lambda a, b=${e('any')}: b)`,
          () => 'ident',
          () => 'str',
        ])();
      case 'any':
        return e(this.pick(KINDS.slice(0, 8)));
    }
  }

  private leaf(kind: Kind): string {
    switch (kind) {
      case 'int':
        return this.pick(['0', '1', '-3', '7', 'True', '10 ** 20']);
      case 'float':
        return this.pick(['0.5', '-2.25', '1e10']);
      case 'str':
        return this.pick(["''", "'a'", "'b,c'", "'xyz'"]);
      case 'list':
        return this.pick(['[]', '[1, 2]', "['p']", '[None, 3]']);
      case 'dict':
        return this.pick(['{}', "{'a': 1}", '{1: 2}']);
      case 'tuple':
        return this.pick(['()', '(1, 2)', "(1, 'a', None)"]);
      case 'opt':
        return this.pick(['None', '5']);
      case 'node':
        return this.pick(['Node(1)', "Sub('s')"]);
      case 'fn':
        return 'ident';
      case 'any':
        return this.leaf(this.pick(KINDS.slice(0, 8)));
    }
  }

  private condition(depth: number): string {
    const e = (k: Kind): string => this.expr(k, depth + 1);
    return this.pick([
      () => `${e('int')} ${this.pick(['<', '>=', '==', '!='])} ${this.pick(['0', '2', '-1'])}`,
      () => e('any'),
      () => `${e('opt')} is ${this.pick(['', 'not '])}None`,
      () => `not ${e('any')}`,
      () =>
        `isinstance(${e('any')}, ${this.pick(['int', 'str', 'list', '(int, float)', 'Node', 'Sub', 'bool'])})`,
      () => `${e('str')} in ${e('str')}`,
      () => `${e('any')} == ${e('any')}`,
      () => `${e('opt')} is not None and ${e('any')}`,
      () => `type(${e('any')}) == int`,
    ])();
  }

  // ---- statements ------------------------------------------------------------------------------

  private block(size: number, depth: number): void {
    this.indent++;
    const before = this.lines.length;
    for (let i = 0; i < size; i++) this.statement(depth + 1);
    if (this.lines.length === before) this.line('pass');
    this.indent--;
  }

  private assign(): void {
    const kind = this.pick(KINDS);
    const name = this.own(kind);
    this.line(`${name} = ${this.expr(kind)}`);
    this.declare(name, kind);
  }

  private statement(depth: number): void {
    const deep = depth > 3;
    const choice = this.below(deep ? 62 : 100);
    const e = (k: Kind): string => this.expr(k, 1);
    if (choice < 22) this.assign();
    else if (choice < 28) this.line(`${e('list')}.append(${e('any')})`);
    else if (choice < 32) this.line(`${e('dict')}[${e('str')}] = ${e('any')}`);
    else if (choice < 35) this.line(`${e('node')}.${this.pick(['val', 'next'])} = ${e('any')}`);
    else if (choice < 39) {
      const name = this.known('int');
      if (name !== null && this.vars.at(-1)!.some((v) => v.name === name))
        this.line(`${name} ${this.pick(['+=', '-=', '*='])} ${e('int')}`);
    } else if (choice < 42) {
      const [a, b] = [this.own('int'), this.own('any')];
      this.line(
        `${a}, ${b} = ${this.pick([`${e('int')}, ${e('any')}`, `(${e('any')}, ${e('any')})`, `${b}, ${a}`])}`.replace(
          /= (\w+), (\w+)$/,
          '= 1, 2',
        ),
      );
      this.declare(a, 'int');
      this.declare(b, 'any');
    } else if (choice < 45) {
      const name = this.vars.at(-1)!.find((v) => v.kind === 'list')?.name;
      if (name !== undefined) this.line(`${name} += ${e('list')}`);
    } else if (choice < 47 && this.loops > 0) this.line(this.pick(['break', 'continue']));
    else if (choice < 50 && this.vars.length > 1) this.line(`return ${e('any')}`);
    else if (choice < 52) this.line(`${e('list')}.extend(${e('list')})`);
    else if (choice < 54) this.line(`shared = ${e('any')}`);
    else if (choice < 56) this.line(`print(${e('any')}, ${e('any')})`);
    else if (choice < 58) this.line(`${e('node')}.add(${e('any')})`);
    else if (choice < 60) this.line(`bump(${e('any')})`);
    else if (choice < 62)
      this.line(
        `${e('dict')}.setdefault(${e('str')}, []).append(${e('any')}) if ${this.condition(1)} else None`,
      );
    else if (choice < 72) {
      this.line(`if ${this.condition(0)}:`);
      this.block(1 + this.below(3), depth);
      if (this.chance(55)) {
        this.line('else:');
        this.block(1 + this.below(2), depth);
      }
    } else if (choice < 80) {
      const name = this.own('any');
      this.line(
        `for ${name} in ${this.pick([e('list'), 'range(3)', e('str'), e('dict'), e('tuple'), `gen(${e('any')}, ${e('any')})`])}:`,
      );
      this.declare(name, 'any');
      this.loop(depth);
    } else if (choice < 84) {
      const name = this.own('int');
      this.line(`${name} = 0`);
      this.declare(name, 'int');
      this.line(`while ${name} < 3 and ${this.condition(1)}:`);
      this.indent++;
      this.line(`${name} = (${name} if isinstance(${name}, int) else 9) + 1`);
      this.indent--;
      this.loop(depth);
    } else if (choice < 91) {
      this.line('try:');
      this.block(2 + this.below(2), depth);
      const how = this.below(4);
      if (how < 3) {
        this.line(
          this.pick(['except Exception:', 'except (TypeError, ValueError) as error:', 'except LookupError:']),
        );
        this.block(1 + this.below(2), depth);
      }
      if (how === 2) {
        this.line('else:');
        this.block(1, depth);
      }
      if (how >= 2) {
        this.line('finally:');
        const loops = this.loops;
        this.loops = 0;
        this.block(1, depth);
        this.loops = loops;
      }
    } else if (choice < 95) this.nested(depth);
    else if (choice < 97) {
      this.line(`match ${e('any')}:`);
      this.indent++;
      const name = this.own('any');
      this.line(
        `case ${this.pick(['[a1, a2]', 'int()', 'None', "{'a': a3}", '(1, *a4)', 'Node(val=a5)', 'str() as a6'])}:`,
      );
      this.block(1, depth);
      this.line(`case ${name}:`);
      this.block(1, depth);
      this.indent--;
    } else {
      const name = this.known('any');
      if (name !== null)
        this.line(
          `${name} = ident(${name})`.replace(
            /^(\w+) = /,
            this.vars.at(-1)!.some((v) => v.name === name) ? '$1 = ' : '',
          ),
        );
    }
  }

  private loop(depth: number): void {
    this.loops++;
    this.block(1 + this.below(3), depth);
    this.loops--;
    if (this.chance(15)) {
      this.line('else:');
      this.block(1, depth);
    }
  }

  /** A function inside the function, which may assign the variables around it. */
  private nested(depth: number): void {
    const name = `inner${this.fresh++}`;
    const outer = this.vars.length > 1 ? this.vars.at(-1)!.map((v) => v.name) : [];
    this.line(`def ${name}(p${this.fresh}, q=${this.expr('any', 2)}):`);
    this.vars.push([
      { name: `p${this.fresh}`, kind: 'any' },
      { name: 'q', kind: 'any' },
    ]);
    this.indent++;
    const loops = this.loops;
    this.loops = 0;
    if (outer.length > 0 && this.chance(60)) {
      const written = this.pick(outer);
      this.line(`nonlocal ${written}`);
      this.line(`${written} = ${this.pick(['q', this.expr('any', 2)])}`);
    }
    for (let i = 0; i < 2; i++) this.statement(depth + 2);
    this.line(`return ${this.expr('any', 2)}`);
    this.loops = loops;
    this.indent--;
    this.vars.pop();
    this.declare(name, 'fn');
    if (this.chance(80)) this.line(`${name}(${this.expr('any', 2)})`);
  }

  program(): string {
    this.lines.push(PRELUDE.trimStart());
    const params = Array.from({ length: 2 }, () => ({ name: `x${this.fresh++}`, kind: this.pick(KINDS) }));
    this.line(`def main(${params.map((p) => p.name).join(', ')}):`);
    this.vars.push([...params]);
    this.indent++;
    if (this.chance(30)) this.line('global shared');
    // Many are small: the more a program does, the less often it is strict.
    const size = this.pick([1, 1, 2, 6]);
    for (let i = 0; i < size; i++) this.statement(0);
    this.line(`return ${this.expr('any')}`);
    this.indent--;
    this.vars.pop();
    for (let i = 0; i < Math.min(size, 3); i++) {
      if (this.chance(50)) this.assign();
      this.line('try:');
      this.line(`    main(${params.map((p) => this.expr(p.kind)).join(', ')})`);
      this.line('except Exception:');
      this.line('    pass');
    }
    return `${this.lines.join('\n')}\n`;
  }
}

const PRELUDE = `
shared = None
class Node:
    made = 0
    def __init__(self, val, next=None):
        self.val = val
        self.next = next
        self.items = []
    def add(self, item):
        self.items.append(item)
        if self.next is not None and isinstance(self.next, Node):
            self.next.add(item)
        return self.items
class Sub(Node):
    def __init__(self, val):
        super().__init__(val)
        self.extra = [val]
    def add(self, item):
        self.extra += [item]
        return super().add(item)
def ident(a):
    return a
def gen(a, b):
    yield a
    got = yield b
    yield got
def bump(a):
    global shared
    shared = a
    return shared
`;

/** A program for a seed. Much of what it does raises, which is part of the point. */
export function randomProgram(seed: number): string {
  return new Maker(seed).program();
}
