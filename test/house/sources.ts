// The files of the project as the house tests see them: paths from the root, texts, and what each imports.
// Knows nothing of the rules that are checked with it.
import { readFileSync, readdirSync, statSync } from 'node:fs';
import { join, posix, relative } from 'node:path';
import ts from 'typescript';

export const root = new URL('../..', import.meta.url).pathname;

/** The layered folders, lowest first, with what each may import from (architecture.md, "Layers"). */
export const LAYERS: Readonly<Record<string, readonly string[]>> = {
  grammar: [],
  interpreter: ['grammar'],
  // The trace and the data that it refers to; never the machine, the compiler or the builtins.
  verbalizer: [
    'grammar',
    ...['trace', 'values', 'code.ts', 'op.ts', 'opcodes.ts', 'outcome.ts', 'disassemble.ts'].map(
      (name) => `interpreter/${name}`,
    ),
  ],
  corpus: ['grammar', 'interpreter'],
  src: ['grammar', 'interpreter', 'verbalizer', 'corpus'],
};

export const productFolders: readonly string[] = Object.keys(LAYERS);

const SKIPPED = new Set(['node_modules', 'dist', 'out', '.git', 'coverage', '.venv']);

export interface SourceFile {
  /** From the project's root, with `/`. */
  readonly path: string;
  readonly text: string;
}

/** All files below a folder whose name ends in `ending`, sorted by path. */
export function filesBelow(folder: string, ending = '.ts'): SourceFile[] {
  const found: SourceFile[] = [];
  const walk = (directory: string): void => {
    for (const name of readdirSync(directory).sort()) {
      if (SKIPPED.has(name)) continue;
      const full = join(directory, name);
      if (statSync(full).isDirectory()) walk(full);
      else if (name.endsWith(ending)) {
        found.push({ path: relative(root, full).split('\\').join('/'), text: readFileSync(full, 'utf8') });
      }
    }
  };
  walk(join(root, folder));
  return found;
}

/** Every TypeScript file of the product: the layered folders, without tests. */
export function productFiles(): SourceFile[] {
  return productFolders.flatMap((folder) => filesBelow(folder));
}

/** The module names that a file imports, statically, dynamically or as types. */
export function importsOf(file: SourceFile): string[] {
  return ts.preProcessFile(file.text, true, true).importedFiles.map((entry) => entry.fileName);
}

/** A relative import as a path from the root. */
export function resolveImport(from: SourceFile, specifier: string): string {
  return posix.normalize(posix.join(posix.dirname(from.path), specifier));
}
