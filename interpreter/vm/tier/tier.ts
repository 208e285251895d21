// The second tier: counts where a run spends its time, compiles what is hot to JavaScript, enters it from the loop, and
// takes back what it leaves into the loop's frames. The events, hash, clock and outcome of a run are the same with it and
// without; see `test/trace/tier.test.ts`.
import type { CodeObject, Program } from '../../code.ts';
import { listClass, tupleClass } from '../../values/builtin-classes.ts';
import { PyFunction } from '../../values/function.ts';
import { ListIterator, RangeIterator, StrIterator } from '../../values/iterators.ts';
import { PyList } from '../../values/list.ts';
import { findMethod } from '../../values/attributes.ts';
import { PyFloat, type Value } from '../../values/objects.ts';
import { PyRange } from '../../values/range.ts';
import { PyTuple } from '../../values/tuple.ts';
import type { Recorder } from '../../trace/recorder.ts';
import { growStack } from '../frames.ts';
import {
  plainAttribute,
  plainCall,
  plainItem,
  plainMethod,
  plainOperate,
  plainSetAttribute,
  plainStore,
} from '../plain.ts';
import { FRAME, Frame, type Machine } from '../machine.ts';
import { PySlice } from '../../values/slice.ts';
import { paidExtreme, paidSlice } from './paid.ts';
import { Translation } from './translate.ts';
import { isTranslatable, Unit } from './unit.ts';

/** What compiled code returns instead of a value when it has left. */
const LEFT = Symbol('left');

type Compiled = (base: number, depth: number) => Value | typeof LEFT;

/** Compiled code, and what came of entering it. */
export interface Entry {
  readonly run: Compiled;
  left: number;
  /** Instructions carried out in it. */
  steps: number;
}

/** When code is hot, and how far it may go. */
export interface TierOptions {
  /** Instructions between two looks at where the run is. */
  readonly leg: number;
  /** How often it must have been seen somewhere for that to be compiled. */
  readonly hot: number;
  /** How far the clock may go in compiled code before it is set back. */
  readonly longLeg: number;
  /** Calls of compiled functions inside one another: each takes some of our own stack. */
  readonly nesting: number;
  /** How often code may leave before it is asked whether that was worth it. */
  readonly patience: number;
}

export const DEFAULT_TIER: TierOptions = { leg: 2048, hot: 8, longLeg: 1 << 30, nesting: 64, patience: 32 };

/** Code that leaves more often than once in so many instructions is not entered any more. */
const WORTH = 200;

/** Code that is left more often than once in so many instructions has met more than it was made for. */
const OFTEN = 5000;

/** What compiled code finds of the run it is in. */
interface Environment {
  machine: Machine | null;
  globals: (Value | undefined)[];
  recorder: Recorder | null;
}

export class Tier {
  /** Where the loop goes on. */
  pc = 0;
  base = 0;
  sp = 0;
  /** What frames of a code object begin in, by its index. */
  readonly starts: (Entry | undefined)[] = [];
  private readonly loops = new Map<number, Entry | undefined>();
  private readonly seen = new Map<number, number>();
  private readonly functions = new Map<CodeObject, unknown>();
  private readonly refused = new Set<CodeObject>();
  /** Code that met more than ints and lists. */
  private readonly general = new Set<CodeObject>();
  /** How often compiled code has left in a code object, in this run. */
  private readonly leavings = new Map<CodeObject, { times: number; since: number }>();
  /** Whether some code has met more than it was compiled for. */
  private isOutgrown = false;
  private readonly environment: Environment = { machine: null, globals: [], recorder: null };
  private given: Readonly<Record<string, unknown>> | null = null;

  constructor(
    private readonly program: Program,
    private readonly stack: (Value | undefined)[],
    private readonly clock: Int32Array,
    private readonly lanes: Int32Array,
    private readonly traced: boolean,
    readonly options: TierOptions,
  ) {}

