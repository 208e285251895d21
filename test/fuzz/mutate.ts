// Real programs changed in a few places, so that they go other ways than their authors meant, often into an exception:
// other constants, operators, names, methods, arguments, statements. Knows nothing of what comes of them.
import type { Draw } from '../../corpus/draw.ts';
import type { Constant, Expr, Module, Node, Stmt } from '../../grammar/ast.ts';
import { isExpression } from '../../grammar/expressions.ts';
import { childFields, cloneNode, print, walk } from '../../grammar/index.ts';
import { UnwritableString } from '../../grammar/printer/strings.ts';

/** The text of the module with `count` changes; null for one that cannot be written, as texts in f-strings may come to be. */
export function mutant(module: Module, draw: Draw, count: number): string | null {
  const changed = cloneNode(module);
  for (let i = 0; i < count; i++) change(changed, draw);
  try {
    return print(changed);
  } catch (error) {
    if (error instanceof UnwritableString) return null;
    throw error;
  }
}

function change(module: Module, draw: Draw): void {
  const nodes: Node[] = [];
  walk(module, (node) => void nodes.push(node));
  // most nodes have nothing that could be changed, or come to nothing
  for (let tries = 0; tries < 40; tries++) if (changeNode(draw.pick(nodes), nodes, draw)) return;
}

const LESS_OFTEN = 6;

/** Changes something about the node, if there is anything. */
function changeNode(node: Node, all: readonly Node[], draw: Draw): boolean {
  const rarely = draw.int(1, LESS_OFTEN) === 1;
  switch (node.kind) {
    case 'Constant':
      return changeConstant(node, draw);
    case 'BinOp':
    case 'AugAssign':
      node.op = draw.pick(['+', '-', '*', '/', '//', '%', '&', '|', '^', '>>'] as const);
      return true;
    case 'Compare': {
      const at = draw.int(0, node.ops.length - 1);
      node.ops[at] = draw.pick(['==', '!=', '<', '<=', '>', '>=', 'in', 'not in', 'is', 'is not'] as const);
      return true;
    }
    case 'BoolOp':
      node.op = node.op === 'and' ? 'or' : 'and';
      return true;
    case 'UnaryOp':
      node.op = draw.pick(['-', '+', '~', 'not'] as const);
      return true;
    case 'Name':
      return rarely && rename(node, all, draw);
    case 'Attribute':
      node.attr = draw.pick(METHODS);
      return true;
    case 'Call':
      return changeArguments(node.args, draw);
    case 'List':
    case 'Tuple':
      return changeArguments(node.elts, draw);
    case 'Set':
      return node.elts.length > 1 && changeArguments(node.elts, draw);
    case 'Subscript':
      node.index = draw.pick([
        slice(1, null),
        slice(null, -1),
        slice(null, null, -1),
        number(-1),
        number(0),
        text('a'),
      ]);
      return true;
    case 'If':
    case 'While':
      if (!rarely) return false;
      node.test = { kind: 'UnaryOp', op: 'not', operand: node.test, span: node.span };
      return true;
    case 'Return':
    case 'Expr':
      return rarely && exchange(node, all, draw);
    default:
      return rarely && changeBody(node, draw);
  }
}

function changeConstant(node: Constant, draw: Draw): boolean {
  delete node.raw;
  const { value } = node;
  switch (value.type) {
    case 'int': {
      const given = Number(value.value);
      const other = draw.pick([given + 1, given - 1, 0, 1, 2, 10, given * 2, given + 0.5]);
      const size = Math.abs(other);
      node.value = Number.isInteger(size) ? { type: 'int', value: size } : { type: 'float', value: size };
      return true;
    }
    case 'float':
      node.value = draw.pick([
        { type: 'float', value: 0 },
        { type: 'float', value: value.value * 10 + 0.1 },
        { type: 'int', value: Math.trunc(Math.min(value.value, 1e6)) + 0 },
      ]);
      return true;
    case 'str':
      node.value = {
        type: 'str',
        value: draw.pick([
          '',
          value.value + value.value,
          value.value.toUpperCase(),
          [...value.value].reverse().join(''),
          `${value.value} `,
          `${value.value}é\n`,
          value.value.slice(1),
          '12',
          '%s',
          '{}',
        ]),
      };
      return true;
    case 'bool':
      node.value = draw.pick([
        { type: 'bool', value: !value.value },
        { type: 'None' },
        { type: 'int', value: 2 },
      ]);
      return true;
    case 'None':
      node.value = draw.pick([
        { type: 'bool', value: false },
        { type: 'int', value: 0 },
        { type: 'str', value: '' },
      ]);
      return true;
    case 'imaginary':
    case 'bytes':
    case 'Ellipsis':
      return false;
  }
}

