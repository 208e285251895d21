// The matcher: tries the instructions of a pattern at a place of a text, and goes back to the last choice when they
// fail. One stack holds the choices and, between them, the old values of what has been changed since; so going back
// undoes. Knows nothing of Python's objects. Semantics: those of CPython's engine, which this one agrees with in what
// it finds and in the order in which it tries.
import type { Runtime } from '../../runtime.ts';
import { categoryTest } from './characters.ts';
import type { Instruction, RegexProgram } from './compiler.ts';
import { lettersFor } from './letters.ts';
import { type Anchor, UNBOUNDED } from './syntax.ts';

/** A text as code points. */
export type Points = ArrayLike<number>;

/** Where and how to look. */
export interface Region {
  readonly points: Points;
  /** The index where a match may begin, and the one where the text ends for the pattern. */
  readonly start: number;
  readonly end: number;
}

/** How often the fuel is paid: after so many steps. */
const STEPS_PER_PAYMENT = 1024;
/** Numbers per entry of the stack. */
const ENTRY = 3;
/** The last number of an entry that stands for an instruction to be tried, not for a run to be resumed. */
const PLAIN = -1;

/** One search or match. */
export class Matcher {
  private readonly rt: Runtime;
  private readonly code: readonly Instruction[];
  private readonly groups: number;
  private readonly points: Points;
  private readonly end: number;
  /**
   * Start and end of each group from 1, by twos; the group that was last closed; count and last place of each
   * repetition, by twos. −1 where there is none.
   */
  private readonly state: Int32Array;
  private readonly loops: number;
  /**
   * Entries of three: a choice is an instruction, a place, and `PLAIN` or how a run stands; a change is `~index`, the
   * old value, and nothing.
   */
  private stack: Int32Array = new Int32Array(ENTRY * 256);
  private height = 0;
  /** Where the last match ended. */
  private at = 0;
  private steps = 0;
  private whole = false;
  private forbiddenEnd = -1;

  constructor(rt: Runtime, program: RegexProgram, { points, end }: Region) {
    this.rt = rt;
    this.code = program.code;
    this.groups = program.groups;
    this.points = points;
    this.end = end;
    this.loops = 2 * program.groups + 1;
    this.state = new Int32Array(this.loops + 2 * program.loops);
  }

  /**
   * Whether the pattern matches at `start`.
   * @param whole whether it must match to the end
   * @param forbiddenEnd an index where the match must not end, or −1
   */
  matchAt(start: number, whole: boolean, forbiddenEnd = -1): boolean {
    this.whole = whole;
    this.forbiddenEnd = forbiddenEnd;
    this.state.fill(-1);
    this.height = 0;
    const found = this.attempt(0, start, true);
    this.pay();
    return found;
  }

  /** The first place from `start` on where the pattern matches, or −1. @param mustAdvance no empty match at `start` */
  search(start: number, mustAdvance: boolean): number {
    const [first] = this.code;
    for (let at = start; at <= this.end; at++) {
      if (first.op === 'character') {
        while (at < this.end && this.points[at] !== first.point) {
          at++;
          this.steps++;
        }
        if (at === this.end) break;
      }
      if (this.matchAt(at, false, mustAdvance && at === start ? start : -1)) return at;
      this.steps++;
    }
    this.pay();
    return -1;
  }

  /** Where the match ended. */
  get matchEnd(): number {
    return this.at;
  }

  /** Start and end of each group, from 1; −1 for those that did not match. */
  spans(): [number, number][] {
    return Array.from({ length: this.groups }, (_, i) => {
      const [from, to] = [this.state[2 * i], this.state[2 * i + 1]];
      return from < 0 || to < 0 ? [-1, -1] : [from, to];
    });
  }

  /** The group that was closed last, or −1. */
  get lastGroup(): number {
    return this.state[2 * this.groups];
  }

  private pay(): void {
    this.rt.charge(this.steps / 4);
    this.steps = 0;
  }

  // ---- the stack ---------------------------------------------------------------------------------

  private push(a: number, b: number, c: number): void {
    const { height } = this;
    if (height === this.stack.length) {
      this.rt.charge(height);
      const larger = new Int32Array(height * 2);
      larger.set(this.stack);
      this.stack = larger;
    }
    this.stack[height] = a;
    this.stack[height + 1] = b;
    this.stack[height + 2] = c;
    this.height = height + ENTRY;
  }

