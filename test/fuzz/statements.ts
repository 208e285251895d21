// Statements: every kind of the language, around expressions of the right types. Loops are over what is bounded, and a
// `while` counts.
import { expression } from './expressions.ts';
import { annotation, type Place, PLAIN_TYPES, type Scope, type Type, type Variable } from './scope.ts';

const DEPTH = 2;
const indented = (lines: readonly string[]): string[] => lines.map((line) => `    ${line}`);
const AUGMENTED: Readonly<Record<Type, readonly string[]>> = {
  I: ['+=', '-=', '//=', '%=', '&=', '|=', '^='],
  F: ['+=', '-=', '/='],
  S: ['+='],
  Y: ['+='],
  LI: ['+='],
  LS: ['+='],
  LL: ['+='],
  SI: ['|=', '&=', '-=', '^='],
  DI: ['|='],
  DN: ['|='],
  Q: ['+='],
};
const CAUGHT = [
  'ValueError',
  'IndexError',
  'KeyError',
  'ZeroDivisionError',
  'TypeError',
  '(KeyError, IndexError)',
  'ArithmeticError',
  'LookupError',
  'Exception',
];

/** A block of one to `most` statements. Variables it makes are seen in it alone. */
export function block(scope: Scope, place: Place, budget: number, most = 3): string[] {
  const inner = scope.inner();
  const lines: string[] = [];
  const count = scope.draw.int(1, most);
  for (let i = 0; i < count; i++) lines.push(...statement(inner, place, budget - 1));
  return lines;
}

/** One statement, perhaps of several lines. `budget` is how deep blocks may be nested. */
export function statement(scope: Scope, place: Place, budget: number): string[] {
  const { draw } = scope;
  const simple = [assign, assign, assign, augment, mutate, mutate, show, show, attribute, unpack, deletion];
  const compound = [
    conditional,
    conditional,
    forLoop,
    forLoop,
    whileLoop,
    tryStatement,
    tryStatement,
    matching,
    withStatement,
  ];
  const makers = budget > 0 && draw.int(0, 99) < 45 ? compound : simple;
  if (draw.int(0, 99) < 6) return jump(scope, place);
  return draw.pick(makers)(scope, place, budget) ?? assign(scope);
}

type Maker = (scope: Scope, place: Place, budget: number) => string[] | null;

const expr = (scope: Scope, type: Type): string => expression(scope, type, DEPTH);

function assign(scope: Scope): string[] {
  const { draw } = scope;
  const again = draw.pick([true, false]) ? scope.variables.filter(({ fixed }) => !fixed) : [];
  if (again.length > 0) {
    const { name, type } = draw.pick(again);
    return [`${name} = ${expr(scope, type)}`];
  }
  const classes = scope.classes.map(({ name }) => `C:${name}`);
  const type = classes.length > 0 && draw.int(0, 9) < 2 ? draw.pick(classes) : draw.pick(PLAIN_TYPES);
  const value = expr(scope, type);
  const name = scope.fresh('x');
  const annotated = draw.int(0, 4) === 0 && annotation(type) !== 'object' ? `: ${annotation(type)}` : '';
  scope.variables.push({ name, type, fixed: false });
  return [`${name}${annotated} = ${value}`];
}

const augment: Maker = (scope) => {
  const targets = scope.variables.filter(({ type, fixed }) => !fixed && AUGMENTED[type] !== undefined);
  if (targets.length === 0) return null;
  const { name, type } = scope.draw.pick(targets);
  const right = type === 'LI' && scope.draw.int(0, 3) === 0 ? 'SI' : type;
  return [`${name} ${scope.draw.pick(AUGMENTED[type]!)} ${expr(scope, right)}`];
};

