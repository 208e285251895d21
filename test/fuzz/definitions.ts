// Functions, generators, closures and classes of a generated program.
import { expression, signatureOf } from './expressions.ts';
import {
  annotation,
  type ClassInfo,
  PLAIN_TYPES,
  type Scope,
  type Signature,
  type Type,
  type Variable,
} from './scope.ts';
import { block } from './statements.ts';

const indented = (lines: readonly string[]): string[] => lines.map((line) => `    ${line}`);
const RESULTS: readonly Type[] = ['I', 'I', 'S', 'LI', 'B', 'DI', 'T', 'F', 'LS'];

interface Params {
  readonly variables: Variable[];
  /** As written in the `def`. */
  readonly text: string;
  /** Types of the positional ones without a default. */
  readonly required: Type[];
}

function parameters(scope: Scope): Params {
  const { draw } = scope;
  const variables: Variable[] = [];
  const parts: string[] = [];
  const required: Type[] = [];
  const annotated = draw.int(0, 1) === 0;
  const count = draw.int(0, 3);
  for (let i = 0; i < count; i++) {
    const type = draw.pick(PLAIN_TYPES);
    const name = scope.fresh('p');
    variables.push({ name, type, fixed: false });
    required.push(type);
    parts.push(annotated && annotation(type) !== 'object' ? `${name}: ${annotation(type)}` : name);
  }
  const extra = draw.int(0, 7);
  const name = scope.fresh('p');
  if (extra === 0) parts.push(`${name}=${draw.pick(['3', '0', '-1'])}`);
  else if (extra === 1) parts.push(`*${name}`);
  else if (extra === 2) parts.push(`*, ${name}=2`);
  else if (extra === 3) parts.push(`**${name}`);
  if (extra === 0 || extra === 2) variables.push({ name, type: 'I', fixed: false });
  return { variables, text: parts.join(', '), required };
}

/** A function, in some cases decorated, with an inner function that keeps a count, or recursive. */
export function functionDef(scope: Scope, budget = 2): string[] {
  const { draw } = scope;
  const name = scope.fresh('f');
  const { variables, text, required } = parameters(scope);
  const result = draw.pick(RESULTS);
  const inside = scope.body(variables);
  const lines: string[] = [];
  if (draw.int(0, 4) === 0) lines.push(...closure(inside));
  if (draw.int(0, 5) === 0) lines.push(...nested(inside));
  lines.push(...block(inside, { loop: false, func: 'function', result }, budget, 5));
  lines.push(`return ${expression(inside, result, 2)}`);
  const arrow = draw.int(0, 1) === 0 ? ` -> ${annotation(result)}` : '';
  scope.functions.push(signatureOf(name, required, result));
  const decorated =
    draw.int(0, 9) === 0 ? ['@functools.wraps(len)'.replace('wraps(len)', 'lru_cache(maxsize=None)')] : [];
  const hashable = required.every((type) => 'IFSBYTO'.includes(type));
  return [...(hashable ? decorated : []), `def ${name}(${text})${arrow}:`, ...indented(lines)];
}

/** An inner function with a cell: it counts its calls. */
function closure(scope: Scope): string[] {
  const [cell, name, arg] = [scope.fresh('n'), scope.fresh('g'), scope.fresh('p')] as [
    string,
    string,
    string,
  ];
  const inner = scope.body([
    { name: arg, type: 'I', fixed: false },
    { name: cell, type: 'I', fixed: false },
  ]);
  const result = expression(inner, 'I', 2);
  scope.variables.push({ name: cell, type: 'I', fixed: true });
  scope.functions.push(signatureOf(name, ['I'], 'I'));
  scope.variables.push({ name, type: 'FN', fixed: true });
  return [
    `${cell} = ${scope.draw.int(0, 3)}`,
    `def ${name}(${arg}):`,
    `    nonlocal ${cell}`,
    `    ${cell} += 1`,
    `    return ${result}`,
  ];
}

function nested(scope: Scope): string[] {
  const inner = scope.inner();
  const lines = functionDef(inner, 1);
  scope.functions.push(inner.functions.at(-1)!);
  return lines;
}

