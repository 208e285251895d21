// Library modules written in Primer: declared by their text, compiled by our own compiler when first imported.
// Knows nothing of particular modules, nor of how they are run (see `vm/library.ts`).
import { analyzeScopes, parse, Source } from '../../../grammar/index.ts';
import type { Library, Program } from '../../code.ts';
import { compileProgram } from '../../compiler/index.ts';

let declared = 0;

/** Declares the module `name` by its text. */
export function primerModule(name: string, text: string): Library {
  return { name, number: ++declared, text };
}

const programs = new WeakMap<Library, Program>();

/** The code of a library module. @throws Error for text that is not Primer: a mistake of ours */
export function libraryProgram(library: Library): Program {
  const known = programs.get(library);
  if (known !== undefined) return known;
  const source = new Source(library.text);
  const { module, diagnostics } = parse(source);
  if (module === null)
    throw new Error(
      `${library.name}: ${diagnostics.map(({ message, span }) => `line ${source.lineAt(span.start)}: ${message}`).join('; ')}`,
    );
  const program = compileProgram(module, analyzeScopes(module), source, null, library);
  programs.set(library, program);
  return program;
}

/** The names in its `__all__`, or all that it binds and that do not begin with an underscore. */
export function libraryExports(library: Library): readonly string[] {
  const listed = /^__all__ = \[([^\]]*)\]/m.exec(library.text);
  if (listed !== null) return [...listed[1].matchAll(/'(\w+)'/g)].map(([, name]) => name);
  const bound = library.text.matchAll(/^(?:def|class) ([a-z]\w*)|^([a-z]\w*) = /gim);
  return [...new Set([...bound].map(([, defined, assigned]) => defined ?? assigned))];
}
