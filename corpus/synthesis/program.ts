// What a synthesized program is made of: typed values, stages that lead from values to a new one, and the program being
// built. Typed by construction: a stage is only given values of the types it asks for. Knows nothing of any stage.
import type { Expr, Stmt } from '../../grammar/ast.ts';
import type { Draw } from '../draw.ts';
import { MEASURES } from '../pools.ts';

/** The types of values, as they are annotated. */
export type ValueType =
  'int' | 'str' | 'list[int]' | 'list[str]' | 'dict[str, int]' | 'list[tuple[str, int]]';

/** A variable of the program. */
export interface Variable {
  readonly name: string;
  readonly type: ValueType;
  /** About where numbers in it lie: constants to compare with are drawn from there. */
  readonly range: readonly [low: number, high: number];
  /** What one element of it is called. */
  readonly item: string;
  /** Certainly not negative: nobody would take its absolute value. */
  readonly natural?: true;
  /** Only to be returned: to calculate on with it would make no sense. */
  readonly final?: true;
}

/** Kinds of code that a program may have; each program is given some of them, so that programs differ in kind. */
export const HABITS = [
  'classes',
  'closures',
  'comprehensions',
  'exceptions',
  'generators',
  'helpers',
  'lambdas',
  'match',
  'nesting',
  'recursion',
  'while',
] as const;
export type Habit = (typeof HABITS)[number];

/** One step of a program: from values to a new one. */
export interface Stage {
  readonly from: readonly ValueType[];
  readonly to: ValueType;
  /** What the program must have the habit of; nothing if left out. */
  readonly habit?: Habit;
  /** How often it is chosen beside others. */
  readonly weight?: number;
  write(program: ProgramDraft, inputs: readonly Variable[]): Written;
}

export interface Written {
  readonly body: readonly Stmt[];
  readonly variable: Variable;
}

/** What loops call their elements: no variable has such a name, or a loop would overwrite it. */
const LOOP_NAMES: readonly string[] = [
  ...MEASURES.map(({ item }) => item),
  ...[
    'after',
    'amount',
    'before',
    'change',
    'count',
    'entry',
    'i',
    'j',
    'key',
    'label',
    'length',
    'letter',
    'n',
    'name',
  ],
  ...['offset', 'place', 'stage', 'subtotal', 'tag', 'text', 'vowels', 'word', 'divisor'],
];

/** The program as far as it is written. */
export class ProgramDraft {
  readonly draw: Draw;
  readonly habits: ReadonlySet<Habit>;
  /** Functions and classes before the main function. */
  readonly helpers: Stmt[] = [];
  private readonly taken: Set<string>;
  private readonly done = new Set<string>();
  private readonly helperNames = new Map<string, string>();

  constructor(draw: Draw, habits: ReadonlySet<Habit>) {
    this.draw = draw;
    this.habits = habits;
    this.taken = new Set(LOOP_NAMES);
  }

  has(habit: Habit): boolean {
    return this.habits.has(habit);
  }

  /** A name that the program does not have yet; the first that fits of a shuffled pool. */
  fresh(pool: readonly string[]): string {
    const names = this.draw.shuffle(pool);
    const free = names.find((name) => !this.taken.has(name));
    const name = free ?? this.numbered(names[0]!);
    this.taken.add(name);
    return name;
  }

  private numbered(name: string): string {
    for (let i = 2; ; i++) if (!this.taken.has(`${name}${i}`)) return `${name}${i}`;
  }

  /** The helper that does what `does` says, defined on first use. */
  helper(does: string, pool: readonly string[], define: (name: string) => readonly Stmt[]): string {
    const known = this.helperNames.get(does);
    if (known !== undefined) return known;
    const name = this.fresh(pool);
    this.helperNames.set(does, name);
    this.helpers.push(...define(name));
    return name;
  }

  /** False if something was done before: no program asks twice for the same. */
  once(what: string): boolean {
    if (this.done.has(what)) return false;
    this.done.add(what);
    return true;
  }

  did(what: string): boolean {
    return this.done.has(what);
  }

  /** Whether to take a way of writing that needs a habit. */
  may(habit: Habit, chance = 0.6): boolean {
    return this.habits.has(habit) && this.draw.chance(chance);
  }

  /** A constant that parts the numbers of a variable. */
  threshold({ range: [low, high] }: Variable): number {
    const width = high - low;
    return this.draw.int(Math.round(low + width * 0.3), Math.round(low + width * 0.7));
  }
}

/** An expression over one element, with what it does and where its results lie. */
export interface Formula {
  readonly expr: (element: string) => Expr;
  readonly names: readonly string[];
  readonly adjectives: readonly string[];
  readonly range: readonly [number, number];
}
