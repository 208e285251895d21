// Signatures of builtins as text, `split(sep=None, maxsplit=-1)`, and the binding of arguments to them with
// CPython's error texts. CPython has several argument parsers, each with its own wording; which one a builtin
// uses follows from the shape of its signature, or is said where it is declared.
import { wrapsSlot } from './builtin.ts';
import { typeError } from '../values/errors.ts';
import type { Keywords } from '../runtime.ts';
import type { Value } from '../values/objects.ts';

/**
 * Which of CPython's argument parsers words the errors:
 * `none` METH_NOARGS, `one` METH_O, `positional` _PyArg_CheckPositional ("f expected 2 arguments, got 1"),
 * `tuple` PyArg_ParseTuple ("f() takes at most 2 arguments (3 given)"), `keywords` _PyArg_UnpackKeywords,
 * `python` a function of the library that is written in Python (see `python-arguments.ts`).
 */
export type Style = 'none' | 'one' | 'positional' | 'tuple' | 'keywords' | 'python';

interface Parameter {
  name: string;
  required: boolean;
  /** What an absent argument becomes; undefined for a parameter written `x?`. */
  fallback: Value | undefined;
}

/** A parsed signature. */
export interface Signature {
  name: string;
  /** Positional parameters first, then keyword-only ones. */
  params: Parameter[];
  /** How many leading parameters cannot be given by name. */
  positionalOnly: number;
  /** How many parameters can be given by position. */
  positional: number;
  /** `*args` is collected into an array that follows the positional parameters. */
  variadic: boolean;
  /** `**kwargs` is collected into a Map given last. */
  keywordRest: boolean;
  style: Style;
}

const LITERALS: Readonly<Record<string, Value>> = { None: null, True: true, False: false };

function literal(text: string): Value {
  if (text in LITERALS) return LITERALS[text];
  if (/^-?\d+$/.test(text)) return Number(text);
  const quoted = /^'([^']*)'$/.exec(text);
  if (quoted === null) throw new Error(`signature: not a literal: ${text}`);
  return quoted[1];
}

function styleOf(signature: Omit<Signature, 'style'>): Style {
  const { params, positionalOnly, variadic, keywordRest } = signature;
  if (positionalOnly < params.length || keywordRest) return 'keywords';
  if (variadic) return 'positional';
  if (params.length === 0) return 'none';
  return params.length === 1 && params[0].required ? 'one' : 'positional';
}

/**
 * Parses `name(a, b?, /, c=None, *rest, d=0, **extra)`. `b?` may be absent and has no default.
 * @throws Error for text that is not a signature: a mistake in our own declarations.
 */
export function parseSignature(text: string, style?: Style): Signature {
  const shape = /^(\w+)\((.*)\)$/.exec(text);
  if (shape === null) throw new Error(`signature: ${text}`);
  const pieces = shape[2].match(/(?:'[^']*'|[^,'])+/g) ?? [];
  const signature: Omit<Signature, 'style'> = {
    name: shape[1],
    params: [],
    positionalOnly: 0,
    positional: -1,
    variadic: false,
    keywordRest: false,
  };
  for (const piece of pieces.map((p) => p.trim())) {
    if (piece === '/') signature.positionalOnly = signature.params.length;
    else if (piece.startsWith('**')) signature.keywordRest = true;
    else if (piece.startsWith('*')) {
      signature.positional = signature.params.length;
      if (piece !== '*') {
        signature.variadic = true;
        signature.positionalOnly = signature.params.length;
      }
    } else {
      const [, name, optional, value] = /^(\w+)(\?)?(?:=(.*))?$/.exec(piece) ?? [];
      if (name === undefined) throw new Error(`signature: ${text}`);
      signature.params.push({
        name,
        required: optional === undefined && value === undefined,
        fallback: value === undefined ? undefined : literal(value),
      });
    }
  }
  if (signature.positional < 0) signature.positional = signature.params.length;
  return { ...signature, style: style ?? styleOf(signature) };
}

const plural = (n: number): string => (n === 1 ? '' : 's');

function requiredPositional(signature: Signature): number {
  let count = 0;
  while (count < signature.positional && signature.params[count].required) count++;
  return count;
}

/** Special methods whose arguments are the type's own affair. */
const TAKERS: ReadonlySet<string> = new Set(['__call__', '__init__', '__new__']);

/** Whether the method of that qualified name wraps a slot with a fixed number of arguments. */
function isWrapper(name: string, qualified: string): boolean {
  if (TAKERS.has(name) || !qualified.endsWith(`.${name}`)) return false;
  return wrapsSlot(qualified.slice(0, -name.length - 1), name);
}

