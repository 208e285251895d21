// Expressions as text: parentheses where precedence asks for them and nowhere else, spaces as black has them.
import type {
  Call,
  Comprehension,
  Constant,
  Expr,
  FormattedValue,
  JoinedStr,
  Keyword,
  Param,
  Params,
  Slice,
  Subscript,
} from '../ast.ts';
import { constantText } from '../literals.ts';
import { BINARY_LEVEL, LEVEL, levelOf } from '../precedence.ts';
import type { NodeOf } from '../visit.ts';
import { DELIMITERS, fieldString, fStringText, quotesInside, UnwritableString } from './strings.ts';
import type { Delimiter, FieldQuotes } from './strings.ts';
import { Writer } from './writer.ts';

type Printers = { readonly [K in Expr['kind']]: (node: NodeOf<K>) => void };

export class ExpressionPrinter extends Writer {
  /** Set while the braces of an f-string are being filled. */
  private field: FieldQuotes | null = null;

  override begin(): void {
    super.begin();
    this.field = null;
  }

  /** Writes an expression, in parentheses if it binds looser than `level`. */
  expr(node: Expr, level: number): void {
    const isLoose = levelOf(node) < level || (node.kind === 'Lambda' && this.field !== null);
    if (!isLoose) return this.bare(node);
    if (node.kind === 'Tuple')
      return this.node(node, () => this.parenthesized(() => this.elements(node.elts, LEVEL.NAMED)));
    this.parenthesized(() => this.bare(node));
  }

  private bare(node: Expr): void {
    this.node(node, this.expressionPrinters[node.kind] as (node: Expr) => void);
  }

  private parenthesized(write: () => void): void {
    this.write('(');
    write();
    this.write(')');
  }

  /** An element of a display, which may be starred or a named expression. */
  protected element(node: Expr): void {
    this.expr(node, LEVEL.NAMED);
  }

  /** The elements of a tuple, with the comma that makes it one; without parentheses around it none may be named. */
  private elements(elts: readonly Expr[], level: number): void {
    this.separated(elts, (elt) => this.expr(elt, level));
    if (elts.length === 1) this.write(',');
  }

  /** A tuple without parentheses where it has two elements or more; with them otherwise. */
  protected openTuple(node: Expr): void {
    this.expr(node, node.kind === 'Tuple' && node.elts.length > 1 ? LEVEL.TUPLE : LEVEL.TEST);
  }

  private readonly expressionPrinters: Printers = {
    Tuple: (node) => this.elements(node.elts, LEVEL.TEST),
    Yield: ({ value }) => {
      this.write('yield');
      if (value === null) return;
      this.write(' ');
      this.openTuple(value);
    },
    YieldFrom: ({ value }) => {
      this.write('yield from ');
      this.expr(value, LEVEL.TEST);
    },
    NamedExpr: ({ target, value }) => {
      this.expr(target, LEVEL.PRIMARY);
      this.write(' := ');
      this.expr(value, LEVEL.TEST);
    },
    IfExp: ({ test, body, orelse }) => {
      this.expr(body, LEVEL.OR);
      this.write(' if ');
      this.expr(test, LEVEL.OR);
      this.write(' else ');
      this.expr(orelse, LEVEL.TEST);
    },
    Lambda: ({ params, body }) => {
      this.write('lambda');
      if (!isEmpty(params)) this.write(' ');
      this.params(params);
      this.write(': ');
      this.expr(body, LEVEL.TEST);
    },
    BoolOp: ({ op, values }) => {
      const level = op === 'or' ? LEVEL.AND : LEVEL.NOT;
      this.separated(values, (value) => this.expr(value, level), ` ${op} `);
    },
    UnaryOp: ({ op, operand }) => {
      this.write(op === 'not' ? 'not ' : op);
      this.expr(operand, op === 'not' ? LEVEL.NOT : LEVEL.UNARY);
    },
    Compare: ({ left, ops, comparators }) => {
      this.expr(left, LEVEL.BIT_OR);
      comparators.forEach((comparator, i) => {
        this.write(` ${ops[i]!} `);
        this.expr(comparator, LEVEL.BIT_OR);
      });
    },
    BinOp: ({ left, op, right }) => {
      const level = BINARY_LEVEL[op];
      if (op === '**') {
        const space = isSimplePower(left) && isSimplePower(right) ? '' : ' ';
        this.expr(left, LEVEL.PRIMARY);
        this.write(`${space}**${space}`);
        this.expr(right, LEVEL.UNARY);
      } else {
        this.expr(left, level);
        this.write(` ${op} `);
        this.expr(right, level + 1);
      }
    },
    Constant: (node) => this.constant(node),
    JoinedStr: (node) => this.joinedStr(node),
    FormattedValue: () => {
      throw new RangeError('a formatted value stands only in an f-string');
    },
    Dict: ({ keys, values }) => {
      this.write('{');
      this.separated([...values.keys()], (i) => {
        const key = keys[i] ?? null;
        if (key === null) {
          this.write('**');
          this.expr(values[i]!, LEVEL.BIT_OR);
        } else {
          this.expr(key, LEVEL.TEST);
          this.write(': ');
          this.expr(values[i]!, LEVEL.TEST);
        }
      });
      this.write('}');
    },
    Set: ({ elts }) => {
      if (elts.length === 0) throw new RangeError('there is no display for an empty set');
      this.write('{');
      this.separated(elts, (elt) => this.element(elt));
      this.write('}');
    },
    List: ({ elts }) => {
      this.write('[');
      this.separated(elts, (elt) => this.element(elt));
      this.write(']');
    },
    ListComp: ({ elt, generators }) => {
      this.write('[');
      this.element(elt);
      this.clauses(generators);
      this.write(']');
    },
    SetComp: ({ elt, generators }) => {
      this.write('{');
      this.element(elt);
      this.clauses(generators);
      this.write('}');
    },
    DictComp: ({ key, value, generators }) => {
      this.write('{');
      this.expr(key, LEVEL.TEST);
      this.write(': ');
      this.expr(value, LEVEL.TEST);
      this.clauses(generators);
      this.write('}');
    },
    GeneratorExp: ({ elt, generators }) =>
      this.parenthesized(() => {
        this.element(elt);
        this.clauses(generators);
      }),
    Call: (node) => this.call(node),
    Attribute: ({ value, attr }) => {
      // A dot right after an integer would make it a float.
      const isInt = value.kind === 'Constant' && value.value.type === 'int';
      this.expr(value, isInt ? Infinity : LEVEL.PRIMARY);
      this.write(`.${attr}`);
    },
    Subscript: (node) => this.subscript(node),
    Starred: ({ value }) => {
      this.write('*');
      this.expr(value, LEVEL.BIT_OR);
    },
    Name: ({ id }) => this.write(id),
    Slice: (node) => this.slice(node),
  };

