// `'text %s' % (a, b)`: CPython 3.11 compiles it as if it were an f-string (Python/ast_opt.c, optimize_format), which
// shows in the lines alone: the text has none.
import type { BinOp } from '../../grammar/ast.ts';

/** `%s`, `%r` and `%a` with flags, at most two digits of width and of precision; or `%%`; or text. */
const PIECE = /%[-+ #0]*\d{0,2}(?:\.\d{0,2})?([sra])|%%|[^%]+/uy;

/** Whether CPython makes an f-string of it. */
export function isFormatted({ left, op, right }: BinOp): boolean {
  if (op !== '%' || left.kind !== 'Constant' || left.value.type !== 'str' || right.kind !== 'Tuple')
    return false;
  if (right.elts.some((elt) => elt.kind === 'Starred')) return false;
  const text = left.value.value;
  let fields = 0;
  PIECE.lastIndex = 0;
  while (PIECE.lastIndex < text.length) {
    const piece = PIECE.exec(text);
    if (piece === null) return false;
    if (piece[1] !== undefined) fields++;
  }
  return fields === right.elts.length;
}

/** Whether the format begins with text, which the f-string would begin with too. */
export function beginsWithText({ left }: BinOp): boolean {
  return left.kind === 'Constant' && left.value.type === 'str' && /^(?:[^%]|%%)/.test(left.value.value);
}
