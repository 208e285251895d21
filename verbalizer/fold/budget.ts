// Chooses what to fold so that the telling fits a budget and keeps as much detail as that allows. Begins with the
// tightest telling and opens folds one by one, outermost and first things first, while the estimated cost allows; so
// the work depends on what is shown, and of what is folded every step is looked at only a few times.
// Knows outlines and costs, no words.
import { costOf } from './cost.ts';
import { foldStretch, type Told } from './fold.ts';
import { outlineOf, type Outline, type Region } from './outline.ts';
import { CallPart, SeriesPart, type Member, type Part } from './parts.ts';
import { endAlike } from './recursion.ts';
import { exceptionalRounds, idleRounds } from './rounds.ts';
import { spinesOf } from './spine.ts';
import type { Story } from '../steps/step.ts';

/** Fewer items in a row than this are not worth a fold. */
const LEAST_STRETCH = 5;
/** Refused openings in a row after which there is no room left. */
const PATIENCE = 200;

/** A way to tell more: its cost when carried out now, and the doing of it. */
interface Opening {
  readonly rank: number;
  /** Carries it out if it costs at most `room`; returns what it cost, or null when there is no room. */
  open(room: number): number | null;
}

/** A telling that grows from the tightest one. */
class Telling {
  private readonly story: Story;
  private readonly outline: Outline;
  private readonly parts: Part[];
  /** Openings by rank; those of one rank in order. */
  private readonly queues: Opening[][] = [];
  private rank = 0;
  /** Estimated cost of what is told now. */
  cost: number;
  /** True when nothing is folded. */
  full = false;

  /** Whether stretches may be of all that a frame does, not only of what one line does over and over. */
  private readonly loose: boolean;

  constructor(story: Story, loose: boolean) {
    this.story = story;
    this.loose = loose;
    this.outline = outlineOf(story);
    this.parts = this.partsOf(0, story.steps.length, 0);
    this.cost = this.costOfParts(this.parts);
  }

  /** Opens folds while the cost stays within `allowance`. */
  grow(allowance: number): void {
    let refused = 0;
    let left = false;
    for (let rank = 0; rank < this.queues.length; rank++) {
      this.rank = rank;
      const queue = (this.queues[rank] ??= []);
      for (let i = 0; i < queue.length; i++) {
        const cost = refused > PATIENCE ? null : queue[i]!.open(allowance - this.cost);
        if (cost === null) {
          refused++;
          left = true;
        } else {
          this.cost += cost;
          refused = 0;
        }
      }
    }
    this.full = !left;
  }

  private push(opening: Opening): void {
    // what becomes possible only now waits no longer than what was less urgent from the start
    const rank = Math.max(opening.rank, this.rank);
    (this.queues[rank] ??= []).push(opening);
  }

  /** What stands in `from … to`, as tight as it can be told. `level` is how deeply it is nested. */
  private partsOf(from: number, to: number, level: number): Part[] {
    const items: (number | Region)[] = [];
    let at = from;
    for (const region of this.outline.inside(from, to)) {
      while (at < region.from) items.push(at++);
      items.push(region);
      at = region.to;
    }
    while (at < to) items.push(at++);
    const parts: Part[] = [];
    for (let i = 0; i < items.length;) {
      const end = this.loose ? this.looseEnd(items, i) : this.stretchEnd(items, i);
      const starts = end - i < LEAST_STRETCH ? null : this.stretchOf(items, i, end, to);
      if (starts !== null) {
        parts.push(this.series(new SeriesPart(null, 0, starts), [], level));
        i = end;
      } else parts.push(this.part(items[i++]!, level));
    }
    return parts;
  }

  private part(item: number | Region, level: number): Part {
    if (typeof item === 'number') return item;
    return item.kind === 'call' ? this.callPart(item, level) : this.roundsPart(item, level);
  }

  private callPart(region: Region & { kind: 'call' }, level: number): CallPart {
    const part = new CallPart(region, spinesOf(this.story).from(region.call));
    this.push({
      rank: 2 * level,
      open: (room) => {
        const { spine } = part;
        const cost = spine === null ? null : this.tellMembers(part, [0, spine.length - 1], level, room);
        if (cost === null) return this.openCall(part, level, room);
        this.offerMembers(part, level);
        return cost;
      },
    });
    return part;
  }

