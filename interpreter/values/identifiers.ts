// Names as the language has them, for what makes classes or checks names (slots, namedtuple, keyword).
import { KEYWORDS } from '../../grammar/lexer/token-types.ts';
import { isIdentifierPart, isIdentifierStart } from './unicode.ts';

/** `text.isidentifier()`. */
export function isIdentifier(text: string): boolean {
  const [first, ...rest] = text;
  return (
    first !== undefined &&
    isIdentifierStart(first.codePointAt(0) as number) &&
    rest.every((char) => isIdentifierPart(char.codePointAt(0) as number))
  );
}

/** `keyword.iskeyword(text)`. */
export function isKeyword(text: string): boolean {
  return KEYWORDS.has(text);
}
