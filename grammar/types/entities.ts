// The things that types point to and that have an identity: cells, functions with their analyses,
// classes. Records only; what is done with them is in the inference.
import type { Expr, FunctionDef, Lambda, Node } from '../ast.ts';
import type { Frame, Layout, LoopScope } from './layout.ts';
import type { Signature, Term } from './terms.ts';
import type { Type } from './type.ts';

/**
 * A place in the heap of the analysis, whose type only grows: what a list holds, what an attribute or a
 * captured variable may be, what a function returns. Joined cells point to one representative.
 */
export interface Cell {
  type: Type;
  /** The representative, or null if this is one. */
  parent: Cell | null;
  /** The pass that last read it: growth after that means that the pass must be repeated. */
  readAt: number;
  /** What annotations allow it to hold. */
  bounds: readonly Term[] | null;
  readonly id: number;
}

/** A class of Python's own, as declared in the table. */
export interface BuiltinClass {
  readonly name: string;
  readonly params: readonly string[];
  readonly mutable: boolean;
  /** Whether instances can be dict keys. */
  readonly hashable: boolean;
  /** Whether what its first parameter stands for must be hashable. */
  readonly hashed: boolean;
  readonly base: BuiltinClass | null;
  /** What an attribute is: its own, else the base's. `__new__` is how the class is called. */
  readonly member: (name: string) => Member | null;
}

/** What a name of a builtin class or module is: a function, or a value of some type. */
export type Member =
  | { readonly kind: 'function'; readonly fn: BuiltinFunction; readonly static: boolean }
  | { readonly kind: 'value'; readonly term: Term };

export interface BuiltinFunction {
  readonly name: string;
  readonly overloads: readonly Signature[];
  /** The class whose instance is the first argument, for a method. */
  readonly owner: BuiltinClass | null;
  /** The handler that works out its result, when signatures do not say it all. */
  readonly special: string | null;
  /** What a function that was made by another was made of: the index of an itemgetter. */
  readonly detail: string | number | null;
}

/** A user function as a value: its code, and the analysis of the function around it. */
export interface Closure {
  readonly id: number;
  readonly node: FunctionDef | Lambda;
  readonly name: string;
  readonly layout: Layout;
  /** The frame it was defined in, with the comprehensions around it. */
  readonly outer: Frame;
  readonly outerLoops: LoopScope | null;
  /** Types of the defaults by parameter, null without one; cells, as a `def` in a loop runs often. */
  readonly defaults: (Cell | null)[];
  /** What the annotations say, once they have been read. */
  contract: Contract | null;
  /** The class whose body the function stands in, for `super()`. */
  readonly owner: UserClass | null;
  readonly specs: Map<string, Spec>;
}

/** The annotations of a function. */
export interface Contract {
  readonly params: readonly (Term | null)[];
  /** Whether a parameter's annotation says everything about it. */
  readonly closed: readonly boolean[];
  readonly returns: Term | null;
}

/** One analysis of a function, for one choice of parameter types. */
export interface Spec {
  readonly closure: Closure;
  params: Type[];
  readonly returns: Cell;
  /** For a generator: what it yields and what is sent to it. */
  readonly yields: Cell;
  readonly sends: Cell;
  readonly frame: Frame;
  /** The type of the generators that it makes, once there is one. */
  generator: Type | null;
  /** The pass that last analysed it. */
  pass: number;
}

/** A class of the program. */
export interface UserClass {
  readonly id: number;
  readonly name: string;
  /** The definition, and the frame it ran in: a class in a function is made anew by each analysis. */
  readonly node: Node;
  readonly outer: Frame;
  /** Itself and its bases, in method resolution order. */
  readonly mro: readonly UserClass[];
  readonly style: 'plain' | 'dataclass' | 'frozen-dataclass' | 'enum' | 'namedtuple';
  /** The builtin exception class it derives from, if any. */
  readonly exception: BuiltinClass | null;
  /** It has bases that the checker does not know: anything may be true of its instances. */
  readonly opaque: boolean;
  /** Decorated with functools.total_ordering. */
  readonly isTotallyOrdered: boolean;
  /** Abstract methods of its own body, which matter if `abc.ABC` is among the bases. */
  readonly abstractMethods: ReadonlySet<string>;
  readonly isAbstract: boolean;
  readonly subclasses: UserClass[];
  /** Names of the class body. */
  readonly members: Map<string, Cell>;
  /** Attributes of instances of exactly this class. */
  readonly attributes: Map<string, Cell>;
  /** Fields of a dataclass or a named tuple, inherited ones first. */
  fields: readonly Field[];
  /** Of an enum, the values of its members. */
  readonly values: Cell;
  readonly instance: Type;
  readonly object: Type;
  /** Whether anything makes instances of it. */
  isInstantiated: boolean;
  /** Whether somebody relied on there being none. */
  isAwaited: boolean;
  /** Whether somebody relied on its having no more subclasses. */
  isCounted: boolean;
}

export interface Field {
  readonly name: string;
  readonly declared: Term | null;
  readonly hasDefault: boolean;
  readonly keywordOnly: boolean;
  /** Whether the constructor takes it. */
  readonly init: boolean;
  readonly annotation: Expr | null;
}