  private openCall(part: CallPart, level: number, room: number): number | null {
    const { from, to } = part.region;
    const before = costOf(part.fold(this.outline).step);
    const parts = this.tryParts(from, to, level + 1, room + before, from + 1);
    if (parts === null) return null;
    part.parts = parts.parts;
    return parts.cost - before;
  }

  /** Offers the calls next to the ends of a spine, those that end otherwise than what they called, then the others. */
  private offerMembers(part: CallPart, level: number): void {
    const spine = part.spine!;
    const offer = (n: number, rank: number, then = (): void => undefined): void => {
      if (n < 1 || n > spine.length - 2) return;
      this.push({
        rank,
        open: (room) => {
          const cost = this.tellMembers(part, [n], level, room);
          if (cost !== null) then();
          return cost;
        },
      });
    };
    const offerNext = (n: number, step: number): void => {
      const far = step > 0 ? n : spine.length - 1 - n;
      if (far < spine.length / 2 + 1)
        offer(n, 2 * level + 3 + Math.floor(Math.log2(far)), () => offerNext(n + step, step));
    };
    offer(spine.length - 2, 2 * level);
    offer(1, 2 * level);
    for (let n = 0; n < spine.length - 1; n++)
      if (!endAlike(this.story.steps, spine[n]!, spine[n + 1]!)) offer(n, 2 * level + 1);
    offerNext(2, 1);
    offerNext(spine.length - 3, -1);
  }

  /** Tells some more calls of a spine; what would be left alone in a fold is told with them. */
  private tellMembers(part: CallPart, wanted: readonly number[], level: number, room: number): number | null {
    const spine = part.spine!;
    const news = new Set(wanted.filter((n) => !part.told.has(n)));
    if (news.size === 0) return 0;
    for (const [from, to] of part.hidden((n) => part.told.has(n) || news.has(n)))
      if (to - from === 1) news.add(from);
    let cost = -this.costOfHidden(part);
    const marks = this.marks();
    const made = new Map<number, Member>();
    for (const n of news) {
      const next = spine[n + 1];
      const { step, end } = spine[n]!;
      const head = this.partsOf(step + 1, next?.step ?? end, level + 1);
      const tail = next === undefined ? [] : this.partsOf(next.end, end, level + 1);
      made.set(n, { head: [step, ...head], tail });
      cost += this.costOfParts([step, ...head]) + this.costOfParts(tail);
      if (cost > room) break;
    }
    if (cost <= room) {
      made.forEach((member, n) => part.told.set(n, member));
      cost += this.costOfHidden(part);
      if (cost <= room) return cost;
      for (const n of news) part.told.delete(n);
    }
    this.dropSince(marks);
    return null;
  }

  /** What is not told of a call costs so much. */
  private costOfHidden(part: CallPart): number {
    if (part.told.size === 0) return costOf(part.fold(this.outline).step);
    let cost = 0;
    for (const run of part.hidden()) {
      const { down, up } = part.foldsOf(this.outline, run);
      cost += costOf(down.step);
      for (const fold of up) cost += costOf(fold.step);
    }
    return cost;
  }

  /** Where the queues of openings end now. */
  private marks(): number[] {
    return this.queues.map((queue) => queue.length);
  }

  /** Takes back what has been offered since. */
  private dropSince(marks: readonly number[]): void {
    this.queues.forEach((queue, rank) => (queue.length = marks[rank] ?? 0));
  }

  /** The parts of `from … to` if they cost at most `room`; openings inside are offered only then. */
  private tryParts(
    from: number,
    to: number,
    level: number,
    room: number,
    inner = from,
  ): { parts: Part[]; cost: number } | null {
    const { steps } = this.story;
    // the steps that begin it are told in any case
    const head: Part[] = [];
    let cost = 0;
    for (let i = from; i < inner; i++) {
      head.push(i);
      cost += costOf(steps[i]!);
    }
    if (cost > room) return null;
    const marks = this.marks();
    const parts = this.partsOf(inner, to, level);
    cost += this.costOfParts(parts);
    if (cost > room) {
      this.dropSince(marks);
      return null;
    }
    return { parts: [...head, ...parts], cost };
  }