const MUTATIONS: Readonly<Record<Type, readonly string[]>> = {
  LI: [
    '$.append({I})',
    '$.extend({LI})',
    '$.insert({I}, {I})',
    '$.remove({I})',
    '$.sort()',
    '$.reverse()',
    '$[{I}] = {I}',
    '$[{O}:{O}] = {LI}',
    'del $[{I}]',
    'del $[{O}:{O}]',
    '$.clear()',
    '$.sort(key=lambda q: -q)',
    '$[{I}] += {I}',
    'heapq.heapify($)',
    'heapq.heappush($, {I})',
    'bisect.insort($, {I})',
    '$[::2] = {LI}',
  ],
  LS: ['$.append({S})', '$.sort(key=len, reverse=True)', '$[{I}] = {S}', '$.extend({S})', '$.insert(0, {S})'],
  LL: [
    '$.append({LI})',
    '$[{I}].append({I})',
    '$[{I}] = {LI}',
    '$[0][{I}] = {I}',
    '$.sort(key=len)',
    'del $[0]',
    '$[{I}] += {LI}',
  ],
  LT: ['$.append({T})', '$.sort()', '$[{I}] = {T}'],
  DI: [
    '$[{S}] = {I}',
    'del $[{S}]',
    '$.update({DI})',
    '$[{S}] += {I}',
    '$.popitem()',
    '$.setdefault({S}, {I})',
    '$.clear()',
    '$[{S}] = $.get({S}, 0) + 1',
    '$.update(a={I})',
  ],
  DN: ['$[{I}] = {S}', '$.pop({I}, None)', '$[{I}] += {S}', '$.update({DN})'],
  DL: ['$.setdefault({S}, []).append({I})', '$[{S}] = {LI}', '$[{S}].append({I})', '$[{S}].sort()'],
  SI: ['$.add({I})', '$.discard({I})', '$.remove({I})', '$.update({LI})', '$.clear()', '$ -= {SI}'],
  Q: [
    '$.append({I})',
    '$.appendleft({I})',
    '$.rotate({I} % 5)',
    '$.extend({LI})',
    '$[0] = {I}',
    '$.extendleft({LI})',
    '$.pop()',
  ],
};

const mutate: Maker = (scope) => {
  const targets = scope.variables.filter(
    ({ type, fixed }) => MUTATIONS[type] !== undefined && !(fixed && type === ''),
  );
  if (targets.length === 0) return null;
  const { name, type } = scope.draw.pick(targets);
  const template = scope.draw.pick(MUTATIONS[type]!);
  const fixed = template.includes('$ -=') && targets.every((each) => each.name !== name || each.fixed);
  if (fixed) return null;
  return [
    template.replaceAll('$', name).replace(/\{([A-Z]+)\}/g, (_, word: string) => `(${expr(scope, word)})`),
  ];
};

const show: Maker = (scope) => {
  const shown = scope.variables.filter(({ type }) => isShown(scope, type));
  if (shown.length === 0 || scope.draw.int(0, 2) === 0)
    return [`print(${expr(scope, scope.draw.pick(['I', 'S', 'LI', 'DI', 'F', 'B']))})`];
  const first = scope.draw.pick(shown).name;
  const second = scope.draw.pick(shown).name;
  return [
    scope.draw.pick([
      `print(${first}, ${second})`,
      `print(f'{${first}!r} and {${second}}')`,
      `print(${first}, ${second}, sep='-', end='.\\n')`,
      `print(repr(${first}))`,
    ]),
  ];
};

/** Whether the type has a repr without addresses. */
function isShown(scope: Scope, type: Type): boolean {
  if (type === 'FN' || type === 'X') return false;
  return !type.startsWith('C:') || (scope.classNamed(type.slice(2))?.special.has('__repr__') ?? false);
}

const attribute: Maker = (scope) => {
  const instances = scope.variables.filter(({ type }) => type.startsWith('C:'));
  if (instances.length === 0) return null;
  const { name, type } = scope.draw.pick(instances);
  const info = scope.classNamed(type.slice(2));
  const attrs = info?.attrs.filter(({ fixed }) => !fixed) ?? [];
  if (info === undefined || attrs.length === 0) return null;
  const attr = scope.draw.pick(attrs);
  const ops = AUGMENTED[attr.type];
  if (ops !== undefined && scope.draw.pick([true, false]))
    return [`${name}.${attr.name} ${scope.draw.pick(ops)} ${expr(scope, attr.type)}`];
  return [`${name}.${attr.name} = ${expr(scope, attr.type)}`];
};

