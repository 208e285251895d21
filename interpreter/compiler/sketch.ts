// The blocks that CPython's compiler makes of the same code: which instructions they have, on which lines, and how
// control goes on. The emitter fills them in passing, `cpython-passes.ts` does to them what CPython's optimizer does.
// An item knows which of our instructions it stands for, if any; nothing here knows syntax.

/** No line at all: what goes on afterwards begins its line anew. */
export const NOWHERE = -1;

/** The line of an instruction that CPython has not there: it belongs to whichever line led to it. */
export const ABSENT = -2;

/**
 * What an item is to the optimizer. `setup` says where exceptions go from here on, `round` asks for the next element:
 * its jump is never shortened.
 */
export type Kind = 'plain' | 'nop' | 'setup' | 'jump' | 'branch' | 'round' | 'return' | 'raise';

/** An instruction of CPython. */
export interface Item {
  /** Index of our instruction that it stands for; -1 for none. */
  readonly origin: number;
  kind: Kind;
  /** 0 where it has none. */
  line: number;
  /** What it becomes when constants are looked at. */
  readonly late: Kind | null;
  readonly label: Target | null;
  target: Block | null;
  /** Taken out. It keeps its place, so that one can go on from it. */
  gone: boolean;
  block: Block;
}

export interface Block {
  items: Item[];
  /** When the compiler made it, relative to the others. */
  readonly made: number;
  next: Block | null;
  /** Whether control leaves the function in it. */
  exits: boolean;
  /** Whether control goes on to the next block. */
  falls: boolean;
  /** How many ways led to it when they were counted. */
  ways: number;
}

/** A place that jumps go to. */
export interface Target {
  readonly made: number;
  block: Block | null;
}

let clock = 0;

/** When something is made: later is more. */
export const tick = (): number => clock++;

export function newBlock(made: number): Block {
  return { items: [], made, next: null, exits: false, falls: true, ways: 0 };
}

/** Whether a block ends with it. */
const ENDS: Readonly<Record<Kind, boolean>> = {
  plain: false,
  nop: false,
  setup: false,
  jump: true,
  branch: true,
  round: true,
  return: true,
  raise: true,
};

export class Sketch {
  /** In the order of their places. */
  readonly blocks: Block[] = [newBlock(tick())];
  /** What stands for each of our instructions. */
  readonly byOrigin: (Item | undefined)[] = [];

  /** Adds an instruction of CPython. `origin`: ours that it stands for, -1 for none. */
  add(kind: Kind, line: number, origin = -1, label: Target | null = null, late: Kind | null = null): void {
    const last = this.last.items.at(-1);
    if (last !== undefined && ENDS[last.kind]) this.begin({ made: tick(), block: null });
    const block = this.last;
    const item = { origin, kind, line, late, label, target: null, gone: false, block };
    block.items.push(item);
    if (origin >= 0) this.byOrigin[origin] = item;
  }

  /** Begins a block. */
  begin(target: Target): void {
    const block = newBlock(target.made);
    target.block = block;
    this.last.next = block;
    this.blocks.push(block);
  }

  private get last(): Block {
    return this.blocks[this.blocks.length - 1];
  }

  /** Whether a block begins without a line: else there is nothing to settle. */
  get meetsBare(): boolean {
    return this.blocks.some(({ items }, i) => i > 0 && items.length > 0 && items[0].line === 0);
  }
}
