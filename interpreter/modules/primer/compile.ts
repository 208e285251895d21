// Library modules written in Primer are compiled by our own compiler when they are first imported. Knows nothing of
// particular modules, nor of how they are run (see `vm/library.ts`).
import { analyzeScopes, parse, Source } from '../../../grammar/index.ts';
import type { Library, Program } from '../../code.ts';
import { compileProgram } from '../../compiler/index.ts';

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
