// What stands between the parentheses of a call and of a function's head (language reference, 6.3.4 and 8.7).
import type { Call, Expr, Keyword, Param, Params } from '../ast.ts';
import { T } from '../lexer/token-types.ts';
import { AtomParser } from './atoms.ts';
import { tokenSpan } from './base.ts';

/** The arguments of a call or of a class statement. */
export type Arguments = Pick<Call, 'args' | 'keywords'>;

/** The arguments of a call while they are being read. */
interface ArgumentsState extends Arguments {
  /** The names of the keyword arguments; null while there are none. */
  names: Set<string> | null;
  hasUnpacking: boolean;
}

/** How far a parameter list has come. */
interface ParamsState {
  params: Params;
  names: Set<string>;
  hasSlash: boolean;
  /** A bare `*` that still waits for its keyword-only parameter. */
  bareStar: { start: number; end: number } | null;
  hasStar: boolean;
  hasDefault: boolean;
}

export abstract class CallParser extends AtomParser {
  // ---- calls ---------------------------------------------------------------------------------------

  /** `(a, *b, c=1, **d)` with its parentheses. */
  protected readonly callArguments = this.RULE('callArguments', (): Arguments => {
    const found: ArgumentsState = { args: [], keywords: [], names: null, hasUnpacking: false };
    const start = this.here();
    this.CONSUME(T.LParen);
    this.OPTION(() => {
      this.SUBRULE(this.argument, { ARGS: [found, start] });
      this.afterCommas(() => this.SUBRULE1(this.argument, { ARGS: [found, start] }));
    });
    this.CONSUME(T.RParen);
    this.ACTION(() => this.checkGenerators(found, start));
    return found;
  });

  private readonly argument = this.RULE('argument', (found: ArgumentsState, open: number): void => {
    this.OR([
      { ALT: () => this.starArgument(found) },
      { ALT: () => this.mappingArgument(found) },
      { ALT: () => this.plainArgument(found, open) },
    ]);
  });

  private starArgument(found: ArgumentsState): void {
    const start = this.here();
    this.CONSUME(T.Star);
    const value = this.SUBRULE(this.expression);
    this.ACTION(() => {
      const span = this.spanFrom(start);
      if (found.hasUnpacking) this.report('E0217', span, {});
      found.args.push({ kind: 'Starred', value, span });
    });
  }

  private mappingArgument(found: ArgumentsState): void {
    const start = this.here();
    this.CONSUME(T.StarStar);
    const value = this.SUBRULE1(this.expression);
    this.ACTION(() => {
      found.hasUnpacking = true;
      found.keywords.push({ kind: 'Keyword', name: null, value, span: this.spanFrom(start) });
    });
  }

  private plainArgument(found: ArgumentsState, open: number): void {
    const start = this.here();
    const value = this.leafItem() ?? this.SUBRULE(this.namedExpression);
    const isBareName = !this.RECORDING_PHASE && value.kind === 'Name' && value.span.end === this.ended();
    const given = this.OPTION(() => {
      this.CONSUME(T.Equal);
      return this.leafItem() ?? this.SUBRULE2(this.expression);
    });
    const generators = this.OPTION1(() => this.SUBRULE(this.generators));
    this.ACTION(() => {
      const span = this.spanFrom(start);
      if (given !== undefined) {
        if (generators !== undefined) this.fail('E0212', span, {});
        this.addKeyword(found, value, isBareName && value.span.start === start, given, span);
      } else if (generators !== undefined) {
        found.args.push({
          kind: 'GeneratorExp',
          elt: value,
          generators,
          span: { start: open, end: span.end },
        });
      } else {
        this.checkPosition(found, value);
        found.args.push(value);
      }
    });
  }