  /** Changes the state so that going back undoes it. */
  private change(index: number, value: number): void {
    this.push(~index, this.state[index], 0);
    this.state[index] = value;
  }

  /** Forgets the choices above `base`, not the changes: what has been matched once and for all. */
  private commit(base: number): void {
    let kept = base;
    for (let i = base; i < this.height; i += ENTRY) {
      if (this.stack[i] >= 0) continue;
      this.stack.copyWithin(kept, i, i + ENTRY);
      kept += ENTRY;
    }
    this.height = kept;
  }

  // ---- the instructions --------------------------------------------------------------------------

  /**
   * Runs from an instruction to the `end` that belongs to it, and leaves in `at` where that was.
   * When it fails, all is as before.
   * @param outermost whether that `end` is the pattern's
   */
  private attempt(from: number, start: number, outermost: boolean): boolean {
    const { code, points, end } = this;
    const base = this.height;
    let pc = from;
    let at = start;
    for (;;) {
      if (++this.steps >= STEPS_PER_PAYMENT) this.pay();
      const instruction = code[pc];
      let ok = true;
      switch (instruction.op) {
        case 'character':
          ok = at < end && points[at] === instruction.point;
          at++;
          pc++;
          break;
        case 'test':
          ok = at < end && instruction.test(points[at]);
          at++;
          pc++;
          break;
        case 'anchor':
          ok = this.holds(instruction.anchor, instruction.flags, at);
          pc++;
          break;
        case 'split':
          this.push(instruction.second, at, PLAIN);
          pc = instruction.first;
          break;
        case 'jump':
          pc = instruction.next;
          break;
        case 'mark':
          this.mark(instruction.group, instruction.close, at);
          pc++;
          break;
        case 'reference': {
          const after = this.afterReference(instruction.group, instruction.flags, at);
          ok = after >= 0;
          at = after;
          pc++;
          break;
        }
        case 'condition':
          pc = this.hasMatched(instruction.group) ? pc + 1 : instruction.otherwise;
          break;
        case 'run': {
          const after = this.run(instruction, pc, at);
          ok = after >= 0;
          at = after;
          pc++;
          break;
        }
        case 'enter':
          this.change(this.loops + 2 * instruction.loop, 0);
          this.change(this.loops + 2 * instruction.loop + 1, -1);
          pc++;
          break;
        case 'again':
          pc = this.again(instruction, pc, at);
          break;
        case 'atomic':
        case 'possess': {
          const after = this.closed(instruction, pc + 1, at);
          ok = after >= 0;
          at = after;
          pc = instruction.exit;
          break;
        }
        case 'look':
          ok = this.look(instruction.back, instruction.negated, pc + 1, at);
          pc = instruction.exit;
          break;
        case 'end':
          if (!outermost || ((!this.whole || at === end) && at !== this.forbiddenEnd)) {
            this.at = at;
            return true;
          }
          ok = false;
          break;
      }
      if (ok) continue;
      do {
        const choice = this.goBack(base);
        if (choice < 0) return false;
        pc = this.stack[choice];
        at = this.stack[choice + 1];
        const stand = this.stack[choice + 2];
        if (stand !== PLAIN) at = this.resume(pc++, at, stand);
      } while (at < 0);
    }
  }

  /** Undoes changes down to the last choice, which is taken off: the index of its entry, or −1. */
  private goBack(base: number): number {
    while (this.height > base) {
      this.height -= ENTRY;
      const entry = this.stack[this.height];
      if (entry >= 0) return this.height;
      this.state[~entry] = this.stack[this.height + 1];
    }
    return -1;
  }

  private holds(anchor: Anchor, flags: number, at: number): boolean {
    const { points, end } = this;
    switch (anchor) {
      case 'start':
        return at === 0;
      case 'line-start':
        return at === 0 || points[at - 1] === 10;
      case 'end':
        return at === end || (at === end - 1 && points[at] === 10);
      case 'line-end':
        return at === end || points[at] === 10;
      case 'text-end':
        return at === end;
      case 'boundary':
      case 'no-boundary': {
        // In an empty text there is neither the one nor the other.
        if (end === 0) return false;
        const isWord = categoryTest('word', flags);
        const before = at > 0 && isWord(points[at - 1]);
        const after = at < end && isWord(points[at]);
        return (before !== after) === (anchor === 'boundary');
      }
    }
  }

