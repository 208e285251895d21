// Patterns of the match statement (language reference, 8.6.4).
import type { Expr, MatchClass, MatchMapping, Pattern, Span } from '../ast.ts';
import { T } from '../lexer/token-types.ts';
import { numberNode, tokenSpan } from './base.ts';
import { ExpressionParser } from './expressions.ts';
import { checkCapturedNames } from './pattern-names.ts';

/** Patterns between commas, before it is known whether they make a sequence. */
interface PatternList {
  patterns: Pattern[];
  hasComma: boolean;
}

/** What a class pattern has between its parentheses. */
type ClassArguments = Pick<MatchClass, 'patterns' | 'kwdAttrs' | 'kwdPatterns'>;

export abstract class PatternParser extends ExpressionParser {
  /** The pattern of a `case`: an open sequence or a single pattern. */
  protected readonly casePattern = this.RULE('casePattern', (): Pattern => {
    const start = this.here();
    const list = this.SUBRULE(this.patternList);
    const pattern = this.ACTION((): Pattern => {
      const { patterns, hasComma } = list;
      const first = patterns[0]!;
      if (!hasComma && first.kind !== 'MatchStar') return first;
      if (!hasComma) this.unexpected(this.LA(0));
      return this.sequence(patterns, this.spanFrom(start));
    });
    this.ACTION(() => checkCapturedNames(this.sink, pattern));
    return pattern;
  });

  private readonly patternList = this.RULE('patternList', (): PatternList => {
    const patterns = [this.SUBRULE(this.maybeStarPattern)];
    const hasComma = this.afterCommas(() => patterns.push(this.SUBRULE1(this.maybeStarPattern)));
    return { patterns, hasComma };
  });

  private readonly maybeStarPattern = this.RULE('maybeStarPattern', (): Pattern =>
    this.OR([
      {
        ALT: (): Pattern => {
          const start = this.here();
          this.CONSUME(T.Star);
          const name = this.CONSUME(T.Name).image;
          return { kind: 'MatchStar', name: name === '_' ? null : name, span: this.spanFrom(start) };
        },
      },
      { ALT: (): Pattern => this.SUBRULE(this.pattern) },
    ]),
  );

  /** An or-pattern, perhaps with `as name`. */
  private readonly pattern = this.RULE('pattern', (): Pattern => {
    const start = this.here();
    const first = this.SUBRULE(this.closedPattern);
    const patterns = [first];
    this.MANY(() => {
      this.CONSUME(T.Pipe);
      patterns.push(this.SUBRULE1(this.closedPattern));
    });
    const inner: Pattern =
      patterns.length === 1 ? first : { kind: 'MatchOr', patterns, span: this.spanFrom(start) };
    const name = this.OPTION(() => {
      this.CONSUME(T.As);
      return this.CONSUME(T.Name);
    });
    if (name === undefined || this.RECORDING_PHASE) return inner;
    if (name.image === '_') this.report('E0257', tokenSpan(name), {});
    if (this.isNext(T.Dot) || this.isNext(T.LParen)) this.unexpected();
    return { kind: 'MatchAs', pattern: inner, name: name.image, span: this.spanFrom(start) };
  });

  private readonly closedPatterns = [
    { ALT: (): Pattern => this.numberPattern() },
    { ALT: (): Pattern => this.stringPattern() },
    { ALT: (): Pattern => this.singletonPattern() },
    { ALT: (): Pattern => this.namePattern() },
    { ALT: (): Pattern => this.groupPattern() },
    { ALT: (): Pattern => this.bracketPattern() },
    { ALT: (): Pattern => this.SUBRULE(this.mappingPattern) },
  ];

  private readonly closedPattern = this.RULE('closedPattern', (): Pattern => this.OR(this.closedPatterns));

  // ---- literals and names --------------------------------------------------------------------------

  private numberPattern(): Pattern {
    const value = this.SUBRULE(this.signedNumber);
    return { kind: 'MatchValue', value, span: value.span };
  }

