// Lines for instructions that have none. CPython gives one the line of what leads to it, none where several things do,
// and a `return None` at the end of a function then that which happens to stand before it. What its optimizer makes of
// the blocks (`cpython-passes.ts`) is brought back to our code here, which only gets lines, and copies of stretches
// that CPython has several times with different lines.
import { optimize } from './cpython-passes.ts';
import { type Block, type Item, NOWHERE, type Sketch } from './sketch.ts';

/** Our code, as far as it matters here. */
export interface Flow {
  /** Index of the instruction that the one at `at` can jump to; -1 for none. */
  target(at: number): number;
  /** Whether it does nothing. */
  idles(at: number): boolean;
  /** Whether it does nothing but jump, and where to. */
  jumps(at: number): 'ahead' | 'back' | null;
}

/** A jump that needs code of its own to go to: copies of instructions, with lines. */
export interface Detour {
  readonly jump: number;
  readonly path: readonly Placed[];
  /** The instruction that the copy goes on with; -1 when it leaves the function. */
  readonly back: number;
}

/** What CPython runs from a jump on until it comes to what others run, too. */
interface Walk extends Detour {
  /** The lines are others than those of our code there. */
  readonly differs: boolean;
  /** Our jumps that it comes by and CPython does not. */
  readonly through: readonly number[];
}

interface Placed {
  readonly at: number;
  readonly line: number;
}

export interface Settled {
  /** By instruction: its line, NOWHERE, or 0 for that of whatever leads to it. */
  readonly lines: readonly number[];
  readonly detours: readonly Detour[];
}

/** Settles the lines of a code object. @param count how many instructions it has */
export function settleLines(sketch: Sketch, flow: Flow, count: number, firstLine: number): Settled {
  const own = sketch.byOrigin.map((item) => item?.line ?? 0);
  sketch.byOrigin[0]!.line = firstLine;
  optimize(sketch.blocks, firstLine);
  // what is taken out had the line of what stands next to it
  const lines = Array.from({ length: count }, (_, at) => own[at] ?? 0);
  /** The lines of the instructions that CPython still has. */
  const exact: (number | undefined)[] = [];
  for (const { items } of sketch.blocks) {
    let before: number | null = null;
    for (const item of items) {
      if (item.gone || item.origin < 0 || sketch.byOrigin[item.origin] !== item) continue;
      const line = item.line || NOWHERE;
      exact[item.origin] = line;
      if (own[item.origin] === 0 && item.origin > 0 && line !== before) lines[item.origin] = line;
      before = line;
    }
  }
  const walks = sketch.byOrigin.flatMap((item) => {
    if (item === undefined || flow.target(item.origin) < 0) return [];
    return walkFrom(item, sketch, flow, exact, lines) ?? [];
  });
  return { lines, detours: detoursOf(walks) };
}

/** The walks that cannot be left as they are; a jump that another one comes by takes that along when it changes. */
function detoursOf(walks: readonly Walk[]): Detour[] {
  const changed = new Map<number, Walk>();
  for (;;) {
    const more = walks.filter(
      (walk) => !changed.has(walk.jump) && (walk.differs || walk.through.some((jump) => changed.has(jump))),
    );
    if (more.length === 0) return [...changed.values()];
    for (const walk of more) changed.set(walk.jump, walk);
  }
}

/** What CPython runs from an item of a block on, as far as only one way leads on. */
function* following(block: Block, from: number): Generator<Item> {
  let at: Block | null = block;
  let i = from;
  while (at !== null) {
    const live: Item[] = at.items.slice(i).filter(({ gone }) => !gone);
    yield* live;
    const last = live.at(-1);
    at = last?.kind === 'jump' ? last.target : at.falls ? at.next : null;
    i = 0;
  }
}

/**
 * What CPython runs after a jump. A stretch that it runs nowhere else gets the lines.
 * @returns null where ours goes other ways
 */
function walkFrom(
  jump: Item,
  { byOrigin }: Sketch,
  flow: Flow,
  exact: (number | undefined)[],
  lines: number[],
): Walk | null {
  const there = jump.gone || jump.kind === 'nop' ? null : jump.target;
  const ahead =
    there === null ? following(jump.block, jump.block.items.indexOf(jump) + 1) : following(there, 0);
  const path: Placed[] = [];
  const through: number[] = [];
  let differs = false;
  let before: number | null = null;
  let item = nextOwn(ahead);
  let at = flow.target(jump.origin);
  const walk = (back: number): Walk => ({ jump: jump.origin, path, back, differs, through });
  while (at < lines.length) {
    if (item?.origin === at) {
      if (item === byOrigin[at]) return walk(at);
      const line = item.line || NOWHERE;
      if (exact[at] === undefined) {
        exact[at] = line;
        if (line !== before) lines[at] = line;
      }
      if (exact[at] !== line) differs = true;
      path.push({ at, line: line === before ? 0 : line });
      if (item.kind === 'return' || item.kind === 'raise') return walk(-1);
      before = line;
      item = nextOwn(ahead);
      at++;
      continue;
    }
    const jumps = flow.jumps(at);
    if (jumps === null) {
      if (flow.target(at) >= 0) return null;
      if (!flow.idles(at)) path.push({ at, line: 0 });
      at++;
      continue;
    }
    through.push(at);
    if (byOrigin[at]?.gone === false && lines[at] !== 0) differs = true;
    if (jumps === 'back') {
      path.push({ at, line: 0 });
      return walk(-1);
    }
    at = flow.target(at);
  }
  return null;
}

/** The next that stands for one of ours. */
function nextOwn(ahead: Generator<Item>): Item | undefined {
  for (;;) {
    const { value, done } = ahead.next();
    if (done === true) return undefined;
    if (value.origin >= 0) return value;
  }
}