  private addKeyword(
    found: ArgumentsState,
    target: Expr,
    isBareName: boolean,
    value: Expr,
    span: Keyword['span'],
  ): void {
    if (target.kind === 'Constant' && (target.value.type === 'bool' || target.value.type === 'None')) {
      const what = target.value.type === 'None' ? 'None' : target.value.value ? 'True' : 'False';
      this.report('E0205', target.span, { what });
      return;
    }
    if (target.kind !== 'Name' || !isBareName) {
      this.report('E0220', { start: target.span.start, end: value.span.start }, {});
      return;
    }
    const name = target.id;
    if (name === '__debug__') this.report('E0205', target.span, { what: name });
    found.names ??= new Set();
    if (found.names.has(name)) this.report('E0218', span, { name });
    found.names.add(name);
    found.keywords.push({ kind: 'Keyword', name, value, span });
  }

  private checkPosition(found: ArgumentsState, value: Expr): void {
    if (found.keywords.length === 0) return;
    const unpacking = found.hasUnpacking ? ' unpacking' : '';
    this.report('E0216', value.span, { unpacking });
  }

  /** A generator expression without parentheses must be alone, and then takes those of the call. */
  private checkGenerators({ args, keywords }: Arguments, open: number): void {
    for (const arg of args) {
      if (arg.kind !== 'GeneratorExp' || arg.span.start !== open) continue;
      const isAlone = args.length === 1 && keywords.length === 0 && this.LA(-1).tokenType !== T.Comma;
      if (!isAlone) this.report('E0219', { start: arg.elt.span.start, end: arg.span.end }, {});
      arg.span = this.spanFrom(open);
    }
  }

  // ---- parameters ----------------------------------------------------------------------------------

  /** The parameters of a `def`, without the parentheses; annotations allowed. */
  protected readonly parameters = this.RULE('parameters', (): Params => this.parameterList(true));

  /** The parameters of a lambda; a colon ends them, so no annotations. */
  protected override readonly lambdaParameters = this.RULE('lambdaParameters', (): Params => {
    return this.parameterList(false);
  });

  private parameterList(isAnnotated: boolean): Params {
    const state = this.beginParams();
    this.OPTION(() => {
      this.SUBRULE(this.parameter, { ARGS: [state, isAnnotated] });
      this.afterCommas(() => this.SUBRULE1(this.parameter, { ARGS: [state, isAnnotated] }));
    });
    return this.endParams(state);
  }

  private beginParams(): ParamsState {
    const start = this.here();
    const params: Params = {
      ...{ kind: 'Params', posonly: [], args: [], vararg: null, kwonly: [], kwarg: null },
      span: { start, end: start },
    };
    return { params, names: new Set(), hasSlash: false, bareStar: null, hasStar: false, hasDefault: false };
  }

  private endParams(state: ParamsState): Params {
    if (state.bareStar !== null) this.report('E0223', state.bareStar, {});
    const { span } = state.params;
    const end = this.ended();
    if (end > span.start) span.end = end;
    return state.params;
  }

  private readonly parameter = this.RULE('parameter', (state: ParamsState, isAnnotated: boolean): void => {
    this.OR([
      {
        ALT: () => {
          const param = this.namedParameter(isAnnotated);
          this.ACTION(() => this.addParameter(state, param));
        },
      },
      { ALT: () => this.starParameter(state, isAnnotated) },
      { ALT: () => this.mappingParameter(state, isAnnotated) },
      {
        ALT: () => {
          const span = tokenSpan(this.CONSUME(T.Slash));
          this.ACTION(() => this.addSlash(state, span));
        },
      },
    ]);
  });

  private namedParameter(isAnnotated: boolean): Param {
    const token = this.CONSUME(T.Name);
    let annotation: Expr | null = null;
    let byDefault: Expr | null = null;
    this.OPTION({
      GATE: () => isAnnotated,
      DEF: () => {
        this.CONSUME(T.Colon);
        annotation = this.leafItem() ?? this.SUBRULE(this.expression);
      },
    });
    this.OPTION1(() => {
      this.CONSUME(T.Equal);
      byDefault = this.leafItem() ?? this.SUBRULE1(this.expression);
    });
    const span = this.spanFrom(token.startOffset);
    return { kind: 'Param', name: token.image, annotation, default: byDefault, span };
  }

