// One code object in the making: where its variables live, what surrounds the statement being compiled, and the
// emitter its instructions go to. Knows nothing of particular statements and expressions.
import type { Expr, Node, Stmt } from '../../grammar/ast.ts';
import type { Scope, ScopeNode, Scopes } from '../../grammar/scope.ts';
import type { Source } from '../../grammar/source.ts';
import { type CodeKind, type CodeObject, type Library, LIBRARY_STEP } from '../code.ts';
import { Unsupported } from '../outcome.ts';
import type { Op } from '../op.ts';
import type { Value } from '../values/objects.ts';
import type { Label } from './emitter.ts';
import { Emitter, type Region } from './emitter.ts';
import type { Pool } from './pool.ts';

/** What must be done when a `return`, `break` or `continue` leaves the construct being compiled. */
export type Block =
  | { readonly kind: 'loop'; readonly next: Label; readonly end: Label; readonly iterator: boolean }
  | { readonly kind: 'try'; readonly region: Region }
  /** The body of a `try … finally`: the finally body runs first. */
  | { readonly kind: 'finally'; readonly region: Region; readonly body: Stmt[] }
  /** A `finally` body run for an exception: exception and previous exception are dropped. */
  | { readonly kind: 'finally-raised'; readonly region: Region }
  /** A `finally` body run while a value to be returned lies on the stack, which is dropped. */
  | { readonly kind: 'pending-return' }
  | { readonly kind: 'with'; readonly region: Region; readonly node: Node }
  /** An except handler; `unbind` is the name it must unbind, with the region that does so for exceptions. */
  | {
      readonly kind: 'handler';
      readonly region: Region;
      readonly unbind: { readonly name: string; readonly region: Region; readonly node: Node } | null;
    };

/** How the parameters of a code object are counted; the shape of a call without binding. */
export interface Parameters {
  readonly argCount: number;
  readonly posonly: number;
  readonly kwonly: number;
  readonly varArgs: boolean;
  readonly varKeywords: boolean;
}

export const NO_PARAMETERS: Parameters = {
  argCount: 0,
  posonly: 0,
  kwonly: 0,
  varArgs: false,
  varKeywords: false,
};

/** What all code objects compiled from one text share. */
export interface Context {
  readonly pool: Pool;
  readonly source: Source;
  readonly scopes: Scopes;
  /** Whether annotations are left alone: `from __future__ import annotations`. */
  postponed: boolean;
  /** The names that the program and the call mention and no function binds. */
  readonly mentioned: ReadonlySet<string>;
  /** The library module that the text is; null for a program. */
  readonly library: Library | null;
}

export class Unit {
  readonly emitter = new Emitter();
  /** The constructs around the statement being compiled, innermost last. */
  readonly blocks: Block[] = [];
  readonly context: Context;
  readonly pool: Pool;
  readonly kind: CodeKind;
  readonly name: string;
  readonly qualname: string;
  readonly node: ScopeNode;
  readonly scope: Scope;
  readonly parent: Unit | null;
  /** The variable that the first positional parameter is, which `super()` means by the receiver. */
  firstParameter: string | null = null;
  private readonly slotNames: readonly string[];
  private readonly slots: ReadonlyMap<string, number>;
  /** The line that all instructions now stand on, whatever their nodes. */
  private pinned: number | null = null;
  private lastOffset = -1;
  private lastLine = 0;

  constructor(context: Context, kind: CodeKind, name: string, node: ScopeNode, parent: Unit | null) {
    this.context = context;
    this.pool = context.pool;
    this.kind = kind;
    this.name = name;
    this.node = node;
    this.parent = parent;
    this.scope = context.scopes.of(node);
    this.qualname = qualify(parent, name);
    this.slotNames = slotsOf(this.scope);
    this.slots = new Map(this.slotNames.map((slot, i) => [slot, i]));
  }

  /** Begins a code object inside this one. */
  child(kind: CodeKind, name: string, node: ScopeNode): Unit {
    return new Unit(this.context, kind, name, node, this);
  }

  /** Emits an instruction on the line where `node` starts. */
  op(op: Op, node: Node, arg = 0): void {
    this.emitter.emit(op, arg, node, this.lineAt(node));
  }

  /** Emits an instruction on the line where `node` ends: an attribute is where its name is written. */
  opAtEnd(op: Op, node: Node, arg = 0): void {
    this.emitter.emit(op, arg, node, this.lineOf(Math.max(node.span.start, node.span.end - 1)));
  }

  /** Emits an instruction on a given line, where CPython has it on another than its node. */
  opOn(line: number, op: Op, node: Node, arg = 0): void {
    this.emitter.emit(op, arg, node, line);
  }