  private roundsPart({ loop, first, last, to }: Region & { kind: 'rounds' }, level: number): SeriesPart {
    const starts = loop.rounds.slice(first, last);
    const part = new SeriesPart(loop, first, [...starts, to]);
    const must = last === loop.rounds.length && this.outline.leaves(loop) ? [part.length - 1] : [];
    return this.series(part, must, level);
  }

  /** Where the items `from … end` begin, and where the last ends; null when they cannot be told as a stretch. */
  private stretchOf(
    items: readonly (number | Region)[],
    from: number,
    end: number,
    to: number,
  ): number[] | null {
    const startOf = (i: number): number => {
      const item = items[i];
      return item === undefined ? to : typeof item === 'number' ? item : item.from;
    };
    const starts = [startOf(from)];
    for (let i = from; i < end; i++) {
      const item = items[i]!;
      // what need not be told goes with what comes after it
      if (typeof item !== 'number' || this.story.steps[item]!.essential) starts.push(startOf(i + 1));
    }
    if (starts.length <= LEAST_STRETCH) return null;
    const last = starts.at(-1)!;
    const fold = foldStretch(this.outline, starts[0]!, Infinity, last);
    return fold?.to === last ? starts : null;
  }

  /** Tells what must be told of a series and offers to tell the rest. */
  private series(part: SeriesPart, must: readonly number[], level: number): SeriesPart {
    const { length } = part;
    for (const nth of must)
      part.told.set(nth, this.partsOf(part.starts[nth]!, part.starts[nth + 1]!, level + 1));
    part.foldCost = costOf(part.fold(this.outline, 0, length - must.length).step);
    const offer = (nth: number, rank: number): void =>
      this.push({ rank, open: (room) => this.tell(part, nth, level, room) });
    offer(0, 2 * level);
    offer(length - 1, 2 * level);
    if (part.loop !== null) {
      part.idle = idleRounds(this.story, part.loop, part.first, part.first + length);
      for (const nth of exceptionalRounds(this.story, part.loop, part.first, part.first + length))
        offer(nth - part.first, 2 * level + 1);
    }
    this.offerNext(part, 1, level);
    return part;
  }

  /** Offers the first round from number `from` on that is not idle and, once it is told, the one after it. */
  private offerNext(part: SeriesPart, from: number, level: number): void {
    let nth = from;
    while (part.idle.has(part.first + nth)) nth++;
    if (nth >= part.length - 1) return;
    this.push({
      rank: 2 * level + 3 + Math.floor(Math.log2(nth)),
      open: (room) => {
        const cost = this.tell(part, nth, level, room);
        if (cost !== null) this.offerNext(part, nth + 1, level);
        return cost;
      },
    });
  }

  /** Tells one more of a series; a neighbour that would be left alone in a fold is told with it. */
  private tell(part: SeriesPart, nth: number, level: number, room: number): number | null {
    if (part.told.has(nth)) return 0;
    const { told, length } = part;
    const news = [nth];
    const free = (n: number): boolean => n >= 0 && n < length && !told.has(n) && n !== nth;
    if (free(nth - 1) && !free(nth - 2)) news.unshift(nth - 1);
    if (free(nth + 1) && !free(nth + 2)) news.push(nth + 1);
    const before = free(news[0]! - 1) ? 1 : 0;
    const after = free(news[news.length - 1]! + 1) ? 1 : 0;
    let cost = (before + after - 1) * part.foldCost;
    const made: Part[][] = [];
    for (const n of news) {
      const parts = this.tryParts(part.starts[n]!, part.starts[n + 1]!, level + 1, room - cost);
      if (parts === null) return null;
      made.push(parts.parts);
      cost += parts.cost;
    }
    news.forEach((n, i) => told.set(n, made[i]!));
    return cost;
  }

