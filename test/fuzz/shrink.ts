// Makes a failing program small: takes statements away, puts the parts of an expression in its place, as long as it
// still fails. Works on the tree, so on any program. Knows nothing of what failing is.
import { parse, print, Source, type Module } from '../../grammar/index.ts';

type Node = Record<string, unknown> & { kind: string };

const isNode = (value: unknown): value is Node =>
  typeof value === 'object' && value !== null && typeof (value as Node).kind === 'string' && 'span' in value;

const EXPRESSIONS = new Set([
  ...[
    'BoolOp',
    'NamedExpr',
    'BinOp',
    'UnaryOp',
    'Lambda',
    'IfExp',
    'Dict',
    'Set',
    'ListComp',
    'SetComp',
    'DictComp',
  ],
  ...[
    'GeneratorExp',
    'Yield',
    'YieldFrom',
    'Compare',
    'Call',
    'JoinedStr',
    'Constant',
    'Attribute',
    'Subscript',
    'Name',
  ],
  ...['List', 'Tuple'],
]);
const LISTS_OF_STATEMENTS = new Set(['body', 'orelse', 'finalbody', 'handlers', 'cases']);
const LISTS_OF_EXPRESSIONS = new Set(['elts', 'args', 'keywords', 'decorators', 'ifs', 'values']);

/** One way to make a tree smaller: carries itself out, and undoes it. */
interface Cut {
  apply(): void;
  undo(): void;
}

function* cuts(node: Node): Generator<Cut> {
  for (const [field, value] of Object.entries(node)) {
    if (Array.isArray(value)) yield* cutsOfList(node, field, value as unknown[]);
    else if (isNode(value)) {
      if (EXPRESSIONS.has(value.kind)) yield* cutsOfExpression(node, field, value);
      yield* cuts(value);
    }
  }
}

function* cutsOfList(node: Node, field: string, list: unknown[]): Generator<Cut> {
  if (LISTS_OF_STATEMENTS.has(field) || LISTS_OF_EXPRESSIONS.has(field)) {
    for (let size = Math.max(1, list.length >> 1); size >= 1; size >>= 1)
      for (let i = list.length - size; i >= 0; i -= size) yield removal(node, field, list, i, size);
  }
  for (let i = 0; i < list.length; i++) {
    const each = list[i];
    if (!isNode(each)) continue;
    const body = each['body'];
    if (
      LISTS_OF_STATEMENTS.has(field) &&
      Array.isArray(body) &&
      each.kind !== 'FunctionDef' &&
      each.kind !== 'ClassDef'
    )
      yield replacement(node, field, [...list.slice(0, i), ...(body as unknown[]), ...list.slice(i + 1)]);
    if (EXPRESSIONS.has(each.kind))
      for (const part of partsOf(each)) yield replacement(node, field, list.with(i, part));
    yield* cuts(each);
  }
}

function* cutsOfExpression(node: Node, field: string, value: Node): Generator<Cut> {
  for (const part of partsOf(value)) yield replacement(node, field, part);
}

/** What may stand in place of an expression: what it is made of, and nothing much. */
function* partsOf(expression: Node): Generator<Node> {
  for (const value of Object.values(expression))
    for (const part of Array.isArray(value) ? (value as unknown[]) : [value])
      if (isNode(part) && EXPRESSIONS.has(part.kind)) yield part;
  if (expression.kind === 'Constant') return;
  for (const value of [1, 'a'])
    yield {
      kind: 'Constant',
      span: expression['span'],
      value: { type: typeof value === 'number' ? 'int' : 'str', value },
      raw: null,
    };
}

function removal(node: Node, field: string, list: unknown[], at: number, size: number): Cut {
  return replacement(node, field, [...list.slice(0, at), ...list.slice(at + size)]);
}

function replacement(node: Node, field: string, value: unknown): Cut {
  const before = node[field];
  return {
    apply: () => void (node[field] = value),
    undo: () => void (node[field] = before),
  };
}

/**
 * The smallest program found that still fails.
 * @param fails whether a program fails as the first did
 * @param until when to stop, as `Date.now()` counts
 */
export async function shrink(
  code: string,
  fails: (code: string) => Promise<boolean>,
  until: number,
): Promise<string> {
  const module = parse(new Source(code)).module;
  if (module === null) return code;
  const root = module as unknown as Node;
  let best = print(module);
  if (!(await fails(best))) return code;
  for (let better = true; better && Date.now() < until;) {
    better = false;
    for (const cut of cuts(root)) {
      if (Date.now() > until) break;
      cut.apply();
      const smaller = printed(module);
      if (smaller !== null && smaller.length < best.length && (await fails(smaller))) {
        best = smaller;
        better = true;
        break;
      }
      cut.undo();
    }
  }
  return best;
}

/** Null for a tree that is no program any more. */
function printed(module: Module): string | null {
  try {
    return print(module);
  } catch {
    return null;
  }
}
