// Statements that fit on a line (language reference, chapter 7).
import type { IToken } from 'chevrotain';
import type { Alias, BinaryOperator, Expr, Stmt } from '../ast.ts';
import { T } from '../lexer/token-types.ts';
import { tokenSpan } from './base.ts';
import { PatternParser } from './patterns.ts';
import { checkTarget, describe } from './targets.ts';

/** The features that `from __future__` may name in Python 3.11. */
const FUTURE_FEATURES: ReadonlySet<string> = new Set([
  ...['nested_scopes', 'generators', 'division', 'absolute_import', 'with_statement', 'print_function'],
  ...['unicode_literals', 'barry_as_FLUFL', 'generator_stop', 'annotations'],
]);

export abstract class SimpleStatementParser extends PatternParser {
  /** Where the statements that are being read go. */
  protected into: Stmt[] = [];
  /** The end of the last simple statement: where the compound statement around it ends. */
  protected statementEnd = 0;
  /** Whether a `from __future__` import may still come. */
  protected isFutureOpen = true;

  private readonly simpleAlternatives = [
    { ALT: (): Stmt => this.SUBRULE(this.expressionStatement) },
    { ALT: (): Stmt => this.SUBRULE(this.returnStatement) },
    { ALT: (): Stmt => this.SUBRULE(this.importStatement) },
    { ALT: (): Stmt => this.SUBRULE(this.fromStatement) },
    { ALT: (): Stmt => this.SUBRULE(this.raiseStatement) },
    { ALT: (): Stmt => this.SUBRULE(this.assertStatement) },
    { ALT: (): Stmt => this.SUBRULE(this.deleteStatement) },
    { ALT: (): Stmt => this.SUBRULE(this.namesStatement) },
    { ALT: (): Stmt => this.passStatement() },
    { ALT: (): Stmt => this.breakStatement() },
    { ALT: (): Stmt => this.continueStatement() },
  ];

  /** `a; b; c` and the end of the line. */
  protected readonly simpleStatements = this.RULE('simpleStatements', (): void => {
    const { into } = this;
    into.push(this.simpleStatement(0));
    if (this.RECORDING_PHASE || this.isNext(T.Semicolon)) this.moreStatements(into);
    this.statementEnd = this.ended();
    this.CONSUME(T.Newline);
  });

  private moreStatements(into: Stmt[]): void {
    let isOpen = false;
    this.MANY(() => {
      if (isOpen) this.unexpected();
      this.CONSUME(T.Semicolon);
      isOpen = true;
      this.OPTION(() => {
        into.push(this.simpleStatement(1));
        isOpen = false;
      });
    });
  }

  private simpleStatement(occurrence: number): Stmt {
    const isFuture = this.isFutureOpen;
    this.isFutureOpen = false;
    const statement = this.or(occurrence, this.simpleAlternatives);
    // The module's docstring and other such imports may stand before a `from __future__` import.
    if (isFuture && !this.RECORDING_PHASE)
      this.isFutureOpen = (this.into.length === 0 && isString(statement)) || isFutureImport(statement);
    else if (!this.RECORDING_PHASE && isFutureImport(statement)) this.report('E0239', statement.span, {});
    return statement;
  }

  // ---- expressions and assignments -----------------------------------------------------------------

  private readonly assignedAlternatives = [
    { ALT: (): Expr => this.SUBRULE(this.yieldExpression) },
    { ALT: (): Expr => this.SUBRULE(this.starExpressions) },
  ];

  /** What stands left or right of `=`; a part of the calling rule. */
  private assigned(occurrence: number): Expr {
    return this.leafList() ?? this.or(occurrence, this.assignedAlternatives);
  }

  private readonly expressionStatement = this.RULE('expressionStatement', (): Stmt => {
    const start = this.here();
    const first = this.assigned(0);
    let values: Expr[] | null = null;
    this.MANY(() => {
      this.CONSUME(T.Equal);
      (values ??= [first]).push(this.assigned(1));
    });
    if (values !== null && !this.RECORDING_PHASE) return this.assignment(values, start);
    let statement: Stmt | undefined;
    this.OPTION1(() => {
      const op = this.CONSUME(T.AugAssign);
      this.ACTION(() => this.checkUpdated(first));
      const value = this.wholeValue(this.assigned(2));
      statement = {
        kind: 'AugAssign',
        target: first,
        op: op.image.slice(0, -1) as BinaryOperator,
        value,
        span: this.spanFrom(start),
      };
      if (!this.RECORDING_PHASE && this.isNext(T.Colon)) this.unexpected();
    });
    this.OPTION2(() => {
      statement = this.annotated(first, start);
    });
    if (statement !== undefined) return statement;
    return { kind: 'Expr', value: this.wholeValue(first), span: this.spanFrom(start) };
  });

