// Which phrase tells an expression: calls of methods and builtins, slices, first and last elements. What it finds is a
// fact of a step like any other. Judges by the values that the run gave the parts; knows no wording.
import type { Call, Expr, Subscript } from '../../grammar/ast.ts';
import { display } from '../../interpreter/values/display.ts';
import { PyDict } from '../../interpreter/values/dict.ts';
import { PyList } from '../../interpreter/values/list.ts';
import { HeapObject, type Value } from '../../interpreter/values/objects.ts';
import { PyTuple } from '../../interpreter/values/tuple.ts';
import type { PhraseName } from '../text/phrases.ts';
import { sizeOf } from './value-hints.ts';
import type { Values, Workings } from './working.ts';

/** Longer parts are not put into a phrase. */
const LONGEST_PART = 60;

type Found = readonly [PhraseName, ...(Expr | string)[]];

/** Methods of strings without arguments, and with one. */
const PLAIN: Readonly<Record<string, PhraseName>> = {
  upper: 'upper',
  lower: 'lower',
  capitalize: 'capitalize',
  swapcase: 'swapcase',
  strip: 'strip',
  lstrip: 'lstrip',
  rstrip: 'rstrip',
  split: 'split',
  splitlines: 'splitlines',
};
const WITH_ONE: Readonly<Record<string, PhraseName>> = {
  strip: 'stripOf',
  lstrip: 'lstripOf',
  rstrip: 'rstripOf',
  split: 'splitAt',
  join: 'join',
  count: 'count',
  index: 'index',
  rindex: 'rindex',
};

/** The phrase for `expr`, which came to `text`: its row, its parts and the value; null when none tells it. */
export function phraseOf(expr: Expr, text: string, values: Values, workings: Workings): string[] | null {
  const found =
    expr.kind === 'Call'
      ? ofCall(expr, values)
      : expr.kind === 'Subscript'
        ? ofSubscript(expr, values)
        : null;
  return found === null ? null : written(found, values, workings, [text]);
}

/** The phrase for what a loop goes over, which has no text of its own. */
export function overPhrase(expr: Expr, values: Values, workings: Workings): string[] | null {
  const found = expr.kind === 'Call' ? ofIterable(expr, values) : null;
  return found === null ? null : written(found, values, workings, []);
}

function written(
  [name, ...parts]: Found,
  values: Values,
  workings: Workings,
  value: readonly string[],
): string[] | null {
  const texts: string[] = [];
  for (const part of parts) {
    if (typeof part !== 'string' && !isSettled(part, values)) return null;
    const text = typeof part === 'string' ? part : partText(part, values, workings);
    if (text.length > LONGEST_PART) return null;
    texts.push(text);
  }
  return [name, ...texts, ...value];
}

/** A container stands under its name, anything short as it is. */
function partText(part: Expr, values: Values, workings: Workings): string {
  const value = values.get(part);
  if (value instanceof HeapObject && sizeOf(value) !== null && part.kind !== 'List' && part.kind !== 'Tuple')
    return workings.addressed(part, values);
  const text = value === undefined ? undefined : values.textWithin(part, LONGEST_PART / 2);
  return text ?? workings.addressed(part, values);
}

/** Whether working the expression out has changed nothing: its parts can be named after it. */
function isSettled(expr: Expr, values: Values): boolean {
  switch (expr.kind) {
    case 'Constant':
    case 'Name':
      return true;
    case 'Attribute':
      return isSettled(expr.value, values);
    case 'Subscript':
      return isSettled(expr.value, values) && isSettled(expr.index, values);
    case 'Slice':
      return [expr.lower, expr.upper, expr.step].every((e) => e === null || isSettled(e, values));
    case 'UnaryOp':
      return isSettled(expr.operand, values);
    case 'BinOp':
      return isSettled(expr.left, values) && isSettled(expr.right, values);
    case 'List':
    case 'Tuple':
      return expr.elts.every((e) => isSettled(e, values));
    case 'Call': {
      // strings never change, and their methods change nothing
      const { func } = expr;
      return (
        func.kind === 'Attribute' &&
        typeof valueOf(func.value, values) === 'string' &&
        expr.keywords.length === 0 &&
        [func.value, ...expr.args].every((e) => isSettled(e, values))
      );
    }
    default:
      return false;
  }
}