  private clauses(generators: readonly Comprehension[]): void {
    for (const clause of generators) {
      this.write(' ');
      this.node(clause, ({ target, iter, ifs }) => {
        this.write('for ');
        this.openTuple(target);
        this.write(' in ');
        this.expr(iter, LEVEL.OR);
        for (const test of ifs) {
          this.write(' if ');
          this.expr(test, LEVEL.OR);
        }
      });
    }
  }

  // ---- calls and parameters ------------------------------------------------------------------------

  private call({ func, args, keywords }: Call): void {
    this.expr(func, LEVEL.PRIMARY);
    const [only] = args;
    // A generator expression that is the sole argument takes the parentheses of the call.
    if (args.length === 1 && only!.kind === 'GeneratorExp' && keywords.length === 0) this.bare(only!);
    else this.callArguments(args, keywords);
  }

  /** Arguments in parentheses. A `*` argument stands before the keywords, as it is evaluated. */
  protected callArguments(args: readonly Expr[], keywords: readonly Keyword[]): void {
    this.parenthesized(() => {
      this.separated([...args, ...keywords], (argument) => {
        if (argument.kind === 'Keyword') this.keyword(argument);
        else this.element(argument);
      });
    });
  }

  private keyword(keyword: Keyword): void {
    this.node(keyword, ({ name, value }) => {
      this.write(name === null ? '**' : `${name}=`);
      this.expr(value, LEVEL.TEST);
    });
  }

  protected params(params: Params): void {
    this.node(params, ({ posonly, args, vararg, kwonly, kwarg }) => {
      const writers: (() => void)[] = posonly.map((param) => () => this.param(param, ''));
      if (posonly.length > 0) writers.push(() => this.write('/'));
      writers.push(...args.map((param) => () => this.param(param, '')));
      if (vararg !== null) writers.push(() => this.param(vararg, '*'));
      else if (kwonly.length > 0) writers.push(() => this.write('*'));
      writers.push(...kwonly.map((param) => () => this.param(param, '')));
      if (kwarg !== null) writers.push(() => this.param(kwarg, '**'));
      this.separated(writers, (write) => write());
    });
  }

  private param(param: Param, stars: string): void {
    this.write(stars);
    this.node(param, ({ name, annotation, default: byDefault }) => {
      this.write(name);
      if (annotation !== null) {
        this.write(': ');
        this.expr(annotation, LEVEL.TEST);
      }
      if (byDefault === null) return;
      this.write(annotation === null ? '=' : ' = ');
      this.expr(byDefault, LEVEL.TEST);
    });
  }

  // ---- subscripts ----------------------------------------------------------------------------------

  private subscript({ value, index }: Subscript): void {
    this.expr(value, LEVEL.PRIMARY);
    this.write('[');
    this.expr(index, index.kind === 'Tuple' && index.elts.length > 0 ? LEVEL.TUPLE : LEVEL.NAMED);
    this.write(']');
  }

