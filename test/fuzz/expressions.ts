// Expressions of a wanted type, from templates, variables, literals, and calls of what the program has defined.
import { LITERALS, TEMPLATES, type Template } from './templates.ts';
import type { ClassInfo, Scope, Signature, Type, Variable } from './scope.ts';

/** An expression of the type; `depth` is how many templates may be nested. */
export function expression(scope: Scope, type: Type, depth: number): string {
  const { draw } = scope;
  const variables = scope.of(type);
  if (type === 'n' || type === 'X') return draw.pick(LITERALS['n']!);
  if (variables.length > 0 && draw.int(0, 99) < (depth <= 0 ? 75 : 30)) return draw.pick(variables).name;
  if (type.startsWith('C:')) return instance(scope, type, depth);
  if (depth <= 0) return draw.pick(LITERALS[type]!);
  const own = draw.int(0, 99) < 25 ? fromProgram(scope, type, depth) : null;
  if (own !== null) return own;
  return fill(scope, draw.pick(TEMPLATES[type]!), depth);
}

/** A call of a function, an attribute or a method of an instance; null when the program has none of that type. */
function fromProgram(scope: Scope, type: Type, depth: number): string | null {
  const { draw } = scope;
  const makers: (() => string)[] = [];
  for (const func of scope.functions)
    if (func.result === type) makers.push(() => call(scope, func.name, func.params, depth));
  for (const { name, type: kind } of scope.variables) {
    const info = kind.startsWith('C:') ? scope.classNamed(kind.slice(2)) : undefined;
    if (info !== undefined) makers.push(...ofInstance(scope, info, name, type, depth));
  }
  return makers.length === 0 ? null : draw.pick(makers)();
}

function ofInstance(
  scope: Scope,
  info: ClassInfo,
  name: string,
  type: Type,
  depth: number,
): (() => string)[] {
  const makers: (() => string)[] = [];
  for (const attr of info.attrs) if (attr.type === type) makers.push(() => `${name}.${attr.name}`);
  for (const method of info.methods)
    if (method.result === type)
      makers.push(() => call(scope, `${name}.${method.name}`, method.params, depth));
  const has = (special: string): boolean => info.special.has(special);
  const other = (): string => expression(scope, `C:${info.name}`, depth - 1);
  if (type === 'I' && has('__len__')) makers.push(() => `len(${name})`);
  if (type === 'I' && has('__getitem__')) makers.push(() => `${name}[${expression(scope, 'I', depth - 1)}]`);
  if (type === 'I' && has('__call__')) makers.push(() => `${name}(${expression(scope, 'I', depth - 1)})`);
  if (type === 'S' && has('__repr__'))
    makers.push(
      () => `repr(${name})`,
      () => `f'{${name}}|{${name}!r:>12}'`,
    );
  if (type === 'B')
    makers.push(
      () => `bool(${name})`,
      () => `${name} == ${other()}`,
      () => `isinstance(${name}, ${info.name})`,
    );
  if (type === 'B' && has('__lt__'))
    makers.push(
      () => `${name} < ${other()}`,
      () => `sorted([${name}, ${other()}])[0] is not None`,
    );
  if (type === 'B' && has('__contains__'))
    makers.push(() => `${expression(scope, 'I', depth - 1)} in ${name}`);
  if (type === 'LI' && has('__iter__'))
    makers.push(
      () => `list(${name})`,
      () => `sorted(${name})`,
    );
  if (type === 'I' && has('__hash__')) makers.push(() => `len({${name}, ${other()}})`);
  if (type === 'I' && has('__add__')) makers.push(() => `(${name} + ${other()}).total()`);
  return makers;
}

function instance(scope: Scope, type: Type, depth: number): string {
  const info = scope.classNamed(type.slice(2));
  if (info === undefined) throw new Error(`no class ${type}`);
  return call(scope, info.name, info.params, depth);
}

/** A call with positional arguments, sometimes starred. */
export function call(scope: Scope, name: string, params: readonly Type[], depth: number): string {
  const args = params.map((param) => expression(scope, param, depth - 1));
  const starred = params.length > 1 && scope.draw.int(0, 9) === 0;
  return starred ? `${name}(*(${args.join(', ')},))` : `${name}(${args.join(', ')})`;
}

/** Fills a template. Compound parts are parenthesised, so that any fits anywhere. */
function fill(scope: Scope, { text, bind = {} }: Template, depth: number): string {
  const names = new Map(Object.keys(bind).map((name) => [name, scope.fresh('v')]));
  // Before 3.12 what stands in an f-string has no backslash and none of the string's own quotes.
  const formatted = text.startsWith("f'");
  const template = formatted ? `f"""${text.slice(2, -1)}"""` : text;
  return template.replace(
    /\{\{|\}\}|\{([A-Za-z]+)(?:\+([a-z]+))?\}/g,
    (whole, word: string | undefined, added?: string) => {
      if (word === undefined) return whole[0]!;
      const name = names.get(word);
      if (name !== undefined) return name;
      const inside = [...(added ?? '')].map((letter): Variable => {
        return { name: names.get(letter)!, type: bind[letter]!, fixed: true };
      });
      const part = expression(inside.length === 0 ? scope : scope.inner(inside), word, depth - 1);
      return grouped(formatted && /"""|\\/.test(part) ? expression(scope, word, 0) : part);
    },
  );
}

function grouped(text: string): string {
  return /^([A-Za-z_]\w*|'[^']*'|\w*\([^()]*\)|\[[^[\]]*\]|\{[^{}]*\})$/.test(text) ? text : `(${text})`;
}

/** A function that takes what `signature` says, for use as a value. */
export function signatureOf(name: string, params: readonly Type[], result: Type): Signature {
  return { name, params, result };
}
