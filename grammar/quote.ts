// Quasi-quotation: program text with holes, read once for each place in the code and filled anew each time, as in
// stmts`def ${name}(${param}): return ${value} + 1`.
// What has no hole in it, and the nodes that fill holes, are not copied: trees made here share nodes, so that whoever
// prints or changes one copies it first, as `corpus/assemble.ts` does for all that families write.
// Knows the syntax tree and the parser. What fills a hole is checked when it is filled.
import type { ConstantValue, Expr, MatchAs, Module, Name, Node, Pattern, Stmt } from './ast.ts';
import { renderDiagnostics } from './diagnostics/render.ts';
import { parseExpression, parseFragment } from './parser/parser.ts';
import { Source } from './source.ts';

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

const templates = new WeakMap<TemplateStringsArray, Make>();

/** Statements; the common indentation of the lines is taken off. @throws Error for text that is no Primer */
export function stmts(strings: TemplateStringsArray, ...holes: readonly Hole[]): Stmt[] {
  let template = templates.get(strings);
  if (template === undefined) {
    const source = new Source(dedent(templateText(strings)), '<stmts>');
    const { module, diagnostics } = parseFragment(source);
    if (module === null) throw new Error(`bad template\n${renderDiagnostics(diagnostics, source)}`);
    template = makerOf(module);
    templates.set(strings, template);
  }
  return (template(holes) as Module).body;
}

