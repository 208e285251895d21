// The machine: the state of one run, shared by the loop and the helpers around it, and what native code may ask of
// it (`Runtime`). Knows no instruction; those are in `loop.ts` and `cold.ts`.
import type { CodeObject, Library, Program } from '../code.ts';
import { type Limits, MAX_NESTING } from '../limits.ts';
import { LimitReached, Unsupported } from '../outcome.ts';
import type { Keywords, Runtime } from '../runtime.ts';
import type { Recorder } from '../trace/recorder.ts';
import type { PyException } from '../values/class.ts';
import { type GeneratorDriver, PyFunction, type PyGenerator } from '../values/function.ts';
import type { Value } from '../values/objects.ts';
import { builtinNames } from '../builtins/index.ts';
import { callValue } from './call.ts';
import { closeGenerator, raiseInGenerator, resumeGenerator } from './generators.ts';
import { runFrame } from './frames.ts';
import { callerLocals, type Executed, evaluateText, executeText } from './evaluate.ts';
import { type Fusion, fusionOf } from './fuse.ts';
import { moduleFor } from './library.ts';
import { Tier, type TierOptions } from './tier/tier.ts';

/** Room for a frame beyond the depth limit, where the loop notices that it is one too deep. */
const SPARE_FRAMES = 2;

/** Names a module has that are not builtins. Those without a value here are outside Primer. */
const MODULE_NAMES: ReadonlyMap<string, Value | undefined> = new Map<string, Value | undefined>([
  ['__name__', '__main__'],
  ['__doc__', null],
  ['__file__', undefined],
  ['__builtins__', undefined],
  ['__spec__', undefined],
  ['__loader__', undefined],
  ['__package__', undefined],
  ['__annotations__', undefined],
]);

interface InitialNames {
  readonly builtins: readonly (Value | undefined)[];
  readonly globals: readonly (Value | undefined)[];
}

/** Looked up once for each program, however often it runs. */
const initialNames = new WeakMap<Program, InitialNames>();

function namesOf(program: Program): InitialNames {
  let found = initialNames.get(program);
  if (found === undefined) {
    const { names } = program;
    found = {
      builtins: names.map((name) => builtinNames.get(name)),
      globals: names.map((name) => MODULE_NAMES.get(name)),
    };
    initialNames.set(program, found);
  }
  return found;
}

export interface MachineOptions {
  readonly limits: Limits;
  readonly recorder: Recorder | null;
  readonly input: string;
  readonly hashOrder: number;
  readonly stack: Stack;
  /** For the machine of a library module: the program's machine, whose fuel, output and input it uses. */
  readonly library?: { readonly module: Library; readonly root: Machine };
}

export class Machine implements Runtime, GeneratorDriver {
  readonly program: Program;
  /** The library module whose code it runs, or null; `root` runs the program. */
  readonly library: Library | null;
  readonly root: Machine;
  /** The machines of the library modules that the program has imported (see `library.ts`). */
  get libraries(): Map<Library, Machine> {
    return (this.imported ??= new Map());
  }
  private imported: Map<Library, Machine> | null = null;
  readonly limits: Limits;
  /** Null when not tracing. */
  recorder: Recorder | null;
  readonly hashOrder: number;

  /** All frames' slots and operands; a frame is a window of it. */
  readonly stack: (Value | undefined)[];
  /** Values of globals and builtins by index of the name. */
  readonly globals: (Value | undefined)[];
  readonly builtins: readonly (Value | undefined)[];

  // Frames, by depth from 1.
  depth = 0;
  /** The end of the running frame's operands while an instruction is done in `cold.ts`. */
  sp = 0;
  /** Where the window of the running frame begins, when a stretch has stopped. */
  base = 0;
  readonly funcs: PyFunction[];
  /** `FRAME` numbers for each, in the places that `Frame` names. */
  readonly frames: Int32Array;
  /** The namespaces of class bodies. */
  readonly namespaces: (Map<string, Value> | null)[];
  /** The sequences of the program's instructions, for a run that is only hashed. */
  readonly fusion: Fusion | null;
  /** The second tier of this run; null where there is none. */
  tier: Tier | null = null;