  private starParameter(state: ParamsState, isAnnotated: boolean): void {
    const star = tokenSpan(this.CONSUME(T.Star));
    const param = this.OPTION2((): Param => {
      const token = this.CONSUME1(T.Name);
      let annotation: Expr | null = null;
      this.OPTION3({
        GATE: () => isAnnotated,
        DEF: () => {
          this.CONSUME1(T.Colon);
          annotation = this.starAnnotation();
        },
      });
      const span = this.spanFrom(token.startOffset);
      return { kind: 'Param', name: token.image, annotation, default: null, span };
    });
    this.ACTION(() => {
      if (this.isNext(T.Equal)) this.fail('E0227', tokenSpan(this.LA(1)), { which: 'positional' });
      if (state.params.kwarg !== null) this.fail('E0226', star, {});
      if (state.hasStar) this.fail('E0224', star, {});
      state.hasStar = true;
      if (param === undefined) {
        state.bareStar = star;
        return;
      }
      this.checkName(state, param);
      state.params.vararg = param;
    });
  }

  /** Since Python 3.11 `*args: *Ts` may unpack a type. */
  private starAnnotation(): Expr {
    const start = this.here();
    const star = this.OPTION4(() => this.CONSUME1(T.Star));
    const value = this.SUBRULE2(this.expression);
    return star === undefined ? value : { kind: 'Starred', value, span: this.spanFrom(start) };
  }

  private mappingParameter(state: ParamsState, isAnnotated: boolean): void {
    const start = this.here();
    this.CONSUME(T.StarStar);
    const token = this.CONSUME2(T.Name);
    let annotation: Expr | null = null;
    this.OPTION5({
      GATE: () => isAnnotated,
      DEF: () => {
        this.CONSUME2(T.Colon);
        annotation = this.SUBRULE3(this.expression);
      },
    });
    this.ACTION(() => {
      const span = this.spanFrom(token.startOffset);
      const param: Param = { kind: 'Param', name: token.image, annotation, default: null, span };
      if (this.isNext(T.Equal)) this.fail('E0227', tokenSpan(this.LA(1)), { which: 'keyword' });
      if (state.bareStar !== null) this.report('E0223', state.bareStar, {});
      state.bareStar = null;
      if (state.params.kwarg !== null) this.fail('E0226', { start, end: span.end }, {});
      this.checkName(state, param);
      state.params.kwarg = param;
    });
  }

  private addParameter(state: ParamsState, param: Param): void {
    const { params } = state;
    if (params.kwarg !== null) this.fail('E0226', param.span, {});
    this.checkName(state, param);
    if (state.hasStar) {
      state.bareStar = null;
      params.kwonly.push(param);
      return;
    }
    if (param.default === null && state.hasDefault) this.report('E0221', param.span, {});
    if (param.default !== null) state.hasDefault = true;
    params.args.push(param);
  }

  private addSlash(state: ParamsState, span: Param['span']): void {
    const { params } = state;
    if (state.hasSlash) this.fail('E0225', span, { problem: '/ may appear only once' });
    if (params.kwarg !== null) this.fail('E0226', span, {});
    if (state.hasStar) this.fail('E0225', span, { problem: '/ must be ahead of *' });
    if (params.args.length === 0) this.fail('E0201', span, {});
    state.hasSlash = true;
    params.posonly = params.args;
    params.args = [];
  }

  private checkName(state: ParamsState, param: Param): void {
    const { name, span } = param;
    if (name === '__debug__') this.report('E0205', span, { what: name });
    if (state.names.has(name)) this.report('E0222', span, { name });
    state.names.add(name);
  }
}