/** A recursive function on a number that gets smaller. */
export function recursiveDef(scope: Scope): string[] {
  const [name, arg] = [scope.fresh('r'), scope.fresh('p')] as [string, string];
  const inner = scope.body([{ name: arg, type: 'I', fixed: true }]);
  const base = expression(inner, 'I', 1);
  const step = scope.draw.pick([
    `${name}(${arg} - 1) + ${expression(inner, 'I', 1)}`,
    `max(${name}(${arg} - 1), ${name}(${arg} - 2))`,
    `sum([${name}(${arg} - 2), ${arg}])`,
  ]);
  scope.functions.push(signatureOf(name, ['n'], 'I'));
  return [`def ${name}(${arg}):`, `    if ${arg} <= 0:`, `        return ${base}`, `    return ${step}`];
}

/** A generator function, and a function that goes through it. */
export function generatorDef(scope: Scope): string[] {
  const [name, user] = [scope.fresh('y'), scope.fresh('f')] as [string, string];
  const { variables, text, required } = parameters(scope);
  const inside = scope.body(variables);
  const lines = [
    ...block(inside, { loop: false, func: 'generator', result: 'I' }, 2, 4),
    `yield ${expression(inside, 'I', 2)}`,
  ];
  const args = required.map((_, i) => `b${i}`);
  const call = `${name}(${args.join(', ')})`;
  const use = scope.draw.pick([
    [`return list(${call})`],
    [
      `out = []`,
      `for each in ${call}:`,
      `    out.append(each)`,
      `    if len(out) > 5:`,
      `        break`,
      `return out`,
    ],
    [`it = ${call}`, `return [next(it, 0), *it]`],
    [`return sorted(q for q in ${call} if q)`],
  ]);
  const signature: Signature = signatureOf(user, required, 'LI');
  scope.functions.push(signature);
  return [
    `def ${name}(${text}):`,
    ...indented(lines),
    '',
    `def ${user}(${args.join(', ')}):`,
    ...indented(use),
  ];
}

type Special = readonly [name: string, lines: (scope: Scope, self: ClassInfo) => string[]];

const SPECIALS: readonly Special[] = [
  ['__repr__', (_, { name }) => ['def __repr__(self):', `    return f'${name}({self.a}, {self.b!r})'`]],
  ['__repr__', (_, { name }) => ['def __repr__(self):', `    return '${name}<%s>' % (self.a,)`]],
  ['__str__', () => ['def __str__(self):', "    return f'str of {self.a}'"]],
  ['__len__', () => ['def __len__(self):', '    return len(self.items)']],
  ['__iter__', () => ['def __iter__(self):', '    yield self.a', '    yield from self.items']],
  ['__iter__', () => ['def __iter__(self):', '    return iter(self.items)']],
  ['__getitem__', () => ['def __getitem__(self, at):', '    return self.items[at]']],
  [
    '__contains__',
    () => ['def __contains__(self, item):', '    return item == self.a or item in self.items'],
  ],
  [
    '__call__',
    (scope) => ['def __call__(self, x):', ...method(scope, 'I', [{ name: 'x', type: 'I', fixed: false }])],
  ],
  ['__lt__', () => ['def __lt__(self, other):', '    return self.a < other.a']],
  [
    '__hash__',
    () => [
      'def __eq__(self, other):',
      '    return self.a == other.a',
      'def __hash__(self):',
      '    return hash(self.a)',
    ],
  ],
  ['__bool__', () => ['def __bool__(self):', '    return self.a > 0']],
  [
    '__add__',
    (_, { name }) => ['def __add__(self, other):', `    return ${name}(self.a + other.a, self.b + other.b)`],
  ],
  [
    '__enter__',
    (scope) => [
      'def __enter__(self):',
      "    print('enter', self.a)",
      '    return self',
      'def __exit__(self, kind, error, trace):',
      "    print('exit', kind is None, error)",
      `    return ${scope.draw.pick(['False', 'kind is ValueError', 'True', 'None'])}`,
    ],
  ],
];