const unpack: Maker = (scope) => {
  const names = [scope.fresh('a'), scope.fresh('a'), scope.fresh('a')];
  const [first, second, third] = names as [string, string, string];
  const { draw } = scope;
  const add = (name: string, type: Type): void => void scope.variables.push({ name, type, fixed: false });
  const forms: (() => string)[] = [
    () => {
      const value = expr(scope, 'T');
      add(first, 'I');
      add(second, 'S');
      return `${first}, ${second} = ${value}`;
    },
    () => {
      const value = expr(scope, 'LI');
      add(first, 'I');
      add(second, 'LI');
      return `${first}, *${second} = ${value}`;
    },
    () => {
      const values = `${expr(scope, 'I')}, ${expr(scope, 'S')}, ${expr(scope, 'LI')}`;
      add(first, 'I');
      add(second, 'S');
      add(third, 'LI');
      return `${first}, ${second}, ${third} = ${values}`;
    },
    () => {
      const value = expr(scope, 'LI');
      add(first, 'LI');
      add(second, 'LI');
      return `${first} = ${second} = ${value}`;
    },
    () => {
      const value = `(${expr(scope, 'I')}, [${expr(scope, 'S')}, ${expr(scope, 'I')}])`;
      add(first, 'I');
      add(second, 'S');
      add(third, 'I');
      return `${first}, (${second}, ${third}) = ${value}`;
    },
  ];
  return [draw.pick(forms)()];
};

const deletion: Maker = (scope, place) => {
  const at = scope.variables.findIndex(({ fixed, name }) => !fixed && name.startsWith('x'));
  if (at < 0 || place.loop || scope.draw.int(0, 3) > 0) return null;
  const { name, type } = scope.variables[at]!;
  return [
    `del ${name}`,
    `${name} = ${expr(scope.inner(), type === 'FN' ? 'FN' : type).replaceAll(new RegExp(`\\b${name}\\b`, 'g'), '0')}`,
  ];
};

function jump(scope: Scope, place: Place): string[] {
  const { draw } = scope;
  const error = draw.pick(['ValueError', 'KeyError', 'RuntimeError', 'IndexError']);
  const forms = [
    `assert ${expr(scope, 'B')}, ${expr(scope, 'S')}`,
    `if ${expr(scope, 'B')}: raise ${error}(${expr(scope, 'S')})`,
  ];
  if (place.loop) forms.push(`if ${expr(scope, 'B')}: break`, `if ${expr(scope, 'B')}: continue`);
  if (place.func === 'function') forms.push(`if ${expr(scope, 'B')}: return ${expr(scope, place.result)}`);
  if (place.func === 'generator')
    forms.push(
      `yield ${expr(scope, 'I')}`,
      `yield from ${expr(scope, 'LI')}`,
      `if ${expr(scope, 'B')}: return`,
    );
  return [draw.pick(forms)];
}

const conditional: Maker = (scope, place, budget) => {
  const lines = [`if ${expr(scope, 'B')}:`, ...indented(block(scope, place, budget))];
  const kind = scope.draw.int(0, 2);
  if (kind > 1) lines.push(`elif ${expr(scope, 'B')}:`, ...indented(block(scope, place, budget, 2)));
  if (kind > 0) lines.push('else:', ...indented(block(scope, place, budget, 2)));
  return lines;
};

const forLoop: Maker = (scope, place, budget) => {
  const { draw } = scope;
  const [i, k] = [scope.fresh('i'), scope.fresh('i')];
  const fixed = (name: string, type: Type): Variable => ({ name, type, fixed: true });
  const forms: readonly (readonly [head: string, added: Variable[]])[] = [
    [`for ${i} in range(${draw.int(1, 5)}):`, [fixed(i, 'I')]],
    [`for ${i} in ${expr(scope, 'LI')}[:6]:`, [fixed(i, 'I')]],
    [`for ${i}, ${k} in enumerate(${expr(scope, 'LS')}):`, [fixed(i, 'I'), fixed(k, 'S')]],
    [`for ${i}, ${k} in list(${expr(scope, 'DI')}.items()):`, [fixed(i, 'S'), fixed(k, 'I')]],
    [`for ${i}, ${k} in zip(${expr(scope, 'LI')}, ${expr(scope, 'LI')}):`, [fixed(i, 'I'), fixed(k, 'I')]],
    [`for ${i} in ${expr(scope, 'S')}[:5]:`, [fixed(i, 'S')]],
    [`for ${i} in ${expr(scope, 'DI')}:`, [fixed(i, 'S')]],
    [`for ${i} in sorted(${expr(scope, 'SI')}):`, [fixed(i, 'I')]],
    [`for ${i} in ${expr(scope, 'SI')}:`, [fixed(i, 'I')]],
    [`for ${i}, ${k} in ${expr(scope, 'LT')}:`, [fixed(i, 'I'), fixed(k, 'S')]],
    [`for ${i} in reversed(${expr(scope, 'LI')}):`, [fixed(i, 'I')]],
  ];
  const [head, added] = draw.pick(forms);
  const lines = [head, ...indented(block(scope.inner(added), { ...place, loop: true }, budget))];
  if (draw.int(0, 4) === 0) lines.push('else:', ...indented(block(scope, place, budget, 1)));
  return lines;
};