  /** The exception being handled in the frames of the current generator, or outside any. */
  handled: PyException | null = null;
  /** The same for those who resumed the running generators, outermost first. */
  readonly outerHandled: (PyException | null)[] = [];
  /** The exception to be raised where a generator is resumed. */
  injected: PyException | null = null;
  /** The exception that last left a nested loop: it has its context already. */
  leaving: PyException | null = null;

  /** Counts instructions for all loops of the run, by place; see `Clock`. */
  readonly clock: Int32Array;
  /** What the clock said whenever it was set back: instructions of the program, those of libraries, fuel paid. */
  private stepsBefore = 0;
  private librarySteps = 0;
  private charged = 0;
  /** Events recorded, once there will be no more. */
  private recorded = -1;
  /** How many loops are running inside one another. */
  nesting = 0;
  /** How many loops have ended. */
  loopsRun = 0;
  /** Where the last exception was raised, or the run was ended otherwise; -1 while there was none. */
  failedAt = -1;
  /** Whether the text of an expression is being evaluated. */
  evaluating = false;
  /** Whether something that is no exception is ending the run. */
  ended = false;

  /** Whether the order of a set with seed-dependent elements has been observed. */
  setOrderObserved = false;
  /** Whether something was asked for that differs from run to run. */
  chanceObserved = false;
  /** Generators that wait inside a `finally` or `with`. */
  get guarded(): Set<PyGenerator> {
    return (this.waiting ??= new Set());
  }
  private waiting: Set<PyGenerator> | null = null;

  private readonly written: string[] = [];
  private writtenLength = 0;
  private readonly input: readonly string[];
  private nextLine = 0;

  constructor(program: Program, options: MachineOptions) {
    const { limits, recorder, input, hashOrder, stack, library } = options;
    this.library = library?.module ?? null;
    this.root = library?.root ?? this;
    this.program = program;
    this.limits = limits;
    this.recorder = recorder;
    this.hashOrder = hashOrder;
    this.stack = stack.values;
    this.clock = library?.root.clock ?? stack.clock;
    if (this.root === this) {
      this.clock[Clock.NEXT_FRAME] = 1;
      this.windClock();
    }
    const frames = stack.framesFor(limits.depth + SPARE_FRAMES);
    this.frames = frames.numbers;
    this.funcs = frames.funcs;
    this.namespaces = frames.namespaces;
    this.frames[Frame.TOP] = 0;
    this.fusion = recorder === null || recorder.lanes === null ? null : fusionOf(program);
    const initial = namesOf(program);
    this.builtins = initial.builtins;
    this.globals = initial.globals.slice();
    if (this.library !== null) this.setGlobal('__name__', this.library.name);
    this.input = input === '' ? [] : input.replace(/\n$/, '').split('\n');
  }

  /** What was printed. */
  get output(): string {
    return this.written.join('');
  }

  /** Runs a module body or call expression to its end. */
  runCode(code: CodeObject): Value {
    return runFrame(this, new PyFunction(code, [], null, []), [], null);
  }

  /** The global variable `name`, if the program has it. */
  global(name: string): Value | undefined {
    return this.globals[this.program.names.indexOf(name)];
  }

  private setGlobal(name: string, value: Value): void {
    const index = this.program.names.indexOf(name);
    if (index >= 0) this.globals[index] = value;
  }

  /** Refuses a name that CPython has and Primer has not. */
  checkModuleName(name: string): void {
    if (MODULE_NAMES.has(name)) this.unsupported(`the name ${name}`);
  }

  /** The exception being handled, in this generator or whoever resumed it. */
  topmostHandled(): PyException | null {
    if (this.handled !== null) return this.handled;
    const outer = this.outerHandled.findLast((exception) => exception !== null);
    return outer ?? (this.root === this ? null : this.root.topmostHandled());
  }

  /** From here on nothing is recorded: the result is only looked at. */
  stopTracing(): void {
    if (this.recorder !== null) this.recorded = this.steps;
    this.recorder = this.tier = null;
  }