  private mark(group: number, close: boolean, at: number): void {
    this.change(2 * (group - 1) + (close ? 1 : 0), at);
    if (close) this.change(2 * this.groups, group);
  }

  private hasMatched(group: number): boolean {
    const from = this.state[2 * (group - 1)];
    return from >= 0 && this.state[2 * (group - 1) + 1] >= from;
  }

  /** Where the text of a group ends that stands at `at` once more; −1 when it does not. */
  private afterReference(group: number, flags: number, at: number): number {
    if (!this.hasMatched(group)) return -1;
    const letters = lettersFor(flags);
    const to = this.state[2 * (group - 1) + 1];
    let here = at;
    for (let from = this.state[2 * (group - 1)]; from < to; from++, here++) {
      this.steps++;
      if (here >= this.end) return -1;
      const [a, b] = [this.points[here], this.points[from]];
      if (letters === null ? a !== b : letters.lower(a) !== letters.lower(b)) return -1;
    }
    return here;
  }

  /** How far from `at` a test holds, `most` characters at most. */
  private extent(test: (point: number) => boolean, at: number, most: number): number {
    const limit = most === UNBOUNDED ? this.end : Math.min(this.end, at + most);
    let to = at;
    while (to < limit && test(this.points[to])) to++;
    this.steps += (to - at) / 4;
    return to;
  }

  private run({ test, min, max, eagerness }: Instruction & { op: 'run' }, pc: number, at: number): number {
    const to = this.extent(test, at, eagerness === 'lazy' ? min : max);
    const least = at + min;
    if (to < least) return -1;
    if (eagerness === 'greedy' && to > least) this.push(pc, to - 1, least);
    if (eagerness === 'lazy' && max > min) this.push(pc, to, min);
    return to;
  }

  /** Takes a choice that is no mere jump: the place from which the next instruction goes on, −1 for failure. */
  private resume(pc: number, at: number, stand: number): number {
    const instruction = this.code[pc];
    if (instruction.op === 'again') {
      this.nextRound(instruction.loop, stand, at);
      return at;
    }
    const { test, max, eagerness } = instruction as Instruction & { op: 'run' };
    if (eagerness === 'greedy') {
      // gives back one character more
      if (at > stand) this.push(pc, at - 1, stand);
      return at;
    }
    if (at >= this.end || !test(this.points[at])) return -1;
    if (max === UNBOUNDED || stand + 1 < max) this.push(pc, at + 1, stand + 1);
    return at + 1;
  }

  /** Where a repetition goes on. A round that matched nothing is not followed by another. */
  private again(instruction: Instruction & { op: 'again' }, pc: number, at: number): number {
    const { loop, min, max, lazy, exit } = instruction;
    const index = this.loops + 2 * loop;
    const count = this.state[index];
    if (count < min) {
      this.change(index, count + 1);
      return pc + 1;
    }
    const mayRepeat = (max === UNBOUNDED || count < max) && this.state[index + 1] !== at;
    if (!mayRepeat) return exit;
    if (lazy) {
      this.push(pc, at, count);
      return exit;
    }
    this.push(exit, at, PLAIN);
    this.nextRound(loop, count, at);
    return pc + 1;
  }

  private nextRound(loop: number, count: number, at: number): void {
    const index = this.loops + 2 * loop;
    this.change(index, count + 1);
    this.change(index + 1, at);
  }

  private closed(
    instruction: Instruction & { op: 'atomic' | 'possess' },
    body: number,
    start: number,
  ): number {
    const base = this.height;
    const [min, max] = instruction.op === 'atomic' ? [1, 1] : [instruction.min, instruction.max];
    let at = start;
    let last = -1;
    for (let count = 0; count < min || ((max === UNBOUNDED || count < max) && at !== last); count++) {
      if (count >= min) last = at;
      if (!this.attempt(body, at, false)) {
        if (count >= min) break;
        this.undo(base);
        return -1;
      }
      this.commit(base);
      at = this.at;
    }
    return at;
  }

  /** Undoes all above `base`, where no choices are left. */
  private undo(base: number): void {
    while (this.height > base) this.goBack(base);
  }

  private look(back: number, negated: boolean, body: number, at: number): boolean {
    const base = this.height;
    if (at < back) return negated;
    const found = this.attempt(body, at - back, false);
    if (found && negated) this.undo(base);
    else this.commit(base);
    return found !== negated;
  }
}
