// Atoms: literals, strings and f-strings, groups, displays and comprehensions (language reference, 6.2).
import type {
  Comprehension,
  Constant,
  ConstantValue,
  DictExpr,
  Expr,
  FormattedValue,
  JoinedStr,
  SetExpr,
  Span,
} from '../ast.ts';
import { T } from '../lexer/token-types.ts';
import { decodeBody } from '../lexer/strings.ts';
import { numberNode, ParserBase, payloadOf, tokenSpan } from './base.ts';
import { StringParts } from './string-parts.ts';
import { checkTarget } from './targets.ts';

/** What stands between brackets, before it is known what it makes. */
interface Elements {
  items: Expr[];
  hasComma: boolean;
  generators: Comprehension[] | null;
}

interface Item {
  /** null for `**mapping`, undefined for the element of a set */
  key: Expr | null | undefined;
  value: Expr;
}

const SINGLETONS: Readonly<Record<string, ConstantValue>> = {
  None: { type: 'None' },
  True: { type: 'bool', value: true },
  False: { type: 'bool', value: false },
};

export abstract class AtomParser extends ParserBase {
  /** The tuple or generator expression whose parentheses are about to close. */
  private madeInGroup: Expr | null = null;

  // ---- literals ------------------------------------------------------------------------------------

  protected numberAtom(): Constant {
    const token = this.CONSUME(T.Number);
    return this.ACTION(() => numberNode(token));
  }

  protected singletonAtom(): Constant {
    const token = this.CONSUME(T.Singleton);
    return { kind: 'Constant', value: SINGLETONS[token.image]!, span: tokenSpan(token) };
  }

  /** Adjacent string literals, joined. */
  protected readonly strings = this.RULE('strings', (): Constant | JoinedStr => {
    const start = this.here();
    const parts = new StringParts();
    this.AT_LEAST_ONE(() =>
      this.OR([
        { ALT: () => this.plainString(parts) },
        {
          ALT: () => {
            parts.markFString();
            this.CONSUME(T.FStringStart);
            this.SUBRULE(this.fStringParts, { ARGS: [parts] });
            this.CONSUME(T.FStringEnd);
          },
        },
      ]),
    );
    const span = this.spanFrom(start);
    if (parts.isMixed) this.fail('E0124', span, {});
    return parts.finish(span);
  });

