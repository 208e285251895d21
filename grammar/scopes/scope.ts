// One scope of a program and where its names lead. Knows nothing of how scopes are found.
import type {
  ClassDef,
  DictComp,
  FunctionDef,
  GeneratorExp,
  Lambda,
  ListComp,
  Module,
  SetComp,
} from '../ast.ts';

/** A node that opens a scope. */
export type ScopeNode =
  Module | FunctionDef | Lambda | ClassDef | ListComp | SetComp | DictComp | GeneratorExp;

/** `comprehension` covers generator expressions too; like `lambda` it is a function as far as names go. */
export type ScopeKind = 'module' | 'function' | 'lambda' | 'class' | 'comprehension';

/**
 * Where a name leads, seen from a scope:
 * - `local`: a variable of this scope that no inner function uses (in a class body: of its namespace);
 * - `cell`: a variable of this function that an inner function uses;
 * - `free`: a variable of an enclosing function;
 * - `global`: a module variable or a builtin (in a class body, looked up in the namespace first);
 * - `explicit-global`: declared `global` here.
 */
export type Resolution = 'local' | 'cell' | 'free' | 'global' | 'explicit-global';

/** A scope, as CPython's symbol table has it. All names are mangled names. */
export class Scope {
  readonly kind: ScopeKind;
  /** CPython's name for the code: `<module>`, the name of the function or class, `<lambda>`, `<listcomp>` … */
  readonly name: string;
  readonly node: ScopeNode;
  readonly parent: Scope | null;
  readonly children: Scope[] = [];
  /** Parameters in the order of `co_varnames`: positional, keyword-only, `*args`, `**kwargs`. */
  readonly params: string[] = [];
  /**
   * The variables of this scope: parameters, then the others in the order of their first binding. In a module, the
   * names that it binds. The iterator that a comprehension is given is not among them.
   */
  readonly locals: string[] = [];
  /** The locals that inner functions use; in a class body `__class__`, if a method needs it. */
  readonly cells: string[] = [];
  /** Variables of enclosing functions that this scope or one inside it uses. */
  readonly frees: string[] = [];
  /** Names used here that lead to the module or the builtins. */
  readonly globals: string[] = [];
  /** Whether the function has a `yield` of its own; generator expressions count as well. */
  isGenerator = false;
  private readonly resolutions = new Map<string, Resolution>();

  constructor(kind: ScopeKind, name: string, node: ScopeNode, parent: Scope | null) {
    this.kind = kind;
    this.name = name;
    this.node = node;
    this.parent = parent;
    parent?.children.push(this);
  }

  /** Whether names of this scope can be used by functions inside it: not those of classes or the module. */
  get isFunction(): boolean {
    return this.kind !== 'module' && this.kind !== 'class';
  }

  /** Where a (mangled) name leads; a name that the scope does not have is global. */
  resolve(name: string): Resolution {
    return this.resolutions.get(name) ?? 'global';
  }

  /** Whether the scope itself binds the name. */
  binds(name: string): boolean {
    return this.locals.includes(name);
  }

  /** Records where a name leads, and lists it. To be called once for each name. */
  settle(name: string, resolution: Resolution): void {
    this.resolutions.set(name, resolution);
    if (resolution === 'cell') this.cells.push(name);
    else if (resolution === 'free') this.frees.push(name);
    else if (resolution !== 'local') this.globals.push(name);
  }

  /** The name by which `name`, as written here, is known (language reference, 6.2.1: private name mangling). */
  mangle(name: string): string {
    if (!isPrivate(name)) return name;
    if (this.kind === 'class') return mangle(this.name, name);
    return this.parent === null ? name : this.parent.mangle(name);
  }
}

function isPrivate(name: string): boolean {
  return name.startsWith('__') && !name.endsWith('__') && !name.includes('.');
}

/** `__name` in a class becomes `_Class__name`; a class named by underscores alone changes nothing. */
export function mangle(className: string, name: string): string {
  if (!isPrivate(name)) return name;
  const stripped = className.replace(/^_+/, '');
  return stripped === '' ? name : `_${stripped}${name}`;
}
