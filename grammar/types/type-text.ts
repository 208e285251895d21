// Reads types and signatures written as text: the table of builtins, and annotations in quotes.
// Gives a tree of names that terms.ts gives a meaning to. Knows no class by name.

/** A type as written, before its names mean anything. */
export type TypeExpr =
  | { readonly kind: 'name'; readonly name: string; readonly args: readonly TypeExpr[] }
  | { readonly kind: 'union'; readonly members: readonly TypeExpr[] }
  /** The parameter list of a Callable. */
  | { readonly kind: 'list'; readonly items: readonly TypeExpr[] }
  | { readonly kind: 'ellipsis' }
  /** Not a type. */
  | { readonly kind: 'unreadable' };

/** One parameter of a signature as written. */
export interface ParamExpr {
  readonly name: string;
  readonly type: TypeExpr;
  readonly how: 'positional-only' | 'either' | 'keyword-only' | 'star' | 'double-star';
  /** The text of the default, or null if the parameter is required. */
  readonly default: string | null;
}

export interface SignatureExpr {
  readonly params: readonly ParamExpr[];
  readonly returns: TypeExpr;
  /** The name after `!`, which says that code works out the result; or null. */
  readonly special: string | null;
}

const UNREADABLE: TypeExpr = { kind: 'unreadable' };
const TOKEN = /\s*(->|\.\.\.|\*\*|[A-Za-z_][\w.]*|-?\d+|'[^']*'|[^\s])/y;
const MAX_DEPTH = 20;

class Reader {
  private readonly tokens: string[] = [];
  private at = 0;

  constructor(text: string) {
    TOKEN.lastIndex = 0;
    for (let m = TOKEN.exec(text); m !== null; m = TOKEN.exec(text)) this.tokens.push(m[1]!);
  }

  get done(): boolean {
    return this.at >= this.tokens.length;
  }

  peek(): string {
    return this.tokens[this.at] ?? '';
  }

  take(): string {
    return this.tokens[this.at++] ?? '';
  }

  accept(token: string): boolean {
    if (this.peek() !== token) return false;
    this.at++;
    return true;
  }
}

function readUnion(reader: Reader, depth: number): TypeExpr {
  const members = [readPrimary(reader, depth)];
  while (reader.accept('|')) members.push(readPrimary(reader, depth));
  return members.length === 1 ? members[0]! : { kind: 'union', members };
}

function readPrimary(reader: Reader, depth: number): TypeExpr {
  if (depth > MAX_DEPTH) return UNREADABLE;
  const token = reader.take();
  if (token === '...') return { kind: 'ellipsis' };
  if (token === '[' || token === '(') {
    return { kind: 'list', items: readItems(reader, token === '[' ? ']' : ')', depth + 1) };
  }
  if (!/^[A-Za-z_]/.test(token)) return UNREADABLE;
  const args = reader.accept('[') ? readItems(reader, ']', depth + 1) : [];
  return { kind: 'name', name: token, args };
}

function readItems(reader: Reader, close: string, depth: number): TypeExpr[] {
  const items: TypeExpr[] = [];
  while (!reader.done && !reader.accept(close)) {
    items.push(readUnion(reader, depth));
    if (!reader.accept(',') && reader.peek() !== close) return [UNREADABLE];
  }
  return items;
}

/** Reads a type such as `dict[str, list[int]] | None`; what cannot be read is `unreadable`. */
export function readType(text: string): TypeExpr {
  const reader = new Reader(text);
  const type = readUnion(reader, 0);
  return reader.done ? type : UNREADABLE;
}

/**
 * Reads a signature of the table, such as `(sep: str | None = None, /, *rest: int) -> list[str] !split`.
 * @throws Error if the text is malformed, which is a mistake in the table
 */
export function readSignature(text: string): SignatureExpr {
  const reader = new Reader(text);
  const params: ParamExpr[] = [];
  let keywordOnly = false;
  expect(reader, '(', text);
  while (!reader.accept(')')) {
    if (reader.done) throw new Error(`unfinished signature: ${text}`);
    if (reader.accept('/')) {
      for (let i = 0; i < params.length; i++) params[i] = { ...params[i]!, how: 'positional-only' };
    } else if (reader.accept('**')) {
      params.push(readParam(reader, 'double-star'));
    } else if (reader.accept('*')) {
      if (reader.peek() !== ',') params.push(readParam(reader, 'star'));
      keywordOnly = true;
    } else {
      params.push(readParam(reader, keywordOnly ? 'keyword-only' : 'either'));
    }
    if (!reader.accept(',') && reader.peek() !== ')') throw new Error(`expected a comma: ${text}`);
  }
  expect(reader, '->', text);
  const returns = readUnion(reader, 0);
  const special = reader.accept('!') ? reader.take() : null;
  if (!reader.done) throw new Error(`text after the signature: ${text}`);
  return { params, returns, special };
}

function readParam(reader: Reader, how: ParamExpr['how']): ParamExpr {
  const name = reader.take();
  const type = reader.accept(':') ? readUnion(reader, 0) : UNREADABLE;
  const standard = reader.accept('=') ? reader.take() : null;
  return { name, type, how, default: standard };
}

function expect(reader: Reader, token: string, text: string): void {
  if (!reader.accept(token)) throw new Error(`expected ${token}: ${text}`);
}
