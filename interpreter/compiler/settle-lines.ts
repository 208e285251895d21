// Lines for instructions that have none. CPython gives one the line of what leads to it, none where several things do,
// and a `return None` at the end of a function then that which happens to stand before it. As this hangs on its
// optimizer, the passes of that are done on a sketch: small ends replace jumps to them, jumps to jumps go on at once,
// ends without a line are doubled. The code itself only gets lines, and copies of ends where theirs differ.
// Source: optimize_cfg, duplicate_exits_without_lineno, propagate_line_numbers and guarantee_lineno_for_exits in
// https://github.com/python/cpython/blob/3.11/Python/compile.c

/** No line at all: what goes on afterwards begins its line anew. */
export const NOWHERE = -1;

/** The line of an instruction that CPython has not there: it belongs to whichever line led to it. */
export const ABSENT = -2;

/** How control goes on behind an instruction: to the next, elsewhere, to either, or no further. */
export type Way = 'next' | 'jump' | 'branch' | 'stop';

/** An instruction as far as it matters here. */
export interface Sketched {
  /** 0 where it has none, or ABSENT. */
  readonly line: number;
  readonly way: Way;
  /** Whether it returns from a function. */
  readonly returns: boolean;
  /** Index of the instruction that it can jump to; -1 for none. */
  readonly target: number;
  /** How many instructions CPython has before it that we have not. */
  readonly pads: number;
}

/** A jump that needs code of its own to go to: a copy of what runs from `target` on, as far as that has no line. */
export interface Detour {
  readonly jump: number;
  readonly target: number;
  /** The line of the instruction at `at`; all others of the copy have none. */
  readonly at: number;
  readonly line: number;
}

export interface Settled {
  readonly lines: readonly number[];
  readonly detours: readonly Detour[];
}

interface Step {
  /** Index of the instruction; -1 for one that only CPython has. */
  readonly origin: number;
  readonly way: Way;
  readonly returns: boolean;
  line: number;
  /** It is a jump to what comes next, which CPython has not in the end. */
  readonly dropped?: true;
}

interface Block {
  readonly origin: number;
  steps: Step[];
  /** Jumps that were in it, whose targets' steps took their place. */
  readonly taken: number[];
  /** When the compiler made it, relative to the others. */
  readonly made: number;
  target: Block | null;
  next: Block | null;
  /** How many blocks led to it when they were counted. */
  leads: number;
  /** Whether exceptions come in here. */
  readonly handler: boolean;
  /** The line on which its first instruction begins: its own, 0 for that of what leads to it, or NOWHERE. */
  start: number;
}

/** The most instructions of an end that takes the place of a jump. */
const SMALL_END = 4;

/**
 * Settles the lines of a code object.
 * @param made for the first instruction of each block, when the compiler made the block
 * @param handlers the instructions at which exceptions come in
 */
export function settleLines(
  code: readonly Sketched[],
  firstLine: number,
  made: ReadonlyMap<number, number>,
  handlers: ReadonlySet<number>,
): Settled {
  const lines = code.map(({ line }) => (line === ABSENT ? 0 : line));
  const blocks = blocksOf(code, firstLine, made, handlers);
  const first = blocks.get(0);
  if (first === undefined) return { lines, detours: [] };
  for (const block of layout(first)) putEnd(block);
  for (const block of layout(first)) {
    goOn(block);
    block.steps = block.steps.filter(({ origin }) => origin >= 0);
  }
  for (const block of layout(first)) putEnd(block);
  countLeads(first, blocks);
  dropJumps(first);
  for (const block of [...layout(first)].sort((a, b) => b.made - a.made)) doubleEnd(block);
  for (const block of layout(first)) propagate(block);
  guarantee(first, firstLine);
  for (const { origin, start } of layout(first))
    if (origin > 0 && code[origin].line === 0) lines[origin] = start;
  const detours = [...layout(first)].flatMap((block) => detoursOf(block, code, lines, blocks));
  return { lines, detours };
}

function* layout(first: Block): Generator<Block> {
  for (let block: Block | null = first; block !== null; block = block.next) yield block;
}

/** The blocks by their first instructions. */
function blocksOf(
  code: readonly Sketched[],
  firstLine: number,
  made: ReadonlyMap<number, number>,
  handlers: ReadonlySet<number>,
): Map<number, Block> {
  const blocks = new Map<number, Block>();
  let block: Block | null = null;
  for (const [i, { line, way, returns, pads }] of code.entries()) {
    if (block === null || made.has(i)) {
      const begun: Block = {
        origin: i,
        steps: [],
        taken: [],
        made: made.get(i) ?? 0,
        target: null,
        next: null,
        leads: 0,
        handler: handlers.has(i),
        start: line,
      };
      if (block !== null) block.next = begun;
      blocks.set(i, begun);
      block = begun;
    }
    if (line === ABSENT) continue;
    for (let n = 0; n < pads; n++) block.steps.push({ origin: -1, way: 'next', returns: false, line: 0 });
    block.steps.push({ origin: i, way, returns, line: i === 0 ? firstLine : line });
  }
  for (const one of blocks.values()) {
    if (one.steps.length === 0) one.steps.push({ origin: one.origin, way: 'next', returns: false, line: 0 });
    const { origin, way } = one.steps.at(-1)!;
    one.target = (way === 'next' ? null : blocks.get(code[origin].target)) ?? null;
  }
  return blocks;
}