/** An expression. @throws Error for text that is no Primer */
export function expr(strings: TemplateStringsArray, ...holes: readonly Hole[]): Expr {
  let template = templates.get(strings);
  if (template === undefined) {
    const source = new Source(templateText(strings), '<expr>');
    const { expr: parsed, diagnostics } = parseExpression(source);
    if (parsed === null) throw new Error(`bad template\n${renderDiagnostics(diagnostics, source)}`);
    template = makerOf(parsed);
    templates.set(strings, template);
  }
  return template(holes) as Expr;
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

/** Makes a part of a tree with the holes filled. */
type Make = (holes: readonly Hole[]) => unknown;

/** A part of a template: the same each time, or made anew because there is a hole in it. */
type Part = { readonly fixed: unknown } | { readonly make: Make };

/** Makes the items of a list that one item of the template stands for. */
type Item = Part | { readonly items: (holes: readonly Hole[]) => readonly unknown[] };

const NOWHERE = { start: 0, end: 0 };

function makerOf(node: Node): Make {
  const part = partOf(node);
  return 'make' in part ? part.make : () => part.fixed;
}

function partOf(value: unknown): Part {
  if (typeof value === 'string') return textPart(value);
  if (typeof value !== 'object' || value === null || value instanceof Uint8Array) return { fixed: value };
  if (Array.isArray(value)) return listPart(value);
  return isNode(value) ? nodePart(value) : fieldsPart(value);
}

/** Names and texts: string holes stand for themselves, also as a part. */
function textPart(text: string): Part {
  if (text.search(PLACEHOLDER) < 0) return { fixed: text };
  // Pieces of text and the numbers of holes, in turns.
  const pieces = text.split(PLACEHOLDER);
  return {
    make: (holes) =>
      pieces.reduce((filled, piece, i) => filled + (i % 2 === 0 ? piece : textOf(holes[Number(piece)])), ''),
  };
}

function textOf(hole: Hole | undefined): string {
  if (typeof hole === 'string' || typeof hole === 'number' || typeof hole === 'bigint') return String(hole);
  if (isNode(hole) && hole.kind === 'Name') return hole.id;
  throw new TypeError(`${describeHole(hole)} cannot be a name or a part of a text`);
}

function listPart(list: readonly unknown[]): Part {
  const items = list.map(itemOf);
  if (items.every((item) => 'fixed' in item)) return { fixed: items.map(({ fixed }) => fixed) };
  return {
    make(holes) {
      const filled: unknown[] = [];
      for (const item of items) {
        if ('items' in item) filled.push(...item.items(holes));
        else filled.push('make' in item ? item.make(holes) : item.fixed);
      }
      return filled;
    },
  };
}

/** An item of a list: a hole there may stand for several items. */
function itemOf(item: unknown): Item {
  if (!isNode(item)) return partOf(item);
  const part = partOf(item);
  const alone = item.kind === 'Expr' ? holeIn(item.value, 'id') : -1;
  if (alone >= 0)
    return {
      items(holes) {
        const hole = holes[alone];
        if (isList(hole)) return hole.map(asStatement);
        return [isNode(hole) ? asStatement(hole) : made(part, holes)];
      },
    };
  const several = Math.max(holeIn(item, 'id'), holeIn(item, 'name'));
  if (several < 0) return part;
  return {
    items(holes) {
      const hole = holes[several];
      if (isList(hole)) return hole;
      return [item.kind === 'Param' && isNode(hole) && hole.kind === 'Param' ? hole : made(part, holes)];
    },
  };
}

/** The number of the hole that a name or a parameter is, or -1. */
function holeIn(node: Node, field: 'id' | 'name'): number {
  const name = field === 'id' && node.kind === 'Name' ? node.id : node.kind === 'Param' ? node.name : '';
  const match = WHOLE.exec(name);
  return match === null ? -1 : Number(match[1]);
}

function made(part: Part, holes: readonly Hole[]): unknown {
  return 'make' in part ? part.make(holes) : part.fixed;
}

function nodePart(node: Node): Part {
  const part = fieldsPart(node);
  if ('fixed' in part) return part;
  switch (node.kind) {
    case 'Name':
      return namePart(holeIn(node, 'id'), part.make);
    case 'Params': {
      // `(${params})` is replaced as a whole when the hole holds `Params`.
      const at = node.args.length === 1 ? holeIn(node.args[0]!, 'name') : -1;
      return {
        make(holes) {
          const hole = holes[at];
          return isNode(hole) && hole.kind === 'Params' ? hole : part.make(holes);
        },
      };
    }
    case 'MatchAs':
      return capturePart(node, part.make);
    default:
      return part;
  }
}

function namePart(at: number, make: Make): Part {
  return {
    make(holes) {
      const hole = holes[at];
      if (hole !== undefined && typeof hole !== 'string') return asExpression(hole);
      const name = make(holes) as Name;
      if (!isIdentifier(name.id)) throw new TypeError(`'${name.id}' is no name: fill the hole with a node`);
      return name;
    },
  };
}

/** In a pattern a hole is a name to bind if it is a string, and a value to match otherwise. */
function capturePart(pattern: MatchAs, make: Make): Part {
  const match = pattern.pattern === null && pattern.name !== null ? WHOLE.exec(pattern.name) : null;
  const at = match === null ? -1 : Number(match[1]);
  return {
    make(holes) {
      const hole = holes[at];
      if (hole === undefined || typeof hole === 'string') return make(holes);
      if (isNode(hole) && hole.kind.startsWith('Match')) return hole;
      const value = asExpression(hole);
      const literal = value.kind === 'Constant' ? value.value : null;
      const isSingleton = literal?.type === 'bool' || literal?.type === 'None';
      const filled: Pattern = isSingleton
        ? { kind: 'MatchSingleton', value: literal, span: NOWHERE }
        : { kind: 'MatchValue', value, span: NOWHERE };
      return filled;
    },
  };
}

/** A node, or another object of the tree, field by field. */
function fieldsPart(value: object): Part {
  const pattern: Record<string, unknown> = {};
  const makers: [field: string, make: Make][] = [];
  for (const [field, held] of Object.entries(value)) {
    const part = field === 'span' ? { fixed: NOWHERE } : field === 'kind' ? { fixed: held } : partOf(held);
    pattern[field] = 'fixed' in part ? part.fixed : null;
    if ('make' in part) makers.push([field, part.make]);
  }
  if (makers.length === 0) return { fixed: pattern };
  const isBlock = pattern['kind'] !== 'Module';
  return {
    make(holes) {
      const copy = { ...pattern };
      for (const [field, make] of makers) {
        const filled = (copy[field] = make(holes));
        // A block whose only line was an empty list of statements is still a block.
        if (field === 'body' && isBlock && Array.isArray(filled) && filled.length === 0)
          filled.push({ kind: 'Pass', span: NOWHERE });
      }
      return copy;
    },
  };
}

const IDENTIFIER = /^(?:[A-Za-z_][A-Za-z0-9_]*|[\p{XID_Start}_]\p{XID_Continue}*)$/u;

function isIdentifier(name: string): boolean {
  return IDENTIFIER.test(name);
}

function asStatement(node: Node): Stmt {
  if (STATEMENTS.has(node.kind)) return node as Stmt;
  return { kind: 'Expr', value: node as Expr, span: NOWHERE };
}

function asExpression(hole: Hole): Expr {
  if (isNode(hole) && !STATEMENTS.has(hole.kind)) return hole as Expr;
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
  return isNegative ? { kind: 'UnaryOp', op: '-', operand, span: NOWHERE } : operand;
}

function constant(value: ConstantValue): Expr {
  return { kind: 'Constant', value, span: NOWHERE };
}

function describeHole(hole: Hole | undefined): string {
  if (isList(hole)) return `a list of ${hole[0]?.kind ?? 'nothing'}`;
  return isNode(hole) ? `a ${hole.kind} node` : String(hole);
}
