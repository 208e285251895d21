// Puts stages together to a program: chooses habits and parameters, then stage after stage, each on values that are not
// used yet, and returns what is left. So all that is computed is used, and every loop ends: it goes over a value that
// is there, or counts down. In the spirit of Csmith (Yang et al. 2011) and of swarm testing (Groce et al. 2012).
import type { Expr, Param, Stmt } from '../../grammar/ast.ts';
import { expr, stmts } from '../../grammar/quote.ts';
import { literal, tuple, type Data } from '../data.ts';
import type { Draw } from '../draw.ts';
import type { Draft } from '../family.ts';
import { MEASURES, THEMES, WORDS, type Theme } from '../pools.ts';
import { LIST_STAGES } from './lists.ts';
import { HABITS, ProgramDraft, type Habit, type Stage, type ValueType, type Variable } from './program.ts';
import { NUMBER_STAGES } from './numbers.ts';
import { TEXT_STAGES } from './texts.ts';

const STAGES: readonly Stage[] = [...LIST_STAGES, ...NUMBER_STAGES, ...TEXT_STAGES];

export interface Shape {
  /** Stages of the program. */
  readonly stages: number;
  /** Elements of its data. */
  readonly size: number;
  readonly parameters: number;
  /** Whether the program ends with an exception. */
  readonly raises: boolean;
}

/** A program as asked; what it computes only running it tells. */
export function synthesize(draw: Draw, shape: Shape): Draft {
  const habits = new Set<Habit>(HABITS.filter(() => draw.chance(0.45)));
  const program = new ProgramDraft(draw, habits);
  const main = program.fresh(['process', 'summarize', 'evaluate', 'analyze', 'report', 'solve', 'review']);
  const given = Array.from({ length: shape.parameters }, (_, at) => parameter(program, shape.size, at));

  const body: Stmt[] = [];
  const times = new Map<Stage, number>();
  const done = new Set<string>();
  let open: Variable[] = given.map(({ variable }) => variable);
  const untouched = new Set(open);
  for (let i = 0; i < shape.stages || untouched.size > 0; i++) {
    // Towards the end what was given and not looked at comes first.
    const pressing = shape.stages - i <= untouched.size;
    const usable = open.filter((one) => one.final !== true);
    const offers = STAGES.flatMap((stage) => {
      if (stage.habit !== undefined && !habits.has(stage.habit)) return [];
      if ((times.get(stage) ?? 0) >= 2) return [];
      const inputs = chosen(draw, stage.from, usable);
      // Nobody works out the same of the same twice.
      if (
        inputs === null ||
        done.has(signature(stage, inputs)) ||
        (pressing && !inputs.some((one) => untouched.has(one)))
      )
        return [];
      return [[stage.weight ?? 1, { stage, inputs }] as const];
    });
    if (offers.length === 0) {
      if (i >= shape.stages + 4) break;
      continue;
    }
    const { stage, inputs } = draw.weighted(offers);
    times.set(stage, (times.get(stage) ?? 0) + 1);
    done.add(signature(stage, inputs));
    const written = stage.write(program, inputs);
    body.push(...written.body);
    for (const input of inputs) untouched.delete(input);
    // A list may be looked at once more; a number that was used is done with.
    open = open.filter((one) => !inputs.includes(one) || (one.type.startsWith('list') && draw.chance(0.15)));
    open.push(ordered(written.variable));
  }
  // What was looked at and stayed is not returned as it came.
  open = open.filter((one) => !given.some(({ variable }) => variable === one) || untouched.has(one));
  const { value, type, last } = result(program, open, shape);
  const params: Param[] = given.map(({ variable }) => ({
    kind: 'Param',
    name: variable.name,
    annotation: annotation(variable.type),
    default: null,
    span: { start: 0, end: 0 },
  }));
  const whole = stmts`
    def ${main}(${params}) -> ${type}:
        ${body}
        ${last}
        return ${value}`;
  const text = [...program.helpers, ...whole];
  return {
    body: [...imports(text), ...text],
    call: expr`${main}(${given.map(({ data }) => literal(data))})`,
  };
}

/** Names a stage with what it is given. */
function signature(stage: Stage, inputs: readonly Variable[]): string {
  return [STAGES.indexOf(stage), ...inputs.map(({ name }) => name)].join(' ');
}

/** A stage that stretches a range of negative numbers turns its ends round. */
function ordered(variable: Variable): Variable {
  const [one, other] = variable.range;
  return one <= other ? variable : { ...variable, range: [other, one] };
}

function annotation(type: ValueType): Expr {
  switch (type) {
    case 'int':
      return expr`int`;
    case 'str':
      return expr`str`;
    case 'list[int]':
      return expr`list[int]`;
    case 'list[str]':
      return expr`list[str]`;
    case 'dict[str, int]':
      return expr`dict[str, int]`;
    case 'list[tuple[str, int]]':
      return expr`list[tuple[str, int]]`;
  }
}

function imports(body: readonly Stmt[]): Stmt[] {
  const text = JSON.stringify(body);
  const names = ['Callable', 'Iterator'].filter((name) => text.includes(`"${name}"`));
  if (names.length === 0) return [];
  return names.length === 2
    ? stmts`from collections.abc import Callable, Iterator`
    : stmts`from collections.abc import ${names[0]!}`;
}

