// Where each statement and expression of a program stands: its statement, the block and loops around it. Built once
// per program by a walk over the AST; knows nothing of runs.
import type {
  ExceptHandler,
  Expr,
  For,
  IfExp,
  MatchCase,
  Module,
  Node,
  Pattern,
  Stmt,
  While,
} from '../../grammar/ast.ts';
import { forEachChild } from '../../grammar/index.ts';

/** The block of a compound statement in which a statement stands. */
export type BlockName = 'body' | 'orelse' | 'handler' | 'finalbody' | 'case';

export interface Place {
  /** The compound statement around it in the same function, null at the function's own level. */
  readonly parent: Stmt | null;
  readonly block: BlockName;
  /** True for the first statement of its block. */
  readonly first: boolean;
  /** The loops around it in the same function, outermost first; a loop is not around its own else block. */
  readonly loops: readonly (For | While)[];
}

export class ProgramIndex {
  private readonly places = new Map<Stmt, Place>();
  private readonly handlers = new Map<Stmt, ExceptHandler>();
  private readonly choices = new Map<Expr, IfExp>();
  private readonly cases = new Map<Stmt, MatchCase>();
  private readonly owners = new Map<Node, Stmt>();

  constructor(modules: readonly Module[]) {
    for (const module of modules) this.block(module.body, null, 'body', []);
  }

  /** The statement that a node belongs to; undefined for nodes outside any statement (the call expression). */
  statementOf(node: Node): Stmt | undefined {
    return this.owners.get(node);
  }

  /** The handler whose body a statement is part of directly. */
  handlerOf(stmt: Stmt): ExceptHandler | undefined {
    return this.handlers.get(stmt);
  }

  /** The conditional expression whose test ends with this operand. */
  choiceOf(operand: Expr): IfExp | undefined {
    return this.choices.get(operand);
  }

  /** The case whose body a statement begins. */
  caseOf(stmt: Stmt): MatchCase | undefined {
    return this.cases.get(stmt);
  }

  placeOf(stmt: Stmt): Place {
    const place = this.places.get(stmt);
    if (place === undefined) throw new Error(`statement of another program: ${stmt.kind}`);
    return place;
  }

  /** True when `stmt` stands in `block` of `of`, however deep. */
  within(stmt: Stmt, of: Stmt, block: BlockName): boolean {
    for (let at: Stmt | null = stmt; at !== null;) {
      const place: Place = this.placeOf(at);
      if (place.parent === of && place.block === block) return true;
      at = place.parent;
    }
    return false;
  }

  private block(
    body: readonly Stmt[],
    parent: Stmt | null,
    block: BlockName,
    loops: readonly (For | While)[],
  ): void {
    body.forEach((stmt, i) => {
      this.places.set(stmt, { parent, block, first: i === 0, loops });
      this.statement(stmt, loops);
    });
  }

  private statement(stmt: Stmt, loops: readonly (For | While)[]): void {
    this.owners.set(stmt, stmt);
    switch (stmt.kind) {
      case 'FunctionDef':
        for (const d of stmt.decorators) this.own(d, stmt);
        this.own(stmt.params, stmt);
        this.block(stmt.body, null, 'body', []);
        return;
      case 'ClassDef':
        for (const d of [...stmt.decorators, ...stmt.bases, ...stmt.keywords]) this.own(d, stmt);
        this.block(stmt.body, null, 'body', []);
        return;
      case 'For':
        this.own(stmt.target, stmt);
        this.own(stmt.iter, stmt);
        this.block(stmt.body, stmt, 'body', [...loops, stmt]);
        this.block(stmt.orelse, stmt, 'orelse', loops);
        return;
      case 'While':
        this.own(stmt.test, stmt);
        this.block(stmt.body, stmt, 'body', [...loops, stmt]);
        this.block(stmt.orelse, stmt, 'orelse', loops);
        return;
      case 'If':
        this.own(stmt.test, stmt);
        this.block(stmt.body, stmt, 'body', loops);
        this.block(stmt.orelse, stmt, 'orelse', loops);
        return;
      case 'With':
        for (const item of stmt.items) this.own(item, stmt);
        this.block(stmt.body, stmt, 'body', loops);
        return;
      case 'Try':
        this.block(stmt.body, stmt, 'body', loops);
        for (const handler of stmt.handlers) {
          this.owners.set(handler, stmt);
          if (handler.type !== null) this.own(handler.type, stmt);
          this.block(handler.body, stmt, 'handler', loops);
          for (const inside of handler.body) this.handlers.set(inside, handler);
        }
        this.block(stmt.orelse, stmt, 'orelse', loops);
        this.block(stmt.finalbody, stmt, 'finalbody', loops);
        return;
      case 'Match':
        this.own(stmt.subject, stmt);
        for (const c of stmt.cases) {
          this.owners.set(c, stmt);
          this.own(c.pattern, stmt);
          if (c.guard !== null) this.own(c.guard, stmt);
          this.block(c.body, stmt, 'case', loops);
          this.cases.set(c.body[0]!, c);
        }
        return;
      case 'Return':
      case 'Delete':
      case 'Assign':
      case 'AugAssign':
      case 'AnnAssign':
      case 'Raise':
      case 'Assert':
      case 'Import':
      case 'ImportFrom':
      case 'Global':
      case 'Nonlocal':
      case 'Expr':
      case 'Pass':
      case 'Break':
      case 'Continue':
        forEachChild(stmt, (child) => this.own(child, stmt));
        return;
    }
  }

  private choice(test: Expr, choice: IfExp): void {
    if (test.kind === 'UnaryOp' && test.op === 'not') this.choice(test.operand, choice);
    else if (test.kind === 'BoolOp') for (const operand of test.values) this.choice(operand, choice);
    else this.choices.set(test, choice);
  }

  private own(root: Expr | Pattern | Node, stmt: Stmt): void {
    const own = (node: Node): void => {
      this.owners.set(node, stmt);
      if (node.kind === 'IfExp') this.choice(node.test, node);
      forEachChild(node, own);
    };
    own(root);
  }
}
