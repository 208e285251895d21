// A run as the reader of free text sees it: its steps, what variables held, the program's names and expressions, and
// an evaluator for what the text works out itself. Evaluation is given from outside: this layer has no machine.
import { canonical, codeOf, exprOf } from './code.ts';
import { walk, type Expr, type Module, type Node } from '../../grammar/index.ts';
import type { Trace } from '../../interpreter/trace/index.ts';
import type { Step, Story } from '../steps/step.ts';
import { Timeline } from './timeline.ts';

/** The repr of a closed Python expression's value, or null when it has none (an exception, an unknown name). */
export type Evaluate = (expression: string) => string | null;

/** Values kept at the same time. */
const MOST_VALUES = 100_000;

export class RunView {
  readonly story: Story;
  readonly timeline: Timeline;
  /** Every identifier of the program. */
  readonly names = new Set<string>();
  readonly functions = new Set<string>();
  /** What the program joins by `and` and `or` or turns round by `not`. */
  readonly joined: Expr[] = [];
  /** The expressions of the program by line: all that a text can speak of. */
  private readonly byLine = new Map<number, Expr[]>();
  private readonly evaluateClosed: Evaluate;
  private readonly results = new Map<string, string | null>();
  /** By step and code. */
  private readonly values = new Map<string, string | null>();
  private readonly truths = new Map<string, boolean | null>();

  constructor(trace: Trace, story: Story, evaluate: Evaluate) {
    this.story = story;
    this.timeline = new Timeline(trace, story);
    this.evaluateClosed = evaluate;
    const { program } = trace;
    const { source } = program.module;
    this.index(program.module.node as Module, (node) => source.lineAt(node.span.start));
    // `sum` and `int` in a text are English words
    for (const name of this.names)
      if ([...this.timeline.valuesOf(name)].length === 0 && /^<(?:built-in|class)/.test(this.run(name) ?? ''))
        this.names.delete(name);
  }

  /** The run's answer as a repr, or null when the run ended by an exception. */
  get answer(): string | null {
    const last = this.story.steps.at(-1);
    return last?.kind === 'result' ? (last.facts['chain'] as readonly string[]).at(-1)! : null;
  }

  /** The expressions on the line of a step. */
  expressionsAt(step: Step): readonly Expr[] {
    return this.byLine.get(step.line) ?? [];
  }

  /** The value of an expression after step `k`, as a repr; null when it cannot be known. */
  evaluate(code: string, k: number): string | null {
    const expr = exprOf(code);
    return expr === null ? null : this.evaluateExpr(expr, k);
  }

  evaluateExpr(expr: Expr, k: number): string | null {
    const key = `${k} ${codeOf(expr)}`;
    let value = this.values.get(key);
    if (value === undefined) {
      if (this.values.size >= MOST_VALUES) this.values.clear();
      this.values.set(key, (value = this.valueOf(expr, k)));
    }
    return value;
  }

  private valueOf(expr: Expr, k: number): string | null {
    // an element that was set says so itself, also when its object cannot be written down
    if (expr.kind === 'Subscript' || expr.kind === 'Attribute') {
      const whole = this.closed(expr, k);
      const known = whole === null ? null : this.run(codeOf(whole));
      return known ?? this.timeline.valueOf(codeOf(expr), k) ?? null;
    }
    const whole = this.closed(expr, k);
    return whole === null ? null : this.run(codeOf(whole));
  }

  /** Whether an expression counts as true after step `k`; null when that cannot be known. */
  truthOf(code: string, k: number): boolean | null {
    const key = `${k} ${code}`;
    let truth = this.truths.get(key);
    if (truth === undefined) {
      if (this.truths.size >= MOST_VALUES) this.truths.clear();
      this.truths.set(key, (truth = this.countsAsTrue(code, k)));
    }
    return truth;
  }

  private countsAsTrue(code: string, k: number): boolean | null {
    const expr = exprOf(code);
    const whole = expr === null ? null : this.closed(expr, k);
    const result = whole === null ? null : this.run(`bool(${codeOf(whole)})`);
    return result === null ? null : result === 'True';
  }

  /** True when two texts are the same value: `'a'` and `"a"`, but not 1 and 1.0. */
  same(a: string, b: string): boolean {
    if (a === b) return true;
    return this.normal(a) === this.normal(b);
  }

  private normal(text: string): string {
    return this.run(text) ?? canonical(text);
  }

  private run(code: string): string | null {
    let result = this.results.get(code);
    if (result === undefined)
      this.results.set(code, (result = this.evaluateClosed(code) ?? this.setOf(exprOf(code))));
    return result;
  }

