// How the step builder sees a trace: event by event, with the state before and after each. A thin face over the
// trace's cursor, so that the builder depends on this page and not on how traces are stored.
import type { Expr, Module, Node, Stmt } from '../../grammar/ast.ts';
import type { CodeKind } from '../../interpreter/code.ts';
import type { Op } from '../../interpreter/opcodes.ts';
import type { PyException } from '../../interpreter/values/class.ts';
import type { HeapObject, Value } from '../../interpreter/values/objects.ts';

/** A frame that begins: its parameters with their values, in order. */
export interface FrameEntry {
  readonly id: number;
  readonly name: string;
  readonly kind: CodeKind;
  /** What its code was compiled from. */
  readonly node: Node;
  /** Line on which its definition begins. */
  readonly line: number;
  readonly native: boolean;
  /** For a frame entered from native code: what the caller is evaluating; null otherwise. */
  readonly site: Node | null;
  /** True when the function stands in a class body. */
  readonly method: boolean;
  readonly args: readonly (readonly [string, Value])[];
  /** Variables of functions around it that it shares. */
  readonly shared: readonly (readonly [string, Value])[];
}

/** `last`: no later effect of the same event changes the same object. */
export interface MutateEffect {
  readonly kind: 'mutate';
  readonly object: HeapObject;
  readonly last: boolean;
}

export type TraceEffect =
  | { readonly kind: 'enter'; readonly frame: FrameEntry }
  | { readonly kind: 'leave' }
  | { readonly kind: 'suspend' }
  | { readonly kind: 'resume'; readonly frameId: number }
  | { readonly kind: 'raise' | 'unwind' | 'catch'; readonly exception: PyException }
  | { readonly kind: 'output'; readonly text: string }
  | MutateEffect;

export interface Replay {
  /** The program's modules: its own, then the one of the call if there is one. */
  readonly modules: readonly Module[];
  /** The call asked for, if any. */
  readonly callNode: Expr | null;
  /** Moves before the next event; false at the end of the trace. */
  next(): boolean;
  readonly index: number;
  readonly node: Node;
  readonly op: Op;
  /** Source line on which a statement begins, from 1. */
  lineOf(stmt: Stmt): number;
  /** The name that the event stores to or unbinds; null when it is none. `shared`: other frames may have it too. */
  readonly named: { readonly name: string; readonly shared: boolean } | null;
  /** True when the event will change an object that is known already. */
  readonly mutates: boolean;
  /** Carries the event out. */
  apply(): void;
  /** What the event produced, stored or tested. */
  readonly value: Value | undefined;
  readonly effects: readonly TraceEffect[];
  /** The variables of the module. */
  globals(): Iterable<readonly [string, Value]>;
  /** The value of a variable of the running frame. */
  local(name: string): Value | undefined;
  /** A variable of the running frame that holds the object, or null. */
  nameOf(object: HeapObject): string | null;
}
