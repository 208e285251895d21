// Quasi-quotation: program text with holes, read once for each place in the code and filled anew each time, as in
// stmts`def ${name}(${param}): return ${value} + 1`.
// Knows the syntax tree and the parser. What fills a hole is checked when it is filled.
import type { ConstantValue, Expr, MatchAs, Node, Param, Params, Pattern, Stmt } from './ast.ts';
import { renderDiagnostics } from './diagnostics/render.ts';
import { parseExpression, parseFragment } from './parser/parser.ts';
import { Source } from './source.ts';
import { cloneNode } from './visit.ts';

/**
 * What may fill a hole, by what it is:
 * - a string: a name or a part of one, wherever a name can stand; in a string literal, a part of its text;
 * - a number, a bigint, a boolean or null: a literal (a number must be a safe integer);
 * - an expression;
 * - a statement or a list of them: a hole that is alone on its line;
 * - a list of expressions: an element of a display or an argument, replaced by all of them;
 * - `Params`, a `Param` or a list of these: a parameter of a function.
 */
export type Hole = string | number | bigint | boolean | null | Node | readonly Node[];

const PLACEHOLDER = /__hole(\d+)__/g;
const WHOLE = /^__hole(\d+)__$/;
const placeholder = (i: number): string => `__hole${i}__`;

const templates = new WeakMap<TemplateStringsArray, Node>();

/** Statements; the common indentation of the lines is taken off. @throws Error for text that is no Primer */
export function stmts(strings: TemplateStringsArray, ...holes: readonly Hole[]): Stmt[] {
  let template = templates.get(strings);
  if (template === undefined) {
    const source = new Source(dedent(templateText(strings)), '<stmts>');
    const { module, diagnostics } = parseFragment(source);
    if (module === null) throw new Error(`bad template\n${renderDiagnostics(diagnostics, source)}`);
    template = module;
    templates.set(strings, template);
  }
  return (new Filler(holes).fill(template) as { body: Stmt[] }).body;
}

/** An expression. @throws Error for text that is no Primer */
export function expr(strings: TemplateStringsArray, ...holes: readonly Hole[]): Expr {
  let template = templates.get(strings);
  if (template === undefined) {
    const source = new Source(templateText(strings), '<expr>');
    const { expr: parsed, diagnostics } = parseExpression(source);
    if (parsed === null) throw new Error(`bad template\n${renderDiagnostics(diagnostics, source)}`);
    template = parsed;
    templates.set(strings, template);
  }
  return new Filler(holes).fill(template) as Expr;
}

function templateText(strings: TemplateStringsArray): string {
  return strings.map((text, i) => (i < strings.length - 1 ? text + placeholder(i) : text)).join('');
}

function dedent(text: string): string {
  const lines = text.replace(/^[ \t]*\n/, '').split('\n');
  const depths = lines.filter((line) => line.trim() !== '').map((line) => /^ */.exec(line)![0].length);
  const depth = Math.min(...depths);
  return `${lines
    .map((line) => line.slice(depth))
    .join('\n')
    .trimEnd()}\n`;
}

function isNode(value: unknown): value is Node {
  return typeof value === 'object' && value !== null && 'kind' in value;
}

function isList(hole: Hole | undefined): hole is readonly Node[] {
  return Array.isArray(hole);
}

const STATEMENTS: ReadonlySet<string> = new Set<Stmt['kind']>([
  ...(['FunctionDef', 'ClassDef', 'Return', 'Delete', 'Assign', 'AugAssign', 'AnnAssign', 'For'] as const),
  ...(['While', 'If', 'With', 'Match', 'Raise', 'Try', 'Assert', 'Import', 'ImportFrom', 'Global'] as const),
  ...(['Nonlocal', 'Expr', 'Pass', 'Break', 'Continue'] as const),
]);

/** Copies a template, putting the holes' contents in the places of the placeholders. */
class Filler {
  private readonly holes: readonly Hole[];

  constructor(holes: readonly Hole[]) {
    this.holes = holes;
  }

  fill(value: unknown): unknown {
    if (typeof value === 'string') return this.fillText(value);
    if (typeof value !== 'object' || value === null) return value;
    if (Array.isArray(value)) return value.flatMap((item) => this.fillItem(item));
    if (value instanceof Uint8Array) return value.slice();
    if (isNode(value)) return this.fillNode(value);
    return this.fillFields(value);
  }

  private fillFields(value: object): Record<string, unknown> {
    const copy: Record<string, unknown> = {};
    for (const [field, held] of Object.entries(value)) {
      if (field === 'span') copy['span'] = { start: 0, end: 0 };
      else copy[field] = field === 'kind' ? held : this.fill(held);
    }
    // A block whose only line was an empty list of statements is still a block.
    const { body } = copy;
    if (copy['kind'] !== 'Module' && Array.isArray(body) && body.length === 0) {
      body.push({ kind: 'Pass', span: { start: 0, end: 0 } });
    }
    return copy;
  }

  private holeNamed(name: string): Hole | undefined {
    const match = WHOLE.exec(name);
    return match === null ? undefined : this.holes[Number(match[1])];
  }

