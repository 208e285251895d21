// What a family of exercises is. A recipe plans what an exercise computes (plain data), writes a program for
// the plan (the idioms are drawn apart), and states independently, in TypeScript, what the program computes.
// Knows nothing of running programs: tests hold programs against their references.

import type { Expr, Module, Stmt } from '../grammar/ast.ts';
import { assemble } from './assemble.ts';
import type { Data } from './data.ts';
import type { Draw } from './draw.ts';
import type { NamePools } from './rename.ts';

/** What a family is about; the values are what `--topics` and the gallery show. */
export const TOPICS = [
  'arithmetic',
  'big-ints',
  'bits',
  'classes',
  'dicts',
  'dynamic-programming',
  'exceptions',
  'floats',
  'formatting',
  'functions',
  'graphs',
  'grids',
  'lists',
  'loops',
  'number-theory',
  'parsing',
  'queues',
  'recursion',
  'searching',
  'sets',
  'simulation',
  'sorting',
  'stacks',
  'strings',
] as const;
export type Topic = (typeof TOPICS)[number];

/** What a program must do, computed without running it. */
export interface Expected {
  /** What the call returns. */
  value: Data;
  /** All that is printed. */
  output: string;
}

/** A program with one call of it. The module is annotated, strict and terminates. */
export interface Exercise {
  module: Module;
  call: Expr;
  /** Null where only running the program tells. Worked out when it is asked for. */
  readonly expected: Expected | null;
}

/** A program as its family wrote it: names not yet chosen, docstring not yet placed. */
export interface Draft {
  body: Stmt[];
  call: Expr;
  /** For a name in the program, other names it may as well have. */
  names?: NamePools;
  /** What the called function does, in one line; `{name}` stands for the name chosen for `name`. */
  doc?: string;
}

/** An exercise as its family drew it: the names in its trees are not chosen yet, and what it comes to is not worked out. */
export interface Drafted {
  readonly body: readonly Stmt[];
  readonly call: Expr;
  finish(): Exercise;
}

/** How a family is declared, in one file. `Plan` is plain data. */
export interface Recipe<Plan> {
  /** kebab-case, the file's name */
  name: string;
  title: string;
  topics: readonly Topic[];
  /** What each level asks for, from the family's first level up. Levels are global: 1 (trivial) to 10. */
  ladder: readonly (readonly [level: number, asks: string])[];
  /** Draws what the exercise computes, arguments included; nothing of how it is written. */
  plan(draw: Draw, level: number): Plan;
  /** Writes a program for the plan. Whatever it draws here must not change what is computed. */
  write(plan: Plan, draw: Draw): Draft;
  /** What the program's call returns, by other means than the program's; left out where there are none. */
  reference?(plan: Plan): Data;
  /** What the program prints; nothing if left out. */
  prints?(plan: Plan): string;
  /** A plan and the `repr` of its answer, worked out by a person; an exception as CPython's last line. */
  example: { plan: Plan; answer: string };
}

/** A family as the rest of the house sees it. */
export interface Family {
  readonly name: string;
  readonly title: string;
  readonly topics: readonly Topic[];
  /** First and last level, both included. */
  readonly levels: readonly [first: number, last: number];
  readonly ladder: readonly (readonly [level: number, asks: string])[];
  /**
   * An exercise at a level, as far as it takes to look at it; the same stream gives the same exercise.
   * @throws RangeError if the family does not have the level
   */
  draft(draw: Draw, level: number): Drafted;
  /** The same, finished. */
  generate(draw: Draw, level: number): Exercise;
  /** The example of the recipe, written with the idioms that `draw` chooses, and its answer as worked out by hand. */
  example(draw: Draw): { exercise: Exercise; answer: string };
}

/** Makes a family of a recipe. */
export function defineFamily<Plan>(recipe: Recipe<Plan>): Family {
  const { name, title, topics, ladder } = recipe;
  const levels = [ladder[0][0], ladder[ladder.length - 1][0]] as const;

  const carryOut = (plan: Plan, draw: Draw): Drafted => {
    const draft = recipe.write(plan, draw.split('write'));
    return {
      body: draft.body,
      call: draft.call,
      finish() {
        const { module, call } = assemble(draft, draw.split('names'));
        let expected: Expected | null = null;
        return {
          module,
          call,
          get expected() {
            if (recipe.reference === undefined) return null;
            return (expected ??= { value: recipe.reference(plan), output: recipe.prints?.(plan) ?? '' });
          },
        };
      },
    };
  };
  const draft = (draw: Draw, level: number): Drafted => {
    if (!ladder.some(([rung]) => rung === level)) throw new RangeError(`${name} has no level ${level}`);
    return carryOut(recipe.plan(draw.split('plan'), level), draw);
  };

  return {
    name,
    title,
    topics,
    levels,
    ladder,
    draft,
    generate: (draw, level) => draft(draw, level).finish(),
    example: (draw) => ({
      exercise: carryOut(recipe.example.plan, draw).finish(),
      answer: recipe.example.answer,
    }),
  };
}
