// CPython's `ast` of a text beside our own tree, both in one plain form that can be compared field by field.
// Positions are UTF-16 offsets. Left out are those that CPython does not have (parameter lists, `with` items,
// clauses of comprehensions, cases) and, in f-strings, those that Python 3.11 gets wrong.
import type { ConstantValue, Node } from '../../grammar/index.ts';
import { childFields, parse, Source } from '../../grammar/index.ts';
import { runPython } from '../support/python.ts';

/** A node as plain data: its kind, its place if that is comparable, and its fields. */
export type Plain = null | string | Plain[] | { [field: string]: Plain };

/** What CPython makes of a text: a tree, or the message of its SyntaxError. */
export type Reading = { tree: Plain } | { error: string };

/** What we make of it; `refused` names constructs that Python has and Primer has not. */
export type OurReading = Reading | { refused: string[] };

export const kindsWithoutPlace: ReadonlySet<string> = new Set([
  ...['Module', 'Params', 'Comprehension', 'WithItem', 'MatchCase'],
]);

/** Reads each text with CPython: `ast.parse`, and `compile` for what only the compiler refuses. */
export function readByPython(texts: readonly string[]): Reading[] {
  return JSON.parse(runPython(SCRIPT, JSON.stringify(texts))) as Reading[];
}

/** Reads a text with our parser. */
export function readHere(text: string): OurReading {
  const { module, diagnostics } = parse(new Source(text));
  if (module !== null) return { tree: plainTree(module, text) };
  const refused = diagnostics.filter(({ kind }) => kind === 'unsupported');
  const first = diagnostics.find(({ kind, severity }) => kind !== 'unsupported' && severity === 'error');
  return first === undefined
    ? { refused: refused.map(({ construct }) => String(construct)) }
    : { error: first.message };
}

/** Our tree in the form that both share. Texts with `\r` or a byte order mark are compared without places. */
export function plainTree(root: Node, text: string): Plain {
  return plainNode(root, !/\r|^\ufeff/.test(text));
}

function plainNode(node: Node, hasPlace: boolean): Plain {
  const plain: { [field: string]: Plain } = { kind: node.kind };
  const { start, end } = node.span;
  if (hasPlace && node.kind === 'Param') plain['at'] = `${start}`;
  else if (hasPlace && !kindsWithoutPlace.has(node.kind)) plain['at'] = `${start}-${end}`;
  const inside = hasPlace && node.kind !== 'JoinedStr';
  const nodes = new Set(childFields(node.kind));
  for (const [field, value] of Object.entries(node)) {
    if (field === 'kind' || field === 'span' || field === 'raw') continue;
    plain[field] = nodes.has(field) ? plainChild(value, inside) : plainField(value);
  }
  return plain;
}

function plainChild(value: unknown, hasPlace: boolean): Plain {
  if (Array.isArray(value)) return value.map((item) => plainChild(item, hasPlace));
  return value === null ? null : plainNode(value as Node, hasPlace);
}

function plainField(value: unknown): Plain {
  if (Array.isArray(value)) return value.map(plainField);
  if (value === null || typeof value === 'string') return value;
  return plainConstant(value as ConstantValue);
}

function plainConstant(constant: ConstantValue): string {
  switch (constant.type) {
    case 'int':
      return `int ${BigInt(constant.value).toString(16)}`;
    case 'imaginary':
    case 'float': {
      const view = new DataView(new ArrayBuffer(8));
      view.setFloat64(0, constant.value);
      return `${constant.type} ${view.getBigUint64(0).toString(16).padStart(16, '0')}`;
    }
    case 'str':
      return `str ${constant.value}`;
    case 'bytes':
      return `bytes ${Buffer.from(constant.value).toString('hex')}`;
    case 'bool':
      return constant.value ? 'True' : 'False';
    case 'None':
    case 'Ellipsis':
      return constant.type;
  }
}

/** The first place where two plain trees differ, as a path and both sides; null if they are equal. */
export function difference(ours: Plain, theirs: Plain, path = ''): string | null {
  if (typeof ours !== 'object' || typeof theirs !== 'object' || ours === null || theirs === null) {
    return ours === theirs ? null : `${path}: ours ${shown(ours)}, CPython's ${shown(theirs)}`;
  }
  if (Array.isArray(ours) !== Array.isArray(theirs)) return `${path}: a list on one side only`;
  const [left, right] = [ours as Record<string, Plain>, theirs as Record<string, Plain>];
  for (const key of new Set([...Object.keys(left), ...Object.keys(right)])) {
    const found = difference(left[key] ?? null, right[key] ?? null, `${path}.${key}`);
    if (found !== null) return found;
  }
  return null;
}

function shown(plain: Plain): string {
  return JSON.stringify(plain)?.slice(0, 300) ?? 'nothing';
}

