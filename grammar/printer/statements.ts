// Statements as text: four spaces for a block, blank lines around definitions as black has them.
import type { Alias, ExceptHandler, Expr, If, MatchCase, Module, Stmt, WithItem } from '../ast.ts';
import { LEVEL } from '../precedence.ts';
import type { NodeOf } from '../visit.ts';
import { PatternPrinter } from './patterns.ts';
import { docstring } from './strings.ts';

type Printers = { readonly [K in Stmt['kind']]: (node: NodeOf<K>) => void };

export class StatementPrinter extends PatternPrinter {
  private isTopLevel = true;
  /** The end of the last simple statement, and so of the compound statements that end with it. */
  private lastEnd = 0;

  override begin(): void {
    super.begin();
    this.isTopLevel = true;
    this.lastEnd = 0;
  }

  module(module: Module): void {
    this.node(module, ({ body }) => this.statements(body, true));
  }

  // ---- blocks --------------------------------------------------------------------------------------

  private statements(body: readonly Stmt[], canHaveDocstring: boolean): void {
    body.forEach((statement, i) => {
      const previous = body[i - 1];
      const text = canHaveDocstring && i === 0 ? docstringOf(statement) : null;
      const isAfterDocstring = canHaveDocstring && i === 1 && docstringOf(body[0]!) !== null;
      if (previous !== undefined)
        this.write('\n'.repeat(this.blankLines(previous, statement, isAfterDocstring)));
      this.line();
      if (text !== null && statement.kind === 'Expr') this.docstring(statement, text);
      else this.statement(statement);
    });
  }

  private blankLines(previous: Stmt, next: Stmt, isAfterDocstring: boolean): number {
    if (isDefinition(previous) || isDefinition(next)) return this.isTopLevel ? 2 : 1;
    if (!this.isTopLevel) return 0;
    return isAfterDocstring || (isImport(previous) && !isImport(next)) ? 1 : 0;
  }

  private block(body: readonly Stmt[], canHaveDocstring = false): void {
    if (body.length === 0) throw new RangeError('a block needs a statement');
    this.write(':\n');
    const { isTopLevel } = this;
    this.isTopLevel = false;
    this.indented(() => this.statements(body, canHaveDocstring));
    this.isTopLevel = isTopLevel;
  }

  private docstring(statement: NodeOf<'Expr'>, text: string): void {
    this.node(statement, ({ value }) => this.node(value, () => this.write(docstring(text))));
    this.endLine();
  }

  private endLine(): void {
    this.lastEnd = this.at;
    this.write('\n');
  }

  /** Writes a statement from where its line has been indented to, and ends its last line. */
  private statement(statement: Stmt): void {
    if (isDefinition(statement)) this.decorators(statement.decorators);
    const start = this.at;
    (this.statementPrinters[statement.kind] as (node: Stmt) => void)(statement);
    if (!isCompound(statement)) this.endLine();
    this.place(statement, start, this.lastEnd);
  }

  private decorators(decorators: readonly Expr[]): void {
    for (const decorator of decorators) {
      this.write('@');
      this.expr(decorator, LEVEL.NAMED);
      this.endLine();
      this.line();
    }
  }

  // ---- statements ----------------------------------------------------------------------------------