/** Raises the TypeError for `given` positional arguments where the signature has no named ones. */
function wrongCount(signature: Signature, qualified: string, given: number): never {
  const max = signature.variadic ? Infinity : signature.positional;
  const min = requiredPositional(signature);
  const { name, style } = signature;
  const bound = given < min ? min : max;
  if (isWrapper(name, qualified)) {
    const how = min === max ? '' : given < min ? 'at least ' : 'at most ';
    // CPython unpacks two arguments and more under an empty name, and how often a sequence is repeated.
    const unpacks = max > 1 || (/^__(r|i)?mul__$/.test(name) && !/^(int|float|complex)\./.test(qualified));
    return typeError(`${unpacks ? ' ' : ''}expected ${how}${bound} argument${plural(bound)}, got ${given}`);
  }
  switch (style) {
    case 'none':
      return typeError(`${qualified}() takes no arguments (${given} given)`);
    case 'one':
      return typeError(`${qualified}() takes exactly one argument (${given} given)`);
    case 'tuple': {
      const how = min === max ? 'exactly' : given < min ? 'at least' : 'at most';
      return typeError(`${name}() takes ${how} ${bound} argument${plural(bound)} (${given} given)`);
    }
    case 'positional':
    case 'python':
    case 'keywords': {
      const how = min === max ? '' : given < min ? 'at least ' : 'at most ';
      return typeError(`${name} expected ${how}${bound} argument${plural(bound)}, got ${given}`);
    }
  }
}

/** The checks of _PyArg_UnpackKeywords that precede binding. */
function checkCounts(signature: Signature, given: number, named: number): void {
  const { name, params, positional, positionalOnly, variadic, keywordRest } = signature;
  if (variadic) {
    const most = params.length - positional;
    if (!keywordRest && named > most && most > 0)
      typeError(`${name}() takes at most ${most} keyword argument${plural(most)} (${named} given)`);
    return;
  }
  if (keywordRest) {
    if (given > positional) wrongCount(signature, name, given);
    return;
  }
  if (given + named > params.length) {
    const what = given === 0 ? 'keyword ' : '';
    typeError(
      `${name}() takes at most ${params.length} ${what}argument${plural(params.length)} (${given + named} given)`,
    );
  }
  const min = requiredPositional(signature);
  if (given > positional) {
    if (positional === 0) typeError(`${name}() takes no positional arguments`);
    const how = min < positional ? 'at most' : 'exactly';
    typeError(
      `${name}() takes ${how} ${positional} positional argument${plural(positional)} (${given} given)`,
    );
  }
  const minOnly = Math.min(min, positionalOnly);
  if (given < minOnly) {
    const how = minOnly < positional ? 'at least' : 'exactly';
    typeError(`${name}() takes ${how} ${minOnly} positional argument${plural(minOnly)} (${given} given)`);
  }
}

/**
 * Binds the arguments of a call to `signature`: one entry per parameter (undefined where an `x?` is absent),
 * the array of `*args` after the positional ones, the Map of `**kwargs` last.
 * @param args the arguments without any receiver
 * @param qualified the name as `__qualname__` has it, for the texts that use it
 * @throws PyRaise TypeError in CPython's words
 */
export function bindArguments(
  signature: Signature,
  qualified: string,
  args: readonly Value[],
  keywords: Keywords,
): unknown[] {
  const { name, params, positional, positionalOnly, variadic, keywordRest, style } = signature;
  let named = keywords === null ? 0 : keywords.size;
  if (style !== 'keywords') {
    if (named > 0)
      typeError(
        isWrapper(name, qualified)
          ? `wrapper ${name}() takes no keyword arguments`
          : `${qualified}() takes no keyword arguments`,
      );
    if (args.length < requiredPositional(signature) || (!variadic && args.length > positional))
      wrongCount(signature, qualified, args.length);
  } else {
    checkCounts(signature, args.length, named);
  }
  const bound: unknown[] = [];
  const taken = new Set<string>();
  params.forEach((param, i) => {
    if (variadic && i === positional) bound.push(args.slice(positional));
    let value = i < positional ? args[i] : undefined;
    if (value === undefined && i >= positionalOnly && named > 0) {
      value = keywords?.get(param.name);
      if (value !== undefined) {
        named--;
        taken.add(param.name);
      }
    }
    if (value === undefined && param.required)
      typeError(`${name}() missing required argument '${param.name}' (pos ${i + 1})`);
    bound.push(value === undefined ? param.fallback : value);
  });
  if (variadic && params.length === positional) bound.push(args.slice(positional));
  if (keywordRest) bound.push(new Map([...(keywords ?? [])].filter(([key]) => !taken.has(key))));
  else if (named > 0) unexpectedKeyword(signature, args.length, keywords);
  return bound;
}

function unexpectedKeyword(signature: Signature, given: number, keywords: Keywords): never {
  const { name, params, positional, positionalOnly } = signature;
  for (let i = positionalOnly; i < given && i < positional; i++)
    if (keywords?.has(params[i].name))
      typeError(`argument for ${name}() given by name ('${params[i].name}') and position (${i + 1})`);
  const known = new Set(params.slice(positionalOnly).map((param) => param.name));
  const unknown = [...(keywords?.keys() ?? [])].find((key) => !known.has(key));
  return typeError(`'${unknown}' is an invalid keyword argument for ${name}()`);
}
