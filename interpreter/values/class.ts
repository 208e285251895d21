// Classes, instances and exceptions as data. Method resolution lives here because the order is a property
// of the class; calling a method does not (see `vm/`). Builtin classes are declared in `builtin-classes.ts`.
import { HeapObject, type Value } from './objects.ts';
import { sharedId } from './shared.ts';

/** A class: builtin (`int`) or written in the program. */
export class PyClass extends HeapObject {
  /** The class of the class: `type` (on the prototype) unless it has a metaclass, as an enumeration does. */
  declare cls: PyClass;
  readonly name: string;
  /** The name in error texts; CPython's native library classes have their module's before it. */
  shownName: string;
  /** What `__qualname__` says: beside the attributes, as CPython has it, so that neither `__dict__` nor instances show it. */
  qualname: string;
  readonly bases: readonly PyClass[];
  /** C3 linearisation, this class first, `object` last. https://docs.python.org/3.11/glossary.html#term-method-resolution-order */
  readonly mro: readonly PyClass[];
  readonly builtin: boolean;
  /** Own attributes: methods, class variables, properties. For a builtin class filled by `builtins/`. */
  readonly attrs = new Map<string, Value>();
  /** What `__module__` and the repr say; builtins are 'builtins', a program's classes '__main__'. */
  readonly module: string;
  /** Whether its instances can be given any attribute: not the builtins', nor those of a class with `__slots__`. */
  hasDict: boolean;
  /** The names in its `__slots__` and its bases'; null when there are none. */
  slots: ReadonlySet<string> | null = null;
  /** Names of abstract methods (see module abc), sorted: while there are any it has no instances. */
  abstractMethods: readonly string[] = [];
  constructor(
    name: string,
    bases: readonly PyClass[],
    mro: readonly PyClass[],
    builtin: boolean,
    module = builtin ? 'builtins' : '__main__',
  ) {
    super();
    this.name = name;
    this.shownName = name;
    this.qualname = name;
    this.bases = bases;
    this.mro = [this, ...mro];
    this.builtin = builtin;
    this.module = module;
    this.hasDict = !builtin;
    if (builtin) this.id = sharedId(`${module}.${name}`);
  }

  /** The attribute found first along the MRO, or undefined. */
  lookup(name: string): Value | undefined {
    for (const cls of this.mro) {
      const value = cls.attrs.get(name);
      if (value !== undefined) return value;
    }
    return undefined;
  }

  isSubclassOf(other: PyClass): boolean {
    return this.mro.includes(other);
  }

  setAttr(name: string, value: Value): void {
    if (name === '__qualname__') this.qualname = value as string;
    else this.attrs.set(name, value);
    this.journal?.mutate(this, 'set-attr', name, value);
  }

  deleteAttr(name: string): boolean {
    const had = this.attrs.delete(name);
    if (had) this.journal?.mutate(this, 'delete-attr', name, undefined);
    return had;
  }
}

/** Is told of every change to an instance's attributes: its `__dict__`, once a program has asked for that. */
export interface AttributeMirror extends HeapObject {
  attrSet(name: string, value: Value): void;
  attrDeleted(name: string): void;
}

/** An object with a class and attributes of its own. */
export class PyInstance extends HeapObject {
  override cls: PyClass;
  readonly attrs = new Map<string, Value>();
  mirror: AttributeMirror | null = null;
  constructor(cls: PyClass) {
    super();
    this.cls = cls;
  }
  setAttr(name: string, value: Value): void {
    this.attrs.set(name, value);
    this.mirror?.attrSet(name, value);
    this.journal?.mutate(this, 'set-attr', name, value);
  }
  deleteAttr(name: string): boolean {
    const had = this.attrs.delete(name);
    if (had) this.mirror?.attrDeleted(name);
    if (had) this.journal?.mutate(this, 'delete-attr', name, undefined);
    return had;
  }
}

/** An instance of BaseException or of a class below it. */
export class PyException extends PyInstance {
  /** Changed by the methods below only, as the cause and the context are. */
  args: readonly Value[];
  cause: Value = null;
  context: PyException | null = null;
  /** `__suppress_context__`: whether a cause has been given, be it None. */
  suppressesContext = false;
  /** What it was raised with beside its arguments, as the name that is not defined; null where nobody has said. */
  details: ReadonlyMap<string, Value> | null = null;
  constructor(cls: PyClass, args: readonly Value[]) {
    super(cls);
    this.args = args;
  }

  setArgs(args: readonly Value[]): void {
    this.args = args;
    this.changed();
  }

  setCause(cause: Value): void {
    this.cause = cause;
    this.suppressesContext = true;
    this.changed();
  }

  setContext(context: PyException | null): void {
    this.context = context;
    this.changed();
  }

  private changed(): void {
    this.journal?.mutate(this, 'replace', [this.cause, this.context, ...this.args], undefined);
  }
}

/** A Python exception in flight through our own JavaScript. Caught by the VM's loop, never shown to a user. */
export class PyRaise extends Error {
  readonly exception: PyException;
  constructor(exception: PyException) {
    super(exception.cls.name);
    this.exception = exception;
  }
}
