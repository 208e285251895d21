// The state of one inference, which every part of it is given: the lattice, the current frame, what is
// wrong or unknown and where. Knows nothing of syntax; the walkers are in the folders beside it.
import type { Expr, Node } from '../ast.ts';
import type { DiagnosticCode, Slots } from '../diagnostics/codes.ts';
import { diagnostic, type Diagnostic } from '../diagnostics/diagnostic.ts';
import { mangle, type Scopes } from '../scope.ts';
import type { BuiltinClass, Cell, Closure, Spec, UserClass } from './entities.ts';
import { forgetAttribute, type Env } from './env.ts';
import { GaveUp, Lattice, type LatticeListener } from './lattice.ts';
import { Layouts, makeFrame, type Block, type Frame } from './layout.ts';
import { printTerm, printType } from './print.ts';
import { knownClass } from './registry.ts';
import type { Term } from './terms.ts';
import { ANY, NEVER, isAny, partType, scalar, type ContainerPart, type Part, type Type } from './type.ts';

/** Codes of the type family. */
export type TypeCode = Extract<DiagnosticCode, `W05${string}`>;

/** A place where types were lost or contradicted; the words are made when somebody wants them. */
export type Problem = () => { reason: string; diagnostic: Diagnostic | null };

/** A value for a slot of a message. */
type FaultSlot = string | number | Type | Term;
type FaultSlots<C extends TypeCode> = { readonly [S in keyof Slots<C>]: FaultSlot };

/** What a recording pass writes down. */
export interface Recording {
  readonly expressions: Map<Expr, Type>;
  /** By block and name: what the variable was assigned, joined. */
  readonly variables: Map<Block, Map<string, Type>>;
}

/** Expressions and statements nested deeper than this, through calls too, end the inference. */
const MAX_NESTING = 700;

export class Inference implements LatticeListener {
  readonly lattice: Lattice;
  readonly layouts: Layouts;
  readonly module: Frame;
  frame: Frame;
  /** Problems of this pass by node: a later visit of the same node replaces what an earlier one said. */
  readonly problems = new Map<Node, Problem>();
  /** Places where a type was cut down to Any. What was cut stays so, and is not cut again in later passes. */
  private readonly overflows = new Map<Node, Problem>();
  /** What each expression was seen to be; null unless this is the recording pass. */
  recorded: Recording | null = null;
  /** Analyses of this pass, in the order of being made. */
  readonly specs: Spec[] = [];
  /** Functions and classes by their definition: one for each frame that it ran in. */
  readonly closures = new Map<Node, Closure[]>();
  readonly classes = new Map<Node, UserClass[]>();
  readonly classFrames = new Map<UserClass, Frame>();
  /** Values that a node makes once and for all. */
  readonly forms = new Map<Node, Type>();
  /** What constructors assign, as definite.ts has found. */
  readonly constructions = new Map<UserClass, unknown>();
  /** Classes instantiated in this pass. */
  readonly instantiated: UserClass[] = [];
  /** The class whose body is being run, if any. */
  definingClass: UserClass | null = null;
  /** A generator expression that its callee uses up at once. */
  consumed: Expr | null = null;
  /** An annotation named something that has no value yet. */
  hasForwardReference = false;
  /** The node being worked on, for reports that come from inside the lattice. */
  at: Node;
  /** Whether a term admits a type; given by the matcher, which knows terms. */
  readonly admits: (cx: Inference, type: Type, term: Term) => boolean;
  readonly tupleClass = knownClass('tuple');
  readonly iteratorClass = knownClass('Iterator');
  private nesting = 0;

  constructor(scopes: Scopes, call: Expr | null, fuel: number, admits: Inference['admits']) {
    this.layouts = new Layouts(scopes, call);
    this.lattice = new Lattice(fuel, this.tupleClass, this);
    const { node } = scopes.module;
    if (node.kind !== 'Module') throw new Error('the outermost scope is no module');
    this.module = makeFrame(this.layouts.of(node), null, null, false);
    this.frame = this.module;
    this.at = node;
    this.admits = admits;
  }

  /** The state of the flow here. Only to be asked for where the flow can be. */
  get env(): Env {
    return this.frame.env!;
  }

  /** @throws GaveUp when nesting is too deep or the budget is spent */
  enter(): void {
    this.lattice.spend(1);
    if (++this.nesting > MAX_NESTING) throw new GaveUp('the program nests too deep to infer types for');
  }

  leave(): void {
    this.nesting--;
  }

  // ---- names -------------------------------------------------------------------------------------

  /** A name as it is known where the flow is: private names of classes are mangled. */
  mangled(name: string): string {
    if (name.charCodeAt(0) !== 95 || name.charCodeAt(1) !== 95) return name;
    return this.layouts.scopeOf(this.frame.layout.node).mangle(name);
  }

  /** A name as it is known inside a class. */
  mangledIn(cls: UserClass, name: string): string {
    return mangle(cls.name, name);
  }