// prettier-ignore
const METHODS = ['append', 'extend', 'insert', 'pop', 'remove', 'index', 'count', 'sort', 'reverse', 'copy', 'clear', 'keys',
  'values', 'items', 'get', 'update', 'setdefault', 'popitem', 'add', 'discard', 'union', 'difference', 'upper', 'lower',
  'title', 'swapcase', 'capitalize', 'strip', 'lstrip', 'rstrip', 'split', 'rsplit', 'splitlines', 'join', 'find', 'rfind',
  'replace', 'startswith', 'endswith', 'isdigit', 'isalpha', 'isalnum', 'isupper', 'islower', 'isspace', 'partition',
  'rpartition', 'zfill', 'center', 'ljust', 'rjust', 'format', 'encode', 'translate', 'expandtabs', 'removeprefix', 'issubset',
  'bit_length', 'is_integer', 'isidentifier', 'casefold'];

/** Functions that may stand for one another. */
// prettier-ignore
const FUNCTIONS = ['len', 'sum', 'min', 'max', 'sorted', 'reversed', 'list', 'tuple', 'set', 'str', 'int', 'float', 'bool', 'abs',
  'range', 'enumerate', 'zip', 'dict', 'any', 'all', 'ord', 'chr', 'repr', 'round', 'iter', 'next', 'map', 'filter', 'type',
  'divmod', 'bin', 'hex'];

/** The name of something else in the program, or of another builtin. */
function rename(node: Node & { kind: 'Name' }, all: readonly Node[], draw: Draw): boolean {
  const names = all.flatMap((other) => (other.kind === 'Name' ? [other.id] : []));
  node.id = FUNCTIONS.includes(node.id) ? draw.pick(FUNCTIONS) : draw.pick(names);
  return true;
}

/** One fewer, one twice, two exchanged, or one in a list. */
function changeArguments(args: Expr[], draw: Draw): boolean {
  if (args.length === 0) return false;
  const [i, j] = [draw.int(0, args.length - 1), draw.int(0, args.length - 1)];
  switch (draw.int(0, 3)) {
    case 0:
      args.splice(i, 1);
      break;
    case 1:
      args.splice(i, 0, cloneNode(args[i]!));
      break;
    case 2:
      [args[i], args[j]] = [args[j]!, args[i]!];
      break;
    default:
      if (args[i]!.kind === 'Starred') return false;
      args[i] = { kind: 'List', elts: [args[i]!], span: args[i]!.span };
  }
  return true;
}

/** Another expression of the program in place of a whole one. */
function exchange(node: Node & { kind: 'Return' | 'Expr' }, all: readonly Node[], draw: Draw): boolean {
  const other = draw.pick(all.filter((one) => isExpression(one)));
  if (['Starred', 'Yield', 'YieldFrom', 'NamedExpr', 'Slice', 'FormattedValue'].includes(other.kind))
    return false;
  node.value = cloneNode(other);
  return true;
}

/** A statement of a block left out, carried out twice, or before the one that it follows. */
function changeBody(node: Node, draw: Draw): boolean {
  const held = node as unknown as Record<string, unknown>;
  const blocks = childFields(node.kind).flatMap((field) =>
    ['body', 'orelse', 'finalbody'].includes(field) && Array.isArray(held[field])
      ? [held[field] as Stmt[]]
      : [],
  );
  const block = blocks.length === 0 ? undefined : draw.pick(blocks);
  if (block === undefined || block.length < 2) return false;
  const at = draw.int(1, block.length - 1);
  if (draw.int(0, 2) === 0) block.splice(at, 1);
  else if (draw.int(0, 1) === 0) block.splice(at, 0, cloneNode(block[at]!));
  else [block[at - 1], block[at]] = [block[at]!, block[at - 1]!];
  return true;
}

const NOWHERE = { start: 0, end: 0 };

function number(value: number): Expr {
  const size: Expr = { kind: 'Constant', value: { type: 'int', value: Math.abs(value) }, span: NOWHERE };
  return value < 0 ? { kind: 'UnaryOp', op: '-', operand: size, span: NOWHERE } : size;
}

function text(value: string): Expr {
  return { kind: 'Constant', value: { type: 'str', value }, span: NOWHERE };
}

function slice(lower: number | null, upper: number | null, step: number | null = null): Expr {
  const part = (value: number | null): Expr | null => (value === null ? null : number(value));
  return { kind: 'Slice', lower: part(lower), upper: part(upper), step: part(step), span: NOWHERE };
}
