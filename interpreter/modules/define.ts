// Declaring a library module: its functions by signature, its classes and constants by name.
// Knows nothing of particular modules.
import { makeFunction, type NativeCode } from '../builtins/declare.ts';
import type { PyBuiltin } from '../builtins/builtin.ts';
import type { Style } from '../builtins/signature.ts';
import { markOutside } from '../outside.ts';
import type { Runtime } from '../runtime.ts';
import { getAttr } from '../values/attributes.ts';
import { objectClass } from '../values/builtin-classes.ts';
import { PyClass } from '../values/class.ts';
import { PyNativeProperty } from '../values/descriptors.ts';
import { PyModule } from '../values/module.ts';
import type { Value } from '../values/objects.ts';

/** A module in the making. */
export class ModuleBuilder {
  readonly name: string;
  /** The module that CPython has its native functions in, which error texts name. */
  private readonly cName: string;
  private readonly attrs = new Map<string, Value>();

  constructor(name: string, cName = name) {
    this.name = name;
    this.cName = cName;
    this.attrs.set('__name__', name);
  }

  /** A function. `cName` says under which module error texts know it, when not the module's own. */
  function(
    signature: string,
    code: NativeCode,
    style?: Style,
    cName = style === 'python' ? this.name : this.cName,
  ): PyBuiltin {
    const made = makeFunction(cName, signature, code, style);
    this.attrs.set(made.name, made);
    return made;
  }

  /** Any value under a name. */
  value(name: string, value: Value): void {
    this.attrs.set(name, value);
  }

  /** Classes under their own names. */
  classes(...classes: readonly PyClass[]): void {
    for (const cls of classes) this.attrs.set(cls.name, cls);
  }

  /** A name that a library module written in Primer has, for one that is otherwise native. */
  primer(name: string, from: string): void {
    this.computed(name, (rt) => getAttr(rt, rt.importModule(from), name));
  }

  /** Names that CPython's module has and Primer does not: their use is refused by name. */
  outside(...names: readonly string[]): void {
    for (const name of names)
      this.attrs.set(
        name,
        markOutside(
          makeFunction(this.name, `${name}(*args, **kwargs)`, (rt) => rt.unsupported(`${this.name}.${name}`)),
        ),
      );
  }

  /** Names of plain values that CPython's module has and Primer does not: reading one is refused by name. */
  outsideValues(...names: readonly string[]): void {
    for (const name of names)
      this.attrs.set(
        name,
        markOutside(new PyNativeProperty(name, this.name, (rt) => rt.unsupported(`${this.name}.${name}`))),
      );
  }

  /** A value that is found out when it is asked for; without `set` no program can change it. */
  computed(
    name: string,
    get: (rt: Runtime) => Value,
    set: ((rt: Runtime, value: Value) => void) | null = null,
  ): void {
    const setter = set === null ? null : (rt: Runtime, _module: Value, value: Value): void => set(rt, value);
    this.attrs.set(name, new PyNativeProperty(name, this.name, get, setter));
  }

  build(): PyModule {
    return new PyModule(this.name, this.attrs);
  }
}

/** Makes the module `name`, whose native functions CPython has in `cName`. */
export function defineModule(name: string, declare: (module: ModuleBuilder) => void, cName = name): PyModule {
  const builder = new ModuleBuilder(name, cName);
  declare(builder);
  return builder.build();
}

/**
 * A class of a library module.
 * @param written true for what CPython's library has in Python, whose error texts give the bare name
 */
export function libraryClass(
  module: string,
  name: string,
  { base = objectClass, written = false }: { base?: PyClass; written?: boolean } = {},
): PyClass {
  const cls = new PyClass(name, [base], base.mro, true, module);
  if (!written) cls.shownName = `${module}.${name}`;
  return cls;
}

/** Something made once in each run, when it is first asked for: objects that programs can tell apart by identity. */
export function perRun<T>(make: (rt: Runtime) => T): (rt: Runtime) => T {
  const made = new WeakMap<Runtime, T>();
  return (rt) => {
    const known = made.get(rt.root);
    if (known !== undefined) return known;
    const fresh = make(rt);
    made.set(rt.root, fresh);
    return fresh;
  };
}