  private costOfParts(parts: readonly Part[]): number {
    const { steps } = this.story;
    let cost = 0;
    for (const part of parts) {
      if (typeof part === 'number') cost += costOf(steps[part]!);
      else if (part.kind === 'call') {
        if (part.parts !== null) cost += this.costOfParts(part.parts);
        else cost += this.costOfHidden(part);
        for (const { head, tail } of part.told.values())
          cost += this.costOfParts(head) + this.costOfParts(tail);
      } else {
        if (part.told.size < part.length) cost += part.foldCost;
        for (const told of part.told.values()) cost += this.costOfParts(told);
      }
    }
    return cost;
  }

  /** How far items from `at` on are alike: steps of one line, and whole calls. */
  private stretchEnd(items: readonly (number | Region)[], at: number): number {
    const { steps } = this.story;
    let line = -1;
    let frame = -1;
    let end = at;
    for (; end < items.length; end++) {
      const item = items[end]!;
      if (typeof item !== 'number') {
        if (item.kind !== 'call') break;
      } else {
        const step = steps[item]!;
        if (!step.essential || !STRETCHING.has(step.kind)) break;
        if (line >= 0 && (step.line !== line || step.frame !== frame)) break;
        line = step.line;
        frame = step.frame;
      }
    }
    return end;
  }

  /** How far items from `at` on can be one stretch whatever they are; the last of them has to be told. */
  private looseEnd(items: readonly (number | Region)[], at: number): number {
    const { steps } = this.story;
    let frame = -1;
    let end = at;
    for (let i = at; i < items.length; i++) {
      const item = items[i]!;
      if (typeof item === 'number' && !steps[item]!.essential) continue;
      if (typeof item === 'number' || item.kind === 'rounds') {
        const own = typeof item === 'number' ? steps[item]!.frame : item.loop.frame;
        if (frame >= 0 && own !== frame) break;
        const [from, to] = typeof item === 'number' ? [item, item + 1] : [item.from, item.to];
        if (foldStretch(this.outline, from, Infinity, to)?.to !== to) break;
        frame = own;
      }
      end = i + 1;
    }
    return end;
  }

  /** The telling as steps and folds in order. */
  out(): Told[] {
    const told: Told[] = [];
    this.emit(this.parts, told);
    return told;
  }

  private emit(parts: readonly Part[], out: Told[]): void {
    for (const part of parts) {
      if (typeof part === 'number') out.push(this.story.steps[part]!);
      else if (part.kind === 'series') this.emitSeries(part, out);
      else if (part.parts !== null) this.emit(part.parts, out);
      else if (part.told.size > 0) this.emitSpine(part, out);
      else out.push(part.fold(this.outline));
    }
  }

  private emitSpine(part: CallPart, out: Told[]): void {
    const runs = new Map(part.hidden().map((run) => [run[0], run]));
    const back: (() => void)[] = [];
    for (let n = 0; n < part.spine!.length; n++) {
      const run = runs.get(n);
      if (run === undefined) {
        const { head, tail } = part.told.get(n)!;
        this.emit(head, out);
        back.push(() => this.emit(tail, out));
        continue;
      }
      const { down, up } = part.foldsOf(this.outline, run);
      out.push(down);
      back.push(() => out.push(...up));
      n = run[1] - 1;
    }
    for (const tell of back.reverse()) tell();
  }

  private emitSeries(part: SeriesPart, out: Told[]): void {
    const numbers = [...part.told.keys()].sort((a, b) => a - b);
    let at = 0;
    for (const nth of [...numbers, part.length]) {
      if (nth > at) out.push(part.fold(this.outline, at, nth));
      const parts = part.told.get(nth);
      if (parts !== undefined) this.emit(parts, out);
      at = nth + 1;
    }
  }
}

/** Steps that one line can bring about many of. */
const STRETCHING = new Set(['print', 'mutate']);

/** The story folded so that its estimated cost is at most `allowance`, or as tight as it goes. */
export function foldToCost(story: Story, allowance: number): { told: Told[]; cost: number; full: boolean } {
  let telling = new Telling(story, false);
  if (telling.cost > allowance) telling = new Telling(story, true);
  telling.grow(allowance);
  return { told: telling.out(), cost: telling.cost, full: telling.full };
}