  /** To be called before the run. */
  useTier(tier: Tier): void {
    this.tier = tier;
    tier.begin(this);
    this.windClock();
  }

  /** Instructions of the program executed so far. */
  get steps(): number {
    return this.stepsBefore + this.clock[Clock.STEPS];
  }

  /** Events recorded, one for each instruction. */
  get events(): number {
    return this.recorded < 0 ? this.steps : this.recorded;
  }

  /**
   * CPython would finish an abandoned generator as soon as nothing refers to it; we cannot tell when that is, and
   * refuse what could show the difference.
   */
  checkGuarded(): void {
    if (this.waiting !== null && this.waiting.size > 0)
      this.unsupported('a generator abandoned inside try or with');
  }

  /** Sets the counters back and the limit to what is left, at most `longest`; for the program's machine. */
  windClock(longest = this.tier?.options.leg ?? LONGEST_LEG): number {
    const { clock } = this;
    this.stepsBefore += clock[Clock.STEPS];
    this.librarySteps += clock[Clock.LIBRARY_STEPS];
    clock[Clock.STEPS] = clock[Clock.LIBRARY_STEPS] = 0;
    const left = this.limits.fuel - this.stepsBefore - this.librarySteps - this.charged;
    clock[Clock.LIMIT] = Math.min(Math.floor(left), longest, LONGEST_LEG);
    return left;
  }

  /** To be called where the clock has gone beyond its limit: ends the run if that was the end of the fuel. */
  settle(): void {
    if (this.root.windClock() < 0) throw new LimitReached('fuel', this.limits.fuel);
  }

  /** Notes that a loop begins inside the others. */
  enterLoop(): void {
    const { root } = this;
    if (root.nesting >= MAX_NESTING) throw new LimitReached('depth', MAX_NESTING);
    root.nesting++;
  }

  /** Notes that a loop ends, with its frame gone. */
  leaveLoop(sp: number): void {
    this.sp = sp;
    this.loopsRun++;
    this.root.nesting--;
    this.depth--;
  }

  // ---- Runtime ----

  call(callee: Value, args: readonly Value[], keywords: Keywords = null): Value {
    return callValue(this, callee, args, keywords);
  }

  write(text: string): void {
    if (this.root !== this) return this.root.write(text);
    this.writtenLength += text.length;
    if (this.writtenLength > this.limits.output) throw new LimitReached('output', this.limits.output);
    this.written.push(text);
    this.recorder?.output(text);
  }

  readLine(): string | undefined {
    if (this.root !== this) return this.root.readLine();
    return this.nextLine < this.input.length ? this.input[this.nextLine++] : undefined;
  }

  charge(units: number): void {
    if (units > this.limits.memory) throw new LimitReached('memory', this.limits.memory);
    const { root, clock } = this;
    root.charged += units;
    const limit = clock[Clock.LIMIT] - units;
    if (limit < clock[Clock.STEPS] + clock[Clock.LIBRARY_STEPS]) this.settle();
    else clock[Clock.LIMIT] = limit;
  }

  observeSetOrder(): void {
    this.root.setOrderObserved = true;
  }

  callerLocals(): Map<string, Value> | null {
    return callerLocals(this);
  }

  evaluate(text: string, names: ReadonlyMap<string, Value>): Value {
    return evaluateText(this, text, names);
  }

  execute(text: string, names: ReadonlyMap<string, Value>): Executed {
    return executeText(this, text, names);
  }

  importModule(name: string): Value {
    return moduleFor(this, name, true);
  }

  programGlobals(): [string, Value][] {
    const { globals, program } = this.root;
    return program.names.flatMap((name, i): [string, Value][] => {
      const value = globals[i];
      return value === undefined ? [] : [[name, value]];
    });
  }

  observeChance(): number {
    this.root.chanceObserved = true;
    return this.hashOrder;
  }

  unsupported(construct: string): never {
    throw new Unsupported(construct);
  }

  // ---- GeneratorDriver ----

