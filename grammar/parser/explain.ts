// Finds words for a token that Chevrotain did not expect: CPython's, where it has better ones than "invalid syntax".
import type { IToken } from 'chevrotain';
import type { Diagnostics } from '../diagnostics/diagnostic.ts';
import { T } from '../lexer/token-types.ts';
import { tokenSpan } from './base.ts';

const OPERAND_STARTS = new Set([
  ...[T.Name, T.Number, T.String, T.FStringStart, T.Singleton, T.LParen, T.LBracket, T.LBrace, T.Ellipsis],
  ...[T.Lambda, T.Prefix],
]);
const OPERAND_ENDS = new Set([
  ...[T.Name, T.Number, T.String, T.FStringEnd, T.Singleton, T.RParen, T.RBracket, T.RBrace, T.Ellipsis],
]);

/** Reports that the parser could not go on at `token`. */
export function explain(token: IToken, tokens: readonly IToken[], sink: Diagnostics): void {
  if (token.tokenType === T.Invalid) return;
  const { start, end } = tokenSpan(token);
  const at = Number.isNaN(token.startOffset) ? tokens.length : tokens.indexOf(token);
  const previous = tokens[at - 1];
  if (token.tokenType === T.Equal && previous?.tokenType === T.Name && isInBrackets(tokens, at)) {
    return sink.report('E0212', previous.startOffset, end, {});
  }
  if (previous !== undefined && OPERAND_ENDS.has(previous.tokenType) && OPERAND_STARTS.has(token.tokenType)) {
    const isStatement = previous.tokenType === T.Name && startsLine(tokens, at - 1);
    if (isStatement && (previous.image === 'print' || previous.image === 'exec')) {
      return sink.report('E0214', previous.startOffset, end, { name: previous.image });
    }
    const isPrefixed = previous.tokenType === T.Name && token.tokenType === T.String;
    if (isInBrackets(tokens, at) && !isPrefixed) return sink.report('E0213', previous.startOffset, end, {});
  }
  sink.report('E0201', start, end, {});
}

function startsLine(tokens: readonly IToken[], at: number): boolean {
  const before = tokens[at - 1]?.tokenType;
  return (
    before === undefined ||
    [T.Newline, T.Indent, T.Dedent, T.Semicolon, T.Colon].some((type) => type === before)
  );
}

function isInBrackets(tokens: readonly IToken[], at: number): boolean {
  let depth = 0;
  for (let i = at - 1; i >= 0; i--) {
    const type = tokens[i]!.tokenType;
    if (type === T.Newline) return false;
    if (type === T.RParen || type === T.RBracket || type === T.RBrace) depth--;
    if (type === T.LParen || type === T.LBracket || type === T.LBrace) depth++;
    if (depth > 0) return true;
  }
  return false;
}
