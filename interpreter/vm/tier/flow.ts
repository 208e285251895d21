// The flow of control in a code object, as far as the second tier translates it: basic blocks from an entry, which of
// them dominate which, and whether JavaScript's loops and labelled blocks can say it. Knows nothing of what
// instructions do. The dominators: Cooper, Harvey and Kennedy, "A Simple, Fast Dominance Algorithm" (2001).
import { type Op, OPCODE_ROWS } from '../../opcodes.ts';

/** Instructions in a row: control comes in at the first and leaves after the last. */
export interface BasicBlock {
  readonly start: number;
  /** One after the last instruction. */
  readonly end: number;
  /** Where it goes on: the next instruction first, then the target of its jump. */
  readonly targets: readonly number[];
  /** Its place in reverse postorder from the entry. */
  order: number;
  /** Whether a block behind it jumps back to it. */
  loops: boolean;
  /** Whether several ways lead to it, those back not counted. */
  merges: boolean;
  /** The blocks that it immediately dominates, in reverse postorder. */
  readonly children: BasicBlock[];
}

/** The blocks that can be reached from `entry`, by the pc they start at; null where no nesting of loops says it. */
export function flowFrom(
  code: Int32Array,
  entry: number,
  translated: (op: Op) => boolean,
): Map<number, BasicBlock> | null {
  const targetsAt = (pc: number): readonly number[] | null => {
    const op: Op = code[pc] & 255;
    const { flow } = OPCODE_ROWS[op];
    if (flow === 'stop' || !translated(op)) return [];
    if (flow === 'jump') return [code[pc] >>> 8];
    return flow === 'branch' ? [pc + 1, code[pc] >>> 8] : null;
  };
  const leaders = leadersFrom(entry, targetsAt);
  const blocks = new Map<number, BasicBlock>();
  for (const start of leaders) {
    let pc = start;
    let targets = targetsAt(pc++);
    while (targets === null && !leaders.has(pc)) targets = targetsAt(pc++);
    blocks.set(start, {
      start,
      end: pc,
      targets: targets ?? [pc],
      order: 0,
      loops: false,
      merges: false,
      children: [],
    });
  }
  return nest(blocks, entry) ? blocks : null;
}

/** The pcs that control can come to otherwise than from the instruction before. */
function leadersFrom(entry: number, targetsAt: (pc: number) => readonly number[] | null): Set<number> {
  const leaders = new Set([entry]);
  const seen = new Set<number>();
  const waiting = [entry];
  for (let pc = waiting.pop(); pc !== undefined; pc = waiting.pop()) {
    for (let targets: readonly number[] | null = null; targets === null && !seen.has(pc); pc++) {
      seen.add(pc);
      targets = targetsAt(pc);
      for (const target of targets ?? []) {
        leaders.add(target);
        waiting.push(target);
      }
    }
  }
  return leaders;
}

/** Orders the blocks and finds their dominators. @returns false when a loop is entered in two places */
function nest(blocks: Map<number, BasicBlock>, entry: number): boolean {
  const ordered: BasicBlock[] = [];
  const visited = new Set<BasicBlock>();
  const visit = (block: BasicBlock): void => {
    visited.add(block);
    for (const target of block.targets) {
      const next = blocks.get(target)!;
      if (!visited.has(next)) visit(next);
    }
    ordered.unshift(block);
  };
  visit(blocks.get(entry)!);
  ordered.forEach((block, i) => (block.order = i));
  const before = ordered.map<number[]>(() => []);
  for (const { order, targets } of ordered)
    for (const pc of targets) before[blocks.get(pc)!.order].push(order);

  const dominator = [0];
  const common = (a: number, b: number): number => {
    while (a !== b) {
      while (a > b) a = dominator[a];
      while (b > a) b = dominator[b];
    }
    return a;
  };
  for (let changed = true; changed;) {
    changed = false;
    for (let i = 1; i < ordered.length; i++) {
      const found = before[i].filter((from) => dominator[from] !== undefined).reduce(common);
      if (dominator[i] !== found) changed = true;
      dominator[i] = found;
    }
  }
  const dominates = (a: number, b: number): boolean => {
    while (b > a) b = dominator[b];
    return a === b;
  };
  for (const block of ordered) {
    const back = before[block.order].filter((from) => from >= block.order);
    if (!back.every((from) => dominates(block.order, from))) return false;
    block.loops = back.length > 0;
    block.merges = before[block.order].length - back.length > 1;
    if (block.order > 0) ordered[dominator[block.order]].children.push(block);
  }
  return true;
}