  resume(generator: PyGenerator, sent: Value): Value | undefined {
    return resumeGenerator(this, generator, sent);
  }

  raiseIn(generator: PyGenerator, exception: PyException): Value | undefined {
    return raiseInGenerator(this, generator, exception);
  }

  close(generator: PyGenerator): void {
    closeGenerator(this, generator);
  }
}

/**
 * The places of a clock. Loops count their instructions up; the fuel is checked where a frame begins and where a loop
 * goes back: `STEPS + LIBRARY_STEPS > LIMIT`. What native work costs is taken off the limit.
 */
export enum Clock {
  STEPS,
  LIBRARY_STEPS,
  LIMIT,
  /** The number the next frame gets in the trace. */
  NEXT_FRAME,
  /** The depth of the deepest frame that compiled code may begin. */
  DEPTH,
}

/** How far the clock goes before it is set back: it has 32 bits. */
const LONGEST_LEG = 1 << 30;

/** What a frame has in numbers. */
export enum Frame {
  /** How the frame below goes on. */
  RETURN_PC,
  RETURN_BASE,
  RETURN_SP,
  /** The end of its window. */
  TOP,
  /** Its number in the trace. */
  ID,
}

/** So many numbers from one frame to the next: a power of two. */
export const FRAME = 8;

interface FrameArrays {
  numbers: Int32Array;
  funcs: PyFunction[];
  namespaces: (Map<string, Value> | null)[];
}

/** The memory of machines, to be used by one after the other: allocating it anew would dwarf a small run. */
export class Stack {
  readonly values: (Value | undefined)[] = new Array<Value | undefined>(INITIAL_STACK).fill(undefined);
  readonly clock = new Int32Array(5);
  /** For the hash of a run that is only hashed: its lanes, and words of a value. */
  readonly lanes = new Int32Array(4);
  private readonly tiers = { traced: new WeakMap<Program, Tier>(), untraced: new WeakMap<Program, Tier>() };
  private frames: FrameArrays | null = null;

  /** Lets go of what the run left. */
  clear(): void {
    const { values, frames } = this;
    for (let i = 0; i < this.clock.length; i++) this.clock[i] = 0;
    if (frames === null) return;
    const { numbers, funcs, namespaces } = frames;
    // How far the run came: every frame that began has left its end there, and the one beyond the limit its
    // arguments above the last.
    let end = 0;
    let depth = 1;
    for (let at = FRAME + Frame.TOP; at < numbers.length && numbers[at] > 0; at += FRAME) {
      end = Math.max(end, numbers[at]);
      numbers[at] = 0;
      depth++;
    }
    end = Math.min(end + MARGIN, values.length);
    while (end < values.length && values[end] !== undefined) end++;
    // Not `fill`: calling it costs more than what a small run leaves.
    for (let i = 0; i < end; i++) values[i] = undefined;
    for (let i = 0; i < depth + SPARE_FRAMES && i < funcs.length; i++) {
      funcs[i] = NO_FUNCTION;
      namespaces[i] = null;
    }
  }

  /** The second tier for runs of the program in this memory: what one has compiled, the next ones use. */
  tierFor(program: Program, traced: boolean, options: TierOptions): Tier {
    const tiers = this.tiers[traced ? 'traced' : 'untraced'];
    let tier = tiers.get(program);
    if (tier?.options !== options)
      tiers.set(program, (tier = new Tier(program, this.values, this.clock, this.lanes, traced, options)));
    return tier;
  }

  framesFor(depth: number): FrameArrays {
    if (this.frames === null || this.frames.numbers.length <= depth * FRAME) {
      this.frames = {
        numbers: new Int32Array((depth + 1) * FRAME),
        funcs: new Array<PyFunction>(depth + 1).fill(NO_FUNCTION),
        namespaces: new Array<null>(depth + 1).fill(null),
      };
    }
    return this.frames;
  }
}

const NO_FUNCTION = undefined as unknown as PyFunction;

const INITIAL_STACK = 4096;

/** Slots above the last frame's window that a call may have written to. */
const MARGIN = 64;
