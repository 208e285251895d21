// Functions written in the program, the cells their closures share, and their generators.
// Pure data: calling is the VM's business, which a generator reaches through the driver it was made with.
import type { CodeObject } from '../code.ts';
import type { Runtime } from '../runtime.ts';
import { cellClass, functionClass, generatorClass } from './builtin-classes.ts';
import type { PyException } from './class.ts';
import { PyIterator } from './iterator.ts';
import { HeapObject, type Value } from './objects.ts';
import { registerClass } from './type-of.ts';

/** A variable shared between a function and those defined in it. */
export class PyCell extends HeapObject {
  /** undefined while the variable has no value. */
  value: Value | undefined;

  constructor(value: Value | undefined) {
    super();
    this.value = value;
  }

  /** Gives the variable a value, or takes it away. */
  set(value: Value | undefined): void {
    this.value = value;
    this.journal?.mutate(this, 'set-cell', value, undefined);
  }
}
registerClass(PyCell, cellClass);

/** A function made by `def`, `lambda`, a class body or a comprehension. */
export class PyFunction extends HeapObject {
  readonly code: CodeObject;
  /** Defaults of the last positional parameters. */
  readonly defaults: readonly Value[];
  /** Defaults of keyword-only parameters; null when there are none. */
  readonly keywordDefaults: ReadonlyMap<string, Value> | null;
  /** One cell per free variable of the code. */
  readonly closure: readonly PyCell[];
  /** Attributes set on the function, `__name__` and the like included; null while there are none. */
  attrs: Map<string, Value> | null = null;

  constructor(
    code: CodeObject,
    defaults: readonly Value[],
    keywordDefaults: ReadonlyMap<string, Value> | null,
    closure: readonly PyCell[],
  ) {
    super();
    this.code = code;
    this.defaults = defaults;
    this.keywordDefaults = keywordDefaults;
    this.closure = closure;
  }

  setAttr(name: string, value: Value): void {
    (this.attrs ??= new Map()).set(name, value);
    this.journal?.mutate(this, 'set-attr', name, value);
  }

  deleteAttr(name: string): boolean {
    const had = this.attrs?.delete(name) ?? false;
    if (had) this.journal?.mutate(this, 'delete-attr', name, undefined);
    return had;
  }
}
registerClass(PyFunction, functionClass);

/** How generators are run. The VM is the one driver. */
export interface GeneratorDriver {
  /**
   * Runs `generator` until it next yields or returns, with `sent` as the value of the `yield` it waits at.
   * @returns the value yielded, or undefined when it returned (`generator.result` has what)
   */
  resume(generator: PyGenerator, sent: Value): Value | undefined;
  /** As `resume`, but raises `exception` at the `yield` it waits at. */
  raiseIn(generator: PyGenerator, exception: PyException): Value | undefined;
  /** `generator.close()`. */
  close(generator: PyGenerator): void;
}

export type GeneratorState = 'created' | 'suspended' | 'running' | 'finished';

/** A generator: a frame that waits. */
export class PyGenerator extends PyIterator {
  readonly func: PyFunction;
  readonly driver: GeneratorDriver;
  state: GeneratorState = 'created';
  /** Number of its frame in the trace, 0 until it first runs. */
  frameId = 0;
  /** Where it goes on. */
  pc: number;
  /** Its slots and, above them, its operand stack, while it waits. */
  window: (Value | undefined)[];
  /** The exception it was handling when it yielded. */
  handled: PyException | null = null;
  /** What it returned, once finished. */
  result: Value = null;

  constructor(func: PyFunction, driver: GeneratorDriver, window: (Value | undefined)[]) {
    super();
    this.func = func;
    this.driver = driver;
    this.pc = func.code.start;
    this.window = window;
  }

  next(_rt: Runtime): Value | undefined {
    return this.driver.resume(this, null);
  }
}
registerClass(PyGenerator, generatorClass);