function ofCall(call: Call, values: Values): Found | null {
  const { func, args, keywords } = call;
  if (args.some((arg) => arg.kind === 'Starred')) return null;
  if (func.kind === 'Name') return ofBuiltin(call, func, values);
  if (func.kind !== 'Attribute' || keywords.length > 0) return null;
  const of = func.value;
  const object = valueOf(of, values);
  const { attr } = func;
  if (typeof object === 'string') return ofText(attr, object, of, args, values, call);
  if (isBuiltin(object, PyList)) {
    if (attr === 'copy' && args.length === 0) return ['copy', of];
    if ((attr === 'count' || attr === 'index') && args.length === 1) return [attr, of, args[0]!];
  }
  if (isBuiltin(object, PyDict) && object.cls.name === 'dict') {
    if (attr === 'copy' && args.length === 0) return ['copy', of];
    if (attr === 'get') return ofGet(object, of, args, values);
  }
  return null;
}

function ofText(
  attr: string,
  object: string,
  of: Expr,
  args: readonly Expr[],
  values: Values,
  call: Call,
): Found | null {
  if (args.length === 0) return PLAIN[attr] === undefined ? null : [PLAIN[attr], of];
  if (attr === 'join' && args.length === 1) {
    return object === '' ? ['joinAll', args[0]!] : ['join', of, args[0]!];
  }
  if (attr === 'replace' && args.length === 2) return ['replace', of, args[0]!, args[1]!];
  if (args.length !== 1) return null;
  if (attr === 'find' || attr === 'rfind')
    return values.get(call) === -1 ? null : [attr === 'find' ? 'index' : 'rindex', of, args[0]!];
  return WITH_ONE[attr] === undefined || valueOf(args[0]!, values) === null
    ? null
    : [WITH_ONE[attr], of, args[0]!];
}

/** `d.get(k)`, `d.get(k, default)`: whether the key was there is seen where it is a plain value. */
export function ofGet(dict: PyDict, of: Expr, args: readonly Expr[], values: Values): Found | null {
  const has = args.length === 1 || args.length === 2 ? hasKey(dict, valueOf(args[0]!, values)) : null;
  return has === null ? null : [has ? 'got' : 'gotNone', of, args[0]!];
}

/** Whether a dict has a string or an int as a key; null for keys that need more than looking. */
export function hasKey(dict: PyDict, key: Value | undefined): boolean | null {
  if (typeof key !== 'string' && typeof key !== 'number') return null;
  if (dict.size > 200) return null;
  const keys = dict.keyList();
  if (!keys.every((k) => typeof k === 'string' || typeof k === 'number')) return null;
  return keys.includes(key);
}

/** Calls of builtins: by what the name stood for, not by the name. */
function ofBuiltin(call: Call, func: Expr, values: Values): Found | null {
  const name = builtinName(values.get(func));
  const { args, keywords } = call;
  if (name === 'sorted' && args.length === 1 && keywords.length === 1) {
    const { name: key, value } = keywords[0]!;
    return key === 'reverse' && valueOf(value, values) === true ? ['sortedDown', args[0]!] : null;
  }
  if (keywords.length > 0 || args.length !== 1) return null;
  const only = args[0]!;
  const value = valueOf(only, values);
  const isText = typeof value === 'string';
  switch (name) {
    case 'len':
      if (isText) return ['letters', only];
      return isElements(value) ? ['length', only] : null;
    case 'sum':
    case 'max':
    case 'min':
      return isElements(value) ? [name, only] : null;
    case 'sorted':
      return isElements(value) ? ['sorted', only] : null;
    case 'chr':
    case 'ord':
      return [name, only];
    case 'list':
      return isText ? ['listOf', only] : isElements(value) ? ['list', only] : ofView(only, values);
    default:
      return null;
  }
}

/** `list(d.keys())`, `list(d.values())`. */
function ofView(view: Expr, values: Values): Found | null {
  if (view.kind !== 'Call' || view.func.kind !== 'Attribute' || view.args.length > 0) return null;
  const { attr, value } = view.func;
  const dict = values.get(value);
  if (!isBuiltin(dict, PyDict)) return null;
  return attr === 'keys' || attr === 'values' ? [attr, value] : null;
}