const SCRIPT = String.raw`
import ast, json, struct, sys, warnings
warnings.simplefilter('ignore')
sys.setrecursionlimit(20000)

OPS = {'Add': '+', 'Sub': '-', 'Mult': '*', 'Div': '/', 'FloorDiv': '//', 'Mod': '%', 'Pow': '**', 'LShift': '<<',
  'RShift': '>>', 'BitOr': '|', 'BitXor': '^', 'BitAnd': '&', 'MatMult': '@', 'USub': '-', 'UAdd': '+', 'Invert': '~',
  'Not': 'not', 'And': 'and', 'Or': 'or', 'Eq': '==', 'NotEq': '!=', 'Lt': '<', 'LtE': '<=', 'Gt': '>', 'GtE': '>=',
  'Is': 'is', 'IsNot': 'is not', 'In': 'in', 'NotIn': 'not in'}
KINDS = {'arguments': 'Params', 'arg': 'Param', 'keyword': 'Keyword', 'comprehension': 'Comprehension',
  'withitem': 'WithItem', 'alias': 'Alias', 'match_case': 'MatchCase'}
FIELDS = {'arg': 'name', 'decorator_list': 'decorators', 'slice': 'index', 'context_expr': 'context', 'optional_vars': 'target',
  'kwd_attrs': 'kwdAttrs', 'kwd_patterns': 'kwdPatterns', 'format_spec': 'formatSpec'}
DROPPED = {'ctx', 'type_comment', 'type_ignores', 'is_async', 'simple', 'level'}
# CPython's Subscript calls its index a slice, but Slice has no such field; FunctionDef's args are parameters.
PLAIN_OPS = (ast.operator, ast.unaryop, ast.boolop, ast.cmpop)

def constant(v):
    if v is None: return 'None'
    if v is Ellipsis: return 'Ellipsis'
    if isinstance(v, bool): return str(v)
    if isinstance(v, int): return 'int ' + format(v, 'x')
    if isinstance(v, float): return 'float ' + struct.pack('>d', v).hex()
    if isinstance(v, bytes): return 'bytes ' + v.hex()
    if isinstance(v, str): return 'str ' + v
    return 'imaginary ' + struct.pack('>d', v.imag).hex()

class Dump:
    def __init__(self, text):
        self.placed = '\r' not in text and not text.startswith('\ufeff')
        self.starts, at = [], 0
        self.lines = text.split('\n')
        for line in self.lines:
            self.starts.append(at)
            at += utf16(line) + 1
    def offset(self, line, column):
        text = self.lines[line - 1]
        if not text.isascii(): column = utf16(text.encode()[:column].decode())
        return self.starts[line - 1] + column
    def node(self, n, placed):
        if isinstance(n, list): return [self.node(m, placed) for m in n]
        if isinstance(n, PLAIN_OPS): return OPS[type(n).__name__]
        if not isinstance(n, ast.AST): return n
        kind = type(n).__name__
        if kind == 'arguments': return self.params(n, placed)
        out = {'kind': KINDS.get(kind, kind)}
        if placed and hasattr(n, 'lineno'):
            out['at'] = f'{self.offset(n.lineno, n.col_offset)}-{self.offset(n.end_lineno, n.end_col_offset)}'
        inside = placed and kind != 'JoinedStr'
        for field, value in ast.iter_fields(n):
            if field in DROPPED or (kind == 'Constant' and field == 'kind'): continue
            name = FIELDS.get(field, field)
            if kind in ('FunctionDef', 'Lambda') and field == 'args': name = 'params'
            if kind in ('Constant', 'MatchSingleton'): out[name] = constant(value)
            elif kind == 'FormattedValue' and field == 'conversion': out[name] = None if value < 0 else chr(value)
            elif kind == 'ImportFrom' and field == 'module': out[name] = value or ''
            else: out[name] = self.node(value, inside)
        return out
    def params(self, a, placed):
        positional = [self.param(p, placed) for p in a.posonlyargs + a.args]
        for p, d in zip(positional[len(positional) - len(a.defaults):], a.defaults): p['default'] = self.node(d, placed)
        kwonly = [self.param(p, placed) for p in a.kwonlyargs]
        for p, d in zip(kwonly, a.kw_defaults): p['default'] = self.node(d, placed)
        n = len(a.posonlyargs)
        return {'kind': 'Params', 'posonly': positional[:n], 'args': positional[n:], 'kwonly': kwonly,
            'vararg': a.vararg and self.param(a.vararg, placed), 'kwarg': a.kwarg and self.param(a.kwarg, placed)}
    def param(self, p, placed):
        out = {'kind': 'Param', 'name': p.arg, 'annotation': self.node(p.annotation, placed), 'default': None}
        if placed: out['at'] = str(self.offset(p.lineno, p.col_offset))
        return out

def utf16(text): return len(text) if text.isascii() else len(text.encode('utf-16-le', 'surrogatepass')) // 2

def read(text):
    try:
        tree = ast.parse(text)
        compile(text, '<string>', 'exec', dont_inherit=True)
    except (SyntaxError, ValueError, RecursionError, MemoryError, OverflowError) as error:
        return {'error': error.msg if isinstance(error, SyntaxError) else f'{type(error).__name__}: {error}'}
    dump = Dump(text)
    return {'tree': dump.node(tree, dump.placed)}

json.dump([read(text) for text in json.load(sys.stdin)], sys.stdout)
`;