  /** Black sets off the colon like an operator of the lowest level, unless all parts are simple. */
  private slice({ lower, upper, step }: Slice): void {
    const parts = [lower, upper, step];
    const space = parts.some((part) => part !== null && !isSimpleIndex(part)) ? ' ' : '';
    if (lower !== null) this.expr(lower, LEVEL.TEST);
    if (lower !== null) this.write(space);
    this.write(':');
    if (upper !== null) this.write(space);
    if (upper !== null) this.expr(upper, LEVEL.TEST);
    if (step === null) return;
    if (upper !== null) this.write(space);
    this.write(`:${space}`);
    this.expr(step, LEVEL.TEST);
  }

  // ---- constants and f-strings ---------------------------------------------------------------------

  private constant({ value, raw }: Constant): void {
    if (raw !== undefined) this.write(raw);
    else if (this.field !== null && value.type === 'str') this.write(fieldString(value.value, this.field));
    else if (this.field !== null && value.type === 'bytes') this.fieldBytes(value.value, this.field);
    else this.write(constantText(value));
  }

  private fieldBytes(value: Uint8Array, field: FieldQuotes): void {
    const text = String.fromCharCode(...value);
    if (/[^\x00-\x7f]/.test(text)) throw new UnwritableString(constantText({ type: 'bytes', value }));
    this.write(`b${fieldString(text, field)}`);
  }

  /** Tries the delimiters in turn until what stands between the braces can be written. */
  private joinedStr({ values }: JoinedStr): void {
    const { at, field } = this;
    for (const delimiter of field?.delimiters ?? DELIMITERS) {
      try {
        this.write(`f${delimiter}`);
        this.pieces(values, delimiter, field, false);
        this.write(delimiter);
        return;
      } catch (error) {
        if (!(error instanceof UnwritableString)) throw error;
        this.rewind(at);
      } finally {
        this.field = field;
      }
    }
    throw new UnwritableString('an f-string whose fields Python 3.11 cannot hold');
  }

  private pieces(
    values: JoinedStr['values'],
    delimiter: Delimiter,
    outer: FieldQuotes | null,
    isSpec: boolean,
  ): void {
    for (const piece of values) {
      if (piece.kind === 'FormattedValue') {
        this.node(piece, (value) => this.formatted(value, delimiter, outer));
      } else {
        const text = piece.value.type === 'str' ? piece.value.value : '';
        this.node(piece, () => this.write(fStringText(text, delimiter, outer !== null, isSpec)));
      }
    }
  }

  private formatted(node: FormattedValue, delimiter: Delimiter, outer: FieldQuotes | null): void {
    this.write('{');
    this.field = quotesInside(delimiter, outer);
    // Two braces in a row would stand for one.
    if (startsWithBrace(node.value)) this.write(' ');
    this.expr(node.value, LEVEL.TEST);
    this.field = outer;
    if (node.conversion !== null) this.write(`!${node.conversion}`);
    if (node.formatSpec !== null) {
      this.write(':');
      this.node(node.formatSpec, ({ values }) => this.pieces(values, delimiter, outer, true));
    }
    this.write('}');
  }
}

function isEmpty({ posonly, args, vararg, kwonly, kwarg }: Params): boolean {
  return posonly.length + args.length + kwonly.length === 0 && vararg === null && kwarg === null;
}

/** Whether an expression's text starts with a brace. */
function startsWithBrace(node: Expr): boolean {
  switch (node.kind) {
    case 'Dict':
    case 'Set':
    case 'SetComp':
    case 'DictComp':
      return true;
    case 'BinOp':
    case 'Compare':
      return startsWithBrace(node.left);
    case 'BoolOp':
      return startsWithBrace(node.values[0]!);
    case 'IfExp':
      return startsWithBrace(node.body);
    case 'Call':
      return startsWithBrace(node.func);
    case 'Attribute':
    case 'Subscript':
      return startsWithBrace(node.value);
    case 'NamedExpr':
    case 'UnaryOp':
    case 'Lambda':
    case 'ListComp':
    case 'GeneratorExp':
    case 'Yield':
    case 'YieldFrom':
    case 'JoinedStr':
    case 'FormattedValue':
    case 'Constant':
    case 'Starred':
    case 'Name':
    case 'List':
    case 'Tuple':
    case 'Slice':
      return false;
  }
}

/** What black leaves no space around `**` for: names, numbers, attributes of names, and these with a sign. */
function isSimplePower(node: Expr): boolean {
  if (node.kind === 'UnaryOp') return node.op !== 'not' && isSimplePower(node.operand);
  if (node.kind === 'Attribute') return isDotted(node);
  return node.kind === 'Name' || isNumber(node);
}

function isDotted(node: Expr): boolean {
  return node.kind === 'Name' || (node.kind === 'Attribute' && isDotted(node.value));
}

function isNumber(node: Expr): boolean {
  return node.kind === 'Constant' && ['int', 'float', 'imaginary'].includes(node.value.type);
}

function isSimpleIndex(node: Expr): boolean {
  if (node.kind === 'UnaryOp') return node.op !== 'not' && isSimpleIndex(node.operand);
  return node.kind === 'Name' || node.kind === 'Constant';
}
