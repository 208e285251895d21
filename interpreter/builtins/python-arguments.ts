// Binding arguments as functions written in Python bind them, for the parts of CPython's library that are: their
// error texts differ from those of native functions. https://docs.python.org/3.11/reference/expressions.html#calls
import { typeError } from '../values/errors.ts';
import type { Keywords } from '../runtime.ts';
import type { Value } from '../values/objects.ts';
import type { Signature } from './signature.ts';

const plural = (many: boolean): string => (many ? 's' : '');

/** 'a', 'b', and 'c' */
function listed(names: readonly string[]): string {
  const quoted = names.map((name) => `'${name}'`);
  if (quoted.length < 3) return quoted.join(' and ');
  return `${quoted.slice(0, -1).join(', ')}, and ${quoted[quoted.length - 1]}`;
}

/**
 * One entry per parameter, the array of `*args` after the positional ones, the Map of `**kwargs` last.
 * @param leading how many parameters before those of the signature (`self`) were given
 * @throws PyRaise TypeError in the words of CPython's interpreter
 */
export function bindPythonArguments(
  signature: Signature,
  qualified: string,
  leading: number,
  args: readonly Value[],
  keywords: Keywords,
): unknown[] {
  const { params, positional, positionalOnly, variadic, keywordRest } = signature;
  const given: (Value | undefined)[] = params.map((_, i) => (i < positional ? args[i] : undefined));
  const rest = new Map<string, Value>();
  for (const [name, value] of keywords ?? []) {
    const index = params.findIndex((param, i) => param.name === name && i >= positionalOnly);
    if (index < 0) {
      if (!keywordRest) typeError(`${qualified}() got an unexpected keyword argument '${name}'`);
      rest.set(name, value);
    } else if (given[index] !== undefined) {
      typeError(`${qualified}() got multiple values for argument '${name}'`);
    } else {
      given[index] = value;
    }
  }
  if (args.length > positional && !variadic) tooMany(signature, qualified, leading, args.length);
  const missing = (from: number, to: number): string[] =>
    params
      .slice(from, to)
      .flatMap((param, i) => (param.required && given[from + i] === undefined ? [param.name] : []));
  for (const [kind, names] of [
    ['positional', missing(0, positional)],
    ['keyword-only', missing(positional, params.length)],
  ] as const)
    if (names.length > 0)
      typeError(
        `${qualified}() missing ${names.length} required ${kind} argument${plural(names.length > 1)}: ${listed(names)}`,
      );
  const bound: unknown[] = params.map((param, i) => given[i] ?? (given[i] === null ? null : param.fallback));
  if (variadic) bound.splice(positional, 0, args.slice(positional));
  if (keywordRest) bound.push(rest);
  return bound;
}

function tooMany(signature: Signature, qualified: string, leading: number, given: number): never {
  const { params, positional } = signature;
  const most = leading + positional;
  const least = leading + params.slice(0, positional).filter((param) => param.required).length;
  const takes = least < most ? `from ${least} to ${most}` : String(most);
  const total = leading + given;
  return typeError(
    `${qualified}() takes ${takes} positional argument${plural(least < most || most !== 1)} but ${total} ` +
      `${total === 1 ? 'was' : 'were'} given`,
  );
}
