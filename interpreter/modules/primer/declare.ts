// Library modules written in Primer: how one is declared by its text, and the names that it has. Knows nothing of
// particular modules, nor of the compiler, which itself asks for the names (see `compile.ts`).
import type { Library } from '../../code.ts';

let declared = 0;

/** Declares the module `name` by its text. */
export function primerModule(name: string, text: string): Library {
  return { name, number: ++declared, text };
}

/** The names in its `__all__`, or all that it binds and that do not begin with an underscore. */
export function libraryExports(library: Library): readonly string[] {
  const listed = /^__all__ = \[([^\]]*)\]/m.exec(library.text);
  if (listed !== null) return [...listed[1].matchAll(/'(\w+)'/g)].map(([, name]) => name);
  const bound = library.text.matchAll(/^(?:def|class) ([a-z]\w*)|^([a-z]\w*) = /gim);
  return [...new Set([...bound].map(([, defined, assigned]) => defined ?? assigned))];
}
