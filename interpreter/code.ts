// Compiled code as data: what the compiler makes, the VM runs and the trace points into.
// Knows nothing of how it is made or run. All pcs are global: indices into the program's one instruction array.
import type { Node } from '../grammar/ast.ts';
import type { Source } from '../grammar/source.ts';
import type { Value } from './values/objects.ts';

/** A module of the library that is written in Primer; its code runs on a machine of its own, without a trace. */
export interface Library {
  /** What `import` says. */
  readonly name: string;
  /** Tells libraries apart in `CodeObject.direct`: from 1. */
  readonly number: number;
  readonly text: string;
}

/** What a code object was compiled from; names the frame too (`<listcomp>` …). */
export type CodeKind =
  | 'module'
  | 'call' // the expression given with `--call`
  | 'function'
  | 'lambda'
  | 'class'
  | 'listcomp'
  | 'setcomp'
  | 'dictcomp'
  | 'genexpr';

/**
 * One row of an exception table: an exception raised at a pc in [start, end) goes to `handler` with the operand
 * stack cut to `depth` items and the exception pushed. The first row that covers a pc counts.
 */
export interface ExceptionEntry {
  readonly start: number;
  readonly end: number;
  readonly handler: number;
  readonly depth: number;
  /** Whether code of the program runs for a GeneratorExit raised there: a `finally`, a `with`, an `except` for it. */
  readonly guards: boolean;
}

/**
 * The code of a module, function, class body or comprehension: the range [start, end) of the program.
 * Slots of its frames: parameters (positional, keyword-only, *args, **kwargs), other locals, cells, free variables.
 */
export interface CodeObject {
  readonly index: number;
  readonly kind: CodeKind;
  readonly name: string;
  readonly qualname: string;
  readonly start: number;
  readonly end: number;
  /** Positional parameters, of which the first `posonly` cannot be given by name. */
  readonly argCount: number;
  readonly posonly: number;
  readonly kwonly: number;
  readonly varArgs: boolean;
  readonly varKeywords: boolean;
  /** How many slots parameters take, `*args` and `**kwargs` included. */
  readonly paramSlots: number;
  /** True when a call with exactly `argCount` positional arguments needs no binding at all. */
  readonly simple: boolean;
  /**
   * `argCount` where the code is simple, else -1; to code of a library its number times `LIBRARY_STEP` is added, so
   * that one comparison tells the loop that a call can be entered as it is, in the program it runs.
   */
  readonly direct: number;
  /** The library module it belongs to; null for the program itself. */
  readonly library: Library | null;
  /** The name of every slot. */
  readonly slotNames: readonly string[];
  readonly slots: number;
  /** Whether there are cells or free variables. */
  readonly hasCells: boolean;
  /** Slots that ENTER turns into cells (parameters keep their value in them). */
  readonly cellSlots: readonly number[];
  /** The first slot of a free variable; free variables are the last slots. */
  readonly freeStart: number;
  /** For each free variable, the slot of the defining frame that has its cell. */
  readonly captures: readonly number[];
  /** How deep the operand stack can get. */
  readonly maxStack: number;
  readonly exceptions: readonly ExceptionEntry[];
  readonly generator: boolean;
  /** The docstring, if there is one. */
  readonly doc: string | null;
  readonly node: Node;
  /** The text its nodes' spans refer to. */
  readonly source: Source;
}

/** More than the parameters of any function. */
export const LIBRARY_STEP = 0x10000;

/** A program ready to run. */
export interface Program {
  /** `op | arg << 8` by pc. */
  readonly code: Int32Array;
  readonly codes: readonly CodeObject[];
  readonly consts: readonly Value[];
  /** Names of globals, attributes and modules, by the index that instructions have. */
  readonly names: readonly string[];
  /** Names of the keyword arguments of CALL_KW and CALL_METHOD_KW. */
  readonly keywordNames: readonly (readonly string[])[];
  /** The AST node an instruction was made for, by pc. */
  readonly nodeAt: readonly Node[];
  /**
   * The line an instruction belongs to, by pc; 0 for a jump or clean-up that belongs to whichever line led to it,
   * -1 for one that ends the line before it.
   * A line runs when its first instruction does, as CPython's `line` events have it.
   */
  readonly lineAt: Int32Array;
  /** Whether names may come from a `from m import *`. */
  readonly starred: boolean;
  /** The code that starts the program, and the expression evaluated after it, if there is one. */
  readonly module: CodeObject;
  readonly call: CodeObject | null;
}

/** The code object that a pc lies in. */
export function codeAt(program: Program, pc: number): CodeObject {
  let low = 0;
  let high = program.codes.length - 1;
  while (low < high) {
    const middle = (low + high + 1) >> 1;
    if (program.codes[middle].start <= pc) low = middle;
    else high = middle - 1;
  }
  return program.codes[low];
}
