// Calling any value. A function written in the program is entered by the loop itself where it can be; here it gets
// a loop of its own.
import { PyBoundMethod, PyBuiltin } from '../builtins/builtin.ts';
import type { Keywords } from '../runtime.ts';
import { PyClass } from '../values/class.ts';
import { PyStaticMethod } from '../values/descriptors.ts';
import { PyDict } from '../values/dict.ts';
import { typeError } from '../values/errors.ts';
import { PyFunction, PyGenerator } from '../values/function.ts';
import { instantiate } from '../values/instantiate.ts';
import { gather, iterateOr } from '../values/iterate.ts';
import type { Value } from '../values/objects.ts';
import { PyTuple } from '../values/tuple.ts';
import { Op } from '../op.ts';
import { lookupSpecial, typeOf } from '../values/operators.ts';
import { bindArguments } from './bind.ts';
import { runFrame } from './frames.ts';
import { machineFor } from './library.ts';
import type { Machine } from './machine.ts';

/** Calls `callee` and runs it to its end. @throws PyRaise */
export function callValue(
  machine: Machine,
  callee: Value,
  args: readonly Value[],
  keywords: Keywords,
): Value {
  if (callee instanceof PyFunction) {
    const owner = machineFor(machine, callee.code.library);
    if (owner !== machine) return callValue(owner, callee, args, keywords);
    if (callee.code.generator) return makeGenerator(machine, callee, args, keywords);
    return runFrame(machine, callee, args, keywords);
  }
  if (callee instanceof PyBuiltin) return callee.impl(machine, args, keywords);
  if (callee instanceof PyBoundMethod)
    return callValue(machine, callee.func, [callee.self, ...args], keywords);
  if (callee instanceof PyClass) return instantiate(machine, callee, args, keywords);
  if (callee instanceof PyStaticMethod) return callValue(machine, callee.func, args, keywords);
  const method = lookupSpecial(machine, callee, '__call__');
  if (method === undefined) return typeError(`'${typeOf(callee).shownName}' object is not callable`);
  return callValue(machine, method, args, keywords);
}

/** A call of a generator function: binds the arguments and runs nothing yet. */
export function makeGenerator(
  machine: Machine,
  func: PyFunction,
  args: readonly Value[],
  keywords: Keywords,
): PyGenerator {
  return new PyGenerator(func, machine, bindArguments(machine, func, args, keywords));
}

/** What a call comes to: a function of the program to be entered with these arguments, or a value. */
export interface Resolved {
  func: PyFunction | null;
  bound: readonly Value[];
  value: Value;
}

/**
 * Calls `callee`, unless it comes down to a plain function of the program: that is left to the loop, which enters
 * it without nesting.
 */
export function resolveCall(
  machine: Machine,
  callee: Value,
  args: readonly Value[],
  keywords: Keywords,
  resolved: Resolved,
): void {
  let target = callee;
  let given = args;
  for (;;) {
    if (target instanceof PyBoundMethod) {
      given = [target.self, ...given];
      target = target.func;
    } else if (target instanceof PyStaticMethod) target = target.func;
    else break;
  }
  if (target instanceof PyFunction && !target.code.generator && target.code.library === machine.library) {
    resolved.func = target;
    resolved.bound = bindArguments(machine, target, given, keywords);
  } else {
    resolved.func = null;
    resolved.value = callValue(machine, target, given, keywords);
  }
}

/** Carries out any instruction that calls. Pops the arguments and the callee; the result is the loop's to push. */
export function gatherCall(machine: Machine, op: number, arg: number, resolved: Resolved): void {
  const { stack } = machine;
  if (op === Op.CALL_EX) {
    const keywords = arg & 1 ? keywordsOf(stack[--machine.sp] as Value) : null;
    const given = stack[--machine.sp] as Value;
    const callee = stack[--machine.sp] as Value;
    const args = given instanceof PyTuple ? given.items : spread(machine, callee, given);
    return resolveCall(machine, callee, args, keywords, resolved);
  }
  const hasNames = op === Op.CALL_KW || op === Op.CALL_METHOD_KW;
  const named = hasNames ? machine.program.keywordNames[arg >> 8] : [];
  const end = machine.sp - named.length;
  let first = machine.sp - (hasNames ? arg & 255 : arg);
  const keywords =
    named.length === 0 ? null : new Map(named.map((name, i) => [name, stack[end + i] as Value]));
  machine.sp = first - 1;
  if (op === Op.CALL_METHOD || op === Op.CALL_METHOD_KW) {
    machine.sp--;
    if (stack[first - 1] !== undefined) first--;
  }
  const callee = stack[machine.sp] as Value;
  resolveCall(machine, callee, stack.slice(first, end) as Value[], keywords, resolved);
}

function keywordsOf(dict: Value): Keywords {
  if (!(dict instanceof PyDict)) throw new Error('keyword arguments are a dict');
  const keywords = new Map<string, Value>();
  for (const [name, value] of dict.entries()) {
    if (typeof name !== 'string') return typeError('keywords must be strings');
    keywords.set(name, value);
  }
  return keywords;
}

/** The items of the one `*iterable` of a call. */
function spread(machine: Machine, callee: Value, iterable: Value): Value[] {
  const text = `${calleeName(callee)} argument after * must be an iterable, not ${typeOf(iterable).name}`;
  return gather(machine, iterable, iterateOr(machine, iterable, text));
}

/** How errors about the arguments of a call name the callee. */
export function calleeName(callee: Value): string {
  if (callee instanceof PyBoundMethod) return calleeName(callee.func);
  if (callee instanceof PyFunction)
    return `${callee.code.library?.name ?? '__main__'}.${callee.code.qualname}()`;
  if (callee instanceof PyClass)
    return `${callee.module === 'builtins' ? '' : `${callee.module}.`}${callee.qualname}()`;
  if (callee instanceof PyBuiltin) {
    const owner = callee.owner === null ? '' : `${callee.owner}.`;
    return `${callee.module === 'builtins' ? '' : `${callee.module}.`}${owner}${callee.name}()`;
  }
  return `${typeOf(callee).name} object`;
}
