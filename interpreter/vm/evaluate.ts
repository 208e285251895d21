// `eval` of an expression, and the variables of the frame that asks for them. The expression is compiled to a program
// of its own, which runs without a trace on a machine that knows the variables as they are: one step of the program.
// https://docs.python.org/3.11/library/functions.html#eval
import { analyzeScopes, parse, parseExpression, Source } from '../../grammar/index.ts';
import type { CodeObject, Library } from '../code.ts';
import { compileProgram } from '../compiler/index.ts';
import { PyCell } from '../values/function.ts';
import type { Value } from '../values/objects.ts';
import { FRAME, Frame, Machine, Stack } from './machine.ts';

/** Numbers for the programs of expressions, beyond those of the library's modules. */
const FIRST_NUMBER = 0x4000;

/** Evaluations follow one another, as runs do. */
let shared: Stack | null = null;

/**
 * The local variables of the running frame in the order of `locals()`; null in the module, whose are the globals.
 */
export function callerLocals(machine: Machine): Map<string, Value> | null {
  const { depth } = machine;
  const { code } = machine.funcs[depth];
  if (code.kind === 'module' || code.kind === 'call') return null;
  if (code.kind === 'class') return new Map(machine.namespaces[depth] ?? []);
  const base = machine.frames[depth * FRAME + Frame.TOP] - code.slots - code.maxStack;
  const found = new Map<string, Value>();
  for (const slot of localSlots(code)) {
    const held = machine.stack[base + slot];
    const value = held instanceof PyCell && isCell(code, slot) ? held.value : (held as Value | undefined);
    if (value !== undefined) found.set(code.slotNames[slot], value);
  }
  return found;
}

const isCell = (code: CodeObject, slot: number): boolean =>
  slot >= code.freeStart || code.cellSlots.includes(slot);

/** Plain variables and parameters first, then the other cells, then those of enclosing functions. */
function localSlots(code: CodeObject): number[] {
  const slots = code.slotNames.map((_, slot) => slot).filter((slot) => code.slotNames[slot] !== '.0');
  const late = (slot: number): boolean => isCell(code, slot) && slot >= code.paramSlots;
  return [...slots.filter((slot) => !late(slot)), ...slots.filter(late)];
}

/** Evaluates the text of an expression that sees the given names, and the builtins. */
export function evaluateText(machine: Machine, text: string, names: ReadonlyMap<string, Value>): Value {
  const source = new Source(text.replace(/^[ \t]+/, ''));
  const { expr } = parseExpression(source);
  const { module } = parse(new Source(''));
  if (expr === null || module === null)
    return machine.unsupported('eval() of what is no expression of Primer');
  const { root } = machine;
  const library: Library = { name: '<string>', number: FIRST_NUMBER, text };
  const program = compileProgram(module, analyzeScopes(module), new Source(''), { expr, source }, library);
  // What outlives the evaluation would see its names as they were, not as they are.
  for (const { kind } of program.codes)
    if (kind === 'lambda' || kind === 'genexpr') machine.unsupported('eval() of a lambda or generator');
  const { limits, hashOrder } = root;
  const stack = root.evaluating ? new Stack() : (shared ??= new Stack());
  const guest = new Machine(program, {
    ...{ limits, recorder: null, input: '', hashOrder, stack },
    library: { module: library, root },
  });
  program.names.forEach((name, i) => {
    const value = names.get(name);
    if (value !== undefined) guest.globals[i] = value;
  });
  const outer = root.evaluating;
  root.evaluating = true;
  try {
    return guest.runCode(program.call as CodeObject);
  } finally {
    root.evaluating = outer;
    stack.clear();
  }
}

/** What an example of doctest came to: the value of an expression, and the names as it left them. */
export interface Executed {
  readonly value: Value | undefined;
  readonly names: ReadonlyMap<string, Value>;
}

/** Runs an expression, or statements, that see the given names; functions they define keep seeing those. */
export function executeText(machine: Machine, text: string, names: ReadonlyMap<string, Value>): Executed {
  const source = new Source(text);
  const { expr } = parseExpression(source);
  const { module } = parse(expr === null ? new Source(`${text}\n`) : new Source(''));
  if (module === null) return machine.unsupported('an example that is not Primer');
  const { root } = machine;
  const library: Library = { name: '__main__', number: FIRST_NUMBER + 1 + root.libraries.size, text };
  const whole = expr === null ? new Source(`${text}\n`) : new Source('');
  const call = expr === null ? null : { expr, source };
  const program = compileProgram(module, analyzeScopes(module), whole, call, library);
  const { limits, hashOrder } = root;
  const options = { limits, recorder: null, input: '', hashOrder, stack: new Stack() };
  const guest = new Machine(program, { ...options, library: { module: library, root } });
  root.libraries.set(library, guest);
  const before = program.names.map((name) => names.get(name));
  before.forEach((value, i) => {
    if (value !== undefined) guest.globals[i] = value;
  });
  guest.runCode(program.module);
  const value = program.call === null ? undefined : guest.runCode(program.call);
  const after = new Map(names);
  program.names.forEach((name, i) => {
    const now = guest.globals[i];
    if (now === before[i] || name === '__name__' || name === '__doc__') return;
    if (now === undefined) after.delete(name);
    else after.set(name, now);
  });
  return { value, names: after };
}
