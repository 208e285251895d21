// How deep expressions are nested. Everything that reads a tree after the parser recurses into it, so there is a limit.
import type { IToken } from 'chevrotain';
import type { Node } from '../ast.ts';
import type { Diagnostics } from '../diagnostics/diagnostic.ts';
import { T } from '../lexer/token-types.ts';
import { forEachChild } from '../visit.ts';

/** Levels of nodes within one statement. */
const MAX_DEPTH = 1000;

/** Reports the first expression of more than `MAX_DEPTH` levels. Costs next to nothing where no line is that long. */
export function checkDepth(root: Node, tokens: readonly IToken[], sink: Diagnostics): void {
  if (tokens.length > MAX_DEPTH && hasLongLine(tokens)) measure(root, sink);
}

/** A level takes a token at least, so only a line of that many can be so deep. */
function hasLongLine(tokens: readonly IToken[]): boolean {
  let start = 0;
  for (let i = 0; i < tokens.length; i++) {
    if (tokens[i]!.tokenType === T.Newline) start = i;
    if (i - start > MAX_DEPTH) return true;
  }
  return false;
}

function measure(root: Node, sink: Diagnostics): void {
  const stack: { node: Node; depth: number }[] = [{ node: root, depth: 0 }];
  for (let top = stack.pop(); top !== undefined; top = stack.pop()) {
    const { node, depth } = top;
    if (depth > MAX_DEPTH) {
      sink.unsupported('E0413', node.span.start, node.span.end);
      return;
    }
    const isBlock = 'body' in node && Array.isArray(node.body);
    forEachChild(node, (child) => stack.push({ node: child, depth: isBlock ? 0 : depth + 1 }));
  }
}
