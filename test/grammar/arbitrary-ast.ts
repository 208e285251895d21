// Random modules that Python can write, with every kind of statement. Trees as the parser makes them, without places.
import fc from 'fast-check';
import type * as ast from '../../grammar/index.ts';
import type { Context } from './arbitrary-expressions.ts';
import { PatternMaker } from './arbitrary-patterns.ts';

type Stmt = ast.Stmt;

/** Where a statement stands. */
interface Place {
  depth: number;
  body: 'module' | 'class' | 'function';
  inLoop: boolean;
}

const none = { start: 0, end: 0 };
const AUGMENTED = ['+', '-', '*', '/', '//', '%', '**', '<<', '>>', '|', '^', '&', '@'] as const;

class ModuleMaker extends PatternMaker {
  module(): ast.Module {
    return { kind: 'Module', body: this.block({ depth: 3, body: 'module', inLoop: false }, 0), span: none };
  }

  private block(place: Place, least = 1): Stmt[] {
    return this.many(least, 3, () => this.statement(place));
  }

  private context({ body, depth }: Place): Context {
    return { depth: Math.min(depth, 3), canYield: body === 'function', canName: body !== 'class' };
  }

  private statement(place: Place): Stmt {
    return place.depth > 0 && this.below(2) === 0 ? this.compound(place) : this.simple(place);
  }

  private simple(place: Place): Stmt {
    const context = this.context(place);
    const closed: Context = { ...context, canYield: false };
    const expr = (): ast.Expr => this.expr(context);
    switch (this.below(16)) {
      case 0:
      case 1:
        return { kind: 'Expr', value: this.values(context), span: none };
      case 2:
      case 3:
        return {
          kind: 'Assign',
          targets: this.many(1, 2, () => this.target(context)),
          value: this.values(context),
          span: none,
        };
      case 4:
        return {
          kind: 'AugAssign',
          target: this.place(context),
          op: this.pick(AUGMENTED),
          value: this.values(context),
          span: none,
        };
      case 5: {
        const value = this.maybe(() => this.values(context));
        const target = this.place(context);
        return {
          kind: 'AnnAssign',
          target: value === null && hasStarredIndex(target) ? this.name() : target,
          annotation: this.expr(closed),
          value,
          span: none,
        };
      }
      case 6:
        return { kind: 'Delete', targets: this.many(1, 2, () => this.deleted(context)), span: none };
      case 7:
        return { kind: 'Assert', test: expr(), msg: this.maybe(expr), span: none };
      case 8: {
        const exc = this.maybe(expr);
        return { kind: 'Raise', exc, cause: exc === null ? null : this.maybe(expr), span: none };
      }
      case 9:
        return {
          kind: 'Import',
          names: this.many(1, 2, () => this.alias(this.pick(['m', 'm.n', 'm.n.o']))),
          span: none,
        };
      case 10: {
        const names = this.many(1, 3, () => this.alias(this.pick(['f', 'g'])));
        return { kind: 'ImportFrom', module: this.pick(['m', 'm.n']), names, span: none };
      }
      case 11:
        return { kind: 'Global', names: this.many(1, 2, () => this.fresh('g')), span: none };
      case 12:
        if (place.body !== 'function') return { kind: 'Pass', span: none };
        return { kind: 'Return', value: this.maybe(() => this.values(context)), span: none };
      case 13:
        return { kind: place.inLoop ? 'Break' : 'Pass', span: none };
      case 14:
        return { kind: place.inLoop ? 'Continue' : 'Pass', span: none };
      default:
        return { kind: 'Pass', span: none };
    }
  }

  private deleted(context: Context): ast.Expr {
    if (!this.chance(4)) return this.place(context);
    const kind = this.pick(['Tuple', 'List'] as const);
    return { kind, elts: this.many(0, 2, () => this.place(context)), span: none };
  }

  private alias(name: string): ast.Alias {
    return { kind: 'Alias', name, asname: this.maybe(() => this.fresh('i')), span: none };
  }