  /** A number, perhaps negative, and perhaps an imaginary one after it: `-1 + 2j`. */
  private readonly signedNumber = this.RULE('signedNumber', (): Expr => {
    const start = this.here();
    const sign = this.OPTION(() => this.CONSUME(T.Minus));
    let value: Expr = this.numberAtom();
    if (sign !== undefined) value = { kind: 'UnaryOp', op: '-', operand: value, span: this.spanFrom(start) };
    this.OPTION1(() => {
      const op = this.OR([
        { ALT: () => this.CONSUME(T.Plus).image },
        { ALT: () => this.CONSUME1(T.Minus).image },
      ]) as '+' | '-';
      const number = this.CONSUME1(T.Number);
      const right = this.ACTION(() => numberNode(number));
      value = { kind: 'BinOp', left: value, op, right, span: this.spanFrom(start) };
      this.ACTION(() => {
        if (!/j$/i.test(this.LA(0).image)) this.unexpected(this.LA(0));
      });
    });
    return value;
  });

  private stringPattern(): Pattern {
    const value = this.SUBRULE(this.strings);
    if (value.kind === 'JoinedStr') this.report('E0258', value.span, {});
    return { kind: 'MatchValue', value, span: value.span };
  }

  private singletonPattern(): Pattern {
    const { value, span } = this.singletonAtom();
    return { kind: 'MatchSingleton', value, span };
  }

  /** A capture, the wildcard, a dotted value or a class pattern. */
  private namePattern(): Pattern {
    const start = this.here();
    const isWildcard = this.LA(1).image === '_';
    const value = this.SUBRULE(this.dottedName);
    // CPython takes the wildcard before it looks further.
    if (isWildcard && (value.kind !== 'Name' || this.isNext(T.LParen))) this.unexpected();
    const args = this.OPTION(() => this.SUBRULE(this.classArguments));
    const span = this.spanFrom(start);
    if (args !== undefined) return { kind: 'MatchClass', cls: value, ...args, span };
    if (value.kind !== 'Name') return { kind: 'MatchValue', value, span };
    return { kind: 'MatchAs', pattern: null, name: value.id === '_' ? null : value.id, span };
  }

  private readonly dottedName = this.RULE('dottedName', (): Expr => {
    const token = this.CONSUME(T.Name);
    const start = token.startOffset;
    let value: Expr = { kind: 'Name', id: token.image, span: tokenSpan(token) };
    this.MANY(() => {
      this.CONSUME(T.Dot);
      const attr = this.CONSUME1(T.Name).image;
      value = { kind: 'Attribute', value, attr, span: this.spanFrom(start) };
    });
    return value;
  });

  private readonly classArguments = this.RULE('classArguments', (): ClassArguments => {
    const found: ClassArguments = { patterns: [], kwdAttrs: [], kwdPatterns: [] };
    this.CONSUME(T.LParen);
    this.OPTION(() => {
      this.SUBRULE(this.classArgument, { ARGS: [found] });
      this.afterCommas(() => this.SUBRULE1(this.classArgument, { ARGS: [found] }));
    });
    this.CONSUME(T.RParen);
    return found;
  });

  private readonly classArgument = this.RULE('classArgument', (found: ClassArguments): void => {
    const isKeyword = this.LA(2).tokenType === T.Equal;
    const pattern = this.SUBRULE(this.pattern);
    const given = this.OPTION(() => {
      this.CONSUME(T.Equal);
      return this.SUBRULE1(this.pattern);
    });
    this.ACTION(() => {
      if (given === undefined) {
        if (found.kwdAttrs.length > 0) this.report('E0254', pattern.span, {});
        found.patterns.push(pattern);
        return;
      }
      if (!isKeyword || pattern.kind !== 'MatchAs') return this.unexpected(this.LA(0));
      const name = pattern.name ?? '_';
      if (found.kwdAttrs.includes(name)) this.report('E0255', pattern.span, { name });
      found.kwdAttrs.push(name);
      found.kwdPatterns.push(given);
    });
  });

  // ---- sequences and mappings ----------------------------------------------------------------------