const whileLoop: Maker = (scope, place, budget) => {
  const name = scope.fresh('c');
  const inner = scope.inner([{ name, type: 'I', fixed: true }]);
  const condition = scope.draw.pick([`${name} > 0`, `${name}`, `${name} > 0 and ${expr(inner, 'B')}`]);
  const head =
    scope.draw.int(0, 5) === 0 ? ['while True:', `    if ${name} < 1: break`] : [`while ${condition}:`];
  return [
    `${name} = ${scope.draw.int(1, 4)}`,
    ...head,
    `    ${name} -= 1`,
    ...indented(block(inner, { ...place, loop: true }, budget)),
    ...(scope.draw.int(0, 4) === 0 ? ['else:', ...indented(block(scope, place, budget, 1))] : []),
  ];
};

const tryStatement: Maker = (scope, place, budget) => {
  const { draw } = scope;
  const lines = ['try:', ...indented(block(scope, place, budget))];
  const kind = draw.int(0, 5);
  if (kind < 5) {
    const name = scope.fresh('e');
    lines.push(`except ${draw.pick(CAUGHT)} as ${name}:`, `    print(type(${name}).__name__, ${name})`);
    if (draw.int(0, 2) === 0) lines.push(...indented(block(scope, place, budget, 1)));
    if (draw.int(0, 7) === 0)
      lines.push(draw.pick(['    raise', `    raise ValueError('again') from ${name}`]));
  }
  if (kind < 2) lines.push('except Exception as err:', "    print('other', type(err).__name__, err)");
  if (kind === 1 || kind === 2) lines.push('else:', ...indented(block(scope, place, budget, 1)));
  const quiet: Place = { ...place, loop: false, func: place.func === 'generator' ? 'none' : place.func };
  if (kind >= 3) lines.push('finally:', ...indented(block(scope, quiet, budget, 1)));
  return place.func === 'generator' && kind >= 3 ? null : lines;
};

const matching: Maker = (scope, place, budget) => {
  const { draw } = scope;
  const [m, k] = [scope.fresh('m'), scope.fresh('m')];
  const fixed = (name: string, type: Type): Variable => ({ name, type, fixed: true });
  const body = (added: Variable[]): string[] =>
    indented(indented(block(scope.inner(added), place, budget, 2)));
  const cases: readonly (readonly [Type, string, Variable[]])[] = [
    ['I', `case 0 | 1:`, []],
    ['I', `case int(${m}) if ${m} > 2:`, [fixed(m, 'I')]],
    ['LI', `case []:`, []],
    ['LI', `case [${m}]:`, [fixed(m, 'I')]],
    ['LI', `case [${m}, *${k}]:`, [fixed(m, 'I'), fixed(k, 'LI')]],
    ['T', `case (1, ${m}):`, [fixed(m, 'S')]],
    ['T', `case (${m}, ${k}) if ${k}:`, [fixed(m, 'I'), fixed(k, 'S')]],
    ['DI', `case {'a': ${m}, **${k}}:`, [fixed(m, 'I'), fixed(k, 'DI')]],
    ['S', `case 'a' | 'abc' as ${m}:`, [fixed(m, 'S')]],
    ['S', `case str() as ${m} if len(${m}) > 2:`, [fixed(m, 'S')]],
    ['O', `case None:`, []],
    ['O', `case ${m} if ${m}:`, [fixed(m, 'I')]],
  ];
  const [type] = draw.pick(cases);
  const chosen = cases.filter(([each]) => each === type);
  const lines = [`match ${expr(scope, type)}:`];
  for (const [, head, added] of chosen) lines.push(`    ${head}`, ...body(added));
  if (draw.int(0, 1) === 0) lines.push('    case _:', ...body([]));
  return lines;
};

const withStatement: Maker = (scope, place, budget) => {
  const managers = scope.classes.filter(({ special }) => special.has('__enter__'));
  if (managers.length === 0 || place.func === 'generator') return null;
  const info = scope.draw.pick(managers);
  const name = scope.fresh('w');
  const added: Variable = { name, type: `C:${info.name}`, fixed: true };
  return [
    `with ${expr(scope, `C:${info.name}`)} as ${name}:`,
    ...indented(block(scope.inner([added]), place, budget, 2)),
  ];
};