  /** Emits a jump on the line where `node` starts. */
  jump(op: Op, target: Label, node: Node): void {
    this.emitter.jump(op, target, node, this.lineAt(node));
  }

  /** Emits an instruction that belongs to whichever line led to it. */
  quiet(op: Op, node: Node, arg = 0): void {
    this.emitter.emit(op, arg, node, 0);
  }

  /** Emits a jump that belongs to whichever line led to it. */
  quietJump(op: Op, target: Label, node: Node): void {
    this.emitter.jump(op, target, node, 0);
  }

  place(label: Label): void {
    this.emitter.place(label);
  }

  constant(op: Op, node: Node, value: Value): void {
    this.op(op, node, this.pool.constant(value));
  }

  /** Has what `compile` emits on one line; ABSENT for what CPython has not there. */
  onLine(line: number, compile: () => void): void {
    const outer = this.pinned;
    this.pinned ??= line;
    compile();
    this.pinned = outer;
  }

  /** Has what `compile` emits on the line where `node` starts. */
  onLineOf(node: Node, compile: () => void): void {
    this.onLine(this.lineAt(node), compile);
  }

  /** The line where `node` starts. */
  lineAt(node: Node): number {
    return this.lineOf(node.span.start);
  }

  /** The 1-based line of an offset. */
  lineOf(offset: number): number {
    if (this.pinned !== null) return this.pinned;
    if (offset !== this.lastOffset) {
      this.lastOffset = offset;
      this.lastLine = this.context.source.lineAt(offset);
    }
    return this.lastLine;
  }

  /** The slot of a local variable, cell or free variable. */
  slot(name: string): number {
    const slot = this.slots.get(name);
    if (slot === undefined) throw new Error(`no slot for ${name} in ${this.qualname}`);
    return slot;
  }

  /** Refuses a construct that is not compiled. */
  unsupported(construct: string, node: Node): never {
    const { start } = node.span;
    throw new Unsupported(construct, {
      span: node.span,
      line: this.lineOf(start),
      inCall: rootOf(this).kind === 'call',
    });
  }

  /** Ends the code object and adds it to the program. */
  finish(parameters: Parameters, doc: string | null): CodeObject {
    const { pool, kind, name, qualname, node, scope, parent, slotNames } = this;
    const { argCount, posonly, kwonly, varArgs, varKeywords } = parameters;
    const { start, end, maxStack, exceptions } = this.emitter.finish(pool, this.lineAt(node));
    const { cells, frees, isGenerator } = scope;
    const { library } = this.context;
    const simple = kwonly === 0 && !varArgs && !varKeywords && !isGenerator;
    const code: CodeObject = {
      argCount,
      posonly,
      kwonly,
      varArgs,
      varKeywords,
      start,
      end,
      maxStack,
      exceptions,
      index: pool.codes.length,
      kind,
      name,
      qualname,
      simple,
      direct: simple ? argCount + (library === null ? 0 : library.number * LIBRARY_STEP) : -1,
      library,
      paramSlots: argCount + kwonly + (varArgs ? 1 : 0) + (varKeywords ? 1 : 0),
      slotNames,
      slots: slotNames.length,
      hasCells: cells.length + frees.length > 0,
      cellSlots: cells.map((cell) => this.slot(cell)),
      freeStart: slotNames.length - frees.length,
      captures: frees.map((free) => (parent === null ? -1 : parent.slot(free))),
      generator: isGenerator,
      doc,
      node,
      source: this.context.source,
    };
    pool.codes.push(code);
    return code;
  }
}

/** A class body keeps its own names in a namespace; a comprehension has the iterator it is given besides. */
function slotsOf(scope: Scope): string[] {
  if (scope.kind === 'module') return [];
  if (scope.kind === 'class') return [...scope.cells, ...scope.frees];
  const given = scope.kind === 'comprehension' ? ['.0'] : [];
  return [...given, ...scope.locals, ...scope.frees];
}

function rootOf(unit: Unit): Unit {
  return unit.parent === null ? unit : rootOf(unit.parent);
}

/** https://docs.python.org/3.11/glossary.html#term-qualified-name */
function qualify(parent: Unit | null, name: string): string {
  if (parent === null || parent.kind === 'module' || parent.kind === 'call') return name;
  if (parent.scope.resolve(parent.scope.mangle(name)) === 'explicit-global') return name;
  const isPlain = parent.kind === 'class' || parent.scope.kind === 'comprehension';
  return isPlain ? `${parent.qualname}.${name}` : `${parent.qualname}.<locals>.${name}`;
}

/** Compiles an expression whose value ends on top of the stack. Passed where files would import each other. */
export type CompileExpr = (unit: Unit, expr: Expr) => void;
