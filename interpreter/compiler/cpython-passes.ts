// What CPython's optimizer does to the blocks of a function, as far as lines hang on it: small ends take the place of
// jumps to them, jumps to jumps go on at once, what does nothing is taken out, ends without a line are doubled, lines
// are handed on. Pass by pass as there, with what it forgets: it does not count anew what leads to a block when one
// before it falls out, and then hands on a line that is only one of several.
// Source: extend_block, optimize_basic_block, clean_basic_block, optimize_cfg, duplicate_exits_without_lineno,
// propagate_line_numbers and guarantee_lineno_for_exits in https://github.com/python/cpython/blob/3.11/Python/compile.c
import type { Block, Item } from './sketch.ts';

/** The most instructions of an end that takes the place of a jump. */
const SMALL_END = 4;

/**
 * Does the passes to the blocks, in the order of their places; the items keep their places and have their lines then.
 * @param firstLine of what the code is the code of
 */
export function optimize(blocks: readonly Block[], firstLine: number): void {
  const [first] = blocks;
  /** The compiler's list of blocks has the last made first. */
  const byAge = [...blocks].sort((a, b) => b.made - a.made);
  for (const block of blocks) normalize(block);
  for (const block of byAge) extend(block);
  for (const block of blocks) {
    decide(block);
    thread(block);
    clean(block);
  }
  for (const block of byAge) extend(block);
  countWays(first);
  for (const block of blocks) {
    if (block.ways > 0) continue;
    for (const item of block.items) item.gone = true;
    block.falls = true;
  }
  for (const block of blocks) clean(block);
  dropEmpty(first);
  for (const block of layout(first)) dropJump(block);
  for (const block of byAge) doubleEnd(block);
  for (const block of layout(first)) propagate(block);
  guarantee(first, firstLine);
  for (const block of layout(first)) clean(block);
}

function* layout(first: Block): Generator<Block> {
  for (let block: Block | null = first; block !== null; block = block.next) yield block;
}

const isEmpty = ({ items }: Block): boolean => items.every(({ gone }) => gone);
const lastOf = ({ items }: Block): Item | undefined => items.findLast(({ gone }) => !gone);
const firstOf = ({ items }: Block): Item | undefined => items.find(({ gone }) => !gone);

/** The block itself or the first after it that has something in it. */
function filled(block: Block | null): Block | null {
  let at = block;
  while (at !== null && isEmpty(at)) at = at.next;
  return at;
}

const canJump = ({ kind }: Item): boolean => kind === 'jump' || kind === 'branch' || kind === 'round';

/** Where jumps go, and what the end of a block is. */
function normalize(block: Block): void {
  for (const item of block.items) item.target = filled(item.label?.block ?? null);
  const last = lastOf(block);
  block.exits = last?.kind === 'return' || last?.kind === 'raise';
  block.falls = !block.exits && last?.kind !== 'jump';
}

/** What is in a block that leaves the function and has no line; null for another. */
function bareEnd({ exits, items }: Block): Item[] | null {
  const live = items.filter(({ gone }) => !gone);
  return exits && live.every(({ line }) => line === 0) ? live : null;
}

/** A jump to a small end becomes that end. */
function extend(block: Block): void {
  const last = lastOf(block);
  if (last?.kind !== 'jump' || last.target === null) return;
  const end = bareEnd(last.target);
  if (end === null || end.length > SMALL_END) return;
  last.kind = 'nop';
  block.items.push(...end.map((item) => ({ ...item, block })));
  block.exits = true;
}

/** Jumps that a constant decides. */
function decide(block: Block): void {
  for (const item of block.items) {
    if (item.late === null) continue;
    item.kind = item.late;
    if (item.late === 'jump') block.falls = false;
  }
}

/** A jump to a jump on the same line goes to its target. */
function thread(block: Block): void {
  for (const item of block.items) {
    while (!item.gone && (item.kind === 'jump' || item.kind === 'branch') && item.target !== null) {
      const next = firstOf(item.target);
      if (next?.kind !== 'jump' || next.line !== item.line || next.target === item.target) break;
      item.target = next.target;
    }
  }
}

/** Takes out what does nothing and has a line that is come by anyway. */
function clean(block: Block): void {
  const live = block.items.filter(({ gone }) => !gone);
  let before = 0;
  live.forEach((item, i) => {
    const { line } = item;
    if (item.kind === 'nop') {
      const next = live.at(i + 1);
      const after = i + 1 < live.length ? next : firstOfNext(block);
      if (line === 0 || line === before) item.gone = true;
      else if (i + 1 < live.length && next !== undefined && (next.line === 0 || next.line === line)) {
        next.line = line;
        item.gone = true;
      } else if (after !== undefined && after.line === line) item.gone = true;
    }
    if (!item.gone) before = line;
  });
}

function firstOfNext({ next }: Block): Item | undefined {
  const block = filled(next);
  return block === null ? undefined : firstOf(block);
}

/** Counts the ways to each block. */
function countWays(first: Block): void {
  const waiting = [first];
  first.ways = 1;
  for (let block = waiting.pop(); block !== undefined; block = waiting.pop()) {
    const led = block.items.map((item) =>
      item.gone ? null : item.kind === 'setup' || canJump(item) ? item.target : null,
    );
    for (const to of [block.falls ? block.next : null, ...led])
      if (to !== null && to.ways++ === 0) waiting.push(to);
  }
}

/** Takes out the blocks with nothing in them. The ways to them are not counted for those after them. */
function dropEmpty(first: Block): void {
  for (const block of layout(first)) block.next = filled(block.next);
  for (const block of layout(first))
    for (const item of block.items) if (!item.gone) item.target = filled(item.target);
}

/** A jump to what comes next is none. It still stands there when lines are handed on. */
function dropJump(block: Block): void {
  const last = lastOf(block);
  if (last?.kind !== 'jump' || last.target === null || last.target !== block.next) return;
  block.falls = true;
  last.kind = 'nop';
}

/** An end without a line is copied for a jump to it, as long as something else leads there. */
function doubleEnd(block: Block): void {
  const last = lastOf(block);
  if (last === undefined || !canJump(last) || last.target === null) return;
  const { target } = last;
  const end = target.ways < 2 ? null : bareEnd(target);
  if (end === null) return;
  const copy: Block = { ...target, items: [], ways: 1 };
  copy.items = end.map((item) => ({ ...item, block: copy }));
  copy.items[0].line = last.line;
  last.target = copy;
  target.ways--;
  target.next = copy;
}

/** Hands lines on, within a block and to a block that nothing else seems to lead to. */
function propagate(block: Block): void {
  let line = 0;
  for (const item of block.items) {
    if (item.gone) continue;
    if (item.line > 0) line = item.line;
    else item.line = line;
  }
  const last = lastOf(block);
  const led = [block.falls ? block.next : null, last !== undefined && canJump(last) ? last.target : null];
  for (const to of led) {
    const item = to?.ways === 1 ? firstOf(to) : undefined;
    if (item?.line === 0) item.line = line;
  }
}

/** An end that still has no line gets that of what stands before it. */
function guarantee(first: Block, firstLine: number): void {
  let line = firstLine;
  for (const block of layout(first)) {
    const last = lastOf(block);
    if (last === undefined) continue;
    if (last.line > 0) line = last.line;
    else if (last.kind === 'return') for (const item of block.items) item.line = line;
  }
}