/** A parameter with its argument. */
function parameter(program: ProgramDraft, size: number, at: number): { variable: Variable; data: Data } {
  const { draw } = program;
  const type = draw.weighted<ValueType>([
    [5, 'list[int]'],
    [3, 'list[str]'],
    [at === 0 ? 1 : 4, 'int'],
    [2, 'str'],
    [3, 'list[tuple[str, int]]'],
    [1, 'dict[str, int]'],
  ]);
  const theme: Theme = draw.pick(THEMES);
  switch (type) {
    case 'list[int]': {
      const measure = draw.pick(MEASURES);
      const name = program.fresh([measure.items]);
      return {
        variable: { name, type, range: measure.range, item: measure.item },
        data: draw.ints(size, ...measure.range),
      };
    }
    case 'list[str]': {
      const name = program.fresh(['words', 'names', 'tags', 'labels']);
      return {
        variable: { name, type, range: [2, 9], item: name.slice(0, -1) },
        data: draw.sample(draw.chance(0.6) ? WORDS : theme.things, Math.min(size, theme.things.length)),
      };
    }
    case 'int': {
      const name = program.fresh(['limit', 'target', 'base', 'factor', 'start']);
      return { variable: { name, type, range: [2, 40], item: name }, data: draw.int(2, 40) };
    }
    case 'str': {
      const name = program.fresh(['phrase', 'motto', 'title']);
      const words = draw.sample(WORDS, size > 6 ? 2 : 1).join(' ');
      return { variable: { name, type, range: [3, 20], item: 'letter' }, data: words };
    }
    case 'dict[str, int]': {
      const name = program.fresh([`${theme.item}_counts`, 'prices', 'inventory']);
      const keys = draw.sample(theme.things, Math.min(size, theme.things.length));
      return {
        variable: { name, type, range: [0, 12], item: 'amount' },
        data: new Map(keys.map((key) => [key, draw.int(0, 12)])),
      };
    }
    case 'list[tuple[str, int]]': {
      const name = program.fresh(['orders', 'sales', 'entries', theme.items]);
      const kinds = draw.sample(theme.things, Math.min(4, theme.things.length));
      return {
        variable: { name, type, range: [0, 15], item: 'entry' },
        data: draw.list(size, () => tuple(draw.pick(kinds), draw.int(0, 15))),
      };
    }
  }
}

/** Different open variables of the given types, the newest first more often; null when there are none. */
function chosen(draw: Draw, types: readonly ValueType[], open: readonly Variable[]): Variable[] | null {
  const found: Variable[] = [];
  for (const type of types) {
    const fitting = open.filter((one) => one.type === type && !found.includes(one));
    if (fitting.length === 0) return null;
    found.push(fitting.length > 1 && draw.chance(0.4) ? draw.pick(fitting) : fitting[fitting.length - 1]!);
  }
  return found;
}

interface Result {
  readonly value: Expr;
  readonly type: Expr;
  readonly last: readonly Stmt[];
}

/** What the program returns: all that is not used yet. */
function result(program: ProgramDraft, open: readonly Variable[], shape: Shape): Result {
  const { draw } = program;
  const last = shape.raises ? raising(program, open, shape.size) : [];
  const names = open.map(({ name }) => name);
  const [first] = open;
  if (open.length === 1) return { value: expr`${names[0]!}`, type: annotation(first!.type), last };
  const allNumbers = open.every(({ type }) => type === 'int');
  if (allNumbers && draw.chance(0.5)) {
    const value = names.slice(1).reduce((sum, name) => expr`${sum} + ${name}`, expr`${names[0]!}`);
    return { value, type: expr`int`, last };
  }
  const value: Expr = {
    kind: 'Tuple',
    elts: names.map((name) => expr`${name}`),
    span: { start: 0, end: 0 },
  };
  const types: Expr = {
    kind: 'Tuple',
    elts: open.map(({ type }) => annotation(type)),
    span: { start: 0, end: 0 },
  };
  return {
    value,
    type: { kind: 'Subscript', value: expr`tuple`, index: types, span: { start: 0, end: 0 } },
    last,
  };
}

/** Lines that end the program with an exception, as a check or a mistake would. */
function raising(program: ProgramDraft, open: readonly Variable[], size: number): Stmt[] {
  const { draw } = program;
  const list = open.find(({ type }) => type.startsWith('list'));
  const whole = open.find(({ type }) => type === 'int');
  const counts = open.find(({ type }) => type === 'dict[str, int]');
  const text = open.find(({ type }) => type === 'str');
  const ways: Stmt[][] = [];
  if (list !== undefined) {
    ways.push(stmts`print(f'last: {${list.name}[len(${list.name})]}')`);
    ways.push(stmts`
      if len(${list.name}) < ${20 * size}:
          raise ValueError(f'too few: {len(${list.name})}')`);
  }
  if (whole !== undefined) {
    ways.push(stmts`
      for divisor in range(3, -1, -1):
          print(${whole.name} // divisor)`);
    ways.push(stmts`
      if ${whole.name} < ${10 ** 7}:
          raise ValueError(f'too small: {${whole.name}}')`);
  }
  if (counts !== undefined) ways.push(stmts`print(${counts.name}['nothing'])`);
  if (text !== undefined) {
    const table = program.fresh(['sizes_known', 'shelf_places', 'codes']);
    ways.push(stmts`
      ${table} = {'tiny': 1, 'huge': 4}
      print(${table}[${text.name}])`);
  }
  return draw.pick(ways);
}