  private assignment(values: Expr[], start: number): Stmt {
    if (this.isNext(T.AugAssign) || this.isNext(T.Colon)) this.unexpected();
    const value = this.wholeValue(values.pop()!);
    const [first] = values;
    // In `a, f() = x` it is `f()` that stands before the `=`.
    const isOpen = first!.kind === 'Tuple' && first!.span.start === first!.elts[0]?.span.start;
    const suspect = first!.kind === 'Tuple' && isOpen ? first!.elts.at(-1)! : first!;
    for (const target of values) if (!checkTarget(this.sink, target, 'assign', suspect)) break;
    return { kind: 'Assign', targets: values, value, span: this.spanFrom(start) };
  }

  private checkUpdated(target: Expr): void {
    const isName = target.kind === 'Name';
    if (isName && target.id === '__debug__') this.report('E0205', target.span, { what: target.id });
    if (isName || target.kind === 'Attribute' || target.kind === 'Subscript') return;
    this.report('E0208', target.span, { what: describe(target) });
  }

  private annotated(target: Expr, start: number): Stmt {
    this.CONSUME(T.Colon);
    this.ACTION(() => {
      if (target.kind === 'List' || target.kind === 'Tuple') {
        this.fail('E0209', target.span, { what: describe(target) });
      }
      if (target.kind !== 'Name' && target.kind !== 'Attribute' && target.kind !== 'Subscript') {
        this.fail('E0210', target.span, {});
      }
      if (target.kind === 'Name' && target.id === '__debug__') {
        this.report('E0205', target.span, { what: target.id });
      }
      if (target.kind === 'Name' && target.span.start !== start) {
        this.sink.unsupported('E0415', start, this.ended());
      }
    });
    const annotation = this.SUBRULE(this.expression);
    const value = this.OPTION3(() => {
      this.CONSUME1(T.Equal);
      return this.wholeValue(this.assigned(3));
    });
    this.ACTION(() => {
      if (value === undefined) this.checkAnnotatedIndex(target);
    });
    return { kind: 'AnnAssign', target, annotation, value: value ?? null, span: this.spanFrom(start) };
  }

  /** Without a value CPython evaluates the index item by item, and knows no starred one there. */
  private checkAnnotatedIndex(target: Expr): void {
    if (target.kind !== 'Subscript' || target.index.kind !== 'Tuple') return;
    const starred = target.index.elts.find(({ kind }) => kind === 'Starred');
    if (starred !== undefined) this.report('E0228', starred.span, {});
  }

  // ---- keywords ------------------------------------------------------------------------------------

  private passStatement(): Stmt {
    return { kind: 'Pass', span: tokenSpan(this.CONSUME(T.Pass)) };
  }

  private breakStatement(): Stmt {
    const span = tokenSpan(this.CONSUME(T.Break));
    if (!this.RECORDING_PHASE && this.body.loops === 0) this.report('E0234', span, {});
    return { kind: 'Break', span };
  }

  private continueStatement(): Stmt {
    const span = tokenSpan(this.CONSUME(T.Continue));
    if (!this.RECORDING_PHASE && this.body.loops === 0) this.report('E0235', span, {});
    return { kind: 'Continue', span };
  }

  private readonly returnStatement = this.RULE('returnStatement', (): Stmt => {
    const start = this.here();
    this.CONSUME(T.Return);
    const value = this.OPTION(() => this.wholeValue(this.SUBRULE(this.starExpressions)));
    const span = this.spanFrom(start);
    if (!this.RECORDING_PHASE && this.body.kind !== 'function') this.report('E0232', span, {});
    return { kind: 'Return', value: value ?? null, span };
  });

  private readonly raiseStatement = this.RULE('raiseStatement', (): Stmt => {
    const start = this.here();
    this.CONSUME(T.Raise);
    let exc: Expr | null = null;
    let cause: Expr | null = null;
    this.OPTION(() => {
      exc = this.SUBRULE(this.expression);
      this.OPTION1(() => {
        this.CONSUME(T.From);
        cause = this.SUBRULE1(this.expression);
      });
    });
    return { kind: 'Raise', exc, cause, span: this.spanFrom(start) };
  });

  private readonly assertStatement = this.RULE('assertStatement', (): Stmt => {
    const start = this.here();
    this.CONSUME(T.Assert);
    const test = this.SUBRULE(this.expression);
    const msg = this.OPTION(() => {
      this.CONSUME(T.Comma);
      return this.SUBRULE1(this.expression);
    });
    return { kind: 'Assert', test, msg: msg ?? null, span: this.spanFrom(start) };
  });

  private readonly deleteStatement = this.RULE('deleteStatement', (): Stmt => {
    const start = this.here();
    this.CONSUME(T.Del);
    // Read as expressions, so that what cannot be deleted can be named.
    const targets: Expr[] = [this.leafItem() ?? this.SUBRULE(this.element)];
    this.afterCommas(() => targets.push(this.leafItem() ?? this.SUBRULE1(this.element)));
    this.ACTION(() => targets.every((target) => checkTarget(this.sink, target, 'delete')));
    return { kind: 'Delete', targets, span: this.spanFrom(start) };
  });

