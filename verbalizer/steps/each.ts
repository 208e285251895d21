// What comprehensions, generator expressions and lambdas did with each element: collected while their frames run, told
// before the step that uses their result. Knows frames and events by name, nothing of wording.
import type { Expr, Lambda, Node, ListComp, SetComp, DictComp, GeneratorExp } from '../../grammar/ast.ts';
import { children, printExpr } from '../../grammar/index.ts';
import { Op } from '../../interpreter/opcodes.ts';
import type { Value } from '../../interpreter/values/objects.ts';
import type { SlotValue } from '../claims.ts';
import type { FrameState } from './frame.ts';
import { shown } from './shown.ts';

const STORES = new Set<Op>([Op.STORE_FAST, Op.STORE_DEREF]);

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
  /** How many there were of each, and the last ones. */
  taken: number;
  passed: number;
  last: string;
  lastResult: string;
  /** Something of it has no text. */
  mute: boolean;
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
    taken: 0,
    passed: 0,
    last: '',
    lastResult: '',
    mute: false,
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
  const inner = comp.generators.at(-1)!;
  const made = madeOf(comp);
  if (comp.generators.length > 1) {
    if (inner.target.kind !== 'Name') return false;
    // only what the innermost loop does can be told of its elements alone
    const outer = comp.generators.slice(0, -1);
    if (
      outer.some(
        ({ target, ifs }) =>
          ifs.length > 0 || [...inner.ifs, made].some((e) => e !== null && mentions(e, target)),
      )
    )
      return false;
  }
  return inner.ifs.length > 0 || made !== null;
}

/** What is made of each element, or null when it is the element itself or always the same. */
function madeOf(comp: Comp): Expr | null {
  const { target } = comp.generators.at(-1)!;
  if (comp.kind !== 'DictComp') {
    const { elt } = comp;
    const same = printExpr(elt) === printExpr(target);
    const part = elt.kind === 'Name' && target.kind === 'Tuple';
    return same || part || elt.kind === 'Constant' || !mentions(elt, target) ? null : elt;
  }
  const byKey = comp.key.kind === 'Name' && target.kind === 'Name' && comp.key.id === target.id;
  if (byKey) return comp.value.kind === 'Constant' ? null : comp.value;
  const pair = pairOf(comp);
  return printExpr(pair) === printExpr(target) ? null : pair;
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

function add(list: string[], text: string): void {
  if (list.length < MOST_ITEMS) list.push(text);
}

function take(collection: Collection, text: string): void {
  collection.taken++;
  collection.last = text;
  add(collection.items, text);
}

function make(collection: Collection, text: string): void {
  collection.lastResult = text;
  add(collection.results, text);
}

/** An instruction ran in the frame of a comprehension. */
export function observe(
  collection: Collection,
  frame: FrameState,
  at: Node,
  op: Op,
  value: Value | undefined,
): void {
  const { node } = collection;
  if (collection.mute || node.kind === 'Lambda') return;
  switch (op) {
    case Op.FOR_ITER:
      if (value !== undefined && node.generators.length === 1) take(collection, shown(value, ROOM));
      return;
    case Op.LIST_APPEND:
    case Op.SET_ADD:
    case Op.MAP_ADD:
    case Op.YIELD_VALUE: {
      collection.passed++;
      add(collection.kept, collection.last);
      const made = madeOf(node);
      if (made === null) return;
      const parts = made.kind === 'Tuple' && node.kind === 'DictComp' ? [node.key, node.value] : [made];
      const texts = parts.map((part) => {
        const result = frame.values.get(part) ?? (parts.length === 1 ? value : undefined);
        return result === undefined ? null : shown(result, ROOM);
      });
      if (texts.includes(null)) collection.mute = true;
      else make(collection, texts.length === 1 ? texts[0]! : `(${texts.join(', ')})`);
      return;
    }
    default:
      // of loops inside one another, the innermost shows itself by the name that it gives a value to
      if (
        value !== undefined &&
        node.generators.length > 1 &&
        at === node.generators.at(-1)!.target &&
        STORES.has(op)
      )
        take(collection, shown(value, ROOM));
  }
}

/** A lambda was called with these arguments and gave this value. */
export function called(
  collection: Collection,
  args: readonly (readonly [string, Value])[],
  value: Value,
): void {
  const texts = args.map(([, arg]) => shown(arg, ROOM));
  take(collection, texts.length === 1 ? texts[0]! : `(${texts.join(', ')})`);
  make(collection, shown(value, ROOM));
}

/** Whether the filters are values rather than conditions: `if word`. */
export function filtersByValue({ node }: Collection): boolean {
  const ifs = node.kind === 'Lambda' ? [] : node.generators.at(-1)!.ifs;
  return ifs.some(({ kind }) => kind === 'Name' || kind === 'Attribute' || kind === 'Subscript');
}

/** What can be said of a collection; null when there is nothing. */
export function told(collection: Collection): Facts | null {
  const { node, items, taken, mute } = collection;
  if (mute || taken === 0) return null;
  if (node.kind === 'Lambda') {
    const { params } = node;
    const names = [...params.posonly, ...params.args].map((p) => p.name);
    return names.length === 0 ? null : madeFacts(collection, { target: listed(names) }, node.body);
  }
  const { target, ifs } = node.generators.at(-1)!;
  const text = target.kind === 'Name' ? target.id : printExpr(target);
  const facts: Facts = { target: target.kind === 'Name' || text.startsWith('(') ? text : `(${text})` };
  const made = madeOf(node);
  if (ifs.length === 0) return made === null ? null : madeFacts(collection, facts, made);
  facts['test'] = ifs.map((test) => printExpr(test)).join(' and ');
  const { kept, passed, results } = collection;
  if (passed === 0) facts['none'] = '1';
  else if (passed === kept.length && isShort(kept)) facts['kept'] = kept;
  if (taken > items.length || !isShort(items)) return { ...facts, size: String(taken), left: String(passed) };
  facts['items'] = items;
  if (facts['kept'] === undefined) facts['left'] = String(passed);
  else if (made !== null && isShort(results)) Object.assign(facts, { source: printExpr(made), results });
  return facts;
}

/** What was made of each element: one by one, of the first and the last of many, or the same of all. */
function madeFacts(collection: Collection, facts: Facts, made: Expr): Facts | null {
  const { items, results, taken, last, lastResult } = collection;
  if (results.length === 0) return null;
  facts['source'] = printExpr(made);
  if (taken > items.length || !isShort(items) || !isShort(results))
    return { ...facts, size: String(taken), first: items[0]!, last, head: results[0]!, tail: lastResult };
  facts['items'] = items;
  if (results.length > 2 && results.every((text) => text === results[0])) facts['all'] = results[0]!;
  else facts['results'] = results;
  return facts;
}

function isShort(texts: readonly string[]): boolean {
  return texts.join(', ').length <= LONGEST_LIST;
}

function listed(names: readonly string[]): string {
  return names.length === 1 ? names[0]! : `(${names.join(', ')})`;
}