  // ---- reports -----------------------------------------------------------------------------------

  /** Reports what CPython would raise a TypeError or AttributeError for. Types are put in words later. */
  fault<C extends TypeCode>(node: Node, code: C, slots: FaultSlots<C>): void {
    this.problems.set(node, () => {
      const words = Object.entries<FaultSlot>(slots).map(([name, slot]) => [name, this.inWords(slot)]);
      const found = diagnostic(code, node.span, Object.fromEntries(words) as Slots<C>);
      return { reason: found.message, diagnostic: found };
    });
  }

  private inWords(slot: FaultSlot): string | number {
    if (typeof slot !== 'object') return slot;
    return 'mask' in slot ? this.show(slot) : printTerm(slot);
  }

  /** Notes a place that makes the program gradual without being wrong. */
  loose(node: Node, reason: string): void {
    if (!this.problems.has(node)) this.problems.set(node, () => ({ reason, diagnostic: null }));
  }

  /** Any, because of something the checker does not know. */
  unknown(node: Node, reason: string): Type {
    this.loose(node, reason);
    return ANY;
  }

  overflow(reason: string): void {
    this.loose(this.at, reason);
    this.overflows.set(this.at, () => ({ reason, diagnostic: null }));
  }

  /** Forgets what earlier passes found wrong, but not what they gave up. */
  forgetProblems(): void {
    this.problems.clear();
    for (const [node, problem] of this.overflows) this.problems.set(node, problem);
  }

  grew(bounds: readonly Term[], added: Type): void {
    for (const bound of bounds) {
      if (this.admits(this, added, bound)) continue;
      this.fault(this.at, 'W0517', { expected: bound, actual: added });
    }
  }

  show(type: Type): string {
    return printType(type, this.lattice);
  }

  /** Writes down what an expression is, in the recording pass. */
  record(node: Expr, type: Type): void {
    const seen = this.recorded?.expressions;
    seen?.set(node, this.lattice.join(seen.get(node) ?? NEVER, type));
  }

  // ---- containers --------------------------------------------------------------------------------

  /** The container that a node makes: at every visit in this frame the same one, the nth of its class. */
  made(node: Node, cls: BuiltinClass, nth = 0): { type: Type; part: ContainerPart } {
    let sites = this.frame.sites.get(node);
    if (sites === undefined) {
      sites = [];
      this.frame.sites.set(node, sites);
    }
    let site = sites.find((one) => one.part.cls === cls && one.nth === nth);
    if (site === undefined) {
      const cells = cls.params.map(() => this.lattice.cell(NEVER));
      const part: ContainerPart = { kind: 'container', cls, cells };
      site = { nth, type: partType(part), part };
      sites.push(site);
    }
    return site;
  }

  /** What a container's nth cell holds. */
  held(part: ContainerPart, nth = 0): Type {
    return this.lattice.read(part.cells[nth]!);
  }

  /** An immutable instance of a builtin class. */
  generic(cls: BuiltinClass, args: readonly Type[]): Type {
    return this.lattice.bounded(partType({ kind: 'generic', cls, args }));
  }

  tuple(elems: readonly Type[]): Type {
    return this.lattice.bounded(partType({ kind: 'tuple', elems }));
  }

  /** The cell of an attribute of instances of a class. */
  attributeCell(cls: UserClass, name: string): Cell {
    let cell = cls.attributes.get(name);
    if (cell === undefined) {
      cell = this.lattice.cell(NEVER);
      cls.attributes.set(name, cell);
    }
    return cell;
  }

  // ---- the rest ----------------------------------------------------------------------------------

  /** The scalars of a type together, then each of its parts alone. */
  atoms(type: Type): Type[] {
    if (type.parts.length === 0) return type.mask === 0 ? [] : [type];
    if (type.parts.length === 1 && type.mask === 0) return [type];
    const atoms = type.parts.map(partType);
    if (type.mask !== 0) atoms.unshift(scalar(type.mask));
    return atoms;
  }

  /** Joins a function over the parts of a type; its scalars stay as they are. */
  mapParts(type: Type, of: (part: Part) => Type): Type {
    let result = scalar(type.mask);
    for (const part of type.parts) result = this.lattice.join(result, of(part));
    return result;
  }

  /** Code that is not in sight may have run: what was found out about attributes may not hold any more. */
  forgetFacts(): void {
    if (this.frame.env !== null) this.frame.env.facts = null;
  }

  forgetAttribute(name: string): void {
    if (this.frame.env !== null) forgetAttribute(this.frame.env, name);
  }

  /** Hands a value to code that the checker does not know: it may put anything into it. */
  escape(type: Type): void {
    for (const part of type.parts) {
      if (part.kind === 'tuple') for (const elem of part.elems) this.escape(elem);
      if (part.kind !== 'container') continue;
      for (const cell of part.cells) {
        const held = this.lattice.peek(cell);
        if (isAny(held)) continue;
        this.lattice.grow(cell, ANY);
        this.escape(held);
      }
    }
  }
}