  /** Names and texts: string holes stand for themselves, also as a part. */
  private fillText(text: string): string {
    return text.replace(PLACEHOLDER, (_, i: string) => {
      const hole = this.holes[Number(i)];
      if (typeof hole === 'string' || typeof hole === 'number' || typeof hole === 'bigint')
        return String(hole);
      if (isNode(hole) && hole.kind === 'Name') return hole.id;
      throw new TypeError(`${describeHole(hole)} cannot be a name or a part of a text`);
    });
  }

  /** An item of a list: a hole there may stand for several items. */
  private fillItem(item: unknown): unknown[] {
    if (!isNode(item)) return [this.fill(item)];
    if (item.kind === 'Expr' && item.value.kind === 'Name') {
      const hole = this.holeNamed(item.value.id);
      if (isList(hole)) return hole.map((node) => asStatement(cloneNode(node)));
      if (isNode(hole)) return [asStatement(cloneNode(hole))];
    }
    if (item.kind === 'Name') {
      const hole = this.holeNamed(item.id);
      if (isList(hole)) return hole.map((node) => cloneNode(node));
    }
    if (item.kind === 'Param') return this.fillParam(item);
    return [this.fill(item)];
  }

  private fillParam(param: Param): Param[] {
    const hole = this.holeNamed(param.name);
    if (isList(hole)) return hole.map((node) => cloneNode(node) as Param);
    if (isNode(hole) && hole.kind === 'Param') return [cloneNode(hole)];
    return [this.fillFields(param) as unknown as Param];
  }

  private fillNode(node: Node): unknown {
    if (node.kind === 'Name') {
      const hole = this.holeNamed(node.id);
      if (hole !== undefined && typeof hole !== 'string') return asExpression(hole);
      const id = this.fillText(node.id);
      if (id !== node.id && !isIdentifier(id))
        throw new TypeError(`'${id}' is no name: fill the hole with a node`);
      return { kind: 'Name', id, span: { start: 0, end: 0 } };
    }
    if (node.kind === 'Params') return this.fillParams(node);
    if (node.kind === 'MatchAs') return this.fillCapture(node);
    return this.fillFields(node);
  }

  /** `(${params})` is replaced as a whole when the hole holds `Params`. */
  private fillParams(params: Params): unknown {
    const hole = params.args.length === 1 ? this.holeNamed(params.args[0]!.name) : undefined;
    return isNode(hole) && hole.kind === 'Params' ? cloneNode(hole) : this.fillFields(params);
  }

  /** In a pattern a hole is a name to bind if it is a string, and a value to match otherwise. */
  private fillCapture(pattern: MatchAs): unknown {
    const hole = pattern.pattern === null && pattern.name !== null ? this.holeNamed(pattern.name) : undefined;
    if (hole === undefined || typeof hole === 'string') return this.fillFields(pattern);
    if (isNode(hole) && hole.kind.startsWith('Match')) return cloneNode(hole);
    const value = asExpression(hole);
    const span = { start: 0, end: 0 };
    const literal = value.kind === 'Constant' ? value.value : null;
    const isSingleton = literal?.type === 'bool' || literal?.type === 'None';
    const filled: Pattern = isSingleton
      ? { kind: 'MatchSingleton', value: literal, span }
      : { kind: 'MatchValue', value, span };
    return filled;
  }
}

function isIdentifier(name: string): boolean {
  return /^[\p{XID_Start}_]\p{XID_Continue}*$/u.test(name);
}

function asStatement(node: Node): Stmt {
  if (STATEMENTS.has(node.kind)) return node as Stmt;
  return { kind: 'Expr', value: node as Expr, span: { start: 0, end: 0 } };
}

function asExpression(hole: Hole): Expr {
  if (isNode(hole) && !STATEMENTS.has(hole.kind)) return cloneNode(hole) as Expr;
  if (hole === null) return constant({ type: 'None' });
  if (typeof hole === 'boolean') return constant({ type: 'bool', value: hole });
  if (typeof hole === 'number') {
    if (!Number.isSafeInteger(hole))
      throw new TypeError(`${hole} is no exact int: fill the hole with a node`);
    return integer(hole < 0, Math.abs(hole));
  }
  if (typeof hole === 'bigint') {
    const size = hole < 0n ? -hole : hole;
    return integer(hole < 0n, size <= BigInt(Number.MAX_SAFE_INTEGER) ? Number(size) : size);
  }
  throw new TypeError(`${describeHole(hole)} cannot be an expression`);
}

function integer(isNegative: boolean, value: number | bigint): Expr {
  const operand = constant({ type: 'int', value });
  return isNegative ? { kind: 'UnaryOp', op: '-', operand, span: { start: 0, end: 0 } } : operand;
}

function constant(value: ConstantValue): Expr {
  return { kind: 'Constant', value, span: { start: 0, end: 0 } };
}

function describeHole(hole: Hole | undefined): string {
  if (isList(hole)) return `a list of ${hole[0]?.kind ?? 'nothing'}`;
  return isNode(hole) ? `a ${hole.kind} node` : String(hole);
}