function method(scope: Scope, result: Type, params: readonly Variable[]): string[] {
  const self: Variable[] = [
    { name: 'self.a', type: 'I', fixed: false },
    { name: 'self.b', type: 'S', fixed: false },
    { name: 'self.items', type: 'LI', fixed: false },
  ];
  const inside = scope.body([...params, ...self]);
  return indented([
    ...block(inside, { loop: false, func: 'function', result }, 1, 2),
    `return ${expression(inside, result, 2)}`,
  ]);
}

/** A class with attributes `a`, `b`, `items`, some special methods, some of its own, perhaps a base. */
export function classDef(scope: Scope): string[] {
  const { draw } = scope;
  const name = scope.fresh('C');
  const bases = scope.classes.filter(({ attrs }) => attrs.length === 3);
  const base = bases.length > 0 && draw.int(0, 1) === 0 ? draw.pick(bases) : null;
  const special = new Set<string>(base?.special ?? []);
  const methods: Signature[] = [signatureOf('total', [], 'I')];
  const info: ClassInfo = { name, params: ['I', 'S'], attrs: ATTRS, methods, special };
  const lines: string[] = [];
  if (draw.int(0, 2) === 0) lines.push(`kind = ${draw.pick(["'k'", '7', '[1]'])}`);
  if (base === null)
    lines.push(
      'def __init__(self, a, b):',
      '    self.a = a',
      '    self.b = b',
      `    self.items = ${expression(scope.inner([{ name: 'a', type: 'I', fixed: true }]), 'LI', 1)}`,
    );
  else if (draw.int(0, 1) === 0)
    lines.push('def __init__(self, a, b):', '    super().__init__(a + 1, b)', '    self.items.append(a)');
  const taken = new Set<string>();
  for (const [word, make] of SPECIALS) {
    if (taken.has(word) || draw.int(0, 99) >= (word === '__repr__' ? 70 : 30)) continue;
    taken.add(word);
    special.add(word);
    lines.push(...make(scope, info));
  }
  lines.push('def total(self):', '    return self.a + len(self.items)');
  for (let i = draw.int(0, 2); i > 0; i--) {
    const own = scope.fresh('h');
    const result = draw.pick(RESULTS);
    lines.push(`def ${own}(self, x):`, ...method(scope, result, [{ name: 'x', type: 'I', fixed: false }]));
    methods.push(signatureOf(own, ['I'], result));
  }
  if (draw.int(0, 3) === 0)
    lines.push(
      '@property',
      'def size(self):',
      '    return self.total() * 2',
      '@staticmethod',
      'def helper(q):',
      '    return q + 1',
      '@classmethod',
      'def make(cls):',
      "    return cls(1, 'made')",
    );
  scope.classes.push(info);
  return [`class ${name}${base === null ? '' : `(${base.name})`}:`, ...indented(lines)];
}

const ATTRS: readonly Variable[] = [
  { name: 'a', type: 'I', fixed: false },
  { name: 'b', type: 'S', fixed: false },
  { name: 'items', type: 'LI', fixed: false },
];

/** A dataclass, an enum or a namedtuple. */
export function recordDef(scope: Scope): string[] {
  const name = scope.fresh('D');
  const kind = scope.draw.int(0, 2);
  const attrs: Variable[] = [
    { name: 'x', type: 'I', fixed: kind !== 0 },
    { name: 'y', type: 'S', fixed: kind !== 0 },
  ];
  const special = new Set(
    kind === 0 ? ['__repr__', '__lt__'] : ['__repr__', '__lt__', '__hash__', '__len__'],
  );
  if (kind === 2) {
    scope.classes.push({ name, params: ['I', 'S'], attrs, methods: [], special });
    return [`${name} = namedtuple('${name}', ['x', 'y'])`];
  }
  if (kind === 1) special.delete('__len__');
  scope.classes.push({ name, params: ['I', 'S'], attrs, methods: [], special });
  return [
    `@dataclass(order=True${kind === 1 ? ', frozen=True' : ''})`,
    `class ${name}:`,
    '    x: int',
    "    y: str = 'd'",
    '    z: list[int] = field(default_factory=list, compare=False)',
  ];
}