  private readonly statementPrinters: Printers = {
    Expr: ({ value }) => this.whole(value),
    Pass: () => this.write('pass'),
    Break: () => this.write('break'),
    Continue: () => this.write('continue'),
    Return: ({ value }) => {
      this.write('return');
      if (value === null) return;
      this.write(' ');
      this.openTuple(value);
    },
    Delete: ({ targets }) => {
      this.write('del ');
      this.separated(targets, (target) => this.expr(target, LEVEL.TEST));
    },
    Assign: ({ targets, value }) => {
      for (const target of targets) {
        this.openTuple(target);
        this.write(' = ');
      }
      // A tuple that is shared out again goes without parentheses: `a, b = b, a`.
      if (targets.at(-1)!.kind === 'Tuple' && value.kind === 'Tuple') this.openTuple(value);
      else this.whole(value);
    },
    AugAssign: ({ target, op, value }) => {
      this.expr(target, LEVEL.PRIMARY);
      this.write(` ${op}= `);
      this.whole(value);
    },
    AnnAssign: ({ target, annotation, value }) => {
      this.expr(target, LEVEL.PRIMARY);
      this.write(': ');
      this.expr(annotation, LEVEL.TEST);
      if (value === null) return;
      this.write(' = ');
      this.whole(value);
    },
    Raise: ({ exc, cause }) => {
      this.write('raise');
      if (exc === null) return;
      this.write(' ');
      this.expr(exc, LEVEL.TEST);
      if (cause === null) return;
      this.write(' from ');
      this.expr(cause, LEVEL.TEST);
    },
    Assert: ({ test, msg }) => {
      this.write('assert ');
      this.expr(test, LEVEL.TEST);
      if (msg === null) return;
      this.write(', ');
      this.expr(msg, LEVEL.TEST);
    },
    Import: ({ names }) => {
      this.write('import ');
      this.separated(names, (name) => this.alias(name));
    },
    ImportFrom: ({ module, names }) => {
      this.write(`from ${module} import `);
      this.separated(names, (name) => this.alias(name));
    },
    Global: ({ names }) => this.write(`global ${names.join(', ')}`),
    Nonlocal: ({ names }) => this.write(`nonlocal ${names.join(', ')}`),

    FunctionDef: ({ name, params, returns, body }) => {
      this.write(`def ${name}(`);
      this.params(params);
      this.write(')');
      if (returns !== null) {
        this.write(' -> ');
        this.expr(returns, LEVEL.TEST);
      }
      this.block(body, true);
    },
    ClassDef: ({ name, bases, keywords, body }) => {
      this.write(`class ${name}`);
      if (bases.length + keywords.length > 0) this.callArguments(bases, keywords);
      this.block(body, true);
    },
    If: (node) => this.ifStatement(node),
    While: ({ test, body, orelse }) => {
      this.write('while ');
      this.expr(test, LEVEL.NAMED);
      this.block(body);
      this.elseBlock(orelse);
    },
    For: ({ target, iter, body, orelse }) => {
      this.write('for ');
      this.openTuple(target);
      this.write(' in ');
      this.expr(iter, LEVEL.TEST);
      this.block(body);
      this.elseBlock(orelse);
    },
    With: ({ items, body }) => {
      this.write('with ');
      const [first] = items;
      const isLoneTuple = items.length === 1 && first!.target === null && first!.context.kind === 'Tuple';
      // Without a second pair, the parentheses of a lone tuple would hold items.
      if (isLoneTuple) this.write('(');
      this.separated(items, (item) => this.withItem(item));
      if (isLoneTuple) this.write(')');
      this.block(body);
    },
    Try: ({ body, handlers, orelse, finalbody }) => {
      this.write('try');
      this.block(body);
      for (const handler of handlers) this.handler(handler);
      this.elseBlock(orelse);
      if (finalbody.length === 0) return;
      this.line();
      this.write('finally');
      this.block(finalbody);
    },
    Match: ({ subject, cases }) => {
      this.write('match ');
      this.expr(subject, LEVEL.NAMED);
      this.write(':\n');
      this.indented(() => cases.forEach((matchCase) => this.matchCase(matchCase)));
    },
  };

  /** A value that is all of what a statement has; tuples in parentheses. */
  private whole(value: Expr): void {
    const isYield = value.kind === 'Yield' || value.kind === 'YieldFrom';
    this.expr(value, isYield ? LEVEL.TUPLE : LEVEL.TEST);
  }

  private alias(alias: Alias): void {
    this.node(alias, ({ name, asname }) => this.write(asname === null ? name : `${name} as ${asname}`));
  }

  /** A chain of `elif` is written in a loop, for it can be longer than the stack is deep. */
  private ifStatement(node: If): void {
    const clauses: { clause: If; start: number }[] = [];
    let clause = node;
    for (let word = 'if'; ; word = 'elif') {
      clauses.push({ clause, start: this.at });
      this.write(`${word} `);
      this.expr(clause.test, LEVEL.NAMED);
      this.block(clause.body);
      const [next] = clause.orelse;
      if (clause.orelse.length !== 1 || next!.kind !== 'If') break;
      clause = next!;
      this.line();
    }
    this.elseBlock(clause.orelse);
    for (const { clause: written, start } of clauses) this.place(written, start, this.lastEnd);
  }

  private elseBlock(orelse: readonly Stmt[]): void {
    if (orelse.length === 0) return;
    this.line();
    this.write('else');
    this.block(orelse);
  }

  private withItem(item: WithItem): void {
    this.node(item, ({ context, target }) => {
      this.expr(context, LEVEL.TEST);
      if (target === null) return;
      this.write(' as ');
      this.expr(target, LEVEL.TEST);
    });
  }

  private handler(handler: ExceptHandler): void {
    this.line();
    const start = this.at;
    this.write('except');
    if (handler.type !== null) {
      this.write(' ');
      this.expr(handler.type, LEVEL.TEST);
    }
    if (handler.name !== null) this.write(` as ${handler.name}`);
    this.block(handler.body);
    this.place(handler, start, this.lastEnd);
  }

  private matchCase(matchCase: MatchCase): void {
    this.line();
    const start = this.at;
    this.write('case ');
    this.pattern(matchCase.pattern);
    if (matchCase.guard !== null) {
      this.write(' if ');
      this.expr(matchCase.guard, LEVEL.NAMED);
    }
    this.block(matchCase.body);
    this.place(matchCase, start, this.lastEnd);
  }
}

function isDefinition(statement: Stmt): statement is NodeOf<'FunctionDef' | 'ClassDef'> {
  return statement.kind === 'FunctionDef' || statement.kind === 'ClassDef';
}

function isImport(statement: Stmt): boolean {
  return statement.kind === 'Import' || statement.kind === 'ImportFrom';
}

function isCompound(statement: Stmt): boolean {
  return 'body' in statement || statement.kind === 'Match';
}

/** The text of a statement that is nothing but a string. */
function docstringOf(statement: Stmt): string | null {
  if (statement.kind !== 'Expr' || statement.value.kind !== 'Constant') return null;
  const { value } = statement.value;
  return value.type === 'str' ? value.value : null;
}
