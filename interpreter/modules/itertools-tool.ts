// How the iterators of itertools are declared: a class with a signature, and a function that starts one and gives
// what each step does. Knows no particular tool.
import { constructor, type NativeCode } from '../builtins/declare.ts';
import { declareGeneric } from '../builtins/generic-types.ts';
import { outsideAttributes } from '../builtins/outside-attributes.ts';
import { declareIterator } from '../builtins/iterator-methods.ts';
import type { Style } from '../builtins/signature.ts';
import type { Runtime } from '../runtime.ts';
import type { PyClass } from '../values/class.ts';
import { CallingIterator, iteratorClass } from '../values/iterator.ts';
import type { Value } from '../values/objects.ts';

/** Gives the next element, or undefined. */
export type Step = (rt: Runtime) => Value | undefined;

/** An iterator of itertools. */
export class ToolIterator extends CallingIterator {
  override readonly cls: PyClass;
  private readonly advance: Step;
  /** What `repr` shows, for the tools that show anything. */
  readonly shown: ((rt: Runtime) => string) | null;
  private readonly hint: (() => number) | null;

  constructor(
    cls: PyClass,
    advance: Step,
    shown: ToolIterator['shown'] = null,
    hint: (() => number) | null = null,
  ) {
    super();
    this.cls = cls;
    this.advance = advance;
    this.shown = shown;
    this.hint = hint;
  }

  protected work(rt: Runtime): Value | undefined {
    return this.advance(rt);
  }

  override lengthHint(): number {
    return this.hint === null ? 0 : this.hint();
  }
}

/** The class of a tool. */
export function toolClass(name: string): PyClass {
  const cls = iteratorClass(name, 'itertools');
  cls.shownName = `itertools.${name}`;
  declareIterator(cls);
  outsideAttributes(cls, '__setstate__');
  if (name === 'chain') declareGeneric(cls);
  return cls;
}

/**
 * Declares a tool from its signature.
 * @param start binds the arguments (after the runtime) and returns the step function
 */
export function tool(
  signature: string,
  start: (rt: Runtime, ...args: never[]) => Step,
  style?: Style,
): PyClass {
  const cls = toolClass(signature.slice(0, signature.indexOf('(')));
  const begin = start as unknown as (rt: Runtime, ...args: unknown[]) => Step;
  const code = (rt: Runtime, _cls: PyClass, ...args: unknown[]): Value =>
    new ToolIterator(cls, begin(rt, ...args));
  constructor(cls, signature, code as NativeCode, style);
  return cls;
}
