// The program's lines as the line styles show them: the code alone, without comments and docstrings. A text is read
// with the program at hand, which is in the prompt; the run is not needed for it.
import type { Module, Node, Stmt } from '../../grammar/ast.ts';
import { children } from '../../grammar/index.ts';
import type { Program } from '../../interpreter/code.ts';

export interface Listing {
  /** Code by line number (from 1; 0 is unused), indented as written; '' where there is none. */
  readonly code: readonly string[];
}

const listings = new WeakMap<Program, Listing>();

/** The listing of a program; made once. */
export function listingOf(program: Program): Listing {
  let listing = listings.get(program);
  if (listing === undefined) {
    const { source, node } = program.module;
    const code = ['', ...withoutComments(source.text)];
    for (const [first, last] of docstrings(node as Module, (offset) => source.lineAt(offset)))
      for (let line = first; line <= last; line++) code[line] = '';
    listings.set(program, (listing = { code }));
  }
  return listing;
}

/** The lines of a text without the comments behind the code. */
function withoutComments(text: string): string[] {
  const lines: string[] = [];
  let line = '';
  let quote = '';
  for (let i = 0; i < text.length; i++) {
    const c = text[i]!;
    if (c === '\n' || c === '\r') {
      if (c === '\r' && text[i + 1] === '\n') i++;
      lines.push(line.trimEnd());
      line = '';
    } else if (quote !== '') {
      if (c === '\\' && text[i + 1] !== '\n' && text[i + 1] !== '\r') line += c + (text[++i] ?? '');
      else if (text.startsWith(quote, i)) {
        line += quote;
        i += quote.length - 1;
        quote = '';
      } else line += c;
    } else if (c === '#') {
      while (i + 1 < text.length && text[i + 1] !== '\n' && text[i + 1] !== '\r') i++;
    } else if (c === "'" || c === '"') {
      quote = text.startsWith(c.repeat(3), i) ? c.repeat(3) : c;
      line += quote;
      i += quote.length - 1;
    } else line += c;
  }
  lines.push(line.trimEnd());
  return lines;
}

/** First and last lines of docstrings that stand on lines of their own. */
function* docstrings(module: Module, lineAt: (offset: number) => number): Iterable<[number, number]> {
  const bodies: (readonly Stmt[])[] = [module.body];
  const visit = (node: Node): void => {
    if (node.kind === 'FunctionDef' || node.kind === 'ClassDef') bodies.push(node.body);
    for (const child of children(node)) visit(child);
  };
  visit(module);
  for (const body of bodies) {
    const [first, second] = body;
    if (first?.kind !== 'Expr' || first.value.kind !== 'Constant' || first.value.value.type !== 'str')
      continue;
    const [from, to] = [lineAt(first.span.start), lineAt(Math.max(first.span.start, first.span.end - 1))];
    if (second !== undefined && lineAt(second.span.start) === to) continue;
    yield [from, to];
  }
}