function ofIterable(call: Call, values: Values): Found | null {
  const { func, args, keywords } = call;
  if (keywords.length > 0 || args.some((arg) => arg.kind === 'Starred')) return null;
  if (func.kind === 'Attribute') {
    if (args.length > 0 || !isBuiltin(values.get(func.value), PyDict)) return null;
    const row = ({ items: 'pairs', keys: 'keysOf', values: 'valuesOf' } as const)[func.attr];
    return row === undefined ? null : [row, func.value];
  }
  const name = builtinName(values.get(func));
  const [first, second] = args;
  if (first === undefined) return null;
  const value = valueOf(first, values);
  if (args.length === 2) return name === 'zip' ? ['zip', first, second!] : null;
  if (args.length > 2) return null;
  if (name === 'enumerate') return typeof value === 'string' ? ['enumerateOf', first] : ['enumerate', first];
  if (name === 'reversed') return isElements(value) ? ['backwards', first] : null;
  if (name === 'range' && first.kind === 'Call' && first.args.length === 1) {
    if (builtinName(values.get(first.func)) !== 'len') return null;
    return typeof values.get(first) === 'number' && Number(values.get(first)) > 1
      ? ['positions', first.args[0]!]
      : null;
  }
  return null;
}

function ofSubscript(expr: Subscript, values: Values): Found | null {
  const object = valueOf(expr.value, values);
  const isText = typeof object === 'string';
  if (!isText && !isBuiltin(object, PyList) && !isBuiltin(object, PyTuple)) return null;
  const length = typeof object === 'string' ? [...object].length : object.items.length;
  if (expr.index.kind === 'Slice') return ofSlice(expr, expr.index, isText, length, values);
  const at = numberOf(expr.index, values);
  if (expr.index.kind === 'Constant' && at === 0) return [isText ? 'firstOf' : 'first', expr.value];
  if (expr.index.kind === 'UnaryOp' && at === -1) return [isText ? 'lastOf' : 'last', expr.value];
  return null;
}

function ofSlice(
  { value: of }: Subscript,
  { lower, upper, step }: Expr & { kind: 'Slice' },
  isText: boolean,
  length: number,
  values: Values,
): Found | null {
  if (step !== null)
    return lower === null && upper === null && numberOf(step, values) === -1 ? ['reverse', of] : null;
  const from = lower === null ? null : numberOf(lower, values);
  const to = upper === null ? null : numberOf(upper, values);
  if ((lower !== null && from === null) || (upper !== null && to === null)) return null;
  if (from === null || from === 0) {
    if (to === -1 && length > 0) return [isText ? 'butLastOf' : 'butLast', of];
    return to !== null && to > 1 && to < length ? [isText ? 'headOf' : 'head', of, String(to)] : null;
  }
  if (to !== null) return null;
  if (from === 1 && length > 0) return [isText ? 'restOneOf' : 'restOne', of];
  if (from > 1 && from < length) return [isText ? 'restOf' : 'rest', of, String(from)];
  return from < -1 && -from < length ? [isText ? 'tailOf' : 'tail', of, String(-from)] : null;
}

function numberOf(expr: Expr, values: Values): number | null {
  if (expr.kind === 'UnaryOp' && expr.op === '-') {
    const n = numberOf(expr.operand, values);
    return n === null ? null : -n;
  }
  const value = valueOf(expr, values);
  return typeof value === 'number' ? value : null;
}

/** The value that an expression had; constants have theirs without being evaluated one by one. */
function valueOf(expr: Expr, values: Values): Value | undefined {
  if (expr.kind !== 'Constant') return values.get(expr);
  const { value } = expr;
  if (value.type === 'int' || value.type === 'str' || value.type === 'bool') return value.value;
  return value.type === 'None' ? null : undefined;
}

function isBuiltin<T extends HeapObject>(
  value: Value | undefined,
  type: abstract new (...args: never[]) => T,
): value is T {
  return value instanceof type && (value as unknown as { cls?: { builtin: boolean } }).cls?.builtin !== false;
}

/** Builtin containers, whose elements are what they are seen to be. */
function isElements(value: Value | undefined): boolean {
  return (
    value instanceof HeapObject &&
    sizeOf(value) !== null &&
    (value as unknown as { cls?: { builtin: boolean } }).cls?.builtin !== false
  );
}

function builtinName(value: Value | undefined): string | null {
  if (!(value instanceof HeapObject)) return null;
  return /^<(?:built-in function|class) '?(\w+)'?>$/.exec(display(value))?.[1] ?? null;
}