  private groupPattern(): Pattern {
    const start = this.here();
    this.CONSUME(T.LParen);
    const list = this.OPTION1(() => this.SUBRULE(this.patternList));
    this.CONSUME(T.RParen);
    const span = this.spanFrom(start);
    if (this.RECORDING_PHASE || list === undefined) return { kind: 'MatchSequence', patterns: [], span };
    const first = list.patterns[0]!;
    // Parentheses around a single pattern only group.
    if (!list.hasComma && first.kind !== 'MatchStar') return first;
    if (!list.hasComma) this.unexpected(this.LA(0));
    return this.sequence(list.patterns, span);
  }

  private bracketPattern(): Pattern {
    const start = this.here();
    this.CONSUME(T.LBracket);
    const list = this.OPTION2(() => this.SUBRULE1(this.patternList));
    this.CONSUME(T.RBracket);
    return this.ACTION(() => this.sequence(list?.patterns ?? [], this.spanFrom(start)));
  }

  private sequence(patterns: Pattern[], span: Span): Pattern {
    const stars = patterns.filter((pattern) => pattern.kind === 'MatchStar');
    if (stars.length > 1) this.report('E0253', span, {});
    return { kind: 'MatchSequence', patterns, span };
  }

  private readonly mappingPattern = this.RULE('mappingPattern', (): Pattern => {
    const start = this.here();
    this.CONSUME(T.LBrace);
    const found: MatchMapping = {
      ...{ kind: 'MatchMapping', keys: [], patterns: [], rest: null },
      span: { start, end: start },
    };
    const seen = new Set<string>();
    this.OPTION(() => {
      this.SUBRULE(this.mappingItem, { ARGS: [found, seen] });
      this.afterCommas(() => this.SUBRULE1(this.mappingItem, { ARGS: [found, seen] }));
    });
    this.CONSUME(T.RBrace);
    found.span = this.spanFrom(start);
    return found;
  });

  private readonly mappingItem = this.RULE('mappingItem', (found: MatchMapping, seen: Set<string>): void => {
    if (found !== undefined && found.rest !== null) this.unexpected();
    this.OR([
      {
        ALT: () => {
          this.CONSUME(T.StarStar);
          const name = this.CONSUME(T.Name);
          this.ACTION(() => {
            if (name.image === '_') this.unexpected(name);
            found.rest = name.image;
          });
        },
      },
      {
        ALT: () => {
          const key = this.SUBRULE(this.mappingKey);
          this.CONSUME(T.Colon);
          const pattern = this.SUBRULE(this.pattern);
          this.ACTION(() => {
            this.checkKey(key, seen);
            found.keys.push(key);
            found.patterns.push(pattern);
          });
        },
      },
    ]);
  });

  private readonly mappingKey = this.RULE('mappingKey', (): Expr =>
    this.OR([
      { ALT: (): Expr => this.SUBRULE(this.signedNumber) },
      { ALT: (): Expr => this.SUBRULE(this.strings) },
      { ALT: (): Expr => this.singletonAtom() },
      { ALT: (): Expr => this.SUBRULE(this.dottedName) },
    ]),
  );

  private checkKey(key: Expr, seen: Set<string>): void {
    if (key.kind === 'JoinedStr') this.report('E0258', key.span, {});
    if (key.kind === 'Name') this.unexpected(this.LA(0));
    const text = keyText(key);
    if (text === null) return;
    if (seen.has(text)) {
      this.report('E0256', key.span, { key: this.text.slice(key.span.start, key.span.end) });
    }
    seen.add(text);
  }
}

/** A text by which equal literal keys are equal, as `1`, `1.0` and `True` are; null for computed keys. */
function keyText(key: Expr): string | null {
  if (key.kind === 'UnaryOp') {
    const size = keyText(key.operand);
    return size === '0' ? size : `-${size}`;
  }
  if (key.kind !== 'Constant') return null;
  const { value } = key;
  switch (value.type) {
    case 'int':
    case 'float':
      return String(value.value);
    case 'imaginary':
      return `${value.value}j`;
    case 'bool':
      return value.value ? '1' : '0';
    case 'str':
      return `'${value.value}`;
    case 'bytes':
      return `b${value.value.join()}`;
    case 'None':
    case 'Ellipsis':
      return value.type;
  }
}