const lastOf = (block: Block): Step => block.steps.at(-1)!;

/** Whether nothing comes after the block, and nothing in it has a line. */
function isBareEnd(block: Block): boolean {
  return lastOf(block).way === 'stop' && block.steps.every(({ line }) => line === 0);
}

/** A jump to a small end becomes that end. */
function putEnd(block: Block): void {
  const last = lastOf(block);
  const { target } = block;
  if (last.way !== 'jump' || target === null) return;
  if (!isBareEnd(target) || target.steps.length > SMALL_END) return;
  const put = target.steps.map((step, i) => ({ ...step, line: i === 0 ? last.line : 0 }));
  block.steps = [...block.steps.slice(0, -1), { ...last, origin: -1, way: 'next' }, ...put];
  block.taken.push(last.origin, ...target.taken);
  block.target = null;
}

/** A jump to a jump on the same line goes to its target. */
function goOn(block: Block): void {
  for (;;) {
    const last = lastOf(block);
    const { target } = block;
    if (target === null || (last.way !== 'jump' && last.way !== 'branch')) return;
    const [next] = target.steps;
    if (next.way !== 'jump' || next.line !== last.line || target.target === block.target) return;
    block.target = target.target;
  }
}

const goesOn = (block: Block): boolean => lastOf(block).way === 'next' || lastOf(block).way === 'branch';

/** Counts what leads to each block, and takes out those to which nothing does any more. */
function countLeads(first: Block, blocks: ReadonlyMap<number, Block>): void {
  const waiting = [first, ...[...blocks.values()].filter(({ handler }) => handler)];
  for (const block of waiting) block.leads = 1;
  for (let block = waiting.pop(); block !== undefined; block = waiting.pop()) {
    for (const led of [goesOn(block) ? block.next : null, block.target])
      if (led !== null && led.leads++ === 0) waiting.push(led);
  }
  for (const block of layout(first))
    while (block.next !== null && block.next.leads === 0) block.next = block.next.next;
}

/** A jump to what comes next is none. It still stands there when lines are handed on. */
function dropJumps(first: Block): void {
  for (const block of layout(first)) {
    const last = lastOf(block);
    if (last.way !== 'jump' || block.target !== block.next || block.next === null) continue;
    block.target = null;
    block.steps[block.steps.length - 1] = { ...last, way: 'next', dropped: true };
  }
}

/** An end without a line is copied for all that lead to it but one. */
function doubleEnd(block: Block): void {
  const last = lastOf(block);
  const { target } = block;
  if (target === null || target.leads < 2 || (last.way !== 'jump' && last.way !== 'branch')) return;
  if (!isBareEnd(target)) return;
  const steps = target.steps.map((step) => ({ ...step }));
  steps[0].line = last.line;
  const copy: Block = { ...target, steps, leads: 1 };
  target.leads--;
  target.next = copy;
  block.target = copy;
}

/** Hands lines on, within a block and to a block that nothing else leads to. */
function propagate(block: Block): void {
  let line = 0;
  for (const step of block.steps) {
    if (step.line > 0) line = step.line;
    else step.line = line;
  }
  for (const led of [goesOn(block) ? block.next : null, block.target])
    if (led !== null && led.leads === 1 && led.steps[0].line === 0) led.steps[0].line = line;
}

/** Where blocks begin that have no line of their own; the line before an end that has been given none is its line. */
function guarantee(first: Block, firstLine: number): void {
  let line = firstLine;
  for (const block of layout(first)) {
    const start = block.steps[0].line;
    const last = lastOf(block);
    const empty = block.steps.every(({ dropped }) => dropped);
    block.start = start === 0 && !empty ? NOWHERE : 0;
    if (last.line > 0) line = last.line;
    else if (last.returns) block.start = line;
  }
}

/** The jumps of a block that must not meet the lines which others meet there. */
function detoursOf(
  block: Block,
  code: readonly Sketched[],
  lines: readonly number[],
  blocks: ReadonlyMap<number, Block>,
): Detour[] {
  if (blocks.get(block.origin) !== block) return [];
  const own = lastOf(block).way === 'next' ? [] : [lastOf(block).origin];
  const jumps = [...block.taken, ...own].filter((jump) => jump >= 0 && code[jump].target >= 0);
  return jumps.flatMap((jump) => {
    const { target } = code[jump];
    const there = block.target !== null && jump === lastOf(block).origin ? block.target : null;
    const at = there?.origin ?? target;
    const line = there?.start ?? 0;
    const meets = code[at].line !== 0 || lines[at] === line;
    const passes = at === target || code[target].line !== 0 || lines[target] === 0;
    return meets && passes ? [] : [{ jump, target, at, line }];
  });
}