  private plainString(parts: StringParts): void {
    const token = this.CONSUME(T.String);
    if (this.RECORDING_PHASE) return;
    const span = tokenSpan(token);
    const { image } = token;
    const quoteAt = /['"]/.exec(image)!.index;
    const prefix = image.slice(0, quoteAt).toLowerCase();
    const quotes =
      image.startsWith(image[quoteAt]!.repeat(3), quoteAt) && image.length - quoteAt >= 6 ? 3 : 1;
    const isBytes = prefix.includes('b');
    const flavour = { isRaw: prefix.includes('r'), isBytes };
    const from = span.start + quoteAt + quotes;
    const decoded = decodeBody(this.text, from, span.end - quotes, flavour, this.sink);
    if (isBytes && /[^\x00-\x7f]/.test(image)) this.report('E0123', span, {});
    parts.addLiteral(decoded, span, isBytes);
  }

  /** Text and fields of an f-string or of a format specification. */
  private readonly fStringParts = this.RULE('fStringParts', (parts: StringParts): void => {
    this.MANY(() =>
      this.OR([
        {
          ALT: () => {
            const token = this.CONSUME(T.FStringText);
            this.ACTION(() => parts.addText(payloadOf(token) as string, tokenSpan(token)));
          },
        },
        { ALT: () => this.SUBRULE(this.field, { ARGS: [parts] }) },
      ]),
    );
  });

  private readonly field = this.RULE('field', (parts: StringParts): void => {
    const start = this.CONSUME(T.FieldOpen).startOffset;
    const value = this.groupContents();
    const debug = this.OPTION3(() => this.CONSUME(T.FieldDebug));
    let conversion = this.OPTION4(
      () => payloadOf(this.CONSUME(T.FieldConversion)) as FormattedValue['conversion'],
    );
    const formatSpec = this.OPTION5((): JoinedStr => {
      const specStart = this.CONSUME(T.FieldSpec).endOffset! + 1;
      const spec = new StringParts();
      spec.markFString();
      this.SUBRULE1(this.fStringParts, { ARGS: [spec] });
      return spec.finishJoined({ start: specStart, end: Math.max(specStart, this.ended()) });
    });
    this.CONSUME(T.FieldClose);
    this.ACTION(() => {
      if (debug !== undefined) {
        parts.addText(payloadOf(debug) as string, { start: start + 1, end: debug.endOffset! + 1 });
        if (formatSpec === undefined) conversion ??= 'r';
      }
      parts.addField({
        kind: 'FormattedValue',
        value,
        conversion: conversion ?? null,
        formatSpec: formatSpec ?? null,
        span: this.spanFrom(start),
      });
    });
  });

  // ---- groups, lists and comprehensions --------------------------------------------------------------

  /** Elements between commas, or one element with `for` clauses; a part of the calling rule. */
  private elements(): Elements {
    const items = [this.leafItem() ?? this.SUBRULE(this.element)];
    const hasComma = this.afterCommas(() => items.push(this.leafItem() ?? this.SUBRULE1(this.element)));
    const generators = this.OPTION1(() => this.SUBRULE(this.generators)) ?? null;
    if (generators !== null && !this.RECORDING_PHASE) this.checkComprehension(items, hasComma);
    return { items, hasComma, generators };
  }

  private checkComprehension(items: Expr[], hasComma: boolean): void {
    const first = items[0]!;
    if (first.kind === 'Starred') this.report('E0244', first.span, {});
    else if (hasComma)
      this.report('E0242', { start: first.span.start, end: items[items.length - 1]!.span.end }, {});
  }

  /** The `for … in … if …` clauses of a comprehension. */
  protected readonly generators = this.RULE('generators', (): Comprehension[] => {
    const clauses: Comprehension[] = [];
    this.AT_LEAST_ONE(() => {
      const start = this.here();
      this.OPTION(() => {
        const token = this.CONSUME(T.Async);
        this.sink.unsupported('E0405', token.startOffset, token.endOffset! + 1);
      });
      this.CONSUME(T.For);
      const target = this.SUBRULE(this.targets);
      this.CONSUME(T.In);
      const iter = this.SUBRULE(this.disjunction);
      const ifs: Expr[] = [];
      this.MANY(() => {
        this.CONSUME(T.If);
        ifs.push(this.SUBRULE1(this.disjunction));
      });
      this.ACTION(() => checkTarget(this.sink, target, 'for'));
      clauses.push({ kind: 'Comprehension', target, iter, ifs, span: this.spanFrom(start) });
    });
    return clauses;
  });

  /**
   * What stands in parentheses, or between the braces of an f-string field: never a bare `*a`. A part of the calling
   * rule, so that nesting costs as little stack as may be.
   */
  private groupContents(): Expr {
    return this.OR(this.groupAlternatives);
  }

  private readonly groupAlternatives = [
    { ALT: (): Expr => this.SUBRULE(this.yieldExpression) },
    {
      ALT: (): Expr => {
        const start = this.here();
        const elements = this.elements();
        return this.ACTION(() => this.finishGroup(elements, start));
      },
    },
  ];

  private finishGroup({ items, hasComma, generators }: Elements, start: number): Expr {
    const first = items[0]!;
    const span = this.spanFrom(start);
    if (generators !== null) {
      return (this.madeInGroup = { kind: 'GeneratorExp', elt: first, generators, span });
    }
    if (hasComma) return (this.madeInGroup = { kind: 'Tuple', elts: items, span });
    if (first.kind === 'Starred') this.report('E0245', first.span, {});
    return first;
  }

  protected readonly group = this.RULE('group', (): Expr => {
    const start = this.here();
    this.CONSUME(T.LParen);
    const inner = this.OPTION(() => this.groupContents());
    this.CONSUME(T.RParen);
    if (inner === undefined) return { kind: 'Tuple', elts: [], span: this.spanFrom(start) };
    // A tuple or generator expression made here includes its parentheses; all else leaves them out.
    if (inner === this.madeInGroup) inner.span = this.spanFrom(start);
    this.madeInGroup = null;
    return inner;
  });

  protected readonly list = this.RULE('list', (): Expr => {
    const start = this.here();
    this.CONSUME(T.LBracket);
    const elements = this.OPTION(() => this.elements());
    this.CONSUME(T.RBracket);
    const span = this.spanFrom(start);
    if (elements === undefined) return { kind: 'List', elts: [], span };
    const { items, generators } = elements;
    return this.ACTION(() =>
      generators === null
        ? { kind: 'List', elts: items, span }
        : { kind: 'ListComp', elt: items[0]!, generators, span },
    );
  });

  // ---- dicts and sets --------------------------------------------------------------------------------

  protected readonly braces = this.RULE('braces', (): Expr => {
    const start = this.here();
    this.CONSUME(T.LBrace);
    const items: Item[] = [];
    let generators: Comprehension[] | undefined;
    this.OPTION(() => {
      items.push(this.SUBRULE(this.braceItem));
      this.afterCommas(() => items.push(this.SUBRULE1(this.braceItem)));
      generators = this.OPTION2(() => this.SUBRULE(this.generators));
    });
    this.CONSUME(T.RBrace);
    return this.ACTION(() => this.finishBraces(items, generators, this.spanFrom(start)));
  });

  private readonly braceItem = this.RULE('braceItem', (): Item => {
    return this.OR([
      {
        ALT: () => {
          this.CONSUME(T.StarStar);
          return { key: null, value: this.SUBRULE(this.disjunction) };
        },
      },
      {
        ALT: () => {
          const first = this.leafItem() ?? this.SUBRULE(this.element);
          const isBare = this.RECORDING_PHASE || first.span.end === this.ended();
          const value = this.OPTION(() => {
            if (isBare && (first.kind === 'Starred' || first.kind === 'NamedExpr')) this.unexpected();
            this.CONSUME(T.Colon);
            if (this.isNext(T.Comma) || this.isNext(T.RBrace)) this.fail('E0247', tokenSpan(this.LA(0)), {});
            return this.leafItem() ?? this.SUBRULE(this.expression);
          });
          return value === undefined ? { key: undefined, value: first } : { key: first, value };
        },
      },
    ]);
  });

  private finishBraces(items: Item[], generators: Comprehension[] | undefined, span: Span): Expr {
    const first = items[0];
    if (generators !== undefined) {
      const { key, value } = first!;
      if (key === null) this.fail('E0243', value.span, {});
      this.checkComprehension(
        items.map((item) => item.value),
        items.length > 1,
      );
      if (key === undefined) return { kind: 'SetComp', elt: value, generators, span };
      return { kind: 'DictComp', key, value, generators, span };
    }
    if (first === undefined || first.key !== undefined) {
      const dict: DictExpr = { kind: 'Dict', keys: [], values: [], span };
      for (const { key, value } of items) {
        if (key === undefined) return this.fail('E0246', value.span, {});
        dict.keys.push(key);
        dict.values.push(value);
      }
      return dict;
    }
    const set: SetExpr = { kind: 'Set', elts: [], span };
    for (const { key, value } of items) {
      if (key !== undefined) this.fail('E0201', value.span, {});
      set.elts.push(value);
    }
    return set;
  }
}