  /** A set of strings has no one repr: its elements in the order of their texts. */
  private setOf(expr: Expr | null): string | null {
    if (expr?.kind !== 'Set') return null;
    const elements = expr.elts.map((elt) => this.run(codeOf(elt)));
    return elements.includes(null) ? null : `{${[...new Set(elements)].sort().join(', ')}}`;
  }

  /** The expression with names and calls of the program's functions replaced by their values; null when one has none. */
  private closed(expr: Expr, k: number): Expr | null {
    if (expr.kind === 'Name') {
      const text = this.timeline.valueOf(expr.id, k);
      if (text !== undefined) return exprOf(text);
      return this.functions.has(expr.id) ? null : expr;
    }
    if (expr.kind === 'Call' && expr.func.kind === 'Name' && this.functions.has(expr.func.id)) {
      const result = this.returned(expr.func.id, expr.args, k);
      return result === null ? null : exprOf(result);
    }
    if (expr.kind === 'Lambda' || expr.kind.endsWith('Comp') || expr.kind === 'GeneratorExp') return null;
    return mapChildren(expr, (child) => this.closed(child, k));
  }

  /** What a call of a function with these arguments returned anywhere in the run. */
  private returned(func: string, args: readonly Expr[], k: number): string | null {
    const said = args.map((arg) => this.evaluateExpr(arg, k));
    for (const span of this.story.calls) {
      const { facts } = this.story.steps[span.step]!;
      if (facts['func'] !== func || span.returned < 0) continue;
      const given = ((facts['args'] ?? []) as readonly string[]).filter((_, i) => i % 2 === 1);
      if (said.length > given.length || !said.every((s, i) => s !== null && this.same(s, given[i]!)))
        continue;
      return (this.story.steps[span.returned]!.facts['chain'] as readonly string[]).at(-1)!;
    }
    return null;
  }

  private index(module: Module, lineOf: (node: Node) => number): void {
    // `append` in a text is the English word
    const methods = new Set<Node>();
    walk(module, (node) => {
      if (node.kind === 'Name') this.names.add(node.id);
      else if (node.kind === 'Call' && node.func.kind === 'Attribute') methods.add(node.func);
      else if (node.kind === 'Attribute' && !methods.has(node)) this.names.add(node.attr);
      else if (node.kind === 'Param') this.names.add(node.name);
      else if (node.kind === 'FunctionDef' || node.kind === 'ClassDef') {
        this.names.add(node.name);
        this.functions.add(node.name);
      } else if (node.kind === 'ExceptHandler' && node.name !== null) this.names.add(node.name);
      if (node.kind === 'BoolOp' || (node.kind === 'UnaryOp' && node.op === 'not')) this.joined.push(node);
      if (!EXPRESSIONS.has(node.kind)) return;
      const line = lineOf(node);
      const list = this.byLine.get(line);
      if (list === undefined) this.byLine.set(line, [node as Expr]);
      else list.push(node as Expr);
    });
  }
}

const EXPRESSIONS = new Set([
  'BoolOp',
  'BinOp',
  'UnaryOp',
  'IfExp',
  'Compare',
  'Call',
  'Attribute',
  'Subscript',
  'Name',
  'Constant',
  'List',
  'Tuple',
  'Dict',
  'Set',
  'JoinedStr',
]);

/** A copy of an expression with its direct child expressions mapped; null when one of them is. */
function mapChildren(expr: Expr, map: (child: Expr) => Expr | null): Expr | null {
  const copy: Record<string, unknown> = { ...expr };
  for (const [field, held] of Object.entries(expr)) {
    if (field === 'span') continue;
    if (Array.isArray(held)) {
      const list: unknown[] = [];
      for (const item of held as unknown[]) {
        const mapped = isNode(item) ? mapNode(item, map) : item;
        if (mapped === null && item !== null) return null;
        list.push(mapped);
      }
      copy[field] = list;
    } else if (isNode(held)) {
      const mapped = mapNode(held, map);
      if (mapped === null) return null;
      copy[field] = mapped;
    }
  }
  return copy as unknown as Expr;
}

function isNode(held: unknown): held is Node {
  return typeof held === 'object' && held !== null && 'kind' in held && 'span' in held;
}

function mapNode(node: Node, map: (child: Expr) => Expr | null): Node | null {
  if (
    node.kind === 'Keyword' ||
    node.kind === 'Slice' ||
    node.kind === 'Starred' ||
    node.kind === 'FormattedValue'
  )
    return mapChildren(node as unknown as Expr, map) as Node | null;
  return EXPRESSIONS.has(node.kind) ? map(node as Expr) : null;
}
