// What a generated program has at a place: variables by type, functions, classes. Types are short words: I int,
// F float, S str, B bool, Y bytes, LI/LS/LL/LT lists of int, str, list[int], tuple; DI dict[str, int], DN dict[int, str],
// DL dict[str, list[int]], SI set[int], T tuple[int, str], O int or None, FN a function of an int, Q a deque of int,
// C:name an instance. Knows nothing of how expressions are made.
import type { Draw } from '../../corpus/draw.ts';

export type Type = string;

export interface Variable {
  readonly name: string;
  readonly type: Type;
  /** Loop variables and the like are read only, so that loops end. */
  readonly fixed: boolean;
}

export interface Signature {
  readonly name: string;
  readonly params: readonly Type[];
  readonly result: Type;
}

export interface ClassInfo {
  readonly name: string;
  /** What the constructor takes. */
  readonly params: readonly Type[];
  readonly attrs: readonly Variable[];
  readonly methods: readonly Signature[];
  /** The special methods it has. */
  readonly special: ReadonlySet<string>;
}

/** Where a statement stands. */
export interface Place {
  readonly loop: boolean;
  readonly func: 'none' | 'function' | 'generator';
  readonly result: Type;
}

export class Scope {
  readonly draw: Draw;
  readonly variables: Variable[];
  readonly functions: Signature[];
  readonly classes: ClassInfo[];
  private readonly counter: { next: number };

  constructor(draw: Draw, outer?: Scope) {
    this.draw = draw;
    this.variables = [...(outer?.variables ?? [])];
    this.functions = [...(outer?.functions ?? [])];
    this.classes = [...(outer?.classes ?? [])];
    this.counter = outer?.counter ?? { next: 0 };
  }

  /** A scope inside this one: what is added there is not seen here. */
  inner(added: readonly Variable[] = []): Scope {
    const scope = new Scope(this.draw, this);
    scope.variables.push(...added);
    return scope;
  }

  /** The scope of a function body: what is outside can be read only. */
  body(added: readonly Variable[]): Scope {
    const scope = this.inner();
    for (let i = 0; i < scope.variables.length; i++)
      scope.variables[i] = { ...scope.variables[i]!, fixed: true };
    scope.variables.push(...added);
    return scope;
  }

  fresh(prefix: string): string {
    return `${prefix}${this.counter.next++}`;
  }

  of(type: Type, assignable = false): Variable[] {
    return this.variables.filter((variable) => variable.type === type && !(assignable && variable.fixed));
  }

  classNamed(name: string): ClassInfo | undefined {
    return this.classes.find((info) => info.name === name);
  }
}

/** Types that a variable may be given. */
export const PLAIN_TYPES: readonly Type[] = [
  ...[
    'I',
    'I',
    'I',
    'F',
    'S',
    'S',
    'B',
    'Y',
    'LI',
    'LI',
    'LS',
    'LL',
    'LT',
    'DI',
    'DN',
    'DL',
    'SI',
    'T',
    'O',
    'FN',
    'Q',
  ],
];

/** How a type is written in an annotation. */
export function annotation(type: Type): string {
  if (type.startsWith('C:')) return type.slice(2);
  return ANNOTATIONS[type] ?? 'object';
}

const ANNOTATIONS: Readonly<Record<Type, string>> = {
  I: 'int',
  F: 'float',
  S: 'str',
  B: 'bool',
  Y: 'bytes',
  LI: 'list[int]',
  LS: 'list[str]',
  LL: 'list[list[int]]',
  LT: 'list[tuple[int, str]]',
  DI: 'dict[str, int]',
  DN: 'dict[int, str]',
  DL: 'dict[str, list[int]]',
  SI: 'set[int]',
  T: 'tuple[int, str]',
  O: 'int | None',
};
