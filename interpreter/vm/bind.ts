// Binding the arguments of a call to the parameters of a function written in the program, with CPython's texts.
// https://docs.python.org/3.11/reference/expressions.html#calls
import type { CodeObject } from '../code.ts';
import type { Keywords, Runtime } from '../runtime.ts';
import { PyDict } from '../values/dict.ts';
import { typeError } from '../values/errors.ts';
import type { PyFunction } from '../values/function.ts';
import type { Value } from '../values/objects.ts';
import { PyTuple } from '../values/tuple.ts';

/**
 * The values of the parameter slots: positional, keyword-only, `*args`, `**kwargs`.
 * @throws PyRaise TypeError
 */
export function bindArguments(
  rt: Runtime,
  func: PyFunction,
  args: readonly Value[],
  keywords: Keywords,
): Value[] {
  const { code, defaults, keywordDefaults } = func;
  const { argCount, kwonly, slotNames } = code;
  const named = argCount + kwonly;
  const bound = new Array<Value | undefined>(named).fill(undefined);
  for (let i = 0; i < argCount && i < args.length; i++) bound[i] = args[i];

  const rest = code.varKeywords ? new PyDict() : null;
  for (const [name, value] of keywords ?? []) {
    const slot = slotNames.indexOf(name, code.posonly);
    if (slot >= 0 && slot < named) {
      if (bound[slot] !== undefined)
        typeError(`${code.qualname}() got multiple values for argument '${name}'`);
      bound[slot] = value;
    } else if (rest !== null) rest.set(rt, name, value);
    else unexpectedKeyword(code, keywords, name);
  }

  if (args.length > argCount && !code.varArgs) tooManyPositional(func, args.length, bound);
  if (args.length < argCount) {
    const required = argCount - defaults.length;
    checkMissing(code, bound.slice(0, required), 0, 'positional');
    for (let i = Math.max(required, args.length); i < argCount; i++) {
      if (bound[i] === undefined) bound[i] = defaults[i - required];
    }
  }
  for (let i = argCount; i < named; i++) {
    if (bound[i] === undefined) bound[i] = keywordDefaults?.get(slotNames[i]);
  }
  checkMissing(code, bound.slice(argCount), argCount, 'keyword-only');

  const values = bound as Value[];
  if (code.varArgs) values.push(new PyTuple(args.slice(argCount)));
  if (rest !== null) values.push(rest);
  return values;
}

function unexpectedKeyword(code: CodeObject, keywords: Keywords, name: string): never {
  const positional = code.slotNames.slice(0, code.posonly).filter((slot) => keywords?.has(slot) === true);
  if (positional.length > 0) {
    typeError(
      `${code.qualname}() got some positional-only arguments passed as keyword arguments: '${positional.join(', ')}'`,
    );
  }
  return typeError(`${code.qualname}() got an unexpected keyword argument '${name}'`);
}

const plural = (many: boolean): string => (many ? 's' : '');

function tooManyPositional(func: PyFunction, given: number, bound: readonly (Value | undefined)[]): never {
  const { code, defaults } = func;
  const { argCount } = code;
  const least = argCount - defaults.length;
  const takes = defaults.length > 0 ? `from ${least} to ${argCount}` : String(argCount);
  const extra = bound.slice(argCount).filter((value) => value !== undefined).length;
  const keywordPart =
    extra > 0
      ? ` positional argument${plural(given !== 1)} (and ${extra} keyword-only argument${plural(extra !== 1)})`
      : '';
  return typeError(
    `${code.qualname}() takes ${takes} positional argument${plural(defaults.length > 0 || argCount !== 1)} ` +
      `but ${given}${keywordPart} ${given === 1 && extra === 0 ? 'was' : 'were'} given`,
  );
}

/** Raises for the parameters from slot `first` on that have no value. */
function checkMissing(
  code: CodeObject,
  bound: readonly (Value | undefined)[],
  first: number,
  kind: 'positional' | 'keyword-only',
): void {
  const names = bound.flatMap((value, i) => (value === undefined ? [`'${code.slotNames[first + i]}'`] : []));
  if (names.length === 0) return;
  const last = names[names.length - 1];
  const list =
    names.length === 1
      ? last
      : names.length === 2
        ? `${names[0]} and ${last}`
        : `${names.slice(0, -1).join(', ')}, and ${last}`;
  typeError(
    `${code.qualname}() missing ${names.length} required ${kind} argument${plural(names.length > 1)}: ${list}`,
  );
}