  /** `global` and `nonlocal`. */
  private readonly namesStatement = this.RULE('namesStatement', (): Stmt => {
    const start = this.here();
    const kind = this.OR([
      {
        ALT: (): 'Global' | 'Nonlocal' => {
          this.CONSUME(T.Global);
          return 'Global';
        },
      },
      {
        ALT: (): 'Global' | 'Nonlocal' => {
          this.CONSUME(T.Nonlocal);
          return 'Nonlocal';
        },
      },
    ]);
    const names: string[] = [];
    this.AT_LEAST_ONE_SEP({ SEP: T.Comma, DEF: () => names.push(this.CONSUME(T.Name).image) });
    this.needsScopes = true;
    return { kind, names, span: this.spanFrom(start) };
  });

  // ---- imports -------------------------------------------------------------------------------------

  private readonly importStatement = this.RULE('importStatement', (): Stmt => {
    const start = this.here();
    this.CONSUME(T.Import);
    const names: Alias[] = [];
    this.AT_LEAST_ONE_SEP({
      SEP: T.Comma,
      DEF: () => {
        const aliasStart = this.here();
        const name = this.SUBRULE(this.moduleName);
        names.push(this.alias(name, aliasStart));
      },
    });
    return { kind: 'Import', names, span: this.spanFrom(start) };
  });

  private readonly moduleName = this.RULE('moduleName', (): string => {
    let name = this.CONSUME(T.Name).image;
    this.MANY(() => {
      this.CONSUME(T.Dot);
      name += `.${this.CONSUME1(T.Name).image}`;
    });
    return name;
  });

  private alias(name: string, start: number): Alias {
    const asname = this.OPTION8(() => {
      this.CONSUME(T.As);
      return this.CONSUME8(T.Name).image;
    });
    return { kind: 'Alias', name, asname: asname ?? null, span: this.spanFrom(start) };
  }

  private readonly fromStatement = this.RULE('fromStatement', (): Stmt => {
    const start = this.here();
    this.CONSUME(T.From);
    const dots: IToken[] = [];
    this.MANY(() => {
      dots.push(this.OR([{ ALT: () => this.CONSUME(T.Dot) }, { ALT: () => this.CONSUME(T.Ellipsis) }]));
    });
    const module = this.OPTION(() => this.SUBRULE(this.moduleName)) ?? '';
    if (!this.RECORDING_PHASE) {
      if (dots.length > 0) this.sink.unsupported('E0409', dots[0]!.startOffset, dots.at(-1)!.endOffset! + 1);
      else if (module === '') this.unexpected();
    }
    this.CONSUME(T.Import);
    const names: Alias[] = [];
    this.OR1([
      {
        ALT: () => {
          const star = this.CONSUME(T.Star);
          this.ACTION(() => {
            if (this.body.kind === 'module') {
              const span = tokenSpan(star);
              names.push({ kind: 'Alias', name: '*', asname: null, span });
            } else this.sink.unsupported('E0408', star.startOffset, star.startOffset + 1);
          });
        },
      },
      {
        ALT: () => {
          this.CONSUME(T.LParen);
          names.push(this.SUBRULE(this.importedName));
          this.afterCommas(() => names.push(this.SUBRULE1(this.importedName)));
          this.CONSUME(T.RParen);
        },
      },
      { ALT: () => this.SUBRULE(this.importedNames, { ARGS: [names] }) },
    ]);
    if (!this.RECORDING_PHASE && module === '__future__') this.checkFutures(names);
    return { kind: 'ImportFrom', module, names, span: this.spanFrom(start) };
  });

  private readonly importedNames = this.RULE('importedNames', (names: Alias[]): void => {
    const add = (alias: Alias): void => this.ACTION(() => void names.push(alias));
    add(this.SUBRULE(this.importedName));
    this.afterCommas(() => add(this.SUBRULE1(this.importedName)));
    const last = this.LA(0);
    if (last.tokenType === T.Comma) this.report('E0237', tokenSpan(last), {});
  });

  private readonly importedName = this.RULE('importedName', (): Alias => {
    const token = this.CONSUME(T.Name);
    return this.alias(token.image, token.startOffset);
  });

  private checkFutures(names: Alias[]): void {
    for (const { name, span } of names) if (!FUTURE_FEATURES.has(name)) this.report('E0240', span, { name });
  }
}

function isString(statement: Stmt): boolean {
  return (
    statement.kind === 'Expr' && statement.value.kind === 'Constant' && statement.value.value.type === 'str'
  );
}

function isFutureImport(statement: Stmt): boolean {
  return statement.kind === 'ImportFrom' && statement.module === '__future__';
}