  private compound(place: Place): Stmt {
    const context = this.context(place);
    const inner: Place = { ...place, depth: place.depth - 1 };
    const loop: Place = { ...inner, inLoop: true };
    const orelse = (): Stmt[] => (this.chance(3) ? this.block(inner) : []);
    const expr = (): ast.Expr => this.expr(context);
    switch (this.below(9)) {
      case 0:
      case 1:
        return { kind: 'If', test: expr(), body: this.block(inner), orelse: orelse(), span: none };
      case 2:
        return { kind: 'While', test: expr(), body: this.block(loop), orelse: orelse(), span: none };
      case 3:
        return {
          kind: 'For',
          target: this.target(context),
          iter: this.values(context),
          body: this.block(loop),
          orelse: orelse(),
          span: none,
        };
      case 4:
        return this.function(inner);
      case 5:
        return {
          kind: 'ClassDef',
          name: this.fresh('C'),
          bases: this.many(0, 2, expr),
          keywords: this.keywords(context),
          body: this.block({ ...inner, body: 'class', inLoop: false }),
          decorators: this.many(0, 1, expr),
          span: none,
        };
      case 6:
        return this.tryStatement(inner, expr);
      case 7: {
        const item = (): ast.WithItem => ({
          kind: 'WithItem',
          context: expr(),
          target: this.maybe(() => this.target(context)),
          span: none,
        });
        return { kind: 'With', items: this.many(1, 3, item), body: this.block(inner), span: none };
      }
      default:
        return this.match(inner, context);
    }
  }

  private function(inner: Place): Stmt {
    const context = this.context(inner);
    const body = this.block({ ...inner, body: 'function', inLoop: false });
    const def = (name: string, statements: Stmt[]): Stmt => ({
      kind: 'FunctionDef',
      name,
      params: this.params(context, true),
      body: statements,
      decorators: this.many(0, 1, () => this.expr(context)),
      returns: this.maybe(() => this.expr({ ...context, canYield: false, canName: false })),
      span: none,
    });
    if (!this.chance(4)) return def(this.fresh('f'), body);
    // `nonlocal` needs a function around with the variable.
    const name = this.fresh('n');
    const declaration: Stmt = { kind: 'Nonlocal', names: [name], span: none };
    const value: ast.Expr = { kind: 'Name', id: 'a', span: none };
    const targets: ast.Expr[] = [{ kind: 'Name', id: name, span: none }];
    const assigned: Stmt = { kind: 'Assign', targets, value, span: none };
    return def(this.fresh('f'), [def(this.fresh('f'), [declaration, ...body]), assigned]);
  }

  private tryStatement(inner: Place, expr: () => ast.Expr): Stmt {
    const handlers = this.many(0, 2, (): ast.ExceptHandler => ({
      kind: 'ExceptHandler',
      type: expr(),
      name: this.maybe(() => this.fresh('e')),
      body: this.block(inner),
      span: none,
    }));
    const last = handlers.at(-1);
    if (last !== undefined && this.chance(3)) [last.type, last.name] = [null, null];
    return {
      kind: 'Try',
      body: this.block(inner),
      handlers,
      orelse: last === undefined ? [] : this.many(0, 1, () => this.statement(inner)),
      finalbody: last === undefined || this.chance(3) ? this.block(inner) : [],
      span: none,
    };
  }

  private match(inner: Place, context: Context): Stmt {
    const cases = this.many(1, 3, (): ast.MatchCase => {
      const guard = this.chance(3) ? this.expr(context) : null;
      const pattern = guard === null ? this.pattern(2) : this.anyPattern(2);
      return { kind: 'MatchCase', pattern, guard, body: this.block(inner), span: none };
    });
    if (this.chance(2)) {
      cases.push({
        kind: 'MatchCase',
        pattern: this.anyPattern(0),
        guard: null,
        body: this.block(inner),
        span: none,
      });
    }
    return { kind: 'Match', subject: this.values(context), cases, span: none };
  }
}

/** CPython has no starred index in the target of an annotation without a value. */
function hasStarredIndex(target: ast.Expr): boolean {
  if (target.kind !== 'Subscript' || target.index.kind !== 'Tuple') return false;
  return target.index.elts.some(({ kind }) => kind === 'Starred');
}

/** A module, fresh each time. */
export const moduleArbitrary: fc.Arbitrary<ast.Module> = fc
  .gen()
  .map((draw) => new ModuleMaker(draw).module());