  /** What compiled code finds by a name of one letter or more. Most programs never have any. */
  private giveNames(): Readonly<Record<string, unknown>> {
    return {
      S: this.stack,
      C: this.clock,
      L: this.lanes,
      E: this.environment,
      K: this.program.consts,
      P: this.program.codes,
      X: this.leave.bind(this),
      Y: this.leaveCaller.bind(this),
      N: this.leaveStart.bind(this),
      FLOAT: (value: number) => {
        this.environment.recorder!.hash.spellFloat(value);
      },
      OPERATE: plainOperate,
      ITEM: plainItem,
      STORE: plainStore,
      ATTRIBUTE: plainAttribute,
      SET_ATTRIBUTE: plainSetAttribute,
      METHOD: findMethod,
      METHOD_CALL: plainMethod,
      CALL: plainCall,
      SLICED: paidSlice,
      EXTREME: paidExtreme,
      PySlice,
      W: (value: Value) => this.environment.recorder!.hash.spell(value),
      APPEND: listClass.lookup('append'),
      ...{
        LEFT,
        PyList,
        PyTuple,
        PyRange,
        PyFunction,
        PyFloat,
        RangeIterator,
        ListIterator,
        StrIterator,
        listClass,
        tupleClass,
      },
    };
  }

  /** To be called before a run. */
  begin(machine: Machine): void {
    const { environment } = this;
    environment.machine = machine;
    environment.globals = machine.globals;
    environment.recorder = machine.recorder;
    if (this.leavings.size > 0) this.leavings.clear();
  }

  /** Lets go of what the run left. */
  end(): void {
    this.environment.machine = this.environment.recorder = null;
    this.environment.globals = [];
  }

  private isHot(pc: number): boolean {
    const seen = (this.seen.get(pc) ?? 0) + 1;
    this.seen.set(pc, seen);
    return seen >= this.options.hot;
  }

  /** The run was seen at the beginning of a frame. */
  seenAtStart(code: CodeObject): void {
    if (this.starts[code.index] !== undefined || this.functions.has(code) || !this.isHot(code.start)) return;
    const unit = this.unit();
    if (!unit.canCompile(code)) return;
    unit.require(code);
    if (unit.finish()) this.link(unit, '');
  }

  /** The run was seen where a loop goes back to `pc`. with its window so high. @returns what goes on there, if it is compiled */
  seenAtLoop(code: CodeObject, pc: number, height: number): Entry | undefined {
    if (this.loops.has(pc)) {
      // What comes to a loop again, which ends where it is compiled, comes there by way of the start.
      this.seenAtStart(code);
      return this.loops.get(pc);
    }
    if (!this.isHot(pc)) return undefined;
    this.loops.set(pc, undefined);
    if (!isTranslatable(code)) return undefined;
    const unit = this.unit();
    const text = new Translation(unit, code, this.traced).loop(pc, height - code.slots);
    if (text === null || !unit.finish()) return undefined;
    const entry = { run: this.link(unit, text)[`o${pc}`] as Compiled, left: 0, steps: 0 };
    this.loops.set(pc, entry);
    return entry;
  }

  private unit(): Unit {
    const { builtins, globals } = this.environment.machine!;
    return new Unit(
      this.program,
      globals,
      builtins,
      this.traced,
      new Set(this.functions.keys()),
      this.refused,
      this.general,
    );
  }

  /** Makes functions of the unit's text and of `more`. */
  private link(unit: Unit, more: string): Record<string, unknown> {
    const own = [...unit.texts.keys()];
    const others = [...unit.others];
    const made = [
      ...own.flatMap(({ index }) => [`f${index}`, `n${index}`]),
      ...(/^function (o\d+)/.exec(more)?.slice(1) ?? []),
    ];
    const text = `"use strict";${[...unit.texts.values(), more].join('\n')}\nreturn {${made.join()}};`;
    const given = (this.given ??= this.giveNames());
    const names = [...Object.keys(given), 'U', ...others.map(({ index }) => `f${index}`)];
    const values = [
      ...Object.values(given),
      unit.builtins,
      ...others.map((code) => this.functions.get(code)),
    ];
    const functions = new Function(...names, text)(...values) as Record<string, unknown>;
    for (const code of own) {
      this.functions.set(code, functions[`f${code.index}`]);
      this.starts[code.index] = { run: functions[`n${code.index}`] as Compiled, left: 0, steps: 0 };
    }
    return functions;
  }

