// What comprehensions, generator expressions and lambdas did with each element: collected while their frames run, told
// before the step that uses their result. Knows frames and events by name, nothing of wording.
import type { Expr, Lambda, Node, ListComp, SetComp, DictComp, GeneratorExp } from '../../grammar/ast.ts';
import { children, printExpr } from '../../grammar/index.ts';
import { Op } from '../../interpreter/opcodes.ts';
import type { Value } from '../../interpreter/values/objects.ts';
import type { SlotValue } from '../claims.ts';
import type { FrameState } from './frame.ts';
import { shown } from './shown.ts';

type Comp = ListComp | SetComp | DictComp | GeneratorExp;
type Facts = Record<string, SlotValue>;

/** More elements are not told one by one, nor longer lists of them. */
const MOST_ITEMS = 10;
const LONGEST_LIST = 160;
/** Room for one element. */
const ROOM = 40;

/** What has been collected of one comprehension or of the calls of one lambda. */
export interface Collection {
  readonly node: Comp | Lambda;
  /** The frame that it belongs to, and that frame's statement. */
  readonly owner: FrameState;
  readonly stmt: object | null;
  /** Elements taken, those that passed the filters, and what was made of them. */
  readonly items: string[];
  readonly kept: string[];
  readonly results: string[];
  /** Too much to tell. */
  full: boolean;
}

/** Begins to collect for a frame; null when there is nothing to say of it. */
export function collect(node: Node, owner: FrameState): Collection | null {
  if (!isCollected(node) || (node.kind !== 'Lambda' && !isTellable(node))) return null;
  return {
    node,
    owner,
    stmt: owner.stmt,
    items: [],
    kept: [],
    results: [],
    full: false,
  };
}

function isCollected(node: Node): node is Comp | Lambda {
  const { kind } = node;
  return (
    kind === 'Lambda' ||
    kind === 'ListComp' ||
    kind === 'SetComp' ||
    kind === 'DictComp' ||
    kind === 'GeneratorExp'
  );
}

function isTellable(comp: Comp): boolean {
  if (comp.generators.length !== 1) return false;
  const [clause] = comp.generators;
  return clause!.ifs.length > 0 || madeOf(comp) !== null;
}

/** What is made of each element, or null when it is the element itself or always the same. */
function madeOf(comp: Comp): Expr | null {
  const target = comp.generators[0]!.target;
  if (comp.kind !== 'DictComp') {
    const same = comp.elt.kind === 'Name' && target.kind === 'Name' && comp.elt.id === target.id;
    const { elt } = comp;
    const part = elt.kind === 'Name' && target.kind === 'Tuple';
    return same || part || elt.kind === 'Constant' || !mentions(elt, target) ? null : elt;
  }
  const byKey = comp.key.kind === 'Name' && target.kind === 'Name' && comp.key.id === target.id;
  return byKey ? (comp.value.kind === 'Constant' ? null : comp.value) : pairOf(comp);
}

/** Whether what is made of an element depends on it at all. */
function mentions(elt: Expr, target: Expr): boolean {
  const names = new Set<string>();
  walk(target, (node) => void (node.kind === 'Name' && names.add(node.id)));
  let found = false;
  walk(elt, (node) => void (node.kind === 'Name' && names.has(node.id) && (found = true)));
  return found;
}

function walk(node: Node, visit: (node: Node) => void): void {
  visit(node);
  for (const child of children(node)) walk(child, visit);
}

const pairs = new WeakMap<DictComp, Expr>();

function pairOf(comp: DictComp): Expr {
  let pair = pairs.get(comp);
  if (pair === undefined) {
    pair = { kind: 'Tuple', elts: [comp.key, comp.value], span: comp.span };
    pairs.set(comp, pair);
  }
  return pair;
}

function add(collection: Collection, list: string[], text: string): void {
  if (list.length === MOST_ITEMS) collection.full = true;
  else list.push(text);
}

/** An instruction ran in the frame of a comprehension. */
export function observe(collection: Collection, frame: FrameState, op: Op, value: Value | undefined): void {
  const { node } = collection;
  if (collection.full || node.kind === 'Lambda') return;
  switch (op) {
    case Op.FOR_ITER:
      if (value !== undefined) add(collection, collection.items, shown(value, ROOM));
      return;
    case Op.LIST_APPEND:
    case Op.SET_ADD:
    case Op.MAP_ADD:
    case Op.YIELD_VALUE: {
      if (collection.items.length > 0) add(collection, collection.kept, collection.items.at(-1)!);
      const made = madeOf(node);
      if (made === null) return;
      const parts = made.kind === 'Tuple' && node.kind === 'DictComp' ? [node.key, node.value] : [made];
      const texts = parts.map((part) => {
        const result = frame.values.get(part) ?? (parts.length === 1 ? value : undefined);
        return result === undefined ? null : shown(result, ROOM);
      });
      if (texts.includes(null)) collection.full = true;
      else add(collection, collection.results, texts.length === 1 ? texts[0]! : `(${texts.join(', ')})`);
      return;
    }
    default:
      return;
  }
}

/** A lambda was called with these arguments and gave this value. */
export function called(
  collection: Collection,
  args: readonly (readonly [string, Value])[],
  value: Value,
): void {
  const texts = args.map(([, arg]) => shown(arg, ROOM));
  add(collection, collection.items, texts.length === 1 ? texts[0]! : `(${texts.join(', ')})`);
  add(collection, collection.results, shown(value, ROOM));
}

/** What can be said of a collection; null when that is too much, or nothing. */
export function told(collection: Collection): Facts | null {
  const { node, items, kept, results, full } = collection;
  if (full || items.length === 0 || items.join(', ').length > LONGEST_LIST) return null;
  if (results.join(', ').length > LONGEST_LIST) return null;
  if (results.length > 2 && results.every((text) => text === results[0])) return null;
  if (node.kind === 'Lambda') {
    const { params } = node;
    const names = [...params.posonly, ...params.args].map((p) => p.name);
    if (names.length === 0) return null;
    return { target: listed(names), items, source: printExpr(node.body), results };
  }
  const { target, ifs } = node.generators[0]!;
  const facts: Facts = { target: target.kind === 'Name' ? target.id : printExpr(target), items };
  if (target.kind !== 'Name' && !String(facts['target']).startsWith('('))
    facts['target'] = `(${String(facts['target'])})`;
  if (ifs.length > 0) {
    facts['test'] = ifs.map((test) => printExpr(test)).join(' and ');
    facts['kept'] = kept;
    if (kept.length === 0) facts['none'] = '1';
  }
  const made = madeOf(node);
  if (made !== null && results.length > 0) {
    facts['source'] = printExpr(made);
    facts['results'] = results;
  }
  return facts;
}

function listed(names: readonly string[]): string {
  return names.length === 1 ? names[0]! : `(${names.join(', ')})`;
}