  /**
   * Goes on in compiled code, in the frame at `depth`. The loop goes on at `pc`, unless the frame has returned that it was
   * started for, at `entryDepth`: then the value it returned.
   */
  run(entry: Entry, base: number, depth: number, entryDepth: number): Value | undefined {
    const machine = this.environment.machine!;
    const { longLeg, leg, nesting } = this.options;
    machine.windClock(longLeg);
    const { steps } = machine;
    this.clock[DEPTH] = Math.min(machine.limits.depth, depth + nesting);
    const value = entry.run(base, depth);
    entry.steps += machine.steps - steps;
    machine.windClock(leg);
    if (value === LEFT) {
      entry.left++;
      if (this.isOutgrown) this.beginAnew();
      else if (entry.left >= this.options.patience && entry.steps < entry.left * WORTH) this.forget(entry);
      return undefined;
    }
    if (depth === entryDepth) return value;
    const { frames } = machine;
    this.pc = frames[depth * FRAME + Frame.RETURN_PC];
    this.base = frames[depth * FRAME + Frame.RETURN_BASE];
    this.sp = frames[depth * FRAME + Frame.RETURN_SP];
    this.stack[this.sp++] = value;
    machine.depth = depth - 1;
    return undefined;
  }

  /** Notes that compiled code has left in `code`: if it does so often, it is made anew for more than ints and lists. */
  private noteLeaving(code: CodeObject): void {
    const { steps } = this.environment.machine!;
    const { times, since } = this.leavings.get(code) ?? { times: 0, since: steps };
    this.leavings.set(code, { times: times + 1, since });
    if (this.general.has(code) || 4 * times < this.options.patience || steps - since > times * OFTEN) return;
    this.general.add(code);
    this.isOutgrown = true;
  }

  /** Throws away what is compiled, where some of it has met more than it was made for. */
  private beginAnew(): void {
    this.isOutgrown = false;
    this.functions.clear();
    this.loops.clear();
    this.starts.length = 0;
  }

  /** From here on the entry is not used. */
  private forget(entry: Entry): void {
    const index = this.starts.indexOf(entry);
    if (index >= 0) this.starts[index] = undefined;
    for (const [pc, loop] of this.loops) if (loop === entry) this.loops.set(pc, undefined);
  }

  /** Compiled code leaves before the instruction at `pc`: the loop goes on there. */
  private leave(
    base: number,
    depth: number,
    frameId: number,
    index: number,
    pc: number,
    uncounted: number,
    held: readonly (Value | undefined)[],
    events: readonly unknown[],
  ): typeof LEFT {
    const { recorder } = this.environment;
    for (let i = 0; i < events.length; i += 2)
      recorder!.hash.event(events[i] as number, events[i + 1] as Value | undefined);
    const code = this.program.codes[index];
    this.noteLeaving(code);
    this.clock[0] += uncounted;
    this.putBack(base, depth, frameId, index, held);
    this.pc = pc;
    this.base = base;
    this.sp = base + held.length;
    this.environment.machine!.depth = depth;
    return LEFT;
  }

  /** The same for the frame of a function that has called one that left. */
  private leaveCaller(
    base: number,
    depth: number,
    frameId: number,
    index: number,
    pc: number,
    callee: PyFunction,
    held: readonly (Value | undefined)[],
  ): typeof LEFT {
    const machine = this.environment.machine!;
    machine.funcs[depth + 1] = callee;
    const at = (depth + 1) * FRAME;
    machine.frames[at + Frame.RETURN_PC] = pc;
    machine.frames[at + Frame.RETURN_BASE] = base;
    machine.frames[at + Frame.RETURN_SP] = base + held.length;
    this.putBack(base, depth, frameId, index, held);
    return LEFT;
  }

  private leaveStart(base: number, depth: number, index: number, args: readonly Value[]): typeof LEFT {
    const { stack } = this;
    const machine = this.environment.machine!;
    growStack(machine, base + args.length);
    for (let i = 0; i < args.length; i++) stack[base + i] = args[i];
    this.pc = this.program.codes[index].start;
    this.base = base;
    this.sp = base + args.length;
    machine.depth = depth;
    return LEFT;
  }

  private putBack(
    base: number,
    depth: number,
    frameId: number,
    index: number,
    held: readonly (Value | undefined)[],
  ): void {
    const { stack } = this;
    const machine = this.environment.machine!;
    const { slots, maxStack } = this.program.codes[index];
    const top = base + slots + maxStack;
    growStack(machine, top);
    for (let i = 0; i < held.length; i++) stack[base + i] = held[i];
    machine.frames[depth * FRAME + Frame.TOP] = top;
    machine.frames[depth * FRAME + Frame.ID] = frameId;
  }
}

/** The place of the clock that has the deepest frame that compiled code may begin; see `Clock`. */
const DEPTH = 4;
